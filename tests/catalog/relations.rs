use release_atlas::catalog::{Direction, Form, Fullness, Known, Relation, Target, read};
use serde_json::json;

use crate::builder::{release, thin_release};
use crate::{catalog, data};

fn forms(relations: &[Relation]) -> Vec<Form> {
    relations.iter().map(|relation| relation.form).collect()
}

fn href(href: &str, id: Option<&str>) -> Target {
    Target::Href { href: href.into(), id: id.map(Into::into) }
}

#[test]
fn every_form_of_a_dependency_is_read_from_one_list() {
    let read = read(&data("release-dependencies-mixed"));
    let expected = [
        Form::Embedded,    // full
        Form::Embedded,    // thin
        Form::ListLink,    // {href}
        Form::Id,          // text
        Form::Placeholder, // "Release Object"
        Form::Nothing,     // null
        Form::Id,          // 7
        Form::Nothing,     // {}
        Form::Embedded,    // in a list within the list
        Form::Embedded,    // known by its self link alone
    ];
    assert_eq!(forms(&read.relations), expected);
    assert_eq!(read.releases[0].dependencies, Known::Linked, "not all of them are release objects");
    let ids: Vec<_> = read.releases.iter().map(|release| &*release.id).collect();
    assert_eq!(
        ids[1..4],
        ["000000000000000000000002", "000000000000000000000003", "000000000000000000000006"]
    );
    let last = read.releases.last().expect("a release");
    assert_eq!((&*last.id, last.fullness), ("", Fullness::Reference));
    assert!(last.self_href.as_ref().is_some_and(|href| href.ends_with("000000000000000000000007")));
}

#[test]
fn releases_are_numbered_in_document_order_however_deep_they_stand() {
    let inner = release("c").depends_on("d");
    let text = release("a").depends_on(release("b").depends_on(inner).depends_on("e")).needed_by("f").text();
    let read = catalog(&text);
    let ids: Vec<_> = read.releases.iter().map(|release| &*release.id).collect();
    // The builder sorts members: dependants come before dependencies.
    assert_eq!(ids, ["a", "f", "b", "c", "d", "e"]);
    let places: Vec<_> = read.releases.iter().map(|release| release.at).collect();
    assert!(places.is_sorted());
}

#[test]
fn a_relation_points_to_the_release_object_that_it_holds() {
    let read = catalog(&release("a").depends_on("b").depends_on(release("c").depends_on("d")).text());
    let pairs: Vec<_> = read
        .relations
        .iter()
        .map(|relation| {
            let Target::Object(other) = relation.other else { panic!("an object") };
            (&*read.releases[relation.holder as usize].id, &*read.releases[other as usize].id)
        })
        .collect();
    assert_eq!(pairs, [("a", "b"), ("a", "c"), ("c", "d")]);
}

#[test]
fn a_link_with_only_an_address_names_the_release_at_the_end_of_it() {
    let text = release("a").with("dependencies", json!([{"href": "/v1/releases/b?expand=true#top"}])).text();
    assert_eq!(catalog(&text).relations[0].other, href("/v1/releases/b?expand=true#top", Some("b")));
}

#[test]
fn an_address_of_a_collection_or_a_template_names_no_release() {
    for address in
        ["/v1/releases/a/dependencies", "/v1/releases/", "/v1/releases/{id}", "https://example.com"]
    {
        let text = release("a").link("dependencies", address).text();
        assert_eq!(catalog(&text).relations[0].other, href(address, None), "{address}");
    }
}

#[test]
fn an_id_in_an_address_is_decoded() {
    let text = release("a").link("dependencies", "/v1/releases/b%20%C3%A9").text();
    assert_eq!(catalog(&text).relations[0].other, href("/v1/releases/b%20%C3%A9", Some("b é")));
}

#[test]
fn text_that_is_an_address_is_a_link_and_other_text_an_id() {
    let text =
        release("a").with("dependencies", json!(["/v1/releases/b", "c", "https://example.com/d"])).text();
    let read = catalog(&text);
    assert_eq!(forms(&read.relations), [Form::ListLink, Form::Id, Form::ListLink]);
    assert_eq!(read.relations[1].other, Target::Id("c".into()));
}

