use release_atlas::catalog::{Customization, Progress, Target, read};
use serde_json::json;

use crate::builder::{customization, release, thin_release};
use crate::{catalog, data};

fn outcomes(customization: &Customization) -> Vec<(Progress, &Target)> {
    customization.outcomes.iter().map(|outcome| (outcome.progress, &outcome.release)).collect()
}

#[test]
fn three_lists_give_three_kinds_of_outcomes() {
    let read = read(&data("customization-three-outcomes"));
    let customization = &read.customizations[0];
    assert_eq!(customization.lists_present, [true, true, true]);
    let expected = [
        (Progress::Succeeded, &Target::Object(0)),
        (Progress::Pending, &Target::Object(1)),
        (Progress::Failed, &Target::Object(2)),
    ];
    assert_eq!(outcomes(customization), expected);
    let failure = customization.outcomes[2].failure.as_ref().expect("a failure");
    assert_eq!((&*failure.cause, &*failure.description), ("BUILD_ERROR", "The build ended with code 1"));
    assert_eq!(failure.source_url.as_deref(), Some("https://catalog.example.com/artifacts/log.tar.gz"));
    assert!(failure.error_date.is_some());
}

#[test]
fn a_failed_release_is_one_level_deeper_and_read_bare_too() {
    let read = read(&data("customization-failed-release-not-wrapped"));
    let ids: Vec<_> = read.releases.iter().map(|release| &release.id[23..]).collect();
    assert_eq!(ids, ["3", "4"]);
    let outcomes = &read.customizations[0].outcomes;
    assert_eq!(outcomes.len(), 4);
    assert_eq!(outcomes[2].release, Target::Unnamed, "a failure without its release");
    assert!(outcomes[2].failure.is_some());
    assert_eq!(outcomes[3].release, Target::Unnamed, "null");
}

#[test]
fn absent_null_and_empty_lists_are_told_apart() {
    let present = |text: String| catalog(&text).customizations[0].lists_present;
    assert_eq!(present(customization("c").text()), [true; 3]);
    let text = customization("c").with("pending_releases", json!(null)).without("succeeded_releases").text();
    assert_eq!(present(text), [false, false, true]);
}

#[test]
fn links_stand_in_for_an_absent_list_and_for_no_other() {
    let thin = customization("c").without("failed_releases").link("failed_releases", "/v1/releases/a");
    let read = catalog(&thin.clone().text());
    let expected = Target::Href { href: "/v1/releases/a".into(), id: Some("a".into()) };
    assert_eq!(outcomes(&read.customizations[0]), [(Progress::Failed, &expected)]);
    assert_eq!(read.customizations[0].lists_present, [true, true, false]);
    let full = thin.failed(release("b"), "BUILD_ERROR");
    assert_eq!(outcomes(&catalog(&full.text()).customizations[0]), [(Progress::Failed, &Target::Object(0))]);
}

#[test]
fn entries_of_any_form_are_outcomes() {
    let forms = json!(["a", {"href": "/v1/releases/b"}, null, "Release Object", {"id": "c"}]);
    let read = catalog(&customization("x").with("pending_releases", forms).text());
    let targets: Vec<_> = read.customizations[0].outcomes.iter().map(|outcome| &outcome.release).collect();
    let address = Target::Href { href: "/v1/releases/b".into(), id: Some("b".into()) };
    let id = Target::Id("a".into());
    assert_eq!(targets, [&id, &address, &Target::Unnamed, &Target::Unnamed, &Target::Object(0)]);
}

#[test]
fn the_filter_is_read_from_ids_and_from_the_objects_of_the_newer_docs() {
    let read = read(&data("customization-newer-docs-expanded-filter"));
    let filter = &read.customizations[0].filter;
    assert!(!filter.base_image.id.is_empty() && filter.product_key.is_some(), "{filter:?}");
    let none = catalog(&customization("c").text()).customizations[0].filter.clone();
    assert!(none.base_image.id.is_empty() && none.product_key.is_none() && none.branch.is_none());
}

#[test]
fn the_releases_of_several_customizations_keep_their_order() {
    let one = customization("x").failed(release("a").depends_on("b"), "TEST_ERROR");
    let two = customization("y").pending(thin_release("c"));
    let read = catalog(&crate::builder::page([one, two]).text());
    let ids: Vec<_> = read.releases.iter().map(|release| &*release.id).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    assert_eq!(read.customizations[1].outcomes[0].release, Target::Object(2));
}
