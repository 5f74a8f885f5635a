// The hosts that the documentation speaks of, answered from this machine: `tools.example/atlas` publishes the
// viewer, `portal.example` is the portal, `api.example` an API that wants a token. So a snippet runs as it is
// written, on three origins, with https.

import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { allow, dist, strictPolicy } from './site.mjs';
import { visit } from './visit.mjs';

export const tools = 'https://tools.example';
export const portal = 'https://portal.example';
export const api = 'https://api.example';
export const token = 'the-session-token';

const kinds = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' };

/** The policy of the viewer's own server, with the portal in frame-ancestors. */
export const toolsPolicy = allow(strictPolicy, 'frame-ancestors', portal);

const documents = {
  '/catalog/customization.json': 'sample/customization.json',
  '/catalog/manifest.json': 'sample/manifest-newer.json',
  '/v1/customization': 'sample/customization.json',
  '/api/proxy/release-atlas/customization.json': 'sample/customization.json',
};

/**
 * Opens the portal's page. `pages` are texts by path on the portal, `/` among them; `folder` is a built site
 * instead; `config` replaces the viewer's config.json, `policy` is that of the portal. The returned page has
 * `asked`: `{method, url, authorization}` of every request.
 */
export async function openPortalPage(t, { pages = {}, folder = null, config, policy, ...options }) {
  const asked = [];
  const before = async (page) => {
    await page.context().route(/^https:\/\/(tools|portal|api)\.example\//, async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      asked.push({ method: request.method(), url: request.url(), authorization: request.headers().authorization ?? null });
      const site = { [tools]: ofTools, [portal]: ofPortal, [api]: ofApi }[url.origin];
      const answer = await site(url, request, { pages, folder, config, policy });
      await route.fulfill(answer ?? { status: 404, contentType: 'text/plain', body: 'not found', headers: open }).catch(() => {});
    });
    await options.before?.(page);
  };
  const page = await visit(t, `${portal}/`, { ...options, origins: [tools, api], before });
  page.asked = asked;
  return page;
}

const open = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

async function ofTools(url, _, { config }) {
  const path = url.pathname.replace(/^\/atlas/, '');
  const headers = { ...open, 'content-security-policy': toolsPolicy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
  if (path === '/config.json' && config !== undefined) {
    return { status: 200, headers, contentType: kinds['.json'], body: config };
  }
  return fileIn(dist, path, headers);
}

async function ofPortal(url, _, { pages, folder, policy }) {
  const headers = policy === undefined ? {} : { 'content-security-policy': policy };
  if (url.pathname in pages) {
    const kind = url.pathname === '/' ? '.html' : extname(url.pathname);
    return { status: 200, headers, contentType: kinds[kind], body: pages[url.pathname] };
  }
  if (url.pathname in documents) {
    return fileIn(dist, documents[url.pathname], headers);
  }
  if (url.pathname === '/favicon.ico') {
    return { status: 204 };
  }
  return folder === null ? null : fileIn(folder, url.pathname, headers);
}

async function ofApi(url, request) {
  if (request.method() === 'OPTIONS') {
    return { status: 204, headers: open };
  }
  if (request.headers().authorization !== `Bearer ${token}`) {
    return { status: 401, headers: open, contentType: kinds['.json'], body: '{}' };
  }
  return url.pathname in documents ? fileIn(dist, documents[url.pathname], open) : null;
}

async function fileIn(folder, path, headers) {
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  const body = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
  return body === null ? null : { status: 200, headers, contentType: kinds[extname(file)] ?? 'text/plain', body };
}
