//! Builds that a BOM was not made for: a bundle that is fetched in place of a recalled one comes from another release,
//! and may be newer than the rest of the target, or older.

use super::version_in;
use crate::manifest::{Component, Manifest, Named, Recalls, Release};
use crate::version::{Relation, Version, relation};

/// A component that comes in another version than the BOM of the target has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OffBom {
    /// The bundle that is fetched.
    pub bundle: String,
    /// The component, as the BOM calls it in public.
    pub component: String,
    /// The version that the bundle brings.
    pub version: String,
    /// The version that the target's BOM has.
    pub bom: String,
    /// What carries the bundle: a release, or what it is outside of releases.
    pub carrier: String,
    /// How what the bundle brings stands to the BOM: never the same.
    pub stands: Relation,
}

/// What a bundle brings in other versions than the BOM of a release has; nothing where a release that carries it has
/// the very versions of that BOM. Of several carriers, the first release after this one is asked, else the last before.
pub(super) fn off_bom(
    manifests: &[&Manifest],
    recalls: &Recalls,
    release: &Release,
    bundle: &str,
) -> Vec<OffBom> {
    let own = Version::read(version_in(&release.version));
    let mut best: Option<((u8, Version), Vec<OffBom>)> = None;
    for named in recalls.carriers(bundle).filter_map(|carrier| Named::of(manifests, carrier)) {
        let Some(found) = compared(named, release, bundle) else { continue };
        if found.is_empty() {
            return found;
        }
        let version = Version::read(named.release.map_or("", |release| version_in(&release.version)));
        let rank = match named.release {
            Some(_) if version > own => 0,
            Some(_) => 1,
            None => 2,
        };
        let is_better = best.as_ref().is_none_or(|((other_rank, other), _)| {
            rank < *other_rank
                || rank == *other_rank && if rank == 0 { version < *other } else { version > *other }
        });
        if is_better {
            best = Some(((rank, version), found));
        }
    }
    best.map(|(_, found)| found).unwrap_or_default()
}

/// The components of a bundle that a BOM has in other versions; none if it has none of them.
fn compared(named: Named<'_>, release: &Release, bundle: &str) -> Option<Vec<OffBom>> {
    let held = named.components().filter_map(|(name, line)| Some((name, line?.version.as_str())));
    let alone = (!named.product.is_empty()).then(|| (named.element(), named.version));
    let mut pairs = held.chain(alone).filter_map(|(name, version)| {
        let line = release.component(name).filter(|line| !line.version.is_empty())?;
        (!version.is_empty()).then_some((line, version))
    });
    let first = pairs.next()?;
    let place = named.place();
    let carrier = if place.is_empty() { named.contents() } else { place };
    let differing = |(line, version): (&Component, &str)| {
        let stands = relation(&Version::read(version), &Version::read(&line.version));
        let name = if line.public_name.is_empty() { &line.name } else { &line.public_name };
        (stands != Relation::Same).then(|| OffBom {
            bundle: bundle.to_owned(),
            component: name.to_string(),
            version: version.to_owned(),
            bom: line.version.to_string(),
            carrier: carrier.clone(),
            stands,
        })
    };
    Some(std::iter::once(first).chain(pairs).filter_map(differing).collect())
}
