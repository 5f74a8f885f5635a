//! The pages of a list: which are missing, and under which addresses.
//!
//! Two envelopes and several spellings of their parameters are in use, and neither has links from page to
//! page: the next address is the one that was asked with another number in it. Servers lie about counts,
//! answer every page with the first one, or never end; every list ends here with a reason.

use std::collections::{BTreeMap, BTreeSet};

use crate::json::{Kind, Value, ValueId};

use super::address::{canonical, parameter, with_parameter};

/// What a page says about its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Which envelope it is.
    pub family: Family,
    /// The number of this page, as given.
    pub number: Option<u64>,
    /// How many items a full page has.
    pub size: Option<u64>,
    /// How many items there are on all pages.
    pub total: Option<u64>,
    /// How many pages there are.
    pub pages: Option<u64>,
    /// The list of items.
    pub items: ValueId,
    /// How many items stand on this page.
    pub here: u64,
    /// Members that are no whole numbers.
    pub odd: Vec<ValueId>,
}

/// The two envelopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// `{page, page_size, total_size, total_pages, items}`, pages from 1 (Application Catalog).
    Catalog,
    /// `{elements, pageMetadata {pageNumber, pageSize, totalElements, totalPages}}`, pages from 0 (Cloud
    /// Foundation).
    Foundation,
}

/// Reads the envelope of a value; none if it is not a page.
pub fn read(value: Value<'_>) -> Option<Envelope> {
    let metadata = value.get("pageMetadata").filter(|metadata| metadata.kind() == Kind::Object);
    if let (Some(items), Some(metadata)) = (value.get("elements"), metadata) {
        let names = ["pageNumber", "pageSize", "totalElements", "totalPages"];
        return Some(envelope(Family::Foundation, items, metadata, names));
    }
    let items = value.get("items")?;
    let names = ["page", "page_size", "total_size", "total_pages"];
    let counted = names.iter().any(|name| value.get(name).is_some());
    counted.then(|| envelope(Family::Catalog, items, value, names))
}

fn envelope(family: Family, items: Value<'_>, holder: Value<'_>, names: [&str; 4]) -> Envelope {
    let mut odd = Vec::new();
    let [number, size, total, pages] =
        names.map(|name| holder.get(name).and_then(|value| whole_number(value, &mut odd)));
    let here = match items.kind() {
        Kind::Array => items.len() as u64,
        Kind::Null => 0,
        _ => 1,
    };
    Envelope { family, number, size, total, pages, items: items.id(), here, odd }
}

/// A whole number, also as text or with `.0`.
fn whole_number(value: Value<'_>, odd: &mut Vec<ValueId>) -> Option<u64> {
    let exact = value.as_u64();
    if exact.is_none() && !value.is_null() {
        odd.push(value.id());
    }
    exact.or_else(|| value.shown().trim().trim_end_matches(".0").parse().ok())
}

/// A mark by which two pages with the same items are known: eight bytes of their text at a time, since a page may have
/// millions, mixed as the hash of rustc does (`FxHasher`).
pub fn fingerprint(items: Value<'_>) -> u64 {
    let (words, rest) = items.raw().as_bytes().as_chunks::<8>();
    let mixed = |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    let whole = words.iter().fold(0, |hash, word| mixed(hash, u64::from_le_bytes(*word)));
    let hash = rest.iter().fold(whole, |hash, byte| mixed(hash, u64::from(*byte)));
    mixed(hash, items.raw().len() as u64)
}

/// The parameter that names a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// `page` (with `page_size` or `size`).
    Page,
    /// `page_number` (with `page_size`).
    PageNumber,
    /// `pageNumber` (with `pageSize`).
    PageNumberCamel,
}

impl Spelling {
    /// The parameter's name.
    pub const fn parameter(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::PageNumber => "page_number",
            Self::PageNumberCamel => "pageNumber",
        }
    }

    /// The spelling that an address uses, else the one of its API.
    fn of(address: &str, family: Family) -> Self {
        let used = [Self::PageNumber, Self::PageNumberCamel, Self::Page];
        let family = match family {
            Family::Catalog => Self::Page,
            Family::Foundation => Self::PageNumberCamel,
        };
        used.into_iter().find(|spelling| parameter(address, spelling.parameter()).is_some()).unwrap_or(family)
    }
}

/// How the reading of a list ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// Pages are missing.
    Reading,
    /// All pages were read.
    Complete,
    /// A page before the stated end was empty: what was counted is not there.
    EmptyPage,
    /// A page held the same items as another one: the server ignores the page number.
    SamePage,
    /// Some pages could not be read.
    PagesFailed,
}

/// One list that is read page by page.
#[derive(Clone, Debug)]
pub struct Pages {
    asked: String,
    spelling: Spelling,
    first: u64,
    opened: u64,
    /// The number after the last page, as far as known.
    after: u64,
    total: Option<u64>,
    /// Whether the counts are absent, so that only the next page can tell.
    counted: bool,
    size: Option<u64>,
    arrived: BTreeMap<u64, Arrived>,
    failed: BTreeSet<u64>,
    ended: Option<End>,
}

#[derive(Clone, Copy, Debug)]
struct Arrived {
    here: u64,
    fingerprint: u64,
}

