// Manifests in depth: the two of the sample compared, a move planned, a list pasted, the matrix walked;
// each by mouse and by keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const recalled = 'c5932997-6a0b-4f1d-9f43-2d7be0c1a5e8';

async function open(t, hash, options) {
  const site = await serve(t);
  const page = await visit(t, site.url(hash), options);
  assert.equal(await page.settled(), 'ready');
  // The sample opens by itself; its manifest is the last of its documents.
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  return page;
}

test('both manifests of the sample are compared, with what was PENDING and is READY', async (t) => {
  const page = await open(t, '#/compare');
  await page.getByRole('button', { name: 'Open the sample’s other manifest' }).click();
  await page.getByText('bundles newly recalled').first().waitFor();
  await page.getByRole('heading', { name: 'Newly recalled' }).waitFor();
  await page.getByRole('button', { name: recalled }).waitFor();
  const status = page.locator('.change-group', { has: page.getByRole('heading', { name: 'Recall status changed' }) });
  assert.match(await status.innerText(), /PENDING\s*→[\s\S]*READY/);
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Swap the two sides' }).press('Enter');
  await page.getByText('The two sides seem to be swapped').waitFor();
  await page.getByRole('heading', { name: 'No longer recalled' }).waitFor();
});

test('two releases are compared by a link', async (t) => {
  const page = await open(t, '#/compare?a=vcf/VCF%205.2.2.0&b=vcf/VCF%209.0.0.0');
  await page.getByRole('row', { name: /VCENTER/ }).getByText('newer').waitFor();
});

test('a list that is pasted is answered line by line, and unknown is not clear', async (t) => {
  const page = await open(t, '#/inventory');
  const list = page.getByRole('textbox', { name: /Paste or drop a list/ });
  await list.fill(`${recalled}\nbundle-${recalled.toUpperCase()}.tar\n00000000-0000-4000-8000-000000000000\nESXi 8.0.3-24859861\nESXi 8.0.3-25067014`);
  const row = (text) => page.locator('.inventory-row', { hasText: text });
  await row('Move to 3fcb4093 (ESX 9.1.1.0.25713780 in VCF 9.1.1.0, of which not all is known)').getByText('Recalled', { exact: true }).waitFor();
  await row('bundle-C5932997').getByText('Look-alike').waitFor();
  await row('00000000-0000').getByText('That is not the same as clear').waitFor();
  await row('ESXi 8.0.3-24859861').getByText('Carried by the recalled bundle 9dd78e85').waitFor();
  await row('ESXi 8.0.3-25067014').getByText('In the BOM of VCF 5.2.3.0').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Not found 1' }).press('Enter');
  await row('ESXi 8.0.3-24859861').waitFor({ state: 'detached' });
  assert.equal(await page.locator('.inventory-row').count(), 1);
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV', exact: false }).first().click()]);
  assert.equal(file.suggestedFilename(), 'inventory.csv');
});

test('a look-alike of a recalled bundle is a risk wherever it is carried, and never called recalled', async (t) => {
  const page = await open(t, '#/hit?item=vcf/VCF%209.1.0.0100');
  const panel = page.locator('.panel');
  await panel.getByText('AT RISK', { exact: true }).first().waitFor();
  await panel.getByText(/whose id looks like a recalled one/).waitFor();
  await page.evaluate(() => { location.hash = '#/move?from=9.1.0.0&to=9.1.0.0100'; });
  await page.getByText('1 hop, 1 risk').waitFor();
  const fetch = page.locator('.fetch', { hasText: '169956c6' });
  await fetch.getByText('looks like a recalled one').waitFor();
  assert.equal(await fetch.locator('.item-link.is-clear, .item-link.is-ok').count(), 0);
  await page.evaluate(() => { location.hash = '#/recalls'; });
  await page.getByText('a look-alike in VCF 9.1.0.0100').waitFor();
  await page.evaluate(() => { location.hash = '#/inventory'; });
  await page.getByRole('textbox', { name: /Paste or drop a list/ }).fill('ESX_HOST 9.1.0.0100.25446780\nVCF 9.1.0.0100');
  const row = (text) => page.locator('.inventory-row', { hasText: text });
  await row('ESX_HOST 9.1.0.0100').getByText(/whose id looks like a recalled one \(in VCF 9\.1\.0\.0100\)/).waitFor();
  await row('None of its bundles is recalled. The id of 1 of its bundles looks like a recalled one').getByText('Look-alike').waitFor();
});

