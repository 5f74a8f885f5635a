//! One value as the text, time, answer or list that a reader wants of it.
//!
//! Why a room of its own: the readers of both kinds of documents must be lenient in the same way (a
//! number where text is expected is that number as written; one object where a list is expected is a
//! list of one; documentation placeholders are recognised), and none of them may fail.

use crate::excerpt::Excerpt;
use crate::json::{Items, Kind, Value};
use crate::stamp::Stamp;

/// A leaf as text: a string decoded, a number or boolean as written; empty for anything else.
pub fn text(value: Value<'_>) -> Excerpt {
    match value.kind() {
        Kind::String | Kind::Number | Kind::Bool => value.excerpt(),
        Kind::Null | Kind::Array | Kind::Object => Excerpt::EMPTY,
    }
}

/// Like [`text`], but none where there is no text in it.
pub fn filled(value: Value<'_>) -> Option<Excerpt> {
    Some(text(value)).filter(|text| !text.is_empty())
}

/// A time: text in any documented spelling, or an epoch number; none for anything else.
pub fn stamp(value: Value<'_>) -> Option<Stamp> {
    match value.kind() {
        Kind::String => filled(value).map(Stamp::of),
        Kind::Number => Some(Stamp::of_number(text(value))),
        _ => None,
    }
}

/// A yes or no: a boolean, or its word as text.
pub fn answer(value: Value<'_>) -> Option<bool> {
    value.as_bool().or_else(|| match value.as_text()?.trim() {
        word if word.eq_ignore_ascii_case("true") => Some(true),
        word if word.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    })
}

/// The entries of a list: the items of an array, none of `null`, and anything else as a list of one.
/// The items of an array among them are entries too: nothing in a list within a list is passed over.
pub fn entries(list: Value<'_>) -> Entries<'_> {
    match list.kind() {
        Kind::Array => Entries { outer: Vec::new(), items: Some(list.items()), one: None },
        Kind::Null => Entries { outer: Vec::new(), items: None, one: None },
        _ => Entries { outer: Vec::new(), items: None, one: Some(list) },
    }
}

/// See [`entries`].
pub struct Entries<'d> {
    outer: Vec<Items<'d>>,
    items: Option<Items<'d>>,
    one: Option<Value<'d>>,
}

impl<'d> Iterator for Entries<'d> {
    type Item = Value<'d>;

    fn next(&mut self) -> Option<Value<'d>> {
        while let Some(items) = &mut self.items {
            match items.next() {
                Some(item) if item.kind() == Kind::Array => {
                    self.outer.extend(self.items.replace(item.items()));
                }
                Some(item) => return Some(item),
                None => self.items = self.outer.pop(),
            }
        }
        self.one.take()
    }
}

/// Each entry of a list that is or can be shown as text.
pub fn texts(list: Value<'_>) -> Vec<Excerpt> {
    read(list, filled)
}

/// What is read of each entry of a list, in just as much room as a list without oddities needs: lists are many.
pub fn read<T>(list: Value<'_>, entry: fn(Value<'_>) -> Option<T>) -> Vec<T> {
    let mut all = Vec::with_capacity(list.items().count());
    all.extend(entries(list).filter_map(entry));
    all
}

/// The object in `value`: itself, or the first item of a list that stands in its place.
pub fn object(value: Value<'_>) -> Option<Value<'_>> {
    entries(value).find(|entry| entry.kind() == Kind::Object)
}

/// Whether a text is what the documentation generator prints in place of a value: `string`, `Release
/// Object`, `List Object`, `One among: NONE, PENDING, READY`.
///
/// People paste the samples of the API portal; a placeholder says that there is something, not what.
pub fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let object =
        text.strip_suffix(" Object").is_some_and(|what| what.bytes().all(|byte| byte.is_ascii_alphabetic()));
    object || text == "string" || text.starts_with("One among:")
}
