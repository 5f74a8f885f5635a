// From bytes to the graph: the viewer beside `JSON.parse` with an equal model, each in a page of its own that has read
// nothing before, taking turns. A machine that does something else meanwhile slows both.

import { catalogue, manifest } from './documents.mjs';
import { documentOf, releases } from './graph.mjs';

const MB = 1e6;
const kinds = { catalogue, manifest, releases: (size) => documentOf(releases(Math.round(size / 512))) };

/** What is read: a name in addresses, and how many bytes about. */
export const documents = [
  ['releases', 0.5], ['releases', 5], ['catalogue', 1], ['catalogue', 10], ['catalogue', 50], ['manifest', 1], ['manifest', 10], ['manifest', 50],
];

const texts = new Map();

/** The text that is served under a path, if it is one of the documents. */
export function documentAt(path) {
  const [, kind, size] = /^\/data\/(\w+)-([\d.]+)\.json$/.exec(path) ?? [];
  if (!kinds[kind] || size > 60) return undefined;
  if (!texts.has(path)) texts.set(path, kinds[kind](size * MB));
  return texts.get(path);
}

/** Runs in the viewer's page before anything else: keeps its memory, and the long tasks of the main thread. */
function watch() {
  globalThis.tasks = [];
  new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => globalThis.tasks.push([startTime, duration]))).observe({ type: 'longtask', buffered: true });
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      globalThis.room ??= (made.instance ?? made).exports.memory;
      globalThis.bare ??= globalThis.room?.buffer.byteLength;
      return made;
    };
  }
}

/** Runs there once the graph is made. */
async function figures() {
  await new Promise((done) => { setTimeout(done, 300); });
  const last = (name) => performance.getEntriesByName(name).at(-1);
  const [parse, graph] = [last('atlas:parse'), last('atlas:graph')];
  const end = graph.startTime + graph.duration;
  const tasks = globalThis.tasks.filter(([start, duration]) => start + duration > parse.startTime - 100);
  return {
    time: end - parse.startTime,
    parse: parse.duration,
    model: graph.startTime - parse.startTime - parse.duration,
    graph: graph.duration,
    longest: Math.max(0, ...tasks.map(([, duration]) => duration)),
    bytes: parse.detail.bytes,
    grown: globalThis.room ? globalThis.room.buffer.byteLength - globalThis.bare : undefined,
    nodes: graph.detail.nodes,
    edges: graph.detail.edges,
  };
}

/** The viewer's page with one document opened by its address. */
export async function viewerReads(page, address) {
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('atlas:graph').some(({ detail }) => detail.nodes > 0));
  return page.evaluate(figures);
}
