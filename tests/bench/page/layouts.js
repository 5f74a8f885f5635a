// One adapter for each engine: a graph in, the places of nodes and the bends of edges out. The time that is
// taken is from the plain graph to plain places, building the engine's own model included.

export const SIZE = { width: 120, height: 32, beside: 20, between: 60 };

const flat = (points) => points.flatMap(({ x, y }) => [x, y]);
const empty = ({ nodes, edges }) => ({ x: new Float64Array(nodes), y: new Float64Array(nodes), routes: new Array(edges.length).fill([]) });

async function dagre(ranker) {
  const { graphlib, layout, default: whole } = await import('@dagrejs/dagre');
  const { Graph } = graphlib ?? whole.graphlib;
  return (graph) => {
    const model = new Graph({ multigraph: true });
    model.setGraph({ rankdir: 'TB', nodesep: SIZE.beside, ranksep: SIZE.between, ranker });
    model.setDefaultEdgeLabel(() => ({}));
    for (let node = 0; node < graph.nodes; node++) model.setNode(String(node), { width: SIZE.width, height: SIZE.height });
    graph.edges.forEach(([from, to], at) => model.setEdge(String(from), String(to), {}, String(at)));
    (layout ?? whole.layout)(model);
    const drawn = empty(graph);
    for (let node = 0; node < graph.nodes; node++) ({ x: drawn.x[node], y: drawn.y[node] } = model.node(String(node)));
    graph.edges.forEach(([from, to], at) => { drawn.routes[at] = flat(model.edge(String(from), String(to), String(at)).points ?? []); });
    return drawn;
  };
}

async function elk(options) {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  return async (graph) => {
    const answer = await new Elk().layout({
      id: 'all',
      layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN', 'elk.spacing.nodeNode': `${SIZE.beside}`, 'elk.layered.spacing.nodeNodeBetweenLayers': `${SIZE.between}`, ...options },
      children: Array.from({ length: graph.nodes }, (_, node) => ({ id: `n${node}`, width: SIZE.width, height: SIZE.height })),
      edges: graph.edges.map(([from, to], at) => ({ id: `e${at}`, sources: [`n${from}`], targets: [`n${to}`] })),
    });
    const drawn = empty(graph);
    answer.children.forEach((child, node) => { drawn.x[node] = child.x + SIZE.width / 2; drawn.y[node] = child.y + SIZE.height / 2; });
    answer.edges.forEach((edge, at) => {
      const part = edge.sections?.[0];
      if (part) drawn.routes[at] = flat([part.startPoint, ...(part.bendPoints ?? []), part.endPoint]);
    });
    return drawn;
  };
}

async function dag(operators) {
  const d3 = await import('d3-dag');
  return (graph) => {
    const model = d3.graph();
    const nodes = Array.from({ length: graph.nodes }, (_, node) => model.node(node));
    graph.edges.forEach(([from, to], at) => model.link(nodes[from], nodes[to], at));
    operators(d3, d3.sugiyama().nodeSize([SIZE.width, SIZE.height]).gap([SIZE.beside, SIZE.between]))(model);
    const drawn = empty(graph);
    for (const node of model.nodes()) { drawn.x[node.data] = node.x; drawn.y[node.data] = node.y; }
    for (const link of model.links()) drawn.routes[link.data] = link.points.flat();
    return drawn;
  };
}

