//! Text to evidence: read leniently, for a file that was cut or changed is named, not refused.

use std::sync::Arc;

use super::base64::decode;
use super::{FORMAT, Setting};
use crate::hal::fault::{Class, Fault};
use crate::hal::secret::Secrets;
use crate::json::{Document, Value, ValueId};
use crate::source::{Body, Origin, Response, SourceId};

/// An evidence file that was opened.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// What was looked at, and when.
    pub setting: Setting,
    /// Every answer in the order of the file.
    pub recorded: Vec<Recorded>,
}

/// One answer of an evidence file. Its body is decoded when it is asked for.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// All but the body.
    pub response: Response,
    /// The hash that the file states.
    pub sha256: String,
    body: Option<(ValueId, bool)>,
}

/// Whether a document is an evidence file.
pub fn is_evidence(document: &Document) -> bool {
    let format = document.root().get(FORMAT.0);
    format.and_then(Value::as_text).is_some_and(|word| word == FORMAT.1)
}

/// Reads an evidence file. Members that are missing or odd are left at nothing.
pub fn read(document: &Document) -> Opened {
    let root = document.root();
    let list = |name: &str| root.get(name).map(Value::items).into_iter().flatten();
    let setting = Setting {
        created_millis: crate::stamp::Stamp::read(&text(root, "created")).instant().unwrap_or_default(),
        now_millis: whole(root, "now"),
        view: text(root, "view"),
        base: text(root, "base"),
        failures: list("failures").filter_map(pair).collect(),
        failed_documents: u32::try_from(whole(root, "failed_documents")).unwrap_or_default(),
    };
    Opened { setting, recorded: list("responses").map(recorded).collect() }
}

impl Recorded {
    /// The body; of one that cannot be decoded, nothing.
    pub fn bytes(&self, document: &Document) -> Vec<u8> {
        let Some((at, is_base64)) = self.body else { return Vec::new() };
        let text = document.value(at).as_text().unwrap_or_default();
        if is_base64 { decode(&text).unwrap_or_default() } else { text.into_owned().into_bytes() }
    }
}

fn recorded(entry: Value<'_>) -> Recorded {
    let address = given(entry, "address");
    let whole = |name: &str| entry.get(name).and_then(Value::as_u64);
    let fault = Class::from_word(&text(entry, "fault"));
    let fault =
        fault.map(|class| Fault::new(class, address.as_deref().unwrap_or_default(), &Secrets::default()));
    let status = whole("status").and_then(|status| u16::try_from(status).ok());
    let headers = entry.get("headers").map(Value::items).into_iter().flatten().filter_map(pair).collect();
    let response = Response {
        title: text(entry, "title"),
        address,
        answered: given(entry, "answered"),
        origin: Origin::from_word(&text(entry, "origin")).unwrap_or(Origin::Evidence),
        source: whole("document").and_then(|id| u32::try_from(id).ok()).map(SourceId),
        status,
        headers,
        loaded_millis: self::whole(entry, "loaded"),
        took_millis: whole("took").unwrap_or_default() as f64,
        body: Body::Bytes(Arc::default()),
        fault: fault.map(|fault| Arc::new(Fault { status, ..fault })),
    };
    let body = entry.get("text").map(|text| (text.id(), false));
    let body = body.or_else(|| entry.get("base64").map(|text| (text.id(), true)));
    Recorded { response, sha256: text(entry, "sha256"), body }
}

fn text(value: Value<'_>, name: &str) -> String {
    given(value, name).unwrap_or_default()
}

fn given(value: Value<'_>, name: &str) -> Option<String> {
    value.get(name)?.as_text().map(std::borrow::Cow::into_owned)
}

fn whole(value: Value<'_>, name: &str) -> i64 {
    value.get(name).and_then(Value::as_i64).unwrap_or_default()
}

/// A list of two texts.
fn pair(value: Value<'_>) -> Option<(String, String)> {
    let mut items = value.items().map(|item| item.shown().into_owned());
    Some((items.next()?, items.next()?))
}
