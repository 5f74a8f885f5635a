use std::path::Path;

use release_atlas::hal::link::{
    Form, Naming, Oddity, Resource, Target, embedded_copy, is_resource, read, resources, self_href,
};
use release_atlas::json::{Limits, Value};

use super::document;

fn names(resource: &Resource) -> Vec<&str> {
    resource.relations.iter().map(|relation| relation.name.as_str()).collect()
}

type Facts<'a> = (&'a str, bool, Form, Option<&'a str>, &'a [Oddity]);

#[test]
fn links_are_read_in_every_form_and_in_the_order_given() {
    let document = document(
        r#"{"_links": {"z": {"href": "/z"}, "a": [{"href": "/1"}, {"href": "/2"}], "n": null, "t": "/text",
            "odd": 7, "none": {}, "empty": {"href": ""}, "nested": [["/x"]], "listed": [null, "/y"]}}"#,
    );
    let resource = read(document.root());
    assert_eq!(names(&resource), ["z", "a", "n", "t", "odd", "none", "empty", "nested", "listed"]);
    let facts: Vec<Facts<'_>> = resource
        .relations
        .iter()
        .flat_map(|relation| relation.links.iter().map(move |link| (relation, link)))
        .map(|(relation, link)| {
            (
                relation.name.as_str(),
                relation.is_list,
                link.form,
                link.href.as_deref(),
                link.oddities.as_slice(),
            )
        })
        .collect();
    assert_eq!(
        facts,
        [
            ("z", false, Form::Object, Some("/z"), &[][..]),
            ("a", true, Form::Object, Some("/1"), &[]),
            ("a", true, Form::Object, Some("/2"), &[]),
            ("n", false, Form::Null, None, &[Oddity::NullLink]),
            ("t", false, Form::Text, Some("/text"), &[Oddity::TextLink]),
            ("odd", false, Form::Other, None, &[Oddity::OtherLink]),
            ("none", false, Form::Object, None, &[Oddity::HrefMissing]),
            ("empty", false, Form::Object, Some(""), &[Oddity::HrefEmpty]),
            ("nested", true, Form::Other, None, &[Oddity::OtherLink]),
            ("listed", true, Form::Null, None, &[Oddity::NullLink]),
            ("listed", true, Form::Text, Some("/y"), &[Oddity::TextLink]),
        ]
    );
}

#[test]
fn every_member_of_a_link_is_kept() {
    let document = document(
        r#"{"_links": {"x": {"href": "/x", "title": "T", "name": 7, "type": "text/html", "deprecation": "https://d",
            "profile": "https://p", "hreflang": "de", "expiresAt": "2020", "templated": "true"}}}"#,
    );
    let resource = read(document.root());
    let link = &resource.relations[0].links[0];
    assert_eq!(link.title.as_deref(), Some("T"));
    assert_eq!(link.name.as_deref(), Some("7"), "a number as name is shown as written");
    assert_eq!(link.media_type.as_deref(), Some("text/html"));
    assert_eq!(link.deprecation.as_deref(), Some("https://d"));
    assert_eq!(link.profile.as_deref(), Some("https://p"));
    assert_eq!(link.hreflang.as_deref(), Some("de"));
    assert_eq!(link.others.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["expiresAt"]);
    assert!(!link.templated, "templated counts only if exactly true");
    assert_eq!(link.oddities, [Oddity::MemberForm, Oddity::TemplatedForm]);
}

#[test]
fn deprecation_may_be_an_address_or_true_and_false_is_none() {
    let document = document(
        r#"{"_links": {"a": {"href": "/", "deprecation": true}, "b": {"href": "/", "deprecation": false}, "c": {"href": "/", "deprecation": null}}}"#,
    );
    let given: Vec<Option<String>> = read(document.root())
        .relations
        .iter()
        .map(|relation| relation.links[0].deprecation.clone())
        .collect();
    assert_eq!(given, [Some("true".to_owned()), None, None]);
}

