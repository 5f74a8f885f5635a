// The page for portal teams: complete, accessible, and what can be tried on it acts.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertAccessible } from './support/axe.mjs';
import { dist, serve } from './support/site.mjs';
import { settled, visit } from './support/visit.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [element] = JSON.parse(readFileSync(join(dist, 'custom-elements.json'), 'utf8')).modules[0].declarations;
const names = (list) => list.map(({ name }) => name).sort();
const timeout = 120_000;

async function open(t, context = {}) {
  const site = await serve(t);
  const page = await visit(t, site.url('embedding.html'), { context });
  assert.equal(await settled(page), 'ready');
  return page;
}

const rowsOf = (page, table) => page.locator(`#${table} tbody th code`).allTextContents();

test('the tables name all that the element understands, and nothing else', { timeout }, async (t) => {
  const page = await open(t);
  const of = (kind) => element.members.filter((member) => member.kind === kind);
  assert.deepEqual((await rowsOf(page, 'attributes')).sort(), names(element.attributes));
  assert.deepEqual((await rowsOf(page, 'properties')).sort(), names(of('field')));
  assert.deepEqual((await rowsOf(page, 'methods')).sort(), names(of('method')));
  assert.deepEqual((await rowsOf(page, 'events')).sort(), names(element.events));
  assert.deepEqual((await rowsOf(page, 'parts')).sort(), names(element.cssParts));
  const schema = JSON.parse(readFileSync(join(dist, 'config.schema.json'), 'utf8'));
  assert.deepEqual((await rowsOf(page, 'config-members')).sort(), Object.keys(schema.properties).filter((name) => name !== '$schema').sort());
  const tokens = readFileSync(join(root, 'style/tokens.css'), 'utf8').match(/^ {2}--atlas-[a-z-]+(?=:)/gm).map((name) => name.trim());
  assert.deepEqual((await rowsOf(page, 'css-properties')).sort(), [...new Set(tokens)].sort());
});

test('the sizes on the page are those of the files beside it', { timeout }, async (t) => {
  const page = await open(t);
  const rows = await rowsOf(page, 'sizes');
  assert.ok(rows.includes('release-atlas.js') && rows.every((name) => readFileSync(join(dist, name)).length > 0), rows.join(' '));
});

for (const colorScheme of ['light', 'dark']) {
  test(`the page has no finding of axe in the ${colorScheme} scheme`, { timeout }, async (t) => {
    await assertAccessible(await open(t, { colorScheme }));
  });
}

test('nothing on the page is wider than a phone', { timeout }, async (t) => {
  const page = await open(t, { viewport: { width: 400, height: 860 } });
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 400);
});

test('a property, a theme and a part can be tried on the live element, and it starts over', { timeout }, async (t) => {
  const page = await open(t);
  const accent = () => page.locator('#live').evaluate((live) => getComputedStyle(live).getPropertyValue('--atlas-accent').trim());
  const before = await accent();
  await page.getByLabel('A value for --atlas-accent', { exact: true }).fill('rgb(1, 2, 3)');
  assert.equal(await accent(), 'rgb(1, 2, 3)');
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.waitForFunction((before) => getComputedStyle(document.querySelector('#live')).getPropertyValue('--atlas-accent').trim() === before, before);
  for (const portal of ['backstage', 'grafana', 'clarity']) {
    await page.locator('select[name="portal"]').selectOption(portal);
    assert.notEqual(await accent(), before, portal);
  }
  await page.getByRole('button', { name: 'Show: table' }).click();
  await page.locator('#live [part="table"]').first().waitFor();
  assert.equal(await page.locator('#live').getAttribute('class'), 'atlas-clarity shows-table');
});

test('a theme leaves high contrast alone', { timeout }, async (t) => {
  const page = await open(t);
  const ground = () => page.locator('#live').evaluate((live) => getComputedStyle(live).backgroundColor);
  await page.locator('select[name="theme"]').selectOption('contrast');
  await page.locator('#live[data-atlas-theme="contrast"]').waitFor();
  const plain = await ground();
  await page.locator('select[name="portal"]').selectOption('clarity');
  assert.equal(await ground(), plain);
});

test('a snippet is copied as it is written', { timeout }, async (t) => {
  const page = await open(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy: The element', exact: true }).click();
  await page.getByRole('status').getByText('Copied: The element').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await page.locator('[data-snippet="element"]').textContent());
});
