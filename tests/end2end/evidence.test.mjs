// The evidence file: saved, opened again without a network, the same verdicts word for word; a change in
// it is named; no token is in it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve } from './support/site.mjs';
import { picture, visit } from './support/visit.mjs';

const recalled = 'c5932997-6a0b-4f1d-9f43-2d7be0c1a5e8';
const token = 'evidence-token-0123456789';

/** Saves the file by the button of the top bar and gives its text. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.topbar').getByRole('button', { name: 'Save evidence file' }).click()]);
  assert.equal(download.suggestedFilename(), 'release-atlas-evidence.json');
  return readFileSync(await download.path(), 'utf8');
}

/** Opens a fresh page without documents and gives it the file while there is no network. */
async function openOffline(t, site, text, context = {}) {
  const page = await visit(t, site.url('#/'), { expect: { console: [/ERR_INTERNET_DISCONNECTED.*icon\.svg/] }, context: { viewport: { width: 1280, height: 900 }, ...context } });
  await page.settled();
  await page.locator('.board-row').first().waitFor();
  await page.locator('.brand').click();
  await page.context().setOffline(true);
  await page.locator('input[type="file"]').setInputFiles({ name: 'evidence.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.locator('.evidence-note').waitFor();
  return page;
}

const verdicts = (page) => page.evaluate(() => [...document.querySelector('release-atlas').shadowRoot.querySelectorAll('.board-head, .board-row')].map((row) => row.textContent));
const panel = (page) => page.evaluate(() => document.querySelector('release-atlas').shadowRoot.querySelector('.panel').textContent);

test('an opened evidence file shows the same view and the same verdicts, without a request', async (t) => {
  const site = await serve(t);
  const first = await visit(t, site.url(`#/hit/bundle/${recalled}?tab=why&verdict=hit`), { context: { viewport: { width: 1280, height: 900 } } });
  await first.settled();
  await first.locator('.panel .reason').first().waitFor();
  await first.locator('.board-row').first().waitFor();
  const text = await saved(first);
  const file = JSON.parse(text);
  assert.equal(file.format, 'release-atlas-evidence');
  assert.equal(file.responses.length, 4);
  assert.equal(file.responses[0].text, readFileSync(new URL('../../sample/customization.json', import.meta.url), 'utf8'), 'bytes as they came');
  assert.equal(file.responses[0].status, 200);

  const again = await openOffline(t, site, text);
  const asked = site.asked.length;
  await again.locator('.panel .reason').first().waitFor();
  // The note takes some room, so that the list may draw fewer rows.
  const [words, former] = [await verdicts(again), await verdicts(first)];
  assert.ok(words.length > 15, `${words.length} rows`);
  assert.deepEqual(words, former.slice(0, words.length));
  assert.equal(await panel(again), await panel(first));
  assert.equal(new URL(again.url()).hash, new URL(first.url()).hash);
  await again.getByText('all 4 hashes match').waitFor();
  await assertAccessible(again);
  await picture(again, 'evidence');
  const resaved = JSON.parse(await saved(again));
  assert.deepEqual({ ...resaved, created: '' }, { ...file, created: '' }, 'saved again it is the same file');
  assert.equal(site.asked.length, asked);
  await again.getByRole('button', { name: 'Close the evidence' }).click();
  await again.locator('.evidence-note').waitFor({ state: 'detached' });
});

test('an answer that was changed in the file is named', async (t) => {
  const site = await serve(t);
  const first = await visit(t, site.url('#/recalls'));
  await first.settled();
  await first.locator('.recall, .recalls, main ul').first().waitFor();
  const file = JSON.parse(await saved(first));
  const manifest = file.responses.find(({ title }) => title.includes('manifest'));
  manifest.text = manifest.text.replace('READY', 'NONE');
  const again = await openOffline(t, site, JSON.stringify(file), { viewport: { width: 400, height: 860 } });
  await again.locator('.evidence-changed').getByText('manifest-newer.json').waitFor();
  await assertAccessible(again);
  await picture(again, 'evidence-changed-400');
});

test('errors and other answers are in the file, tokens are not', async (t) => {
  const document = (given) => JSON.stringify({ sequenceNumber: 1, releases: [], recalledBundles: [], echo: `you sent ${given}` });
  const site = await serve(t, {
    replace: (path, body, request) => {
      const given = request.headers.authorization;
      if (path === '/api/manifest') {
        return given ? { headers: { 'content-type': 'application/json', 'x-echo': given }, body: document(given) } : { status: 401, headers: { 'www-authenticate': 'Bearer' }, body: '{}' };
      }
      return path === '/api/plain' ? { status: 500, headers: { 'content-type': 'text/plain' }, body: 'out of order' } : undefined;
    },
  });
  const page = await visit(t, site.url('#/'), { expect: { console: [/401/, /500/] } });
  await page.settled();
  await page.locator('.board-row').first().waitFor();
  await page.locator('.brand').click();
  await page.getByRole('textbox', { name: 'Address of a JSON document' }).fill('/api/manifest');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Use it and ask again' }).click();
  await page.waitForFunction(() => location.hash.includes('hit'));
  await page.evaluate(() => { location.hash = '#/inspect?href=/api/plain'; });
  await page.getByText('status 500').first().waitFor();
  const text = await saved(page);
  assert.ok(site.asked.some(({ headers }) => headers.authorization === `Bearer ${token}`), 'it was sent');
  assert.ok(!text.includes(token), 'and is not in the file');
  const file = JSON.parse(text);
  const echo = file.responses.find(({ text }) => text?.includes('you sent'));
  assert.match(echo.text, /you sent Bearer \*\*\*/);
  assert.equal(echo.masked, true);
  const failed = file.responses.find(({ status }) => status === 500);
  assert.equal(failed.text, 'out of order');
  assert.equal(failed.fault, 'server');
});
