// The pictures and the places that links lead to: what a phone shows first, what stays open, and what is in sight.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const failed = '6acb49b2625d2f3a3f76c077';
const desktop = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' };
const phone = { ...desktop, viewport: { width: 400, height: 860 } };
const hash = (page) => decodeURIComponent(new URL(page.url()).hash);

/** Opens the viewer on the sample, or on documents that are served beside it under these names. */
async function open(t, fragment, { context = desktop, documents = {} } = {}) {
  const replace = (path) => (path in documents ? { body: documents[path], headers: { 'content-type': 'application/json' } } : undefined);
  const site = await serve(t, { replace });
  const names = Object.keys(documents).map((path) => `src=${encodeURIComponent(path)}`).join('&');
  const page = await visit(t, site.url(`${names ? `?${names}` : ''}${fragment}`), { context });
  await page.settled();
  return page;
}

/** Waits until the drawing is painted. */
async function drawn(page) {
  await page.waitForFunction(() => performance.getEntriesByName('atlas:paint').length > 0, null, { timeout: 120_000 });
}

test('on a phone the graph comes as a table, and the drawing is one press away', async (t) => {
  const page = await open(t, '#/graph', { context: phone });
  await page.getByRole('treegrid').waitFor();
  assert.equal(hash(page), '#/graph');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Graph', exact: true }).and(page.locator('[aria-pressed]')).click();
  await page.locator('.stage').waitFor();
  assert.equal(hash(page), '#/graph?as=graph');
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.locator('.stage').waitFor();
});

test('a drawing that becomes too narrow gives way to the table unless it was chosen', async (t) => {
  const page = await open(t, '#/graph');
  await page.locator('.stage').waitFor();
  await page.setViewportSize({ width: 500, height: 800 });
  await page.getByRole('treegrid').waitFor();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('.stage').waitFor();
});

test('a proof leads into the document: the place is open, marked, in focus and well within sight', async (t) => {
  const page = await open(t, '#/inspect?href=4&sheet=raw&ptr=/releases/9/bom/4');
  const line = page.locator('.raw-line.is-marked');
  await line.waitFor();
  assert.equal(await line.getByRole('button').getAttribute('aria-expanded'), 'true');
  await page.waitForFunction(() => document.querySelector('release-atlas').shadowRoot.querySelector('.raw-line.is-marked')?.matches(':focus'));
  await page.waitForFunction(() => {
    const root = document.querySelector('release-atlas').shadowRoot;
    const [list, line] = ['.raw .list', '.raw-line.is-marked'].map((part) => root.querySelector(part).getBoundingClientRect());
    const share = (line.top - list.top) / list.height;
    return share > 0.2 && share < 0.5;
  });
  assert.ok((await page.locator('.is-within').count()) > 2, 'what the place holds is open below it');
  await assertAccessible(page);
});

test('every chain of recalls has its picture, and a link leads to it', async (t) => {
  const page = await open(t, '#/recalls?part=picture');
  const chooser = page.getByLabel('Chains');
  const first = await page.locator('.figure').innerText();
  await page.getByRole('button', { name: 'Next chain' }).click();
  await page.getByText(/^2 of \d+$/).waitFor();
  assert.match(hash(page), /part=picture\/[^&]+/);
  assert.notEqual(await page.locator('.figure').innerText(), first);
  const last = await chooser.locator('option').last().getAttribute('value');
  await chooser.selectOption(last);
  const address = page.url();
  const words = await page.locator('.figure').innerText();
  await page.reload();
  await page.settled();
  assert.equal(page.url(), address);
  assert.equal(await page.locator('.figure').innerText(), words);
  await assertAccessible(page);
});

test('the legend of a chain names what is in its picture, and nothing else', async (t) => {
  const page = await open(t, '#/recalls?part=picture');
  const shown = () => page.evaluate(() => {
    const root = document.querySelector('release-atlas').shadowRoot;
    const words = (part) => [...new Set([...root.querySelectorAll(part)].map((element) => element.textContent))].sort();
    return [words('.figure-key'), words('.figure-card .figure-word > span')];
  });
  const count = Number((await page.locator('.chain-chooser .count').innerText()).match(/of (\d+)/)[1]);
  for (let at = 0; at < count; at++) {
    const [legend, cards] = await shown();
    assert.deepEqual(legend, cards);
    await page.getByRole('button', { name: 'Next chain' }).click();
  }
});

