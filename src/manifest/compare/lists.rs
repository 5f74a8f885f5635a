//! The lists beside the releases: SDDC Manager versions, patches outside the BOM, version mappings.

use super::releases::{entry, stamp};
use super::{Change, List, What, pairs, written};
use crate::manifest::{Manifest, SddcManagerRelease};
use crate::version::Version;

pub(super) fn compare(a: &Manifest, b: &Manifest, changes: &mut Vec<Change>) {
    sddc_manager(a, b, changes);
    let key =
        |patch: &'_ crate::manifest::AsyncPatch| (patch.component.clone(), Version::read(&patch.version));
    for (((component, _), _), (was, is)) in pairs(&a.async_patches, &b.async_patches, key) {
        let places = (was.map(|patch| patch.at), is.map(|patch| patch.at));
        let version = written(was.map(|patch| &*patch.version), is.map(|patch| &*patch.version));
        let name = format!("{component} {version}").trim().to_owned();
        changes.extend(entry(List::AsyncPatches, name, places));
    }
    for ((path, _), (was, is)) in pairs(&a.vvs_mappings, &b.vvs_mappings, |mapping| mapping.path.join(" ")) {
        let places = (was.map(|mapping| mapping.at), is.map(|mapping| mapping.at));
        changes.extend(entry(List::VvsMappings, path.clone(), places));
        if let (Some(was), Some(is)) = (was, is) {
            let member = |member, before: String, after: String| {
                let what = What::Member { of: path.clone(), member, before, after };
                Change { what, before: Some(was.at), after: Some(is.at) }
            };
            if was.version != is.version {
                changes.push(member("version", was.version.to_string(), is.version.to_string()));
            }
            if was.aliases != is.aliases {
                changes.push(member("aliases", was.aliases.join(", "), is.aliases.join(", ")));
            }
        }
    }
}

fn sddc_manager(a: &Manifest, b: &Manifest, changes: &mut Vec<Change>) {
    let (in_a, in_b) = (&a.sddc_manager_releases, &b.sddc_manager_releases);
    for (was, is) in pairs(in_a, in_b, |release| Version::read(&release.version)).into_values() {
        let version = written(was.map(|release| &*release.version), is.map(|release| &*release.version));
        let of = format!("SDDC Manager {version}");
        let places = (was.map(|release| release.at), is.map(|release| release.at));
        changes.extend(entry(List::SddcManagerReleases, of.clone(), places));
        let (Some(was), Some(is)) = (was, is) else { continue };
        let dates = |release: &SddcManagerRelease| stamp(release.released.as_ref());
        let members = [
            ("cumulativeFromVcfVersion", was.from.clone(), is.from.clone()),
            ("releaseDate", dates(was).into(), dates(is).into()),
        ];
        for (member, before, after) in members.into_iter().filter(|(_, before, after)| before != after) {
            let what =
                What::Member { of: of.clone(), member, before: before.to_string(), after: after.to_string() };
            changes.push(Change { what, before: places.0, after: places.1 });
        }
    }
}
