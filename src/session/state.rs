//! [`ViewState`]: everything that a link restores.

use crate::graph::{Facet, NodeKey, NodeKind};
use crate::layout::Flow;
use crate::sorted::SortedSet;
use crate::verdict::Standing;

pub use crate::graph::Status;

/// The views, one for each route of product.md section 4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// Where documents are opened.
    #[default]
    Sources,
    /// The verdict board.
    Hit,
    /// The release graph.
    Graph,
    /// Catalogue releases as a table.
    Releases,
    /// Customizations as a table.
    Customizations,
    /// Recall groups and their answers.
    Recalls,
    /// Releases of a manifest by component.
    Manifest,
    /// The shortest chain between two items.
    Why,
    /// Routes from a version to a target.
    Move,
    /// Two documents or releases side by side.
    Compare,
    /// A pasted list against everything that is loaded.
    Inventory,
    /// HAL links and the raw document.
    Inspect,
}

impl View {
    /// Every view, in the order of the navigation.
    pub const ALL: [Self; 12] = [
        Self::Sources,
        Self::Hit,
        Self::Graph,
        Self::Releases,
        Self::Customizations,
        Self::Recalls,
        Self::Manifest,
        Self::Why,
        Self::Move,
        Self::Compare,
        Self::Inventory,
        Self::Inspect,
    ];

    /// The word in the address; empty for the start page.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sources => "",
            Self::Hit => "hit",
            Self::Graph => "graph",
            Self::Releases => "releases",
            Self::Customizations => "customizations",
            Self::Recalls => "recalls",
            Self::Manifest => "manifest",
            Self::Why => "why",
            Self::Move => "move",
            Self::Compare => "compare",
            Self::Inventory => "inventory",
            Self::Inspect => "inspect",
        }
    }

    /// The view of a word in an address.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.word() == word)
    }
}

/// The tabs of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tab {
    /// Verdict, fields, neighbours.
    #[default]
    Summary,
    /// The proof of the verdict.
    Why,
    /// What to move to.
    Move,
    /// HAL links.
    Links,
    /// The document as given.
    Raw,
}

impl Tab {
    /// Every tab in order.
    pub const ALL: [Self; 5] = [Self::Summary, Self::Why, Self::Move, Self::Links, Self::Raw];

    /// The word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Why => "why",
            Self::Move => "move",
            Self::Links => "links",
            Self::Raw => "raw",
        }
    }

    /// The tab of a word in an address.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.word() == word)
    }
}

/// Which way a focus looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Dependencies and dependants.
    #[default]
    Both,
    /// What it depends on.
    Down,
    /// What needs it.
    Up,
}

impl Direction {
    /// The word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Down => "dependencies",
            Self::Up => "dependants",
        }
    }

    /// The direction of a word in an address.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Both, Self::Down, Self::Up].into_iter().find(|direction| direction.word() == word)
    }
}

/// What nodes are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Each node for itself, in layers.
    #[default]
    None,
    /// By product.
    Product,
    /// By release line.
    Branch,
    /// By base image.
    BaseImage,
    /// By registry.
    Registry,
    /// By status.
    Status,
}

impl Group {
    /// Every grouping in order.
    pub const ALL: [Self; 6] =
        [Self::None, Self::Product, Self::Branch, Self::BaseImage, Self::Registry, Self::Status];

    /// The word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Product => "product",
            Self::Branch => "branch",
            Self::BaseImage => "base-image",
            Self::Registry => "registry",
            Self::Status => "status",
        }
    }

    /// The facet whose values are the groups.
    pub const fn facet(self) -> Option<Facet> {
        match self {
            Self::None => None,
            Self::Product => Some(Facet::Product),
            Self::Branch => Some(Facet::Branch),
            Self::BaseImage => Some(Facet::BaseImage),
            Self::Registry => Some(Facet::Registry),
            Self::Status => Some(Facet::Status),
        }
    }

    /// The grouping of a word in an address.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.word() == word)
    }
}

