// Starts the one wasm instance of a page and says what happened when it cannot start or dies.
//
// Put together with the glue of wasm-bindgen, parts.js and element.js by `cargo xtask build`, in one scope.
// From that scope it uses `atlasBuild` (what this build is made of) and `wasm_bindgen` (the glue);
// the glue in turn calls `atlasMarkup` and `atlasGuard`, which are here because they must outlive
// the wasm: after a Rust panic or an exhausted stack nothing in there can be trusted to run. What the
// program does not need at once comes later, in parts: see parts.js.

// ---- Trusted Types: the one place that turns text into markup -----------------------------

const atlasPolicy = globalThis.trustedTypes?.createPolicy
  ? makeAtlasPolicy()
  : { createHTML: (markup) => markup, createScriptURL: (address) => address };

function makeAtlasPolicy() {
  const rules = {
    createHTML: (markup) => markup,
    createScriptURL: (address) => {
      if (address !== atlasAddress(atlasBuild.worker)) {
        throw new TypeError(`Release Atlas starts no script but its own: ${address}`);
      }
      return address;
    },
  };
  // A second copy of this script on one page, or a page that lists the policies it allows.
  try {
    return globalThis.trustedTypes.createPolicy('release-atlas', rules);
  } catch (refusal) {
    console.warn('Release Atlas: the page allows no Trusted Types policy "release-atlas".', refusal);
    return { createHTML: (markup) => markup, createScriptURL: (address) => address };
  }
}

/** Called by the glue for the unchanging parts of a view, which are made in a template and copied. */
function atlasMarkup(node, markup) {
  const isTemplate = node instanceof HTMLTemplateElement;
  const isLooseGroup = node instanceof SVGGElement && node.parentNode === null;
  if (!isTemplate && !isLooseGroup) {
    throw new TypeError('Release Atlas makes markup inside templates only');
  }
  node.innerHTML = atlasPolicy.createHTML(markup);
}

// ---- The instance -------------------------------------------------------------------------

/** Why there is no running instance; `kind` picks the words that are shown. */
class AtlasStop extends Error {
  constructor(kind, detail, cause) {
    super(detail, { cause });
    this.name = 'AtlasStop';
    this.kind = kind;
  }
}

const atlasEngine = {
  /** Settles when the instance runs, or with an `AtlasStop`. */
  started: null,
  /** The `AtlasStop` that ended it. */
  stop: null,
  /** What a Rust panic said just before. */
  lastWords: '',
  /** The text of `config.json`, asked for once. */
  config: null,
  /** The compiled program, for workers. */
  module: null,
  /** Answers that were asked for before the program was there, by address. */
  early: new Map(),
  /** File of a part → promise of its compiled module, for workers too. */
  modules: new Map(),
  /** Elements to tell when it dies. */
  elements: new Set(),

  start() {
    this.started ??= startAtlas().catch((failure) => {
      throw failure instanceof AtlasStop ? failure : new AtlasStop('broken', String(failure), failure);
    });
    return this.started;
  },

  /** Forgets a failed start so that the next one tries again; a dead instance stays dead. */
  retry() {
    if (this.stop === null) {
      this.started = null;
    }
    return this.start();
  },

  die(cause) {
    if (this.stop !== null) {
      return;
    }
    const said = this.lastWords || String(cause?.message ?? cause);
    this.stop = new AtlasStop(this.lastWords ? 'panicked' : deathKind(said), said, cause);
    this.started = Promise.reject(this.stop);
    this.started.catch(() => {});
    for (const element of this.elements) {
      element.atlasStopped(this.stop);
    }
  },
};

