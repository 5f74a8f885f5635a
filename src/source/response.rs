//! What an address or a file answered: the bytes as they came, with where, when and how.
//!
//! Everything that came is kept once, in memory, so that the inspector shows answers that are no documents
//! (errors, sign-in pages, text) and the evidence file holds what the verdicts rest on. A document's bytes
//! are not copied: the response and the source share them.

use std::borrow::Cow;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::{Origin, Source, SourceId};
use crate::hal::address::canonical;
use crate::hal::fault::Fault;
use crate::json::Document;

/// One answer, or the lack of one.
#[derive(Clone, Debug)]
pub struct Response {
    /// File name, or address with secrets masked.
    pub title: String,
    /// The address that was asked, secrets masked; none for files and pasted text.
    pub address: Option<String>,
    /// The address that answered, if a redirect led to another one.
    pub answered: Option<String>,
    /// Where it came from.
    pub origin: Origin,
    /// The document that was opened of it; none for what was only looked at, or failed.
    pub source: Option<SourceId>,
    /// The status; none if nothing answered, or for a file.
    pub status: Option<u16>,
    /// Header names in lower case with their values, secrets masked.
    pub headers: Vec<(String, String)>,
    /// When it was complete, in milliseconds since 1970.
    pub loaded_millis: i64,
    /// How long it took, in milliseconds; 0 for a file.
    pub took_millis: f64,
    /// What came.
    pub body: Body,
    /// What was wrong with it.
    pub fault: Option<Arc<Fault>>,
}

/// The bytes of an answer.
#[derive(Clone, Debug)]
pub enum Body {
    /// Those of a document, shared with it.
    Document(Arc<Document>),
    /// Anything else, also nothing.
    Bytes(Arc<Vec<u8>>),
}

impl Body {
    /// The bytes exactly as they came.
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Document(document) => document.received(),
            Self::Bytes(bytes) => Cow::Borrowed(bytes),
        }
    }

    /// The bytes as text, if they are UTF-8.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Document(document) => document.received_text(),
            Self::Bytes(bytes) => std::str::from_utf8(bytes).ok(),
        }
    }

    /// How many bytes there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Document(document) => document.bytes(),
            Self::Bytes(bytes) => bytes.len(),
        }
    }

    /// Whether nothing came.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Response {
    /// What a document was opened of, as far as the document itself tells.
    pub fn of_source(source: &Source) -> Self {
        Self {
            title: source.title.clone(),
            address: source.address.clone(),
            answered: None,
            origin: source.origin,
            source: Some(source.id),
            status: None,
            headers: Vec::new(),
            loaded_millis: source.loaded_millis,
            took_millis: 0.0,
            body: Body::Document(Arc::clone(&source.document)),
            fault: None,
        }
    }

    /// What its relative links resolve against.
    pub fn base(&self) -> Option<&str> {
        self.answered.as_deref().or(self.address.as_deref())
    }

    /// The first header of this name (in lower case).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// Everything that came in one session, in the order of arrival, one for each address.
#[derive(Clone, Debug, Default)]
pub struct Responses {
    list: Vec<(String, Arc<Response>)>,
}

impl Responses {
    /// Keeps an answer in place of an older one of the same address (or of the same opened document).
    pub fn keep(&mut self, response: Response) {
        let key = key_of(&response);
        let place = self.list.iter().position(|(other, _)| *other == key);
        let kept = (key, Arc::new(response));
        match place.and_then(|place| self.list.get_mut(place)) {
            Some(old) => *old = kept,
            None => self.list.push(kept),
        }
    }

    /// The answer of an address in whichever spelling (secrets masked).
    pub fn of_address(&self, address: &str) -> Option<&Arc<Response>> {
        let key = canonical(address);
        self.list.iter().find(|(other, _)| *other == key).map(|(_, response)| response)
    }

    /// The answer that a document was opened of.
    pub fn of_source(&self, id: SourceId) -> Option<&Arc<Response>> {
        self.iter().find(|response| response.source == Some(id))
    }

    /// All of them, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Response>> {
        self.list.iter().map(|(_, response)| response)
    }

    /// Forgets what does not pass.
    pub fn retain(&mut self, keep: impl Fn(&Response) -> bool) {
        self.list.retain(|(_, response)| keep(response));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// By what an answer is known: its address, or the document that was opened of it, for two files may have
/// one name.
fn key_of(response: &Response) -> String {
    match (&response.address, response.source) {
        (Some(address), _) => canonical(address),
        (None, Some(id)) => format!("file:{}", id.0),
        (None, None) => format!("file:{}:{}", response.title, response.loaded_millis),
    }
}

/// A SHA-256 that is taken in pieces, so that a large body never holds the page.
#[derive(Clone, Debug, Default)]
pub struct Hasher(Sha256);

impl Hasher {
    /// Takes in the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all that was taken in, in lower-case hexadecimal digits.
    pub fn finish(self) -> String {
        hexadecimal(&self.0.finalize())
    }
}

/// The SHA-256 of bytes, in lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}"))
}
