// The portals of the documentation: each snippet of embedding.html, run as it is written on the hosts it names.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { buildApplication } from './support/application.mjs';
import { strictPolicy } from './support/site.mjs';
import { around, snippet, snippets } from './support/snippets.mjs';
import { settled } from './support/visit.mjs';
import { api, openPortalPage, portal, token, tools } from './support/world.mjs';

const recalled = 'c5932997-6a0b-4f1d-9f43-2d7be0c1a5e8';
const withElement = `<script type="module" src="${tools}/atlas/release-atlas.js"></script><release-atlas></release-atlas>`;
const TELL = `
  globalThis.told = [];
  atlas.addEventListener('atlas-load', ({ detail }) => globalThis.told.push(...detail.documents.map(({ kind }) => kind)));`;
const ran = new Set();

/** A test of one snippet. */
function snippetTest(name, sentence, act) {
  ran.add(name);
  test(sentence, { timeout: 120_000 }, (t) => act(t, snippet(name)));
}

snippetTest('element', 'the snippet for the element shows what is hit, and its own words until then', async (t, text) => {
  const page = await openPortalPage(t, { pages: { '/': around(text) } });
  assert.equal(await settled(page), 'ready');
  await page.locator('release-atlas').getByText('HIT').first().waitFor();
  await page.getByRole('link', { name: 'See the catalogue' }).waitFor({ state: 'hidden' });
  const cookies = page.asked.filter(({ authorization }) => authorization !== null);
  assert.deepEqual(cookies, []);
  await assertAccessible(page);
});

snippetTest('two-elements', 'two elements on one page have their own state, and both are in the event log', async (t, text) => {
  const page = await openPortalPage(t, { pages: { '/': text }, context: { viewport: { width: 1100, height: 900 } } });
  await page.locator('#log').getByText('chip: atlas-verdict HIT').first().waitFor();
  await page.locator('#log').getByText(/^graph: atlas-verdict/).first().waitFor();
  const box = await page.locator('#chip').boundingBox();
  assert.ok(box.height < 44, 'one line');
  const selected = await page.evaluate(async () => {
    const [chip, graph] = ['#chip', '#graph'].map((id) => document.querySelector(id));
    await graph.select('6acb49b2625d2f3a3f76c077');
    return { chip: chip.viewState.selected, graph: graph.viewState.selected.id };
  });
  assert.deepEqual(selected, { chip: null, graph: '6acb49b2625d2f3a3f76c077' });
  await page.locator('#log').getByText('graph: atlas-select 6acb49b2625d2f3a3f76c077').first().waitFor();
  const wasm = page.asked.map(({ url }) => url).filter((url) => url.endsWith('.wasm'));
  assert.ok(wasm.length > 0 && new Set(wasm).size === wasm.length, `one program for both: ${wasm.join(' ')}`);
});

snippetTest('script', 'the snippet for scripts gives documents, hears the verdict, keeps links, asks and exports', async (t, text) => {
  const script = `const sessionToken = () => '${token}'; const openInPortal = (href) => { globalThis.opened = href; };\n${text}
    globalThis.result = { standing: verdict.standing, moveTo: verdict.moveTo.length, table: await table.text() };`;
  const page = await openPortalPage(t, { pages: { '/': around(`${withElement}<script type="module" src="portal.js"></script>`), '/portal.js': script }, expect: { console: [/401/] } });
  await page.waitForFunction(() => globalThis.result);
  const result = await page.evaluate(() => globalThis.result);
  assert.deepEqual([result.standing, result.moveTo], ['HIT', 1]);
  assert.match(result.table, new RegExp(recalled));
  await page.waitForFunction(() => document.title.startsWith('HIT: '));
  const isKept = await page.evaluate(() => {
    const link = new CustomEvent('atlas-link', { bubbles: true, cancelable: true, detail: { version: 1, href: 'https://docs.example/', external: true } });
    document.querySelector('release-atlas').dispatchEvent(link);
    return link.defaultPrevented && globalThis.opened === 'https://docs.example/';
  });
  assert.ok(isKept);
  await page.evaluate((api) => {
    document.addEventListener('atlas-load', ({ detail }) => { globalThis.loaded = detail.documents[0].address; });
    document.querySelector('release-atlas').setAttribute('src', `${api}/v1/customization`);
  }, api);
  await page.waitForFunction((address) => globalThis.loaded === address, `${api}/v1/customization`);
  const tokens = page.asked.filter(({ authorization }) => authorization !== null);
  assert.ok(tokens.length > 0 && tokens.every(({ url }) => url.startsWith(`${api}/`)), 'the token goes to its origin only');
});

