//! The words that people read: who needs what in one meaning, why something failed, what to move to.

use std::sync::Arc;

use proptest::prelude::*;
use release_atlas::graph::{Failures, Needed, NodeId, NodeKind, Scratch, Siblings, Status, siblings};
use release_atlas::manifest::Answer;
use release_atlas::session::ViewState;
use release_atlas::session::failure::failures_of;
use release_atlas::session::found::Found;
use release_atlas::session::missing::{Hindrance, Missing};
use release_atlas::session::rows::{REASON, counts, rows};
use release_atlas::session::sentence::{needed_words, reason_sentence, sentence};
use release_atlas::source::{Content, Source};
use release_atlas::text::{Language, Texts};
use release_atlas::verdict::Rule;
use serde_json::json;

use crate::World;
use crate::builder::{customization, manifest, page, release, vcf};
use crate::world::{find, node, source, sources};

fn english() -> Texts {
    Texts::new(Language::English)
}

impl World {
    /// The sentence of the board about an item.
    pub(crate) fn says(&self, kind: NodeKind, id: &str) -> String {
        let verdict = self.board.of(find(&self.graph, kind, id)).expect("a verdict");
        sentence(&english(), &self.graph, &self.recalls, &self.board, verdict)
    }

    /// The same with the way to the cause, as a row and a panel say it.
    fn leads(&self, kind: NodeKind, id: &str) -> String {
        let node = find(&self.graph, kind, id);
        let verdict = self.board.lead(&self.graph, &self.recalls, &mut Scratch::default(), node);
        sentence(&english(), &self.graph, &self.recalls, &self.board, &verdict.expect("a verdict"))
    }
}

#[test]
fn the_board_sums_up_recalls_by_answer_and_failures_and_each_sum_is_a_filter() {
    let board = World::of([
        manifest()
            .carries("4.5.0", &["gone", "late", "old"])
            .carries("4.5.1", &["new"])
            .recalls(&["gone"], &[], "NONE")
            .recalls(&["late"], &[], "PENDING")
            .recalls(&["old"], &["new"], "READY")
            .text(),
        customization("c").failed(release("a").closed(), "BUILD_ERROR").text(),
    ]);
    let kinds = [NodeKind::Bundle, NodeKind::Release];
    let counts = counts(&board.graph, &board.board, &kinds).reasons;
    let expected = [("failed", 1), ("move", 1), ("wait", 1), ("withdrawn", 1)];
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected);
    let state = ViewState {
        facets: [(REASON.to_owned(), "wait".to_owned()), (REASON.to_owned(), "failed".to_owned())].into(),
        ..ViewState::default()
    };
    let shown = rows(&board.graph, &board.board, &state, &Found::default(), &kinds);
    let ids: Vec<&str> =
        shown.iter().filter_map(|id| board.graph.node(*id)).map(|node| node.key.id.as_str()).collect();
    assert_eq!(ids, ["late", "a"]);
}

fn carried(version: &str, bundle: &str, component: &str) -> serde_json::Value {
    let mut release = vcf(version, &[bundle]);
    release["patchBundles"][0]["bundleElements"] = json!([component]);
    release
}

#[test]
fn a_recalled_bundle_names_the_bundle_to_move_to_with_its_component_and_release() {
    let text = manifest()
        .push("releases", carried("4.5.0", "old", "VCENTER"))
        .push("releases", carried("4.5.1", "new", "VCENTER"))
        .recalls(&["old"], &["new"], "READY")
        .text();
    let said = World::of([text]).says(NodeKind::Bundle, "old");
    assert_eq!(
        said,
        "Recalled; 1 release still carries it. Move to new (vCenter 4.5.1.1 in VCF 4.5.1): it is READY."
    );
}

#[test]
fn a_withdrawn_bundle_names_the_next_release_that_carries_another_bundle_of_its_component() {
    let text = manifest()
        .push("releases", carried("4.5.0", "old", "VCENTER"))
        .push("releases", carried("4.5.1", "other", "NSX"))
        .push("releases", carried("5.0.0", "also-recalled", "VCENTER"))
        .push("releases", carried("5.2.0", "sound", "VCENTER"))
        .push("releases", carried("9.0.0", "later", "VCENTER"))
        .recalls(&["old"], &[], "NONE")
        .recalls(&["also-recalled"], &[], "NONE")
        .text();
    let said = World::of([text]).says(NodeKind::Bundle, "old");
    assert!(said.ends_with("The newer VCF 5.2.0 carries another vCenter bundle: sound."), "{said}");
}

