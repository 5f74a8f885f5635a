// The worker that lays out graphs, as the page starts it: a script of its own, fed with the page's program.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from './support/site.mjs';
import { settled, visit } from './support/visit.mjs';

/** Starts the build's worker under the page's policy and sends it one message. */
function askWorker(page, script, message) {
  return page.evaluate(
    async ({ script, message }) => {
      const names = await (await fetch(script)).text();
      const [workerFile] = names.match(/release-atlas-worker-[0-9a-f]+\.js/);
      const [wasmFile] = names.match(/release-atlas-[0-9a-f]+\.wasm/);
      const compile = (file) => WebAssembly.compileStreaming(fetch(file));
      const named = names.matchAll(/"(\w+)": \{ file: new URL\("\.\/(release-atlas-part-[\w-]+\.wasm)"/g);
      const parts = await Promise.all([...named].map(async ([, name, file]) => [name, await compile(file)]));
      const policy = trustedTypes.createPolicy('test', { createScriptURL: (address) => address });
      const worker = new Worker(policy.createScriptURL(workerFile));
      worker.postMessage({ module: await compile(wasmFile), parts: Object.fromEntries(parts) });
      worker.postMessage({ id: 7, words: Uint32Array.from(message.words), numbers: Float32Array.from(message.numbers) });
      const { data } = await new Promise((heard, failed) => Object.assign(worker, { onmessage: heard, onerror: failed }));
      worker.terminate();
      return { id: data.id, error: data.error, words: data.words?.length, numbers: data.numbers?.length };
    },
    { script, message },
  );
}

test('a graph is laid out in the worker', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url());
  await settled(page);
  // Version, request, left to right, full effort, three nodes, two edges, none placed before.
  const words = [1, 1, 0, 1, 3, 2, 0, 0, 1, 0, 2];
  const numbers = [0, 200, 40, 200, 40, 200, 40];
  const answer = await askWorker(page, site.url('release-atlas.js'), { words, numbers });
  assert.equal(answer.error, undefined);
  assert.equal(answer.id, 7);
  assert.ok(answer.words > 5 && answer.numbers > 6, JSON.stringify(answer));
});

test('a request of another build is refused with words, and the worker lives on', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url());
  await settled(page);
  const answer = await askWorker(page, site.url('release-atlas.js'), { words: [999, 1, 0, 0, 0, 0, 0], numbers: [0] });
  assert.equal(answer.id, 7);
  assert.match(answer.error, /version 999/);
});
