// Every kind of fault that the viewer promises to survive has rows of its own, and those about graphs, words
// and recalls say in the page what they are: word for word, drawn once, named in silence nowhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, groups, serveFaults } from './support/faults.mjs';
import { allow, serve, strictPolicy } from './support/site.mjs';
import { visit } from './support/visit.mjs';

/** Each kind with rows that show it, or with the file whose tests do. */
const kinds = {
  'slow, dripping, hanging, reset': ['slow-head', 'drips', 'hangs', 'half-then-reset'],
  'wrong lengths, cut chunks, empty, 204, 304': ['empty', 'no-content', 'not-modified', 'partial-content'],
  'redirect loops, to another origin, to a login page': ['redirect-loop', 'redirect-elsewhere', 'sign-in-by-redirect'],
  'answers out of order land on their own nodes': ['crawl-slow-and-fast'],
  'links that hang, or half of which fail': ['crawl-hangs', 'crawl-half-of-it-fails'],
  'right JSON under a wrong content type': ['json-as-html', 'json-without-type'],
  'HTML, XML, YAML, JSONP, two documents, binary': ['html', 'xml', 'yaml', 'jsonp', 'two-documents', 'png'],
  'byte-order mark, broken UTF-8, UTF-16, Latin-1': ['byte-order-mark', 'broken-utf-8', 'utf-16-little', 'latin-1'],
  'syntax errors with line and column': ['trailing-comma', 'bad-escape', 'wrong-bracket'],
  'nesting ends in a stated depth': ['deep-arrays', 'deep-in-an-unknown-field'],
  'scalars, empty objects, somebody else’s JSON': ['a-number', 'an-empty-object', 'somebody-elses'],
  'numbers keep their digits, wrong types are named': ['long-numbers', 'wrong-types'],
  'an object for a list, junk in lists, unknown words': ['object-for-a-list', 'junk-in-lists', 'unknown-words'],
  'documents of 5, 25 and 100 MB': 'large.test.mjs',
  'impossible, odd, far and mistyped dates': ['an-impossible-date', 'an-odd-date', 'a-far-date', 'a-date-in-words', 'a-date-of-another-type'],
  'cycles, self loops, rings': ['crawl-cycle', 'a-ring', 'a-self-loop'],
  'diamonds with 2^30 paths': ['crawl-diamonds', 'diamonds-with-2-to-the-30-paths'],
  'dangling ids, mixed forms, links that disagree': ['dangling-ids', 'mixed-forms-in-one-list', 'links-that-disagree-with-the-list'],
  'one-sided edges, id and self link, another id, copies': ['one-sided-edges', 'id-and-self-link-that-differ', 'crawl-other-ids', 'copies-that-differ'],
  'neighbours, endless chains, growing addresses, spellings': ['crawl-5000-neighbours', 'crawl-chain-without-end', 'crawl-growing-path', 'crawl-ten-spellings'],
  'links of every form and scheme': ['hostile-links', 'crawl-braces', 'crawl-outside'],
  'links below a base, and out of it': 'bases.test.mjs',
  'markup, CSS, SVG, DOT, Mermaid, CSV, Markdown': ['markup-in-names', 'css-in-names', 'svg-in-names', 'dot-and-mermaid-in-names', 'csv-in-names', 'markdown-in-names'],
  'bidi, invisible, very long, emoji': ['bidi-in-names', 'very-long-name', 'emoji-in-names'],
  'recall loops, self, chains, dead ends': ['recall-self-loop', 'recall-cycle', 'recall-loop-of-5000', 'recall-chain-of-5000', 'recall-dead-end'],
  'READY without ids, NONE with ids, odd statuses': ['recall-ready-without-ids', 'recall-none-with-ids', 'recall-odd-status'],
  'many-to-many, different answers, unknown ids': ['recall-many-to-many', 'recall-different-answers', 'recall-unknown-id'],
  'absent, empty, null, junk; 10,000; another case': ['recall-list-absent', 'recall-list-empty', 'recall-list-null', 'recall-junk', 'recall-10000-entries', 'recall-other-case'],
  '401 once or in a storm, 403 at its node, cookies': ['crawl-storm-of-401', 'sign-in-as-401-json'],
  'a token that is echoed': 'secrets.test.mjs',
};

