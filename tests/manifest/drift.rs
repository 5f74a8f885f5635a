use release_atlas::manifest::drift::{ContradictionKind, contradictions};
use serde_json::{Value, json};

use crate::manifest;

fn kinds(text: &Value) -> Vec<ContradictionKind> {
    contradictions(&manifest(&text.to_string())).into_iter().map(|found| found.kind).collect()
}

fn of_release(release: &Value) -> Vec<ContradictionKind> {
    kinds(&json!({"releases": [release], "publishedDate": "2026-06-01"}))
}

#[test]
fn a_sound_manifest_has_no_contradictions() {
    let release = json!({"version": "5.2.0.0", "releaseDate": "2026-01-01", "eol": "2027-01-01",
        "isApplicable": true, "minCompatibleVcfVersion": "4.5.0.0",
        "bom": [{"name": "A", "version": "1"}], "upgradeOrder": "A"});
    assert_eq!(of_release(&release), []);
}

#[test]
fn dates_out_of_order_are_named() {
    let manifest = json!({"creationTime": "2026-02-01", "publishedDate": "2026-01-01", "releases": []});
    assert_eq!(kinds(&manifest), [ContradictionKind::PublishedBeforeCreated]);
    let late = json!({"version": "1.0", "releaseDate": "2026-07-01", "eol": "2026-06-30"});
    assert_eq!(
        of_release(&late),
        [ContradictionKind::ReleasedAfterPublished, ContradictionKind::EndsBeforeReleased]
    );
}

#[test]
fn an_answer_beside_its_reason_is_named() {
    let odd = json!({"version": "1.0", "isApplicable": true, "notApplicableReason": "too old"});
    assert_eq!(of_release(&odd), [ContradictionKind::ApplicableWithReason]);
    let mute = json!({"version": "1.0", "isApplicable": false});
    assert_eq!(of_release(&mute), [ContradictionKind::InapplicableWithoutReason]);
}

#[test]
fn names_that_the_bom_has_not_are_named() {
    let release = json!({"version": "1.0", "minCompatibleVcfVersion": "2.0",
        "bom": [{"name": "A", "version": "1"}, {"name": "A", "version": ""}],
        "sku": [{"name": "VVF", "bom": [{"name": "B", "version": "1"}]}], "upgradeOrder": "A,C"});
    let (sku, component) = ("VVF".to_owned(), "B".to_owned());
    let mut found = of_release(&release);
    found.sort();
    assert_eq!(
        found,
        [
            ContradictionKind::MinimumAboveVersion,
            ContradictionKind::SameComponentTwice("A".to_owned()),
            ContradictionKind::ComponentWithoutVersion("A".to_owned()),
            ContradictionKind::OutsideTheBom { sku, component },
            ContradictionKind::OrderOutsideTheBom("C".to_owned()),
        ]
    );
}

#[test]
fn releases_out_of_order_and_twice_are_named() {
    let releases = json!([{"version": "2.0"}, {"version": "1.0"}, {"version": "2.0.0"}]);
    assert_eq!(
        kinds(&json!({"releases": releases})),
        [ContradictionKind::OutOfOrder, ContradictionKind::SameReleaseTwice]
    );
}
