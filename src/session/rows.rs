//! Which items a view lists, in which order, and the counts beside the filters.

use super::found::Found;
use super::state::{Group, ViewState};
use crate::graph::{Edge, EdgeKind, EdgeState, Facet, Graph, Node, NodeId, NodeKind, Status};
use crate::letters;
use crate::order;
use crate::sorted::SortedMap;
use crate::verdict::{Board, Rule, Standing, Verdict};
use crate::version::Version;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What a table can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Most urgent first.
    Risk,
    /// Name, then version.
    Name,
    /// Version, by [`Version`].
    Version,
    /// Status, worst first.
    Status,
    /// Kind of item.
    Kind,
    /// Packaging.
    Packaging,
    /// Base image.
    BaseImage,
    /// Registry.
    Registry,
    /// Release line.
    Branch,
    /// Cause of failure.
    Cause,
    /// How many it depends on directly.
    DependsOn,
    /// How many need it directly.
    NeededBy,
    /// How many releases a customization applies to.
    Applied,
    /// How many of them failed with it.
    Failures,
}

impl Column {
    /// Every column.
    pub const ALL: [Self; 14] = [
        Self::Risk,
        Self::Name,
        Self::Version,
        Self::Status,
        Self::Kind,
        Self::Packaging,
        Self::BaseImage,
        Self::Registry,
        Self::Branch,
        Self::Cause,
        Self::DependsOn,
        Self::NeededBy,
        Self::Applied,
        Self::Failures,
    ];

    /// The word in the address and in the text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Risk => "risk",
            Self::Name => "name",
            Self::Version => "version",
            Self::Status => "status",
            Self::Kind => "kind",
            Self::Packaging => "packaging",
            Self::BaseImage => "base-image",
            Self::Registry => "registry",
            Self::Branch => "branch",
            Self::Cause => "cause",
            Self::DependsOn => "depends-on",
            Self::NeededBy => "needed-by",
            Self::Applied => "applied",
            Self::Failures => "failures",
        }
    }

    /// The column of a word in an address.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.word() == word)
    }
}

/// Whether an item passes all filters of the state.
pub fn passes(graph: &Graph, board: &Board, state: &ViewState, found: &Found, id: NodeId) -> bool {
    let Some(node) = graph.nodes.get(id.0 as usize) else { return false };
    let verdict = board.of(id);
    let standing = verdict.map_or(Standing::Unknown, |verdict| verdict.standing);
    (state.kinds.is_empty() || state.kinds.contains(&node.key.kind))
        && (state.statuses.is_empty() || state.statuses.contains(&node.condition()))
        && (state.standings.is_empty() || state.standings.contains(&standing))
        && passes_facets(node, verdict, state)
        && found.has(id)
}

fn passes_facets(node: &Node, verdict: Option<&Verdict>, state: &ViewState) -> bool {
    // The pairs stand in the order of their facets.
    state.facets.chunk_by(|(one, _), (other, _)| one == other).all(|wanted| {
        let is_wanted = |found: &str| wanted.iter().any(|(_, value)| value == found);
        match wanted.first() {
            Some((facet, _)) if facet == REASON => {
                verdict.is_some_and(|verdict| reasons_of(verdict).any(is_wanted))
            }
            Some((facet, _)) => is_wanted(facet_of(node, facet)),
            None => true,
        }
    })
}

/// The facet of why an item is on the board; its values are those of [`reasons_of`].
pub const REASON: &str = "reason";

/// What the board sums up of why an item is on it: the answer for a recalled bundle, that a release failed, that an
/// end of life has passed or is near.
pub fn reasons_of(verdict: &Verdict) -> impl Iterator<Item = &'static str> {
    verdict.reasons.iter().filter_map(|reason| match reason.rule {
        Rule::Recalled(answer) => Some(answer.word()),
        Rule::Failed => Some("failed"),
        Rule::EndOfLife(Some(days)) if days >= 0 => Some("ends-soon"),
        Rule::EndOfLife(_) => Some("ended"),
        _ => None,
    })
}

/// The value of a facet of an item; empty if it has none.
pub fn facet_of<'n>(node: &'n Node, facet: &str) -> &'n str {
    Facet::of_word(facet).map_or("", |facet| facet.of(node))
}

/// The value that a node is grouped by.
pub fn group_value(node: &Node, group: Group) -> &str {
    group.facet().map_or("", |facet| facet.of(node))
}

/// The items of these kinds that pass the filters, sorted as the state says; by risk unless it says
/// otherwise.
pub fn rows(
    graph: &Graph,
    board: &Board,
    state: &ViewState,
    found: &Found,
    kinds: &[NodeKind],
) -> Vec<NodeId> {
    let mut ids: Vec<NodeId> = board
        .verdicts
        .iter()
        .map(|verdict| verdict.node)
        .filter(|id| graph.nodes.get(id.0 as usize).is_some_and(|node| kinds.contains(&node.key.kind)))
        .filter(|id| passes(graph, board, state, found, *id))
        .collect();
    let (name, is_down) = match state.sort.strip_prefix('-') {
        Some(name) => (name, true),
        None => (state.sort.as_str(), false),
    };
    if let Some(column) = Column::from_word(name).filter(|column| *column != Column::Risk) {
        sort_by(graph, &mut ids, column);
        if is_down {
            ids.reverse();
        }
    }
    ids
}

