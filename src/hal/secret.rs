//! Secrets out of everything that is shown, exported or logged.
//!
//! A depot address carries its token as a path segment, servers echo headers in error bodies, signed
//! storage addresses carry their signature in the query. So nothing reaches a page, a file or a log but
//! through [`address`] or [`Secrets::text`].

use crate::order;
use std::borrow::Cow;

use super::address::{decoded, split};

/// What stands in the place of a secret.
pub const MASK: &str = "***";

/// Tokens that are known, so that they are found wherever a server echoes them.
#[derive(Clone, Default)]
pub struct Secrets {
    known: Vec<String>,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Secrets({})", self.known.len())
    }
}

impl Secrets {
    /// The given tokens; texts of fewer than 6 bytes are left out, they would mask ordinary words.
    pub fn new<T: Into<String>>(tokens: impl IntoIterator<Item = T>) -> Self {
        let mut known: Vec<String> = tokens
            .into_iter()
            .map(Into::into)
            .map(|token| token.trim().to_owned())
            .filter(|token| token.len() >= 6)
            .collect();
        // A token may hold another one: the longer is masked first.
        order::sort_by(&mut known, |a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        known.dedup();
        Self { known }
    }

    /// The same with more texts that must not be shown.
    #[must_use]
    pub fn and(self, more: impl IntoIterator<Item = String>) -> Self {
        Self::new(self.known.into_iter().chain(more))
    }

    /// A text without the known tokens, in whichever spelling; borrowed if none stands in it.
    pub fn known_masked<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut out = Cow::Borrowed(text);
        for token in &self.known {
            for spelling in spellings(token) {
                if !spelling.is_empty() && out.contains(spelling.as_str()) {
                    out = Cow::Owned(out.replace(spelling.as_str(), MASK));
                }
            }
        }
        out
    }

    /// Texts of which one stands in every spelling of each known token, so that one look at the bytes tells
    /// whether there may be any; empty if nothing is known.
    pub fn signs(&self) -> Vec<&str> {
        let longest = |token: &'_ String| -> (usize, usize) {
            let plain = |byte: &u8| byte.is_ascii_alphanumeric();
            let bytes = token.as_bytes();
            let (mut best, mut start) = ((0, 0), 0);
            for at in 0..=bytes.len() {
                if bytes.get(at).is_some_and(plain) {
                    continue;
                }
                if at - start > best.1 - best.0 {
                    best = (start, at);
                }
                start = at + 1;
            }
            best
        };
        let sign = |token| {
            let (start, end) = longest(token);
            token.get(start..end).unwrap_or_default()
        };
        self.known.iter().map(sign).collect()
    }

    /// An address without secrets, see [`address`], and without the known tokens.
    pub fn address(&self, text: &str) -> String {
        self.known_masked(&address(text)).into_owned()
    }

    /// Any text without secrets: known tokens (also percent-encoded, and as they are escaped in JSON), what
    /// follows `Bearer` or `Basic`, JSON web tokens, and the secrets of every address in it.
    pub fn text(&self, text: &str) -> String {
        let text = self.known_masked(text);
        let words: Vec<Cow<'_, str>> = pieces(&text).into_iter().map(piece).collect();
        without_credentials(&words)
    }
}

/// The ways in which a server may echo a token: as it is, percent-encoded, and as JSON writers escape it
/// (those that write for web pages escape more than they need).
fn spellings(token: &str) -> Vec<String> {
    let encoded = token.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(byte as char);
        } else {
            use std::fmt::Write as _;
            let _ = write!(out, "%{byte:02X}");
        }
        out
    });
    let plain = token.replace('\\', "\\\\").replace('"', "\\\"");
    let mut all = vec![token.to_owned(), encoded, plain.replace('/', "\\/"), plain.clone()];
    for escaped in ["=&<>'", "+&<>'`", "+=&<>'`", "/=&<>'", "/+=&<>'"] {
        all.push(escaped_in_json(token, escaped, |letter| format!("\\u{letter:04x}")));
        all.push(escaped_in_json(token, escaped, |letter| format!("\\u{letter:04X}")));
    }
    order::sort(&mut all);
    all.dedup();
    // The longest first: one may hold another.
    order::sort_by(&mut all, |a, b| b.len().cmp(&a.len()));
    all
}

fn escaped_in_json(token: &str, escaped: &str, escape: impl Fn(u32) -> String) -> String {
    let letter = |letter: char| match letter {
        '\\' | '"' => format!("\\{letter}"),
        _ if escaped.contains(letter) => escape(u32::from(letter)),
        _ => letter.to_string(),
    };
    token.chars().map(letter).collect()
}

