// The words of which faulty answers are made: heads, whole answers, halves.

/** Head lines that let any page read the answer. */
export const open = ['Access-Control-Allow-Origin: *', 'Access-Control-Expose-Headers: *', 'Connection: close'];

/** A head of a status and header lines, blank line included. */
export function head(status, lines) {
  return Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}

/** A whole, well-formed answer: the base from which most faults depart in one point. */
export function answer(body, { status = '200 OK', type = 'application/json', headers = [], cors = open } = {}) {
  const bytes = Buffer.from(body);
  const kind = type === null ? [] : [`Content-Type: ${type}`];
  return Buffer.concat([head(status, [...cors, ...kind, ...headers, `Content-Length: ${bytes.length}`]), bytes]);
}

/** The first half. */
export function half(body) {
  return body.subarray(0, Math.floor(body.length / 2));
}

/** One chunk of a chunked body. */
export function chunk(bytes) {
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
}

export const lastChunk = Buffer.from('0\r\n\r\n');

/** A row that sends one well-formed answer, whatever the document is. */
export function row(shows, body, options) {
  return { shows, wire: () => answer(body, options) };
}

/** A release of the catalogue with links to others at `/<fault>/r/<id>`. */
export function release(fault, id, { dependencies = [], dependants = [], more = {} } = {}) {
  const links = (ids) => ids.map((other) => ({ href: /^[a-z]+:|^[/\\]/i.test(other) ? other : `/${fault}/r/${other}` }));
  return JSON.stringify({
    id,
    version: '1.0.0',
    revision: '0',
    released_at: '2024-01-01T00:00:00.000Z',
    packaging_type: 'HELM_CHART',
    product: { key: id, name: `Release ${id}` },
    latest_release: { id, version: '1.0.0', revision: '0' },
    ...more,
    _links: { self: { href: `/${fault}/r/${id}` }, dependencies: links(dependencies), dependants: links(dependants) },
  });
}
