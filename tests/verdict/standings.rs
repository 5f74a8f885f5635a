use release_atlas::graph::{Failures, NodeKind};
use release_atlas::manifest::Answer;
use release_atlas::verdict::{Asked, Rule, Standing};
use serde_json::json;

use crate::World;
use crate::builder::{customization, manifest, page, release};
use crate::world::{key, sources};

/// A customization with all its lists, which says of nothing that it failed.
fn quiet() -> String {
    customization("quiet").text()
}

#[test]
fn recalled_bundle_with_a_ready_replacement_is_hit_and_says_move() {
    let world = World::of([manifest().carries("5.2.0.0", &["b1"]).recalls(&["b1"], &["b2"], "READY").text()]);
    assert_eq!(world.standing(NodeKind::Bundle, "b1"), Standing::Hit);
    assert_eq!(world.rules(NodeKind::Bundle, "b1"), [Rule::Recalled(Answer::Move)]);
    assert_eq!(world.standing(NodeKind::Bundle, "b2"), Standing::Clear);
}

#[test]
fn recalled_bundle_without_replacement_is_withdrawn() {
    let world = World::of([manifest().recalls(&["b1"], &[], "NONE").text()]);
    assert_eq!(world.rules(NodeKind::Bundle, "b1"), [Rule::Recalled(Answer::Withdrawn)]);
}

#[test]
fn recalled_bundle_whose_replacement_is_announced_waits() {
    let world = World::of([manifest().recalls(&["b1"], &[], "PENDING").text()]);
    assert_eq!(world.rules(NodeKind::Bundle, "b1"), [Rule::Recalled(Answer::Wait)]);
}

#[test]
fn replacement_that_is_itself_recalled_is_hit_for_both_reasons() {
    let text = manifest().recalls(&["b1"], &["b2"], "READY").recalls(&["b2"], &[], "NONE").text();
    let world = World::of([text]);
    assert_eq!(
        world.rules(NodeKind::Bundle, "b2"),
        [Rule::Recalled(Answer::Withdrawn), Rule::ReplacementRecalled]
    );
}

#[test]
fn release_that_carries_recalled_bundles_is_hit_with_their_number() {
    let text = manifest().carries("5.2.0.0", &["b1", "b2", "b3"]).recalls(&["b1", "b3"], &[], "NONE").text();
    let world = World::of([text]);
    assert_eq!(world.rules(NodeKind::VcfRelease, "VCF 5.2.0.0"), [Rule::CarriesRecalled(2)]);
}

#[test]
fn newer_manifest_that_carries_another_bundle_is_heard_and_is_no_dispute() {
    let older = manifest().with("sequenceNumber", json!(1)).carries("5.2.0.0", &["b1"]).recalls(
        &["b1"],
        &["b2"],
        "READY",
    );
    let newer = manifest()
        .with("sequenceNumber", json!(2))
        .carries("5.2.0.0", &["b2"])
        .with("recalledBundles", json!([]));
    let world = World::of([newer.text(), older.text()]);
    assert_eq!(world.rules(NodeKind::VcfRelease, "VCF 5.2.0.0"), [Rule::NothingFound]);
    let superseded: Vec<bool> = world.graph.edges.iter().map(|edge| edge.is_superseded).collect();
    assert_eq!(superseded, [true, false, false]);
}

#[test]
fn manifests_without_numbers_that_differ_are_a_dispute() {
    let one = |bundles: &[&str]| {
        manifest()
            .without("sequenceNumber")
            .carries("5.2.0.0", bundles)
            .with("recalledBundles", json!([]))
            .text()
    };
    let world = World::of([one(&["b1"]), one(&["b2"])]);
    assert_eq!(world.rules(NodeKind::VcfRelease, "VCF 5.2.0.0"), [Rule::Disputed]);
}

#[test]
fn release_whose_bundles_are_all_in_order_is_clear() {
    let text = manifest().carries("5.2.0.0", &["b1"]).with("recalledBundles", json!([])).text();
    assert_eq!(World::of([text]).standing(NodeKind::VcfRelease, "VCF 5.2.0.0"), Standing::Clear);
}

#[test]
fn absent_null_and_empty_lists_of_recalls_are_different_answers() {
    let with = |list| manifest().carries("5.2.0.0", &["b1"]).with("recalledBundles", list).text();
    let absent = manifest().carries("5.2.0.0", &["b1"]).text();
    assert_eq!(World::of([absent]).rules(NodeKind::Bundle, "b1"), [Rule::RecallsUnknown]);
    assert_eq!(World::of([with(json!(null))]).rules(NodeKind::Bundle, "b1"), [Rule::RecallsUnknown]);
    assert_eq!(World::of([with(json!([]))]).rules(NodeKind::Bundle, "b1"), [Rule::NothingFound]);
}

