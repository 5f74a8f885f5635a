// Documents of 5, 25 and 100 MB open without an uncaught error; the longest task of the main thread is
// reported for a person to read (a time is never asserted here).

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const id = (number) => number.toString(16).padStart(24, '0');

/** A catalogue release that depends on three others, about 1.3 KB. */
function release(number) {
  const others = [1, 7, 31].map((step) => number - step).filter((other) => other >= 0).map(id);
  return {
    id: id(number),
    version: `${number % 7}.${number % 11}.${number % 13}`,
    revision: '0',
    packaging_type: 'HELM',
    released_at: '2026-06-01T10:00:00.000Z',
    base_image: { id: '22222222-2222-4333-8444-555555555555', name: 'Debian 12', description: 'Debian 12 base image' },
    registry: { id: '44444444-2222-4333-8444-555555555555', name: 'Main registry', url: 'https://registry.example', healthy: true },
    notes: 'n'.repeat(500),
    dependencies: others.map((other) => ({ id: other })),
    dependants: [],
    _links: { self: { href: `/v1/releases/${id(number)}` }, dependencies: others.map((other) => ({ href: `/v1/releases/${other}` })) },
  };
}

/** A page of releases of so many megabytes. */
function catalogue(megabytes) {
  const items = [];
  for (let size = 0; size < megabytes * 1e6; size += items.at(-1).length + 1) {
    items.push(JSON.stringify(release(items.length)));
  }
  return `{"page":1,"page_size":${items.length},"total_size":${items.length},"total_pages":1,"items":[${items.join(',')}]}`;
}

const watchTasks = () => {
  globalThis.longest = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => { globalThis.longest = Math.max(globalThis.longest, duration); })).observe({ type: 'longtask' });
};

for (const megabytes of [5, 25, 100]) {
  test(`a document of ${megabytes} MB opens, and the page goes on`, { timeout: 600_000 }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'atlas-large-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'releases.json');
    writeFileSync(file, catalogue(megabytes));
    const site = await serve(t);
    const page = await visit(t, site.url('#/'), { before: (page) => page.addInitScript(watchTasks) });
    page.setDefaultTimeout(300_000);
    await page.settled();
    await page.locator('.board-row').first().waitFor();
    await page.locator('.brand').click();
    await page.getByRole('button', { name: 'Open your own documents' }).click();
    await page.evaluate(() => { globalThis.longest = 0; });
    await page.locator('input[type="file"]').setInputFiles(file);
    if (megabytes > 64) {
      await page.getByText('It is larger than 64 MB.').waitFor();
      await page.getByRole('button', { name: 'Read up to 256 MB' }).click();
    }
    await page.locator('.board-row').first().waitFor();
    const longest = await page.evaluate(() => new Promise((done) => setTimeout(() => done(globalThis.longest), 1_000)));
    t.diagnostic(`longest task of the main thread with ${megabytes} MB: ${Math.round(longest)} ms`);
    assert.ok(Number(await page.evaluate(() => performance.getEntriesByName('atlas:graph').at(-1).detail.nodes)) > megabytes * 500);
  });
}