/// An address without secrets: user info, the token segment of a depot (`/<token>/PROD/…`), web tokens and
/// session ids in the path, and secret query or fragment parameters are replaced by [`MASK`].
pub fn address(text: &str) -> String {
    let parts = split(text);
    let mut out = String::with_capacity(text.len());
    if let Some(scheme) = parts.scheme {
        out.push_str(scheme);
        out.push(':');
    }
    if let Some(authority) = parts.authority {
        out.push_str("//");
        match authority.rsplit_once('@') {
            Some((_, server)) => {
                out.push_str(MASK);
                out.push('@');
                out.push_str(server);
            }
            None => out.push_str(authority),
        }
    }
    out.push_str(&masked_path(parts.path, depot_host(parts.authority)));
    for (mark, pairs) in [('?', parts.query), ('#', parts.fragment)] {
        if let Some(pairs) = pairs {
            out.push(mark);
            out.push_str(&masked_pairs(pairs));
        }
    }
    out
}

/// The parts of an address that [`address`] takes out, to be masked wherever a server echoes them.
pub fn hidden(text: &str) -> Vec<String> {
    let cuts = ['/', '?', '&', '=', '#', '@', ';'];
    let shown = address(text);
    let kept: Vec<&str> = shown.split(cuts).collect();
    text.split(cuts).filter(|part| part.len() >= 6 && !kept.contains(part)).map(str::to_owned).collect()
}

/// Whether the host is one whose first path segment is a download token.
fn depot_host(authority: Option<&str>) -> bool {
    let server = authority.unwrap_or_default().rsplit('@').next().unwrap_or_default();
    let host = server.split(':').next().unwrap_or_default().trim_end_matches('.').to_ascii_lowercase();
    host == "dl.broadcom.com" || host.ends_with(".dl.broadcom.com")
}

fn masked_path(path: &str, depot: bool) -> String {
    let segments: Vec<&str> = path.split('/').collect();
    let first = segments.iter().position(|segment| !segment.is_empty());
    let masked = segments.iter().enumerate().map(|(index, &segment)| {
        let next = segments.get(index + 1).copied().unwrap_or_default();
        let before_depot = next.eq_ignore_ascii_case("PROD") && opaque(segment);
        let first_of_depot = depot && Some(index) == first && !segment.eq_ignore_ascii_case("PROD");
        if before_depot || first_of_depot || web_token(segment) {
            return Cow::Borrowed(MASK);
        }
        match segment.split_once(';') {
            Some((name, pairs)) => Cow::Owned(format!("{name};{}", masked_pairs(pairs))),
            None => Cow::Borrowed(segment),
        }
    });
    masked.collect::<Vec<_>>().join("/")
}

/// Whether a path segment looks like a token rather than a name: long, and not one word of a language.
fn opaque(segment: &str) -> bool {
    let digits = segment.bytes().filter(u8::is_ascii_digit).count();
    let upper = segment.bytes().any(|byte| byte.is_ascii_uppercase());
    let lower = segment.bytes().any(|byte| byte.is_ascii_lowercase());
    segment.len() >= 12 && (digits > 0 || (upper && lower)) || segment.len() >= 24
}

/// Whether a text is a JSON web token: three parts of base 64, of which the first begins a JSON object.
fn web_token(text: &str) -> bool {
    let base64 = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'='))
    };
    text.starts_with("eyJ")
        && text.len() >= 20
        && text.matches('.').count() >= 1
        && text.split('.').all(base64)
}

fn masked_pairs(pairs: &str) -> String {
    let masked = pairs.split('&').map(|pair| match pair.split_once('=') {
        Some((name, value)) if !value.is_empty() && (secret_name(name) || secret_value(value)) => {
            Cow::Owned(format!("{name}={MASK}"))
        }
        None if secret_value(pair) => Cow::Borrowed(MASK),
        _ => Cow::Borrowed(pair),
    });
    masked.collect::<Vec<_>>().join("&")
}

/// Names of parameters that hold secrets, in lower case without `-`, `_` and `.`.
const SECRET_NAMES: [&str; 36] = [
    "accesskey",
    "accesskeyid",
    "accesstoken",
    "apikey",
    "apitoken",
    "assertion",
    "auth",
    "authorization",
    "authtoken",
    "awsaccesskeyid",
    "bearer",
    "clientsecret",
    "credential",
    "credentials",
    "downloadtoken",
    "googleaccessid",
    "idtoken",
    "jsessionid",
    "jwt",
    "passwd",
    "password",
    "phpsessid",
    "pwd",
    "refreshtoken",
    "samlrequest",
    "samlresponse",
    "secret",
    "session",
    "sessionid",
    "sid",
    "sig",
    "signature",
    "subscriptionkey",
    "ticket",
    "token",
    "xapikey",
];

