// What a person takes away: every format from the menu of the graph, the item and the lists, by mouse and by
// keyboard, under the strict policy.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve, strictPolicy } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const failed = '6acb49b2625d2f3a3f76c077';

async function open(t, hash, context = {}, policy = strictPolicy) {
  const site = await serve(t, { policy });
  const page = await visit(t, site.url(hash), { context: { viewport: { width: 1280, height: 800 }, ...context } });
  await page.settled();
  await page.locator('.export button').first().waitFor();
  return page;
}

async function openGraph(t, hash = '#/graph', context = {}, policy = strictPolicy) {
  const page = await open(t, hash, context, policy);
  await page.waitForFunction(() => performance.getEntriesByName('atlas:paint').length > 0);
  return page;
}

const sheet = (page) => page.locator('.export-sheet:popover-open');

async function bytesOf(download) {
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Opens the menu within `place` and saves as a format; gives the bytes and the file's name. */
async function save(page, format, { place = '.graph-bar', scope } = {}) {
  await page.locator(`${place} .export > button`).click();
  if (scope) await sheet(page).locator('select').selectOption(scope);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sheet(page).locator('.export-save').filter({ hasText: format }).click(),
  ]);
  return { bytes: await bytesOf(download), name: download.suggestedFilename() };
}

/** What the browser's own XML reader says of a text: the names of its elements, or an error. */
const xml = (page, text) =>
  page.evaluate((text) => {
    const found = new DOMParser().parseFromString(text, 'application/xml');
    const error = found.querySelector('parsererror');
    return error ? { error: error.textContent } : { root: found.documentElement.localName, nodes: found.querySelectorAll('node').length, edges: found.querySelectorAll('edge').length };
  }, text);

test('the graph is saved in every format, twice the same', async (t) => {
  // The strict policy keeps the test itself from the browser's XML reader.
  const page = await openGraph(t, '#/graph?show=all', {}, null);
  const files = new Map();
  for (const format of ['SVG', 'Markdown', 'CSV', 'JSON', 'GraphML', 'DOT', 'Mermaid', 'CycloneDX']) {
    const [first, second] = [await save(page, format), await save(page, format)];
    assert.equal(first.bytes.toString('utf8'), second.bytes.toString('utf8'), format);
    assert.match(first.name, /^release-atlas-graph\.[a-z.]+$/);
    files.set(format, first.bytes.toString('utf8'));
  }
  const data = JSON.parse(files.get('JSON'));
  assert.ok(data.nodes.length > 100 && data.edges.length > 100);
  for (const member of ['id', 'kind', 'status', 'x', 'y', 'width', 'height', 'layer']) assert.ok(member in data.nodes[0], member);
  for (const member of ['source', 'target', 'kind', 'state', 'points']) assert.ok(member in data.edges[0], member);
  assert.deepEqual(await xml(page, files.get('GraphML')), { root: 'graphml', nodes: data.nodes.length, edges: data.edges.length });
  assert.equal((await xml(page, files.get('SVG'))).root, 'svg');
  assert.equal(files.get('CSV').trim().split('\r\n').length, data.nodes.length + 1);
  assert.equal(files.get('DOT').split(' -> ').length - 1, data.edges.length);
  assert.match(files.get('Mermaid'), /^flowchart LR$/m);
  assert.match(files.get('Markdown'), /^- HIT: \d+$/m);
  assert.equal(JSON.parse(files.get('CycloneDX')).specVersion, '1.6');
});

test('a first picture says that it is not the whole, and its decision record counts everything', async (t) => {
  const page = await openGraph(t, '#/graph');
  const svg = (await save(page, 'SVG')).bytes.toString('utf8');
  const [, first, all] = svg.match(/<title[^>]*>[^<]*Drawn first: what is hit and what is around it, (\d+) of (\d+) items</).map(Number);
  assert.ok(first < all);
  const record = (await save(page, 'Markdown')).bytes.toString('utf8');
  const counts = [...record.matchAll(/^- (?:HIT|AT RISK|UNKNOWN|CLEAR): (\d+)$/gm)].map((match) => Number(match[1]));
  assert.equal(counts.reduce((sum, count) => sum + count, 0), all);
});

