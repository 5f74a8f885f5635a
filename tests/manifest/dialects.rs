use release_atlas::manifest::read;

use crate::{data, manifest};

/// The oldest and newest version that a document of the test data fits.
fn span(name: &str) -> (&'static str, &'static str) {
    let dialect = read(&data(name)).dialect;
    (dialect.oldest, dialect.newest)
}

#[test]
fn each_dialect_is_told_by_its_members() {
    assert_eq!(span("dialect-4.3.1-url-as-object"), ("4.3.1", "5.1.0"));
    assert_eq!(span("dialect-4.4.0-sku-and-applicability-added"), ("4.4.0", "4.5.2"));
    assert_eq!(span("dialect-4.5.1-async-patches-added"), ("4.5.1", "4.5.2"));
    assert_eq!(span("dialect-4.5.2-known-issues"), ("4.5.2", "4.5.2"));
    assert_eq!(span("dialect-5.0-vxrail-async-patches-wrapped"), ("5.0.0", "5.1.0"));
    assert_eq!(span("dialect-seed-url-with-content"), ("4.4.0", "5.1.0"));
    let (oldest, _) = span("dialect-5.2-sddc-manager-releases-epoch");
    assert_eq!(oldest, "5.2.0");
    assert_eq!(span("dialect-9.0.2-optional-bom-version"), ("9.0.2", "9.1.1"));
    assert_eq!(span("dialect-9.1.1-express-patches"), ("9.0.2", "9.1.1"));
}

#[test]
fn signs_name_the_members_that_show_the_dialect_with_their_places() {
    let document = data("dialect-4.5.2-known-issues");
    let dialect = read(&document).dialect;
    let names: Vec<_> = dialect.signs.iter().map(|(name, _)| *name).collect();
    assert!(names.contains(&"maxCompatibleVcfVersion"), "{names:?}");
    for (name, at) in dialect.signs {
        let pointer = document.pointer(at);
        assert!(pointer.ends_with(&name.replace('.', "/")), "{name} at {pointer}");
    }
}

#[test]
fn members_of_versions_that_exclude_each_other_fit_no_version() {
    let text = r#"{"releases":[{"version":"1","knownIssuesUrl":"x","upgradeOrder":"A,B"}]}"#;
    let dialect = manifest(text).dialect;
    assert_eq!((dialect.oldest, dialect.newest), ("", ""));
    assert_eq!(dialect.signs.len(), 2);
}

#[test]
fn a_manifest_without_any_sign_fits_every_version() {
    let dialect = manifest(r#"{"releases":[{"version":"9.0.0.0"}]}"#).dialect;
    assert_eq!((dialect.oldest, dialect.newest), ("4.3.1", "9.1.1"));
}
