//! Who is who: every naming of a release, customization or bundle to one number for each identity.
//!
//! Ids are compared exactly as written. A release that is given by address only is joined to a release with
//! the id at the address's end if some document names that id; else it is its own node, by its address.

use std::borrow::Cow;
use std::collections::HashMap;

use super::address;
use super::{NodeId, NodeKey, NodeKind};
use crate::catalog::{Catalog, Release, Target};
use crate::hal::address::last_segment;
use crate::manifest::Manifest;
use crate::source::{Content, Place, Source};

/// An identity as met, before the nodes are put in order.
pub(super) type Met = u32;

/// In place of the number of an object without an id.
const NAMELESS: Met = Met::MAX;

/// The identities of all documents.
#[derive(Default)]
pub(super) struct Joined<'a> {
    numbers: HashMap<(NodeKind, Cow<'a, str>), Met>,
    keys: Vec<(NodeKind, Cow<'a, str>)>,
    /// For each source, in the order given: who its objects are.
    pub(super) sources: Vec<Objects>,
}

/// Who the objects of one document are.
#[derive(Default)]
pub(super) struct Objects {
    /// For each of [`Catalog::releases`], or of [`Manifest::releases`].
    pub(super) releases: Vec<Met>,
    /// For each of [`Catalog::customizations`], or of [`Manifest::sddc_manager_releases`].
    pub(super) others: Vec<Met>,
}

impl<'a> Joined<'a> {
    /// Numbers every object of the documents.
    pub(super) fn new(sources: &[&'a Source]) -> Self {
        let mut joined = Self::default();
        // Ids first, in all documents: whether an address is joined must not depend on their order.
        let named: Vec<Vec<Met>> = sources
            .iter()
            .map(|source| match &source.content {
                Content::Catalog(catalog) => joined.name_ids(catalog),
                Content::Manifest(_) | Content::Other => Vec::new(),
            })
            .collect();
        for (&source, named) in sources.iter().zip(named) {
            let objects = match &source.content {
                Content::Catalog(catalog) => joined.catalog_objects(source, catalog, named),
                Content::Manifest(manifest) => joined.manifest_objects(source, manifest),
                Content::Other => Objects::default(),
            };
            joined.sources.push(objects);
        }
        joined
    }

    /// Puts the identities in the order of their keys; gives the keys, and the node of each identity.
    pub(super) fn ordered(self) -> (Vec<NodeKey>, Vec<NodeId>, Vec<Objects>) {
        let mut order: Vec<Met> = (0..self.keys.len() as u32).collect();
        order.sort_unstable_by(|&a, &b| self.keys[a as usize].cmp(&self.keys[b as usize]));
        let mut nodes = vec![NodeId(0); order.len()];
        let mut keys = Vec::with_capacity(order.len());
        for (node, &met) in order.iter().enumerate() {
            nodes[met as usize] = NodeId(node as u32);
            let (kind, id) = &self.keys[met as usize];
            keys.push(NodeKey { kind: *kind, id: id.to_string() });
        }
        (keys, nodes, self.sources)
    }

    /// The number of an identity.
    pub(super) fn number(&mut self, kind: NodeKind, id: impl Into<Cow<'a, str>>) -> Met {
        let key = (kind, id.into());
        if let Some(&number) = self.numbers.get(&key) {
            return number;
        }
        let number = self.keys.len() as Met;
        self.keys.push(key.clone());
        self.numbers.insert(key, number);
        number
    }

    /// The other side of a relation; `None` if it is not said who that is.
    pub(super) fn target(
        &mut self,
        source: &'a Source,
        objects: &Objects,
        target: &'a Target,
    ) -> Option<Met> {
        match target {
            Target::Object(place) => objects.releases.get(*place as usize).copied(),
            Target::Id(id) => Some(self.number(NodeKind::Release, id.as_str())),
            Target::Href { href, id } => Some(self.at_address(source, href, id.as_deref())),
            Target::Unnamed => None,
        }
    }

    fn at_address(&mut self, source: &Source, href: &str, id: Option<&str>) -> Met {
        let known = id.and_then(|id| self.numbers.get(&(NodeKind::Release, Cow::Borrowed(id))));
        match known {
            Some(&number) => number,
            None => self.number(NodeKind::Release, address::key_of(href, source.address.as_deref())),
        }
    }

    /// Numbers all that has an id; gives the number of each release object, [`NAMELESS`] without one.
    fn name_ids(&mut self, catalog: &'a Catalog) -> Vec<Met> {
        let outcomes = catalog.customizations.iter().flat_map(|customization| &customization.outcomes);
        let targets = catalog.relations.iter().map(|relation| &relation.other);
        for target in targets.chain(outcomes.map(|outcome| &outcome.release)) {
            if let Target::Id(id) = target {
                self.number(NodeKind::Release, id.as_str());
            }
        }
        let number = |release: &'a Release| match release.id.as_str() {
            "" => NAMELESS,
            id => self.number(NodeKind::Release, id),
        };
        catalog.releases.iter().map(number).collect()
    }

    fn catalog_objects(
        &mut self,
        source: &'a Source,
        catalog: &'a Catalog,
        mut releases: Vec<Met>,
    ) -> Objects {
        for (met, release) in releases.iter_mut().zip(&catalog.releases).filter(|(met, _)| **met == NAMELESS)
        {
            *met = self.nameless_release(source, release);
        }
        let customization = |one: &'a crate::catalog::Customization| match one.id.as_str() {
            "" => {
                let place = Place { source: source.id, at: one.at };
                self.number(NodeKind::Customization, nameless(&[&one.name], place))
            }
            id => self.number(NodeKind::Customization, id),
        };
        Objects { releases, others: catalog.customizations.iter().map(customization).collect() }
    }

    /// An object without an id is known by its own address, else by what it says of itself.
    fn nameless_release(&mut self, source: &'a Source, release: &'a Release) -> Met {
        if let Some(href) = &release.self_href {
            return self.at_address(source, href, last_segment(href).as_deref());
        }
        let words = [&release.product, &release.branch, &release.version, &release.revision];
        self.number(NodeKind::Release, nameless(&words, Place { source: source.id, at: release.at }))
    }

    fn manifest_objects(&mut self, source: &'a Source, manifest: &'a Manifest) -> Objects {
        let place = |at| Place { source: source.id, at };
        let releases = manifest.releases.iter().map(|release| {
            let id = [&release.product, &release.version];
            self.number(NodeKind::VcfRelease, named(&id, place(release.at)))
        });
        let releases = releases.collect();
        let alone = manifest.sddc_manager_releases.iter().map(|release| {
            let id = format!("SDDC Manager {}", release.version);
            self.number(NodeKind::VcfRelease, id)
        });
        Objects { releases, others: alone.collect() }
    }
}

/// An id made of what an object says of itself, or of its place if it says nothing.
fn named(words: &[&String], place: Place) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.as_str()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { format!("?{}:{}", place.source.0, place.at.0) } else { words.join(" ") }
}

/// The same for what should have an id: marked, so that it is never taken for one.
fn nameless(words: &[&String], place: Place) -> String {
    let named = named(words, place);
    if named.starts_with('?') { named } else { format!("? {named}") }
}
