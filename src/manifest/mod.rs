//! Cloud Foundation LCM manifests of every documented version, and the recalls in them.
//!
//! Reading never fails, see [`crate::catalog`]. Joins go by exact id and by name, never by position and
//! never by look-alike: near matches are pointed out ([`Recalls::near`]), not merged.

use crate::excerpt::Excerpt;
use crate::json::ValueId;
use crate::stamp::Stamp;

mod address;
pub mod compare;
pub mod concerns;
mod dialect;
pub mod drift;
pub mod inventory;
mod life;
pub mod line;
mod matrix;
mod named;
mod patches;
mod read;
mod recall;
mod recalled;
mod release;
pub mod route;
pub mod safety;
pub mod shapes;
mod shift;
mod sku;
mod timeline;

pub use life::Life;
pub use matrix::{Cell, Column, Matrix, Row, gone};
pub use named::{Named, SDDC_MANAGER};
pub use read::{read, read_paced};
pub use recall::{
    Answer, Carrier, Kin, Near, Oddity, OddityKind, Recalls, Spot, Step, Substitutes, Targets, Trace,
    likeness,
};
pub use shift::Shift;
pub use sku::{SkuLine, sku_lines};
pub use timeline::{Line, Timeline};

/// What one document says.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// Where it stands.
    pub at: ValueId,
    /// `version`, as written (a number in real files, text in some).
    pub version: Excerpt,
    /// `sequenceNumber`.
    pub sequence: Option<i64>,
    /// `creationTime`.
    pub created: Option<Stamp>,
    /// `publishedDate`.
    pub published: Option<Stamp>,
    /// In document order.
    pub releases: Vec<Release>,
    /// Absent, null, empty and filled are four answers.
    pub recalled: RecallList,
    /// In document order.
    pub recalls: Vec<Recall>,
    /// Patches outside the BOM: product and its releases, both wrappings.
    pub async_patches: Vec<AsyncPatch>,
    /// VxRail version mappings.
    pub vvs_mappings: Vec<VvsMapping>,
    /// SDDC Manager versions that can be taken alone.
    pub sddc_manager_releases: Vec<SddcManagerRelease>,
    /// Which dialect the document is written in, and what shows it.
    pub dialect: Dialect,
    /// Every member that names a bundle, in document order.
    pub mentions: Vec<Mention>,
}

/// The state of the member `recalledBundles`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RecallList {
    /// No such member: nothing can be said about recalls.
    #[default]
    Absent,
    /// `null`: nothing can be said about recalls.
    Null,
    /// `[]`: the publisher says that nothing is recalled.
    Empty,
    /// At least one entry that names a bundle.
    Filled,
    /// Entries of which none names a bundle, such as those of an example: nothing can be said about recalls.
    Nameless,
    /// Something else than a list.
    Junk,
}

/// One entry of `recalledBundles`: many ids to many ids, without any pairing.
#[derive(Clone, Debug)]
pub struct Recall {
    /// Where it stands.
    pub at: ValueId,
    /// `recalledBundleIds` with their places.
    pub recalled: Vec<Id>,
    /// `replacementBundleIds` with their places.
    pub replacements: Vec<Id>,
    /// Entries of either list that are the documentation's placeholder ("string") and so name nothing.
    pub placeholders: Vec<Id>,
    /// `replacementBundleStatus`.
    pub status: Status,
}

/// An id as written, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Id {
    /// As written.
    pub text: Excerpt,
    /// Where.
    pub at: ValueId,
}

/// `replacementBundleStatus`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Withdrawn; no replacement is published.
    None,
    /// A replacement is announced.
    Pending,
    /// The replacement ids are given.
    Ready,
    /// Another word, as written; empty if absent.
    Other(Excerpt),
}

