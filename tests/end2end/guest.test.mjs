// The element as a guest: moved about the page, set up before it exists, in places of any width, several at once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { documents, failed, recalled, row } from './support/portal.mjs';
import { serve } from './support/site.mjs';
import { picture, settled, visit } from './support/visit.mjs';

const both = [documents.customization, documents.manifest];
const names = ['ready', 'load', 'progress', 'verdict', 'select', 'navigate', 'link', 'statechange', 'auth', 'resize', 'error'];

// ---- Moved, and set up early --------------------------------------------------------------

for (const [how, move] of [
  ['moveBefore', (element, box) => box.moveBefore(element, null)],
  ['append', (element, box) => box.append(element)],
]) {
  row(`moved in the page by ${how} it keeps its documents, its view and its nodes`, async (page) => {
    const result = await page.evaluate(async ({ both, failed, move }) => {
      const element = await globalThis.add({ view: 'graph' }, { documents: both });
      await globalThis.loaded();
      await element.select(failed);
      const content = element.shadowRoot.firstElementChild;
      const route = element.viewState.route;
      globalThis.log.length = 0;
      const box = document.createElement('section');
      document.querySelector('main').append(box);
      globalThis[move](element, box);
      await new Promise((done) => setTimeout(done, 50));
      const events = globalThis.log.filter(({ type }) => type !== 'atlas-resize').map(({ type }) => type);
      const { standing } = await element.ask({ id: failed });
      return { isThere: element.parentElement === box, stays: element.shadowRoot.firstElementChild === content, route: element.viewState.route === route, events, standing };
    }, { both, failed, move: how });
    assert.deepEqual(result, { isThere: true, stays: true, route: true, events: [], standing: 'HIT' });
  }, { before: (page) => page.addInitScript(`globalThis.${how} = ${move}`) });
}

row('removed and added later it starts anew, from its attributes and properties', async (page) => {
  const result = await page.evaluate(async ({ both, failed }) => {
    const element = await globalThis.add({ view: 'recalls' }, { documents: both });
    await globalThis.loaded();
    await element.select(failed);
    const place = element.parentElement;
    element.remove();
    await new Promise((done) => setTimeout(done));
    const empty = element.shadowRoot.childNodes.length;
    globalThis.log.length = 0;
    place.append(element);
    await globalThis.loaded();
    return { empty, route: element.viewState.route, documents: globalThis.told('load')[0].detail.total };
  }, { both, failed });
  assert.deepEqual(result, { empty: 0, route: '#/recalls', documents: 2 });
});

test('all four properties may be set before the element is defined, and each acts', async (t) => {
  const early = `
    const atlas = document.querySelector('#atlas');
    globalThis.asked = [];
    atlas.documents = [${JSON.stringify(documents.manifest)}];
    atlas.viewState = '#/recalls';
    atlas.getToken = async (origin) => { globalThis.asked.push(origin); return 'early'; };
    atlas.fetcher = async (request) => {
      const token = request.headers.get('authorization');
      globalThis.asked.push(token);
      return new Response(token ? ${JSON.stringify(documents.customization)} : '{}', { status: token ? 200 : 401 });
    };
    globalThis.loads = 0;
    addEventListener('atlas-load', ({ detail }) => { globalThis.loads = detail.total; });`;
  const site = await serve(t, {
    replace: (path) => ({
      '/': { body: '<!doctype html><html lang="en"><head><title>Portal</title><script type="module" src="release-atlas.js"></script></head><body><release-atlas id="atlas" src="https://api.example/c"></release-atlas><script src="early.js"></script></body></html>' },
      '/early.js': { headers: { 'content-type': 'text/javascript' }, body: early },
    })[path],
  });
  const page = await visit(t, site.url());
  assert.equal(await settled(page), 'ready');
  await page.waitForFunction(() => globalThis.loads === 2);
  const result = await page.evaluate(() => {
    const atlas = document.querySelector('#atlas');
    const own = ['documents', 'viewState', 'getToken', 'fetcher'].filter((name) => Object.hasOwn(atlas, name));
    return { own, asked: globalThis.asked, route: atlas.viewState.route };
  });
  assert.deepEqual(result, { own: [], asked: [null, 'https://api.example', 'Bearer early'], route: '#/recalls' });
});

