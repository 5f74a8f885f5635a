//! The wrapping of a document: one object, a bare list, or a page in one of its spellings.

use super::{Page, customization, release};
use crate::json::{Kind, Value};
use crate::leaf;

/// The members that hold the entries of a page: the catalogue's, Cloud Foundation's, Spring's.
const LISTS: [&str; 3] = ["items", "elements", "content"];
/// The names under which HAL collections embed their entries here.
const EMBEDDED: [&str; 5] = ["items", "elements", "content", "releases", "customizations"];

/// What a document holds, its wrapping taken off.
pub(super) struct Envelope<'d> {
    /// In document order.
    pub(super) entries: Vec<Value<'d>>,
    /// What the wrapping said, where there is one.
    pub(super) page: Option<Page>,
}

impl<'d> Envelope<'d> {
    /// Takes the wrapping off.
    pub(super) fn of(root: Value<'d>) -> Self {
        if root.kind() == Kind::Array {
            return Self { entries: root.items().collect(), page: None };
        }
        match list(root) {
            Some(list) => {
                let entries: Vec<_> = leaf::entries(list).collect();
                let page = Some(page(root, entries.len()));
                Self { entries, page }
            }
            None => Self { entries: vec![root], page: None },
        }
    }
}

/// The list that a page holds; none if the object stands for itself.
fn list(root: Value<'_>) -> Option<Value<'_>> {
    if release::is_release(root) || customization::is_customization(root) {
        return None;
    }
    let listed = LISTS.iter().find_map(|name| root.get(name));
    listed.or_else(|| {
        let embedded = root.get("_embedded")?;
        EMBEDDED.iter().find_map(|name| embedded.get(name))
    })
}

/// What the members beside the list say, in the three spellings of domain.md 1.2 and Cloud Foundation's.
fn page(root: Value<'_>, here: usize) -> Page {
    let metadata = ["pageMetadata", "page"].iter().find_map(|name| root.get(name)).and_then(leaf::object);
    let number = |names: &[&str]| {
        let places = [Some(root), metadata];
        let found = places
            .into_iter()
            .flatten()
            .find_map(|place| names.iter().find_map(|name| count(place.get(name)?)));
        found.unwrap_or_default()
    };
    Page {
        number: number(&["page", "page_number", "pageNumber", "number"]),
        size: number(&["page_size", "size", "pageSize"]),
        total: number(&["total_size", "totalElements", "total"]),
        pages: number(&["total_pages", "totalPages"]),
        here: here as u64,
    }
}

/// A count, also one written as text.
fn count(value: Value<'_>) -> Option<u64> {
    value.as_u64().or_else(|| value.as_text()?.trim().parse().ok())
}
