//! Ways from one node to another: the shortest, the ten shortest, and how many there are.
//!
//! Every way keeps its edges, so each hop has its evidence. Ways are simple: no node comes twice.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::condense::Condensation;
use super::{Direction, EdgeId, Graph, Kinds, NodeId, Scratch};
use crate::order;
use crate::source::Place;

/// A way through the graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// The nodes on it, both ends included.
    pub nodes: Vec<NodeId>,
    /// The edges between them: one fewer.
    pub edges: Vec<EdgeId>,
}

impl Path {
    /// For every hop, the first place that states it; `None` for an edge without a place.
    pub fn places(&self, graph: &Graph) -> Vec<Option<Place>> {
        let first = |&edge: &EdgeId| graph.edge(edge)?.places.first().copied();
        self.edges.iter().map(first).collect()
    }
}

/// Several ways, shortest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// Shortest first; equally long ones in the order of their nodes.
    pub paths: Vec<Path>,
    /// Whether the search ended by itself; false if its budget was used up before (only in graphs full of cycles).
    pub is_complete: bool,
}

/// How many ways there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PathCount {
    /// How many; [`u128::MAX`] stands for more than that.
    pub count: u128,
    /// There are more than [`Self::count`] can say.
    pub is_saturated: bool,
    /// A cycle lies on the way. Each cycle was counted as one node: there are at least that many ways.
    pub passes_cycle: bool,
}

/// The shortest way down from `from` to `to`, the first in order of node ids among equals.
pub fn shortest(
    graph: &Graph,
    scratch: &mut Scratch,
    from: NodeId,
    to: NodeId,
    kinds: Kinds,
) -> Option<Path> {
    nearest(graph, scratch, from, Direction::Down, kinds, |node| node == to)
}

/// The shortest way from `from` to the nearest node that is wanted, `from` itself included.
///
/// Walking up, the nodes still stand from `from` to the goal; each edge points back at the node before it.
pub fn nearest(
    graph: &Graph,
    scratch: &mut Scratch,
    from: NodeId,
    direction: Direction,
    kinds: Kinds,
    mut wanted: impl FnMut(NodeId) -> bool,
) -> Option<Path> {
    graph.node(from)?;
    scratch.begin(graph.nodes.len());
    scratch.mark(from);
    if wanted(from) {
        return Some(Path { nodes: vec![from], edges: Vec::new() });
    }
    scratch.queue.push(from);
    let mut done = 0;
    while let Some(&node) = scratch.queue.get(done) {
        done += 1;
        for step in graph.rows(direction).steps(node).filter(|step| kinds.has(step.kind)) {
            if scratch.mark(step.node) {
                scratch.came_by[step.node.0 as usize] = step.edge;
                if wanted(step.node) {
                    return Some(traced(graph, scratch, from, step.node, direction));
                }
                scratch.queue.push(step.node);
            }
        }
    }
    None
}

/// The way by which a walk came.
fn traced(graph: &Graph, scratch: &Scratch, from: NodeId, to: NodeId, direction: Direction) -> Path {
    let mut path = Path { nodes: vec![to], edges: Vec::new() };
    let mut node = to;
    while node != from {
        let id = scratch.came_by[node.0 as usize];
        let edge = &graph.edges[id.0 as usize];
        node = if direction == Direction::Down { edge.from } else { edge.to };
        path.nodes.push(node);
        path.edges.push(id);
    }
    path.nodes.reverse();
    path.edges.reverse();
    path
}

/// How many steps [`shortest_paths`] takes before it gives up.
const MOST_STEPS: usize = 4_000_000;

/// The `most` shortest ways down from `from` to `to`.
///
/// Best first over beginnings of ways (A*, Hart, Nilsson, Raphael 1968), with the exact distance to the
/// goal as estimate: without cycles, every beginning that is looked at belongs to an answer.
/// `condensation` is that of the same graph along the same kinds: only within a cycle can a way meet itself.
pub fn shortest_paths(
    graph: &Graph,
    condensation: &Condensation,
    from: NodeId,
    to: NodeId,
    kinds: Kinds,
    most: usize,
) -> Paths {
    let mut search = Search {
        component_of: &condensation.component_of,
        distances: distances_to(graph, to, kinds),
        beginnings: Vec::new(),
        open: BinaryHeap::new(),
        steps: 0,
    };
    let mut paths = Paths { paths: Vec::new(), is_complete: true };
    search.add(None, from);
    while let Some(Reverse((_, at))) = search.open.pop() {
        let last = search.beginnings[at as usize].node;
        if last == to {
            paths.paths.push(path_of(graph, search.nodes(at), kinds));
            if paths.paths.len() == most {
                break;
            }
            continue;
        }
        for next in distinct(graph.leaving.ends(last, kinds)) {
            if !search.meets_itself(at, next) {
                search.add(Some(at), next);
            }
        }
        if search.steps > MOST_STEPS {
            paths.is_complete = false;
            break;
        }
    }
    order::sort_by(&mut paths.paths, |a, b| (a.nodes.len(), &a.nodes).cmp(&(b.nodes.len(), &b.nodes)));
    paths
}

/// One beginning of a way: its last node, and the beginning that it continues.
struct Beginning {
    node: NodeId,
    before: Option<u32>,
    length: u32,
}

