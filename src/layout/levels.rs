//! The graph cut into layers: every arc becomes a chain of way points, one in each layer it passes.
//!
//! Guarantee: every link joins neighbouring layers. The number of way points is bounded: arcs that pass
//! more layers than the bound allows take the express lane outside the drawing and have none
//! (a chain of 100,000 nodes with a few thousand long arcs would need a hundred million).

use super::adjacency::Adjacency;

/// Way points that are always affordable, and how many more there may be for each node and arc.
const FREE_WAYPOINTS: usize = 500_000;
const WAYPOINTS_EACH: usize = 4;

/// Nodes and way points by layer, and the links between neighbouring layers.
#[derive(Clone, Debug, Default)]
pub(super) struct Levels {
    /// Vertices below this are nodes, the others way points.
    pub(super) nodes: usize,
    /// The arcs, as pairs of nodes.
    pub(super) arcs: Vec<(u32, u32)>,
    /// The way points of arc `a` are `first[a]..first[a + 1]`, from top to bottom.
    pub(super) first: Vec<u32>,
    /// The head of the arc of each way point.
    heads: Vec<u32>,
    /// The layer of each vertex.
    pub(super) layer: Vec<u32>,
    /// Layer `l` is `order[starts[l]..starts[l + 1]]`.
    pub(super) starts: Vec<u32>,
    /// All vertices, layer after layer, each layer from left to right.
    pub(super) order: Vec<u32>,
    /// The place of each vertex within its layer.
    pub(super) place: Vec<u32>,
    /// The links to the layer above.
    pub(super) above: Adjacency,
    /// The links to the layer below.
    pub(super) below: Adjacency,
}

impl Levels {
    /// Cuts the arcs `out` at the layers given by `ranks`.
    pub(super) fn new(out: &Adjacency, ranks: Vec<u32>) -> Self {
        let arcs: Vec<(u32, u32)> = out.links().collect();
        let nodes = out.count();
        let longest = longest_span(&arcs, &ranks, nodes);
        let mut layer = ranks;
        let mut heads = Vec::new();
        let mut first = Vec::with_capacity(arcs.len() + 1);
        for &(tail, head) in &arcs {
            first.push(layer.len() as u32);
            let (from, to) = (layer[tail as usize], layer[head as usize]);
            if to - from <= longest {
                layer.extend(from + 1..to);
                heads.resize(layer.len() - nodes, head);
            }
        }
        first.push(layer.len() as u32);
        let mut levels = Self { nodes, arcs, first, heads, layer, ..Self::default() };
        levels.below = Adjacency::new(levels.layer.len(), levels.links());
        levels.above = levels.below.turned();
        levels.sort_into_layers();
        levels
    }

    /// The number of layers.
    pub(super) fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Where layer `layer` stands in `order`.
    pub(super) fn range(&self, layer: usize) -> std::ops::Range<usize> {
        self.starts[layer] as usize..self.starts[layer + 1] as usize
    }

    /// The vertices of a layer from left to right.
    pub(super) fn row(&self, layer: usize) -> &[u32] {
        &self.order[self.range(layer)]
    }

    /// The way points of an arc, from top to bottom.
    pub(super) fn waypoints(&self, arc: usize) -> std::ops::Range<u32> {
        self.first[arc]..self.first[arc + 1]
    }

    /// Whether the arc passes layers without way points.
    pub(super) fn is_express(&self, arc: usize) -> bool {
        let (tail, head) = self.arcs[arc];
        self.first[arc] == self.first[arc + 1] && self.layer[head as usize] - self.layer[tail as usize] > 1
    }

    /// The node that the arc of a way point leads to.
    pub(super) fn head(&self, waypoint: u32) -> u32 {
        self.heads[waypoint as usize - self.nodes]
    }

    /// Whether the vertex is a way point.
    pub(super) fn is_waypoint(&self, vertex: u32) -> bool {
        vertex as usize >= self.nodes
    }

    /// Writes the places of a layer anew after its order has changed.
    pub(super) fn number(&mut self, layer: usize) {
        let range = self.range(layer);
        for (place, &vertex) in self.order[range].iter().enumerate() {
            self.place[vertex as usize] = place as u32;
        }
    }

    fn links(&self) -> impl Iterator<Item = (u32, u32)> + Clone + '_ {
        (0..self.arcs.len()).filter(|&arc| !self.is_express(arc)).flat_map(|arc| {
            let (tail, head) = self.arcs[arc];
            let way = self.waypoints(arc);
            std::iter::once(tail).chain(way.clone()).zip(way.chain(std::iter::once(head)))
        })
    }

    fn sort_into_layers(&mut self) {
        let count = self.layer[..self.nodes].iter().copied().max().map_or(0, |last| last as usize + 1);
        let by_layer = Adjacency::new(
            count,
            self.layer.iter().enumerate().map(|(vertex, &layer)| (layer, vertex as u32)),
        );
        self.starts = (0..=count as u32).map(|layer| by_layer.start(layer) as u32).collect();
        self.order = (0..count as u32).flat_map(|layer| by_layer.of(layer).iter().copied()).collect();
        self.place = vec![0; self.order.len()];
        for layer in 0..count {
            self.number(layer);
        }
    }
}

/// The longest span that still gets way points, so that all of them together stay within the bound.
fn longest_span(arcs: &[(u32, u32)], ranks: &[u32], nodes: usize) -> u32 {
    let bound = FREE_WAYPOINTS.max(WAYPOINTS_EACH * (nodes + arcs.len()));
    let mut spans: Vec<u32> =
        arcs.iter().map(|&(tail, head)| ranks[head as usize] - ranks[tail as usize]).collect();
    spans.sort_unstable();
    let mut total = 0_usize;
    for &span in &spans {
        total += span as usize;
        if total > bound {
            return span.saturating_sub(1).max(1);
        }
    }
    u32::MAX
}
