//! What a document asks to be followed: leads, of known relations only.
//!
//! A crawl must never do more than read: so it follows `self` of what is only half known, `dependencies`,
//! `dependants`, `latest_release` and the next page, and nothing else. Above all nothing that downloads
//! (`files/`, `artifacts/`), whatever its relation is called. What a document already holds as embedded
//! copy is not asked for again.

use std::collections::BTreeSet;

use crate::json::{Document, Kind, Value, ValueId};

use super::address::{decoded, last_segment, split};
use super::link::{self, Target};

/// One address that a document asks to be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The `id` of the object that holds the link; empty if it has none.
    pub holder: String,
    /// That object.
    pub holder_at: ValueId,
    /// In which relation the target stands to the holder.
    pub relation: Relation,
    /// The address as written, to be resolved against the document's.
    pub href: String,
    /// Where it stands.
    pub at: ValueId,
    /// How the holder fares.
    pub standing: Standing,
}

/// The relations that are followed by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// `self` of an object that says nothing about its relations.
    Itself,
    /// `dependencies`: what the holder needs.
    Dependencies,
    /// `dependants`: what needs the holder.
    Dependants,
    /// `latest_release`, where it is not told in the object itself.
    LatestRelease,
    /// `next`: the next page of a list.
    Next,
}

/// How the holder of a lead fares with a customization, most urgent first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It stands in `failed_releases`.
    Failed,
    /// It stands in `pending_releases`.
    Pending,
    /// Anything else.
    #[default]
    Other,
}

/// All leads of a document, in document order.
pub fn leads(document: &Document) -> Vec<Lead> {
    leads_beside(document, &described(document))
}

/// The same, when what the document [`described`] is known already.
pub fn leads_beside(document: &Document, described: &BTreeSet<String>) -> Vec<Lead> {
    let mut finder = Finder { described, found: Vec::new() };
    for (value, around) in objects(document) {
        finder.object(Holder { value, around });
    }
    finder.found
}

/// What stands around an object: the lists it is in.
#[derive(Clone, Copy, Default)]
struct Around {
    standing: Standing,
    /// Whether it stands where releases stand.
    listed: bool,
}

/// Every object outside `_links`, with what stands around it.
fn objects(document: &Document) -> Vec<(Value<'_>, Around)> {
    let root = document.root();
    let mut found = Vec::new();
    if root.kind() == Kind::Object {
        found.push((root, Around::default()));
    }
    // For each open depth: how the values in it fare, and whether they stand under a name that lists releases.
    let mut open: Vec<(Around, bool)> = vec![(Around::default(), false)];
    for (depth, value) in root.descendants() {
        open.truncate(depth as usize);
        let (outer, in_links) = open.last().copied().unwrap_or_default();
        let name = value.name();
        let around = name.as_deref().map_or(outer, |name| inside(name, outer));
        let in_links = in_links || name.as_deref() == Some("_links");
        if value.kind() == Kind::Object && !in_links {
            found.push((value, around));
        }
        open.push((around, in_links));
    }
    found
}

fn inside(name: &str, outer: Around) -> Around {
    match name {
        "failed_releases" => Around { standing: Standing::Failed, listed: true },
        "pending_releases" => Around { standing: Standing::Pending, listed: true },
        "succeeded_releases" | "items" | "dependencies" | "dependants" => {
            Around { standing: Standing::Other, listed: true }
        }
        "release" | "_embedded" => outer,
        _ => Around { standing: outer.standing, listed: false },
    }
}

/// The self links of all objects that say what they depend on: they are loaded, nothing of theirs has to be
/// asked for. A self link that names another id than its object has is not believed.
pub fn described(document: &Document) -> BTreeSet<String> {
    let root = std::iter::once(document.root());
    let all = root.chain(document.root().descendants().map(|(_, value)| value));
    let resources = all.filter(|&value| value.kind() == Kind::Object && says_relations(value)).map(identity);
    resources
        .filter(|identity| identity.self_differs().is_none())
        .filter_map(|identity| identity.self_href)
        .collect()
}

/// Whether an object says anything about its relations, as list or as links.
fn says_relations(value: Value<'_>) -> bool {
    let named =
        |holder: Value<'_>| ["dependencies", "dependants"].iter().any(|name| holder.get(name).is_some());
    named(value) || ["_links", "_embedded"].iter().filter_map(|name| value.get(name)).any(named)
}

