//! Checks a document against its tables.
//!
//! This runs over every value of documents of many megabytes, so it goes through the arena in one loop,
//! remembers for each table which member came after which (documents repeat themselves), and allocates
//! nothing for what is as expected.

use crate::json::{Document, Kind, Value, ValueId};

use super::{Expect, Inside, Need, NoticeKind, Report, Shape, Wanted, inside};

/// Checks `value`, of which an object of `shape` is expected, and everything in it.
pub fn check(value: Value<'_>, shape: &'static Shape, report: &mut Report) {
    if value.kind() == Kind::Object {
        Walk::new(report).walk(value, Inside::Shape(shape));
    } else {
        report.add(value.id(), misfit(&Expect::One(shape), value, Role::Member(Need::Required)));
    }
}

/// Checks `value`, of which `expect` is expected, and everything in it.
pub fn check_as(value: Value<'_>, expect: &'static Expect, report: &mut Report) {
    let mut walk = Walk::new(report);
    if let Some(inside) = walk.judge(value, expect, Role::Member(Need::Required)) {
        walk.walk(value, inside);
    }
}

/// The part that a value plays where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A member, or the value that the check began with.
    Member(Need),
    /// An item of a list.
    Item,
}

/// An array or object whose inside is being checked.
struct Frame {
    id: u32,
    end: u32,
    inside: Inside,
    /// For a [`Inside::Shape`]: its place in [`Walk::habits`].
    habit: usize,
    /// The fields that were there, as bits.
    seen: u64,
    /// The field that came last, plus one.
    last: usize,
}

/// What was learned of the objects of one shape so far.
struct Habit {
    shape: &'static Shape,
    required: u64,
    /// For each field plus one (0: the beginning), which field came after it the last time.
    follower: Vec<usize>,
}

struct Walk<'r> {
    report: &'r mut Report,
    frames: Vec<Frame>,
    habits: Vec<Habit>,
}

impl<'r> Walk<'r> {
    fn new(report: &'r mut Report) -> Self {
        Self { report, frames: Vec::new(), habits: Vec::new() }
    }

    /// Goes through everything inside `top`, in document order.
    fn walk(&mut self, top: Value<'_>, inside: Inside) {
        let document = top.document();
        let mut at = top.id().0 + 1;
        self.enter(top, inside);
        while let Some(frame) = self.frames.last() {
            if at >= frame.end {
                self.leave();
                continue;
            }
            at = self.visit(document, at);
        }
    }

    /// Checks the value `at` within the innermost frame; gives the id to go on with.
    #[inline]
    fn visit(&mut self, document: &Document, at: u32) -> u32 {
        let value = document.value(ValueId(at));
        let Some(frame) = self.frames.last_mut() else { return at + 1 };
        let (expect, role) = match frame.inside {
            Inside::Shape(shape) => {
                let Some(field) = self.habits[frame.habit].field(frame, value) else {
                    self.report.add(value.id(), NoticeKind::UnknownMember);
                    return value.end().0;
                };
                let field = &shape.fields[field];
                (&field.expect, Role::Member(field.need))
            }
            Inside::Each(each) if value.as_member().is_some() => (each, Role::Member(Need::Optional)),
            Inside::Each(each) => (each, Role::Item),
            Inside::Items(list) => (list, Role::Item),
            Inside::Open => return value.end().0,
        };
        match self.judge(value, expect, role) {
            Some(inside) => {
                self.enter(value, inside);
                at + 1
            }
            None => value.end().0,
        }
    }

    /// Compares a value with what is expected of it; gives what is expected inside, if anything.
    #[inline]
    fn judge(&mut self, value: Value<'_>, expect: &'static Expect, role: Role) -> Option<Inside> {
        let kind = value.kind();
        let expect = expect.chosen(kind);
        let fits = match (expect, role) {
            (Expect::Many(_), Role::Item) => kind == Kind::Object,
            (Expect::Texts, Role::Item) => kind == Kind::String,
            _ => expect.fits(kind),
        };
        if fits { self.as_expected(value, expect, kind) } else { self.odd(value, expect, role) }
    }

