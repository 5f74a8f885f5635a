//! Which documented versions a manifest fits, by the members it has.
//!
//! The table of domain.md 2.3 as rules: each sign narrows the span of versions. Members that real files
//! carry earlier than documented (an address as text) prove nothing and are no signs.

use super::patches::unwrapped;
use super::{Dialect, Manifest};
use crate::json::{Document, Kind, Value, ValueId};
use crate::order;

/// The documented versions, oldest first.
const VERSIONS: [&str; 11] =
    ["4.3.1", "4.4.0", "4.5.1", "4.5.2", "5.0.0", "5.1.0", "5.1.1", "5.2.0", "5.2.2", "9.0.2", "9.1.1"];

/// One rule: what shows it, and from which to which version it is documented.
struct Sign {
    name: &'static str,
    from: &'static str,
    upto: &'static str,
}

const fn sign(name: &'static str, from: &'static str, upto: &'static str) -> Sign {
    Sign { name, from, upto }
}

const LAST: &str = "9.1.1";

/// Members of a release.
const OF_RELEASE: [Sign; 8] = [
    sign("isApplicable", "4.4.0", LAST),
    sign("notApplicableReason", "4.4.0", LAST),
    sign("sku", "4.4.0", LAST),
    sign("knownIssuesDescription", "4.5.2", "4.5.2"),
    sign("knownIssuesUrl", "4.5.2", "4.5.2"),
    sign("maxCompatibleVcfVersion", "4.5.2", "4.5.2"),
    sign("upgradeOrder", "5.2.0", LAST),
    sign("minInstallerVersion", "9.0.2", LAST),
];
/// Members of a BOM line.
const OF_COMPONENT: [Sign; 3] = [
    sign("changeId", "9.0.2", LAST),
    sign("automatedInstall", "9.0.2", LAST),
    sign("lifecycleManagedBy", "9.0.2", LAST),
];
/// Members of an address that is written as an object.
const OF_ADDRESS: [Sign; 2] =
    [sign("content", "4.4.0", "5.1.0"), sign("serializedHashCode", "5.0.0", "5.1.0")];
const ADDRESS_OBJECT: Sign = sign("releaseURL", "4.3.1", "5.1.0");
const UPDATE_ADDRESS_OBJECT: Sign = sign("releaseUpdateURL", "4.3.1", "5.1.1");
/// Members of a bundle of a SKU.
const OF_SKU_BUNDLE: [Sign; 2] = [sign("bundleId", "4.4.0", "4.5.2"), sign("bundleVersion", "5.0.0", LAST)];
/// Members of the manifest itself.
const OF_MANIFEST: [Sign; 2] =
    [sign("vvsMappings", "5.0.0", LAST), sign("sddcManagerReleases", "5.2.0", LAST)];
const ASYNC_PATCHES: Sign = sign("asyncPatches", "4.5.1", LAST);
const ASYNC_PATCHES_WRAPPED: Sign = sign("asyncPatches.asyncPatches", "5.0.0", "5.1.0");

/// Finds the signs in a manifest that was read, and the versions that all of them allow.
pub(super) fn of(root: Value<'_>, manifest: &Manifest) -> Dialect {
    let mut signs = Signs { found: Vec::new(), span: (0, VERSIONS.len() - 1) };
    signs.look_at_all(&OF_MANIFEST, root);
    signs.look_at_patches(root);
    let document = root.document();
    for release in &manifest.releases {
        signs.look_at_all(&OF_RELEASE, document.value(release.at));
        for component in release.bom.iter().chain(release.skus.iter().flat_map(|sku| &sku.bom)) {
            signs.look_at_component(document.value(component.at));
        }
        for bundle in release.skus.iter().flat_map(|sku| &sku.bundles) {
            signs.look_at_all(&OF_SKU_BUNDLE, document.value(bundle.at));
        }
        signs.look_at_updates(document, release);
    }
    signs.dialect()
}

struct Signs {
    found: Vec<(&'static str, ValueId)>,
    /// Places in [`VERSIONS`], both included; empty when the first is behind the second.
    span: (usize, usize),
}

impl Signs {
    fn look_at_all(&mut self, signs: &'static [Sign], object: Value<'_>) {
        for member in object.members() {
            if let Some(sign) = signs.iter().find(|sign| member.is_named(sign.name)) {
                self.add(sign, member.value);
            }
        }
    }

    fn look_at_patches(&mut self, root: Value<'_>) {
        let Some(patches) = root.get("asyncPatches") else { return };
        let inner = unwrapped(patches, "asyncPatches");
        if inner.id() == patches.id() {
            self.add(&ASYNC_PATCHES, patches);
        } else if inner.kind() == Kind::Object {
            self.add(&ASYNC_PATCHES_WRAPPED, inner);
        }
    }

    fn look_at_component(&mut self, component: Value<'_>) {
        for member in component.members() {
            if member.is_named("releaseURL") && member.value.kind() == Kind::Object {
                self.add(&ADDRESS_OBJECT, member.value);
                self.look_at_all(&OF_ADDRESS, member.value);
            } else if let Some(sign) = OF_COMPONENT.iter().find(|sign| member.is_named(sign.name)) {
                self.add(sign, member.value);
            }
        }
    }

    fn look_at_updates(&mut self, document: &Document, release: &super::Release) {
        for update in &release.updates {
            let address = document.value(update.at).get("releaseUpdateURL");
            if let Some(address) = address.filter(|address| address.kind() == Kind::Object) {
                self.add(&UPDATE_ADDRESS_OBJECT, address);
            }
        }
    }

    /// Notes a sign where it is first met.
    fn add(&mut self, sign: &'static Sign, value: Value<'_>) {
        if self.found.iter().any(|(name, _)| *name == sign.name) {
            return;
        }
        self.found.push((sign.name, value.id()));
        self.span.0 = self.span.0.max(place(sign.from));
        self.span.1 = self.span.1.min(place(sign.upto));
    }

    fn dialect(mut self) -> Dialect {
        order::sort_by_key(&mut self.found, |(_, at)| *at);
        let (oldest, newest) = match self.span {
            (oldest, newest) if oldest <= newest => (VERSIONS[oldest], VERSIONS[newest]),
            _ => ("", ""),
        };
        Dialect { oldest, newest, signs: self.found }
    }
}

fn place(version: &str) -> usize {
    VERSIONS.iter().position(|known| *known == version).unwrap_or_default()
}
