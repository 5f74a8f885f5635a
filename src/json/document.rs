//! The document as read: a flat arena of values over the text they came from.
//!
//! A value is 16 bytes: where it stands in the text, where its subtree ends, where its name begins.
//! Everything else (decoded strings, numbers, names) is taken from the text when somebody asks, so that
//! reading allocates nothing for a value, and what is shown is what was written.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::excerpt::Excerpt;

use super::notice::{Notice, NoticeKind, Notices};
use super::pattern::{Pattern, word};
use super::string::decoded;

/// The most bytes of text that a [`Document`] can hold (512 MB): places are kept in 29 bits.
pub(super) const LONGEST_TEXT: usize = PLACE as usize;

const PLACE: u32 = (1 << 29) - 1;
const KIND_SHIFT: u32 = 29;
const ESCAPED: u32 = 1 << 31;
const NAME_ESCAPED: u32 = 1 << 31;
const SHADOWED: u32 = 1 << 30;

/// The kind of a value, with the two booleans apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,
}

/// One value of the arena.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Offset of the first byte; the tag in the upper three bits.
    start: u32,
    /// Offset after the last byte; whether a string has escapes in the uppermost bit.
    end: u32,
    /// Offset of the name's opening quote, 0 for an item or the root; flags in the upper bits.
    name: u32,
    /// For an array or object: the id after its last descendant. For a leaf: the id of its parent.
    link: u32,
}

const _: () = assert!(size_of::<Node>() == 16, "a value is 16 bytes");

/// A member's name as the reader found it: where it begins, and whether it has escapes.
#[derive(Clone, Copy, Debug)]
pub(super) struct NamePlace(u32);

impl NamePlace {
    /// No name: an item of an array, or the root.
    pub(super) const NONE: Self = Self(0);

    /// The name whose opening quote stands at `start`.
    #[inline]
    pub(super) fn new(start: usize, escaped: bool) -> Self {
        Self(start as u32 | if escaped { NAME_ESCAPED } else { 0 })
    }
}

impl Node {
    /// A value without children.
    #[inline]
    pub(super) fn leaf(tag: Tag, span: Range<usize>, escaped: bool, name: NamePlace, parent: u32) -> Self {
        Self {
            start: span.start as u32 | (tag as u32) << KIND_SHIFT,
            end: span.end as u32 | if escaped { ESCAPED } else { 0 },
            name: name.0,
            link: parent,
        }
    }

    /// An array or object whose end is not known yet.
    #[inline]
    pub(super) fn open(tag: Tag, start: usize, name: NamePlace) -> Self {
        Self { start: start as u32 | (tag as u32) << KIND_SHIFT, end: 0, name: name.0, link: 0 }
    }

    /// Sets the end of an array or object: of its text, and of its subtree.
    #[inline]
    pub(super) fn close(&mut self, end: usize, next: usize) {
        self.end = end as u32;
        self.link = next as u32;
    }

    /// Marks a member that a later one of the same name replaces.
    pub(super) fn shadow(&mut self) {
        self.name |= SHADOWED;
    }

    #[inline]
    fn start(self) -> usize {
        (self.start & PLACE) as usize
    }

    #[inline]
    fn end(self) -> usize {
        (self.end & PLACE) as usize
    }

    #[inline]
    fn is_escaped(self) -> bool {
        self.end & ESCAPED != 0
    }

    #[inline]
    fn name_start(self) -> Option<usize> {
        match (self.name & PLACE) as usize {
            0 => None,
            start => Some(start),
        }
    }

    /// The offset after the last byte.
    pub(super) fn last_byte(self) -> usize {
        self.end()
    }

    /// Where the name stands in the text, quotes included; empty where there is none.
    #[inline]
    fn name_span(self, text: &str) -> Range<usize> {
        let Some(start) = self.name_start() else { return 0..0 };
        // Between the name's last quote and the value there is a colon and white space alone.
        let upto_value = text.as_bytes().get(start..self.start()).unwrap_or_default();
        let last_quote = upto_value.iter().rposition(|&byte| byte == b'"').unwrap_or(1);
        start..start + last_quote + 1
    }

    /// The name as written, without quotes; empty where there is none.
    #[inline]
    pub(super) fn name_inner(self, text: &str) -> &str {
        let span = self.name_span(text);
        text.get(span.start + 1..span.end.wrapping_sub(1)).unwrap_or_default()
    }

