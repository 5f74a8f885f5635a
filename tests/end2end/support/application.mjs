// A portal's application around a snippet, built by Vite as a portal team would.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dist } from './site.mjs';
import { snippet } from './snippets.mjs';

const here = fileURLToPath(new URL('../', import.meta.url));

/** Builds `hosts/<name>` with the snippet of that name; gives the folder that is served. */
export async function buildApplication(t, name) {
  const { build } = await import('vite');
  const root = mkdtempSync(join(tmpdir(), `atlas-${name}-`));
  t.after(() => rmSync(root, { recursive: true }));
  cpSync(join(here, 'hosts', name), root, { recursive: true });
  writeFileSync(join(root, 'snippet.jsx'), snippet(name));
  writeFileSync(join(root, 'index.html'), '<!doctype html><html lang="en"><head><title>Portal</title></head><body><script type="module" src="/main.jsx"></script></body></html>');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    esbuild: { jsx: 'automatic' },
    build: { target: 'es2022', modulePreload: false },
    resolve: {
      alias: [
        { find: /^release-atlas\/(.*)$/, replacement: join(dist, 'npm/$1') },
        { find: /^release-atlas$/, replacement: join(dist, 'npm/release-atlas.js') },
        { find: '@backstage/core-components', replacement: join(root, 'core-components.jsx') },
        { find: '@backstage/core-plugin-api', replacement: join(root, 'core-plugin-api.js') },
        { find: '@backstage/plugin-catalog-react', replacement: join(root, 'catalog-react.js') },
        { find: /^(react|react-dom)(\/.*)?$/, replacement: join(here, 'node_modules/$1$2') },
      ],
    },
  });
  return join(root, 'dist');
}
