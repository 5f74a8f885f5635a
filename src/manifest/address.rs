//! An address as text, from text or from the object that the older documentation prints.
//!
//! The object is how a generator shows Java's `java.net.URL`; real files carry plain text (domain.md 2.3).

use std::borrow::Cow;

use crate::excerpt::Excerpt;
use crate::json::{Kind, Value};
use crate::leaf;

/// An address as text; empty if there is none, or only a placeholder. User information is left out.
pub(super) fn read(value: Value<'_>) -> Excerpt {
    let text = match value.kind() {
        Kind::Object => from_parts(value).into(),
        _ => leaf::text(value),
    };
    if leaf::is_placeholder(&text) { Excerpt::EMPTY } else { text }
}

/// `protocol://host[:port]file[#ref]`, with `file` or else `path[?query]`.
fn from_parts(object: Value<'_>) -> String {
    let part = |name: &str| match object.get(name) {
        Some(value) if value.is_leaf() && !value.is_null() => value.shown(),
        _ => Cow::Borrowed(""),
    };
    let (protocol, authority) = (part("protocol"), authority(&part));
    if leaf::is_placeholder(&protocol) || (protocol.is_empty() && authority.is_empty()) {
        return String::new();
    }
    let mut address = format!("{protocol}://{authority}");
    match part("file") {
        file if !file.is_empty() => address.push_str(&file),
        _ => {
            address.push_str(&part("path"));
            push_after(&mut address, '?', &part("query"));
        }
    }
    push_after(&mut address, '#', &part("ref"));
    address
}

/// Host and port; `port` is -1 where the address has none.
fn authority<'d>(part: &impl Fn(&str) -> Cow<'d, str>) -> String {
    let authority = part("authority");
    let without_user = authority.rsplit('@').next().unwrap_or_default();
    if !without_user.is_empty() {
        return without_user.to_owned();
    }
    let mut host = part("host").into_owned();
    if part("port").parse().is_ok_and(|port: u16| port > 0) && part("port") != part("defaultPort") {
        push_after(&mut host, ':', &part("port"));
    }
    host
}

fn push_after(address: &mut String, mark: char, text: &str) {
    if !text.is_empty() {
        address.push(mark);
        address.push_str(text);
    }
}
