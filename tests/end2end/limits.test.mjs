// The attributes that bound what the element does: how much it draws and reads, how often and with what it asks,
// and what it may ask at all. Each at start, at run time, and taken away.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documents, row } from './support/portal.mjs';
import { serve } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const both = [documents.customization, documents.manifest];

/** A release of a file, whose links are relative to nowhere but `base-url`. */
const linked = (id, names) =>
  JSON.stringify({
    id, version: '1.0.0', revision: '0', released_at: '2024-01-01T00:00:00Z', packaging_type: 'HELM_CHART',
    product: { key: id, name: `Release ${id}` },
    _links: { self: { href: `/v1/r/${id}` }, dependencies: names.map((name) => ({ href: `/v1/r/${name}` })), dependants: [] },
  });

/** A fetcher that notes what it is asked and gives a release for every address. */
const answering = {
  before: (page) =>
    page.addInitScript(() => {
      globalThis.asked = [];
      globalThis.fetcher = async ({ url, credentials }) => {
        globalThis.asked.push({ url, credentials });
        const id = url.split('/').at(-1);
        return new Response(JSON.stringify({ id, version: '1.0.0', product: { key: id, name: id }, _links: { self: { href: url }, dependencies: [], dependants: [] } }));
      };
    }),
};

const banner = (page, state) => page.locator(`.banner.crawl[data-state="${state}"]`);

// ---- How much is drawn --------------------------------------------------------------------

row('max-nodes is how many nodes are drawn first, at start, at run time and taken away', async (page) => {
  const counts = await page.evaluate(async (both) => {
    const element = await globalThis.add({ view: 'graph', 'max-nodes': '7' }, { documents: both });
    await globalThis.loaded();
    const drawn = async () => JSON.parse(await (await element.exportAs('json', { scope: 'drawn' })).text()).nodes.length;
    const until = async (isSo) => {
      for (let round = 0; round < 200; round += 1) {
        const count = await drawn();
        if (isSo(count)) return count;
        await new Promise((done) => setTimeout(done, 25));
      }
      return drawn();
    };
    const start = await until((count) => count === 7);
    element.setAttribute('max-nodes', '11');
    const set = await until((count) => count === 11);
    element.removeAttribute('max-nodes');
    const all = JSON.parse(await (await element.exportAs('json', { scope: 'all' })).text()).nodes.length;
    return { start, set, all, after: await until((count) => count > 11) };
  }, both);
  assert.deepEqual([counts.start, counts.set], [7, 11]);
  assert.ok(counts.all > 11 && counts.after > 11, JSON.stringify(counts));
});

// ---- How much is asked --------------------------------------------------------------------

row('max-requests is how many requests following links takes without a click; base-url is where they go', async (page) => {
  await page.evaluate(async (document) => {
    await globalThis.add({ 'max-requests': '2', 'base-url': 'https://api.example/gate/' }, { fetcher: globalThis.fetcher, documents: [document] });
    await globalThis.loaded();
  }, linked('0', ['1', '2', '3', '4', '5']));
  await banner(page, 'planned').getByRole('button', { name: 'Load them' }).click();
  await banner(page, 'budget').waitFor();
  const asked = () => page.evaluate(() => globalThis.asked.map(({ url }) => url));
  const first = await asked();
  assert.equal(first.length, 2);
  for (const url of first) {
    assert.match(url, /^https:\/\/api\.example\/gate\/v1\/r\/[1-5]$/);
  }
  await banner(page, 'budget').getByRole('button', { name: 'Load the next 2' }).click();
  await page.waitForFunction(() => globalThis.asked.length === 4);
}, answering);

row('max-requests and base-url hold for a document that is open already', async (page) => {
  await page.evaluate(async (document) => {
    const element = await globalThis.add({ 'base-url': 'https://api.example/' }, { fetcher: globalThis.fetcher, documents: [document] });
    await globalThis.loaded();
    element.setAttribute('max-requests', '1');
  }, linked('0', ['1', '2', '3']));
  await banner(page, 'planned').getByText('After 1 request').waitFor();
  await banner(page, 'planned').getByRole('button', { name: 'Load them' }).click();
  await banner(page, 'budget').waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.asked.length), 1);
}, answering);

