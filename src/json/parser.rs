//! The state of a reading between two slices, and what comes of it: a document, or why there is none.

use super::document::{Document, line_column};
use super::encoding::Text;
use super::foreign;
use super::names::Names;
use super::node::{LONGEST_TEXT, Node};
use super::notice::{NoticeKind, Notices};
use super::read::Limits;
use super::refusal::{Class, Expected, Found, Refusal};
use super::scan::{OUTSIDE, Open, Scan};
use super::string::Fault;

/// The state of a reading between two slices.
#[derive(Debug)]
pub(super) struct Parser {
    pub(super) text: String,
    /// Bytes as they came, before any change of encoding.
    size: usize,
    received: Option<Vec<u8>>,
    replaced: Vec<usize>,
    nodes: Vec<Node>,
    notices: Notices,
    names: Names,
    /// What stands around the current container.
    outer: Vec<Open>,
    /// The innermost open container.
    current: Open,
    /// Where the next value is looked for.
    pub(super) at: usize,
    max_depth: u32,
}

impl Parser {
    pub(super) fn new(text: Text, size: usize, max_depth: u32) -> Self {
        let mut notices = Notices::default();
        let facts = [
            (text.byte_order_mark, NoticeKind::ByteOrderMark),
            (text.utf16, NoticeKind::Utf16),
            (text.latin1, NoticeKind::Latin1),
        ];
        for (_, kind) in facts.into_iter().filter(|&(given, _)| given) {
            notices.add(0, kind);
        }
        Self {
            text: text.content,
            size,
            received: text.received,
            replaced: text.replaced,
            nodes: Vec::new(),
            notices,
            names: Names::new(),
            outer: Vec::new(),
            current: OUTSIDE,
            at: 0,
            max_depth,
        }
    }

    /// Reads values until the document is complete (true) or `stop` is passed (false).
    pub(super) fn run(&mut self, stop: usize) -> Result<bool, Fault> {
        let mut scan = Scan {
            text: &self.text,
            bytes: self.text.as_bytes(),
            nodes: &mut self.nodes,
            notices: &mut self.notices,
            names: &mut self.names,
            outer: &mut self.outer,
            current: self.current,
            at: self.at,
            max_depth: self.max_depth,
        };
        let result = scan.run(stop);
        (self.current, self.at) = (scan.current, scan.at);
        result
    }

    pub(super) fn into_document(mut self) -> Document {
        for offset in std::mem::take(&mut self.replaced) {
            let after = self.nodes.partition_point(|node| node.first_byte() <= offset);
            self.notices.add(after.saturating_sub(1) as u32, NoticeKind::BrokenUtf8);
        }
        self.notices.sort();
        self.nodes.shrink_to_fit();
        Document::new(self.text, self.nodes, self.notices, self.size, self.received)
    }

    /// Names the fault: what the text is instead of one JSON document.
    pub(super) fn refusal(&self, fault: Fault, limits: &Limits) -> Refusal {
        refusal_at(&self.text, self.class(fault, limits), fault.offset, fault.expected)
    }

    fn class(&self, fault: Fault, limits: &Limits) -> Class {
        let first = self.text.trim_start_matches([' ', '\n', '\r', '\t']);
        if fault.expected == Expected::WithinLimit {
            let too_deep = self.outer.len() >= limits.max_depth as usize;
            let limit = limits.max_bytes.min(LONGEST_TEXT);
            return if too_deep {
                Class::TooDeep { limit: limits.max_depth }
            } else {
                Class::TooBig { limit }
            };
        }
        if first.is_empty() {
            return Class::Empty;
        }
        if fault.expected == Expected::End {
            let end = self.nodes.first().map_or(0, |root| root.last_byte());
            let rest = foreign::class_of_rest(&self.text, end, fault.offset);
            let start =
                if first.starts_with(['{', '[']) { None } else { foreign::class_of_start(&self.text) };
            return start.or(rest).unwrap_or(Class::Syntax);
        }
        let start = if self.nodes.is_empty() { foreign::class_of_start(&self.text) } else { None };
        let otherwise = if fault.offset >= self.text.len() { Class::Truncated } else { Class::Syntax };
        start.unwrap_or(otherwise)
    }
}

/// A refusal at an offset of `text`.
pub(super) fn refusal_at(text: &str, class: Class, offset: usize, expected: Expected) -> Refusal {
    let (line, column) = line_column(text, offset);
    let found = text.get(offset..).and_then(|rest| rest.chars().next()).map_or(Found::End, Found::Character);
    Refusal { class, line, column, offset, expected, found }
}
