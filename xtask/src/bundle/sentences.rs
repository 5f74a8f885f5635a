//! Holds that the program names no sentence that only the parts bring.
//!
//! Such a sentence would be shown as its id until the parts are there, on slow networks alone, where no test looks.
//! The names that the program can look up stand in its data, so they are sought there.

use crate::{Outcome, project, wasm};
use std::collections::BTreeSet;
use std::fs;

/// Ends the build with the ids that the program names although they come later.
pub fn check(program: &[u8]) -> Outcome {
    let texts = project::root().join("src/text");
    let read = |file: &str| {
        fs::read_to_string(texts.join(file)).map_err(|error| format!("src/text/{file}: {error}"))
    };
    let list = read("mod.rs")?;
    let mut first = String::new();
    for name in files(&list, "first_resources") {
        first += &read(&format!("en/{name}.ftl"))?;
        first += &read(&format!("de/{name}.ftl"))?;
    }
    let mut later = BTreeSet::new();
    for name in files(&list, "later_resources") {
        later.extend(ids(&read(&format!("en/{name}.ftl"))?));
    }
    let data = wasm::section(program, wasm::DATA).ok_or("the program's data was not found")?;
    let named: Vec<String> =
        later.into_iter().filter(|id| !first.contains(id.as_str()) && has(data, id.as_bytes())).collect();
    if named.is_empty() {
        return Ok(());
    }
    Err(format!(
        "the program names sentences that come with the parts: {}; move them to a file of first_resources! in src/text/mod.rs",
        named.join(", ")
    ))
}

/// The names in a list of `src/text/mod.rs`.
fn files<'a>(source: &'a str, list: &str) -> impl Iterator<Item = &'a str> {
    let rest = source.split_once(&format!("macro_rules! {list}")).map_or("", |(_, rest)| rest);
    let block = rest.split_once("\n}").map_or("", |(block, _)| block);
    block.split('"').skip(1).step_by(2)
}

/// The ids of a resource that could be no other word of the program: of more words than one.
fn ids(resource: &str) -> Vec<String> {
    let begins = |line: &&str| line.starts_with(|first: char| first.is_ascii_alphabetic());
    let id = |line: &str| Some(line.split_once(" =")?.0.to_owned());
    resource.lines().filter(begins).filter_map(id).filter(|id| id.contains('-')).collect()
}

fn has(data: &[u8], word: &[u8]) -> bool {
    data.windows(word.len()).any(|piece| piece == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(data: &[u8]) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 2, 0, 0, 11, u8::try_from(data.len()).unwrap()]);
        wasm.extend_from_slice(data);
        wasm
    }

    #[test]
    fn a_sentence_of_the_parts_in_the_program_ends_the_build() {
        let refused = check(&program(b"...start-title..")).unwrap_err();
        assert!(refused.contains("start-title"), "{refused}");
    }

    #[test]
    fn a_sentence_of_the_first_verdict_may_stand_in_the_program() {
        assert_eq!(check(&program(b"...view-hit..")), Ok(()));
    }

    #[test]
    fn a_program_without_data_is_no_proof() {
        assert!(check(b"\0asm\x01\0\0\0").is_err());
    }
}