/// One release.
#[derive(Clone, Debug, Default)]
pub struct Release {
    /// Where it stands.
    pub at: ValueId,
    /// `product`.
    pub product: Excerpt,
    /// `version`.
    pub version: Excerpt,
    /// `releaseDate`.
    pub released: Option<Stamp>,
    /// `eol`, as written (text, boolean or date).
    pub eol: Excerpt,
    /// `isApplicable`.
    pub applicable: Option<bool>,
    /// `notApplicableReason`.
    pub not_applicable_reason: Excerpt,
    /// `minCompatibleVcfVersion`.
    pub min_compatible: Excerpt,
    /// `minInstallerVersion`.
    pub min_installer: Excerpt,
    /// `bom`.
    pub bom: Vec<Component>,
    /// `sku`.
    pub skus: Vec<Sku>,
    /// `patchBundles`.
    pub bundles: Vec<Bundle>,
    /// `updates`.
    pub updates: Vec<Update>,
    /// `upgradeOrder` as names in order.
    pub upgrade_order: Vec<Excerpt>,
    /// `description`, as written (HTML).
    pub description: Excerpt,
}

impl Release {
    /// Product and version, as one speaks of it.
    pub fn name(&self) -> String {
        format!("{} {}", self.product, self.version).trim().to_owned()
    }

    /// Its bundles and those of its SKUs.
    pub fn all_bundles(&self) -> impl Iterator<Item = &Bundle> {
        self.bundles.iter().chain(self.skus.iter().flat_map(|sku| &sku.bundles))
    }

    /// The ids of its bundles that are recalled, each once, in the order of their text.
    pub fn recalled_bundles(&self, recalls: &Recalls) -> impl Iterator<Item = &str> {
        let ids: std::collections::BTreeSet<&str> = (self.all_bundles())
            .filter_map(|bundle| bundle.id.as_deref())
            .filter(|id| recalls.is_recalled(id))
            .collect();
        ids.into_iter()
    }

    /// Its bundles and those of its SKUs, each id once; those without an id one by one.
    pub fn distinct_bundles(&self) -> Vec<NamedBundle<'_>> {
        let own = self.bundles.iter().map(|bundle| (None, bundle));
        let of_skus =
            self.skus.iter().flat_map(|sku| sku.bundles.iter().map(|one| (Some(sku.name.as_str()), one)));
        let mut all = Vec::<NamedBundle<'_>>::new();
        let mut places = std::collections::BTreeMap::<&str, usize>::new();
        for (sku, bundle) in own.chain(of_skus) {
            let next = all.len();
            let place = bundle.id.as_deref().map_or(next, |id| *places.entry(id).or_insert(next));
            if place == next {
                all.push(NamedBundle { bundle, skus: Vec::new(), places: Vec::new() });
            }
            if let Some(named) = all.get_mut(place) {
                named.skus.extend(sku);
                named.places.push(bundle.at);
            }
        }
        all
    }

    /// The BOM line of a component.
    pub fn component(&self, name: &str) -> Option<&Component> {
        self.bom.iter().find(|component| component.name == name)
    }
}

/// A bundle of a release with all that names it there, see [`Release::distinct_bundles`].
#[derive(Clone, Debug)]
pub struct NamedBundle<'r> {
    /// As it is named first.
    pub bundle: &'r Bundle,
    /// The SKUs that name it.
    pub skus: Vec<&'r str>,
    /// Every place that names it.
    pub places: Vec<ValueId>,
}

/// One BOM line.
#[derive(Clone, Debug, Default)]
pub struct Component {
    /// Where it stands.
    pub at: ValueId,
    /// `name`.
    pub name: Excerpt,
    /// `publicName`.
    pub public_name: Excerpt,
    /// `version`; empty if absent.
    pub version: Excerpt,
    /// `releaseURL` as text (the address object is put together again); empty if absent.
    pub address: Excerpt,
}

/// One SKU of a release.
#[derive(Clone, Debug, Default)]
pub struct Sku {
    /// Where it stands.
    pub at: ValueId,
    /// `name`.
    pub name: Excerpt,
    /// `bom`: joined to the release's BOM by name.
    pub bom: Vec<Component>,
    /// `skuSpecificPatchBundles`; in newer dialects without ids.
    pub bundles: Vec<Bundle>,
}

