// The viewer on its built-in sample: two actions to a verdict, by mouse and by keyboard, and links that
// restore what was looked at.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve } from './support/site.mjs';
import { picture, visit } from './support/visit.mjs';

const recalled = 'c5932997-6a0b-4f1d-9f43-2d7be0c1a5e8';
const failed = '6acb49b2625d2f3a3f76c077';

/** Opens the viewer on the sample and waits for the verdicts. */
async function open(t, hash = '', context = {}) {
  const site = await serve(t);
  const page = await visit(t, site.url(hash), { context: { viewport: { width: 1280, height: 800 }, ...context } });
  await page.settled();
  await page.locator('.views [aria-current="page"]').first().waitFor();
  return page;
}

const rows = (page) => page.locator('.board-row');

test('the sample opens on its verdicts, most urgent first', async (t) => {
  const page = await open(t);
  await rows(page).first().waitFor();
  assert.match(await page.locator('.board-head h2').innerText(), /\d+ items are hit, \d+ are at risk/);
  assert.match(await rows(page).first().innerText(), /HIT/);
  assert.equal(new URL(page.url()).hash, '#/hit');
  for (const name of ['atlas:fetch', 'atlas:parse', 'atlas:graph']) {
    assert.ok(await page.evaluate((name) => performance.getEntriesByName(name).length > 0, name), name);
  }
  assert.ok(await page.evaluate(() => performance.getEntriesByName('atlas:answer').length === 1));
  await assertAccessible(page);
});

test('one click leads from the board to an item, another to its proof and to the place in the document', async (t) => {
  const page = await open(t);
  await rows(page).filter({ hasText: recalled }).first().click();
  const panel = page.locator('.panel');
  await panel.getByText('move to 3fcb4093').waitFor();
  await panel.getByRole('tab', { name: 'Why' }).click();
  await panel.locator('.place button').first().click();
  await page.locator('.raw-line.is-marked').first().waitFor();
});

test('every view says something of the sample, in light and dark, wide and narrow', async (t) => {
  for (const [width, colorScheme] of [[1280, 'light'], [400, 'dark']]) {
    const page = await open(t, '', { viewport: { width, height: 800 }, colorScheme });
    await rows(page).first().waitFor();
    for (const name of ['Verdicts', 'Graph', 'Releases', 'Customizations', 'Recalls']) {
      await page.locator('.views').getByRole('link', { name, exact: true }).click();
      await page.waitForTimeout(150);
      assert.ok((await page.locator('.centre').innerText()).length > 20, name);
      await assertAccessible(page);
      await picture(page, `${name.toLowerCase()}-${width}-${colorScheme}`);
    }
  }
});

test('a copied link restores view, selection, tab, filters and search', async (t) => {
  const hash = `#/releases?item=release/${failed}&tab=why&find=shell&status=failed`;
  const page = await open(t, hash);
  await page.locator('.panel').getByText('It failed with a customization').waitFor();
  assert.equal(await page.getByRole('tab', { name: 'Why' }).getAttribute('aria-selected'), 'true');
  assert.equal(await page.locator('.search input').inputValue(), 'shell');
  assert.equal(await page.locator('.table-row').count(), 1);
  assert.equal(new URL(page.url()).hash, hash);
});

test('back and forward walk over what was selected', async (t) => {
  const page = await open(t);
  await rows(page).nth(0).click();
  await page.locator('.panel').waitFor();
  const first = new URL(page.url()).hash;
  await rows(page).nth(1).click();
  await page.waitForFunction((first) => location.hash !== first, first);
  await page.goBack();
  await page.waitForFunction((first) => location.hash === first, first);
  await page.goBack();
  await page.locator('.panel').waitFor({ state: 'detached' });
  await page.goForward();
  await page.locator('.panel').waitFor();
});

test('filters count, combine and clear', async (t) => {
  const page = await open(t);
  const facet = (name) => page.locator('.facet').filter({ hasText: 'Status' }).getByRole('button', { name }).first();
  await facet('Failed').click();
  const count = Number(await facet('Failed').locator('.count').innerText());
  await page.waitForFunction((count) => document.querySelector('release-atlas').shadowRoot.querySelectorAll('.board-row').length === count, count);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await rows(page).filter({ hasText: recalled }).first().waitFor();
});

