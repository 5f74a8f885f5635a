//! The reader: one pass over the text that fills the arena.
//!
//! One loop and an explicit stack, so that nesting costs memory that is counted and never the call
//! stack, and so that it can stop at any value and go on later: a page without a worker reads in
//! slices. The only thing it allocates is the arena and the stack.

use super::document::{Document, LONGEST_TEXT, NamePlace, Node, Tag};
use super::encoding::Text;
use super::foreign;
use super::notice::{NoticeKind, Notices};
use super::refusal::{Class, Expected, Found, Refusal};
use super::string::{Content, Fault, plain_end, special_end};
use super::unique::shadow_duplicates;

/// How much is read before reading stops with a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The deepest nesting of arrays and objects.
    pub max_depth: u32,
    /// The most bytes; never more than 512 MB, however high it is set.
    pub max_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_depth: 512, max_bytes: 64 << 20 }
    }
}

/// Reads one JSON document from bytes in UTF-8, UTF-16 or Latin-1.
///
/// # Errors
/// A [`Refusal`] if the bytes are not one whole JSON document within the limits.
pub fn read(bytes: impl Into<Vec<u8>>, limits: &Limits) -> Result<Document, Refusal> {
    let mut reader = Reader::new(bytes, limits);
    loop {
        if let Progress::Done(result) = reader.advance(usize::MAX) {
            return result;
        }
    }
}

/// How far a [`Reader`] has come.
#[derive(Debug)]
pub enum Progress {
    /// There is more to read.
    Continue {
        /// Bytes read so far.
        done: usize,
        /// Bytes in all.
        total: usize,
    },
    /// The document, or why there is none.
    Done(Result<Document, Refusal>),
}

/// Reads a document in slices.
#[derive(Debug)]
pub struct Reader {
    limits: Limits,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Bytes(Vec<u8>),
    Values(Parser),
    Spent,
}

impl Reader {
    /// A reader that has read nothing yet.
    pub fn new(bytes: impl Into<Vec<u8>>, limits: &Limits) -> Self {
        Self { limits: limits.clone(), stage: Stage::Bytes(bytes.into()) }
    }

    /// Reads about `budget_bytes` more: it stops at the first value after them.
    ///
    /// The first call turns all bytes into text (fast, in one go). After `Done` the reader is empty.
    pub fn advance(&mut self, budget_bytes: usize) -> Progress {
        match std::mem::replace(&mut self.stage, Stage::Spent) {
            Stage::Bytes(bytes) => self.start(bytes, budget_bytes),
            Stage::Values(parser) => self.go_on(parser, budget_bytes),
            Stage::Spent => Progress::Done(Err(refusal_at("", Class::Empty, 0, Expected::Value))),
        }
    }

    fn start(&mut self, bytes: Vec<u8>, budget_bytes: usize) -> Progress {
        let limit = self.limits.max_bytes.min(LONGEST_TEXT);
        if bytes.len() > limit {
            return Progress::Done(Err(refusal_at("", Class::TooBig { limit }, 0, Expected::WithinLimit)));
        }
        if foreign::binary(&bytes) {
            return Progress::Done(Err(refusal_at("", Class::Binary, 0, Expected::Value)));
        }
        let size = bytes.len();
        let text = Text::from_bytes(bytes);
        if text.content.len() > LONGEST_TEXT {
            return Progress::Done(Err(refusal_at("", Class::TooBig { limit }, 0, Expected::WithinLimit)));
        }
        self.go_on(Parser::new(text, size, self.limits.max_depth), budget_bytes)
    }

    fn go_on(&mut self, mut parser: Parser, budget_bytes: usize) -> Progress {
        let stop = parser.at.saturating_add(budget_bytes.max(1));
        match parser.run(stop) {
            Ok(false) => {
                let (done, total) = (parser.at, parser.text.len());
                self.stage = Stage::Values(parser);
                Progress::Continue { done, total }
            }
            Ok(true) => Progress::Done(Ok(parser.into_document())),
            Err(fault) => Progress::Done(Err(parser.refusal(fault, &self.limits))),
        }
    }
}

/// A refusal at an offset of `text`.
fn refusal_at(text: &str, class: Class, offset: usize, expected: Expected) -> Refusal {
    let (line, column) = super::document::line_column(text, offset);
    let found = text.get(offset..).and_then(|rest| rest.chars().next()).map_or(Found::End, Found::Character);
    Refusal { class, line, column, offset, expected, found }
}

/// An array or object that is not closed yet.
#[derive(Clone, Copy, Debug)]
struct Open {
    id: u32,
    is_object: bool,
}

