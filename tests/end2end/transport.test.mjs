// The viewer against a server that breaks the rules: whatever it sends, the message of its class is shown,
// nothing is sent elsewhere, and the page goes on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { faults, groups, serveFaults, shows } from './support/faults.mjs';
import { allow, serve, strictPolicy } from './support/site.mjs';
import { picture, visit } from './support/visit.mjs';

const document = JSON.stringify({ id: 'a1', version: '1.0.0', name: 'sample', status: 'AVAILABLE', _links: { self: { href: '/none/a1' } } });
const token = 'fault-token-1234567890';

/** What says nothing within a second, or sends for ever, is for the tests of the limits; what needs a token
 * is no fault without one. */
const isLeftOut = ([, row]) => row.needsToken === true || row.limits === true || shows(row).includes('timeout') || shows(row).includes('too-big');

/** The viewer beside a fault server that its policy allows to be asked. */
async function open(t, { query = '' } = {}) {
  const server = await serveFaults(t, { document });
  const site = await serve(t, { policy: allow(strictPolicy, 'connect-src', server.origin, server.elsewhere) });
  const page = await visit(t, site.url(query), {
    origins: [server.origin],
    // What the browser itself says about a failed request.
    expect: {
      console: [/Failed to load resource/, /CORS policy/, /net::ERR/, /Content Security Policy/, /Mixed Content/],
      // The browser lists a redirect to a script as a request, and refuses it.
      requests: [new RegExp(server.elsewhere), /^GET javascript:alert\(1\)$/],
      violations: [/connect-src/],
    },
    context: { viewport: { width: 1280, height: 800 } },
  });
  await page.settled();
  await page.locator('.board-row').first().waitFor();
  return { server, site, page };
}

const field = (page) => page.locator('.way form input');

/** Asks for an address on the start page, and waits until it was had or was not. */
async function ask(page, address) {
  if (!(await field(page).count())) {
    await page.locator('.brand').click();
  }
  // What was read and holds nothing to judge stays on the start page, named among the documents.
  const strange = await page.locator('.loaded-row .strange').count();
  await field(page).fill(address);
  await field(page).press('Enter');
  const outcome = page.locator(`.fault, dialog[open].sign-in, .views [aria-current="page"]:not(:first-child), :nth-match(.loaded-row .strange, ${strange + 1})`).first();
  await outcome.waitFor({ timeout: 20_000 });
}

