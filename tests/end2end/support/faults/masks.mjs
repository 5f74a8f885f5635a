// Faults of appearance: a document under a wrong name, another thing under the right one, and pages that
// want a person to sign in first.

import { answer, row } from './wire.mjs';

const signInPage = '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form method="post"><input name="user"><input type="password"></form></body></html>';
const page = (title, text) => `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${text}</h1></body></html>`;
const html = { type: 'text/html; charset=utf-8' };
const typed = (type) => ({ shows: 'none', wire: (body) => answer(body, { type }) });

export const masks = {
  // The right document under another name
  'json-as-hal': typed('application/hal+json'),
  'json-as-html': typed('text/html'),
  'json-as-text': typed('text/plain'),
  'json-as-image': typed('image/png'),
  'json-as-download': { shows: 'none', wire: (body) => answer(body, { type: 'application/octet-stream', headers: ['Content-Disposition: attachment; filename="x.json"'] }) },
  'json-without-type': typed(null),
  'json-with-odd-type': typed('application/json;;; charset="utf-16'),
  'byte-order-mark': { shows: ['none', 'partial'], wire: (body) => answer(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body])) },
  'utf-16-little': { shows: ['none', 'partial'], wire: (body) => answer(Buffer.from(`\ufeff${body}`, 'utf16le')) },
  'utf-16-big': { shows: ['none', 'partial'], wire: (body) => answer(Buffer.from(`\ufeff${body}`, 'utf16le').swap16()) },
  'latin-1': { shows: ['none', 'partial'], wire: (body) => answer(Buffer.from(withName(body, 'Käse'), 'latin1')) },
  'broken-utf-8': { shows: ['none', 'partial'], wire: (body) => answer(Buffer.from(withName(body, 'a\xff\xc3b'), 'latin1')) },

  // Another thing under the right name
  'html-as-json': row('html', page('It works', 'Welcome')),
  html: row('html', page('It works', 'Welcome'), html),
  xml: row('not-json', '<?xml version="1.0"?><releases><release id="1"/></releases>'),
  yaml: row('not-json', 'releases:\n  - id: 1\n    version: 2\n'),
  jsonp: row('not-json', 'callback({"id":"1"});'),
  'anti-hijacking-prefix': row('not-json', ')]}\',\n{"id":"1"}'),
  'json-lines': row('not-json', '{"id":"1"}\n{"id":"2"}\n{"id":"3"}\n'),
  'two-documents': row('not-json', '{"id":"1"} {"id":"2"}'),
  png: row('not-json', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')),
  pdf: row('not-json', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n'),
  zip: row('not-json', Buffer.from('504b0304140000000800', 'hex')),
  'plain-words': row('not-json', 'The service is starting, please be patient.', { type: 'text/plain' }),

  // Sign-in pages in their disguises
  'sign-in-page-as-200': row('auth', signInPage, html),
  'sign-in-page-as-json': row('auth', signInPage),
  'sign-in-page-as-403': row('auth', signInPage, { ...html, status: '403 Forbidden' }),
  'sign-in-page-as-401': row('auth', signInPage, { ...html, status: '401 Unauthorized' }),
  'sign-in-by-redirect': { shows: 'auth', wire: (_, { rest, name }) => (rest[0] === 'login' ? answer(signInPage, html) : to(`/${name}/login`)) },
  'sign-in-elsewhere': { shows: 'auth', wire: (_, { elsewhere, isElsewhere, name }) => (isElsewhere ? answer(signInPage, html) : to(`${elsewhere}/${name}/sso`)) },
  'sign-in-elsewhere-without-cors': {
    shows: 'network',
    wire: (_, { elsewhere, isElsewhere, name }) => (isElsewhere ? answer(signInPage, { ...html, cors: ['Connection: close'] }) : to(`${elsewhere}/${name}/sso`)),
  },
  'sign-in-as-json-200': row('auth', '{"error":"login_required","message":"Please sign in"}'),
  'sign-in-as-json-address': row('auth', '{"success":false,"login_url":"https://sso.example/login"}'),
  'sign-in-as-401-json': row('auth', '{"title":"Unauthorized","status":401,"detail":"Token expired"}', { status: '401 Unauthorized', type: 'application/problem+json', headers: ['WWW-Authenticate: Bearer error="invalid_token"'] }),
  'sign-in-timed-out': row('auth', 'Login Time-out', { status: '440 Login Time-out', type: 'text/plain' }),

  // Networks that want to be visited first
  'captive-portal': row('html', page('Guest Wi-Fi', 'Accept the terms of this hotspot'), html),
  'captive-511': row('html', page('Network', 'Authenticate to the network'), { ...html, status: '511 Network Authentication Required' }),
};

function to(location) {
  return answer('', { status: '302 Found', type: null, headers: [`Location: ${location}`] });
}

/** The document with a name that not every encoding can write. */
function withName(body, name) {
  return body.toString().replace('{', `{"name":"${name}",`);
}
