//! The graph cut into layers: every arc becomes a chain of way points, one in each layer it passes.
//!
//! Guarantee: every link joins neighbouring layers; vertices are numbered layer after layer, so that a
//! sweep over a layer touches one stretch of memory and no other. The number of way points is bounded:
//! arcs that pass more layers than the bound allows take the express lane outside the drawing and have
//! none (a chain of 100,000 nodes with a few thousand long arcs would need a hundred million).

use super::adjacency::Adjacency;

/// Way points that are always affordable, and how many more there may be for each node and arc.
const FREE_WAYPOINTS: usize = 500_000;
const WAYPOINTS_EACH: usize = 4;
/// In place of a node where there is none.
const NONE: u32 = u32::MAX;

/// Nodes and way points by layer, and the links between neighbouring layers.
#[derive(Clone, Debug, Default)]
pub(super) struct Levels {
    /// The arcs, as pairs of nodes.
    pub(super) arcs: Vec<(u32, u32)>,
    /// The way points of each arc, as a range of `way`.
    spans: Vec<(u32, u32)>,
    way: Vec<u32>,
    /// The vertex of each node.
    vertices: Vec<u32>,
    /// The node of each vertex, or `NONE`.
    nodes: Vec<u32>,
    /// The node that a way point leads to, or `NONE`.
    heads: Vec<u32>,
    /// Layer `l` is `order[starts[l]..starts[l + 1]]`, and holds the vertices with these numbers.
    starts: Vec<u32>,
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
    pub(super) fn new(out: &Adjacency, ranks: &[u32]) -> Self {
        let arcs: Vec<(u32, u32)> = out.links().collect();
        let mut levels = Self { arcs, ..Self::default() };
        let (layers, heads) = levels.cut(ranks);
        levels.sort_into_layers(ranks, &layers, &heads);
        levels.below = Adjacency::new(levels.order.len(), levels.links());
        levels.above = levels.below.turned();
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
    pub(super) fn waypoints(&self, arc: usize) -> &[u32] {
        let (start, end) = self.spans[arc];
        &self.way[start as usize..end as usize]
    }

    /// The vertex of a node.
    pub(super) fn vertex(&self, node: u32) -> u32 {
        self.vertices[node as usize]
    }

    /// The node of a vertex; way points have none.
    pub(super) fn node(&self, vertex: u32) -> Option<u32> {
        Some(self.nodes[vertex as usize]).filter(|&node| node != NONE)
    }

    /// Whether the vertex is a way point.
    pub(super) fn is_waypoint(&self, vertex: u32) -> bool {
        self.nodes[vertex as usize] == NONE
    }

    /// Whether two vertices are way points to the same node.
    pub(super) fn meet(&self, one: u32, other: u32) -> bool {
        let head = self.heads[one as usize];
        head != NONE && head == self.heads[other as usize]
    }

    /// The layer of a vertex.
    pub(super) fn layer(&self, vertex: u32) -> usize {
        self.starts.partition_point(|&start| start <= vertex) - 1
    }

    /// Writes the places of a layer anew after its order has changed.
    pub(super) fn number(&mut self, layer: usize) {
        let range = self.range(layer);
        for (place, &vertex) in self.order[range].iter().enumerate() {
            self.place[vertex as usize] = place as u32;
        }
    }

    /// Fills `spans`; the layer and the head of each way point.
    fn cut(&mut self, ranks: &[u32]) -> (Vec<u32>, Vec<u32>) {
        let longest = longest_span(&self.arcs, ranks);
        let (mut layers, mut heads) = (Vec::new(), Vec::new());
        for &(tail, head) in &self.arcs {
            let start = layers.len() as u32;
            let (from, to) = (ranks[tail as usize], ranks[head as usize]);
            if to - from <= longest {
                layers.extend(from + 1..to);
                heads.resize(layers.len(), head);
            }
            self.spans.push((start, layers.len() as u32));
        }
        (layers, heads)
    }

    /// Numbers nodes and way points layer after layer.
    fn sort_into_layers(&mut self, ranks: &[u32], layers: &[u32], heads: &[u32]) {
        let count = ranks.iter().copied().max().map_or(0, |last| last as usize + 1);
        let all = ranks.iter().chain(layers).zip(0_u32..).map(|(&layer, index)| (layer, index));
        let by_layer = Adjacency::new(count, all);
        self.starts = (0..=count as u32).map(|layer| by_layer.start(layer) as u32).collect();
        let sorted = by_layer.links().map(|(_, index)| index as usize);
        let mut vertices = vec![0; ranks.len() + layers.len()];
        for (vertex, index) in sorted.clone().enumerate() {
            vertices[index] = vertex as u32;
        }
        self.nodes =
            sorted.clone().map(|index| if index < ranks.len() { index as u32 } else { NONE }).collect();
        self.heads = sorted
            .map(|index| index.checked_sub(ranks.len()).map_or(NONE, |waypoint| heads[waypoint]))
            .collect();
        self.way = vertices.split_off(ranks.len());
        self.vertices = vertices;
        self.order = (0..self.nodes.len() as u32).collect();
        self.place = vec![0; self.order.len()];
        (0..count).for_each(|layer| self.number(layer));
    }

    fn links(&self) -> impl Iterator<Item = (u32, u32)> + Clone + '_ {
        (0..self.arcs.len()).filter(|&arc| !self.is_express(arc)).flat_map(|arc| {
            let (tail, head) = self.arcs[arc];
            let way = self.waypoints(arc).iter().copied();
            let from = std::iter::once(self.vertex(tail)).chain(way.clone());
            from.zip(way.chain(std::iter::once(self.vertex(head))))
        })
    }

    /// Whether the arc passes layers without way points.
    pub(super) fn is_express(&self, arc: usize) -> bool {
        let (tail, head) = self.arcs[arc];
        let (start, end) = self.spans[arc];
        start == end && self.layer(self.vertex(head)) - self.layer(self.vertex(tail)) > 1
    }
}

/// The longest span that still gets way points, so that all of them together stay within the bound.
fn longest_span(arcs: &[(u32, u32)], ranks: &[u32]) -> u32 {
    let bound = FREE_WAYPOINTS.max(WAYPOINTS_EACH * (ranks.len() + arcs.len()));
    let spans = arcs.iter().map(|&(tail, head)| ranks[head as usize] - ranks[tail as usize]);
    if spans.clone().map(|span| span as usize).sum::<usize>() <= bound {
        return u32::MAX;
    }
    let mut spans: Vec<u32> = spans.collect();
    spans.sort_unstable();
    let mut total = 0;
    let fits = spans.into_iter().take_while(|&span| {
        total += span as usize;
        total <= bound
    });
    fits.last().unwrap_or(1)
}
