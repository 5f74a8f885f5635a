// The bench page: our layout and painter beside their peers, in one Chromium, on the same graphs.
//
//   cargo xtask bench web                       everything, into RESULTS.md (half an hour)
//   cargo xtask bench web layout                one part: layout or draw
//
//   BENCH_SIZES=1000,5000   node counts         BENCH_CAP=60    seconds that one run may take
//   ATLAS_DIST, CHROMIUM    what is measured, and in what
//
// Absolute times drift with the machine and what else it does; ratios within one run are what counts.
// Nothing here fails for being slow.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { documentOf, releases } from './graph.mjs';
import { report } from './report.mjs';
import { keepingOthers } from './sections.mjs';
import { pageSite } from './site.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = process.env.ATLAS_DIST ?? join(here, '../../dist');
const cap = 1000 * Number(process.env.BENCH_CAP ?? 60);
const sizes = (process.env.BENCH_SIZES ?? '1000,5000,10000,100000').split(',').map(Number);
const only = process.argv[2];
const OURS = /^Release Atlas/;
/** Peers are asked for no more: each of them ends, or takes minutes. */
const PEERS_UP_TO = 10_000;
const REPEATS = 5;

const bundle = join(here, 'node_modules/.bench');
await build({
  entryPoints: [join(here, 'page/main.js')],
  outdir: bundle,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  external: ['web-worker'],
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  logLevel: 'error',
});
/** What the worker is sent beside the program: address by name, as the module has them. */
function partsOf(module) {
  const found = module.matchAll(/"(\w+)": \{ file: new URL\("\.\/(release-atlas-part-[\w-]+\.wasm)"/g);
  return Object.fromEntries([...found].map(([, name, file]) => [name, `/atlas/${file}`]));
}
const named = (pattern) => `/atlas/${readdirSync(dist).find((name) => pattern.test(name))}`;
const files = { worker: named(/^release-atlas-worker-.*\.js$/), wasm: named(/^release-atlas-[0-9a-f]+\.wasm$/), parts: partsOf(readFileSync(join(dist, 'release-atlas.js'), 'utf8')) };
const site = await pageSite([['/atlas/', dist], ['/', bundle], ['/', join(here, 'page')]], (path) => {
  const size = /^\/data\/releases-(\d+)\.json$/.exec(path)?.[1];
  return size && documentOf(releases(Number(size)));
});

const middle = (numbers, share = 0.5) => [...numbers].sort((one, other) => one - other)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

/** Runs work on a page of a fresh browser; what takes too long ends with the browser. */
async function inBrowser(address, work) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--enable-unsafe-swiftshader', '--disable-background-networking', '--js-flags=--max-old-space-size=8192'],
  });
  let timer;
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(cap);
    await page.goto(site.origin + address);
    const late = new Promise((_, end) => { timer = setTimeout(() => end(new Error(`over ${cap / 1000} s`)), 3 * cap); });
    return await Promise.race([work(page), late]);
  } catch (error) {
    const said = String(error.message).split('\n')[0].replace(/^page\.\w+: /, '').slice(0, 80);
    return { failed: said.replace(/^Timeout (\d+)000ms exceeded\.$/, 'over $1 s') };
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

const within = (work) => Promise.race([work, new Promise((_, end) => { setTimeout(() => end(new Error(`over ${cap / 1000} s`)), cap).unref(); })]);

async function layoutOf(name, nodes) {
  return inBrowser('/index.html', async (page) => {
    await page.waitForFunction(() => globalThis.bench);
    await page.evaluate(([name, nodes, files]) => bench.prepare(name, nodes, files), [name, nodes, files]);
    const times = [];
    do {
      times.push(await within(page.evaluate(() => bench.layout())));
    } while (times.length < REPEATS && times.reduce((sum, time) => sum + time, 0) < cap / 6);
    const quality = nodes <= PEERS_UP_TO ? await within(page.evaluate(() => bench.quality())).catch(() => null) : null;
    return { time: middle(times), runs: times.length, ...quality };
  });
}

/** A peer draws the places that our layout found. */
async function drawingOf(name, nodes) {
  return inBrowser('/index.html', async (page) => {
    await page.waitForFunction(() => globalThis.bench);
    await page.evaluate(([nodes, files]) => bench.prepare('Release Atlas', nodes, files), [nodes, files]);
    await page.evaluate(() => bench.layout());
    const { first, times } = await page.evaluate((name) => bench.draw(name, 120), name);
    return { first, frames: times.length, frame: middle(times), late: middle(times, 0.95) };
  });
}

/** The viewer itself opens the same graph as a document, draws all of it, and is panned and zoomed. */
async function viewerOn(nodes) {
  return inBrowser(`/atlas/index.html?src=/data/releases-${nodes}.json#/graph?show=all`, async (page) => {
    const has = (name) => page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, name, { timeout: 2 * cap });
    await has('atlas:scene');
    await has('atlas:paint');
    await page.waitForTimeout(1500);
    return page.evaluate(async () => {
      const spent = (name) => performance.getEntriesByName(name).at(-1);
      const scene = spent('atlas:scene');
      const paint = performance.getEntriesByName('atlas:paint').find((entry) => entry.startTime >= scene.startTime);
      const stage = document.querySelector('release-atlas').shadowRoot.querySelector('.stage');
      const box = stage.getBoundingClientRect();
      const at = { bubbles: true, pointerId: 7, isPrimary: true, button: 0, buttons: 1, pointerType: 'mouse' };
      const middle = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      stage.dispatchEvent(new PointerEvent('pointerdown', { ...at, ...middle }));
      const times = [];
      let last = await frame();
      const began = last;
      for (let step = 0; step < 120 && last - began < 30_000; step++) {
        const place = { clientX: middle.clientX + Math.sin(step / 9) * 200, clientY: middle.clientY + Math.cos(step / 7) * 120 };
        stage.dispatchEvent(new PointerEvent('pointermove', { ...at, ...place }));
        stage.dispatchEvent(new WheelEvent('wheel', { ...middle, bubbles: true, cancelable: true, ctrlKey: true, deltaY: step < 60 ? -30 : 30 }));
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      stage.dispatchEvent(new PointerEvent('pointerup', { ...at, ...middle }));
      return {
        times,
        first: paint.startTime + paint.duration - scene.startTime,
        layout: spent('atlas:layout')?.duration,
      };
    });
  });
}

const results = { layout: [], draw: [] };
const note = (part, line) => {
  results[part].push(line);
  console.log(part, JSON.stringify(line, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)));
};
const wanted = (part) => !only || only === part;

