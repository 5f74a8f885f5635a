// The graph under the hand: what a person presses stays where it is, and keys that need something say what.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

async function open(t, hash = '#/graph') {
  const site = await serve(t);
  const requests = [];
  const page = await visit(t, site.url(hash), { context: { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } });
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.settled();
  if (hash.startsWith('#/graph')) await page.waitForFunction(() => performance.getEntriesByName('atlas:paint').length > 0);
  return { page, requests };
}

const hash = (page) => new URL(page.url()).hash;
const item = (page) => /item=([^&]+)/.exec(hash(page))?.[1];

/** Presses along a line of the drawing until a node was hit; says where, and what is selected then. */
async function hit(page) {
  const box = await page.locator('.stage').boundingBox();
  for (let y = 200; y < box.height - 80; y += 23) {
    for (let x = 60; x < 500; x += 30) {
      await page.mouse.click(box.x + x, box.y + y);
      if (item(page)) return { x: box.x + x, y: box.y + y, item: item(page) };
    }
  }
  throw new Error('nothing is drawn there');
}

test('a click selects without moving the graph, and so does closing the panel', async (t) => {
  const { page } = await open(t);
  const { x, y, item: first } = await hit(page);
  await page.locator('.panel').waitFor();
  await page.waitForTimeout(700); // longer than a double click
  await page.mouse.click(x, y);
  assert.equal(item(page), first, 'the same node is still below the pointer');
  await page.keyboard.press('Escape');
  await page.locator('.panel').waitFor({ state: 'detached' });
  await page.waitForTimeout(700);
  await page.mouse.click(x, y);
  assert.equal(item(page), first);
});

test('a double click focuses the node below both clicks', async (t) => {
  const { page } = await open(t);
  const { x, y, item: first } = await hit(page);
  await page.keyboard.press('Escape');
  await page.locator('.panel').waitFor({ state: 'detached' });
  // A machine with much to do may bring the second click too late for a double click, as a slow hand does.
  for (let again = 0; again < 4 && !page.url().includes('focus='); again++) {
    await page.waitForTimeout(700);
    await page.mouse.dblclick(x, y, { delay: 20 });
    await page.waitForFunction(() => location.hash.includes('focus='), null, { timeout: 3_000 }).catch(() => {});
  }
  assert.match(hash(page), new RegExp(`focus=${first}(&|$)`));
});

test('words in the search field take nothing from the graph, and Enter selects in it', async (t) => {
  const { page } = await open(t);
  const before = await page.locator('.graph-bar .count').textContent();
  await page.getByRole('combobox', { name: 'Search' }).fill('OS Shell');
  await page.locator('.matches [role=option]').first().waitFor();
  await page.locator('.legend').getByText('found', { exact: false }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.panel').getByText('OS Shell').first().waitFor();
  assert.equal(await page.locator('.graph-bar .count').textContent(), before);
});

test('a path needs two items, and depth and direction one', async (t) => {
  const { page } = await open(t);
  await page.locator('.stage').focus();
  const untouched = hash(page);
  for (const key of ['d', 'u', ']']) {
    await page.keyboard.press(key);
    await page.getByRole('status').getByText('Select an item first').waitFor();
    assert.equal(hash(page), untouched);
  }
  await page.keyboard.press('ArrowRight');
  await page.locator('.panel').waitFor();
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await page.getByRole('status').getByText('choose another one as its end').waitFor();
  assert.doesNotMatch(hash(page), /[?&]to=/);
});

test('the icon is not asked for again with every address', async (t) => {
  const { page, requests } = await open(t, '#/hit');
  for (const view of ['Graph', 'Releases', 'Recalls']) await page.getByRole('link', { name: view, exact: true }).click();
  await page.waitForTimeout(300);
  assert.deepEqual(requests.filter((path) => path.includes('icon')), []);
});

test('the same address shows the same picture, whatever was unfolded on the way', async (t) => {
  const { page } = await open(t, '#/graph?show=all');
  const drawn = () => page.locator('.stage-base').evaluate((canvas) => canvas.toDataURL());
  await page.locator('.stage').focus();
  await page.keyboard.press('f');
  await page.waitForTimeout(300);
  const [untouched, before] = [hash(page), await drawn()];
  await page.getByRole('button', { name: /hubs?$/ }).click();
  await page.getByRole('button', { name: 'Undo folding' }).waitFor();
  await page.waitForTimeout(500);
  assert.notEqual(await drawn(), before);
  await page.getByRole('button', { name: 'Undo folding' }).click();
  await page.locator('.stage').focus();
  await page.keyboard.press('f');
  await page.waitForTimeout(500);
  assert.equal(hash(page), untouched);
  assert.equal(await drawn(), before);
});
