//! What a document is, by what is in it: never by its name, address or content type.
//!
//! A document on a depot, in a ticket or in a clipboard has any name. So the members decide, and those that
//! did are kept, for the page says "read as a manifest because of `recalledBundles`".

use super::{Content, Kind};
use crate::catalog::{self, shapes as catalogue};
use crate::json::{Document, Kind as Json, Value};
use crate::leaf;
use crate::manifest::{self, shapes as lcm};
use crate::pace::{Pace, at_once};
use crate::shape::{Report, Shape, check_as_paced, check_paced};
use std::sync::Arc;

/// What a document was taken for, and the members that decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    /// What it was taken for.
    pub kind: Kind,
    /// Member names, outermost first.
    pub because: Vec<&'static str>,
}

/// Members that make an object a manifest.
const MANIFEST: [&str; 5] =
    ["recalledBundles", "releases", "sddcManagerReleases", "asyncPatches", "vvsMappings"];
/// Members that make an object a Cloud Foundation release.
const VCF_RELEASE: [&str; 5] =
    ["bom", "patchBundles", "minCompatibleVcfVersion", "isApplicable", "notApplicableReason"];
/// Members that make an object a customization.
const CUSTOMIZATION: [&str; 3] = ["failed_releases", "pending_releases", "succeeded_releases"];
/// Members that together make an object a customization that says less.
const THIN_CUSTOMIZATION: [&str; 3] = ["filter", "status", "id"];
/// Members that make an object a catalogue release.
const RELEASE: [&str; 6] = [
    "released_at",
    "packaging_type",
    "dependants",
    "platform_release_metadata",
    "supports_customizations",
    "latest_release",
];
/// Members that together make an object a release that says less.
const THIN_RELEASE: [&str; 3] = ["id", "version", "revision"];
/// Members of pipelines and lines of releases, which share members with releases.
const BESIDE_RELEASES: [&str; 4] = ["phases", "release_id", "latest_pipeline_id", "offering"];
/// Members of Cloud Foundation's errors.
const ERROR: [&str; 4] = ["errorCode", "remediationMessage", "nestedErrors", "referenceToken"];
/// Members that hold the entries of a page.
const LISTS: [&str; 3] = ["items", "elements", "content"];
/// How many entries of a page are looked at before it is given up.
const LOOKED_AT: usize = 100;

/// Recognises a document.
pub fn recognise(document: &Document) -> Recognition {
    let root = document.root();
    match root.kind() {
        Json::Object => of_object(root).or_else(|| of_page(root)).unwrap_or_else(|| of_rest(root)),
        Json::Array => of_entries(root, Vec::new()).unwrap_or_else(other),
        _ => other(),
    }
}

/// Reads what a document of this kind says.
pub fn content(document: &Document, kind: Kind) -> Content {
    match kind {
        Kind::Customization | Kind::Customizations | Kind::Release | Kind::Releases => {
            Content::Catalog(Arc::new(catalog::read(document)))
        }
        Kind::Manifest | Kind::ManifestReleases => Content::Manifest(Arc::new(manifest::read(document))),
        Kind::Hal | Kind::Problem | Kind::Other => Content::Other,
    }
}

/// The table for the outermost object of a document; none for lists and for what has no table.
pub fn shape(document: &Document, kind: Kind) -> Option<&'static Shape> {
    let root = document.root();
    if root.kind() != Json::Object {
        return None;
    }
    let listed = |name: &str| root.get(name).is_some();
    match kind {
        Kind::Customization => Some(&catalogue::CUSTOMIZATION),
        Kind::Release => Some(&catalogue::RELEASE),
        Kind::Customizations => listed("items").then_some(&catalogue::CUSTOMIZATIONS_PAGE),
        Kind::Releases => listed("items").then_some(&catalogue::RELEASES_PAGE),
        Kind::Manifest => Some(&lcm::MANIFEST),
        Kind::ManifestReleases if listed("elements") => Some(&lcm::RELEASES_PAGE),
        Kind::ManifestReleases => Some(&lcm::RELEASE),
        Kind::Problem if ERROR.iter().any(|name| listed(name)) => Some(&lcm::ERROR),
        Kind::Problem => Some(&catalogue::PROBLEM),
        Kind::Hal | Kind::Other if listed("phases") => Some(&catalogue::PIPELINE),
        Kind::Hal | Kind::Other if listed("latest_pipeline_id") => Some(&catalogue::AFFECTED_RELEASABLE),
        Kind::Hal | Kind::Other => None,
    }
}

