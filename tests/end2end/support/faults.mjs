// A server that breaks the rules: of transport, of content, and of what a crawl may expect.
//
// Every fault is a row of data: what is written to the socket, how the connection ends, and in which
// class of failure the viewer must file it. Add a row to one of the tables under `faults/` and it is
// served at `server.url(name)`, checked byte by byte by `faults.test.mjs`, and part of the full run.
//
// A row: { wire(body, ask), shows, end, preflight, entry, most, … }
// - `wire` gives a Buffer, a text, or pieces of them with pauses in milliseconds between (a generator may
//   go on for ever); `body` is the document that the test chose
// - `ask` is { name, rest, query, target, headers, origin, elsewhere, isElsewhere, visits }: `elsewhere` is
//   the same server under another origin, `visits` counts the requests to one target, from 1
// - `end`: 'close' (as usual), 'reset' or 'hold', or a function of `ask`
// - `shows`: the class of `hal::fault::Class` in words (one, or several that are right); 'none' if the
//   document is shown
// - `entry`: where a crawl begins; `most`: how many requests it may make without a click

import { createServer } from 'node:net';
import { crawls } from './faults/crawls.mjs';
import { documents } from './faults/documents.mjs';
import { graphs } from './faults/graphs.mjs';
import { masks } from './faults/masks.mjs';
import { recalls } from './faults/recalls.mjs';
import { statuses } from './faults/statuses.mjs';
import { transport } from './faults/transport.mjs';
import { words } from './faults/words.mjs';
import { answer } from './faults/wire.mjs';
import { endServer } from './ending.mjs';

/** All rows by group and by name. */
export const groups = { transport, masks, statuses, documents, graphs, words, recalls, crawls };
export const faults = Object.assign({}, ...Object.values(groups));

/** The classes of failure, as `hal::fault::Class` words them, and 'none' for a document that is shown. */
export const classes = [
  'none', 'network', 'timeout', 'auth', 'forbidden', 'missing', 'conflict', 'rate', 'server', 'http', 'html',
  'not-json', 'truncated', 'too-big', 'too-deep', 'shape', 'partial',
];

/** What a row may show, as a list. */
export const shows = (row) => [row.shows].flat();

/**
 * Starts the server and stops it with the test. `bodies` maps names to bytes or text; the first is the
 * one that is sent unless a name is given: `server.url(fault, name)`.
 *
 * `peak()` is the most requests that were open at a time.
 * `asked` lists all requests as `{ method, target, headers, isElsewhere }`; `requests(fault)` those of one
 * fault, preflights apart.
 */
export async function serveFaults(t, bodies) {
  const byName = new Map(Object.entries(bodies).map(([name, body]) => [name, Buffer.from(body)]));
  const [first] = byName.keys();
  const asked = [];
  const visits = new Map();
  const sites = [];
  let open = 0;
  let peak = 0;
  for (const isElsewhere of [false, true]) {
    sites.push(
      await listen(t, (socket, request) => {
        asked.push({ ...request, isElsewhere });
        open += 1;
        peak = Math.max(peak, open);
        socket.once('close', () => {
          open -= 1;
        });
        visits.set(request.target, (visits.get(request.target) ?? 0) + 1);
        const ask = { ...askOf(request), isElsewhere, origin: sites[0], elsewhere: sites[1], visits: visits.get(request.target) };
        const body = byName.get(ask.rest.join('/')) ?? byName.get(first);
        respond(socket, request.method, ask, body).catch(() => socket.destroy());
      }),
    );
  }
  const [origin, elsewhere] = sites;
  return {
    origin,
    elsewhere,
    asked,
    peak: () => peak,
    requests: (fault) => asked.filter(({ method, target }) => method !== 'OPTIONS' && askOf({ target }).name === fault),
    url: (fault, name = faults[fault]?.entry ?? first) => `${origin}/${fault}/${name}`,
  };
}

/** What a row answers to a request: the pieces to write, and how the connection ends. */
export function answerTo(method, ask, body) {
  const row = faults[ask.name];
  if (row === undefined) {
    return { pieces: [answer('{"title":"no such fault"}', { status: '404 Not Found' })], end: 'close' };
  }
  if (method === 'OPTIONS') {
    return preflight(row);
  }
  const wire = row.wire(body, ask);
  const pieces = Buffer.isBuffer(wire) || typeof wire === 'string' ? [wire] : wire;
  return { pieces, end: typeof row.end === 'function' ? row.end(ask) : (row.end ?? 'close') };
}

/** The parts of a request that rows look at. */
export function askOf({ target, headers = {} }) {
  const { pathname, searchParams } = new URL(target, 'http://faults');
  const [name, ...rest] = pathname.slice(1).split('/').map(decoded);
  return { name, rest, query: searchParams, target, headers };
}

function preflight(row) {
  switch (row.preflight) {
    case 'refused':
      return { pieces: [answer('', { status: '403 Forbidden', cors: ['Connection: close'] })], end: 'close' };
    case 'hangs':
      return { pieces: [], end: 'hold' };
    default:
      return {
        pieces: [answer('', { status: '204 No Content', type: null, headers: ['Access-Control-Allow-Headers: authorization, *', 'Access-Control-Allow-Methods: GET'] })],
        end: 'close',
      };
  }
}

async function respond(socket, method, ask, body) {
  const { pieces, end } = answerTo(method, ask, body);
  for (const piece of pieces) {
    if (socket.destroyed) {
      return;
    }
    if (typeof piece === 'number') {
      await pause(piece);
    } else if (!socket.write(piece)) {
      await drained(socket);
    }
  }
  if (end === 'reset') {
    socket.resetAndDestroy();
  } else if (end === 'close') {
    socket.end();
  }
}

async function listen(t, onRequest) {
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {}); // the browser hangs up when it has seen enough
    readRequest(socket, (request) => onRequest(socket, request));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  endServer(t, () => {
    sockets.forEach((socket) => socket.destroy());
    return new Promise((closed) => server.close(closed));
  });
  return `http://127.0.0.1:${server.address().port}`;
}

/** Calls back once the head of the one request of a connection is complete. */
function readRequest(socket, take) {
  let text = '';
  const collect = (data) => {
    text += data.toString('latin1');
    if (text.includes('\r\n\r\n')) {
      socket.off('data', collect);
      socket.resume();
      const [first, ...lines] = text.split('\r\n\r\n')[0].split('\r\n');
      const [method, target = '/'] = first.split(' ');
      take({ method, target, headers: Object.fromEntries(lines.map(headerOf)) });
    }
  };
  socket.on('data', collect);
}

function headerOf(line) {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

function drained(socket) {
  return new Promise((done) => {
    const end = () => {
      socket.off('drain', end);
      socket.off('close', end);
      done();
    };
    socket.on('drain', end);
    socket.on('close', end);
  });
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
