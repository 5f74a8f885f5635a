//! What recalled bundles, bundles whose ids look like recalled ones, and async patches carry, by component and version:
//! a host runs components and knows of no bundle.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Boms, Carried, Finding, Patch, Stop, names};
use crate::manifest::{Manifest, Named, Recalls};
use crate::pace::Pace;
use crate::version::Version;

/// For each component name, its versions and those of these bundles that carry them.
pub(super) async fn by<'r>(
    ids: impl Iterator<Item = &'r Arc<str>>,
    spellings: &BTreeMap<String, String>,
    manifests: &[&Manifest],
    recalls: &Recalls,
    pace: Pace,
) -> Carried {
    let mut all = Carried::new();
    for id in ids {
        for named in recalls.carriers(id).filter_map(|carrier| Named::of(manifests, carrier)) {
            pace.turn().await;
            let held = named.components().filter_map(|(name, line)| Some((name, &*line?.version)));
            let alone = (!named.product.is_empty()).then_some((named.product, named.version));
            for (name, version) in held.chain(alone).filter(|(_, version)| !version.is_empty()) {
                let name = names::find(spellings, name).unwrap_or(name);
                let versions = all.entry(name.to_owned()).or_default();
                versions.entry(Version::read(version)).or_default().insert(id.clone());
            }
        }
    }
    all
}

/// For each component name, the versions of its async patches; of several manifests, the place in the first.
pub(super) async fn patches(
    spellings: &BTreeMap<String, String>,
    manifests: &[&Manifest],
    pace: Pace,
) -> BTreeMap<String, BTreeMap<Version, Patch>> {
    let mut all: BTreeMap<String, BTreeMap<Version, Patch>> = BTreeMap::new();
    for (manifest, read) in (0_u32..).zip(manifests) {
        for (patch, of) in (0_u32..).zip(&read.async_patches) {
            pace.turn().await;
            if of.version.is_empty() {
                continue;
            }
            let name = names::find(spellings, &of.component).unwrap_or(&of.component);
            let versions = all.entry(name.to_owned()).or_default();
            versions.entry(Version::read(&of.version)).or_insert(Patch { manifest, patch });
        }
    }
    all
}

/// What there is to say of a component in a version that recalled bundles carry.
pub(super) fn finding(boms: &Boms, recalls: &Recalls, name: &str, version: &Version) -> Option<Finding> {
    let bundles = bundles(&boms.recalled, name, version)?;
    let first = bundles.first()?;
    let (answer, targets) = (recalls.answer(first), recalls.targets(first));
    Some(Finding::Carried { answer, targets, releases: releases(boms, name, version), bundles })
}

/// What there is to say of a component in a version that bundles carry whose ids look like recalled ones.
pub(super) fn alike(boms: &Boms, name: &str, version: &Version) -> Option<Finding> {
    let bundles = bundles(&boms.alike, name, version)?;
    Some(Finding::Alike { bundles, releases: releases(boms, name, version) })
}

fn bundles(carried: &Carried, name: &str, version: &Version) -> Option<Vec<Arc<str>>> {
    Some(carried.get(name)?.get(version)?.iter().cloned().collect())
}

fn releases(boms: &Boms, name: &str, version: &Version) -> Vec<Stop> {
    let releases = boms.components.get(name).and_then(|versions| versions.get(version));
    releases.cloned().unwrap_or_default()
}
