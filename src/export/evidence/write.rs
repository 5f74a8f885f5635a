//! Evidence to text, piece by piece: a file of 100 MB is never in memory twice, nor made in one go.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::base64::encode;
use super::{Evidence, FORMAT, Setting, VERSION};
use crate::hal::secret::Secrets;
use crate::source::{Hasher, Response, sha256};
use crate::stamp::Stamp;

/// Bytes of a body in one piece; a multiple of three, so that base 64 can be joined.
const PIECE_BYTES: usize = 3 << 18;

/// The file in pieces, to be joined as they are. The same evidence gives the same text.
pub fn pieces<'e>(evidence: &'e Evidence, secrets: &'e Secrets) -> impl Iterator<Item = String> + 'e {
    let entries = evidence.responses.iter().enumerate();
    let entries = entries.flat_map(move |(at, response)| Entry::new(at == 0, response, secrets));
    std::iter::once(head(&evidence.setting, secrets)).chain(entries).chain(std::iter::once("]}\n".to_owned()))
}

fn head(setting: &Setting, secrets: &Secrets) -> String {
    let text = |text: &str| quoted(&secrets.known_masked(text));
    let mut out = format!("{{{}:{},\"version\":{VERSION}", quoted(FORMAT.0), quoted(FORMAT.1));
    let _ = write!(out, ",\"created\":{}", quoted(&utc(setting.created_millis)));
    let _ = write!(out, ",\"now\":{},\"now_utc\":{}", setting.now_millis, quoted(&utc(setting.now_millis)));
    let _ = write!(out, ",\"view\":{},\"base\":{}", text(&setting.view), text(&setting.base));
    let failures: Vec<String> =
        setting.failures.iter().map(|(key, class)| format!("[{},{}]", text(key), quoted(class))).collect();
    let _ = write!(out, ",\"failures\":[{}]", failures.join(","));
    let _ = write!(out, ",\"failed_documents\":{},\"responses\":[", setting.failed_documents);
    out
}

/// A moment as ISO 8601 in UTC.
fn utc(millis: i64) -> String {
    Stamp::from_number(&millis.to_string()).utc_text().into_owned()
}

/// A text as JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The body of one answer as it is written.
enum Content<'e> {
    Text(Cow<'e, str>),
    Bytes(Cow<'e, [u8]>),
}

impl Content<'_> {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }

    /// The end of the piece that begins at `start`.
    fn end_of_piece(&self, start: usize) -> usize {
        let mut end = (start + PIECE_BYTES).min(self.bytes().len());
        if let Self::Text(text) = self {
            while !text.is_char_boundary(end) {
                end -= 1;
            }
        }
        end
    }

    fn piece(&self, start: usize, end: usize) -> String {
        match self {
            Self::Text(text) => {
                let quoted = quoted(text.get(start..end).unwrap_or_default());
                quoted.get(1..quoted.len() - 1).unwrap_or_default().to_owned()
            }
            Self::Bytes(bytes) => encode(bytes.get(start..end).unwrap_or_default()),
        }
    }
}

/// One answer on its way into the file.
struct Entry<'e> {
    is_first: bool,
    response: &'e Response,
    secrets: &'e Secrets,
    /// The hash of the body as it came, if a secret was taken out of it.
    received: Option<String>,
    content: Content<'e>,
    hasher: Option<Hasher>,
    at: Option<usize>,
}

impl<'e> Entry<'e> {
    fn new(is_first: bool, response: &'e Response, secrets: &'e Secrets) -> Self {
        let (content, received) = content_of(response, secrets);
        Self { is_first, response, secrets, received, content, hasher: Some(Hasher::default()), at: None }
    }

    fn head(&self) -> String {
        let response = self.response;
        let text = |text: &str| quoted(&self.secrets.known_masked(text));
        let mut out = if self.is_first { "\n{" } else { ",\n{" }.to_owned();
        let _ =
            write!(out, "\"title\":{},\"origin\":{}", text(&response.title), quoted(response.origin.word()));
        for (name, address) in [("address", &response.address), ("answered", &response.answered)] {
            if let Some(address) = address {
                let _ = write!(out, ",\"{name}\":{}", text(&self.secrets.address(address)));
            }
        }
        if let Some(id) = response.source {
            let _ = write!(out, ",\"document\":{}", id.0);
        }
        if let Some(status) = response.status {
            let _ = write!(out, ",\"status\":{status}");
        }
        if let Some(fault) = &response.fault {
            let _ = write!(out, ",\"fault\":{}", quoted(fault.class.word()));
        }
        let headers: Vec<String> = response
            .headers
            .iter()
            .map(|(name, value)| format!("[{},{}]", text(name), text(value)))
            .collect();
        let _ = write!(out, ",\"headers\":[{}]", headers.join(","));
        let _ = write!(out, ",\"loaded\":{}", response.loaded_millis);
        let _ = write!(out, ",\"loaded_utc\":{}", quoted(&utc(response.loaded_millis)));
        let _ = write!(out, ",\"took\":{}", response.took_millis.max(0.0).round() as u64);
        let _ = write!(out, ",\"bytes\":{}", self.content.bytes().len());
        out.push_str(match self.content {
            Content::Text(_) => ",\"text\":\"",
            Content::Bytes(_) => ",\"base64\":\"",
        });
        out
    }

    fn tail(&self, hash: &str) -> String {
        let received =
            self.received.as_ref().map(|hash| format!(",\"masked\":true,\"sha256_received\":\"{hash}\""));
        format!("\",\"sha256\":\"{hash}\"{}}}", received.unwrap_or_default())
    }
}

impl Iterator for Entry<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let Some(start) = self.at else {
            self.at = Some(0);
            return Some(self.head());
        };
        let end = self.content.end_of_piece(start);
        if end == start {
            let hasher = self.hasher.take()?;
            return Some(self.tail(&hasher.finish()));
        }
        if let (Some(hasher), Some(bytes)) = (&mut self.hasher, self.content.bytes().get(start..end)) {
            hasher.update(bytes);
        }
        self.at = Some(end);
        Some(self.content.piece(start, end))
    }
}

/// The body as it is written, and the hash of what came if it is not the same.
fn content_of<'e>(response: &'e Response, secrets: &Secrets) -> (Content<'e>, Option<String>) {
    let bytes = response.body.bytes();
    let text: Cow<'e, str> = match response.body.text() {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
    };
    if let Cow::Owned(masked) = secrets.known_masked(&text) {
        return (Content::Text(Cow::Owned(masked)), Some(sha256(&bytes)));
    }
    match response.body.text() {
        Some(text) => (Content::Text(Cow::Borrowed(text)), None),
        None => (Content::Bytes(bytes), None),
    }
}
