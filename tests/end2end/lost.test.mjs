// What a person cannot see happen is said where they look: documents that a reload forgets, an address that
// cannot be had, a version that is none.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const release = JSON.stringify({ id: 'own-1', version: '1', revision: '0', released_at: '2026-01-01T00:00:00Z', product: { name: 'Own', key: 'own' }, dependencies: [] });

async function open(t, hash = '', options = {}) {
  const site = await serve(t);
  const page = await visit(t, site.url(hash), options);
  assert.equal(await page.settled(), 'ready');
  return page;
}

async function paste(page) {
  await page.locator('.brand').click();
  await page.getByRole('textbox', { name: 'Text' }).fill(release);
  await page.getByRole('button', { name: 'Read the text' }).click();
  await page.locator('.board').waitFor();
}

test('a reload says that pasted documents are gone, and puts nothing in their place', async (t) => {
  const page = await open(t);
  await page.locator('.board').waitFor();
  await paste(page);
  await page.reload();
  const notice = page.locator('.unkept');
  await notice.getByText('Your pasted or dropped document was not kept; open it again.').waitFor();
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  assert.equal(await page.locator('.sample-note').count(), 0);
  await assertAccessible(page);
  await page.locator('.views').getByRole('link', { name: 'Verdicts' }).click();
  await notice.getByRole('button', { name: 'Open documents' }).click();
  await paste(page);
  assert.equal(await notice.count(), 0);
  const kept = await page.evaluate(() => Object.values(sessionStorage).join());
  assert.doesNotMatch(kept, /[^\d,]/, 'a number alone is kept');
});

test('a notice that was put away stays away, and the sample opens again', async (t) => {
  const page = await open(t);
  await paste(page);
  await page.reload();
  await page.locator('.unkept').getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await page.locator('.sample-note').waitFor();
  assert.equal(await page.locator('.unkept').count(), 0);
});

test('an address that cannot be had is said where one looks, once however often it is tried', async (t) => {
  const page = await open(t, '', { expect: { console: [/404/] } });
  await page.locator('.brand').click();
  for (let round = 0; round < 2; round += 1) {
    const field = page.getByRole('textbox', { name: 'Address of a JSON document' });
    await field.fill(new URL('/nothing.json', page.url()).href);
    await field.press('Enter');
    const fault = page.locator('.fault');
    await page.waitForFunction(() => document.querySelector('release-atlas').shadowRoot.activeElement?.matches('.fault'));
    assert.equal(await fault.count(), 1);
    await fault.evaluate((fault) => fault.scrollIntoView({ block: 'nearest' }));
    assert.ok(await fault.isVisible());
  }
});

test('the beginning of a version lists the versions that begin with it', async (t) => {
  const page = await open(t, '#/move?from=4.x');
  const meant = page.locator('.move-meant');
  await meant.getByRole('button').first().waitFor();
  assert.equal(await page.getByText('No release can be reached in one hop').count(), 0);
  await assertAccessible(page);
  await meant.getByRole('button').first().click();
  await page.getByRole('heading', { name: /In one hop/ }).first().waitFor();
});

test('the panel of another item begins at its top', async (t) => {
  const page = await open(t, '#/hit', { context: { viewport: { width: 1280, height: 500 } } });
  const rows = page.locator('.board-row');
  await rows.nth(0).click();
  const body = page.locator('.panel-body');
  await body.evaluate((body) => { body.scrollTop = 90; });
  assert.ok(await body.evaluate((body) => body.scrollTop > 0));
  const before = await page.locator('.panel h2').innerText();
  await rows.nth(1).click();
  await page.waitForFunction((before) => document.querySelector('release-atlas').shadowRoot.querySelector('.panel h2').innerText !== before, before);
  await page.waitForFunction(() => document.querySelector('release-atlas').shadowRoot.querySelector('.panel-body').scrollTop === 0);
});

for (const width of [1280, 400]) {
  test(`the matrix opens with whole columns at ${width} pixels`, async (t) => {
    const page = await open(t, '#/manifest', { context: { viewport: { width, height: 800 } } });
    await page.locator('.matrix-cell').first().waitFor();
    await page.waitForFunction(() => {
      const root = document.querySelector('release-atlas').shadowRoot;
      const edge = root.querySelector('.matrix-corner').getBoundingClientRect().right;
      const matrix = root.querySelector('.matrix');
      const heads = [...root.querySelectorAll('.matrix-column')].map((head) => head.getBoundingClientRect());
      return matrix.scrollLeft > 0 && heads.some((head) => Math.abs(head.left - edge) < 2)
        && heads.some((head) => Math.abs(head.right - matrix.getBoundingClientRect().right) < 20);
    });
  });
}
