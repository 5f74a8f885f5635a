//! A number for each identity, in the order in which they are met.
//!
//! A table of our own: a document names its identities hundreds of thousands of times, and the hash of the library's
//! map was among what joining spent most on. What a place in the table follows from cannot be foreseen by
//! who writes a document (`seed`), so that no document can make all of them meet in one place.

use super::NodeKind;
use crate::excerpt::Excerpt;

/// An identity as met, before the nodes are put in order.
pub(super) type Met = u32;

const FREE: Met = Met::MAX;

/// The identities met so far.
#[derive(Default)]
pub(super) struct Identities {
    /// In the order of their numbers.
    keys: Vec<(NodeKind, Excerpt)>,
    /// The hash of each.
    hashes: Vec<u64>,
    /// Numbers, each near the place that its hash says; a power of two, more than half of them free.
    places: Vec<Met>,
    seed: u64,
}

impl Identities {
    /// None is met yet; `seed` is something that a document's author cannot know.
    pub(super) fn new(seed: u64) -> Self {
        // The finalizer of SplitMix64 (Steele and others 2014): any seed becomes a good factor.
        let seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let seed = (seed ^ seed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let seed = (seed ^ seed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        Self { places: vec![FREE; 64], seed: (seed ^ seed >> 31) | 1, ..Self::default() }
    }

    /// The number of an identity that was met.
    pub(super) fn find(&self, kind: NodeKind, id: &str) -> Option<Met> {
        self.look(self.hash(kind, id), kind, id).ok()
    }

    /// The number of an identity, a new one if it was not met yet.
    pub(super) fn number(&mut self, kind: NodeKind, id: &Excerpt) -> Met {
        let hash = self.hash(kind, id);
        match self.look(hash, kind, id) {
            Ok(met) => met,
            Err(place) => {
                let met = self.keys.len() as Met;
                self.keys.push((kind, id.clone()));
                self.hashes.push(hash);
                self.places[place] = met;
                if self.keys.len() * 2 > self.places.len() {
                    self.grow();
                }
                met
            }
        }
    }

    /// The numbers in the order of their identities, and the identities by number.
    pub(super) fn ordered(self) -> (Vec<Met>, Vec<(NodeKind, Excerpt)>) {
        let heads = heads(&self.keys);
        let mut order: Vec<(u64, Met)> = heads.into_iter().zip(0..).collect();
        let key = |met: Met| &self.keys[met as usize];
        order.sort_unstable_by(|one, other| one.0.cmp(&other.0).then_with(|| key(one.1).cmp(key(other.1))));
        (order.into_iter().map(|(_, met)| met).collect(), self.keys)
    }

    /// The number of an identity, or the free place where it belongs.
    #[inline(never)]
    fn look(&self, hash: u64, kind: NodeKind, id: &str) -> Result<Met, usize> {
        let mut place = self.place(hash);
        loop {
            let met = self.places[place];
            if met == FREE {
                return Err(place);
            }
            let (other_kind, other) = &self.keys[met as usize];
            if self.hashes[met as usize] == hash && *other_kind == kind && *other == *id {
                return Ok(met);
            }
            place = (place + 1) & (self.places.len() - 1);
        }
    }

    fn place(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.places.len() - 1)
    }

    #[cold]
    fn grow(&mut self) {
        self.places = vec![FREE; self.places.len() * 4];
        for (met, &hash) in (0..).zip(&self.hashes) {
            let mut place = self.place(hash);
            while self.places[place] != FREE {
                place = (place + 1) & (self.places.len() - 1);
            }
            self.places[place] = met;
        }
    }

    /// Multiplies with the seed and folds, eight bytes at a time.
    #[inline(never)]
    fn hash(&self, kind: NodeKind, id: &str) -> u64 {
        let mix = |state: u64, word: u64| {
            let product = (state ^ word).wrapping_mul(self.seed);
            product ^ product >> 32
        };
        let (words, rest) = id.as_bytes().as_chunks::<8>();
        let start = mix(self.seed, (id.len() as u64) << 8 | kind as u64);
        let state = words.iter().fold(start, |state, word| mix(state, u64::from_le_bytes(*word)));
        let last = rest.iter().fold(0, |word, &byte| word << 8 | u64::from(byte));
        mix(mix(state, last), 0)
    }
}

/// For each identity a number that rises with it: its kind, and the first bytes after what all ids of the
/// kind have in common.
fn heads(keys: &[(NodeKind, Excerpt)]) -> Vec<u64> {
    let mut common: [Option<(&str, usize)>; NodeKind::ALL.len()] = [None; NodeKind::ALL.len()];
    for (kind, id) in keys {
        let (first, length) = common[*kind as usize].get_or_insert((id, id.len()));
        let same = id.bytes().zip(first.bytes()).take(*length).take_while(|(one, other)| one == other);
        *length = same.count();
    }
    let head = |(kind, id): &(NodeKind, Excerpt)| {
        let skipped = common[*kind as usize].map_or(0, |(_, length)| length);
        let mut bytes = [0; 8];
        bytes[0] = *kind as u8;
        for (byte, &own) in bytes[1..].iter_mut().zip(&id.as_bytes()[skipped..]) {
            *byte = own;
        }
        u64::from_be_bytes(bytes)
    };
    keys.iter().map(head).collect()
}

#[cfg(test)]
mod tests {
    use super::{Identities, Met, NodeKind};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn numbers_tell_identities_apart_and_order_is_that_of_the_keys(
            ids in prop::collection::vec((0..5_usize, "(release-)?[a\\x00é]{0,10}"), 0..200),
            seed in any::<u64>(),
        ) {
            let mut identities = Identities::new(seed);
            let keys: Vec<_> = ids.iter().map(|(kind, id)| (NodeKind::ALL[*kind], id.as_str().into())).collect();
            let numbers: Vec<Met> = keys.iter().map(|(kind, id)| identities.number(*kind, id)).collect();
            for (key, number) in keys.iter().zip(&numbers) {
                prop_assert_eq!(identities.find(key.0, &key.1), Some(*number));
            }
            let (order, met) = identities.ordered();
            let ordered: Vec<_> = order.iter().map(|&at| met[at as usize].clone()).collect();
            let expected: Vec<_> = keys.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect();
            prop_assert_eq!(ordered, expected);
        }
    }
}
