// Errors that say what they are: each status with the forms of detail that the two APIs use.

import { answer, row } from './wire.mjs';

const problem = (status, title, more = {}) => [
  JSON.stringify({ type: 'about:blank', title, status: Number.parseInt(status, 10), detail: `${title}, in the server's own words`, ...more }),
  { status, type: 'application/problem+json' },
];
const inner = { errorCode: 'INNER', errorType: 'ERROR', arguments: ['x'], context: { key: 'value' }, message: 'the inner reason', nestedErrors: [] };
const foundation = JSON.stringify({
  errorCode: 'LCM_NOT_READY',
  errorType: 'ERROR',
  message: 'The manifest is not ready',
  remediationMessage: 'Sync the depot & try again <b>later</b>',
  causes: [{ type: 'com.example.Cause', message: 'the cause' }],
  nestedErrors: [inner, { ...inner, nestedErrors: [inner] }],
  referenceToken: 'REF123',
});
const rate = (...headers) => row('rate', '{"title":"Too Many Requests"}', { status: '429 Too Many Requests', headers });

export const statuses = {
  'bad-request': row('http', ...problem('400 Bad Request', 'Bad Request', { violations: [{ field: 'page_size', message: 'must be at most 100' }] })),
  forbidden: row('forbidden', ...problem('403 Forbidden', 'Forbidden')),
  'forbidden-page': row('forbidden', '<html><h1>403</h1></html>', { status: '403 Forbidden', type: 'text/html' }),
  missing: row('missing', ...problem('404 Not Found', 'Not Found')),
  'missing-page': row('missing', '<html><h1>nginx</h1></html>', { status: '404 Not Found', type: 'text/html' }),
  gone: row('missing', ...problem('410 Gone', 'Gone')),
  'method-not-allowed': row('http', '', { status: '405 Method Not Allowed' }),
  'request-timeout': row('timeout', '', { status: '408 Request Timeout' }),
  conflict: row('conflict', ...problem('409 Conflict', 'Conflict')),
  'precondition-failed': row('conflict', ...problem('412 Precondition Failed', 'The application has no release yet')),
  teapot: row('http', '{"error":{"message":"short and stout"}}', { status: "418 I'm a teapot" }),
  'rate-in-seconds': rate('Retry-After: 1'),
  'rate-by-date': { shows: 'rate', wire: () => answer('{}', { status: '429 Too Many Requests', headers: ['Retry-After: Fri, 01 Jan 2100 00:00:00 GMT'] }) },
  'rate-huge': rate('Retry-After: 99999999999999999999'),
  'rate-negative': rate('Retry-After: -10'),
  'rate-junk': rate('Retry-After: soon'),
  'rate-without': rate(),
  'server-error': row('server', ...problem('500 Internal Server Error', 'Internal Server Error')),
  'server-error-foundation': row('server', foundation, { status: '500 Internal Server Error' }),
  'server-error-deep': row('server', `${'{"nestedErrors":['.repeat(2_000)}${']}'.repeat(2_000)}`, { status: '500 Internal Server Error' }),
  'bad-gateway-page': row('server', '<html><center>502 Bad Gateway</center></html>', { status: '502 Bad Gateway', type: 'text/html' }),
  unavailable: row('server', ...problem('503 Service Unavailable', 'Temporarily unavailable')),
  'unavailable-then-fine': { shows: 'none', isPassing: true, wire: (body, { visits }) => (visits < 2 ? answer('{}', { status: '503 Service Unavailable', headers: ['Retry-After: 0'] }) : answer(body)) },
  'gateway-timeout': row('server', '', { status: '504 Gateway Timeout' }),
  'echoes-the-token': {
    shows: 'server',
    wire: (_, { headers }) => answer(JSON.stringify({ message: 'rejected', headers, echo: headers.authorization ?? null }), { status: '500 Internal Server Error', headers: [`X-Echo: ${headers.authorization ?? ''}`] }),
  },
  'sets-cookies': { shows: 'none', wire: (body) => answer(body, { headers: ['Set-Cookie: session=1; Path=/', 'Set-Cookie: other=2; SameSite=None; Secure'] }) },
};
