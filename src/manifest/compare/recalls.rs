//! Recalls by bundle: ids that share their entries in both manifests share one change.
//!
//! An entry names many ids and many replacements; taken together by the entries they stand in, a group of
//! a thousand by a thousand is one change and not a million.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, What, status_text};
use crate::json::ValueId;
use crate::manifest::{Manifest, Recall};
use crate::pace::Pace;

/// Places in [`Manifest::recalls`].
type Entries = Vec<u32>;

/// What a manifest says of some ids.
#[derive(Default)]
struct State<'m> {
    at: Option<ValueId>,
    statuses: BTreeSet<&'m str>,
    replacements: BTreeSet<&'m str>,
}

pub(super) async fn compare(a: &Manifest, b: &Manifest, changes: &mut Vec<Change>, pace: Pace) {
    let mut places: BTreeMap<&str, (Entries, Entries)> = BTreeMap::new();
    for (id, entry) in stated(a) {
        pace.turn().await;
        places.entry(id).or_default().0.push(entry);
    }
    for (id, entry) in stated(b) {
        pace.turn().await;
        places.entry(id).or_default().1.push(entry);
    }
    let mut alike: BTreeMap<(Entries, Entries), Vec<String>> = BTreeMap::new();
    for (id, (mut was, mut is)) in places {
        pace.turn().await;
        was.dedup();
        is.dedup();
        alike.entry((was, is)).or_default().push(id.to_owned());
    }
    for ((was, is), ids) in alike {
        pace.turn().await;
        changes.extend(change(ids, &state(a, &was), &state(b, &is)));
    }
}

fn stated(manifest: &Manifest) -> impl Iterator<Item = (&str, u32)> {
    let numbered = manifest.recalls.iter().zip(0_u32..);
    numbered.flat_map(|(recall, entry)| recall.recalled.iter().map(move |id| (id.text.as_str(), entry)))
}

fn state<'m>(manifest: &'m Manifest, entries: &[u32]) -> State<'m> {
    let mut state = State::default();
    let recalls = entries.iter().filter_map(|entry| manifest.recalls.get(*entry as usize));
    for Recall { at, replacements, status, .. } in recalls {
        state.at.get_or_insert(*at);
        state.statuses.insert(status_text(status));
        state.replacements.extend(replacements.iter().map(|id| id.text.as_str()));
    }
    state
}

fn change(ids: Vec<String>, was: &State<'_>, is: &State<'_>) -> Option<Change> {
    if was.at.is_some() == is.at.is_some()
        && was.statuses == is.statuses
        && was.replacements == is.replacements
    {
        return None;
    }
    let words =
        |state: &State<'_>| state.at.map(|_| state.statuses.iter().copied().collect::<Vec<_>>().join(", "));
    let only = |these: &State<'_>, those: &State<'_>| {
        these.replacements.difference(&those.replacements).map(|id| (*id).to_owned()).collect()
    };
    Some(Change {
        what: What::Recall {
            ids,
            before: words(was),
            after: words(is),
            added: only(is, was),
            gone: only(was, is),
        },
        before: was.at,
        after: is.at,
    })
}
