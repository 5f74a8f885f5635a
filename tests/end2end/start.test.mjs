// The viewer's own page opens: under the strict policy, under any path, on a host that knows no wasm.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve, strictPolicy } from './support/site.mjs';
import { picture, settled, visit } from './support/visit.mjs';

const isWasm = (path) => path.endsWith('.wasm');

test('the page opens under the strict policy without one violation', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url());
  assert.equal(await page.settled(), 'ready');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.atlasState), 'ready');
  assert.match(strictPolicy, /require-trusted-types-for 'script'/);
  await picture(page, 'start');
});

test('the frame is painted before the wasm is there', async (t) => {
  let release;
  const held = new Promise((done) => { release = done; });
  const site = await serve(t, { replace: async (path) => { if (isWasm(path)) await held; } });
  const page = await visit(t, site.url());
  await page.getByText('Loading…').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.atlasState), 'loading');
  assert.equal(await page.evaluate(() => performance.getEntriesByName('atlas:shell').length), 1);
  await assertAccessible(page);
  release();
  assert.equal(await page.settled(), 'ready');
  assert.equal(await page.getByText('Loading…').count(), 0);
});

test('dist works under any path, and asks for nothing outside it', async (t) => {
  const site = await serve(t, { under: '/some/where/atlas/' });
  const page = await visit(t, site.url());
  assert.equal(await page.settled(), 'ready');
  const outside = site.asked.filter(({ url }) => !url.startsWith('/some/where/atlas/'));
  assert.deepEqual(outside, []);
});

test('a host that serves wasm as an unknown type only loses the streaming', async (t) => {
  const site = await serve(t, {
    replace: (path) => (isWasm(path) ? { headers: { 'content-type': 'application/octet-stream' } } : undefined),
  });
  const page = await visit(t, site.url());
  assert.equal(await page.settled(), 'ready');
});

test('the files hold no inline script, no style attribute and no other host', async (t) => {
  const site = await serve(t);
  for (const name of ['', 'embed.html']) {
    const html = await (await fetch(site.url(name))).text();
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/);
    assert.doesNotMatch(html, /\sstyle=|\son\w+=|https?:\/\//);
    assert.doesNotMatch(html, /(src|href)="\//, 'addresses are relative');
  }
  const html = await (await fetch(site.url())).text();
  const scripts = html.match(/<(script|link rel="stylesheet")[^>]*>/g);
  assert.ok(scripts.length >= 2 && scripts.every((tag) => tag.includes('integrity="sha384-')), scripts.join('\n'));
});

test('without JavaScript the page says what it needs', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url(), { context: { javaScriptEnabled: false } });
  assert.match(await page.locator('noscript p').innerText(), /needs JavaScript and WebAssembly/);
  assert.ok(await page.locator('noscript p').isVisible());
});

test('where scripts never run, the page says so after a while', async (t) => {
  const site = await serve(t, { replace: (path) => (path === '/release-atlas.js' ? { status: 404, body: '' } : undefined) });
  const page = await visit(t, site.url(), { expect: { console: [/404/, /integrity/, /preloaded/] } });
  await page.getByText('Release Atlas has not started').waitFor({ state: 'visible', timeout: 10_000 });
});

test('a hundred openings and closings leave no nodes and no listeners', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url());
  await settled(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const count = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.filter(({ name }) => ['Nodes', 'JSEventListeners'].includes(name)).map(({ name, value }) => [name, value]));
  };
  const cycle = (times) => page.evaluate(async (times) => {
    for (let round = 0; round < times; round += 1) {
      const element = document.createElement('release-atlas');
      document.body.append(element);
      await new Promise((ready) => element.addEventListener('atlas-ready', ready, { once: true }));
      element.remove();
      await new Promise((done) => setTimeout(done));
    }
  }, times);
  await cycle(20);
  const before = await count();
  await cycle(100);
  let after = await count();
  // Some nodes are held by the engine until its next idle moment; growth by cycles would be hundreds, and stay.
  for (let wait = 0; wait < 20 && after.Nodes - before.Nodes >= 100; wait += 1) {
    await page.waitForTimeout(500);
    after = await count();
  }
  assert.ok(after.Nodes - before.Nodes < 100, JSON.stringify({ before, after }));
  assert.ok(after.JSEventListeners - before.JSEventListeners < 20, JSON.stringify({ before, after }));
});