async function graphviz() {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  const engine = await Graphviz.load();
  const inches = (pixels) => (pixels / 72).toFixed(4);
  return (graph) => {
    const edges = graph.edges.map(([from, to]) => `${from}->${to}`).join('\n');
    const head = `splines=polyline nodesep=${inches(SIZE.beside)} ranksep=${inches(SIZE.between)} node[shape=box fixedsize=true label="" width=${inches(SIZE.width)} height=${inches(SIZE.height)}] edge[arrowhead=none]`;
    const all = Array.from({ length: graph.nodes }, (_, node) => node).join('\n');
    const lines = engine.layout(`digraph{graph[${head.split(' node[')[0]}] node[${head.split(' node[')[1]}\n${all}\n${edges}}`, 'plain', 'dot').split('\n');
    const drawn = empty(graph);
    const waiting = new Map(graph.edges.map(([from, to], at) => [`${from} ${to}`, at]));
    for (const line of lines) {
      const words = line.split(' ');
      if (words[0] === 'node') { drawn.x[words[1]] = 72 * words[2]; drawn.y[words[1]] = -72 * words[3]; }
      if (words[0] === 'edge') {
        const numbers = words.slice(4, 4 + 2 * words[3]).map((word, at) => (at % 2 ? -72 : 72) * word);
        // Four points of each polyline's curve piece: only every third is a bend.
        const bends = [];
        for (let at = 0; at < numbers.length; at += 6) bends.push(numbers[at], numbers[at + 1]);
        drawn.routes[waiting.get(`${words[1]} ${words[2]}`)] = bends;
      }
    }
    return drawn;
  };
}

/** Our layout as the viewer runs it: in its worker, there and back. */
function atlas(effort) {
  return async ({ worker, wasm, parts: files }) => {
    const compile = (file) => WebAssembly.compileStreaming(fetch(file));
    const module = await compile(wasm);
    const parts = Object.fromEntries(await Promise.all(Object.entries(files).map(async ([name, file]) => [name, await compile(file)])));
    const runner = new Worker(worker);
    runner.postMessage({ module, parts });
    let last = 0;
    const ask = (words, numbers) => new Promise((done, failed) => {
      const id = ++last;
      runner.addEventListener('message', function listen({ data }) {
        if (data.id !== id || data.progress !== undefined) return;
        runner.removeEventListener('message', listen);
        if (data.error) failed(new Error(data.error));
        else done(data);
      });
      runner.onerror = (event) => failed(new Error(event.message));
      runner.postMessage({ id, words, numbers }, [words.buffer, numbers.buffer]);
    });
    return async (graph) => {
      const words = new Uint32Array(7 + 2 * graph.edges.length);
      words.set([1, 1, 1, effort, graph.nodes, graph.edges.length, 0]);
      graph.edges.forEach((edge, at) => words.set(edge, 7 + 2 * at));
      const numbers = new Float32Array(1 + 2 * graph.nodes);
      for (let at = 1; at < numbers.length; at += 2) { numbers[at] = SIZE.width; numbers[at + 1] = SIZE.height; }
      return unpacked(await ask(words, numbers), graph);
    };
  };
}

/** The flat form of `layout::Wire`. */
function unpacked({ words, numbers }, graph) {
  const drawn = empty(graph);
  const starts = words.subarray(7 + graph.nodes, 8 + graph.nodes + graph.edges.length);
  for (let node = 0; node < graph.nodes; node++) { drawn.x[node] = numbers[4 + 2 * node]; drawn.y[node] = numbers[5 + 2 * node]; }
  const points = 4 + 2 * graph.nodes;
  for (let at = 0; at < graph.edges.length; at++) drawn.routes[at] = numbers.subarray(points + 2 * starts[at], points + 2 * starts[at + 1]);
  return drawn;
}

/** Each engine by the name in the table; `prepare` gives the function that is measured. */
export const layouts = {
  'Release Atlas': atlas(1),
  'Release Atlas (first drawing)': atlas(0),
  'Graphviz dot (wasm)': graphviz,
  'dagre (longest path)': () => dagre('longest-path'),
  'elkjs (fast)': () => elk({ 'elk.layered.layering.strategy': 'LONGEST_PATH', 'elk.layered.thoroughness': '1', 'elk.layered.crossingMinimization.greedySwitch.type': 'OFF', 'elk.layered.nodePlacement.strategy': 'SIMPLE', 'elk.edgeRouting': 'POLYLINE' }),
  'd3-dag (fastest)': () => dag((d3, one) => one.layering(d3.layeringLongestPath()).decross(d3.decrossDfs()).coord(d3.coordGreedy())),
  'd3-dag (fast)': () => dag((d3, one) => one.layering(d3.layeringLongestPath()).decross(d3.decrossTwoLayer().order(d3.twolayerAgg()).passes(4)).coord(d3.coordGreedy())),
};
