//! Checks a document against its tables.
//!
//! This runs over every value of documents of many megabytes, so it goes through the arena in one loop,
//! remembers for each table which member came after which (documents repeat themselves), and allocates
//! nothing for what is as expected.

use crate::json::{Document, Kind, Member, Pattern, Value, ValueId};
use crate::leaf;
use crate::pace::{Pace, at_once};

use super::{Expect, Field, Inside, Need, NoticeKind, Report, Shape, Wanted, inside};

/// Checks `value`, of which an object of `shape` is expected, and everything in it.
pub fn check(value: Value<'_>, shape: &'static Shape, report: &mut Report) {
    at_once(check_paced(value, shape, report, Pace::HURRY));
}

/// The same, checked with rests.
pub async fn check_paced(value: Value<'_>, shape: &'static Shape, report: &mut Report, pace: Pace) {
    if value.kind() == Kind::Object {
        Walk::new(report).walk(value, Inside::Shape(shape), pace).await;
    } else {
        report.add(value.id(), misfit(&Expect::One(shape), value, Role::Member(Need::Required)));
    }
}

/// Checks `value`, of which `expect` is expected, and everything in it.
pub fn check_as(value: Value<'_>, expect: &'static Expect, report: &mut Report) {
    at_once(check_as_paced(value, expect, report, Pace::HURRY));
}

/// The same, checked with rests.
pub async fn check_as_paced(value: Value<'_>, expect: &'static Expect, report: &mut Report, pace: Pace) {
    let mut walk = Walk::new(report);
    if let Some(inside) = walk.judge(value, expect, Role::Member(Need::Required)) {
        walk.walk(value, inside, pace).await;
    }
}

/// How many values are checked before a rest may come.
const VALUES: u32 = 8_192;

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

/// A shape prepared for checking, and what was learned of its objects so far.
struct Habit {
    shape: &'static Shape,
    required: u64,
    columns: Vec<Column>,
    /// For each field plus one (0: the beginning), which field came after it the last time.
    follower: Vec<usize>,
}

/// A field prepared for checking.
struct Column {
    field: &'static Field,
    pattern: Pattern,
    /// The kinds, as bits, of leaves that are as expected whatever they say (placeholders apart).
    plain: u8,
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
    async fn walk(&mut self, top: Value<'_>, inside: Inside, pace: Pace) {
        let mut at = top.id().0 + 1;
        self.enter(top, inside);
        while self.walk_some(top.document(), &mut at) {
            pace.rest().await;
        }
    }

    /// Checks some more values; false once all are checked.
    #[inline(never)] // An engine makes a function faster only between two calls of it.
    fn walk_some(&mut self, document: &Document, next: &mut u32) -> bool {
        let mut at = *next;
        for _ in 0..VALUES {
            let Some(frame) = self.frames.last() else { return false };
            if at >= frame.end {
                self.leave();
            } else {
                at = self.visit(document, at);
            }
        }
        *next = at;
        true
    }

    /// Checks the value `at` within the innermost frame; gives the id to go on with.
    #[inline]
    fn visit(&mut self, document: &Document, at: u32) -> u32 {
        let value = document.value(ValueId(at));
        let Some(frame) = self.frames.last_mut() else { return at + 1 };
        let (expect, role) = match frame.inside {
            Inside::Shape(_) => {
                let habit = &mut self.habits[frame.habit];
                let Some(column) = value.as_member().and_then(|member| habit.column(frame, member)) else {
                    self.report.add(value.id(), NoticeKind::UnknownMember);
                    return value.end().0;
                };
                if column.plain & 1 << value.kind() as u8 != 0 {
                    if is_placeholder(value) {
                        self.report.add(value.id(), NoticeKind::Placeholder);
                    }
                    return at + 1;
                }
                (&column.field.expect, Role::Member(column.field.need))
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
            if is_placeholder(value) {
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
            columns: shape.fields.iter().map(Column::new).collect(),
            follower: (0..=shape.fields.len()).collect(),
        }
    }

    /// The field that `member` is for, which is then the last one of the frame.
    #[inline]
    fn column(&mut self, frame: &mut Frame, member: Member<'_>) -> Option<&Column> {
        let mut place = self.follower[frame.last];
        if !self.columns.get(place).is_some_and(|column| column.is_for(member)) {
            place = self.columns.iter().position(|column| column.is_for(member))?;
            self.follower[frame.last] = place;
        }
        frame.seen |= bit(place);
        frame.last = place + 1;
        self.columns.get(place)
    }
}

impl Column {
    fn new(field: &'static Field) -> Self {
        let leaves = [Kind::Null, Kind::Bool, Kind::Number, Kind::String];
        let is_plain = |kind: &Kind| {
            let expect = field.expect.chosen(*kind);
            let is_fit = expect.fits(*kind) || (*kind == Kind::Null && field.need == Need::Optional);
            is_fit && !matches!(expect, Expect::Status(_))
        };
        let plain = leaves.into_iter().filter(is_plain).fold(0, |bits, kind| bits | 1 << kind as u8);
        Self { field, pattern: Pattern::new(field.name.as_bytes()), plain }
    }

    #[inline]
    fn is_for(&self, member: Member<'_>) -> bool {
        member.fits(&self.pattern, self.field.name)
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
        _ if is_placeholder(value) => NoticeKind::Placeholder,
        (Expect::Many(_), Role::Member(_)) if found == Kind::Object => NoticeKind::ObjectForList,
        (Expect::Many(_), Role::Item) => NoticeKind::JunkInList { expected: Wanted::Object, found },
        (Expect::Texts, Role::Item) => NoticeKind::JunkInList { expected: Wanted::Text, found },
        (_, Role::Item) => NoticeKind::JunkInList { expected: expect.wanted(), found },
        (_, Role::Member(_)) => NoticeKind::WrongType { expected: expect.wanted(), found },
    }
}

/// Whether a value is a text by which the vendors' documentation stands for a type, see
/// [`leaf::is_placeholder`]. Nearly every text is told by its ends alone.
#[inline]
fn is_placeholder(value: Value<'_>) -> bool {
    const STRING: u64 = u64::from_le_bytes(*b"\"string\"");
    const ONE_AMONG: u64 = u64::from_le_bytes(*b"\"One amo");
    const OBJECT: u64 = u64::from_le_bytes(*b" Object\"");
    let ends = value.outer_words();
    let may_be = ends.is_some_and(|(first, last)| first == STRING || first == ONE_AMONG || last == OBJECT);
    may_be && is_placeholder_word_by_word(value)
}

#[cold]
fn is_placeholder_word_by_word(value: Value<'_>) -> bool {
    value.as_text().is_some_and(|text| leaf::is_placeholder(&text))
}
