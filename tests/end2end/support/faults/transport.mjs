// Faults of transport: what no HTTP library will send.
//
// A row says what is written to the socket (`wire`, in pieces and pauses), how the connection ends
// (`end`: close, reset or hold) and in which class of failure the viewer must file it (`shows`; `none`
// means that the document is shown).

import { deflateSync, gzipSync, brotliCompressSync } from 'node:zlib';
import { answer, chunk, half, head, lastChunk, open } from './wire.mjs';

const json = ['Content-Type: application/json', ...open];
const length = (body) => `Content-Length: ${body.length}`;
const ok = (body, lines = [length(body)]) => head('200 OK', [...json, ...lines]);
const chunked = ['Transfer-Encoding: chunked'];
const gzip = (body, lines = []) => [ok(body, ['Content-Encoding: gzip', length(body), ...lines]), body];

export const transport = {
  none: { shows: 'none', wire: (body) => answer(body) },

  // Bodies that end too early
  'half-of-the-length': { shows: 'network', wire: (body) => [ok(body), half(body)] },
  'half-then-reset': { shows: 'network', wire: (body) => [ok(body), half(body), 50], end: 'reset' },
  'half-without-length': { shows: 'truncated', wire: (body) => [ok(body, []), half(body)] },
  'head-then-closed': { shows: 'network', wire: (body) => [ok(body)] },
  'head-then-reset': { shows: 'network', wire: (body) => [ok(body), 20], end: 'reset' },
  'cut-chunk': { shows: 'network', wire: (body) => [ok(body, chunked), `${body.length.toString(16)}\r\n`, half(body)] },
  'no-last-chunk': { shows: 'network', wire: (body) => [ok(body, chunked), chunk(body)] },
  'bad-chunk-size': { shows: 'network', wire: (body) => [ok(body, chunked), 'zz\r\n', body, '\r\n', lastChunk] },
  'gzip-cut': { shows: 'truncated', wire: (body) => gzip(half(gzipSync(body))) },
  'gzip-wrong-checksum': {
    shows: 'none',
    wire: (body) => {
      const zipped = gzipSync(body);
      zipped.writeUInt32LE(0xdeadbeef, zipped.length - 8);
      return gzip(zipped);
    },
  },
  'gzip-then-junk': { shows: 'none', wire: (body) => gzip(Buffer.concat([gzipSync(body), Buffer.from('junk')])) },

  // Encodings
  gzip: { shows: 'none', wire: (body) => gzip(gzipSync(body)) },
  deflate: { shows: 'none', wire: (body) => [ok(deflateSync(body), ['Content-Encoding: deflate', length(deflateSync(body))]), deflateSync(body)] },
  'gzip-twice': { shows: 'none', wire: (body) => [ok(body, ['Content-Encoding: gzip, gzip', length(gzipSync(gzipSync(body)))]), gzipSync(gzipSync(body))] },
  'gzip-twice-said-once': { shows: 'not-json', wire: (body) => gzip(gzipSync(gzipSync(body))) },
  'gzip-not-said': { shows: 'not-json', wire: (body) => answer(gzipSync(body)) },
  'gzip-said-but-plain': { shows: 'network', wire: (body) => gzip(body) },
  'gzip-said-but-brotli': { shows: 'network', wire: (body) => gzip(brotliCompressSync(body)) },
  'unknown-encoding': { shows: 'none', wire: (body) => [ok(body, ['Content-Encoding: zipzap', length(body)]), body] },
  bomb: { shows: 'too-big', wire: () => gzip(bomb()), limits: true },

  // Lengths that lie
  'length-too-small': { shows: 'truncated', wire: (body) => [ok(body, [length(half(body))]), body] },
  'length-huge': { shows: 'too-big', wire: (body) => [ok(body, ['Content-Length: 999999999999']), body] },
  'length-negative': { shows: 'none', wire: (body) => [ok(body, ['Content-Length: -5']), body] },
  'two-lengths': { shows: 'network', wire: (body) => [ok(body, [length(body), 'Content-Length: 5']), body] },
  'junk-length': { shows: 'none', wire: (body) => [ok(body, ['Content-Length: many']), body] },
  'length-and-chunks': { shows: 'none', wire: (body) => [ok(body, [...chunked, 'Content-Length: 3']), chunk(body), lastChunk] },

  // Slow and endless
  drips: { shows: 'none', wire: (body) => [ok(body), ...pieces(body, 20).flatMap((piece) => [piece, 30])] },
  'drips-in-chunks': { shows: 'none', wire: (body) => [ok(body, chunked), ...pieces(body, 20).flatMap((piece) => [chunk(piece), 30]), lastChunk] },
  'slow-head': { shows: 'none', wire: (body) => [...pieces(ok(body), 10).flatMap((piece) => [piece, 30]), body] },
  hangs: { shows: 'timeout', wire: () => [], end: 'hold' },
  'head-then-hangs': { shows: 'timeout', wire: (body) => [ok(body)], end: 'hold' },
  'half-then-hangs': { shows: 'timeout', wire: (body) => [ok(body), half(body)], end: 'hold' },
  'half-a-head-then-hangs': { shows: 'timeout', wire: (body) => [half(ok(body))], end: 'hold' },
  'endless-body': { shows: 'too-big', wire: () => endless(ok('', []), Buffer.alloc(65_536, 0x20)), limits: true },
  'endless-head': { shows: 'network', wire: () => endless(Buffer.from('HTTP/1.1 200 OK\r\n'), Buffer.from(`X-Padding: ${'x'.repeat(8_000)}\r\n`)) },
  'large-head': { shows: 'network', wire: (body) => [ok(body, [length(body), ...many(`X-Padding: ${'x'.repeat(8_000)}`, 60)]), body] },

  // Connections and heads
  'reset-at-once': { shows: 'network', wire: () => [], end: 'reset' },
  'closed-at-once': { shows: 'network', wire: () => [] },
  'not-http': { shows: 'network', wire: () => ['SSH-2.0-OpenSSH_9.6\r\n'] },
  'zero-byte-in-head': { shows: 'network', wire: (body) => [head('200 OK', [...json, 'X-Odd: a\0b', length(body)]), body] },
  'header-without-colon': { shows: 'none', wire: (body) => [ok(body, ['this is no header', length(body)]), body] },
  'line-feeds-alone': { shows: 'none', wire: (body) => [ok(body).toString('latin1').replaceAll('\r\n', '\n'), body] },
  'http-1.0': { shows: 'none', wire: (body) => [ok(body).toString('latin1').replace('HTTP/1.1', 'HTTP/1.0'), body] },
  'no-reason-phrase': { shows: 'none', wire: (body) => [head('200', [...json, length(body)]), body] },
  'status-out-of-range': { shows: 'http', wire: (body) => [head('999 Odd', [...json, length(body)]), body] },
  'continue-first': { shows: 'none', wire: (body) => ['HTTP/1.1 100 Continue\r\n\r\n', ok(body), body] },
  'early-hints-first': { shows: 'none', wire: (body) => ['HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n', ok(body), body] },
  'two-answers': { shows: 'none', wire: (body) => [ok(body), body, ok(body), body] },

  // What a page may not read
  'no-cors': { shows: 'network', wire: (body) => answer(body, { cors: ['Connection: close'] }) },
  'cors-for-another': { shows: 'network', wire: (body) => answer(body, { cors: ['Access-Control-Allow-Origin: https://other.example', 'Connection: close'] }) },
  'cors-twice': { shows: 'network', wire: (body) => answer(body, { headers: ['Access-Control-Allow-Origin: *'] }) },
  'preflight-refused': { shows: 'network', preflight: 'refused', needsToken: true, wire: (body) => answer(body) },
  'preflight-hangs': { shows: 'timeout', preflight: 'hangs', needsToken: true, wire: (body) => answer(body) },
  'error-without-cors': { shows: 'network', wire: () => answer('{"title":"no"}', { status: '403 Forbidden', cors: ['Connection: close'] }) },

  // Answers without a document
  empty: { shows: 'not-json', wire: () => answer('') },
  'white-space': { shows: 'not-json', wire: () => answer(' \r\n\t ') },
  'no-content': { shows: 'http', wire: () => head('204 No Content', open) },
  'reset-content': { shows: 'http', wire: () => head('205 Reset Content', [...open, 'Content-Length: 0']) },
  'not-modified': { shows: 'http', wire: () => head('304 Not Modified', open) },
  'partial-content': { shows: 'truncated', wire: (body) => [head('206 Partial Content', [...json, `Content-Range: bytes 0-9/${body.length}`, length(half(body))]), half(body)] },

  // Redirects
  'redirect-loop': { shows: 'network', wire: (_, { target }) => redirect(target) },
  'redirect-here': { shows: 'none', wire: (body, { rest, name }) => (rest[0] === 'there' ? answer(body) : redirect(`/${name}/there`)) },
  'redirect-chain': {
    shows: 'network',
    wire: (_, { rest, name }) => redirect(`/${name}/${Number(rest[0]) + 1 || 1}`),
  },
  'redirect-elsewhere': { shows: 'http', wire: (body, { elsewhere, isElsewhere, target }) => (isElsewhere ? answer(body) : redirect(elsewhere + target)) },
  'redirect-to-script': { shows: 'network', wire: () => redirect('javascript:alert(1)') },
  'redirect-to-data': { shows: 'network', wire: () => redirect('data:application/json,{}') },
  'redirect-without-location': { shows: 'http', wire: () => answer('{}', { status: '302 Found' }) },
};

function redirect(target) {
  return answer('', { status: '302 Found', type: null, headers: [`Location: ${target}`] });
}

function pieces(bytes, count) {
  const size = Math.max(1, Math.ceil(bytes.length / count));
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

function many(line, count) {
  return Array.from({ length: count }, () => line);
}

function* endless(first, piece) {
  yield first;
  for (;;) {
    yield piece;
  }
}

let packed;

/** 100 MB of blanks in 100 KB. */
function bomb() {
  packed ??= gzipSync(Buffer.alloc(100 << 20, 0x20));
  return packed;
}