#[test]
fn a_component_is_the_same_one_whatever_a_release_calls_it_in_public() {
    let mut renamed = carried("5.2.0", "sound", "VCENTER");
    renamed["bom"][0]["publicName"] = json!("VMware vCenter Server");
    let text = manifest().push("releases", carried("4.5.0", "old", "VCENTER")).push("releases", renamed);
    let said = World::of([text.recalls(&["old"], &[], "NONE").text()]).says(NodeKind::Bundle, "old");
    assert!(
        said.ends_with("The newer VCF 5.2.0 carries another VMware vCenter Server bundle: sound."),
        "{said}"
    );
}

#[test]
fn a_bundle_of_several_components_is_called_by_all_of_them() {
    let release = |other: &str| {
        let mut release = carried("5.2.0", "both", "VCENTER");
        release["patchBundles"][0]["bundleElements"] = json!(["VCENTER", "SECOND"]);
        let line = json!({"name": "SECOND", "publicName": "The Second", "version": other});
        release["bom"].as_array_mut().expect("a list").push(line);
        manifest().push("releases", release)
    };
    let title = |other: &str| {
        let world = World::of([release(other).recalls(&["both"], &[], "NONE").text()]);
        let said = world.says(NodeKind::VcfRelease, "VCF 5.2.0");
        said.split_once("the recalled ")
            .map(|(_, rest)| rest.split(". ").next().unwrap_or_default().to_owned())
    };
    assert_eq!(title("5.2.0.1").as_deref(), Some("vCenter, The Second 5.2.0.1 (both)"));
    assert_eq!(title("8.1").as_deref(), Some("vCenter, The Second 5.2.0.1, 8.1 (both)"));
    assert_eq!(title("").as_deref(), Some("vCenter, The Second both"));
}

#[test]
fn a_look_alike_is_named_where_it_is_carried_and_where_its_twin_is_recalled_and_never_called_recalled() {
    let text = manifest()
        .push("releases", carried("4.5.0", "ABC-1", "VCENTER"))
        .push("releases", carried("4.5.1", "abc-2", "NSX"))
        .recalls(&["abc-1"], &[], "NONE")
        .text();
    let world = World::of([text]);
    assert_eq!(
        world.says(NodeKind::VcfRelease, "VCF 4.5.0"),
        "It carries vCenter 4.5.0.1 (ABC-1), whose id looks like a recalled one: only case, spaces or a prefix \
         differ. Compare them."
    );
    assert_eq!(
        world.says(NodeKind::Bundle, "abc-1"),
        "Recalled; no loaded release carries it. VCF 4.5.0 carries one whose id looks like it. It is withdrawn; no \
         replacement is published."
    );
    let release = find(&world.graph, NodeKind::VcfRelease, "VCF 4.5.0");
    let proof = world.board.explain(&world.graph, &world.recalls, &mut Scratch::default(), release);
    let proof = proof.expect("a verdict");
    assert_eq!(proof.reasons[0].path.last(), Some(&find(&world.graph, NodeKind::Bundle, "ABC-1")));
    assert!(proof.reasons[0].places.len() > 2, "where it is carried, and where its twin is recalled");
}

/// A release with a bundle of a SKU that names no id: unknown.
fn half_named(version: &str, bundle: &str, component: &str) -> serde_json::Value {
    let mut release = carried(version, bundle, component);
    release["sku"] = json!([{"name": "VVF", "skuSpecificPatchBundles": [{"bundleType": "VMWARE_SOFTWARE"}]}]);
    release
}

#[test]
fn the_next_release_is_not_hit_itself_where_one_is_not() {
    let text = |goes_on: bool| {
        let mut hit = carried("5.0.0", "next", "VCENTER");
        hit["sku"] = json!([{"name": "VCF", "skuSpecificPatchBundles": [{"bundleId": "bad"}]}]);
        let mut all = manifest().push("releases", carried("4.5.0", "old", "VCENTER")).push("releases", hit);
        if goes_on {
            all = all.push("releases", half_named("5.1.0", "later", "VCENTER"));
        }
        all.recalls(&["old"], &[], "NONE").recalls(&["bad"], &[], "NONE").text()
    };
    let said = World::of([text(true)]).says(NodeKind::Bundle, "old");
    assert!(
        said.ends_with("The newer VCF 5.1.0 (not all known) carries another vCenter bundle: later."),
        "{said}"
    );
    let said = World::of([text(false)]).says(NodeKind::Bundle, "old");
    assert!(
        said.ends_with("The newer VCF 5.0.0 (hit itself) carries another vCenter bundle: next."),
        "{said}"
    );
}

