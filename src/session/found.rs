//! What the words in the search field let through, found once for all lists and the graph.
//!
//! Every list asks for every item whether it was found; the index is asked once for all of them, so that
//! typing costs a scan of one text and not a lower-cased copy of each item's texts.

use crate::graph::{Index, NodeId};

/// The items that hold all words of a search; everything while there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    marks: Option<Vec<bool>>,
    count: usize,
    best: Vec<NodeId>,
}

/// How many of the best matches are kept in their order.
const BEST: usize = 8;

impl Found {
    /// Asks the index of a graph with so many nodes. The index is made only if there is a word to look for.
    pub fn new<I: std::ops::Deref<Target = Index>>(
        find: &str,
        nodes: usize,
        index: impl FnOnce() -> I,
    ) -> Self {
        if find.trim().is_empty() {
            return Self::default();
        }
        let hits = index().search(find, usize::MAX).hits;
        let mut marks = vec![false; nodes];
        for hit in &hits {
            if let Some(mark) = marks.get_mut(hit.node.0 as usize) {
                *mark = true;
            }
        }
        let best = hits.iter().take(BEST).map(|hit| hit.node).collect();
        Self { marks: Some(marks), count: hits.len(), best }
    }

    /// Whether an item was found.
    pub fn has(&self, id: NodeId) -> bool {
        self.marks.as_ref().is_none_or(|marks| marks.get(id.0 as usize).copied().unwrap_or(false))
    }

    /// The best matches, best first; none while there are no words.
    pub fn best(&self) -> &[NodeId] {
        &self.best
    }

    /// Whether there are words to look for.
    pub fn is_asked(&self) -> bool {
        self.marks.is_some()
    }

    /// How many items were found; 0 while there are no words.
    pub fn count(&self) -> usize {
        self.count
    }
}
