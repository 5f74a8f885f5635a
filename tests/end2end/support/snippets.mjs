// The snippets of the page for portal teams, read out of the page as it is published, so that what people copy
// is what the tests run.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from './site.mjs';

const page = readFileSync(join(dist, 'embedding.html'), 'utf8');
const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** All of them by name, as a person's clipboard would hold them. */
export const snippets = Object.fromEntries(
  Array.from(page.matchAll(/<code data-snippet="([^"]+)"[^>]*>(.*?)<\/code>/gs), ([, name, text]) => [
    name,
    text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity]),
  ]),
);

/** One snippet; a name that the page does not have ends the test. */
export function snippet(name) {
  if (!Object.hasOwn(snippets, name)) {
    throw new Error(`embedding.html has no snippet ${name}; it has ${Object.keys(snippets).join(' ')}`);
  }
  return snippets[name];
}

/** A portal's page around a snippet. */
export const around = (body) => `<!doctype html><html lang="en"><head><title>Portal</title></head><body><main><h1>Portal</h1>${body}</main></body></html>`;
