// The inspector follows any HAL API: links in every form, embedded copies, errors, text, and other hosts
// only after a question.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertAccessible } from './support/axe.mjs';
import { allow, serve, strictPolicy } from './support/site.mjs';
import { picture, visit } from './support/visit.mjs';

const json = (value, headers = {}, status = 200) => ({
  status,
  headers: { 'content-type': 'application/hal+json', ...headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
});

const root = {
  title: 'Root of an API',
  _links: {
    self: { href: '/api/' },
    'x:orders': [{ href: '/api/orders', title: 'All orders', type: 'application/hal+json', name: 'first', hreflang: 'en', profile: 'https://profiles.example/orders' }],
    'x:find': { href: '/api/orders{?after,limit}', templated: true },
    old: { href: '/api/old', deprecation: 'https://docs.example/old' },
    previous: null,
    text: '/api/plain',
    script: { href: 'javascript:alert(1)' },
    curies: [{ name: 'x', href: 'https://docs.example/rels/{rel}', templated: true }],
  },
  _embedded: { 'x:orders': [{ id: 'order-7', _links: { self: { href: '/api/orders/7' } }, total: '1.20' }] },
};

/** The viewer with an API on the same origin, and what that API answers. */
async function open(t, { hash = '#/inspect', pages = {}, context = {}, policy, origins, expect } = {}) {
  const api = { '/api/': json(root), '/api/orders': json({ _links: { self: { href: '/api/orders' } }, count: 12345678901234567890n.toString() }), ...pages };
  const replace = (path, body, request) => api[request.url] ?? api[path];
  const site = await serve(t, { replace, ...(policy ? { policy } : {}) });
  const page = await visit(t, site.url(hash.replaceAll('ORIGIN', encodeURIComponent(site.origin))), { origins, expect, context: { viewport: { width: 1280, height: 900 }, ...context } });
  await page.settled();
  return { page, site };
}

const bar = (page) => page.locator('.inspect-bar input');

test('an address of the page’s own origin is asked for once and shown with its links and embedded copies', async (t) => {
  const { page, site } = await open(t, { hash: '#/inspect?href=ORIGIN/api/' });
  const body = page.locator('.inspect-body');
  await body.getByText('x:orders').first().waitFor();
  await page.getByText('status 200').waitFor();
  for (const words of ['All orders', 'name first', 'language en', 'https://profiles.example/orders', 'order-7', 'not a web address: javascript', 'template']) {
    assert.ok((await body.innerText()).includes(words), words);
  }
  assert.equal(await body.locator('a[href="https://docs.example/rels/orders"]').count(), 2, 'documentation by curie, of the link and of the embedded copy');
  assert.equal(await body.locator('a[href^="javascript"]').count(), 0);
  assert.equal(site.asked.filter(({ url }) => url === '/api/').length, 1);
  await assertAccessible(page);
  await body.getByRole('button', { name: 'order-7' }).click();
  await page.getByText('/_embedded/x:orders/0').waitFor();
  await body.getByText('/api/orders/7').waitFor();
  assert.equal(site.asked.filter(({ url }) => url.includes('orders/7')).length, 0, 'an embedded copy is looked at without a request');
});

test('links are followed, and back, forward and the history lead to what was seen', async (t) => {
  const { page, site } = await open(t, { hash: '#/inspect?href=ORIGIN/api/' });
  await page.getByRole('button', { name: /All orders/ }).click();
  await page.waitForFunction(() => location.hash.includes('orders'));
  await page.locator('.tabs').getByRole('tab', { name: 'Raw' }).click();
  await page.getByText('12345678901234567890').waitFor();
  await page.getByRole('button', { name: 'Back in the inspector' }).click();
  await page.waitForFunction(() => location.hash.includes('/api/') && !location.hash.includes('orders'));
  await page.getByRole('button', { name: 'Forward in the inspector' }).click();
  await page.waitForFunction(() => location.hash.includes('orders'));
  await page.getByText('History (2)').click();
  assert.equal(await page.locator('.visited-list li').count(), 2);
  await assertAccessible(page);
  assert.equal(site.asked.filter(({ url }) => url === '/api/orders').length, 1, 'kept, not asked for again');
});

test('a template is filled in before it is asked for, never with braces', async (t) => {
  const { page, site } = await open(t, { hash: '#/inspect?href=ORIGIN/api/', pages: { '/api/orders?after=a%20b&limit=3': json({ found: true }) } });
  const form = page.locator('.template').first();
  await form.getByLabel('after').fill('a b');
  await form.getByLabel('limit').fill('3');
  await form.getByRole('button', { name: 'Follow' }).click();
  await page.waitForFunction(() => location.hash.includes('limit'));
  await page.getByText('status 200').waitFor();
  assert.deepEqual(site.asked.filter(({ url }) => /[{}]|%7B/i.test(url)), []);
  assert.ok(site.asked.some(({ url }) => url === '/api/orders?after=a%20b&limit=3'));
});

test('the body of an error is shown, with status, headers and a command to repeat it', async (t) => {
  const problem = { type: 'about:blank', title: 'No such order', status: 404, detail: 'order 9 is gone' };
  const pages = { '/api/orders/9': json(problem, { 'content-type': 'application/problem+json', 'x-trace': 'trace-77' }, 404) };
  const { page } = await open(t, { hash: '#/inspect?href=ORIGIN/api/orders/9', pages, expect: { console: [/404/] } });
  await page.locator('.fault[data-class="missing"]').waitFor();
  await page.getByText('status 404').first().waitFor();
  await page.locator('.tabs').getByRole('tab', { name: 'Raw' }).click();
  await page.locator('.raw').getByText('order 9 is gone').waitFor();
  await page.locator('.tabs').getByRole('tab', { name: 'Answer' }).click();
  const answer = page.locator('.inspect-body');
  await answer.getByText('trace-77').waitFor();
  await answer.getByText(/^curl -sS/).waitFor();
  assert.match(await answer.innerText(), /[0-9a-f]{64}/, 'the hash of the body');
  await assertAccessible(page);
});

test('what is no JSON is shown as text', async (t) => {
  const pages = { '/api/plain': { headers: { 'content-type': 'text/plain' }, body: 'just <b>some</b> words' } };
  const { page } = await open(t, { hash: '#/inspect?href=ORIGIN/api/plain', pages });
  await page.locator('.body-text').getByText('just <b>some</b> words').waitFor();
});

test('another host is asked about first, by name, and gets nothing before the answer', async (t) => {
  const other = await serve(t, { folder: null, replace: (path) => (path === '/far' ? json({ far: 'away', _links: { next: { href: '/far?page=2' } } }, { 'access-control-allow-origin': '*' }) : undefined) });
  const far = `${other.origin}/far`;
  const pages = { '/api/out': json({ _links: { far: { href: far } } }) };
  const policy = allow(strictPolicy, 'connect-src', other.origin);
  const { page } = await open(t, { hash: '#/inspect?href=ORIGIN/api/out', pages, policy, origins: [other.origin] });
  await page.locator('.inspect-body').getByRole('button', { name: far }).click();
  await page.getByRole('heading', { name: `Ask ${new URL(far).host}?` }).waitFor();
  await assertAccessible(page);
  assert.equal(other.asked.length, 0);
  await page.getByRole('button', { name: `Ask ${new URL(far).host}` }).click();
  await page.getByText('status 200').waitFor();
  assert.equal(other.asked.length, 1);
  assert.equal(other.asked[0].headers.authorization, undefined);
});

test('what was looked at becomes a document, and a secret in its address is in no address bar', async (t) => {
  const token = 'Ab12Cd34Ef56Gh78';
  const manifest = { sequenceNumber: 3, releases: [], recalledBundles: [] };
  const { page, site } = await open(t, { pages: { [`/${token}/PROD/manifest.json`]: json(manifest) } });
  await bar(page).fill(`/${token}/PROD/manifest.json`);
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await page.getByText('status 200').waitFor();
  assert.ok(site.asked.some(({ url }) => url.includes(token)), 'asked for in full');
  assert.ok(!page.url().includes(token), page.url());
  assert.ok(!(await page.evaluate(() => document.querySelector('release-atlas').shadowRoot.textContent)).includes(token));
  await page.getByRole('button', { name: 'Open as document' }).click();
  await page.locator('.document-tab').filter({ hasText: 'manifest.json' }).filter({ hasText: 'LCM manifest' }).waitFor();
});

test('links of a file resolve against an address that is typed in', async (t) => {
  const { page, site } = await open(t, { pages: { '/gateway/v1/releases/9': json({ id: '9' }) } });
  await page.locator('.brand').click();
  await page.locator('textarea').fill(JSON.stringify({ _links: { self: { href: '/v1/releases/9' } } }));
  await page.getByRole('button', { name: 'Read the text' }).click();
  await page.locator('.loaded-row .strange').waitFor();
  await page.locator('.views').getByRole('link', { name: 'Inspect' }).click();
  await page.locator('.document-tab').last().click();
  await page.getByRole('tab', { name: 'Links' }).click();
  await page.getByLabel('Links of files resolve against').fill(`${site.origin}/gateway/`);
  await page.getByRole('button', { name: 'Use', exact: true }).click();
  await page.locator('.inspect-body').getByRole('button', { name: '/v1/releases/9' }).click();
  await page.getByText('status 200').waitFor();
  assert.ok(site.asked.some(({ url }) => url === '/gateway/v1/releases/9'));
});

test('a document beyond the limit names it, and is read with a higher one', async (t) => {
  const big = `{"items":[${Array.from({ length: 66 }, (_, at) => `{"id":"r${at}","text":"${'x'.repeat(1 << 20)}"}`).join(',')}]}`;
  const { page } = await open(t, { hash: '#/inspect?href=ORIGIN/api/big', pages: { '/api/big': json(big) } });
  await page.locator('.fault[data-class="too-big"]').waitFor();
  await page.getByText('It is larger than 64 MB.').waitFor();
  await page.getByRole('button', { name: 'Read up to 256 MB' }).click();
  await page.locator('.raw-line').first().waitFor();
});

test('narrow and dark, nothing overflows', async (t) => {
  const { page } = await open(t, { hash: '#/inspect?href=ORIGIN/api/', context: { viewport: { width: 400, height: 860 }, colorScheme: 'dark' } });
  await page.getByText('x:orders').first().waitFor();
  const wide = await page.evaluate(() => {
    const root = document.querySelector('release-atlas').shadowRoot;
    return [...root.querySelectorAll('.inspect, .inspect-bar, .inspect-body, .link-item')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className);
  });
  assert.deepEqual(wide, []);
  await assertAccessible(page);
  await picture(page, 'inspect-400-dark');
});

const recorded = fileURLToPath(new URL('../../../shared/data/hal/', import.meta.url));

test('recorded answers of real HAL APIs open without an uncaught error', { skip: existsSync(recorded) ? false : 'no ../shared here' }, async (t) => {
  const files = readdirSync(recorded, { recursive: true }).filter((name) => name.endsWith('.json'));
  const pages = Object.fromEntries(files.map((name, at) => [`/api/recorded/${at}`, json(readFileSync(join(recorded, name), 'utf8'))]));
  const { page, site } = await open(t, { pages });
  for (let at = 0; at < files.length; at++) {
    await bar(page).fill(`${site.origin}/api/recorded/${at}`);
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await page.waitForFunction((at) => {
      const root = document.querySelector('release-atlas').shadowRoot;
      return location.hash.endsWith(`/recorded/${at}`) && root.querySelector('.facts .badge') && root.querySelector('.tabs [aria-selected="true"]');
    }, at);
  }
  assert.ok(files.length > 20, `${files.length} files`);
  assert.equal(site.asked.filter(({ url }) => url.startsWith('/api/recorded/')).length, files.length);
});
