// The contract of the element, row by row of what is documented: each attribute at start and at run time,
// each property, method and event. A row runs in a page of a portal of its own. Limits and requests are in
// limits.test.mjs, files in scopes.test.mjs, behaviour among other things on a page in guest.test.mjs; README.md
// says which test proves which row.

import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.mjs';
import { documents, failed, recalled, replacement, row } from './support/portal.mjs';
import { picture } from './support/visit.mjs';

const both = [documents.customization, documents.manifest];

/** Adds an element and gives its route, once its documents are there. */
const routeOf = (page, attributes) =>
  page.evaluate(async ({ attributes, both }) => {
    const element = await globalThis.add(attributes, { documents: both });
    await globalThis.loaded();
    return element.viewState.route;
  }, { attributes, both });

/** Sets an attribute at run time, then takes it away; gives the routes after each. */
const routesOf = (page, name, value, attributes = {}) =>
  page.evaluate(async ({ name, value, attributes, both }) => {
    const element = await globalThis.add(attributes, { documents: both });
    await globalThis.loaded();
    const before = element.viewState.route;
    element.setAttribute(name, value);
    const set = element.viewState.route;
    element.removeAttribute(name);
    return { before, set, after: element.viewState.route };
  }, { name, value, attributes, both });

// ---- Attributes of the view: at start, at run time, taken away ----------------------------

const views = [
  ['view', 'graph', '#/graph'],
  ['view', 'table', '#/graph?as=table'],
  ['view', 'recalls', '#/recalls'],
  ['view', 'manifest', '#/manifest'],
  ['view', 'why', '#/why'],
  ['view', 'move', '#/move'],
  ['view', 'compare', '#/compare'],
  ['view', 'inventory', '#/inventory'],
  ['view', 'inspect', '#/inspect'],
  ['focus', `release/${failed}`, `#/hit?focus=release/${failed}`],
  ['depth', '4', '#/hit?depth=4'],
  ['direction', 'tb dependants', '#/hit?direction=dependants&flow=tb'],
  ['group', 'registry', '#/hit?group=registry'],
  ['find', 'argo', '#/hit?find=argo'],
  ['hide', 'ok', '#/hit?status=recalled,failed,carrier,failing,load-failed,pending,unknown'],
];

for (const [name, value, route] of views) {
  row(`the attribute ${name}="${value}" holds at start and at run time, and taken away it is the default`, async (page) => {
    const { before, set, after } = await routesOf(page, name, value);
    assert.equal(before, '#/hit', 'without a word the verdicts are shown');
    assert.equal(set, route);
    assert.equal(after, before);
    await page.evaluate(() => { document.querySelector('release-atlas').remove(); globalThis.log.length = 0; });
    assert.equal(await routeOf(page, { [name]: value }), route);
  });
}

row('focus takes a bare id too, once an item with that id is loaded', async (page) => {
  const route = await page.evaluate(async ({ both, failed }) => {
    const element = await globalThis.add({ focus: failed }, { documents: both });
    await globalThis.until(() => element.viewState.focus !== null);
    return element.viewState.focus;
  }, { both, failed });
  assert.deepEqual(route, { kind: 'release', id: failed });
});

row('view="chip" is one line that fits 280 pixels', async (page) => {
  const box = await page.evaluate(async ({ both, recalled }) => {
    document.querySelector('#place').style.inlineSize = '280px';
    const element = await globalThis.add({ view: 'chip', focus: recalled }, { documents: both });
    await globalThis.loaded();
    await globalThis.until(() => element.shadowRoot.querySelector('.verdict-chip.is-hit'));
    const { width, height } = element.getBoundingClientRect();
    return { width, height, text: element.shadowRoot.querySelector('.verdict-chip').innerText };
  }, { both, recalled });
  assert.ok(box.width <= 280 && box.width > 60 && box.height < 44, JSON.stringify(box));
  assert.match(box.text, /HIT/);
  await assertAccessible(page);
  await picture(page, 'chip');
});

// ---- Attributes of sources and limits -----------------------------------------------------

