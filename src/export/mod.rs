//! What a person takes away: tables as text for spreadsheets, tickets and scripts.
//!
//! A view says what stands in the cells, in words of the reader's language; this room knows how a format
//! quotes them, so that no cell of a document becomes a formula, a tag or a second column.

mod csv;
mod json;
mod markdown;
mod table;

pub use table::Table;