    #[inline]
    pub(super) fn is_name_escaped(self) -> bool {
        self.name & NAME_ESCAPED != 0
    }

    /// The offset where the value begins, its name included.
    pub(super) fn first_byte(self) -> usize {
        self.name_start().unwrap_or_else(|| self.start())
    }

    #[inline]
    fn tag(self) -> Tag {
        match self.start >> KIND_SHIFT {
            0 => Tag::Null,
            1 => Tag::False,
            2 => Tag::True,
            3 => Tag::Number,
            4 => Tag::String,
            5 => Tag::Array,
            _ => Tag::Object,
        }
    }

    #[inline]
    fn is_container(self) -> bool {
        self.start >> KIND_SHIFT >= Tag::Array as u32
    }

    /// The id after the last descendant of the value `id`, which is this one.
    #[inline]
    pub(super) fn next(self, id: u32) -> u32 {
        if self.is_container() { self.link } else { id + 1 }
    }
}

/// The place of a value in its document: values are numbered in document order, the root is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId(pub u32);

impl ValueId {
    /// The whole document.
    pub const ROOT: Self = Self(0);
}

/// The six kinds of JSON values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number, of any size and precision.
    Number,
    /// A string.
    String,
    /// A list of items.
    Array,
    /// A set of members.
    Object,
}

/// One JSON document: its text, its values, and what was odd about it.
pub struct Document {
    text: Arc<String>,
    nodes: Vec<Node>,
    notices: Notices,
    bytes: usize,
    received: Option<Vec<u8>>,
}

impl Document {
    pub(super) fn new(
        text: String,
        nodes: Vec<Node>,
        notices: Notices,
        bytes: usize,
        received: Option<Vec<u8>>,
    ) -> Self {
        Self { text: Arc::new(text), nodes, notices, bytes, received }
    }

    /// The outermost value.
    pub fn root(&self) -> Value<'_> {
        Value { document: self, id: 0 }
    }

    /// The value `id` of this document (an id that it does not have gives its last value).
    pub fn value(&self, id: ValueId) -> Value<'_> {
        Value { document: self, id: id.0.min(self.nodes.len().saturating_sub(1) as u32) }
    }

    /// The text as read: UTF-8, without byte-order mark, broken bytes replaced.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes exactly as they came. Those of plain UTF-8 are the text's own; others were kept beside it.
    pub fn received(&self) -> Cow<'_, [u8]> {
        let body = self.received.as_deref().unwrap_or(self.text.as_bytes());
        let has_mark = self.notice_count(NoticeKind::ByteOrderMark) > 0;
        if has_mark && self.notice_count(NoticeKind::Utf16) == 0 {
            return Cow::Owned([b"\xEF\xBB\xBF", body].concat());
        }
        Cow::Borrowed(body)
    }

    /// The bytes exactly as they came, if they are the text itself.
    pub fn received_text(&self) -> Option<&str> {
        let is_same = self.received.is_none() && self.notice_count(NoticeKind::ByteOrderMark) == 0;
        is_same.then_some(self.text.as_str())
    }

    /// The bytes exactly as they came, without the values.
    pub(super) fn into_received(self) -> Vec<u8> {
        match (self.received(), self.received.is_some()) {
            (Cow::Borrowed(_), false) => Arc::unwrap_or_clone(self.text).into_bytes(),
            (bytes, _) => bytes.into_owned(),
        }
    }

    /// What was odd but could be read, in document order; the first thousand of them.
    pub fn notices(&self) -> &[Notice] {
        self.notices.list()
    }

    /// How often `kind` occurred, also beyond the notices that are kept.
    pub fn notice_count(&self, kind: NoticeKind) -> u32 {
        self.notices.count(kind)
    }

    /// How many values there are, arrays and objects included.
    #[expect(clippy::len_without_is_empty, reason = "a document has at least its root")]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How many bytes were read, in the encoding they came in.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The value that `pointer` names (RFC 6901); of members with one name, the last.
    pub fn resolve(&self, pointer: &str) -> Option<Value<'_>> {
        if pointer.is_empty() {
            return Some(self.root());
        }
        let steps = pointer.strip_prefix('/')?.split('/');
        let mut value = self.root();
        for step in steps {
            value = match value.kind() {
                Kind::Object => value.get(&step.replace("~1", "/").replace("~0", "~"))?,
                Kind::Array => value.items().nth(array_index(step)?)?,
                _ => return None,
            };
        }
        Some(value)
    }

    /// The JSON pointer of a value (RFC 6901), `""` for the root.
    ///
    /// Takes time with the number of siblings before the value and its ancestors. A member that a
    /// later one of the same name replaces has the pointer of that later one.
    pub fn pointer(&self, id: ValueId) -> String {
        let goal = self.value(id).id;
        let mut pointer = String::new();
        let mut at = self.root();
        while at.id != goal {
            let Some((index, child)) = at.children().enumerate().find(|(_, child)| goal < child.next())
            else {
                break;
            };
            pointer.push('/');
            match child.name() {
                Some(name) => pointer.push_str(&name.replace('~', "~0").replace('/', "~1")),
                None => pointer.push_str(&index.to_string()),
            }
            at = child;
        }
        pointer
    }

    /// Line and column of an offset in the text, both from 1; columns count characters.
    pub fn line_column(&self, offset: usize) -> (u32, u32) {
        line_column(&self.text, offset)
    }

    #[inline]
    fn node(&self, id: u32) -> Node {
        self.nodes[id as usize]
    }
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document")
            .field("bytes", &self.bytes)
            .field("values", &self.nodes.len())
            .finish_non_exhaustive()
    }
}