test('the rows of a list are those of what stands in the field now, typed or replaced', async (t) => {
  const page = await open(t, '#/inventory');
  const list = page.getByRole('textbox', { name: /Paste or drop a list/ });
  const rows = page.locator('.inventory-row');
  await list.fill('vcenter 9.0.0.0');
  await rows.filter({ hasText: 'vcenter 9.0.0.0' }).waitFor();
  for (const line of ['VCENTER 9.0.1.0.24957007', 'hello', 'ESXi 8.0.3-24859861', 'ESXi 8.0.3-25067014']) {
    await list.fill(line);
    await rows.filter({ hasText: line }).waitFor();
    assert.equal(await rows.count(), 1, line);
  }
  await list.fill('');
  await rows.waitFor({ state: 'detached' });
  await list.pressSequentially('ESX_HOST 9.1.0.0200.25498780');
  await rows.filter({ hasText: 'ESX_HOST 9.1.0.0200.25498780' }).waitFor();
  assert.doesNotMatch(await rows.innerText(), /Not understood/);
});

test('a move is planned by keyboard, with its hops, bundles and what is blocked', async (t) => {
  const page = await open(t, '#/move');
  const from = page.getByLabel('From (the version that runs)');
  await from.fill('4.5.0.0');
  await from.press('Enter');
  await page.getByRole('heading', { name: /In one hop/ }).first().waitFor();
  const to = page.getByLabel('To', { exact: true });
  await to.fill('9.1.1.0');
  await to.press('Enter');
  await page.locator('.hop').nth(1).waitFor();
  assert.match(await page.locator('.hop').last().innerText(), /VCF 9\.1\.1\.0[\s\S]*bundles to fetch/);
  assert.match(page.url(), /from=4\.5\.0\.0&to=9\.1\.1\.0/);
  await page.getByText('Blocked in one hop').click();
  await page.getByText('Not applicable: Closed for new upgrades').waitFor();
  await assertAccessible(page);
});

