// The fault server is what it says it is: every row is served byte by byte, ends as it should, and makes
// Chromium's own fetch do what the class in the row rests on. What the viewer makes of each is shown by
// the tests of its views.

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { answerTo, askOf, classes, faults, groups, serveFaults, shows } from './support/faults.mjs';
import { hostPages } from './support/site.mjs';
import { visit } from './support/visit.mjs';

const document = JSON.stringify({ id: 'a', version: '1', description: 'ein Käse, 芝士 and more words so that halves differ', _links: { dependencies: [] } });
const token = 'fault-token-1234567890';

test('the table holds at least 80 faults, each in a known class', () => {
  const count = Object.values(groups).reduce((sum, rows) => sum + Object.keys(rows).length, 0);
  assert.equal(count, Object.keys(faults).length, 'no name is used twice');
  assert.ok(count >= 80, `${count} faults`);
  for (const [name, row] of Object.entries(faults)) {
    assert.ok(shows(row).length > 0 && shows(row).every((word) => classes.includes(word)), `${name}: ${row.shows}`);
  }
});

for (const [group, rows] of Object.entries(groups)) {
  test(`${group}: every fault is really served`, async (t) => {
    const server = await serveFaults(t, { document });
    // All that has to be packed is packed before the first socket waits for it.
    const expected = Object.keys(rows).map((name) => {
      const target = server.url(name).slice(server.origin.length);
      const headers = { host: 'faults', authorization: `Bearer ${token}` };
      const ask = { ...askOf({ target, headers }), isElsewhere: false, origin: server.origin, elsewhere: server.elsewhere, visits: 1 };
      const { pieces, end } = answerTo('GET', ask, Buffer.from(document));
      return { name, target, end, ...written(pieces) };
    });
    await inTurn(expected, 8, async ({ name, target, end, bytes, isWhole }) => {
      const seen = await raw(server, target);
      const compared = isWhole ? seen.bytes : seen.bytes.subarray(0, bytes.length);
      assert.ok(bytes.equals(compared), `${name}: ${bytes.length} bytes expected, ${seen.bytes.length} came`);
      assert.ok(!isWhole || seen.end === end, `${name} ends with ${seen.end}, not ${end}`);
    });
  });
}

test("Chromium's fetch takes every fault as its class expects", async (t) => {
  const server = await serveFaults(t, { document });
  const site = await hostPages(t, { '/': '<!doctype html><title>faults</title>' });
  const anything = [/./];
  const page = await visit(t, `${site.origin}/`, {
    origins: [server.origin, server.elsewhere],
    expect: { console: anything, requests: anything, violations: anything },
  });
  const single = Object.entries(faults).filter(([name]) => !(name in groups.crawls));
  const odd = [];
  await inTurn(single, 6, async ([name, row]) => {
    const outcome = await page.evaluate(fetchWithin, { address: server.url(name), milliseconds: 2_500, most: 64 << 20, token: row.needsToken ? token : null });
    const allowed = shows(row).map(outcomeOf);
    if (!allowed.includes(outcome)) {
      odd.push(`${name}: ${outcome}, expected ${allowed.join(' or ')}`);
    }
  });
  assert.deepEqual(odd, []);
});

/** What a class rests on: fetch fails, does not end, brings too much, or brings an answer. */
function outcomeOf(word) {
  return { network: 'fails', timeout: 'hangs', 'too-big': 'too big' }[word] ?? 'answers';
}

/** Runs in the page. */
async function fetchWithin({ address, milliseconds, most, token }) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort('late'), milliseconds);
  try {
    const response = await fetch(address, { signal: controller.signal, headers: token ? { authorization: `Bearer ${token}` } : {} });
    const stated = Number(response.headers.get('content-length'));
    if (!response.headers.has('content-encoding') && stated > most) {
      return 'too big';
    }
    let bytes = 0;
    const reader = response.body?.getReader();
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) {
        return response.status === 408 ? 'hangs' : 'answers';
      }
      bytes += value.length;
      if (bytes > most) {
        controller.abort();
        return 'too big';
      }
    }
  } catch {
    return controller.signal.aborted ? 'hangs' : 'fails';
  } finally {
    clearTimeout(timer);
  }
}

/** What a bare socket sees: the bytes and how the connection ends. */
function raw(server, target) {
  return new Promise((resolve) => {
    const parts = [];
    let size = 0;
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    const done = (end) => {
      clearTimeout(idle);
      socket.destroy();
      resolve({ bytes: Buffer.concat(parts), end });
    };
    let idle = setTimeout(() => done('hold'), longestSilence);
    socket.write(`GET ${target} HTTP/1.1\r\nHost: faults\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    socket.on('data', (data) => {
      parts.push(data);
      size += data.length;
      clearTimeout(idle);
      idle = setTimeout(() => done('hold'), longestSilence);
      if (size > mostRaw) {
        done('endless');
      }
    });
    socket.on('end', () => done('close'));
    socket.on('error', () => done('reset'));
  });
}

const mostRaw = 8 << 20;
const longestSilence = 1_000;

/** What the pieces of a row write, up to a limit. */
function written(pieces) {
  const parts = [];
  let size = 0;
  for (const piece of pieces) {
    if (typeof piece !== 'number') {
      parts.push(Buffer.from(piece));
      size += parts.at(-1).length;
    }
    if (size > 1 << 20 && !Array.isArray(pieces)) {
      return { bytes: Buffer.concat(parts), isWhole: false };
    }
  }
  return { bytes: Buffer.concat(parts), isWhole: true };
}

/** Runs `work` over all items, so many at a time. */
async function inTurn(items, atOnce, work) {
  const left = [...items];
  const lane = async () => {
    while (left.length > 0) {
      await work(left.shift());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
