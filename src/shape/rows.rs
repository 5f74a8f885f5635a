//! Lists everything a value holds, for panels and exports.
//!
//! Known members come first, in the order of their table, then the others in document order. Every leaf
//! is in the list exactly once, whatever its type and however deep.

use crate::json::{Kind, Value};
use crate::order;

use super::{Expect, Inside, Label, Shape, inside};

/// One line of a panel: a leaf, or the head of an array or object whose parts follow.
#[derive(Clone, Debug)]
pub struct Row<'d> {
    /// How far inside: 0 for the members of the listed value.
    pub depth: u16,
    /// How it is called.
    pub label: Label<'d>,
    /// What stands there.
    pub value: Value<'d>,
    /// What the table expects there.
    pub expect: Option<&'static Expect>,
    /// Whether it is, or stands inside, a member that no table names ("other fields").
    pub is_other: bool,
}

/// All rows of `value`, an object of `shape` if one is given.
pub fn rows<'d>(value: Value<'d>, shape: Option<&'static Shape>) -> Vec<Row<'d>> {
    Rows::new(value, shape).collect()
}

/// The rows of a value one by one; what is not asked for costs nothing.
#[derive(Clone, Debug)]
pub struct Rows<'d> {
    /// What is still to be listed, the next one last.
    pending: Vec<Row<'d>>,
}

impl<'d> Rows<'d> {
    /// The rows of `value`, an object of `shape` if one is given.
    ///
    /// A leaf has one row, itself; an array or object has the rows of what is in it.
    pub fn new(value: Value<'d>, shape: Option<&'static Shape>) -> Self {
        let mut rows = Self { pending: Vec::new() };
        let whole = Row { depth: 0, label: Label::Whole, value, expect: None, is_other: false };
        match shape {
            _ if value.is_leaf() => rows.pending.push(whole),
            Some(shape) if value.kind() == Kind::Object => rows.push_members(value, shape, 0, false),
            Some(_) => rows.push_parts(&whole, Inside::Open, 0),
            None => rows.push_parts(&Row { is_other: true, ..whole }, Inside::Open, 0),
        }
        rows
    }

    /// Passes over what is inside the row that came last, as a folded panel does.
    pub fn skip_inside(&mut self, row: &Row<'d>) {
        while self.pending.last().is_some_and(|next| next.depth > row.depth) {
            self.pending.pop();
        }
    }

    /// Puts the members of an object with a table before all that is pending.
    fn push_members(&mut self, object: Value<'d>, shape: &'static Shape, depth: u16, is_other: bool) {
        let start = self.pending.len();
        let mut order = Vec::new();
        for member in object.members() {
            let name = member.name();
            let place = shape.position(&name);
            let (label, expect) = match place.and_then(|place| shape.fields.get(place)) {
                Some(field) => (Label::Known { shape: shape.name, field: field.name }, Some(&field.expect)),
                None => (Label::Unknown(name), None),
            };
            let is_other = is_other || expect.is_none();
            order.push((
                place.unwrap_or(usize::MAX),
                Row { depth, label, value: member.value, expect, is_other },
            ));
        }
        order::sort_by_key(&mut order, |&(place, _)| place);
        self.pending.extend(order.into_iter().map(|(_, row)| row));
        self.pending[start..].reverse();
    }

    /// Puts the members or items of a value without table before all that is pending.
    fn push_parts(&mut self, row: &Row<'d>, inside: Inside, depth: u16) {
        let expect = match inside {
            Inside::Each(each) | Inside::Items(each) => Some(each),
            Inside::Shape(_) | Inside::Open => None,
        };
        let start = self.pending.len();
        let label = |index: usize, part: Value<'d>| match part.name() {
            Some(name) if row.is_other => Label::Unknown(name),
            Some(name) => Label::Key(name),
            None => Label::Item(index),
        };
        let parts = row.value.children().enumerate();
        self.pending.extend(parts.map(|(index, value)| Row {
            depth,
            label: label(index, value),
            value,
            expect,
            is_other: row.is_other,
        }));
        self.pending[start..].reverse();
    }
}

impl<'d> Iterator for Rows<'d> {
    type Item = Row<'d>;

    fn next(&mut self) -> Option<Row<'d>> {
        let row = self.pending.pop()?;
        if !row.value.is_leaf() {
            let depth = row.depth.saturating_add(1);
            match row.expect.map_or(Inside::Open, |expect| inside(expect, row.value.kind())) {
                Inside::Shape(shape) => self.push_members(row.value, shape, depth, row.is_other),
                inside => self.push_parts(&row, inside, depth),
            }
        }
        Some(row)
    }
}