#[test]
fn an_address_with_braces_is_a_template_whatever_it_says() {
    let document = document(
        r#"{"_links": {"declared": {"href": "/r{?page}", "templated": true}, "undeclared": {"href": "/r/{id}"},
            "empty": {"href": "/r", "templated": true}, "broken": {"href": "/r{", "templated": true}, "plain": {"href": "/r"}}}"#,
    );
    let resource = read(document.root());
    let targets: Vec<Target<'_>> =
        resource.relations.iter().map(|relation| relation.links[0].target()).collect();
    assert_eq!(targets[0], Target::Template("/r{?page}"));
    assert_eq!(targets[1], Target::Template("/r/{id}"));
    assert_eq!(targets[2], Target::Address("/r"));
    assert!(matches!(targets[3], Target::Broken("/r{", _)));
    assert_eq!(targets[4], Target::Address("/r"));
    assert_eq!(resource.relations[1].links[0].oddities, [Oddity::TemplateUndeclared]);
    assert_eq!(resource.relations[2].links[0].oddities, [Oddity::TemplateEmpty]);
}

#[test]
fn curies_lead_to_documentation_and_registered_names_win() {
    let document = document(
        r#"{"_links": {"self": {"href": "/"}, "curies": [{"name": "acme", "href": "https://docs/{rel}", "templated": true},
            {"name": "https", "href": "https://evil/{rel}"}, {"name": "bad", "href": "https://docs"}],
            "acme:widget s": {"href": "/w"}, "other:x": {"href": "/o"}, "https://rels/y": {"href": "/y"}, "next": {"href": "/n"}, "dependencies": []},
            "_embedded": {"acme:part": {"id": 1}}}"#,
    );
    let resource = read(document.root());
    let facts: Vec<(&str, Naming, Option<&str>)> = resource
        .relations
        .iter()
        .map(|relation| (relation.name.as_str(), relation.naming, relation.documentation.as_deref()))
        .collect();
    assert_eq!(
        facts,
        [
            ("self", Naming::Registered, None),
            ("curies", Naming::Registered, None),
            ("acme:widget s", Naming::Prefixed, Some("https://docs/widget%20s")),
            ("other:x", Naming::UnknownPrefix, None),
            ("https://rels/y", Naming::Address, Some("https://rels/y")),
            ("next", Naming::Registered, None),
            ("dependencies", Naming::Plain, None),
        ]
    );
    assert_eq!(resource.embedded[0].documentation.as_deref(), Some("https://docs/part"));
    assert_eq!(
        resource.oddities.iter().map(|&(_, oddity)| oddity).collect::<Vec<_>>(),
        [Oddity::CurieUnusable]
    );
}

#[test]
fn embedded_resources_are_listed_and_used_as_the_cache_they_are() {
    let document = document(
        r#"{"_links": {"item": [{"href": "/1"}, {"href": "/2"}]},
            "_embedded": {"item": [{"_links": {"self": {"href": "/2"}}, "n": 2}, 5, null], "one": {"id": "x"}, "nothing": null}}"#,
    );
    let resource = read(document.root());
    assert_eq!(
        resource.embedded.iter().map(|embedded| embedded.name.as_str()).collect::<Vec<_>>(),
        ["item", "one", "nothing"]
    );
    assert!(resource.embedded[0].is_linked && resource.embedded[0].is_list);
    assert!(!resource.embedded[1].is_linked && !resource.embedded[1].is_list);
    assert_eq!(resource.embedded[0].oddities.len(), 2, "a number and a null in the list");
    assert!(resource.embedded[2].resources.is_empty());
    let copy = embedded_copy(&document, &resource, "/2").expect("embedded");
    assert_eq!(document.value(copy).get("n").and_then(Value::as_i64), Some(2));
    assert_eq!(embedded_copy(&document, &resource, "/1"), None);
}

