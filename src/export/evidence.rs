//! The evidence file: everything that the verdicts rest on, in one JSON that opens again without a network.
//!
//! It holds every answer as it came (text where it is UTF-8, base64 otherwise), with address, time, status and
//! SHA-256, what was looked at, and the instant that "today" meant. So whoever opens it gets the same verdicts,
//! and can prove that nothing was changed in between. No secret is ever in it: addresses are masked, and a
//! body that echoes a token is written without it, and says so.

mod base64;
mod read;
mod write;

pub use read::{Opened, Recorded, is_evidence, read};
pub use write::pieces;

use std::sync::Arc;

use crate::source::Response;

/// The member by which the file is recognised, and its value.
const FORMAT: (&str, &str) = ("format", "release-atlas-evidence");
/// The version of the form that is written; a reader takes this and older ones.
const VERSION: u64 = 1;

/// What is written beside the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// When the file was made, in milliseconds since 1970.
    pub created_millis: i64,
    /// The instant that "today" meant.
    pub now_millis: i64,
    /// What was looked at, as the fragment of an address.
    pub view: String,
    /// What links of files resolved against; empty for nothing.
    pub base: String,
    /// Resources of nodes (`kind/id`) that were asked for in vain, each with the class of its fault.
    pub failures: Vec<(String, String)>,
    /// How many other documents were asked for in vain.
    pub failed_documents: u32,
}

/// All that goes into the file.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// What was looked at, and when.
    pub setting: Setting,
    /// Every answer, opened documents in their order first.
    pub responses: Vec<Arc<Response>>,
}
