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
};
export { documentOf };
