//! Nodes grouped by what they share: do the failures have a base image in common?

use super::{Graph, Node, NodeId};
use crate::order;

/// What to group or filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Product.
    Product,
    /// Release line.
    Branch,
    /// Base image.
    BaseImage,
    /// Registry.
    Registry,
    /// Packaging type, or bundle type.
    Packaging,
    /// Cause of failure.
    Cause,
    /// How it is doing; the values are the words of [`super::Status::word`].
    Status,
    /// What it stands for; the values are the words of [`super::NodeKind::word`].
    Kind,
}

impl Facet {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Product,
        Self::Branch,
        Self::BaseImage,
        Self::Registry,
        Self::Packaging,
        Self::Cause,
        Self::Status,
        Self::Kind,
    ];

    /// The word used in routes and exports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Branch => "branch",
            Self::BaseImage => "base-image",
            Self::Registry => "registry",
            Self::Packaging => "packaging",
            Self::Cause => "cause",
            Self::Status => "status",
            Self::Kind => "kind",
        }
    }

    /// The facet of a word, see [`Self::word`].
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.word() == word)
    }

    /// What a node has there; empty where unknown.
    pub fn of(self, node: &Node) -> &str {
        match self {
            Self::Product => &node.facets.product,
            Self::Branch => &node.facets.branch,
            Self::BaseImage => &node.facets.base_image,
            Self::Registry => &node.facets.registry,
            Self::Packaging => &node.facets.packaging,
            Self::Cause => &node.facets.cause,
            Self::Status => node.condition().word(),
            Self::Kind => node.key.kind.word(),
        }
    }
}

/// The nodes that share a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The value; empty for those of which it is unknown.
    pub value: String,
    /// The nodes, in the order in which they were given.
    pub nodes: Vec<NodeId>,
}

/// Groups nodes by a facet: largest group first, equally large ones by value, the unknown last.
pub fn group(graph: &Graph, nodes: impl IntoIterator<Item = NodeId>, facet: Facet) -> Vec<Group> {
    let value = |id: NodeId| graph.node(id).map_or("", |node| facet.of(node));
    let mut by_value: std::collections::BTreeMap<&str, Vec<NodeId>> = std::collections::BTreeMap::new();
    for id in nodes {
        by_value.entry(value(id)).or_default().push(id);
    }
    let mut groups: Vec<Group> =
        by_value.into_iter().map(|(value, nodes)| Group { value: value.to_owned(), nodes }).collect();
    order::sort_by_key(&mut groups, |group| (group.value.is_empty(), std::cmp::Reverse(group.nodes.len())));
    groups
}
