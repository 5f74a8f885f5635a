//! A member of an object: a value with its name.

use std::borrow::Cow;
use std::ops::Range;

use super::children::Children;
use super::pattern::Pattern;
use super::string::decoded;
use super::value::Value;

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
        self.value.node().is_shadowed()
    }
}

/// The members of an object, in document order.
#[derive(Clone, Debug)]
pub struct Members<'d>(Children<'d>);

impl<'d> Members<'d> {
    #[inline]
    pub(super) fn new(children: Children<'d>) -> Self {
        Self(children)
    }
}

impl<'d> Iterator for Members<'d> {
    type Item = Member<'d>;

    #[inline]
    fn next(&mut self) -> Option<Member<'d>> {
        self.0.next().map(|value| Member { value })
    }
}
