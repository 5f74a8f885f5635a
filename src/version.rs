//! Vendor version strings: taken apart, compared, and shown as given.
//!
//! One component's version comes as `8.0.3-24674464`, `8.0.3.0.24674464`, `8.0U3e` or with six fields,
//! and text order gets all of them wrong. The rules are those of domain facts on Cloud Foundation
//! versions (KB 410435): fields are numbers, missing ones are 0, leading zeros are for display alone,
//! and the build counts as itself however many fields stand before it.

use crate::letters;
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// Marketing names with the build that they stand for.
const ALIASES: &[(&[u128], &str, u128)] = &[(&[8, 0, 3], "e", 24_674_464)];

/// From this on, the last of a few fields is a build and not a field of the version.
const SMALLEST_BUILD: u128 = 100_000;

/// Words that make a version earlier than the same version without them (as in semver.org 2.0.0).
const EARLY: &[&str] = &["alpha", "beta", "dev", "ea", "pre", "preview", "rc", "snapshot", "tp"];

/// A version as a document gives it.
///
/// Equality and order look at what the text means: `9.1.0.0400` equals `9.1.0.400`. The order is total,
/// so that any list can be sorted; whether it says anything about two versions, [`relation`] tells.
#[derive(Clone, Debug)]
pub struct Version {
    given: String,
    meaning: Meaning,
}

/// What a version's text means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Meaning {
    /// No number to begin with.
    Text(String),
    Numbers(Numbers),
}

/// A version that begins with numbers. The order of the fields is the order of their weight.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Numbers {
    /// The fields before the build, without zeros at the end.
    fields: Vec<u128>,
    /// A final version comes after its early ones.
    is_final: bool,
    /// What follows in letters and numbers.
    tail: Vec<Part>,
    /// 0 if there is none.
    build: u128,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Number(u128),
    /// In lower case.
    Word(String),
}

/// How one version stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// They mean the same.
    Same,
    /// The first is older than the second.
    Older,
    /// The first is newer than the second.
    Newer,
    /// Nothing can be said, as of "latest" and "5.2".
    Incomparable,
}

/// How `a` stands to `b`.
pub fn relation(a: &Version, b: &Version) -> Relation {
    match (a.cmp(b), a.is_comparable(b)) {
        (Ordering::Equal, _) => Relation::Same,
        (_, false) => Relation::Incomparable,
        (Ordering::Less, _) => Relation::Older,
        (Ordering::Greater, _) => Relation::Newer,
    }
}

impl Version {
    /// Reads a version; any text is one.
    pub fn read(text: &str) -> Self {
        let meaning =
            numbers(text.trim()).map_or_else(|| Meaning::Text(letters::lower(text.trim())), Meaning::Numbers);
        Self { given: text.to_owned(), meaning }
    }

    /// What was written.
    pub fn given(&self) -> &str {
        &self.given
    }

    /// The numbers before the build, without zeros at the end; empty for text that is no version.
    pub fn fields(&self) -> &[u128] {
        match &self.meaning {
            Meaning::Numbers(numbers) => &numbers.fields,
            Meaning::Text(_) => &[],
        }
    }

    /// The build, if one is given or known by its marketing name.
    pub fn build(&self) -> Option<u128> {
        match &self.meaning {
            Meaning::Numbers(numbers) if numbers.build > 0 => Some(numbers.build),
            _ => None,
        }
    }

    /// What it leaves open, if it says no build: `9.0.1` may be any version that begins so.
    pub fn beginning(&self) -> Option<Beginning> {
        let Meaning::Numbers(numbers) = &self.meaning else { return None };
        let is_lettered = numbers.is_lettered();
        if numbers.build > 0 || !(numbers.tail.is_empty() || is_lettered) {
            return None;
        }
        let mut fields = numbers.fields.clone();
        let written = fields_and_tail(&self.given).map_or(0, |(written, _)| written.len());
        fields.resize(written.max(fields.len()), 0);
        Some(Beginning { fields, is_lettered })
    }

    /// The same version without its build.
    #[must_use]
    pub fn without_build(&self) -> Self {
        let mut version = self.clone();
        if let Meaning::Numbers(numbers) = &mut version.meaning {
            numbers.build = 0;
        }
        version
    }

    /// Whether it can be placed among other versions at all.
    pub fn is_numeric(&self) -> bool {
        matches!(self.meaning, Meaning::Numbers(_))
    }

    /// Whether the order of the two says something.
    fn is_comparable(&self, other: &Self) -> bool {
        match (&self.meaning, &other.meaning) {
            (Meaning::Numbers(a), Meaning::Numbers(b)) => {
                let letter_and_build = (a.is_lettered() && b.build > 0) || (b.is_lettered() && a.build > 0);
                a.fields != b.fields || (!letter_and_build && tails_compare(a, b))
            }
            _ => false,
        }
    }
}

/// The beginning of versions, by their fields and not by their letters: `9.0.1` begins `9.0.1.0.24957007` and not
/// `9.0.10`. A marketing name whose build is not known ("8.0U3f") may be any build of its version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// As many as were written, zeros at the end among them.
    fields: Vec<u128>,
    is_lettered: bool,
}

impl Beginning {
    /// The least version that can begin so. Those that do follow it without a gap in the order of versions.
    pub fn least(&self) -> Version {
        let mut fields = self.fields.clone();
        trim_zeros(&mut fields);
        let least = Numbers { fields, is_final: false, tail: Vec::new(), build: 0 };
        Version { given: String::new(), meaning: Meaning::Numbers(least) }
    }

