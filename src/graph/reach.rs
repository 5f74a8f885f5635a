//! What a node reaches: blast radius upwards, contents downwards, neighbourhood in a focus.
//!
//! Breadth first over the compact rows, with marks that are reused from walk to walk (a new epoch takes
//! the place of clearing them), so that a question costs what it visits.

use super::{EdgeId, Graph, Kinds, NodeId};

/// Which way to walk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// To what a node needs: its dependencies, releases, bundles.
    #[default]
    Down,
    /// To what needs a node: its dependants.
    Up,
}

/// What a walk reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The start first, then nearest first, each once.
    pub nodes: Vec<NodeId>,
    /// `nodes[starts[d]..starts[d + 1]]` are `d` steps away; one entry more than there are depths.
    pub starts: Vec<u32>,
}

impl Reach {
    /// How many nodes were reached, the start left out.
    pub fn count(&self) -> u32 {
        (self.nodes.len() as u32).saturating_sub(1)
    }

    /// The nodes that are `depth` steps away, sorted as they were met.
    pub fn at_depth(&self, depth: usize) -> &[NodeId] {
        let start = self.starts.get(depth).copied().unwrap_or(0) as usize;
        let end = self.starts.get(depth + 1).copied().unwrap_or(0) as usize;
        self.nodes.get(start..end).unwrap_or_default()
    }

    /// The longest distance.
    pub fn depth(&self) -> usize {
        self.starts.len().saturating_sub(2)
    }
}

/// Marks and lists that walks reuse; one for each thread is enough.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    epoch: u32,
    marks: Vec<u32>,
    /// By which edge a node was met in the present walk.
    pub(super) came_by: Vec<EdgeId>,
    pub(super) queue: Vec<NodeId>,
}

impl Scratch {
    /// Begins a walk: no node is marked, the queue is empty.
    pub(super) fn begin(&mut self, nodes: usize) {
        if self.marks.len() < nodes || self.epoch == u32::MAX {
            self.marks = vec![0; nodes];
            self.came_by = vec![EdgeId(0); nodes];
            self.epoch = 0;
        }
        self.epoch += 1;
        self.queue.clear();
    }

    /// Marks a node; false if it was marked already.
    #[inline]
    pub(super) fn mark(&mut self, node: NodeId) -> bool {
        let mark = &mut self.marks[node.0 as usize];
        let is_new = *mark != self.epoch;
        *mark = self.epoch;
        is_new
    }
}

/// All that `from` reaches in one direction along edges of these kinds, up to `depth` steps (`None`: all).
pub fn reach(
    graph: &Graph,
    scratch: &mut Scratch,
    from: NodeId,
    direction: Direction,
    kinds: Kinds,
    depth: Option<u32>,
) -> Reach {
    let mut reach = Reach { nodes: Vec::new(), starts: vec![0] };
    if graph.node(from).is_none() {
        return reach;
    }
    scratch.begin(graph.nodes.len());
    scratch.mark(from);
    reach.nodes.push(from);
    let mut done = 0;
    while done < reach.nodes.len() {
        let layer_end = reach.nodes.len();
        reach.starts.push(layer_end as u32);
        if depth.is_some_and(|depth| reach.starts.len() as u32 > depth + 1) {
            break;
        }
        for at in done..layer_end {
            for next in graph.rows(direction).ends(reach.nodes[at], kinds) {
                if scratch.mark(next) {
                    reach.nodes.push(next);
                }
            }
        }
        done = layer_end;
    }
    reach
}

/// The nodes around `from` within `depth` steps: what it reaches downwards, and what reaches it.
///
/// With both directions they are walked apart, so that a sibling (the other dependant of a common
/// dependency) is no neighbour: 116 charts need `common`, and have nothing else to do with each other.
pub fn neighbourhood(
    graph: &Graph,
    scratch: &mut Scratch,
    from: NodeId,
    directions: &[Direction],
    kinds: Kinds,
    depth: u32,
) -> Vec<NodeId> {
    let mut nodes: Vec<NodeId> = directions
        .iter()
        .flat_map(|&direction| reach(graph, scratch, from, direction, kinds, Some(depth)).nodes)
        .collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}
