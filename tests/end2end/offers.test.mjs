// What config.json offers people: services to start from, and links of the site.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve } from './support/site.mjs';
import { picture, visit } from './support/visit.mjs';

const missing = { console: [/404/] };

const config = {
  apiOrigins: [],
  presets: [
    { name: 'Catalogue of the desk', api: 'catalog', address: 'https://api.example/gate' },
    { name: 'Lab', api: 'cloud-foundation', address: '/sddc/' },
    { api: 'cloud-foundation', address: 'https://ops:secret@sddc.example' },
  ],
  links: [
    { name: 'Runbook', address: 'https://wiki.example/recalls' },
    { address: 'manual.html' },
    { name: 'Bad', address: 'javascript:alert(1)' },
  ],
};

async function open(t, context = {}, given = config, expect = {}) {
  const site = await serve(t, { replace: (path) => (path === '/config.json' ? { body: JSON.stringify({ open: {}, ...given }) } : undefined) });
  const page = await visit(t, site.url(), { expect, context: { viewport: { width: 1280, height: 900 }, ...context } });
  assert.equal(await page.settled(), 'ready');
  await page.locator('.ways').waitFor();
  return { page, site };
}

const base = (page, service) => page.locator(`.preset-${service}`).getByLabel('Base address');

test('a service that the site offers fills in its form, and nothing is asked before the person does', async (t) => {
  const { page, site } = await open(t);
  const offers = page.getByRole('region', { name: 'Services of this site' });
  assert.deepEqual(await offers.getByRole('button').allInnerTexts(), [
    'Catalogue of the desk\nApplication Catalog · https://api.example/gate',
    `Lab\nCloud Foundation · ${site.origin}/sddc/`,
  ]);
  // Parts of the program come by themselves.
  const asked = () => page.seen.all.filter((line) => !line.endsWith('.wasm')).length;
  const before = asked();
  await offers.getByRole('button', { name: 'Catalogue of the desk' }).click();
  assert.equal(await base(page, 'catalog').inputValue(), 'https://api.example/gate');
  assert.ok(await page.locator('.preset-catalog').getByLabel('Id of the catalogue').evaluate((field) => field.matches(':focus')), 'what is left to say is next');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await offers.getByRole('button', { name: 'Lab' }).press('Enter');
  assert.equal(await base(page, 'foundation').inputValue(), `${site.origin}/sddc/`);
  assert.equal(await base(page, 'catalog').inputValue(), 'https://api.example/gate', 'the other form is left alone');
  assert.equal(asked(), before);
});

test('the form that was filled in asks below the base that the site named', async (t) => {
  const { page, site } = await open(t, {}, config, missing);
  await page.getByRole('button', { name: 'Lab' }).click();
  await page.getByRole('button', { name: 'Open the manifest' }).click();
  await page.locator('.fault').first().waitFor();
  assert.ok(site.asked.some(({ url }) => url === '/sddc/v1/manifests'));
});

test('links of the site stand on the start page and in the help, open in a tab of their own, and only addresses of the web are links', async (t) => {
  const { page, site } = await open(t);
  const hrefs = (place) => place.locator('.site-links a').evaluateAll((all) => all.map(({ href, target, rel }) => [href, target, rel]));
  const expected = [['https://wiki.example/recalls', '_blank', 'noopener noreferrer'], [site.url('manual.html'), '_blank', 'noopener noreferrer']];
  assert.deepEqual(await hrefs(page.locator('.start')), expected);
  await page.keyboard.press('?');
  assert.deepEqual(await hrefs(page.locator('dialog.help')), expected);
  await page.keyboard.press('Escape');
});

test('what is wrong in the file is named, without a password', async (t) => {
  const { page } = await open(t);
  const notice = page.locator('.settings-notice');
  const words = await notice.innerText();
  assert.match(words, /presets\[2\]\.address is “https:\/\/.*@sddc\.example”; it has to be an address of http or https/);
  assert.match(words, /links\[2\]\.address is “javascript:/);
  assert.ok(!words.includes('secret'));
});

test('a site that offers nothing has no empty headings', async (t) => {
  const { page } = await open(t, {}, {});
  assert.equal(await page.locator('.offers, .site-links').count(), 0);
  await page.keyboard.press('?');
  await page.locator('dialog.help[open]').waitFor();
  assert.equal(await page.locator('.site-links').count(), 0);
});

for (const [colorScheme, width, locale] of [['light', 1280, 'en'], ['dark', 400, 'de']]) {
  test(`offers in the ${colorScheme} scheme at ${width} pixels have no finding of axe, and nothing overflows`, async (t) => {
    const { page } = await open(t, { colorScheme, locale, viewport: { width, height: 860 } });
    await page.locator('.offers').scrollIntoViewIfNeeded();
    await assertAccessible(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    await picture(page, `offers-${colorScheme}-${width}`);
    await page.keyboard.press('?');
    await page.locator('dialog.help[open] .site-links').waitFor();
    await assertAccessible(page);
    await picture(page, `offers-help-${colorScheme}-${width}`);
  });
}
