// Peers that draw a graph whose places are known: discs and straight lines, as plainly as each can.

const COLOUR = { node: '#2457d6', edge: '#a9b2bf' };

const peers = {
  async 'sigma.js (WebGL)'(stage, { nodes, edges }, { x, y }) {
    const [{ default: Graph }, { default: Sigma }] = await Promise.all([import('graphology'), import('sigma')]);
    const model = new Graph({ type: 'directed', multi: true });
    for (let node = 0; node < nodes; node++) model.addNode(node, { x: x[node], y: -y[node], size: 3, color: COLOUR.node });
    for (const [from, to] of edges) model.addEdge(from, to, { size: 1, color: COLOUR.edge });
    const sigma = new Sigma(model, stage, { renderLabels: false });
    return { move: (right, down, ratio) => sigma.getCamera().setState({ x: 0.5 + right, y: 0.5 + down, ratio }), end: () => sigma.kill() };
  },
  async 'cytoscape.js'(stage, { nodes, edges }, { x, y }) {
    const { default: cytoscape } = await import('cytoscape');
    const elements = [];
    for (let node = 0; node < nodes; node++) elements.push({ data: { id: `${node}` }, position: { x: x[node], y: y[node] } });
    for (const [from, to] of edges) elements.push({ data: { source: `${from}`, target: `${to}` } });
    const style = [{ selector: 'node', style: { width: 8, height: 8, 'background-color': COLOUR.node } }, { selector: 'edge', style: { width: 1, 'line-color': COLOUR.edge, 'curve-style': 'haystack' } }];
    const cy = cytoscape({ container: stage, elements, style, layout: { name: 'preset' }, pixelRatio: 1 });
    cy.fit();
    const [zoom, pan] = [cy.zoom(), { ...cy.pan() }];
    return { move: (right, down, ratio) => cy.viewport({ zoom: zoom / ratio, pan: { x: pan.x - right * 1280, y: pan.y - down * 800 } }), end: () => cy.destroy() };
  },
};

export const names = Object.keys(peers);

const frame = () => new Promise((next) => requestAnimationFrame(next));

/** Milliseconds to the first picture and of each frame while it pans and zooms. */
export async function draw(name, graph, drawn, frames) {
  const stage = document.getElementById('stage');
  stage.replaceChildren();
  const start = performance.now();
  const peer = await peers[name](stage, graph, drawn);
  await frame();
  await frame();
  const first = performance.now() - start;
  const times = [];
  let last = await frame();
  const began = last;
  for (let at = 0; at < frames; at++) {
    peer.move(Math.sin(at / 9) / 5, Math.cos(at / 7) / 5, 1 - 0.7 * Math.sin((at / frames) * Math.PI));
    const now = await frame();
    times.push(now - last);
    last = now;
    if (last - began > 20_000) break;
  }
  peer.end();
  return { first, times };
}