/// Line and column of an offset, both from 1; lines end with LF, CR or CR LF, columns count characters.
pub(super) fn line_column(text: &str, offset: usize) -> (u32, u32) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let bytes = text.as_bytes();
    let (mut line, mut line_start) = (1, 0);
    for (index, &byte) in bytes[..offset].iter().enumerate() {
        if byte == b'\n' || (byte == b'\r' && bytes.get(index + 1) != Some(&b'\n')) {
            line += 1;
            line_start = index + 1;
        }
    }
    (line, text[line_start..offset].chars().count() as u32 + 1)
}

/// An array index of RFC 6901: digits without leading zeros.
fn array_index(step: &str) -> Option<usize> {
    let canonical = step == "0" || !step.starts_with('0');
    let digits = !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    if canonical && digits { step.parse().ok() } else { None }
}

/// One value of a [`Document`].
#[derive(Clone, Copy)]
pub struct Value<'d> {
    document: &'d Document,
    id: u32,
}

impl<'d> Value<'d> {
    /// Its place in the document.
    #[inline]
    pub fn id(self) -> ValueId {
        ValueId(self.id)
    }

    /// The document it belongs to.
    pub fn document(self) -> &'d Document {
        self.document
    }

    /// Its kind.
    #[inline]
    pub fn kind(self) -> Kind {
        match self.node().tag() {
            Tag::Null => Kind::Null,
            Tag::False | Tag::True => Kind::Bool,
            Tag::Number => Kind::Number,
            Tag::String => Kind::String,
            Tag::Array => Kind::Array,
            Tag::Object => Kind::Object,
        }
    }

    /// Where it stands in the text, quotes and brackets included.
    pub fn span(self) -> Range<usize> {
        let node = self.node();
        node.start()..node.end()
    }

    /// Its text as written.
    #[inline]
    pub fn raw(self) -> &'d str {
        let node = self.node();
        self.document.text.get(node.start()..node.end()).unwrap_or_default()
    }

    /// The first and the last eight bytes of its text as written, as little-endian words; none if it
    /// is shorter.
    #[inline]
    pub(crate) fn outer_words(self) -> Option<(u64, u64)> {
        let node = self.node();
        let bytes = self.document.text.as_bytes();
        let last = node.end().checked_sub(8).filter(|&last| last >= node.start())?;
        Some((word(bytes, node.start())?, word(bytes, last)?))
    }

    /// Whether it is `null`.
    #[inline]
    pub fn is_null(self) -> bool {
        self.node().tag() == Tag::Null
    }

    /// Whether it has no members or items of its own: null, a boolean, a number or a string.
    #[inline]
    pub fn is_leaf(self) -> bool {
        !self.node().is_container()
    }

    /// A boolean.
    pub fn as_bool(self) -> Option<bool> {
        match self.node().tag() {
            Tag::True => Some(true),
            Tag::False => Some(false),
            _ => None,
        }
    }

    /// A string, decoded; half a surrogate pair becomes U+FFFD.
    #[inline]
    pub fn as_text(self) -> Option<Cow<'d, str>> {
        let node = self.node();
        if node.tag() != Tag::String {
            return None;
        }
        let inner = self.document.text.get(node.start() + 1..node.end() - 1).unwrap_or_default();
        Some(if node.is_escaped() { Cow::Owned(decoded(inner)) } else { Cow::Borrowed(inner) })
    }

    /// A number, as written.
    pub fn number(self) -> Option<&'d str> {
        (self.node().tag() == Tag::Number).then(|| self.raw())
    }

    /// A number that is written as a whole one and fits.
    pub fn as_i64(self) -> Option<i64> {
        self.number()?.parse().ok()
    }

    /// A number that is written as a whole one, is not negative, and fits.
    pub fn as_u64(self) -> Option<u64> {
        self.number()?.parse().ok()
    }

    /// A number, rounded; none if it is beyond the range of `f64`.
    pub fn as_f64(self) -> Option<f64> {
        self.number()?.parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// A leaf as a person reads it: a string decoded, anything else as written.
    pub fn shown(self) -> Cow<'d, str> {
        self.as_text().unwrap_or_else(|| Cow::Borrowed(self.raw()))
    }

    /// The same, shared with the document.
    #[inline]
    pub fn excerpt(self) -> Excerpt {
        let node = self.node();
        match node.tag() {
            Tag::String if node.is_escaped() => self.shown().into(),
            Tag::String => Excerpt::of(&self.document.text, node.start() + 1..node.end() - 1),
            _ => Excerpt::of(&self.document.text, node.start()..node.end()),
        }
    }

    /// The member called `name`; of several, the last.
    pub fn get(self, name: &str) -> Option<Value<'d>> {
        self.members()
            .find(|member| !member.is_shadowed() && member.is_named(name))
            .map(|member| member.value)
    }

    /// Its members in document order; none unless it is an object.
    ///
    /// Members that a later one of the same name replaces are among them, see [`Member::is_shadowed`].
    #[inline]
    pub fn members(self) -> Members<'d> {
        Members(self.children_if(Tag::Object))
    }

    /// Its items; none unless it is an array.
    #[inline]
    pub fn items(self) -> Items<'d> {
        Items(self.children_if(Tag::Array))
    }

    /// Its members' values or its items, whichever it has.
    #[inline]
    pub fn children(self) -> Children<'d> {
        Children { document: self.document, at: self.id + 1, end: self.next() }
    }

    /// How many members or items it has; counts them one by one.
    #[expect(
        clippy::len_without_is_empty,
        reason = "`children().next()` answers that, and most values are leaves"
    )]
    pub fn len(self) -> usize {
        self.children().count()
    }

    /// This value as a member, if it stands in an object.
    #[inline]
    pub fn as_member(self) -> Option<Member<'d>> {
        self.node().name_start().map(|_| Member { value: self })
    }

    /// The id after its last descendant: where the next value outside it stands.
    #[inline]
    pub fn end(self) -> ValueId {
        ValueId(self.next())
    }

    /// The member name under which it stands, if in an object.
    pub fn name(self) -> Option<Cow<'d, str>> {
        self.as_member().map(Member::name)
    }

    /// The array or object it stands in.
    ///
    /// Takes time with the number of siblings before it.
    pub fn parent(self) -> Option<Value<'d>> {
        let mut at = self.id;
        while at > 0 {
            let node = self.document.node(at);
            let candidate = if node.is_container() { at - 1 } else { node.link };
            let holds = |id: u32| {
                let other = self.document.node(id);
                other.is_container() && id < self.id && other.link > self.id
            };
            if holds(candidate) {
                return Some(Value { document: self.document, id: candidate });
            }
            at = candidate;
        }
        None
    }

    /// Everything inside it in document order, each with its depth below this value (from 1).
    pub fn descendants(self) -> Descendants<'d> {
        Descendants { document: self.document, at: self.id + 1, end: self.next(), open: Vec::new() }
    }

    /// How many values stand inside it, at any depth.
    pub fn descendant_count(self) -> usize {
        (self.next() - self.id - 1) as usize
    }

    #[inline]
    fn node(self) -> Node {
        self.document.node(self.id)
    }

    #[inline]
    fn next(self) -> u32 {
        self.node().next(self.id)
    }

    #[inline]
    fn children_if(self, tag: Tag) -> Children<'d> {
        let node = self.node();
        let end = if node.tag() == tag { node.link } else { self.id + 1 };
        Children { document: self.document, at: self.id + 1, end }
    }
}

