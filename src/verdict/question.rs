//! A question by id, answered also for ids that nothing names.

use super::{Board, NodeKey, Standing, Verdict};
use crate::graph::{Graph, Scratch};
use crate::manifest::{Recalls, likeness};

/// A question of the kind "what about this id".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The item.
    pub key: NodeKey,
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The item is known: its verdict with proof.
    Found(Box<Verdict>),
    /// Nothing that is loaded names the item. That says nothing about it: never clear.
    Missing {
        /// Keys that are equal but for kind, case, spaces or a `bundle-` prefix; sorted, at most eight.
        near: Vec<NodeKey>,
    },
}

impl Asked {
    /// How the item stands.
    pub fn standing(&self) -> Standing {
        match self {
            Self::Found(verdict) => verdict.standing,
            Self::Missing { .. } => Standing::Unknown,
        }
    }
}

/// How many near keys are named.
const NEAR: usize = 8;

impl Board {
    /// Answers a question. `graph` and `recalls` are those of the board.
    pub fn ask(&self, graph: &Graph, recalls: &Recalls, scratch: &mut Scratch, question: &Question) -> Asked {
        let found = graph.find(&question.key).and_then(|node| self.explain(graph, recalls, scratch, node));
        match found {
            Some(verdict) => Asked::Found(Box::new(verdict)),
            None => Asked::Missing { near: near(graph, &question.key.id) },
        }
    }
}

/// Keys that look like the id. Looks at every node: asked once, not for each.
fn near(graph: &Graph, id: &str) -> Vec<NodeKey> {
    let wanted = likeness(id);
    let alike = graph.nodes.iter().filter(|node| likeness(&node.key.id) == wanted);
    alike.map(|node| node.key.clone()).take(NEAR).collect()
}