#[test]
fn the_release_to_move_to_is_not_hit_itself_where_one_is_not_and_says_so_where_it_is_not_clear() {
    let hit = || {
        let mut hit = carried("5.2.0", "new", "VCENTER");
        hit["sku"] = json!([{"name": "VCF", "skuSpecificPatchBundles": [{"bundleId": "bad"}]}]);
        manifest()
            .push("releases", carried("4.5.0", "old", "VCENTER"))
            .push("releases", hit)
            .recalls(&["old"], &["new"], "READY")
            .recalls(&["bad"], &[], "NONE")
    };
    let said = World::of([hit().text()]).says(NodeKind::Bundle, "old");
    assert!(
        said.ends_with("Move to new (vCenter 5.2.0.1 in VCF 5.2.0, which is hit itself): it is READY."),
        "{said}"
    );
    let known = hit().push("releases", carried("4.5.1", "new", "VCENTER")).text();
    let said = World::of([known]).says(NodeKind::Bundle, "old");
    assert!(said.ends_with(" in VCF 4.5.1): it is READY."), "{said}");
    let half = hit().push("releases", half_named("4.5.1", "new", "VCENTER")).text();
    let said = World::of([half]).says(NodeKind::Bundle, "old");
    assert!(said.ends_with(" in VCF 4.5.1, of which not all is known): it is READY."), "{said}");
}

/// The same release, closed to upgrades.
fn closed(mut release: serde_json::Value) -> serde_json::Value {
    release["isApplicable"] = json!(false);
    release["notApplicableReason"] = json!("Closed for new upgrades.");
    release
}

#[test]
fn the_way_out_is_a_release_that_can_be_entered_where_there_is_one_and_else_says_so() {
    let text = |after: Option<serde_json::Value>| {
        let all = manifest()
            .push("releases", carried("4.5.0", "old", "VCENTER"))
            .push("releases", closed(carried("5.0.0", "next", "VCENTER")));
        let all = after.into_iter().fold(all, |all, release| all.push("releases", release));
        all.recalls(&["old"], &[], "NONE").recalls(&["bad"], &[], "NONE").text()
    };
    let says = |after| World::of([text(after)]).says(NodeKind::Bundle, "old");
    let said = says(Some(carried("5.1.0", "open", "VCENTER")));
    assert!(said.ends_with("The newer VCF 5.1.0 carries another vCenter bundle: open."), "{said}");
    // One that is hit can be entered, if with care; one that is closed cannot.
    let mut hit = carried("5.1.0", "open", "VCENTER");
    hit["sku"] = json!([{"name": "VCF", "skuSpecificPatchBundles": [{"bundleId": "bad"}]}]);
    let said = says(Some(hit));
    assert!(said.ends_with("VCF 5.1.0 (hit itself) carries another vCenter bundle: open."), "{said}");
    let said = says(None);
    assert!(said.ends_with("VCF 5.0.0 (not applicable) carries another vCenter bundle: next."), "{said}");
}

#[test]
fn the_release_to_move_to_can_be_entered_where_one_can_and_else_says_that_it_cannot() {
    let text = || {
        manifest()
            .push("releases", carried("4.5.0", "old", "VCENTER"))
            .push("releases", closed(carried("5.2.0", "new", "VCENTER")))
            .recalls(&["old"], &["new"], "READY")
    };
    let said = World::of([text().text()]).says(NodeKind::Bundle, "old");
    assert!(said.ends_with(" in VCF 5.2.0, which is not applicable): it is READY."), "{said}");
    let open = text().push("releases", carried("4.5.1", "new", "VCENTER")).text();
    let said = World::of([open]).says(NodeKind::Bundle, "old");
    assert!(said.ends_with(" in VCF 4.5.1): it is READY."), "{said}");
}

#[test]
fn a_release_that_is_not_applicable_says_so_with_the_reason_however_it_stands() {
    let mut silent = closed(carried("5.2.0", "c", "VCENTER"));
    silent["notApplicableReason"] = json!("");
    let text = manifest()
        .push("releases", closed(carried("4.5.0", "a", "VCENTER")))
        .push("releases", closed(carried("5.1.0", "b", "VCENTER")))
        .push("releases", silent)
        .recalls(&["b"], &[], "NONE")
        .text();
    let world = World::of([text]);
    let said = |version: &str| world.says(NodeKind::VcfRelease, version);
    let clear = "Everything it needs was read, and nothing in it is hit.";
    assert_eq!(said("VCF 4.5.0"), format!("Not applicable: Closed for new upgrades. {clear}"));
    let hit = said("VCF 5.1.0");
    assert!(hit.starts_with("It still carries"), "{hit}");
    assert!(hit.ends_with(" Not applicable: Closed for new upgrades."), "{hit}");
    assert_eq!(said("VCF 5.2.0"), format!("The manifest says that it is not applicable. {clear}"));
}

