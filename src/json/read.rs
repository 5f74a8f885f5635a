//! The reader: one pass over the text that fills the arena.
//!
//! One loop and an explicit stack, so that nesting costs memory that is counted and never the call
//! stack, and so that it can stop at any value and go on later: a page without a worker reads in
//! slices. The only thing it allocates is the arena and the stack.

use std::ops::Range;

use super::document::{Document, LONGEST_TEXT, NamePlace, Node, Tag};
use super::encoding::Text;
use super::foreign;
use super::names::{self, Names};
use super::notice::{NoticeKind, Notices};
use super::pattern::word;
use super::refusal::{Class, Expected, Found, Refusal};
use super::string::{Content, Fault, string_end};
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
    finish(Reader::new(bytes, limits))
}

/// The same without what `mask` takes out of the text, see [`Reader::mask`].
///
/// # Errors
/// As [`read`].
pub fn read_masked(
    bytes: impl Into<Vec<u8>>,
    limits: &Limits,
    mask: &dyn Fn(&str) -> Option<String>,
) -> Result<Document, Refusal> {
    let mut reader = Reader::new(bytes, limits);
    reader.mask(mask);
    finish(reader)
}

fn finish(mut reader: Reader) -> Result<Document, Refusal> {
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
    refused: Option<Vec<u8>>,
}

#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "there is one of it at a time, and it never moves")]
enum Stage {
    Bytes(Vec<u8>),
    /// The text, and how many bytes it came in.
    Text(Text, usize),
    Values(Parser),
    Spent,
}

impl Reader {
    /// A reader that has read nothing yet.
    pub fn new(bytes: impl Into<Vec<u8>>, limits: &Limits) -> Self {
        Self { limits: limits.clone(), stage: Stage::Bytes(bytes.into()), refused: None }
    }

    /// The bytes as they came, after a refusal: they are shown and kept all the same.
    pub fn into_refused(self) -> Vec<u8> {
        self.refused.unwrap_or_default()
    }

    /// Takes out of the text what must not be in it, before anything of it is read: `mask` gives the text
    /// without it, or none if it is not in there. The bytes as they came are kept ([`Document::received`]).
    pub fn mask(&mut self, mask: &dyn Fn(&str) -> Option<String>) {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Spent) {
            Stage::Bytes(bytes) if bytes.len() <= self.most_bytes() && !foreign::binary(&bytes) => {
                let size = bytes.len();
                Stage::Text(Text::from_bytes(bytes).masked(mask), size)
            }
            other => other,
        };
    }

    fn most_bytes(&self) -> usize {
        self.limits.max_bytes.min(LONGEST_TEXT)
    }

    /// Reads about `budget_bytes` more: it stops at the first value after them.
    ///
    /// The first call turns all bytes into text (fast, in one go). After `Done` the reader is empty.
    pub fn advance(&mut self, budget_bytes: usize) -> Progress {
        match std::mem::replace(&mut self.stage, Stage::Spent) {
            Stage::Bytes(bytes) => self.start(bytes, budget_bytes),
            Stage::Text(text, size) => self.start_text(text, size, budget_bytes),
            Stage::Values(parser) => self.go_on(parser, budget_bytes),
            Stage::Spent => Progress::Done(Err(refusal_at("", Class::Empty, 0, Expected::Value))),
        }
    }

    fn start(&mut self, bytes: Vec<u8>, budget_bytes: usize) -> Progress {
        let limit = self.most_bytes();
        if bytes.len() > limit {
            self.refused = Some(bytes);
            return Progress::Done(Err(refusal_at("", Class::TooBig { limit }, 0, Expected::WithinLimit)));
        }
        if foreign::binary(&bytes) {
            self.refused = Some(bytes);
            return Progress::Done(Err(refusal_at("", Class::Binary, 0, Expected::Value)));
        }
        let size = bytes.len();
        self.start_text(Text::from_bytes(bytes), size, budget_bytes)
    }

    fn start_text(&mut self, text: Text, size: usize, budget_bytes: usize) -> Progress {
        if text.content.len() > LONGEST_TEXT {
            let limit = self.most_bytes();
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
            Err(fault) => {
                let refusal = parser.refusal(fault, &self.limits);
                self.refused = Some(parser.into_document().into_received());
                Progress::Done(Err(refusal))
            }
        }
    }
}