test('a move fetches nothing in place of a component that no replacement carries, and names what is not of the BOM', async (t) => {
  const page = await open(t, '#/move?from=5.2.0.0&to=9.0.1.0');
  const blocked = page.locator('.move-no-way');
  await blocked.getByText('there is no SDDC Manager bundle to fetch').waitFor();
  assert.match(await blocked.innerText(), /The newer VCF 9\.0\.2\.0 .*carries another SDDC Manager bundle: 584cc055/);
  await page.goto(page.url().replace(/#.*/, '#/move?from=9.1.0.0200&to=9.1.0.0400'));
  const fetched = page.locator('.fetch').filter({ hasText: '3fcb4093' });
  await fetched.getByText('in place of recalled c5932997').waitFor();
  await fetched.getByText('newer than the BOM of the target, from VCF 9.1.1.0').waitFor();
  const left = async (of) => (await of.boundingBox()).x;
  const link = fetched.locator('.item-link');
  assert.ok(await left(fetched.locator('.fetch-note').first()) >= await left(link), 'a note stands under its bundle');
  await page.getByText('is newer than the BOM of the target: 9.1.0.0200').waitFor();
  await page.goto(page.url().replace(/#.*/, '#/move?from=5.2.0.0'));
  await page.locator('.lines-row').first().waitFor();
  const width = async (of) => Math.round((await page.locator(of).first().boundingBox()).width);
  assert.deepEqual([await width('.move .lines'), await width('.move .blocked')], [760, 760]);
  await assertAccessible(page);
});

test('an async patch in an inventory is called one, and leads to its place in the manifest', async (t) => {
  const page = await open(t, '#/inventory');
  await page.locator('textarea').fill('VCENTER 8.0U3e');
  const row = page.locator('.inventory-row');
  await row.getByText('Async patch of the manifest, beside the BOMs: VCENTER 8.0U3e.').waitFor();
  assert.doesNotMatch(await row.innerText(), /In no BOM|Outside the BOMs/);
  await assertAccessible(page);
  await row.getByRole('button').click();
  await page.waitForURL(/asyncPatches/);
});

test('the matrix is walked by keyboard; a cell opens its card, and then its release', async (t) => {
  const page = await open(t, '#/manifest');
  const grid = page.getByRole('grid', { name: 'Matrix' });
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  const active = await grid.getAttribute('aria-activedescendant');
  assert.match(active, /^cell-1-\d+$/);
  await grid.locator(`#${active}`).waitFor();
  await page.keyboard.press('Enter');
  const card = page.getByRole('region', { name: 'vCenter · VCF 9.1.0.0400' });
  await card.getByRole('link', { name: /release-notes|docs\.example|notes/ }).first().waitFor();
  await card.getByRole('button', { name: /\/releases\/\d+\/bom\/\d+/ }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press('ArrowUp');
  await page.getByRole('region', { name: 'SDDC Manager · VCF 9.1.0.0400' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: /VCF 9\.1\.0\.0400/ }).waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: /Details of VCF 9\.1\.0\.0400/ });
  await panel.getByRole('heading', { name: 'Safe to move to?' }).waitFor();
  await assertAccessible(page);
});

test('the changes between two manifests are marked on the matrix', async (t) => {
  const page = await open(t, '#/compare');
  await page.getByRole('button', { name: 'Open the sample’s other manifest' }).click();
  await page.getByRole('button', { name: 'Show on the matrix' }).click();
  await page.getByRole('tab', { name: 'Changes', selected: true }).waitFor();
  const grid = page.getByRole('grid', { name: 'Matrix' });
  await grid.getByRole('columnheader', { name: /New release/ }).first().waitFor();
  const all = Number(await grid.getAttribute('aria-colcount'));
  await page.getByRole('button', { name: 'Hide unchanged' }).click();
  await page.waitForFunction(([name, few]) => {
    const root = document.querySelector('release-atlas').shadowRoot;
    return Number(root.querySelector(name).getAttribute('aria-colcount')) > few;
  }, ['.matrix', all]);
  await assertAccessible(page);
});

test('a recall chain is a picture whose cards select their bundles', async (t) => {
  const page = await open(t, `#/recalls?part=picture&item=bundle/${recalled}`);
  const picture = page.getByRole('main').getByRole('figure', { name: 'Picture of the recall chain' });
  await picture.locator('.figure-card[aria-current]', { hasText: 'Recalled' }).waitFor();
  await picture.getByRole('button', { name: /replaced/ }).first().waitFor();
  await assertAccessible(page);
  const target = picture.locator('.figure-card.is-ok').first();
  await target.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: /Details of/ }).getByText('Listed', { exact: true }).first().waitFor();
  assert.match(page.url(), /item=bundle\/3fcb4093/);
  await picture.locator('.figure-card.is-recalled').first().waitFor();
});

test('a loop, a fork and an announced replacement can be told in the picture', async (t) => {
  const page = await open(t, '#/recalls?part=picture&item=bundle/69ac289a-44b3-420f-a41c-79ae8896bc7a');
  await page.getByText('The dashed line leads back').first().waitFor();
  await page.goto(page.url().replace(/bundle\/.*/, 'bundle/42bc5d41-bd8b-43fb-aa3f-343b842d57b5'));
  await page.getByText('the manifest does not say which one is for which').first().waitFor();
  await page.goto(page.url().replace(/bundle\/.*/, 'bundle/5930ae9e-3072-424b-a6a7-19dd47425ea7'));
  await page.getByRole('button', { name: /announced/ }).first().waitFor();
});

test('a recalled bundle names every place that names it, and each leads to the document', async (t) => {
  const page = await open(t, `#/recalls?item=bundle/${recalled}`);
  const panel = page.getByRole('complementary', { name: /Details of/ });
  await panel.getByRole('heading', { name: /^Recalled by/ }).waitFor();
  await panel.getByRole('heading', { name: /^Named by/ }).waitFor();
  await panel.getByText('It is withdrawn and replaced by:').waitFor();
  await panel.getByRole('button', { name: /^\/recalledBundles\/0\/recalledBundleIds\/0$/ }).click();
  await page.waitForURL(/#\/inspect\?.*ptr=\/recalledBundles\/0\/recalledBundleIds\/0/);
  await page.locator('.raw-line.is-marked', { hasText: recalled }).first().waitFor();
});

test('what is odd about the recalls stands in words with its place', async (t) => {
  const page = await open(t, '#/recalls?part=oddities');
  for (const name of ['READY without replacement ids', 'NONE with replacement ids', 'Replacements that go in a circle', 'Ids that look the same']) {
    await page.getByRole('heading', { name: new RegExp(`^${name}`) }).waitFor();
  }
  await page.getByRole('button', { name: /^\/recalledBundles\/7$/ }).first().waitFor();
  await assertAccessible(page);
});

test('only the cells in sight are in the page, at whichever end', async (t) => {
  const page = await open(t, '#/manifest');
  const grid = page.getByRole('grid', { name: 'Matrix' });
  await grid.getByRole('columnheader', { name: /^9\.1\.1\.0/ }).waitFor();
  await grid.focus();
  await page.keyboard.press('Home');
  await grid.getByRole('columnheader', { name: /4\.4\.1\.0/ }).waitFor();
  await grid.getByRole('columnheader', { name: /^9\.1\.1\.0/ }).waitFor({ state: 'detached' });
});

for (const part of ['timeline', 'drift', 'outside']) {
  test(`the part ${part} of a manifest has no accessibility findings`, async (t) => {
    const page = await open(t, `#/manifest?part=${part}`, { context: { viewport: { width: 400, height: 800 } } });
    await page.getByRole('tab', { selected: true }).waitFor();
    await assertAccessible(page);
  });
}
