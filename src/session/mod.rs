//! What a person is looking at, as a plain value: the state of the view, how actions change it, and how
//! it becomes an address and back.
//!
//! Nothing here knows a browser. The rules that hold: a link restores the view
//! (`parse(show(state)) == state`), only values that differ from the default are written, unknown
//! parameters are kept, and nothing secret is ever in an address.

mod action;
pub mod chain;
pub mod config;
pub mod embed_code;
pub mod failure;
pub mod fold;
pub mod found;
pub mod labels;
pub mod light;
pub mod mending;
pub mod missing;
pub mod near;
pub mod outcomes;
pub mod overlay;
pub mod path;
pub mod picture;
pub mod preset;
pub mod raw;
pub mod route;
pub mod rows;
pub mod safe;
pub mod sentence;
pub mod shown;
mod state;
pub mod trail;
pub mod tree;
pub mod visits;

pub use action::{Action, History, apply};
pub use route::{parse, show};
pub use state::{Direction, Group, Status, Tab, View, ViewState};
