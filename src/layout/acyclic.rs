//! Which edges run against the flow, so that the others have no cycle.
//!
//! Guarantee: the edges marked [`Course::Forward`], together with the [`Course::Back`] ones turned round,
//! form no cycle; an edge is marked `Back` only if it lies on a cycle; the marks depend on the set of edges,
//! not on their order. Time and memory grow linearly; nothing is recursive.
//!
//! What can be peeled off from the outside lies on no cycle. The rest is split into strong components
//! (Tarjan 1972), and inside each the order of Eades, Lin and Smyth ("A fast and effective heuristic for
//! the feedback arc set problem", 1993) turns at most half of the edges round, few in practice.

use super::Course;
use super::adjacency::Adjacency;

/// What each edge is in a drawing of `count` nodes; edges with an unknown end count as loops.
pub(super) fn courses(count: usize, edges: &[(u32, u32)]) -> Vec<Course> {
    let proper = |&(from, to): &(u32, u32)| from != to && from.max(to) < count as u32;
    let into = Adjacency::new(count, edges.iter().copied().filter(proper).map(|(from, to)| (to, from)));
    let out = into.turned();
    let into = out.turned();
    let core = core(&out, &into);
    let places = if core.is_empty() { Vec::new() } else { places(&out, &into, &core) };
    let course = |edge: &(u32, u32)| {
        if !proper(edge) {
            return Course::Loop;
        }
        let (from, to) = (edge.0 as usize, edge.1 as usize);
        let turned = !places.is_empty() && places[from].0 == places[to].0 && places[from].1 > places[to].1;
        if turned { Course::Back } else { Course::Forward }
    };
    edges.iter().map(course).collect()
}

/// The nodes that remain when sources and sinks are peeled off again and again.
fn core(out: &Adjacency, into: &Adjacency) -> Vec<u32> {
    let count = out.count();
    let mut peeled = vec![false; count];
    for (ahead, behind) in [(out, into), (into, out)] {
        let mut left: Vec<u32> = (0..count as u32)
            .map(|node| behind.of(node).iter().filter(|&&other| !peeled[other as usize]).count() as u32)
            .collect();
        let mut queue: Vec<u32> =
            (0..count as u32).filter(|&node| left[node as usize] == 0 && !peeled[node as usize]).collect();
        while let Some(node) = queue.pop() {
            peeled[node as usize] = true;
            for &next in ahead.of(node) {
                left[next as usize] -= 1;
                if left[next as usize] == 0 && !peeled[next as usize] {
                    queue.push(next);
                }
            }
        }
    }
    (0..count as u32).filter(|&node| !peeled[node as usize]).collect()
}

/// For each node its strong component and its place in the order of that component; nodes outside the
/// core are components of their own.
fn places(out: &Adjacency, into: &Adjacency, core: &[u32]) -> Vec<(u32, u32)> {
    let count = out.count();
    let mut places: Vec<(u32, u32)> = (0..count as u32).map(|node| (node, 0)).collect();
    let mut groups = strong_components(out, core);
    for group in &mut groups {
        group.sort_unstable();
        for &node in group.iter() {
            places[node as usize].0 = group[0];
        }
    }
    let mut sorter = Sorter::new(count);
    for group in groups.iter().filter(|group| group.len() > 1) {
        for (place, node) in sorter.sort(out, into, &places, group).into_iter().enumerate() {
            places[node as usize].1 = place as u32;
        }
    }
    places
}

