//! Who needs an item, in one meaning for every table, card, sentence and export.
//!
//! What depends on a release, or carries a bundle, needs it. A customization that was applied to a release does
//! not: it is named apart. Counted in one place, so that no two views can disagree.

use super::{EdgeKind, Graph, Kinds, NodeId};

/// How many need an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needed {
    /// By an edge of their own.
    pub directly: u32,
    /// Only through others.
    pub through_others: u32,
}

impl Graph {
    /// What needs an item directly; itself left out.
    pub fn needed_by(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.entering.ends(id, Kinds::USES).filter(move |other| *other != id)
    }

    /// What an item needs, holds or is applied to directly; itself left out.
    pub fn needs(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.leaving.ends(id, Kinds::NEEDS).filter(move |other| *other != id)
    }

    /// The customizations that were applied to a release.
    pub fn customized_by(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.entering.ends(id, Kinds::one(EdgeKind::Customizes))
    }

    /// How many need an item, of `all` that need it directly and through others.
    pub fn needed(&self, id: NodeId, all: u32) -> Needed {
        let directly = self.needed_by(id).count() as u32;
        Needed { directly, through_others: all.saturating_sub(directly) }
    }
}
