//! Bytes to a [`Source`]: read, recognised, interpreted and checked.

use std::sync::Arc;

use super::recognise::{Recognition, content, recognise, report};
use super::{Content, Origin, Source, SourceId, sha256};
use crate::json::{self, Document, Limits, Refusal};
use crate::shape::Report;

/// What is known of a document before it is read.
#[derive(Clone, Debug)]
pub struct Options {
    /// Its id in this session.
    pub id: SourceId,
    /// File name, or address with secrets masked, or the sample's title.
    pub title: String,
    /// The address it was fetched from (secrets masked).
    pub address: Option<String>,
    /// Where it came from.
    pub origin: Origin,
    /// When it was loaded, in milliseconds since 1970 (UTC).
    pub loaded_millis: i64,
    /// How much is read.
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            id: SourceId(0),
            title: String::new(),
            address: None,
            origin: Origin::Paste,
            loaded_millis: 0,
            limits: Limits::default(),
        }
    }
}

/// Reads bytes and interprets them.
///
/// # Errors
/// A [`Refusal`] if the bytes are not one JSON document within the limits; any JSON is a source.
pub fn read(bytes: impl Into<Vec<u8>>, options: Options) -> Result<Source, Refusal> {
    let document = json::read(bytes, &options.limits)?;
    Ok(interpreted(document, options))
}

/// Interprets a document that was read already (in slices, by [`json::Reader`]).
pub fn interpreted(document: impl Into<Arc<Document>>, options: Options) -> Source {
    of_document(document.into(), options)
}

fn of_document(document: Arc<Document>, options: Options) -> Source {
    let recognition = recognise(&document);
    let content = content(&document, recognition.kind);
    let report = report(&document, recognition.kind);
    Source::of_parts(document, options, recognition, content, report)
}

impl Source {
    /// A document with what was read of it.
    pub fn of_parts(
        document: Arc<Document>,
        options: Options,
        recognition: Recognition,
        content: Content,
        report: Report,
    ) -> Self {
        Self {
            id: options.id,
            title: options.title,
            address: options.address,
            origin: options.origin,
            loaded_millis: options.loaded_millis,
            document,
            content,
            kind: recognition.kind,
            because: recognition.because,
            report: Arc::new(report),
        }
    }

    /// The SHA-256 of the text as UTF-8 without byte-order mark, in lower-case hexadecimal digits.
    ///
    /// Computed when asked for: only the evidence file needs it, and it takes longer than reading.
    pub fn sha256(&self) -> String {
        sha256(self.document.text().as_bytes())
    }
}
