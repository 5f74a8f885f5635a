// What the driver (../read.mjs) calls on the page of the peer.

import { modelOfCatalogue, modelOfManifest } from './models.js';

/** JSON.parse and an equal graph model, in milliseconds. */
globalThis.parsed = async (address) => {
  const bytes = await (await fetch(address)).arrayBuffer();
  const start = performance.now();
  const document = JSON.parse(new TextDecoder().decode(bytes));
  const { nodes, edges } = document.items ? modelOfCatalogue(document) : modelOfManifest(document);
  const time = performance.now() - start;
  return { time, bytes: bytes.byteLength, nodes: nodes.length, edges: edges.length };
};
