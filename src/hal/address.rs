//! Addresses as text: one spelling for each, and query strings edited in place.
//!
//! The browser's URL parser resolves and judges addresses; what is done here is only what has to be the
//! same in native tests: one key for the ten spellings of an address, so that it is asked for once, and a
//! new page number in a query string of which every other byte stays as the server wrote it.

use memchr::memchr2;
use std::borrow::Cow;
use std::fmt::Write as _;

/// The five parts of an address (RFC 3986, section 3), as written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Split<'a> {
    /// Before the first colon.
    pub scheme: Option<&'a str>,
    /// After `//`: user info, host and port.
    pub authority: Option<&'a str>,
    /// Up to the query or fragment.
    pub path: &'a str,
    /// After `?`.
    pub query: Option<&'a str>,
    /// After `#`.
    pub fragment: Option<&'a str>,
}

/// Splits an address into its parts (the expression of RFC 3986, appendix B).
pub fn split(address: &str) -> Split<'_> {
    let (rest, fragment) = cut(address, '#');
    let (rest, query) = cut(rest, '?');
    let (scheme, rest) = match rest.split_once(':') {
        Some((scheme, rest)) if scheme_like(scheme) => (Some(scheme), rest),
        _ => (None, rest),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            (Some(&rest[..end]), &rest[end..])
        }
        None => (None, rest),
    };
    Split { scheme, authority, path, query, fragment }
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    match text.split_once(at) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

fn scheme_like(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// The one spelling of an absolute address: the key by which requests and answers are known.
///
/// Scheme and host in lower case, no default port, no dot segments, percent-encoding only where it is
/// needed and in upper case, no fragment, no empty query (RFC 3986, section 6.2). The order of a query's
/// parameters is kept, since it may mean something.
pub fn canonical(address: &str) -> String {
    let parts = split(address.trim());
    let (Some(scheme), Some(authority)) = (parts.scheme, parts.authority) else {
        return cut(address.trim(), '#').0.to_owned();
    };
    let scheme = scheme.to_ascii_lowercase();
    let mut key = format!("{scheme}://{}", canonical_authority(authority, &scheme));
    let path = without_dot_segments(&canonical_percent(parts.path));
    key.push_str(if path.is_empty() { "/" } else { &path });
    if let Some(query) = parts.query.filter(|query| !query.is_empty()) {
        key.push('?');
        key.push_str(&canonical_percent(query));
    }
    key
}

fn canonical_authority(authority: &str, scheme: &str) -> String {
    let (user, server) = match authority.rsplit_once('@') {
        Some((user, server)) => (format!("{user}@"), server),
        None => (String::new(), authority),
    };
    let (host, port) = match server.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (host, port),
        _ => (server, ""),
    };
    let port = port.trim_start_matches('0');
    let default = matches!((scheme, port), (_, "") | ("http", "80") | ("https", "443"));
    let port = if default { String::new() } else { format!(":{port}") };
    format!("{user}{}{port}", host.to_ascii_lowercase())
}

/// Percent-encoding in one form: unreserved characters plain, all others in upper case.
fn canonical_percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if let Some(decoded) = escape_at(bytes, at) {
            push_byte(&mut out, decoded, unreserved(decoded));
            at += 3;
        } else {
            push_byte(&mut out, byte, byte.is_ascii_graphic());
            at += 1;
        }
    }
    out
}

fn push_byte(out: &mut String, byte: u8, plain: bool) {
    if plain {
        out.push(byte as char);
    } else {
        let _ = write!(out, "%{byte:02X}");
    }
}

fn unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// The byte that a percent-encoded triplet at `at` stands for.
fn escape_at(bytes: &[u8], at: usize) -> Option<u8> {
    if bytes.get(at) != Some(&b'%') {
        return None;
    }
    let digit = |offset: usize| (*bytes.get(at + offset)? as char).to_digit(16);
    Some((digit(1)? * 16 + digit(2)?) as u8)
}

/// Text with percent-encoding undone once; bytes that are no UTF-8 become U+FFFD.
pub fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escape = escape_at(bytes, at);
        out.push(escape.unwrap_or(byte));
        at += if escape.is_some() { 3 } else { 1 };
    }
    Cow::Owned(String::from_utf8_lossy(&out).into_owned())
}

/// Removes `.` and `..` from a path (RFC 3986, section 5.2.4).
fn without_dot_segments(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let absolute = path.starts_with('/');
    let mut segments = path.split('/').skip(usize::from(absolute)).peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." | ".." => {
                if segment == ".." {
                    kept.pop();
                }
                if last {
                    kept.push("");
                }
            }
            _ => kept.push(segment),
        }
    }
    format!("{}{}", if absolute { "/" } else { "" }, kept.join("/"))
}

/// The last path segment, without query, percent-encoding undone: the id in an address of one resource.
pub fn last_segment(address: &str) -> Option<String> {
    let path = split(address).path;
    let last = path.trim_end_matches('/').rsplit('/').next()?;
    (!last.is_empty()).then(|| decoded(last).into_owned())
}

/// The value of a query parameter as written, of several the first.
pub fn parameter<'a>(address: &'a str, name: &str) -> Option<&'a str> {
    split(address).query?.split('&').find_map(|pair| {
        let (key, value) = cut(pair, '=');
        (key == name).then_some(value.unwrap_or_default())
    })
}

/// The address with one query parameter set: replaced where it stands, else added at the end. Every other
/// byte stays as it is.
pub fn with_parameter(address: &str, name: &str, value: &str) -> String {
    let (rest, fragment) = cut(address, '#');
    let (before, query) = cut(rest, '?');
    let pair = format!("{name}={value}");
    let mut pairs: Vec<&str> =
        query.filter(|query| !query.is_empty()).map(|query| query.split('&').collect()).unwrap_or_default();
    match pairs.iter_mut().find(|pair| cut(pair, '=').0 == name) {
        Some(place) => *place = &pair,
        None => pairs.push(&pair),
    }
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    format!("{before}?{}{fragment}", pairs.join("&"))
}

/// The address that answers with whole dependencies and dependants instead of links to them, where the
/// catalogue offers that: `expand_relationships` on its releases, unless it is asked for already.
pub fn expanded(address: &str) -> Option<String> {
    let segments: Vec<&str> = split(address).path.trim_matches('/').rsplit('/').collect();
    let list = matches!(segments.as_slice(), ["releases", _, "catalogs", ..]);
    let one = matches!(segments.as_slice(), [_, "releases", _, "catalogs", ..]);
    let asked = parameter(address, "expand_relationships") == Some("true");
    ((list || one) && !asked).then(|| with_parameter(address, "expand_relationships", "true"))
}

/// Whether an address holds a brace, as written or encoded: a template that nobody filled in. Such an
/// address is never requested.
pub fn has_braces(address: &str) -> bool {
    let braces = |text: &str| memchr2(b'{', b'}', text.as_bytes()).is_some();
    braces(address) || (address.contains('%') && braces(&decoded(split(address).path)))
}
