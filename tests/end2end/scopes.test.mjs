// The files that `exportAs` gives: every format in every scope, each checked for what the scope says by reading
// the file itself. `drawn` is what the graph shows, `all` is everything, `selection` an item with all around it.

import assert from 'node:assert/strict';
import { documents, failed, row } from './support/portal.mjs';

const both = [documents.customization, documents.manifest];
const scopes = ['drawn', 'all', 'selection'];

/** How many items a file of a format holds. */
const counts = {
  svg: (text) => text.match(/<g class="n /g).length,
  json: (text) => JSON.parse(text).nodes.length,
  csv: (text) => text.trim().split('\n').length - 1,
  dot: (text) => text.match(/^ {2}n\d+ \[label=/gm).length,
  mermaid: (text) => text.match(/^ {2}n\d+[^\d ]/gm).length,
  graphml: (text) => text.match(/<node /g).length,
};

/** Formats that name items by their ids, and not by the words on their cards alone. */
const withIds = ['json', 'csv', 'dot', 'graphml'];

/** Each scope of a format, out of one page: `{scope: {type, text, bytes}}`. */
const files = (page, format) =>
  page.evaluate(async ({ both, format, failed, scopes }) => {
    const element = await globalThis.add({ view: 'graph', 'max-nodes': '9' }, { documents: both });
    await globalThis.loaded();
    await globalThis.until(() => element.shadowRoot.querySelector('.stage canvas'));
    const isDrawn = async () => JSON.parse(await (await element.exportAs('json', { scope: 'drawn' })).text()).nodes.length === 9;
    while (!(await isDrawn())) await new Promise((done) => setTimeout(done, 25));
    const read = async (scope) => {
      const blob = await element.exportAs(format, { scope });
      const start = Array.from(new Uint8Array(await blob.slice(0, 24).arrayBuffer()));
      return { type: blob.type, size: blob.size, start, text: await blob.text() };
    };
    const refused = await read('selection').catch((failure) => failure.message);
    const made = {};
    for (const scope of scopes.slice(0, 2)) made[scope] = await read(scope);
    await element.select(failed);
    made.selection = await read('selection');
    made.omitted = await element.exportAs(format).then((blob) => blob.type);
    return { made, refused };
  }, { both, format, failed, scopes });

for (const [format, count] of Object.entries(counts)) {
  row(`exportAs("${format}") writes what is drawn, everything, or the selection`, async (page) => {
    const { made, refused } = await files(page, format);
    assert.match(refused, /Select/i, 'a selection that is none is a sentence');
    const [drawn, all, selection] = scopes.map((scope) => count(made[scope].text));
    assert.equal(drawn, 9);
    assert.ok(all > 100, `${all} in all`);
    assert.ok(selection > 1 && selection < all, `${selection} around the selected one`);
    for (const scope of withIds.includes(format) ? ['all', 'selection'] : []) {
      assert.ok(made[scope].text.includes(failed), `${scope} holds the selected release`);
    }
    assert.equal(made.omitted, made.drawn.type, 'what is drawn is the default');
  });
}

row('exportAs("svg", { highlights }) carries what is selected, and nothing of it without', async (page) => {
  const { plain, lit, omitted } = await page.evaluate(async ({ both, failed }) => {
    const element = await globalThis.add({ view: 'graph' }, { documents: both });
    await globalThis.loaded();
    await globalThis.until(() => element.shadowRoot.querySelector('.stage canvas'));
    await element.select(failed);
    const read = async (options) => (await element.exportAs('svg', { scope: 'all', ...options })).text();
    return { plain: await read({ highlights: false }), lit: await read({ highlights: true }), omitted: await read() };
  }, { both, failed });
  assert.equal(omitted, plain, 'nothing is lit unless it is asked for');
  const marks = (svg) => svg.match(/selected/gi)?.length ?? 0;
  assert.ok(marks(lit) > marks(plain), `${marks(lit)} marks of a selection, ${marks(plain)} without highlights`);
  assert.equal(counts.svg(lit), counts.svg(plain), 'the picture is the same otherwise');
});

row('exportAs("png") gives a picture in pixels in every scope', async (page) => {
  const { made, refused } = await files(page, 'png');
  assert.match(refused, /Select/i);
  const widths = scopes.map((scope) => {
    const { type, start } = made[scope];
    assert.equal(type, 'image/png');
    assert.deepEqual(start.slice(0, 8), [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const [width, height] = [16, 20].map((at) => start.slice(at, at + 4).reduce((sum, byte) => sum * 256 + byte, 0));
    assert.ok(width > 100 && height > 50, `${width} × ${height}`);
    return width * height;
  });
  assert.ok(widths[1] > widths[0], 'everything takes more room than nine nodes');
});

row('exportAs("markdown") is a record of what is drawn, of everything, or of the selected item', async (page) => {
  const { made } = await files(page, 'markdown');
  assert.match(made.selection.text, /^# /);
  assert.ok(made.selection.text.includes(failed));
  // The record of a first picture counts what the picture leaves out as well: it must not say that nothing is unknown.
  assert.ok(made.all.text.length >= made.drawn.text.length);
  for (const word of ['HIT', 'AT RISK', 'UNKNOWN', 'CLEAR']) assert.match(made.drawn.text, new RegExp(word));
});

row('exportAs("cyclonedx") is a bill of what is drawn, of everything, or of the selected release', async (page) => {
  const { made } = await files(page, 'cyclonedx');
  const [drawn, all, selection] = scopes.map((scope) => JSON.parse(made[scope].text));
  for (const bill of [drawn, all, selection]) assert.deepEqual([bill.bomFormat, bill.specVersion], ['CycloneDX', '1.6']);
  assert.ok(all.components.length > drawn.components.length);
  assert.ok(JSON.stringify(selection.metadata).includes(failed), 'the selected release is what the bill is of');
});

row('exportAs("evidence") is everything in every scope: evidence of a part would be none', async (page) => {
  const responses = await page.evaluate(async ({ both, scopes }) => {
    const element = await globalThis.add({}, { documents: both });
    await globalThis.loaded();
    const found = [];
    for (const scope of scopes) {
      const file = await element.exportAs('evidence', { scope });
      found.push([file.type, JSON.parse(await file.text()).responses.length]);
    }
    return found;
  }, { both, scopes });
  assert.deepEqual(responses, scopes.map(() => ['application/json', 2]));
});

row('an unknown scope is a sentence, whatever the format', async (page) => {
  const refused = await page.evaluate(async (both) => {
    const element = await globalThis.add({}, { documents: both });
    await globalThis.loaded();
    return element.exportAs('png', { scope: 'moon' }).catch(({ message }) => message);
  }, both);
  assert.match(refused, /no scope moon; there are drawn, all, selection/);
});
