// A token that a server echoes inside its JSON, in whichever spelling, is nowhere: not on screen, not on the
// clipboard, not in what is exported, stored or written to the address.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

/** With characters that JSON writers escape, each in another way. */
const token = 'echo+token/0123456789abc==';
const spellings = [
  token,
  encodeURIComponent(token),
  token.replaceAll('/', '\\/'),
  token.replaceAll('=', '\\u003d'),
  token.replaceAll('+', '\\u002B'),
  token.replaceAll('+', '\\u002b').replaceAll('=', '\\u003d'),
];
/** What stands in every spelling: the longest part without any sign. */
const sign = '0123456789abc';

const release = (echo) => `{"id":"r1","version":"1.0.0","revision":"0","released_at":"2026-01-01T00:00:00Z","packaging_type":"OVA",
  "product":{"key":"p","name":"Echo ${echo}"},"notes":"you sent Bearer ${echo}","dependencies":[],"dependants":[],
  "other":{"headers":["Authorization: Bearer ${echo}"]},
  "_links":{"self":{"href":"/api/r1"},"raw":{"href":"/api/raw?access_token=${echo}"}}}`;

async function open(t, spelling, extra = {}) {
  const site = await serve(t, {
    replace: (path, _, { headers }) => {
      if (path !== '/api/r1' && path !== '/api/failed') return undefined;
      const json = { 'content-type': 'application/json' };
      if (!headers.authorization) return { status: 401, headers: { ...json, 'www-authenticate': 'Bearer' }, body: '{}' };
      return path === '/api/r1' ? { headers: json, body: release(spelling) } : { status: 500, headers: json, body: `{"title":"failed","detail":"token ${spelling} is bad"}` };
    },
  });
  const page = await visit(t, site.url('#/'), {
    expect: { console: [/401/, /500/] },
    context: { viewport: { width: 1280, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] },
    ...extra,
  });
  await page.settled();
  await page.locator('.board-row').first().waitFor();
  await page.getByRole('button', { name: 'Open your own documents' }).click();
  await page.getByRole('textbox', { name: 'Address of a JSON document' }).fill('/api/r1');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Use it and ask again' }).click();
  await page.locator('.board-row').filter({ hasText: 'Echo ***' }).waitFor();
  assert.ok(site.asked.some(({ headers }) => headers.authorization === `Bearer ${token}`), 'the token was sent');
  return page;
}

/** All that can be read off the page: text, attributes, fields, address, stores. */
const everything = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('release-atlas').shadowRoot;
    const elements = [...root.querySelectorAll('*')];
    const fields = elements.map((element) => element.value ?? '').join(' ');
    return [root.innerHTML, root.textContent, fields, location.href, document.title, JSON.stringify([{ ...localStorage }, { ...sessionStorage }]), document.cookie].join('\n');
  });

async function assertNowhere(page, where) {
  assert.ok(!(await everything(page)).includes(sign), `${where} holds the token`);
}

const go = (page, hash) => page.evaluate((hash) => { location.hash = hash; }, hash);

for (const [at, spelling] of spellings.entries()) {
  test(`a token echoed inside JSON is masked on screen (spelling ${at + 1})`, async (t) => {
    const page = await open(t, spelling);
    await assertNowhere(page, 'the board');
    const source = await page.evaluate(() => location.href);
    assert.ok(!source.includes(sign));
    await page.locator('.board-row').filter({ hasText: 'Echo ***' }).click();
    for (const tab of ['Summary', 'Links', 'Raw']) {
      await page.locator('.panel').getByRole('tab', { name: tab }).click();
      await assertNowhere(page, `the tab ${tab}`);
    }
    await page.locator('.panel .raw-line').filter({ hasText: 'you sent Bearer ***' }).first().waitFor();
  });
}

test('no copy and no export holds an echoed token', async (t) => {
  const page = await open(t, token);
  await page.locator('.board-row').filter({ hasText: 'Echo ***' }).click();
  await page.locator('.panel').getByRole('tab', { name: 'Raw' }).click();
  await page.locator('.panel').getByRole('button', { name: 'Copy this document’s text' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /you sent Bearer \*\*\*/);
  assert.ok(!copied.includes(sign), 'the clipboard');
  const formats = ['json', 'csv', 'markdown', 'dot', 'mermaid', 'graphml', 'svg', 'evidence'];
  for (const format of formats) {
    const text = await page.evaluate(async (format) => {
      const blob = await document.querySelector('release-atlas').exportAs(format, { scope: 'all' });
      return blob.text();
    }, format);
    assert.ok(text.length > 20, `${format} says something`);
    assert.ok(!text.includes(sign), `${format} holds the token`);
  }
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.topbar').getByRole('button', { name: 'Save evidence file' }).click()]);
  assert.ok(!readFileSync(await file.path(), 'utf8').includes(sign), 'the evidence file');
  await go(page, '#/inspect?href=/api/failed');
  await page.getByText('status 500').first().waitFor();
  await assertNowhere(page, 'the inspector with an error in JSON');
  await go(page, '#/graph');
  await page.locator('.stage').first().waitFor();
  await assertNowhere(page, 'the graph');
});
