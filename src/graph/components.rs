//! Tarjan's walk (SIAM J. Comput. 1, 1972): which nodes of any directed graph reach each other.
//!
//! With its own stack, as the depth of a chain is chosen by whoever wrote the documents. A component is closed
//! after all that it leads to, so that the numbers of components are a topological order, sinks first.

/// What no walk has met, or no component holds.
const NONE: u32 = u32::MAX;

/// The component of each of `count` nodes, and how many components there are. `next` gives where a node leads to.
pub(super) fn components<I: Iterator<Item = u32>>(
    count: usize,
    next: impl Fn(u32) -> I,
) -> (Vec<u32>, usize) {
    let mut walk = Walk {
        met: vec![NONE; count],
        low: vec![0; count],
        component_of: vec![NONE; count],
        open: Vec::new(),
        clock: 0,
        count: 0,
    };
    let mut stack: Vec<(u32, I)> = Vec::new();
    for root in 0..count as u32 {
        if walk.met[root as usize] == NONE {
            walk.meet(root);
            stack.push((root, next(root)));
        }
        while let Some((node, rest)) = stack.last_mut() {
            let node = *node;
            match rest.next() {
                Some(other) if walk.met[other as usize] == NONE => {
                    walk.meet(other);
                    stack.push((other, next(other)));
                }
                Some(other) if walk.component_of[other as usize] == NONE => {
                    walk.lower(node, walk.met[other as usize]);
                }
                Some(_) => {}
                None => {
                    stack.pop();
                    walk.leave(node);
                    if let Some((parent, _)) = stack.last() {
                        walk.lower(*parent, walk.low[node as usize]);
                    }
                }
            }
        }
    }
    (walk.component_of, walk.count as usize)
}

/// The state of the walk.
struct Walk {
    /// When each node was met.
    met: Vec<u32>,
    /// The earliest open node that each is known to reach.
    low: Vec<u32>,
    component_of: Vec<u32>,
    /// Nodes that were met and whose component is not whole yet.
    open: Vec<u32>,
    clock: u32,
    count: u32,
}

impl Walk {
    fn meet(&mut self, node: u32) {
        self.met[node as usize] = self.clock;
        self.low[node as usize] = self.clock;
        self.clock += 1;
        self.open.push(node);
    }

    /// Leaves a node: if it reaches nothing earlier that is open, it is the first of its component.
    fn leave(&mut self, node: u32) {
        if self.low[node as usize] != self.met[node as usize] {
            return;
        }
        while let Some(member) = self.open.pop() {
            self.component_of[member as usize] = self.count;
            if member == node {
                break;
            }
        }
        self.count += 1;
    }

    fn lower(&mut self, node: u32, to: u32) {
        let low = &mut self.low[node as usize];
        *low = (*low).min(to);
    }
}