/// The strong components among `core` (Tarjan, with an explicit stack).
fn strong_components(out: &Adjacency, core: &[u32]) -> Vec<Vec<u32>> {
    const UNSEEN: u32 = u32::MAX;
    let mut number = vec![0; out.count()];
    for &node in core {
        number[node as usize] = UNSEEN;
    }
    let mut low = number.clone();
    let mut held = vec![false; out.count()];
    let (mut next, mut stack, mut path, mut groups) = (1, Vec::new(), Vec::new(), Vec::new());
    for &root in core {
        if number[root as usize] != UNSEEN {
            continue;
        }
        path.push((root, 0));
        while let Some(&mut (node, ref mut step)) = path.last_mut() {
            let here = node as usize;
            if *step == 0 {
                number[here] = next;
                low[here] = next;
                next += 1;
                held[here] = true;
                stack.push(node);
            }
            let unseen = out.of(node)[*step..].iter().position(|&other| number[other as usize] == UNSEEN);
            if let Some(ahead) = unseen {
                *step += ahead + 1;
                let child = out.of(node)[*step - 1];
                path.push((child, 0));
                continue;
            }
            for &other in out.of(node) {
                if held[other as usize] {
                    low[here] = low[here].min(low[other as usize]);
                }
            }
            path.pop();
            if low[here] == number[here] {
                let from = stack.iter().rposition(|&other| other == node).unwrap_or(0);
                let group = stack.split_off(from);
                for &other in &group {
                    held[other as usize] = false;
                }
                groups.push(group);
            }
        }
    }
    groups
}

/// The order of Eades, Lin and Smyth, one strong component at a time.
struct Sorter {
    outs: Vec<u32>,
    ins: Vec<u32>,
    present: Vec<bool>,
}

impl Sorter {
    fn new(count: usize) -> Self {
        Self { outs: vec![0; count], ins: vec![0; count], present: vec![false; count] }
    }

    fn sort(&mut self, out: &Adjacency, into: &Adjacency, of: &[(u32, u32)], group: &[u32]) -> Vec<u32> {
        let inside = |node: u32, other: u32| of[other as usize].0 == of[node as usize].0;
        for &node in group {
            self.outs[node as usize] =
                out.of(node).iter().filter(|&&other| inside(node, other)).count() as u32;
            self.ins[node as usize] =
                into.of(node).iter().filter(|&&other| inside(node, other)).count() as u32;
            self.present[node as usize] = true;
        }
        let mut buckets = Buckets::default();
        for &node in group.iter().rev() {
            buckets.put(node, self.surplus(node));
        }
        let (mut head, mut tail, mut sinks, mut sources) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        while head.len() + tail.len() < group.len() {
            let node = if let Some(node) = sinks.pop() {
                tail.push(node);
                node
            } else if let Some(node) = sources.pop().or_else(|| {
                buckets.take(|node, surplus| self.present[node as usize] && self.surplus(node) == surplus)
            }) {
                head.push(node);
                node
            } else {
                break;
            };
            self.present[node as usize] = false;
            for (list, forward) in [(out.of(node), true), (into.of(node), false)] {
                for &other in list.iter().filter(|&&other| inside(node, other)) {
                    if !self.present[other as usize] {
                        continue;
                    }
                    let (lost, kept) =
                        if forward { (&mut self.ins, &self.outs) } else { (&mut self.outs, &self.ins) };
                    lost[other as usize] -= 1;
                    let (lost, kept) = (lost[other as usize], kept[other as usize]);
                    if lost == 0 && (kept == 0 || !forward) {
                        self.present[other as usize] = false;
                        sinks.push(other);
                    } else if lost == 0 {
                        self.present[other as usize] = false;
                        sources.push(other);
                    } else {
                        buckets.put(other, self.surplus(other));
                    }
                }
            }
        }
        tail.reverse();
        head.append(&mut tail);
        head
    }

    fn surplus(&self, node: u32) -> i32 {
        self.outs[node as usize] as i32 - self.ins[node as usize] as i32
    }
}

/// Nodes by surplus of leaving over entering edges; an entry that went stale is skipped when it is met.
#[derive(Default)]
struct Buckets {
    lists: std::collections::BTreeMap<i32, Vec<u32>>,
}

impl Buckets {
    fn put(&mut self, node: u32, surplus: i32) {
        self.lists.entry(surplus).or_default().push(node);
    }

    fn take(&mut self, valid: impl Fn(u32, i32) -> bool) -> Option<u32> {
        while let Some(mut entry) = self.lists.last_entry() {
            let surplus = *entry.key();
            let found = entry.get_mut().pop();
            if entry.get().is_empty() {
                entry.remove();
            }
            if let Some(node) = found.filter(|&node| valid(node, surplus)) {
                return Some(node);
            }
        }
        None
    }
}
