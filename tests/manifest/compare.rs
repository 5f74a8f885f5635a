use proptest::prelude::*;
use release_atlas::manifest::Manifest;
use release_atlas::manifest::Shift;
use release_atlas::manifest::compare::{Group, Mark, Order, What, boms, compare, timeline};
use serde_json::{Value, json};

use crate::builder::vcf;
use crate::manifest;

fn read(sequence: i64, releases: &Value, recalls: &Value) -> Manifest {
    let text = json!({"sequenceNumber": sequence, "releases": releases, "recalledBundles": recalls});
    manifest(&text.to_string())
}

fn recall(recalled: &[&str], status: &str, replacements: &[&str]) -> Value {
    json!({
        "recalledBundleIds": recalled,
        "replacementBundleStatus": status,
        "replacementBundleIds": replacements,
    })
}

fn sample(name: &str) -> Manifest {
    let path = format!("{}/sample/{name}.json", env!("CARGO_MANIFEST_DIR"));
    manifest(&std::fs::read_to_string(path).expect("the sample"))
}

#[test]
fn a_manifest_compared_with_itself_has_no_changes() {
    for name in ["manifest", "manifest-newer"] {
        let read = sample(name);
        assert_eq!(compare(&read, &read).changes, []);
    }
}

#[test]
fn the_sample_in_the_other_direction_is_the_same_mirrored() {
    let (older, newer) = (sample("manifest"), sample("manifest-newer"));
    let forward = compare(&older, &newer);
    assert_eq!(forward.order, Order::Forward);
    assert!(!forward.changes.is_empty());
    assert_eq!(compare(&newer, &older), forward.mirrored());
}

#[test]
fn the_newer_sample_has_new_recalls_a_pending_one_that_is_ready_and_new_releases() {
    let counts = compare(&sample("manifest"), &sample("manifest-newer")).counts();
    for group in [Group::NewRecalls, Group::Statuses, Group::Replacements, Group::ReleasesAdded] {
        assert!(counts.contains_key(&group), "{group:?} in {counts:?}");
    }
}

#[test]
fn pending_that_became_ready_is_one_change_of_all_its_bundles() {
    let a = read(1, &json!([]), &json!([recall(&["a", "b"], "PENDING", &[])]));
    let b = read(2, &json!([]), &json!([recall(&["b", "a"], "READY", &["c"])]));
    let changes = compare(&a, &b).changes;
    assert_eq!(changes.len(), 1);
    assert_eq!(
        changes[0].what,
        What::Recall {
            ids: vec!["a".to_owned(), "b".to_owned()],
            before: Some("PENDING".to_owned()),
            after: Some("READY".to_owned()),
            added: vec!["c".to_owned()],
            gone: vec![],
        }
    );
    assert_eq!(changes[0].what.group(), Group::Statuses);
}

#[test]
fn entries_that_were_only_regrouped_are_no_change() {
    let a = read(1, &json!([]), &json!([recall(&["a", "b"], "NONE", &[])]));
    let b = read(2, &json!([]), &json!([recall(&["b"], "NONE", &[]), recall(&["a"], "NONE", &[])]));
    assert_eq!(compare(&a, &b).changes, []);
}

#[test]
fn the_order_of_releases_and_members_says_nothing() {
    let a = read(1, &json!([vcf("5.2.0.0", &["a"]), vcf("5.1.0.0", &["b"])]), &json!([]));
    let b = read(1, &json!([vcf("5.1.0.0", &["b"]), vcf("5.2.0.0", &["a"])]), &json!([]));
    assert_eq!(compare(&a, &b).changes, []);
}

#[test]
fn a_bundle_that_comes_with_a_new_release_is_no_news_of_its_own() {
    let a = read(1, &json!([vcf("5.1.0.0", &["b"])]), &json!([]));
    let b = read(2, &json!([vcf("5.1.0.0", &["b"]), vcf("5.2.0.0", &["a"])]), &json!([]));
    let groups: Vec<_> = compare(&a, &b).changes.iter().map(|change| change.what.group()).collect();
    assert_eq!(groups, [Group::ReleasesAdded]);
}

#[test]
fn a_bundle_named_by_another_release_has_moved() {
    let a = read(1, &json!([vcf("5.1.0.0", &["x"]), vcf("5.2.0.0", &[])]), &json!([]));
    let b = read(2, &json!([vcf("5.1.0.0", &[]), vcf("5.2.0.0", &["x"])]), &json!([]));
    let changes = compare(&a, &b).changes;
    let moved = What::Bundle {
        id: "x".to_owned(),
        shift: Shift::Same,
        added: vec!["VCF 5.2.0.0".to_owned()],
        gone: vec!["VCF 5.1.0.0".to_owned()],
    };
    assert!(changes.iter().any(|change| change.what == moved), "{changes:?}");
}

#[test]
fn zeros_for_display_make_no_new_release() {
    let a = read(1, &json!([vcf("9.1.0.0400", &[])]), &json!([]));
    let b = read(2, &json!([vcf("9.1.0.400", &[])]), &json!([]));
    let of_releases = |group| matches!(group, Group::ReleasesAdded | Group::ReleasesGone);
    assert!(!compare(&a, &b).changes.iter().any(|change| of_releases(change.what.group())));
}

