/** The custom element `<release-atlas>`: importing `release-atlas.js` defines it. */

/** An item of the graph. */
export interface AtlasItem {
  kind: 'release' | 'customization' | 'vcf' | 'bundle' | 'unknown';
  id: string;
  /** Null for an item that nothing loaded names. */
  name: string | null;
  itemVersion: string | null;
  status: 'recalled' | 'failed' | 'carrier' | 'failing' | 'load-failed' | 'pending' | 'unknown' | 'ok' | null;
  standing: AtlasStanding | null;
}

export type AtlasStanding = 'HIT' | 'AT RISK' | 'UNKNOWN' | 'CLEAR';

/** Where a document states something. */
export interface AtlasPlace {
  document: string;
  address: string | null;
  /** A JSON pointer (RFC 6901). */
  pointer: string;
}

export interface AtlasReason {
  rule: string;
  standing: AtlasStanding;
  sentence: string;
  /** From the item to the cause. */
  path: AtlasItem[];
  places: AtlasPlace[];
}

/** What `ask` gives. */
export interface AtlasVerdict {
  version: 1;
  kind: AtlasItem['kind'];
  id: string;
  name: string | null;
  itemVersion: string | null;
  status: AtlasItem['status'];
  standing: AtlasStanding;
  sentence: string;
  reasons?: AtlasReason[];
  dependants?: number | null;
  /** Of these, how many need it by an edge of their own, and how many only through others. */
  neededBy?: { directly: number; throughOthers: number } | null;
  coverage?: { read: number; known: number; failed: number };
  /** Bundles to move to. */
  moveTo?: AtlasItem[];
  /** The fewest items to change. */
  change?: AtlasItem[];
  /** For an id that nothing loaded has: ids that look like it. */
  near?: AtlasItem[];
  /** Where `from` was given: the shortest chain between both, null if there is none. */
  chain?: AtlasItem[] | null;
}

export interface AtlasDocument {
  id: number;
  title: string;
  /** What it was taken for. */
  kind:
    | 'customization'
    | 'customizations'
    | 'release'
    | 'releases'
    | 'manifest'
    | 'manifest-releases'
    | 'hal'
    | 'problem'
    | 'other';
  address: string | null;
  /** How many values in it were odd. */
  odd: number;
}

/** What is looked at. Setting needs `route`, or the parameters of the routes by name. */
export interface AtlasViewState {
  version: 1;
  route: string;
  view: string;
  selected: { kind: AtlasItem['kind']; id: string } | null;
  focus: { kind: AtlasItem['kind']; id: string } | null;
  find: string;
}

export type AtlasFormat = 'svg' | 'png' | 'json' | 'csv' | 'markdown' | 'dot' | 'mermaid' | 'graphml' | 'cyclonedx' | 'evidence';

export interface AtlasProperties {
  documents: Array<object | string | Uint8Array | ArrayBuffer> | null | undefined;
  fetcher: ((request: Request) => Promise<Response>) | null | undefined;
  getToken: ((origin: string) => Promise<string | null>) | null | undefined;
}

/** The methods, which the element and a frame have alike. Each rejects with an `Error` whose message is a sentence. */
export interface AtlasMethods {
  load(document: object | string | Uint8Array | ArrayBuffer, options?: { title?: string; address?: string }): Promise<AtlasDocument & { version: 1 }>;
  ask(question: { kind?: AtlasItem['kind']; id: string; from?: string }): Promise<AtlasVerdict>;
  select(id: string | { kind: AtlasItem['kind']; id: string } | null): Promise<(AtlasItem & { version: 1 }) | null>;
  fit(): Promise<null>;
  /** With `highlights`, a picture carries what is selected and lit. */
  exportAs(format: AtlasFormat, options?: { scope?: 'drawn' | 'all' | 'selection'; highlights?: boolean }): Promise<Blob>;
  refresh(): Promise<null>;
  stop(): Promise<null>;
  clear(): Promise<null>;
}

/** The details of the events; every one has `version`. */
export interface AtlasEventDetails {
  'atlas-ready': { version: 1 };
  'atlas-load': { version: 1; documents: AtlasDocument[]; total: number };
  'atlas-progress': { version: 1; open: number; failed: number; bytes: number };
  'atlas-verdict': {
    version: 1;
    standing: AtlasStanding;
    counts: { hit: number; 'at-risk': number; unknown: number; clear: number };
    sentence: string | null;
    item: AtlasItem | null;
  };
  'atlas-select': { version: 1; item: AtlasItem | null };
  /** Cancelable on the element: the view stays. */
  'atlas-navigate': { version: 1; from: string; to: string; view: string };
  /** Cancelable on the element: the link is not followed. */
  'atlas-link': { version: 1; href: string; external: boolean };
  'atlas-statechange': AtlasViewState;
  'atlas-auth': { version: 1; origin: string };
  'atlas-resize': { version: 1; width: number; height: number; contentHeight: number };
  'atlas-error': { version: 1; kind: string; message: string; name?: string; title?: string; address?: string; status?: number | null };
}

export class ReleaseAtlasElement extends HTMLElement implements AtlasMethods {
  documents: AtlasProperties['documents'];
  fetcher: AtlasProperties['fetcher'];
  getToken: AtlasProperties['getToken'];
  get viewState(): AtlasViewState | undefined;
  set viewState(value: string | Partial<AtlasViewState> | Record<string, string | number> | undefined);
  load: AtlasMethods['load'];
  ask: AtlasMethods['ask'];
  select: AtlasMethods['select'];
  fit: AtlasMethods['fit'];
  exportAs: AtlasMethods['exportAs'];
  refresh: AtlasMethods['refresh'];
  stop: AtlasMethods['stop'];
  clear: AtlasMethods['clear'];
}

declare global {
  interface HTMLElementTagNameMap {
    'release-atlas': ReleaseAtlasElement;
  }
  interface HTMLElementEventMap {
    'atlas-ready': CustomEvent<AtlasEventDetails['atlas-ready']>;
    'atlas-load': CustomEvent<AtlasEventDetails['atlas-load']>;
    'atlas-progress': CustomEvent<AtlasEventDetails['atlas-progress']>;
    'atlas-verdict': CustomEvent<AtlasEventDetails['atlas-verdict']>;
    'atlas-select': CustomEvent<AtlasEventDetails['atlas-select']>;
    'atlas-navigate': CustomEvent<AtlasEventDetails['atlas-navigate']>;
    'atlas-link': CustomEvent<AtlasEventDetails['atlas-link']>;
    'atlas-statechange': CustomEvent<AtlasEventDetails['atlas-statechange']>;
    'atlas-auth': CustomEvent<AtlasEventDetails['atlas-auth']>;
    'atlas-resize': CustomEvent<AtlasEventDetails['atlas-resize']>;
    'atlas-error': CustomEvent<AtlasEventDetails['atlas-error']>;
  }
}
