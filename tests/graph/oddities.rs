use release_atlas::graph::{FactKind, Graph, NodeKind};
use serde_json::json;

use crate::builder::{customization, manifest, page, release, thin_release};
use crate::world::{edge, find, graph};

/// The ids of the nodes that a fact of this kind is about.
fn about(graph: &Graph, kind: FactKind) -> Vec<&str> {
    let facts = graph.facts.iter().filter(|fact| fact.kind == kind);
    facts.map(|fact| graph.nodes[fact.node.0 as usize].key.id.as_str()).collect()
}

#[test]
fn release_that_is_named_and_nowhere_described_is_dangling() {
    let graph = graph([release("app").link("dependencies", "/v1/releases/lib").text()]);
    assert_eq!(about(&graph, FactKind::Dangling), ["/v1/releases/lib"]);
}

#[test]
fn edge_that_the_other_side_does_not_state_is_one_sided() {
    let graph = graph([page([release("app").depends_on("lib"), release("lib").closed()]).text()]);
    assert_eq!(about(&graph, FactKind::OneSided), ["lib"]);
}

#[test]
fn edge_that_both_sides_state_is_no_oddity() {
    let graph =
        graph([page([release("app").depends_on("lib"), release("lib").needed_by("app").closed()]).text()]);
    assert_eq!(graph.facts, []);
}

#[test]
fn complete_list_that_leaves_a_dependency_out_contradicts_the_edge() {
    let graph = graph([page([release("app").closed(), release("lib").needed_by("app")]).text()]);
    assert!(edge(&graph, "app", "lib").contradicted);
    assert_eq!(about(&graph, FactKind::OneSided), ["app"]);
}

#[test]
fn release_that_depends_on_itself_is_a_loop_and_no_cycle() {
    let graph = graph([release("app").depends_on("app").text()]);
    assert_eq!(about(&graph, FactKind::SelfLoop), ["app"]);
    assert_eq!(about(&graph, FactKind::Cycle), [""; 0]);
}

#[test]
fn every_member_of_a_cycle_is_named() {
    let graph = graph([page([
        release("a").depends_on("b"),
        release("b").depends_on("c"),
        release("c").depends_on("a"),
    ])
    .text()]);
    assert_eq!(about(&graph, FactKind::Cycle), ["a", "b", "c"]);
}

#[test]
fn copies_that_differ_are_named() {
    let graph = graph([release("app").closed().text(), release("app").with("version", "9").closed().text()]);
    assert_eq!(about(&graph, FactKind::CopiesDiffer), ["app"]);
}

#[test]
fn thinner_copy_that_says_less_is_no_difference() {
    let graph = graph([release("app").closed().text(), thin_release("app").text()]);
    assert_eq!(about(&graph, FactKind::CopiesDiffer), [""; 0]);
}

#[test]
fn id_that_differs_from_the_own_link_is_named() {
    let graph = graph([release("app").link("self", "/v1/releases/other").closed().text()]);
    assert_eq!(about(&graph, FactKind::SelfDiffers), ["app"]);
}

#[test]
fn links_that_disagree_with_the_list_are_named() {
    let text = release("app").depends_on("a").link("dependencies", "/v1/releases/b").text();
    assert_eq!(about(&graph([text]), FactKind::LinksDiffer), ["app"]);
}

#[test]
fn placeholder_of_the_documentation_names_nobody() {
    let graph = graph([release("app").with("dependencies", json!(["Release Object", null])).text()]);
    assert_eq!(about(&graph, FactKind::Nameless), ["app", "app"]);
    assert_eq!(graph.nodes.len(), 1);
}

#[test]
fn two_outcomes_under_one_customization_are_named() {
    let graph =
        graph([customization("c").succeeded(release("app").closed()).failed("app", "TEST_ERROR").text()]);
    assert_eq!(about(&graph, FactKind::OutcomesDiffer), ["app"]);
}

#[test]
fn bundle_ids_that_look_alike_are_pointed_out_and_stay_apart() {
    let graph = graph([manifest().carries("5.2.0.0", &["ABC"]).recalls(&["bundle-abc"], &[], "NONE").text()]);
    assert_eq!(about(&graph, FactKind::LooksLike), ["ABC", "bundle-abc"]);
    let (one, other) = (find(&graph, NodeKind::Bundle, "ABC"), find(&graph, NodeKind::Bundle, "bundle-abc"));
    assert_ne!(one, other);
}
