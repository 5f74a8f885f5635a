//! The border to the page: the custom element, the iframe and the code that starts the wasm.
//!
//! Rust cannot subclass `HTMLElement`, so `element.js` defines the class and forwards to
//! [`Mounted`]; `loader.js` fetches and starts the wasm, paints the frame before it is there,
//! asks beside it for what `config.json` opens on the viewer's own page,
//! and says what happened when it cannot start or dies; `parts.js` loads what comes
//! later. All of them are text, put together by `cargo xtask build` with the glue of wasm-bindgen
//! into `release-atlas.js` (an ES module)
//! and `release-atlas-frame.js` (a classic script, for a sandboxed iframe; with `frame.js`, its end of
//! the conversation with the page that holds it, whose other end is `host.js`). `worker.js` with the
//! same glue is the worker in which graphs are laid out; the loader starts it.
//!
//! # Trusted Types
//!
//! Leptos makes the unchanging parts of a `view!` from markup (`template.innerHTML`), which
//! `require-trusted-types-for 'script'` refuses. The build turns that one sink of the glue
//! into a call of `atlasMarkup` in `loader.js`, whose policy `release-atlas` accepts nothing
//! but a `<template>` or an SVG group that is in no document: `view!` may be used freely,
//! and `inner_html` stays shut, with Trusted Types or without.

mod mounted;
mod worker;

pub use mounted::{Mounted, start};
pub use worker::{arrange_flat, load_layout};