async function startAtlas() {
  if (typeof WebAssembly !== 'object') {
    throw new AtlasStop('unsupported', 'This browser has no WebAssembly.');
  }
  const config = fetchConfig(); // beside the program, not after it
  const module = await compileAtlas(atlasBuild.wasm);
  await wasm_bindgen({ module_or_path: module });
  atlasEngine.module = module;
  wasm_bindgen.start({
    home: atlasBuild.home,
    version: atlasBuild.version,
    config: await config,
    panicked: (words) => {
      atlasEngine.lastWords = words;
      console.error(`Release Atlas: ${words}`);
    },
    startWorker: startAtlasWorker,
    takeEarly: takeAtlasEarly,
  });
}

/**
 * Asks for the documents that config.json opens on the viewer's own page, so that they come beside the program and
 * not after it. Only what the program is going to ask for in the same words: of this origin, without cookies,
 * and nothing where the address or an attribute names something else.
 */
async function askAtlasEarly(element) {
  const decides = ['src', 'manifest-src', 'offline', 'credentials'];
  if (new URLSearchParams(location.search).has('src') || decides.some((name) => element.hasAttribute(name))) {
    return;
  }
  try {
    const { open, attributes } = JSON.parse((await fetchConfig()) ?? '{}');
    const addresses = `${open?.src ?? ''} ${open?.['manifest-src'] ?? ''}`.split(/\s+/).filter(Boolean);
    for (const address of decides.some((name) => name in Object(attributes)) ? [] : addresses) {
      const { href, origin } = new URL(address, atlasBuild.home);
      if (origin === location.origin) {
        const headers = { accept: 'application/hal+json, application/json, */*;q=0.1' };
        const answer = fetch(href, { headers, credentials: 'omit', referrerPolicy: 'no-referrer' });
        answer.catch(() => {}); // whoever takes it asks again
        atlasEngine.early.set(href, answer);
      }
    }
  } catch {
    // The program reads the file again and names what is wrong with it.
  }
}

/** The answer to a request that was sent already, once; null for any other. */
function takeAtlasEarly(request) {
  const answer = atlasEngine.early.get(request.url);
  atlasEngine.early.delete(request.url);
  return answer?.catch(() => fetch(request)) ?? null;
}

/** What the people who publish the viewer set; null where there is nothing, or it may not be read. */
function fetchConfig() {
  atlasEngine.config ??= isOwnOrigin() || !atlasBuild.wasm.bytes ? readConfig() : Promise.resolve(null);
  return atlasEngine.config;
}

