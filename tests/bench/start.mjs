// How long it takes to the first verdict: the viewer's own page, a portal with the element, a portal with the iframe in
// a sandbox; and what each of them loads, gzipped.
//
//   cargo xtask bench start                     seven times each, into RESULTS.md (two minutes)
//
//   BENCH_RUNS=3            how often           ATLAS_DIST, CHROMIUM    what is measured, and in what
//
// Two networks: this machine's own, and one of 10 Mbit/s with 40 ms for each answer, made by the server. Absolute times
// drift with the machine and what else it does. Nothing here fails for being slow.

import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { withSection } from './sections.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = process.env.ATLAS_DIST ?? join(here, '../../dist');
const runs = Number(process.env.BENCH_RUNS ?? 7);
const kinds = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' };
const SLOW = { bytesPerMilli: 1250, delay: 40, piece: 16_384 };

const pause = (millis) => new Promise((done) => { setTimeout(done, millis); });

/** A site of one origin. `found(path)` gives a Buffer or a text; `asked` notes what was sent, in bytes gzipped. */
async function site(found) {
  const zipped = new Map();
  const asked = new Map();
  const state = { isSlow: false };
  let line = Promise.resolve();
  const slowly = async (response, body) => {
    await pause(SLOW.delay);
    for (let at = 0; at < body.length; at += SLOW.piece) {
      const piece = body.subarray(at, at + SLOW.piece);
      // One line for all answers, as on a real one.
      line = line.then(() => pause(piece.length / SLOW.bytesPerMilli));
      await line;
      response.write(piece);
    }
    response.end();
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://site').pathname;
    const body = found(path);
    if (body === undefined) return response.writeHead(404).end();
    if (!zipped.has(path)) zipped.set(path, gzipSync(body, { level: 9 }));
    asked.set(path, zipped.get(path).length);
    const hashed = /-[0-9a-f]{16}\./.test(path);
    response.writeHead(200, {
      'content-type': kinds[extname(path)] ?? kinds['.html'], 'content-encoding': 'gzip', 'access-control-allow-origin': '*',
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    return state.isSlow ? slowly(response, zipped.get(path)) : response.end(zipped.get(path));
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  const stop = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
  return { origin: `http://127.0.0.1:${server.address().port}`, asked, state, stop };
}

function fileOf(path) {
  const file = normalize(join(dist, path.endsWith('/') ? `${path}index.html` : path));
  try {
    return file.startsWith(dist + sep) ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

const tools = await site(fileOf);
const documents = { '/customization.json': 'sample/customization.json', '/manifest.json': 'sample/manifest-newer.json' };
const portalPages = {
  '/element.html': `<!doctype html><html lang="en"><title>Portal</title><script type="module" src="${tools.origin}/release-atlas.js"></script>
    <release-atlas src="/customization.json" manifest-src="/manifest.json"></release-atlas></html>`,
  '/frame.html': '<!doctype html><html lang="en"><title>Portal</title><script type="module" src="portal.js"></script></html>',
  '/portal.js': `import { embed } from '${tools.origin}/release-atlas-embed.js';
    const frame = document.createElement('iframe');
    frame.title = 'Release Atlas';
    frame.sandbox = 'allow-scripts';
    frame.width = 1000;
    frame.height = 700;
    frame.src = '${tools.origin}/embed.html?parent=' + location.origin;
    document.body.append(frame);
    globalThis.tag = performance.now();
    const texts = ['/customization.json', '/manifest.json'].map(async (address) => (await fetch(address)).text());
    const atlas = embed(frame, { documents: await Promise.all(texts) });
    atlas.addEventListener('atlas-verdict', ({ detail }) => { globalThis.answer ??= detail.counts.hit > 0 ? performance.now() : undefined; });`,
};
const portal = await site((path) => portalPages[path] ?? (path in documents ? fileOf(`/${documents[path]}`) : undefined));

/** Runs in every page: when the tag is there, and when the first verdict is shown. */
function watch() {
  new MutationObserver(() => {
    if (document.querySelector('release-atlas')) globalThis.tag ??= performance.now();
  }).observe(document, { childList: true, subtree: true });
}

const ways = [
  { name: 'the viewer’s own page, on its sample', address: `${tools.origin}/`, from: () => 0 },
  { name: 'the element in a portal', address: `${portal.origin}/element.html`, from: () => globalThis.tag },
  { name: 'the element, seen again', address: `${portal.origin}/element.html`, from: () => globalThis.tag, isSecond: true },
  { name: 'the iframe in a sandbox', address: `${portal.origin}/frame.html`, from: () => globalThis.tag },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

async function once({ address, from, isSecond }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const visit = async () => {
    await page.goto(address);
    const answer = () => globalThis.answer ?? performance.getEntriesByName('atlas:answer')[0]?.startTime;
    await page.waitForFunction(answer, null, { timeout: 120_000 });
    return page.evaluate(`(${answer})() - (${from})()`);
  };
  const first = await visit();
  const time = isSecond ? await visit() : first;
  await context.close();
  return time;
}

async function measured(way) {
  const times = [];
  for (let run = 0; run < runs; run += 1) times.push(await once(way));
  times.sort((one, other) => one - other);
  return { middle: times[Math.floor(runs / 2)], least: times[0], most: times[runs - 1] };
}

const results = [];
try {
  for (const way of ways) {
    const line = { name: way.name };
    for (const network of ['near', 'slow']) {
      for (const { state, asked } of [tools, portal]) {
        state.isSlow = network === 'slow';
        asked.clear();
      }
      line[network] = await measured(way);
    }
    const own = [...tools.asked].filter(([path]) => !path.startsWith('/sample/') && !path.endsWith('.svg'));
    const sum = (files) => files.reduce((all, [, bytes]) => all + bytes, 0);
    const isPart = ([path]) => /-parts?-/.test(path);
    line.bytes = sum(own.filter((file) => !isPart(file)));
    line.later = sum(own.filter(isPart));
    results.push(line);
    console.log(JSON.stringify(line));
  }
} finally {
  await browser.close();
  await Promise.all([tools.stop(), portal.stop()]);
}

const millis = ({ middle, least, most }) => `${Math.round(middle)} (${Math.round(least)}–${Math.round(most)})`;
const kilobytes = (bytes) => Math.round(bytes / 1024).toLocaleString('en-GB');
const rows = results.map(({ name, near, slow, bytes, later }) => `| ${name} | ${millis(near)} | ${millis(slow)} | ${kilobytes(bytes)} | ${kilobytes(later)} |`);
const section = `Written by \`cargo xtask bench start\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0].model.trim()},
load at the end ${loadavg().map((one) => one.toFixed(1)).join(', ')}. Milliseconds to the first verdict, median of ${runs} (least–most): on the own page from the
navigation, in a portal from the tag. What loads is without the documents; seen again, it comes from the browser's cache.

| page | this machine | 10 Mbit/s, 40 ms | loads first, KB gzipped | and after it |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
const file = join(here, 'RESULTS.md');
writeFileSync(file, withSection(readFileSync(file, 'utf8'), 'First verdict', section));
