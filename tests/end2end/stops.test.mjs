// What is shown when the program cannot start or dies: always words, a way on, and an inert rest.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { serve, strictPolicy } from './support/site.mjs';
import { picture, settled, visit } from './support/visit.mjs';

const isWasm = (path) => path.endsWith('.wasm');

async function stopped(t, name, site, expect, title) {
  const page = await visit(t, site.url(), { expect });
  assert.equal(await page.settled(), 'stopped');
  const alert = page.getByRole('alert');
  await alert.getByRole('heading', { name: title }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.atlasState), 'stopped');
  await assertAccessible(page);
  await picture(page, `stop-${name}`);
  return page;
}

test('a missing wasm file is named, and trying again works once it is back', async (t) => {
  let isBack = false;
  const site = await serve(t, { replace: (path) => (isWasm(path) && !isBack ? { status: 404, body: '' } : undefined) });
  const page = await stopped(t, 'missing', site, { console: [/404/, /integrity/] }, 'A file of Release Atlas is missing');
  isBack = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('[data-atlas-state="ready"]').first().waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('alert').count(), 0);
});

test('an altered wasm file is not run', async (t) => {
  const site = await serve(t, {
    replace: (path, body) => (isWasm(path) ? { body: Buffer.concat([body, Buffer.from([0, 1, 0])]) } : undefined),
  });
  await stopped(t, 'altered', site, { console: [/integrity|digest/i] }, 'A file of Release Atlas was altered');
});

test('an unreachable wasm file is told apart from an altered one', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url(), {
    expect: { console: [/Failed to load resource/] },
    before: (page) => page.route('**/*.wasm', (route) => route.abort('connectionrefused')),
  });
  assert.equal(await page.settled(), 'stopped');
  await page.getByRole('heading', { name: 'cannot be reached' }).waitFor();
});

test("a policy without 'wasm-unsafe-eval' is named as the cause", async (t) => {
  const site = await serve(t, { policy: strictPolicy.replace(" 'wasm-unsafe-eval'", '') });
  await stopped(t, 'blocked', site, { violations: [/script-src.*wasm-eval/], console: [/wasm-unsafe-eval|Content Security Policy/] }, 'This page does not allow WebAssembly');
});

test('a browser without WebAssembly is told so', async (t) => {
  const site = await serve(t);
  const page = await visit(t, site.url(), { expect: { console: [/preloaded/] }, before: (page) => page.addInitScript(() => delete globalThis.WebAssembly) });
  assert.equal(await page.settled(), 'stopped');
  await page.getByRole('heading', { name: 'This browser cannot run Release Atlas' }).waitFor();
});

/** The module's own script with a real trap wherever `globalThis.trap` names one. */
function withTraps(path, body) {
  const traps = {
    unreachable: [0x00], // unreachable
    memory: [0x41, 0x7f, 0x28, 0x02, 0x00, 0x1a], // i32.const -1, i32.load, drop
    stack: [0x10, 0x00], // call 0: itself
  };
  if (path === '/') {
    return { body: body.toString().replace(/ integrity="[^"]*"/g, '') };
  }
  if (path !== '/release-atlas.js') {
    return undefined;
  }
  const modules = Object.fromEntries(Object.entries(traps).map(([name, code]) => [name, [...trapModule(code)]]));
  const script = body.toString().replace(
    'return inside(...values);',
    `const trap = globalThis.trap;
     if (trap && !globalThis.trapped) {
       globalThis.trapped = true;
       new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(${JSON.stringify(modules)}[trap]))).exports.trap();
     }
     return inside(...values);`,
  );
  return { body: script };
}

/** A wasm module with one page of memory and one exported function of these instructions. */
function trapModule(code) {
  const section = (id, ...bytes) => [id, bytes.length, ...bytes];
  const body = [0x00, ...code, 0x0b];
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, 1, 0x60, 0, 0),
    ...section(3, 1, 0),
    ...section(5, 1, 0, 1),
    ...section(7, 1, 4, ...Buffer.from('trap'), 0, 0),
    ...section(10, 1, body.length, ...body),
  ]);
}

for (const [trap, title, error] of [
  ['unreachable', 'Release Atlas stopped', /unreachable/],
  ['memory', 'Release Atlas stopped', /memory access out of bounds/],
  ['stack', 'Release Atlas stopped', /call stack/],
]) {
  test(`a trap of kind ${trap} ends in an alert over an inert picture, once`, async (t) => {
    const site = await serve(t, { replace: withTraps });
    const page = await visit(t, site.url(), { expect: { errors: [error], console: [error] } });
    await settled(page);
    const shownBefore = await page.evaluate((trap) => {
      globalThis.told = [];
      document.addEventListener('atlas-error', (event) => globalThis.told.push(event.detail));
      globalThis.trap = trap;
      setTimeout(() => document.querySelector('release-atlas').setAttribute('view', 'graph'));
      return document.querySelector('release-atlas').shadowRoot.textContent;
    }, trap);
    await page.getByRole('alert').getByRole('heading', { name: title }).waitFor();
    // Everything that comes later is harmless and silent.
    const later = await page.evaluate(async () => {
      const element = document.querySelector('release-atlas');
      element.setAttribute('view', 'table');
      element.documents = [{}];
      const refusal = await element.fit().catch((failure) => failure.name);
      const second = document.createElement('release-atlas');
      document.body.append(second);
      await new Promise((done) => setTimeout(done, 50));
      return {
        refusal,
        told: globalThis.told.length,
        kept: element.shadowRoot.textContent,
        inert: [...element.shadowRoot.children].slice(1).every((part) => part.inert),
        second: second.dataset.atlasState,
        alerts: second.shadowRoot.querySelectorAll('[role=alert]').length,
      };
    });
    assert.equal(later.refusal, 'AtlasStop');
    assert.equal(later.told, 2, 'one event for each element');
    assert.ok(later.kept.includes(shownBefore), 'what was shown stays readable');
    assert.ok(later.inert);
    assert.deepEqual([later.second, later.alerts], ['stopped', 1]);
    assert.deepEqual(page.seen.errors.slice(1), [], 'one error, and silence after it');
    await assertAccessible(page);
    await picture(page, `stop-${trap}`);
  });
}