/// One patch bundle, of a release or of a SKU.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    /// Where it stands.
    pub at: ValueId,
    /// `bundleId`; `None` where the dialect gives none ("cannot be matched").
    pub id: Option<Excerpt>,
    /// `bundleType` word for word.
    pub kind: Excerpt,
    /// `bundleElements`.
    pub elements: Vec<Excerpt>,
    /// `cumulativeFromVcfVersion`.
    pub cumulative_from: Excerpt,
    /// `bundleVersion` or `version` of the newer SKU form.
    pub version: Excerpt,
}

/// One update on top of a release.
#[derive(Clone, Debug, Default)]
pub struct Update {
    /// Where it stands.
    pub at: ValueId,
    /// `id`.
    pub id: Excerpt,
    /// `productName`.
    pub product: Excerpt,
    /// `baseProductVersion`.
    pub base_version: Excerpt,
    /// `releaseDate`.
    pub released: Option<Stamp>,
    /// `releaseUpdateURL` as text.
    pub address: Excerpt,
}

/// One patch outside the BOM.
#[derive(Clone, Debug, Default)]
pub struct AsyncPatch {
    /// Where it stands.
    pub at: ValueId,
    /// The component it is for.
    pub component: Excerpt,
    /// Its version.
    pub version: Excerpt,
    /// Any bundle ids it names.
    pub bundle_ids: Vec<Id>,
}

/// One VxRail version mapping.
#[derive(Clone, Debug, Default)]
pub struct VvsMapping {
    /// Where it stands.
    pub at: ValueId,
    /// The names of the maps on the way down.
    pub path: Vec<Excerpt>,
    /// `version`.
    pub version: Excerpt,
    /// `aliases`.
    pub aliases: Vec<Excerpt>,
}

/// One SDDC Manager version that can be taken alone.
#[derive(Clone, Debug, Default)]
pub struct SddcManagerRelease {
    /// Where it stands.
    pub at: ValueId,
    /// `version`.
    pub version: Excerpt,
    /// `releaseDate`, an epoch number in real files.
    pub released: Option<Stamp>,
    /// `minCompatibleVcfVersion` or the member that plays its part.
    pub from: Excerpt,
    /// Any bundles it names.
    pub bundles: Vec<Bundle>,
}

/// The dialect a manifest is written in.
#[derive(Clone, Debug, Default)]
pub struct Dialect {
    /// The oldest and newest documented versions that fit, such as ("5.2.0", "9.0.2"); empty if none does.
    pub oldest: &'static str,
    /// See `oldest`.
    pub newest: &'static str,
    /// The members that showed it, with their places.
    pub signs: Vec<(&'static str, ValueId)>,
}

/// One place that names a bundle id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The id as written.
    pub id: Excerpt,
    /// Where.
    pub at: ValueId,
    /// What names it.
    pub by: MentionedBy,
}

/// What names a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MentionedBy {
    /// `patchBundles` of a release (places in [`Manifest::releases`] and [`Release::bundles`]).
    Release {
        /// Place in [`Manifest::releases`].
        release: u32,
        /// Place in [`Release::bundles`].
        bundle: u32,
    },
    /// `skuSpecificPatchBundles`.
    Sku {
        /// Place in [`Manifest::releases`].
        release: u32,
        /// Place in [`Release::skus`].
        sku: u32,
        /// Place in [`Sku::bundles`].
        bundle: u32,
    },
    /// `sddcManagerReleases` (a place in the list).
    SddcManager(u32),
    /// `asyncPatches` (a place in the list).
    AsyncPatch(u32),
    /// `recalledBundleIds` (a place in [`Manifest::recalls`]).
    Recalled(u32),
    /// `replacementBundleIds` (a place in [`Manifest::recalls`]).
    Replacement(u32),
}
