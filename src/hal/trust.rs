//! Where a link leads: what may be followed by itself, what is asked about, what is only text.
//!
//! Links come from strangers. Every one of them is resolved by the browser's URL parser first and judged
//! here *after* parsing, on its parts: a judgement over unparsed text has been wrong in every viewer that
//! tried it. The token and the automatic requests stay inside the base that the user opened.

use std::borrow::Cow;

use super::address::decoded;

/// The parts of an address as the browser's URL parser gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parts {
    /// Without the colon, in lower case: `https`.
    pub scheme: String,
    /// Without port, in punycode; IPv6 in brackets.
    pub host: String,
    /// Empty for the default port.
    pub port: String,
    /// With its leading slash, dot segments resolved.
    pub path: String,
    /// Whether a user name or password stands in it.
    pub user_info: bool,
}

impl Parts {
    /// Scheme, host and port as one text, such as `https://api.example:8443`: what a token belongs to.
    pub fn origin(&self) -> String {
        let colon = if self.port.is_empty() { "" } else { ":" };
        format!("{}://{}{colon}{}", self.scheme, self.host, self.port)
    }

    /// Host with port, as it is shown to people.
    pub fn host_shown(&self) -> String {
        let colon = if self.port.is_empty() { "" } else { ":" };
        format!("{}{colon}{}", self.host, self.port)
    }

    /// Whether it is an address of the web.
    pub fn is_web(&self) -> bool {
        matches!(self.scheme.as_str(), "http" | "https")
    }
}

/// Where a link leads, seen from the base.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// The same origin, and the base has no path: may be followed.
    SameOrigin,
    /// The same origin, below the base's path: may be followed.
    WithinBase,
    /// The same origin, but outside the base's path: asked about.
    Climbs {
        /// Its path.
        path: String,
    },
    /// Another origin: shown with its host and asked about; never gets the token.
    OtherOrigin {
        /// Host and port, in punycode.
        host: String,
        /// Whether it goes from `https` to `http`, which browsers refuse for data.
        loses_encryption: bool,
    },
    /// A user name or password in the address: shown without them, never followed.
    UserInfo {
        /// Host and port, in punycode.
        host: String,
    },
    /// Not an address of the web: text only.
    NotWeb {
        /// The scheme, such as `javascript`.
        scheme: String,
    },
}

impl Judgement {
    /// Whether it may be requested without asking.
    pub fn is_inside(&self) -> bool {
        matches!(self, Self::SameOrigin | Self::WithinBase)
    }

    /// Whether it may be requested after a click.
    pub fn can_be_asked(&self) -> bool {
        !matches!(self, Self::NotWeb { .. } | Self::UserInfo { .. })
    }
}

/// Judges a resolved address against the base that the user opened.
pub fn judge(target: &Parts, base: &Parts) -> Judgement {
    let host = target.host_shown();
    if !target.is_web() {
        return Judgement::NotWeb { scheme: target.scheme.clone() };
    }
    if target.user_info {
        return Judgement::UserInfo { host };
    }
    if target.origin() != base.origin() {
        let loses_encryption = base.scheme == "https" && target.scheme == "http";
        return Judgement::OtherOrigin { host, loses_encryption };
    }
    match base_path(&base.path) {
        "" => Judgement::SameOrigin,
        path if below(&target.path, path) => Judgement::WithinBase,
        _ => Judgement::Climbs { path: target.path.clone() },
    }
}

/// A base's path without its trailing slash: empty for a whole origin.
fn base_path(path: &str) -> &str {
    path.trim_end_matches('/')
}

fn below(path: &str, base: &str) -> bool {
    let starts = path.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    starts && !climbs_when_decoded(path)
}

/// Whether a gateway that undoes percent-encoding would see dot segments: `%2f..`, `%5c..`, twice encoded.
fn climbs_when_decoded(path: &str) -> bool {
    let mut text = Cow::Borrowed(path);
    for _ in 0..3 {
        let next = decoded(&text).into_owned();
        if next.split(['/', '\\']).any(|segment| matches!(segment, ".." | ".")) {
            return true;
        }
        text = Cow::Owned(next);
    }
    false
}

/// A link as it has to be resolved behind a gateway: `/v1/…` of an API that is served below the path of
/// `base` (such as `/catalog-api/`) gets that path in front, unless it has it already.
///
/// Only links that begin with exactly one slash are changed; all others are the browser's business.
pub fn below_base<'h>(href: &'h str, base_path_given: &str) -> Cow<'h, str> {
    let base = base_path(base_path_given);
    let trimmed = href.trim_start_matches(|c: char| c <= ' ');
    let rooted = trimmed.starts_with('/') && !trimmed.starts_with("//") && !trimmed.starts_with("/\\");
    let path = trimmed.split(['?', '#']).next().unwrap_or_default();
    let already = path.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if base.is_empty() || !rooted || already || trimmed.contains(['\t', '\n', '\r']) {
        return Cow::Borrowed(href);
    }
    Cow::Owned(format!("{base}{trimmed}"))
}
