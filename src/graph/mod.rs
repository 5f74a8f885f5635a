//! The release graph: one directed multigraph over all loaded documents.
//!
//! Nodes are joined by identity ([`NodeKey`]); edges are never dropped: blocked, recalled and not loaded
//! are states, not absences, and every edge keeps the places that say so. Adjacency is compressed sparse
//! rows in both directions, so building is linear in the input and a walk touches only what it visits.

use crate::catalog::{Fullness, Known, Progress};
use crate::source::Place;

mod build;
mod condense;
mod diff;
mod query;
mod reduce;

pub use build::build;

/// A node, by its place in [`Graph::nodes`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// An edge, by its place in [`Graph::edges`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EdgeId(pub u32);

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// A catalogue release.
    Release,
    /// A customization.
    Customization,
    /// A Cloud Foundation release of a manifest.
    VcfRelease,
    /// A bundle.
    Bundle,
    /// A page's or link's target that nothing else is known of.
    Unknown,
}

impl NodeKind {
    /// The word used in routes and exports: `release`, `customization`, `vcf`, `bundle`, `unknown`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Customization => "customization",
            Self::VcfRelease => "vcf",
            Self::Bundle => "bundle",
            Self::Unknown => "unknown",
        }
    }
}

/// What a node is joined by: its kind and its id exactly as written (a VCF release: product and version,
/// "VCF 9.0.1.0"; a release that is known by address only: the address).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeKey {
    /// Kind.
    pub kind: NodeKind,
    /// Id as written.
    pub id: String,
}

/// How a node is doing, worst first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A recalled bundle.
    Recalled,
    /// A release that failed with a customization.
    Failed,
    /// A release that waits, or a bundle whose replacement is only announced.
    Pending,
    /// Nothing (or too little) is known of it.
    #[default]
    Unknown,
    /// Loaded, and nothing is wrong with it.
    Ok,
}

/// One node.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is joined by.
    pub key: NodeKey,
    /// The name people know: product, customization name, "VCF", component of a bundle.
    pub name: String,
    /// Version with revision, or the short form of a bundle id.
    pub version: String,
    /// How it is doing.
    pub status: Status,
    /// Under which customizations it failed, waits or succeeded.
    pub progress: Option<Progress>,
    /// Every object that describes it, fullest first.
    pub places: Vec<Place>,
    /// How much is known of a release.
    pub fullness: Fullness,
    /// Whether all its dependencies are known.
    pub dependencies: Relations,
    /// Whether all its dependants are known.
    pub dependants: Relations,
    /// What it can be grouped and filtered by.
    pub facets: Facets,
}

/// Three-valued relations: a missing answer is never "none".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relations {
    /// All are known (perhaps there are none).
    Complete,
    /// Some are only named, or nothing was said.
    #[default]
    NotLoaded,
    /// A request for them failed.
    Failed,
}

impl From<Known> for Relations {
    fn from(known: Known) -> Self {
        match known {
            Known::Listed => Self::Complete,
            Known::Linked | Known::Absent => Self::NotLoaded,
        }
    }
}

/// What nodes can be grouped and filtered by; empty text where unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Product.
    pub product: String,
    /// Release line.
    pub branch: String,
    /// Base image.
    pub base_image: String,
    /// Registry.
    pub registry: String,
    /// Packaging type, or bundle type.
    pub packaging: String,
    /// Cause of failure.
    pub cause: String,
}

/// What an edge says; its source is the one that needs, holds or is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// A release depends on a release.
    DependsOn,
    /// A customization was applied to a release.
    Customizes,
    /// A Cloud Foundation release names a bundle (patch bundle, SKU bundle, SDDC Manager release).
    Carries,
    /// A recalled bundle is replaced by a bundle of its group.
    ReplacedBy,
}

/// Whether an edge can be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeState {
    /// Stands.
    #[default]
    Allowed,
    /// Stands under a condition (replacement pending).
    Conditional,
    /// Cannot be used (target recalled or failed, release not applicable).
    Blocked,
    /// The other side is not loaded.
    NotLoaded,
}

/// One edge; parallel statements are one edge with several places.
#[derive(Clone, Debug)]
pub struct Edge {
    /// Who needs, holds or is replaced.
    pub from: NodeId,
    /// What is needed, held or the replacement.
    pub to: NodeId,
    /// What it says.
    pub kind: EdgeKind,
    /// Whether it can be used.
    pub state: EdgeState,
    /// How often it is stated in one list (aliases), at least 1.
    pub count: u32,
    /// Who says so: by the source's `dependencies`, the target's `dependants`, a link.
    pub said_by: SaidBy,
    /// Where it is said.
    pub places: Vec<Place>,
}

/// Which lists state an edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SaidBy {
    /// The `dependencies` of its source.
    pub dependencies: bool,
    /// The `dependants` of its target.
    pub dependants: bool,
    /// A HAL link of either.
    pub link: bool,
}

/// The graph. Build it with [`build`].
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// Sorted by [`Node::key`], so that a graph is the same however its documents were loaded.
    pub nodes: Vec<Node>,
    /// Sorted by source, target, kind.
    pub edges: Vec<Edge>,
    /// `edges[out_starts[n]..out_starts[n + 1]]` leave node `n`.
    pub out_starts: Vec<u32>,
    /// Edges that enter node `n`: `in_edges[in_starts[n]..in_starts[n + 1]]`.
    pub in_starts: Vec<u32>,
    /// See `in_starts`.
    pub in_edges: Vec<EdgeId>,
    /// What the documents disagree about.
    pub facts: Vec<Fact>,
}

/// Something that documents disagree about, or that is odd in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What.
    pub kind: FactKind,
    /// About which node.
    pub node: NodeId,
    /// And which other.
    pub other: Option<NodeId>,
    /// Where.
    pub place: Place,
}

/// What is odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// A names B as dependency, the loaded B does not name A as dependant, or the other way round.
    OneSided,
    /// Named, but in no loaded document.
    Dangling,
    /// Depends on itself.
    SelfLoop,
    /// Is part of a cycle (the other node is one of its members).
    Cycle,
    /// Two documents describe the same id differently.
    CopiesDiffer,
    /// Its `id` and the id in its self link differ.
    SelfDiffers,
    /// Embedded list and links disagree.
    LinksDiffer,
    /// An entry that names nothing (a placeholder, null).
    Nameless,
}
