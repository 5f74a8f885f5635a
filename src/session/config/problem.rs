//! A value of the host page or of `config.json` that was not understood: what, where, and what would be.
//!
//! A wrong value is never fatal and never silent: it is named on the page and in the event `atlas-error`.

/// A value that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// The attribute, or the member of the file such as `apiOrigins[1]`.
    pub name: String,
    /// What was written.
    pub given: String,
    /// What would be understood.
    pub expected: Expected,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In `config.json`.
    File,
    /// An attribute of the element.
    Attribute,
    /// A property, or what a script handed over.
    Property,
}

impl Place {
    /// The word in events.
    pub const fn word(self) -> &'static str {
        match self {
            Self::File => "config",
            Self::Attribute => "attribute",
            Self::Property => "property",
        }
    }
}

/// What would be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// A whole number.
    Number {
        /// The least.
        low: u64,
        /// The most.
        high: u64,
    },
    /// A language tag such as `de`.
    Language,
    /// An exact origin such as `https://api.example`.
    Origin,
    /// An address.
    Address,
    /// An object of JSON.
    Object,
    /// A list of JSON.
    List,
    /// Text.
    Text,
    /// A function.
    Function,
    /// A token, or null.
    Token,
    /// JSON.
    Json,
    /// No such name at all.
    Nothing,
}

impl Expected {
    /// The id of the words for people.
    pub const fn text(&self) -> &'static str {
        match self {
            Self::OneOf(_) => "expects-one-of",
            Self::Number { .. } => "expects-number",
            Self::Language => "expects-language",
            Self::Origin => "expects-origin",
            Self::Address => "expects-address",
            Self::Object => "expects-object",
            Self::List => "expects-list",
            Self::Text => "expects-text",
            Self::Function => "expects-function",
            Self::Token => "expects-token",
            Self::Json => "expects-json",
            Self::Nothing => "expects-nothing",
        }
    }
}