#[test]
fn the_next_release_is_one_of_the_platform_where_sddc_manager_by_itself_goes_on_too() {
    let alone = |version: &str, bundle: &str| {
        json!({"version": version, "releaseDate": "2026-01-01T00:00:00Z",
            "patchBundles": [{"bundleId": bundle, "bundleElements": ["SDDC_MANAGER_VCF"]}]})
    };
    let text = || {
        manifest()
            .push("releases", carried("9.0.1.0", "old", "SDDC_MANAGER_VCF"))
            .push("sddcManagerReleases", alone("9.0.1.0.2", "old"))
            .push("sddcManagerReleases", alone("9.0.2.0.3", "sound"))
            .recalls(&["old"], &[], "NONE")
    };
    let said = World::of([text().text()]).says(NodeKind::Bundle, "old");
    assert!(said.contains("The newer SDDC Manager 9.0.2.0.3 carries another"), "{said}");
    let with_platform = text().push("releases", carried("9.0.2.0", "sound", "SDDC_MANAGER_VCF")).text();
    let said = World::of([with_platform]).says(NodeKind::Bundle, "old");
    assert!(said.contains("The newer VCF 9.0.2.0 carries another"), "{said}");
    let replaced = text().push("releases", carried("9.0.2.0", "sound", "SDDC_MANAGER_VCF"));
    let replaced = replaced.without("recalledBundles").recalls(&["old"], &["sound"], "READY").text();
    let said = World::of([replaced]).says(NodeKind::Bundle, "old");
    assert!(said.contains("sound (SDDC_MANAGER_VCF in VCF 9.0.2.0)"), "{said}");
}

#[test]
fn what_depends_on_failed_releases_names_the_nearest_and_counts_the_others() {
    let failing = |others: &[&str]| {
        let mut app = release("app").closed();
        let mut by = customization("c");
        for id in others {
            app = app.depends_on(release(id).closed());
            by = by.failed(release(id).closed(), "BUILD_ERROR");
        }
        World::of([app.text(), by.text()]).leads(NodeKind::Release, "app")
    };
    assert_eq!(failing(&["a"]), "It depends on Product a 1.0.0-r0, which failed.");
    assert_eq!(
        failing(&["a", "b"]),
        "It depends on Product a 1.0.0-r0, which failed, and on 1 more that failed."
    );
    let said = failing(&["a", "b", "d"]);
    assert!(said.ends_with("and on 2 more that failed."), "{said}");
}

#[test]
fn what_failed_in_a_loop_names_whom_it_is_in_a_loop_with() {
    let said = |releases: &[(&str, &str)]| {
        let of = |(id, to): &(&str, &str)| release(id).depends_on(*to).closed();
        let failed = customization("c").failed(json!({"id": "a"}), "TEST_ERROR");
        let world = World::of([page(releases.iter().map(of).collect::<Vec<_>>()).text(), failed.text()]);
        let verdict = world.explain(NodeKind::Release, "a");
        let reason = verdict.reasons.iter().find(|reason| reason.rule == Rule::DependsOnFailed);
        let reason = reason.expect("it depends on itself");
        reason_sentence(&english(), &world.graph, &world.recalls, &world.board, verdict.node, reason)
    };
    assert_eq!(
        said(&[("a", "b"), ("b", "a")]),
        "It failed, and it is part of a loop: it depends on Product b 1.0.0-r0, which depends on it."
    );
    assert_eq!(
        said(&[("a", "b"), ("b", "d"), ("d", "a")]),
        "It failed, and it is part of a loop: it depends on Product b 1.0.0-r0, which depends on it through 1 more."
    );
    assert_eq!(said(&[("a", "a")]), "It failed, and it names itself among its dependencies.");
}

#[test]
fn a_bundle_that_no_release_carries_names_no_newer_release() {
    let text = manifest()
        .push("releases", carried("5.2.0", "sound", "VCENTER"))
        .recalls(&["gone"], &[], "PENDING")
        .text();
    let world = World::of([text]);
    assert!(
        world
            .board
            .of(find(&world.graph, NodeKind::Bundle, "gone"))
            .is_some_and(|verdict| verdict.newer.is_none())
    );
}

#[test]
fn a_release_that_carries_a_recalled_bundle_names_it_and_what_to_move_to() {
    let text = manifest()
        .push("releases", carried("4.5.0", "old", "VCENTER"))
        .push("releases", carried("4.5.1", "new", "VCENTER"))
        .recalls(&["old"], &["new"], "READY")
        .text();
    let said = World::of([text]).says(NodeKind::VcfRelease, "VCF 4.5.0");
    assert_eq!(
        said,
        "It still carries the recalled vCenter 4.5.0.1 (old). Move to new (vCenter 4.5.1.1 in VCF 4.5.1): it is READY."
    );
}