/// What is odd in a document of this kind, by the tables.
pub fn report(document: &Document, kind: Kind) -> Report {
    at_once(report_paced(document, kind, Pace::HURRY))
}

/// The same, checked with rests.
pub async fn report_paced(document: &Document, kind: Kind, pace: Pace) -> Report {
    let root = document.root();
    let mut report = Report::default();
    match (shape(root.document(), kind), root.kind(), kind) {
        (_, _, Kind::Hal | Kind::Other) => {}
        (Some(shape), _, _) => check_paced(root, shape, &mut report, pace).await,
        (None, Json::Array, Kind::Customizations) => {
            check_as_paced(root, &catalogue::CUSTOMIZATIONS_LIST, &mut report, pace).await;
        }
        (None, Json::Array, Kind::Releases) => {
            check_as_paced(root, &catalogue::RELEASES_LIST, &mut report, pace).await;
        }
        (None, Json::Array, Kind::ManifestReleases) => {
            check_as_paced(root, &lcm::RELEASES_LIST, &mut report, pace).await;
        }
        (None, _, Kind::Releases | Kind::Customizations) => {
            check_embedded(root, kind, &mut report, pace).await;
        }
        _ => {}
    }
    report
}

/// Checks the entries of a page that is wrapped otherwise than documented.
async fn check_embedded(root: Value<'_>, kind: Kind, report: &mut Report, pace: Pace) {
    let shape: &'static Shape =
        if kind == Kind::Releases { &catalogue::RELEASE } else { &catalogue::CUSTOMIZATION };
    for (_, list) in lists(root) {
        for entry in leaf::entries(list).filter(|entry| entry.kind() == Json::Object) {
            check_paced(entry, shape, report, pace).await;
        }
    }
}

