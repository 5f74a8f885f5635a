// The iframe as a portal meets it: a sandbox that allows scripts and nothing else, on another origin.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, serve, strictPolicy } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const hostScript = readFileSync(join(dist, 'release-atlas-embed.js'), 'utf8');

/** The frame's host and a portal on another origin whose script is `script`; `frame` is the iframe. */
async function portal(t, script, { sandbox = 'allow-scripts', query = '', expect = {} } = {}) {
  const site = await serve(t, { policy: strictPolicy.replace("frame-ancestors 'self'", 'frame-ancestors *') });
  const pages = {};
  const host = await serve(t, {
    folder: null,
    policy: null,
    replace: (path) => (path in pages ? { headers: { 'content-type': path.endsWith('.js') ? 'text/javascript' : 'text/html' }, body: pages[path] } : undefined),
  });
  const parent = query.includes('parent=') ? '' : `parent=${encodeURIComponent(host.origin)}&`;
  pages['/'] = `<!doctype html><html lang="en"><title>Portal</title><body>
    <iframe id="atlas" title="Release Atlas" sandbox="${sandbox}" width="900" height="600"
      src="${site.url('embed.html')}?${parent}${query}#/hit"></iframe>
    <script type="module" src="portal.js"></script></body></html>`;
  pages['/release-atlas-embed.js'] = hostScript;
  pages['/portal.js'] = `import { embed } from './release-atlas-embed.js';
    const frame = document.querySelector('#atlas');
    globalThis.heard = [];
    window.addEventListener('message', ({ data, origin }) => globalThis.heard.push({ type: data.type, origin, payload: data.payload }));
    ${script}`;
  const page = await visit(t, host.url(), { origins: [site.origin], expect });
  return { page, site, host };
}

const connect = `globalThis.atlas = embed(frame, { attributes: { view: 'graph' } });
  globalThis.ready = new Promise((done) => atlas.addEventListener('atlas-ready', ({ detail }) => done(detail)));`;

test('the frame says hello, is answered with a port, and is ready', async (t) => {
  const { page } = await portal(t, connect);
  assert.deepEqual(await page.evaluate(() => globalThis.ready), { version: 1 });
  const hello = await page.evaluate(() => globalThis.heard[0]);
  assert.equal(hello.type, 'hello');
  assert.equal(hello.origin, 'null', 'a sandboxed frame has no origin');
  assert.equal(hello.payload.protocol, 1);
  await page.frameLocator('#atlas').locator('release-atlas[view="graph"]').waitFor({ state: 'attached' });
});

test('attributes can be set from the page, unknown ones are refused with words', async (t) => {
  const { page } = await portal(t, connect);
  await page.evaluate(async () => { await globalThis.ready; await globalThis.atlas.setAttribute('theme', 'dark'); });
  await page.frameLocator('#atlas').locator('release-atlas[theme="dark"]').waitFor({ state: 'attached' });
  const refusal = await page.evaluate(() => globalThis.atlas.setAttribute('onclick', 'x').catch((failure) => failure.message));
  assert.match(refusal, /no attribute onclick/);
});

test('what the viewer refuses comes back as a rejected promise', async (t) => {
  const { page } = await portal(t, connect);
  const refusal = await page.evaluate(async () => { await globalThis.ready; return globalThis.atlas.exportAs('sausage').then(() => null, (failure) => failure.message); });
  assert.equal(typeof refusal, 'string');
});

