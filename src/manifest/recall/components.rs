//! The strongly connected components of the graph of ids and groups (Tarjan 1972), without recursion.

use super::Recalls;

/// The components, each complete before any that leads to it.
#[derive(Clone, Debug, Default)]
pub(super) struct Components {
    /// For each node its component.
    pub(super) of: Vec<u32>,
    /// The nodes, component by component.
    pub(super) nodes: Vec<u32>,
    /// Component `c` is `nodes[starts[c]..starts[c + 1]]`.
    pub(super) starts: Vec<u32>,
}

impl Components {
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    pub(super) fn nodes(&self, component: usize) -> &[u32] {
        &self.nodes[self.starts[component] as usize..self.starts[component + 1] as usize]
    }
}

impl Recalls {
    /// Ids are the nodes 0.., groups follow them.
    pub(super) fn node_count(&self) -> usize {
        self.names.len() + self.groups.len()
    }

    /// The number of a group as a node.
    pub(super) fn group_node(&self, group: u32) -> u32 {
        self.names.len() as u32 + group
    }

    /// What a node is.
    pub(super) fn as_group(&self, node: u32) -> Option<u32> {
        node.checked_sub(self.names.len() as u32)
    }

    /// Whether an id leads to another id that leads back to it.
    pub(super) fn is_on_cycle(&self, id: u32) -> bool {
        let components = &self.resolved.components;
        let nodes = components.nodes(components.of[id as usize] as usize);
        nodes.iter().filter(|node| self.as_group(**node).is_none()).nth(1).is_some()
    }

    /// The node that is the `step`-th after `node`: groups after an id, replacements after a group.
    fn next_node(&self, node: u32, step: u32) -> Option<u32> {
        match self.as_group(node) {
            None => self.recalled_in.row(node).get(step as usize).map(|group| self.group_node(*group)),
            Some(group) if self.group(group).leads_on() => {
                self.group(group).replacements.get(step as usize).copied()
            }
            Some(_) => None,
        }
    }
}

const UNSEEN: u32 = u32::MAX;

struct Walk {
    /// When each node was first seen.
    seen: Vec<u32>,
    /// The earliest node that it leads back to.
    low: Vec<u32>,
    /// Nodes whose component is not complete.
    open: Vec<u32>,
    clock: u32,
    found: Components,
}

/// Finds all components in time with the number of ids and groups and of what they name.
pub(super) fn components(recalls: &Recalls) -> Components {
    let count = recalls.node_count();
    let found = Components { of: vec![UNSEEN; count], nodes: Vec::with_capacity(count), starts: vec![0] };
    let mut walk = Walk { seen: vec![UNSEEN; count], low: vec![0; count], open: Vec::new(), clock: 0, found };
    let mut path: Vec<(u32, u32)> = Vec::new();
    for root in 0..count as u32 {
        if walk.seen[root as usize] != UNSEEN {
            continue;
        }
        walk.enter(root);
        path.push((root, 0));
        while let Some((node, step)) = path.last_mut() {
            let node = *node;
            let Some(next) = recalls.next_node(node, *step) else {
                path.pop();
                walk.leave(node, path.last().map(|(parent, _)| *parent));
                continue;
            };
            *step += 1;
            if walk.seen[next as usize] == UNSEEN {
                walk.enter(next);
                path.push((next, 0));
            } else {
                walk.meet(node, next);
            }
        }
    }
    walk.found
}

impl Walk {
    fn enter(&mut self, node: u32) {
        self.seen[node as usize] = self.clock;
        self.low[node as usize] = self.clock;
        self.clock += 1;
        self.open.push(node);
    }

    /// An edge to a node that was seen before; it matters while that node's component is open.
    fn meet(&mut self, node: u32, next: u32) {
        if self.found.of[next as usize] == UNSEEN {
            self.low[node as usize] = self.low[node as usize].min(self.seen[next as usize]);
        }
    }

    fn leave(&mut self, node: u32, parent: Option<u32>) {
        if self.low[node as usize] == self.seen[node as usize] {
            self.close_component(node);
        }
        if let Some(parent) = parent {
            self.low[parent as usize] = self.low[parent as usize].min(self.low[node as usize]);
        }
    }

    fn close_component(&mut self, root: u32) {
        let component = self.found.len() as u32;
        while let Some(node) = self.open.pop() {
            self.found.of[node as usize] = component;
            self.found.nodes.push(node);
            if node == root {
                break;
            }
        }
        self.found.starts.push(self.found.nodes.len() as u32);
    }
}