try {
  const { layouts, drawings } = await inBrowser('/index.html', async (page) => {
    await page.waitForFunction(() => globalThis.bench);
    return page.evaluate(() => ({ layouts: bench.layouts, drawings: bench.drawings }));
  });
  for (const nodes of sizes) {
    for (const name of wanted('layout') ? layouts : []) {
      const gaveUp = results.layout.some((line) => line.name === name && line.failed);
      if (OURS.test(name) || (nodes <= PEERS_UP_TO && !gaveUp)) note('layout', { name, nodes, ...(await layoutOf(name, nodes)) });
    }
    if (wanted('draw')) {
      const { times, ...viewer } = await viewerOn(nodes);
      note('draw', { name: 'Release Atlas', nodes, ...viewer, ...(times ? { frames: times.length, frame: middle(times), late: middle(times, 0.95) } : {}) });
    }
    for (const name of wanted('draw') && nodes <= PEERS_UP_TO ? drawings : []) note('draw', { name, nodes, ...(await drawingOf(name, nodes)) });
  }
} finally {
  await site.stop();
}
if (!only) {
  const file = join(here, 'RESULTS.md');
  const version = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).dependencies;
  writeFileSync(file, keepingOthers(report(results, { sizes, cap, version }), readFileSync(file, 'utf8')));
}