test('a frame that names another parent says nothing to this page', async (t) => {
  // Chromium says on the console that a message had another target: that is the wall at work.
  const expect = { console: [/does not match the recipient window's origin/] };
  const { page } = await portal(t, connect, { query: 'parent=https://portal.example', expect });
  await page.frameLocator('#atlas').locator('release-atlas[data-atlas-state="ready"]').waitFor({ state: 'attached' });
  assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
});

test('a star or a path is no parent', async (t) => {
  for (const parent of ['*', 'null', 'http://127.0.0.1/x', 'javascript:alert(1)']) {
    const { page } = await portal(t, connect, { query: `parent=${encodeURIComponent(parent)}` });
    await page.frameLocator('#atlas').locator('release-atlas[data-atlas-state="ready"]').waitFor({ state: 'attached' });
    assert.deepEqual(await page.evaluate(() => globalThis.heard), [], parent);
  }
});

test('only presentation is read from the address', async (t) => {
  const { page } = await portal(t, connect, { query: 'theme=dark&src=https://evil.example/x.json&credentials=include' });
  await page.evaluate(() => globalThis.ready);
  const names = await page.frameLocator('#atlas').locator('release-atlas').evaluate((element) => element.getAttributeNames());
  assert.ok(names.includes('theme') && names.includes('offline'));
  assert.ok(!names.includes('src') && !names.includes('credentials'), names.join(' '));
});

test('an init with a wrong nonce or without a port starts nothing', async (t) => {
  const { page } = await portal(t, `
    globalThis.answered = 0;
    window.addEventListener('message', ({ data, source }) => {
      if (data.type !== 'hello' || globalThis.answered > 4) return;
      globalThis.answered += 1;
      const { port1, port2 } = new MessageChannel();
      globalThis.port = port1;
      port1.onmessage = () => { globalThis.broken = true; };
      const wrong = { atlas: 1, id: 'x', type: 'init', payload: { nonce: 'guessed', config: { attributes: { theme: 'dark' } } } };
      source.postMessage(wrong, { targetOrigin: '*', transfer: [port2] });
      source.postMessage({ ...wrong, payload: { ...wrong.payload, nonce: data.payload.nonce } }, '*');
      source.postMessage(null, '*');
    });`);
  await page.waitForFunction(() => globalThis.answered > 2);
  const element = page.frameLocator('#atlas').locator('release-atlas');
  assert.equal(await element.getAttribute('theme'), null);
  assert.equal(await page.evaluate(() => globalThis.broken), undefined);
});

test('a hello that is repeated before the answer arrives changes nothing', async (t) => {
  const { page } = await portal(t, `
    ${connect}
    // The same hello again and again, as from a frame that is too busy to hear the answer.
    window.addEventListener('message', ({ data, origin, source }) => {
      const again = () => window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
      if (data.type === 'hello' && !globalThis.repeated) { globalThis.repeated = true; again(); again(); }
    });`);
  const done = await page.evaluate(async () => { await globalThis.ready; return globalThis.atlas.setAttribute('theme', 'dark'); });
  assert.equal(done, undefined);
});

test('a frame that is loaded anew is connected anew, with what was set before', async (t) => {
  const { page } = await portal(t, connect);
  await page.evaluate(async () => { await globalThis.ready; await globalThis.atlas.setAttribute('density', 'compact'); });
  const again = page.evaluate(() => new Promise((done) => globalThis.atlas.addEventListener('atlas-ready', done)).then(() => true));
  await page.evaluate(() => { const frame = document.querySelector('#atlas'); frame.src = frame.src.replace('#', '&again=1#'); });
  assert.equal(await again, true);
  await page.frameLocator('#atlas').locator('release-atlas[density="compact"]').waitFor({ state: 'attached' });
});

test('with allow-same-origin the frame is answered at its own origin only', async (t) => {
  const { page, site } = await portal(t, connect, { sandbox: 'allow-scripts allow-same-origin' });
  await page.evaluate(() => globalThis.ready);
  assert.equal(await page.evaluate(() => globalThis.heard[0].origin), site.origin);
});

const fed = (options) => `
  globalThis.manifest = ${JSON.stringify('{"version": 1, "recalledBundles": [{"recalledBundleIds": ["a"], "replacementBundleStatus": "NONE"}], "releases": [{"version": "5.0", "product": "VCF", "bom": [{"name": "X", "version": "1", "bundles": [{"id": "a"}]}]}]}')};
  globalThis.log = [];
  globalThis.atlas = embed(frame, ${options});
  for (const name of ['load', 'verdict', 'select', 'statechange', 'error', 'auth', 'resize']) {
    atlas.addEventListener('atlas-' + name, ({ type, detail }) => globalThis.log.push({ type, detail }));
  }
  globalThis.ready = new Promise((done) => atlas.addEventListener('atlas-ready', ({ detail }) => done(detail)));
  globalThis.told = (name) => globalThis.log.filter(({ type }) => type === 'atlas-' + name).map(({ detail }) => detail);`;

test('a sandboxed frame is fed, asked, steered and told as the element is', async (t) => {
  const { page } = await portal(t, fed("{ documents: [globalThis.manifest] }"));
  await page.waitForFunction(() => globalThis.told('verdict').length > 0);
  const result = await page.evaluate(async () => {
    const verdict = await globalThis.atlas.ask({ kind: 'bundle', id: 'a' });
    const selected = await globalThis.atlas.select('a');
    await globalThis.atlas.setAttribute('depth', 5);
    const state = await globalThis.atlas.getViewState();
    const loaded = await globalThis.atlas.load(globalThis.manifest, { title: 'second' });
    const file = await globalThis.atlas.exportAs('csv', { scope: 'all' });
    return { standing: verdict.standing, selected: selected.id, route: state.route, kind: loaded.kind, csv: await file.text() };
  });
  assert.equal(result.standing, 'HIT');
  assert.equal(result.selected, 'a');
  assert.equal(result.route, '#/hit/bundle/a?depth=5');
  assert.equal(result.kind, 'manifest');
  assert.match(result.csv, /bundle\/a,bundle,/);
  await page.waitForFunction(() => globalThis.told('select').length > 0 && globalThis.told('statechange').length > 0);
});

test('the page answers the fetches of a sandboxed frame and gives its tokens', async (t) => {
  const { page, site } = await portal(t, fed(`{
    attributes: { src: 'https://api.example/manifest' },
    getToken: async (origin) => (globalThis.asked = origin, 'secret'),
    fetcher: async (request) => {
      (globalThis.fetched ??= []).push(request.url);
      return request.headers.get('authorization') === 'Bearer secret'
        ? new Response(globalThis.manifest, { headers: { 'content-type': 'application/json' } })
        : new Response('{}', { status: 401 });
    },
  }`));
  await page.waitForFunction(() => globalThis.told('verdict').length > 0);
  assert.equal(await page.evaluate(() => globalThis.asked), 'https://api.example');
  assert.deepEqual(await page.evaluate(() => globalThis.fetched), ['https://api.example/manifest', 'https://api.example/manifest']);
  assert.ok(site.asked.every(({ url }) => !url.includes('manifest')));
});

test('chrome="full" in the address opens no document that the address names', async (t) => {
  const { page } = await portal(t, connect, { query: 'chrome=full&src=https://evil.example/x.json' });
  await page.evaluate(() => globalThis.ready);
  const frame = page.frameLocator('#atlas');
  await frame.locator('.topbar').waitFor();
  assert.equal(await frame.locator('.ask-host').count(), 0);
});

test('messages that are hostile in shape change nothing and are answered at most with words', async (t) => {
  const { page } = await portal(t, `
    const channel = new MessageChannel();
    globalThis.answers = [];
    channel.port1.onmessage = ({ data }) => globalThis.answers.push(data);
    globalThis.port = channel.port1;
    window.addEventListener('message', ({ data, source }) => {
      if (data.type !== 'hello' || globalThis.begun) return;
      globalThis.begun = true;
      const config = { attributes: { onclick: 'x', theme: 'dark', __proto__: null }, hasFetcher: 'maybe' };
      source.postMessage({ atlas: 1, id: 'i', type: 'init', payload: { nonce: data.payload.nonce, config } }, { targetOrigin: '*', transfer: [channel.port2] });
    });`);
  const element = page.frameLocator('#atlas').locator('release-atlas');
  await page.frameLocator('#atlas').locator('release-atlas[data-atlas-state="ready"][theme="dark"]').waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    const odd = [null, 7, 'text', [], {}, { atlas: 2 }, { atlas: 1 }, { atlas: 1, type: '__proto__' }, { atlas: 1, type: 'constructor', payload: {} },
      { atlas: 1, type: { toString: 1 } }, { atlas: 1, re: '__proto__', type: 'result' }, { atlas: 1, type: 'load' }, { atlas: 1, type: 'ask', payload: 7 },
      { atlas: 1, type: 'setAttribute', payload: { name: 'onclick', value: 'x' } }, { atlas: 1, type: 'select', payload: { id: { id: {} } } }];
    for (const message of odd) globalThis.port.postMessage(message);
    for (let count = 0; count < 2_000; count += 1) globalThis.port.postMessage({ atlas: 1, id: 'flood', type: 'toString' });
    globalThis.port.postMessage({ atlas: 1, id: 'last', type: 'fit' });
  });
  await page.waitForFunction(() => globalThis.answers.some(({ re }) => re === 'last'));
  const answers = await page.evaluate(() => globalThis.answers.filter(({ type, re }) => type === 'result' && re !== 'last').length);
  assert.equal(answers, 0, 'nothing but the last question is granted');
  assert.deepEqual(await element.evaluate((element) => element.getAttributeNames().filter((name) => name.startsWith('on'))), []);
  assert.equal(await element.evaluate(() => Object.prototype.polluted), undefined);
});

test('a frame that config.json does not allow to this parent says nothing', async (t) => {
  const site = await serve(t, {
    policy: null,
    replace: (path) => (path === '/config.json' ? { body: '{"parents": ["https://portal.example"]}' } : undefined),
  });
  const pages = {};
  const host = await serve(t, { folder: null, policy: null, replace: (path) => (pages[path] ? { headers: { 'content-type': 'text/html' }, body: pages[path] } : undefined) });
  pages['/'] = `<!doctype html><html lang="en"><title>Portal</title><body><iframe id="atlas" title="Release Atlas"
    src="${site.url('embed.html')}?parent=${encodeURIComponent(host.origin)}"></iframe></body></html>`;
  const page = await visit(t, host.url(), {
    origins: [site.origin],
    before: (page) => page.addInitScript(() => {
      globalThis.heard = 0;
      window.addEventListener('message', () => { globalThis.heard += 1; });
    }),
  });
  await page.frameLocator('#atlas').locator('release-atlas[data-atlas-state="ready"]').waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => globalThis.heard), 0);
});
