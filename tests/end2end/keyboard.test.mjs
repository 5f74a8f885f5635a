// By keyboard alone: few stops to the answer, and the focus is never lost when something opens or closes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

/** Opens the viewer on the sample and waits for the verdicts. */
async function open(t, hash = '', context = {}) {
  const site = await serve(t);
  const page = await visit(t, site.url(hash), { context: { viewport: { width: 1280, height: 800 }, ...context } });
  await page.settled();
  return page;
}

const row = (page, at) => page.locator('.board-row').nth(at);

/** Waits until what a locator finds has the focus. */
async function focused(locator) {
  await locator.and(locator.page().locator(':focus')).waitFor();
}

test('the first stop leads past the top bar to the first verdict', async (t) => {
  const page = await open(t);
  await row(page, 0).waitFor();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: 'Skip to the verdicts' });
  await focused(skip);
  assert.ok((await skip.boundingBox()).height >= 24, 'it is seen while it has the focus');
  await assertAccessible(page);
  await page.keyboard.press('Enter');
  await focused(row(page, 0));
});

test('the views are one stop of the Tab key, and the arrows walk among them', async (t) => {
  const page = await open(t);
  await row(page, 0).waitFor();
  const tabs = page.locator('.views .view');
  assert.equal(await page.locator('.views .view[tabindex="0"]').count(), 1);
  await page.locator('.views [aria-current="page"]').focus();
  await page.keyboard.press('ArrowRight');
  await focused(tabs.nth(2));
  await page.keyboard.press('End');
  await focused(tabs.last());
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  await focused(tabs.first());
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator('.table-row').first().waitFor();
  assert.equal(await page.locator('.views .view[tabindex="0"]').count(), 1);
  await page.keyboard.press('Tab');
  assert.equal(await page.locator('.views :focus').count(), 0, 'Tab leaves the views');
});

test('the rows of the board are one stop; Enter reads on in the panel, and Esc comes back to the row', async (t) => {
  const page = await open(t);
  await row(page, 0).waitFor();
  assert.equal(await page.locator('.board-row[tabindex="0"]').count(), 1);
  await row(page, 0).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await focused(row(page, 2));
  await page.keyboard.press('Enter');
  await focused(page.locator('.panel h2'));
  await page.keyboard.press('Escape');
  await page.locator('.panel').waitFor({ state: 'detached' });
  await focused(row(page, 2));
  await page.keyboard.press('End');
  await focused(page.locator('.list-row').last().locator('.board-row'));
  await page.keyboard.press('Home');
  await focused(row(page, 0));
});

test('a place that the proof leads to is left step by step, and the focus is never lost', async (t) => {
  const page = await open(t);
  await row(page, 0).waitFor();
  await row(page, 0).click();
  await page.locator('.panel').getByRole('tab', { name: 'Why' }).click();
  await page.locator('.panel .place button').first().click();
  await page.locator('.raw-line.is-marked').first().waitFor();
  const hash = () => page.evaluate(() => location.hash);
  assert.match(await hash(), /item=.*ptr=|ptr=.*item=/);
  await page.keyboard.press('Escape');
  await page.locator('.panel').waitFor({ state: 'detached' });
  assert.match(await hash(), /ptr=/);
  await page.locator('.raw-line.is-marked').first().waitFor();
  const isHeld = () => page.evaluate(() => document.querySelector('release-atlas').shadowRoot.activeElement !== null);
  assert.ok(await isHeld());
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !location.hash.includes('ptr='));
  assert.match(await hash(), /^#\/inspect/);
  assert.ok(await isHeld());
});
