//! Bytes to a [`Document`] that loses nothing.
//!
//! Why our own reader: serde_json refuses a whole document for one lone surrogate, for `1e999` or a
//! byte-order mark, rounds long numbers, and keeps no positions; `JSON.parse` rounds numbers too. Here
//! every value keeps its byte span and its text as written, and only "this is not JSON" is an error.
//!
//! Invariants: no recursion over the input; a [`Document`] is a flat arena in document order, so a
//! value's subtree is one contiguous run and can be skipped in one step; a [`ValueId`] is an index into
//! it and stays valid as long as the document lives.

mod children;
mod document;
mod encoding;
mod foreign;
mod member;
mod names;
mod node;
mod notice;
mod number;
mod parser;
mod pattern;
mod read;
mod refusal;
mod scan;
mod string;
mod unique;
mod value;

pub use children::{Children, Descendants, Items};
pub use document::Document;
pub use member::{Member, Members};
pub use notice::{Notice, NoticeKind};
pub(crate) use pattern::Pattern;
pub use read::{Limits, Progress, Reader, read, read_masked};
pub use refusal::{Class, Expected, Found, Refusal};
pub use value::{Kind, Value, ValueId};
