//! What bundles hold: of several replacements, the one for the same component is the one to take first.
//!
//! An entry pairs nothing. Which replacement is for which bundle follows only from what the releases that carry
//! them say they hold; where that is not said, the order of the document is kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Carrier, Pairs, Recalls, Rows};
use crate::manifest::{Manifest, Named};
use crate::order;

/// What may be fetched in place of a recalled bundle, of its final targets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Substitutes {
    /// Those that hold a component of it; where none is known to, those that may.
    pub take: Vec<Arc<str>>,
    /// Whether these are known to hold one.
    pub is_same: bool,
    /// The other targets.
    pub beside: Vec<Arc<str>>,
}

/// For each id the numbers of the components that it holds, sorted.
pub(super) fn held(manifests: &[&Manifest], ids: usize, carriers: &[Carrier], carried: &Pairs) -> Rows {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let mut pairs = Pairs::new();
    for &(id, carrier) in carried {
        let Some(named) = Named::of(manifests, &carriers[carrier as usize]) else { continue };
        let alone = (!named.product.is_empty()).then(|| named.element());
        for name in named.components().map(|(name, _)| name).chain(alone) {
            let next = numbers.len() as u32;
            pairs.push((id, *numbers.entry(name).or_insert(next)));
        }
    }
    order::sort(&mut pairs);
    pairs.dedup();
    Rows::new(ids, &pairs)
}

impl Recalls {
    /// Puts bundles in the order in which they are to be looked at in place of one: those that hold a component of
    /// it first, then in the order of the document. Gives how many hold one.
    pub(super) fn prefer(&self, of: u32, targets: &mut [u32]) -> usize {
        order::sort_by_key(targets, |target| (!self.share(of, *target), self.names.met(*target)));
        targets.iter().take_while(|target| self.share(of, **target)).count()
    }

    /// What may be fetched in place of a recalled bundle: never one that is known to hold other components only, for
    /// then the component itself would be missing in silence.
    pub fn substitutes(&self, id: &str) -> Substitutes {
        let (found, of) = (self.targets(id), self.names.find(id));
        let is_same = found.same > 0;
        let may_be = |at: usize, target: &str| {
            let is_other = || Some(self.holds_other(of?, self.names.find(target)?));
            if is_same { at < found.same } else { is_other() == Some(false) }
        };
        let mut parted = Substitutes { is_same, ..Substitutes::default() };
        for (at, target) in found.ids.into_iter().enumerate() {
            if may_be(at, &target) { &mut parted.take } else { &mut parted.beside }.push(target);
        }
        parted
    }

    /// Whether it is known what a bundle and all of these hold, and none of these holds a component of it.
    pub(super) fn all_hold_others(&self, of: u32, targets: &[u32]) -> bool {
        !targets.is_empty() && targets.iter().all(|target| self.holds_other(of, *target))
    }

    /// Whether it is known what both hold, and they have nothing in common.
    fn holds_other(&self, of: u32, target: u32) -> bool {
        let is_known = |id: u32| !self.held.row(id).is_empty();
        is_known(of) && is_known(target) && !self.share(of, target)
    }

    fn share(&self, one: u32, other: u32) -> bool {
        let there = self.held.row(other);
        self.held.row(one).iter().any(|component| there.binary_search(component).is_ok())
    }
}
