//! Lines of BOMs by words: "ESX 8.0.3" is for the releases whose BOM has ESX in such a version.
//!
//! The name of a component stands in nearly every release, so a line is asked for by its version; words of its
//! name narrow that down.

use super::{Component, Release};
use crate::letters;

/// A word this long is looked for everywhere in a version: build numbers stand at its end.
const LONG: usize = 6;

/// Whether a version has a word: it begins there, or a number in it does; both in lower case.
pub fn has_version(version: &str, word: &str) -> bool {
    let is_begun = |at: usize| {
        let before = version.as_bytes().get(at.wrapping_sub(1));
        before.is_none_or(|before| !before.is_ascii_digit() && *before != b'.')
    };
    version.match_indices(word).any(|(at, _)| word.len() >= LONG || is_begun(at))
}

/// Whether a line has every word, in its version or in its names, and its version one of them; all in lower case.
pub fn has_words(version: &str, names: &str, words: &[&str]) -> bool {
    let is_version = |word: &str| has_version(version, word);
    words.iter().any(|word| is_version(word))
        && words.iter().all(|word| is_version(word) || names.contains(word))
}

/// The lines that have every word, in any case.
pub fn with_words<'c>(lines: impl Iterator<Item = &'c Component>, words: &str) -> Vec<&'c Component> {
    let words = letters::lower(words);
    let words: Vec<&str> = words.split_whitespace().collect();
    let has_all = |line: &&Component| {
        let names = letters::lower(&format!("{} {}", line.name, line.public_name));
        has_words(&letters::lower(&line.version), &names, &words)
    };
    lines.filter(has_all).collect()
}

impl Release {
    /// The lines of its BOM and those of its SKUs.
    pub fn lines(&self) -> impl Iterator<Item = &Component> {
        self.bom.iter().chain(self.skus.iter().flat_map(|sku| &sku.bom))
    }
}
