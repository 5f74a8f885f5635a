//! One value of a document: what it is, what it says, and what is in it.

use std::borrow::Cow;
use std::ops::Range;

use crate::excerpt::Excerpt;

use super::children::{Children, Descendants, Items};
use super::document::Document;
use super::member::{Member, Members};
use super::node::{Node, Tag};
use super::pattern::word;
use super::string::decoded;

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

/// One value of a [`Document`].
#[derive(Clone, Copy)]
pub struct Value<'d> {
    pub(super) document: &'d Document,
    pub(super) id: u32,
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
        Members::new(self.children_if(Tag::Object))
    }

    /// Its items; none unless it is an array.
    #[inline]
    pub fn items(self) -> Items<'d> {
        Items::new(self.children_if(Tag::Array))
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
    pub(super) fn node(self) -> Node {
        self.document.node(self.id)
    }

    #[inline]
    pub(super) fn next(self) -> u32 {
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
