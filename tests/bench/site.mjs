// Folders and made-up documents on a free port of this machine.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const kinds = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' };

/** What is named by its hash may be kept, as a server of the viewer says too. */
const isHashed = (path) => /-[0-9a-f]{16}\./.test(path);

/** `folders` are pairs of a path and what is served below it, the first that has a file wins; `made(path)` may give a text. */
export async function pageSite(folders, made) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    const body = made(path) ?? (await found(folders, path));
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': kinds[extname(path)] ?? 'text/plain', 'cache-control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-store' });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}

async function found(folders, path) {
  for (const [under, folder] of folders) {
    const file = normalize(join(folder, path.slice(under.length)));
    if (path.startsWith(under) && file.startsWith(folder + sep)) {
      const body = await readFile(file).catch(() => undefined);
      if (body !== undefined) return body;
    }
  }
  return undefined;
}
