//! Who depends on whom, in every form in which the API, its samples and other servers say so.

use std::borrow::Cow;
use std::ops::Range;

use super::read::{Reader, Slot};
use super::{Direction, Form, Known, Relation, Target};
use crate::excerpt::Excerpt;
use crate::json::{Kind, Value};
use crate::leaf;
use crate::order;

/// The members of a HAL link object (draft-kelly-json-hal section 5) beside its `href`.
const LINK_MEMBERS: [&str; 7] = ["templated", "type", "deprecation", "name", "profile", "title", "hreflang"];

/// What one release said about one direction.
#[derive(Clone, Copy, Default)]
pub(super) struct Said<'d> {
    /// `dependencies` or `dependants`, also below `_embedded`.
    list: Option<Value<'d>>,
    /// The same relation in `_links`.
    links: Option<Value<'d>>,
    /// Whether an entry of the list is something else than a release object.
    gaps: bool,
}

impl<'d> Said<'d> {
    /// Reads a list of related releases.
    pub(super) fn add_list(&mut self, reader: &mut Reader<'d>, from: (u32, Direction), list: Value<'d>) {
        if list.is_null() {
            return;
        }
        self.list = Some(list);
        for entry in leaf::entries(list) {
            let (form, object) = state(reader, from, entry);
            self.gaps |= form != Form::Embedded;
            if let Some(object) = object {
                let place = reader.catalog.relations.len() - 1;
                reader.read_later(object, Slot::Relation(place));
            }
        }
    }

    /// Reads the links of the relation.
    pub(super) fn add_links(
        &mut self,
        reader: &mut Reader<'d>,
        (holder, direction): (u32, Direction),
        links: Value<'d>,
    ) {
        if links.is_null() {
            return;
        }
        self.links = Some(links);
        for link in leaf::entries(links) {
            let other = linked(link).unwrap_or(Target::Unnamed);
            let form = if other == Target::Unnamed { Form::Nothing } else { Form::HalLink };
            reader.catalog.relations.push(Relation { holder, direction, other, form, at: link.id() });
        }
    }

    /// Sums up: a list of release objects is known, unless links name somebody who is not in it.
    pub(super) fn known(self) -> Known {
        match (self.list, self.links) {
            (None, None) => Known::Absent,
            (Some(_), None) if !self.gaps => Known::Listed,
            (Some(list), Some(links)) if !self.gaps && covers(list, links) => Known::Listed,
            _ => Known::Linked,
        }
    }
}

/// Adds one statement; gives its form, and the release object if there is one to be read.
fn state<'d>(
    reader: &mut Reader<'d>,
    (holder, direction): (u32, Direction),
    entry: Value<'d>,
) -> (Form, Option<Value<'d>>) {
    let (form, other, object) = target(entry);
    reader.catalog.relations.push(Relation { holder, direction, other, form, at: entry.id() });
    (form, object)
}

/// What an entry of a list of releases names, and the release object if it is one.
pub(super) fn target(entry: Value<'_>) -> (Form, Target, Option<Value<'_>>) {
    match entry.kind() {
        Kind::String => named(leaf::text(entry)),
        Kind::Number => (Form::Id, Target::Id(leaf::text(entry)), None),
        Kind::Object => object(unwrapped(entry)),
        Kind::Null | Kind::Bool | Kind::Array => (Form::Nothing, Target::Unnamed, None),
    }
}

