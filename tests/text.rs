//! Every sentence is there, in every language, and is used.

#![expect(clippy::expect_used, reason = "a test may end where its own files cannot be read")]

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use release_atlas::text::{Arg, Language, Texts};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use unic_langid::LanguageIdentifier;

fn ids(text: &str) -> BTreeSet<String> {
    let is_id = |line: &&str| line.starts_with(|first: char| first.is_ascii_alphabetic());
    text.lines().filter(is_id).filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
}

fn resources(language: Language) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    language.first().iter().chain(language.later())
}

#[test]
fn every_language_has_every_sentence() {
    for ((name, english), (_, german)) in resources(Language::English).zip(resources(Language::German)) {
        let (english, german) = (ids(english), ids(german));
        let missing: Vec<_> = english.symmetric_difference(&german).collect();
        assert!(missing.is_empty(), "{name}.ftl differs in {missing:?}");
    }
}

#[test]
fn every_resource_is_sound() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        for (name, text) in resources(language) {
            for id in ids(text) {
                assert!(texts.has(&id), "{}/{name}.ftl: {id}", language.tag());
            }
        }
    }
}

#[test]
fn no_sentence_stands_twice() {
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for (name, text) in resources(language) {
            for line in
                text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
            {
                let id = line.split(" =").next().unwrap_or_default().to_owned();
                assert!(seen.insert(id.clone()), "{}/{name}.ftl: {id}", language.tag());
            }
        }
    }
}

fn files_below(folder: PathBuf) -> Vec<PathBuf> {
    let (mut folders, mut files) = (vec![folder], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the views can be read").flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

#[test]
fn every_sentence_that_a_view_asks_for_is_there() {
    let texts = Texts::new(Language::English);
    let mut missing = Vec::new();
    let views = files_below(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui"));
    assert!(views.iter().any(|view| view.ends_with("hosted/answers.rs")), "folders are looked into");
    for view in views {
        let text = fs::read_to_string(&view).unwrap_or_default();
        for start in ["session.t(\"", "session.tr(\"", ".t(\"", ".tr(\n", "session.tr(\n"] {
            for part in text.split(start).skip(1) {
                let id = part.trim_start().trim_start_matches('"').split('"').next().unwrap_or_default();
                let is_id =
                    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
                if is_id && !texts.has(id) {
                    missing.push(format!("{}: {id}", view.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn counts_choose_singular_and_plural() {
    let texts = Texts::new(Language::English);
    assert_eq!(
        texts.with("graph-counts", &[("nodes", Arg::Count(1)), ("edges", Arg::Count(2))]),
        "1 item, 2 edges"
    );
    assert_eq!(
        texts.with("graph-counts", &[("nodes", Arg::Count(2)), ("edges", Arg::Count(1))]),
        "2 items, 1 edge"
    );
}

#[test]
fn nothing_is_said_to_be_hit_only_where_all_is_known() {
    let texts = Texts::new(Language::English);
    let lead = |hit: u32, risk: u32, unknown: u32, unsure: u32| {
        let facts = [("hit", hit), ("risk", risk), ("unknown", unknown), ("unsure", unsure)];
        texts.with("board-lead", &facts.map(|(name, count)| (name, count.into())))
    };
    assert_eq!(lead(0, 0, 0, 0), "Nothing is hit.");
    assert_eq!(lead(0, 0, 0, 1), "Nothing is known to be hit.");
    assert_eq!(lead(0, 0, 1, 1), "Nothing is known to be hit; 1 item is unknown.");
    assert_eq!(lead(2, 1, 3, 3), "2 items are hit, 1 is at risk; 3 items are unknown.");
}

#[test]
fn long_numbers_are_read_in_groups_of_three() {
    let english = Texts::new(Language::English);
    let shown = [0, 999, 1_240, 18_446_744_073_709_551_615].map(|number| english.number(number));
    assert_eq!(shown, ["0", "999", "1,240", "18,446,744,073,709,551,615"]);
    assert_eq!(Texts::new(Language::German).number(1_240), "1.240");
}

#[test]
fn a_name_cannot_turn_a_sentence_around() {
    let texts = Texts::new(Language::English);
    let sentence = texts.with("reading", &[("title", "evil\u{202e}nosj".into())]);
    assert!(!sentence.contains('\u{202e}'));
}

#[test]
fn large_counts_are_grouped_and_small_ones_are_not() {
    for (language, words) in
        [(Language::English, "12,345 bundles are recalled"), (Language::German, "12.345")]
    {
        let texts = Texts::new(language);
        let sentence = texts.with("recalls-lead", &[("count", 12_345_u32.into())]);
        assert!(sentence.contains(words), "{sentence}");
        assert!(texts.with("recalls-lead", &[("count", 9_999_u32.into())]).contains("9999"));
    }
}

/// The names of the values in a pattern.
fn names(pattern: &str) -> BTreeSet<String> {
    let name = |part: &str| {
        part.chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-' || *letter == '_')
            .collect()
    };
    pattern.split('$').skip(1).map(name).collect()
}

fn by_the_library(language: Language) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = language.tag().parse().expect("a tag");
    let mut bundle = FluentBundle::new(vec![tag]);
    bundle.set_use_isolating(false);
    for (name, text) in resources(language) {
        let resource = FluentResource::try_new((*text).to_owned());
        let added = bundle.add_resource(resource.unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}")));
        assert!(added.is_ok(), "{name}: {added:?}");
    }
    bundle
}

#[test]
fn every_sentence_is_what_the_library_makes_of_it() {
    for language in Language::ALL {
        let (library, texts) = (by_the_library(language), Texts::new(language));
        for (file, text) in resources(language) {
            let all = names(text);
            for id in ids(text) {
                for value in [
                    Arg::Count(0),
                    Arg::Count(1),
                    Arg::Count(2),
                    Arg::Count(999),
                    Arg::from("other"),
                    Arg::from("x { y"),
                ] {
                    let args: Vec<(&str, Arg)> =
                        all.iter().map(|name| (name.as_str(), value.clone())).collect();
                    let ours = texts.with(&id, &args);
                    let mut values = FluentArgs::new();
                    for (name, value) in &args {
                        values.set(
                            *name,
                            match value {
                                Arg::Text(text) => FluentValue::from(text.clone()),
                                Arg::Count(count) => FluentValue::from(*count),
                            },
                        );
                    }
                    let pattern =
                        library.get_message(&id).and_then(|message| message.value()).expect("a pattern");
                    let mut errors = Vec::new();
                    let theirs = library.format_pattern(pattern, Some(&values), &mut errors);
                    assert!(errors.is_empty(), "{file}: {id}: {errors:?}");
                    assert_eq!(ours, theirs, "{}/{file}.ftl: {id} with {value:?}", language.tag());
                }
            }
        }
    }
}
