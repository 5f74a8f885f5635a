//! What is odd about recalls, each with its place: nothing is paired, joined or passed over in silence.

use std::sync::Arc;

use super::{Recalls, Spot};
use crate::manifest::Status;
use crate::order;
use crate::pace::Pace;

/// One odd thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Oddity {
    /// The entry that it is about.
    pub spot: Spot,
    /// What it is.
    pub kind: OddityKind,
    /// The bundle that it is about, if about one.
    pub id: Option<Arc<str>>,
}

/// What is odd about an entry, or about an id in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OddityKind {
    /// READY, and no replacement is given.
    ReadyWithoutIds,
    /// PENDING, and replacements are given.
    PendingWithIds,
    /// NONE, and replacements are given.
    NoneWithIds,
    /// The status is another word, as written; empty if absent.
    OddStatus(String),
    /// The entry recalls nothing.
    RecallsNothing,
    /// The entry holds placeholders of the documentation in place of ids.
    Placeholder,
    /// An id stands twice in one list of the entry.
    NamedTwice,
    /// More than one replacement, without a word about which one is for which.
    Fork,
    /// Several entries have this replacement.
    Merge,
    /// The replacement is itself recalled: the chain goes on.
    Chain,
    /// The id is among the recalled and the replacements of one entry.
    SelfLoop,
    /// The id is on a cycle of replacements.
    Cycle,
    /// Several entries recall the id, with different statuses.
    DifferentAnswers,
    /// Several entries recall the id, with different replacements.
    DifferentReplacements,
    /// A newer manifest says otherwise; this entry is not heard for the id.
    Overruled,
    /// No release, SKU or patch of the manifests names the recalled id.
    RecalledUnknown,
    /// No release, SKU or patch of the manifests names the replacement.
    ReplacementUnknown,
    /// Another id looks the same but for case, white space or prefix; they are not joined.
    LooksLike(Arc<str>),
}

/// All of them, in document order.
pub(super) async fn all(recalls: &Recalls, pace: Pace) -> Vec<Oddity> {
    let mut oddities = Vec::new();
    for group in 0..recalls.groups.len() as u32 {
        pace.turn().await;
        of_group(recalls, group, &mut oddities);
    }
    for id in 0..recalls.names.len() as u32 {
        pace.turn().await;
        of_id(recalls, id, &mut oddities);
    }
    pace.rest().await;
    add_look_alikes(recalls, &mut oddities);
    pace.rest().await;
    order::sort(&mut oddities);
    oddities.dedup();
    oddities
}

/// What is odd about one entry by itself.
pub(super) fn of_group(recalls: &Recalls, group: u32, oddities: &mut Vec<Oddity>) {
    let group = recalls.group(group);
    let mut add = |kind, id: Option<u32>| {
        oddities.push(Oddity { spot: group.spot, kind, id: id.map(|id| recalls.names.name(id).clone()) });
    };
    match (&group.status, group.replacements.is_empty()) {
        (Status::Ready, true) => add(OddityKind::ReadyWithoutIds, None),
        (Status::Pending, false) => add(OddityKind::PendingWithIds, None),
        (Status::None, false) => add(OddityKind::NoneWithIds, None),
        (Status::Other(word), _) => add(OddityKind::OddStatus(word.to_string()), None),
        _ => {}
    }
    if group.recalled.is_empty() {
        add(OddityKind::RecallsNothing, None);
    }
    if group.has_placeholders {
        add(OddityKind::Placeholder, None);
    }
    for twice in &group.twice {
        add(OddityKind::NamedTwice, Some(*twice));
    }
    if group.leads_on() && group.replacements.len() > 1 {
        add(OddityKind::Fork, None);
    }
    for both in group.replacements.iter().filter(|id| group.recalled.binary_search(id).is_ok()) {
        add(OddityKind::SelfLoop, Some(*both));
    }
}

/// What is odd about one id in all entries that name it.
pub(super) fn of_id(recalls: &Recalls, id: u32, oddities: &mut Vec<Oddity>) {
    let (recalled_in, replaces_in) = (recalls.recalled_in.row(id), recalls.replaces_in.row(id));
    let unknown = recalls.carried_by.row(id).is_empty();
    let mut add = |group: u32, kind| {
        let spot = recalls.group(group).spot;
        oddities.push(Oddity { spot, kind, id: Some(recalls.names.name(id).clone()) });
    };
    if let [first, ..] = recalled_in {
        if unknown {
            add(*first, OddityKind::RecalledUnknown);
        }
        if recalls.is_on_cycle(id) {
            add(*first, OddityKind::Cycle);
        }
        if let Some(kind) = disagreement(recalls, id) {
            for group in recalled_in {
                add(*group, kind.clone());
            }
        }
    }
    for group in replaces_in {
        if recalls.group(*group).recalled.binary_search(&id).is_ok() {
            // Named already as a loop of its own.
        } else if !recalled_in.is_empty() {
            add(*group, OddityKind::Chain);
        } else if unknown {
            add(*group, OddityKind::ReplacementUnknown);
        }
        if replaces_in.len() > 1 {
            add(*group, OddityKind::Merge);
        }
    }
    for group in
        recalls.overruled_in.row(id).iter().filter(|group| is_overruled(recalls, **group, recalled_in))
    {
        add(*group, OddityKind::Overruled);
    }
}

/// Ids of entries that look like other ids of the manifests, named at their entries.
fn add_look_alikes(recalls: &Recalls, oddities: &mut Vec<Oddity>) {
    for run in recalls.names.look_alikes() {
        for (place, (_, id)) in run.iter().enumerate() {
            let other = &run[usize::from(place == 0)].1;
            let entries = [recalls.recalled_in.row(*id), recalls.replaces_in.row(*id)];
            for group in entries.into_iter().flatten() {
                let kind = OddityKind::LooksLike(recalls.names.name(*other).clone());
                let id = Some(recalls.names.name(*id).clone());
                oddities.push(Oddity { spot: recalls.group(*group).spot, kind, id });
            }
        }
    }
}

/// How the entries that recall an id differ.
fn disagreement(recalls: &Recalls, id: u32) -> Option<OddityKind> {
    let groups = recalls.recalled_in.row(id);
    if recalls.resolved.is_disagreeing(id) {
        Some(OddityKind::DifferentAnswers)
    } else if has_different_replacements(recalls, groups) {
        Some(OddityKind::DifferentReplacements)
    } else {
        None
    }
}

/// An older entry that says the same is no contradiction.
fn is_overruled(recalls: &Recalls, group: u32, heard: &[u32]) -> bool {
    let old = recalls.group(group);
    heard
        .iter()
        .map(|group| recalls.group(*group))
        .all(|new| new.status != old.status || new.replacement_class != old.replacement_class)
}

fn has_different_replacements(recalls: &Recalls, groups: &[u32]) -> bool {
    let mut classes = groups.iter().map(|group| recalls.group(*group).replacement_class);
    let first = classes.next();
    classes.any(|other| Some(other) != first)
}
