//! The way from one recalled bundle to the ends of its chains, for proof.

use std::sync::Arc;

use super::oddity::{Oddity, of_group, of_id};
use super::{Answer, Recalls, Spot};
use crate::manifest::Status;
use crate::order;

/// Everything that is said about one id, nearest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The id that was asked for.
    pub id: Arc<str>,
    /// What to do about it.
    pub answer: Answer,
    /// Each entry on the way once, nearest first.
    pub steps: Vec<Step>,
    /// All bundles at the ends of its chains that are not recalled; in the order of [`super::Targets::ids`].
    pub targets: Vec<Arc<str>>,
    /// What is odd on the way.
    pub oddities: Vec<Oddity>,
}

/// One entry of `recalledBundles` on the way: many ids to many ids, never paired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where the entry stands.
    pub spot: Spot,
    /// Its place in `Manifest::recalls` of that manifest.
    pub entry: u32,
    /// Its status.
    pub status: Status,
    /// Those of its recalled ids that the way comes through.
    pub from: Vec<Arc<str>>,
    /// Its replacements. The way goes on through them only if the status is READY.
    pub to: Vec<Arc<str>>,
}

/// Follows `id` breadth first.
pub(super) fn trace(recalls: &Recalls, id: &str) -> Trace {
    let Some(start) = recalls.names.find(id) else {
        let answer = recalls.answer(id);
        return Trace {
            id: Arc::from(id),
            answer,
            steps: Vec::new(),
            targets: Vec::new(),
            oddities: Vec::new(),
        };
    };
    let way = Way::from(recalls, start);
    let names = |ids: &mut dyn Iterator<Item = u32>| ids.map(|id| recalls.names.name(id).clone()).collect();
    let step = |(group, from): &(u32, Vec<u32>)| {
        let group = recalls.group(*group);
        Step {
            spot: group.spot,
            entry: group.entry,
            status: group.status.clone(),
            from: names(&mut from.iter().copied()),
            to: names(&mut group.replacements.iter().copied()),
        }
    };
    let mut targets = way.targets.clone();
    recalls.prefer(start, &mut targets);
    Trace {
        id: recalls.names.name(start).clone(),
        answer: recalls.answer(id),
        steps: way.groups.iter().map(step).collect(),
        targets: names(&mut targets.into_iter()),
        oddities: oddities(recalls, &way),
    }
}

/// The groups and ids that an id leads to.
struct Way {
    /// Groups in the order in which they are met, with the ids that lead to them.
    groups: Vec<(u32, Vec<u32>)>,
    /// Recalled ids, in the order in which they are met.
    ids: Vec<u32>,
    /// What is not recalled at the ends, sorted.
    targets: Vec<u32>,
}

impl Way {
    fn from(recalls: &Recalls, start: u32) -> Self {
        let mut way = Self { groups: Vec::new(), ids: vec![start], targets: Vec::new() };
        let mut seen = vec![false; recalls.names.len()];
        seen[start as usize] = true;
        // The place of each group on the way; of one that is not on it, beyond all.
        let mut places = vec![usize::MAX; recalls.groups.len()];
        let mut next = 0;
        while let Some(&id) = way.ids.get(next) {
            next += 1;
            for &group in recalls.recalled_in.row(id) {
                let place = &mut places[group as usize];
                if let Some((_, from)) = way.groups.get_mut(*place) {
                    from.push(id);
                    continue;
                }
                *place = way.groups.len();
                way.groups.push((group, vec![id]));
                if recalls.group(group).leads_on() {
                    way.add_replacements(recalls, group, &mut seen);
                }
            }
        }
        order::sort(&mut way.targets);
        way.targets.dedup();
        way
    }

    fn add_replacements(&mut self, recalls: &Recalls, group: u32, seen: &mut [bool]) {
        for &replacement in &recalls.group(group).replacements {
            if !recalls.is_recalled_number(replacement) {
                self.targets.push(replacement);
            } else if !std::mem::replace(&mut seen[replacement as usize], true) {
                self.ids.push(replacement);
            }
        }
    }
}

fn oddities(recalls: &Recalls, way: &Way) -> Vec<Oddity> {
    let mut oddities = Vec::new();
    for (group, _) in &way.groups {
        of_group(recalls, *group, &mut oddities);
    }
    for id in way.ids.iter().chain(&way.targets) {
        of_id(recalls, *id, &mut oddities);
    }
    oddities
}
