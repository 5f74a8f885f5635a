// Real web servers on the configurations that the product ships, each in a folder and on a port of its own.
//
// Only what differs between a sample and this machine is replaced: the port, the folder, the API.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endServer } from './ending.mjs';
import { dist } from './site.mjs';

const samples = fileURLToPath(new URL('../../../site/servers/', import.meta.url));

/** A sample configuration as it is shipped. */
export const sample = (name) => readFileSync(join(samples, name), 'utf8');

/** The servers: the file of each, where its program may be, what starts it. */
export const servers = {
  nginx: {
    file: 'nginx.conf',
    programs: ['/usr/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'],
    port: ['listen 80;', (port) => `listen 127.0.0.1:${port};`],
    start: (folder, site) => {
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
      const types = existsSync('/etc/nginx/mime.types') ? 'include /etc/nginx/mime.types;' : '';
      writeFileSync(join(folder, 'site.conf'), site);
      writeFileSync(join(folder, 'main.conf'), `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;
        events { worker_connections 64; }
        http { ${types} access_log off; ${paths.join(' ')} include ${folder}/site.conf; }`);
      return ['-p', folder, '-c', join(folder, 'main.conf'), '-e', 'stderr'];
    },
  },
  caddy: {
    file: 'Caddyfile',
    programs: ['/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy'],
    port: [':80 {', (port) => `http://127.0.0.1:${port} {`],
    start: (folder, site) => {
      writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
      return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
    },
  },
  apache: {
    file: 'apache.conf',
    programs: ['/usr/sbin/apache2', '/usr/sbin/httpd'],
    port: ['<VirtualHost *:80>', (port) => `Listen 127.0.0.1:${port}\n<VirtualHost 127.0.0.1:${port}>`],
    start: (folder, site) => {
      const modules = '/usr/lib/apache2/modules';
      const names = ['mpm_event', 'authz_core', 'headers', 'deflate', 'filter', 'mime', 'dir', 'proxy', 'proxy_http', 'ssl', 'socache_shmcb'];
      const loads = names.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`);
      writeFileSync(join(folder, 'httpd.conf'), `ServerRoot ${folder}\nServerName localhost\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log
DefaultRuntimeDir ${folder}\nMutex posixsem\nTypesConfig /etc/mime.types\nUser #${process.getuid() || 65534}\nGroup #${process.getgid() || 65534}
${loads.join('\n')}\n${site}`);
      return ['-d', folder, '-f', join(folder, 'httpd.conf'), '-DFOREGROUND'];
    },
  },
};

/** The program of a server, or null where it is not installed. */
export function programOf(name) {
  return servers[name].programs.find(existsSync) ?? null;
}

/** Runs a server on its sample until the test ends; gives its origin. */
export async function runServer(t, name, api) {
  const { file, port: [listens, listensAt], start } = servers[name];
  const folder = mkdtempSync(join(tmpdir(), `atlas-${name}-`));
  const port = await freePort();
  const site = replaced(sample(file), [[listens, listensAt(port)], ['/srv/release-atlas', dist], ['https://api.example', api]]);
  // As root the servers give up their rights, and the folder has to be theirs then.
  spawnSync('chmod', ['-R', 'a+rwX', folder]);
  const program = spawn(programOf(name), start(folder, site), { env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } });
  const said = [];
  program.stderr.on('data', (text) => said.push(text));
  const ended = new Promise((done) => program.on('exit', done));
  endServer(t, async () => {
    program.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const origin = `http://127.0.0.1:${port}`;
  await answers(origin, () => program.exitCode !== null, said);
  return origin;
}

function replaced(text, pairs) {
  return pairs.reduce((so, [from, to]) => {
    if (!so.includes(from)) throw new Error(`the sample does not say ${from}`);
    return so.replaceAll(from, to);
  }, text);
}

async function answers(origin, hasEnded, said) {
  for (let round = 0; round < 300 && !hasEnded(); round += 1) {
    const is = await fetch(origin).then((answer) => answer.arrayBuffer()).then(() => true, () => false);
    if (is) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`the server does not answer: ${said.join('')}`);
}

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
