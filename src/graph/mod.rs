//! The release graph: one directed multigraph over all loaded documents.
//!
//! Nodes are joined by identity ([`NodeKey`]); edges are never dropped: blocked, recalled and not loaded
//! are states, not absences, and every edge keeps the places that say so. Adjacency is compressed sparse
//! rows in both directions, so building is linear in the input and a walk touches only what it visits.

use crate::catalog::{Fullness, Known, Progress};
use crate::excerpt::Excerpt;
use crate::manifest::SDDC_MANAGER;
use crate::sorted::SortedMap;
use crate::source::{Place, SourceId};

mod address;
mod assemble;
mod build;
mod causes;
mod components;
mod condense;
mod copies;
mod diff;
mod failures;
mod filter;
mod frontier;
mod group;
mod hubs;
mod identity;
mod joined;
mod needed;
mod oddity;
mod path;
mod places;
mod reach;
mod reduce;
mod rows;
mod search;
mod settle;
mod siblings;
mod statement;
mod sweep;

pub use build::{build, build_paced};
pub use causes::{dependant_counts, most_needed, root_causes};
pub use condense::{Condensation, condense};
pub use diff::{Change, Diff, EdgeChange, NodeChange, diff};
pub use failures::Failures;
pub use filter::{Filter, Subset, visible};
pub use frontier::{Ends, Frontier, frontier};
pub use group::{Facet, Group, group};
pub use hubs::{Hub, hubs};
pub use needed::Needed;
pub use path::{Path, PathCount, Paths, count_paths, nearest, shortest, shortest_paths};
pub use places::Places;
pub use reach::{Direction, Reach, Scratch, neighbourhood, reach};
pub use reduce::{Reduction, reduce};
pub use rows::{Kinds, Rows, Step};
pub use search::{Fit, Hit, Hits, Index, Label, index};
pub use siblings::{Siblings, siblings};

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
    /// All, in the order in which nodes are sorted.
    pub const ALL: [Self; 5] =
        [Self::Release, Self::Customization, Self::VcfRelease, Self::Bundle, Self::Unknown];

    /// The kind of a word, see [`Self::word`].
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

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
    pub id: Excerpt,
}

impl NodeKey {
    /// The key of a bundle.
    pub fn bundle(id: &str) -> Self {
        Self { kind: NodeKind::Bundle, id: id.into() }
    }
}

/// How a node is doing, worst first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A recalled bundle.
    Recalled,
    /// A release that failed with a customization.
    Failed,
    /// A release that is in order itself, but carries recalled bundles.
    Carrier,
    /// A customization with which releases failed. No node has this status by itself: see [`Node::condition`].
    Failing,
    /// Asked for in vain, so that nothing is known of it. No node has this status by itself: see
    /// [`Node::condition`].
    LoadFailed,
    /// A release that waits.
    Pending,
    /// Nothing (or too little) is known of it.
    #[default]
    Unknown,
    /// Loaded, and nothing is wrong with it.
    Ok,
}

impl Status {
    /// All, worst first.
    pub const ALL: [Self; 8] = [
        Self::Recalled,
        Self::Failed,
        Self::Carrier,
        Self::Failing,
        Self::LoadFailed,
        Self::Pending,
        Self::Unknown,
        Self::Ok,
    ];

    /// The word used in routes and exports: `recalled`, `failed`, `carrier`, `failing`, `load-failed`, `pending`,
    /// `unknown`, `ok`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Recalled => "recalled",
            Self::Failed => "failed",
            Self::Carrier => "carrier",
            Self::Failing => "failing",
            Self::LoadFailed => "load-failed",
            Self::Pending => "pending",
            Self::Unknown => "unknown",
            Self::Ok => "ok",
        }
    }
}