#[test]
fn swapped_and_equal_numbers_are_told() {
    let numbered = |number| read(number, &json!([]), &json!([]));
    assert_eq!(compare(&numbered(2), &numbered(1)).order, Order::Backward);
    assert_eq!(compare(&numbered(2), &numbered(2)).order, Order::Equal);
    assert_eq!(compare(&manifest("{\"releases\": []}"), &numbered(2)).order, Order::Unsaid);
}

#[test]
fn what_changed_when_follows_the_numbers_and_not_the_order_of_opening() {
    let steps = [3, 1, 2].map(|number| read(number, &json!([]), &json!([])));
    let all: Vec<&Manifest> = steps.iter().collect();
    let pairs: Vec<_> = timeline(&all).into_iter().map(|(a, b, _)| (a, b)).collect();
    assert_eq!(pairs, [(1, 2), (2, 0)]);
}

#[test]
fn two_boms_are_joined_by_name() {
    let text = json!({"releases": [
        {"product": "VCF", "version": "1", "bom": [
            {"name": "A", "version": "1.0"}, {"name": "B", "version": "2.0"}, {"name": "C", "version": "1"}]},
        {"product": "VCF", "version": "2", "bom": [
            {"name": "D", "version": "1"}, {"name": "B", "version": "1.9"}, {"name": "A", "version": "1.10"}]},
    ]});
    let read = manifest(&text.to_string());
    let lines = boms(&read.releases[0].bom, &read.releases[1].bom);
    let shown: Vec<_> =
        lines.iter().map(|line| (line.component().map_or("", |it| it.name.as_str()), line.shift)).collect();
    assert_eq!(shown, [("D", Shift::Added), ("B", Shift::Down), ("A", Shift::Up), ("C", Shift::Removed)]);
}

fn any_manifest() -> impl Strategy<Value = Value> {
    let id = || prop::sample::select(vec!["a", "b", "c", "d"]);
    let status = prop::sample::select(vec!["NONE", "PENDING", "READY", "odd"]);
    let recall = (prop::collection::vec(id(), 0..3), status, prop::collection::vec(id(), 0..3))
        .prop_map(|(recalled, status, replacements)| recall(&recalled, status, &replacements));
    let version =
        prop::sample::select(vec!["5.1.0.0", "5.1", "5.2.0.0", "9.1.0.0400", "9.1.0.400", "latest"]);
    let line = (prop::sample::select(vec!["X", "Y", "Z"]), version.clone())
        .prop_map(|(name, version)| json!({"name": name, "version": version}));
    let bundle = (id(), version.clone())
        .prop_map(|(id, from)| json!({"bundleId": id, "cumulativeFromVcfVersion": from}));
    let sku = prop::collection::vec(line.clone(), 0..3).prop_map(|bom| {
        json!({"name": "VCF", "bom": bom, "skuSpecificPatchBundles": [{"bundleType": "T", "bundleVersion": bom.len()}]})
    });
    let release = (
        version,
        prop::collection::vec(line, 0..4),
        prop::collection::vec(bundle, 0..3),
        prop::option::of(any::<bool>()),
        prop::collection::vec(sku, 0..2),
    )
        .prop_map(|(version, bom, bundles, applicable, skus)| {
            json!({"product": "VCF", "version": version, "bom": bom, "patchBundles": bundles,
                "isApplicable": applicable, "sku": skus})
        });
    (0..3_i64, prop::collection::vec(recall, 0..4), prop::collection::vec(release, 0..4)).prop_map(
        |(sequence, recalls, releases)| {
            json!({"sequenceNumber": sequence, "recalledBundles": recalls, "releases": releases})
        },
    )
}

proptest! {
    #[test]
    fn comparing_is_symmetric_up_to_direction(a in any_manifest(), b in any_manifest()) {
        let (a, b) = (manifest(&a.to_string()), manifest(&b.to_string()));
        prop_assert_eq!(compare(&b, &a), compare(&a, &b).mirrored());
        prop_assert_eq!(compare(&a, &a).changes, vec![]);
    }
}

#[test]
fn every_kind_of_change_of_the_sample_has_its_own_mark() {
    let comparison = compare(&sample("manifest"), &sample("manifest-newer"));
    let marks = |group: Group| {
        let changes = comparison.changes.iter().filter(move |change| change.what.group() == group);
        changes.map(|change| change.what.mark()).collect::<Vec<_>>()
    };
    assert_eq!(marks(Group::Statuses), [Mark::Changed], "PENDING that became READY");
    assert_eq!(marks(Group::Replacements), [Mark::Changed]);
    assert_eq!(marks(Group::Life), [Mark::Shift(Shift::Added); 2], "an end of support that is said now");
    assert!(marks(Group::Bundles).contains(&Mark::Moved));
    let hcx = comparison
        .changes
        .iter()
        .find(|change| matches!(&change.what, What::Component { name, .. } if name == "HCX"));
    assert_eq!(hcx.map(|change| change.what.mark()), Some(Mark::Shift(Shift::Added)));
    assert!(comparison.changes.iter().all(|change| change.what.mark() != Mark::Shift(Shift::Incomparable)));
}
