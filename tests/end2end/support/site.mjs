// Web sites for the tests, on free ports of this machine: the release build under the strict policy,
// with single answers replaced where a test is about a broken deployment, and pages of other hosts.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endServer } from './ending.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The release build: `cargo xtask build` leaves it there. */
export const dist = process.env.ATLAS_DIST ?? join(root, 'dist');

/** The header of reliability.md, from the very file that `cargo xtask serve` sends. */
export const strictPolicy = readFileSync(join(root, 'content-security-policy.txt'), 'utf8')
  .split(/\s+/)
  .join(' ')
  .trim();

const kinds = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

/** Adds origins to a directive of a policy: `allow(strictPolicy, 'connect-src', api.origin)`. */
export function allow(policy, directive, ...values) {
  return policy
    .split('; ')
    .map((part) => (part.startsWith(`${directive} `) ? [part, ...values].join(' ') : part))
    .join('; ');
}

/**
 * Starts a site and stops it with the test.
 *
 * - `folder`: what is served; null for none
 * - `policy`: the Content-Security-Policy, null for none
 * - `under`: a path that the folder is served under, such as `/tools/atlas/`
 * - `replace(path, body)`: gives `{status, headers, body}` instead of the file's own answer, or undefined;
 *   `path` is the path within the folder and begins with `/`, `body` is the file's Buffer or null
 *
 * `origin` and `url(path)` say where it is, `asked` lists all requests as `{method, url, headers}`.
 */
export async function serve(t, { folder = dist, policy = strictPolicy, under = '/', replace } = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    asked.push({ method: request.method, url: request.url, headers: request.headers });
    const standard = {
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      ...(policy === null ? {} : { 'content-security-policy': policy }),
    };
    const path = pathWithin(under, request.url);
    const body = path === null ? null : await fileOf(folder, path);
    const changed = path === null ? undefined : await replace?.(path, body, request);
    const headers = { ...standard, 'content-type': kinds[extname(withIndex(path ?? ''))] ?? 'application/octet-stream' };
    if (changed) {
      response.writeHead(changed.status ?? 200, withoutNull({ ...headers, ...changed.headers }));
      response.end(changed.body ?? body ?? '');
    } else if (path === '/favicon.ico') {
      response.writeHead(204).end(); // browsers ask for it on pages that name no icon
    } else if (body === null) {
      response.writeHead(404, { ...standard, 'content-type': 'text/plain' });
      response.end('not found');
    } else {
      response.writeHead(200, headers);
      response.end(body);
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  endServer(t, () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, asked, url: (path = '') => origin + under + path.replace(/^\//, '') };
}

/** A page of another host, such as a portal: `html` by path, with its own policy. */
export function hostPages(t, pages, policy = null) {
  return serve(t, {
    folder: null,
    policy,
    replace: (path) => (path in pages ? { headers: { 'content-type': kinds['.html'] }, body: pages[path] } : undefined),
  });
}

function pathWithin(under, target) {
  const path = decodeURIComponent(new URL(target, 'http://site').pathname);
  return path.startsWith(under) ? `/${path.slice(under.length)}` : null;
}

function withIndex(path) {
  return path.endsWith('/') ? `${path}index.html` : path;
}

async function fileOf(folder, path) {
  if (folder === null) {
    return null;
  }
  const file = normalize(join(folder, withIndex(path)));
  return file.startsWith(folder + sep) ? readFile(file).catch(() => null) : null;
}

function withoutNull(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== null));
}