    /// A value of the expected type: looks at its words, or into it.
    #[inline]
    fn as_expected(&mut self, value: Value<'_>, expect: &'static Expect, kind: Kind) -> Option<Inside> {
        if kind == Kind::String {
            if is_placeholder(value.raw()) {
                self.report.add(value.id(), NoticeKind::Placeholder);
            } else if let Expect::Status(words) = expect
                && !is_word(value, words)
            {
                self.report.add(value.id(), NoticeKind::UnknownWord);
            }
            return None;
        }
        match (kind, expect) {
            (Kind::Object | Kind::Array, Expect::Anything) => None,
            (Kind::Object | Kind::Array, _) => Some(inside(expect, kind)),
            _ => None,
        }
    }

    /// A value of another type than expected.
    #[cold]
    fn odd(&mut self, value: Value<'_>, expect: &'static Expect, role: Role) -> Option<Inside> {
        if value.is_null() && role == Role::Member(Need::Optional) {
            return None;
        }
        let kind = misfit(expect, value, role);
        self.report.add(value.id(), kind);
        (kind == NoticeKind::ObjectForList).then(|| inside(expect, Kind::Object))
    }

    fn enter(&mut self, value: Value<'_>, inside: Inside) {
        let habit = if let Inside::Shape(shape) = inside { self.habit(shape) } else { 0 };
        let (id, end) = (value.id().0, value.end().0);
        self.frames.push(Frame { id, end, inside, habit, seen: 0, last: 0 });
    }

    /// The place of what was learned of `shape`.
    fn habit(&mut self, shape: &'static Shape) -> usize {
        if let Some(place) = self.habits.iter().position(|habit| std::ptr::eq(habit.shape, shape)) {
            return place;
        }
        self.habits.push(Habit::new(shape));
        self.habits.len() - 1
    }

    /// Ends the innermost frame, and names the members that it lacks.
    fn leave(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        let Inside::Shape(shape) = frame.inside else { return };
        let missing = self.habits[frame.habit].required & !frame.seen;
        if missing == 0 {
            return;
        }
        for (index, field) in shape.fields.iter().enumerate() {
            if missing & bit(index) != 0 {
                self.report.add(ValueId(frame.id), NoticeKind::MissingRequired(field.name));
            }
        }
    }
}

impl Habit {
    fn new(shape: &'static Shape) -> Self {
        let required = shape.fields.iter().enumerate().filter(|(_, field)| field.need == Need::Required);
        Self {
            shape,
            required: required.fold(0, |bits, (index, _)| bits | bit(index)),
            follower: (0..=shape.fields.len()).collect(),
        }
    }

    /// The field that `value` is a member for, which is then the last one of the frame.
    #[inline]
    fn field(&mut self, frame: &mut Frame, value: Value<'_>) -> Option<usize> {
        let member = value.as_member()?;
        let guess = self.follower[frame.last];
        let field = match self.shape.fields.get(guess) {
            Some(field) if member.is_named(field.name) => guess,
            _ => {
                let found = self.shape.fields.iter().position(|field| member.is_named(field.name))?;
                self.follower[frame.last] = found;
                found
            }
        };
        frame.seen |= bit(field);
        frame.last = field + 1;
        Some(field)
    }
}

fn bit(index: usize) -> u64 {
    1_u64.checked_shl(index as u32).unwrap_or(0)
}

fn is_word(value: Value<'_>, words: &[&str]) -> bool {
    value.as_text().is_some_and(|text| words.contains(&&*text))
}

/// Names the difference between a value and what is expected of it.
fn misfit(expect: &Expect, value: Value<'_>, role: Role) -> NoticeKind {
    let found = value.kind();
    match (expect, role) {
        _ if found == Kind::String && is_placeholder(value.raw()) => NoticeKind::Placeholder,
        (Expect::Many(_), Role::Member(_)) if found == Kind::Object => NoticeKind::ObjectForList,
        (Expect::Many(_), Role::Item) => NoticeKind::JunkInList { expected: Wanted::Object, found },
        (Expect::Texts, Role::Item) => NoticeKind::JunkInList { expected: Wanted::Text, found },
        (_, Role::Item) => NoticeKind::JunkInList { expected: expect.wanted(), found },
        (_, Role::Member(_)) => NoticeKind::WrongType { expected: expect.wanted(), found },
    }
}

/// Whether a string (with its quotes) is one of the texts by which the vendors' documentation stands for
/// a type: "string", "Release Object", "One among: …".
#[inline]
fn is_placeholder(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    bytes == b"\"string\""
        || bytes.ends_with(b" Object\"") && !raw.trim_end_matches(" Object\"").contains(' ')
        || bytes.starts_with(b"\"One among")
}