row('src and manifest-src name documents, at start and at run time', async (page, { api }) => {
  const result = await page.evaluate(async (api) => {
    const titles = () => globalThis.told('load').flatMap(({ detail }) => detail.documents.map(({ kind }) => kind));
    const element = await globalThis.add({ src: `${api}/customization`, 'manifest-src': `${api}/manifest` });
    await globalThis.until(() => titles().length === 2);
    element.setAttribute('src', '');
    const left = await globalThis.until(() => element.shadowRoot.querySelectorAll('.board-row').length > 0 && titles());
    return left;
  }, api.origin);
  assert.deepEqual(result, ['customization', 'manifest']);
});

row('offline forbids every request', async (page, { api }) => {
  const message = await page.evaluate(async (api) => {
    await globalThis.add({ offline: '', src: `${api}/customization` });
    return (await globalThis.until(() => globalThis.told('error')[0])).detail.kind;
  }, api.origin);
  assert.equal(message, 'withheld');
  assert.deepEqual(api.asked, []);
});

row('max-bytes refuses what is larger and says so', async (page, { api }) => {
  const kind = await page.evaluate(async (api) => {
    await globalThis.add({ 'max-bytes': '100', src: `${api}/customization` });
    return (await globalThis.until(() => globalThis.told('error')[0])).detail.kind;
  }, api.origin);
  assert.equal(kind, 'too-big');
});

