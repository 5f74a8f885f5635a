// The custom element as a host page meets it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allow, hostPages, serve, strictPolicy } from './support/site.mjs';
import { settled, visit } from './support/visit.mjs';

const tag = (site, attributes = '', content = '') =>
  `<!doctype html><html lang="en"><head><title>Portal</title><script type="module" src="${site.url('release-atlas.js')}"></script></head>
   <body><h1>Portal</h1><release-atlas ${attributes}>${content}</release-atlas></body></html>`;

/** dist on one origin that allows the portal by CORS, as a portal team would host it. */
function hostedWithCors(t) {
  return serve(t, { policy: null, replace: () => ({ headers: { 'access-control-allow-origin': '*' } }) });
}

test('two lines of markup on a page of another origin are enough', async (t) => {
  const site = await hostedWithCors(t);
  const portal = await hostPages(t, { '/': tag(site) });
  const page = await visit(t, portal.url(), { origins: [site.origin] });
  assert.equal(await settled(page), 'ready');
  assert.equal(await page.evaluate(() => document.head.children.length), 2, 'nothing is added to the head');
});

test('the element works under the strict policy of a portal that lists its origin', async (t) => {
  const site = await hostedWithCors(t);
  const policy = allow(allow(strictPolicy, 'script-src', site.origin), 'connect-src', site.origin);
  const portal = await hostPages(t, { '/': tag(site) }, policy);
  const page = await visit(t, portal.url(), { origins: [site.origin] });
  assert.equal(await settled(page), 'ready');
});

test('the content of the tag is shown until the viewer is ready, and not after', async (t) => {
  let release;
  const held = new Promise((done) => { release = done; });
  const site = await serve(t, {
    replace: async (path) => {
      if (path.endsWith('.wasm')) await held;
      return path === '/' ? { body: tag({ url: (name) => name }, '', '<p id="own">see the old page</p>') } : undefined;
    },
  });
  const page = await visit(t, site.url());
  await page.locator('#own').waitFor({ state: 'visible' });
  release();
  await settled(page);
  await page.locator('#own').waitFor({ state: 'hidden' });
});

test('several elements share one instance and go separately', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url());
  await settled(page);
  const result = await page.evaluate(async () => {
    const make = async () => {
      const element = document.createElement('release-atlas');
      document.body.append(element);
      await new Promise((ready) => element.addEventListener('atlas-ready', ready));
      return element;
    };
    const [first, second] = [await make(), await make()];
    first.remove();
    await new Promise((done) => setTimeout(done));
    return { first: first.shadowRoot.childNodes.length, second: second.shadowRoot.childNodes.length > 0 };
  });
  assert.deepEqual(result, { first: 0, second: true });
  const wasm = site.asked.map(({ url }) => url).filter((url) => url.endsWith('.wasm'));
  assert.ok(wasm.length > 0 && new Set(wasm).size === wasm.length, `each file once: ${wasm.join(' ')}`);
});

test('moving the element keeps it, removing it for good frees it, and it can come back', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url());
  await settled(page);
  const result = await page.evaluate(async () => {
    const element = document.querySelector('release-atlas');
    const content = element.shadowRoot.firstElementChild;
    const box = document.createElement('section');
    document.body.append(box);
    box.append(element);
    await new Promise((done) => setTimeout(done));
    const stayed = element.shadowRoot.firstElementChild === content;
    element.remove();
    await new Promise((done) => setTimeout(done));
    const emptied = element.shadowRoot.childNodes.length === 0;
    document.body.append(element);
    await new Promise((ready) => element.addEventListener('atlas-ready', ready, { once: true }));
    return { stayed, emptied, back: element.shadowRoot.childNodes.length > 0, state: element.dataset.atlasState };
  });
  assert.deepEqual(result, { stayed: true, emptied: true, back: true, state: 'ready' });
});

test('properties that were set before the script came are taken over', async (t) => {
  const site = await serve(t, {
    replace: (path) =>
      path === '/'
        ? {
            body: `<!doctype html><html lang="en"><head><title>t</title><script type="module" src="release-atlas.js"></script></head>
                   <body><release-atlas id="atlas"></release-atlas><script src="early.js"></script></body></html>`,
          }
        : path === '/early.js'
          ? { headers: { 'content-type': 'text/javascript' }, body: "document.querySelector('#atlas').documents = ['{}'];" }
          : undefined,
  });
  const page = await visit(t, site.url());
  await settled(page);
  const result = await page.evaluate(() => {
    const element = document.querySelector('#atlas');
    return { own: Object.hasOwn(element, 'documents'), value: element.documents };
  });
  assert.deepEqual(result, { own: false, value: ['{}'] });
});

test('importing the script a second time is no error', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url());
  await settled(page);
  await page.evaluate(() => import(new URL('release-atlas.js?second', location.href).href));
  assert.equal(await settled(page), 'ready');
});

test('the frame runs in a sandbox that allows scripts and nothing else, on a host without CORS', async (t) => {
  const site = await serve(t, { policy: strictPolicy.replace("frame-ancestors 'self'", 'frame-ancestors *') });
  const portal = await hostPages(t, {
    '/': `<!doctype html><html lang="en"><title>Portal</title><iframe title="Release Atlas" sandbox="allow-scripts" src="${site.url('embed.html')}" width="900" height="600"></iframe></html>`,
  });
  const page = await visit(t, portal.url(), { origins: [site.origin] });
  const frame = page.frameLocator('iframe');
  await frame.locator('release-atlas[data-atlas-state="ready"]').waitFor({ state: 'attached' });
  const asked = site.asked.map(({ url }) => url.replace(/-[0-9a-f]{16}/, ''));
  assert.ok(!asked.some((url) => url.endsWith('.wasm')), asked.join(' '));
});
