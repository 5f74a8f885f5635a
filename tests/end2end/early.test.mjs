// What the viewer's own page opens is asked for while its program is on its way.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostPages, serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const opened = ['customization.json', 'releases-page-1.json', 'releases-page-2.json', 'manifest-newer.json'].map((name) => `/sample/${name}`);
const latch = () => {
  const made = {};
  made.opened = new Promise((open) => { made.open = open; });
  return made;
};

/** The viewer with its program held back until `gate` is opened; gives how often each document was asked for. */
async function held(t, { path = '', config, replace, expect } = {}) {
  const gate = latch();
  const site = await serve(t, {
    replace: async (name) => {
      if (name.endsWith('.wasm')) await gate.opened;
      return name === '/config.json' && config ? { body: JSON.stringify(config) } : replace?.(name);
    },
  });
  const page = await visit(t, site.url(path), { expect });
  const counts = () => opened.map((name) => site.asked.filter(({ url }) => url === name).length);
  return { page, site, gate, counts };
}

const until = async (isTrue) => {
  for (let round = 0; round < 400 && !isTrue(); round += 1) await new Promise((done) => { setTimeout(done, 25); });
  assert.ok(isTrue(), String(isTrue));
};

test('the documents come beside the program, each is asked for once and without cookies', async (t) => {
  const { page, site, gate, counts } = await held(t);
  await until(() => counts().every((count) => count === 1));
  gate.open();
  await page.locator('.board-row').first().waitFor();
  assert.deepEqual(counts(), [1, 1, 1, 1]);
  for (const { url, headers } of site.asked.filter(({ url }) => opened.includes(url))) {
    assert.deepEqual([headers.cookie, headers.referer, headers.accept.startsWith('application/hal+json')], [undefined, undefined, true], url);
  }
});

test('until they are there the page says that it loads, and the start page is not drawn to be put away', async (t) => {
  const documents = latch();
  const site = await serve(t, { replace: async (name) => { if (opened.includes(name)) await documents.opened; } });
  const page = await visit(t, site.url());
  assert.equal(await page.settled(), 'ready');
  await page.locator('.centre').getByText('Loading …').waitFor();
  assert.equal(await page.locator('.ways').count(), 0);
  documents.open();
  await page.locator('.board-row').first().waitFor();
});

test('where they cannot be had the start page says so, with the ways on', async (t) => {
  const { page, gate, counts } = await held(t, {
    replace: (name) => (opened.includes(name) ? { status: 404, body: 'not found' } : undefined),
    expect: { console: [/404/] },
  });
  gate.open();
  await page.locator('.fault').first().waitFor();
  await page.locator('.ways').waitFor();
  assert.equal(await page.locator('.fault').count(), 1, 'the sample is missing once');
  assert.deepEqual(counts(), [1, 1, 1, 1]);
});

test('an answer that broke off is asked for again by the program', async (t) => {
  let asked = 0;
  const name = '/sample/manifest-newer.json';
  const site = await serve(t);
  const page = await visit(t, site.url(), {
    expect: { console: [/net::ERR/] },
    before: (page) => page.route(`**${name}`, (route) => {
      asked += 1;
      return asked === 1 ? route.abort('connectionreset') : route.continue();
    }),
  });
  await page.locator('.board-row').first().waitFor();
  assert.equal(asked, 2);
  assert.equal(await page.locator('.activity-failed').count(), 0);
});

for (const [what, options] of [
  ['a link names another document', { path: '?src=/sample/manifest.json' }],
  ['config.json forbids every request', { config: { open: { src: 'sample/customization.json' }, attributes: { offline: true } } }],
  ['config.json opens nothing', { config: { open: {} } }],
]) {
  test(`nothing is asked for early where ${what}`, async (t) => {
    const { page, gate, counts } = await held(t, options);
    await page.waitForFunction(() => document.documentElement.dataset.atlasState === 'loading');
    gate.open();
    assert.equal(await page.settled(), 'ready');
    await page.locator('.ways, .board-row').first().waitFor();
    assert.deepEqual(counts(), [0, 0, 0, 0]);
  });
}

test('an element in a portal asks for nothing before the page could set a fetcher', async (t) => {
  const gate = latch();
  const site = await serve(t, { policy: null, replace: async (name) => { if (name.endsWith('.wasm')) await gate.opened; return { headers: { 'access-control-allow-origin': '*' } }; } });
  const portal = await hostPages(t, {
    '/': `<!doctype html><html lang="en"><title>Portal</title><script type="module" src="${site.url('release-atlas.js')}"></script><release-atlas src="${site.url('sample/customization.json')}"></release-atlas></html>`,
  });
  const page = await visit(t, portal.url(), { origins: [site.origin] });
  await page.locator('release-atlas[data-atlas-state="loading"]').waitFor({ state: 'attached' });
  await page.evaluate(() => { document.querySelector('release-atlas').fetcher = async () => new Response('{}'); });
  gate.open();
  assert.equal(await page.settled(), 'ready');
  await page.waitForFunction(() => performance.getEntriesByName('atlas:fetch').length > 0);
  assert.ok(!site.asked.some(({ url }) => url.startsWith('/sample/')));
});