snippetTest('iframe', 'the snippet for an iframe feeds it, follows it in the address, and a reload goes on there', async (t, text) => {
  const page = await openPortalPage(t, { pages: { '/': around(text) } });
  const frame = page.frameLocator('#atlas');
  await frame.getByText('HIT').first().waitFor();
  await frame.getByRole('button', { name: 'Recalls' }).first().click();
  await page.waitForFunction(() => location.hash.startsWith('#/recalls'));
  await page.reload();
  await frame.locator('release-atlas[data-atlas-state="ready"]').waitFor({ state: 'attached' });
  await page.waitForFunction(() => location.hash.startsWith('#/recalls'));
  assert.equal(await frame.locator('release-atlas').getAttribute('theme'), 'light');
});

snippetTest('sandbox', 'in a strict sandbox the page feeds documents, answers fetches and supplies tokens', async (t, text) => {
  const page = await openPortalPage(t, {
    expect: { console: [/401/] },
    pages: { '/': around(text.replace('</script>', TELL + '</script>')) },
    policy: strictPolicy.replace("script-src 'self'", `script-src 'self' 'unsafe-inline' ${tools}`).replace("connect-src 'self'", `connect-src 'self' ${api}`) + `; frame-src ${tools}`,
  });
  const frame = page.frameLocator('#atlas');
  await frame.getByText('HIT').first().waitFor();
  await page.waitForFunction(() => globalThis.told?.includes('customization'));
  const asked = page.asked.filter(({ url, method }) => url.startsWith(api) && method === 'GET');
  assert.deepEqual(asked.map(({ authorization }) => authorization), [null, `Bearer ${token}`], 'first without, then with the token');
  assert.ok(!page.asked.some(({ url }) => url.endsWith('config.json') || url.endsWith('.wasm')), 'the frame asks for nothing by itself');
});

snippetTest('react', 'the React component passes documents on, tells verdicts, and leaves nothing behind', async (t) => {
  const folder = await buildApplication(t, 'react');
  const page = await openPortalPage(t, { folder, policy: strictPolicy });
  const verdict = page.locator('#verdict');
  await verdict.getByText(/^(HIT|AT RISK|UNKNOWN|CLEAR) \d+$/).waitFor();
  const first = await verdict.textContent();
  await page.getByRole('button', { name: 'Add the manifest' }).click();
  await page.waitForFunction((first) => document.querySelector('#verdict').textContent !== first, first);
  assert.equal(await page.locator('release-atlas').getAttribute('theme'), 'dark');
  await page.getByRole('button', { name: 'Show or hide' }).click();
  assert.equal(await page.locator('release-atlas').count(), 0);
  await page.getByRole('button', { name: 'Show or hide' }).click();
  assert.equal(await settled(page), 'ready');
});

snippetTest('backstage', 'the card for Backstage shows the document that the entity names, and says when it cannot', async (t) => {
  const folder = await buildApplication(t, 'backstage');
  const page = await openPortalPage(t, { folder, policy: strictPolicy.replace("connect-src 'self'", `connect-src 'self' ${api}`) });
  const card = page.getByRole('article', { name: 'What is hit' });
  await card.locator('.centre').getByText(/HIT|AT RISK|UNKNOWN/).first().waitFor();
  assert.equal(await card.locator('release-atlas.atlas-backstage').evaluate((element) => getComputedStyle(element).getPropertyValue('--atlas-radius').trim()), '4px');
  const missing = await openPortalPage(t, {
    folder,
    policy: strictPolicy.replace("connect-src 'self'", `connect-src 'self' ${api}`),
    before: (page) => page.addInitScript(() => { globalThis.documentName = 'nothing.json'; }),
    expect: { console: [/404/] },
  });
  await missing.getByRole('alert').getByText('nothing.json: 404').waitFor();
});

