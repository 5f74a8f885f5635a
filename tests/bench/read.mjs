// From bytes to the graph: the viewer beside `JSON.parse` with an equal model, at about 1, 10 and 50 MB.
//
//   cargo xtask bench read                      three browsers each, into RESULTS.md (ten minutes)
//
//   BENCH_RUNS=5            how often           ATLAS_DIST, CHROMIUM    what is measured, and in what
//   BENCH_SIZES=1,10        only these          ATLAS_BEFORE            an older build beside it
//
// Each reads in a browser of its own that was never started before, and then again in it; they take turns, since a
// machine that does something else meanwhile slows both: the ratio counts. Nothing here fails for being slow.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { documentAt, documents, viewerReads } from './reading.mjs';
import { withSection } from './sections.mjs';
import { pageSite } from './site.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = process.env.ATLAS_DIST ?? join(here, '../../dist');
const before = process.env.ATLAS_BEFORE;
const runs = Number(process.env.BENCH_RUNS ?? 3);
const sizes = process.env.BENCH_SIZES?.split(',').map(Number);
const patience = 60_000;
/** So long a page stays, so that the browser keeps what it has made of the program. */
const SETTLING = 2_500;
const site = await pageSite([['/atlas/', dist], ...(before ? [['/before/', before]] : []), ['/', join(here, 'page')]], documentAt);

/** Does something in a browser that was never started before: once, and then twice again. */
async function visits(work) {
  const profile = mkdtempSync(join(tmpdir(), 'atlas-read-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    viewport: { width: 1280, height: 800 },
  });
  const once = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const figures = await work(page);
    await page.waitForTimeout(SETTLING);
    await page.close();
    return figures;
  };
  try {
    return [await once(), await once(), await once()];
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const viewerAt = (path) => (address) => visits((page) => viewerReads(page, `${site.origin}${path}index.html?src=${address}`));

const ways = {
  ...(before ? { before: viewerAt('/before/') } : {}),
  ours: viewerAt('/atlas/'),
  peer: (address) => visits(async (page) => {
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
    const all = Object.fromEntries(Object.keys(ways).map((way) => [way, { first: [], again: [] }]));
    for (let run = 0; run < runs; run++) {
      for (const [way, reads] of Object.entries(ways)) {
        const [first, ...again] = await reads(address);
        all[way].first.push(first);
        all[way].again.push(...again);
      }
    }
    const line = { kind, ...Object.fromEntries(Object.entries(all).map(([way, { first, again }]) => [way, { first: middles(first), again: middles(again) }])) };
    results.push(line);
    console.log(JSON.stringify(line, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)));
  }
} finally {
  await site.stop();
}

const number = (value, digits = 0) => value.toLocaleString('en-GB', { maximumFractionDigits: digits });
const millis = (time) => number(time, time < 10 ? 1 : 0);
const ratio = (one, other) => number(one.time / other.time, 2);
const cells = ({ kind, before, ours: { first, again }, peer }) => [
  kind, number(again.bytes / 1e6, 1), ...[again.parse, again.model, again.graph, again.time, peer.again.time].map(millis), ratio(again, peer.again),
  ...(before ? [ratio(before.again, peer.again)] : []), millis(first.time), ratio(first, peer.first), ...(before ? [ratio(before.first, peer.first)] : []),
  number(again.longest), again.grown === undefined ? '–' : number(again.grown / again.bytes, 1),
];
const head = ['document', 'MB', 'values', 'model', 'graph', 'in all', '`JSON.parse` and model', 'ours : theirs', ...(before ? ['before'] : []), 'first visit', 'ours : theirs', ...(before ? ['before'] : []), 'longest task', 'memory'];
const row = (texts) => `| ${texts.join(' | ')} |`;
const section = `Written by \`cargo xtask bench read\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0].model.trim()},
load at the end ${loadavg().map((one) => one.toFixed(1)).join(', ')}. Milliseconds from the bytes to the graph, rests and painting included, beside
\`JSON.parse\` with the least equal model (\`page/models.js\`): medians of as many browsers as ${runs}, each of which reads once (first
visit: all code is new and slow) and twice again in new pages. The longest task is that of the main thread from the opening on; memory is by how
much that of the program has grown, in bytes for each byte read, the document itself included. "Releases" are those of the graphs
above, "catalogue" and "manifest" have most documented members.${before ? ' "Before" is the ratio of the older build in the same run.' : ''}

${row(head)}
${row(head.map(() => '---'))}
${results.map((line) => row(cells(line))).join('\n')}
`;
if (!sizes) {
  const file = join(here, 'RESULTS.md');
  writeFileSync(file, withSection(readFileSync(file, 'utf8'), 'Reading', section));
}
