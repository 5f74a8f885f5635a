//! Why an item stays unknown though nothing is left to load from here, and what would have to be opened.
//!
//! Only the graph's relations count: what a document lists is known, what it only links to or leaves out is
//! not. Each case has its own way on, so it is told apart here and not guessed on screen.

use crate::catalog::{Known, Release};
use crate::graph::{Node, NodeKind, Relations};
use crate::hal::address::with_parameter;
use crate::source::{Content, Source, SourceId};
use std::sync::Arc;

/// Why the dependencies of a release are not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// No open document describes it: it is only named.
    OnlyNamed,
    /// Its document is open and links to dependencies without listing them: there may be others.
    OnlyLinked,
    /// Its document is open and holds neither a list of dependencies nor links to them.
    NotInAnswer,
}

/// What is missing of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Why.
    pub hindrance: Hindrance,
    /// Its own address, as its document or whatever names it writes it; empty if none does.
    pub href: String,
    /// The document that the address stands in.
    pub source: Option<SourceId>,
    /// Whether that document came without an address, so that its links resolve against nothing.
    pub is_from_file: bool,
}

impl Missing {
    /// What is missing of a release; none if all its dependencies are known.
    pub fn of(node: &Node, sources: &[Arc<Source>]) -> Option<Self> {
        let is_release = matches!(node.key.kind, NodeKind::Release | NodeKind::Unknown);
        if !is_release || node.dependencies == Relations::Complete {
            return None;
        }
        let place = node.item.map(|item| item.source).or(node.places.first().map(|place| place.source));
        let source = place.and_then(|id| sources.iter().find(|source| source.id == id));
        let own = node.item.and_then(|item| release_of(source?, item.index));
        let hindrance = match own {
            Some(release) if release.dependencies == Known::Linked => Hindrance::OnlyLinked,
            Some(_) => Hindrance::NotInAnswer,
            None => Hindrance::OnlyNamed,
        };
        let href = own
            .and_then(|release| release.self_href.as_deref())
            .unwrap_or(if node.key.id.contains('/') { &node.key.id } else { "" });
        Some(Self {
            hindrance,
            href: href.to_owned(),
            source: source.map(|source| source.id),
            is_from_file: source.is_none_or(|source| source.address.is_none()),
        })
    }

    /// The request whose answer holds the dependencies: its own address, or the documented path with its id.
    pub fn request(&self, id: &str) -> String {
        let path =
            if self.href.is_empty() { format!("/v1/catalogs/…/releases/{id}") } else { self.href.clone() };
        with_parameter(&path, "expand_relationships", "true")
    }
}

fn release_of(source: &Source, index: u32) -> Option<&Release> {
    let Content::Catalog(catalog) = &source.content else { return None };
    catalog.releases.get(index as usize)
}
