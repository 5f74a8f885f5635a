// The package: copied into a portal as it is, and through Vite and webpack.

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist, serve, strictPolicy } from './support/site.mjs';
import { settled, visit } from './support/visit.mjs';

const folder = join(dist, 'npm');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const program = readdirSync(folder).filter((name) => name.endsWith('.wasm'));

const main = `import 'release-atlas';
import { ReleaseAtlasElement } from 'release-atlas';
const atlas = document.createElement('release-atlas');
atlas.setAttribute('src', '/sample/customization.json /many.json');
atlas.setAttribute('state', 'hash');
location.hash = '#/graph?show=all';
globalThis.isElement = atlas instanceof ReleaseAtlasElement;
document.body.append(atlas);`;

/** As many releases as take the worker to lay out. */
function many() {
  const id = (number) => number.toString(16).padStart(24, '0');
  const items = Array.from({ length: 700 }, (_, number) => ({
    id: id(number + 1), version: `1.0.${number}`, packaging_type: 'HELM_CHART', product: { key: `p${number}`, name: `Product ${number}` },
    dependencies: number < 30 ? [] : [{ id: id((number % 29) + 1) }, { id: id((number % 17) + 1) }],
  }));
  return JSON.stringify({ page: 1, page_size: items.length, total_size: items.length, total_pages: 1, items });
}

/** An application that has the package among its modules; gone with the test. */
function application(t) {
  const root = mkdtempSync(join(tmpdir(), 'atlas-package-'));
  t.after(() => rmSync(root, { recursive: true }));
  cpSync(folder, join(root, 'node_modules/release-atlas'), { recursive: true });
  mkdirSync(join(root, 'public'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module", "private": true }');
  writeFileSync(join(root, 'main.js'), main);
  return root;
}

/** Serves a site, with the sample beside it, and checks that the element answers with nothing but its own files. */
async function assertRuns(t, folder) {
  const json = (body) => ({ headers: { 'content-type': 'application/json' }, body });
  const sample = (path) => (path === '/many.json' ? json(many()) : path.startsWith('/sample/') ? json(readFileSync(join(dist, path))) : undefined);
  const site = await serve(t, { folder, policy: strictPolicy, replace: sample });
  const page = await visit(t, site.url(), { before: watchWorkers });
  assert.equal(await settled(page), 'ready');
  assert.equal(await page.evaluate(() => globalThis.isElement), true);
  await page.waitForFunction(() => globalThis.workers.length > 0 && performance.getEntriesByName('atlas:layout').some(({ detail }) => detail.nodes > 600));
  const asked = site.asked.map(({ url }) => url);
  const started = await page.evaluate(() => globalThis.workers);
  const wasm = asked.filter((url) => url.endsWith('.wasm'));
  assert.ok(wasm.length > 0 && new Set(wasm).size === wasm.length, `each file once: ${asked.join(' ')}`);
  assert.ok(started.length === 1 && asked.includes(new URL(started[0]).pathname), `the worker is found too: ${asked.join(' ')}`);
  assert.ok(!asked.some((url) => url.endsWith('config.json')), 'a bundle is configured by attributes');
}

const watchWorkers = (page) =>
  page.addInitScript(() => {
    globalThis.workers = [];
    globalThis.Worker = class extends Worker {
      constructor(address) {
        super(address);
        globalThis.workers.push(String(address));
      }
    };
  });

test('every file that the package names is in it, and nothing that only the viewer needs', () => {
  const named = [manifest.main, manifest.types, manifest.customElements, ...Object.values(manifest.exports['.']), ...Object.values(manifest.exports['./embed'])];
  for (const file of [...named, ...program, 'LICENSE', 'README.md', 'themes/backstage.css']) {
    assert.ok(existsSync(join(folder, file)), file);
  }
  const others = readdirSync(folder).filter((name) => /\.html$|config|sample|frame/.test(name));
  assert.deepEqual(others, []);
  assert.equal(manifest.type, 'module');
  assert.deepEqual(Object.keys(manifest.dependencies ?? {}), []);
  assert.match(manifest.version, /^\d+\.\d+\.\d+/);
});

test('copied into a portal the package runs as it is', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'atlas-copied-'));
  t.after(() => rmSync(root, { recursive: true }));
  cpSync(folder, join(root, 'vendor/release-atlas'), { recursive: true });
  writeFileSync(join(root, 'main.js'), main.replaceAll("'release-atlas'", "'./vendor/release-atlas/release-atlas.js'").replace("createElement('./vendor/release-atlas/release-atlas.js')", "createElement('release-atlas')"));
  writeFileSync(join(root, 'index.html'), page('/main.js'));
  await assertRuns(t, root);
});

test('Vite takes the program and the worker along', async (t) => {
  const { build } = await import('vite');
  const root = application(t);
  writeFileSync(join(root, 'index.html'), page('/main.js'));
  await build({ root, logLevel: 'error', build: { target: 'es2022', modulePreload: false } });
  await assertRuns(t, join(root, 'dist'));
});

test('webpack takes the program and the worker along', async (t) => {
  const { default: webpack } = await import('webpack');
  const root = application(t);
  const compiler = webpack({
    mode: 'production',
    context: root,
    entry: './main.js',
    output: { path: join(root, 'dist'), filename: 'main.js', module: true },
    experiments: { outputModule: true, topLevelAwait: true },
    performance: false,
  });
  const stats = await new Promise((done, failed) => compiler.run((failure, made) => (failure ? failed(failure) : done(made))));
  await new Promise((closed) => compiler.close(closed));
  assert.deepEqual(stats.toJson({ errors: true, warnings: true }).errors, []);
  writeFileSync(join(root, 'dist/index.html'), page('/main.js'));
  await assertRuns(t, join(root, 'dist'));
});

test('rendering on a server may import the part for hosts of an iframe', async () => {
  const { embed } = await import(pathToFileURL(join(folder, 'release-atlas-embed.js')).href);
  assert.equal(typeof embed, 'function');
});

function page(script) {
  return `<!doctype html><html lang="en"><head><title>Portal</title></head><body><h1>Portal</h1><script type="module" src="${script}"></script></body></html>`;
}
