// Servers that lead a crawl astray: the documents are fine, where they lead is not. `most` is the number
// of requests that the server may see without a click.

import { answer, release } from './wire.mjs';

const BUDGET = 301; // 300, and the document that was opened

/** A server of releases: `below(id)` gives what a release leads to, or a whole answer as Buffer. */
function releases(most, below, shows = 'none') {
  return {
    shows,
    entry: 'r/0',
    most,
    wire: (_, ask) => {
      const id = ask.rest.slice(1).join('/');
      const made = below(id, ask);
      return Buffer.isBuffer(made) || Array.isArray(made) ? made : answer(release(ask.name, id, made));
    },
  };
}

const number = (id) => Number.parseInt(id, 10) || 0;
const next = (id, step = 1) => String(number(id) + step);
const range = (count, first = 1) => Array.from({ length: count }, (_, index) => String(index + first));

/** A list of pages in the catalogue's envelope. */
function pages(most, page) {
  return {
    shows: 'none',
    entry: 'list?page=1&page_size=20&name=%2f',
    most,
    wire: (_, ask) => answer(typeof page === 'function' ? page(number(ask.query.get('page') ?? ask.query.get('pageNumber') ?? '1'), ask) : page),
  };
}

const items = (name, page, count = 20) => range(count, page * 1_000).map((id) => JSON.parse(release(name, id)));
const catalog = (name, page, total, list = items(name, page)) =>
  JSON.stringify({ page, page_size: 20, total_size: total, total_pages: Math.ceil(total / 20), items: list });

