//! Bundles that came, went, or are named elsewhere.
//!
//! A bundle that comes with a new release is no news of its own: the release is.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Change, What};
use crate::json::ValueId;
use crate::manifest::{Manifest, Mention, MentionedBy, Shift};
use crate::pace::Pace;
use crate::version::Version;

/// What names a bundle: a release, a SKU of it, an SDDC Manager version or a patch.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Carrier<'m> {
    kind: Kind,
    product: &'m str,
    /// Shared by all bundles of a release.
    version: Rc<Version>,
    sku: &'m str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Release,
    SddcManager,
    AsyncPatch,
}

impl Carrier<'_> {
    /// What stands alone and not as a part.
    fn whole(&self) -> Self {
        Self { sku: "", ..self.clone() }
    }

    fn name(&self) -> String {
        let product = if self.kind == Kind::SddcManager { "SDDC Manager" } else { self.product };
        format!("{product} {} {}", self.version.given(), self.sku).trim().to_owned()
    }
}

type Carriers<'m> = BTreeMap<&'m str, (ValueId, BTreeSet<Carrier<'m>>)>;

pub(super) async fn compare(a: &Manifest, b: &Manifest, changes: &mut Vec<Change>, pace: Pace) {
    let (in_a, in_b) = (carriers(a, pace).await, carriers(b, pace).await);
    let (all_a, all_b) = (wholes(a), wholes(b));
    let ids: BTreeSet<&str> = in_a.keys().chain(in_b.keys()).copied().collect();
    let none = BTreeSet::new();
    for id in ids {
        pace.turn().await;
        let (was, is) = (in_a.get(id), in_b.get(id));
        let (from, to) = (was.map_or(&none, |(_, set)| set), is.map_or(&none, |(_, set)| set));
        let gone: Vec<_> = from.difference(to).collect();
        let added: Vec<_> = to.difference(from).collect();
        let comes_along = added.iter().all(|carrier| !all_a.contains(&carrier.whole()))
            && gone.iter().all(|carrier| !all_b.contains(&carrier.whole()));
        if comes_along {
            continue;
        }
        let shift = match (was, is) {
            (None, _) => Shift::Added,
            (_, None) => Shift::Removed,
            _ => Shift::Same,
        };
        let names = |carriers: Vec<&Carrier<'_>>| carriers.into_iter().map(Carrier::name).collect();
        changes.push(Change {
            what: What::Bundle { id: id.to_owned(), shift, added: names(added), gone: names(gone) },
            before: was.map(|(at, _)| *at),
            after: is.map(|(at, _)| *at),
        });
    }
}

async fn carriers(manifest: &Manifest, pace: Pace) -> Carriers<'_> {
    let versions: Vec<Rc<Version>> =
        manifest.releases.iter().map(|release| version(&release.version)).collect();
    let mut carriers: Carriers<'_> = BTreeMap::new();
    for Mention { id, at, by } in &manifest.mentions {
        pace.turn().await;
        if let Some(carrier) = carrier(manifest, &versions, by) {
            carriers.entry(id).or_insert_with(|| (*at, BTreeSet::new())).1.insert(carrier);
        }
    }
    carriers
}

fn carrier<'m>(manifest: &'m Manifest, versions: &[Rc<Version>], by: &MentionedBy) -> Option<Carrier<'m>> {
    let of_release = |release: u32, sku: &'m str| {
        let (at, product) = (release as usize, &manifest.releases.get(release as usize)?.product);
        Some(Carrier { kind: Kind::Release, product, version: versions.get(at)?.clone(), sku })
    };
    match *by {
        MentionedBy::Release { release, .. } => of_release(release, ""),
        MentionedBy::Sku { release, sku, .. } => {
            let skus = &manifest.releases.get(release as usize)?.skus;
            of_release(release, &skus.get(sku as usize)?.name)
        }
        MentionedBy::SddcManager(at) => Some(alone(manifest.sddc_manager_releases.get(at as usize)?)),
        MentionedBy::AsyncPatch(at) => Some(patch(manifest.async_patches.get(at as usize)?)),
        MentionedBy::Recalled(_) | MentionedBy::Replacement(_) => None,
    }
}

fn version(text: &str) -> Rc<Version> {
    Rc::new(Version::read(text))
}

fn alone(release: &crate::manifest::SddcManagerRelease) -> Carrier<'_> {
    let version = version(&release.version);
    Carrier { kind: Kind::SddcManager, product: "", version, sku: "" }
}

fn patch(patch: &crate::manifest::AsyncPatch) -> Carrier<'_> {
    let version = version(&patch.version);
    Carrier { kind: Kind::AsyncPatch, product: &patch.component, version, sku: "" }
}

/// Everything of a manifest that can carry a bundle.
fn wholes(manifest: &Manifest) -> BTreeSet<Carrier<'_>> {
    let releases = manifest.releases.iter().map(|release| {
        let version = version(&release.version);
        Carrier { kind: Kind::Release, product: &release.product, version, sku: "" }
    });
    let others = manifest.sddc_manager_releases.iter().map(alone);
    releases.chain(others).chain(manifest.async_patches.iter().map(patch)).collect()
}
