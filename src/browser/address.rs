//! Addresses by the browser's own URL parser: resolved first, then judged.
//!
//! What a link says and where it leads are two things (tabs, backslashes, look-alike hosts, dots in
//! escapes), and only the parser that will be used for the request knows the second.

use web_sys::Url;

use crate::hal::crawl::Resolved;
use crate::hal::trust::{Parts, below_base, judge};

/// An absolute address as the browser understands it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As the browser writes it (secrets included: mask it before it is shown).
    pub href: String,
    /// Its parts.
    pub parts: Parts,
}

/// Parses an address, resolved against `base` if one is given; none if the browser takes it for no address.
pub fn parse(text: &str, base: Option<&str>) -> Option<Address> {
    let url = match base {
        Some(base) => Url::new_with_base(text, base),
        None => Url::new(text),
    };
    url.ok().map(|url| Address { href: url.href(), parts: parts_of(&url) })
}

/// Parses an address as a person types it: relative ones count from this page.
pub fn parse_typed(text: &str) -> Option<Address> {
    parse(text.trim(), page_href().as_deref())
}

fn parts_of(url: &Url) -> Parts {
    Parts {
        scheme: url.protocol().trim_end_matches(':').to_owned(),
        host: url.hostname(),
        port: url.port(),
        path: url.pathname(),
        user_info: !url.username().is_empty() || !url.password().is_empty(),
    }
}

/// What relative addresses of this page are resolved against.
pub fn page_href() -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.base_uri().ok().flatten()
}

/// The parts of this page's address. A page with an opaque origin (a sandboxed frame, a file) has no scheme
/// of the web, so that nothing counts as of its origin.
pub fn page() -> Parts {
    let origin =
        js_sys::Reflect::get(&js_sys::global(), &"origin".into()).ok().and_then(|origin| origin.as_string());
    let opaque = origin.as_deref().is_none_or(|origin| origin == "null");
    let here = web_sys::window().and_then(|window| window.location().href().ok());
    let parts = here.and_then(|href| parse(&href, None)).map(|address| address.parts).unwrap_or_default();
    if opaque { Parts { scheme: "null".to_owned(), ..parts } } else { parts }
}

/// What the user opened: the place that links may lead to without a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// Its address; the path counts for an explicit base alone.
    pub address: Address,
    /// Whether it was given as `base-url`, so that rooted links resolve below its path.
    pub is_explicit: bool,
}

impl Base {
    /// The attribute `base-url`, or what was typed into the field of that name; relative to this page.
    pub fn given(text: &str) -> Option<Self> {
        let mut address = parse_typed(text).filter(|address| address.parts.is_web())?;
        if !address.parts.path.ends_with('/') {
            address.href = address.href.split(['?', '#']).next().unwrap_or_default().to_owned() + "/";
            address.parts.path.push('/');
        }
        Some(Self { address, is_explicit: true })
    }

    /// The whole origin of a document that was opened by its address.
    pub fn of_document(address: &Address) -> Self {
        let parts = Parts { path: "/".to_owned(), ..address.parts.clone() };
        Self { address: Address { href: address.href.clone(), parts }, is_explicit: false }
    }

    /// The origin, to which a token belongs.
    pub fn origin(&self) -> String {
        self.address.parts.origin()
    }

    /// Resolves a link of the document at `document` (none for a file or pasted text) and judges it.
    pub fn resolve(&self, href: &str, document: Option<&str>) -> Option<Resolved> {
        let base_path = if self.is_explicit { self.address.parts.path.as_str() } else { "/" };
        let from = document.unwrap_or(&self.address.href);
        let address = parse(&below_base(href, base_path), Some(from))?;
        let judgement = judge(&address.parts, &self.address.parts);
        Some(Resolved { address: address.href, judgement })
    }
}

/// Where `href` leads, seen from the document at `document` (this page for a file or pasted text), when no
/// base was given.
pub fn judged(href: &str, document: Option<&str>) -> Option<Resolved> {
    let from = match document {
        Some(document) => parse(document, page_href().as_deref())?,
        None => Address { href: page_href()?, parts: page() },
    };
    Base::of_document(&from).resolve(href, document.and(Some(&from.href)))
}
