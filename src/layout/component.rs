//! The connected parts of a graph, and their packing into one picture.
//!
//! Guarantee: every node is in exactly one part; packed parts do not overlap; linear time but for sorting.

use super::Course;
use super::adjacency::Adjacency;
use super::spacing::PART_GAP;

/// The graph split into connected parts; nodes of a part are numbered from 0 within it.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// The nodes of part `p` are `nodes[starts[p]..starts[p + 1]]`, ascending.
    starts: Vec<u32>,
    nodes: Vec<u32>,
    /// The number of each node within its part.
    number: Vec<u32>,
    /// The number of the first arc of each node among the arcs of its part.
    first_arcs: Vec<u32>,
    /// All arcs among all nodes, each once, none against the flow.
    out: Adjacency,
}

impl Parts {
    /// Splits `count` nodes along `edges`, of which the back ones are turned round.
    pub(super) fn new(count: usize, edges: &[(u32, u32)], courses: &[Course]) -> Self {
        let arcs = edges.iter().zip(courses).filter_map(|(&(from, to), course)| match course {
            Course::Forward => Some((from, to)),
            Course::Back => Some((to, from)),
            Course::Loop => None,
        });
        let out = Adjacency::new(count, arcs).turned().turned().distinct();
        let roots = roots(&out);
        let mut part = vec![0; count];
        let mut parts = 0;
        for node in 0..count {
            part[node] = if roots[node] as usize == node { parts } else { part[roots[node] as usize] };
            parts += u32::from(roots[node] as usize == node);
        }
        let members =
            Adjacency::new(parts as usize, part.iter().zip(0_u32..).map(|(&part, node)| (part, node)));
        let starts: Vec<u32> = (0..=parts).map(|part| members.start(part) as u32).collect();
        let nodes: Vec<u32> = (0..parts).flat_map(|part| members.of(part).iter().copied()).collect();
        let (mut number, mut first_arcs) = (vec![0; count], vec![0; count]);
        for part in 0..parts {
            let mut arcs = 0;
            for (index, &node) in members.of(part).iter().enumerate() {
                number[node as usize] = index as u32;
                first_arcs[node as usize] = arcs;
                arcs += out.degree(node) as u32;
            }
        }
        Self { starts, nodes, number, first_arcs, out }
    }

    /// The number of parts.
    pub(super) fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The nodes of a part.
    pub(super) fn nodes(&self, part: usize) -> &[u32] {
        &self.nodes[self.starts[part] as usize..self.starts[part + 1] as usize]
    }

    /// The arcs of a part by their tails, among its own numbers.
    pub(super) fn arcs(&self, part: usize) -> Adjacency {
        let nodes = self.nodes(part);
        let arcs = nodes.iter().zip(0_u32..).flat_map(|(&node, own)| {
            self.out.of(node).iter().map(move |&head| (own, self.number[head as usize]))
        });
        Adjacency::new(nodes.len(), arcs)
    }

    /// The number of arcs in all parts.
    pub(super) fn arc_count(&self) -> usize {
        self.out.size()
    }

    /// The number of the arc from `tail` to `head` among the arcs of their part.
    pub(super) fn arc(&self, tail: u32, head: u32) -> usize {
        let own = self.out.of(tail).binary_search(&head).unwrap_or(0);
        (self.first_arcs[tail as usize] as usize) + own
    }
}

/// For each node the smallest node of its part.
fn roots(out: &Adjacency) -> Vec<u32> {
    let mut roots: Vec<u32> = (0..out.count() as u32).collect();
    for (from, to) in out.links() {
        let (one, other) = (find(&mut roots, from), find(&mut roots, to));
        roots[one.max(other) as usize] = one.min(other);
    }
    for node in 0..out.count() as u32 {
        roots[node as usize] = find(&mut roots, node);
    }
    roots
}

/// The root of a node; the path to it is halved on the way.
fn find(roots: &mut [u32], mut node: u32) -> u32 {
    while roots[node as usize] != node {
        roots[node as usize] = roots[roots[node as usize] as usize];
        node = roots[node as usize];
    }
    node
}

/// The upper left corners of boxes of the given sizes, packed on shelves so that width divided by height
/// comes near `aspect` (next fit by decreasing height: Coffman, Garey, Johnson, Tarjan, 1980).
pub(super) fn pack(sizes: &[(f64, f64)], aspect: f64) -> Vec<(f64, f64)> {
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by(|&one, &other| sizes[other].1.total_cmp(&sizes[one].1).then(one.cmp(&other)));
    let widest = sizes.iter().map(|size| size.0).fold(0.0, f64::max);
    let area: f64 = sizes.iter().map(|size| (size.0 + PART_GAP) * (size.1 + PART_GAP)).sum();
    let mut best = (f64::INFINITY, Vec::new());
    for share in [0.9, 1.0, 1.1, 1.25, 1.4] {
        let limit = widest.max(share * (area * aspect).sqrt());
        let (corners, width, height) = shelves(sizes, &order, limit);
        let fault = (width / aspect).max(height);
        if fault < best.0 {
            best = (fault, corners);
        }
    }
    best.1
}

fn shelves(sizes: &[(f64, f64)], order: &[usize], limit: f64) -> (Vec<(f64, f64)>, f64, f64) {
    let mut corners = vec![(0.0, 0.0); sizes.len()];
    let (mut left, mut top, mut shelf, mut width) = (0.0, 0.0, 0.0_f64, 0.0_f64);
    for &index in order {
        let size = sizes[index];
        if left > 0.0 && left + size.0 > limit {
            top += shelf + PART_GAP;
            (left, shelf) = (0.0, 0.0);
        }
        corners[index] = (left, top);
        width = width.max(left + size.0);
        shelf = shelf.max(size.1);
        left += size.0 + PART_GAP;
    }
    (corners, width, top + shelf)
}