#[test]
fn a_release_that_carries_many_recalled_bundles_names_the_first_and_counts_the_rest() {
    let bundles = ["a", "b", "c", "d", "e"];
    let text = manifest().carries("5.2.0", &bundles).recalls(&bundles, &[], "NONE").text();
    let said = World::of([text]).says(NodeKind::VcfRelease, "VCF 5.2.0");
    assert!(said.starts_with("It still carries 5 recalled bundles: vCenter 5.2.0.1 (a),"), "{said}");
    assert!(said.ends_with("and 2 more."), "{said}");
}

#[test]
fn a_customization_names_the_cause_that_most_of_its_failures_have() {
    let one = |id: &str| release(id).closed();
    let text = customization("c")
        .failed(one("a"), "BUILD_ERROR")
        .failed(one("b"), "TEST_ERROR")
        .failed(one("d"), "TEST_ERROR")
        .text();
    let said = World::of([text]).says(NodeKind::Customization, "c");
    assert_eq!(said, "3 releases failed. The most frequent cause (2): its tests did not pass.");
}

#[test]
fn the_cause_of_a_failure_stands_in_the_sentence_in_plain_words() {
    let text = customization("c").failed(release("app").closed(), "TEST_ERROR").text();
    let said = World::of([text]).says(NodeKind::Release, "app");
    assert_eq!(said, "It failed with a customization: its tests did not pass.");
    let text = customization("c").failed(release("app").closed(), "GREMLINS").text();
    assert!(
        World::of([text]).says(NodeKind::Release, "app").contains("GREMLINS"),
        "a new word is shown as it is"
    );
}

#[test]
fn a_failure_is_found_word_for_word_with_the_place_of_its_own_object() {
    let failure = json!({"description": "exit 127", "cause": "BUILD_ERROR", "error_date": "2026-10-12T06:40:58Z", "source_url": "/log"});
    let entry = json!({"release": {"id": "app", "version": "1"}, "failure": failure});
    let text = customization("c").push("failed_releases", entry).text();
    let loaded: Vec<Arc<Source>> = sources([text]).into_iter().map(Arc::new).collect();
    let graph = release_atlas::graph::build(&loaded, &Failures::default());
    let found = failures_of(&graph, &loaded, find(&graph, NodeKind::Release, "app"));
    assert_eq!(found.len(), 1);
    let failure = found[0].failure.as_ref().expect("a failure");
    assert_eq!((&*failure.description, failure.source_url.as_deref()), ("exit 127", Some("/log")));
    assert_eq!(loaded[0].document.pointer(found[0].place.at), "/failed_releases/0/failure");
    assert_eq!(found[0].customization, find(&graph, NodeKind::Customization, "c"));
}

#[test]
fn a_release_is_needed_by_releases_and_never_by_the_customization_that_was_applied_to_it() {
    let world = World::of([
        page([release("app").depends_on("mid").closed(), release("mid").depends_on("lib").closed()]).text(),
        customization("c").failed(release("lib").closed(), "TEST_ERROR").text(),
    ]);
    let lib = find(&world.graph, NodeKind::Release, "lib");
    let needed = world.board.of(lib).and_then(|verdict| verdict.needed(&world.graph)).expect("a count");
    assert_eq!(needed, Needed { directly: 1, through_others: 1 });
    assert_eq!(needed_words(&english(), needed), "Needed by 1 directly, 1 through others.");
    assert_eq!(world.graph.customized_by(lib).count(), 1, "it is named apart");
    assert!(world.says(NodeKind::Release, "lib").ends_with("Needed by 1 directly, 1 through others."));
}

#[test]
fn the_nearest_sound_releases_of_the_product_are_offered_beside_a_failed_one() {
    let of = |id: &str, version: &str| {
        release(id)
            .with("version", json!(version))
            .with("product", json!({"name": "Kafka", "key": "kafka"}))
            .closed()
    };
    let world = World::of([
        page([of("1", "1.0"), of("2", "2.0"), of("4", "4.0"), of("5", "5.0")]).text(),
        customization("c").failed(of("3", "3.0"), "TEST_ERROR").failed(of("6", "2.5"), "TEST_ERROR").text(),
    ]);
    let at = |id: &str| find(&world.graph, NodeKind::Release, id);
    assert_eq!(siblings(&world.graph, at("3")), Siblings { earlier: Some(at("2")), later: Some(at("4")) });
    assert_eq!(siblings(&world.graph, at("5")).later, None);
}