test('every kind of fault has rows, and every row that is named is served', () => {
  const missing = Object.values(kinds).flat().filter((name) => !name.endsWith('.mjs') && !(name in faults));
  assert.deepEqual(missing, []);
});

async function open(t) {
  const server = await serveFaults(t, { document: '{}' });
  const site = await serve(t, { policy: allow(strictPolicy, 'connect-src', server.origin) });
  const page = await visit(t, site.url('#/'), { origins: [server.origin], context: { viewport: { width: 1280, height: 900 } } });
  await page.settled();
  await page.locator('.board-row').first().waitFor();
  return { server, page };
}

/** Opens one document in place of what is open, and shows a view of it. */
async function show(page, address, hash) {
  await page.evaluate(() => document.querySelector('release-atlas').clear());
  await page.evaluate(() => { location.hash = '#/'; });
  const field = page.getByRole('textbox', { name: 'Address of a JSON document' });
  await field.fill(address);
  await field.press('Enter');
  await page.locator('.views [aria-current="page"]:not(:first-child)').waitFor();
  await page.evaluate((hash) => { location.hash = hash; }, hash);
}

const shown = (page) => page.evaluate(() => document.querySelector('release-atlas').shadowRoot.textContent);

test('words and dates are shown as they are written, whatever they look like', { timeout: 300_000 }, async (t) => {
  const { server, page } = await open(t);
  for (const [name, row] of Object.entries(groups.words)) {
    await show(page, server.url(name), '#/releases?item=release/a');
    await page.locator('.panel .fields-row').first().waitFor();
    const text = (await shown(page)).replace(/[\u2066-\u2069\u200e\u200f]/g, '');
    for (const word of row.words) assert.ok(text.includes(word), `${name}: ${word}`);
    assert.ok(!text.includes('Invalid Date'), name);
  }
  assert.deepEqual(page.seen.popups, []);
});

test('each release is drawn once, with the edges that are said and no others', { timeout: 300_000 }, async (t) => {
  const { server, page } = await open(t);
  for (const [name, row] of Object.entries(groups.graphs)) {
    await show(page, server.url(name), '#/graph');
    const { nodes, edges } = await page.evaluate(async () => JSON.parse(await (await document.querySelector('release-atlas').exportAs('json', { scope: 'all' })).text()));
    const ids = nodes.map(({ id }) => id.replace(/^release\//, '').replace(/^.*\/r\//, ''));
    const idOf = (end) => (typeof end === 'number' ? ids[end] : end.replace(/^release\//, '').replace(/^.*\/r\//, ''));
    assert.deepEqual([...ids].sort(), [...row.nodes].sort(), name);
    const found = edges.map(({ source, target }) => `${idOf(source)}>${idOf(target)}`);
    assert.deepEqual([...new Set(found)].sort(), [...new Set(row.edges)].sort(), name);
    assert.equal(new Set(found).size, found.length, `${name}: an edge is drawn twice`);
  }
});

test('every odd recall is named in words, and nothing is called odd that is not', { timeout: 300_000 }, async (t) => {
  const { server, page } = await open(t);
  for (const [name, row] of Object.entries(groups.recalls)) {
    await show(page, server.url(name), '#/recalls?part=oddities');
    if (row.says) {
      await page.getByRole('heading', { name: new RegExp(`^${row.says}`) }).waitFor({ timeout: 20_000 }).catch(() => assert.fail(`${name}: ${row.says} is not said`));
    } else {
      await page.locator('.recalls .empty').first().waitFor();
    }
  }
});