/// The release in a pair of `{release, failure}`; any other object is its own release.
pub(super) fn unwrapped(entry: Value<'_>) -> Value<'_> {
    let pair = entry.get("release").filter(|release| !release.is_null() && entry.get("id").is_none());
    pair.and_then(leaf::object).unwrap_or(entry)
}

fn named(text: Excerpt) -> (Form, Target, Option<Value<'static>>) {
    if text.trim().is_empty() {
        (Form::Nothing, Target::Unnamed, None)
    } else if leaf::is_placeholder(&text) {
        (Form::Placeholder, Target::Unnamed, None)
    } else if text.starts_with('/') || text.contains("://") {
        (Form::ListLink, at_address(text), None)
    } else {
        (Form::Id, Target::Id(text), None)
    }
}

fn object(object: Value<'_>) -> (Form, Target, Option<Value<'_>>) {
    let (mut address, mut empty) = (None, true);
    for member in object.members().filter(|member| !member.is_shadowed()) {
        empty = false;
        match &*member.name() {
            "href" => address = filled(member.value),
            name if LINK_MEMBERS.contains(&name) => {}
            _ => return (Form::Embedded, Target::Unnamed, Some(object)),
        }
    }
    match address {
        Some(href) => (Form::ListLink, at_address(href.excerpt()), None),
        None if empty => (Form::Nothing, Target::Unnamed, None),
        // Only `name`, `type` or the like: it may be a release that says little.
        None => (Form::Embedded, Target::Unnamed, Some(object)),
    }
}

/// What a link leads to; none if it has no address.
pub(super) fn linked(link: Value<'_>) -> Option<Target> {
    href(link).map(at_address)
}

/// The address in a link, in a list of links (its first) or in bare text.
pub(super) fn href(link: Value<'_>) -> Option<Excerpt> {
    address(link).map(Value::excerpt)
}

/// The text that is the address of a link.
fn address(link: Value<'_>) -> Option<Value<'_>> {
    let link = leaf::entries(link).next()?;
    match link.kind() {
        Kind::Object => filled(link.get("href")?),
        _ => filled(link),
    }
}

/// A text that says something.
fn filled(value: Value<'_>) -> Option<Value<'_>> {
    value.as_text().is_some_and(|text| !text.trim().is_empty()).then_some(value)
}

fn at_address(href: Excerpt) -> Target {
    if leaf::is_placeholder(&href) {
        return Target::Unnamed;
    }
    let id = id_span(&href).map(|span| match decoded(&href[span.clone()]) {
        Cow::Borrowed(_) => href.piece(span),
        Cow::Owned(decoded) => decoded.into(),
    });
    Target::Href { href, id }
}

/// The id at the end of an address: the last segment of its path, decoded (RFC 3986 section 2.1).
///
/// None for a template, for an address without a path, and where the last segment names a collection.
fn id_of_address(href: &str) -> Option<Cow<'_, str>> {
    id_span(href).map(|span| decoded(&href[span]))
}

/// Where that segment stands.
fn id_span(href: &str) -> Option<Range<usize>> {
    let end = memchr::memchr2(b'?', b'#', href.as_bytes()).unwrap_or(href.len());
    let (before, segment) = href[..end].rsplit_once('/').unwrap_or(("", &href[..end]));
    let host = before.ends_with(":/");
    let collection = matches!(segment, "" | "." | ".." | "releases" | "dependencies" | "dependants");
    let template = segment.bytes().any(|byte| matches!(byte, b'{' | b'}'));
    if host || collection || template { None } else { Some(end - segment.len()..end) }
}

/// Undoes percent-encoding; what is not well encoded stays as written.
fn decoded(segment: &str) -> Cow<'_, str> {
    if !segment.contains('%') {
        return Cow::Borrowed(segment);
    }
    let (mut bytes, mut rest) = (Vec::with_capacity(segment.len()), segment.as_bytes());
    while let Some((&first, after)) = rest.split_first() {
        let hex = |at: usize| after.get(at).and_then(|&digit| char::from(digit).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (first, hex(0), hex(1)) {
            bytes.push((high << 4 | low) as u8);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(segment), Cow::Owned)
}

/// Whether every release that the links name stands in the list too.
fn covers(list: Value<'_>, links: Value<'_>) -> bool {
    are_alike(list, links) || covers_in_any_order(list, links)
}

/// Whether each entry has the link at its own place, as most answers have it.
fn are_alike(list: Value<'_>, links: Value<'_>) -> bool {
    let mut entries = leaf::entries(list);
    leaf::entries(links).all(|link| {
        let entry = entries.next().and_then(|entry| unwrapped(entry).get("id")).and_then(Value::as_text);
        let address = address(link).and_then(Value::as_text);
        entry.is_some() && entry.as_deref() == address.as_deref().and_then(id_of_address).as_deref()
    })
}

fn covers_in_any_order(list: Value<'_>, links: Value<'_>) -> bool {
    let mut listed: Vec<Excerpt> =
        leaf::entries(list).filter_map(|entry| id_of_object(unwrapped(entry))).collect();
    order::sort(&mut listed);
    leaf::entries(links).all(|link| match href(link).as_deref().and_then(id_of_address) {
        Some(id) => listed.binary_search_by(|other| other.as_str().cmp(&id)).is_ok(),
        // A link to the collection of all of them: the list is what it leads to.
        None => !listed.is_empty(),
    })
}

fn id_of_object(object: Value<'_>) -> Option<Excerpt> {
    let id = object.get("id").map(Value::excerpt);
    id.or_else(|| {
        let address = href(object.get("_links")?.get("self")?)?;
        id_of_address(&address).map(Excerpt::from)
    })
}