impl std::fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{} {}", self.id, self.raw())
    }
}

/// A member of an object.
#[derive(Clone, Copy, Debug)]
pub struct Member<'d> {
    /// What it holds.
    pub value: Value<'d>,
}

impl<'d> Member<'d> {
    /// Its name, decoded.
    #[inline]
    pub fn name(self) -> Cow<'d, str> {
        let raw = self.name_raw();
        if self.value.node().is_name_escaped() { Cow::Owned(decoded(raw)) } else { Cow::Borrowed(raw) }
    }

    /// Its name as written, without the quotes.
    #[inline]
    pub fn name_raw(self) -> &'d str {
        self.value.node().name_inner(&self.value.document.text)
    }

    /// Where its name stands in the text, quotes included.
    #[inline]
    pub fn name_span(self) -> Range<usize> {
        self.value.node().name_span(&self.value.document.text)
    }

    /// Whether its name is `name`.
    #[inline]
    pub fn is_named(self, name: &str) -> bool {
        let node = self.value.node();
        if node.is_name_escaped() {
            return decoded(node.name_inner(&self.value.document.text)) == name;
        }
        // A name without escapes holds no quote, so it ends where `name` does or is another one.
        let start = node.name_start().unwrap_or_default() + 1;
        let bytes = self.value.document.text.as_bytes();
        let end = start + name.len();
        bytes.get(end) == Some(&b'"') && bytes.get(start..end) == Some(name.as_bytes())
    }

    /// Whether its name is `name`, which `pattern` was made of.
    #[inline]
    pub(crate) fn fits(self, pattern: &Pattern, name: &str) -> bool {
        let node = self.value.node();
        if node.is_name_escaped() {
            return self.is_named(name);
        }
        let start = node.name_start().unwrap_or_default() + 1;
        pattern.matches(name.as_bytes(), self.value.document.text.as_bytes(), start)
    }

    /// Whether a later member of the same object has the same name, and so replaces it.
    #[inline]
    pub fn is_shadowed(self) -> bool {
        self.value.node().name & SHADOWED != 0
    }
}