row('without base-url a relative link of a file is followed nowhere', async (page) => {
  const asked = await page.evaluate(async (document) => {
    const element = await globalThis.add({}, { fetcher: globalThis.fetcher, documents: [document] });
    await globalThis.loaded();
    element.setAttribute('base-url', 'nonsense://x');
    const error = await globalThis.until(() => globalThis.told('error')[0]);
    return { asked: globalThis.asked, name: error.detail.name };
  }, linked('0', ['1']));
  assert.deepEqual(asked, { asked: [], name: 'base-url' });
}, answering);

for (const [text, kind] of [['100', 'too-big'], ['1 kB', 'too-big'], ['64 MB', null]]) {
  row(`max-bytes="${text}" ${kind ? 'refuses a larger document and says so' : 'lets it in'}`, async (page, { api }) => {
    const told = await page.evaluate(async ({ api, text }) => {
      await globalThis.add({ 'max-bytes': text, src: `${api}/customization` });
      const { detail } = await globalThis.until(() => globalThis.told('error')[0] ?? globalThis.told('load')[0]);
      return detail.kind ?? null;
    }, { api: api.origin, text });
    assert.equal(told, kind);
  });
}

row('max-bytes holds at run time for what is asked from then on', async (page, { api }) => {
  const told = await page.evaluate(async (api) => {
    const element = await globalThis.add({ src: `${api}/customization` });
    await globalThis.loaded();
    element.setAttribute('max-bytes', '100');
    element.setAttribute('manifest-src', `${api}/manifest`);
    const refused = (await globalThis.until(() => globalThis.told('error')[0])).detail.kind;
    element.removeAttribute('max-bytes');
    element.removeAttribute('manifest-src');
    element.setAttribute('manifest-src', `${api}/manifest`);
    await globalThis.until(() => globalThis.told('load').at(-1).detail.total === 2);
    return refused;
  }, api.origin);
  assert.equal(told, 'too-big');
});

// ---- Whether anything is asked ------------------------------------------------------------

row('offline forbids the fetcher, following links, refreshing and the sample, and taken away all of it works', async (page) => {
  await page.evaluate(async (document) => {
    const { add, until, told } = globalThis;
    globalThis.getToken = async () => { globalThis.asked.push('token'); return 'x'; };
    const element = await add({ offline: '', src: '/a.json', 'base-url': 'https://api.example/' }, { fetcher: globalThis.fetcher, getToken: globalThis.getToken, documents: [document] });
    await until(() => told('error').length === 1 && told('load').length === 1);
    await element.refresh();
    element.setAttribute('src', '/b.json');
    await until(() => told('error').length === 2);
  }, linked('0', ['1', '2']));
  await banner(page, 'planned').getByRole('button', { name: 'Load them' }).click();
  await banner(page, 'done').waitFor();
  await page.locator('.brand').click();
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.waitForFunction(() => globalThis.told('error').length >= 3);
  const seen = await page.evaluate(() => ({ asked: globalThis.asked, kinds: [...new Set(globalThis.told('error').map(({ detail }) => detail.kind))] }));
  assert.deepEqual(seen, { asked: [], kinds: ['withheld'] });
  await page.evaluate(() => {
    const element = document.querySelector('release-atlas');
    element.removeAttribute('offline');
    element.setAttribute('src', '/c.json');
  });
  await page.waitForFunction(() => globalThis.asked.some(({ url }) => url?.endsWith('/c.json')));
}, answering);

row('offline that is set while something loads ends it, and a crawl cannot be resumed past it', async (page) => {
  await page.evaluate(async (document) => {
    const hanging = () => { globalThis.asked.push('hangs'); return new Promise(() => {}); };
    const element = await globalThis.add({ 'base-url': 'https://api.example/' }, { fetcher: hanging, documents: [document] });
    await globalThis.loaded();
    globalThis.element = element;
  }, linked('0', ['1', '2', '3']));
  await banner(page, 'planned').getByRole('button', { name: 'Load them' }).click();
  await page.waitForFunction(() => globalThis.asked.length === 3);
  await page.evaluate(() => globalThis.element.setAttribute('offline', ''));
  await banner(page, 'stopped').getByRole('button', { name: 'Resume' }).click();
  await banner(page, 'done').waitFor();
  assert.equal(await page.evaluate(() => globalThis.asked.length), 3, 'nothing is asked after that');
}, answering);

// ---- With what it is asked ----------------------------------------------------------------

const withCookies = { omit: [false, false], 'same-origin': [true, false], include: [true, true] };

