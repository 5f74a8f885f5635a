// No field of a document is dropped: documents in which every leaf holds its own marker, and each marker
// must be found in the panel of its item.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

/**
 * A copy in which every text holds its own marker. Ids stay as they are (they join items), as do words
 * that decide how a value is read; each of them is a marker of its own.
 */
function marked(value, path, markers, keep) {
  if (Array.isArray(value)) {
    return value.map((item, index) => marked(item, [...path, index], markers, keep));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner, [...path, name], markers, keep)]));
  }
  const place = '/' + path.join('/');
  if (typeof value === 'number') {
    const number = 700_000 + markers.length;
    markers.push({ place, marker: String(number) });
    return number;
  }
  if (typeof value !== 'string' || keep(place)) {
    return value;
  }
  const marker = `marker-${markers.length}-x`;
  markers.push({ place, marker });
  return value.startsWith('http') || value.startsWith('/') ? `${value.split('?')[0]}/${marker}` : marker;
}

/** All text of an open panel, its folded parts opened. */
async function panelText(page) {
  const panel = page.locator('.panel');
  await panel.waitFor();
  const folded = panel.locator('details:not([open]) > summary');
  while (await folded.count()) {
    await folded.first().click();
  }
  while (await panel.getByRole('button', { name: 'Show more fields' }).count()) {
    await panel.getByRole('button', { name: 'Show more fields' }).first().click();
  }
  const texts = [await panel.innerText()];
  for (const tab of ['Links', 'Raw']) {
    await panel.getByRole('tab', { name: tab }).click();
    texts.push(await panel.innerText());
  }
  return texts.slice(0, 2).join('\n');
}

async function openText(page, text) {
  await page.locator('.brand').click();
  await page.locator('textarea').fill(text);
  await page.getByRole('button', { name: 'Read the text' }).click();
}

async function missing(page, hash, markers) {
  await page.evaluate((hash) => { location.hash = hash; }, hash);
  const text = await panelText(page);
  return markers.filter(({ marker }) => !text.includes(marker)).map(({ place, marker }) => `${place} (${marker})`);
}

/** Every member that the two kinds of documents are documented to have, in the oldest form of each. */
const address = () => ({
  authority: 'a', content: {}, defaultPort: 1, file: 'f', host: 'h', path: 'p', port: 2, protocol: 'https', query: 'q', ref: 'r', userInfo: 'u',
});
const component = () => ({ additionalMetadata: 'm', name: 'n', publicName: 'p', releaseURL: address(), version: 'v' });
const bundle = (id) => ({ bundleElements: ['e'], bundleId: id, bundleType: 'VMWARE_SOFTWARE', cumulativeFromVcfVersion: 'c' });
const manifest = () => ({
  creationTime: 'c',
  publishedDate: 'p',
  recalledBundles: [{ recalledBundleIds: ['bundle-one'], replacementBundleIds: ['bundle-two'], replacementBundleStatus: 'READY' }],
  releases: [
    {
      bom: [component()],
      description: 'd',
      eol: 'e',
      isApplicable: false,
      minCompatibleVcfVersion: 'm',
      notApplicableReason: 'n',
      patchBundles: [bundle('bundle-one')],
      product: 'VCF',
      releaseDate: 'r',
      sku: [{ bom: [component()], description: 'd', name: 'n', skuSpecificPatchBundles: [bundle('bundle-three')] }],
      updates: [{ baseProductVersion: 'b', description: 'd', id: 'i', productName: 'p', releaseDate: 'r', releaseUpdateURL: address() }],
      version: '4.4.0.0',
    },
  ],
  sequenceNumber: 1,
  version: 2,
});

test('every leaf of a customization and of its releases is in a panel', async (t) => {
  const page = await open(t);
  const document = JSON.parse(readFileSync(new URL('../../sample/customization.json', import.meta.url), 'utf8'));
  document.id = 'customization-of-markers';
  document.failed_releases = document.failed_releases.slice(0, 1);
  document.succeeded_releases = [];
  document.pending_releases = [];
  const { release } = document.failed_releases[0];
  Object.assign(release, { id: 'release-of-markers', dependencies: [], dependants: [] });
  release._links = { ...release._links, dependencies: [], dependants: [], self: { href: '/v1/releases/release-of-markers' } };
  document._links = { catalog: document._links.catalog };
  const keep = (place) => ['/id', '/failed_releases/0/release/id', '/failed_releases/0/failure/cause'].includes(place);
  const markers = [];
  await openText(page, JSON.stringify(marked(document, [], markers, keep)));
  const ofRelease = ({ place }) => place.startsWith('/failed_releases/0/release/');
  assert.ok(markers.length > 60, `${markers.length} markers`);
  assert.deepEqual(await missing(page, '#/hit/release/release-of-markers', markers.filter(ofRelease)), []);
  assert.deepEqual(await missing(page, '#/hit/customization/customization-of-markers', markers.filter((one) => !ofRelease(one))), []);
});

test('every leaf of a manifest is in a panel or in the document’s own sheet', async (t) => {
  const page = await open(t);
  const keep = (place) => /\/bundleId$|BundleIds\/|Status$/.test(place) || /^\/releases\/0\/(version|product)$/.test(place);
  const markers = [];
  await openText(page, JSON.stringify(marked(manifest(), [], markers, keep)));
  const ofRelease = ({ place }) => place.startsWith('/releases/0/');
  const ofBundle = ({ place }) => /patchBundles|PatchBundles/i.test(place);
  assert.ok(markers.length > 55, `${markers.length} markers`);
  const key = encodeURIComponent('VCF 4.4.0.0');
  assert.deepEqual(await missing(page, `#/hit/vcf/${key}`, markers.filter((one) => ofRelease(one) && !ofBundle(one))), []);
  for (const [id, place] of [['bundle-one', '/releases/0/patchBundles'], ['bundle-three', '/releases/0/sku']]) {
    const own = markers.filter((one) => ofBundle(one) && one.place.startsWith(place));
    assert.ok(own.length > 0);
    assert.deepEqual(await missing(page, `#/hit/bundle/${id}`, own), []);
  }
  await page.evaluate(() => { location.hash = '#/inspect'; });
  await page.locator('.inspect-body').waitFor();
  const sheet = await page.locator('.inspect-body').innerText();
  const rest = markers.filter((one) => !ofRelease(one));
  assert.deepEqual(rest.filter(({ marker }) => !sheet.includes(marker)), []);
  assert.ok(sheet.includes('READY') && sheet.includes('bundle-two'));
});

test('an unknown member is kept under “Other fields”', async (t) => {
  const page = await open(t);
  const document = { ...manifest(), newMember: { deep: ['unknown-marker'] } };
  await openText(page, JSON.stringify(document));
  await page.evaluate(() => { location.hash = '#/inspect'; });
  const sheet = page.locator('.inspect-body');
  await sheet.getByText('Other fields').waitFor();
  await sheet.getByText('unknown-marker').waitFor();
});

async function open(t) {
  const site = await serve(t);
  const page = await visit(t, site.url('#/'), { context: { viewport: { width: 1280, height: 900 } } });
  await page.settled();
  await page.locator('.board-row').first().waitFor();
  await page.locator('.brand').click();
  await page.locator('.loaded-row').first().waitFor();
  while (await page.locator('.loaded-row').count()) {
    await page.locator('.loaded-row').first().getByRole('button', { name: 'Close this document' }).click();
  }
  return page;
}
