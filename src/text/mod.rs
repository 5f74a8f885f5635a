//! Every sentence that people read, from Fluent resources, in English and German.
//!
//! One place, so that wording is consistent and translatable; one file of a language for each part of
//! the interface (`en/board.ftl`), so that a change touches one short file. Fluent was chosen because
//! plural rules and word order differ between languages (see projectfluent.org).
//!
//! Words from documents go through [`visible`] on their way into a sentence: direction is isolated and
//! characters that cannot be seen are marked, so that a name cannot turn a sentence around.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub mod markup;
mod visible;

pub use visible::visible;

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

    /// The resources of the language: name and text of each.
    pub const fn resources(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::English => ENGLISH,
            Self::German => GERMAN,
        }
    }
}

macro_rules! files {
    ($language:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!($language, "/", $name, ".ftl")))),*]
    };
}

/// The files of every language.
macro_rules! resources {
    ($language:literal) => {
        files! {
            $language:
            "frame",
            "fields",
            "board",
            "graph",
            "walk",
            "notices",
            "manifests",
            "faults",
            "inspect",
            "recalls",
            "exports",
            "crawl",
            "embed",
            "answers",
            "offers",
            "drawing",
        }
    };
}

const ENGLISH: &[(&str, &str)] = resources!("en");
const GERMAN: &[(&str, &str)] = resources!("de");

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
    bundle: FluentBundle<FluentResource>,
    language: Language,
}

impl Texts {
    /// The sentences of a language; tests hold that none lacks one.
    pub fn new(language: Language) -> Self {
        let tags: Vec<LanguageIdentifier> = language.tag().parse().into_iter().collect();
        let mut bundle = FluentBundle::new(tags);
        // Isolation marks around every argument would end up in what people copy; `visible` isolates
        // where direction really changes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => grouped_by_comma,
            Language::German => grouped_by_point,
        }));
        for (_, text) in language.resources() {
            // A resource with an error still gives all its sound sentences; a test holds that none has.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(sound, _)| sound);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, language }
    }

    /// Which language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is such a sentence.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
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
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(visible(text).into_owned()),
                Arg::Count(count) => FluentValue::from(*count),
            };
            values.set(*name, value);
        }
        self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
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
const LEAST_GROUPED: f64 = 10_000.0;

fn grouped_by_comma<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    large(value).map(|number| grouped(number, ','))
}

fn grouped_by_point<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    large(value).map(|number| grouped(number, '.'))
}

fn large(value: &FluentValue<'_>) -> Option<u64> {
    let FluentValue::Number(number) = value else { return None };
    (number.value >= LEAST_GROUPED).then_some(number.value as u64)
}