fn sort_by(graph: &Graph, ids: &mut [NodeId], column: Column) {
    let node = |id: &NodeId| &graph.nodes[id.0 as usize];
    match column {
        Column::Version => sort_by_cached(ids, |id| Version::read(&node(id).version)),
        Column::Name => sort_by_words(graph, ids, None),
        Column::Packaging | Column::BaseImage | Column::Registry | Column::Branch | Column::Cause => {
            sort_by_words(graph, ids, Facet::of_word(column.word()));
        }
        _ => order::sort_by(ids, |a, b| compare(graph, *a, *b, column).then(a.cmp(b))),
    }
}

/// By facet, name and version. The key is made once for an item: to read a version takes longer than to compare two.
fn sort_by_words(graph: &Graph, ids: &mut [NodeId], facet: Option<Facet>) {
    sort_by_cached(ids, |id| {
        let node = &graph.nodes[id.0 as usize];
        let value = facet.map_or("", |facet| facet.of(node));
        (value, letters::lower(&node.name), Version::read(&node.version))
    });
}

/// By a key that is made once for an item, then by the item.
fn sort_by_cached<K: Ord>(ids: &mut [NodeId], key: impl Fn(&NodeId) -> K) {
    let mut keyed: Vec<_> = ids.iter().map(|id| (key(id), *id)).collect();
    order::sort(&mut keyed);
    for (id, (_, sorted)) in ids.iter_mut().zip(keyed) {
        *id = sorted;
    }
}

fn compare(graph: &Graph, a: NodeId, b: NodeId, column: Column) -> Ordering {
    let (left, right) = (&graph.nodes[a.0 as usize], &graph.nodes[b.0 as usize]);
    match column {
        Column::Status => left.condition().cmp(&right.condition()),
        Column::Kind => left.key.kind.cmp(&right.key.kind),
        Column::DependsOn => graph.needs(a).count().cmp(&graph.needs(b).count()),
        Column::NeededBy => graph.needed_by(a).count().cmp(&graph.needed_by(b).count()),
        Column::Applied => applied(graph, a).count().cmp(&applied(graph, b).count()),
        Column::Failures => failures(graph, a).cmp(&failures(graph, b)),
        // Risk is the order in which they come; the others have keys.
        _ => Ordering::Equal,
    }
}

/// The outcomes of a customization, one for each release that it applies to.
pub fn applied(graph: &Graph, id: NodeId) -> impl Iterator<Item = &Edge> {
    let steps = graph.leaving.steps(id).filter(|step| step.kind == EdgeKind::Customizes);
    steps.filter_map(|step| graph.edge(step.edge))
}

/// How many releases failed with a customization.
pub fn failures(graph: &Graph, id: NodeId) -> usize {
    applied(graph, id).filter(|edge| edge.state == EdgeState::Blocked).count()
}

/// How many items each filter value has, over the given items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By verdict.
    pub standings: SortedMap<Standing, usize>,
    /// By kind.
    pub kinds: SortedMap<NodeKind, usize>,
    /// By status.
    pub statuses: SortedMap<Status, usize>,
    /// By facet, then value; values that no item has are left out.
    pub facets: SortedMap<&'static str, BTreeMap<String, usize>>,
    /// By reason, see [`reasons_of`].
    pub reasons: SortedMap<&'static str, usize>,
}

/// The facets, in the order in which they are offered.
pub const FACETS: [&str; 6] = ["cause", "product", "branch", "base-image", "registry", "packaging"];

/// Counts items of these kinds, before any filter.
pub fn counts(graph: &Graph, board: &Board, kinds: &[NodeKind]) -> Counts {
    let mut counts = Counts::default();
    let nodes = board.verdicts.iter().filter_map(|verdict| {
        let node = graph.nodes.get(verdict.node.0 as usize)?;
        kinds.contains(&node.key.kind).then_some((verdict, node))
    });
    for (verdict, node) in nodes.clone() {
        count(&mut counts.standings, verdict.standing);
        for reason in reasons_of(verdict) {
            count(&mut counts.reasons, reason);
        }
        count(&mut counts.kinds, node.key.kind);
        count(&mut counts.statuses, node.condition());
    }
    for word in FACETS {
        let values = nodes.clone().map(|(_, node)| facet_of(node, word));
        let values = values_of(values.filter(|value| !value.is_empty()));
        if !values.is_empty() {
            counts.facets.insert(word, values);
        }
    }
    counts
}

/// One more of this key, of which there are few.
fn count<K: Ord>(counts: &mut SortedMap<K, usize>, key: K) {
    match counts.get_mut(&key) {
        Some(count) => *count += 1,
        None => drop(counts.insert(key, 1)),
    }
}

/// How often each value comes. There are few values and many items, so that a copy is made of the first of each alone.
fn values_of<'a>(values: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for value in values {
        match counts.get_mut(value) {
            Some(count) => *count += 1,
            None => drop(counts.insert(value.to_owned(), 1)),
        }
    }
    counts
}