/** The class of the message that is shown, or none; then all is put away. */
async function outcome(page) {
  const dialog = page.locator('dialog[open].sign-in');
  if (await dialog.count()) {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
  const message = page.locator('.start .fault');
  if (!(await message.count())) {
    return 'none';
  }
  const shown = await message.first().getAttribute('data-class');
  assert.ok((await message.first().innerText()).length > 60, 'the message says what to do');
  await message.first().getByRole('button', { name: 'Dismiss' }).click();
  await message.first().waitFor({ state: 'detached' });
  return shown;
}

const tables = ['transport', 'masks', 'statuses', 'documents', 'graphs', 'words', 'recalls'];

for (const table of tables) {
  test(`${table}: every fault ends in the message of its class, and the page goes on`, { timeout: 300_000 }, async (t) => {
    const { server, page } = await open(t);
    const wrong = [];
    for (const [name, row] of Object.entries(groups[table]).filter((entry) => !isLeftOut(entry))) {
      await ask(page, server.url(name));
      const shown = await outcome(page);
      // `partial` and `shape` are documents that are shown with notices.
      const right = shows(row).map((word) => (['partial', 'shape'].includes(word) ? 'none' : word));
      if (!right.includes(shown) && !shows(row).includes(shown)) {
        wrong.push(`${name}: ${shown}, expected ${shows(row).join(' or ')}`);
      }
    }
    assert.deepEqual(wrong, []);
    await page.locator('.brand').click();
    assert.ok(await field(page).isVisible(), 'the page is alive');
    assert.ok(server.asked.every(({ headers }) => !('authorization' in headers) && !('cookie' in headers)), 'nothing secret is sent');
  });
}

test('a token goes to its origin alone, and is asked for once', async (t) => {
  const { server, site, page } = await open(t);
  await ask(page, server.url('sign-in-as-401-json'));
  const dialog = page.locator('dialog[open].sign-in');
  await dialog.waitFor();
  assert.ok((await dialog.innerText()).includes(new URL(server.origin).host));
  assert.equal(await dialog.locator('input').getAttribute('type'), 'password');
  await assertAccessible(page);
  await picture(page, 'sign-in');
  await dialog.locator('input').fill(token);
  await dialog.getByRole('button', { name: 'Use it and ask again' }).click();
  await page.waitForTimeout(300);
  const sent = () => server.asked.filter(({ headers }) => headers.authorization === `Bearer ${token}`);
  assert.ok(sent().length > 0, 'the token was used');
  assert.ok(sent().every(({ isElsewhere }) => !isElsewhere), 'and went nowhere else');
  assert.ok(site.asked.every(({ headers }) => !('authorization' in headers)));
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
  assert.ok(!kept.includes(token), 'it is kept nowhere');
  assert.ok(!(await page.locator('release-atlas').innerText()).includes(token), 'and shown nowhere');
});

test('a failed request names the very header that the server has to send', async (t) => {
  const { page, site } = await open(t);
  await ask(page, 'http://127.0.0.1:9/closed.json');
  const message = page.locator('.start .fault');
  await message.waitFor();
  assert.match(await message.innerText(), new RegExp(`Access-Control-Allow-Origin: ${site.origin}`));
  await assertAccessible(page);
  await picture(page, 'fault-network');
});

test('the strip folds failures, newest first, outside the start page', async (t) => {
  const { server, page } = await open(t);
  for (const name of ['html', 'trailing-comma']) {
    await ask(page, server.url(name));
    await page.locator('.start .fault').first().waitFor();
  }
  await page.locator('.start .fault').nth(1).waitFor();
  await page.locator('.views').getByRole('link', { name: 'Verdicts' }).click();
  const strip = page.locator('.activity-failed');
  assert.match(await strip.locator('> summary').innerText(), /2 documents could not be read.*This is not JSON/s);
  await strip.locator('> summary').click();
  assert.equal(await strip.locator('.fault').count(), 2);
  assert.match(await strip.locator('.fault').first().innerText(), /Line 3, column 1/);
  await assertAccessible(page);
  await picture(page, 'fault-strip');
  await strip.getByRole('button', { name: 'Dismiss all' }).click();
  await strip.waitFor({ state: 'detached' });
});

test('a request that hangs can be stopped, and shows no failure', async (t) => {
  const { server, page } = await open(t);
  await page.locator('.brand').click();
  await field(page).fill(server.url('hangs'));
  await field(page).press('Enter');
  const line = page.locator('.activity-line');
  await line.getByRole('button', { name: 'Stop' }).click();
  await line.waitFor({ state: 'detached' });
  assert.equal(await page.locator('.fault').count(), 0);
});

test('a document of another host that a link names is asked about first', async (t) => {
  const server = await serveFaults(t, { document });
  const site = await serve(t, { policy: allow(strictPolicy, 'connect-src', server.origin) });
  const address = server.url('none');
  const page = await visit(t, site.url(`?src=${encodeURIComponent(address)}`), { origins: [server.origin] });
  await page.settled();
  const question = page.locator('.ask-host');
  await question.waitFor();
  assert.equal(server.asked.length, 0, 'nothing is sent before the answer');
  assert.ok((await question.innerText()).includes(new URL(server.origin).host));
  await assertAccessible(page);
  await question.getByRole('button', { name: /^Load from/ }).click();
  await question.waitFor({ state: 'detached' });
  await page.locator('.loaded-row .strange').waitFor();
  assert.equal(server.requests('none').length, 1);
});

test('the table is whole', () => {
  assert.ok(tables.flatMap((table) => Object.keys(groups[table])).length >= 80);
  assert.ok(Object.keys(faults).length >= 80);
});
