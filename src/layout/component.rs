//! The connected parts of a graph.
//!
//! Guarantee: every node is in exactly one part; linear time but for sorting.

use super::Course;
use super::adjacency::Adjacency;

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

    /// The number of a node within its part.
    pub(super) fn number(&self, node: u32) -> usize {
        self.number[node as usize] as usize
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
