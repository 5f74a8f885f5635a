//! One release object, whatever it holds of a release.

use std::borrow::Cow;

use super::read::Reader;
use super::relation::{Said, href};
use super::{Direction, Fullness, Known, Latest, Named, Release};
use crate::excerpt::Excerpt;
use crate::json::{Kind, Value};
use crate::leaf;

/// Members of a release that no page and no link around releases has.
const OWN_MEMBERS: [&str; 9] = [
    "id",
    "version",
    "revision",
    "released_at",
    "packaging_type",
    "dependencies",
    "dependants",
    "application_id",
    "latest_release",
];

/// Whether an object holds members of a release, rather than being a wrapping around releases.
pub(super) fn is_release(object: Value<'_>) -> bool {
    object.members().any(|member| OWN_MEMBERS.contains(&&*member.name()))
}

/// Reads one object and puts the releases in its relations on the list; gives its place in
/// [`Catalog::releases`](super::Catalog::releases).
pub(super) fn read<'d>(reader: &mut Reader<'d>, object: Value<'d>) -> u32 {
    let place = reader.catalog.releases.len() as u32;
    let mark = reader.mark();
    let mut parts = Parts::default();
    for member in object.members().filter(|member| !member.is_shadowed()) {
        parts.add(reader, place, &member.name(), member.value);
    }
    reader.keep_order_from(mark);
    parts.finish(object);
    reader.add(parts.release);
    place
}

/// What was read of a release so far.
#[derive(Default)]
struct Parts<'d> {
    release: Release,
    /// What a release without product goes by.
    artifact_name: Excerpt,
    dependencies: Said<'d>,
    dependants: Said<'d>,
    has_state: bool,
}

impl<'d> Parts<'d> {
    fn add(&mut self, reader: &mut Reader<'d>, place: u32, name: &str, value: Value<'d>) {
        let release = &mut self.release;
        match name {
            "id" => release.id = leaf::text(value),
            "href" => self.set_self(value),
            "_links" => self.add_links(reader, place, value),
            "_embedded" => self.add_embedded(reader, place, value),
            _ => {
                self.has_state = true;
                self.add_state(reader, place, name, value);
            }
        }
    }

    fn add_state(&mut self, reader: &mut Reader<'d>, place: u32, name: &str, value: Value<'d>) {
        let release = &mut self.release;
        match name {
            "version" => release.version = leaf::text(value),
            "revision" => release.revision = leaf::text(value),
            "branch" => release.branch = leaf::text(value),
            "released_at" => release.released_at = leaf::stamp(value),
            "end_of_life_at" => release.end_of_life_at = leaf::stamp(value),
            "status" => release.odd_status = leaf::filled(value).is_some_and(|word| word != "SUCCEEDED"),
            "packaging_type" => release.packaging = leaf::text(value),
            "product" => self.add_product(value),
            "artifact" => self.artifact_name = member_text(value, "name"),
            "latest_release" => release.latest = latest(value).map(Box::new),
            "platforms" => release.platforms = leaf::read(value, platform),
            "base_image" => release.base_image = named("base_image", value, &mut release.unhealthy),
            "registry" => release.registry = named("registry", value, &mut release.unhealthy),
            "dependencies" => self.dependencies.add_list(reader, (place, Direction::Dependencies), value),
            "dependants" => self.dependants.add_list(reader, (place, Direction::Dependants), value),
            _ => {}
        }
    }

    fn add_links(&mut self, reader: &mut Reader<'d>, place: u32, links: Value<'d>) {
        for link in links.members().filter(|member| !member.is_shadowed()) {
            match &*link.name() {
                "self" => self.set_self(link.value),
                "dependencies" => {
                    self.dependencies.add_links(reader, (place, Direction::Dependencies), link.value);
                }
                "dependants" => self.dependants.add_links(reader, (place, Direction::Dependants), link.value),
                _ => {}
            }
        }
    }

