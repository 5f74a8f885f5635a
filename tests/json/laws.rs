//! Laws of the reader, over arbitrary documents and arbitrary bytes.

use std::fmt::Write as _;

use proptest::prelude::*;
use release_atlas::json::{Class, Document, Kind, Limits, NoticeKind, Value, ValueId, read};

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
        "[ -~]{0,40}".prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 80, 12, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..12).prop_map(Into::into),
            prop::collection::vec((".{0,10}", inner), 0..12)
                .prop_map(|pairs| serde_json::Value::Object(pairs.into_iter().collect())),
        ]
    })
}

fn document(text: &str) -> Document {
    read(text, &Limits::default()).unwrap_or_else(|refusal| panic!("{refusal}: {text}"))
}

/// The same value, in the other reader's type.
pub(super) fn converted(value: Value<'_>) -> serde_json::Value {
    match value.kind() {
        Kind::Null => serde_json::Value::Null,
        Kind::Bool => value.as_bool().into(),
        Kind::Number => serde_json::from_str(value.raw()).unwrap(),
        Kind::String => value.shown().into(),
        Kind::Array => value.items().map(converted).collect::<Vec<_>>().into(),
        Kind::Object => value
            .members()
            .map(|member| (member.name().into_owned(), converted(member.value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

/// The text with all characters beyond ASCII written as escapes.
fn escaped(text: &str) -> String {
    let mut result = String::new();
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => result.push(char::from(byte)),
            _ => write!(result, "\\u{unit:04x}").unwrap(),
        }
    }
    result
}

fn check_places(document: &Document) {
    for id in (0..document.len() as u32).map(ValueId) {
        let value = document.value(id);
        assert_eq!(&document.text()[value.span()], value.raw());
        let pointer = document.pointer(id);
        assert_eq!(document.resolve(&pointer).map(release_atlas::json::Value::id), Some(id), "{pointer}");
        let again = read(value.raw(), &Limits::default()).unwrap();
        assert_eq!(again.len(), value.descendant_count() + 1);
    }
}

/// A name as a document may write it, and as it reads.
fn any_name() -> impl Strategy<Value = (String, String)> {
    let plain = prop_oneof![
        prop::sample::select(vec![
            "",
            "a",
            "b",
            "id",
            "href7",
            "eight_by",
            "nine_byte",
            "sixteen_bytes_ok",
            "seventeen_bytes_x",
            "a_name_of_more_than_thirty_two_bytes"
        ])
        .prop_map(str::to_owned),
        (0..150_u8).prop_map(|number| format!("k{number}")),
        (0..150_u8).prop_map(|number| format!("a_long_name_with_a_number_{number}_within")),
    ];
    (plain, any::<bool>()).prop_map(|(name, is_escaped)| match (name.chars().next(), is_escaped) {
        (Some(first), true) => (format!("\\u{:04x}{}", first as u32, &name[1..]), name),
        _ => (name.clone(), name),
    })
}

proptest! {
    #[test]
    fn every_duplicate_but_the_last_is_marked(
        objects in prop::collection::vec(prop::collection::vec((any_name(), any::<bool>()), 0..90), 1..3),
        order in any::<u64>(),
    ) {
        let mut text = String::from("[");
        for (index, object) in objects.iter().cycle().take(objects.len() * 2).enumerate() {
            let separator = if index > 0 { "," } else { "" };
            let members: Vec<_> = object.iter().map(|((written, _), is_deep)| {
                format!("\"{written}\":{}", if *is_deep { "{\"a\":[{\"a\":1,\"b\":2}]}" } else { "1" })
            }).collect();
            let glue = if order >> (index % 64) & 1 == 0 { "," } else { " ,\n" };
            write!(text, "{separator}{{{}}}", members.join(glue)).unwrap();
        }
        text.push(']');
        let document = document(&text);
        for (value, object) in document.root().items().zip(objects.iter().cycle()) {
            let marked: Vec<_> = value.members().map(|member| (member.name().into_owned(), member.is_shadowed())).collect();
            let expected: Vec<_> = object.iter().enumerate().map(|(at, ((_, name), _))| {
                (name.clone(), object[at + 1..].iter().any(|((_, later), _)| later == name))
            }).collect();
            prop_assert_eq!(marked, expected);
            for ((_, name), _) in object {
                let last = object.iter().rposition(|((_, other), _)| other == name).unwrap();
                prop_assert_eq!(value.get(name).map(Value::id), value.children().nth(last).map(Value::id));
            }
        }
    }

    #[test]
    fn reading_what_another_writer_wrote_gives_the_same_values(json in any_json()) {
        for text in [json.to_string(), serde_json::to_string_pretty(&json).unwrap()] {
            let document = document(&text);
            prop_assert_eq!(&converted(document.root()), &serde_json::from_str::<serde_json::Value>(&text).unwrap());
            prop_assert_eq!(document.root().raw(), text.as_str());
            prop_assert!(document.notices().iter().all(|notice| notice.kind == NoticeKind::ControlCharacter));
            check_places(&document);
        }
    }

    #[test]
    fn escapes_change_nothing(json in any_json()) {
        let text = json.to_string();
        prop_assert_eq!(converted(document(&escaped(&text)).root()), converted(document(&text).root()));
    }

    #[test]
    fn white_space_changes_nothing(json in any_json(), space in "[ \t\r\n]{0,20}") {
        let text = format!("{space}{}{space}", serde_json::to_string_pretty(&json).unwrap().replace('\n', &format!("{space}\n")));
        prop_assert_eq!(converted(document(&text).root()), converted(document(&json.to_string()).root()));
    }

    #[test]
    fn every_prefix_of_a_document_is_refused(json in any_json()) {
        let text = serde_json::json!([json]).to_string();
        for end in 1..text.len() {
            let refusal = read(&text.as_bytes()[..end], &Limits::default()).unwrap_err();
            prop_assert_eq!(refusal.class, Class::Truncated, "{}", &text[..end.min(text.len())]);
        }
    }

    #[test]
    fn any_bytes_give_a_result(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(document) = read(bytes, &Limits::default()) {
            check_places(&document);
        }
    }

    #[test]
    fn any_tokens_give_a_result_as_strict_as_the_other_reader(
        tokens in prop::collection::vec(prop::sample::select(vec![
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-", "0", ".5", "e9", "true", "nul", " ", "\n", "\"", "\\", "\\u12", "ü", "\u{0}",
        ]), 0..24),
    ) {
        let text = tokens.concat();
        let other = serde_json::from_str::<serde_json::Value>(&text);
        let ours = read(text.as_str(), &Limits::default());
        if let Ok(value) = other {
            prop_assert_eq!(converted(ours.unwrap().root()), value);
        } else if let Ok(document) = ours {
            prop_assert!(!document.notices().is_empty(), "{}", text);
        }
    }

    #[test]
    fn one_changed_byte_never_loses_the_reader(json in any_json(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = json.to_string().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(document) = read(bytes, &Limits::default()) {
            assert!(document.root().descendants().count() + 1 == document.len());
        }
    }

    #[test]
    fn slices_of_any_size_give_the_same_document(json in any_json(), budget in 1_usize..64) {
        use release_atlas::json::{Progress, Reader};
        let text = json.to_string();
        let mut reader = Reader::new(text.as_str(), &Limits::default());
        let sliced = loop {
            if let Progress::Done(result) = reader.advance(budget) {
                break result.unwrap();
            }
        };
        prop_assert_eq!(converted(sliced.root()), converted(document(&text).root()));
    }
}
