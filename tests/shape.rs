//! Tables over documents: what is odd is named, and no field is dropped.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking, its helpers too")]

use proptest::prelude::*;
use release_atlas::json::{Document, Kind, Limits, read};
use release_atlas::shape::{
    Expect, Field, Label, NoticeKind, Report, Rows, Shape, Wanted, check, check_as, rows,
};

static PAIR: Expect = Expect::Many(&RELEASE);

static PRODUCT: Shape = Shape {
    name: "product",
    fields: &[Field::required("key", Expect::Text), Field::optional("name", Expect::Text)],
};

static RELEASE: Shape = Shape {
    name: "release",
    fields: &[
        Field::required("id", Expect::Text),
        Field::optional("version", Expect::Version),
        Field::optional("released_at", Expect::Instant),
        Field::optional("status", Expect::Status(&["NONE", "READY"])),
        Field::optional("healthy", Expect::Flag),
        Field::optional("product", Expect::One(&PRODUCT)),
        Field::optional("products", Expect::Many(&PRODUCT)),
        Field::optional("tags", Expect::Texts),
        Field::optional(
            "dependencies",
            Expect::List(&Expect::OneOf(&[Expect::One(&RELEASE), Expect::Text, Expect::Nothing])),
        ),
        Field::optional("patches", Expect::Map(&Expect::Many(&PRODUCT))),
        Field::optional("url", Expect::AddressOrObject(&PRODUCT)),
        Field::optional("extra", Expect::Anything),
        Field::optional("_links", Expect::Links),
    ],
};

fn document(text: &str) -> Document {
    read(text, &Limits::default()).unwrap()
}

/// What the check says: the pointer of each notice, and its kind.
fn notices(text: &str) -> Vec<(String, NoticeKind)> {
    let document = document(text);
    let mut report = Report::default();
    check(document.root(), &RELEASE, &mut report);
    assert_eq!(report.total() as usize, report.notices().len());
    report.notices().iter().map(|notice| (document.pointer(notice.at), notice.kind)).collect()
}

fn wrong(pointer: &str, expected: Wanted, found: Kind) -> (String, NoticeKind) {
    (pointer.to_owned(), NoticeKind::WrongType { expected, found })
}

fn odd(pointer: &str, kind: NoticeKind) -> (String, NoticeKind) {
    (pointer.to_owned(), kind)
}

