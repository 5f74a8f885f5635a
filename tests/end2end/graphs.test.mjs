// The graph view: folding, chains, several items at once, the table of the same items, and graphs of every
// shape and size, each fitted, zoomed, selected in and moved without an error on the page.

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { graphPages, shapes } from './support/graphs.mjs';
import { dist, serve } from './support/site.mjs';
import { picture, visit } from './support/visit.mjs';

const failed = '6acb49b2625d2f3a3f76c077';

/** Opens the viewer on the sample, or on documents that are served beside it under these names. */
async function open(t, hash, { documents = {}, context = {} } = {}) {
  const replace = (path) => (path in documents ? { body: documents[path], headers: { 'content-type': 'application/json' } } : undefined);
  const site = await serve(t, { replace });
  const names = Object.keys(documents).map((path) => `src=${encodeURIComponent(path)}`).join('&');
  const page = await visit(t, site.url(`${names ? `?${names}` : ''}${hash}`), {
    context: { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...context },
  });
  await page.settled();
  await drawn(page);
  return page;
}

/** Waits until something is painted and no layout is under way. */
async function drawn(page) {
  await page.waitForFunction(() => performance.getEntriesByName('atlas:paint').length > 0, null, { timeout: 120_000 });
  await page.locator('.stage-note').waitFor({ state: 'detached', timeout: 120_000 });
}

const stage = (page) => page.locator('.stage');
const counts = (page) => page.locator('.graph-bar .count').innerText();
const hash = (page) => decodeURIComponent(new URL(page.url()).hash);

/** The number before a word of the bar, such as "239 items". */
async function count(page, word) {
  return Number((await counts(page)).match(new RegExp(`([\\d,]+) ${word}`))?.[1].replace(',', ''));
}

/** Where every drawn item stands. */
async function places(page) {
  const graph = await page.locator('release-atlas').evaluate(async (element) => (await element.exportAs('json', { scope: 'drawn' })).text());
  return JSON.parse(graph).nodes.map(({ id, x, y }) => `${id} ${x} ${y}`).join('\n');
}

for (const [name, fragment] of [['a small focus', `#/graph?focus=release/${failed}&depth=1`], ['the whole graph', '#/graph?show=all']]) {
  test(`turning and grouping draw ${name} anew, as a reload does`, async (t) => {
    const page = await open(t, fragment);
    const change = async (act) => {
      const before = await places(page);
      await act();
      for (let wait = 0; wait < 50 && (await places(page)) === before; wait++) await page.waitForTimeout(100);
      const after = await places(page);
      assert.notEqual(after, before);
      return after;
    };
    await change(() => page.getByRole('button', { name: 'Left to right' }).click());
    assert.match(hash(page), /flow=tb/);
    await change(() => page.getByRole('button', { name: 'Top to bottom' }).click());
    const grouped = await change(() => page.getByLabel('Group by').selectOption('product'));
    assert.match(hash(page), /group=product/);
    await page.reload();
    await page.settled();
    await drawn(page);
    assert.equal(await places(page), grouped);
    const svg = await page.locator('release-atlas').evaluate(async (element) => (await element.exportAs('svg', { scope: 'drawn' })).text());
    assert.match(svg, /<g class="group">\n<title>OS Shell \(\d+\)<\/title>/, 'groups carry their titles');
  });
}

test('a graph that cannot be read whole begins with what is hit, and one press draws everything', async (t) => {
  const page = await open(t, '#/graph');
  const strip = page.getByText(/Drawn first: what is hit and what is around it, \d+ of \d+ items/);
  const [, first, all] = (await strip.innerText()).match(/(\d+) of (\d+) items/).map(Number);
  assert.ok(first < all / 2, `${first} of ${all}`);
  assert.equal(await count(page, 'items'), first);
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Draw everything' }).click();
  await page.waitForFunction((all) => document.querySelector('release-atlas').shadowRoot.querySelector('.graph-bar .count').textContent.includes(`${all} items`), all);
  assert.match(hash(page), /show=all/);
  await page.goBack();
  await strip.waitFor();
  await page.goForward();
  await page.getByRole('button', { name: 'What is hit first' }).click();
  await strip.waitFor();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByText(`${all} of ${all}`).waitFor();
});

