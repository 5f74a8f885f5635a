//! Tables of what an object may hold, one walker that checks a document against them, one that lists it.
//!
//! "No field is dropped" is to hold by construction, not by care: both walkers go over *all* values of a
//! document, and a table only says what a value is called and what is expected of it. What no table
//! names is listed under "other fields".

use std::borrow::Cow;

use crate::json::Kind;

mod check;
mod report;
mod rows;

pub use check::{check, check_as, check_as_paced, check_paced};
pub use report::{Notice, NoticeKind, Report};
pub use rows::{Row, Rows, rows};

/// What an object of one kind may hold; at most 64 fields.
#[derive(Debug)]
pub struct Shape {
    /// The first part of its fields' labels, such as "release".
    pub name: &'static str,
    /// Its documented members, in the order in which panels show them.
    pub fields: &'static [Field],
}

impl Shape {
    /// The place of the field `name` in the table.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }
}

/// One documented member.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name as the vendor writes it.
    pub name: &'static str,
    /// What it holds.
    pub expect: Expect,
    /// Whether it may be absent.
    pub need: Need,
}

impl Field {
    /// A member that every such object has.
    pub const fn required(name: &'static str, expect: Expect) -> Self {
        Self { name, expect, need: Need::Required }
    }

    /// A member that may be absent or null.
    pub const fn optional(name: &'static str, expect: Expect) -> Self {
        Self { name, expect, need: Need::Optional }
    }
}

/// The fields of two tables as one, for objects that may be either: so no member of either is missed.
///
/// # Panics
/// When the number is not that of both; tables are made while compiling.
pub const fn joined<const COUNT: usize>(first: &[Field], second: &[Field]) -> [Field; COUNT] {
    assert!(first.len() + second.len() == COUNT);
    let mut all = [Field::optional("", Expect::Anything); COUNT];
    let mut at = 0;
    while at < COUNT {
        let field = if at < first.len() { first[at] } else { second[at - first.len()] };
        all[at] = Field::optional(field.name, field.expect);
        at += 1;
    }
    all
}

/// Whether a member may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Its absence is named.
    Required,
    /// It may be absent or null.
    Optional,
}

