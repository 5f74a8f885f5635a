//! Why bytes were refused: the one error of reading.
//!
//! A page that says "invalid JSON" helps nobody when a login page, a cut download or a YAML file came
//! instead. So a refusal names what came, where, and what was expected there, as data: the words for
//! the user are chosen elsewhere, and `Display` is for developers.

use std::fmt;

/// What came instead of one JSON document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Nothing, or white space alone.
    Empty,
    /// A web page, such as a sign-in page or an error page.
    Html,
    /// XML that is not a web page.
    Xml,
    /// YAML.
    Yaml,
    /// A script around JSON: a call (`callback({})`), an assignment or an anti-hijacking prefix.
    Jsonp,
    /// One complete document on each line (JSON lines, NDJSON).
    JsonLines,
    /// A complete document, and then another one.
    SeveralDocuments,
    /// Not text: compressed, an image, an archive.
    Binary,
    /// The text ends before the document does.
    Truncated,
    /// Arrays and objects are nested more deeply than the limit.
    TooDeep {
        /// The deepest nesting that is read.
        limit: u32,
    },
    /// More bytes, or more values, than are read.
    TooBig {
        /// The most bytes that are read.
        limit: usize,
    },
    /// Text that breaks the grammar of RFC 8259.
    Syntax,
}

/// What the grammar allows at the place of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Any value.
    Value,
    /// A value, or `]` right after `[`.
    ValueOrBracket,
    /// A member's name in double quotes.
    Name,
    /// A member's name in double quotes, or `}` right after `{`.
    NameOrBrace,
    /// The `:` between a member's name and its value.
    Colon,
    /// `,` or `]` after an item of an array.
    CommaOrBracket,
    /// `,` or `}` after a member of an object.
    CommaOrBrace,
    /// A digit of a number.
    Digit,
    /// The rest of `true`, `false` or `null`.
    Literal,
    /// One of `" \ / b f n r t u` after a backslash.
    EscapeLetter,
    /// One of four hexadecimal digits after `\u`.
    HexDigit,
    /// The double quote that ends a string.
    Quote,
    /// Nothing more: the document is complete.
    End,
    /// Less of it: a limit was reached.
    WithinLimit,
}

/// What stands at the place of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Found {
    /// The end of the text.
    End,
    /// This character.
    Character(char),
}

/// Bytes that are not one JSON document, with the place of the first fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What came instead.
    pub class: Class,
    /// Line of the fault, from 1.
    pub line: u32,
    /// Column of the fault in characters, from 1.
    pub column: u32,
    /// The same place as an offset in bytes of the text as read (UTF-8, without byte-order mark).
    pub offset: usize,
    /// What would have been right there.
    pub expected: Expected,
    /// What stands there.
    pub found: Found,
}

impl std::error::Error for Refusal {}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.class)?;
        if !matches!(self.class, Class::Empty | Class::TooBig { .. }) {
            write!(f, " at line {}, column {}", self.line, self.column)?;
        }
        if matches!(self.class, Class::Syntax | Class::Truncated) {
            write!(f, ": expected {}, found {}", self.expected, self.found)?;
        }
        Ok(())
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "nothing to read",
            Self::Html => "a web page (HTML) instead of JSON",
            Self::Xml => "XML instead of JSON",
            Self::Yaml => "YAML instead of JSON",
            Self::Jsonp => "a script (JSONP) instead of JSON",
            Self::JsonLines => "one JSON document a line (JSON lines) instead of one in all",
            Self::SeveralDocuments => "several JSON documents instead of one",
            Self::Binary => "binary data instead of JSON",
            Self::Truncated => "cut off before its end",
            Self::TooDeep { limit } => return write!(f, "nested more than {limit} levels deep"),
            Self::TooBig { limit } => return write!(f, "larger than {limit} bytes, or than the memory"),
            Self::Syntax => "not JSON",
        })
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Value => "a value",
            Self::ValueOrBracket => "a value or `]`",
            Self::Name => "a member name in double quotes",
            Self::NameOrBrace => "a member name in double quotes or `}`",
            Self::Colon => "`:`",
            Self::CommaOrBracket => "`,` or `]`",
            Self::CommaOrBrace => "`,` or `}`",
            Self::Digit => "a digit",
            Self::Literal => "true, false or null",
            Self::EscapeLetter => "one of \" \\ / b f n r t u",
            Self::HexDigit => "a hexadecimal digit",
            Self::Quote => "`\"` at the end of the string",
            Self::End => "the end of the text",
            Self::WithinLimit => "less",
        })
    }
}

impl Expected {
    /// The word by which texts name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::ValueOrBracket => "value-or-bracket",
            Self::Name => "name",
            Self::NameOrBrace => "name-or-brace",
            Self::Colon => "colon",
            Self::CommaOrBracket => "comma-or-bracket",
            Self::CommaOrBrace => "comma-or-brace",
            Self::Digit => "digit",
            Self::Literal => "literal",
            Self::EscapeLetter => "escape-letter",
            Self::HexDigit => "hex-digit",
            Self::Quote => "quote",
            Self::End => "end",
            Self::WithinLimit => "less",
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::End => f.write_str("the end of the text"),
            Self::Character(character) => write!(f, "{character:?}"),
        }
    }
}
