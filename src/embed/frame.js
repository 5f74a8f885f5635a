// The frame's end of the conversation with the page that holds it (embed.html only).
//
// The page is named by `?parent=`, an exact origin; nothing is said to any other, nothing heard from any
// other, and nothing but presentation is read from the address. The frame says `hello` until the page
// answers `init` with the same nonce and a MessagePort; from there on both talk through the port alone,
// where no third party can listen or speak. The verbs are the element's methods.
// Same scope as element.js, before it, so that the attributes stand when the element begins.

const ATLAS_PROTOCOL = 1;

/** What the address may set; documents, tokens and limits come from the page that was checked. */
const atlasPresentation = [
  'chrome', 'density', 'direction', 'lang', 'theme', 'time-zone', 'view', 'zoom-mode',
];

const atlasVerbs = {
  load: (element, { document, options }) => element.load(document, options),
  ask: (element, question) => element.ask(question),
  select: (element, { id }) => element.select(id),
  fit: (element) => element.fit(),
  exportAs: (element, { format, options }) => element.exportAs(format, options),
  refresh: (element) => element.refresh(),
  stop: (element) => element.stop(),
  clear: (element) => element.clear(),
  setAttribute: (element, { name, value }) => setFrameAttribute(element, name, value),
  setDocuments: (element, documents) => { element.documents = documents; },
  setViewState: (element, state) => { element.viewState = state; },
  getViewState: (element) => element.viewState,
};

const atlasEvents = [
  'atlas-ready', 'atlas-load', 'atlas-progress', 'atlas-verdict', 'atlas-select', 'atlas-navigate',
  'atlas-link', 'atlas-statechange', 'atlas-auth', 'atlas-resize', 'atlas-error',
];

function startAtlasFrame() {
  const query = new URLSearchParams(location.search);
  const element = document.querySelector('release-atlas');
  for (const name of atlasPresentation) {
    if (query.has(name)) {
      element.setAttribute(name, query.get(name));
    }
  }
  const parent = query.get('parent');
  if (window.parent !== window && isExactOrigin(parent)) {
    allowsParent(parent).then((isAllowed) => {
      if (isAllowed) {
        sayHello(parent, query.get('instance'), (payload, port) => converse(element, payload, port));
      }
    });
  }
}

/**
 * Whether `config.json` names the page, if it names any. A frame without an origin cannot read it, and has
 * nothing of its own to give away: no storage, no cookies, no network.
 */
async function allowsParent(parent) {
  try {
    const { parents } = JSON.parse((await fetchConfig()) ?? '{}');
    return !Array.isArray(parents) || parents.length === 0 || parents.includes(parent);
  } catch {
    return true; // the viewer names what is wrong with the file
  }
}

function isExactOrigin(text) {
  try {
    return text !== 'null' && new URL(text).origin === text;
  } catch {
    return false;
  }
}

/** Repeats itself, ever more slowly, because the page may start listening late. */
function sayHello(parent, instance, begin) {
  const nonce = Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(16)).join('-');
  const capabilities = { verbs: Object.keys(atlasVerbs), events: atlasEvents };
  const hello = { atlas: 1, id: nonce, type: 'hello', payload: { protocol: ATLAS_PROTOCOL, nonce, instance, capabilities } };
  let pause = 100;
  let timer = 0;
  const repeat = () => {
    window.parent.postMessage(hello, parent);
    pause = Math.min(pause * 1.5, 5_000);
    timer = setTimeout(repeat, pause);
  };
  window.addEventListener('message', function hear(event) {
    const isFromParent = event.source === window.parent && event.origin === parent;
    const { atlas, type, payload } = Object(event.data);
    if (isFromParent && atlas === 1 && type === 'init' && payload?.nonce === nonce && event.ports.length === 1) {
      window.removeEventListener('message', hear);
      clearTimeout(timer);
      begin(payload, event.ports[0]);
    }
  });
  repeat();
}

function converse(element, { config = {}, documents }, port) {
  const ask = asker(port);
  const { attributes, hasFetcher, hasGetToken, viewState } = Object(config);
  if (hasFetcher) {
    // The page fetches for us, so the frame's own silence (`offline`) need not forbid it.
    element.removeAttribute('offline');
    element.fetcher = async ({ url, method, headers, credentials }) => {
      const answer = await ask.page('fetch', { url, method, headers: [...headers], credentials });
      return new Response(answer.body, { status: answer.status, headers: answer.headers });
    };
  }
  const refused = setFrameAttributes(element, Object(attributes));
  if (hasGetToken) {
    element.getToken = (origin) => ask.page('getToken', { origin });
  }
  if (viewState !== undefined) {
    element.viewState = viewState;
  }
  if (documents !== undefined) {
    element.documents = documents;
  }
  for (const name of atlasEvents) {
    element.addEventListener(name, ({ detail }) => ask.send('event', { name, detail }));
  }
  for (const message of refused) {
    ask.send('event', { name: 'atlas-error', detail: { version: 1, kind: 'attribute', message } });
  }
  port.onmessage = ({ data }) => answerPage(element, ask, data);
  if (element.dataset.atlasState === 'ready') {
    ask.send('event', { name: 'atlas-ready', detail: { version: 1 } });
  }
}

async function answerPage(element, ask, message) {
  const { atlas, id, type, payload, re } = Object(message);
  if (atlas !== 1) {
    return;
  }
  if (re !== undefined) {
    ask.settle(re, type, payload);
    return;
  }
  try {
    if (!Object.hasOwn(atlasVerbs, type)) {
      throw new TypeError(`there is no verb ${type}`);
    }
    ask.send('result', await atlasVerbs[type](element, Object(payload)), id);
  } catch (failure) {
    ask.send('error', { name: String(failure?.name), message: String(failure?.message ?? failure) }, id);
  }
}

/** Sends envelopes and settles what was asked when its reply comes. */
function asker(port) {
  const open = new Map();
  let last = 0;
  const send = (type, payload, re) => {
    last += 1;
    const envelope = { atlas: 1, id: `frame-${last}`, type, payload, ...(re === undefined ? {} : { re }) };
    try {
      port.postMessage(envelope);
    } catch (failure) {
      // Something in it cannot cross over; the other side hears that instead of nothing.
      port.postMessage({ ...envelope, type: re === undefined ? type : 'error', payload: { message: String(failure) } });
    }
    return envelope.id;
  };
  return {
    send,
    page: (type, payload) => new Promise((done, failed) => open.set(send(type, payload), { done, failed })),
    settle: (id, type, payload) => {
      const waiting = open.get(id);
      open.delete(id);
      if (type === 'error') {
        waiting?.failed(new Error(payload?.message));
      } else {
        waiting?.done(payload);
      }
    },
  };
}

/** Sets what can be set; gives a sentence for what cannot. */
function setFrameAttributes(element, attributes) {
  const refused = [];
  for (const [name, value] of Object.entries(attributes)) {
    try {
      setFrameAttribute(element, name, value);
    } catch (failure) {
      refused.push(String(failure?.message));
    }
  }
  return refused;
}

function setFrameAttribute(element, name, value) {
  if (!customElements.get('release-atlas')?.observedAttributes.includes(name)) {
    throw new TypeError(`there is no attribute ${name}`);
  }
  if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

startAtlasFrame();
