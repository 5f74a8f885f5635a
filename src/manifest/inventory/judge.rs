//! The answers: bundles by the recalls, components by the BOMs, releases by their versions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::read::is_beginning;
use super::{Asked, Boms, Deviation, Entry, Finding, Index, Kind, Match, Report, Row};
use super::{carried, names, possible};
use crate::manifest::route::{Stop, stops, version_in};
use crate::manifest::{Answer, Carrier, Manifest, Recalls, Shift};
use crate::order;
use crate::pace::Pace;
use crate::version::Version;

/// How many of the ids that begin alike are named.
const AMBIGUOUS_NAMED: usize = 4;

pub(super) async fn boms(manifests: &[&Manifest], pace: Pace) -> Boms {
    let mut components: BTreeMap<String, BTreeMap<Version, Vec<Stop>>> = BTreeMap::new();
    let mut releases = BTreeMap::new();
    for stop in stops(manifests) {
        pace.turn().await;
        let Some(release) = stop.of(manifests) else { continue };
        releases.insert(Version::read(&release.version), stop);
        for component in release.bom.iter().filter(|component| !component.version.is_empty()) {
            if !components.contains_key(component.name.as_str()) {
                components.insert(component.name.to_string(), BTreeMap::new());
            }
            let Some(versions) = components.get_mut(component.name.as_str()) else { continue };
            let stops = versions.entry(Version::read(&component.version)).or_default();
            if stops.last() != Some(&stop) {
                stops.push(stop);
            }
        }
    }
    Boms { components, spellings: names::spellings(manifests, pace).await, releases, ..Boms::default() }
}

pub(super) async fn report(index: &Index<'_>, entries: Vec<Entry>, pace: Pace) -> Report {
    let mut report = Report::default();
    let mut installed: BTreeSet<(&str, Version)> = BTreeSet::new();
    for entry in entries {
        pace.turn().await;
        let (finding, meant) = finding(index, &entry.asked);
        let is_open = matches!(finding, Finding::Possible(_));
        if let (false, Asked::Component { name, version }) = (is_open, &entry.asked)
            && let Some(name) = index.component_named(name)
        {
            installed.insert((name, Version::read(version)));
        }
        *report.counts.entry(finding.kind()).or_default() += 1;
        report.rows.push(Row { entry, finding, meant });
    }
    pace.rest().await;
    report.nearest = nearest(index, &installed);
    report.floor = floor(index, &installed);
    report
}

/// What is known, and the whole id where only its beginning was given.
fn finding(index: &Index<'_>, asked: &Asked) -> (Finding, Option<Arc<str>>) {
    let finding = match asked {
        Asked::Bundle(id) => return bundle_or_beginning(index.recalls, id),
        Asked::Component { name, version } => component(index, name, version),
        Asked::Release(version) => release(index, version),
        Asked::Unclear => Finding::Unclear,
    };
    (finding, None)
}

/// A short id is no look-alike but a quotation: the one bundle that begins so is meant, and named.
fn bundle_or_beginning(recalls: &Recalls, id: &str) -> (Finding, Option<Arc<str>>) {
    let found = bundle(recalls, id);
    if !matches!(found, Finding::NotFound) || !is_beginning(id) {
        return (found, None);
    }
    let all: Vec<&Arc<str>> = recalls.beginning(id).collect();
    match all.as_slice() {
        [] => (Finding::NotFound, None),
        [only] => (bundle(recalls, only), Some(Arc::clone(only))),
        _ => {
            let some = all.iter().take(AMBIGUOUS_NAMED).map(|id| Arc::clone(id)).collect();
            (Finding::Ambiguous(some, all.len()), None)
        }
    }
}

fn bundle(recalls: &Recalls, id: &str) -> Finding {
    let carriers = || recalls.carriers(id).cloned().collect::<Vec<Carrier>>();
    let answer = recalls.answer(id);
    if answer.is_recalled() {
        return Finding::Recalled { answer, targets: recalls.targets(id), carriers: carriers() };
    }
    let near = recalls.near(id);
    let is_named = answer == Answer::Unrecalled || !carriers().is_empty();
    match answer {
        // An id that looks like a recalled one is never clear without a look.
        _ if near.iter().any(|near| near.recalled) || (!is_named && !near.is_empty()) => Finding::Near(near),
        Answer::Unrecalled => Finding::Clear(carriers()),
        Answer::Unsaid if is_named => Finding::Unsaid(carriers()),
        _ => Finding::NotFound,
    }
}