row('readonly leaves no way to open or close a document', async (page) => {
  await page.evaluate(async (both) => {
    await globalThis.add({ readonly: '', view: 'hit' }, { documents: both });
    await globalThis.loaded();
  }, both);
  await page.locator('.brand').click();
  await page.locator('.loaded').waitFor();
  assert.equal(await page.locator('.way').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Close this document' }).count(), 0);
  await page.evaluate(() => document.querySelector('release-atlas').removeAttribute('readonly'));
  await page.locator('.way').first().waitFor();
});

row('credentials are omitted unless the attribute says otherwise', async (page) => {
  const asked = await page.evaluate(async () => {
    const seen = [];
    const fetcher = async (request) => { seen.push(request.credentials); return new Response('{}'); };
    await globalThis.add({ src: '/a.json' }, { fetcher });
    await globalThis.until(() => seen.length === 1);
    await globalThis.add({ src: '/a.json', credentials: 'include' }, { fetcher });
    await globalThis.until(() => seen.length === 2);
    return seen;
  });
  assert.deepEqual(asked, ['omit', 'include']);
});

// ---- Attributes of looks ------------------------------------------------------------------

row('theme and density are changed at run time, the colours follow', async (page) => {
  const shades = await page.evaluate(async () => {
    const element = await globalThis.add({ theme: 'light' });
    const shade = () => getComputedStyle(element).backgroundColor;
    await globalThis.until(() => element.dataset.atlasTheme === 'light');
    const light = shade();
    element.setAttribute('theme', 'dark');
    await globalThis.until(() => element.dataset.atlasTheme === 'dark');
    const dark = shade();
    element.setAttribute('density', 'compact');
    await globalThis.until(() => element.dataset.atlasDensity === 'compact');
    return { light, dark, row: getComputedStyle(element).getPropertyValue('--atlas-row-height') };
  });
  assert.notEqual(shades.light, shades.dark);
  assert.equal(shades.row.trim(), '28px');
});

row('a changed lang draws everything anew in that language', async (page) => {
  await page.evaluate(() => globalThis.add({ lang: 'en' }));
  await page.getByRole('button', { name: 'Verdicts', exact: true }).waitFor();
  await page.evaluate(() => document.querySelector('release-atlas').setAttribute('lang', 'de'));
  await page.getByText('Kein Dokument ist offen').waitFor();
  assert.equal(await page.locator('.atlas').getAttribute('lang'), 'de');
});

row('time-zone chooses the clock of absolute times', async (page) => {
  const titles = await page.evaluate(async ({ both, failed }) => {
    const element = await globalThis.add({ 'time-zone': 'local' }, { documents: both });
    await globalThis.loaded();
    await element.select(failed);
    const title = () => element.shadowRoot.querySelector('.panel .failed time')?.title;
    const local = await globalThis.until(title);
    element.setAttribute('time-zone', 'utc');
    await element.select(null);
    await globalThis.until(() => !title());
    await element.select(failed);
    return { local, utc: await globalThis.until(title) };
  }, { both, failed });
  assert.match(titles.local, /^[-0-9]+ 20:40.*\+14:00$/);
  assert.match(titles.utc, /^[-0-9]+T06:40:.*Z$/);
}, { context: { timezoneId: 'Pacific/Kiritimati' } });

row('chrome chooses how much of the frame is shown', async (page) => {
  await page.evaluate(() => globalThis.add({ chrome: 'full' }));
  await page.locator('.brand').getByText('Release Atlas').waitFor();
  await page.evaluate(() => document.querySelector('release-atlas').setAttribute('chrome', 'none'));
  await page.locator('.topbar').waitFor({ state: 'hidden' });
  await page.locator('.views').waitFor({ state: 'hidden' });
  await page.evaluate(() => document.querySelector('release-atlas').removeAttribute('chrome'));
  await page.locator('.topbar').waitFor({ state: 'visible' });
});

row('state="hash" writes the fragment of the page, without it nothing is written', async (page) => {
  const hashes = await page.evaluate(async (both) => {
    const element = await globalThis.add({ view: 'graph' }, { documents: both });
    await globalThis.loaded();
    element.setAttribute('view', 'recalls');
    const silent = location.hash;
    element.setAttribute('state', 'hash');
    element.setAttribute('view', 'graph');
    return { silent, said: location.hash };
  }, both);
  assert.deepEqual(hashes, { silent: '', said: '#/graph' });
});

row('the fragment goes before a view state, a view state before the attributes', async (page) => {
  const routes = await page.evaluate(async () => {
    const given = await globalThis.add({ view: 'graph' }, { viewState: '#/recalls' });
    const own = await globalThis.add({ view: 'graph' });
    history.replaceState(null, '', '#/manifest');
    const linked = await globalThis.add({ view: 'graph', state: 'hash' }, { viewState: '#/recalls' });
    return [own, given, linked].map((element) => element.viewState.route);
  });
  assert.deepEqual(routes, ['#/graph', '#/recalls', '#/manifest']);
});

row('a wrong value is a notice and an event, and nothing breaks', async (page) => {
  const messages = await page.evaluate(async () => {
    await globalThis.add({ theme: 'pink', depth: 'deep' }, { fetcher: 7 });
    await globalThis.until(() => globalThis.told('error').length === 3);
    return globalThis.told('error').map(({ detail }) => detail.message).sort();
  });
  assert.match(messages[0], /attribute depth is “deep”; it can be a whole number from 1 to 99/);
  assert.match(messages[1], /attribute theme is “pink”; it can be one of: auto, light, dark, contrast/);
  assert.match(messages[2], /property fetcher is “7”; it has to be a function/);
  await page.getByText('Some settings were not understood').waitFor();
  await assertAccessible(page);
});

row('config.json sets what the attributes do not, and what is wrong in it is named', async (page) => {
  const result = await page.evaluate(async () => {
    const element = await globalThis.add({ density: 'comfortable' });
    const error = await globalThis.until(() => globalThis.told('error')[0]);
    return { view: element.viewState.route, density: element.dataset.atlasDensity, message: error.detail.message };
  });
  assert.equal(result.view, '#/graph');
  assert.equal(result.density, 'comfortable');
  assert.match(result.message, /config\.json, apiOrigins\[0\] is “https:\/\/a\.example\/x”/);
}, { config: '{"attributes": {"view": "graph", "density": "compact"}, "apiOrigins": ["https://a.example/x"]}' });

// ---- Properties ---------------------------------------------------------------------------

row('documents are objects or text, and setting them again replaces them', async (page) => {
  const counts = await page.evaluate(async (both) => {
    const element = await globalThis.add({}, { documents: [JSON.parse(both[0]), both[1]] });
    await globalThis.until(() => globalThis.told('load').at(-1)?.detail.total === 2);
    element.documents = [both[1]];
    await globalThis.until(() => globalThis.told('load').length === 2);
    const { counts } = globalThis.told('verdict').at(-1).detail;
    return { total: globalThis.told('load').at(-1).detail.total, hit: counts.hit };
  }, both);
  assert.equal(counts.total, 1);
  assert.ok(counts.hit > 0);
});

row('fetcher answers requests in place of the browser, with the body of a Response', async (page, { api }) => {
  const asked = await page.evaluate(async (both) => {
    const seen = [];
    const fetcher = async (request) => { seen.push([request.method, new URL(request.url).pathname]); return new Response(both[1]); };
    await globalThis.add({ src: 'https://nowhere.invalid/manifest' }, { fetcher });
    await globalThis.loaded();
    return seen;
  }, both);
  assert.deepEqual(asked, [['GET', '/manifest']]);
  assert.deepEqual(api.asked, []);
});

row('a fetcher that fails or never answers is a named failure that can be stopped', async (page) => {
  const kinds = await page.evaluate(async () => {
    await globalThis.add({ src: '/x' }, { fetcher: () => { throw new Error('no'); } });
    const failure = await globalThis.until(() => globalThis.told('error')[0]);
    const hanging = await globalThis.add({ src: '/x' }, { fetcher: () => new Promise(() => {}) });
    await globalThis.until(() => globalThis.told('progress').at(-1)?.detail.open === 1);
    await hanging.stop();
    await globalThis.until(() => globalThis.told('progress').at(-1)?.detail.open === 0);
    return [failure.detail.kind, failure.detail.message];
  });
  assert.equal(kinds[0], 'network');
  assert.ok(kinds[1].length > 5);
});

row('getToken is asked before a person is, and its token goes to that origin', async (page, { api }) => {
  const origins = await page.evaluate(async (api) => {
    const asked = [];
    await globalThis.add({ src: `${api}/manifest` }, { getToken: async (origin) => { asked.push(origin); return 'secret'; } });
    await globalThis.loaded();
    return { asked, told: globalThis.told('auth').map(({ detail }) => detail.origin) };
  }, api.origin);
  assert.deepEqual(origins, { asked: [api.origin], told: [api.origin] });
  assert.equal(await page.locator('dialog.sign-in[open]').count(), 0);
  assert.equal(api.asked.filter(({ headers }) => headers.authorization === 'Bearer secret').length, 1);
}, { token: 'secret', expect: { console: [/401/] } });

row('a host without a token leaves the question to the person', async (page, { api }) => {
  await page.evaluate((api) => globalThis.add({ src: `${api}/manifest` }, { getToken: async () => null }), api.origin);
  await page.locator('dialog.sign-in[open]').waitFor();
}, { token: 'secret', expect: { console: [/401/] } });

row('a token of the host that is refused asks the person, not the host again', async (page, { api }) => {
  await page.evaluate((api) => {
    globalThis.asked = 0;
    return globalThis.add({ src: `${api}/manifest` }, { getToken: async () => { globalThis.asked += 1; return 'stale'; } });
  }, api.origin);
  await page.locator('dialog.sign-in[open]').waitFor();
  assert.equal(await page.evaluate(() => globalThis.asked), 1);
}, { token: 'secret', expect: { console: [/401/] } });

row('viewState is a plain object that restores what was looked at', async (page) => {
  const routes = await page.evaluate(async ({ both, failed }) => {
    const element = await globalThis.add({ view: 'graph', depth: '3' }, { documents: both });
    await globalThis.loaded();
    await element.select(failed);
    const kept = element.viewState;
    element.viewState = '#/recalls';
    const other = element.viewState.route;
    element.viewState = JSON.parse(JSON.stringify(kept));
    const back = element.viewState;
    element.viewState = { view: 'graph', depth: 5 };
    return { kept: kept.route, isPlain: Object.getPrototypeOf(kept) === Object.prototype, version: kept.version, other, back: back.route, parts: element.viewState.route };
  }, { both, failed });
  assert.deepEqual(routes, {
    kept: `#/graph?item=release/${failed}&depth=3`,
    isPlain: true,
    version: 1,
    other: '#/recalls',
    back: `#/graph?item=release/${failed}&depth=3`,
    parts: '#/graph?depth=5',
  });
});

// ---- Methods ------------------------------------------------------------------------------

row('load adds a document and says what it was taken for; what is none is a sentence', async (page) => {
  const result = await page.evaluate(async (both) => {
    const element = await globalThis.add();
    const loaded = await element.load(JSON.parse(both[1]), { title: 'The manifest' });
    const refused = await element.load('{ "half": ').catch((failure) => failure.message);
    const odd = await element.load(7).catch((failure) => failure.message);
    return { loaded, refused, odd };
  }, both);
  assert.deepEqual([result.loaded.version, result.loaded.kind, result.loaded.title], [1, 'manifest', 'The manifest']);
  assert.ok(result.refused.length > 5);
  assert.match(result.odd, /object, text, or bytes/);
});

row('ask gives the verdict of an item with its proof', async (page) => {
  const answer = await page.evaluate(async ({ both, recalled, replacement }) => {
    const element = await globalThis.add({}, { documents: both });
    await globalThis.loaded();
    const verdict = await element.ask({ kind: 'bundle', id: recalled, from: replacement });
    const missing = await element.ask({ kind: 'bundle', id: 'never-heard-of' });
    const empty = await element.ask({}).catch((failure) => failure.message);
    const odd = await element.ask({ kind: 'sausage', id: '1' }).catch((failure) => failure.message);
    return { verdict, missing, empty, odd };
  }, { both, recalled, replacement });
  const { verdict } = answer;
  assert.deepEqual([verdict.version, verdict.standing, verdict.id], [1, 'HIT', recalled]);
  assert.match(verdict.sentence, /3fcb4093/);
  assert.deepEqual(verdict.moveTo.map(({ id }) => id), [replacement]);
  assert.equal(verdict.reasons[0].rule, 'recalled');
  assert.match(verdict.reasons[0].places.at(-1).pointer, /^\/recalledBundles\/0/);
  assert.deepEqual(verdict.chain.map(({ id }) => id), [replacement, recalled]);
  assert.equal(answer.missing.standing, 'UNKNOWN', 'never clear on what nobody names');
  assert.match(answer.empty, /Say which item/);
  assert.match(answer.odd, /no kind sausage/);
});

row('select takes an id, kind/id or both as an object, and null selects nothing', async (page) => {
  const selected = await page.evaluate(async ({ both, failed }) => {
    const element = await globalThis.add({}, { documents: both });
    await globalThis.loaded();
    const ids = [];
    for (const id of [failed, `release/${failed}`, { kind: 'release', id: failed }]) {
      ids.push((await element.select(id)).id);
      await element.select(null);
    }
    const refused = await element.select('nobody').catch((failure) => failure.message);
    return { ids, after: element.viewState.selected, refused };
  }, { both, failed });
  assert.deepEqual(selected.ids, [failed, failed, failed]);
  assert.equal(selected.after, null);
  assert.match(selected.refused, /Nothing that is loaded has the id nobody/);
});

for (const [format, type, sign] of [
  ['svg', 'image/svg+xml', /^<svg/],
  ['json', 'application/json', /"nodes"/],
  ['csv', 'text/csv', new RegExp(recalled)],
  ['markdown', 'text/markdown', /HIT/],
  ['dot', 'text/vnd.graphviz', /^digraph/],
  ['mermaid', 'text/', /flowchart|graph/],
  ['graphml', 'application/', /<graphml/],
  ['evidence', 'application/json', /sha256/],
]) {
  row(`exportAs("${format}") gives a Blob of that type`, async (page) => {
    const blob = await page.evaluate(async ({ both, format }) => {
      const element = await globalThis.add({}, { documents: both });
      await globalThis.loaded();
      const made = await element.exportAs(format, { scope: 'all' });
      return { type: made.type, text: await made.text(), isBlob: made instanceof Blob };
    }, { both, format });
    assert.ok(blob.isBlob && blob.type.startsWith(type), blob.type);
    assert.match(blob.text, sign);
  });
}

row('exportAs takes a scope: of a selected release, its bill of materials', async (page) => {
  const result = await page.evaluate(async ({ both, failed }) => {
    const element = await globalThis.add({}, { documents: both });
    await globalThis.loaded();
    await element.select(failed);
    const blob = await element.exportAs('cyclonedx', { scope: 'selection' });
    const odd = await element.exportAs('csv', { scope: 'moon' }).catch((failure) => failure.message);
    return { format: JSON.parse(await blob.text()).bomFormat, odd };
  }, { both, failed });
  assert.equal(result.format, 'CycloneDX');
  assert.match(result.odd, /no scope moon/);
});

row('an unknown format is a sentence in a rejected promise', async (page) => {
  const refused = await page.evaluate(async () => (await globalThis.add()).exportAs('sausage').catch(({ name, message }) => [name, message]));
  assert.deepEqual(refused, ['Error', 'There is no format sausage.']);
});

row('refresh asks again for what came from an address', async (page, { api }) => {
  await page.evaluate(async (api) => {
    const element = await globalThis.add({ src: `${api}/manifest` });
    await globalThis.loaded();
    globalThis.log.length = 0;
    await element.refresh();
    await globalThis.until(() => globalThis.told('load').length === 1);
  }, api.origin);
  assert.equal(api.asked.filter(({ url }) => url === '/manifest').length, 2);
});

row('clear closes all documents, fit and stop are answered', async (page) => {
  const result = await page.evaluate(async (both) => {
    const element = await globalThis.add({ view: 'graph' }, { documents: both });
    await globalThis.loaded();
    const answers = [await element.fit(), await element.stop(), await element.clear()];
    const { counts, standing } = await globalThis.until(() => {
      const { detail } = globalThis.told('verdict').at(-1);
      return detail.counts.hit === 0 && detail;
    });
    return { answers, counts, standing };
  }, both);
  assert.deepEqual(result.answers, [null, null, null]);
  assert.equal(result.standing, 'UNKNOWN', 'nothing loaded is never clear');
});

row('methods that are called before the element runs are answered when it does', async (page) => {
  const answer = await page.evaluate(async (both) => {
    const element = document.createElement('release-atlas');
    const early = element.load(both[1]);
    document.querySelector('#place').append(element);
    return (await early).kind;
  }, both);
  assert.equal(answer, 'manifest');
});

// ---- Events -------------------------------------------------------------------------------

row('every event bubbles out of the shadow root with a plain detail and its version', async (page, { api }) => {
  const events = await page.evaluate(async ({ api, failed }) => {
    const element = await globalThis.add({ id: 'one', src: `${api}/customization ${api}/missing`, theme: 'pink' });
    await globalThis.loaded();
    await element.select(failed);
    element.style.blockSize = '500px';
    await globalThis.until(() => ['load', 'progress', 'verdict', 'select', 'statechange', 'resize', 'error', 'navigate'].every((name) => globalThis.told(name).length > 0));
    return globalThis.log.map(({ type, detail, composed, cancelable, id }) => ({
      type, composed, cancelable, id, version: detail.version, isPlain: Object.getPrototypeOf(detail) === Object.prototype,
    }));
  }, { api: api.origin, failed });
  for (const event of events) {
    assert.ok(event.composed && event.isPlain && event.version === 1 && event.id === 'one', JSON.stringify(event));
    assert.equal(event.cancelable, ['atlas-navigate', 'atlas-link'].includes(event.type), event.type);
  }
}, { expect: { console: [/404/] } });

row('atlas-navigate can keep a person where they are', async (page) => {
  await page.evaluate(async (both) => {
    const element = await globalThis.add({ view: 'hit' }, { documents: both });
    await globalThis.loaded();
    element.addEventListener('atlas-navigate', (event) => event.preventDefault());
  }, both);
  await page.locator('.views .view').filter({ hasText: 'Recalls' }).click();
  const { route, to } = await page.evaluate(() => ({
    route: document.querySelector('release-atlas').viewState.route,
    to: globalThis.told('navigate').at(-1).detail.to,
  }));
  assert.deepEqual({ route, to }, { route: '#/hit', to: '#/recalls' });
});

row('atlas-link can keep a link from being followed', async (page) => {
  const href = await page.evaluate(async ({ both, failed }) => {
    const document = { ...JSON.parse(both[0]) };
    document.failed_releases[0].log_href = 'https://logs.example/1';
    document.failed_releases[0].release.documentation_url = 'https://docs.example/1';
    document._links = { help: { href: 'https://docs.example/1' } };
    const element = await globalThis.add({}, { documents: [document] });
    await globalThis.loaded();
    element.addEventListener('atlas-link', (event) => event.preventDefault());
    element.viewState = `#/hit/customization/${encodeURIComponent(document.id)}?tab=links`;
    const link = await globalThis.until(() => element.shadowRoot.querySelector('a[href="https://docs.example/1"]'));
    link.click();
    return { detail: globalThis.told('link').at(-1).detail, failed };
  }, { both, failed });
  assert.deepEqual(href.detail, { href: 'https://docs.example/1', external: true, version: 1 });
});

row('atlas-progress counts what is under way, atlas-verdict what came of it', async (page, { api }) => {
  const { open, detail } = await page.evaluate(async (api) => {
    await globalThis.add({ src: `${api}/customization ${api}/manifest` });
    await globalThis.loaded();
    await globalThis.until(() => globalThis.told('progress').at(-1)?.detail.open === 0);
    return { open: Math.max(...globalThis.told('progress').map(({ detail }) => detail.open)), detail: globalThis.told('verdict').at(-1).detail };
  }, api.origin);
  assert.ok(open >= 1);
  assert.equal(detail.standing, 'HIT');
  assert.ok(detail.counts.hit > 0 && detail.sentence.length > 10 && detail.item.standing === 'HIT');
});

// ---- A good citizen -----------------------------------------------------------------------

row('two elements keep their own state', async (page) => {
  const routes = await page.evaluate(async (both) => {
    const one = await globalThis.add({ id: 'one', view: 'graph' }, { documents: both });
    const two = await globalThis.add({ id: 'two', view: 'recalls' });
    await globalThis.loaded();
    one.setAttribute('depth', '5');
    two.viewState = '#/manifest';
    return { one: one.viewState.route, two: two.viewState.route, told: [...new Set(globalThis.told('load').map(({ id }) => id))] };
  }, both);
  assert.deepEqual(routes, { one: '#/graph?depth=5', two: '#/manifest', told: ['one'] });
  await assertAccessible(page);
});

row('Tab goes in and out again, Escape is left to the page when there is nothing to close', async (page) => {
  await page.evaluate(async (both) => {
    await globalThis.add({ view: 'graph' }, { documents: both });
    await globalThis.loaded();
    globalThis.escapes = 0;
    document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !event.defaultPrevented) globalThis.escapes += 1; });
  }, both);
  await page.locator('#before').focus();
  const active = () => page.evaluate(() => document.activeElement.id || document.activeElement.localName);
  const seen = [];
  for (let press = 0; press < 80 && seen.at(-1) !== 'after'; press += 1) {
    await page.keyboard.press('Tab');
    seen.push(await active());
  }
  assert.equal(seen[0], 'release-atlas');
  assert.equal(seen.at(-1), 'after');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => globalThis.escapes), 1);
});

