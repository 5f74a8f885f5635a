// Documents from files, whose links resolve below a base of one's choice: an API behind a gateway's path, with
// or without a slash at its end; what leads out of the base or to another origin is named and never asked for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serveFaults } from './support/faults.mjs';
import { allow, serve, strictPolicy } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const below = '/base-behind-a-gateway/gw/v1/r';

/** Links by what is to become of them: the path that is asked for, or the words for why it is not. */
const links = ({ origin, elsewhere }) => [
  ['/v1/r/1', `${below}/1`],
  ['v1/r/2', `${below}/2`],
  [`${origin}${below}/3`, `${below}/3`],
  ['/v1/x/../r/4', `${below}/4`],
  ['/../../secret/5', 'leads out of the base'],
  ['../other/6', 'leads out of the base'],
  ['/v1/%2e%2e/%2e%2e/%2e%2e/secret/7', 'leads out of the base'],
  [`${origin}/other/8`, 'leads out of the base'],
  [`${elsewhere}${below}/9`, `leads to ${new URL(elsewhere).host}`],
  [`//${new URL(elsewhere).host}${below}/10`, `leads to ${new URL(elsewhere).host}`],
];

for (const [name, end] of [['without a slash at its end', ''], ['with a slash at its end', '/'], ['with a query and a fragment', '?x=1#y']]) {
  test(`links of a file resolve below a gateway's path, given ${name}`, async (t) => {
    const server = await serveFaults(t, { document: '{}' });
    const site = await serve(t, { policy: allow(strictPolicy, 'connect-src', server.origin, server.elsewhere) });
    const page = await visit(t, site.url('#/'), { origins: [server.origin], context: { viewport: { width: 1280, height: 900 } } });
    await page.settled();
    await page.locator('.board-row').first().waitFor();
    await page.evaluate(() => document.querySelector('release-atlas').clear());
    await page.evaluate((base) => document.querySelector('release-atlas').setAttribute('base-url', base), `${server.origin}/base-behind-a-gateway/gw${end}`);
    const all = links(server);
    const text = JSON.stringify({ id: 'start', version: '1', released_at: '2026-01-01T00:00:00Z', _links: { dependencies: all.map(([href]) => ({ href })) } });
    await page.evaluate(() => { location.hash = '#/'; });
    await page.locator('input[type="file"]').setInputFiles({ name: 'start.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    const banner = page.locator('.banner.crawl');
    await banner.getByRole('button', { name: 'Load them' }).click();
    await page.locator('.banner.crawl[data-state="done"]').waitFor();
    const wanted = all.map(([, become]) => become).filter((become) => become.startsWith('/'));
    assert.deepEqual([...new Set(server.asked.map(({ target }) => target))].sort(), wanted.sort());
    assert.ok(server.asked.every(({ isElsewhere }) => !isElsewhere), 'nothing goes to another origin');
    await banner.getByRole('button', { name: 'Show each address' }).click();
    const lines = await page.locator('.crawl-line').allInnerTexts();
    for (const words of new Set(all.map(([, become]) => become).filter((become) => !become.startsWith('/')))) {
      assert.ok(lines.some((line) => line.includes(words)), `${words} in ${lines.join(' | ')}`);
    }
    await assertAccessible(page);
  });
}