/// An object that may hold leads.
#[derive(Clone, Copy)]
struct Holder<'d> {
    value: Value<'d>,
    around: Around,
}

/// The leads found so far, and the addresses that need none.
struct Finder<'d> {
    described: &'d BTreeSet<String>,
    found: Vec<Lead>,
}

impl Finder<'_> {
    fn object(&mut self, holder: Holder<'_>) {
        let value = holder.value;
        if holder.around.listed && !says_relations(value) && looks_like_release(value) {
            self.links(holder, "self", Relation::Itself);
        }
        for (name, relation) in
            [("dependencies", Relation::Dependencies), ("dependants", Relation::Dependants)]
        {
            self.list(holder, name, relation);
            self.links(holder, name, relation);
        }
        if value.get("latest_release").is_none_or(|latest| latest.get("id").is_none()) {
            self.links(holder, "latest_release", Relation::LatestRelease);
        }
        if value.id() == ValueId::ROOT {
            self.links(holder, "next", Relation::Next);
        }
    }

    fn links(&mut self, holder: Holder<'_>, name: &str, relation: Relation) {
        let given = holder.value.get("_links").and_then(|links| links.get(name));
        for one in given.map(items_or_itself).unwrap_or_default() {
            self.link(holder, one, relation);
        }
    }

    /// Entries of a list that are links themselves: `{href}`, or an address as text.
    fn list(&mut self, holder: Holder<'_>, name: &str, relation: Relation) {
        for one in holder.value.get(name).map(items_or_itself).unwrap_or_default() {
            let is_link = one.kind() == Kind::Object && one.get("href").is_some();
            let is_address = one.as_text().is_some_and(|text| text.starts_with('/') || text.contains("://"));
            if is_link || is_address {
                self.link(holder, one, relation);
            }
        }
    }

    fn link(&mut self, holder: Holder<'_>, one: Value<'_>, relation: Relation) {
        let link = link::read_link(one);
        let Target::Address(href) = link.target() else { return };
        let known = relation != Relation::Next && self.described.contains(href);
        if href.is_empty() || known || downloads(href) {
            return;
        }
        self.found.push(Lead {
            holder: text_of(holder.value, "id"),
            holder_at: holder.value.id(),
            relation,
            href: href.to_owned(),
            at: link.at,
            standing: holder.around.standing,
        });
    }
}

fn items_or_itself(value: Value<'_>) -> Vec<Value<'_>> {
    if value.kind() == Kind::Array { value.items().collect() } else { vec![value] }
}

/// Members by which a release is known among other objects with an `id`.
fn looks_like_release(value: Value<'_>) -> bool {
    let members = ["version", "packaging_type", "released_at", "branch", "revision"];
    let known = members.iter().filter(|name| value.get(name).is_some()).count();
    known >= 1 || value.members().all(|member| matches!(&*member.name(), "id" | "_links"))
}

fn text_of(value: Value<'_>, name: &str) -> String {
    value
        .get(name)
        .filter(|value| value.is_leaf() && !value.is_null())
        .map(|value| value.shown().into_owned())
        .unwrap_or_default()
}

/// Whether an address leads to a download rather than to a resource.
pub fn downloads(href: &str) -> bool {
    let parts = split(href);
    let segment =
        |name: &str| decoded(parts.path).split('/').any(|segment| segment.eq_ignore_ascii_case(name));
    let named = parts
        .query
        .is_some_and(|query| query.split('&').any(|pair| pair.split('=').next() == Some("filename")));
    named || segment("files") || segment("artifacts")
}

/// What a document says about its own identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// Its `id`.
    pub id: Option<String>,
    /// The href of its self link.
    pub self_href: Option<String>,
}

/// Reads the identity of a value.
pub fn identity(value: Value<'_>) -> Identity {
    let id = text_of(value, "id");
    Identity { id: (!id.is_empty()).then_some(id), self_href: link::self_href(value) }
}

impl Identity {
    /// The id that the self link names, if it is another one than `id`.
    pub fn self_differs(&self) -> Option<String> {
        let named = last_segment(self.self_href.as_deref()?)?;
        (self.id.as_deref()? != named).then_some(named)
    }

    /// The id that the asked address names, if the answer has another one.
    pub fn differs_from(&self, address: &str) -> Option<String> {
        let expected = last_segment(address)?;
        (self.id.as_deref()? != expected).then_some(expected)
    }
}
