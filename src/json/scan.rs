//! The scan: one pass over the text that fills the arena.
//!
//! One loop and an explicit stack, so that nesting costs memory that is counted and never the call stack. The
//! only thing it allocates is the arena and the stack.

use std::ops::Range;

use super::names::{self, Names};
use super::node::{NamePlace, Node, Tag};
use super::notice::{NoticeKind, Notices};
use super::number::{is_out_of_range, number_end};
use super::pattern::word;
use super::refusal::Expected;
use super::string::{Content, Fault, string_end};
use super::unique::shadow_duplicates;

/// The array or object around the next value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
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
pub(super) const OUTSIDE: Open = Open { id: 0, kind: Around::Nothing, names: names::Progress::NONE };

/// One slice of a reading. Apart from [`Parser`], so that what changes with every byte (`at`,
/// `current`) can stay in registers: nothing that is not inlined gets a reference to it.
pub(super) struct Scan<'p> {
    pub(super) text: &'p str,
    pub(super) bytes: &'p [u8],
    pub(super) nodes: &'p mut Vec<Node>,
    pub(super) notices: &'p mut Notices,
    pub(super) names: &'p mut Names,
    pub(super) outer: &'p mut Vec<Open>,
    pub(super) current: Open,
    pub(super) at: usize,
    pub(super) max_depth: u32,
}

#[expect(clippy::inline_always, reason = "one loop in one function, or its state goes through memory")]
impl Scan<'_> {
    pub(super) fn run(&mut self, stop: usize) -> Result<bool, Fault> {
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
