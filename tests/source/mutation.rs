//! Every value of the valid documents replaced in thirteen ways: nothing panics, and what stands beside the
//! replaced value is read as before.

use release_atlas::json::ValueId;
use release_atlas::manifest::Recalls;
use release_atlas::source::{Content, Source};

use crate::facts::{Fact, facts};
use crate::{data, shared, source};

const REPLACEMENTS: [&str; 13] = [
    "null",
    "true",
    "false",
    "0",
    "-1e999",
    r#""""#,
    r#""string""#,
    r#""\ud800 <b>""#,
    "[]",
    "{}",
    "[null, [7, {}], \"x\"]",
    r#"{"id": {"id": []}, "href": 7, "releases": {}}"#,
    "[[[[[[[[{}]]]]]]]]",
];

/// Whether a replacement at one pointer may change what is read at another: one contains the other.
fn is_touched(fact: &str, replaced: &str) -> bool {
    let within = |outer: &str, inner: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    within(replaced, fact) || within(fact, replaced)
}

fn ask_everything(source: &Source) {
    if let Content::Manifest(read) = &source.content {
        let recalls = Recalls::new(&[read]);
        for mention in &read.mentions {
            let _ = (recalls.trace(&mention.id), recalls.near(&mention.id), recalls.targets(&mention.id));
        }
        let _ = recalls.oddities();
    }
}

/// Replaces each value in its turn.
fn mutate(name: &str, text: &str) {
    let original = source(text);
    let before = facts(&original);
    for id in 0..original.document.len() {
        let value = original.document.value(ValueId(id as u32));
        let (span, pointer) = (value.span(), original.document.pointer(value.id()));
        for replacement in REPLACEMENTS {
            let changed = [&text[..span.start], replacement, &text[span.end..]].concat();
            let changed = source(&changed);
            ask_everything(&changed);
            if id == 0 {
                continue;
            }
            let after = facts(&changed);
            let lost: Vec<&Fact> = before
                .iter()
                .filter(|fact| !is_touched(&fact.0, &pointer) && !after.contains(*fact))
                .collect();
            assert!(lost.is_empty(), "{name}: {pointer} = {replacement} loses {lost:?}");
        }
    }
}

#[test]
fn what_stands_beside_a_replaced_value_is_read_as_before() {
    for (name, text) in data() {
        mutate(&name, &text);
    }
}

#[test]
fn what_stands_beside_a_replaced_value_of_the_samples_is_read_as_before() {
    let Some(folder) = shared("seeds") else { return };
    for name in ["customization-detailed.json", "manifest.json"] {
        mutate(name, &std::fs::read_to_string(folder.join(name)).expect("a seed"));
    }
}