    /// Whether the fields of a version begin so.
    pub fn is_of(&self, version: &Version) -> bool {
        let fields = version.fields();
        let mut own = self.fields.iter().enumerate();
        version.is_numeric() && own.all(|(at, field)| fields.get(at).copied().unwrap_or_default() == *field)
    }

    /// Whether a version whose fields begin so may be what is meant.
    pub fn may_be(&self, version: &Version) -> bool {
        let has_rest = version.fields().len() > self.fields.len();
        self.is_of(version) && (!self.is_lettered || (!has_rest && version.build().is_some()))
    }
}

impl Numbers {
    /// Whether it is a marketing name such as "8.0U3f", whose build is not known.
    fn is_lettered(&self) -> bool {
        self.build == 0 && matches!(self.tail.first(), Some(Part::Word(word)) if word.len() == 1)
    }
}

/// Whether the tails of two versions with equal fields differ in a way that has an order: in a number,
/// in one letter, in how early they are, or because only one has any.
fn tails_compare(a: &Numbers, b: &Numbers) -> bool {
    if a.is_final != b.is_final {
        return true;
    }
    let is_early = !a.is_final;
    let first_difference = a.tail.iter().zip(&b.tail).find(|(one, other)| one != other);
    match first_difference {
        None | Some((Part::Number(_), Part::Number(_))) => true,
        Some((Part::Word(one), Part::Word(other))) => is_early || (one.len() == 1 && other.len() == 1),
        Some(_) => false,
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.meaning == other.meaning
    }
}

impl Eq for Version {}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.meaning.cmp(&other.meaning)
    }
}

impl Hash for Version {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.meaning.hash(state);
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.given)
    }
}

/// Takes a version apart, if it begins with a number (perhaps after a `v`).
fn numbers(text: &str) -> Option<Numbers> {
    let (mut fields, mut tail) = fields_and_tail(text)?;
    let mut build = split_build(&mut fields).unwrap_or(0);
    trim_zeros(&mut fields);
    if build == 0 {
        build = build_in_tail(&mut tail).or_else(|| build_of_alias(&fields, &mut tail)).unwrap_or(0);
    }
    let is_final = !matches!(tail.first(), Some(Part::Word(word)) if EARLY.contains(&word.as_str()));
    Some(Numbers { fields, is_final, tail, build })
}

/// The numbers that a version begins with, and what follows them.
fn fields_and_tail(text: &str) -> Option<(Vec<u128>, Vec<Part>)> {
    let text = text.trim();
    let mut parts = parts(text.strip_prefix(['v', 'V']).unwrap_or(text))?;
    let tail = parts.iter().position(|part| matches!(part, Part::Word(_))).unwrap_or(parts.len());
    let mut tail = parts.split_off(tail);
    let mut fields: Vec<u128> = parts.iter().filter_map(Part::number).collect();
    if fields.is_empty() {
        return None;
    }
    apply_update(&mut fields, &mut tail);
    Some((fields, tail))
}

impl Part {
    fn number(&self) -> Option<u128> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Word(_) => None,
        }
    }
}

/// The runs of digits and of other characters of a text; separators stand between them. None if a
/// number is larger than any version's.
fn parts(text: &str) -> Option<Vec<Part>> {
    let is_separator = |c: char| matches!(c, '.' | '-' | '_' | '+' | '~' | ' ');
    let mut parts = Vec::new();
    for run in text.split(is_separator).filter(|run| !run.is_empty()) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let digits = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            parts.push(if digits {
                Part::Number(part.parse().ok()?)
            } else {
                Part::Word(letters::lower(part))
            });
            rest = after;
        }
    }
    Some(parts)
}

/// `8.0U3` and `8.0 Update 3` are 8.0.3.
fn apply_update(fields: &mut Vec<u128>, tail: &mut Vec<Part>) {
    if let [Part::Word(word), Part::Number(update), ..] = tail.as_slice()
        && matches!(word.as_str(), "u" | "update")
        && fields.len() <= 2
    {
        fields.resize(2, 0);
        fields.push(*update);
        tail.drain(..2);
    }
}

/// Takes off the build: the last of five or more fields, or of fewer if it is too large for a field.
fn split_build(fields: &mut Vec<u128>) -> Option<u128> {
    let last = *fields.last()?;
    let is_build = fields.len() >= 5 || (fields.len() >= 2 && last >= SMALLEST_BUILD);
    if is_build { fields.pop() } else { None }
}

/// `8.0U3e-24674464` names its build itself, the letter then adds nothing; `8.0.3 build-24022510` is what hosts say.
fn build_in_tail(tail: &mut Vec<Part>) -> Option<u128> {
    let build = match tail.as_slice() {
        [Part::Word(word), Part::Number(build)] if word.len() == 1 || word == "build" => *build,
        [Part::Number(build)] => *build,
        _ => return None,
    };
    if build < SMALLEST_BUILD {
        return None;
    }
    tail.clear();
    Some(build)
}

fn build_of_alias(fields: &[u128], tail: &mut Vec<Part>) -> Option<u128> {
    let [Part::Word(letter)] = tail.as_slice() else { return None };
    let (.., build) = ALIASES.iter().find(|(of, with, _)| *of == fields && with == letter)?;
    tail.clear();
    Some(*build)
}

fn trim_zeros(fields: &mut Vec<u128>) {
    while fields.last() == Some(&0) {
        fields.pop();
    }
}
