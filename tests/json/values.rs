//! What a document gives back.

use release_atlas::json::{Document, Kind, Limits, NoticeKind, ValueId, read};

fn document(text: impl Into<Vec<u8>>) -> Document {
    read(text, &Limits::default()).expect("a document")
}

fn notices(document: &Document) -> Vec<(u32, NoticeKind)> {
    document.notices().iter().map(|notice| (notice.at.0, notice.kind)).collect()
}

#[test]
fn members_items_and_leaves_are_found_by_name_and_place() {
    let document = document(r#"{"id":"c5932997","list":[1,true,null,"x"],"empty":{},"none":[]}"#);
    let root = document.root();
    assert_eq!(root.kind(), Kind::Object);
    assert_eq!(root.get("id").and_then(release_atlas::json::Value::as_text).as_deref(), Some("c5932997"));
    let shown: Vec<_> = root.get("list").unwrap().items().map(release_atlas::json::Value::shown).collect();
    assert_eq!(shown, ["1", "true", "null", "x"]);
    assert_eq!(root.get("empty").unwrap().len(), 0);
    assert_eq!(root.get("none").unwrap().raw(), "[]");
    assert!(root.get("absent").is_none());
    assert_eq!(
        root.members().map(release_atlas::json::Member::name).collect::<Vec<_>>(),
        ["id", "list", "empty", "none"]
    );
    assert_eq!(document.len(), 9);
}

#[test]
fn every_value_knows_its_parent_and_its_pointer() {
    let document = document(r#"{"a":[{"b":[[],[0]]},{"c~/":{"":1}},2],"d":{},"e":[]}"#);
    for id in (0..document.len() as u32).map(ValueId) {
        let value = document.value(id);
        assert_eq!(document.resolve(&document.pointer(id)).map(release_atlas::json::Value::id), Some(id));
        let parent = (0..id.0)
            .rev()
            .map(|at| document.value(ValueId(at)))
            .find(|at| !at.is_leaf() && at.span().end >= value.span().end);
        assert_eq!(
            value.parent().map(release_atlas::json::Value::id),
            parent.map(release_atlas::json::Value::id),
            "{value:?}"
        );
    }
    assert_eq!(document.pointer(document.resolve("/a/1/c~0~1/").unwrap().id()), "/a/1/c~0~1/");
}

#[test]
fn descendants_come_in_document_order_with_their_depth() {
    let document = document(r#"[[1,[2]],{"a":3},4]"#);
    let seen: Vec<_> = document.root().descendants().map(|(depth, value)| (depth, value.raw())).collect();
    assert_eq!(seen, [(1, "[1,[2]]"), (2, "1"), (2, "[2]"), (3, "2"), (1, r#"{"a":3}"#), (2, "3"), (1, "4")]);
}

#[test]
fn numbers_keep_all_their_digits() {
    let long = "1234567890123456789012345678901234567890";
    let document = document(format!("[{long},9007199254740993,-0.10e-2,18446744073709551615]"));
    let items: Vec<_> = document.root().items().collect();
    assert_eq!(items[0].number(), Some(long));
    assert_eq!(items[0].as_u64(), None);
    assert_eq!(items[1].as_i64(), Some(9_007_199_254_740_993));
    assert_eq!(items[2].shown(), "-0.10e-2");
    assert_eq!(items[3].as_u64(), Some(u64::MAX));
}

#[test]
fn number_beyond_range_is_kept_and_named() {
    let document = document(r#"{"size":1e999,"other":1e300}"#);
    assert_eq!(document.root().get("size").unwrap().shown(), "1e999");
    assert_eq!(document.root().get("size").unwrap().as_f64(), None);
    assert_eq!(notices(&document), [(1, NoticeKind::NumberOutOfRange)]);
}

#[test]
fn escapes_are_decoded_and_half_a_pair_fails_alone() {
    let document = document(r#"["\"\\\/\b\f\n\r\té😀","a\ud800b","\udc00","\ud800A"]"#);
    let shown: Vec<_> = document.root().items().map(|item| item.shown().into_owned()).collect();
    assert_eq!(shown[0], "\"\\/\u{8}\u{c}\n\r\t\u{e9}\u{1f600}");
    assert_eq!(shown[1..], ["a\u{fffd}b", "\u{fffd}", "\u{fffd}A"]);
    assert_eq!(document.notice_count(NoticeKind::LoneSurrogate), 3);
}

#[test]
fn last_of_members_with_one_name_wins_and_the_others_are_named() {
    let document = document(r#"{"id":1,"x":2,"\u0069d":3,"id":4}"#);
    assert_eq!(document.root().get("id").unwrap().raw(), "4");
    let shadowed: Vec<_> = document.root().members().map(release_atlas::json::Member::is_shadowed).collect();
    assert_eq!(shadowed, [true, false, true, false]);
    assert_eq!(notices(&document), [(1, NoticeKind::DuplicateKey), (3, NoticeKind::DuplicateKey)]);
}

#[test]
fn byte_order_mark_is_stripped() {
    let document = document("\u{feff}{\"a\":1}");
    assert_eq!(document.root().span(), 0..7);
    assert_eq!(document.bytes(), 10);
    assert_eq!(notices(&document), [(0, NoticeKind::ByteOrderMark)]);
}

#[test]
fn utf16_is_read_with_and_without_its_mark() {
    let text = r#"{"name":"Grün 😀"}"#;
    for marked in [false, true] {
        let units = || marked.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        for bytes in [little, big] {
            let document = document(bytes);
            assert_eq!(document.root().get("name").unwrap().shown(), "Grün 😀");
            assert_eq!(document.notice_count(NoticeKind::Utf16), 1);
        }
    }
}

#[test]
fn latin1_is_read_as_such() {
    let document = document(b"{\"name\":\"Gr\xFCn \x96 caf\xE9\"}".to_vec());
    assert_eq!(document.root().get("name").unwrap().shown(), "Grün \u{2013} café");
    assert_eq!(notices(&document), [(0, NoticeKind::Latin1)]);
}

#[test]
fn broken_utf8_is_replaced_only_where_it_is_broken() {
    let document = document(b"{\"a\":\"x\xFFy\",\"gr\xC3\xBCn\":\"\xE2\x82\",\"k\xC0\":true}".to_vec());
    let shown: Vec<_> =
        document.root().members().map(|member| (member.name(), member.value.shown())).collect();
    assert_eq!(shown[0], ("a".into(), "x\u{fffd}y".into()));
    assert_eq!(shown[1], ("grün".into(), "\u{fffd}".into()));
    assert_eq!(shown[2], ("k\u{fffd}".into(), "true".into()));
    assert_eq!(notices(&document), [1, 2, 3].map(|at| (at, NoticeKind::BrokenUtf8)));
}

#[test]
fn control_characters_in_strings_are_kept_and_named() {
    let document = document("{\"a\":\"x\ty\nz\0\"}");
    assert_eq!(document.root().get("a").unwrap().shown(), "x\ty\nz\0");
    assert_eq!(notices(&document), [(1, NoticeKind::ControlCharacter)]);
}

#[test]
fn notices_are_bounded_and_counted() {
    let document = document(format!("[{}1e999]", "1e999,".repeat(19_999)));
    assert_eq!(document.notices().len(), 1_000);
    assert_eq!(document.notice_count(NoticeKind::NumberOutOfRange), 20_000);
}

#[test]
fn lines_and_columns_count_characters() {
    let document = document("[\"ü\",\r\n 1,\r2,\n\n3]");
    let place = |raw: &str| document.line_column(document.text().find(raw).unwrap());
    assert_eq!(place("\","), (1, 4));
    assert_eq!(place("1"), (2, 2));
    assert_eq!(place("2"), (3, 1));
    assert_eq!(place("3"), (5, 1));
}

#[test]
fn what_is_masked_is_in_no_value_and_the_bytes_that_came_are_kept() {
    let bytes = b"{\"a\":\"my-secret-1\",\"b\":\"x\xffy\",\"c\":\"my-secret-1\"}".to_vec();
    let mask = |text: &str| text.contains("my-secret-1").then(|| text.replace("my-secret-1", "***"));
    let document = release_atlas::json::read_masked(bytes.clone(), &Limits::default(), &mask).unwrap();
    assert_eq!(document.text(), "{\"a\":\"***\",\"b\":\"x\u{fffd}y\",\"c\":\"***\"}");
    assert_eq!(&*document.received(), bytes.as_slice());
    let broken = document.notices().iter().find(|notice| notice.kind == NoticeKind::BrokenUtf8).unwrap();
    assert_eq!(document.pointer(broken.at), "/b");
    let plain = release_atlas::json::read_masked(b"[1]".to_vec(), &Limits::default(), &mask).unwrap();
    assert_eq!(plain.received_text(), Some("[1]"));
}
