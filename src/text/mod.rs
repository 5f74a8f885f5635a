//! Every sentence that people read, from Fluent resources, in English and German.
//!
//! One place, so that wording is consistent and translatable; one file of a language for each part of
//! the interface (`en/board.ftl`), so that a change touches one short file. Fluent was chosen because
//! plural rules and word order differ between languages (see projectfluent.org); [`sentence`] reads what of it
//! the files use.
//!
//! Sentences that nothing needs before the first verdict come with the part that draws what they are in: [`Texts::first`]
//! has the others, [`Texts::learn`] adds these.
//!
//! Words from documents go through [`visible`] on their way into a sentence: direction is isolated and
//! characters that cannot be seen are marked, so that a name cannot turn a sentence around.

use crate::order;
use sentence::Value;

pub mod markup;
mod sentence;
mod visible;

pub use visible::visible;

macro_rules! files {
    ($language:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!($language, "/", $name, ".ftl")))),*]
    };
}

/// Beside the code of the first verdict. A release build holds that this code names no sentence of the others.
macro_rules! first_resources {
    ($language:literal) => {
        files! { $language: "frame", "board", "verdicts", "faults", "embed", "parts" }
    };
}

/// Beside the code of the parts (`ui::parts`).
macro_rules! later_resources {
    ($language:literal) => {
        files! {
            $language:
            "start",
            "items",
            "fields",
            "answers",
            "recalls",
            "graph",
            "walk",
            "drawing",
            "manifests",
            "exports",
            "embedding",
            "inspect",
            "crawl",
            "offers",
            "failures",
            "notices",
        }
    };
}

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language that fits a BCP 47 tag best.
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|one| one.tag().eq_ignore_ascii_case(primary)).unwrap_or_default()
    }

    /// What the frame and the board say: all that the first verdict needs.
    pub const fn first(self) -> Resources {
        match self {
            Self::English => first_resources!("en"),
            Self::German => first_resources!("de"),
        }
    }

    /// What everything else says.
    pub const fn later(self) -> Resources {
        match self {
            Self::English => later_resources!("en"),
            Self::German => later_resources!("de"),
        }
    }
}

/// Name and text of each file of a language.
pub type Resources = &'static [(&'static str, &'static str)];

/// A value in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Words, often from a document.
    Text(String),
    /// A number, which decides between singular and plural.
    Count(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! arg_from_count {
    ($($integer:ty),*) => {
        $(impl From<$integer> for Arg {
            fn from(count: $integer) -> Self {
                Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
            }
        })*
    };
}

arg_from_count!(i64, u32, u64, usize, u8, i32);

/// The sentences of one language.
pub struct Texts {
    /// Pattern by id, sorted.
    patterns: Vec<(&'static str, &'static str)>,
    language: Language,
}

impl Texts {
    /// All sentences of a language; tests hold that none lacks one.
    pub fn new(language: Language) -> Self {
        let mut texts = Self::first(language);
        texts.learn(language.later());
        texts
    }

    /// The sentences that the first verdict needs.
    pub fn first(language: Language) -> Self {
        let mut texts = Self { patterns: Vec::new(), language };
        texts.learn(language.first());
        texts
    }

    /// Adds the sentences of these resources.
    pub fn learn(&mut self, resources: Resources) {
        self.patterns.extend(resources.iter().flat_map(|(_, text)| sentence::messages(text)));
        order::sort_by(&mut self.patterns, |one, other| one.0.cmp(other.0));
    }

    /// Which language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is such a sentence.
    pub fn has(&self, id: &str) -> bool {
        self.pattern(id).is_some()
    }

    fn pattern(&self, id: &str) -> Option<&'static str> {
        let at = self.patterns.partition_point(|(other, _)| *other < id);
        self.patterns.get(at).filter(|(other, _)| *other == id).map(|(_, pattern)| *pattern)
    }

    /// A sentence without arguments. An unknown id is shown as it is (tests hold that none is used).
    pub fn plain(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A number with its digits in groups of three: "1,240".
    pub fn number(&self, number: u64) -> String {
        grouped(
            number,
            match self.language {
                Language::English => ',',
                Language::German => '.',
            },
        )
    }

    /// A sentence with arguments.
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let Some(pattern) = self.pattern(id) else { return id.to_owned() };
        let values: Vec<Value<'_>> = args.iter().map(|(name, arg)| self.value(name, arg)).collect();
        let mut sentence = String::with_capacity(pattern.len());
        sentence::write(pattern, &values, &mut sentence);
        sentence
    }

    fn value<'a>(&self, name: &'a str, arg: &Arg) -> Value<'a> {
        match arg {
            Arg::Text(text) => Value { name, written: visible(text).into_owned(), count: None },
            Arg::Count(count) => Value { name, written: self.count(*count), count: Some(*count) },
        }
    }

    fn count(&self, count: i64) -> String {
        match u64::try_from(count) {
            Ok(large) if large >= LEAST_GROUPED => self.number(large),
            _ => count.to_string(),
        }
    }
}

/// Digits in groups of three.
fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Counts of five digits and more can be read only in groups; shorter ones (years, statuses) stay as they are.
const LEAST_GROUPED: u64 = 10_000;