/// One node.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is joined by.
    pub key: NodeKey,
    /// The name people know: product, customization name, "VCF", what a bundle holds.
    pub name: Excerpt,
    /// Version with revision; of a bundle that of what it holds, or the first part of its id where that is not known.
    pub version: Excerpt,
    /// The components of a bundle, as its elements are written. Releases differ in the public names of components,
    /// so bundles of one component are known by this. Empty for other kinds.
    pub elements: Excerpt,
    /// How it is doing.
    pub status: Status,
    /// Under which customizations it failed, waits or succeeded.
    pub progress: Option<Progress>,
    /// Every object that describes it, fullest first; for what is only named, where it is named first.
    pub places: Places,
    /// The model of the fullest description.
    pub item: Option<Item>,
    /// How much is known of a release.
    pub fullness: Fullness,
    /// Whether all its dependencies are known.
    pub dependencies: Relations,
    /// Whether all its dependants are known.
    pub dependants: Relations,
    /// What it can be grouped and filtered by.
    pub facets: Facets,
    /// What else verdicts rest on.
    pub signs: Signs,
}

impl Node {
    /// The first part of the id of a bundle that is called by what it holds: two that hold the same are told apart
    /// by it alone.
    pub fn mark(&self) -> Option<Excerpt> {
        let is_called = self.key.kind == NodeKind::Bundle && !self.name.is_empty();
        is_called.then(|| copies::short(&self.key.id)).filter(|mark| *mark != self.version)
    }

    /// Whether it is a release of one component of the platform by itself.
    pub fn is_single_component(&self) -> bool {
        self.key.kind == NodeKind::VcfRelease && self.name == SDDC_MANAGER
    }

    /// By what it is listed, drawn and filtered: its status, with what was asked for in vain apart from what nobody
    /// asked for, and a customization with failures apart from what is in order or waits.
    pub fn condition(&self) -> Status {
        match self.status {
            _ if self.is_vain() => Status::LoadFailed,
            Status::Ok | Status::Pending if self.signs.has_failures => Status::Failing,
            status => status,
        }
    }

    /// Whether so little is known of it because a request for it failed.
    pub fn is_vain(&self) -> bool {
        self.status == Status::Unknown && [self.dependencies, self.dependants].contains(&Relations::Failed)
    }
}

/// Where the model of a description stands, so that a panel can show all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// The source whose content it stands in.
    pub source: SourceId,
    /// For a release the place in [`crate::catalog::Catalog::releases`], for a customization in
    /// [`crate::catalog::Catalog::customizations`], for a Cloud Foundation release in
    /// [`crate::manifest::Manifest::releases`], for a bundle in [`crate::manifest::Manifest::mentions`].
    pub index: u32,
}

/// What verdicts rest on beside status and relations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a statement of its own, and any of them may hold together"
)]
pub struct Signs {
    /// When it was released, in milliseconds since 1970 (UTC).
    pub released_millis: Option<i64>,
    /// Until when it is supported.
    pub life: Life,
    /// Its `latest_release` is another one.
    pub behind_latest: bool,
    /// Its base image or registry is said to be unhealthy.
    pub unhealthy: bool,
    /// It is said not to be applicable.
    pub inapplicable: bool,
    /// A customization's own processing failed (its status says so).
    pub processing_failed: bool,
    /// Releases failed with the customization.
    pub has_failures: bool,
    /// Its status is not one that is documented: what it means is not known.
    pub odd_status: bool,
    /// Bundles that it holds and that carry no id, so that no recall can be matched to them.
    pub unmatched: u32,
    /// Its documents contradict one another in what a verdict rests on.
    pub disputed: bool,
}

/// Until when something is supported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Life {
    /// Nothing is said.
    #[default]
    Unsaid,
    /// Until this instant, in milliseconds since 1970 (UTC).
    Until(i64),
    /// It has ended; when is not said.
    Ended,
    /// It goes on; until when is not said.
    Going,
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
    pub product: Excerpt,
    /// Release line.
    pub branch: Excerpt,
    /// Base image.
    pub base_image: Excerpt,
    /// Registry.
    pub registry: Excerpt,
    /// Packaging type, or bundle type.
    pub packaging: Excerpt,
    /// Cause of failure.
    pub cause: Excerpt,
}

/// What an edge says; its source is the one that needs, holds or is replaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// A release depends on a release.
    #[default]
    DependsOn,
    /// A customization was applied to a release.
    Customizes,
    /// A Cloud Foundation release names a bundle (patch bundle, SKU bundle, SDDC Manager release).
    Carries,
    /// A recalled bundle is replaced by a bundle of its group.
    ReplacedBy,
}