struct Search<'a> {
    component_of: &'a [u32],
    distances: Vec<u32>,
    beginnings: Vec<Beginning>,
    /// Length of the whole way at best, and the beginning; of equally good ones the older first.
    open: BinaryHeap<Reverse<(u32, u32)>>,
    steps: usize,
}

impl Search<'_> {
    fn add(&mut self, before: Option<u32>, node: NodeId) {
        self.steps += 1;
        let distance = self.distances.get(node.0 as usize).copied().unwrap_or(FAR);
        if distance == FAR {
            return;
        }
        let length = before.map_or(0, |at| self.beginnings[at as usize].length + 1);
        self.open.push(Reverse((length + distance, self.beginnings.len() as u32)));
        self.beginnings.push(Beginning { node, before, length });
    }

    /// Whether a beginning holds a node: only its end that is on one cycle with the node can.
    fn meets_itself(&mut self, at: u32, next: NodeId) -> bool {
        let component = |node: NodeId| self.component_of.get(node.0 as usize);
        let mut steps = 0;
        let mut walk = std::iter::successors(Some(at), |&at| self.beginnings[at as usize].before)
            .map(|at| self.beginnings[at as usize].node)
            .take_while(|&node| component(node) == component(next))
            .inspect(|_| steps += 1);
        let is_met = walk.any(|node| node == next);
        self.steps += steps;
        is_met
    }

    /// The nodes of a beginning, from the start.
    fn nodes(&self, at: u32) -> Vec<NodeId> {
        let walk = std::iter::successors(Some(at), |&at| self.beginnings[at as usize].before);
        let mut nodes: Vec<NodeId> = walk.map(|at| self.beginnings[at as usize].node).collect();
        nodes.reverse();
        nodes
    }
}

const FAR: u32 = u32::MAX;

/// The steps that each node is away from `to`.
fn distances_to(graph: &Graph, to: NodeId, kinds: Kinds) -> Vec<u32> {
    let mut distances = vec![FAR; graph.nodes.len()];
    if graph.node(to).is_none() {
        return distances;
    }
    distances[to.0 as usize] = 0;
    let mut queue = vec![to];
    let mut done = 0;
    while let Some(&node) = queue.get(done) {
        done += 1;
        let distance = distances[node.0 as usize] + 1;
        for next in graph.entering.ends(node, kinds) {
            if distances[next.0 as usize] == FAR {
                distances[next.0 as usize] = distance;
                queue.push(next);
            }
        }
    }
    distances
}

/// Each node once; the rows are sorted, so equal ones stand together.
fn distinct(ends: impl Iterator<Item = NodeId>) -> impl Iterator<Item = NodeId> {
    let mut last = None;
    ends.filter(move |&node| last.replace(node) != Some(node))
}

/// The way along these nodes, by the first edge of the wanted kinds between each two.
fn path_of(graph: &Graph, nodes: Vec<NodeId>, kinds: Kinds) -> Path {
    let between = |pair: &[NodeId]| {
        let steps = graph.leaving.steps(pair[0]).filter(|step| kinds.has(step.kind));
        steps.filter(|step| step.node == pair[1]).map(|step| step.edge).next()
    };
    let edges = nodes.windows(2).filter_map(between).collect();
    Path { nodes, edges }
}

/// How many different ways lead down from `from` to `to`; parallel edges are one way.
///
/// `condensation` is that of the same graph along the same kinds. Linear in what lies between.
pub fn count_paths(
    graph: &Graph,
    condensation: &Condensation,
    from: NodeId,
    to: NodeId,
    kinds: Kinds,
) -> PathCount {
    let component = |node: NodeId| condensation.component_of.get(node.0 as usize).copied();
    let (Some(top), Some(bottom)) = (component(from), component(to)) else { return PathCount::default() };
    let mut ways: Vec<u128> = vec![0; (top as usize + 1).saturating_sub(bottom as usize)];
    let mut result = PathCount::default();
    for at in bottom..=top {
        let members = condensation.members(at);
        let count = if at == bottom {
            1
        } else {
            let ends = members.iter().flat_map(|&node| distinct(graph.leaving.ends(node, kinds)));
            let below = ends.map(|node| condensation.component_of[node.0 as usize]);
            let inside = below.filter(|&other| other != at && other >= bottom);
            inside.map(|other| ways[(other - bottom) as usize]).fold(0, u128::saturating_add)
        };
        ways[(at - bottom) as usize] = count;
    }
    result.count = ways.last().copied().unwrap_or(0);
    result.is_saturated = result.count == u128::MAX;
    result.passes_cycle = result.count > 0 && passes_cycle(condensation, &ways, top, bottom);
    result
}

/// Whether a cycle lies between: a component of several nodes that is reached and reaches the goal.
fn passes_cycle(condensation: &Condensation, ways: &[u128], top: u32, bottom: u32) -> bool {
    let reaches_goal = |at: u32| at >= bottom && ways[(at - bottom) as usize] > 0;
    let mut is_reached = vec![false; ways.len()];
    is_reached[(top - bottom) as usize] = true;
    for at in (bottom..=top).rev().filter(|&at| reaches_goal(at)) {
        if !is_reached[(at - bottom) as usize] {
            continue;
        }
        if condensation.members(at).len() > 1 {
            return true;
        }
        for &other in condensation.below(at).iter().filter(|&&other| reaches_goal(other)) {
            is_reached[(other - bottom) as usize] = true;
        }
    }
    false
}
