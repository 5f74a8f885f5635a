//! What was asked for and did not come.

use std::collections::BTreeMap;

use super::NodeKey;

/// Requests that failed: a missing answer is never taken for "none".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failures {
    /// The resources of nodes, each with the class of its fault (its word, such as `network`). A release that was
    /// known by address only when it was asked for may still be named so.
    pub nodes: BTreeMap<NodeKey, String>,
    /// How many other documents were asked for and did not come. What they would have said is unknown, so as
    /// long as there are any, nothing is clear.
    pub documents: u32,
}
