// The sample configurations of site/servers/, run by the servers they are for.
//
// A server that is not installed is reported as skipped, with what to install; it never counts as passed.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { programOf, runServer, sample, servers } from './support/server.mjs';
import { dist, serve, strictPolicy } from './support/site.mjs';
import { settled, visit } from './support/visit.mjs';

const program = readdirSync(dist).find((name) => /^release-atlas-[0-9a-f]{16}\.wasm$/.test(name));
const immutable = 'public, max-age=31536000, immutable';

/** Asks as browsers do, but shows the answer as it is on the wire. */
function ask(address, headers = {}, method = 'GET') {
  return new Promise((done, failed) => {
    const asked = request(address, { method, headers: { 'accept-encoding': 'gzip', ...headers } }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', failed);
    asked.end();
  });
}

/** A policy by directive; frame-ancestors is what each site fills in. */
function directives(policy) {
  const all = Object.fromEntries(policy.split(';').map((part) => part.trim().split(/\s+(.*)/s).slice(0, 2)).map(([name, value]) => [name, value ?? '']));
  const { 'frame-ancestors': parents, ...rest } = all;
  return { parents, rest };
}

function assertShippedPolicy(policy) {
  const { parents, rest } = directives(policy);
  assert.deepEqual(rest, directives(strictPolicy).rest);
  assert.equal(parents, "'self' https://portal.example");
}

/** An API that sends no CORS headers, but a cookie and a policy of its own. */
const api = (t) =>
  serve(t, {
    folder: null,
    policy: null,
    replace: (path) => ({ headers: { 'content-type': 'application/json', 'set-cookie': 'own=1', 'access-control-allow-origin': 'https://evil.example' }, body: JSON.stringify({ path }) }),
  });

for (const [name, { file }] of Object.entries(servers)) {
  const skip = programOf(name) === null ? `${name} is not installed, so site/servers/${file} was NOT tried` : false;

  test(`${name} sends the pages under the strict policy, without referrer and sniffing`, { skip }, async (t) => {
    const origin = await runServer(t, name, (await api(t)).origin);
    for (const path of ['/', '/embed.html', '/release-atlas.js', `/${program}`, '/config.json', '/missing']) {
      const { status, headers } = await ask(origin + path);
      assert.equal(status, path === '/missing' ? 404 : 200, path);
      assertShippedPolicy(headers['content-security-policy']);
      assert.equal(headers['referrer-policy'], 'no-referrer', path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
    }
  });

  test(`${name} names the types, compresses, and lets other origins load the element`, { skip }, async (t) => {
    const origin = await runServer(t, name, (await api(t)).origin);
    const kinds = { '/': /^text\/html; *charset=utf-8$/i, '/release-atlas.js': /^(text|application)\/javascript\b/, [`/${program}`]: /^application\/wasm$/, '/config.json': /^application\/json\b/, '/icon.svg': /^image\/svg\+xml\b/ };
    for (const [path, kind] of Object.entries(kinds)) {
      const { headers } = await ask(origin + path);
      assert.match(headers['content-type'], kind, path);
      assert.equal(headers['access-control-allow-origin'], '*', path);
    }
    for (const path of ['/release-atlas.js', `/${program}`]) {
      const { headers, body } = await ask(origin + path);
      assert.equal(headers['content-encoding'], 'gzip', path);
      assert.match(headers.vary ?? '', /accept-encoding/i, path);
      assert.ok(body.length < statSync(join(dist, path)).size * 0.7, path);
    }
  });

  test(`${name} lets hashed files be kept for ever, and answers 304 for the others`, { skip }, async (t) => {
    const origin = await runServer(t, name, (await api(t)).origin);
    assert.equal((await ask(`${origin}/${program}`)).headers['cache-control'], immutable);
    for (const path of ['/', '/release-atlas.js', '/config.json']) {
      const { headers } = await ask(origin + path);
      assert.equal(headers['cache-control'], 'no-cache', path);
      const again = await ask(origin + path, { 'if-none-match': headers.etag });
      assert.equal(again.status, 304, `${path} ${headers.etag}`);
    }
  });

  test(`${name} gives an API without CORS the same origin: tokens through, cookies not`, { skip }, async (t) => {
    const behind = await api(t);
    const origin = await runServer(t, name, behind.origin);
    const { status, headers, body } = await ask(`${origin}/api/v1/releases?page=2`, { authorization: 'Bearer t', cookie: 'session=1', 'accept-encoding': 'identity' });
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(body), { path: '/v1/releases' });
    const [asked] = behind.asked;
    assert.equal(asked.url, '/v1/releases?page=2');
    assert.equal(asked.headers.authorization, 'Bearer t');
    assert.equal(asked.headers.cookie || undefined, undefined);
    assert.equal(headers['set-cookie'], undefined);
    assert.notEqual(headers['access-control-allow-origin'], 'https://evil.example');
    const written = await ask(`${origin}/api/v1/releases`, {}, 'DELETE');
    assert.ok([403, 405].includes(written.status), String(written.status));
    assert.equal(behind.asked.length, 1, 'nothing but GET reaches the API');
  });

  test(`the viewer runs behind ${name} without a report`, { skip }, async (t) => {
    const origin = await runServer(t, name, (await api(t)).origin);
    assert.equal(await settled(await visit(t, `${origin}/`)), 'ready');
  });
}

test('the script for object stores publishes every file once, with type and caching, pages last', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-store-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'aws'), `#!/bin/sh\nprintf '%s\\t' "$@" >> "$STORE_LOG"\necho >> "$STORE_LOG"\n`);
  chmodSync(join(folder, 'aws'), 0o755);
  const log = join(folder, 'log');
  const script = fileURLToPath(new URL('../../site/servers/object-store.sh', import.meta.url));
  const run = spawnSync('sh', [script, dist, 's3://bucket/atlas'], { env: { ...process.env, PATH: `${folder}:${process.env.PATH}`, STORE_LOG: log } });
  assert.equal(run.status, 0, String(run.stderr));
  const objects = readFileSync(log, 'utf8').trimEnd().split('\n').map((line) => {
    const [, , from, to, , type, , caching] = line.split('\t');
    return { file: relative(dist, from), to, type, caching };
  });
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.deepEqual(objects.map(({ file }) => file).sort(), files.map((entry) => relative(dist, join(entry.parentPath, entry.name))).sort());
  for (const { file, to, type, caching } of objects) {
    const isHashed = /-[0-9a-f]{16}\.\w+$/.test(file);
    assert.equal(to, `s3://bucket/atlas/${file}`);
    assert.equal(caching, isHashed ? immutable : 'no-cache', file);
    if (file.endsWith('.wasm')) assert.equal(type, 'application/wasm');
    if (file.endsWith('.html')) assert.equal(type, 'text/html; charset=utf-8');
  }
  const lastHashed = objects.findLastIndex(({ caching }) => caching === immutable);
  assert.ok(objects.findIndex(({ file }) => file === 'index.html') > lastHashed);
});

test('the headers for a CDN are those of the policy that is shipped', () => {
  const { SecurityHeadersConfig: security, CorsConfig: cors } = JSON.parse(sample('cdn-headers.json'));
  assertShippedPolicy(security.ContentSecurityPolicy.ContentSecurityPolicy);
  assert.equal(security.ReferrerPolicy.ReferrerPolicy, 'no-referrer');
  assert.equal(security.ContentTypeOptions.Override, true);
  assert.equal(cors.AccessControlAllowCredentials, false);
});
