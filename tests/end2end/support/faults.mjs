// A server that breaks the rules of transport: what no HTTP library will send, written byte by byte.
//
// A fault is a function of the socket and the document's bytes. Add a row to `faults` and it is
// reachable at `server.url(name)`; `server.url(name, file)` picks the document.

import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';

const good = ({ type = 'application/json', extra = [] } = {}) => [
  'HTTP/1.1 200 OK',
  `Content-Type: ${type}`,
  'Access-Control-Allow-Origin: *',
  'Connection: close',
  ...extra,
];

/** name → (socket, body, server state) → void or Promise. */
export const faults = {
  none: (socket, body) => send(socket, good({ extra: [`Content-Length: ${body.length}`] }), body),

  // Bodies that end too early
  'half-of-the-length': (socket, body) => send(socket, good({ extra: [`Content-Length: ${body.length}`] }), half(body)),
  'half-then-reset': async (socket, body) => {
    socket.write(head(good({ extra: [`Content-Length: ${body.length}`] })));
    socket.write(half(body));
    await pause(50);
    socket.resetAndDestroy();
  },
  'half-without-length': (socket, body) => send(socket, good(), half(body)),
  'cut-chunk': (socket, body) =>
    send(socket, good({ extra: ['Transfer-Encoding: chunked'] }), Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), half(body)])),
  'no-last-chunk': (socket, body) =>
    send(socket, good({ extra: ['Transfer-Encoding: chunked'] }), Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')])),
  'gzip-cut': (socket, body) => {
    const zipped = half(gzipSync(body));
    send(socket, good({ extra: ['Content-Encoding: gzip', `Content-Length: ${zipped.length}`] }), zipped);
  },
  'gzip-said-but-plain': (socket, body) => send(socket, good({ extra: ['Content-Encoding: gzip', `Content-Length: ${body.length}`] }), body),
  'unknown-encoding': (socket, body) => send(socket, good({ extra: ['Content-Encoding: zipzap', `Content-Length: ${body.length}`] }), body),

  // Lengths that lie
  'length-too-small': (socket, body) => send(socket, good({ extra: [`Content-Length: ${Math.floor(body.length / 2)}`] }), body),
  'two-lengths': (socket, body) => send(socket, good({ extra: [`Content-Length: ${body.length}`, 'Content-Length: 5'] }), body),
  'junk-length': (socket, body) => send(socket, good({ extra: ['Content-Length: many'] }), body),

  // Connections
  'reset-at-once': (socket) => socket.resetAndDestroy(),
  'closed-at-once': (socket) => socket.end(),
  'not-http': (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
  hangs: () => {},
  'head-then-hangs': (socket, body) => socket.write(head(good({ extra: [`Content-Length: ${body.length}`] }))),
  drips: async (socket, body) => {
    socket.write(head(good({ extra: [`Content-Length: ${body.length}`] })));
    const piece = Math.ceil(body.length / 20);
    for (let start = 0; start < body.length && !socket.destroyed; start += piece) {
      socket.write(body.subarray(start, start + piece));
      await pause(50);
    }
    socket.end();
  },

  // Answers without a document
  empty: (socket) => send(socket, good({ extra: ['Content-Length: 0'] })),
  'no-content': (socket) => send(socket, ['HTTP/1.1 204 No Content', 'Access-Control-Allow-Origin: *', 'Connection: close']),
  'not-modified': (socket) => send(socket, ['HTTP/1.1 304 Not Modified', 'Access-Control-Allow-Origin: *', 'Connection: close']),
  'redirect-loop': (socket, _, { target }) =>
    send(socket, ['HTTP/1.1 302 Found', `Location: ${target}`, 'Access-Control-Allow-Origin: *', 'Content-Length: 0', 'Connection: close']),
};

/**
 * Starts the server and stops it with the test. `documents` maps names to bytes or text; the first is
 * the one that is sent unless a name is given.
 */
export async function serveFaults(t, documents) {
  const bodies = new Map(Object.entries(documents).map(([name, body]) => [name, Buffer.from(body)]));
  const [first] = bodies.keys();
  const asked = [];
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {}); // the browser hangs up when it has seen enough
    onRequest(socket, (target, headers) => {
      asked.push({ target, headers });
      const [, name, document = first] = target.split('?')[0].split('/').map(decodeURIComponent);
      const fault = faults[name];
      const body = bodies.get(document);
      if (fault === undefined || body === undefined) {
        send(socket, ['HTTP/1.1 404 Not Found', 'Access-Control-Allow-Origin: *', 'Content-Length: 0', 'Connection: close']);
      } else {
        Promise.resolve(fault(socket, body, { target })).catch(() => socket.destroy());
      }
    });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => {
    sockets.forEach((socket) => socket.destroy());
    return new Promise((closed) => server.close(closed));
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, asked, url: (fault, document = first) => `${origin}/${encodeURIComponent(fault)}/${encodeURIComponent(document)}` };
}

/** Calls back with the target and the raw head once it is complete; one request per connection. */
function onRequest(socket, answer) {
  let head = '';
  const take = (data) => {
    head += data.toString('latin1');
    if (head.includes('\r\n\r\n')) {
      socket.off('data', take);
      answer(head.split(' ')[1] ?? '/', head);
    }
  };
  socket.on('data', take);
}

function head(lines) {
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function send(socket, lines, body = Buffer.alloc(0)) {
  socket.write(head(lines));
  socket.end(body);
}

function half(body) {
  return body.subarray(0, Math.floor(body.length / 2));
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
