//! What a component may be whose version leaves its build open: never fine while a recalled one may be meant.

use std::collections::BTreeMap;

use super::{Boms, Candidate, Finding};
use crate::version::{Beginning, Version};

/// The versions that may be meant, the recalled ones first; none if nothing loaded has one.
pub(super) fn finding(boms: &Boms, name: &str, version: &Version) -> Option<Finding> {
    let candidates = match version.beginning() {
        Some(beginning) => beginning_so(boms, name, &beginning),
        None => recalled_without_build(boms, name, version),
    };
    (!candidates.is_empty()).then_some(Finding::Possible(candidates))
}

fn beginning_so(boms: &Boms, name: &str, beginning: &Beginning) -> Vec<Candidate> {
    let mut found: BTreeMap<&Version, Candidate> = BTreeMap::new();
    let new = |version: &Version| Candidate { version: version.given().to_owned(), ..Candidate::default() };
    let least = beginning.least();
    for (version, stops) in meant(boms.components.get(name), beginning, &least) {
        found.entry(version).or_insert_with(|| new(version)).releases.clone_from(stops);
    }
    for (version, _) in meant(boms.patches.get(name), beginning, &least) {
        found.entry(version).or_insert_with(|| new(version));
    }
    for (version, bundles) in meant(boms.recalled.get(name), beginning, &least) {
        found.entry(version).or_insert_with(|| new(version)).bundles = bundles.iter().cloned().collect();
    }
    let (mut all, rest): (Vec<_>, Vec<_>) = found.into_values().partition(Candidate::is_recalled);
    all.extend(rest);
    all
}

/// The versions of a component that may be meant: they stand together.
fn meant<'b, T>(
    versions: Option<&'b BTreeMap<Version, T>>,
    beginning: &'b Beginning,
    least: &Version,
) -> impl Iterator<Item = (&'b Version, &'b T)> + use<'b, T> {
    let from = versions.map(|versions| versions.range(least..)).into_iter().flatten();
    let so = from.take_while(|(version, _)| beginning.is_of(version));
    so.filter(|(version, _)| beginning.may_be(version))
}

/// The other way round: a recalled bundle carries the version that was asked for, and does not say which build.
fn recalled_without_build(boms: &Boms, name: &str, version: &Version) -> Vec<Candidate> {
    let whole = version.without_build();
    let found = boms.recalled.get(name).and_then(|versions| versions.get_key_value(&whole));
    let candidate = |(version, bundles): (&Version, &std::collections::BTreeSet<_>)| Candidate {
        version: version.given().to_owned(),
        bundles: bundles.iter().cloned().collect(),
        ..Candidate::default()
    };
    found.map(candidate).into_iter().collect()
}
