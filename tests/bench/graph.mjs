// Release-like graphs and documents of any size, the same on every machine: the JavaScript twin of
// tests/support/releases.rs. A few base images and common libraries take a large share of the edges,
// charts have many dependencies, everything else few, and most edges stay within a product family.

/** A small generator of numbers (mulberry32), so that a run can be repeated. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Picks places 0, 1, 2 … whose share falls with the power of their rank. */
function ranked(random, count, power) {
  const sums = [];
  let total = 0;
  for (let rank = 1; rank <= count; rank++) sums.push((total += rank ** -power));
  return () => {
    const wanted = random() * total;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** `{ nodes, edges: [[from, to], …] }` with about two and a half edges a node, each pair once. */
export function releases(nodes, seed = 1) {
  const random = randomFrom(seed * 7919 + nodes);
  const below = (limit) => Math.floor(random() * limit);
  const depth = Math.max(4, Math.min(12, Math.round(4 + (8 / 3) * Math.log10(nodes / 100)))) + 1;
  const levels = levelsOf(nodes, depth);
  const familyOf = ranked(random, Math.max(3, Math.round(nodes / 40)), 0.6);
  const all = [];
  const byLevel = levels.map(() => []);
  const relatives = new Map();
  levels.forEach((count, level) => {
    for (let made = 0; made < count; made++) {
      const release = { id: all.length, level, family: familyOf(), isChart: level >= 2 && random() < 0.35, needs: new Set() };
      all.push(release);
      byLevel[level].push(release);
      const key = `${release.family}/${level}`;
      if (!relatives.has(key)) relatives.set(key, []);
      relatives.get(key).push(release);
    }
  });
  const hubs = [...byLevel[0], ...byLevel[1]];
  const hub = ranked(random, hubs.length, 1.05);
  const popular = byLevel.map((own) => ranked(random, own.length, 0.5));
  const inLevel = (level) => byLevel[level][popular[level]()];
  const relative = (release, level) => {
    const own = relatives.get(`${release.family}/${level}`);
    return own?.[below(own.length)];
  };
  let count = 0;
  const add = (release, other) => {
    if (!other || other.level >= release.level || release.needs.has(other)) return;
    release.needs.add(other);
    count++;
  };
  for (const release of all.slice(levels[0])) {
    const near = random() < 0.75 ? relative(release, release.level - 1) : undefined;
    add(release, near ?? inLevel(release.level - 1));
  }
  for (let tries = 0; count < nodes * 2.5 && tries < nodes * 50; tries++) {
    const release = all[levels[0] + below(nodes - levels[0])];
    if (release.needs.size >= (release.isChart ? 15 : 5) || (!release.isChart && random() < 0.6)) continue;
    const kind = random();
    if (kind < 0.3) add(release, hubs[hub()]);
    else if (kind < 0.8) add(release, relative(release, Math.max(0, release.level - 1 - below(2))));
    else add(release, inLevel(below(release.level)));
  }
  const edges = all.flatMap((release) => [...release.needs].map((other) => [release.id, other.id]));
  return { nodes, edges };
}

/** How many releases each level has: few bases, some libraries, then a hump of consumers. */
function levelsOf(nodes, depth) {
  const hump = [];
  for (let level = 2; level < depth; level++) hump.push(0.12 + Math.sin(Math.PI * ((level - 1) / (depth - 1)) ** 0.7));
  const total = hump.reduce((sum, share) => sum + share, 0);
  const counts = [0.01, 0.08, ...hump.map((share) => (share * 0.91) / total)].map((share) => Math.max(2, Math.round(share * nodes)));
  counts[depth - 1] += nodes - counts.reduce((sum, count) => sum + count, 0);
  return counts;
}

/** The graph as a page of catalogue releases, as an API would answer it. */
export function documentOf({ nodes, edges }) {
  const needs = Array.from({ length: nodes }, () => []);
  for (const [from, to] of edges) needs[from].push({ id: idOf(to), version: `1.${to % 90}.0`, revision: '0', product: { name: `Product ${to % 997}`, key: `product-${to % 997}` } });
  const items = needs.map((dependencies, at) => ({
    id: idOf(at),
    version: `1.${at % 90}.0`,
    revision: '0',
    released_at: '2026-06-01T10:00:00.000Z',
    packaging_type: at % 3 ? 'CONTAINER_IMAGE' : 'HELM_CHART',
    product: { name: `Product ${at % 997}`, key: `product-${at % 997}` },
    dependencies,
  }));
  return JSON.stringify({ page: 1, page_size: nodes, total_size: nodes, total_pages: 1, items });
}

const idOf = (at) => at.toString(16).padStart(24, '0');
