// Three manifests and more: what changed when, step by step, each step a comparison to open.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { manifest } from './support/manifests.mjs';
import { serve } from './support/site.mjs';
import { picture, visit } from './support/visit.mjs';

/** The sample's two manifests and a third one, made, that is newer than both. */
async function open(t, context) {
  const site = await serve(t);
  const page = await visit(t, site.url('#/compare'), { context });
  await page.settled();
  await page.getByRole('button', { name: 'Open the sample’s other manifest' }).click();
  await page.getByText('bundles newly recalled').first().waitFor();
  await page.locator('.brand').click();
  const text = manifest({ edition: 900, releases: 5, recalls: 12 });
  await page.locator('input[type="file"]').setInputFiles({ name: 'third.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  // A document of one's own puts the sample away.
  await page.locator('.sample-note').getByRole('button', { name: 'Show it as well' }).click();
  await page.locator('.sample-note').getByText('Among what is shown').waitFor();
  await page.evaluate(() => { location.hash = '#/compare'; });
  await page.getByRole('heading', { name: 'What changed when' }).waitFor();
  return page;
}

const steps = (page) => page.locator('.history .lines-row');

test('the sample’s two manifests and a third one are a history of two steps, oldest first', async (t) => {
  const page = await open(t, { viewport: { width: 1280, height: 900 } });
  await steps(page).nth(1).waitFor();
  assert.equal(await steps(page).count(), 2);
  const [first, second] = await steps(page).allInnerTexts();
  assert.match(first, /manifest\.json.*→.*manifest-newer\.json/s);
  assert.match(first, /newly recalled/);
  assert.match(second, /manifest-newer\.json.*→.*third\.json · #900/s);
  assert.match(second, /12 bundles newly recalled/);
  await assertAccessible(page);
  await picture(page, 'history-1280');
  // The last step is what is compared at first; the first one is a click away.
  await steps(page).first().getByRole('button').press('Enter');
  await steps(page).first().locator('[aria-current="true"]').waitFor();
  await page.locator('.change-group').getByRole('heading', { name: 'Recall status changed' }).waitFor();
  assert.match(page.url(), /[?&]a=\d+&b=\d+/);
});

test('the history fits a phone, in the dark', async (t) => {
  const page = await open(t, { viewport: { width: 400, height: 860 }, colorScheme: 'dark' });
  await steps(page).nth(1).waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} px too wide`);
  await assertAccessible(page);
  await picture(page, 'history-400-dark');
});
