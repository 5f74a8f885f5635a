//! The samples of the documentation, where they are at hand.

use release_atlas::json::Value;
use release_atlas::shape::{Label, Shape, rows};
use release_atlas::source::{Content, Kind, Source, shape};
use release_atlas::{catalog, manifest};

use crate::{shared, source};

fn seed(name: &str) -> Option<Source> {
    let text = std::fs::read_to_string(shared("seeds")?.join(name)).expect("a seed");
    Some(source(&text))
}

/// How many leaves a value has, each of them in a known row; empty objects and lists are leaves too.
fn known_leaves(value: Value<'_>, shape: &'static Shape) -> usize {
    let rows = rows(value, Some(shape));
    let leaves: Vec<_> = rows.iter().filter(|row| row.value.children().next().is_none()).collect();
    for row in &leaves {
        assert!(!row.is_other, "{:?} {:?}", row.label, row.value);
        assert!(!matches!(row.label, Label::Unknown(_)), "{:?}", row.label);
    }
    leaves.len()
}

#[test]
fn every_leaf_of_the_customization_is_known() {
    let Some(source) = seed("customization-detailed.json") else { return };
    assert_eq!(
        (source.kind, shape(&source.document, source.kind).map(|shape| shape.name)),
        (Kind::Customization, Some("customization"))
    );
    let root = source.document.root();
    let release = source.document.resolve("/succeeded_releases/0").expect("a release");
    assert_eq!(known_leaves(release, &catalog::shapes::RELEASE), 56);
    assert_eq!(known_leaves(root, &catalog::shapes::CUSTOMIZATION), 24 + 3 * 56);
}

#[test]
fn every_leaf_of_the_manifest_is_known() {
    let Some(source) = seed("manifest.json") else { return };
    assert_eq!(source.kind, Kind::Manifest);
    assert_eq!(known_leaves(source.document.root(), &manifest::shapes::MANIFEST), 71);
}

#[test]
fn the_customization_is_read_without_its_placeholders() {
    let Some(source) = seed("customization-detailed.json") else { return };
    let Content::Catalog(read) = &source.content else { panic!("a catalogue") };
    assert_eq!((read.customizations.len(), read.releases.len()), (1, 3));
    assert_eq!(read.customizations[0].outcomes.len(), 3);
    let forms = |form| read.relations.iter().filter(|relation| relation.form == form).count();
    assert_eq!((forms(catalog::Form::Placeholder), forms(catalog::Form::HalLink)), (6, 6));
    assert!(read.releases.iter().all(|release| release.dependencies == catalog::Known::Linked));
}

#[test]
fn the_manifest_is_read_without_its_placeholders() {
    let Some(source) = seed("manifest.json") else { return };
    let Content::Manifest(read) = &source.content else { panic!("a manifest") };
    assert_eq!(read.mentions, []);
    assert_eq!((read.dialect.oldest, read.dialect.newest), ("4.4.0", "4.5.2"));
    assert_eq!(manifest::Recalls::new(&[read]).recalled().count(), 0);
}
