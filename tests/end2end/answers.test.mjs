// What people read: why it failed, who needs it, what to move to, what is missing, and what was not understood.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve } from './support/site.mjs';
import { picture, visit } from './support/visit.mjs';

const failed = '6acb49b2625d2f3a3f76c077';
const recalled = 'c5932997-6a0b-4f1d-9f43-2d7be0c1a5e8';

async function open(t, hash = '#/hit', context = {}) {
  const site = await serve(t);
  const page = await visit(t, site.url(hash), { context: { viewport: { width: 1280, height: 800 }, ...context } });
  await page.settled();
  await page.locator('.views [aria-current="page"]').first().waitFor();
  return page;
}

/** Opens the start page with nothing loaded. */
async function empty(t) {
  const page = await open(t);
  await page.locator('.sample-note button').click();
  await page.locator('.way-files').waitFor();
  return page;
}

async function paste(page, text) {
  await page.locator('.way textarea').fill(text);
  await page.getByRole('button', { name: 'Read the text' }).click();
}

test('the panel of a failed release begins with what its customization says of the failure', async (t) => {
  const page = await open(t, `#/hit/release/${failed}`);
  const why = page.locator('.panel .failed');
  await why.getByText('script.sh ended with code 127').waitFor();
  assert.match(await why.innerText(), /build step ended with an error/);
  assert.match(await why.locator('time').first().getAttribute('title'), /2026-10-1\d.\d\d:\d\d/);
  assert.match(await why.locator('a[target="_blank"]').getAttribute('href'), /^https:\/\/catalog\.example\.com\/.*build-log/);
  assert.match(await why.innerText(), /corporate-ca-certificates/);
  await assertAccessible(page);
  await why.locator('.pointer').click();
  await page.locator('.raw-line.is-marked').first().waitFor();
  assert.match(decodeURIComponent(page.url()), /failed_releases\/\d+\/failure/);
});

test('the sentence of a recalled bundle names how many carry it, and component and release to move to', async (t) => {
  const page = await open(t, `#/hit/bundle/${recalled}`);
  await page.locator('.panel .verdict').getByText('Recalled; 3 releases still carry it. Move to 3fcb4093 (ESX 9.1.1.0.25713780 in VCF 9.1.1.0, of which not all is known): it is READY.').waitFor();
});

