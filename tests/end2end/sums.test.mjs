// The sums of the board, the sample that makes room for a person's own documents, and links that go somewhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const customization = JSON.stringify({
  id: 'own', name: 'Own', version: 'v1', status: 'UPDATED', succeeded_releases: [], pending_releases: [],
  failed_releases: [{ release: { id: 'own-1', version: '1', revision: '0', released_at: '2026-01-01T00:00:00Z', product: { name: 'Ours', key: 'ours' }, dependencies: [] }, failure: { description: 'It did not build', cause: 'BUILD_ERROR' } }],
});

async function open(t, hash = '', options = {}) {
  const site = await serve(t);
  const page = await visit(t, site.url(hash), options);
  assert.equal(await page.settled(), 'ready');
  await page.locator('.board-row').first().waitFor();
  return page;
}

const sum = (page, words) => page.locator('.digest-line').filter({ hasText: words });
const rows = (page) => page.locator('.board-row');

test('recalls by answer, failures by cause and ends of life are summed up, and each part is a filter in the address', async (t) => {
  const page = await open(t);
  await sum(page, '17 bundles are recalled').waitFor();
  const parts = await page.locator('.digest-line').first().locator('.digest-part .count').allTextContents();
  assert.equal(parts.map(Number).reduce((one, other) => one + other), 17, 'the parts make the whole');
  await sum(page, 'releases failed').getByRole('button', { name: 'Tests' }).waitFor();
  await sum(page, 'Support ends').getByRole('button', { name: 'Ended' }).waitFor();
  await sum(page, 'bundles are recalled').getByRole('button', { name: 'Wait' }).click();
  await page.getByText('2 of 239 shown').waitFor();
  assert.match(page.url(), /facet=reason:wait/);
  await page.reload();
  await page.getByText('2 of 239 shown').waitFor();
  assert.equal(await rows(page).count(), 2);
  assert.equal(await sum(page, 'recalled').getByRole('button', { name: 'Wait' }).getAttribute('aria-pressed'), 'true');
  await assertAccessible(page);
});

test('a first document of one’s own takes the sample’s place, and the sample comes back by a press', async (t) => {
  const page = await open(t);
  await page.locator('.brand').click();
  await page.getByRole('textbox', { name: 'Text' }).fill(customization);
  await page.getByRole('button', { name: 'Read the text' }).click();
  const note = page.locator('.sample-note');
  await note.getByText('The built-in sample was put away').waitFor();
  await page.getByText('2 items are hit.').waitFor();
  assert.equal(await rows(page).count(), 2);
  await assertAccessible(page);
  await note.getByRole('button', { name: 'Show it as well' }).click();
  await note.getByText('Among what is shown is the built-in sample').waitFor();
  await page.getByText(/^41 items are hit/).waitFor();
});

test('a document of no known kind leaves the sample where it is', async (t) => {
  const page = await open(t);
  await page.locator('.brand').click();
  await page.getByRole('textbox', { name: 'Text' }).fill('{"weather": "fine"}');
  await page.getByRole('button', { name: 'Read the text' }).click();
  await page.getByText('weather').first().waitFor();
  await page.locator('.sample-note').getByText('Among what is shown is the built-in sample').waitFor();
});

test('a copied link says what is not in it', async (t) => {
  const page = await open(t);
  const said = page.locator('.toast');
  await page.keyboard.press('c');
  await said.getByText('Link copied', { exact: true }).waitFor();
  await page.locator('.brand').click();
  await page.getByRole('textbox', { name: 'Text' }).fill(customization);
  await page.getByRole('button', { name: 'Read the text' }).click();
  await page.locator('.board').waitFor();
  await page.locator('.centre').focus();
  await page.keyboard.press('c');
  await said.getByText('Documents that you opened yourself are not in it').waitFor();
});

test('the keys for table and drawing take the focus along', async (t) => {
  const page = await open(t);
  await page.locator('.centre').focus();
  await page.keyboard.press('t');
  await page.locator("[role='treegrid']:focus").waitFor();
  await page.keyboard.press('g');
  await page.locator('.stage:focus, .stage :focus').first().waitFor();
});

test('a view opens in a tab of its own, as any link, and here without losing what is looked at', async (t) => {
  const page = await open(t);
  const recalls = page.locator('.views').getByRole('link', { name: 'Recalls', exact: true });
  assert.equal(await recalls.getAttribute('href'), '#/recalls');
  await rows(page).first().click();
  await page.locator('.panel').waitFor();
  await recalls.click();
  await page.locator('.recall-row').first().waitFor();
  await page.locator('.panel').waitFor();
  assert.match(page.url(), /#\/recalls\?item=/);
});
