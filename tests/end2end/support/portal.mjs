// A plain portal page for the contract of the element: two elements, an event log, an API of its own origin.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, hostPages, serve } from './site.mjs';
import { visit } from './visit.mjs';

const sample = (name) => readFileSync(join(dist, 'sample', name), 'utf8');

/** Documents of the sample, as text. */
export const documents = {
  customization: sample('customization.json'),
  manifest: sample('manifest-newer.json'),
};

export const recalled = 'c5932997-6a0b-4f1d-9f43-2d7be0c1a5e8';
export const replacement = '3fcb4093-12d8-4c57-8e66-b0a94f7d3e21';
export const failed = '6acb49b2625d2f3a3f76c077';

const page = (script) => `<!doctype html><html lang="en"><head><title>Portal</title>
  <script type="module" src="${script}"></script></head>
  <body><main><h1>Portal</h1><input id="before" aria-label="before"><div id="place"></div><input id="after" aria-label="after"></main></body></html>`;

/**
 * The viewer on one origin, the portal on another, an API on a third that allows the portal; gives
 * `{page, api, site}`. `token` makes the API ask for one; `config` is the deployment's `config.json`, `hasSample: false` a
 * deployment without its sample.
 */
export async function openPortal(t, { token, config, hasSample = true, context, expect, before } = {}) {
  const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  const site = await serve(t, {
    policy: null,
    replace: (path) => {
      if (!hasSample && path.startsWith('/sample/')) {
        return { status: 404, headers: cors, body: 'not found' };
      }
      return { headers: cors, ...(path === '/config.json' && config !== undefined ? { body: config } : {}) };
    },
  });
  const api = await serve(t, {
    folder: null,
    policy: null,
    replace: async (path, _, request) => {
      if (request.method === 'OPTIONS') return { status: 204, headers: cors };
      if (token && request.headers.authorization !== `Bearer ${token}`) {
        return { status: 401, headers: { ...cors, 'content-type': 'application/json' }, body: '{}' };
      }
      const body = { '/customization': documents.customization, '/manifest': documents.manifest }[path];
      return body ? { headers: { ...cors, 'content-type': 'application/json' }, body } : { status: 404, headers: cors, body: '{}' };
    },
  });
  const portal = await hostPages(t, { '/': page(site.url('release-atlas.js')) });
  const opened = await visit(t, portal.url(), {
    origins: [site.origin, api.origin],
    context: { viewport: { width: 1100, height: 900 }, ...context },
    expect,
    before,
  });
  await opened.evaluate(prepare);
  return { page: opened, site, api };
}

/** One row of the contract: `act(page, portal)` runs against a page of a portal of its own. */
export function row(name, act, options) {
  test(name, async (t) => {
    const portal = await openPortal(t, options);
    await act(portal.page, portal);
  });
}

/** Runs in the page: what the rows of the contract are written with. */
function prepare() {
  const names = ['ready', 'load', 'progress', 'verdict', 'select', 'navigate', 'link', 'statechange', 'auth', 'resize', 'error'];
  globalThis.log = [];
  for (const name of names) {
    document.addEventListener(`atlas-${name}`, (event) => {
      const { type, detail, cancelable, composed, target } = event;
      globalThis.log.push({ type, detail, cancelable, composed, id: target.id });
    });
  }
  /** Adds an element with attributes and properties, and waits until it runs. */
  globalThis.add = async (attributes = {}, properties = {}) => {
    const element = document.createElement('release-atlas');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    Object.assign(element, properties);
    const ready = new Promise((done) => element.addEventListener('atlas-ready', done, { once: true }));
    document.querySelector('#place').append(element);
    await ready;
    return element;
  };
  /** Waits until something is true. */
  globalThis.until = async (isTrue, what = String(isTrue)) => {
    for (let round = 0; round < 400; round += 1) {
      const result = isTrue();
      if (result) return result;
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error(`never came true: ${what}; last events: ${JSON.stringify(globalThis.log.slice(-5))}`);
  };
  globalThis.told = (name) => globalThis.log.filter(({ type }) => type === `atlas-${name}`);
  globalThis.loaded = () => globalThis.until(() => globalThis.told('verdict').length > 0, 'a verdict');
}