test('the board and the panel work by keyboard alone', async (t) => {
  const page = await open(t);
  await rows(page).first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('OS Shell 12-r51');
  await rows(page).first().waitFor();
  await page.keyboard.press('Escape');
  await rows(page).first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.panel').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.panel').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

test('arrows walk the graph along its edges, and the table shows the same selection', async (t) => {
  const page = await open(t, `#/graph?item=release/${failed}`);
  const stage = page.locator('.stage');
  await page.waitForFunction(() => performance.getEntriesByName('atlas:paint').length > 0);
  await stage.focus();
  const selected = () => page.evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('item'));
  // What it depends on is in order, and so not in the first picture: the arrow draws it.
  await page.keyboard.press('ArrowRight');
  await page.locator('.panel h2').filter({ hasText: 'minideb' }).waitFor();
  assert.ok(!(await selected()).includes(failed));
  await page.keyboard.press('t');
  await page.locator('.table-row.row-selected').filter({ hasText: 'minideb' }).waitFor();
});

test('a click on the canvas selects what is drawn there', async (t) => {
  const page = await open(t, `#/graph?focus=release/${failed}`);
  await page.waitForFunction(() => performance.getEntriesByName('atlas:paint').length > 0);
  const box = await page.locator('.stage').boundingBox();
  for (let x = 40; x < box.width; x += 22) {
    await page.mouse.click(box.x + x, box.y + box.height / 2);
    if (await page.locator('.panel').count()) break;
  }
  assert.equal(await page.locator('.panel').count(), 1);
});

test('dropped, pasted and unreadable documents each end as they should', async (t) => {
  const page = await open(t);
  await rows(page).first().waitFor();
  await page.locator('.brand').click();
  await page.locator('.loaded-row').first().waitFor();
  while (await page.locator('.loaded-row').count()) {
    await page.locator('.loaded-row').first().getByRole('button', { name: 'Close this document' }).click();
  }
  await page.locator('textarea').fill('{"recalledBundles": [{"recalledBundleIds": ["abc"], "replacementBundleIds": [], "replacementBundleStatus": "NONE"}], "releases": [], "sequenceNumber": 1, "version": 1}');
  await page.getByRole('button', { name: 'Read the text' }).click();
  await rows(page).filter({ hasText: 'abc' }).first().waitFor();
  await page.locator('.brand').click();
  await page.locator('textarea').fill('{"recalledBundles": [');
  await page.getByRole('button', { name: 'Read the text' }).click();
  await page.getByText('The document ends too early').waitFor();
});

test('two presses of p lead from one item to the chain between both', async (t) => {
  const page = await open(t, `#/releases?item=release/${failed}`);
  await page.locator('.panel').waitFor();
  await page.keyboard.press('p');
  await page.locator('.panel .neighbours').getByText('PostgreSQL').first().click();
  await page.locator('.panel h2').filter({ hasText: 'PostgreSQL' }).waitFor();
  await page.keyboard.press('p');
  await page.getByText(/chains? in all/).waitFor();
  assert.match(await page.locator('.why-paths').innerText(), /PostgreSQL[\s\S]*OS Shell/);
  await page.locator('.why-paths .place button').first().click();
  await page.locator('.raw-line.is-marked').first().waitFor();
});

test('“Open your own documents” leaves the sample', async (t) => {
  const page = await open(t);
  await page.getByRole('button', { name: 'Open your own documents' }).click();
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  assert.equal(await page.locator('.loaded-row').count(), 0);
});

test('the answer stands in the top bar of every view and opens the board on exactly these items', async (t) => {
  const page = await open(t, '#/manifest', { viewport: { width: 400, height: 800 } });
  const chip = page.locator('.summary-chip');
  const count = Number(await chip.locator('.numbers').innerText());
  assert.ok(count > 0);
  const place = () => page.locator('.views [aria-current="page"]').evaluate((tab) => {
    const [row, own] = [tab.parentElement.getBoundingClientRect(), tab.getBoundingClientRect()];
    return own.left >= row.left && own.right <= row.right;
  });
  assert.ok(await place(), 'the open view is in sight among the tabs');
  await chip.click();
  await rows(page).first().waitFor();
  assert.equal(new URL(page.url()).hash, '#/hit?verdict=hit');
  assert.ok(await place());
});

for (const [width, height] of [[640, 400], [844, 390]]) {
  test(`in a window of ${width} by ${height}, as at a zoom of 200 %, every list can be reached and read`, async (t) => {
    const page = await open(t, '', { viewport: { width, height } });
    for (const [view, row] of [['hit', '.board-row'], ['releases', '.table-row'], ['recalls', '.recall-row']]) {
      await page.evaluate((view) => { location.hash = `#/${view}`; }, view);
      await page.locator(row).nth(1).scrollIntoViewIfNeeded();
      const list = await page.locator(':is(.board, .table, .recalls) > .list').boundingBox();
      assert.ok(list.height >= 200, `${view}: the list is ${list.height} pixels high`);
      await page.locator(row).nth(1).click();
      await page.locator('.panel').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.panel').waitFor({ state: 'detached' });
    }
  });
}
