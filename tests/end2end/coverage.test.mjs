// What was read, what is missing and why, and what can be done about it: by mouse, by keyboard and by touch.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve } from './support/site.mjs';
import { picture, visit } from './support/visit.mjs';

/** Opens the viewer on the sample and waits for the offer to load what is missing. */
async function open(t, { hash = '', expect = {}, viewport = { width: 1280, height: 800 } } = {}) {
  const site = await serve(t);
  const page = await visit(t, site.url(hash), { expect, context: { viewport } });
  await page.settled();
  return { site, page };
}

const banner = (page) => page.locator('.banner.crawl');

test('the share that was read opens what is missing, with the reason and the ways on', async (t) => {
  const { page } = await open(t);
  await banner(page).waitFor();
  await page.locator('.topbar .summary-coverage').focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'What was read, and what is missing' });
  await sheet.getByText('not asked for yet').waitFor();
  await assertAccessible(page);
  await picture(page, 'coverage');
  await sheet.getByRole('button', { name: 'Load it' }).click();
  await page.locator('.banner.crawl[data-state="done"]').waitFor();
  await sheet.getByText('not asked for yet').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await page.locator('.topbar .summary-coverage').and(page.locator(':focus')).waitFor();
});

test('a narrow screen has the same button, and sample and offer take one line each', async (t) => {
  const { page } = await open(t, { viewport: { width: 400, height: 800 } });
  await banner(page).waitFor();
  const high = async (selector) => (await page.locator(selector).boundingBox()).height;
  assert.ok(await high('.sample-note') < 40, 'the sample is said in one line');
  assert.ok(await high('.banner.crawl') < 90, `the offer is compact: ${await high('.banner.crawl')}`);
  await assertAccessible(page);
  await picture(page, 'coverage-400');
  await page.locator('.board .summary-coverage').click();
  await page.getByRole('dialog').getByText('not asked for yet').waitFor();
});

test('what is named but not loaded is offered where things are judged or drawn, below what was painted', async (t) => {
  const { page } = await open(t);
  await banner(page).waitFor();
  const [board, offer] = await Promise.all([page.locator('.board-head').boundingBox(), banner(page).boundingBox()]);
  assert.ok(offer.y > board.y + board.height);
  await page.locator('.views').getByRole('link', { name: 'Recalls', exact: true }).click();
  await banner(page).waitFor({ state: 'detached' });
  await page.locator('.views').getByRole('link', { name: 'Releases', exact: true }).click();
  await banner(page).waitFor();
});

test('without a network nothing is sent, which is said at once, and Retry loads when it is back', async (t) => {
  const { site, page } = await open(t, { expect: { console: [/ERR_INTERNET_DISCONNECTED/] } });
  await banner(page).waitFor();
  const followed = () => page.seen.all.filter((line) => line.includes('/sample/v1/'));
  await page.context().setOffline(true);
  await banner(page).getByRole('button', { name: 'Load it' }).click();
  await page.getByText('nothing was sent').waitFor();
  const retry = banner(page).getByRole('button', { name: 'Retry', exact: true });
  await retry.waitFor();
  assert.deepEqual(followed(), []);
  await page.context().setOffline(false);
  await retry.click();
  await page.locator('.banner.crawl[data-state="done"]').waitFor();
  assert.equal(site.asked.filter(({ url }) => url.includes('/sample/v1/')).length, 2);
});

test('a second text that cannot be read takes the place of the first, and is read out', async (t) => {
  const { page } = await open(t, { hash: '#/' });
  await page.locator('.brand').click();
  const paste = async (text) => {
    await page.locator('textarea').fill(text);
    await page.getByRole('button', { name: 'Read the text' }).click();
  };
  await paste('{"releases": [');
  await page.getByText('The document ends too early').waitFor();
  await page.locator('.fault:focus').waitFor();
  await paste('{"releases": nothing}');
  await page.getByText('The document ends too early').waitFor({ state: 'detached' });
  await page.locator('.fault:focus').waitFor();
  assert.equal(await page.locator('.fault').count(), 1);
});
