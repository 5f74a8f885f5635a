//! What is hit, why, and what to move to: one join over graph and recalls, with proofs.
//!
//! Never [`Standing::Clear`] on missing data: clear needs all of the closure to have been read, and a list that
//! could have said otherwise (failed releases, recalled bundles). A document that was asked for and did not come
//! counts as a gap, and with a gap nothing is clear. So removing a document from the input can never turn a hit or
//! an unknown into a clear (a property test holds this). Where documents contradict one another the answer is at
//! risk, not the better of the two.
//!
//! The board holds the rules for everything in time linear in the graph. Proofs (paths, places, coverage, what to
//! change) are made for one item when somebody asks: [`Board::explain`].

use crate::graph::{Frontier, Graph, Needed, NodeId, NodeKey, Relations};
use crate::order;
use crate::source::Place;

mod board;
mod explain;
mod marks;
mod newer;
mod question;
mod rule;

pub use board::Board;
pub use newer::Newer;
pub use question::{Asked, Question};
pub use rule::Rule;

/// How an item stands, most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It is recalled or failed, or it carries what is.
    Hit,
    /// It depends on something that is hit, waits, is at its end of life, or documents disagree about it.
    AtRisk,
    /// Too little is loaded to say.
    Unknown,
    /// Everything that it needs was read, and nothing in it is hit.
    Clear,
}

impl Standing {
    /// All, most urgent first.
    pub const ALL: [Self; 4] = [Self::Hit, Self::AtRisk, Self::Unknown, Self::Clear];

    /// The word used in messages and exports: `HIT`, `AT RISK`, `UNKNOWN`, `CLEAR`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hit => "HIT",
            Self::AtRisk => "AT RISK",
            Self::Unknown => "UNKNOWN",
            Self::Clear => "CLEAR",
        }
    }
}

/// How much of an item's closure was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Nodes of the closure, the item included, that are loaded with their relations.
    pub read: u32,
    /// Nodes of the closure, the item included, that are known by name.
    pub known: u32,
    /// Of these, those that were asked for in vain.
    pub failed: u32,
}

impl Coverage {
    /// How much was read of everything that the documents name.
    pub fn of(graph: &Graph) -> Self {
        let mut coverage = Self::default();
        for node in &graph.nodes {
            coverage.add(node.dependencies);
        }
        coverage
    }

    fn add(&mut self, relations: Relations) {
        self.known += 1;
        self.read += u32::from(relations == Relations::Complete);
        self.failed += u32::from(relations == Relations::Failed);
    }

    /// The id of the sentence that says it of one item: an item that needs nothing is not counted out.
    pub const fn text_id(self) -> &'static str {
        match (self.read, self.known) {
            (1, 1) => "coverage-alone",
            (_, 1) => "coverage-unread",
            _ => "coverage",
        }
    }

    /// Whole percents of what is known by name that were read, rounded down: 100 only when all was read.
    pub fn percent(self) -> u32 {
        if self.known == 0 { 100 } else { (u64::from(self.read) * 100 / u64::from(self.known)) as u32 }
    }
}

/// The answer for one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Which item.
    pub node: NodeId,
    /// The answer.
    pub standing: Standing,
    /// Why, most urgent first; the first one makes the sentence. Never empty.
    pub reasons: Vec<Reason>,
    /// All that are made of it, directly and through others (not customizations); `None` on the board where there are too many to count for
    /// every item.
    pub dependants: Option<u32>,
    /// For a recalled bundle without a replacement: the next release with another bundle of its component.
    pub newer: Option<Newer>,
    /// What [`Board::explain`] adds.
    pub proof: Option<Proof>,
}

impl Verdict {
    /// Whether this rule holds for the item.
    pub fn has(&self, rule: Rule) -> bool {
        self.reasons.iter().any(|reason| reason.rule == rule)
    }

    /// Whether its sentence names what lies at the end of the way to its cause: see [`Board::lead`].
    pub fn names_cause(&self) -> bool {
        self.reasons.first().is_some_and(|reason| reason.rule == Rule::DependsOnFailed)
    }

    /// How many need the item; `None` where there are too many to count for every item.
    pub fn needed(&self, graph: &Graph) -> Option<Needed> {
        Some(graph.needed(self.node, self.dependants?))
    }
}

/// What takes a walk through the graph to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// How much of the closure was read.
    pub coverage: Coverage,
    /// Bundles to move to: the ends of the recalled bundle's chains, of many the first 64.
    pub targets: Vec<NodeId>,
    /// For what is broken itself: the fewest to change above it, so that nothing on top of it needs it any more.
    /// For what only needs something broken: the fewest to change below it.
    pub frontier: Frontier,
}

/// One reason, typed: the text room turns it into a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which rule.
    pub rule: Rule,
    /// The nodes on the way from the item to the cause, both included; empty on the board.
    pub path: Vec<NodeId>,
    /// The places that state each hop, then those that state the cause; empty on the board.
    pub places: Vec<Place>,
}

/// How many items stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// [`Standing::Hit`].
    pub hit: u32,
    /// [`Standing::AtRisk`].
    pub at_risk: u32,
    /// [`Standing::Unknown`].
    pub unknown: u32,
    /// [`Standing::Clear`].
    pub clear: u32,
}

impl Counts {
    /// Counts one item more.
    pub fn add(&mut self, standing: Standing) {
        *match standing {
            Standing::Hit => &mut self.hit,
            Standing::AtRisk => &mut self.at_risk,
            Standing::Unknown => &mut self.unknown,
            Standing::Clear => &mut self.clear,
        } += 1;
    }
}

/// The recalls of all manifests among these sources, as a [`Board`] wants them.
pub fn recalls<S: std::borrow::Borrow<crate::source::Source>>(sources: &[S]) -> crate::manifest::Recalls {
    let mut sources: Vec<_> = sources.iter().map(std::borrow::Borrow::borrow).collect();
    order::sort_by_key(&mut sources, |source| source.id);
    let manifests: Vec<_> = sources
        .into_iter()
        .filter_map(|source| match &source.content {
            crate::source::Content::Manifest(manifest) => Some(&**manifest),
            _ => None,
        })
        .collect();
    crate::manifest::Recalls::new(&manifests)
}
