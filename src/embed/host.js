// For pages that hold the viewer in an iframe: gives the frame the element's API.
//
//   <iframe id="atlas" title="Release Atlas" sandbox="allow-scripts"
//           src="https://tools.example/atlas/embed.html?parent=https://portal.example&chrome=none"></iframe>
//   <script type="module">
//     import { embed } from './release-atlas-embed.js';
//     const atlas = embed(document.querySelector('#atlas'), { documents: [await (await fetch('/api/release')).json()] });
//     atlas.addEventListener('atlas-verdict', ({ detail }) => console.log(detail));
//     const verdict = await atlas.ask({ kind: 'release', id: '…' });
//   </script>
//
// The file stands alone: copy it beside the page, or import it from a host that allows that by CORS.
// Everything is said through a MessagePort that this page makes and hands to this one frame.

const PROTOCOL = 1;

/** Connects to a frame, now and again whenever it is loaded anew. See `EmbeddedAtlas` for what comes back. */
export function embed(iframe, options = {}) {
  return new EmbeddedAtlas(iframe, options);
}

/**
 * A frame with the element's methods, properties and events.
 *
 * Options: `attributes` (an object of the element's attributes), `documents`, `viewState`,
 * `fetcher(request) → Promise<Response>`, `getToken(origin) → Promise<string | null>`, and `hash: true`,
 * which keeps what is looked at in the fragment of this page's own address.
 */
class EmbeddedAtlas extends EventTarget {
  #iframe;
  #attributes;
  #documents;
  #viewState;
  #fetcher;
  #getToken;
  #port = null;
  #nonce = null;
  #connected = latch();
  #open = new Map();
  #last = 0;
  #leaving = new AbortController();

  constructor(iframe, { attributes = {}, documents, viewState, fetcher = null, getToken = null, hash = false } = {}) {
    super();
    this.#iframe = iframe;
    this.#attributes = { ...attributes };
    this.#documents = documents;
    this.#viewState = viewState;
    this.#fetcher = fetcher;
    this.#getToken = getToken;
    window.addEventListener('message', (event) => this.#hear(event), { signal: this.#leaving.signal });
    if (hash) {
      this.#followHash();
    }
  }

  load(document, options = {}) { return this.#ask('load', { document, options }); }
  ask(question) { return this.#ask('ask', question); }
  select(id) { return this.#ask('select', { id }); }
  fit() { return this.#ask('fit', {}); }
  exportAs(format, options = {}) { return this.#ask('exportAs', { format, options }); }
  refresh() { return this.#ask('refresh', {}); }
  stop() { return this.#ask('stop', {}); }
  clear() { return this.#ask('clear', {}); }
  getViewState() { return this.#ask('getViewState', {}); }

  setAttribute(name, value) {
    this.#attributes[name] = value;
    return this.#tell('setAttribute', { name, value });
  }

  removeAttribute(name) {
    return this.setAttribute(name, null);
  }

  get documents() { return this.#documents; }
  set documents(value) {
    this.#documents = value;
    this.#tell('setDocuments', value);
  }

  get viewState() { return this.#viewState; }
  set viewState(value) {
    this.#viewState = value;
    this.#tell('setViewState', value);
  }

  /** Ends the conversation; the frame stays as it is. */
  disconnect() {
    this.#leaving.abort();
    this.#drop('the page ended the conversation');
  }

  #followHash() {
    if (location.hash.length > 1) {
      this.#viewState = location.hash;
    }
    this.addEventListener('atlas-statechange', ({ detail }) => history.replaceState(history.state, '', detail.route));
  }

  #hear(event) {
    const { atlas, type, payload } = Object(event.data);
    if (event.source !== this.#iframe.contentWindow || event.origin !== this.#origin()) {
      return;
    }
    // A slow frame repeats its hello before it hears the answer; only a frame loaded anew has a new nonce.
    const isNew = payload?.nonce !== this.#nonce;
    if (atlas === 1 && type === 'hello' && payload?.protocol === PROTOCOL && isNew) {
      this.#begin(payload.nonce);
    }
  }

  /** A sandbox without `allow-same-origin` has no origin, which messages spell "null". */
  #origin() {
    const isOpaque = this.#iframe.sandbox.length > 0 && !this.#iframe.sandbox.contains('allow-same-origin');
    return isOpaque ? 'null' : new URL(this.#iframe.src, location.href).origin;
  }

  #begin(nonce) {
    this.#drop('the frame was loaded anew');
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#nonce = nonce;
    port1.onmessage = ({ data }) => this.#answer(data);
    const config = {
      attributes: this.#attributes,
      viewState: this.#viewState,
      hasFetcher: this.#fetcher !== null,
      hasGetToken: this.#getToken !== null,
    };
    const origin = this.#origin();
    this.#iframe.contentWindow.postMessage(
      { atlas: 1, id: 'init', type: 'init', payload: { nonce, config, documents: this.#documents } },
      // A frame without an origin cannot be named; the nonce is known to nobody but it.
      { targetOrigin: origin === 'null' ? '*' : origin, transfer: [port2] },
    );
    this.#connected.open();
  }

  #drop(reason) {
    if (this.#port === null) {
      return;
    }
    this.#port.close();
    this.#port = null;
    this.#connected = latch();
    for (const { failed } of this.#open.values()) {
      failed(new Error(reason));
    }
    this.#open.clear();
  }

  async #ask(type, payload) {
    await this.#connected.opened;
    return new Promise((done, failed) => {
      this.#last += 1;
      const id = `page-${this.#last}`;
      this.#open.set(id, { done, failed });
      this.#port.postMessage({ atlas: 1, id, type, payload });
    });
  }

  /** For what `init` repeats anyway: before there is a conversation, nothing has to be said. */
  #tell(type, payload) {
    return this.#port === null ? Promise.resolve() : this.#ask(type, payload);
  }

  async #answer(message) {
    const { atlas, id, type, payload, re } = Object(message);
    if (atlas !== 1) {
      return;
    }
    if (re !== undefined) {
      const waiting = this.#open.get(re);
      this.#open.delete(re);
      if (type === 'error') {
        waiting?.failed(Object.assign(new Error(payload?.message), { name: payload?.name ?? 'Error' }));
      } else {
        waiting?.done(payload);
      }
    } else if (type === 'event' && typeof payload?.name === 'string') {
      if (payload.name === 'atlas-statechange') {
        this.#viewState = payload.detail; // a frame that is loaded anew goes on where it was
      }
      this.dispatchEvent(new CustomEvent(payload.name, { detail: payload.detail }));
    } else {
      await this.#serve(id, type, payload);
    }
  }

  async #serve(id, type, payload) {
    const reply = (type, payload) => this.#port?.postMessage({ atlas: 1, id: `${id}-reply`, type, payload, re: id });
    try {
      if (type === 'fetch' && this.#fetcher !== null) {
        const { url, method, headers, credentials } = payload;
        const response = await this.#fetcher(new Request(url, { method, headers, credentials }));
        const body = response.body === null ? null : await response.arrayBuffer();
        reply('result', { status: response.status, headers: [...response.headers], body });
      } else if (type === 'getToken' && this.#getToken !== null) {
        reply('result', await this.#getToken(payload.origin));
      } else {
        throw new TypeError(`this page answers no ${type}`);
      }
    } catch (failure) {
      reply('error', { name: failure.name, message: failure.message });
    }
  }
}

function latch() {
  const made = {};
  made.opened = new Promise((open) => { made.open = open; });
  return made;
}