/// What a value should be. An item of `Many` or `Texts` carries the expectation of its list.
#[derive(Clone, Copy, Debug)]
pub enum Expect {
    /// Text.
    Text,
    /// Text that may hold HTML.
    Markup,
    /// A date or a time, as text or as an epoch number.
    Instant,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// The text of an address.
    Address,
    /// The text of an address, or an object that spells out its parts.
    AddressOrObject(&'static Shape),
    /// Text that identifies content by its digest.
    Hash,
    /// The text of a version.
    Version,
    /// One of these words; others are kept, with a notice.
    Status(&'static [&'static str]),
    /// An object.
    One(&'static Shape),
    /// A list of objects; one object in its place is read as a list of one.
    Many(&'static Shape),
    /// A list of texts.
    Texts,
    /// A list whose items are each like this.
    List(&'static Expect),
    /// An object with any member names, whose values are each like this.
    Map(&'static Expect),
    /// The first of these that fits the kind of the value.
    OneOf(&'static [Expect]),
    /// HAL links: relation to a link, or to a list of links.
    Links,
    /// Null: it is known that nothing else is there. Of use within `OneOf`.
    Nothing,
    /// Anything at all.
    Anything,
}

/// The name of an [`Expect`] without its tables, for notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wanted {
    /// Text of some kind.
    Text,
    /// A date or a time.
    Instant,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// An object.
    Object,
    /// A list.
    List,
    /// An address, or an object that spells it out.
    Address,
    /// Null.
    Nothing,
    /// Anything at all.
    Anything,
}

impl Expect {
    /// What it is called in a notice; of alternatives, the first.
    pub fn wanted(&self) -> Wanted {
        match self {
            Self::Text | Self::Markup | Self::Hash | Self::Version | Self::Status(_) => Wanted::Text,
            Self::Instant => Wanted::Instant,
            Self::Flag => Wanted::Flag,
            Self::Number => Wanted::Number,
            Self::Address | Self::AddressOrObject(_) => Wanted::Address,
            Self::One(_) | Self::Map(_) | Self::Links => Wanted::Object,
            Self::Many(_) | Self::Texts | Self::List(_) => Wanted::List,
            Self::OneOf(alternatives) => match alternatives.first() {
                Some(Self::OneOf(_)) | None => Wanted::Anything,
                Some(first) => first.wanted(),
            },
            Self::Nothing => Wanted::Nothing,
            Self::Anything => Wanted::Anything,
        }
    }

    /// Whether a value of this kind is as expected. Alternatives are not looked into, see
    /// [`Expect::chosen`].
    fn fits(&self, kind: Kind) -> bool {
        match self {
            Self::Text | Self::Markup | Self::Hash | Self::Version | Self::Status(_) | Self::Address => {
                kind == Kind::String
            }
            Self::Instant => matches!(kind, Kind::String | Kind::Number),
            Self::Flag => kind == Kind::Bool,
            Self::Number => kind == Kind::Number,
            Self::AddressOrObject(_) => matches!(kind, Kind::String | Kind::Object),
            Self::One(_) | Self::Map(_) | Self::Links => kind == Kind::Object,
            Self::Many(_) | Self::Texts | Self::List(_) => kind == Kind::Array,
            Self::Nothing => kind == Kind::Null,
            Self::OneOf(_) | Self::Anything => true,
        }
    }

    /// Itself, or of alternatives the one for values of this kind: the first that fits, else the first.
    fn chosen(&'static self, kind: Kind) -> &'static Self {
        let Self::OneOf(alternatives) = self else { return self };
        alternatives.iter().find(|one| one.fits(kind)).or(alternatives.first()).unwrap_or(&Self::Anything)
    }
}

/// What is expected of the values inside a value.
#[derive(Clone, Copy, Debug)]
enum Inside {
    /// The members of this table.
    Shape(&'static Shape),
    /// Members of any name, or items, each like this.
    Each(&'static Expect),
    /// Items, each with the expectation of the list itself.
    Items(&'static Expect),
    /// Anything.
    Open,
}

/// What is expected inside a value of this kind, of which `expect` is expected.
fn inside(expect: &'static Expect, kind: Kind) -> Inside {
    let expect = expect.chosen(kind);
    match (expect, kind) {
        (Expect::One(shape) | Expect::Many(shape) | Expect::AddressOrObject(shape), Kind::Object) => {
            Inside::Shape(shape)
        }
        (Expect::One(_) | Expect::Many(_) | Expect::Texts, Kind::Array) => Inside::Items(expect),
        (Expect::List(each), Kind::Array) | (Expect::Map(each), Kind::Object) => Inside::Each(each),
        (Expect::Links, Kind::Object) => Inside::Each(&LINK_OR_LINKS),
        _ => Inside::Open,
    }
}

/// A link object of HAL (draft-kelly-json-hal section 5).
pub static LINK: Shape = Shape {
    name: "link",
    fields: &[
        Field::required("href", Expect::Address),
        Field::optional("templated", Expect::Flag),
        Field::optional("type", Expect::Text),
        Field::optional("deprecation", Expect::Address),
        Field::optional("name", Expect::Text),
        Field::optional("profile", Expect::Address),
        Field::optional("title", Expect::Text),
        Field::optional("hreflang", Expect::Text),
    ],
};

/// What a relation of `_links` may hold; null stands for "no such link" in real answers.
static LINK_OR_LINKS: Expect =
    Expect::OneOf(&[Expect::One(&LINK), Expect::Many(&LINK), Expect::Address, Expect::Nothing]);

/// How a value is called in a panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label<'d> {
    /// A member that a table names: the words for it are found by both names.
    Known {
        /// [`Shape::name`].
        shape: &'static str,
        /// [`Field::name`].
        field: &'static str,
    },
    /// A member whose name is data, as in a map, or a part of a value of another type than expected.
    Key(Cow<'d, str>),
    /// A member that no table names.
    Unknown(Cow<'d, str>),
    /// An item of a list, from 0.
    Item(usize),
    /// The value itself, which is a leaf.
    Whole,
}