// ---- Events -------------------------------------------------------------------------------

row('all eleven events are told, each a plain detail with version 1, and only two can be cancelled', async (page, { api }) => {
  await page.evaluate(async ({ api, failed, both }) => {
    const withHelp = JSON.parse(both[0]);
    withHelp._links = { help: { href: 'https://docs.example/1' } };
    const element = await globalThis.add({ src: `${api}/manifest ${api}/missing`, theme: 'pink' }, { getToken: async () => 'secret', documents: [withHelp] });
    await globalThis.loaded();
    document.addEventListener('atlas-link', (event) => event.preventDefault());
    element.viewState = `#/hit/customization/${encodeURIComponent(withHelp.id)}?tab=links`;
    (await globalThis.until(() => element.shadowRoot.querySelector('a[href="https://docs.example/1"]'))).click();
    await element.select(failed);
    document.querySelector('#place').style.inlineSize = '500px';
  }, { api: api.origin, failed, both });
  await page.waitForFunction((names) => names.every((name) => globalThis.told(name).length > 0), names);
  const events = await page.evaluate(() => globalThis.log.map(({ type, detail, composed, cancelable }) => ({
    type, composed, cancelable, version: detail.version, isPlain: Object.getPrototypeOf(detail) === Object.prototype,
  })));
  for (const event of events) {
    assert.deepEqual({ ...event, type: '' }, { type: '', composed: true, cancelable: ['atlas-navigate', 'atlas-link'].includes(event.type), version: 1, isPlain: true }, event.type);
  }
  assert.deepEqual([...new Set(events.map(({ type }) => type))].sort(), names.map((name) => `atlas-${name}`).sort());
}, { token: 'secret', expect: { console: [/401/, /404/] } });

row('atlas-link asks about links that stay inside too, and a cancelled one asks for nothing', async (page) => {
  const result = await page.evaluate(async (both) => {
    const withLink = JSON.parse(both[0]);
    withLink._links = { self: { href: 'https://api.example/v1/c' }, next: { href: 'https://api.example/v1/d' } };
    const asked = [];
    const element = await globalThis.add({ 'base-url': 'https://api.example/' }, { fetcher: async ({ url }) => { asked.push(url); return new Response('{}'); } });
    await element.load(withLink, { address: 'https://api.example/v1/c' });
    element.addEventListener('atlas-link', (event) => event.preventDefault());
    element.viewState = `#/hit/customization/${encodeURIComponent(withLink.id)}?tab=links`;
    const link = await globalThis.until(() => [...element.shadowRoot.querySelectorAll('button.a-link')].find(({ title }) => title.endsWith('/v1/d')));
    link.click();
    await new Promise((done) => setTimeout(done, 50));
    return { detail: globalThis.told('link').at(-1).detail, asked };
  }, both);
  assert.deepEqual(result, { detail: { href: 'https://api.example/v1/d', external: false, version: 1 }, asked: [] });
});

row('atlas-resize says how large the element is and how high its content', async (page) => {
  const sizes = await page.evaluate(async (both) => {
    const place = document.querySelector('#place');
    place.style.inlineSize = '640px';
    const element = await globalThis.add({}, { documents: both });
    await globalThis.loaded();
    const told = () => globalThis.told('resize').at(-1)?.detail;
    const wide = await globalThis.until(() => told()?.width === 640 && told());
    place.style.inlineSize = '400px';
    const narrow = await globalThis.until(() => told()?.width === 400 && told());
    element.style.blockSize = '321px';
    const low = await globalThis.until(() => told()?.height === 321 && told());
    return { wide, narrow, low };
  }, both);
  for (const size of Object.values(sizes)) {
    assert.deepEqual(Object.keys(size).sort(), ['contentHeight', 'height', 'version', 'width']);
    assert.ok(size.contentHeight > 0);
  }
  assert.ok(sizes.low.contentHeight > 321, 'what does not fit is said, so that a frame can be made higher');
});

// ---- Several, and narrow ones -------------------------------------------------------------