fn component(index: &Index<'_>, name: &str, version: &str) -> Finding {
    let found = index.component_named(name);
    let version_asked = Version::read(version);
    if let Some(carried) = carried::finding(&index.boms, index.recalls, found.unwrap_or(name), &version_asked)
    {
        return carried;
    }
    let possible = possible::finding(&index.boms, found.unwrap_or(name), &version_asked);
    let is_perhaps = possible.as_ref().is_some_and(|possible| possible.kind() == Kind::PerhapsRecalled);
    if let Some(alike) =
        carried::alike(&index.boms, found.unwrap_or(name), &version_asked).filter(|_| !is_perhaps)
    {
        return alike;
    }
    let is_in_boms = found
        .and_then(|name| index.boms.components.get(name))
        .is_some_and(|versions| versions.contains_key(&version_asked));
    let patch = index.boms.patches.get(found.unwrap_or(name)).and_then(|patches| patches.get(&version_asked));
    if let Some(possible) = possible
        && (!(is_in_boms || patch.is_some()) || is_perhaps)
    {
        return possible;
    }
    if let (Some(patch), false) = (patch, is_in_boms) {
        return Finding::AsyncPatch(*patch);
    }
    let Some((name, versions)) = found.and_then(|name| Some((name, index.boms.components.get(name)?))) else {
        return Finding::NotFound;
    };
    let (name, version) = (Arc::from(name), version_asked);
    if let Some(releases) = versions.get(&version) {
        return Finding::InBoms { name, releases: releases.clone() };
    }
    let older =
        versions.range(..&version).next_back().and_then(|(version, stops)| Some((version, stops.last()?)));
    let newer =
        || versions.range(&version..).next().and_then(|(version, stops)| Some((version, stops.first()?)));
    match older.or_else(newer) {
        Some((version, nearest)) => {
            Finding::OutsideBoms { name, nearest: *nearest, version: version.given().to_owned() }
        }
        None => Finding::NotFound,
    }
}

fn release(index: &Index<'_>, version: &str) -> Finding {
    let stop = index.boms.releases.get(&Version::read(version_in(version)));
    let Some((stop, release)) = stop.and_then(|stop| Some((*stop, stop.of(index.manifests)?))) else {
        return Finding::NotFound;
    };
    let recalled = release.recalled_bundles(index.recalls).count() as u32;
    let ids: BTreeSet<&str> = release.all_bundles().filter_map(|bundle| bundle.id.as_deref()).collect();
    let alike = ids.into_iter().filter(|id| index.recalls.looks_recalled(id).is_some()).count() as u32;
    Finding::Release { release: stop, recalled, alike, applicable: release.applicable }
}

/// The BOM with the most components exactly as installed; of several, the newest.
fn nearest(index: &Index<'_>, installed: &BTreeSet<(&str, Version)>) -> Option<Match> {
    let mut same: BTreeMap<Stop, u32> = BTreeMap::new();
    for (name, version) in installed {
        for stop in index.boms.components.get(*name)?.get(version).into_iter().flatten() {
            *same.entry(*stop).or_default() += 1;
        }
    }
    let by_version = index.boms.releases.values().filter_map(|stop| Some((*same.get(stop)?, *stop)));
    let (same, stop) =
        by_version.max_by_key(|(same, _)| *same).or_else(|| Some((0, floor(index, installed)?)))?;
    let release = stop.of(index.manifests)?;
    let deviation = |(name, version): &(&str, Version)| {
        let in_bom = release.component(name).map(|component| component.version.as_str());
        let shift = Shift::between(in_bom, Some(version.given()))?;
        (shift != Shift::Same).then(|| Deviation {
            component: (*name).to_owned(),
            installed: version.given().to_owned(),
            in_bom: in_bom.unwrap_or_default().to_owned(),
            shift,
        })
    };
    let mut deviations: Vec<Deviation> = installed.iter().filter_map(deviation).collect();
    order::sort(&mut deviations);
    Some(Match { release: stop, same, deviations })
}

/// The highest release none of whose components is newer than what is installed.
fn floor(index: &Index<'_>, installed: &BTreeSet<(&str, Version)>) -> Option<Stop> {
    let mut lowest: BTreeMap<&str, &Version> = BTreeMap::new();
    for (name, version) in installed {
        // Sorted by version within a name: the first is the lowest.
        lowest.entry(name).or_insert(version);
    }
    if lowest.is_empty() {
        return None;
    }
    let fits = |stop: &&Stop| {
        stop.of(index.manifests).is_some_and(|release| {
            let mut known = release.bom.iter().filter_map(|component| {
                let lowest = *lowest.get(component.name.as_str())?;
                Some(Version::read(&component.version) <= *lowest)
            });
            let first = known.next();
            first == Some(true) && known.all(|fits| fits)
        })
    };
    index.boms.releases.values().rev().find(fits).copied()
}