#[test]
fn what_is_missing_of_an_unknown_release_is_told_with_the_request_that_would_say_it() {
    let text = release("app")
        .link("self", "/v1/catalogs/c/releases/app")
        .with("dependants", json!([]))
        .push("dependencies", json!({"id": "lib"}))
        .text();
    let loaded: Vec<Arc<Source>> = vec![Arc::new(source(0, &text))];
    let graph = release_atlas::graph::build(&loaded, &Failures::default());
    let missing = |id: &str| Missing::of(node(&graph, NodeKind::Release, id), &loaded);
    assert_eq!(missing("app"), None);
    let lib = missing("lib").expect("nothing is known of it");
    assert_eq!(lib.request("lib"), "/v1/catalogs/…/releases/lib?expand_relationships=true");
    let bare = release("bare").link("self", "/v1/catalogs/c/releases/bare").text();
    let loaded: Vec<Arc<Source>> = vec![Arc::new(source(0, &bare))];
    let graph = release_atlas::graph::build(&loaded, &Failures::default());
    let missing = Missing::of(node(&graph, NodeKind::Release, "bare"), &loaded).expect("no list");
    assert_eq!(missing.hindrance, Hindrance::NotInAnswer);
    let linked = release("linked").link("dependencies", "/v1/catalogs/c/releases/x").text();
    let others: Vec<Arc<Source>> = vec![Arc::new(source(0, &linked))];
    let graph = release_atlas::graph::build(&others, &Failures::default());
    let linked = Missing::of(node(&graph, NodeKind::Release, "linked"), &others).expect("no list");
    assert_eq!(linked.hindrance, Hindrance::OnlyLinked);
    assert_eq!(missing.request("bare"), "/v1/catalogs/c/releases/bare?expand_relationships=true");
}

#[test]
fn an_unknown_item_says_whether_its_own_list_is_missing_or_that_of_something_that_it_needs() {
    let world = World::of([
        page([release("app").depends_on("lib").closed()]).text(),
        customization("quiet").text(),
        manifest().with("recalledBundles", json!([])).text(),
    ]);
    assert!(world.says(NodeKind::Release, "lib").starts_with("What it depends on is not known"));
    assert!(world.says(NodeKind::Release, "app").starts_with("What something that it needs depends on"));
    let explained = world.explain(NodeKind::Release, "app");
    let said = sentence(&english(), &world.graph, &world.recalls, &world.board, &explained);
    assert!(said.starts_with("What lib"), "the proof names it: {said}");
}

#[test]
fn a_release_that_is_known_by_its_address_alone_is_called_by_its_last_segment() {
    use release_atlas::session::sentence::{id_name, short_id};
    let address = "https://api.example/v1/catalogs/c/releases/6ab016dc8d6bbc2aed79e3a6?page=1";
    assert_eq!(id_name(address), "6ab016dc8d6bbc2aed79e3a6");
    assert_eq!(short_id(address), "6ab016dc");
    assert_eq!((id_name("VCF 9.0"), short_id("abc")), ("VCF 9.0".to_owned(), "abc".to_owned()));
}

/// Releases that depend on one another anyhow, and a customization over some of them.
fn any_catalogue() -> impl Strategy<Value = Vec<String>> {
    let pairs = prop::collection::vec((0..8_u32, 0..8_u32), 0..20);
    (pairs, prop::collection::vec(0..8_u32, 0..5)).prop_map(|(pairs, failed)| {
        let releases = (0..8_u32).map(|id| {
            let own = pairs.iter().filter(|(from, _)| *from == id);
            own.fold(release(&format!("r{id}")), |one, (_, to)| one.depends_on(format!("r{to}").as_str()))
                .closed()
        });
        let outcomes = failed
            .iter()
            .fold(customization("c"), |one, id| one.failed(json!({"id": format!("r{id}")}), "TEST_ERROR"));
        vec![page(releases.collect::<Vec<_>>()).text(), outcomes.text()]
    })
}

proptest! {
    #[test]
    fn every_count_of_who_needs_an_item_is_the_same(texts in any_catalogue()) {
        use release_atlas::graph::{Direction, Kinds, Scratch, reach};
        use release_atlas::scene::Tone;
        use release_atlas::session::picture::card;
        use release_atlas::export::{Snapshot, part};
        use release_atlas::session::shown::Shown;
        let world = World::of(texts);
        let graph = &world.graph;
        let all: Vec<NodeId> = graph.ids().collect();
        let snapshot = Snapshot::new(graph, &world.board, &part(graph, all.clone()), None);
        for (at, id) in all.iter().enumerate() {
            let above = reach(graph, &mut Scratch::default(), *id, Direction::Up, Kinds::USES, None);
            let verdict = world.board.of(*id).expect("a verdict");
            let needed = verdict.needed(graph).expect("a count");
            let node = graph.node(*id).expect("a node");
            prop_assert_eq!(needed.directly + needed.through_others, above.count());
            prop_assert_eq!(card(graph, &Shown::default(), *id, node, Tone::Ok).needed_by, needed.directly);
            prop_assert_eq!(snapshot.nodes[at].needed_by as u32, needed.directly);
            prop_assert_eq!(world.explain(node.key.kind, &node.key.id).needed(graph), Some(needed));
            let customizations = graph.needed_by(*id).filter_map(|id| graph.node(id)).filter(|node| node.key.kind == NodeKind::Customization);
            prop_assert_eq!(customizations.count(), 0);
        }
    }
}

