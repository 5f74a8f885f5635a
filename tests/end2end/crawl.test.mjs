// Following links from the page: what it costs is said before anything is sent, the bounds hold whatever a
// server does, and every failure stands at its own place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { askOf, groups, serveFaults } from './support/faults.mjs';
import { release } from './support/faults/wire.mjs';
import { allow, serve, strictPolicy } from './support/site.mjs';
import { picture, visit } from './support/visit.mjs';

const token = 'crawl-token-1234567890';
const noise = [/Failed to load resource/, /CORS policy/, /net::ERR/, /Content Security Policy/];

/** The viewer beside a fault server that its policy allows to be asked. */
async function open(t, context = {}) {
  const server = await serveFaults(t, { document: '{}' });
  const site = await serve(t, { policy: allow(strictPolicy, 'connect-src', server.origin, server.elsewhere) });
  const page = await visit(t, site.url(), {
    origins: [server.origin],
    expect: { console: noise },
    context: { viewport: { width: 1280, height: 800 }, ...context },
  });
  await page.settled();
  await page.locator('.board-row').first().waitFor();
  await page.getByRole('button', { name: 'Open your own documents' }).click();
  return { server, site, page };
}

const field = (page) => page.locator('.way form input');
const banner = (page) => page.locator('.banner.crawl');
const button = (page, name) => banner(page).getByRole('button', { name });

/** Opens a document by its address; true if its links are offered to be followed. */
async function openAddress(page, address) {
  if (!(await field(page).count())) {
    await page.locator('.brand').click();
  }
  await field(page).fill(address);
  await field(page).press('Enter');
  // What holds nothing to judge stays on the start page, and is named there.
  await page.locator('.views [aria-current="page"]:not(:first-child), .loaded-row .strange').first().waitFor();
  await page.waitForTimeout(200);
  return (await banner(page).count()) > 0;
}

/** Waits until a crawl came to rest; gives its state. */
async function rest(page, states = 'done|budget|sign-in|too-many|stopped', timeout = 60_000) {
  const wanted = states.split('|').map((state) => `.banner.crawl[data-state="${state}"]`).join(', ');
  await page.locator(wanted).waitFor({ timeout });
  return banner(page).getAttribute('data-state');
}

/** Shows what is known of a release. */
async function select(page, id) {
  const hash = `#/releases?item=release/${id}`;
  await page.evaluate((hash) => { location.hash = hash; }, hash);
  const panel = page.locator('.panel');
  await panel.locator('.panel-id').filter({ hasText: id }).waitFor();
  return panel;
}

test('the sample: the cost is said first, nothing is sent before Start, and what comes joins the graph', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url(), { context: { viewport: { width: 1280, height: 800 } } });
  await page.settled();
  await banner(page).waitFor();
  const followed = () => site.asked.filter(({ url }) => url.includes('/sample/v1/'));
  assert.match(await banner(page).innerText(), /1 release is named but not loaded\s+1 request to 127\.0\.0\.1/);
  assert.equal(followed().length, 0);
  await assertAccessible(page);
  await picture(page, 'crawl-planned');
  await button(page, 'Load it').click();
  assert.equal(await rest(page), 'done');
  assert.match(await banner(page).innerText(), /2 answers were loaded/);
  assert.equal(followed().length, 2, 'the answer named one more');
  const panel = await select(page, '6ab016dc8d6bbc2aed79e3a6');
  assert.match(await panel.innerText(), /Prometheus Operator CRDs[\s\S]*kubectl/);
  await button(page, 'Show each address').click();
  assert.equal(await page.locator('.crawl-line').count(), 2);
  await assertAccessible(page);
  await picture(page, 'crawl-done');
  await page.getByRole('button', { name: 'Put this away' }).click();
  await banner(page).waitFor({ state: 'detached' });
  await page.locator('.brand').click();
  await banner(page).waitFor();
  assert.match(await page.locator('.loaded').innerText(), /2 documents loaded by following links/);
  await page.getByRole('button', { name: 'Close all that was loaded' }).click();
  await page.locator('.loaded').getByText('by following').waitFor({ state: 'detached' });
});

/** Rows whose end is looked at one by one below. */
const apart = ['crawl-hangs', 'crawl-storm-of-401', 'crawl-storm-of-429', 'crawl-needs-a-token', 'crawl-passing-503'];

