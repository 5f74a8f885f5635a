//! The reader: bytes to a document, whole or in slices, within limits.
//!
//! It can stop at any value and go on later, so that a page reads a large document and answers in between.

use super::document::Document;
use super::encoding::Text;
use super::foreign;
use super::node::LONGEST_TEXT;
use super::parser::{Parser, refusal_at};
use super::refusal::{Class, Expected, Refusal};

/// How much is read before reading stops with a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The deepest nesting of arrays and objects.
    pub max_depth: u32,
    /// The most bytes; never more than 512 MB, however high it is set.
    pub max_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_depth: 512, max_bytes: 64 << 20 }
    }
}

/// Reads one JSON document from bytes in UTF-8, UTF-16 or Latin-1.
///
/// # Errors
/// A [`Refusal`] if the bytes are not one whole JSON document within the limits.
pub fn read(bytes: impl Into<Vec<u8>>, limits: &Limits) -> Result<Document, Refusal> {
    finish(Reader::new(bytes, limits))
}

/// The same without what `mask` takes out of the text, see [`Reader::mask`].
///
/// # Errors
/// As [`read`].
pub fn read_masked(
    bytes: impl Into<Vec<u8>>,
    limits: &Limits,
    mask: &dyn Fn(&str) -> Option<String>,
) -> Result<Document, Refusal> {
    let mut reader = Reader::new(bytes, limits);
    reader.mask(mask);
    finish(reader)
}

fn finish(mut reader: Reader) -> Result<Document, Refusal> {
    loop {
        if let Progress::Done(result) = reader.advance(usize::MAX) {
            return result;
        }
    }
}

/// How far a [`Reader`] has come.
#[derive(Debug)]
pub enum Progress {
    /// There is more to read.
    Continue {
        /// Bytes read so far.
        done: usize,
        /// Bytes in all.
        total: usize,
    },
    /// The document, or why there is none.
    Done(Result<Document, Refusal>),
}

/// Reads a document in slices.
#[derive(Debug)]
pub struct Reader {
    limits: Limits,
    stage: Stage,
    refused: Option<Vec<u8>>,
}

#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "there is one of it at a time, and it never moves")]
enum Stage {
    Bytes(Vec<u8>),
    /// The text, and how many bytes it came in.
    Text(Text, usize),
    Values(Parser),
    Spent,
}

impl Reader {
    /// A reader that has read nothing yet.
    pub fn new(bytes: impl Into<Vec<u8>>, limits: &Limits) -> Self {
        Self { limits: limits.clone(), stage: Stage::Bytes(bytes.into()), refused: None }
    }

    /// The bytes as they came, after a refusal: they are shown and kept all the same.
    pub fn into_refused(self) -> Vec<u8> {
        self.refused.unwrap_or_default()
    }

    /// Takes out of the text what must not be in it, before anything of it is read: `mask` gives the text
    /// without it, or none if it is not in there. The bytes as they came are kept ([`Document::received`]).
    pub fn mask(&mut self, mask: &dyn Fn(&str) -> Option<String>) {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Spent) {
            Stage::Bytes(bytes) if bytes.len() <= self.most_bytes() && !foreign::binary(&bytes) => {
                let size = bytes.len();
                Stage::Text(Text::from_bytes(bytes).masked(mask), size)
            }
            other => other,
        };
    }

    fn most_bytes(&self) -> usize {
        self.limits.max_bytes.min(LONGEST_TEXT)
    }

    /// Reads about `budget_bytes` more: it stops at the first value after them.
    ///
    /// The first call turns all bytes into text (fast, in one go). After `Done` the reader is empty.
    pub fn advance(&mut self, budget_bytes: usize) -> Progress {
        match std::mem::replace(&mut self.stage, Stage::Spent) {
            Stage::Bytes(bytes) => self.start(bytes, budget_bytes),
            Stage::Text(text, size) => self.start_text(text, size, budget_bytes),
            Stage::Values(parser) => self.go_on(parser, budget_bytes),
            Stage::Spent => Progress::Done(Err(refusal_at("", Class::Empty, 0, Expected::Value))),
        }
    }

    fn start(&mut self, bytes: Vec<u8>, budget_bytes: usize) -> Progress {
        let limit = self.most_bytes();
        if bytes.len() > limit {
            self.refused = Some(bytes);
            return Progress::Done(Err(refusal_at("", Class::TooBig { limit }, 0, Expected::WithinLimit)));
        }
        if foreign::binary(&bytes) {
            self.refused = Some(bytes);
            return Progress::Done(Err(refusal_at("", Class::Binary, 0, Expected::Value)));
        }
        let size = bytes.len();
        self.start_text(Text::from_bytes(bytes), size, budget_bytes)
    }

    fn start_text(&mut self, text: Text, size: usize, budget_bytes: usize) -> Progress {
        if text.content.len() > LONGEST_TEXT {
            let limit = self.most_bytes();
            return Progress::Done(Err(refusal_at("", Class::TooBig { limit }, 0, Expected::WithinLimit)));
        }
        self.go_on(Parser::new(text, size, self.limits.max_depth), budget_bytes)
    }

    fn go_on(&mut self, mut parser: Parser, budget_bytes: usize) -> Progress {
        let stop = parser.at.saturating_add(budget_bytes.max(1));
        match parser.run(stop) {
            Ok(false) => {
                let (done, total) = (parser.at, parser.text.len());
                self.stage = Stage::Values(parser);
                Progress::Continue { done, total }
            }
            Ok(true) => Progress::Done(Ok(parser.into_document())),
            Err(fault) => {
                let refusal = parser.refusal(fault, &self.limits);
                self.refused = Some(parser.into_document().into_received());
                Progress::Done(Err(refusal))
            }
        }
    }
}