#[test]
fn release_as_documented_has_no_notices() {
    let text = r#"{"id":"a","version":"1","released_at":"2023-03-03","status":"READY","healthy":true,
        "product":{"key":"argo-cd","name":null},"products":[{"key":"x"}],"tags":["t"],
        "dependencies":[{"id":"b","dependencies":[]},"c",null],"patches":{"ESX":[{"key":"y"}]},
        "url":"https://docs.example.com","extra":{"any":[1]},
        "_links":{"self":{"href":"/a"},"next":null,"dependencies":[{"href":"/b"},{"href":"/c"}],"text":"/d"}}"#;
    assert_eq!(notices(text), []);
    assert_eq!(notices(r#"{"id":"a","url":{"key":"x"},"released_at":1700000000}"#), []);
}

#[test]
fn members_of_the_wrong_type_are_named_where_they_stand() {
    let text = r#"{"id":7,"version":2.6,"released_at":true,"healthy":"yes","product":"web","tags":"t","url":1,"extra":1}"#;
    assert_eq!(
        notices(text),
        [
            wrong("/id", Wanted::Text, Kind::Number),
            wrong("/version", Wanted::Text, Kind::Number),
            wrong("/released_at", Wanted::Instant, Kind::Bool),
            wrong("/healthy", Wanted::Flag, Kind::String),
            wrong("/product", Wanted::Object, Kind::String),
            wrong("/tags", Wanted::List, Kind::String),
            wrong("/url", Wanted::Address, Kind::Number),
        ]
    );
    assert_eq!(notices(r#"{"id":null}"#), [wrong("/id", Wanted::Text, Kind::Null)]);
}

#[test]
fn unknown_members_and_words_are_kept_and_named() {
    assert_eq!(
        notices(r#"{"surprise":{"id":1},"id":"a","status":"SOON","product":{"key":"k","other":[]}}"#),
        [
            odd("/surprise", NoticeKind::UnknownMember),
            odd("/status", NoticeKind::UnknownWord),
            odd("/product/other", NoticeKind::UnknownMember),
        ]
    );
}

#[test]
fn missing_members_are_named_at_their_object() {
    assert_eq!(
        notices(r#"{"product":{},"products":[{}]}"#),
        [
            odd("/product", NoticeKind::MissingRequired("key")),
            odd("/products/0", NoticeKind::MissingRequired("key")),
            odd("", NoticeKind::MissingRequired("id")),
        ]
    );
}

#[test]
fn object_in_place_of_a_list_is_a_list_of_one() {
    assert_eq!(
        notices(r#"{"id":"a","products":{"key":"k","odd":1}}"#),
        [odd("/products", NoticeKind::ObjectForList), odd("/products/odd", NoticeKind::UnknownMember)]
    );
}

#[test]
fn junk_in_lists_is_named() {
    let junk = |expected, found| NoticeKind::JunkInList { expected, found };
    assert_eq!(
        notices(r#"{"id":"a","tags":["t",1],"products":[null,{"key":"k"},[]],"dependencies":[3]}"#),
        [
            odd("/tags/1", junk(Wanted::Text, Kind::Number)),
            odd("/products/0", junk(Wanted::Object, Kind::Null)),
            odd("/products/2", junk(Wanted::Object, Kind::Array)),
            odd("/dependencies/0", junk(Wanted::Object, Kind::Number)),
        ]
    );
}

#[test]
fn documentation_placeholders_are_named_whatever_is_expected() {
    assert_eq!(
        notices(
            r#"{"id":"string","status":"One among: NONE, READY","product":"Product Object","dependencies":["Release Object"],"patches":{"patches":"List Object"}}"#
        ),
        ["/id", "/status", "/product", "/dependencies/0", "/patches/patches"]
            .map(|at| odd(at, NoticeKind::Placeholder))
    );
    assert_eq!(notices(r#"{"id":"Two Words Object","version":"strings"}"#), []);
}

#[test]
fn links_may_be_one_many_or_null() {
    assert_eq!(
        notices(
            r#"{"id":"a","_links":{"self":{"href":"/a","expiresAt":1},"odd":7,"list":[{"href":"/b"},8]}}"#
        ),
        [
            odd("/_links/self/expiresAt", NoticeKind::UnknownMember),
            wrong("/_links/odd", Wanted::Object, Kind::Number),
            odd("/_links/list/1", NoticeKind::JunkInList { expected: Wanted::Object, found: Kind::Number }),
        ]
    );
}

#[test]
fn flood_of_one_kind_is_counted_and_hides_no_other() {
    let text = format!("{{{}\"id\":1}}", r#""x":1,"#.repeat(10_000));
    let document = document(&text);
    let mut report = Report::default();
    check(document.root(), &RELEASE, &mut report);
    assert_eq!(report.count(NoticeKind::UnknownMember), 10_000);
    assert_eq!(report.notices().len(), 251);
}

#[test]
fn deep_nesting_is_checked_and_listed_without_recursion() {
    let text = r#"{"id":"a","dependencies":["#.repeat(100_000) + &"]}".repeat(100_000);
    let deep = Limits { max_depth: 1_000_000, ..Limits::default() };
    let document = read(text, &deep).unwrap();
    let mut report = Report::default();
    check(document.root(), &RELEASE, &mut report);
    assert_eq!(report.total(), 0);
    assert_eq!(rows(document.root(), Some(&RELEASE)).len(), document.len() - 1);
}

#[test]
fn other_roots_than_objects_are_checked_by_their_expectation() {
    static PAGE: Expect = Expect::Many(&PRODUCT);
    let document = document(r#"[{"key":"a"},{"name":"b"},3]"#);
    let mut report = Report::default();
    check_as(document.root(), &PAGE, &mut report);
    assert_eq!(report.total(), 2);
    check(document.root(), &RELEASE, &mut report);
    assert_eq!(report.count(NoticeKind::WrongType { expected: Wanted::Object, found: Kind::Array }), 1);
}

#[test]
fn rows_stand_in_the_order_of_the_table_and_others_follow() {
    let document = document(
        r#"{"surprise":{"deep":[1]},"product":{"name":"Argo CD","key":"argo-cd"},"id":"a","tags":["x","y"],"patches":{"ESX":[{"key":"k"}]},"empty":[]}"#,
    );
    let rows = rows(document.root(), Some(&RELEASE));
    let shown: Vec<_> = rows
        .iter()
        .map(|row| {
            let label = match &row.label {
                Label::Known { shape, field } => format!("{shape}-{field}"),
                Label::Key(name) => format!("key {name}"),
                Label::Unknown(name) => format!("other {name}"),
                Label::Item(index) => format!("item {index}"),
                Label::Whole => "whole".to_owned(),
            };
            assert_eq!(
                row.is_other,
                !matches!(row.label, Label::Known { .. }) && row.expect.is_none(),
                "{label}"
            );
            format!("{}{label}: {}", "  ".repeat(row.depth.into()), row.value.raw())
        })
        .collect();
    insta::assert_snapshot!(shown.join("\n"), @r#"
    release-id: "a"
    release-product: {"name":"Argo CD","key":"argo-cd"}
      product-key: "argo-cd"
      product-name: "Argo CD"
    release-tags: ["x","y"]
      item 0: "x"
      item 1: "y"
    release-patches: {"ESX":[{"key":"k"}]}
      key ESX: [{"key":"k"}]
        item 0: {"key":"k"}
          product-key: "k"
    other surprise: {"deep":[1]}
      other deep: [1]
        item 0: 1
    other empty: []
    "#);
}

#[test]
fn folded_row_passes_over_its_inside() {
    let document = document(r#"{"id":"a","product":{"key":"k"},"tags":["x"]}"#);
    let mut rows = Rows::new(document.root(), Some(&RELEASE));
    let mut seen = Vec::new();
    while let Some(row) = rows.next() {
        rows.skip_inside(&row);
        seen.push(row.value.raw());
    }
    assert_eq!(seen, ["\"a\"", "{\"key\":\"k\"}", "[\"x\"]"]);
}

/// Values as documents have them: known names with right and wrong types, and unknown ones.
fn any_release() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i32>().prop_map(Into::into),
        prop::sample::select(vec!["READY", "string", "Release Object", "x", ""]).prop_map(Into::into),
    ];
    let name = prop::sample::select(
        RELEASE
            .fields
            .iter()
            .map(|field| field.name)
            .chain(["key", "name", "href", "self", "odd"])
            .collect::<Vec<_>>(),
    );
    leaf.prop_recursive(6, 60, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
            prop::collection::vec((name.clone(), inner), 0..8).prop_map(|members| {
                members
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            }),
        ]
    })
}

proptest! {
    #[test]
    fn every_value_has_exactly_one_row(json in any_release(), known in any::<bool>()) {
        let document = document(&json.to_string());
        let root = document.root();
        let mut ids: Vec<_> = rows(root, known.then_some(&RELEASE)).iter().map(|row| row.value.id()).collect();
        ids.sort_unstable();
        let expected: Vec<_> =
            if root.is_leaf() { vec![root.id()] } else { root.descendants().map(|(_, value)| value.id()).collect() };
        prop_assert_eq!(ids, expected);
    }

    #[test]
    fn check_is_the_same_whatever_came_before(json in any_release(), other in any_release()) {
        let alone = document(&json.to_string());
        let mut report = Report::default();
        check(alone.root(), &RELEASE, &mut report);
        let after = document(&format!(r"[{other},{json}]"));
        let mut pair = Report::default();
        check_as(after.root(), &PAIR, &mut pair);
        let second = after.root().items().nth(1).unwrap();
        let shift = second.id().0;
        let of_second: Vec<_> = pair.notices().iter().filter(|notice| notice.at >= second.id()).collect();
        if json.is_object() {
            prop_assert_eq!(of_second.len(), report.notices().len());
            for (one, other) in of_second.iter().zip(report.notices()) {
                prop_assert_eq!((one.at.0 - shift, one.kind), (other.at.0, other.kind));
            }
        }
    }
}
