//! What is hit, why, and what to move to: one join over graph and recalls, with proofs.
//!
//! Never [`Standing::Clear`] on missing data: clear needs all of the closure to have been read. Removing a
//! document from the input can never turn a hit or an unknown into a clear (a property test holds this).

use crate::graph::{NodeId, NodeKey};
use crate::source::Place;

/// How an item stands, most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It is recalled or failed, or it carries what is.
    Hit,
    /// It depends on something that is hit, waits, is at its end of life, or its replacement does.
    AtRisk,
    /// Too little is loaded to say.
    Unknown,
    /// Everything that it needs was read, and nothing in it is hit.
    Clear,
}

/// How much of an item's closure was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Nodes of the closure that are loaded with their relations.
    pub read: u32,
    /// Nodes of the closure that are known by name.
    pub known: u32,
    /// Requests that failed in it.
    pub failed: u32,
}

/// The answer for one item.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Which item.
    pub node: NodeId,
    /// The answer.
    pub standing: Standing,
    /// Why, most urgent first; the first one makes the sentence.
    pub reasons: Vec<Reason>,
    /// How much of the closure was read.
    pub coverage: Coverage,
    /// All that need it, directly and through others.
    pub dependants: u32,
    /// The smallest set of direct releases to change so that all hits of it are cleared.
    pub frontier: Vec<NodeId>,
}

/// One reason, typed: the text room turns it into a sentence.
#[derive(Clone, Debug)]
pub struct Reason {
    /// Which rule.
    pub rule: Rule,
    /// The nodes on the way from the item to the cause, both included.
    pub path: Vec<NodeId>,
    /// For every hop, the place that states it.
    pub places: Vec<Place>,
}

/// The rules that give a verdict, most urgent first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The bundle is recalled (see [`crate::manifest::Answer`] for what to move to).
    Recalled,
    /// The Cloud Foundation release still names recalled bundles (how many).
    CarriesRecalled(u32),
    /// The release failed with a customization.
    Failed,
    /// The customization has failed releases (how many).
    HasFailures(u32),
    /// It depends on something failed.
    DependsOnFailed,
    /// It is named as a replacement, and is itself recalled.
    ReplacementRecalled,
    /// The release waits.
    Pending,
    /// The customization has pending releases (how many).
    HasPending(u32),
    /// Base image or registry is unhealthy.
    Unhealthy,
    /// Its end of life has passed, or comes within 90 days (days left, negative when passed).
    EndOfLife(i64),
    /// A newer release of it exists.
    BehindLatest,
    /// The Cloud Foundation release is not applicable.
    NotApplicable,
    /// SKU bundles carry no ids, so they cannot be matched (how many).
    Unmatched(u32),
    /// The manifest has no usable list of recalls.
    RecallsUnknown,
    /// Some of the closure is not loaded (how many).
    NotLoaded(u32),
    /// A request in the closure failed (how many).
    RequestFailed(u32),
    /// Everything was read and nothing is hit.
    NothingFound,
}

/// The answers for everything that is loaded.
#[derive(Clone, Debug, Default)]
pub struct Board {
    /// Most urgent first; every node of the graph that people ask about.
    pub verdicts: Vec<Verdict>,
}

/// A question of the kind "what about this id", answered also for ids that nothing names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The item.
    pub key: NodeKey,
}