test('the picture in pixels is the picture in shapes at twice the density', async (t) => {
  const page = await openGraph(t, `#/graph?focus=release/${failed}&depth=1`);
  const svg = (await save(page, 'SVG')).bytes.toString('utf8');
  const png = (await save(page, 'PNG')).bytes;
  assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const [, width, height] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg);
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [2 * width, 2 * height]);
  const colors = await page.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, `data:image/png;base64,${png.toString('base64')}`);
  assert.ok(colors > 50, `${colors} colours are no picture`);
});

test('everything is more than what is shown, and the selection is less', async (t) => {
  const page = await openGraph(t, `#/graph?item=release/${failed}&status=failed`);
  const count = async (scope) => JSON.parse((await save(page, 'JSON', { scope })).bytes.toString('utf8')).nodes;
  const [drawn, all, selection] = [await count('drawn'), await count('all'), await count('selection')];
  assert.ok(drawn.every((node) => node.status === 'failed') && drawn.length < selection.length && selection.length < all.length);
  assert.ok(selection.some((node) => node.id === `release/${failed}`));
});

test('the record of an item is copied for the ticket', async (t) => {
  const page = await open(t, `#/releases?item=release/${failed}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy as Markdown for the ticket' }).click();
  await page.getByText('Copied', { exact: true }).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^# Decision record: OS Shell 12\\?-r51$/m);
  assert.match(text, /^- HIT: It failed with a customization/m);
  assert.match(text, /\| [0-9a-f]{64} \|/);
  assert.ok(text.includes(page.url()), text);
  const bom = JSON.parse((await save(page, 'CycloneDX', { place: '.panel' })).bytes.toString('utf8'));
  assert.equal(bom.metadata.component['bom-ref'], `release/${failed}`);
});

test('lists are saved as they are filtered', async (t) => {
  const page = await open(t, '#/releases?status=failed');
  const rows = await page.locator('.table-row').count();
  const lines = (await save(page, 'CSV', { place: '.table-foot' })).bytes.toString('utf8').trim().split('\r\n');
  assert.equal(lines.length, rows + 1);
  await page.locator('.views').getByRole('link', { name: 'Recalls', exact: true }).click();
  const recalls = (await save(page, 'Markdown', { place: '.recalls' })).bytes.toString('utf8');
  assert.match(recalls, /\| c5932997-6a0b-4f1d-9f43-2d7be0c1a5e8 \|/);
});

test('the board is saved as it stands, most urgent first, with the sentence of each verdict', async (t) => {
  const page = await open(t, '#/hit?kind=vcf');
  const lines = (await save(page, 'CSV', { place: '.board-head' })).bytes.toString('utf8').trim().split('\r\n');
  assert.match(lines[0], /,sentence$/);
  const verdicts = lines.slice(1).map((line) => line.match(/,(HIT|AT RISK|UNKNOWN|CLEAR),/)[1]);
  const order = ['HIT', 'AT RISK', 'UNKNOWN', 'CLEAR'];
  assert.deepEqual(verdicts, verdicts.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
  assert.match(lines[1], /It still carries the recalled/);
});

test('the menu works by keyboard, and Esc closes it alone', async (t) => {
  const page = await openGraph(t, `#/graph?item=release/${failed}`);
  await page.locator('.graph-bar .export > button').focus();
  await page.keyboard.press('Enter');
  await sheet(page).waitFor();
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await sheet(page).waitFor({ state: 'detached' });
  assert.equal(await page.locator('.panel').count(), 1, 'the panel stays');
  const isFocused = await page.locator('.graph-bar .export > button').evaluate((button) => button.getRootNode().activeElement === button);
  assert.ok(isFocused, 'the focus is back on the button');
  await page.keyboard.press('Enter');
  // Past how much is written, and past the highlights, to the first format.
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.equal(download.suggestedFilename(), 'release-atlas-graph.svg');
});

test('the menu fits a narrow screen', async (t) => {
  for (const hash of ['#/hit', '#/graph', '#/recalls']) {
    const page = await open(t, hash, { viewport: { width: 400, height: 700 } });
    await page.locator('.export > button').first().click();
    const box = await sheet(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 400 && box.y >= 0 && box.y + box.height <= 700, JSON.stringify(box));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 400);
  }
});
