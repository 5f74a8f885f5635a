//! What is not one JSON document is named for what it is.

use release_atlas::json::{Class, Expected, Found, Limits, Progress, Reader, Refusal, read};

fn refusal(bytes: impl Into<Vec<u8>>) -> Refusal {
    read(bytes, &Limits::default()).expect_err("a refusal")
}

fn class(bytes: impl Into<Vec<u8>>) -> Class {
    refusal(bytes).class
}

#[test]
fn nothing_is_empty() {
    for text in ["", " \n\t", "\u{feff}", "\u{feff} "] {
        assert_eq!(class(text), Class::Empty, "{text:?}");
    }
}

#[test]
fn web_page_is_named() {
    for text in [
        "<!DOCTYPE html><html></html>",
        "\n<html lang=en>",
        "<?xml version='1.0'?><!DOCTYPE html PUBLIC \"x\"><html>",
        "<head><title>Sign in</title>",
        "<!-- saved --><HTML>",
    ] {
        assert_eq!(class(text), Class::Html, "{text}");
    }
}

#[test]
fn xml_is_named() {
    assert_eq!(class("<?xml version=\"1.0\"?><catalog/>"), Class::Xml);
    assert_eq!(class("<feed xmlns=\"a\"/>"), Class::Xml);
}

#[test]
fn yaml_is_named() {
    for text in [
        "---\nreleases: []\n",
        "version: 1\nreleases:\n  - a\n",
        "# comment\nname: x",
        "- a\n- b\n",
        "\"quoted\": 1\n",
        "true story: 1",
        "%YAML 1.2\n---\n",
        "releases:\n",
    ] {
        assert_eq!(class(text), Class::Yaml, "{text}");
    }
}