#[test]
fn page_of_releases_beside_a_manifest_is_judged_by_its_list() {
    let releases =
        json!({"elements": [crate::builder::vcf("5.2.0.0", &["b1"])], "pageMetadata": {}}).to_string();
    let world = World::of([releases, manifest().recalls(&["other"], &[], "NONE").text()]);
    assert_eq!(world.standing(NodeKind::VcfRelease, "VCF 5.2.0.0"), Standing::Clear);
}

#[test]
fn bundles_without_ids_cannot_be_matched() {
    let mut release = crate::builder::vcf("9.0.0.0", &["b1"]);
    release["sku"] =
        json!([{"name": "VCF", "skuSpecificPatchBundles": [{"bundleType": "PATCH", "version": "1"}]}]);
    let text = manifest().push("releases", release).with("recalledBundles", json!([])).text();
    let world = World::of([text]);
    assert_eq!(world.rules(NodeKind::VcfRelease, "VCF 9.0.0.0"), [Rule::Unmatched(1)]);
}

#[test]
fn release_that_names_no_bundle_is_unknown() {
    let text = manifest().carries("5.2.0.0", &[]).with("recalledBundles", json!([])).text();
    assert_eq!(World::of([text]).rules(NodeKind::VcfRelease, "VCF 5.2.0.0"), [Rule::NamesNothing]);
}

#[test]
fn bundle_that_looks_like_a_recalled_one_is_at_risk() {
    let text = manifest().carries("5.2.0.0", &["ABC"]).recalls(&["bundle-abc"], &[], "NONE").text();
    let world = World::of([text]);
    assert_eq!(world.rules(NodeKind::Bundle, "ABC"), [Rule::LooksRecalled]);
    assert_eq!(world.rules(NodeKind::VcfRelease, "VCF 5.2.0.0"), [Rule::CarriesLookAlike(1)]);
}

#[test]
fn whoever_carries_a_recalled_bundle_and_a_look_alike_is_hit_for_the_one_and_at_risk_for_the_other() {
    let text = manifest().carries("5.2.0.0", &["abc", "ABC"]).recalls(&["abc"], &[], "NONE").text();
    let world = World::of([text]);
    let rules = [Rule::CarriesRecalled(1), Rule::CarriesLookAlike(1)];
    assert_eq!(world.rules(NodeKind::VcfRelease, "VCF 5.2.0.0"), rules);
}

#[test]
fn a_status_that_is_not_documented_is_never_clear() {
    for word in ["FAILED", "ERROR", "processing_create_succeeded", "SUCCESS_PARTIAL"] {
        let world = World::of([customization("c").with("status", json!(word)).text()]);
        assert_eq!(world.rules(NodeKind::Customization, "c"), [Rule::OddStatus], "{word}");
        let of_release = page([release("app").closed().with("status", json!(word))]).text();
        let world = World::of([of_release, customization("c").text()]);
        assert_eq!(world.rules(NodeKind::Release, "app"), [Rule::OddStatus], "{word}");
    }
    for word in ["CREATED", "UPDATED", "PROCESSING_UPDATE_SUCCEEDED", ""] {
        let world = World::of([customization("c").with("status", json!(word)).text()]);
        assert_eq!(world.rules(NodeKind::Customization, "c"), [Rule::NothingFound], "{word}");
    }
}

#[test]
fn failed_release_is_hit_and_so_is_its_customization() {
    let world = World::of([customization("c").failed(release("app").closed(), "TEST_ERROR").text()]);
    assert_eq!(world.rules(NodeKind::Release, "app"), [Rule::Failed]);
    assert_eq!(world.rules(NodeKind::Customization, "c"), [Rule::HasFailures(1)]);
}

#[test]
fn release_above_a_failed_one_is_at_risk_however_far() {
    let world = World::of([
        page([
            release("app").depends_on(release("mid").depends_on(release("lib").closed()).closed()).closed(),
            release("other").closed(),
        ])
        .text(),
        customization("c").failed(release("lib").closed(), "BUILD_ERROR").text(),
    ]);
    for id in ["app", "mid"] {
        assert_eq!(world.rules(NodeKind::Release, id), [Rule::DependsOnFailed], "{id}");
    }
    assert_eq!(world.standing(NodeKind::Release, "other"), Standing::Clear);
}

#[test]
fn pending_release_is_at_risk_and_so_is_its_customization() {
    let world = World::of([customization("c").pending(release("app").closed()).text()]);
    assert_eq!(world.rules(NodeKind::Release, "app"), [Rule::Pending]);
    assert_eq!(world.rules(NodeKind::Customization, "c"), [Rule::HasPending(1)]);
}

#[test]
fn customization_whose_processing_failed_is_hit() {
    let text = customization("c").with("status", "PROCESSING_UPDATE_FAILED").text();
    assert_eq!(World::of([text]).rules(NodeKind::Customization, "c"), [Rule::ProcessingFailed]);
}

#[test]
fn customization_without_one_of_its_lists_is_unknown() {
    let text = customization("c").without("pending_releases").text();
    assert_eq!(World::of([text]).rules(NodeKind::Customization, "c"), [Rule::NotLoaded]);
}