async function readConfig() {
  if (atlasBuild.config === null) {
    return null;
  }
  try {
    // No viewer waits long for a file that it can do without.
    const options = { credentials: 'same-origin', signal: AbortSignal.timeout(5_000) };
    const response = await fetch(atlasAddress(atlasBuild.config), options);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/** A worker on this build's own worker script, or null where the page or the browser allows none. */
function startAtlasWorker() {
  if (typeof Worker !== 'function' || !isOwnOrigin()) {
    return null;
  }
  try {
    const worker = new Worker(atlasPolicy.createScriptURL(atlasAddress(atlasBuild.worker)));
    feedAtlasWorker(worker);
    return worker;
  } catch {
    return null;
  }
}

/** Hands the program over with the part that the worker needs; without it, the worker says so when it is asked. */
async function feedAtlasWorker(worker) {
  const files = atlasBuild.parts.layout ?? [];
  const modules = await Promise.allSettled(files.map(compileAtlasPart));
  const found = files.map((file, at) => [file, modules[at].value]).filter(([, module]) => module);
  worker.postMessage({ module: atlasEngine.module, parts: Object.fromEntries(found) });
}

/** Compiles a file of a part, once. */
function compileAtlasPart(file) {
  if (!atlasEngine.modules.has(file)) {
    const compiling = compileAtlas(atlasBuild.files[file]);
    compiling.catch(() => atlasEngine.modules.delete(file));
    atlasEngine.modules.set(file, compiling);
  }
  return atlasEngine.modules.get(file);
}

/** Scripts of another origin start no worker, and a sandboxed frame has no origin at all. */
function isOwnOrigin() {
  return globalThis.origin === new URL(atlasBuild.home).origin;
}

function atlasAddress(file) {
  return new URL(file, atlasBuild.home).href;
}

/** Compiles a file of wasm: fetched with its integrity, or delivered as bytes. */
function compileAtlas({ file, integrity, bytes }) {
  return bytes ? compileDelivered(bytes) : compileFetched(atlasAddress(file), integrity);
}

async function compileFetched(address, integrity) {
  let response;
  try {
    response = await fetch(address, { integrity, credentials: 'same-origin' });
  } catch (failure) {
    throw await whyNotFetched(address, failure);
  }
  if (!response.ok) {
    throw new AtlasStop('missing', `${address} answered ${response.status}.`);
  }
  // A server that does not know the type of .wasm files only costs the streaming.
  const streams = (response.headers.get('content-type') ?? '').startsWith('application/wasm');
  return compiled(
    streams && WebAssembly.compileStreaming
      ? () => WebAssembly.compileStreaming(response)
      : async () => WebAssembly.compile(await response.arrayBuffer()),
  );
}

async function compileDelivered(delivery) {
  const bytes = await delivery;
  return compiled(() => WebAssembly.compile(bytes));
}

async function compiled(work) {
  try {
    return await work();
  } catch (failure) {
    const refused = /unsafe-eval|content security policy|call to WebAssembly\.\w+\(\) blocked/i;
    const kind = refused.test(String(failure?.message)) ? 'blocked' : 'broken';
    throw new AtlasStop(kind, String(failure?.message ?? failure), failure);
  }
}

/** A refused integrity and an unreachable server read alike; a second look tells them apart. */
async function whyNotFetched(address, failure) {
  try {
    const response = await fetch(address, { cache: 'no-store', credentials: 'same-origin' });
    await response.body?.cancel();
    return response.ok
      ? new AtlasStop('altered', `${address} is not the file that this build was made with.`, failure)
      : new AtlasStop('missing', `${address} answered ${response.status}.`, failure);
  } catch {
    return new AtlasStop('unreachable', `${address}: ${failure.message}`, failure);
  }
}

// ---- The abort alert ----------------------------------------------------------------------

/**
 * Called by the glue with the instance's exports. Every call into the wasm goes through here, so
 * that a trap is seen where it happens, and no handler, timer or promise can enter a dead instance:
 * after a trap each later call would run on half-written memory.
 */
function atlasGuard(exports) {
  atlasExports = exports;
  const guarded = Object.create(null);
  for (const [name, value] of Object.entries(exports)) {
    guarded[name] = typeof value === 'function' ? atlasGuarded(value) : value;
  }
  return guarded;
}

/** What a dead instance answers: zero to the glue that wants a number, no error to the one that wants several. */
const atlasNothing = Object.freeze([0, 0, 0, 0]);

function atlasGuarded(inside) {
  return (...values) => {
    if (atlasEngine.stop !== null) {
      return atlasNothing;
    }
    try {
      return inside(...values);
    } catch (failure) {
      if (isDeath(failure)) {
        atlasEngine.die(failure);
      }
      throw failure;
    }
  };
}

function isDeath(failure) {
  return (
    failure instanceof WebAssembly.RuntimeError ||
    (failure instanceof RangeError && /call stack/i.test(failure.message)) ||
    /too much recursion/i.test(String(failure?.message))
  );
}

function deathKind(said) {
  if (/call stack|recursion/i.test(said)) {
    return 'exhausted-stack';
  }
  return /unreachable/i.test(said) ? 'exhausted-memory' : 'crashed';
}

// ---- What is shown before and instead of the application ----------------------------------

// The only texts outside the Fluent files: they are needed when the wasm that holds those is not there.
const atlasWords = {
  loading: 'Loading…',
  'unsupported': ['This browser cannot run Release Atlas', 'It needs WebAssembly, which this browser does not have or has turned off. Any current Chromium, Firefox or Safari will do.'],
  'missing': ['A file of Release Atlas is missing', 'The server did not hand out the program file that belongs to this page. The copy on the server is incomplete or half updated: publish the whole folder again, then reload.'],
  'unreachable': ['The server of Release Atlas cannot be reached', 'The program file could not be fetched: the network is down, or a filter on the way refused it.'],
  'altered': ['A file of Release Atlas was altered', 'The program file is not the one that this page was built with, so it was not run. The copy on the server is half updated, or something on the way changed it. Publish the whole folder again, then reload.'],
  'blocked': ['This page does not allow WebAssembly', "The page's Content-Security-Policy refuses it. The site's owner has to add 'wasm-unsafe-eval' to script-src, or embed the viewer through embed.html in an iframe."],
  'broken': ['Release Atlas could not start', 'The browser refused the program file. An old browser is the most likely cause.'],
  'panicked': ['Release Atlas stopped', 'It met something it should have been able to handle. What you see is what was shown last; nothing on it works any more.'],
  'exhausted-stack': ['Release Atlas stopped', 'It ran out of stack. What you see is what was shown last; nothing on it works any more.'],
  'exhausted-memory': ['Release Atlas stopped', 'It most likely ran out of memory. What you see is what was shown last; nothing on it works any more.'],
  'crashed': ['Release Atlas stopped', 'The program crashed. What you see is what was shown last; nothing on it works any more.'],
  reload: 'Reload this page',
  retry: 'Try again',
  copy: 'Copy the address',
  copied: 'Copied',
};

/** An element with text and children; text is only ever a text node. */
function atlasNode(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

// On the viewer's own page (`chrome="full"`) these are the page, with its landmark and heading; inside
// another page they are a part of it.

/** The frame that is painted while the wasm is on its way. */
function atlasShell(chrome) {
  const isPage = chrome === 'full';
  const name = atlasNode(isPage ? 'h1' : 'strong', { class: 'atlas-shell-name' }, 'Release Atlas');
  const status = atlasNode('p', { class: 'atlas-shell-status', role: 'status' }, atlasWords.loading);
  const bar = atlasNode('div', { class: 'atlas-shell-bar' }, name, status);
  const attributes = { class: 'atlas-shell', part: 'shell', 'data-chrome': chrome };
  return atlasNode(isPage ? 'main' : 'div', attributes, bar, atlasNode('slot', {}));
}

/** The plain page that stands where the application cannot. */
function atlasStopScreen(stop, chrome, retry) {
  const isPage = chrome === 'full';
  const [title, explanation] = atlasWords[stop.kind] ?? atlasWords.broken;
  const actions = atlasNode('p', { class: 'atlas-stop-actions' }, reloadButton(), copyButton());
  if (['missing', 'unreachable', 'altered'].includes(stop.kind)) {
    actions.prepend(atlasButton(atlasWords.retry, retry));
  }
  const alert = atlasNode(
    'div',
    { class: 'atlas-stop', part: 'banner', role: 'alert', 'data-atlas-stop': stop.kind },
    atlasNode(isPage ? 'h1' : 'h2', {}, title),
    atlasNode('p', {}, explanation),
    atlasNode('p', { class: 'atlas-stop-detail' }, stop.message),
    actions,
  );
  return isPage ? atlasNode('main', { class: 'atlas-stop-page' }, alert) : alert;
}

function atlasButton(label, act) {
  const button = atlasNode('button', { type: 'button' }, label);
  button.addEventListener('click', () => act(button));
  return button;
}

function reloadButton() {
  return atlasButton(atlasWords.reload, () => location.reload());
}

function copyButton() {
  return atlasButton(atlasWords.copy, async (button) => {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = atlasWords.copied;
    } catch {
      button.replaceWith(atlasNode('input', { readonly: '', value: location.href, 'aria-label': atlasWords.copy }));
    }
  });
}
