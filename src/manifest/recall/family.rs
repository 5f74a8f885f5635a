//! Everything that hangs together with one bundle by recalls: what leads to it, and what it leads to.
//!
//! A trace goes forward only, for it is a proof. A picture shows the whole: the entries that end at the
//! same replacement are part of what a person wants to see, and selecting another bundle of the picture
//! must not make half of it vanish.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Recalls, Spot};
use crate::manifest::Status;

/// One entry of `recalledBundles`, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kin {
    /// Where the entry stands.
    pub spot: Spot,
    /// Its status.
    pub status: Status,
    /// What it recalls, in the order of the text.
    pub recalled: Vec<Arc<str>>,
    /// Its replacements, in the order of the text.
    pub replacements: Vec<Arc<str>>,
    /// Whether the chain of the bundle that was asked for goes through it.
    pub is_ahead: bool,
}

impl Kin {
    /// Whether its replacements are what to move to.
    pub fn leads_on(&self) -> bool {
        self.status == Status::Ready
    }
}

/// The entries that hang together with `id`, nearest first: those ahead of it before all others.
pub(super) fn family(recalls: &Recalls, id: &str) -> Vec<Kin> {
    let Some(start) = recalls.names.find(id) else { return Vec::new() };
    let ahead = walk(recalls, start, false);
    let met: BTreeSet<u32> = ahead.iter().copied().collect();
    let others = walk(recalls, start, true).into_iter().filter(|group| !met.contains(group));
    let count = ahead.len();
    let order: Vec<u32> = ahead.into_iter().chain(others).collect();
    order.iter().enumerate().map(|(place, group)| kin(recalls, *group, place < count)).collect()
}

fn kin(recalls: &Recalls, group: u32, is_ahead: bool) -> Kin {
    let names = |ids: &[u32]| ids.iter().map(|id| recalls.names.name(*id).clone()).collect();
    let group = recalls.group(group);
    Kin {
        spot: group.spot,
        status: group.status.clone(),
        recalled: names(&group.recalled),
        replacements: names(&group.replacements),
        is_ahead,
    }
}

/// Whether some id is recalled by this entry and by no newer manifest.
fn is_heard(recalls: &Recalls, group: u32) -> bool {
    let recalled = &recalls.group(group).recalled;
    recalled.iter().any(|id| recalls.recalled_in.row(*id).contains(&group))
}

/// The groups that are met from an id on, breadth first: forward, or (`is_whole`) in every direction. Each
/// group and each id is looked at once.
fn walk(recalls: &Recalls, start: u32, is_whole: bool) -> Vec<u32> {
    let (mut seen_ids, mut seen_groups) = (BTreeSet::from([start]), BTreeSet::new());
    let (mut ids, mut groups) = (vec![start], Vec::new());
    let mut at = 0;
    while let Some(&id) = ids.get(at) {
        at += 1;
        let behind = if is_whole { recalls.replaces_in.row(id) } else { &[] };
        let behind = behind.iter().filter(|group| is_heard(recalls, **group));
        for &group in recalls.recalled_in.row(id).iter().chain(behind) {
            if !seen_groups.insert(group) {
                continue;
            }
            groups.push(group);
            let read = recalls.group(group);
            let onward = if read.leads_on() { read.replacements.as_slice() } else { &[] };
            let siblings = if is_whole { read.recalled.as_slice() } else { &[] };
            ids.extend(onward.iter().chain(siblings).filter(|id| seen_ids.insert(**id)));
        }
    }
    groups
}
