//! Patches outside the BOM, and VxRail version mappings: both maps, in two wrappings each.

use super::release::id;
use super::{AsyncPatch, Id, Manifest, Mention, MentionedBy, VvsMapping};
use crate::excerpt::Excerpt;
use crate::json::{Kind, Member, Value};
use crate::leaf;

/// The members of an async patch that hold bundle ids, should a version come to name any.
const BUNDLE_MEMBERS: [&str; 3] = ["bundleId", "bundleIds", "bundles"];

/// Reads the patches: a map from product to list, or that map wrapped once more (5.0 and 5.1).
pub(super) fn add_async(manifest: &mut Manifest, map: Value<'_>) {
    let map = unwrapped(map, "asyncPatches");
    for patch in objects(map) {
        add_patch(manifest, "", patch);
    }
    for product in members(map) {
        for patch in leaf::entries(product.value).filter(|patch| patch.kind() == Kind::Object) {
            add_patch(manifest, &product.name(), patch);
        }
    }
}

fn add_patch(manifest: &mut Manifest, component: &str, object: Value<'_>) {
    let mut patch = AsyncPatch { at: object.id(), component: component.into(), ..AsyncPatch::default() };
    for member in members(object) {
        match &*member.name() {
            "productVersion" => patch.version = leaf::text(member.value),
            "version" if patch.version.is_empty() => patch.version = leaf::text(member.value),
            name if BUNDLE_MEMBERS.contains(&name) => patch.bundle_ids.extend(bundle_ids(member.value)),
            _ => {}
        }
    }
    let by = MentionedBy::AsyncPatch(manifest.async_patches.len() as u32);
    let mentions =
        patch.bundle_ids.iter().map(|id| Mention { id: id.text.clone(), at: id.at, by: by.clone() });
    manifest.mentions.extend(mentions);
    manifest.async_patches.push(patch);
}

fn bundle_ids(list: Value<'_>) -> impl Iterator<Item = Id> {
    leaf::entries(list).filter_map(|entry| {
        let named = entry.get("bundleId").or_else(|| entry.get("id")).unwrap_or(entry);
        Some(Id { text: id(named)?, at: named.id() })
    })
}

/// Reads the mappings: product to release to aliases, or one level less (5.0 on VxRail).
pub(super) fn add_mappings(manifest: &mut Manifest, map: Value<'_>) {
    for outer in members(unwrapped(map, "vvsMappings")) {
        let name = Excerpt::from(outer.name());
        if is_mapping(outer.value) {
            manifest.vvs_mappings.extend(mapping(vec![name], outer.value));
            continue;
        }
        for inner in members(outer.value) {
            let path = vec![name.clone(), inner.name().into()];
            manifest.vvs_mappings.extend(mapping(path, inner.value));
        }
    }
}

fn is_mapping(value: Value<'_>) -> bool {
    let named = |name: &str| value.get(name).is_some_and(|part| part.kind() != Kind::Object);
    value.kind() != Kind::Object || named("version") || named("aliases")
}

fn mapping(path: Vec<Excerpt>, value: Value<'_>) -> Option<VvsMapping> {
    let at = value.id();
    if value.kind() != Kind::Object {
        return Some(VvsMapping { at, path, version: leaf::filled(value)?, aliases: Vec::new() });
    }
    let version = value.get("version").map(leaf::text).unwrap_or_default();
    let aliases = value.get("aliases").map(leaf::texts).unwrap_or_default();
    Some(VvsMapping { at, path, version, aliases })
}

/// A map that holds nothing but itself under its own name is taken out of it. So documentation prints
/// every map, and so versions 5.0 and 5.1 write this one.
pub(super) fn unwrapped<'d>(map: Value<'d>, name: &str) -> Value<'d> {
    let mut names = members(map);
    match (names.next(), names.next()) {
        (Some(only), None) if only.is_named(name) => only.value,
        _ => map,
    }
}

fn objects(list: Value<'_>) -> impl Iterator<Item = Value<'_>> {
    list.items().filter(|item| item.kind() == Kind::Object)
}

fn members(object: Value<'_>) -> impl Iterator<Item = Member<'_>> {
    object.members().filter(|member| !member.is_shadowed())
}
