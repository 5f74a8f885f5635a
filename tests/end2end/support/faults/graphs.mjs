// Documents whose releases hang together oddly: each is drawn once, and nothing is joined that is not the same.
//
// `nodes` are the ids that the graph then has, `edges` its edges as `a>b` (a needs b).

import { answer, release } from './wire.mjs';

const one = (id, more = {}) => JSON.parse(release('none', id, { more: { dependencies: [], dependants: [], ...more } }));
const needs = (id, ...others) => one(id, { dependencies: others.map((other) => ({ id: other })) });
const page = (items) => JSON.stringify({ page: 1, page_size: items.length, total_size: items.length, total_pages: 1, items });
const graph = (items, { nodes, edges }) => ({ shows: ['none', 'partial'], nodes, edges, wire: () => answer(page(items)) });
const range = (count) => Array.from({ length: count }, (_, at) => at);

const ring = range(5).map((at) => needs(`r${at}`, `r${(at + 1) % 5}`));
const levels = 30;
const diamonds = range(levels).flatMap((level) => ['a', 'b'].map((side) => (level + 1 < levels ? needs(`${side}${level}`, `a${level + 1}`, `b${level + 1}`) : one(`${side}${level}`))));

export const graphs = {
  'a-ring': graph(ring, { nodes: range(5).map((at) => `r${at}`), edges: range(5).map((at) => `r${at}>r${(at + 1) % 5}`) }),
  'a-self-loop': graph([needs('a', 'a')], { nodes: ['a'], edges: ['a>a'] }),
  'dangling-ids': graph([needs('a', 'gone', 'lost')], { nodes: ['a', 'gone', 'lost'], edges: ['a>gone', 'a>lost'] }),
  'mixed-forms-in-one-list': graph([one('a', { dependencies: [{ id: 'b' }, one('c'), { href: '/none/r/d' }, one('e'), { id: 'b' }] }), one('b')], {
    nodes: ['a', 'b', 'c', 'd', 'e'],
    edges: ['a>b', 'a>c', 'a>d', 'a>e'],
  }),
  'links-that-disagree-with-the-list': graph([{ ...needs('a', 'b'), _links: { self: { href: '/none/r/a' }, dependencies: [{ href: '/none/r/c' }] } }, one('b'), one('c')], {
    nodes: ['a', 'b', 'c'],
    edges: ['a>b', 'a>c'],
  }),
  'one-sided-edges': graph([needs('a', 'b'), one('b'), one('c', { dependants: [{ id: 'a' }] })], { nodes: ['a', 'b', 'c'], edges: ['a>b', 'a>c'] }),
  'id-and-self-link-that-differ': graph([{ ...one('a'), _links: { self: { href: '/none/r/b' } } }], { nodes: ['a'], edges: [] }),
  'copies-that-differ': graph([needs('a', 'b'), one('a', { version: '2.0.0' }), one('b')], { nodes: ['a', 'b'], edges: ['a>b'] }),
  'ids-in-another-case': graph([needs('a', 'B'), one('b'), one('B'), one(' b')], { nodes: ['a', 'b', 'B', ' b'], edges: ['a>B'] }),
  'diamonds-with-2-to-the-30-paths': graph(diamonds, {
    nodes: diamonds.map(({ id }) => id),
    edges: diamonds.flatMap(({ id, dependencies }) => dependencies.map((other) => `${id}>${other.id}`)),
  }),
};
