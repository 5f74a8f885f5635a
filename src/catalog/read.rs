//! A document to a [`Catalog`]: the work list that all objects of it pass through.
//!
//! Releases nest in releases as deep as a server likes, so nothing here recurses: what is still to be
//! read stands on a stack, and is taken from it in document order.

use super::envelope::Envelope;
use super::{Catalog, Release, Target, customization, release};
use crate::json::{Document, Kind, Value};

/// Reads what a document says about the catalogue: every customization and release in it.
///
/// Takes time with the length of the document. Releases are numbered in document order.
pub fn read(document: &Document) -> Catalog {
    let mut reading = Reading::new(document);
    reading.advance(usize::MAX);
    reading.finish()
}

/// A document on its way to a [`Catalog`], entry by entry, so that a large one never holds the page.
pub struct Reading<'d> {
    reader: Reader<'d>,
    entries: std::vec::IntoIter<Value<'d>>,
}

impl<'d> Reading<'d> {
    /// Nothing is read yet.
    pub fn new(document: &'d Document) -> Self {
        let envelope = Envelope::of(document.root());
        let catalog = Catalog { page: envelope.page, ..Catalog::default() };
        Self {
            reader: Reader { catalog, values: document.len(), work: Vec::new() },
            entries: envelope.entries.into_iter(),
        }
    }

    /// Reads so many more entries; true once all are read.
    pub fn advance(&mut self, count: usize) -> bool {
        for entry in self.entries.by_ref().take(count) {
            self.reader.read_entry(entry);
            self.reader.finish();
        }
        self.entries.len() == 0
    }

    /// What was read.
    pub fn finish(self) -> Catalog {
        self.reader.catalog
    }
}

/// The model so far, and what is still to be read.
pub(super) struct Reader<'d> {
    pub(super) catalog: Catalog,
    /// How many values the document has.
    values: usize,
    /// The next one is the last.
    work: Vec<Work<'d>>,
}

/// A release object that was met and is still to be read.
struct Work<'d> {
    object: Value<'d>,
    named_by: Slot,
}

/// What named a release, and wants to know its place in [`Catalog::releases`].
#[derive(Clone, Copy)]
pub(super) enum Slot {
    /// A relation, by its place in [`Catalog::relations`].
    Relation(usize),
    /// An outcome of the latest customization, by its place in its outcomes.
    Outcome(usize),
}

impl<'d> Reader<'d> {
    /// Puts a release object on the list. Until it is read, its target is [`Target::Unnamed`].
    pub(super) fn read_later(&mut self, object: Value<'d>, named_by: Slot) {
        self.work.push(Work { object, named_by });
    }

    /// How much stands on the list: with [`Reader::keep_order_from`], the brackets around adding to it.
    pub(super) fn mark(&self) -> usize {
        self.work.len()
    }

    /// What was added since `mark` will be read in the order in which it was added.
    pub(super) fn keep_order_from(&mut self, mark: usize) {
        self.work[mark..].reverse();
    }

    /// Adds a release; the next one has the next place.
    pub(super) fn add(&mut self, release: Release) {
        let releases = &mut self.catalog.releases;
        if releases.len() == releases.capacity() {
            // As many as the rest of the document has at the density so far.
            let (done, all) = (release.at.0 as usize + 1, self.values);
            let expected = (releases.len() * all.saturating_sub(done)).checked_div(done).unwrap_or_default();
            releases.reserve_exact(expected + expected / 16 + releases.len() / 8 + 16);
        }
        releases.push(release);
    }

    fn read_entry(&mut self, entry: Value<'d>) {
        if entry.kind() != Kind::Object {
            return;
        }
        if customization::is_customization(entry) {
            customization::read(self, entry);
        } else if release::is_release(entry) {
            release::read(self, entry);
        }
    }

    fn finish(&mut self) {
        while let Some(Work { object, named_by }) = self.work.pop() {
            let target = Target::Object(release::read(self, object));
            match named_by {
                Slot::Relation(place) => self.catalog.relations[place].other = target,
                Slot::Outcome(place) => self.set_outcome(place, target),
            }
        }
    }

    fn set_outcome(&mut self, place: usize, target: Target) {
        if let Some(customization) = self.catalog.customizations.last_mut() {
            customization.outcomes[place].release = target;
        }
    }
}