test('the chosen cell of the matrix is marked and stands in the address', async (t) => {
  const page = await open(t, '#/manifest');
  const grid = page.getByRole('grid', { name: 'Matrix' });
  await grid.locator('.matrix-cell code').getByText('9.1.0.0400.', { exact: false }).first().click();
  await page.locator('.matrix-cell.is-chosen').waitFor();
  assert.match(hash(page), /part=matrix\/[^@]+@VCF 9\.1\.0\.0400/);
  const title = await page.getByRole('region', { name: /9\.1\.0\.0400/ }).getAttribute('aria-label');
  await page.reload();
  await page.settled();
  await page.getByRole('region', { name: title }).waitFor();
  await page.locator('.matrix-cell.is-chosen').waitFor();
  await assertAccessible(page);
});

test('no version of the matrix is cut, on a phone neither', async (t) => {
  for (const context of [desktop, phone]) {
    const page = await open(t, '#/manifest', { context });
    await page.locator('.matrix-cell').first().waitFor();
    const cut = await page.locator('.matrix-cell code').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent));
    assert.deepEqual(cut, []);
  }
});

test('the drift report shows each word, how often it stands there, and leads to its places', async (t) => {
  const page = await open(t, '#/manifest?part=drift');
  const row = page.locator('.drift-row').first();
  assert.notEqual((await row.locator('code').first().innerText()).trim(), '');
  assert.match(await row.locator('.count').innerText(), /^×\d+$/);
  await row.locator('.pointer').first().click();
  await page.locator('.raw-line.is-marked').waitFor();
  assert.match(hash(page), /^#\/inspect\?.*ptr=\//);
});

test('the timeline explains its marks, and each line says when its support ends', async (t) => {
  const page = await open(t, '#/manifest?part=timeline');
  await page.locator('.timeline-legend').getByText('Today').waitFor();
  assert.match(await page.locator('.timeline-end').first().innerText(), /\d{4}-\d{2}/);
  await assertAccessible(page);
});

test('rows that are open in the table are open again after a reload', async (t) => {
  const page = await open(t, '#/graph?as=table&find=argo');
  await page.getByRole('treegrid').focus();
  const closed = page.locator('[role="row"][aria-level="1"][aria-expanded="false"]').first();
  await closed.locator('.twisty').click();
  await page.locator('[aria-level="2"][aria-expanded="false"]').first().locator('.twisty').click();
  await page.locator('[aria-level="3"]').first().waitFor();
  const levels = () => page.locator('[role="row"][aria-level]').evaluateAll((rows) => rows.map((row) => `${row.getAttribute('aria-level')} ${row.textContent}`));
  const before = await levels();
  assert.match(hash(page), /rows=[a-z0-9]+,-[a-z0-9]+/);
  await page.reload();
  await page.settled();
  await page.locator('[aria-level="3"]').first().waitFor();
  assert.deepEqual(await levels(), before);
});

test('a picture carries the selection and its highlights only where that is asked for', async (t) => {
  const page = await open(t, `#/graph?item=release/${failed}`);
  await drawn(page);
  const save = async () => {
    await page.locator('.graph-bar').getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.locator('.graph-bar').getByRole('button', { name: /SVG/ }).first().click();
    return readFile(await (await download).path(), 'utf8');
  };
  const plain = await save();
  await page.locator('.graph-bar').getByRole('button', { name: 'Export' }).click();
  await page.getByLabel('With selection and highlights').check();
  await page.keyboard.press('Escape');
  const lit = await save();
  assert.doesNotMatch(plain, /opacity="\.3"/);
  assert.match(lit, /opacity="\.3"/);
  assert.match(lit, /needed by the selected item|needs the selected item/);
});

test('the legend of a saved picture says what the legend on the page says', async (t) => {
  const page = await open(t, '#/graph');
  await drawn(page);
  const entries = await page.locator('.legend-entry').evaluateAll((all) => all.map((one) => one.textContent.replace(/\s/g, '')));
  const svg = await page.locator('release-atlas').evaluate(async (element) => (await element.exportAs('svg', { scope: 'drawn' })).text());
  const saved = [...svg.matchAll(/<g class="legend">[^]*?<text[^>]*>([^<]*)</g)].map((match) => match[1].replace(/\s/g, ''));
  assert.ok(entries.some((entry) => entry.startsWith('pending')), 'an edge of the sample waits');
  assert.deepEqual(saved.toSorted(), entries.toSorted());
});

test('one side of an item is shown by its own key, and named in the menu', async (t) => {
  const page = await open(t, `#/graph?focus=release/${failed}&depth=1&item=release/${failed}`);
  await drawn(page);
  await page.locator('.stage').focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction((failed) => !location.hash.includes(`item=release/${failed}`), failed);
  await page.keyboard.press('<');
  await page.waitForFunction(() => /side=dependants/.test(decodeURIComponent(location.hash)));
  await page.keyboard.press('>');
  await page.waitForFunction(() => /open=release/.test(decodeURIComponent(location.hash)));
  await page.getByRole('button', { name: 'Undo folding' }).click();
});

test('a count of hidden neighbours is pressed by itself', async (t) => {
  const page = await open(t, `#/graph?focus=release/${failed}&depth=1`);
  await drawn(page);
  // The offer below takes room from the picture when it comes, which moves it.
  await page.getByText('1 release is named but not loaded').waitFor();
  const found = () => page.locator('.stage').evaluate(async (stage) => {
    const box = stage.getBoundingClientRect();
    const moved = (clientX, clientY) => stage.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, pointerId: 1, bubbles: true }));
    for (let y = box.top + 4; y < box.bottom; y += 6) {
      for (let x = box.left + 4; x < box.right; x += 8) {
        moved(x, y);
        // What a signal changes is on the page some turns of the queue later.
        for (let turn = 0; turn < 6; turn++) await null;
        if (stage.classList.contains('is-on-mark')) return { x, y };
      }
    }
    return null;
  });
  const isOnMark = async ({ x, y }) => {
    await page.mouse.move(x, y);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return page.locator('.stage').evaluate((stage) => stage.classList.contains('is-on-mark'));
  };
  // The picture may still move into its better form, and the class may come a step late: the real mouse has to stand on it.
  const onMark = async () => {
    for (let round = 0; round < 8; round++) {
      const place = await found();
      for (let back = 0; place && back <= 32; back += 4) {
        const nearer = { x: place.x - back, y: place.y };
        if (await isOnMark(nearer)) return nearer;
      }
    }
    return null;
  };
  const mark = await onMark();
  assert.ok(mark, 'the mouse stands on a mark');
  await page.mouse.click(mark.x, mark.y);
  await page.waitForFunction(() => /side=depend(ants|encies):/.test(decodeURIComponent(location.hash)));
  assert.doesNotMatch(hash(page), /item=/, 'the item itself is not selected');
});

