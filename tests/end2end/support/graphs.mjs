// Graphs of many shapes, as pages of catalogue releases.

/** Pages of releases for `{count, edges}`, by the path under which each is served. */
export function graphPages({ count, edges }) {
  const needs = Array.from({ length: count }, () => []);
  for (const [from, to] of edges) needs[from].push({ id: `r${to}` });
  const release = (at) => ({
    id: `r${at}`,
    version: '1.0.0',
    revision: '0',
    released_at: '2026-06-01T10:00:00.000Z',
    branch: `${at % 4}`,
    packaging_type: 'HELM_CHART',
    product: { name: `Part ${at}`, key: `part-${at}` },
    dependencies: needs[at],
    dependants: [],
  });
  const items = Array.from({ length: count }, (_, at) => release(at));
  const page = { page: 1, page_size: count, total_size: count, total_pages: 1, items };
  return { '/graph.json': JSON.stringify(page) };
}

const range = (count) => Array.from({ length: count }, (_, at) => at);

/** A number sequence without a clock or a random source. */
function sequence(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** Releases that need some of the ones before them, most of them a few common ones. */
export function releases(count) {
  const next = sequence(7);
  const edges = range(count).slice(1).flatMap((from) => [[from, next(Math.min(from, 12))], [from, next(from)]]);
  return { count, edges: edges.filter(([from, to]) => from !== to) };
}

/** The shapes that a graph view must bear. */
export const shapes = {
  'one node': () => ({ count: 1, edges: [] }),
  'two nodes': () => ({ count: 2, edges: [[0, 1]] }),
  'a thousand releases': () => releases(1_000),
  'a star': () => ({ count: 500, edges: range(499).map((at) => [at + 1, 0]) }),
  'a chain': () => ({ count: 300, edges: range(299).map((at) => [at, at + 1]) }),
  'a grid': () => ({ count: 400, edges: range(400).flatMap((at) => [...(at % 20 < 19 ? [[at, at + 1]] : []), ...(at < 380 ? [[at, at + 20]] : [])]) }),
  'complete layers': () => ({ count: 60, edges: range(5).flatMap((layer) => range(10).flatMap((from) => range(10).map((to) => [layer * 10 + from, layer * 10 + 10 + to]))) }),
  'a cycle of 500': () => ({ count: 500, edges: range(500).map((at) => [at, (at + 1) % 500]) }),
  'diamonds of 30 layers': () => ({ count: 91, edges: range(30).flatMap((layer) => [[3 * layer, 3 * layer + 1], [3 * layer, 3 * layer + 2], [3 * layer + 1, 3 * layer + 3], [3 * layer + 2, 3 * layer + 3]]) }),
  '5,000 components': () => ({ count: 10_000, edges: range(5_000).map((at) => [2 * at, 2 * at + 1]) }),
  'ten thousand releases': () => releases(10_000),
  'a hundred thousand releases': () => releases(100_000),
};
