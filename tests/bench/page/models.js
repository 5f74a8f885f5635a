// The least that a viewer in JavaScript would make of a parsed document: nodes, and edges between their places.

/** Of a page of catalogue releases. */
export function modelOfCatalogue({ items }) {
  const places = new Map(items.map(({ id }, at) => [id, at]));
  const nodes = items.map(({ id, version, revision, product }) => ({ id, version, revision, product: product.name }));
  const edges = items.flatMap((item, from) => item.dependencies.map(({ id }) => [from, places.get(id)]));
  return { nodes, edges };
}

/** Of a manifest: releases and bundles, what carries what, what replaces what. */
export function modelOfManifest({ releases, recalledBundles }) {
  const [nodes, edges, places] = [[], [], new Map()];
  const placeOf = (id, what) => {
    if (!places.has(id)) places.set(id, nodes.push({ id, ...what }) - 1);
    return places.get(id);
  };
  for (const { product, version, patchBundles } of releases) {
    const from = placeOf(`${product} ${version}`, { product, version });
    for (const { bundleId, bundleType, bundleElements } of patchBundles) edges.push([from, placeOf(bundleId, { type: bundleType, elements: bundleElements })]);
  }
  for (const { recalledBundleIds, replacementBundleIds, replacementBundleStatus } of recalledBundles) {
    for (const id of recalledBundleIds) for (const other of replacementBundleIds) edges.push([placeOf(id), placeOf(other), replacementBundleStatus]);
  }
  return { nodes, edges };
}