/// Everything that a link restores. Two equal states show the same page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewState {
    /// Which view.
    pub view: View,
    /// The selected item, whose panel is open.
    pub selected: Option<NodeKey>,
    /// The open tab of the panel.
    pub tab: Tab,
    /// The words in the search field.
    pub find: String,
    /// Only items that stand so; empty for all.
    pub standings: SortedSet<Standing>,
    /// Only items of these kinds; empty for all.
    pub kinds: SortedSet<NodeKind>,
    /// Only items with these statuses; empty for all.
    pub statuses: SortedSet<Status>,
    /// Only items with one of these values in a facet: pairs of facet and value.
    pub facets: SortedSet<(String, String)>,
    /// The column a table is sorted by, with a leading `-` for downwards; empty for by risk.
    pub sort: String,
    /// The node that the graph shows the surroundings of.
    pub focus: Option<NodeKey>,
    /// Further nodes that the focus is on.
    pub beside: SortedSet<NodeKey>,
    /// How far the focus reaches, in edges.
    pub depth: u8,
    /// Which way the focus looks.
    pub direction: Direction,
    /// What nodes are grouped by.
    pub group: Group,
    /// Which way the layers follow one another.
    pub flow: Flow,
    /// Whether the graph view shows the tree-table; none for what fits the screen.
    pub as_table: Option<bool>,
    /// Whether every node is drawn, beyond the first thousand.
    pub show_all: bool,
    /// Nodes all of whose neighbours are drawn, whatever is left out otherwise.
    pub unfolded: SortedSet<NodeKey>,
    /// The same for one side of a node: its dependencies or its dependants alone.
    pub unfolded_sides: SortedSet<(NodeKey, Direction)>,
    /// Which rows of the tree-table are open, as [`Tree::opened`](super::tree::Tree::opened) writes them.
    pub rows: String,
    /// Nodes into which those that only they need are folded.
    pub folded: SortedSet<NodeKey>,
    /// Whether edges are drawn that others imply.
    pub shows_implied: bool,
    /// Whether the graph shows what differs between two documents.
    pub shows_changes: bool,
    /// Start of a chain or a move, as an item's key or a version.
    pub from: String,
    /// End of a chain or a move.
    pub to: String,
    /// First document or release of a comparison.
    pub a: String,
    /// Second document or release of a comparison.
    pub b: String,
    /// The part of a view with several, such as the drift report of a manifest; empty for its first.
    pub part: String,
    /// The resource in the inspector.
    pub href: String,
    /// The open sheet of the inspector.
    pub sheet: Tab,
    /// The place in the raw view, as a JSON pointer.
    pub pointer: String,
    /// Parameters that nobody here knows; kept.
    pub unknown: Vec<(String, String)>,
}

/// How far a focus reaches unless something else is said, in edges.
pub const DEFAULT_DEPTH: u8 = 2;

impl Default for ViewState {
    fn default() -> Self {
        Self {
            view: View::default(),
            selected: None,
            tab: Tab::default(),
            find: String::new(),
            standings: SortedSet::new(),
            kinds: SortedSet::new(),
            statuses: SortedSet::new(),
            facets: SortedSet::new(),
            sort: String::new(),
            focus: None,
            beside: SortedSet::new(),
            depth: DEFAULT_DEPTH,
            direction: Direction::default(),
            group: Group::default(),
            flow: Flow::default(),
            as_table: None,
            show_all: false,
            unfolded: SortedSet::new(),
            unfolded_sides: SortedSet::new(),
            rows: String::new(),
            folded: SortedSet::new(),
            shows_implied: false,
            shows_changes: false,
            from: String::new(),
            to: String::new(),
            a: String::new(),
            b: String::new(),
            part: String::new(),
            href: String::new(),
            sheet: Tab::default(),
            pointer: String::new(),
            unknown: Vec::new(),
        }
    }
}