/// Recognises an object by its own members.
fn of_object(object: Value<'_>) -> Option<Recognition> {
    let any = |names: &[&'static str]| present(object, names);
    let all =
        |names: &[&'static str]| Some(present(object, names)).filter(|found| found.len() == names.len());
    let some = |names: &[&'static str]| Some(any(names)).filter(|found| !found.is_empty());
    let beside_release = !any(&BESIDE_RELEASES).is_empty();
    let (kind, because) = None
        .or_else(|| some(&CUSTOMIZATION).map(|found| (Kind::Customization, found)))
        .or_else(|| manifest(object).map(|found| (Kind::Manifest, found)))
        .or_else(|| some(&VCF_RELEASE).map(|found| (Kind::ManifestReleases, found)))
        .or_else(|| release(object).filter(|_| !beside_release).map(|found| (Kind::Release, found)))
        .or_else(|| all(&THIN_CUSTOMIZATION).map(|found| (Kind::Customization, found)))?;
    Some(Recognition { kind, because })
}

/// The signs of a manifest; `releases` alone must hold Cloud Foundation releases.
fn manifest(object: Value<'_>) -> Option<Vec<&'static str>> {
    let found = present(object, &MANIFEST);
    let numbered = object.get("sequenceNumber").is_some() || object.get("publishedDate").is_some();
    match found.as_slice() {
        [] => None,
        ["releases"] if !numbered => {
            let releases = object.get("releases")?;
            let inside = entry_kind(releases).filter(|inside| inside.kind == Kind::ManifestReleases)?;
            Some([found, inside.because].concat())
        }
        _ => Some(found),
    }
}

/// The signs of a catalogue release: a member that nothing else has, a list or links of dependencies
/// beside an id, or the least that a release is.
fn release(object: Value<'_>) -> Option<Vec<&'static str>> {
    let found = present(object, &RELEASE);
    if !found.is_empty() {
        return Some(found);
    }
    let is_list = |list: &Value<'_>| list.kind() == Json::Array;
    let is_named = object.get("id").is_some() || object.get("_links").is_some();
    if is_named && object.get("dependencies").as_ref().is_some_and(is_list) {
        return Some(vec!["dependencies"]);
    }
    let links = object.get("_links").map(|links| present(links, &["dependencies", "dependants"]));
    if let Some(found) = links.filter(|found| !found.is_empty()) {
        return Some([vec!["_links"], found].concat());
    }
    Some(present(object, &THIN_RELEASE)).filter(|found| found.len() == THIN_RELEASE.len())
}

/// Recognises a page by its entries.
fn of_page(root: Value<'_>) -> Option<Recognition> {
    let page = ["total_size", "page_size", "total_pages", "pageMetadata"];
    lists(root).into_iter().find_map(|(name, list)| {
        let because = [vec![name], present(root, &page)].concat();
        of_entries(list, because.clone()).or_else(|| empty_page(name, list, because))
    })
}

/// A page without entries is one of releases: which kind, its wrapping tells.
fn empty_page(name: &str, list: Value<'_>, because: Vec<&'static str>) -> Option<Recognition> {
    let kind = match name {
        "items" if because.len() > 1 => Kind::Releases,
        "elements" if because.len() > 1 => Kind::ManifestReleases,
        _ => return None,
    };
    list.items().next().is_none().then_some(Recognition { kind, because })
}

/// The lists that a page may hold, also below `_embedded`.
fn lists(root: Value<'_>) -> Vec<(&'static str, Value<'_>)> {
    let direct = LISTS.into_iter().filter_map(|name| Some((name, root.get(name)?)));
    let embedded = root.get("_embedded");
    let inside = ["items", "elements", "content", "releases", "customizations"];
    let below = inside.into_iter().filter_map(|name| Some((name, embedded?.get(name)?)));
    direct.chain(below).collect()
}

fn of_entries(list: Value<'_>, mut because: Vec<&'static str>) -> Option<Recognition> {
    let entry = entry_kind(list)?;
    let kind = match entry.kind {
        Kind::Customization => Kind::Customizations,
        Kind::Release => Kind::Releases,
        Kind::ManifestReleases => Kind::ManifestReleases,
        _ => return None,
    };
    because.extend(entry.because);
    Some(Recognition { kind, because })
}

/// What the first entry is that can be recognised.
fn entry_kind(list: Value<'_>) -> Option<Recognition> {
    leaf::entries(list).take(LOOKED_AT).find_map(of_object)
}

/// What is none of the documents that are read.
fn of_rest(object: Value<'_>) -> Recognition {
    let error = present(object, &ERROR);
    if !error.is_empty() {
        return Recognition { kind: Kind::Problem, because: error };
    }
    let problem = present(object, &["title", "status", "detail"]);
    let status = object.get("status").is_some_and(|status| status.kind() == Json::Number);
    if status && problem.len() > 1 {
        return Recognition { kind: Kind::Problem, because: problem };
    }
    let hal = present(object, &["_links", "_embedded"]);
    if hal.is_empty() { other() } else { Recognition { kind: Kind::Hal, because: hal } }
}

fn other() -> Recognition {
    Recognition { kind: Kind::Other, because: Vec::new() }
}

/// Which of these members an object has.
fn present(object: Value<'_>, names: &[&'static str]) -> Vec<&'static str> {
    names.iter().copied().filter(|name| object.get(name).is_some()).collect()
}