row('three elements differ in documents, theme, language, limits and view, and none tells of another', async (page, { site }) => {
  const seen = await page.evaluate(async ({ both, failed }) => {
    const one = await globalThis.add({ id: 'one', view: 'graph', theme: 'dark', 'max-nodes': '5' }, { documents: [both[0]] });
    const two = await globalThis.add({ id: 'two', view: 'recalls', theme: 'light', lang: 'de', density: 'compact' }, { documents: [both[1]] });
    const three = await globalThis.add({ id: 'three', view: 'chip', focus: failed });
    await globalThis.until(() => globalThis.told('load').length === 2);
    await one.select(failed);
    const state = (element) => ({
      route: element.viewState.route, theme: element.dataset.atlasTheme, density: element.dataset.atlasDensity,
      lang: element.shadowRoot.querySelector('.atlas').lang, form: element.dataset.atlasForm,
    });
    const tellers = (name) => [...new Set(globalThis.told(name).map(({ id }) => id))];
    const sheets = [one, two, three].map((element) => element.shadowRoot.adoptedStyleSheets[0]);
    return { states: [one, two, three].map(state), load: tellers('load'), select: tellers('select'), areSheetsShared: new Set(sheets).size === 1 };
  }, { both, failed });
  assert.deepEqual(seen.states, [
    { route: `#/graph?item=release/${failed}`, theme: 'dark', density: 'comfortable', lang: 'en', form: 'view' },
    { route: '#/recalls', theme: 'light', density: 'compact', lang: 'de', form: 'view' },
    { route: `#/hit?focus=release/${failed}`, theme: 'auto', density: 'comfortable', lang: 'en', form: 'chip' },
  ].map((state, at) => (at === 2 ? { ...state, route: seen.states[2].route } : state)));
  assert.deepEqual([seen.load, seen.select, seen.areSheetsShared], [['one', 'two'], ['one'], true]);
  assert.equal(site.asked.filter(({ url }) => /release-atlas-[0-9a-f]+\.wasm$/.test(url)).length, 1, 'one program for all');
});

const views = ['hit', 'graph', 'table', 'recalls', 'manifest', 'why', 'move', 'compare', 'inventory', 'inspect', 'releases', 'customizations'];

for (const theme of ['light', 'dark']) {
  row(`at 280 pixels, ${theme}, no view is wider than its place, and each can be scrolled`, async (page) => {
    await page.evaluate(async ({ both, theme }) => {
      document.querySelector('#place').style.inlineSize = '280px';
      globalThis.element = await globalThis.add({ theme }, { documents: both });
      await globalThis.loaded();
    }, { both, theme });
    for (const view of views) {
      const wide = await page.evaluate(async (view) => {
        globalThis.element.setAttribute('view', view);
        await new Promise((done) => setTimeout(done, 200));
        const root = globalThis.element.shadowRoot;
        const limit = globalThis.element.getBoundingClientRect().right;
        const centre = root.querySelector('.centre');
        const bars = [...root.querySelectorAll('.topbar, .centre, .activity, .sample-note')];
        return {
          element: globalThis.element.getBoundingClientRect().width,
          over: bars.filter((bar) => bar.getBoundingClientRect().right > limit + 0.5).map((bar) => bar.className),
          centre: centre.scrollWidth - centre.clientWidth,
          page: document.documentElement.scrollWidth - innerWidth,
        };
      }, view);
      assert.deepEqual({ view, ...wide }, { view, element: 280, over: [], centre: 0, page: 0 });
      await picture(page, `narrow-${view}-${theme}`);
    }
    await assertAccessible(page);
  });
}

