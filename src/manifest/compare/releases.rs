//! Releases that came or went, and the members of those that stayed.

use std::collections::BTreeSet;

use super::{Change, List, What, boms, identity, name_of, pairs};
use crate::excerpt::Excerpt;
use crate::manifest::{Manifest, Release};
use crate::pace::Pace;
use crate::stamp::Stamp;

pub(super) async fn compare(a: &Manifest, b: &Manifest, changes: &mut Vec<Change>, pace: Pace) {
    for pair in pairs(&a.releases, &b.releases, identity).into_values() {
        pace.turn().await;
        match pair {
            (Some(was), Some(is)) => {
                members(was, is, changes);
                boms::compare(was, is, changes);
                skus_and_updates(was, is, changes);
            }
            (Some(one), None) | (None, Some(one)) => changes.push(Change {
                what: What::Release { name: one.name(), is_added: pair.1.is_some() },
                before: pair.0.map(|release| release.at),
                after: pair.1.map(|release| release.at),
            }),
            (None, None) => {}
        }
    }
}

fn members(a: &Release, b: &Release, changes: &mut Vec<Change>) {
    let answer = |answer: Option<bool>| answer.map(|answer| answer.to_string()).unwrap_or_default();
    let text = |text: &str| text.to_owned();
    let members: [(&'static str, String, String); 9] = [
        ("isApplicable", answer(a.applicable), answer(b.applicable)),
        ("notApplicableReason", text(&a.not_applicable_reason), text(&b.not_applicable_reason)),
        ("eol", date(&a.eol), date(&b.eol)),
        ("releaseDate", stamp(a.released.as_ref()), stamp(b.released.as_ref())),
        ("minCompatibleVcfVersion", text(&a.min_compatible), text(&b.min_compatible)),
        ("minInstallerVersion", text(&a.min_installer), text(&b.min_installer)),
        ("upgradeOrder", a.upgrade_order.join(", "), b.upgrade_order.join(", ")),
        ("description", text(&a.description), text(&b.description)),
        ("cumulativeFromVcfVersion", floors(a), floors(b)),
    ];
    for (member, before, after) in members {
        if before != after {
            let what = What::Member { of: name_of(a, b), member, before, after };
            changes.push(Change { what, before: Some(a.at), after: Some(b.at) });
        }
    }
}

/// From which versions the bundles of a release count, each once.
fn floors(release: &Release) -> String {
    let floors: BTreeSet<&str> = release.bundles.iter().map(|bundle| &*bundle.cumulative_from).collect();
    floors.into_iter().filter(|floor| !floor.is_empty()).collect::<Vec<_>>().join(", ")
}

fn date(text: &str) -> String {
    Stamp::read(text).utc_text().into_owned()
}

pub(super) fn stamp(stamp: Option<&Stamp>) -> String {
    stamp.map(|stamp| stamp.utc_text().into_owned()).unwrap_or_default()
}

fn skus_and_updates(a: &Release, b: &Release, changes: &mut Vec<Change>) {
    for ((name, _), (was, is)) in pairs(&a.skus, &b.skus, |sku| sku.name.as_str()) {
        let places = (was.map(|sku| sku.at), is.map(|sku| sku.at));
        changes.extend(entry(List::Skus, format!("{}: {name}", name_of(a, b)), places));
    }
    let key = |update: &'_ crate::manifest::Update| {
        let words = [&update.id, &update.product, &update.base_version];
        words.map(Excerpt::as_str).join(" ").trim().to_owned()
    };
    for ((name, _), (was, is)) in pairs(&a.updates, &b.updates, key) {
        let places = (was.map(|update| update.at), is.map(|update| update.at));
        changes.extend(entry(List::Updates, format!("{}: {name}", name_of(a, b)), places));
    }
}

/// An entry that came or went; none where it stayed.
pub(super) fn entry(
    list: List,
    name: String,
    (before, after): (Option<crate::json::ValueId>, Option<crate::json::ValueId>),
) -> Option<Change> {
    let is_added = after.is_some();
    (before.is_some() != is_added).then_some(Change {
        what: What::Entry { list, name, is_added },
        before,
        after,
    })
}
