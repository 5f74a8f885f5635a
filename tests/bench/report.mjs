// The results as tables with ratios, to be kept in the repository.

import { cpus, loadavg, totalmem } from 'node:os';

/** Of fewer frames there is nothing to say. */
const FEWEST_FRAMES = 10;

const number = (value, digits = 0) => (value === undefined || value === null ? '–' : value.toLocaleString('en-GB', { maximumFractionDigits: digits }));
const time = (value) => number(value, value < 10 ? 1 : 0);
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const unique = (lines) => [...new Set(lines.map(({ name }) => name))];

/** "412 ms (38 ×)": the time and how many times ours it is. */
function against(line, ours) {
  if (!line) return '–';
  if (line.failed) return line.failed;
  const ratio = ours?.time && line !== ours ? ` (${number(line.time / ours.time, line.time / ours.time < 10 ? 1 : 0)} ×)` : '';
  return `${time(line.time)} ms${ratio}`;
}

function layouts(lines, sizes) {
  const of = (name, nodes) => lines.find((line) => line.name === name && line.nodes === nodes);
  const first = Math.min(...sizes);
  const head = ['engine', ...sizes.map((nodes) => `${number(nodes)} nodes`), `crossings at ${number(first)} (straight / as drawn)`, 'width : height'];
  return table(head, unique(lines).map((name) => {
    const one = of(name, first);
    return [name, ...sizes.map((nodes) => against(of(name, nodes), of('Release Atlas', nodes))), `${number(one?.straight)} / ${number(one?.routed)}`, number(one?.form, 2)];
  }));
}

function crossings(lines, sizes) {
  const shown = sizes.filter((nodes) => lines.some((line) => line.nodes === nodes && line.straight));
  const of = (name, nodes) => lines.find((line) => line.name === name && line.nodes === nodes);
  return table(['engine', ...shown.map((nodes) => `straight crossings at ${number(nodes)}`)], unique(lines).map((name) => [name, ...shown.map((nodes) => number(of(name, nodes)?.straight))]));
}

function drawings(lines, sizes) {
  const of = (name, nodes) => lines.find((line) => line.name === name && line.nodes === nodes);
  const moved = (line) => (line.frames < FEWEST_FRAMES ? 'not measured' : `${time(line.frame)} / ${time(line.late)}`);
  const cell = (line) => (!line ? '–' : line.failed ?? `${moved(line)}; first ${time(line.first)}`);
  return table(['renderer', ...sizes.map((nodes) => `${number(nodes)} nodes`)], unique(lines).map((name) => [name, ...sizes.map((nodes) => cell(of(name, nodes)))]));
}

export function report({ layout, draw }, { sizes, cap, version }) {
  const [{ model }] = cpus();
  const load = loadavg().map((one) => one.toFixed(1)).join(', ');
  const peers = Object.entries(version).filter(([name]) => !['esbuild', 'playwright-core'].includes(name)).map(([name, at]) => `${name} ${at}`).join(', ');
  return `# Measured beside the peers

Written by \`cargo xtask bench web\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${model.trim()}, ${number(totalmem() / 2 ** 30)} GiB,
load at the end ${load}, headless Chromium without a GPU. Absolute times drift with the machine and its load; ratios within
one run are what counts. Peers: ${peers}.

Graphs are like those of release catalogues (\`graph.mjs\`), two and a half edges a node, unreduced, equal boxes. A run of over
${cap / 1000} s is ended. Our layout runs in the viewer's worker, the way there and back included.

## Layered layout

Medians, and how many times ours.

${layouts(layout, sizes)}

${crossings(layout, sizes)}

## Drawing

Milliseconds a frame while panning and zooming (median / 95th percentile), and to the first picture after the layout. Peers
draw discs and straight lines at the places that our layout found; the viewer draws its cards, routes and labels.

${drawings(draw, sizes)}
`;
}
