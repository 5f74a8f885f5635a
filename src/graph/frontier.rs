//! The fix frontier: the fewest nodes to change so that no way from the tops to the causes is left.
//!
//! A minimum vertex cut: each node is split in two with an edge of capacity one, and by Menger's theorem
//! the greatest flow equals the smallest cut. The flow is Dinic's (Soviet Math. Dokl. 11, 1970), which needs
//! at most about √V rounds on unit nodes (Even, Tarjan, SIAM J. Comput. 4, 1975). Often several sets are
//! smallest: the one nearest to the causes is given, and every node that is in some other (Picard, Queyranne,
//! Math. Programming Study 13, 1980: exactly the full edges whose ends lie in different components of what the
//! flow leaves).

use super::components::components;
use super::{Graph, Kinds, NodeId};
use crate::order;

/// What may be changed at the ends of the ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ends {
    /// The tops may be changed themselves.
    pub tops: bool,
    /// The causes may be changed themselves.
    pub causes: bool,
}

/// The fewest nodes to change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    /// The smallest set that stands nearest to the causes, sorted.
    pub nodes: Vec<NodeId>,
    /// Nodes that are in another, equally small set, sorted.
    pub ties: Vec<NodeId>,
    /// Whether any change is enough; false if a fixed top needs a fixed cause directly, or is one.
    pub exists: bool,
}

/// Finds the fewest nodes that lie on all ways down from `tops` to `causes`.
pub fn frontier(graph: &Graph, tops: &[NodeId], causes: &[NodeId], kinds: Kinds, ends: Ends) -> Frontier {
    let between = Between::new(graph, tops, causes, kinds);
    let mut network = Network::new(graph, &between, kinds, ends);
    if !network.fill() {
        return Frontier::default();
    }
    let nodes = network.cut_nearest_to_sink();
    let ties = network.full_edges_between_components();
    let ids = |places: Vec<u32>| -> Vec<NodeId> {
        let mut ids: Vec<NodeId> = places.into_iter().map(|place| between.nodes[place as usize].id).collect();
        order::sort(&mut ids);
        ids
    };
    let nodes = ids(nodes);
    let ties = ids(ties).into_iter().filter(|node| nodes.binary_search(node).is_err()).collect();
    Frontier { nodes, ties, exists: true }
}

const NONE: u32 = u32::MAX;

/// A node that lies on a way from a top to a cause.
struct Inner {
    id: NodeId,
    is_top: bool,
    is_cause: bool,
}

/// The nodes between tops and causes.
struct Between {
    nodes: Vec<Inner>,
    place_of: Vec<u32>,
}

impl Between {
    fn new(graph: &Graph, tops: &[NodeId], causes: &[NodeId], kinds: Kinds) -> Self {
        let below = flood(graph, tops, |node| graph.leaving.ends(node, kinds));
        let above = flood(graph, causes, |node| graph.entering.ends(node, kinds));
        let mut place_of = vec![NONE; graph.nodes.len()];
        let mut nodes = Vec::new();
        for id in graph.ids().filter(|id| below[id.0 as usize] && above[id.0 as usize]) {
            place_of[id.0 as usize] = nodes.len() as u32;
            nodes.push(Inner { id, is_top: false, is_cause: false });
        }
        let mut between = Self { nodes, place_of };
        for &top in tops {
            between.with(top, |inner| inner.is_top = true);
        }
        for &cause in causes {
            between.with(cause, |inner| inner.is_cause = true);
        }
        between
    }

    fn with(&mut self, id: NodeId, set: impl FnOnce(&mut Inner)) {
        let place = self.place_of.get(id.0 as usize).copied().unwrap_or(NONE);
        if let Some(inner) = self.nodes.get_mut(place as usize) {
            set(inner);
        }
    }
}

/// Marks all that is reached from several nodes.
fn flood<I: Iterator<Item = NodeId>>(
    graph: &Graph,
    from: &[NodeId],
    ends: impl Fn(NodeId) -> I,
) -> Vec<bool> {
    let mut is_met = vec![false; graph.nodes.len()];
    let mut stack = Vec::new();
    let mut meet = |node: NodeId, stack: &mut Vec<NodeId>| {
        if let Some(met) = is_met.get_mut(node.0 as usize).filter(|met| !**met) {
            *met = true;
            stack.push(node);
        }
    };
    for &node in from {
        meet(node, &mut stack);
    }
    while let Some(node) = stack.pop() {
        for next in ends(node) {
            meet(next, &mut stack);
        }
    }
    is_met
}

/// More than any cut of nodes can hold.
const ENDLESS: u32 = u32::MAX / 2;

/// A flow network: node `p` of the graph is point `2p` (where ways enter) and `2p + 1` (where they leave).
/// Arc `a` and its reverse `a ^ 1` stand side by side; `room` is what may still flow.
struct Network {
    first: Vec<u32>,
    next: Vec<u32>,
    to: Vec<u32>,
    room: Vec<u32>,
    source: u32,
    sink: u32,
    inner: usize,
}

