//! What a document asks to be followed: leads, of known relations only.
//!
//! A crawl must never do more than read: so it follows `self` of what is only half known, `dependencies`,
//! `dependants`, `latest_release` and the next page, and nothing else. Above all nothing that downloads
//! (`files/`, `artifacts/`), whatever its relation is called. What a document already holds as embedded
//! copy is not asked for again.

use std::collections::BTreeSet;

use crate::json::{Descendants, Document, Kind, Value, ValueId};

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
    let mut gathering = Gathering::new(document);
    while gathering.go_on(usize::MAX) {}
    gathering.finish().leads
}

/// What a document names.
#[derive(Debug)]
pub struct Named {
    /// The self links of all objects that say what they depend on: they are loaded, nothing of theirs has to be
    /// asked for. A self link that names another id than its object has is not believed.
    pub described: BTreeSet<String>,
    /// What is to be followed, in document order.
    pub leads: Vec<Lead>,
}

/// What stands around an object: the lists it is in.
#[derive(Clone, Copy, Debug, Default)]
struct Around {
    standing: Standing,
    /// Whether it stands where releases stand.
    listed: bool,
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

/// One walk over a document for everything that it names, as far at a time as the caller likes.
#[derive(Debug)]
pub struct Gathering<'d> {
    root: Option<Value<'d>>,
    values: Descendants<'d>,
    /// For each open depth: how the values in it fare, and whether they stand below `_links`.
    open: Vec<(Around, bool)>,
    named: Named,
}

impl<'d> Gathering<'d> {
    /// Nothing is gathered yet.
    pub fn new(document: &'d Document) -> Self {
        Self {
            root: Some(document.root()),
            values: document.root().descendants(),
            open: vec![(Around::default(), false)],
            named: Named { described: BTreeSet::new(), leads: Vec::new() },
        }
    }

    /// Looks at so many more values; false once all were looked at.
    pub fn go_on(&mut self, count: usize) -> bool {
        if let Some(root) = self.root.take() {
            self.look_at(root, Around::default());
        }
        for _ in 0..count {
            let Some((depth, value)) = self.values.next() else { return false };
            self.open.truncate(depth as usize);
            let (outer, in_links) = self.open.last().copied().unwrap_or_default();
            let name = value.name();
            let around = name.as_deref().map_or(outer, |name| inside(name, outer));
            let in_links = in_links || name.as_deref() == Some("_links");
            if !in_links {
                self.look_at(value, around);
            }
            self.open.push((around, in_links));
        }
        true
    }

    fn look_at(&mut self, value: Value<'d>, around: Around) {
        if value.kind() != Kind::Object {
            return;
        }
        let object = Holder::read(value, around);
        if object.says_relations {
            let identity = identity(value);
            if identity.self_differs().is_none() {
                self.named.described.extend(identity.self_href);
            }
        }
        object.leads(&mut self.named.leads);
    }

    /// What was gathered: what the document describes itself is no lead.
    pub fn finish(self) -> Named {
        let Named { described, mut leads } = self.named;
        leads.retain(|lead| lead.relation == Relation::Next || !described.contains(&lead.href));
        Named { described, leads }
    }
}

/// An object that may hold leads: the members that matter, found in one look at all of them.
#[derive(Clone, Copy)]
struct Holder<'d> {
    value: Value<'d>,
    around: Around,
    id: Option<Value<'d>>,
    dependencies: Option<Value<'d>>,
    dependants: Option<Value<'d>>,
    latest: Option<Value<'d>>,
    links: Links<'d>,
    says_relations: bool,
    looks_like_release: bool,
}

/// The links of known relations of one object.
#[derive(Clone, Copy, Default)]
struct Links<'d> {
    itself: Option<Value<'d>>,
    dependencies: Option<Value<'d>>,
    dependants: Option<Value<'d>>,
    latest: Option<Value<'d>>,
    next: Option<Value<'d>>,
}

