use release_atlas::catalog::{Fullness, Named, read};
use release_atlas::shape::{Label, rows};
use release_atlas::{catalog::shapes, json::Value};

use crate::{catalog, data};

#[test]
fn a_full_release_is_read_whole() {
    let read = read(&data("release-newer-docs"));
    let release = &read.releases[0];
    assert_eq!(release.id, "000000000000000000000001");
    assert_eq!((&*release.version, &*release.revision, &*release.branch), ("1.0.0", "0", "1"));
    assert_eq!((&*release.product, &*release.product_key), ("Web", "web"));
    assert_eq!(release.category, "Infrastructure");
    assert_eq!(release.platforms, ["linux/amd64"]);
    assert_eq!(release.base_image.as_ref().map(|image| &*image.name), Some("Debian 12"));
    assert!(release.released_at.is_some() && release.end_of_life_at.is_some());
    assert!(release.latest.is_some());
}

#[test]
fn wrong_types_are_read_as_what_they_can_mean() {
    let read = read(&data("release-members-of-wrong-type"));
    let release = &read.releases[0];
    assert_eq!((&*release.id, &*release.version, &*release.revision), ("7", "2.6", "0"));
    assert_eq!(release.product, "web", "a text in place of a product is its name");
    assert_eq!(release.platforms, ["linux/amd64"], "one platform in place of a list");
    assert_eq!(release.registry, Some(Named::default()));
    assert_eq!(release.base_image, None, "an empty list in place of an object");
    assert_eq!(release.latest.as_ref().map(|latest| &*latest.id), Some("000000000000000000000002"));
    assert!(release.released_at.is_some(), "an epoch number is a time");
}

#[test]
fn an_unhealthy_registry_or_base_image_is_noted() {
    let text =
        r#"{"id":"a","released_at":"2026","registry":{"healthy":false},"base_image":{"healthy":"false"}}"#;
    assert_eq!(catalog(text).releases[0].unhealthy, ["registry", "base_image"]);
    let text = r#"{"id":"a","released_at":"2026","registry":{"healthy":true},"base_image":{"healthy":null}}"#;
    assert!(catalog(text).releases[0].unhealthy.is_empty());
}

#[test]
fn fullness_tells_a_reference_from_a_thin_and_a_whole_release() {
    let fullness = |text: &str| catalog(text).releases[0].fullness;
    assert_eq!(fullness(r#"{"id":"a"}"#), Fullness::Reference);
    assert_eq!(fullness(r#"{"id":"a","_links":{"self":{"href":"/a"}}}"#), Fullness::Reference);
    assert_eq!(fullness(r#"{"id":"a","version":"1"}"#), Fullness::Thin);
    assert_eq!(fullness(r#"{"id":"a","version":"1","dependencies":[]}"#), Fullness::Full);
    assert_eq!(fullness(r#"{"id":"a","_links":{"dependants":{"href":"/b"}}}"#), Fullness::Full);
}

#[test]
fn of_members_with_one_name_the_last_counts() {
    assert_eq!(catalog(r#"{"id":"a","id":"b","version":"1"}"#).releases[0].id, "b");
    assert_eq!(catalog(r#"{"\u0069d":"c","version":"1"}"#).releases[0].id, "c");
}

#[test]
fn the_product_name_falls_back_to_its_key_and_to_the_artifact() {
    let product = |text: &str| catalog(text).releases[0].product.clone();
    assert_eq!(product(r#"{"id":"a","product":{"key":"web"},"artifact":{"name":"chart"}}"#), "web");
    assert_eq!(product(r#"{"id":"a","product":null,"artifact":{"name":"chart"}}"#), "chart");
}

#[test]
fn a_release_with_a_member_of_customizations_stays_a_release() {
    let read = catalog(r#"{"id":"a","released_at":"2026-06-01T10:00:00Z","created_at":"2026","filter":{}}"#);
    assert_eq!((read.releases.len(), read.customizations.len()), (1, 0));
}

#[test]
fn unknown_members_are_listed_as_other_fields_of_the_release() {
    let document = data("release-members-of-wrong-type");
    let other: Vec<_> =
        rows(document.root(), Some(&shapes::RELEASE)).into_iter().filter(|row| row.is_other).collect();
    assert!(matches!(&other[0].label, Label::Unknown(name) if name == "surprise"));
    assert_eq!(other[1].value.as_bool(), Some(true));
}

/// The leaves that are listed under "other fields", with their text.
fn others(value: Value<'_>, shape: &'static release_atlas::shape::Shape) -> Vec<String> {
    let rows = rows(value, Some(shape)).into_iter().filter(|row| row.value.is_leaf() && row.is_other);
    rows.map(|row| format!("{:?} {}", row.label, row.value.raw())).collect()
}

#[test]
fn every_documented_member_of_the_invented_documents_is_known() {
    for name in [
        "release-newer-docs",
        "release-full-helm-chart",
        "release-ova",
        "release-container-image-one-digest",
        "release-container-image-digest-list",
        "release-dependencies-mixed",
    ] {
        assert_eq!(others(data(name).root(), &shapes::RELEASE), Vec::<String>::new(), "{name}");
    }
    let page = data("affected-releasables");
    let entry = page.resolve("/items/0").expect("an entry");
    assert_eq!(others(entry, &shapes::AFFECTED_RELEASABLE), Vec::<String>::new());
    let problem = data("problem-with-violations");
    assert_eq!(others(problem.root(), &shapes::PROBLEM), Vec::<String>::new());
}
