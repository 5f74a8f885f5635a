// From bytes to the graph: the viewer beside `JSON.parse` with an equal model, at about 1, 10 and 50 MB.
//
//   cargo xtask bench read                      five times each, into RESULTS.md (ten minutes)
//
//   BENCH_RUNS=3            how often           ATLAS_DIST, CHROMIUM    what is measured, and in what
//   BENCH_SIZES=1,10        only these          ATLAS_BEFORE            an older build beside it
//
// Each reads in a browser of its own that has read nothing before, taking turns, since a machine that does something
// else meanwhile slows both: the ratio counts. Nothing here fails for being slow.

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { documentAt, documents, viewerReads } from './reading.mjs';
import { withSection } from './sections.mjs';
import { pageSite } from './site.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = process.env.ATLAS_DIST ?? join(here, '../../dist');
const before = process.env.ATLAS_BEFORE;
const runs = Number(process.env.BENCH_RUNS ?? 5);
const sizes = process.env.BENCH_SIZES?.split(',').map(Number);
const patience = 60_000;
const site = await pageSite([['/atlas/', dist], ...(before ? [['/before/', before]] : []), ['/', join(here, 'page')]], documentAt);

/** Does something on a page of a fresh browser. */
async function fresh(work) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(patience);
    return await work(page);
  } finally {
    await browser.close();
  }
}

const viewerAt = (path) => (address) => fresh((page) => viewerReads(page, `${site.origin}${path}index.html?src=${address}`));

const ways = {
  ...(before ? { before: viewerAt('/before/') } : {}),
  ours: viewerAt('/atlas/'),
  peer: (address) => fresh(async (page) => {
    await page.goto(`${site.origin}/read.html`);
    await page.waitForFunction(() => globalThis.parsed);
    return page.evaluate((address) => parsed(address), address);
  }),
};

const middle = (numbers) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1];
const middles = (all) => Object.fromEntries(Object.keys(all[0]).map((key) => [key, middle(all.map((one) => one[key]))]));

const results = [];
try {
  for (const [kind, size] of documents.filter(([, size]) => !sizes || sizes.includes(size))) {
    const address = `/data/${kind}-${size}.json`;
    const all = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
    for (let run = 0; run < runs; run++) for (const [way, reads] of Object.entries(ways)) all[way].push(await reads(address));
    const line = { kind, ...Object.fromEntries(Object.entries(all).map(([way, figures]) => [way, middles(figures)])) };
    results.push(line);
    console.log(JSON.stringify(line, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)));
  }
} finally {
  await site.stop();
}

const number = (value, digits = 0) => value.toLocaleString('en-GB', { maximumFractionDigits: digits });
const cells = ({ kind, before, ours, peer }) => [
  kind, number(peer.bytes / 1e6, 1), ...[ours.parse, ours.model, ours.graph, ours.time, peer.time].map((time) => number(time, time < 10 ? 1 : 0)),
  number(ours.time / peer.time, 2), before ? number(before.time / peer.time, 2) : '–', number(ours.longest), ours.grown === undefined ? '–' : number(ours.grown / ours.bytes, 1),
];
const section = `Written by \`cargo xtask bench read\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0].model.trim()},
load at the end ${loadavg().map((one) => one.toFixed(1)).join(', ')}. Milliseconds from the bytes to the graph, rests included, beside \`JSON.parse\` with the
least equal model (\`page/models.js\`): medians of ${runs}, each in a browser of its own that has read nothing before. The longest
task is that of the main thread from the opening on; memory is by how much that of the program has grown, for each byte read, the
document itself included. "Releases" are those of the graphs above, "catalogue" and "manifest" have most documented members.

| document | MB | values | model | graph | in all | JSON.parse and model | ours : theirs | before | longest task, ms | memory, bytes a byte |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${results.map((line) => `| ${cells(line).join(' | ')} |`).join('\n')}
`;
if (!sizes) {
  const file = join(here, 'RESULTS.md');
  writeFileSync(file, withSection(readFileSync(file, 'utf8'), 'Reading', section));
}
