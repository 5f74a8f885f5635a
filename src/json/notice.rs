//! What was odd about a document and could be read all the same.
//!
//! A list that a hostile document can make as long as itself is a second document: so the first
//! notices are kept and the rest is counted.

use super::ValueId;
use crate::order;

/// How many notices of a document are kept.
const KEPT: usize = 1_000;

/// One oddity, at its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Notice {
    /// The value, or the member with this value; the root for what concerns the whole text.
    pub at: ValueId,
    /// What is odd.
    pub kind: NoticeKind,
}

/// The oddities that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeKind {
    /// The text began with a byte-order mark, which RFC 8259 section 8.1 forbids.
    ByteOrderMark,
    /// The text was UTF-16.
    Utf16,
    /// The text was Latin-1 (ISO 8859-1, or Windows-1252).
    Latin1,
    /// Bytes that are no UTF-8 (or half a pair in UTF-16) were replaced by U+FFFD.
    BrokenUtf8,
    /// A later member of the same object has the same name; this one is replaced by it.
    DuplicateKey,
    /// An escape names half a surrogate pair; it is read as U+FFFD.
    LoneSurrogate,
    /// A string holds a control character that is not escaped.
    ControlCharacter,
    /// A number is beyond the range of `f64`; its text is kept.
    NumberOutOfRange,
}

const KINDS: usize = NoticeKind::NumberOutOfRange as usize + 1;

/// The first notices of a document, and how many there are of each kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Notices {
    list: Vec<Notice>,
    counts: [u32; KINDS],
}

impl Notices {
    /// Counts a notice, and keeps it while there is room.
    #[cold]
    pub(super) fn add(&mut self, at: u32, kind: NoticeKind) {
        self.counts[kind as usize] += 1;
        if self.list.len() < KEPT {
            self.list.push(Notice { at: ValueId(at), kind });
        }
    }

    pub(super) fn list(&self) -> &[Notice] {
        &self.list
    }

    pub(super) fn count(&self, kind: NoticeKind) -> u32 {
        self.counts[kind as usize]
    }

    /// Puts them into document order.
    pub(super) fn sort(&mut self) {
        order::sort(&mut self.list);
    }
}