fn secret_name(name: &str) -> bool {
    let plain: String = decoded(name)
        .chars()
        .filter(|c| !matches!(c, '-' | '_' | '.'))
        .collect::<String>()
        .to_ascii_lowercase();
    // Signed storage addresses: X-Amz-Signature, X-Amz-Credential, X-Goog-Signature and their kin.
    let signed = plain.starts_with("xamz") || plain.starts_with("xgoog");
    signed
        || SECRET_NAMES.binary_search(&plain.as_str()).is_ok()
        || plain.ends_with("token")
        || plain.ends_with("secret")
}

/// A value that is a secret by itself: a web token, or an address that holds one.
fn secret_value(value: &str) -> bool {
    let plain = decoded(value);
    let nested = || (plain.contains("://") || plain.starts_with('/')) && plain.contains(['=', '@']);
    web_token(&plain) || (nested() && address_once(&plain))
}

/// Whether an address inside an address holds a secret parameter or user info; looks no deeper.
fn address_once(text: &str) -> bool {
    let parts = split(text);
    let pairs = [parts.query, parts.fragment].into_iter().flatten();
    let named = pairs
        .flat_map(|pairs| pairs.split('&'))
        .any(|pair| secret_name(pair.split('=').next().unwrap_or_default()));
    named || parts.authority.is_some_and(|authority| authority.contains('@'))
}

/// A text cut where an address or a word ends, separators kept.
fn pieces(text: &str) -> Vec<&str> {
    let separator = |c: char| {
        c.is_whitespace()
            || matches!(c, '"' | '\'' | '<' | '>' | '`' | ',' | '(' | ')' | '[' | ']' | '{' | '}' | '|')
    };
    text.split_inclusive(separator)
        .flat_map(|word| {
            let end =
                word.len() - word.chars().next_back().filter(|&c| separator(c)).map_or(0, char::len_utf8);
            let (word, tail) = word.split_at(end);
            [word, tail]
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn piece(word: &str) -> Cow<'_, str> {
    let start = word.find("://").map(|colon| scheme_start(word, colon));
    match start {
        Some(start) => Cow::Owned(format!("{}{}", &word[..start], address(&word[start..]))),
        None if word.starts_with('/') => Cow::Owned(address(word)),
        None => word_without_secret(word),
    }
}

fn scheme_start(word: &str, colon: usize) -> usize {
    word[..colon].rfind(|c: char| !c.is_ascii_alphanumeric()).map_or(0, |index| index + 1)
}

/// `token=…`, a cookie, or a web token in running text.
fn word_without_secret(word: &str) -> Cow<'_, str> {
    if web_token(word.trim_end_matches(['.', ';', ':'])) {
        return Cow::Borrowed(MASK);
    }
    match word.split_once('=') {
        Some((name, value)) if !value.is_empty() && secret_name(name) => Cow::Owned(format!("{name}={MASK}")),
        _ => Cow::Borrowed(word),
    }
}

/// What the words so far say about the next one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Plain,
    /// A secret's name was read: after a colon comes its value.
    Named,
    /// The value of a secret.
    Value,
    /// What follows `Bearer` or `Basic`.
    Credential,
}

/// Masks what follows `Bearer` and `Basic`, and the values of `"password": "…"` and its kin.
fn without_credentials(words: &[Cow<'_, str>]) -> String {
    let mut out = String::new();
    let mut next = Next::Plain;
    let mut quoted = false;
    for word in words {
        let mark = word.trim().is_empty() || matches!(&**word, "\"" | "'" | "\\");
        if mark {
            out.push_str(word);
            quoted = !word.trim().is_empty();
            continue;
        }
        let masked = match next {
            Next::Credential => word.len() >= 8,
            Next::Value => quoted || word.bytes().any(|byte| byte.is_ascii_digit()),
            Next::Plain | Next::Named => false,
        };
        let scheme = word.eq_ignore_ascii_case("bearer") || word.eq_ignore_ascii_case("basic");
        out.push_str(if masked && !scheme { MASK } else { word });
        next = match next {
            _ if scheme => Next::Credential,
            Next::Named if &**word == ":" => Next::Value,
            _ => after(word),
        };
        quoted = false;
    }
    out
}

fn after(word: &str) -> Next {
    match word.strip_suffix(':') {
        Some(name) if secret_name(name) => Next::Value,
        None if secret_name(word) => Next::Named,
        _ => Next::Plain,
    }
}

/// The request as a `curl` command for a POSIX shell: the address without secrets, the token only as
/// `$TOKEN`.
pub fn curl(text: &str, with_token: bool) -> String {
    let token = if with_token { " -H \"Authorization: Bearer $TOKEN\"" } else { "" };
    let quoted = address(text).replace('\'', "'\\''");
    format!("curl -sS -H 'Accept: application/hal+json, application/json'{token} '{quoted}'")
}
