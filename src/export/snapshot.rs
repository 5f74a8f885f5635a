//! A part of the graph as plain values: what every graph format is written from.
//!
//! Ids are those of links (`release/6acb…`), so that a node of an exported file can be found again on the
//! page, and so that two kinds with one id stay two nodes.

use super::Table;
use crate::geometry::{Point, Rect, Size};
use crate::graph::{
    Direction, EdgeId, EdgeKind, EdgeState, Graph, Kinds, NodeId, NodeKind, Scratch, Status, reach,
};
use crate::layout::{Flow, Layout};
use crate::scene::Tone;
use crate::scene::svg::number;
use crate::session::picture::tone;
use crate::session::shown::{Shown, hidden};
use crate::verdict::{Board, Standing};

/// Nodes and the edges between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// What is shown, in words.
    pub title: String,
    /// Which way the layers follow one another.
    pub flow: Flow,
    /// In the order of the graph.
    pub nodes: Vec<Node>,
    /// In the order of the graph.
    pub edges: Vec<Edge>,
}

/// A node.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Kind and id, as in links; there is no second node with it.
    pub id: String,
    /// Kind.
    pub kind: NodeKind,
    /// Name; empty if it has none.
    pub name: String,
    /// Version; empty if it has none.
    pub version: String,
    /// Status.
    pub status: Status,
    /// Verdict.
    pub standing: Standing,
    /// How many it depends on directly, drawn or not.
    pub depends_on: usize,
    /// How many need it directly, drawn or not.
    pub needed_by: usize,
    /// Product, base image, registry, packaging, cause of failure; empty where unknown.
    pub facets: [String; 5],
    /// Where it stands in the picture, if there is one.
    pub spot: Option<Spot>,
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    /// Its rectangle.
    pub rect: Rect,
    /// Its layer, from 0.
    pub layer: u32,
}

/// An edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Place of its source in [`Snapshot::nodes`].
    pub source: u32,
    /// Place of its target in [`Snapshot::nodes`].
    pub target: u32,
    /// What it says.
    pub kind: EdgeKind,
    /// Whether it can be used.
    pub state: EdgeState,
    /// How often it is stated in one list.
    pub count: u32,
    /// Its bends; empty without a picture.
    pub points: Vec<Point>,
}

/// The columns of [`Snapshot::table`]; stable, for scripts.
const COLUMNS: [&str; 14] = [
    "id",
    "kind",
    "name",
    "version",
    "status",
    "verdict",
    "depends_on",
    "needed_by",
    "product",
    "base_image",
    "registry",
    "packaging",
    "cause",
    "layer",
];

impl Snapshot {
    /// A part of the graph; with sizes and layout, also where it stands in the picture.
    pub fn new(graph: &Graph, board: &Board, shown: &Shown, drawn: Option<(&[Size], &Layout)>) -> Self {
        let nodes = (0..).zip(&shown.nodes).filter_map(|(place, id)| node(graph, board, *id, place, drawn));
        let edges = shown.edges.iter().filter_map(|id| {
            let edge = graph.edge(*id)?;
            Some((edge, shown.place(edge.from)?, shown.place(edge.to)?))
        });
        let edges = edges.enumerate().map(|(place, (edge, source, target))| Edge {
            source,
            target,
            kind: edge.kind,
            state: edge.state,
            count: edge.count,
            points: drawn.map(|(_, layout)| bends(layout, place)).unwrap_or_default(),
        });
        Self { nodes: nodes.collect(), edges: edges.collect(), ..Self::default() }
    }

    /// The nodes as a table with stable columns.
    pub fn table(&self) -> Table {
        let mut table = Table::new(self.title.as_str(), COLUMNS.map(str::to_owned));
        for node in &self.nodes {
            table.push(cells(node));
        }
        table
    }

    /// The same with the sentences of verdicts in a last column. `told` are places in [`Snapshot::nodes`] with their
    /// sentences, in the order of the rows.
    pub fn told(&self, told: impl IntoIterator<Item = (u32, String)>) -> Table {
        let head = COLUMNS.map(str::to_owned).into_iter().chain(["sentence".to_owned()]);
        let mut table = Table::new(self.title.as_str(), head);
        for (place, sentence) in told {
            if let Some(node) = self.nodes.get(place as usize) {
                table.push(cells(node).into_iter().chain([sentence]));
            }
        }
        table
    }

