// For pages that hold the viewer in an iframe: gives the frame the element's API.
//
//   import { embed } from './release-atlas-embed.js';
//   const atlas = embed(document.querySelector('iframe'));

export {};
