//! One customization: what it applies to, and how each release fared under it.

use super::read::{Reader, Slot};
use super::relation::{self, target};
use super::{Customization, Failure, Filter, Named, Outcome, Progress, Target};
use crate::excerpt::Excerpt;
use crate::json::Value;
use crate::leaf;

/// The three lists of outcomes, in the order of [`Customization::lists_present`].
const LISTS: [(&str, Progress); 3] = [
    ("succeeded_releases", Progress::Succeeded),
    ("pending_releases", Progress::Pending),
    ("failed_releases", Progress::Failed),
];

/// Whether an object is a customization: by its lists, or by members that releases lack, if it has none that
/// customizations lack.
pub(super) fn is_customization(object: Value<'_>) -> bool {
    let (mut like_customization, mut like_release) = (false, false);
    for member in object.members() {
        match &*member.name() {
            "succeeded_releases" | "pending_releases" | "failed_releases" => return true,
            "filter" | "created_by" | "updated_by" | "created_at" => like_customization = true,
            "released_at" | "packaging_type" | "dependencies" | "dependants" => like_release = true,
            _ => {}
        }
    }
    like_customization && !like_release
}

/// Reads one object and puts the releases in its lists on the list of work.
pub(super) fn read<'d>(reader: &mut Reader<'d>, object: Value<'d>) {
    let mut customization = empty(object);
    let mut links = None;
    let mark = reader.mark();
    for member in object.members().filter(|member| !member.is_shadowed()) {
        match &*member.name() {
            "_links" => links = Some(member.value),
            "_embedded" => {
                for member in member.value.members().filter(|member| !member.is_shadowed()) {
                    add_list(reader, &mut customization, &member.name(), member.value);
                }
            }
            name => add(reader, &mut customization, name, member.value),
        }
    }
    if let Some(links) = links {
        add_links(&mut customization, links);
    }
    reader.keep_order_from(mark);
    reader.catalog.customizations.push(customization);
}

fn empty(object: Value<'_>) -> Customization {
    Customization {
        at: object.id(),
        id: Excerpt::EMPTY,
        name: Excerpt::EMPTY,
        version: Excerpt::EMPTY,
        status: Excerpt::EMPTY,
        filter: Filter::default(),
        created_at: None,
        updated_at: None,
        outcomes: Vec::new(),
        lists_present: [false; 3],
    }
}

fn add<'d>(reader: &mut Reader<'d>, customization: &mut Customization, name: &str, value: Value<'d>) {
    match name {
        "id" => customization.id = leaf::text(value),
        "name" => customization.name = leaf::text(value),
        "version" => customization.version = leaf::text(value),
        "status" => customization.status = leaf::text(value),
        "filter" => customization.filter = filter(value),
        "created_at" => customization.created_at = leaf::stamp(value),
        "updated_at" => customization.updated_at = leaf::stamp(value),
        _ => add_list(reader, customization, name, value),
    }
}

fn add_list<'d>(reader: &mut Reader<'d>, customization: &mut Customization, name: &str, list: Value<'d>) {
    let Some(place) = LISTS.iter().position(|(list, _)| *list == name) else { return };
    if list.is_null() {
        return;
    }
    customization.lists_present[place] = true;
    for entry in leaf::entries(list) {
        add_outcome(reader, customization, LISTS[place].1, entry);
    }
}

fn add_outcome<'d>(
    reader: &mut Reader<'d>,
    customization: &mut Customization,
    progress: Progress,
    entry: Value<'d>,
) {
    let (release, object) = match released(entry) {
        Some(release) => {
            let (_, target, object) = target(release);
            (target, object)
        }
        None => (Target::Unnamed, None),
    };
    if let Some(object) = object {
        reader.read_later(object, Slot::Outcome(customization.outcomes.len()));
    }
    let failure = entry.get("failure").and_then(failure);
    customization.outcomes.push(Outcome { progress, at: entry.id(), release, failure });
}

/// The release of an entry: in a pair with its failure, or bare; none of a failure alone.
fn released(entry: Value<'_>) -> Option<Value<'_>> {
    if entry.get("id").is_some() {
        return Some(entry);
    }
    match entry.get("release") {
        Some(release) => Some(leaf::entries(release).next().unwrap_or(release)),
        None => entry.get("failure").is_none().then_some(entry),
    }
}

/// Where a list is absent, the links to its releases stand in for it.
fn add_links(customization: &mut Customization, links: Value<'_>) {
    for (place, (name, progress)) in LISTS.into_iter().enumerate() {
        if customization.lists_present[place] {
            continue;
        }
        for link in links.get(name).into_iter().flat_map(leaf::entries) {
            let release = relation::linked(link).unwrap_or(Target::Unnamed);
            customization.outcomes.push(Outcome { progress, at: link.id(), release, failure: None });
        }
    }
}

/// What it applies to: plain ids, or the expanded objects of the newer docs.
fn filter(value: Value<'_>) -> Filter {
    let Some(object) = leaf::object(value) else { return Filter::default() };
    let plain = |name: &str| object.get(name).and_then(leaf::filled);
    let inside = |name: &str, key: &str| leaf::object(object.get(name)?)?.get(key).and_then(leaf::filled);
    Filter {
        base_image: Named {
            id: plain("base_image_id").or_else(|| inside("base_image", "id")).unwrap_or_default(),
            name: inside("base_image", "name").unwrap_or_default(),
        },
        product_key: plain("product_key").or_else(|| inside("product", "key")),
        branch: plain("branch"),
    }
}

/// Why a release failed; bare text is its description.
fn failure(value: Value<'_>) -> Option<Failure> {
    let Some(object) = leaf::object(value) else {
        let description = leaf::filled(value)?;
        let at = value.id();
        return Some(Failure { at, description, cause: Excerpt::EMPTY, error_date: None, source_url: None });
    };
    let part = |name: &str| object.get(name);
    Some(Failure {
        at: object.id(),
        description: part("description").map(leaf::text).unwrap_or_default(),
        cause: part("cause").map(leaf::text).unwrap_or_default(),
        error_date: part("error_date").and_then(leaf::stamp),
        source_url: part("source_url").and_then(leaf::filled),
    })
}