/// A refusal at an offset of `text`.
fn refusal_at(text: &str, class: Class, offset: usize, expected: Expected) -> Refusal {
    let (line, column) = super::document::line_column(text, offset);
    let found = text.get(offset..).and_then(|rest| rest.chars().next()).map_or(Found::End, Found::Character);
    Refusal { class, line, column, offset, expected, found }
}

/// The array or object around the next value.
#[derive(Clone, Copy, Debug)]
struct Open {
    id: u32,
    kind: Around,
    names: names::Progress,
}

/// What a value can stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Around {
    Nothing,
    Array,
    Object,
}

/// Around the root there is nothing.
const OUTSIDE: Open = Open { id: 0, kind: Around::Nothing, names: names::Progress::NONE };

/// The state of a reading between two slices.
#[derive(Debug)]
struct Parser {
    text: String,
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
    at: usize,
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
    fn run(&mut self, stop: usize) -> Result<bool, Fault> {
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

    fn into_document(mut self) -> Document {
        for offset in std::mem::take(&mut self.replaced) {
            let after = self.nodes.partition_point(|node| node.first_byte() <= offset);
            self.notices.add(after.saturating_sub(1) as u32, NoticeKind::BrokenUtf8);
        }
        self.notices.sort();
        self.nodes.shrink_to_fit();
        Document::new(self.text, self.nodes, self.notices, self.size, self.received)
    }

    /// Names the fault: what the text is instead of one JSON document.
    fn refusal(&self, fault: Fault, limits: &Limits) -> Refusal {
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

/// One slice of a reading. Apart from [`Parser`], so that what changes with every byte (`at`,
/// `current`) can stay in registers: nothing that is not inlined gets a reference to it.
struct Scan<'p> {
    text: &'p str,
    bytes: &'p [u8],
    nodes: &'p mut Vec<Node>,
    notices: &'p mut Notices,
    names: &'p mut Names,
    outer: &'p mut Vec<Open>,
    current: Open,
    at: usize,
    max_depth: u32,
}

#[expect(clippy::inline_always, reason = "one loop in one function, or its state goes through memory")]
impl Scan<'_> {
    fn run(&mut self, stop: usize) -> Result<bool, Fault> {
        while self.at < stop {
            let name =
                if self.current.kind == Around::Object { self.member_name()? } else { NamePlace::NONE };
            if self.value(name)? && self.after_value()? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    #[inline(always)]
    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    /// The next byte that is no white space, at which the scan then stands.
    #[inline(always)]
    fn next_byte(&mut self) -> Option<u8> {
        match self.byte(self.at) {
            Some(b' ' | b'\n' | b'\r' | b'\t') => {
                self.at = space_end(self.bytes, self.at + 1);
                self.byte(self.at)
            }
            other => other,
        }
    }

    #[inline(always)]
    fn fault<T>(&self, expected: Expected) -> Result<T, Fault> {
        Err(Fault { offset: self.at, expected })
    }

    /// Whether nothing was read yet of what is in the current container.
    #[inline(always)]
    fn is_first(&self) -> bool {
        self.nodes.len() == self.current.id as usize + 1
    }

    /// Reads a leaf, an empty container, or the beginning of a container (then false: more follows).
    #[inline(always)]
    fn value(&mut self, name: NamePlace) -> Result<bool, Fault> {
        let first = self.next_byte();
        let start = self.at;
        match first {
            Some(b'"') => self.string(start, name)?,
            Some(b'{') => return self.open(start, Around::Object, name),
            Some(b'[') => return self.open(start, Around::Array, name),
            Some(b'-' | b'0'..=b'9') => self.number(start, name)?,
            Some(b't') => self.literal(start, b"true", Tag::True, name)?,
            Some(b'f') => self.literal(start, b"false", Tag::False, name)?,
            Some(b'n') => self.literal(start, b"null", Tag::Null, name)?,
            _ if self.current.kind == Around::Array && self.is_first() => {
                return self.fault(Expected::ValueOrBracket);
            }
            _ => return self.fault(Expected::Value),
        }
        Ok(true)
    }

    #[inline(always)]
    fn push(&mut self, node: Node) -> Result<(), Fault> {
        if self.nodes.len() == self.nodes.capacity() && !grow(self.nodes, self.at, self.bytes.len()) {
            return self.fault(Expected::WithinLimit);
        }
        self.nodes.push(node);
        Ok(())
    }

    #[inline(always)]
    fn leaf(&mut self, tag: Tag, span: Range<usize>, escaped: bool, name: NamePlace) -> Result<(), Fault> {
        self.at = span.end;
        self.push(Node::leaf(tag, span, escaped, name, self.current.id))
    }

    #[inline(always)]
    fn string(&mut self, start: usize, name: NamePlace) -> Result<(), Fault> {
        let (end, content) = string_end(self.bytes, start + 1)?;
        self.note(content);
        self.leaf(Tag::String, start..end, content.escapes, name)
    }

    /// Names what is odd in the string of the coming value, or in its name.
    #[inline(always)]
    fn note(&mut self, content: Content) {
        let id = self.nodes.len() as u32;
        if content.controls {
            self.notices.add(id, NoticeKind::ControlCharacter);
        }
        if content.lone_surrogates {
            self.notices.add(id, NoticeKind::LoneSurrogate);
        }
    }

    #[inline(always)]
    fn literal(&mut self, start: usize, word: &[u8], tag: Tag, name: NamePlace) -> Result<(), Fault> {
        let end = start + word.len();
        if self.bytes.get(start..end) != Some(word) {
            return Err(literal_fault(self.bytes, start, word));
        }
        self.leaf(tag, start..end, false, name)
    }

    #[inline(always)]
    fn number(&mut self, start: usize, name: NamePlace) -> Result<(), Fault> {
        let (end, is_large) = number_end(self.bytes, start)?;
        if is_large && is_out_of_range(self.text, start, end) {
            self.notices.add(self.nodes.len() as u32, NoticeKind::NumberOutOfRange);
        }
        self.leaf(Tag::Number, start..end, false, name)
    }

    /// Opens a container; true if it is empty and so complete.
    #[inline(always)]
    fn open(&mut self, start: usize, kind: Around, name: NamePlace) -> Result<bool, Fault> {
        if self.outer.len() >= self.max_depth as usize {
            return self.fault(Expected::WithinLimit);
        }
        let id = self.nodes.len() as u32;
        let (tag, closing) = if kind == Around::Object { (Tag::Object, b'}') } else { (Tag::Array, b']') };
        self.push(Node::open(tag, start, name))?;
        let names = self.names.below(self.current.names, self.current.kind == Around::Object);
        self.outer.push(self.current);
        self.current = Open { id, kind, names };
        self.at = start + 1;
        let is_empty = self.next_byte() == Some(closing);
        if is_empty {
            self.close();
        }
        Ok(is_empty)
    }

    /// Closes the innermost container at its closing bracket.
    #[inline(always)]
    fn close(&mut self) {
        self.at += 1;
        let open = self.current;
        let next = self.nodes.len();
        self.nodes[open.id as usize].close(self.at, next);
        if open.names.is_unsure {
            shadow_duplicates(self.text, self.nodes, open.id, self.notices);
        }
        self.current = self.outer.pop().unwrap_or(OUTSIDE);
    }

    /// Reads `"name" :` at the current place, which white space may precede.
    #[inline(always)]
    fn member_name(&mut self) -> Result<NamePlace, Fault> {
        if self.next_byte() != Some(b'"') {
            return self.fault(if self.is_first() { Expected::NameOrBrace } else { Expected::Name });
        }
        let start = self.at;
        let mut escaped = false;
        if let Some((place, end)) = self.names.foreseen(self.current.names, self.bytes, start + 1) {
            self.current.names.note(place);
            self.at = end;
        } else {
            let (end, content, progress) = self.names.other(self.current.names, self.bytes, start + 1)?;
            self.note(content);
            (self.at, self.current.names, escaped) = (end, progress, content.escapes);
        }
        if self.next_byte() != Some(b':') {
            return self.fault(Expected::Colon);
        }
        self.at += 1;
        Ok(NamePlace::new(start, escaped))
    }

    /// Reads what follows a value up to the next one (false), or to the end of the text (true).
    #[inline(always)]
    fn after_value(&mut self) -> Result<bool, Fault> {
        loop {
            let next = self.next_byte();
            match (next, self.current.kind) {
                (Some(b','), Around::Object | Around::Array) => {
                    self.at += 1;
                    return Ok(false);
                }
                (Some(b'}'), Around::Object) | (Some(b']'), Around::Array) => self.close(),
                (None, Around::Nothing) => return Ok(true),
                (_, Around::Nothing) => return self.fault(Expected::End),
                (_, Around::Object) => return self.fault(Expected::CommaOrBrace),
                (_, Around::Array) => return self.fault(Expected::CommaOrBracket),
            }
        }
    }
}

/// Makes room for as many values as the rest of the text has at the density so far.
#[cold]
#[inline(never)]
fn grow(nodes: &mut Vec<Node>, at: usize, total: usize) -> bool {
    let (len, done, total) = (nodes.len() as u64, at as u64 + 1, total as u64);
    let expected = if len == 0 { total / 64 } else { (len * total / done).saturating_sub(len) };
    let more = expected + expected / 16 + len / 8 + 64;
    nodes.try_reserve_exact(more as usize).is_ok()
}

/// The offset of the first byte from `at` on that is no white space.
#[inline(never)]
fn space_end(bytes: &[u8], mut at: usize) -> usize {
    const SPACES: u64 = 0x2020_2020_2020_2020;
    loop {
        // Indentation is long runs of spaces.
        while word(bytes, at) == Some(SPACES) {
            at += 8;
        }
        if !matches!(bytes.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            return at;
        }
        at += 1;
    }
}

/// The place where a text that begins like `word` leaves it.
#[cold]
fn literal_fault(bytes: &[u8], start: usize, word: &[u8]) -> Fault {
    let rest = bytes.get(start..).unwrap_or_default();
    let same = rest.iter().zip(word).take_while(|(one, other)| one == other).count();
    Fault { offset: start + same, expected: Expected::Literal }
}

/// The offset after a number, and whether it may be beyond the range of `f64`.
#[inline]
fn number_end(bytes: &[u8], start: usize) -> Result<(usize, bool), Fault> {
    let digits = start + usize::from(bytes.get(start) == Some(&b'-'));
    let mut end = if bytes.get(digits) == Some(&b'0') { digits + 1 } else { digits_end(bytes, digits)? };
    let mut is_large = end - digits > 300;
    if bytes.get(end) == Some(&b'.') {
        end = digits_end(bytes, end + 1)?;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        end = digits_end(bytes, end + 1 + sign)?;
        is_large = true;
    }
    Ok((end, is_large))
}

#[cold]
fn is_out_of_range(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end)
        .and_then(|number| number.parse().ok())
        .is_some_and(|number: f64| number.is_infinite())
}

/// The offset after the digits at `at`, of which there must be one.
#[inline]
fn digits_end(bytes: &[u8], at: usize) -> Result<usize, Fault> {
    let mut end = at;
    while bytes.get(end).is_some_and(u8::is_ascii_digit) {
        end += 1;
    }
    if end == at { Err(Fault { offset: at, expected: Expected::Digit }) } else { Ok(end) }
}