#[test]
fn release_is_unknown_while_something_below_is_not_loaded() {
    let world = World::of([release("app").depends_on("lib").closed().text(), quiet()]);
    assert_eq!(world.rules(NodeKind::Release, "app"), [Rule::NotLoaded]);
}

#[test]
fn release_is_unknown_while_no_document_speaks_of_failures() {
    let world = World::of([release("app").closed().text()]);
    assert_eq!(world.rules(NodeKind::Release, "app"), [Rule::FailuresUnknown]);
}

#[test]
fn failed_request_below_is_named_before_what_is_not_loaded() {
    let mut failures = Failures::default();
    failures.nodes.insert(key(NodeKind::Release, "lib"), "network".to_owned());
    let world = World::with(&sources([release("app").depends_on("lib").closed().text(), quiet()]), &failures);
    assert_eq!(world.rules(NodeKind::Release, "app"), [Rule::RequestFailed, Rule::NotLoaded]);
}

#[test]
fn nothing_is_clear_while_a_document_that_was_asked_for_is_missing() {
    let failures = Failures { documents: 1, ..Failures::default() };
    let world = World::with(&sources([release("app").closed().text(), quiet()]), &failures);
    assert_eq!(world.board.counts.clear, 0);
}

#[test]
fn end_of_life_counts_from_ninety_days_before() {
    let end = |date: &str| World::of([release("app").with("end_of_life_at", date).closed().text(), quiet()]);
    assert_eq!(end("2026-06-14T00:00:00Z").rules(NodeKind::Release, "app"), [Rule::EndOfLife(Some(-1))]);
    assert_eq!(end("2026-07-15T00:00:00Z").rules(NodeKind::Release, "app"), [Rule::EndOfLife(Some(30))]);
    assert_eq!(end("2026-06-15T00:00:00Z").rules(NodeKind::Release, "app"), [Rule::EndOfLife(Some(0))]);
    assert_eq!(end("2027-06-15T00:00:00Z").standing(NodeKind::Release, "app"), Standing::Clear);
}

#[test]
fn end_of_life_of_a_manifest_may_be_a_mere_yes() {
    let mut release = crate::builder::vcf("5.2.0.0", &["b1"]);
    release["eol"] = json!(true);
    let text = manifest().push("releases", release).with("recalledBundles", json!([])).text();
    assert_eq!(World::of([text]).rules(NodeKind::VcfRelease, "VCF 5.2.0.0"), [Rule::EndOfLife(None)]);
}

#[test]
fn newer_release_is_worth_knowing_and_no_risk() {
    let latest = json!({"id": "newer", "version": "2", "revision": "0"});
    let world = World::of([release("app").with("latest_release", latest).closed().text(), quiet()]);
    assert_eq!(world.rules(NodeKind::Release, "app"), [Rule::NothingFound, Rule::BehindLatest]);
    assert_eq!(world.standing(NodeKind::Release, "app"), Standing::Clear);
}

#[test]
fn release_that_its_documents_contradict_is_at_risk() {
    let world = World::of([page([release("app").closed(), release("lib").needed_by("app")]).text(), quiet()]);
    assert!(world.rules(NodeKind::Release, "app").contains(&Rule::Disputed));
    assert_eq!(world.standing(NodeKind::Release, "app"), Standing::AtRisk);
}

#[test]
fn question_about_an_id_that_nothing_names_is_unknown() {
    let world = World::of([manifest().with("recalledBundles", json!([])).carries("5.2.0.0", &["b1"]).text()]);
    let asked = world.ask(NodeKind::Bundle, "nobody");
    assert_eq!(asked.standing(), Standing::Unknown);
    assert_eq!(asked, Asked::Missing { near: vec![] });
}

#[test]
fn question_in_another_spelling_names_the_near_one_and_stays_unknown() {
    let world = World::of([manifest().recalls(&["b1"], &[], "NONE").text()]);
    let asked = world.ask(NodeKind::Bundle, "bundle-B1");
    assert_eq!(asked, Asked::Missing { near: vec![key(NodeKind::Bundle, "b1")] });
    assert_eq!(asked.standing(), Standing::Unknown);
}

#[test]
fn board_begins_with_what_most_others_need() {
    let world = World::of([
        page([
            release("a1").depends_on("lib").closed(),
            release("a2").depends_on("lib").closed(),
            release("a3").depends_on("leaf").closed(),
        ])
        .text(),
        customization("c").failed(release("leaf").closed(), "").failed(release("lib").closed(), "").text(),
    ]);
    let order: Vec<_> = world.board.verdicts.iter().map(|verdict| verdict.node).collect();
    let first = world.ids(&order);
    assert_eq!(first[..3], ["lib", "leaf", "c"]);
    let dependants: Vec<_> = world.board.verdicts[..2].iter().map(|verdict| verdict.dependants).collect();
    assert_eq!(dependants, [Some(2), Some(1)]);
}