#[test]
fn placeholders_of_the_documentation_name_nobody() {
    for placeholder in ["Release Object", "List Object", "string", "One among: A, B", " Release Object "] {
        let read = catalog(&release("a").with("dependencies", json!([placeholder])).text());
        assert_eq!(forms(&read.relations), [Form::Placeholder], "{placeholder}");
        assert_eq!(read.relations[0].other, Target::Unnamed);
        assert_eq!(read.releases[0].dependencies, Known::Linked);
    }
}

#[test]
fn absent_null_and_empty_relations_are_told_apart() {
    let known = |text: String| catalog(&text).releases[0].dependencies;
    assert_eq!(known(release("a").text()), Known::Absent);
    assert_eq!(known(release("a").with("dependencies", json!(null)).text()), Known::Absent);
    assert_eq!(known(release("a").with("dependencies", json!([])).text()), Known::Listed);
    assert_eq!(known(release("a").depends_on("b").text()), Known::Listed);
    assert_eq!(known(release("a").link("dependencies", "/v1/releases/b").text()), Known::Linked);
}

#[test]
fn one_object_in_place_of_a_list_is_a_list_of_one() {
    let read = read(&data("release-dependencies-one-object-in-place-of-a-list"));
    assert_eq!(forms(&read.relations), [Form::Embedded, Form::Id]);
    assert_eq!(read.releases[0].dependencies, Known::Listed);
}

#[test]
fn links_that_name_more_than_the_list_leave_the_relations_open() {
    let listed = |text: String| catalog(&text).releases[0].dependencies;
    let one = release("a").depends_on("b").link("dependencies", "/v1/releases/b");
    assert_eq!(listed(one.clone().text()), Known::Listed);
    assert_eq!(listed(one.link("dependencies", "/v1/releases/c").text()), Known::Linked);
    let empty = release("a").with("dependencies", json!([])).link("dependencies", "/v1/releases/c");
    assert_eq!(listed(empty.text()), Known::Linked);
}

#[test]
fn links_are_read_as_object_list_text_and_null() {
    let read = read(&data("release-links-object-array-null-text"));
    assert_eq!(forms(&read.relations), [Form::HalLink]);
    assert_eq!(read.releases[0].dependants, Known::Absent, "a null link says nothing");
    let links = json!({"dependencies": ["/v1/releases/b", {"href": null}, {}, {"href": "/v1/releases/c"}]});
    let read = catalog(&release("a").with("_links", links).text());
    assert_eq!(forms(&read.relations), [Form::HalLink, Form::Nothing, Form::Nothing, Form::HalLink]);
}

#[test]
fn embedded_relations_are_read_as_the_list_itself() {
    let embedded = json!({"dependencies": [{"id": "b", "version": "2"}], "docs": {"id": "x"}});
    let read = catalog(&release("a").with("_embedded", embedded).text());
    assert_eq!(forms(&read.relations), [Form::Embedded]);
    assert_eq!(read.releases[1].id, "b");
    assert_eq!(read.releases.len(), 2);
}

#[test]
fn a_release_within_itself_is_read_as_it_stands() {
    let read = read(&data("release-dependencies-cycle-of-two"));
    let ids: Vec<_> = read.releases.iter().map(|release| &release.id[23..]).collect();
    assert_eq!(ids, ["1", "2", "1", "2"]);
    assert_eq!(
        read.relations.iter().filter(|relation| relation.direction == Direction::Dependants).count(),
        1
    );
}

#[test]
fn a_dependency_named_twice_is_stated_twice() {
    let read = read(&data("release-dependencies-twice-the-same"));
    assert_eq!(read.relations.len(), 2);
}

#[test]
fn a_chain_as_deep_as_the_reader_allows_is_read() {
    let mut text = r#"{"id":"end","dependencies":[]}"#.to_owned();
    for number in (0..250).rev() {
        text = format!(r#"{{"id":"{number}","released_at":"2026-06-01T10:00:00Z","dependencies":[{text}]}}"#);
    }
    let read = catalog(&text);
    assert_eq!((read.releases.len(), read.relations.len()), (251, 250));
}

#[test]
fn a_pair_of_release_and_failure_among_dependencies_is_the_release() {
    let pair = json!({"release": {"id": "b", "version": "1"}, "failure": {"description": "no"}});
    let read = catalog(&thin_release("a").with("dependencies", json!([pair])).text());
    assert_eq!(read.releases[1].id, "b");
}
