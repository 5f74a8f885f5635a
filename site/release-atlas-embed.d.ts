/** For pages that hold the viewer in an iframe. */

import type { AtlasEventDetails, AtlasMethods, AtlasProperties, AtlasViewState } from './release-atlas.js';

export interface EmbedOptions extends Partial<AtlasProperties> {
  /** The element's attributes by name; `true` for a boolean one. */
  attributes?: Record<string, string | number | boolean | null>;
  viewState?: string | Partial<AtlasViewState>;
  /** Keeps what is looked at in the fragment of this page's own address. */
  hash?: boolean;
}

/** A frame with the element's methods, properties and events. Its events cannot be cancelled. */
export interface EmbeddedAtlas extends EventTarget, AtlasMethods {
  documents: AtlasProperties['documents'];
  viewState: EmbedOptions['viewState'];
  getViewState(): Promise<AtlasViewState>;
  setAttribute(name: string, value: string | number | boolean | null): Promise<void>;
  removeAttribute(name: string): Promise<void>;
  /** Ends the conversation; the frame stays as it is. */
  disconnect(): void;
  addEventListener<Name extends keyof AtlasEventDetails>(
    name: Name,
    listener: (event: CustomEvent<AtlasEventDetails[Name]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Connects to a frame, now and again whenever it is loaded anew. */
export function embed(iframe: HTMLIFrameElement, options?: EmbedOptions): EmbeddedAtlas;