test('the tab named Move goes on where replacements lead nowhere, and keeps what is for another component apart', async (t) => {
  const page = await open(t, '#/hit/bundle/5427c5a9-11f1-410a-a261-c3d15d00cdc2?tab=move');
  const body = page.locator('.panel-body');
  await body.getByText('Its replacements lead back to itself. The newer VCF 5.0.0.1 carries another NSX bundle: 484a9e17.').waitFor();
  await page.goto(page.url().replace(/#.*/, '#/hit/vcf/VCF%205.0.0.0?tab=move'));
  await body.locator('.chain-targets').first().waitFor();
  const boxes = await body.locator('.chain-targets').allInnerTexts();
  assert.match(boxes[0], /^Move to\s+vCenter 8\.0\.1-22368047 \(ab7bc8ee\)/);
  assert.match(boxes[1], /^Also named, for another component\s+ESX [\d.-]+ \(71b3e09a\)/);
  assert.equal(boxes.length, 2);
});

test('a release that is hit is not called safe, and its bundles are counted once', async (t) => {
  const page = await open(t, '#/hit/vcf/VCF%209.0.1.0');
  const answer = page.locator('.panel .safety-answer');
  await answer.getByText('No: 3 recalled bundles').waitFor();
  await page.locator('.panel .safety').getByText('SKU VVF: 1 bundle carries no id').waitFor();
  await page.goto(page.url().replace(/#.*/, '#/hit/vcf/VCF%209.1.0.0200'));
  await answer.getByText('With care: take 3fcb4093 instead of c5932997').waitFor();
  assert.doesNotMatch(await page.locator('.panel .safety').innerText(), /Yes, with care/);
  const bundles = page.locator('.panel h3').filter({ hasText: 'Patch bundles' });
  await page.goto(page.url().replace(/#.*/, '#/hit/vcf/VCF%204.4.1.1'));
  await bundles.getByText('5 bundles', { exact: true }).waitFor();
  await page.goto(page.url().replace(/#.*/, '#/hit/vcf/VCF%209.1.1.0'));
  await bundles.getByText('5 bundles, and 1 without an id').waitFor();
  await assertAccessible(page);
});

test('what it means that bundles carry no id is said once above the moves', async (t) => {
  const page = await open(t, '#/move?from=5.2.1.0');
  await page.getByText('SKU VVF: 1 bundle without an id.').first().waitFor();
  assert.equal(await page.locator('.move').getByText('cannot be matched to recalls').count(), 1);
});

test('board, panel, table and graph count the same who need an item, without the customization', async (t) => {
  const page = await open(t, `#/hit/release/${failed}`);
  await page.locator('.panel .verdict p').getByText('Needed by').waitFor();
  const words = await page.locator('.panel .verdict p').innerText();
  const direct = Number(/Needed by (\d+) directly/.exec(words)[1]);
  const heading = page.locator('.panel .neighbours h3').filter({ hasText: 'Needed by' });
  assert.equal(Number(/\d+/.exec(await heading.innerText())[0]), direct);
  assert.equal(await page.locator('.panel .neighbours h3').filter({ hasText: 'Part of customization' }).count(), 1);
  const row = page.locator('.board-row.row-selected .board-side .count');
  assert.equal(await row.innerText(), `needed by ${direct}`);
  await page.goto(page.url().replace(/#.*/, `#/releases?item=release/${failed}&find=${failed}`));
  await page.locator('.table-row.row-selected .cell-needed-by').waitFor();
  assert.equal(Number(await page.locator('.table-row.row-selected .cell-needed-by').innerText()), direct);
  await page.goto(page.url().replace(/#.*/, `#/graph?item=release/${failed}`));
  await page.locator('release-atlas').getByText(new RegExp(`needed by ${direct} directly, part of customization`)).first().waitFor({ state: 'attached' });
});

for (const [name, text, words] of [
  ['an empty list', '[]', 'This is an empty list'],
  ['an empty object', '{}', 'This is an empty object'],
  ['a number', '5', 'This is a single value'],
  ["somebody else's JSON", '{"apiVersion":"v1","kind":"Pod"}', 'Its members are apiVersion, kind.'],
]) {
  test(`${name} that is pasted stays on the start page and is named there`, async (t) => {
    const page = await empty(t);
    await paste(page, text);
    await page.locator('.loaded-row .strange').getByText(words).waitFor();
    assert.equal(new URL(page.url()).hash, '#/');
    // Like a failure, at the top: who pasted it is led there.
    const card = page.locator('.faults .strange-card');
    await card.getByText(words).waitFor();
    assert.match(await card.innerText(), /Known are: a customization/);
    await page.waitForFunction(() => document.querySelector('release-atlas').shadowRoot.activeElement?.matches('.strange-card'));
    assert.ok((await card.boundingBox()).y < (await page.locator('.way-files').boundingBox()).y);
    assert.doesNotMatch(await page.locator('.loaded-row').innerText(), /recognised by/);
    assert.equal(await page.locator('.toast[role="status"]').count(), 1);
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Look at it as it is' }).click();
    await page.locator('.raw-line').first().waitFor();
  });
}

test('blank text and a web page are answered at their place', async (t) => {
  const page = await empty(t);
  await paste(page, '   ');
  await page.getByText('There is nothing to read yet').waitFor();
  await paste(page, '<!doctype html><title>Sign in</title>');
  await page.locator('.fault').waitFor();
  assert.equal(new URL(page.url()).hash, '#/');
});

test('a file of nothing is said to be empty, without a place in it', async (t) => {
  const page = await empty(t);
  for (const [text, words] of [['', 'empty.json is empty (0 bytes).'], [' \n', 'holds nothing but white space (2 bytes)']]) {
    await page.locator('.way-files input').setInputFiles({ name: 'empty.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    const card = page.locator('.fault').first();
    await card.getByText(words).waitFor();
    assert.doesNotMatch(await card.innerText(), /Line \d|place below|not JSON/);
    await assertAccessible(page);
    await card.getByRole('button', { name: 'Dismiss' }).click();
    await card.waitFor({ state: 'detached' });
  }
});

test('an address that names what there is not says so, and leads back', async (t) => {
  const page = await open(t, '#/graph?focus=bundle/zzz');
  const strip = page.locator('.strip').filter({ hasText: 'Nothing that is loaded is called “zzz”' });
  await strip.waitFor();
  await strip.getByRole('button', { name: 'Whole graph' }).click();
  await strip.waitFor({ state: 'detached' });
  assert.doesNotMatch(page.url(), /focus=/);
  await page.evaluate(() => { location.hash = '#/compare?a=x&b=y'; });
  for (const name of ['x', 'y']) await page.getByText(`Nothing that is loaded is called “${name}”`).waitFor();
  await page.evaluate(() => { location.hash = '#/nope'; });
  const banner = page.locator('.banner').filter({ hasText: 'There is no view called “nope”' });
  await banner.waitFor();
  await assertAccessible(page);
  await page.locator('.views').getByRole('link', { name: 'Graph', exact: true }).click();
  await banner.waitFor({ state: 'detached' });
});

test('an unknown view is named though the sample opens by itself', async (t) => {
  const page = await open(t, '#/nope');
  await page.getByText('There is no view called “nope”').waitFor();
});

test('the search field opens the best match by Enter, walks by arrows and goes back by Esc', async (t) => {
  const page = await open(t);
  await page.locator('.board-row').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('redis');
  const matches = page.locator('.matches [role="option"]');
  await matches.first().waitFor();
  assert.match(await matches.first().innerText(), /Release|Bundle|Customization/);
  assert.match(await matches.first().innerText(), /HIT|AT RISK|UNKNOWN|CLEAR/);
  await assertAccessible(page);
  const second = await matches.nth(1).locator('bdi').innerText();
  await page.keyboard.press('ArrowDown');
  assert.equal(await matches.nth(1).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Enter');
  await page.locator('.panel h2').getByText(second).waitFor();
  await page.locator('.panel h2:focus').waitFor();
  assert.equal(await page.locator('.search input').inputValue(), '', 'what was found filters nothing');
  await page.keyboard.press('/');
  await page.keyboard.type('redis');
  await matches.first().waitFor();
  await page.keyboard.press('Escape');
  await matches.first().waitFor({ state: 'detached' });
  await page.locator('.panel').waitFor();
});

test('each group of filters is one stop of the Tab key, and the arrows walk inside', async (t) => {
  const page = await open(t);
  const first = page.locator('.facet').first();
  await first.locator('button').first().focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await first.locator('button').nth(1).evaluate((one) => one === one.getRootNode().activeElement), true);
  await page.keyboard.press('Tab');
  assert.equal(await page.locator('.facet').nth(1).locator('button').first().evaluate((one) => one === one.getRootNode().activeElement), true);
  await page.keyboard.press('Shift+Tab');
  assert.equal(await first.locator('button').nth(1).evaluate((one) => one === one.getRootNode().activeElement), true);
});

test('a filtered board says how many of all it shows, and one press shows all', async (t) => {
  const page = await open(t, '#/hit?verdict=hit');
  const line = page.locator('.board-filtered');
  await line.waitFor();
  assert.match(await line.innerText(), /\d+ of \d+ shown/);
  await line.getByRole('button', { name: 'Show all' }).click();
  await line.waitFor({ state: 'detached' });
});

test('the Move tab of a failed release says what to mend, which release to take instead and who waits', async (t) => {
  const page = await open(t, `#/hit/release/${failed}?tab=move`);
  const panel = page.locator('.panel-body');
  await panel.getByText('Mend this first').waitFor();
  for (const words of ['Other releases of this product', 'What waits for it', 'Needed by']) {
    await panel.getByText(words).first().waitFor();
  }
  assert.doesNotMatch(await panel.innerText(), /clears all hits/);
});

test('help explains the four verdicts and the three states of a relation', async (t) => {
  const page = await open(t);
  await page.getByRole('button', { name: 'Keyboard and help' }).click();
  const dialog = page.getByRole('dialog');
  for (const words of ['never the same as clear', 'Known: none', 'Not loaded', 'Failed to load']) {
    await dialog.getByText(words).first().waitFor();
  }
  await assertAccessible(page);
});

test('a name that nothing has is answered with the names that come nearest', async (t) => {
  const page = await open(t, '#/why');
  const from = page.locator('.why-ends input').first();
  await from.fill('Redsi');
  await from.press('Enter');
  await page.getByText('Nothing that is loaded is called “Redsi”').waitFor();
  await page.locator('.why').getByRole('button', { name: /^Redis/ }).first().click();
  await page.getByText('Nothing that is loaded is called').waitFor({ state: 'detached' });
});

test('the German board keeps its columns and whole sentences, wide and narrow', async (t) => {
  for (const width of [1280, 400]) {
    const page = await open(t, '#/hit', { viewport: { width, height: 860 }, locale: 'de' });
    await page.locator('.board-row').first().waitFor();
    const broken = await page.evaluate(() => {
      const root = document.querySelector('release-atlas').shadowRoot;
      const rows = [...root.querySelectorAll('.board-row')].slice(0, 12);
      const lefts = new Set(rows.map((row) => Math.round(row.querySelector('.board-main').getBoundingClientRect().left)));
      const over = rows.filter((row) => row.scrollWidth > row.clientWidth || row.querySelector('.board-standing').scrollWidth > row.querySelector('.board-standing').clientWidth);
      return { columns: lefts.size, over: over.length };
    });
    assert.deepEqual(broken, { columns: 1, over: 0 });
    await page.locator('.summary-coverage:visible').first().waitFor();
    await assertAccessible(page);
    await picture(page, `answers-de-${width}`);
  }
});

const vcf = (version, from, bundle) => ({
  product: 'VCF', version, minCompatibleVcfVersion: from, bom: [], patchBundles: [{ bundleId: bundle, bundleType: 'PATCH', bundleElements: ['VCENTER'] }],
});

test('a blocked target says what blocks it and which release before it is open', async (t) => {
  const page = await empty(t);
  const manifest = {
    version: 1, sequenceNumber: 1,
    releases: [vcf('5.0', '4.0', 'a'), vcf('5.2', '5.0', 'b'), vcf('5.3', '4.0', 'withdrawn')],
    recalledBundles: [{ recalledBundleIds: ['withdrawn'], replacementBundleIds: [], replacementBundleStatus: 'NONE' }],
  };
  await paste(page, JSON.stringify(manifest));
  await page.locator('.board-row').first().waitFor();
  await page.evaluate(() => { location.hash = '#/move?from=4.5&to=5.3'; });
  const blocked = page.locator('.move-no-way');
  await blocked.getByText('VCF 5.3 is blocked').waitFor();
  assert.match(await blocked.innerText(), /withdrawn is recalled/);
  assert.match(await blocked.innerText(), /Nearest release that is open:\s*VCF 5\.2/);
  assert.match(await page.locator('.blocked summary').innerText(), /VCF 5\.3: .*recalled/s);
  await assertAccessible(page);
  await picture(page, 'answers-blocked');
  await blocked.getByRole('button').last().click();
  await page.locator('.route').first().waitFor();
});

test('a release that stays unknown names the request whose answer would say what it depends on', async (t) => {
  const page = await empty(t);
  const release = { id: 'r1', version: '1.0', revision: '0', released_at: '2026-01-01T00:00:00Z', packaging_type: 'HELM_CHART', product: { name: 'Kafka', key: 'kafka' } };
  await paste(page, JSON.stringify(release));
  await page.locator('.board-row').filter({ hasText: 'Kafka' }).click();
  const gap = page.locator('.panel .gap');
  await gap.getByText('What it depends on is not known').waitFor();
  assert.match(await gap.innerText(), /GET \/v1\/catalogs\/…\/releases\/r1\?expand_relationships=true/);
  await assertAccessible(page);
  await gap.getByRole('button', { name: 'Say where it came from' }).click();
  await page.locator('#atlas-base').waitFor();
});

test('relative times are read anew when the page comes back into sight', async (t) => {
  const site = await serve(t);
  const start = Date.now();
  const page = await visit(t, site.url('#/hit'), { context: { viewport: { width: 1280, height: 800 } }, before: (page) => page.clock.setFixedTime(start) });
  await page.settled();
  await page.locator('.topbar .summary-coverage').getByText('just now').waitFor();
  await page.clock.setFixedTime(start + 130_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.locator('.topbar .summary-coverage').getByText('2 minutes ago').waitFor();
});