export const crawls = {
  'crawl-cycle': releases(3, (id) => ({ dependencies: [next(String(number(id) % 3))].map((to) => (to === '3' ? '0' : to)), dependants: ['0'] })),
  'crawl-self': releases(1, () => ({ dependencies: ['0', '0'], dependants: ['0'] })),
  'crawl-diamonds': releases(61, (id) => (number(id) < 30 ? { dependencies: [`${next(id)}a`, `${next(id)}b`] } : {})),
  'crawl-chain-without-end': releases(BUDGET, (id) => ({ dependencies: [next(id)] })),
  'crawl-5000-neighbours': releases(BUDGET, (id) => (id === '0' ? { dependants: range(5_000) } : { dependencies: ['0'] })),
  'crawl-growing-path': releases(20, (id, { name }) => ({ dependencies: [`/${name}/r/${id}/more`] })),
  'crawl-growing-query': releases(20, (id, { target }) => ({ dependencies: [`${target}${target.includes('?') ? '&' : '?'}x=y`] })),
  'crawl-ten-spellings': releases(2, (id, { name, origin }) =>
    id === '0'
      ? {
          dependencies: ['x~y', 'x%7Ey', 'x%7ey', './x~y', 'z/../x~y', 'x~y#top'].map((to) => `/${name}/r/${to}`).concat(`${origin}/${name}/r/x~y`, `HTTP${origin.slice(4)}/${name}/%72/x~y`),
        }
      : {},
  ),
  'crawl-half-of-it-fails': releases(21, (id) =>
    id === '0' ? { dependencies: range(20) } : number(id) % 2 ? answer('{"title":"gone"}', { status: '404 Not Found' }) : {},
  ),
  'crawl-hangs': {
    ...releases(11, (id) => (id === '0' ? { dependencies: range(10) } : []), ['none', 'timeout']),
    end: (ask) => (ask.rest[1] === '0' ? 'close' : 'hold'),
  },
  'crawl-storm-of-401': releases(7, (id) => (id === '0' ? { dependencies: range(50) } : answer('{"title":"Unauthorized"}', { status: '401 Unauthorized' })), ['none', 'auth']),
  'crawl-needs-a-token': releases(57, (id, { headers }) =>
    id === '0' ? { dependencies: range(50) } : headers.authorization ? {} : answer('{"title":"Unauthorized"}', { status: '401 Unauthorized' }),
  ),
  'crawl-storm-of-429': releases(30, (id) =>
    id === '0' ? { dependencies: range(50) } : answer('{}', { status: '429 Too Many Requests', headers: ['Retry-After: 1'] }),
  ),
  'crawl-passing-503': releases(12, (id, { visits }) =>
    id === '0' ? { dependencies: range(5) } : visits < 2 ? answer('{}', { status: '503 Service Unavailable' }) : {},
  ),
  'crawl-other-ids': releases(4, (id) => (id === '0' ? { dependencies: range(3) } : answer(release('crawl-other-ids', `not-${id}`)))),
  'crawl-outside': releases(1, (_, { elsewhere, name }) => ({
    dependencies: [`${elsewhere}/${name}/r/1`, `//${elsewhere.slice(7)}/${name}/r/2`, 'javascript:alert(1)', `data:application/json,{}`, `\\\\${elsewhere.slice(7)}/${name}/r/3`],
  })),
  'crawl-braces': releases(1, (_, { name }) => ({ dependencies: [`/${name}/r/{id}`, `/${name}/r/%7Bid%7D`, `/${name}/r/x{?page}`] })),
  'crawl-downloads': releases(1, (_, { name }) => ({ dependencies: [`/${name}/files/1`, `/${name}/artifacts/1`, `/${name}/r/1?filename=x.ova`] })),
  'crawl-not-json': releases(4, (id) => (id === '0' ? { dependencies: ['1', '2', '3'] } : answer(['<html></html>', 'a: 1\n', '{"id":'][number(id) - 1] ?? ''))),
  'crawl-slow-and-fast': releases(21, (id) => (id === '0' ? { dependencies: range(20) } : [(20 - number(id)) * 20, answer(release('crawl-slow-and-fast', id))])),

  'base-behind-a-gateway': releases(1, () => ({})),

  'pages-of-a-catalogue': pages(13, (page, { name }) => catalog(name, page, 250, items(name, page, page === 13 ? 10 : 20))),
  'pages-of-a-foundation': {
    ...pages(5, (page, { query }) => {
      const pageNumber = number(query.get('pageNumber') ?? '0');
      const elements = range(10, pageNumber * 10).map((id) => ({ product: 'VCF', version: `9.0.${id}.0`, bom: [], patchBundles: [] }));
      return JSON.stringify({ elements, pageMetadata: { pageNumber, pageSize: 10, totalElements: 50, totalPages: 5 } });
    }),
    entry: 'releases',
  },
  'pages-without-end': pages(BUDGET, (page, { name }) => catalog(name, page, 1_000_000)),
  'pages-all-the-same': pages(8, (_, { name }) => catalog(name, 1, 2_000)),
  'pages-that-run-out': pages(12, (page, { name }) => catalog(name, page, 2_000, page < 4 ? items(name, page) : [])),
  'pages-with-odd-counts': pages(BUDGET, (page, { name }) =>
    JSON.stringify({ page: String(page), page_size: -1, total_size: '1e99', total_pages: 18446744073709552000, items: items(name, page, 2) }),
  ),
  'pages-by-next': {
    shows: 'none',
    entry: 'list?from=1',
    most: 21,
    wire: (_, { query, name }) => {
      const from = number(query.get('from'));
      const body = { _embedded: { things: [{ id: from }] }, _links: { next: from < 20 ? { href: `/${name}/list?from=${from + 1}` } : null } };
      return answer(JSON.stringify(body));
    },
  },
  'expands-relationships': {
    shows: 'none',
    entry: 'v1/catalogs/c/releases/0',
    most: 2,
    wire: (_, { name, query }) => {
      const whole = { more: { dependencies: [JSON.parse(release(name, '1'))] } };
      return answer(release(name, '0', query.get('expand_relationships') === 'true' ? whole : { dependencies: ['1'] }));
    },
  },
};