/// The state of a reading between two slices.
#[derive(Debug)]
struct Parser {
    text: String,
    /// Bytes as they came, before any change of encoding.
    size: usize,
    replaced: Vec<usize>,
    nodes: Vec<Node>,
    notices: Notices,
    /// Containers around the current one.
    outer: Vec<Open>,
    /// The innermost open container.
    current: Option<Open>,
    /// Where the next value is looked for.
    at: usize,
    /// Its name.
    name: NamePlace,
    max_depth: u32,
}

impl Parser {
    fn new(text: Text, size: usize, max_depth: u32) -> Self {
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
            replaced: text.replaced,
            nodes: Vec::new(),
            notices,
            outer: Vec::new(),
            current: None,
            at: 0,
            name: NamePlace::NONE,
            max_depth,
        }
    }

    /// Reads values until the document is complete (true) or `stop` is passed (false).
    fn run(&mut self, stop: usize) -> Result<bool, Fault> {
        loop {
            if self.at >= stop {
                return Ok(false);
            }
            if self.value()? && self.after_value()? {
                return Ok(true);
            }
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.byte(self.at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn fault<T>(&self, expected: Expected) -> Result<T, Fault> {
        Err(Fault { offset: self.at, expected })
    }

    /// Reads a leaf, an empty container, or the beginning of a container (then false: a value follows).
    fn value(&mut self) -> Result<bool, Fault> {
        self.skip_space();
        let start = self.at;
        match self.byte(start) {
            Some(b'"') => self.string(start)?,
            Some(b'{') => return self.open(start, true),
            Some(b'[') => return self.open(start, false),
            Some(b'-' | b'0'..=b'9') => self.number(start)?,
            Some(b't') => self.literal(start, "true", Tag::True)?,
            Some(b'f') => self.literal(start, "false", Tag::False)?,
            Some(b'n') => self.literal(start, "null", Tag::Null)?,
            _ => return self.fault(Expected::Value),
        }
        Ok(true)
    }

    fn push(&mut self, node: Node) -> Result<(), Fault> {
        if self.nodes.len() == self.nodes.capacity() {
            self.grow()?;
        }
        self.nodes.push(node);
        Ok(())
    }

    /// Makes room for as many values as the rest of the text has at the density so far.
    #[cold]
    fn grow(&mut self) -> Result<(), Fault> {
        let (len, done, total) = (self.nodes.len() as u64, self.at as u64 + 1, self.text.len() as u64);
        let expected = if len == 0 { total / 64 } else { len * total / done - len };
        let more = (expected + expected / 16 + len / 8 + 64) as usize;
        self.nodes.try_reserve_exact(more).or_else(|_| self.fault(Expected::WithinLimit))
    }

    fn leaf(&mut self, tag: Tag, start: usize, end: usize, escaped: bool) -> Result<(), Fault> {
        let parent = self.current.map_or(0, |open| open.id);
        let name = std::mem::take(&mut self.name);
        self.at = end;
        self.push(Node::leaf(tag, start..end, escaped, name, parent))
    }

    fn string(&mut self, start: usize) -> Result<(), Fault> {
        let (end, content) = self.string_end(start)?;
        self.leaf(Tag::String, start, end, content.escapes)
    }

    /// Scans the string whose opening quote stands at `start`.
    fn string_end(&mut self, start: usize) -> Result<(usize, Content), Fault> {
        let bytes = self.text.as_bytes();
        let end = plain_end(bytes, start + 1);
        if bytes.get(end) == Some(&b'"') {
            return Ok((end + 1, Content::default()));
        }
        let (end, content) = special_end(bytes, end)?;
        let id = self.nodes.len() as u32;
        if content.controls {
            self.notices.add(id, NoticeKind::ControlCharacter);
        }
        if content.lone_surrogates {
            self.notices.add(id, NoticeKind::LoneSurrogate);
        }
        Ok((end, content))
    }

    fn literal(&mut self, start: usize, word: &str, tag: Tag) -> Result<(), Fault> {
        for (index, expected) in word.bytes().enumerate() {
            if self.byte(start + index) != Some(expected) {
                return Err(Fault { offset: start + index, expected: Expected::Literal });
            }
        }
        self.leaf(tag, start, start + word.len(), false)
    }

    fn number(&mut self, start: usize) -> Result<(), Fault> {
        let bytes = self.text.as_bytes();
        let digits = start + usize::from(bytes.get(start) == Some(&b'-'));
        let mut end = if bytes.get(digits) == Some(&b'0') { digits + 1 } else { digits_end(bytes, digits)? };
        let mut large = end - digits > 300;
        if bytes.get(end) == Some(&b'.') {
            end = digits_end(bytes, end + 1)?;
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            end = digits_end(bytes, end + 1 + sign)?;
            large = true;
        }
        if large && self.text[start..end].parse().is_ok_and(|number: f64| number.is_infinite()) {
            self.notices.add(self.nodes.len() as u32, NoticeKind::NumberOutOfRange);
        }
        self.leaf(Tag::Number, start, end, false)
    }

    /// Opens a container; true if it is empty and so complete.
    fn open(&mut self, start: usize, is_object: bool) -> Result<bool, Fault> {
        let depth = self.outer.len() as u32 + u32::from(self.current.is_some());
        if depth >= self.max_depth {
            return self.fault(Expected::WithinLimit);
        }
        let id = self.nodes.len() as u32;
        let name = std::mem::take(&mut self.name);
        self.push(Node::open(if is_object { Tag::Object } else { Tag::Array }, start, name))?;
        self.outer.extend(self.current.replace(Open { id, is_object }));
        self.at = start + 1;
        self.skip_space();
        let closing = if is_object { b'}' } else { b']' };
        if self.byte(self.at) == Some(closing) {
            self.close();
            return Ok(true);
        }
        if is_object {
            self.member_name(Expected::NameOrBrace)?;
        } else if matches!(self.byte(self.at), None | Some(b',' | b'}' | b':')) {
            return self.fault(Expected::ValueOrBracket);
        }
        Ok(false)
    }

    /// Closes the innermost container at its closing bracket.
    fn close(&mut self) {
        self.at += 1;
        let Some(open) = self.current else { return };
        let next = self.nodes.len();
        self.nodes[open.id as usize].close(self.at, next);
        if open.is_object {
            shadow_duplicates(&self.text, &mut self.nodes, open.id, &mut self.notices);
        }
        self.current = self.outer.pop();
    }

    /// Reads `"name" :` at the current place, which white space may precede.
    fn member_name(&mut self, expected: Expected) -> Result<(), Fault> {
        self.skip_space();
        let start = self.at;
        if self.byte(start) != Some(b'"') {
            return self.fault(expected);
        }
        let (end, content) = self.string_end(start)?;
        self.at = end;
        self.skip_space();
        if self.byte(self.at) != Some(b':') {
            return self.fault(Expected::Colon);
        }
        self.at += 1;
        self.name = NamePlace::new(start, content.escapes);
        Ok(())
    }

    /// Reads what follows a value up to the next one (false), or to the end of the text (true).
    fn after_value(&mut self) -> Result<bool, Fault> {
        loop {
            self.skip_space();
            let Some(open) = self.current else {
                return if self.at == self.text.len() { Ok(true) } else { self.fault(Expected::End) };
            };
            match (self.byte(self.at), open.is_object) {
                (Some(b','), true) => {
                    self.at += 1;
                    self.member_name(Expected::Name)?;
                    return Ok(false);
                }
                (Some(b','), false) => {
                    self.at += 1;
                    return Ok(false);
                }
                (Some(b'}'), true) | (Some(b']'), false) => self.close(),
                (_, true) => return self.fault(Expected::CommaOrBrace),
                (_, false) => return self.fault(Expected::CommaOrBracket),
            }
        }
    }

    fn into_document(mut self) -> Document {
        for offset in std::mem::take(&mut self.replaced) {
            let after = self.nodes.partition_point(|node| node.first_byte() <= offset);
            self.notices.add(after.saturating_sub(1) as u32, NoticeKind::BrokenUtf8);
        }
        self.notices.sort();
        self.nodes.shrink_to_fit();
        Document::new(self.text, self.nodes, self.notices, self.size)
    }

    /// Names the fault: what the text is instead of one JSON document.
    fn refusal(&self, fault: Fault, limits: &Limits) -> Refusal {
        refusal_at(&self.text, self.class(fault, limits), fault.offset, fault.expected)
    }

    fn class(&self, fault: Fault, limits: &Limits) -> Class {
        let first = self.text.trim_start_matches([' ', '\n', '\r', '\t']);
        if fault.expected == Expected::WithinLimit {
            let too_deep = self.outer.len() as u32 + 1 >= limits.max_depth;
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

/// The offset after the digits at `at`, of which there must be one.
fn digits_end(bytes: &[u8], at: usize) -> Result<usize, Fault> {
    let count = bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count();
    if count == 0 { Err(Fault { offset: at, expected: Expected::Digit }) } else { Ok(at + count) }
}
