//! Who is who: every naming of a release, customization or bundle to one number for each identity.
//!
//! Ids are compared exactly as written. A release that is given by address only is joined to a release with
//! the id at the address's end if some document names that id; else it is its own node, by its address.

use super::address;
use super::identity::{Identities, Met};
use super::{NodeId, NodeKey, NodeKind};
use crate::catalog::{Catalog, Release, Target};
use crate::excerpt::Excerpt;
use crate::hal::address::last_segment;
use crate::manifest::Manifest;
use crate::pace::Pace;
use crate::source::{Content, Place, Source};

/// In place of the number of an object without an id.
const NAMELESS: Met = Met::MAX;

/// The identities of all documents.
#[derive(Default)]
pub(super) struct Joined {
    identities: Identities,
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

impl Joined {
    /// Numbers every object of the documents.
    pub(super) async fn new(sources: &[&Source], pace: Pace) -> Self {
        // When a document was loaded to the millisecond, its author cannot know.
        let seed = sources.iter().map(|source| source.loaded_millis as u64).fold(0, u64::wrapping_add);
        let mut joined = Self { identities: Identities::new(seed), sources: Vec::new() };
        // Ids first, in all documents: whether an address is joined must not depend on their order.
        let named: Vec<Vec<Met>> = sources
            .iter()
            .map(|source| match &source.content {
                Content::Catalog(catalog) => joined.name_ids(catalog),
                Content::Manifest(_) | Content::Other => Vec::new(),
            })
            .collect();
        for (&source, named) in sources.iter().zip(named) {
            pace.rest().await;
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
        let (order, mut met_keys) = self.identities.ordered();
        let mut nodes = vec![NodeId(0); order.len()];
        let mut keys = Vec::with_capacity(order.len());
        for (node, &met) in (0..).zip(&order) {
            nodes[met as usize] = NodeId(node);
            let (kind, id) = &mut met_keys[met as usize];
            keys.push(NodeKey { kind: *kind, id: std::mem::take(id) });
        }
        (keys, nodes, self.sources)
    }

    /// The number of an identity.
    pub(super) fn number(&mut self, kind: NodeKind, id: &Excerpt) -> Met {
        self.identities.number(kind, id)
    }

    /// The other side of a relation; `None` if it is not said who that is.
    pub(super) fn target(&mut self, source: &Source, objects: &Objects, target: &Target) -> Option<Met> {
        match target {
            Target::Object(place) => objects.releases.get(*place as usize).copied(),
            Target::Id(id) => Some(self.number(NodeKind::Release, id)),
            Target::Href { href, id } => Some(self.at_address(source, href, id.as_deref())),
            Target::Unnamed => None,
        }
    }

    fn at_address(&mut self, source: &Source, href: &str, id: Option<&str>) -> Met {
        let known = id.and_then(|id| self.identities.find(NodeKind::Release, id));
        known.unwrap_or_else(|| {
            let key = address::key_of(href, source.address.as_deref());
            self.number(NodeKind::Release, &key.into())
        })
    }

    /// Numbers all that has an id; gives the number of each release object, [`NAMELESS`] without one.
    fn name_ids(&mut self, catalog: &Catalog) -> Vec<Met> {
        let outcomes = catalog.customizations.iter().flat_map(|customization| &customization.outcomes);
        let targets = catalog.relations.iter().map(|relation| &relation.other);
        for target in targets.chain(outcomes.map(|outcome| &outcome.release)) {
            if let Target::Id(id) = target {
                self.number(NodeKind::Release, id);
            }
        }
        let number = |release: &Release| {
            if release.id.is_empty() { NAMELESS } else { self.number(NodeKind::Release, &release.id) }
        };
        catalog.releases.iter().map(number).collect()
    }

    fn catalog_objects(&mut self, source: &Source, catalog: &Catalog, mut releases: Vec<Met>) -> Objects {
        for (met, release) in releases.iter_mut().zip(&catalog.releases).filter(|(met, _)| **met == NAMELESS)
        {
            *met = self.nameless_release(source, release);
        }
        let customization = |one: &crate::catalog::Customization| {
            if !one.id.is_empty() {
                return self.number(NodeKind::Customization, &one.id);
            }
            let place = Place { source: source.id, at: one.at };
            self.number(NodeKind::Customization, &nameless(&[&one.name], place))
        };
        Objects { releases, others: catalog.customizations.iter().map(customization).collect() }
    }

    /// An object without an id is known by its own address, else by what it says of itself.
    fn nameless_release(&mut self, source: &Source, release: &Release) -> Met {
        if let Some(href) = &release.self_href {
            return self.at_address(source, href, last_segment(href).as_deref());
        }
        let words = [&release.product, &release.branch, &release.version, &release.revision];
        self.number(NodeKind::Release, &nameless(&words, Place { source: source.id, at: release.at }))
    }

    fn manifest_objects(&mut self, source: &Source, manifest: &Manifest) -> Objects {
        let place = |at| Place { source: source.id, at };
        let releases = manifest.releases.iter().map(|release| {
            let id = [&release.product, &release.version];
            self.number(NodeKind::VcfRelease, &named(&id, place(release.at)))
        });
        let releases = releases.collect();
        let alone = manifest.sddc_manager_releases.iter().map(|release| {
            let id = format!("SDDC Manager {}", release.version).into();
            self.number(NodeKind::VcfRelease, &id)
        });
        Objects { releases, others: alone.collect() }
    }
}

/// An id made of what an object says of itself, or of its place if it says nothing.
fn named(words: &[&Excerpt], place: Place) -> Excerpt {
    let words: Vec<&str> = words.iter().map(|word| word.as_str()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        format!("?{}:{}", place.source.0, place.at.0).into()
    } else {
        words.join(" ").into()
    }
}

/// The same for what should have an id: marked, so that it is never taken for one.
fn nameless(words: &[&Excerpt], place: Place) -> Excerpt {
    let named = named(words, place);
    if named.starts_with('?') { named } else { format!("? {named}").into() }
}