for (const [word, [own, other]] of Object.entries({ ...withCookies, 'nothing said': [false, false] })) {
  test(`credentials: ${word} ${own ? 'sends' : 'keeps'} the cookies of the page's own origin and ${other ? 'sends' : 'keeps'} those of another`, async (t) => {
    let page;
    const cors = () => ({ 'access-control-allow-origin': new URL(page).origin, 'access-control-allow-credentials': 'true', 'content-type': 'application/json' });
    const api = await serve(t, { folder: null, policy: null, replace: (path) => (path === '/manifest' ? { headers: cors(), body: documents.manifest } : undefined) });
    const attribute = word in withCookies ? `credentials="${word}"` : '';
    const site = await serve(t, {
      policy: null,
      replace: (path) => (path === '/portal.html'
        ? { body: `<!doctype html><html lang="en"><title>Portal</title><script type="module" src="release-atlas.js"></script>
            <release-atlas ${attribute} src="sample/customization.json" manifest-src="${api.origin}/manifest"></release-atlas></html>` }
        : undefined),
    });
    page = site.url('portal.html');
    const opened = await visit(t, page, {
      origins: [api.origin],
      before: (page) => page.context().addCookies([{ name: 'session', value: '1', url: site.origin }]),
    });
    await opened.locator('release-atlas').getByText('HIT').first().waitFor();
    const cookie = (asked, path) => asked.filter(({ url }) => url === path).map(({ headers }) => 'cookie' in headers);
    assert.deepEqual(cookie(site.asked, '/sample/customization.json'), [own]);
    assert.deepEqual(cookie(api.asked, '/manifest'), [other]);
  });
}

row('credentials that change at run time hold for the next request, those of a crawl among them', async (page) => {
  await page.evaluate(async (document) => {
    const element = await globalThis.add({ src: '/a.json', 'base-url': 'https://api.example/' }, { fetcher: globalThis.fetcher, documents: [document] });
    await globalThis.until(() => globalThis.asked.length === 1 && globalThis.told('load').length > 0);
    element.setAttribute('credentials', 'include');
  }, linked('0', ['1', '2']));
  await banner(page, 'planned').getByRole('button', { name: 'Load them' }).click();
  await page.waitForFunction(() => globalThis.asked.length === 3);
  const sent = await page.evaluate(() => globalThis.asked.map(({ credentials }) => credentials));
  assert.deepEqual(sent, ['omit', 'include', 'include']);
}, answering);

row('a token that cannot be sent is named in an event, on the page and at the question, and never shown', async (page, { api }) => {
  await page.evaluate((api) => globalThis.add({ src: `${api}/manifest` }, { getToken: async () => 'half a\nsecret' }), api.origin);
  const dialog = page.locator('dialog.sign-in[open]');
  await dialog.getByText('The page around this viewer was asked first').waitFor();
  const error = await page.evaluate(() => globalThis.told('error').find(({ detail }) => detail.name === 'getToken').detail);
  assert.deepEqual([error.kind, error.version], ['property', 1]);
  assert.match(error.message, /getToken is “a text with spaces, line breaks or the like”; it has to give a token/);
  assert.ok(!(await page.locator('release-atlas').innerText()).includes('secret'));
  await dialog.getByLabel('Token').fill('whole');
  await dialog.getByRole('button', { name: 'Use it and ask again' }).click();
  await page.waitForFunction(() => globalThis.told('load').length > 0);
}, { token: 'whole', expect: { console: [/401/] } });

for (const [given, said] of [['number', /a value that is no text/], ['failure', /a failure: the vault is shut/]]) {
  row(`a getToken that gives a ${given} is named, and the person is asked`, async (page, { api }) => {
    await page.evaluate(({ api, given }) => {
      const gives = { number: () => 7, failure: async () => { throw new Error('the vault is shut'); } };
      return globalThis.add({ src: `${api}/manifest` }, { getToken: gives[given] });
    }, { api: api.origin, given });
    await page.locator('dialog.sign-in[open]').waitFor();
    const { message } = await page.evaluate(() => globalThis.told('error').find(({ detail }) => detail.name === 'getToken').detail);
    assert.match(message, said);
  }, { token: 'whole', expect: { console: [/401/] } });
}

row('another origin is not asked for its sample twice: where the sample is not published, the page says so once', async (page) => {
  await page.evaluate(() => globalThis.add({ chrome: 'full' }));
  await page.locator('.brand').click();
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByText('was published without its sample').waitFor();
  assert.equal(await page.locator('.fault').count(), 1);
}, { hasSample: false, expect: { console: [/404/] } });

