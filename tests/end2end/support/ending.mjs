// What ends with a test: pages first, then the servers that they still ask.

const endings = new WeakMap();

/** Ends a page (or whatever asks) with the test. */
export function endPage(t, work) {
  endingsOf(t).pages.push(work);
}

/** Ends a server with the test, once no page is left. */
export function endServer(t, work) {
  endingsOf(t).servers.push(work);
}

function endingsOf(t) {
  if (!endings.has(t)) {
    const list = { pages: [], servers: [] };
    endings.set(t, list);
    t.after(() => endAll(list));
  }
  return endings.get(t);
}

/** All of them, even when one fails; the first failure is the test's. */
async function endAll({ pages, servers }) {
  const failures = [];
  for (const work of [...pages, ...servers]) {
    await Promise.resolve().then(work).catch((failure) => failures.push(failure));
  }
  if (failures.length > 0) {
    throw failures[0];
  }
}
