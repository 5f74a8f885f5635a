// A manifest of 50 MB with 10,000 recalls is used as a small one is: every view, by its own links. The longest
// task of the main thread in each is reported for a person to read (a time is never asserted here).

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundleId, chain, manifest } from './support/manifests.mjs';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const watchTasks = () => {
  globalThis.tasks = [];
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => globalThis.tasks.push(Math.round(duration)))).observe({ type: 'longtask' });
};

/** The viewer with files of these texts open. */
async function open(t, texts, hash = '#/') {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-scale-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = Object.entries(texts).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const site = await serve(t);
  const page = await visit(t, site.url(hash), { before: (page) => page.addInitScript(watchTasks), context: { viewport: { width: 1280, height: 800 } } });
  page.setDefaultTimeout(240_000);
  await page.settled();
  await page.locator('.board-row').first().waitFor();
  await page.locator('.brand').click();
  await page.getByRole('button', { name: 'Open your own documents' }).click();
  for (const file of files) {
    await page.evaluate(() => { globalThis.tasks = []; });
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.locator('.views [aria-current="page"]:not(:first-child)').waitFor();
    await report(t, page, `open ${file.split('/').at(-1)}`);
    await page.locator('.brand').click();
  }
  return page;
}

/** Says which long tasks there were since the last report. */
async function report(t, page, name) {
  const tasks = await page.evaluate(() => new Promise((done) => setTimeout(() => { done(globalThis.tasks); globalThis.tasks = []; }, 400)));
  t.diagnostic(`${name}: longest ${Math.max(0, ...tasks)} ms of ${tasks.length} long tasks`);
}

const go = (page, hash) => page.evaluate((hash) => { location.hash = hash; }, hash);

test('a manifest of 50 MB with 10,000 recalls is usable in every view', { timeout: 900_000 }, async (t) => {
  const size = { releases: 2_600, components: 60, recalls: 10_000 };
  const page = await open(t, { 'older.json': manifest({ ...size, edition: 1_001 }), 'newer.json': manifest({ ...size, edition: 1_002 }) });
  const see = async (hash, wait) => {
    const start = Date.now();
    await go(page, hash);
    await wait();
    t.diagnostic(`${hash}: there after ${Date.now() - start} ms`);
    await report(t, page, hash);
  };
  await see('#/hit', () => page.locator('.board-row').first().waitFor());
  await see('#/recalls', () => page.getByRole('heading', { name: '10,000 bundles are recalled' }).waitFor());
  await see('#/recalls?part=oddities', () => page.locator('.drift-group').first().waitFor());
  await see('#/recalls?part=picture', () => page.locator('.figure-card').first().waitFor());
  await see('#/manifest', () => page.locator('.matrix-row').first().waitFor());
  await see('#/manifest?part=timeline', () => page.locator('.timeline-line').nth(3).waitFor());
  await see('#/manifest?part=drift', () => page.locator('.page.drift .banner').first().waitFor());
  await see('#/manifest?part=outside', () => page.getByRole('tab', { selected: true }).waitFor());
  await see('#/compare', () => page.locator('.change-group').first().waitFor());
  await see('#/manifest?part=changes', () => page.locator('.matrix-row').first().waitFor());
  await see('#/move?from=1.0.0.0&to=2599.0.0.0', () => page.locator('.hop').first().waitFor());
  assert.ok((await page.locator('.route').first().locator('.hop').count()) >= 65, 'forty releases at most in one hop');
  await see('#/move?from=1.0.0.0', () => page.locator('.lines-row').first().waitFor());
  await see('#/inventory', () => page.locator('.inventory textarea').waitFor());
  const lines = Array.from({ length: 10_000 }, (_, at) => `bundle-${bundleId(at)}.tar`).join('\n');
  // As a drop or a script sets it: typing ten thousand lines takes Chromium itself minutes, on any page.
  await page.locator('.inventory textarea').evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, lines);
  await page.locator('.inventory-row').first().waitFor();
  await report(t, page, 'a list of 10,000 lines');
  await page.locator('.inventory textarea').fill(bundleId(3));
  await page.waitForFunction(() => document.querySelector('release-atlas').shadowRoot.querySelectorAll('.inventory-row').length === 1);
  await report(t, page, 'a list of one line');
  await see(`#/hit?item=bundle/${bundleId(5)}`, () => page.locator('.panel').waitFor());
  await see('#/releases?item=vcf/VCF 2600.0.0.0', () => page.locator('.panel').waitFor());
});

test('a chain of 5,000 recalls leads to its end, and a loop of as many is called one', { timeout: 300_000 }, async (t) => {
  const page = await open(t, { 'chain.json': manifest({ recalls: 0, more: chain(5_000) }) });
  await go(page, `#/recalls?item=bundle/${bundleId(0, 7)}`);
  await page.locator('.panel').getByText(bundleId(5_000, 7).slice(0, 8)).first().waitFor();
  await report(t, page, 'a chain of 5,000');
  await go(page, `#/recalls?part=picture&item=bundle/${bundleId(0, 7)}`);
  await page.locator('.figure-card[aria-current]').first().waitFor();
  await report(t, page, 'its picture');
  const round = await open(t, { 'loop.json': manifest({ recalls: 0, more: chain(5_000, { isLoop: true }) }) });
  await go(round, `#/recalls?item=bundle/${bundleId(0, 7)}`);
  await round.locator('.recall-row').first().waitFor();
  await report(t, round, 'a loop of 5,000');
  await go(round, `#/recalls?part=picture&item=bundle/${bundleId(0, 7)}`);
  await round.getByText('The dashed line leads back').first().waitFor();
  await report(t, round, 'its picture');
});
