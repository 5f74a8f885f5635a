// The custom element <release-atlas>: the JavaScript class that forwards to `Mounted` in mounted.rs.
//
// It owns what must exist with or without wasm: the shadow root, the frame, the state, the promises
// that methods hand out. Everything else is Rust. Same scope as loader.js.

const atlasSheet = (() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(atlasBuild.style);
  return sheet;
})();

/** The events and their details carry the version of this interface. */
const ATLAS_INTERFACE = 1;

class ReleaseAtlasElement extends HTMLElement {
  static observedAttributes = [
    'src', 'manifest-src', 'base-url', 'view', 'focus', 'depth', 'direction', 'group', 'find', 'hide',
    'max-nodes', 'max-requests', 'max-bytes', 'theme', 'density', 'lang', 'time-zone', 'chrome', 'state',
    'offline', 'readonly', 'credentials', 'zoom-mode',
  ];

  static #properties = ['documents', 'fetcher', 'getToken', 'viewState'];

  #root = this.attachShadow({ mode: 'open' });
  #given = new Map();
  #mounted = null;
  #shell = null;
  #alert = null;
  #waiting = atlasLatch();

  connectedCallback() {
    if (this.#mounted !== null || this.#shell !== null || this.#alert !== null) {
      return; // moved within the page
    }
    this.#adoptEarlyProperties();
    this.#paintShell();
    atlasEngine.elements.add(this);
    if (this.#ownsPage()) {
      askAtlasEarly(this);
    }
    this.#startWhenReady(atlasEngine.start());
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one task; only a removal that lasts unmounts.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#unmount();
      }
    });
  }

  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    if (this.#isRunning() && before !== now) {
      this.#mounted.attribute_changed(name, now);
    }
  }

  get documents() { return this.#given.get('documents'); }
  set documents(value) { this.#give('documents', value); }
  get fetcher() { return this.#given.get('fetcher'); }
  set fetcher(value) { this.#give('fetcher', value); }
  get getToken() { return this.#given.get('getToken'); }
  set getToken(value) { this.#give('getToken', value); }
  get viewState() { return this.#isRunning() ? this.#mounted.view_state() : this.#given.get('viewState'); }
  set viewState(value) { this.#give('viewState', value); }

  load(document, options = {}) { return this.#call('load', { document, options }); }
  ask(question) { return this.#call('ask', question); }
  select(id) { return this.#call('select', { id }); }
  fit() { return this.#call('fit', {}); }
  exportAs(format, options = {}) { return this.#call('exportAs', { format, options }); }
  refresh() { return this.#call('refresh', {}); }
  stop() { return this.#call('stop', {}); }
  clear() { return this.#call('clear', {}); }

  /** Told by the loader when the instance died: what is shown stays, inert, under an alert. */
  atlasStopped(stop) {
    for (const part of this.#root.children) {
      part.inert = true;
    }
    this.#shell?.remove();
    this.#shell = null;
    this.#alert?.remove();
    this.#alert = atlasStopScreen(stop, this.#chrome(), () => this.#tryAgain());
    this.#root.prepend(this.#alert);
    this.#setState('stopped');
    this.#waiting.fail(stop);
    this.#tell('atlas-error', { kind: stop.kind, message: stop.message });
  }

  #startWhenReady(started) {
    started.then(
      () => this.isConnected && this.#mount(),
      (stop) => this.isConnected && this.atlasStopped(stop),
    );
  }

  #tryAgain() {
    this.#alert?.remove();
    this.#alert = null;
    this.#waiting = atlasLatch();
    this.#paintShell();
    this.#startWhenReady(atlasEngine.retry());
  }

  #paintShell() {
    this.#root.adoptedStyleSheets = [atlasSheet];
    this.#shell = atlasShell(this.getAttribute('view') === 'chip' ? 'none' : this.#chrome());
    this.#root.append(this.#shell);
    this.#setState('loading');
    performance.mark('atlas:shell');
  }

  #mount() {
    if (this.#mounted !== null) {
      return;
    }
    const attributes = Object.fromEntries(Array.from(this.attributes, ({ name, value }) => [name, value]));
    try {
      this.#mounted = new wasm_bindgen.Mounted(
        this, this.#root, attributes, Object.fromEntries(this.#given), this.#ownsPage(),
      );
    } catch (failure) {
      if (atlasEngine.stop === null) {
        this.atlasStopped(new AtlasStop('broken', String(failure), failure));
      }
      return;
    }
    this.#shell?.remove();
    this.#shell = null;
    this.#setState('ready');
    this.#waiting.open(this.#mounted);
    this.#tell('atlas-ready', {});
  }

  #unmount() {
    atlasEngine.elements.delete(this);
    if (atlasEngine.stop === null) {
      this.#mounted?.free();
    }
    this.#mounted = null;
    this.#shell = null;
    this.#alert = null;
    this.#root.replaceChildren();
    this.#waiting = atlasLatch();
  }

  async #call(method, payload) {
    const mounted = await this.#waiting.opened;
    if (atlasEngine.stop !== null) {
      throw atlasEngine.stop;
    }
    return mounted.call(method, payload);
  }

  #give(name, value) {
    this.#given.set(name, value);
    if (this.#isRunning()) {
      this.#mounted.property_changed(name, value);
    }
  }

  #isRunning() {
    return this.#mounted !== null && atlasEngine.stop === null;
  }

  /** Only the viewer's own page may name documents in its query; never a portal, never a frame. */
  #ownsPage() {
    return !atlasBuild.wasm.bytes && this.#chrome() === 'full' && this.getAttribute('state') === 'hash';
  }

  /** Properties that a script set before this class was known are plain fields that hide the accessors. */
  #adoptEarlyProperties() {
    for (const name of ReleaseAtlasElement.#properties) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
  }

  #chrome() {
    return this.getAttribute('chrome') ?? 'compact';
  }

  #setState(state) {
    this.dataset.atlasState = state;
    document.documentElement.dataset.atlasState = state;
  }

  #tell(name, detail) {
    this.dispatchEvent(
      new CustomEvent(name, { bubbles: true, composed: true, detail: { version: ATLAS_INTERFACE, ...detail } }),
    );
  }
}

/** A promise with its two ends; nobody has to be listening when it fails. */
function atlasLatch() {
  const latch = {};
  latch.opened = new Promise((open, fail) => Object.assign(latch, { open, fail }));
  latch.opened.catch(() => {});
  return latch;
}

// Importing the script twice, from two places, is no error: the first one stands.
if (!customElements.get('release-atlas')) {
  customElements.define('release-atlas', ReleaseAtlasElement);
}