/// The direct members' values or items of a value, in document order.
#[derive(Clone, Debug)]
pub struct Children<'d> {
    document: &'d Document,
    at: u32,
    end: u32,
}

impl<'d> Iterator for Children<'d> {
    type Item = Value<'d>;

    #[inline]
    fn next(&mut self) -> Option<Value<'d>> {
        if self.at >= self.end {
            return None;
        }
        let value = Value { document: self.document, id: self.at };
        self.at = value.next();
        Some(value)
    }
}

/// The members of an object, in document order.
#[derive(Clone, Debug)]
pub struct Members<'d>(Children<'d>);

impl<'d> Iterator for Members<'d> {
    type Item = Member<'d>;

    #[inline]
    fn next(&mut self) -> Option<Member<'d>> {
        self.0.next().map(|value| Member { value })
    }
}

/// The items of an array.
#[derive(Clone, Debug)]
pub struct Items<'d>(Children<'d>);

impl<'d> Iterator for Items<'d> {
    type Item = Value<'d>;

    #[inline]
    fn next(&mut self) -> Option<Value<'d>> {
        self.0.next()
    }
}

/// Everything inside a value, with its depth; made by [`Value::descendants`].
#[derive(Clone, Debug)]
pub struct Descendants<'d> {
    document: &'d Document,
    at: u32,
    end: u32,
    open: Vec<u32>,
}

impl<'d> Iterator for Descendants<'d> {
    type Item = (u32, Value<'d>);

    fn next(&mut self) -> Option<(u32, Value<'d>)> {
        if self.at >= self.end {
            return None;
        }
        while self.open.last().is_some_and(|&end| end <= self.at) {
            self.open.pop();
        }
        let value = Value { document: self.document, id: self.at };
        let depth = self.open.len() as u32 + 1;
        if !value.is_leaf() {
            self.open.push(value.next());
        }
        self.at += 1;
        Some((depth, value))
    }
}