row('the wheel scrolls the page over the graph, unless zoom-mode is greedy', async (page) => {
  await page.evaluate(async (both) => {
    document.body.style.blockSize = '4000px';
    await globalThis.add({ view: 'graph' }, { documents: both });
    await globalThis.loaded();
  }, both);
  await page.locator('.stage').hover();
  await page.mouse.wheel(0, 300);
  await page.waitForFunction(() => scrollY > 100);
  await page.evaluate(() => { scrollTo(0, 0); document.querySelector('release-atlas').setAttribute('zoom-mode', 'greedy'); });
  await page.locator('.stage').hover();
  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => scrollY), 0);
});

/** Keeps hold of the wasm memory, which nothing else shows from outside. */
const watchMemory = (page) =>
  page.addInitScript(() => {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      globalThis.wasmMemory ??= (made.instance ?? made).exports.memory; // a part exports none
      return made;
    };
  });

row('two hundred times added and removed, with documents, leave nodes, listeners and wasm pages as they were', async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const counts = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    const pages = await page.evaluate(() => globalThis.wasmMemory.buffer.byteLength / 65_536);
    return { nodes, listeners: jsEventListeners, pages };
  };
  const manifest = '{"version": 1, "recalledBundles": [{"recalledBundleIds": ["a"], "replacementBundleStatus": "NONE"}], "releases": []}';
  const cycle = (times) => page.evaluate(async ({ times, manifest }) => {
    for (let round = 0; round < times; round += 1) {
      const element = await globalThis.add({ view: 'graph', theme: 'dark' }, { documents: [manifest] });
      await element.load(manifest);
      element.remove();
      await new Promise((done) => setTimeout(done));
    }
    globalThis.log.length = 0;
  }, { times, manifest });
  await cycle(20);
  const before = await counts();
  await cycle(200);
  // What the last one began may still be on its way; what leaks stays.
  let after = await counts();
  for (let wait = 0; wait < 20 && after.nodes - before.nodes >= 100; wait += 1) {
    await page.waitForTimeout(500);
    after = await counts();
  }
  const figures = JSON.stringify({ before, after });
  assert.ok(after.nodes - before.nodes < 100, figures);
  assert.ok(after.listeners - before.listeners < 20, figures);
  assert.ok(after.pages - before.pages <= before.pages * 0.1, figures);
  console.log(`# ${figures}`);
}, { before: watchMemory });