#[test]
fn of_several_replacements_the_one_for_the_same_component_is_the_one_to_move_to() {
    let text = manifest()
        .push("releases", carried("5.0.0", "old", "VCENTER"))
        .push("releases", carried("5.0.1", "a-host", "ESX_HOST"))
        .push("releases", carried("5.0.2", "z-center", "VCENTER"))
        .recalls(&["old"], &["a-host", "z-center"], "READY")
        .text();
    let world = World::of([text]);
    assert_eq!(
        world.recalls.targets("old").ids.iter().map(|id| &**id).collect::<Vec<_>>(),
        ["z-center", "a-host"]
    );
    assert!(world.says(NodeKind::Bundle, "old").ends_with(
        "Of 2 replacements that are READY, z-center (vCenter 5.0.2.1 in VCF 5.0.2) carries the same component: move to it."
    ));
}

#[test]
fn replacements_keep_the_order_of_the_document_where_nothing_says_what_they_are_for() {
    let text = manifest().recalls(&["old"], &["z", "a", "m"], "READY").text();
    let targets = World::of([text]).recalls.targets("old").ids;
    assert_eq!(targets.iter().map(|id| &**id).collect::<Vec<_>>(), ["z", "a", "m"]);
}

#[test]
fn replacements_for_other_components_are_no_move_and_a_release_that_carries_it_is_named() {
    let text = manifest()
        .push("releases", carried("9.0.1", "old", "SDDC_MANAGER_VCF"))
        .push("releases", carried("9.0.1.1", "nsx", "NSX_T_MANAGER"))
        .push("releases", carried("9.0.2", "sound", "SDDC_MANAGER_VCF"))
        .recalls(&["old"], &["nsx"], "READY")
        .text();
    let world = World::of([text]);
    assert_eq!(world.recalls.answer("old"), Answer::MoveOther);
    assert!(world.says(NodeKind::Bundle, "old").ends_with(
        "Its replacement nsx (NSX_T_MANAGER in VCF 9.0.1.1) is READY, but does not carry SDDC_MANAGER_VCF. \
         The newer VCF 9.0.2 carries another SDDC_MANAGER_VCF bundle: sound."
    ));
}

#[test]
fn a_replacement_that_is_recalled_and_waits_itself_is_told_with_both_steps() {
    let text = manifest()
        .push("releases", carried("9.0.0", "old", "VCENTER"))
        .push("releases", carried("9.0.2", "next", "VCENTER"))
        .recalls(&["old"], &["next"], "READY")
        .recalls(&["next"], &[], "PENDING")
        .text();
    let said = World::of([text]).says(NodeKind::Bundle, "old");
    assert!(
        said.contains(
            "Its replacement next (in VCF 9.0.2) is READY, but itself recalled. What replaces that is PENDING"
        ),
        "{said}"
    );
}

#[test]
fn nothing_looks_in_order_that_is_not_clear() {
    use release_atlas::export::{Snapshot, part};
    use release_atlas::scene::Tone;
    let old = release("old").closed().with("end_of_life_at", json!("2020-01-01T00:00:00Z"));
    let outcomes = customization("c")
        .succeeded(old)
        .succeeded(release("fine").closed())
        .succeeded(release("open"))
        .failed(release("broken").closed(), "TEST_ERROR");
    let odd = customization("odd").with("status", json!("FAILED"));
    let world = World::of([outcomes.text(), odd.text()]);
    let all: Vec<NodeId> = world.graph.ids().collect();
    let snapshot = Snapshot::new(&world.graph, &world.board, &part(&world.graph, all), None);
    let look = |id: &str| {
        let found = snapshot.nodes.iter().find(|node| node.id.ends_with(&format!("/{id}"))).expect("a node");
        (found.tone(), found.state())
    };
    assert_eq!(look("old"), (Tone::AtRisk, "ok · AT RISK".to_owned()));
    assert_eq!(look("fine"), (Tone::Ok, "ok · CLEAR".to_owned()));
    assert_eq!(look("open"), (Tone::Unclear, "ok · UNKNOWN".to_owned()));
    assert_eq!(look("broken"), (Tone::Failed, "failed · HIT".to_owned()));
    assert_eq!(look("c"), (Tone::Failing, "failing · HIT".to_owned()));
    assert_eq!(look("odd"), (Tone::Unclear, "ok · UNKNOWN".to_owned()));
    for text in [snapshot.dot(), snapshot.mermaid(), snapshot.graphml()] {
        assert!(text.contains("AT RISK") && text.contains("UNKNOWN"), "{text}");
    }
}