impl Pages {
    /// The list to which the answer to `asked` belongs.
    pub fn new(asked: &str, envelope: &Envelope, fingerprint: u64) -> Self {
        let spelling = Spelling::of(asked, envelope.family);
        let asked_number =
            parameter(asked, spelling.parameter()).and_then(|number| number.parse::<u64>().ok());
        let first = first_number(envelope, asked_number);
        let number = asked_number.or(envelope.number).unwrap_or(first).max(first);
        let stated = stated_pages(envelope);
        let mut pages = Self {
            asked: asked.to_owned(),
            spelling,
            first,
            opened: number,
            after: first.saturating_add(stated.unwrap_or(1)).max(number.saturating_add(1)),
            total: envelope.total,
            counted: stated.is_some(),
            size: envelope.size,
            arrived: BTreeMap::new(),
            failed: BTreeSet::new(),
            ended: None,
        };
        pages.arrived(number, envelope.here, fingerprint);
        pages
    }

    /// The pages that were not read yet, in order, with their addresses. The iterator is lazy: a server may
    /// claim any number of pages.
    pub fn missing(&self) -> impl Iterator<Item = (u64, String)> + '_ {
        self.missing_numbers().map(|number| (number, self.address(number)))
    }

    /// The numbers of the pages that were not read yet, in order; as lazy.
    pub fn missing_numbers(&self) -> impl Iterator<Item = u64> + '_ {
        let end = if self.ended == Some(End::SamePage) { self.first } else { self.after };
        (self.first..end).filter(|number| self.is_missing(*number))
    }

    /// Whether a page is part of the list and was not read yet.
    pub fn is_missing(&self, number: u64) -> bool {
        let within = self.ended != Some(End::SamePage) && (self.first..self.after).contains(&number);
        within && !self.arrived.contains_key(&number) && !self.failed.contains(&number)
    }

    /// What all pages of one list have in common, in whichever order they are met.
    pub fn key(&self) -> String {
        canonical(&self.address(0))
    }

    /// The number of the page that the list was made of.
    pub fn opened(&self) -> u64 {
        self.opened
    }

    /// How many pages are missing.
    pub fn missing_count(&self) -> u64 {
        if self.ended == Some(End::SamePage) {
            return 0;
        }
        (self.after - self.first).saturating_sub((self.arrived.len() + self.failed.len()) as u64)
    }

    /// The address of a page: the one that was asked, with another number; all else untouched.
    pub fn address(&self, number: u64) -> String {
        with_parameter(&self.asked, self.spelling.parameter(), &number.to_string())
    }

    /// Takes in a page: how many items it held, and their [`fingerprint`].
    pub fn arrived(&mut self, number: u64, here: u64, fingerprint: u64) {
        let same = self
            .arrived
            .iter()
            .any(|(&other, page)| other != number && page.here > 0 && page.fingerprint == fingerprint);
        self.failed.remove(&number);
        if same && here > 0 {
            self.ended = Some(End::SamePage);
            return;
        }
        self.arrived.insert(number, Arrived { here, fingerprint });
        if here == 0 {
            self.end_before(number);
        } else if !self.counted && self.size.is_some_and(|size| size > 0 && here >= size) {
            // Nothing was counted, and the page is full: there may be one more.
            self.after = self.after.max(number.saturating_add(2));
        }
    }

    /// Nothing is on page `number`, so nothing is asked after it.
    fn end_before(&mut self, number: u64) {
        let expected =
            self.counted && number + 1 < self.after && number >= self.first && self.total != Some(0);
        self.after = self.after.min(number.saturating_add(1)).max(self.first);
        if expected {
            self.ended = Some(End::EmptyPage);
        }
    }

    /// The number after the last page, as far as known.
    pub fn after(&self) -> u64 {
        self.after
    }

    /// Notes that a page could not be read.
    pub fn failed(&mut self, number: u64) {
        self.failed.insert(number);
    }

    /// Asks for the failed pages again.
    pub fn retry(&mut self) {
        self.failed.clear();
    }

    /// Items read so far.
    pub fn items_read(&self) -> u64 {
        self.arrived.values().fold(0, |sum, page| sum.saturating_add(page.here))
    }

    /// Items on all pages, as the server says.
    pub fn items_total(&self) -> Option<u64> {
        self.total
    }

    /// Pages in all, as far as known.
    pub fn pages_total(&self) -> u64 {
        self.after - self.first
    }

    /// How it ended, if it did.
    pub fn end(&self) -> End {
        match self.ended {
            Some(End::SamePage) => End::SamePage,
            _ if self.missing_count() > 0 => End::Reading,
            _ if !self.failed.is_empty() => End::PagesFailed,
            Some(end) => end,
            None => End::Complete,
        }
    }
}

/// The number of the first page: 1 for the catalogue, 0 for Cloud Foundation, unless the answer shows that
/// the server counts otherwise.
fn first_number(envelope: &Envelope, asked: Option<u64>) -> u64 {
    let zero = asked == Some(0) || (asked.is_none() && envelope.number == Some(0));
    let unasked_one = asked.is_none() && envelope.number == Some(1);
    let beyond = envelope.number.is_some() && envelope.number == envelope.pages && envelope.pages > Some(0);
    match envelope.family {
        Family::Catalog => u64::from(!zero),
        Family::Foundation => u64::from(!zero && (unasked_one || beyond)),
    }
}

/// How many pages are stated; of two statements that disagree, the larger one (an empty page ends it).
fn stated_pages(envelope: &Envelope) -> Option<u64> {
    let computed = match (envelope.total, envelope.size) {
        (Some(total), Some(size)) if size > 0 => Some(total.div_ceil(size)),
        _ => None,
    };
    match (envelope.pages, computed) {
        (Some(pages), Some(computed)) => Some(pages.max(computed)),
        (pages, computed) => pages.or(computed),
    }
}
