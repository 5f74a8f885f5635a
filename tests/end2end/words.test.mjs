// What a person reads is whole, in their language, and stays while they look elsewhere.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

async function open(t, hash = '', context = {}, more = {}) {
  const site = await serve(t);
  const page = await visit(t, site.url(hash), { context: { viewport: { width: 1280, height: 800 }, ...context }, ...more });
  await page.settled();
  await page.locator('.views [aria-current="page"]').first().waitFor();
  return { page, site };
}

/** Walks down a list and gives every sentence that does not fit where it stands. */
const cut = (page, list, sentence) =>
  page.locator(list).evaluate(async (list, sentence) => {
    const found = new Set();
    let seen = 0;
    for (let top = 0; top < list.scrollHeight; top += list.clientHeight) {
      list.scrollTop = top;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      for (const words of list.querySelectorAll(sentence)) {
        seen += 1;
        if (words.scrollHeight > words.clientHeight + 1) found.add(words.textContent);
      }
    }
    return { found: [...found], seen };
  }, sentence);

for (const width of [1280, 400]) {
  test(`no sentence of the board is cut at ${width} pixels`, async (t) => {
    const { page } = await open(t, '', { viewport: { width, height: 800 } });
    await page.locator('.board-row').first().waitFor();
    const { found, seen } = await cut(page, '.board .list', '.board-sentence');
    assert.ok(seen > 100, `${seen} sentences were looked at`);
    assert.deepEqual(found, []);
  });
}

test('the language is chosen in the help, holds for the whole page, and is remembered', async (t) => {
  const { page } = await open(t, '', { locale: 'en-GB' });
  await page.getByRole('button', { name: 'Keyboard and help' }).click();
  const choice = page.getByRole('group', { name: 'Language' });
  assert.equal(await choice.getByRole('button', { name: 'English' }).getAttribute('aria-pressed'), 'true');
  await choice.getByRole('button', { name: 'Deutsch' }).click();
  const sheet = page.getByRole('dialog', { name: 'Tastatur und Hilfe' });
  await sheet.getByRole('group', { name: 'Sprache' }).waitFor();
  await page.waitForFunction(() => document.querySelector('release-atlas').shadowRoot.activeElement?.lang === 'de');
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await page.locator('.views').getByRole('link', { name: 'Urteile' }).waitFor();
  await page.reload();
  await page.settled();
  await page.locator('.views').getByRole('link', { name: 'Urteile' }).waitFor();
  assert.equal(await page.locator('release-atlas').evaluate((element) => element.shadowRoot.querySelector('[lang]').lang), 'de');
});

test('a pasted short id says what to move to, and the list is still there after a look at another view', async (t) => {
  const { page } = await open(t, '#/inventory');
  const text = page.locator('.inventory textarea');
  await text.fill('42bc5d41\n5930ae9e');
  const row = page.locator('.inventory-row').filter({ hasText: '42bc5d41-' });
  await row.getByText('ab7bc8ee (vCenter 8.0.1-22368047 in VCF 5.0.0.1) carries the same component: move to it.').waitFor();
  assert.doesNotMatch(await page.locator('.inventory .list').innerText(), /Every chain/);
  const { found, seen } = await cut(page, '.inventory .list', '.inventory-sentence');
  assert.ok(seen >= 2);
  assert.deepEqual(found, []);
  await page.locator('.views').getByRole('link', { name: 'Move', exact: true }).click();
  await page.locator('.move-form').waitFor();
  await page.goBack();
  await row.waitFor();
  assert.equal(await text.inputValue(), '42bc5d41\n5930ae9e');
});

test('a version of a component finds the releases that carry it, and the line that it stands in', async (t) => {
  const { page } = await open(t, '#/hit');
  const search = page.getByRole('combobox', { name: 'Search' });
  for (const words of ['8.0.3-25377220', 'ESX 8.0.3', 'NSX 4.2.4']) {
    await search.fill(words);
    const match = page.getByRole('option').filter({ hasText: 'VCF 5.2.4.0' });
    await match.getByText(words.startsWith('NSX') ? 'NSX_T_MANAGER 4.2.4-25390771' : 'ESX_HOST 8.0.3-25377220').waitFor();
    await page.locator('.board-row').filter({ hasText: 'VCF 5.2.4.0' }).first().waitFor();
  }
  await page.evaluate(() => { location.hash = '#/manifest?find=ESX%208.0.3-25377220'; });
  await page.getByText('1 component × 1 release').waitFor();
});