row('view="chip" is one line whatever it says: nothing open, loading, failed, hit, not among the documents', async (page, { api }) => {
  const heights = await page.evaluate(async ({ both, api, recalled }) => {
    document.querySelector('#place').style.inlineSize = '280px';
    const chip = (element) => element.shadowRoot.querySelector('.verdict-chip');
    const measured = async (attributes, properties, words) => {
      const element = await globalThis.add({ view: 'chip', ...attributes }, properties);
      await globalThis.until(() => words.test(chip(element)?.innerText), `${words} in ${chip(element)?.innerText}`);
      const { width, height } = element.getBoundingClientRect();
      const lines = getComputedStyle(chip(element).lastElementChild).whiteSpace;
      return { fits: width <= 280 && height < 44, lines, inline: getComputedStyle(element).display };
    };
    return [
      await measured({}, {}, /No document is open/),
      await measured({ src: '/x' }, { fetcher: () => new Promise(() => {}) }, /Loading/),
      await measured({ src: `${api}/missing` }, {}, /could not be loaded/),
      await measured({ focus: recalled }, { documents: both }, /HIT/),
      await measured({ focus: 'nobody' }, { documents: both }, /Not among/),
      await measured({ focus: recalled, lang: 'de' }, { documents: both }, /BETROFFEN|HIT/),
    ];
  }, { both, api: api.origin, recalled });
  for (const one of heights) assert.deepEqual(one, { fits: true, lines: 'nowrap', inline: 'inline-block' });
  await assertAccessible(page);
}, { expect: { console: [/404/] } });

row('a chip and a view change into one another at run time', async (page) => {
  const forms = await page.evaluate(async (both) => {
    const element = await globalThis.add({ view: 'chip' }, { documents: both });
    await globalThis.loaded();
    const form = () => [Boolean(element.shadowRoot.querySelector('.verdict-chip')), Boolean(element.shadowRoot.querySelector('.topbar'))];
    const before = form();
    element.setAttribute('view', 'recalls');
    await globalThis.until(() => element.shadowRoot.querySelector('.recalls, .page'));
    const view = form();
    element.setAttribute('view', 'chip');
    await globalThis.until(() => form()[0] && !form()[1]);
    return { before, view, after: form() };
  }, both);
  assert.deepEqual(forms, { before: [true, false], view: [false, true], after: [true, false] });
});

/** What the canvas shows, to tell whether it changed. */
const drawn = (page) => page.evaluate(() => document.querySelector('release-atlas').shadowRoot.querySelector('.stage canvas').toDataURL());

/** Waits until the canvas shows something else than before, and then the same twice. */
async function settledPicture(page, before) {
  let last = before;
  for (let round = 0; round < 300; round += 1) {
    const now = await drawn(page);
    if (now !== before && now === last) return now;
    last = now;
    await page.waitForTimeout(30);
  }
  throw new Error('the picture never changed');
}

row('the wheel over a graph that is greedy from the start zooms, and with Ctrl held any graph does', async (page) => {
  await page.evaluate(async (both) => {
    document.body.style.blockSize = '4000px';
    const element = await globalThis.add({ view: 'graph', 'zoom-mode': 'greedy' }, { documents: both });
    await globalThis.loaded();
    await globalThis.until(() => element.shadowRoot.querySelector('.stage canvas'));
  }, both);
  await page.locator('.stage').hover();
  const whole = await settledPicture(page, '');
  await page.mouse.wheel(0, -300);
  const near = await settledPicture(page, whole);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.evaluate(() => document.querySelector('release-atlas').removeAttribute('zoom-mode'));
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 200);
  await page.keyboard.up('Control');
  await settledPicture(page, near);
  assert.equal(await page.evaluate(() => scrollY), 0);
});

row('density is as tight as it says in the rows that are drawn, at run time too, and a page may set the height itself', async (page) => {
  const heights = await page.evaluate(async (both) => {
    const element = await globalThis.add({ view: 'releases' }, { documents: both });
    await globalThis.loaded();
    const rows = () => [...element.shadowRoot.querySelectorAll('.list-row')];
    const height = async (wanted) => {
      await globalThis.until(() => rows().length > 2 && rows()[0].getBoundingClientRect().height === wanted, `rows of ${wanted}, ${rows()[0]?.getBoundingClientRect().height}`);
      return rows()[2].getBoundingClientRect().top - rows()[1].getBoundingClientRect().top;
    };
    const comfortable = await height(36);
    element.setAttribute('density', 'compact');
    const compact = await height(28);
    element.style.setProperty('--atlas-row-height', '50px');
    const own = await height(50);
    element.style.removeProperty('--atlas-row-height');
    element.setAttribute('view', 'table');
    await globalThis.until(() => element.shadowRoot.querySelector('[role="treegrid"]'));
    return { comfortable, compact, own, tree: await height(28) };
  }, both);
  assert.deepEqual(heights, { comfortable: 36, compact: 28, own: 50, tree: 28 });
});
