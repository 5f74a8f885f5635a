// How good a drawing is: crossings (exact, or none said), the length of its edges, and its form.

const BOUND_STRAIGHT = 15_000;
const BOUND_ROUTED = 6_000;

const side = (ax, ay, bx, by, px, py) => Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));

function cross(one, at, other, to) {
  const [ax, ay, bx, by] = [one[at], one[at + 1], one[at + 2], one[at + 3]];
  const [cx, cy, dx, dy] = [other[to], other[to + 1], other[to + 2], other[to + 3]];
  return side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 && side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0;
}

function boxOf(line) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < line.length; at += 2) {
    box[0] = Math.min(box[0], line[at]);
    box[1] = Math.min(box[1], line[at + 1]);
    box[2] = Math.max(box[2], line[at]);
    box[3] = Math.max(box[3], line[at + 1]);
  }
  return box;
}

/** Crossings of lines; of edges that share a node, one crossing is not counted. */
function crossings(lines, edges) {
  const order = lines.map((line, at) => ({ line, at, box: boxOf(line) })).filter(({ line }) => line.length >= 4);
  order.sort((one, other) => one.box[0] - other.box[0]);
  let total = 0;
  for (let i = 0; i < order.length; i++) {
    const one = order[i];
    for (let j = i + 1; j < order.length && order[j].box[0] <= one.box[2]; j++) {
      const other = order[j];
      if (other.box[1] > one.box[3] || one.box[1] > other.box[3]) continue;
      let found = 0;
      for (let a = 0; a + 3 < one.line.length; a += 2) {
        for (let b = 0; b + 3 < other.line.length; b += 2) found += cross(one.line, a, other.line, b);
      }
      const isShared = edges[one.at].some((node) => edges[other.at].includes(node));
      total += Math.max(0, found - isShared);
    }
  }
  return total;
}

const lengthOf = (line) => {
  let length = 0;
  for (let at = 0; at + 3 < line.length; at += 2) length += Math.hypot(line[at + 2] - line[at], line[at + 3] - line[at + 1]);
  return length;
};

export function quality(graph, { x, y, routes }) {
  const straight = graph.edges.map(([from, to]) => [x[from], y[from], x[to], y[to]]);
  const [left, top, right, bottom] = boxOf(straight.flat());
  return {
    straight: graph.edges.length <= BOUND_STRAIGHT ? crossings(straight, graph.edges) : null,
    routed: graph.edges.length <= BOUND_ROUTED ? crossings(routes, graph.edges) : null,
    length: routes.reduce((sum, line) => sum + lengthOf(line), 0),
    form: (right - left) / Math.max(1, bottom - top),
  };
}