test('every way to lead a crawl astray ends within its bounds', { timeout: 300_000 }, async (t) => {
  const { server, page } = await open(t);
  const wrong = [];
  for (const [name, row] of Object.entries(groups.crawls).filter(([name]) => !apart.includes(name))) {
    if (await openAddress(page, server.url(name))) {
      assert.equal(server.requests(name).length, 1, `${name}: nothing is sent before Start`);
      const start = button(page, /^Load (it|them)$/);
      if (await start.isVisible()) {
        await start.click();
        await rest(page);
      }
    }
    const asked = server.requests(name).map(({ target }) => target);
    if (asked.length > row.most) {
      wrong.push(`${name}: ${asked.length} requests, at most ${row.most} expected`);
    }
    if (new Set(asked).size !== asked.length) {
      wrong.push(`${name}: an address was asked for twice`);
    }
    await page.locator('.brand').click();
    while (await page.locator('.loaded-row').count()) {
      await page.locator('.loaded-row').last().getByRole('button').last().click();
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(server.peak() <= 6, `${server.peak()} requests at a time`);
  assert.ok(server.asked.every(({ isElsewhere, headers }) => !isElsewhere && !('authorization' in headers)));
});

test('the budget is 300 requests; the next 300 take a click', { timeout: 300_000 }, async (t) => {
  const { server, page } = await open(t);
  await openAddress(page, server.url('crawl-5000-neighbours'));
  assert.match(await banner(page).innerText(), /About 5,000 requests[\s\S]*After 300 requests it stops and asks/);
  await button(page, 'Load them').click();
  assert.equal(await rest(page), 'budget');
  assert.equal(server.requests('crawl-5000-neighbours').length, 301);
  assert.match(await banner(page).innerText(), /300 requests were sent; 4,700 more are named/);
  await assertAccessible(page);
  await picture(page, 'crawl-budget');
  const graphs = await page.evaluate(() => performance.getEntriesByName('atlas:graph').length);
  assert.ok(graphs < 40, `the graph was made ${graphs} times for 300 answers`);
  await button(page, 'Load the next 300').click();
  await page.waitForTimeout(300);
  await rest(page, 'budget');
  assert.equal(server.requests('crawl-5000-neighbours').length, 601);
});

/** Twenty releases on the viewer's own host, which answer when the gate is open. */
function behindAGate() {
  const asked = [];
  const gate = { wait: Promise.resolve(), open: () => {} };
  gate.close = () => { gate.wait = new Promise((open) => { gate.open = open; }); };
  const replace = async (at) => {
    const id = at.match(/^\/api\/r\/(\d+)$/)?.[1];
    if (id === undefined) return undefined;
    if (id !== '0') {
      asked.push(id);
      await gate.wait;
    }
    const dependencies = id === '0' ? Array.from({ length: 20 }, (_, index) => String(index + 1)) : [];
    return { headers: { 'content-type': 'application/json' }, body: release('api', id, { dependencies }) };
  };
  return { asked, gate, replace };
}

const until = async (holds) => {
  for (let time = 0; time < 600 && !holds(); time++) await new Promise((done) => { setTimeout(done, 50); });
  assert.ok(holds());
};

test('pause lets what is under way finish, stop ends it, resume goes on, and nothing is lost', async (t) => {
  const { asked, gate, replace } = behindAGate();
  const site = await serve(t, { replace });
  const page = await visit(t, site.url(), { expect: { console: noise } });
  await page.settled();
  await page.getByRole('button', { name: 'Open your own documents' }).click();
  await openAddress(page, site.url('api/r/0'));
  gate.close();
  await button(page, 'Load them').click();
  await until(() => asked.length === 6);
  await button(page, 'Pause').click();
  await rest(page, 'paused');
  gate.open();
  await banner(page).getByText('6 loaded').waitFor();
  assert.equal(asked.length, 6, 'nothing new is sent');
  gate.close();
  await button(page, 'Resume').click();
  await until(() => asked.length === 12);
  await button(page, 'Stop').click();
  await rest(page, 'stopped');
  gate.open();
  await page.waitForTimeout(300);
  assert.match(await banner(page).innerText(), /6 loaded/, 'what was stopped is not taken in late');
  await button(page, 'Resume').click();
  assert.equal(await rest(page, 'done'), 'done');
  assert.match(await banner(page).innerText(), /20 answers were loaded/);
  assert.equal(asked.length, 26, 'only the six that were stopped are asked for twice');
});

test('of a crawl that half fails, each failure stands at its own release with its reason, and can be retried there', async (t) => {
  const { server, page } = await open(t);
  const name = 'crawl-half-of-it-fails';
  await openAddress(page, server.url(name));
  await button(page, 'Load them').click();
  await rest(page, 'done');
  assert.match(await banner(page).innerText(), /10 answers were loaded from .*, 10 could not be loaded/);
  const address = `${server.origin}/${name}/r/7`;
  const panel = await select(page, address);
  await panel.locator('.errand.is-failed').waitFor();
  assert.match(await panel.locator('.errand').innerText(), /It could not be loaded: Not there · status 404/);
  await assertAccessible(page);
  assert.equal(await page.locator('.table-row').filter({ hasText: 'Load failed' }).count(), 10);
  await picture(page, 'crawl-failed-at-its-node');
  const before = server.requests(name).length;
  await panel.getByRole('button', { name: 'Retry' }).click();
  await page.waitForTimeout(800);
  assert.equal(server.requests(name).length, before + 1, 'that one alone is asked for again');
  await button(page, 'Retry 10 failed').click();
  await page.waitForTimeout(800);
  assert.equal(server.requests(name).length, before + 11);
});

test('a release that waits can be loaded alone, from its panel', async (t) => {
  const { server, page } = await open(t);
  const name = 'crawl-slow-and-fast';
  await openAddress(page, server.url(name));
  const panel = await select(page, `${server.origin}/${name}/r/20`);
  assert.match(await panel.locator('.errand').innerText(), /Not loaded yet/);
  await panel.locator('.errand').getByRole('button', { name: 'Load it' }).click();
  await rest(page, 'budget');
  assert.deepEqual(server.requests(name).map(({ target }) => target), [`/${name}/r/0`, `/${name}/r/20`]);
});

test('a storm of 401 asks once; the token goes to its origin alone, and the crawl goes on', async (t) => {
  const { server, site, page } = await open(t);
  const name = 'crawl-needs-a-token';
  await openAddress(page, server.url(name));
  await button(page, 'Load them').click();
  const dialog = page.locator('dialog[open].sign-in');
  await dialog.waitFor();
  const refused = server.requests(name).length;
  assert.ok(refused <= 7, `${refused} requests before the question`);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.waitForTimeout(500);
  assert.equal(await page.locator('dialog[open]').count(), 0, 'it is not asked again by itself');
  assert.equal(server.requests(name).length, refused);
  assert.equal(await rest(page), 'sign-in');
  await button(page, 'Enter a token').click();
  await dialog.locator('input').fill(token);
  await dialog.getByRole('button', { name: 'Use it and ask again' }).click();
  assert.equal(await rest(page, 'done'), 'done');
  assert.match(await banner(page).innerText(), /50 answers were loaded/);
  const sent = server.asked.filter(({ headers }) => 'authorization' in headers);
  assert.equal(sent.filter(({ method }) => method === 'GET').length, 50);
  assert.ok(sent.every(({ isElsewhere, headers }) => !isElsewhere && headers.authorization === `Bearer ${token}`));
  assert.ok(site.asked.every(({ headers }) => !('authorization' in headers)));
  assert.ok(!(await page.locator('release-atlas').innerText()).includes(token));
});

test('“too many requests” is obeyed as long as it says, and in the end the crawl stops', { timeout: 60_000 }, async (t) => {
  const { server, page } = await open(t);
  await openAddress(page, server.url('crawl-storm-of-429'));
  await button(page, 'Load them').click();
  await rest(page, 'waiting');
  assert.match(await banner(page).innerText(), /asks to wait[\s\S]*It goes on by itself in/);
  assert.equal(await rest(page, 'too-many'), 'too-many');
  assert.ok(server.requests('crawl-storm-of-429').length <= 30);
});

test('what fails and passes is asked for again by itself', { timeout: 60_000 }, async (t) => {
  const { server, page } = await open(t);
  await openAddress(page, server.url('crawl-passing-503'));
  await button(page, 'Load them').click();
  assert.equal(await rest(page, 'done'), 'done');
  assert.match(await banner(page).innerText(), /5 answers were loaded/);
  assert.equal(server.requests('crawl-passing-503').length, 11);
});

test('related releases can be asked for within each answer, which saves the other requests', async (t) => {
  const one = (id, more) => release('api', id, more);
  const path = '/api/v1/catalogs/c/releases';
  const site = await serve(t, {
    replace: (at, _, request) => {
      const { searchParams, pathname } = new URL(request.url, 'http://site');
      const id = pathname.startsWith(`${path}/`) ? pathname.slice(path.length + 1) : null;
      if (id === null) return undefined;
      const links = ['1', '2', '3', '4'].map((other) => `${path}/${other}`);
      const whole = { more: { dependencies: ['1', '2', '3', '4'].map((other) => JSON.parse(one(other).replaceAll('/api/r/', `${path}/`))) } };
      const body = id === '0' ? one('0', searchParams.get('expand_relationships') === 'true' ? whole : { dependencies: links }) : one(id);
      return { headers: { 'content-type': 'application/json' }, body: body.replaceAll('/api/r/', `${path}/`) };
    },
  });
  const page = await visit(t, site.url());
  await page.settled();
  await page.getByRole('button', { name: 'Open your own documents' }).click();
  await openAddress(page, site.url(`${path}/0`));
  await banner(page).getByRole('checkbox').click();
  await banner(page).waitFor({ state: 'detached' });
  const asked = site.asked.filter(({ url }) => url.startsWith(path)).map(({ url }) => url);
  assert.deepEqual(asked, [`${path}/0`, `${path}/0?expand_relationships=true`]);
});

test('pages are read whole, with counts', async (t) => {
  const { server, page } = await open(t);
  await openAddress(page, server.url('pages-of-a-catalogue'));
  assert.match(await banner(page).innerText(), /20 of 250 entries of a list/);
  await button(page, 'Load them').click();
  await rest(page, 'done');
  assert.equal(server.requests('pages-of-a-catalogue').length, 13);
  await page.locator('.views').getByRole('link', { name: 'Releases', exact: true }).click();
  assert.match(await page.locator('.table-foot').innerText(), /250 of 250/);
});

test('a refresh keeps the old answer on screen until the new one is there, and says when it fails', async (t) => {
  let state = 'old';
  const site = await serve(t, {
    replace: (at) => {
      if (at !== '/api/one.json') return undefined;
      return state === 'gone' ? { status: 500, body: '{"title":"broken"}' } : { body: release('api', 'r1', { more: { product: { key: 'x', name: `Name ${state}` } } }) };
    },
  });
  const page = await visit(t, site.url(), { expect: { console: noise } });
  await page.settled();
  await page.getByRole('button', { name: 'Open your own documents' }).click();
  await openAddress(page, site.url('api/one.json'));
  const name = page.locator('.board-row').filter({ hasText: /Name/ });
  await name.filter({ hasText: 'Name old' }).waitFor();
  const refresh = async () => {
    await page.locator('.brand').click();
    await page.locator('.loaded-row').getByRole('button', { name: 'Ask for it again' }).click();
  };
  state = 'gone';
  await refresh();
  const message = page.locator('.start .fault');
  await message.waitFor({ timeout: 20_000 });
  assert.match(await message.innerText(), /The former answer stays on screen/);
  assert.equal(await page.locator('.loaded-row').count(), 1);
  state = 'new';
  await message.getByRole('button', { name: 'Retry' }).click();
  await message.waitFor({ state: 'detached' });
  await page.locator('.views').getByRole('link', { name: 'Verdicts' }).click();
  await name.filter({ hasText: 'Name new' }).waitFor();
  assert.equal(await page.locator('.board-row').count(), 1);
});

test('without a network what is open stays, and loading goes on when it is back', async (t) => {
  const { server, page } = await open(t);
  const name = 'crawl-slow-and-fast';
  await openAddress(page, server.url(name));
  await button(page, 'Load them').click();
  await page.context().setOffline(true);
  await page.locator('.banner.offline').waitFor();
  assert.ok((await page.locator('.board-row').count()) > 0);
  await assertAccessible(page);
  await page.context().setOffline(false);
  await page.locator('.banner.offline').waitFor({ state: 'detached' });
  assert.equal(await rest(page, 'done'), 'done');
  assert.match(await banner(page).innerText(), /20 answers were loaded/);
});

/** A catalogue on the viewer's own host: 130 customizations on two pages, for whoever has the token. */
function catalogue(asked) {
  return (at, _, request) => {
    const { searchParams, pathname } = new URL(request.url, 'http://site');
    if (!pathname.startsWith('/api/v1/')) return undefined;
    asked.push({ url: request.url, token: request.headers.authorization });
    if (request.headers.authorization !== `Bearer ${token}`) return { status: 401, body: '{"title":"Unauthorized"}' };
    const headers = { 'content-type': 'application/json' };
    const one = (number) => ({ id: `c${number}`, name: `policy-${number}`, version: 'v1', status: 'CREATED', filter: {}, failed_releases: [], pending_releases: [], succeeded_releases: [] });
    const id = pathname.match(/\/customizations\/c(\d+)$/)?.[1];
    if (id) return { headers, body: JSON.stringify(one(id)) };
    if (pathname.endsWith('/manifests')) return { headers, body: JSON.stringify({ version: 1, sequenceNumber: 7, releases: [], recalledBundles: [{ recalledBundleIds: ['b-1'], replacementBundleIds: [], replacementBundleStatus: 'NONE' }] }) };
    const page = Number(searchParams.get('page'));
    const items = Array.from({ length: page === 1 ? 100 : 30 }, (_, at) => one((page - 1) * 100 + at));
    return { headers, body: JSON.stringify({ page, page_size: 100, total_size: 130, total_pages: 2, items }) };
  };
}

test('a service is opened by its base address and token, and a document chosen from its list', async (t) => {
  const asked = [];
  const site = await serve(t, { replace: catalogue(asked) });
  for (const [width, colorScheme] of [[1280, 'light'], [400, 'dark']]) {
    const page = await visit(t, site.url(), { expect: { console: noise }, context: { viewport: { width, height: 900 }, colorScheme } });
    await page.settled();
    await page.getByRole('button', { name: 'Open your own documents' }).click();
    const card = page.locator('.preset-catalog');
    await card.getByRole('button', { name: 'List customizations' }).click();
    await card.getByText('Enter the base address').waitFor();
    await card.getByLabel('Base address').fill(site.url('api/v1/'));
    await card.getByLabel('Id of the catalogue').fill('cat 1');
    assert.equal(await card.getByLabel('Access token').getAttribute('type'), 'password');
    await card.getByLabel('Access token').fill(`Bearer ${token}`);
    await card.getByRole('button', { name: 'List customizations' }).click();
    await card.getByText('130 of 130 entries').waitFor();
    assert.equal(await card.getByLabel('Access token').inputValue(), '', 'the field is emptied');
    assert.deepEqual(asked.splice(0).map(({ url }) => url), [1, 2].map((page) => `/api/v1/catalogs/cat%201/customizations?page=${page}&page_size=100`));
    await card.getByRole('searchbox').fill('policy-117');
    assert.equal(await card.locator('.preset-entry').count(), 1);
    await assertAccessible(page);
    await picture(page, `preset-${width}-${colorScheme}`);
    await card.locator('.preset-entry').click();
    await page.locator('.board-row').filter({ hasText: 'policy-117' }).waitFor();
    assert.equal(asked.at(-1).url, '/api/v1/catalogs/cat%201/customizations/c117');
    assert.equal(asked.at(-1).token, `Bearer ${token}`);
    asked.splice(0);
  }
});

test('a token is dropped when the base names another origin', async (t) => {
  const asked = [];
  const site = await serve(t, { replace: catalogue(asked) });
  const page = await visit(t, site.url(), { expect: { console: noise } });
  await page.settled();
  await page.getByRole('button', { name: 'Open your own documents' }).click();
  const card = page.locator('.preset-foundation');
  await card.getByLabel('Base address').fill(site.url('api'));
  await card.getByLabel('Access token').fill(token);
  await card.getByRole('button', { name: 'Open the manifest' }).click();
  await page.locator('.board-row').filter({ hasText: 'b-1' }).waitFor();
  assert.equal(asked.at(-1).token, `Bearer ${token}`);
  await page.locator('.brand').click();
  await card.getByLabel('Base address').fill(site.url('api'));
  await card.getByLabel('Access token').fill(token);
  await card.getByRole('button', { name: 'List its releases' }).click();
  await card.getByText(/A token for .* is held in memory/).waitFor();
  await card.getByLabel('Base address').fill('https://elsewhere.example');
  await card.getByLabel('Base address').press('Tab');
  await card.getByText(/A token for/).waitFor({ state: 'detached' });
  await card.getByLabel('Base address').fill(site.url('api'));
  await card.getByRole('button', { name: 'Open the manifest' }).click();
  await page.locator('dialog[open].sign-in').waitFor();
  assert.equal(asked.at(-1).token, undefined, 'it was forgotten');
});

test('the table of crawls is whole', () => {
  assert.ok(apart.every((name) => name in groups.crawls));
  assert.equal(askOf({ target: '/crawl-cycle/r/0' }).name, 'crawl-cycle');
});