snippetTest('theme', 'the snippet for colours reaches type, corners, accent and the toolbar', async (t, text) => {
  const page = await openPortalPage(t, { pages: { '/': around(`<link rel="stylesheet" href="portal.css">${withElement}`), '/portal.css': text } });
  await settled(page);
  const look = await page.locator('release-atlas').evaluate((element) => {
    const toolbar = getComputedStyle(element.shadowRoot.querySelector('[part~="toolbar"]'));
    return { border: toolbar.borderBlockEndColor, font: toolbar.fontFamily, accent: getComputedStyle(element).getPropertyValue('--atlas-accent').trim() };
  });
  assert.equal(look.border, 'rgb(102, 51, 153)');
  assert.match(look.font, /Portal Sans/);
  assert.match(look.accent, /#7b1fa2/);
});

snippetTest('config', 'the snippet for config.json is understood without a word of complaint', async (t, text) => {
  const log = `document.addEventListener('atlas-error', ({ detail }) => (globalThis.errors ??= []).push(detail));`;
  const page = await openPortalPage(t, { pages: { '/': around(`<script src="log.js"></script>${withElement}`), '/log.js': log }, config: text });
  assert.equal(await settled(page), 'ready');
  await page.locator('release-atlas[data-atlas-theme="dark"]').waitFor();
  assert.equal(await page.evaluate(() => globalThis.errors), undefined);
});

test('every snippet of the page is run by a test', () => {
  assert.deepEqual([...ran].sort(), Object.keys(snippets).sort());
});

// ---- A host that means no good ------------------------------------------------------------

const silent = { console: [/does not match the recipient window's origin/] };

test('a hostile host that is not the named parent hears nothing and changes nothing', { timeout: 120_000 }, async (t) => {
  const hostile = `
    globalThis.heard = [];
    addEventListener('message', ({ data }) => globalThis.heard.push(data));
    const frame = document.querySelector('iframe');
    frame.addEventListener('load', () => {
      const shapes = [null, 7, 'init', [], {}, { atlas: 1 }, { atlas: 1, type: 'init' }, { atlas: 1, type: 'init', payload: null },
        { atlas: 1, type: 'init', payload: { nonce: undefined, config: { attributes: { theme: 'dark' } } } },
        { atlas: 1, type: 'setAttribute', payload: { name: 'theme', value: 'dark' } },
        JSON.parse('{"atlas":1,"type":"init","payload":{"__proto__":{"nonce":"x"},"constructor":{"prototype":{"theme":"dark"}}}}')];
      for (const shape of shapes) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => globalThis.heard.push(data);
        frame.contentWindow.postMessage(shape, '*', [port2]);
      }
      for (let count = 0; count < 5_000; count += 1) frame.contentWindow.postMessage({ atlas: 1, type: 'init', payload: { nonce: String(count) } }, '*');
      globalThis.done = true;
    });`;
  const frame = `<iframe title="Release Atlas" width="900" height="600" sandbox="allow-scripts" src="${tools}/atlas/embed.html?parent=https://other.example"></iframe>`;
  const page = await openPortalPage(t, { pages: { '/': around(`${frame}<script src="hostile.js"></script>`), '/hostile.js': hostile }, expect: silent });
  const inside = page.frameLocator('iframe');
  await inside.locator('release-atlas[data-atlas-state="ready"]').waitFor({ state: 'attached' });
  await page.waitForFunction(() => globalThis.done);
  assert.equal(await inside.locator('release-atlas').getAttribute('theme'), null);
  assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
  assert.equal(await inside.locator('release-atlas').evaluate(() => ({}).theme), undefined, 'no prototype was written to');
});

test('a second frame cannot speak for the first, nor a frame of another origin pretend to be the viewer', { timeout: 120_000 }, async (t) => {
  const script = `
    import { embed } from '${tools}/atlas/release-atlas-embed.js';
    globalThis.told = 0;
    globalThis.fetched = [];
    const atlas = embed(document.querySelector('#atlas'), {
      documents: ['{"secret": true}'],
      getToken: async () => { globalThis.told += 1; return 'secret'; },
      fetcher: async (request) => { globalThis.fetched.push(request.url); return new Response('{}'); },
    });
    atlas.addEventListener('atlas-ready', () => { globalThis.isReady = true; });`;
  const impostor = `
    const hello = { atlas: 1, id: 'x', type: 'hello', payload: { protocol: 1, nonce: 'mine', capabilities: {} } };
    globalThis.got = [];
    addEventListener('message', ({ data, ports }) => { globalThis.got.push(data); ports[0]?.postMessage({ atlas: 1, id: 'y', type: 'getToken', payload: { origin: '${api}' } }); });
    for (let count = 0; count < 200; count += 1) parent.postMessage(hello, '*');
    parent.postMessage({ atlas: 1, id: 'z', type: 'fetch', payload: { url: '${api}/v1/customization', method: 'DELETE' } }, '*');`;
  const pages = {
    '/': around(`<iframe id="impostor" title="Another" sandbox="allow-scripts" src="/impostor.html"></iframe>
      <iframe id="atlas" title="Release Atlas" sandbox="allow-scripts" width="900" height="600" src="${tools}/atlas/embed.html?parent=${portal}"></iframe>
      <script type="module" src="portal.js"></script>`),
    '/portal.js': script,
    '/impostor.html': `<!doctype html><html lang="en"><title>Another</title><script src="impostor.js"></script></html>`,
    '/impostor.js': impostor,
  };
  const page = await openPortalPage(t, { pages });
  await page.waitForFunction(() => globalThis.isReady);
  const other = page.frames().find((frame) => frame.url().endsWith('/impostor.html'));
  assert.deepEqual(await other.evaluate(() => globalThis.got), [], 'documents and tokens go to the one frame only');
  assert.deepEqual(await page.evaluate(() => [globalThis.told, globalThis.fetched]), [0, []]);
});