#[test]
fn a_release_that_carries_a_recalled_bundle_never_looks_in_order() {
    use release_atlas::graph::{Facet, group};
    let text = manifest()
        .push("releases", carried("5.0.0", "old", "VCENTER"))
        .push("releases", carried("5.0.1", "new", "VCENTER"))
        .recalls(&["old"], &["new"], "READY")
        .text();
    let graph = World::of([text]).graph;
    let status = |kind, id| node(&graph, kind, id).condition();
    assert_eq!(status(NodeKind::VcfRelease, "VCF 5.0.0"), Status::Carrier);
    assert_eq!(status(NodeKind::VcfRelease, "VCF 5.0.1"), Status::Ok);
    assert_eq!(status(NodeKind::Bundle, "old"), Status::Recalled);
    let groups = group(&graph, graph.ids(), Facet::Status);
    let sizes: Vec<_> = groups.iter().map(|group| (group.value.as_str(), group.nodes.len())).collect();
    assert_eq!(
        sizes,
        [("ok", 2), ("carrier", 1), ("recalled", 1)],
        "the groups are the values of the filter"
    );
}

#[test]
fn a_release_that_is_hit_is_never_called_safe() {
    use release_atlas::manifest::safety::{Safe, checks};
    use release_atlas::session::safe::{answer, words};
    use release_atlas::verdict::Standing;
    let asked = |texts: Vec<String>| {
        let loaded: Vec<Source> = sources(texts.clone());
        let world = World::of(texts);
        let Content::Manifest(manifest) = &loaded[0].content else { unreachable!("a manifest") };
        let found = checks(&manifest.releases[0], &world.recalls, 1_700_000_000_000);
        let standing = world.board.standing(find(&world.graph, NodeKind::VcfRelease, "VCF 4.5.0"));
        let answer = answer(standing, &found);
        (standing, answer, words(&english(), answer, &found))
    };
    let open = |release: serde_json::Value| {
        let mut release = release;
        (release["isApplicable"], release["eol"]) = (json!(true), json!("2031-01-01T00:00:00Z"));
        release
    };
    let text = |status: &str, to: &[&str]| {
        let released = manifest()
            .push("releases", open(carried("4.5.0", "old", "VCENTER")))
            .push("releases", carried("4.5.1", "new", "VCENTER"));
        released.recalls(&["old"], to, status).text()
    };
    assert_eq!(
        asked(vec![text("READY", &["new"])]),
        (Standing::Hit, Safe::WithCare, "With care: take new instead of old".to_owned())
    );
    assert_eq!(asked(vec![text("NONE", &[])]), (Standing::Hit, Safe::No, "No: 1 recalled bundle".to_owned()));
    // Another document, as new, says that the release carries a recalled bundle.
    let one = manifest().push("releases", open(carried("4.5.0", "sound", "VCENTER"))).recalls(
        &["old"],
        &[],
        "NONE",
    );
    let other = manifest().push("releases", open(carried("4.5.0", "old", "VCENTER")));
    assert_eq!(asked(vec![one.clone().text()]).1, Safe::Yes);
    assert_eq!(asked(vec![one.text(), other.text()]), (Standing::Hit, Safe::No, "No".to_owned()));
}

#[test]
fn bundles_without_an_id_are_told_with_the_sku_that_holds_them() {
    let text = manifest()
        .push("releases", half_named("9.1.1", "a", "VCENTER"))
        .with("recalledBundles", json!([]))
        .text();
    let said = World::of([text]).says(NodeKind::VcfRelease, "VCF 9.1.1");
    assert!(said.starts_with("SKU VVF: 1 bundle carries no id"), "{said}");
}

#[test]
fn a_release_in_lists_that_exclude_each_other_is_told_with_what_it_counts_as() {
    use release_atlas::session::outcomes::{clash_words, clashes};
    let both = customization("c")
        .succeeded(release("app").closed())
        .failed(json!({"id": "app"}), "TEST_ERROR")
        .succeeded(release("lib").closed())
        .text();
    let loaded: Vec<Arc<Source>> = sources([both]).into_iter().map(Arc::new).collect();
    let graph = release_atlas::graph::build(&loaded, &Failures::default());
    let of = |kind, id| clashes(&graph, &loaded, find(&graph, kind, id));
    let found = of(NodeKind::Customization, "c");
    assert_eq!(found.len(), 1);
    assert_eq!(
        clash_words(&english(), &graph, &found[0]),
        "Product app 1.0.0-r0 stands in 2 lists that exclude each other (failed, succeeded); it is counted as failed."
    );
    assert_eq!(of(NodeKind::Release, "app"), found, "the release says so too");
    assert_eq!(of(NodeKind::Release, "lib"), []);
}
