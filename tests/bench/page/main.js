// What the driver (../run.mjs) calls on the page.

import { documentOf, releases } from '../graph.mjs';
import { draw, names } from './drawings.js';
import { layouts } from './layouts.js';
import { quality } from './quality.js';

const state = { graph: null, drawn: null, measured: null };

globalThis.bench = {
  layouts: Object.keys(layouts),
  drawings: names,

  /** Loads an engine and runs it on a small graph, so that what the first use costs is paid. */
  async prepare(name, nodes, files) {
    state.measured = await layouts[name](files);
    await state.measured(releases(60));
    state.graph = releases(nodes);
  },

  async layout() {
    const start = performance.now();
    state.drawn = await state.measured(state.graph);
    return performance.now() - start;
  },

  quality: () => quality(state.graph, state.drawn),
  draw: (name, frames) => draw(name, state.graph, state.drawn, frames),

  /** JSON.parse and an equal graph model, in milliseconds. */
  async parse(address) {
    const bytes = await (await fetch(address)).arrayBuffer();
    const start = performance.now();
    const { items } = JSON.parse(new TextDecoder().decode(bytes));
    const places = new Map(items.map(({ id }, at) => [id, at]));
    const nodes = items.map(({ id, version, revision, product }) => ({ id, version, revision, product: product.name }));
    const edges = items.flatMap((item, from) => item.dependencies.map(({ id }) => [from, places.get(id)]));
    const time = performance.now() - start;
    return { time, bytes: bytes.byteLength, nodes: nodes.length, edges: edges.length };
  },
};
export { documentOf };