    fn add_embedded(&mut self, reader: &mut Reader<'d>, place: u32, embedded: Value<'d>) {
        for member in embedded.members().filter(|member| !member.is_shadowed()) {
            let name = member.name();
            if matches!(
                &*name,
                "dependencies" | "dependants" | "product" | "base_image" | "registry" | "latest_release"
            ) {
                self.add_state(reader, place, &name, member.value);
            }
        }
    }

    fn add_product(&mut self, value: Value<'d>) {
        let release = &mut self.release;
        match leaf::object(value) {
            Some(product) => {
                for member in product.members().filter(|member| !member.is_shadowed()) {
                    match &*member.name() {
                        "name" => release.product = leaf::text(member.value),
                        "key" => release.product_key = leaf::text(member.value),
                        "category" => release.category = leaf::text(member.value),
                        _ => {}
                    }
                }
            }
            None => release.product = leaf::text(value),
        }
    }

    fn set_self(&mut self, link: Value<'d>) {
        if let Some(href) = href(link) {
            self.release.self_href = Some(href);
        }
    }

    /// Sums up what only all members together tell.
    fn finish(&mut self, object: Value<'d>) {
        let release = &mut self.release;
        release.at = object.id();
        release.dependencies = self.dependencies.known();
        release.dependants = self.dependants.known();
        if release.product.is_empty() {
            release.product.clone_from(&release.product_key);
        }
        if release.product.is_empty() {
            release.product = std::mem::take(&mut self.artifact_name);
        }
        let related = release.dependencies != Known::Absent || release.dependants != Known::Absent;
        release.fullness = match (related, self.has_state) {
            (true, _) => Fullness::Full,
            (false, true) => Fullness::Thin,
            (false, false) => Fullness::Reference,
        };
    }
}

/// What has an id, a name and perhaps a state of health; if that is bad, `part` is noted.
fn named(part: &'static str, value: Value<'_>, unhealthy: &mut Vec<&'static str>) -> Option<Named> {
    let Some(object) = leaf::object(value) else {
        return leaf::filled(value).map(|name| Named { id: Excerpt::EMPTY, name });
    };
    let mut named = Named::default();
    for member in object.members().filter(|member| !member.is_shadowed()) {
        match &*member.name() {
            "id" => named.id = leaf::text(member.value),
            "name" => named.name = leaf::text(member.value),
            "healthy" if leaf::answer(member.value) == Some(false) => unhealthy.push(part),
            _ => {}
        }
    }
    Some(named)
}

fn member_text(value: Value<'_>, name: &str) -> Excerpt {
    leaf::object(value).and_then(|object| object.get(name)).map(leaf::text).unwrap_or_default()
}

fn latest(value: Value<'_>) -> Option<Latest> {
    let Some(object) = leaf::object(value) else {
        return leaf::filled(value).map(|id| Latest { id, ..Latest::default() });
    };
    let mut latest = Latest::default();
    for member in object.members().filter(|member| !member.is_shadowed()) {
        match &*member.name() {
            "id" => latest.id = leaf::text(member.value),
            "version" => latest.version = leaf::text(member.value),
            "revision" => latest.revision = leaf::text(member.value),
            "released_at" => latest.released_at = leaf::stamp(member.value),
            _ => {}
        }
    }
    Some(latest)
}

/// A platform as "linux/amd64"; of half a platform, its half.
fn platform(value: Value<'_>) -> Option<Excerpt> {
    if value.kind() != Kind::Object {
        return leaf::filled(value);
    }
    let part = |name| value.get(name).map_or(Cow::Borrowed(""), Value::shown);
    let (family, architecture) = (part("os_family"), part("architecture"));
    match (family.is_empty(), architecture.is_empty()) {
        (true, true) => None,
        (true, false) => Some(architecture.into()),
        (false, true) => Some(family.into()),
        (false, false) => Some(format!("{family}/{architecture}").into()),
    }
}
