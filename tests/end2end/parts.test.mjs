// The parts of the program: they come after the first verdict, once, and without them there are words and a way on.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { dist, serve, strictPolicy } from './support/site.mjs';
import { picture, settled, visit } from './support/visit.mjs';

const parts = readdirSync(dist).filter((name) => /^release-atlas-part-[\w-]+\.wasm$/.test(name));
const skip = parts.length === 0 && 'a development build is one file';
const isPart = (path) => path.includes('/release-atlas-part-');
const missing = '[data-part="missing"]';

/** Waits until every part was fetched. */
function allHere(page) {
  return page.waitForFunction(
    (count) => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/release-atlas-part-')).length >= count,
    parts.length,
  );
}

test('every part comes once, and not before the first verdict', { skip }, async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url());
  await page.locator('.board-row').first().waitFor();
  await allHere(page);
  const early = await page.evaluate(() => {
    const [answer] = performance.getEntriesByName('atlas:answer');
    const parts = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/release-atlas-part-'));
    return parts.filter(({ startTime }) => startTime < answer.startTime).map(({ name }) => name);
  });
  assert.deepEqual(early, []);
  const asked = site.asked.map(({ url }) => url).filter(isPart);
  assert.deepEqual(asked.map((url) => url.slice(1)).sort(), [...parts].sort(), 'each once');
});

test('with the network gone after that, every view and the panel open at once', { skip }, async (t) => {
  const site = await serve(t);
  let isGone = false;
  const page = await visit(t, site.url(), {
    before: (page) => page.route('**/*.wasm', (route) => (isGone ? route.abort() : route.continue())),
  });
  await page.locator('.board-row').first().waitFor();
  await allHere(page);
  isGone = true;
  await page.locator('.board-row').first().click();
  await page.locator('aside.panel h2').first().waitFor();
  const views = page.locator('.views .view');
  for (let at = 0; at < (await views.count()); at += 1) {
    await views.nth(at).click();
    assert.equal(await page.locator(`${missing}, .part-coming`).count(), 0, await views.nth(at).innerText());
  }
});

test('a view whose part is missing says so, and trying again works once it is back', { skip }, async (t) => {
  let isBack = false;
  const site = await serve(t, { replace: (path) => (isPart(path) && !isBack ? { status: 404, body: '' } : undefined) });
  const page = await visit(t, site.url(), { expect: { console: [/404/, /integrity/, /part of the program/] } });
  await page.locator('.board-row').first().waitFor();
  for (const [name, view] of [['Recalls', 'recalls'], ['Graph', 'graph']]) {
    isBack = false;
    await page.locator('.views').getByRole('link', { name, exact: true }).click();
    await page.getByRole('alert').getByRole('heading', { name: 'This view could not be loaded' }).waitFor();
    await assertAccessible(page);
    await picture(page, `part-missing-${view}`);
    isBack = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator(missing).waitFor({ state: 'detached' });
    await page.locator('.part-coming').waitFor({ state: 'detached' });
    assert.equal(await page.locator(missing).count(), 0);
  }
  assert.equal(await page.evaluate(() => document.documentElement.dataset.atlasState), 'ready', 'the viewer went on');
});

/** The ids of all sentences; those of more words than one could be nothing else on the page. */
const texts = new URL('../../src/text/en/', import.meta.url);
const ids = readdirSync(texts)
  .flatMap((file) => [...readFileSync(new URL(file, texts), 'utf8').matchAll(/^([a-z][\w-]*-[\w-]*) =/gm)])
  .map(([, id]) => id);
assert.ok(ids.length > 300, 'the sentences were found');

/** The ids that stand where sentences should, as text or as what is read out. */
function namesShown(page) {
  return page.evaluate((ids) => {
    const known = new Set(ids);
    const walk = document.createTreeWalker(document.querySelector('release-atlas').shadowRoot, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const shown = new Set();
    while (walk.nextNode()) {
      const node = walk.currentNode;
      const words = node.nodeType === Node.TEXT_NODE ? [node.data] : ['title', 'aria-label', 'placeholder'].map((name) => node.getAttribute(name));
      words.filter((text) => known.has(text?.trim())).forEach((text) => shown.add(text.trim()));
    }
    return [...shown];
  }, ids);
}

for (const locale of ['en-US', 'de-DE']) {
  test(`without its parts the page speaks in sentences, never in their names (${locale})`, { skip }, async (t) => {
    const site = await serve(t, { replace: (path) => (isPart(path) ? { status: 404, body: '' } : undefined) });
    for (const path of ['', '#/hit?verdict=hit', '#/graph', '?src=sample/manifest-newer.json', '?src=nothing.json']) {
      const page = await visit(t, site.url(path), { context: { locale }, expect: { console: [/404/, /integrity/, /part of the program/] } });
      await settled(page);
      await page.locator('[data-part="missing"], .board-row').first().waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('post');
      assert.deepEqual(await namesShown(page), [], `searching at ${path}`);
      await page.keyboard.press('Escape');
      await page.locator('.board-row').first().click({ timeout: 500 }).catch(() => {});
      assert.deepEqual(await namesShown(page), [], path);
    }
  });
}

test('an altered part is not run', { skip }, async (t) => {
  const site = await serve(t, {
    replace: (path, body) => (isPart(path) ? { body: Buffer.concat([body, Buffer.from([0, 1, 0])]) } : undefined),
  });
  const page = await visit(t, `${site.url()}#/recalls`, { expect: { console: [/integrity|digest/i, /part of the program/] } });
  await page.getByRole('alert').getByRole('heading', { name: 'This view could not be loaded' }).waitFor();
});

test('in a sandbox without an origin the parts come as a script, and the graph opens', { skip }, async (t) => {
  const site = await serve(t, { policy: strictPolicy.replace("frame-ancestors 'self'", 'frame-ancestors *') });
  const sample = await (await fetch(site.url('sample/customization.json'))).text();
  const page = await visit(t, site.url('embed.html'), {});
  await settled(page);
  await page.evaluate((sample) => { document.querySelector('release-atlas').documents = [JSON.parse(sample)]; }, sample);
  await page.locator('.views').getByRole('button', { name: 'Graph', exact: true }).click();
  await page.locator('.graph canvas').first().waitFor();
  assert.ok(!site.asked.some(({ url }) => url.endsWith('.wasm')));
});
