//! Ways through what is inside a value: each skips what it does not ask for, since a subtree is one run.

use super::document::Document;
use super::value::Value;

/// The direct members' values or items of a value, in document order.
#[derive(Clone, Debug)]
pub struct Children<'d> {
    pub(super) document: &'d Document,
    pub(super) at: u32,
    pub(super) end: u32,
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

/// The items of an array.
#[derive(Clone, Debug)]
pub struct Items<'d>(Children<'d>);

impl<'d> Items<'d> {
    #[inline]
    pub(super) fn new(children: Children<'d>) -> Self {
        Self(children)
    }
}

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
    pub(super) document: &'d Document,
    pub(super) at: u32,
    pub(super) end: u32,
    pub(super) open: Vec<u32>,
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
