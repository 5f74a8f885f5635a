//! The raw view of a document: its values as lines, with folding, search and jumps to a JSON pointer.
//!
//! A line is a few numbers; its text is made when it is drawn, so a document of a million values opens
//! at once.

use crate::json::{Document, Kind, Value, ValueId};
use std::collections::BTreeSet;

/// One line of the raw view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The value that it shows or closes.
    pub value: ValueId,
    /// How deep it stands.
    pub depth: u16,
    /// What it shows of the value.
    pub part: Part,
    /// Whether a comma follows.
    pub has_comma: bool,
}

/// What a line shows of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A text, number, word, or an empty list or object.
    Leaf,
    /// The opening bracket of an unfolded list or object.
    Open,
    /// A folded list or object on one line.
    Folded,
    /// The closing bracket.
    Close,
}

/// The lines of a value; lists and objects are shown open when they are in `unfolded`.
pub fn lines(root: Value<'_>, unfolded: &BTreeSet<ValueId>) -> Vec<Line> {
    let mut out = Vec::new();
    let mut open: Vec<(Value<'_>, crate::json::Children<'_>)> = Vec::new();
    let mut next = Some((root, false));
    loop {
        if let Some((value, has_comma)) = next.take() {
            let part = part_of(value, unfolded);
            out.push(Line {
                value: value.id(),
                depth: open.len() as u16,
                part,
                has_comma: has_comma && part != Part::Open,
            });
            if part == Part::Open {
                open.push((value, value.children()));
            }
        }
        let Some((_, children)) = open.last_mut() else { return out };
        if let Some(child) = children.next() {
            let has_comma = children.clone().next().is_some();
            next = Some((child, has_comma));
        } else if let Some((value, _)) = open.pop() {
            let has_comma = open.last().is_some_and(|(_, rest)| rest.clone().next().is_some());
            out.push(Line { value: value.id(), depth: open.len() as u16, part: Part::Close, has_comma });
        }
    }
}

fn part_of(value: Value<'_>, unfolded: &BTreeSet<ValueId>) -> Part {
    match value.kind() {
        Kind::Array | Kind::Object if value.len() == 0 => Part::Leaf,
        Kind::Array | Kind::Object if unfolded.contains(&value.id()) => Part::Open,
        Kind::Array | Kind::Object => Part::Folded,
        _ => Part::Leaf,
    }
}

/// What is open at first: everything of a small value, the first levels of a large one.
pub fn first_unfolded(root: Value<'_>, most_lines: usize) -> BTreeSet<ValueId> {
    let mut unfolded = BTreeSet::new();
    let mut level = vec![root];
    let mut count = 1;
    while !level.is_empty() {
        let children: usize = level.iter().map(|value| value.len()).sum();
        count += children;
        if count > most_lines && !unfolded.is_empty() {
            break;
        }
        unfolded.extend(level.iter().map(|value| value.id()));
        level = level.iter().flat_map(|value| value.children()).filter(|value| value.len() > 0).collect();
    }
    unfolded
}

/// Opens every list and object around a value, so that it can be seen.
pub fn unfold_to(document: &Document, id: ValueId, unfolded: &mut BTreeSet<ValueId>) {
    let mut at = document.value(id).parent();
    while let Some(value) = at {
        unfolded.insert(value.id());
        at = value.parent();
    }
}

/// Opens everything around a value and the first levels of the value itself, for one who is led there.
pub fn unfold_at(document: &Document, id: ValueId, most_lines: usize, unfolded: &mut BTreeSet<ValueId>) {
    unfold_to(document, id, unfolded);
    let value = document.value(id);
    if value.len() > 0 {
        unfolded.extend(first_unfolded(value, most_lines));
    }
}

/// The values in whose name or own text the words stand (without regard to case), in document order, at
/// most `most`.
pub fn search(root: Value<'_>, words: &str, most: usize) -> Vec<ValueId> {
    let words = words.to_lowercase();
    if words.is_empty() {
        return Vec::new();
    }
    let holds = |text: &str| text.to_lowercase().contains(&words);
    root.descendants()
        .map(|(_, value)| value)
        .filter(|value| {
            value.name().is_some_and(|name| holds(&name)) || (value.is_leaf() && holds(&value.shown()))
        })
        .map(Value::id)
        .take(most)
        .collect()
}