#[test]
fn script_is_named() {
    for text in [
        "callback({\"a\":1});",
        "/**/ jQuery123_4({})",
        "a.b.c({})",
        "var data = {};",
        "window.__STATE__ = {}",
        "while(1);{}",
        ")]}',\n{}",
        "export default {}",
    ] {
        let found = class(text);
        assert!(
            found == Class::Jsonp || (text.starts_with("export") && found == Class::Syntax),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn several_documents_and_lines_are_named() {
    assert_eq!(class("{}{}"), Class::SeveralDocuments);
    assert_eq!(class("{}\n[]"), Class::JsonLines);
    assert_eq!(class("{\n}\n{\n}"), Class::SeveralDocuments);
    assert_eq!(class("{\"a\":1}\r\n{\"a\":2}\r\n"), Class::JsonLines);
    assert_eq!(class("1 2"), Class::SeveralDocuments);
    assert_eq!(class("{} x"), Class::Syntax);
}

#[test]
fn binary_is_named() {
    for bytes in [
        &b"\x1f\x8b\x08\0\0"[..],
        b"PK\x03\x04abc",
        b"%PDF-1.7",
        b"\x89PNG\r\n",
        b"\0\0\0\0",
        b"\x01\x02\x03",
        b"\xff\xfe\0\0",
    ] {
        assert_eq!(class(bytes), Class::Binary, "{bytes:?}");
    }
}

#[test]
fn every_cut_of_a_document_is_truncated() {
    let text = r#" {"a":[1,-2.5e3,true,false,null,"é\u00e9\ud83d\ude00\n"],"ü":{"x":{}}}"#;
    for end in 2..text.len() {
        assert_eq!(class(&text.as_bytes()[..end]), Class::Truncated, "{end}");
    }
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for end in 4..wide.len() {
        assert_eq!(class(&wide[..end]), Class::Truncated, "{end}");
    }
}

#[test]
fn nesting_ends_at_the_stated_depth() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(read(nested(512), &Limits::default()).is_ok());
    assert_eq!(class(nested(513)), Class::TooDeep { limit: 512 });
    assert_eq!(class("[".repeat(1_000_000)), Class::TooDeep { limit: 512 });
    assert_eq!(class("{\"a\":".repeat(1_000_000)), Class::TooDeep { limit: 512 });
    let deep = Limits { max_depth: 2_000_000, ..Limits::default() };
    let document = read(nested(1_000_000), &deep).unwrap();
    assert_eq!(document.root().descendants().count(), 999_999);
}

#[test]
fn size_ends_at_the_stated_limit() {
    let limits = Limits { max_bytes: 10, ..Limits::default() };
    assert!(read("[12345678]", &limits).is_ok());
    assert_eq!(read("[123456789]", &limits).unwrap_err().class, Class::TooBig { limit: 10 });
}

#[test]
fn every_fault_has_its_place_and_says_what_was_expected() {
    let faults = [
        ("[1,]", 1, 4, Expected::Value, Found::Character(']')),
        ("{\"a\" 1}", 1, 6, Expected::Colon, Found::Character('1')),
        ("{a:1}", 1, 2, Expected::NameOrBrace, Found::Character('a')),
        ("{\"a\":1,}", 1, 8, Expected::Name, Found::Character('}')),
        ("{\"a\":1\n \"b\":2}", 2, 2, Expected::CommaOrBrace, Found::Character('"')),
        ("[1 2]", 1, 4, Expected::CommaOrBracket, Found::Character('2')),
        ("[\"ü\",\n01]", 2, 2, Expected::CommaOrBracket, Found::Character('1')),
        ("[-]", 1, 3, Expected::Digit, Found::Character(']')),
        ("[1.]", 1, 4, Expected::Digit, Found::Character(']')),
        ("[1e+]", 1, 5, Expected::Digit, Found::Character(']')),
        ("[\"\\x\"]", 1, 4, Expected::EscapeLetter, Found::Character('x')),
        ("[\"\\u12G4\"]", 1, 7, Expected::HexDigit, Found::Character('G')),
        ("[tru]", 1, 5, Expected::Literal, Found::Character(']')),
        ("[,1]", 1, 2, Expected::ValueOrBracket, Found::Character(',')),
        ("[1}", 1, 3, Expected::CommaOrBracket, Found::Character('}')),
        ("{\"a\":1]", 1, 7, Expected::CommaOrBrace, Found::Character(']')),
        ("[1]]", 1, 4, Expected::End, Found::Character(']')),
        ("['a']", 1, 2, Expected::ValueOrBracket, Found::Character('\'')),
        ("[NaN]", 1, 2, Expected::ValueOrBracket, Found::Character('N')),
        ("{\"a\"", 1, 5, Expected::Colon, Found::End),
    ];
    for (text, line, column, expected, found) in faults {
        let refusal = refusal(text);
        assert_eq!(
            (refusal.line, refusal.column, refusal.expected, refusal.found),
            (line, column, expected, found),
            "{text}"
        );
        assert_eq!(refusal.class == Class::Truncated, found == Found::End, "{text}");
    }
}

#[test]
fn refusal_reads_as_a_sentence() {
    assert_eq!(refusal("[1,]").to_string(), "not JSON at line 1, column 4: expected a value, found ']'");
    assert_eq!(refusal("").to_string(), "nothing to read");
}

#[test]
fn grammar_is_that_of_the_rfc() {
    for text in [
        "[0e+1]",
        "[0E1]",
        "[-0]",
        "[1E-2]",
        "[20e1]",
        "[123.456e78]",
        "\"\"",
        "0",
        "-1.5",
        " true ",
        "[[]   ]",
        "[\n1\n,1]",
        "{\"\":0}",
        "[\"\u{7f}\"]",
        "[\"\u{2028}\"]",
        "{\"a\":{},\"b\":[{}]}",
        "[\"\\uDBFF\\uDFFF\"]",
        "[null,1,null]",
    ] {
        assert!(read(text, &Limits::default()).is_ok(), "{text}");
    }
    for text in [
        "[1,,2]",
        "[\"x\"",
        "[1:2]",
        "[x",
        "[.5]",
        "[+1]",
        "[-01]",
        "[1.e1]",
        "[0.e1]",
        "[1eE2]",
        "[0x42]",
        "[1a]",
        "[Infinity]",
        "[- 1]",
        "[\"\\u{0041}\"]",
        "[\"\\u00A\"]",
        "[\\n]",
        "[\"a\"\"b\"]",
        "{\"a\"::1}",
        "{\"a\":1,,\"b\":2}",
        "{1:1}",
        "{'a':1}",
        "{\"a\":\"b\"}#",
        "{\"a\":\"b\"}//",
        "[\u{a0}1]",
        "[\u{c}1]",
        "[1]/* */",
        "[/* */1]",
        "[True]",
        "[nul]",
        "[truex]",
        "\u{2060}[]",
        "*",
        "[\"\\a\"]",
        "{\"a\" b}",
        "{[: \"x\"}",
        "]",
        "}",
        ",",
        ":",
    ] {
        assert!(read(text, &Limits::default()).is_err(), "{text}");
    }
}

#[test]
fn document_can_be_read_in_slices() {
    let text = format!("[{}0]", "{\"a\":[1,2,3]},".repeat(1_000));
    let whole = read(text.as_str(), &Limits::default()).unwrap();
    let mut reader = Reader::new(text.as_str(), &Limits::default());
    let (mut slices, mut last) = (0, 0);
    let document = loop {
        match reader.advance(1_000) {
            Progress::Continue { done, total } => {
                assert!(done > last && done <= total);
                last = done;
                slices += 1;
            }
            Progress::Done(result) => break result.unwrap(),
        }
    };
    assert!(slices >= 13, "{slices}");
    assert_eq!(document.len(), whole.len());
    let spans = |document: &release_atlas::json::Document| {
        document.root().descendants().map(|(_, value)| value.span()).collect::<Vec<_>>()
    };
    assert_eq!(spans(&document), spans(&whole));
}
