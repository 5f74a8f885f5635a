//! One key for each address, so that a release that is known by address only is one node.

use crate::hal::address::{canonical, split};

/// The key of a link's target: its canonical address, with the origin of its document where it has none.
///
/// An address in a document without an address stays as it is written: two hosts may use one path.
pub(super) fn key_of(href: &str, document: Option<&str>) -> String {
    let href = href.trim();
    let is_path = href.starts_with('/') && !href.starts_with("//");
    match document.and_then(origin).filter(|_| is_path) {
        Some(origin) => canonical(&format!("{origin}{href}")),
        None => canonical(href),
    }
}

/// Scheme, host and port of an absolute address.
fn origin(address: &str) -> Option<String> {
    let parts = split(address);
    Some(format!("{}://{}", parts.scheme?, parts.authority?))
}
