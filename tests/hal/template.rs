use std::collections::BTreeMap;
use std::path::Path;

use release_atlas::hal::template::{Fault, Given, Operator, expand, variables};
use release_atlas::json::{Kind, Value};

use super::document;

fn given(value: Value<'_>) -> Option<Given> {
    let text = |value: Value<'_>| value.shown().into_owned();
    match value.kind() {
        Kind::Null => None,
        Kind::Array => Some(Given::List(value.items().map(text).collect())),
        Kind::Object => Some(Given::Pairs(
            value.members().map(|member| (member.name().into_owned(), text(member.value))).collect(),
        )),
        _ => Some(Given::Text(text(value))),
    }
}

/// The official suite: <https://github.com/uri-templates/uritemplate-test>.
#[test]
fn the_official_cases_pass() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/rfc6570");
    let mut cases = 0;
    for name in
        ["spec-examples.json", "spec-examples-by-section.json", "extended-tests.json", "negative-tests.json"]
    {
        let Ok(text) = std::fs::read_to_string(folder.join(name)) else {
            eprintln!("skipped: {name} is not there");
            continue;
        };
        let suite = document(&text);
        for group in suite.root().members() {
            let named = group.value.get("variables").into_iter().flat_map(Value::members);
            let values: BTreeMap<String, Given> =
                named.filter_map(|member| Some((member.name().into_owned(), given(member.value)?))).collect();
            for case in group.value.get("testcases").into_iter().flat_map(Value::items) {
                check(case, &values);
                cases += 1;
            }
        }
    }
    eprintln!("{cases} official cases");
}

fn check(case: Value<'_>, values: &BTreeMap<String, Given>) {
    let mut pair = case.items();
    let (Some(template), Some(expected)) = (pair.next().and_then(Value::as_text), pair.next()) else {
        return;
    };
    let result = expand(&template, values);
    if expected.as_bool() == Some(false) {
        assert!(result.is_err(), "{template} should be refused, gave {result:?}");
        return;
    }
    let allowed: Vec<String> = match expected.kind() {
        Kind::Array => expected.items().map(|text| text.shown().into_owned()).collect(),
        _ => vec![expected.shown().into_owned()],
    };
    let result = result.unwrap_or_else(|fault| panic!("{template}: {fault}"));
    assert!(allowed.contains(&result), "{template} gave {result}, expected one of {allowed:?}");
}

#[test]
fn a_form_asks_for_every_variable_once() {
    let list =
        variables("/v1/{catalog}/releases{/id*}{?page,page_size,catalog,name:3}").expect("well formed");
    let names: Vec<(&str, Operator, bool, Option<u16>)> = list
        .iter()
        .map(|variable| (variable.name.as_str(), variable.operator, variable.explodes, variable.prefix))
        .collect();
    assert_eq!(
        names,
        [
            ("catalog", Operator::Simple, false, None),
            ("id", Operator::Path, true, None),
            ("page", Operator::Query, false, None),
            ("page_size", Operator::Query, false, None),
            ("name", Operator::Query, false, Some(3)),
        ]
    );
}

#[test]
fn variables_that_are_not_given_vanish() {
    let values =
        BTreeMap::from([("page".to_owned(), Given::from("2")), ("list".to_owned(), Given::List(vec![]))]);
    assert_eq!(expand("/r{?page,page_size,list}", &values).as_deref(), Ok("/r?page=2"));
    assert_eq!(expand("/r{/id}{?x}", &values).as_deref(), Ok("/r"));
}

#[test]
fn a_prefix_counts_characters_and_empty_values_are_kept() {
    let values = BTreeMap::from([("x".to_owned(), Given::from("äöü")), ("e".to_owned(), Given::from(""))]);
    assert_eq!(expand("{x:2}", &values).as_deref(), Ok("%C3%A4%C3%B6"));
    assert_eq!(expand("{?e}", &values).as_deref(), Ok("?e="));
    assert_eq!(expand("{;e}", &values).as_deref(), Ok(";e"));
}

#[test]
fn malformed_templates_are_reported_and_never_half_expanded() {
    let cases = [
        ("/r{id", Fault::Unclosed),
        ("/r}id", Fault::Unopened),
        ("/r{{id}}", Fault::Nested),
        ("/r{}", Fault::Empty),
        ("/r{?}", Fault::Empty),
        ("/r{a,,b}", Fault::Empty),
        ("/r{=id}", Fault::UnknownOperator),
        ("/r{!id}", Fault::UnknownOperator),
        ("/r{|id}", Fault::UnknownOperator),
        ("/r{a b}", Fault::BadName),
        ("/r{a-b}", Fault::BadName),
        ("/r{.a..b}", Fault::BadName),
        ("/r{%zz}", Fault::BadName),
        ("/r{a:0}", Fault::BadPrefix),
        ("/r{a:10000}", Fault::BadPrefix),
        ("/r{a:x}", Fault::BadPrefix),
        ("/r{a:3*}", Fault::BadPrefix),
        ("/r {a}", Fault::BadLiteral),
    ];
    for (template, fault) in cases {
        let result = expand(template, &BTreeMap::new());
        assert_eq!(
            result.as_ref().map_err(|malformed| malformed.fault),
            Err(fault),
            "{template}: {result:?}"
        );
    }
    let list = BTreeMap::from([("a".to_owned(), Given::List(vec!["x".into()]))]);
    assert!(expand("/r{a:3}", &list).is_err(), "a prefix does not fit a list");
}

proptest::proptest! {
    #[test]
    fn any_template_gives_a_result(template in ".{0,40}", value in ".{0,10}") {
        let values = BTreeMap::from([("a".to_owned(), Given::Text(value))]);
        let _ = variables(&template);
        let _ = expand(&template, &values);
    }

    #[test]
    fn no_expansion_has_braces(template in "[a-z{}?/&+#.;*:,0-9]{0,30}") {
        if let Ok(address) = expand(&template, &BTreeMap::from([("a".to_owned(), Given::from("b"))])) {
            proptest::prop_assert!(!address.contains(['{', '}']), "{} gave {}", template, address);
        }
    }
}
