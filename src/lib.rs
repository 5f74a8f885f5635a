//! Release Atlas: a browser viewer for release graphs and bundle recalls.
//!
//! # The map, in reading order
//!
//! Bytes become pixels in one direction, and each room imports only rooms above it (`tests/architecture.rs`
//! holds that). Everything down to [`session`] is plain Rust that knows no browser and is tested natively.
//!
//! | room | what it does |
//! |---|---|
//! | [`geometry`], [`version`], [`excerpt`], [`decimal`], [`stamp`], [`leaf`], [`letters`], [`order`], [`sorted`], [`pace`] | points and paths; vendor version strings; shared pieces of text; numbers as written; dates; one value leniently read; small letters; one sort for all types; sets and maps as lists; long work that can be put down |
//! | [`json`] | bytes to an arena of values with places, numbers as written, notices |
//! | [`shape`] | tables of documented members: one walk checks a document, one lists all of it for panels |
//! | [`text`] | every sentence that people read, in English and German (Fluent) |
//! | [`hal`] | links, templates, pages, crawl plans, failure classes, secrets: all as data |
//! | [`catalog`], [`manifest`] | the two kinds of documents; recall chains |
//! | [`source`] | a loaded document: what it was taken for and why |
//! | [`graph`] | nodes and edges over all documents, with states and evidence; reduction, paths, cuts, search |
//! | [`verdict`] | what is hit, why, and what to move to, with proofs |
//! | [`layout`] | ids, sizes and edges to places and routes, in four phases |
//! | [`scene`] | graph and layout to shapes with roles; camera, index, gestures, SVG |
//! | [`export`] | what a person takes away: graphs, tables, bills, decision records, and the evidence file |
//! | [`session`] | what a person looks at, as a value: state, actions, route, rows, sentences, the drawn part; what a host page sets |
//! | `browser` | one browser capability a file, undone in `Drop`; the only room that names `web_sys` |
//! | `ui` | the views, in Leptos; `ui/session.rs` holds every signal and memo |
//! | `embed` | the custom element, the iframe, the worker, and the scripts that start the wasm |
//!
//! # Two packages
//!
//! A package is compiled at one level of optimisation. Views are many and none of them is hot, so this one is compiled
//! to be small; `release-atlas-engine` (`src/engine.rs`: what reads, checks, lays out and draws) is compiled to be
//! fast. Their files stand side by side, and the names are the same: `crate::json` is the engine's. Measured against
//! one package at `"s"`: a tenth less to load before the first verdict, and layouts as fast or faster.
//!
//! # Parts
//!
//! What the page starts with is what the first verdict needs: the frame, the board, and all that reads, joins and
//! judges. Every other view, the graph, what is taken away and what follows links are parts (`ui::parts`): files of
//! wasm of their own, fetched with their integrity while nothing else is to do, so that a view opens at once and the
//! network may be gone by then. `xtask/src/split.rs` cuts a release where `ui::split` says; a development build is
//! one file. To add a view, give it a piece and an arm in `ui::parts`; code that nothing but the arm reaches moves
//! out by itself. `cargo xtask build` prints what came of it, and fails where the beginning has grown too large.
//!
//! # Invariants
//!
//! * Reading never fails: a reader gives a value and notices; only "this is not JSON" is an error.
//! * No recursion over data that others wrote; every limit is named on the page.
//! * The graph never drops an edge: blocked, recalled and not loaded are states, not absences.
//! * Never clear on missing data: removing a document cannot turn a hit or an unknown into a clear.
//! * Every answer is kept once, byte for byte, in `ui::answers`; addresses are shown and written without secrets.
//! * A part that is missing costs its own view and nothing else: words, and a button that tries again.
//! * Work over a whole manifest is `async` and rests (`pace`), so that nothing holds the page; whoever calls it natively
//!   does it at once, and comes to the same end.
//! * Layout is a function of its request: no clock, no random source, no hash-map order.
//! * The scene holds roles, never colours; colours live in `style/tokens.css`.
//! * Nothing above `browser` knows that an address is fetched: crawl plans are requests as data.
//! * One place writes the address bar (`browser::location`, called by `ui::session::Session::act`), one adds a
//!   token to a request (`browser::fetch`; before it runs, the loader sends plain ones), one makes links
//!   (`ui::link`), one paints (`browser::painter`).
//!
//! # Decisions that were measured
//!
//! * JSON is read by our own reader, since serde_json refuses whole documents for one bad escape, rounds long
//!   numbers and keeps no places; ours is several times as fast as `serde_json::Value` (`benches/json.rs`).
//! * What models keep of a document are pieces of its one text ([`excerpt`]), since room for each id and name
//!   was about a third of interpreting it. An allocator made for wasm (`talc`) was smaller by 2.6 KB gzipped, and
//!   took a twelfth longer to join 40,000 nodes, so the usual one stays.
//! * The layout is ours, since no layered layout could be had that fits a screen and takes less than
//!   seconds for a thousand nodes (`benches/layout.rs`).
//! * Panels are drawn from tables ([`shape`]) and not from typed structs: so "every field has its place" holds by
//!   construction, and a new member is one line.
//! * Sentences are read from Fluent files by a small reader of our own (`text/sentence.rs`): the library for all of
//!   Fluent was a twentieth of what loads first; a test holds that both write the same.
//! * What loads before the first verdict became 494 KB gzipped, from 598: functions stand by what they have in common
//!   (`xtask/src/split/order.rs`, 18 KB); no `f64` is read or written there ([`decimal`], 17); small maps are lists and
//!   sorts are shared ([`sorted`], [`order`]); effects, memos and started work are compiled once (`ui::erased`); the
//!   names between program and glue are short (9); small letters come from ranges ([`letters`], 6).
//! * Leptos' markup templates meet Trusted Types in one policy, see `embed`.
#![forbid(unsafe_code)]

pub use release_atlas_engine::{
    decimal, excerpt, geometry, json, layout, leaf, letters, order, pace, scene, shape, sorted, stamp,
};

pub mod catalog;
pub mod export;
pub mod graph;
pub mod hal;
pub mod manifest;
pub mod session;
pub mod source;
pub mod text;
pub mod verdict;
pub mod version;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod ui;