    /// The id of a node, by its place.
    pub(super) fn id(&self, place: u32) -> &str {
        self.nodes.get(place as usize).map_or("", |node| &node.id)
    }
}

/// The part of a graph with these nodes, and every edge between them, implied ones too.
pub fn part(graph: &Graph, mut nodes: Vec<NodeId>) -> Shown {
    nodes.sort_unstable();
    nodes.dedup();
    let mut is_in = vec![false; graph.nodes.len()];
    for id in &nodes {
        if let Some(mark) = is_in.get_mut(id.0 as usize) {
            *mark = true;
        }
    }
    let has = |id: NodeId| is_in.get(id.0 as usize).copied().unwrap_or_default();
    let between =
        |(place, edge): (u32, &crate::graph::Edge)| (has(edge.from) && has(edge.to)).then_some(EdgeId(place));
    let edges = (0..).zip(&graph.edges).filter_map(between).collect();
    let mut shown = Shown { matching: nodes.len(), nodes, edges, ..Shown::default() };
    shown.hidden = hidden(graph, &shown);
    shown
}

/// An item, all that it needs, and all that needs it.
pub fn around(graph: &Graph, id: NodeId) -> Vec<NodeId> {
    let mut nodes = vec![id];
    for way in [Direction::Down, Direction::Up] {
        nodes.extend(reach(graph, &mut Scratch::default(), id, way, Kinds::ALL, None).nodes);
    }
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}

impl Node {
    /// Name and version, or the id of what has neither.
    pub fn label(&self) -> String {
        let words = format!("{} {}", self.name, self.version);
        if words.trim().is_empty() { self.id.clone() } else { words.trim().to_owned() }
    }

    /// How it is doing and how it stands: "ok · AT RISK".
    pub fn state(&self) -> String {
        format!("{} · {}", self.status.word(), self.standing.word())
    }

    /// How it looks: nothing looks in order that is not clear.
    pub const fn tone(&self) -> Tone {
        tone(self.status, self.standing)
    }
}

fn node(
    graph: &Graph,
    board: &Board,
    id: NodeId,
    place: usize,
    drawn: Option<(&[Size], &Layout)>,
) -> Option<Node> {
    let node = graph.node(id)?;
    let facets = &node.facets;
    Some(Node {
        id: format!("{}/{}", node.key.kind.word(), node.key.id),
        kind: node.key.kind,
        name: node.name.to_string(),
        version: node.version.to_string(),
        status: node.condition(),
        standing: board.of(id).map_or(Standing::Unknown, |verdict| verdict.standing),
        depends_on: graph.needs(id).count(),
        needed_by: graph.needed_by(id).count(),
        facets: [&facets.product, &facets.base_image, &facets.registry, &facets.packaging, &facets.cause]
            .map(ToString::to_string),
        spot: drawn.and_then(|(sizes, layout)| spot(sizes, layout, place)),
    })
}

fn spot(sizes: &[Size], layout: &Layout, place: usize) -> Option<Spot> {
    let rect = Rect::around(*layout.centers.get(place)?, *sizes.get(place)?);
    Some(Spot { rect, layer: layout.layers.get(place).copied().unwrap_or_default() })
}

fn bends(layout: &Layout, edge: usize) -> Vec<Point> {
    let start = layout.starts.get(edge).copied().unwrap_or_default() as usize;
    let end = layout.starts.get(edge + 1).copied().unwrap_or_default() as usize;
    layout.points.get(start..end).map(<[Point]>::to_vec).unwrap_or_default()
}

fn cells(node: &Node) -> Vec<String> {
    let own = [
        node.id.clone(),
        node.kind.word().to_owned(),
        node.name.clone(),
        node.version.clone(),
        node.status.word().to_owned(),
        node.standing.word().to_owned(),
        node.depends_on.to_string(),
        node.needed_by.to_string(),
    ];
    let layer = node.spot.map(|spot| spot.layer.to_string()).unwrap_or_default();
    own.into_iter().chain(node.facets.iter().cloned()).chain([layer]).collect()
}

/// The place of a node as left, top, width and height.
pub(super) fn sides(rect: Rect) -> [String; 4] {
    [rect.min.x, rect.min.y, rect.width(), rect.height()].map(number)
}