impl Network {
    fn new(graph: &Graph, between: &Between, kinds: Kinds, ends: Ends) -> Self {
        let inner = between.nodes.len();
        let points = 2 * inner + 2;
        let mut network = Self {
            first: vec![NONE; points],
            next: Vec::new(),
            to: Vec::new(),
            room: Vec::new(),
            source: points as u32 - 2,
            sink: points as u32 - 1,
            inner,
        };
        // First the arcs through the nodes, so that the arc of node p is 2p.
        for (place, node) in (0..).zip(&between.nodes) {
            let is_fixed = node.is_top && !ends.tops || node.is_cause && !ends.causes;
            network.arc(2 * place, 2 * place + 1, if is_fixed { ENDLESS } else { 1 });
        }
        for (place, node) in (0..).zip(&between.nodes) {
            for end in graph.leaving.ends(node.id, kinds) {
                let other = between.place_of[end.0 as usize];
                if other != NONE && other != place {
                    network.arc(2 * place + 1, 2 * other, ENDLESS);
                }
            }
            if node.is_top {
                network.arc(network.source, 2 * place, ENDLESS);
            }
            if node.is_cause {
                network.arc(2 * place + 1, network.sink, ENDLESS);
            }
        }
        network
    }

    fn arc(&mut self, from: u32, to: u32, room: u32) {
        for (from, to, room) in [(from, to, room), (to, from, 0)] {
            self.next.push(self.first[from as usize]);
            self.first[from as usize] = self.to.len() as u32;
            self.to.push(to);
            self.room.push(room);
        }
    }

    fn arcs(&self, point: u32) -> impl Iterator<Item = u32> + '_ {
        let some = |arc: u32| (arc != NONE).then_some(arc);
        std::iter::successors(some(self.first[point as usize]), move |&arc| some(self.next[arc as usize]))
    }

    /// Lets flow what can; false if there is no end to it, as a way has nothing on it that may be changed.
    fn fill(&mut self) -> bool {
        loop {
            let levels = self.levels();
            if levels[self.source as usize] == NONE {
                return true;
            }
            if !self.fill_once(&levels) {
                return false;
            }
        }
    }

    /// The distance of each point to the sink over arcs with room, as far as the source is away.
    ///
    /// From the sink, so that no step down these distances leads into a dead end before something is full.
    fn levels(&self) -> Vec<u32> {
        let mut levels = vec![NONE; self.first.len()];
        levels[self.sink as usize] = 0;
        let mut queue = vec![self.sink];
        let mut done = 0;
        while let Some(&point) = queue.get(done) {
            done += 1;
            if levels[self.source as usize] <= levels[point as usize] {
                break;
            }
            for arc in self.arcs(point).filter(|&arc| self.room[(arc ^ 1) as usize] > 0) {
                let from = self.to[arc as usize];
                if levels[from as usize] == NONE {
                    levels[from as usize] = levels[point as usize] + 1;
                    queue.push(from);
                }
            }
        }
        levels
    }

    /// Fills every shortest way; each point remembers which arc to try next.
    fn fill_once(&mut self, levels: &[u32]) -> bool {
        let mut cursor = self.first.clone();
        let mut way: Vec<u32> = Vec::new();
        loop {
            let point = way.last().map_or(self.source, |&arc| self.to[arc as usize]);
            if point == self.sink {
                let room = way.iter().map(|&arc| self.room[arc as usize]).min().unwrap_or(0);
                if room >= ENDLESS / 2 {
                    return false;
                }
                self.push(&mut way, room);
                continue;
            }
            let arc = cursor[point as usize];
            if arc == NONE {
                let Some(back) = way.pop() else { return true };
                let from = self.to[(back ^ 1) as usize];
                cursor[from as usize] = self.next[cursor[from as usize] as usize];
                continue;
            }
            let to = self.to[arc as usize];
            if self.room[arc as usize] > 0 && levels[to as usize] == levels[point as usize].wrapping_sub(1) {
                way.push(arc);
            } else {
                cursor[point as usize] = self.next[arc as usize];
            }
        }
    }

    /// Lets `room` flow along the way and goes back to before its first full arc.
    fn push(&mut self, way: &mut Vec<u32>, room: u32) {
        for &arc in &*way {
            self.room[arc as usize] -= room;
            self.room[(arc ^ 1) as usize] += room;
        }
        let first_full = way.iter().position(|&arc| self.room[arc as usize] == 0).unwrap_or(0);
        way.truncate(first_full);
    }

    /// The nodes whose arc separates what can still reach the sink from what cannot.
    fn cut_nearest_to_sink(&self) -> Vec<u32> {
        let mut reaches = vec![false; self.first.len()];
        reaches[self.sink as usize] = true;
        let mut stack = vec![self.sink];
        while let Some(point) = stack.pop() {
            for arc in self.arcs(point).filter(|&arc| self.room[(arc ^ 1) as usize] > 0) {
                let from = self.to[arc as usize];
                if !std::mem::replace(&mut reaches[from as usize], true) {
                    stack.push(from);
                }
            }
        }
        (0..self.inner as u32).filter(|&p| !reaches[2 * p as usize] && reaches[2 * p as usize + 1]).collect()
    }

    /// The nodes that are in some smallest cut.
    fn full_edges_between_components(&self) -> Vec<u32> {
        let next = |point| {
            self.arcs(point).filter(|&arc| self.room[arc as usize] > 0).map(|arc| self.to[arc as usize])
        };
        let (component_of, _) = components(self.first.len(), next);
        let is_full = |p: u32| self.room[2 * p as usize] == 0;
        let is_between = |p: u32| component_of[2 * p as usize] != component_of[2 * p as usize + 1];
        (0..self.inner as u32).filter(|&p| is_full(p) && is_between(p)).collect()
    }
}