#[test]
fn plain_json_with_links_is_a_resource_and_odd_links_are_said() {
    for (text, is, relations, oddities) in [
        (r#"{"a": 1}"#, false, 0, 0),
        (r#"{"_links": {}}"#, true, 0, 0),
        (r#"{"_links": null}"#, true, 0, 0),
        (r#"{"_links": "x"}"#, true, 0, 1),
        (r#"{"_links": [{"rel": "self", "href": "/x"}]}"#, true, 1, 1),
        (r#"{"_embedded": 3}"#, true, 0, 1),
        ("[1]", false, 0, 0),
        ("null", false, 0, 0),
    ] {
        let document = document(text);
        let resource = read(document.root());
        assert_eq!(
            (is_resource(document.root()), resource.relations.len(), resource.oddities.len()),
            (is, relations, oddities),
            "{text}"
        );
    }
}

#[test]
fn all_resources_of_a_document_are_found_in_order() {
    let document = document(
        r#"{"a": {"_links": {}}, "b": [{"_embedded": {"c": {"_links": {"self": {"href": "/c"}}}}}]}"#,
    );
    let found = resources(&document);
    let pointers: Vec<String> = found.iter().map(|&id| document.pointer(id)).collect();
    assert_eq!(pointers, ["/a", "/b/0", "/b/0/_embedded/c"]);
    assert_eq!(self_href(document.value(found[2])).as_deref(), Some("/c"));
}

#[test]
fn recorded_documents_of_public_hal_apis_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/hal");
    let Ok(groups) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    let (mut links, mut nulls, mut lists, mut templates) = (0, 0, 0, 0);
    for file in groups.flatten().filter_map(|group| std::fs::read_dir(group.path()).ok()).flatten().flatten()
    {
        let Ok(bytes) = std::fs::read(file.path()) else { continue };
        let Ok(document) = release_atlas::json::read(bytes, &Limits::default()) else { continue };
        for id in resources(&document) {
            for relation in read(document.value(id)).relations {
                lists += usize::from(relation.is_list);
                links += relation.links.len();
                nulls += relation.links.iter().filter(|link| link.form == Form::Null).count();
                templates +=
                    relation.links.iter().filter(|link| matches!(link.target(), Target::Template(_))).count();
            }
        }
    }
    eprintln!("{links} links, {nulls} null, {lists} lists, {templates} templates");
    assert!(
        links > 300 && nulls > 15 && lists > 5 && templates > 15,
        "the recorded documents hold 306, 17, 8 and 18"
    );
}

/// A value of JSON drawn from small pieces, links among them.
fn any_json() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("7".to_owned()),
        Just(r#""/r/x""#.to_owned()),
        Just(r#""/r/{id}""#.to_owned()),
        Just(r#"{"href":"/r/1"}"#.to_owned()),
        Just(r#"{"href":"/r{?x}","templated":true}"#.to_owned()),
    ];
    let names = prop::sample::select(vec![
        "_links",
        "_embedded",
        "self",
        "next",
        "curies",
        "href",
        "name",
        "templated",
        "dependencies",
        "dependants",
        "items",
        "page",
        "total_pages",
        "elements",
        "pageMetadata",
        "failed_releases",
        "release",
        "id",
        "version",
    ]);
    leaf.prop_recursive(6, 60, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec((names.clone(), inner), 0..5).prop_map(|members| {
                let members: Vec<String> =
                    members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    })
}

proptest::proptest! {
    /// Whatever the shape of a document: reading ends, and no lead has braces or leads to a download.
    #[test]
    fn every_reader_takes_any_json(text in any_json()) {
        use release_atlas::hal::{address, lead, page};
        let document = document(&text);
        for id in resources(&document) {
            let resource = read(document.value(id));
            for link in resource.relations.iter().flat_map(|relation| &relation.links) {
                let _ = link.target();
            }
        }
        let _ = page::read(document.root());
        for lead in lead::leads(&document) {
            proptest::prop_assert!(!address::has_braces(&lead.href) && !lead::downloads(&lead.href), "{}", lead.href);
        }
    }
}
