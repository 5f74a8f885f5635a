// A visit to a page, watched: whatever goes wrong that the test did not announce fails the test.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { endPage } from './ending.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let running;

/** One Chromium for all tests of a file. */
function browser() {
  running ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  return running;
}

after(async () => (await running)?.close());

/**
 * Opens `address` in a fresh profile and watches it until the end of the test.
 *
 * - `origins`: further origins that may be asked (the page's own always may)
 * - `expect`: patterns for what is part of the test: `{ console, errors, violations, requests, popups }`;
 *   each pattern is matched against one line as it is listed in a failure
 * - `context`: further options of Playwright's browser context (`viewport`, `colorScheme`, `reducedMotion`…)
 * - `before(page)`: runs before the page is opened, for init scripts and routes
 *
 * The returned page has `seen` with all that was noticed, and `settled()`.
 */
export async function visit(t, address, { origins = [], expect = {}, context = {}, before } = {}) {
  const inBrowser = await (await browser()).newContext({ serviceWorkers: 'block', ...context });
  const page = await inBrowser.newPage();
  const seen = { console: [], errors: [], violations: [], requests: [], popups: [], all: [] };
  watch(inBrowser, page, seen, new Set([new URL(address).origin, ...origins]));
  await tellViolations(inBrowser, seen);
  endPage(t, async () => {
    await inBrowser.close();
    assert.deepEqual(unexpected(seen, expect), {}, 'things happened on the page that this test did not announce');
  });
  await before?.(page);
  await page.goto(address);
  page.seen = seen;
  page.settled = () => settled(page);
  return page;
}

/** Waits until the viewer says that it is ready or has stopped, and gives that word. */
export async function settled(page, selector = 'release-atlas') {
  const element = page.locator(selector).first();
  await element.and(page.locator('[data-atlas-state="ready"], [data-atlas-state="stopped"]')).waitFor({ state: 'attached' });
  return element.getAttribute('data-atlas-state');
}

/** Saves a picture under `report/`, for a person to look at; gives its path. */
export async function picture(page, name) {
  const folder = fileURLToPath(new URL('../report/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

function watch(inBrowser, page, seen, allowed) {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      seen.console.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => seen.errors.push(String(error?.stack ?? error)));
  page.on('crash', () => seen.errors.push('the tab crashed'));
  page.on('dialog', (dialog) => {
    seen.popups.push(`${dialog.type()}: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  inBrowser.on('page', (other) => other !== page && seen.popups.push(`window: ${other.url()}`));
  inBrowser.on('request', (request) => {
    const line = `${request.method()} ${request.url()}`;
    seen.all.push(line);
    const { protocol, origin } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && !allowed.has(origin)) {
      seen.requests.push(line);
    }
  });
}

/** Policy violations, Trusted Types among them, from every frame. */
async function tellViolations(inBrowser, seen) {
  await inBrowser.exposeBinding('tellViolation', (_, line) => seen.violations.push(line));
  await inBrowser.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.tellViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample} (${event.sourceFile}:${event.lineNumber})`);
    });
  });
}

function unexpected(seen, expect) {
  const left = {};
  for (const kind of ['console', 'errors', 'violations', 'requests', 'popups']) {
    const patterns = expect[kind] ?? [];
    const lines = seen[kind].filter((line) => !patterns.some((pattern) => pattern.test(line)));
    if (lines.length > 0) {
      left[kind] = lines;
    }
  }
  return left;
}