impl EdgeKind {
    /// The word used in exports: `depends-on`, `customizes`, `carries`, `replaced-by`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::DependsOn => "depends-on",
            Self::Customizes => "customizes",
            Self::Carries => "carries",
            Self::ReplacedBy => "replaced-by",
        }
    }
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

impl EdgeState {
    /// The word used in exports: `allowed`, `conditional`, `blocked`, `not-loaded`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Conditional => "conditional",
            Self::Blocked => "blocked",
            Self::NotLoaded => "not-loaded",
        }
    }
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
    /// A complete list of dependencies of its source leaves it out: the documents disagree.
    pub contradicted: bool,
    /// Only manifests say so that a newer one (by its sequence number) replaces.
    pub is_superseded: bool,
    /// Where it is said.
    pub places: Places,
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
    /// The edges that leave a node: what it needs, holds, or is replaced by.
    pub leaving: Rows,
    /// The edges that enter a node: what needs, holds, or is replaced by it.
    pub entering: Rows,
    /// What the manifests say about recalled bundles, sorted by bundle and place.
    pub recalls: Vec<Recalled>,
    /// How many bundles carry no id, by what holds them: see [`crate::manifest::Release::unmatched`].
    pub unmatched: SortedMap<NodeId, Vec<(Excerpt, u32)>>,
    /// Why releases are not applicable, as written; of those that no document gives a reason for, nothing.
    pub closed: SortedMap<NodeId, Excerpt>,
    /// What the documents disagree about, and what is odd in them.
    pub facts: Vec<Fact>,
    /// What the documents together can answer at all.
    pub knowledge: Knowledge,
}

/// One statement that a bundle is recalled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recalled {
    /// The bundle.
    pub bundle: NodeId,
    /// The state of its replacement.
    pub status: crate::manifest::Status,
    /// How many replacement ids its group names.
    pub replacements: u32,
    /// A manifest with a greater sequence number recalls the bundle too, and is heard instead.
    pub is_overruled: bool,
    /// The entry of `recalledBundles`.
    pub entry: Place,
    /// The id in `recalledBundleIds`.
    pub place: Place,
}

/// What the documents together can answer at all: without a list, "none in it" is no answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// Some customization has a list of failed releases (perhaps empty).
    pub failures_listed: bool,
    /// Some manifest has a usable list of recalled bundles (perhaps empty).
    pub recalls_listed: bool,
    /// Documents that were asked for and did not come, see [`Failures`].
    pub gaps: u32,
}

impl Graph {
    /// The node with this key.
    pub fn find(&self, key: &NodeKey) -> Option<NodeId> {
        let found = self.nodes.binary_search_by(|node| node.key.cmp(key)).ok()?;
        Some(NodeId(found as u32))
    }

    /// A node by its id; `None` for an id of another graph.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0 as usize)
    }

    /// An edge by its id; `None` for an id of another graph.
    pub fn edge(&self, id: EdgeId) -> Option<&Edge> {
        self.edges.get(id.0 as usize)
    }

    /// All node ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..self.nodes.len() as u32).map(NodeId)
    }

    /// The rows to walk in this direction.
    pub fn rows(&self, direction: Direction) -> &Rows {
        match direction {
            Direction::Down => &self.leaving,
            Direction::Up => &self.entering,
        }
    }

    /// What is said of the recall of a bundle; empty if it is not recalled.
    pub fn recalls_of(&self, bundle: NodeId) -> &[Recalled] {
        let start = self.recalls.partition_point(|recall| recall.bundle < bundle);
        let end = self.recalls.partition_point(|recall| recall.bundle <= bundle);
        self.recalls.get(start..end).unwrap_or_default()
    }
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
    /// One customization lists the release with two outcomes, or one bundle is recalled with two answers.
    OutcomesDiffer,
    /// A bundle id that is another one but for case, spaces or a `bundle-` prefix (the other node).
    LooksLike,
}
