use release_atlas::graph::NodeKind;
use release_atlas::verdict::{Coverage, Rule, Verdict};
use serde_json::json;

use crate::World;
use crate::builder::{customization, manifest, page, release};

fn path<'w>(world: &'w World, verdict: &Verdict, rule: Rule) -> Vec<&'w str> {
    let reason = verdict.reasons.iter().find(|reason| reason.rule == rule).expect("the rule holds");
    world.ids(&reason.path)
}

#[test]
fn shortest_way_to_the_failure_is_the_proof_and_every_hop_has_its_place() {
    let lib = || release("lib").closed();
    let world = World::of([
        page([release("app")
            .depends_on(release("mid").depends_on(lib()).closed())
            .depends_on(lib())
            .closed()])
        .text(),
        customization("c").failed(lib(), "BUILD_ERROR").text(),
    ]);
    let app = world.explain(NodeKind::Release, "app");
    assert_eq!(path(&world, &app, Rule::DependsOnFailed), ["app", "lib"]);
    let reason = &app.reasons[0];
    // One hop, then the entry of `failed_releases`.
    let documents: Vec<u32> = reason.places.iter().map(|place| place.source.0).collect();
    assert_eq!(documents, [0, 1]);
}

#[test]
fn recalled_bundle_is_proved_by_its_chain_to_what_to_move_to() {
    let text = manifest().recalls(&["b1"], &["b2"], "READY").recalls(&["b2"], &["b3"], "READY").text();
    let world = World::of([text]);
    let verdict = world.explain(NodeKind::Bundle, "b1");
    assert_eq!(world.ids(&verdict.reasons[0].path), ["b1", "b2", "b3"]);
    let proof = verdict.proof.expect("a proof");
    assert_eq!(world.ids(&proof.targets), ["b3"]);
    // Two hops, then the recalled id itself.
    assert_eq!(verdict.reasons[0].places.len(), 3);
}

#[test]
fn release_that_carries_a_recalled_bundle_is_proved_by_both_mentions() {
    let world = World::of([manifest().carries("5.2.0.0", &["b1"]).recalls(&["b1"], &[], "NONE").text()]);
    let verdict = world.explain(NodeKind::VcfRelease, "VCF 5.2.0.0");
    assert_eq!(path(&world, &verdict, Rule::CarriesRecalled(1)), ["VCF 5.2.0.0", "b1"]);
    assert_eq!(verdict.reasons[0].places.len(), 2);
}

#[test]
fn coverage_counts_what_was_read_of_the_closure() {
    let world =
        World::of([release("app").depends_on("lib").depends_on(release("base").closed()).closed().text()]);
    let proof = world.explain(NodeKind::Release, "app").proof.expect("a proof");
    assert_eq!(proof.coverage, Coverage { read: 2, known: 3, failed: 0 });
}

#[test]
fn what_is_not_loaded_is_proved_by_the_way_to_the_nearest_of_it() {
    let world =
        World::of([release("app").depends_on(release("mid").depends_on("lib").closed()).closed().text()]);
    let verdict = world.explain(NodeKind::Release, "app");
    assert_eq!(path(&world, &verdict, Rule::NotLoaded), ["app", "mid", "lib"]);
}

#[test]
fn one_release_between_all_failures_is_the_whole_frontier() {
    let mid = release("mid").depends_on(release("x").closed()).depends_on(release("y").closed()).closed();
    let world = World::of([
        release("app").depends_on(mid).closed().text(),
        customization("c").failed("x", "").failed("y", "").text(),
    ]);
    let proof = world.explain(NodeKind::Release, "app").proof.expect("a proof");
    assert_eq!(world.ids(&proof.frontier.nodes), ["mid"]);
}

#[test]
fn fewest_above_a_failure_to_change_are_its_frontier() {
    let world = World::of([
        page([
            release("a1").depends_on("mid").closed(),
            release("a2").depends_on("mid").closed(),
            release("a3").depends_on("mid").closed(),
            release("mid").depends_on("lib").closed(),
            release("b").depends_on("lib").closed(),
        ])
        .text(),
        customization("c").failed(release("lib").closed(), "").text(),
    ]);
    let verdict = world.explain(NodeKind::Release, "lib");
    let proof = verdict.proof.expect("a proof");
    assert!(proof.frontier.exists);
    assert_eq!(verdict.dependants, Some(5));
    assert_eq!(world.ids(&proof.frontier.nodes), ["b", "mid"]);
}

#[test]
fn nothing_needs_to_change_where_nothing_is_hit() {
    let world = World::of([manifest().carries("5.2.0.0", &["b1"]).with("recalledBundles", json!([])).text()]);
    let proof = world.explain(NodeKind::VcfRelease, "VCF 5.2.0.0").proof.expect("a proof");
    assert!(proof.frontier.exists && proof.frontier.nodes.is_empty());
}

#[test]
fn coverage_of_everything_is_whole_only_when_all_was_read() {
    let whole = World::of([release("app").depends_on(release("base").closed()).closed().text()]);
    assert_eq!(Coverage::of(&whole.graph).percent(), 100);
    let half = World::of([release("app").depends_on("lib").closed().text()]);
    assert_eq!(Coverage::of(&half.graph).percent(), 50);
    assert_eq!(Coverage::default().percent(), 100);
}
