//! What a person takes away: pictures, graphs, tables, bills of materials and decision records.
//!
//! A view says what is taken, in words of the reader's language; this room knows how a format quotes it, so
//! that no word of a document becomes a formula, a tag, an edge or a second column. Every writer is a
//! function of a plain value: the same value gives the same bytes, everywhere.

mod bom;
mod csv;
mod cyclonedx;
mod dot;
pub mod evidence;
mod format;
mod graph_json;
mod graphml;
mod json;
mod markdown;
mod mermaid;
mod record;
mod snapshot;
mod table;

pub use bom::{Bom, Part, items_of, parts_of};
pub use format::{Format, Scope};
pub use record::{Record, Section, Telling};
pub use snapshot::{Edge, Node, Snapshot, Spot, around, part};
pub use table::Table;
