//! What names a bundle, with all that can be said of it there: release, SKU, component and its version.
//!
//! A manifest gives a bundle no name. What it is follows from its elements, joined by name to the BOM of the
//! release that carries it.

use super::{Bundle, Carrier, Component, Manifest, MentionedBy, Release, Sku};
use crate::excerpt::Excerpt;

/// What releases of SDDC Manager by itself are called, which a manifest lists beside those of its platform.
pub const SDDC_MANAGER: &str = "SDDC Manager";

/// One place that names a bundle, read out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named<'m> {
    /// The release that carries it.
    pub release: Option<&'m Release>,
    /// The SKU of that release, if only it carries the bundle.
    pub sku: Option<&'m Sku>,
    /// The bundle as it stands there.
    pub bundle: Option<&'m Bundle>,
    /// What it is outside of releases: `SDDC Manager`, or the component of an async patch.
    pub product: &'m str,
    /// The version of that.
    pub version: &'m str,
}

impl<'m> Named<'m> {
    /// What a carrier is; none for one of other manifests.
    pub fn of(manifests: &[&'m Manifest], carrier: &Carrier) -> Option<Self> {
        Self::by(manifests.get(carrier.manifest as usize)?, &carrier.by)
    }

    /// What names a bundle in a manifest; none where nothing is said of it there but its id.
    pub fn by(manifest: &'m Manifest, by: &MentionedBy) -> Option<Self> {
        let release = |at: u32| manifest.releases.get(at as usize);
        Some(match *by {
            MentionedBy::Release { release: at, bundle } => {
                let release = release(at)?;
                let bundle = release.bundles.get(bundle as usize);
                Self { release: Some(release), bundle, ..Self::default() }
            }
            MentionedBy::Sku { release: at, sku, bundle } => {
                let release = release(at)?;
                let sku = release.skus.get(sku as usize)?;
                let bundle = sku.bundles.get(bundle as usize);
                Self { release: Some(release), sku: Some(sku), bundle, ..Self::default() }
            }
            MentionedBy::SddcManager(at) => {
                let release = manifest.sddc_manager_releases.get(at as usize)?;
                Self { product: SDDC_MANAGER, version: &release.version, ..Self::default() }
            }
            MentionedBy::AsyncPatch(at) => {
                let patch = manifest.async_patches.get(at as usize)?;
                Self { product: &patch.component, version: &patch.version, ..Self::default() }
            }
            MentionedBy::Recalled(_) | MentionedBy::Replacement(_) => return None,
        })
    }

    /// What the bundle holds, by name, with the line of the BOM where there is one.
    pub fn components(self) -> impl Iterator<Item = (&'m str, Option<&'m Component>)> {
        let elements = self.bundle.map(|bundle| bundle.elements.as_slice()).unwrap_or_default();
        elements.iter().map(move |name| {
            let of_sku = self.sku.and_then(|sku| sku.bom.iter().find(|line| line.name == *name));
            let of_sku = of_sku.filter(|line| !line.version.is_empty());
            let of_release = || self.release.and_then(|release| release.component(name));
            (name.as_str(), of_sku.or_else(of_release))
        })
    }

    /// The component that it is outside of releases, by the name that BOMs have for it.
    pub fn element(self) -> &'m str {
        if self.product == SDDC_MANAGER { "SDDC_MANAGER_VCF" } else { self.product }
    }

    /// What the bundle is called: the public names of what it holds, where the BOM has them, and the versions in
    /// the same order, or the one that they have in common.
    pub fn called(self) -> (Excerpt, Excerpt) {
        if self.release.is_none() {
            return (self.product.into(), self.version.into());
        }
        let name = |(name, line): (&'m str, Option<&'m Component>)| match line {
            Some(line) if !line.public_name.is_empty() => line.public_name.clone(),
            _ => name.into(),
        };
        let version = |(_, line): (_, Option<&'m Component>)| line.map(|line| line.version.clone());
        let mut all = self.components();
        match (all.next(), all.next()) {
            (None, _) => (Excerpt::EMPTY, Excerpt::EMPTY),
            (Some(only), None) => (name(only), version(only).unwrap_or_default()),
            (Some(_), Some(_)) => {
                let names: Vec<Excerpt> = self.components().map(name).collect();
                let mut versions: Vec<Excerpt> = self.components().filter_map(version).collect();
                versions.retain(|version| !version.is_empty());
                if versions.len() < names.len() {
                    versions.clear();
                }
                if versions.windows(2).all(|pair| pair[0] == pair[1]) {
                    versions.truncate(1);
                }
                (names.join(", ").into(), versions.join(", ").into())
            }
        }
    }

    /// What the bundle holds, in one line: public names and versions where the BOM has them.
    pub fn contents(self) -> String {
        if self.release.is_none() {
            return format!("{} {}", self.product, self.version).trim().to_owned();
        }
        let words = |(name, line): (&str, Option<&Component>)| match line {
            Some(line) if line.public_name.is_empty() => format!("{name} {}", line.version),
            Some(line) => format!("{} {}", line.public_name, line.version),
            None => name.to_owned(),
        };
        let all: Vec<String> = self.components().map(words).map(|text| text.trim().to_owned()).collect();
        all.join(", ")
    }

    /// Where it stands: the release, with the SKU if there is one; empty outside of releases.
    pub fn place(self) -> String {
        let release = self.release.map(Release::name).unwrap_or_default();
        let sku = self.sku.map(|sku| sku.name.as_str()).unwrap_or_default();
        format!("{release} {sku}").trim().to_owned()
    }
}