test('a match that is opened from the search field filters no list', async (t) => {
  const { page } = await open(t, '#/releases?find=shell');
  const search = page.getByRole('combobox', { name: 'Search' });
  const hash = () => new URL(page.url()).hash;
  const shown = () => page.locator('.table-foot .grow').innerText();
  const before = await shown();
  await search.fill('8.0.3-25377220');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.panel').getByText('5.2.4.0').first().waitFor();
  assert.equal(await search.inputValue(), 'shell');
  assert.match(hash(), /[?&]find=shell(&|$)/);
  await page.waitForFunction((before) => document.querySelector('release-atlas').shadowRoot.querySelector('.table-foot .grow').textContent === before, before);
});

test('Esc in the search field takes words and filter back together, and leaves an empty field', async (t) => {
  const { page } = await open(t, '#/releases');
  const search = page.getByRole('combobox', { name: 'Search' });
  const focused = () => page.evaluate(() => document.querySelector('release-atlas').shadowRoot.activeElement?.tagName);
  for (const words of ['nothing is called so', 'shell']) {
    await search.fill(words);
    await page.waitForFunction(() => /[?&]find=/.test(location.hash));
    await search.press('Escape');
    assert.equal(await search.inputValue(), '');
    assert.doesNotMatch(page.url(), /find=/);
    assert.equal(await focused(), 'INPUT');
    assert.equal(await page.locator('.matches').count(), 0);
  }
  await search.press('Escape');
  assert.notEqual(await focused(), 'INPUT');
});

test('a search finds what the screen says, and bundles by the versions of what they hold', async (t) => {
  const { page } = await open(t, '#/recalls');
  const search = page.getByRole('combobox', { name: 'Search' });
  await page.locator('.recall-row').first().waitFor();
  const all = await page.locator('.recall-row').count();
  await search.fill('recalled');
  await page.getByRole('option').first().waitFor();
  assert.equal(await page.locator('.recall-row').count(), all);
  await search.fill('NSX 3.2.3');
  await page.getByRole('option').filter({ hasText: '5427c5a9' }).getByText('NSX_T_MANAGER 3.2.3.1-22104592').waitFor();
  assert.ok(await page.locator('.recall-row').count() < all);
});

test('a move names the replacement for the same component, and the others apart', async (t) => {
  const { page } = await open(t, '#/move?from=4.5.1.0');
  await page.getByText('take ab7bc8ee in its place. Not known to carry the same component: 71b3e09a.').first().waitFor();
});

test('a person who knows no name finds chains worth a look, and takes one away', async (t) => {
  const { page } = await open(t, '#/why', { viewport: { width: 400, height: 860 } });
  const offered = page.getByRole('group', { name: 'Chains worth a look' }).getByRole('button');
  await offered.first().waitFor();
  assert.ok(await offered.count() > 3);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  await assertAccessible(page);
  await offered.first().click();
  await page.locator('.why-paths .path').first().waitFor();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV', exact: false }).first().click()]);
  assert.equal(file.suggestedFilename(), 'why.csv');
  const rows = readFileSync(await file.path(), 'utf8').trim().split(/\r?\n/);
  assert.match(rows[0], /Chain,Step,Item,Id,Stated in/);
  assert.ok(rows.length > 2 && rows.some((row) => row.includes('customization.json /')), rows.join('\n'));
});

test('a move can be started by one press, and an item that nothing names leads to the documents', async (t) => {
  const { page } = await open(t, '#/move');
  await page.getByRole('group', { name: 'Where do you start?' }).getByRole('button').first().click();
  await page.getByRole('heading', { name: /In one hop/ }).first().waitFor();
  await page.evaluate(() => { location.hash = '#/hit/release/nowhere'; });
  await page.locator('.panel').getByRole('button', { name: 'Open documents' }).click();
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
});

test('without a network, the one address of a list is not asked for', async (t) => {
  const { page, site } = await open(t);
  const banner = page.locator('.banner.crawl');
  await banner.getByRole('button', { name: 'Show each address' }).click();
  await page.context().setOffline(true);
  await banner.locator('.crawl-line').getByRole('button', { name: 'Load it' }).click();
  await page.getByText('No network').first().waitFor();
  await page.context().setOffline(false);
  assert.equal(site.asked.filter(({ url }) => url.includes('/sample/v1/')).length, 0);
  await banner.locator('.crawl-line').getByRole('button', { name: 'Load it' }).waitFor();
});

test('when something failed is said as a distance, with the instant in the title', async (t) => {
  const { page } = await open(t, '#/hit/release/6acb49b2625d2f3a3f76c077', { timezoneId: 'UTC' });
  const when = page.locator('.failed-facts time').first();
  await when.waitFor();
  assert.match(await when.innerText(), /ago|yesterday|today|just now|^in /);
  assert.match(await when.getAttribute('title'), /^2026-10-12 06:40/);
});
