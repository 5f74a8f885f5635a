//! A document to a [`Manifest`]: the outermost members, whichever wrapping they come in.

use super::{Manifest, Mention, MentionedBy, Release, dialect, patches, recalled, release};
use crate::json::{Document, Kind, Value};
use crate::leaf;
use crate::order;
use crate::pace::{Pace, at_once};

/// Members that only a manifest has at its top: they tell it from a page of releases and from a release.
const OWN_MEMBERS: [&str; 7] = [
    "releases",
    "recalledBundles",
    "sequenceNumber",
    "publishedDate",
    "sddcManagerReleases",
    "asyncPatches",
    "vvsMappings",
];

/// Reads a manifest, a page of its releases (`/v1/releases`), a bare list of them, or one release.
///
/// Takes time with the length of the document.
pub fn read(document: &Document) -> Manifest {
    at_once(read_paced(document, Pace::HURRY))
}

/// The same, read with rests.
pub async fn read_paced(document: &Document, pace: Pace) -> Manifest {
    let root = document.root();
    let mut manifest = Manifest { at: root.id(), ..Manifest::default() };
    if is_manifest(root) {
        add_members(&mut manifest, root, pace).await;
    } else {
        let releases = ["elements", "items"].iter().find_map(|name| root.get(name)).unwrap_or(root);
        add_releases(&mut manifest, releases, pace).await;
    }
    pace.rest().await;
    order::sort_by_key(&mut manifest.mentions, |mention| mention.at);
    manifest.dialect = dialect::of(root, &manifest);
    manifest
}

/// Whether an object is a whole manifest.
pub(super) fn is_manifest(object: Value<'_>) -> bool {
    object.members().any(|member| OWN_MEMBERS.contains(&&*member.name()))
}

async fn add_members(manifest: &mut Manifest, root: Value<'_>, pace: Pace) {
    for member in root.members().filter(|member| !member.is_shadowed()) {
        let value = member.value;
        match &*member.name() {
            "version" => manifest.version = leaf::text(value),
            "sequenceNumber" => manifest.sequence = whole_number(value),
            "creationTime" => manifest.created = leaf::stamp(value),
            "publishedDate" => manifest.published = leaf::stamp(value),
            "releases" => add_releases(manifest, value, pace).await,
            "recalledBundles" => recalled::add(manifest, value, pace).await,
            "sddcManagerReleases" => release::add_sddc_manager_releases(manifest, value),
            "asyncPatches" => patches::add_async(manifest, value),
            "vvsMappings" => patches::add_mappings(manifest, value),
            _ => {}
        }
    }
}

async fn add_releases(manifest: &mut Manifest, list: Value<'_>, pace: Pace) {
    for entry in leaf::entries(list).filter(|entry| entry.kind() == Kind::Object) {
        pace.turn().await;
        let release = release::read(entry);
        let place = manifest.releases.len() as u32;
        mention_bundles(&mut manifest.mentions, place, &release);
        manifest.releases.push(release);
    }
}

fn mention_bundles(mentions: &mut Vec<Mention>, release: u32, of: &Release) {
    for (bundle, named) in of.bundles.iter().enumerate() {
        mention(mentions, named, MentionedBy::Release { release, bundle: bundle as u32 });
    }
    for (sku, listed) in of.skus.iter().enumerate() {
        for (bundle, named) in listed.bundles.iter().enumerate() {
            let by = MentionedBy::Sku { release, sku: sku as u32, bundle: bundle as u32 };
            mention(mentions, named, by);
        }
    }
}

/// Notes that a bundle with an id is named.
pub(super) fn mention(mentions: &mut Vec<Mention>, bundle: &super::Bundle, by: MentionedBy) {
    if let Some(id) = &bundle.id {
        mentions.push(Mention { id: id.clone(), at: bundle.at, by });
    }
}

/// A whole number, also one written as text.
fn whole_number(value: Value<'_>) -> Option<i64> {
    value.as_i64().or_else(|| value.as_text()?.trim().parse().ok())
}
