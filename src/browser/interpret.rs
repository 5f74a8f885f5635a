//! A document interpreted in slices, so that a large one never holds the page.

use std::sync::Arc;

use crate::catalog::Reading;
use crate::json::Document;
use crate::manifest;
use crate::source::{self, Content, Kind, Options, Source};

use super::measure::Moment;
use super::pace::pace;
use super::timer::breathe;

/// Documents up to this many bytes are interpreted in one go: some milliseconds.
const SMALL_BYTES: usize = 1 << 20;
/// How many entries of a page are read before the clock is looked at.
const ENTRIES: usize = 100;
/// Work is handed back to the browser after so long.
const SLICE_MILLIS: f64 = 30.0;

/// Interprets a document that was read.
pub async fn interpreted(document: impl Into<Arc<Document>>, options: Options) -> Source {
    let document = document.into();
    if document.bytes() <= SMALL_BYTES {
        return source::interpreted(document, options);
    }
    let recognition = source::recognise(&document);
    breathe().await;
    let content = content(&document, recognition.kind).await;
    breathe().await;
    let report = source::report_paced(&document, recognition.kind, pace()).await;
    breathe().await;
    Source::of_parts(document, options, recognition, content, report)
}

async fn content(document: &Document, kind: Kind) -> Content {
    match kind {
        Kind::Customization | Kind::Customizations | Kind::Release | Kind::Releases => {}
        Kind::Manifest | Kind::ManifestReleases => {
            return Content::Manifest(Arc::new(manifest::read_paced(document, pace()).await));
        }
        Kind::Hal | Kind::Problem | Kind::Other => return Content::Other,
    }
    let mut reading = Reading::new(document);
    let mut slice = Moment::now();
    while !reading.advance(ENTRIES) {
        if slice.elapsed_millis() > SLICE_MILLIS {
            breathe().await;
            slice = Moment::now();
        }
    }
    Content::Catalog(Arc::new(reading.finish()))
}