test('a blocked edge says below the pointer why it is blocked, in the words of the manifest', async (t) => {
  const page = await open(t, '#/graph?focus=vcf/VCF 4.4.1.1');
  await page.waitForTimeout(400);
  const box = await stage(page).boundingBox();
  const text = async () => (await stage(page).getAttribute('title')) ?? '';
  for (let y = box.y + 20; y < box.y + box.height && !/Not applicable/.test(await text()); y += 5) await page.mouse.move(box.x + box.width * 0.49, y);
  assert.match(await text(), /VCF 4\.4\.1\.1 → .*: Not applicable: .*All domains run/);
});

test('what carries recalled bundles has no green tick beside its verdict', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url('#/graph?as=table&verdict=hit&kind=vcf'), { context: { viewport: { width: 1280, height: 800 } } });
  await page.settled();
  const row = page.locator('[role="row"]').filter({ hasText: 'VCF 5.2.0.0' });
  await row.getByText('Carries recalled').waitFor();
  assert.equal(await row.locator('.badge.is-ok').count(), 0);
});

test('filter, groups and legend count one set of statuses, and nothing looks in order that is not clear', async (t) => {
  const page = await open(t, '#/graph?show=all&group=status');
  const count = async (name) => Number(await page.locator('.facet button', { hasText: name }).first().locator('.count').innerText());
  const legend = async (name) => {
    const entries = await page.locator('.legend-entry').evaluateAll((all) => all.map((one) => one.textContent.trim()));
    return entries.filter((entry) => entry.startsWith(name)).reduce((sum, entry) => sum + Number(entry.match(/(\d+)$/)[1]), 0);
  };
  for (const name of ['OK', 'Carries recalled']) assert.equal(await legend(name), await count(name), name);
  assert.ok((await legend('OK, but AT RISK')) > 0);
  const mermaid = await page.locator('release-atlas').evaluate(async (element) => (await element.exportAs('mermaid', { scope: 'drawn' })).text());
  assert.match(mermaid, /VCF 4\.5\.1\.0 · carrier · HIT"\]\]:::recalled/);
  assert.doesNotMatch(mermaid, /(HIT|AT RISK|UNKNOWN)"[^:]*:::ok/);
});

test('a hub is drawn without its edges until one press draws them', async (t) => {
  const page = await open(t, '#/graph?show=all');
  const before = await count(page, 'edges');
  const button = page.getByRole('button', { name: /at \d+ hubs?$/ });
  const edges = Number((await button.innerText()).match(/\+(\d+)/)[1]);
  await button.click();
  await page.waitForFunction((wanted) => document.querySelector('release-atlas').shadowRoot.querySelector('.graph-bar .count').textContent.includes(`${wanted} edges`), before + edges);
  assert.match(hash(page), /open=release\//);
  await page.getByRole('button', { name: 'Undo folding' }).click();
  await button.waitFor();
});

test('space unfolds what is hidden behind the selected item and folds it again', async (t) => {
  const page = await open(t, `#/graph?show=all&item=release/${failed}`);
  await stage(page).focus();
  await page.keyboard.press('Space');
  await page.locator('.toast').getByText(/edges? of .*OS Shell.* (is|are) drawn now/).waitFor();
  assert.match(hash(page), /open=release/);
  const all = await count(page, 'items');
  await page.keyboard.press('Space');
  await page.locator('.toast').getByText(/not drawn any more/).waitFor();
  assert.doesNotMatch(hash(page), /open=/);
  assert.equal(await count(page, 'items'), all);
});

test('two presses of p light the chain in the graph, and Escape puts it away', async (t) => {
  const page = await open(t, `#/graph?focus=release/${failed}&item=release/${failed}`);
  await stage(page).focus();
  await page.keyboard.press('p');
  await page.getByText('Select the other end and press p').waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction((failed) => !location.hash.includes(`item=release/${failed}`), failed);
  await page.keyboard.press('p');
  await page.getByText(/chain is lit|chains are lit/).waitFor();
  await page.locator('.legend').getByText('on the path').waitFor();
  assert.match(hash(page), /#\/graph.*from=release.*to=release/);
  await picture(page, 'graph-chain');
  await page.getByRole('button', { name: 'Chains with their proof' }).click();
  await page.locator('.why-paths').waitFor();
});

test('a rectangle selects several items, which can be focused on, copied and put away', async (t) => {
  const page = await open(t, `#/graph?focus=release/${failed}`);
  const box = await stage(page).boundingBox();
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 60, box.y + box.height - 5, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const strip = page.getByRole('group', { name: 'Selected together' });
  const marked = Number((await strip.locator('strong[role="status"]').innerText()).match(/\d+/)[0]);
  assert.ok(marked > 3, String(marked));
  await strip.getByRole('button', { name: 'Focus on them' }).click();
  await page.waitForFunction(() => location.hash.includes('beside='));
  await assertAccessible(page);
  await stage(page).focus();
  await page.keyboard.press('Escape');
  await strip.waitFor({ state: 'detached' });
});

test('the trail leads back to an earlier focus', async (t) => {
  const page = await open(t, `#/graph?focus=release/${failed}&item=release/${failed}`);
  const trail = page.getByRole('navigation', { name: 'Way to this focus' });
  await stage(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction((failed) => !location.hash.includes(`item=release/${failed}`), failed);
  await page.keyboard.press('ContextMenu');
  await page.getByRole('menuitem', { name: 'Focus' }).click();
  await trail.getByRole('button', { name: /OS Shell/ }).click();
  await page.waitForFunction((failed) => location.hash.includes(`focus=release/${failed}`), failed);
  await trail.getByRole('button', { name: 'Whole graph' }).click();
  await trail.waitFor({ state: 'detached' });
});

test('the menu of a node works by keyboard and gives the focus back', async (t) => {
  const page = await open(t, `#/graph?item=release/${failed}`);
  await stage(page).focus();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu');
  await menu.waitFor();
  await assertAccessible(page);
  assert.equal(await menu.getByRole('menuitem').first().evaluate((item) => item.matches(':focus')), true);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  assert.equal(await menu.getByRole('menuitem').first().evaluate((item) => item.matches(':focus')), true);
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  assert.equal(await stage(page).evaluate((stage) => stage.matches(':focus')), true);
});

test('what differs between two manifests is counted and lit', async (t) => {
  const manifest = (sequence, bundles) => JSON.stringify({
    version: 1,
    sequenceNumber: sequence,
    recalledBundles: [],
    releases: [{ product: 'VCF', version: '9.0', bom: [], patchBundles: bundles.map((bundleId) => ({ bundleId, bundleType: 'VMWARE_SOFTWARE', bundleElements: ['VCENTER'] })) }],
  });
  const documents = { '/old.json': manifest(1, ['kept', 'gone']), '/new.json': manifest(2, ['kept', 'added']) };
  const page = await open(t, '#/graph', { documents });
  await page.getByRole('button', { name: 'Differences' }).click();
  await page.getByText(/1 added, 1 removed/).waitFor();
  await page.locator('.legend').getByText('removed').waitFor();
  assert.match(hash(page), /overlay=diff/);
  await assertAccessible(page);
});

test('the map in the corner is there when something lies beyond the screen, and moves it', async (t) => {
  const page = await open(t, '#/graph?show=all');
  const map = page.locator('.minimap');
  assert.equal(await map.count(), 0);
  for (let press = 0; press < 6; press++) await page.getByRole('button', { name: 'Zoom in' }).click();
  await map.waitFor();
  const frame = () => page.locator('.minimap-frame').evaluate((frame) => frame.style.left);
  const before = await frame();
  await map.click({ position: { x: 150, y: 60 } });
  assert.notEqual(await frame(), before);
  await page.getByRole('button', { name: 'Fit' }).click();
  await map.waitFor({ state: 'detached' });
});

test('the table is a tree that opens, closes and selects by keyboard', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url('#/graph?as=table&find=argo'), { context: { viewport: { width: 1280, height: 800 } } });
  await page.settled();
  const tree = page.getByRole('treegrid');
  await tree.focus();
  const row = (at) => page.locator(`#atlas-row-${at}`);
  await page.waitForFunction(() => document.querySelector('release-atlas').shadowRoot.querySelector('[aria-level="1"][aria-expanded="false"]'));
  const rows = await page.locator('[role="row"][aria-level="1"]').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-expanded')));
  const first = rows.findIndex((state) => state === 'false');
  for (let step = 0; step < first; step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.locator(`#atlas-row-${first}[aria-expanded="true"]`).waitFor();
  await page.keyboard.press('ArrowRight');
  assert.equal(await tree.getAttribute('aria-activedescendant'), `atlas-row-${first + 1}`);
  assert.equal(await row(first + 1).getAttribute('aria-level'), '2');
  assert.ok(Number(await row(first + 1).getAttribute('aria-setsize')) > 0);
  await assertAccessible(page);
  await page.keyboard.press('Enter');
  await page.locator('.panel').waitFor();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await tree.getAttribute('aria-activedescendant'), `atlas-row-${first}`);
  await page.keyboard.press('ArrowLeft');
  await page.locator(`#atlas-row-${first}[aria-expanded="false"]`).waitFor();
  await page.keyboard.press('Space');
  await page.getByText('1 selected').waitFor();
});

test('at 400 pixels nothing of the graph view leaves the screen', async (t) => {
  const page = await open(t, `#/graph?as=graph&focus=release/${failed}`, { context: { viewport: { width: 400, height: 860 }, colorScheme: 'dark' } });
  const wide = await page.evaluate(() => [...document.querySelector('release-atlas').shadowRoot.querySelectorAll('.graph *')].filter((part) => part.getBoundingClientRect().right > 401).map((part) => part.className));
  assert.deepEqual(wide, []);
  await assertAccessible(page);
  await picture(page, 'graph-400-dark');
});

// Without optimisation the largest graphs take minutes: then they say nothing of what people get.
const isOptimised = statSync(join(dist, readdirSync(dist).find((name) => name.endsWith('.wasm')))).size < 9_000_000;

for (const [name, make] of Object.entries(shapes)) {
  const skip = !isOptimised && make().count > 5_000 ? 'needs the release build' : false;
  test(`${name}: fitted, zoomed, selected in and moved`, { skip }, async (t) => {
    const documents = graphPages(make());
    const page = await open(t, '#/graph', { documents });
    await stage(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.panel').waitFor();
    await page.keyboard.press('f');
    for (const key of ['+', '+', '-', '0', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
    const box = await stage(page).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + 40, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.press('f');
    assert.match(await counts(page), /items?,|Showing/);
  });
}

test('of more than a thousand items the most urgent thousand are shown, and then all', async (t) => {
  const documents = graphPages({ count: 2_500, edges: [] });
  const page = await open(t, '#/graph', { documents });
  assert.match(await counts(page), /Showing 1,?000 of 2,?500, ranked by risk/);
  await page.getByRole('button', { name: /Show all/ }).click();
  await page.waitForFunction(() => /2,?500 items/.test(document.querySelector('release-atlas').shadowRoot.querySelector('.graph-bar .count').textContent));
  await drawn(page);
});
