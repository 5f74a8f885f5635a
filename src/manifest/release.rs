//! One Cloud Foundation release: its BOM, bundles, SKUs and updates; and the SDDC Manager releases.

use super::read::mention;
use super::{Bundle, Component, Manifest, MentionedBy, Release, SddcManagerRelease, Sku, Update, address};
use crate::excerpt::Excerpt;
use crate::json::{Kind, Value};
use crate::leaf;

/// Reads one release of any documented version.
pub(super) fn read(object: Value<'_>) -> Release {
    let mut release = Release { at: object.id(), ..Release::default() };
    for member in object.members().filter(|member| !member.is_shadowed()) {
        add(&mut release, &member.name(), member.value);
    }
    release
}

fn add(release: &mut Release, name: &str, value: Value<'_>) {
    match name {
        "product" => release.product = leaf::text(value),
        "version" => release.version = leaf::text(value),
        "releaseDate" => release.released = leaf::stamp(value),
        "eol" => release.eol = end_of_life(value),
        "isApplicable" => release.applicable = leaf::answer(value),
        "applicabilityStatus" => release.applicable = release.applicable.or(applicability(value)),
        "notApplicableReason" => release.not_applicable_reason = leaf::text(value),
        "reasonsNotApplicable" if release.not_applicable_reason.is_empty() => {
            release.not_applicable_reason = leaf::texts(value).join("; ").into();
        }
        "minCompatibleVcfVersion" => release.min_compatible = leaf::text(value),
        "minInstallerVersion" => release.min_installer = leaf::text(value),
        "bom" => release.bom = leaf::read(value, component),
        "sku" => release.skus = leaf::read(value, sku),
        "patchBundles" => release.bundles = bundles(value),
        "updates" => release.updates = leaf::read(value, update),
        "upgradeOrder" => release.upgrade_order = names(value),
        "description" => release.description = leaf::text(value),
        _ => {}
    }
}

/// Reads the SDDC Manager releases: each names one bundle beside itself, and perhaps more in a list.
pub(super) fn add_sddc_manager_releases(manifest: &mut Manifest, list: Value<'_>) {
    for entry in objects(list) {
        let release = sddc_manager_release(entry);
        let place = manifest.sddc_manager_releases.len() as u32;
        for bundle in &release.bundles {
            mention(&mut manifest.mentions, bundle, MentionedBy::SddcManager(place));
        }
        manifest.sddc_manager_releases.push(release);
    }
}

fn sddc_manager_release(object: Value<'_>) -> SddcManagerRelease {
    let mut release = SddcManagerRelease { at: object.id(), ..SddcManagerRelease::default() };
    for member in object.members().filter(|member| !member.is_shadowed()) {
        let value = member.value;
        match &*member.name() {
            "version" => release.version = leaf::text(value),
            "releaseDate" => release.released = leaf::stamp(value),
            "cumulativeFromVcfVersion" => release.from = leaf::text(value),
            "minCompatibleVcfVersion" if release.from.is_empty() => release.from = leaf::text(value),
            "bundleId" => release.bundles.extend(bundle(value)),
            "bundles" | "patchBundles" => release.bundles.extend(bundles(value)),
            _ => {}
        }
    }
    release
}

fn sku(entry: Value<'_>) -> Option<Sku> {
    let mut sku = Sku { at: entry.id(), ..Sku::default() };
    if entry.kind() != Kind::Object {
        sku.name = leaf::filled(entry)?;
        return Some(sku);
    }
    for member in entry.members().filter(|member| !member.is_shadowed()) {
        match &*member.name() {
            "name" => sku.name = leaf::text(member.value),
            "bom" => sku.bom = leaf::read(member.value, component),
            "skuSpecificPatchBundles" => sku.bundles = bundles(member.value),
            _ => {}
        }
    }
    Some(sku)
}

fn component(object: Value<'_>) -> Option<Component> {
    if object.kind() != Kind::Object {
        return None;
    }
    let mut component = Component { at: object.id(), ..Component::default() };
    for member in object.members().filter(|member| !member.is_shadowed()) {
        match &*member.name() {
            "name" => component.name = leaf::text(member.value),
            "publicName" => component.public_name = leaf::text(member.value),
            "version" => component.version = leaf::text(member.value),
            "releaseURL" => component.address = address::read(member.value),
            _ => {}
        }
    }
    Some(component)
}

fn update(object: Value<'_>) -> Option<Update> {
    if object.kind() != Kind::Object {
        return None;
    }
    let mut update = Update { at: object.id(), ..Update::default() };
    for member in object.members().filter(|member| !member.is_shadowed()) {
        match &*member.name() {
            "id" => update.id = leaf::text(member.value),
            "productName" => update.product = leaf::text(member.value),
            "baseProductVersion" => update.base_version = leaf::text(member.value),
            "releaseDate" => update.released = leaf::stamp(member.value),
            "releaseUpdateURL" => update.address = address::read(member.value),
            _ => {}
        }
    }
    Some(update)
}

/// The bundles of a list; bare text in it is an id.
fn bundles(list: Value<'_>) -> Vec<Bundle> {
    leaf::read(list, bundle)
}

fn bundle(entry: Value<'_>) -> Option<Bundle> {
    let mut bundle = Bundle { at: entry.id(), ..Bundle::default() };
    if entry.kind() != Kind::Object {
        bundle.id = Some(id(entry)?);
        return Some(bundle);
    }
    for member in entry.members().filter(|member| !member.is_shadowed()) {
        let value = member.value;
        match &*member.name() {
            "bundleId" => bundle.id = id(value),
            "bundleType" => bundle.kind = leaf::text(value),
            "bundleElements" => bundle.elements = leaf::texts(value),
            "cumulativeFromVcfVersion" => bundle.cumulative_from = leaf::text(value),
            "bundleVersion" => bundle.version = leaf::text(value),
            "version" if bundle.version.is_empty() => bundle.version = leaf::text(value),
            _ => {}
        }
    }
    Some(bundle)
}

/// A bundle id as written; none where there is only white space or a placeholder of the documentation.
pub(super) fn id(value: Value<'_>) -> Option<Excerpt> {
    leaf::filled(value).filter(|id| !id.trim().is_empty() && !leaf::is_placeholder(id))
}

fn objects(list: Value<'_>) -> impl Iterator<Item = Value<'_>> {
    leaf::entries(list).filter(|entry| entry.kind() == Kind::Object)
}

/// The end of life as written: text, date or boolean; of a list, its first.
fn end_of_life(value: Value<'_>) -> Excerpt {
    leaf::entries(value).find_map(leaf::filled).unwrap_or_default()
}

/// `applicabilityStatus` of the answers about future releases.
fn applicability(value: Value<'_>) -> Option<bool> {
    match &*value.as_text()? {
        "APPLICABLE" => Some(true),
        "NOT_APPLICABLE" => Some(false),
        _ => None,
    }
}

/// Names in order: documented as one text with commas, read as a list too.
fn names(value: Value<'_>) -> Vec<Excerpt> {
    let parts = leaf::texts(value);
    let names = parts.iter().flat_map(|part| part.split(',')).map(str::trim);
    names.filter(|name| !name.is_empty()).map(Excerpt::from).collect()
}
