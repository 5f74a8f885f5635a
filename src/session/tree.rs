//! The graph as a tree of rows: each item, and below it, when it is opened, what it needs.
//!
//! An item may stand in many places, for many may need it; it never stands below itself, so that a cycle
//! has an end. Rows are one flat list, as a virtual list wants them; opening one puts its children behind it.
//! Which rows are open fits into an address: each as a short number of its item, with a dash for each level.

use std::fmt::Write as _;

use crate::graph::{Graph, Kinds, Node, NodeId};

/// How many open rows an address names.
const MOST_NAMED: usize = 80;

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which item.
    pub node: NodeId,
    /// How deep it stands, from 1.
    pub level: u32,
    /// Which one of its siblings it is, from 1.
    pub place: u32,
    /// How many siblings there are, itself included.
    pub siblings: u32,
    /// How many rows stand below it when it is open.
    pub children: u32,
    /// Whether they do now.
    pub is_open: bool,
}

/// All rows that are unfolded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    rows: Vec<Row>,
}

impl Tree {
    /// A tree of these items with nothing open.
    pub fn new(graph: &Graph, roots: &[NodeId]) -> Self {
        let siblings = roots.len() as u32;
        let row = |(place, &node): (u32, &NodeId)| {
            let children = children(graph, node, &[node]).count() as u32;
            Row { node, level: 1, place, siblings, children, is_open: false }
        };
        Self { rows: (1..).zip(roots).map(row).collect() }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row.
    pub fn row(&self, at: usize) -> Option<&Row> {
        self.rows.get(at)
    }

    /// The first row of an item.
    pub fn find(&self, node: NodeId) -> Option<usize> {
        self.rows.iter().position(|row| row.node == node)
    }

    /// The row that a row stands below.
    pub fn parent(&self, at: usize) -> Option<usize> {
        let level = self.rows.get(at)?.level;
        self.rows[..at].iter().rposition(|row| row.level < level)
    }

    /// Opens a row; nothing happens if there is nothing below it, or if it is open.
    pub fn open(&mut self, graph: &Graph, at: usize) {
        let Some(row) = self.rows.get(at).filter(|row| row.children > 0 && !row.is_open).copied() else {
            return;
        };
        let mut path = self.above(at);
        path.push(row.node);
        let nodes: Vec<NodeId> = children(graph, row.node, &path).collect();
        let siblings = nodes.len() as u32;
        let child = |(place, node): (u32, NodeId)| {
            let children = children(graph, node, &path).filter(|end| *end != node).count() as u32;
            Row { node, level: row.level + 1, place, siblings, children, is_open: false }
        };
        let below: Vec<Row> = (1..).zip(nodes).map(child).collect();
        self.rows.splice((at + 1)..=at, below);
        self.rows[at].is_open = true;
    }

    /// Closes a row with all that is open below it.
    pub fn close(&mut self, at: usize) {
        let Some(row) = self.rows.get(at).filter(|row| row.is_open).copied() else { return };
        let end = self.rows[at + 1..].iter().position(|other| other.level <= row.level);
        let end = end.map_or(self.rows.len(), |below| at + 1 + below);
        self.rows.drain(at + 1..end);
        self.rows[at].is_open = false;
    }

    /// The open rows for an address: in their order, deeper ones with dashes before them.
    pub fn opened(&self, graph: &Graph) -> String {
        let mut out = String::new();
        for row in self.rows.iter().filter(|row| row.is_open).take(MOST_NAMED) {
            let Some(node) = graph.node(row.node) else { continue };
            let comma = if out.is_empty() { "" } else { "," };
            let _ = write!(out, "{comma}{}{}", "-".repeat(row.level as usize - 1), mark(node));
        }
        out
    }

    /// Opens the rows that an address names, those that are there.
    pub fn reopen(&mut self, graph: &Graph, opened: &str) {
        // Where the search goes on, for each level: the rows of a level stand below the one opened before.
        let mut froms = vec![0];
        for word in opened.split(',').filter(|word| !word.is_empty()).take(MOST_NAMED) {
            let name = word.trim_start_matches('-');
            let level = word.len() - name.len();
            froms.truncate(level + 1);
            let Some(&from) = froms.get(level) else { continue };
            let is_it = |row: &Row| {
                row.level as usize == level + 1 && graph.node(row.node).is_some_and(|node| mark(node) == name)
            };
            let below = self.rows.iter().enumerate().skip(from);
            let mut below = below.take_while(|(at, row)| *at == from || row.level as usize > level);
            let Some((at, _)) = below.find(|(_, row)| is_it(row)) else { continue };
            self.open(graph, at);
            froms.push(at + 1);
        }
    }

    /// The items that a row stands below.
    fn above(&self, at: usize) -> Vec<NodeId> {
        let parents = std::iter::successors(self.parent(at), |at| self.parent(*at));
        parents.map(|at| self.rows[at].node).collect()
    }
}

/// A short name for an item among its siblings: a number of its key (FNV-1a), to the base 36.
fn mark(node: &Node) -> String {
    let key = &node.key;
    let bytes = key.kind.word().bytes().chain([b'/']).chain(key.id.bytes());
    let mut number =
        bytes.fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mut out = String::new();
    while number > 0 {
        out.extend(char::from_digit(number % 36, 36));
        number /= 36;
    }
    out
}

/// What an item needs, each once, without what is above it.
fn children<'a>(graph: &'a Graph, node: NodeId, above: &'a [NodeId]) -> impl Iterator<Item = NodeId> + 'a {
    let mut last = None;
    graph
        .leaving
        .ends(node, Kinds::ALL)
        .filter(move |end| last.replace(*end) != Some(*end))
        .filter(move |end| !above.contains(end))
}