test('a chain that is lit is brought into sight', async (t) => {
  const page = await open(t, `#/graph?to=release/${failed}`);
  await drawn(page);
  for (let press = 0; press < 8; press++) await page.getByRole('button', { name: 'Zoom in' }).click();
  const frame = () => page.locator('.minimap-frame').evaluate((frame) => `${frame.style.left} ${frame.style.width}`);
  const before = await frame();
  const start = (await page.locator('release-atlas').evaluate(async (element) => (await (await element.exportAs('json', { scope: 'drawn' })).text())));
  const { nodes, edges } = JSON.parse(start);
  const from = edges.find((edge) => edge.target === `release/${failed}`).source;
  assert.ok(nodes.length > 0);
  await page.evaluate((from) => { location.hash += `&from=${from}`; }, from);
  await page.locator('.strip.is-path').waitFor();
  await page.waitForFunction((before) => {
    const frame = document.querySelector('release-atlas').shadowRoot.querySelector('.minimap-frame');
    return !frame || `${frame.style.left} ${frame.style.width}` !== before;
  }, before);
});

test('two catalogues can be compared in the graph as two manifests can', async (t) => {
  const release = (id, version, needs) => ({ id, name: `Item ${id}`, version, status: 'OK', dependencies: needs.map((one) => ({ id: one })) });
  const catalogue = (releases) => JSON.stringify({ items: releases, page: 1, page_size: 50, total_size: releases.length, total_pages: 1 });
  const documents = {
    '/one.json': catalogue([release('a', '1.0', ['b']), release('b', '1.0', [])]),
    '/two.json': catalogue([release('a', '2.0', ['c']), release('c', '1.0', [])]),
  };
  const page = await open(t, '#/graph', { documents });
  await drawn(page);
  await page.getByRole('button', { name: 'Differences' }).click();
  await page.getByText(/1 added/).waitFor();
  const before = page.getByLabel('Before');
  assert.equal(await before.locator('option').count(), 1);
  await assertAccessible(page);
});
