//! Documents as loaded: bytes, what they were taken for and why, and what was read of them.
//!
//! A kind is recognised by content, never by name. Everything that is shown later points back to a
//! [`Place`] in one of these.

use std::sync::Arc;

use crate::catalog::Catalog;
use crate::json::{Document, ValueId};
use crate::manifest::Manifest;

mod load;
mod recognise;
mod response;
mod strange;

pub use load::{Options, interpreted, read};
pub use recognise::{Recognition, content, recognise, report, report_paced, shape};
pub use response::{Body, Hasher, Response, Responses, sha256};
pub use strange::Strange;

/// A source, by its place in the list of loaded sources; never used twice in one session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A value in a source: the evidence of everything that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which source.
    pub source: SourceId,
    /// Which value in it.
    pub at: ValueId,
}

/// One loaded document.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// File name, or address with secrets masked, or the sample's title.
    pub title: String,
    /// The address it was fetched from (secrets masked), by which relative links resolve.
    pub address: Option<String>,
    /// Where it came from.
    pub origin: Origin,
    /// When it was loaded, in milliseconds since 1970 (UTC).
    pub loaded_millis: i64,
    /// The text and its values.
    pub document: Arc<Document>,
    /// What was read of it.
    pub content: Content,
    /// What it was taken for.
    pub kind: Kind,
    /// The members that decided it.
    pub because: Vec<&'static str>,
    /// What the tables of [`crate::shape`] found odd.
    pub report: Arc<crate::shape::Report>,
}

/// Where a document came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The built-in sample.
    Sample,
    /// An opened or dropped file.
    File,
    /// Pasted text.
    Paste,
    /// A request.
    Address,
    /// The host page.
    Host,
    /// An evidence file.
    Evidence,
}

/// What was read of a document.
#[derive(Clone, Debug)]
pub enum Content {
    /// Customizations, releases, or pages of either.
    Catalog(Arc<Catalog>),
    /// A manifest (or a page of its releases).
    Manifest(Arc<Manifest>),
    /// JSON of no known kind: the raw view and the HAL inspector still read it.
    Other,
}

/// What a document was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// One `CustomizationDetailed`.
    Customization,
    /// A page or list of customizations.
    Customizations,
    /// One catalogue release.
    Release,
    /// A page or list of catalogue releases.
    Releases,
    /// An LCM manifest.
    Manifest,
    /// A page or list of Cloud Foundation releases.
    ManifestReleases,
    /// Any other HAL resource.
    Hal,
    /// Problem details or a Cloud Foundation error answer.
    Problem,
    /// Other JSON.
    Other,
}

impl Origin {
    /// Every origin.
    pub const ALL: [Self; 6] =
        [Self::Sample, Self::File, Self::Paste, Self::Address, Self::Host, Self::Evidence];

    /// The word by which exports name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sample => "sample",
            Self::File => "file",
            Self::Paste => "paste",
            Self::Address => "address",
            Self::Host => "host",
            Self::Evidence => "evidence",
        }
    }

    /// The origin of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.word() == word)
    }
}