impl<'d> Links<'d> {
    fn read(value: Value<'d>) -> Self {
        let mut links = Self::default();
        for member in value.members().filter(|member| !member.is_shadowed()) {
            let place = match &*member.name() {
                "self" => &mut links.itself,
                "dependencies" => &mut links.dependencies,
                "dependants" => &mut links.dependants,
                "latest_release" => &mut links.latest,
                "next" => &mut links.next,
                _ => continue,
            };
            *place = Some(member.value);
        }
        links
    }

    fn name_relations(self) -> bool {
        self.dependencies.is_some() || self.dependants.is_some()
    }
}

impl<'d> Holder<'d> {
    fn read(value: Value<'d>, around: Around) -> Self {
        let mut holder = Self {
            value,
            around,
            id: None,
            dependencies: None,
            dependants: None,
            latest: None,
            links: Links::default(),
            says_relations: false,
            looks_like_release: false,
        };
        let mut is_bare = true;
        for member in value.members().filter(|member| !member.is_shadowed()) {
            let name = member.name();
            is_bare &= matches!(&*name, "id" | "_links");
            match &*name {
                "id" => holder.id = Some(member.value),
                "dependencies" => holder.dependencies = Some(member.value),
                "dependants" => holder.dependants = Some(member.value),
                "latest_release" => holder.latest = Some(member.value),
                "_links" => holder.links = Links::read(member.value),
                "_embedded" => holder.says_relations |= Links::read(member.value).name_relations(),
                // By these a release is known among other objects with an `id`.
                "version" | "packaging_type" | "released_at" | "branch" | "revision" => {
                    holder.looks_like_release = true;
                }
                _ => {}
            }
        }
        let names_any = holder.dependencies.is_some() || holder.dependants.is_some();
        holder.says_relations |= names_any || holder.links.name_relations();
        holder.looks_like_release |= is_bare;
        holder
    }

    /// Its leads, in the order of the relations.
    fn leads(&self, found: &mut Vec<Lead>) {
        let links = self.links;
        if self.around.listed && !self.says_relations && self.looks_like_release {
            self.follow(links.itself, Relation::Itself, found);
        }
        self.list(self.dependencies, Relation::Dependencies, found);
        self.follow(links.dependencies, Relation::Dependencies, found);
        self.list(self.dependants, Relation::Dependants, found);
        self.follow(links.dependants, Relation::Dependants, found);
        if self.latest.is_none_or(|latest| latest.get("id").is_none()) {
            self.follow(links.latest, Relation::LatestRelease, found);
        }
        if self.value.id() == ValueId::ROOT {
            self.follow(links.next, Relation::Next, found);
        }
    }

    fn follow(&self, given: Option<Value<'d>>, relation: Relation, found: &mut Vec<Lead>) {
        for one in given.map(items_or_itself).unwrap_or_default() {
            self.link(one, relation, found);
        }
    }

    /// Entries of a list that are links themselves: `{href}`, or an address as text.
    fn list(&self, given: Option<Value<'d>>, relation: Relation, found: &mut Vec<Lead>) {
        for one in given.map(items_or_itself).unwrap_or_default() {
            let is_link = one.kind() == Kind::Object && one.get("href").is_some();
            let is_address = one.as_text().is_some_and(|text| text.starts_with('/') || text.contains("://"));
            if is_link || is_address {
                self.link(one, relation, found);
            }
        }
    }

    fn link(&self, one: Value<'d>, relation: Relation, found: &mut Vec<Lead>) {
        let link = link::read_link(one);
        let Target::Address(href) = link.target() else { return };
        if href.is_empty() || downloads(href) {
            return;
        }
        found.push(Lead {
            holder: self.id.map(leaf_text).unwrap_or_default(),
            holder_at: self.value.id(),
            relation,
            href: href.to_owned(),
            at: link.at,
            standing: self.around.standing,
        });
    }
}

fn items_or_itself(value: Value<'_>) -> Vec<Value<'_>> {
    if value.kind() == Kind::Array { value.items().collect() } else { vec![value] }
}

fn text_of(value: Value<'_>, name: &str) -> String {
    value.get(name).map(leaf_text).unwrap_or_default()
}

fn leaf_text(value: Value<'_>) -> String {
    if value.is_leaf() && !value.is_null() { value.shown().into_owned() } else { String::new() }
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
