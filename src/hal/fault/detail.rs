//! The server's own words about a failure, in full and as text.
//!
//! The catalogue answers with problem details, Cloud Foundation with errors inside errors; both name what to
//! do next, and both may echo a token. So every member is shown, none as markup, all of them masked.

use crate::json::{self, Document, Kind, Value};

use super::super::secret::Secrets;

/// The server's own words about a failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// In which form they came.
    pub form: DetailForm,
    /// The one sentence to show first, if one can be told.
    pub headline: Option<String>,
    /// Every member, in document order, also nested ones: nothing is left out.
    pub lines: Vec<Line>,
    /// How many lines there are beyond those.
    pub more: u32,
}

/// The form of an error answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DetailForm {
    /// Problem details (RFC 9457): `type`, `title`, `status`, `detail`, `instance`, here with `violations`.
    Problem,
    /// A Cloud Foundation error: `errorCode`, `message`, `remediationMessage`, `causes`, `nestedErrors`.
    Foundation,
    /// Any other JSON.
    Other,
}

/// One member of an error answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How deep it stands, from 0.
    pub depth: u32,
    /// Its name, or its place in a list from 1.
    pub name: String,
    /// Its text; none for a list or object, whose lines follow.
    pub text: Option<String>,
}

/// The most bytes of an error body whose JSON is read, and the most lines that are kept of it.
const LONGEST_DETAIL: usize = 1 << 20;
const MOST_LINES: usize = 500;

/// The server's own words in an error answer: problem details, a Cloud Foundation error, or other JSON.
pub fn detail(body: &[u8], secrets: &Secrets) -> Option<Detail> {
    if body.len() > LONGEST_DETAIL {
        return None;
    }
    let document = json::read(body, &json::Limits::default()).ok()?;
    (!document.root().is_leaf()).then(|| detail_of(&document, secrets))
}

/// The same from a document that was read already.
pub fn detail_of(document: &Document, secrets: &Secrets) -> Detail {
    let root = document.root();
    let form = detail_form(root);
    let mut lines = Vec::new();
    let mut more = 0;
    let mut counters: Vec<u32> = Vec::new();
    for (depth, value) in root.descendants() {
        counters.resize(depth as usize, 0);
        let place = counters.last_mut().map_or(1, |count| {
            *count += 1;
            *count
        });
        if lines.len() >= MOST_LINES {
            more += 1;
            continue;
        }
        let name = value.name().map_or_else(|| place.to_string(), std::borrow::Cow::into_owned);
        let text =
            (value.is_leaf() || value.children().next().is_none()).then(|| line_text(&name, value, secrets));
        lines.push(Line { depth: depth - 1, name, text });
    }
    Detail { form, headline: headline(root, form).map(|text| secrets.text(&text)), lines, more }
}

/// A member's text; the whole of it is masked where its name says that it is a secret.
fn line_text(name: &str, value: Value<'_>, secrets: &Secrets) -> String {
    let text = value.shown();
    let pair = format!("{name}={text}");
    let masked = secrets.text(&pair);
    masked
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix('='))
        .map_or_else(|| secrets.text(&text), ToOwned::to_owned)
}

fn detail_form(root: Value<'_>) -> DetailForm {
    let has = |name: &str| root.get(name).is_some();
    if has("errorCode") || has("remediationMessage") || has("nestedErrors") {
        DetailForm::Foundation
    } else if has("title") && (has("status") || has("type") || has("detail")) || has("violations") {
        DetailForm::Problem
    } else {
        DetailForm::Other
    }
}

fn headline(root: Value<'_>, form: DetailForm) -> Option<String> {
    let names: &[&str] = match form {
        DetailForm::Problem => &["detail", "title"],
        DetailForm::Foundation => &["message", "label", "errorCode"],
        DetailForm::Other => &["message", "error_description", "detail", "title", "error", "reason"],
    };
    let inner = root.get("error").filter(|error| error.kind() == Kind::Object);
    let places = std::iter::once(root).chain(inner);
    let mut texts = places.flat_map(|place| names.iter().filter_map(move |name| place.get(name)?.as_text()));
    texts.find(|text| !text.trim().is_empty()).map(std::borrow::Cow::into_owned)
}
