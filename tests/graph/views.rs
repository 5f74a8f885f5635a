use release_atlas::graph::{
    Change, Facet, Failures, Filter, Fit, Kinds, Label, NodeId, NodeKind, Status, build, diff, group, hubs,
    index, visible,
};
use release_atlas::manifest::Recalls;
use release_atlas::source::Content;
use serde_json::json;

use crate::builder::{customization, manifest, page, release};
use crate::world::{bare, graph, release_id, sources};

fn ids(graph: &release_atlas::graph::Graph, nodes: &[NodeId]) -> Vec<String> {
    nodes.iter().map(|node| graph.node(*node).expect("a node").key.id.to_string()).collect()
}

#[test]
fn filter_lets_through_what_has_all_that_is_asked_for() {
    let graph = graph([
        page([release("app").depends_on("lib").closed(), release("lib").closed()]).text(),
        customization("c").failed("lib", "TEST_ERROR").text(),
    ]);
    let failed =
        Filter { statuses: [Status::Failed].into(), kinds: [NodeKind::Release].into(), ..Filter::default() };
    assert_eq!(ids(&graph, &visible(&graph, &failed, Kinds::ALL).nodes), ["lib"]);
    let text = Filter { text: "PRODUCT app".to_owned(), ..Filter::default() };
    assert_eq!(ids(&graph, &visible(&graph, &text, Kinds::ALL).nodes), ["app"]);
    let cause =
        Filter { facets: [(Facet::Cause, ["TEST_ERROR".to_owned()].into())].into(), ..Filter::default() };
    assert_eq!(ids(&graph, &visible(&graph, &cause, Kinds::ALL).nodes), ["lib"]);
}

#[test]
fn edges_are_seen_where_both_ends_are() {
    let graph = bare(3, &[(0, 1), (1, 2)]);
    let text = Filter { text: "product".to_owned(), ..Filter::default() };
    assert_eq!(visible(&graph, &text, Kinds::ALL).edges.len(), 2);
    let two = release_atlas::graph::Subset::between(&graph, vec![NodeId(0), NodeId(1)], Kinds::ALL);
    assert_eq!(two.edges.len(), 1);
}

#[test]
fn failures_are_grouped_by_cause_with_the_unknown_last() {
    let graph = graph([customization("c")
        .failed(release("a").closed(), "TEST_ERROR")
        .failed(release("b").closed(), "")
        .failed(release("x").closed(), "TEST_ERROR")
        .text()]);
    let failed =
        graph.ids().filter(|node| graph.node(*node).is_some_and(|node| node.status == Status::Failed));
    let groups = group(
        &graph,
        failed.filter(|node| graph.nodes[node.0 as usize].key.kind == NodeKind::Release),
        Facet::Cause,
    );
    let shown: Vec<_> =
        groups.iter().map(|group| (group.value.as_str(), ids(&graph, &group.nodes))).collect();
    assert_eq!(shown, [("TEST_ERROR", vec!["a".to_owned(), "x".to_owned()]), ("", vec!["b".to_owned()])]);
}

#[test]
fn what_many_need_is_a_hub() {
    let pairs: Vec<(u32, u32)> = (1..20).map(|from| (from, 0)).collect();
    let graph = bare(20, &pairs);
    let all: Vec<NodeId> = graph.ids().collect();
    let found = hubs(&graph, &all, Kinds::NEEDS);
    assert_eq!(found.iter().map(|hub| (hub.node, hub.dependants)).collect::<Vec<_>>(), [(NodeId(0), 19)]);
}

#[test]
fn what_was_added_removed_and_changed_is_named_by_identity() {
    let former =
        graph([page([release("a").depends_on("b").closed(), release("b").closed(), release("c").closed()])
            .text()]);
    let later = graph([page([
        release("a").closed(),
        release("b").with("version", "2").closed(),
        release("d").closed(),
    ])
    .text()]);
    let changes = diff(&former, &later);
    let id = |graph, id| release_id(graph, id);
    assert_eq!(
        changes.nodes,
        [
            Change::Changed(id(&former, "b"), id(&later, "b")),
            Change::Removed(id(&former, "c")),
            Change::Added(id(&later, "d")),
        ]
    );
    assert_eq!(changes.edges.len(), 1);
    assert!(matches!(changes.edges[0], Change::Removed(_)));
}

#[test]
fn search_finds_names_versions_ids_and_digests_in_any_case() {
    let artifact = json!({"content_digest": "sha256:ABCDEF0123", "name": "chart-name", "version": "9.8.7"});
    let loaded =
        sources([
            page([release("r-one").with("artifact", artifact).closed(), release("r-two").closed()]).text()
        ]);
    let graph = build(&loaded, &Failures::default());
    let index = index(&graph, &loaded, &Recalls::default());
    let found = |query: &str| -> Vec<String> {
        let nodes: Vec<NodeId> = index.search(query, 10).hits.iter().map(|hit| hit.node).collect();
        ids(&graph, &nodes)
    };
    assert_eq!(found("PRODUCT R-ONE"), ["r-one"]);
    assert_eq!(found("cdef01"), ["r-one"]);
    assert_eq!(found("9.8.7"), ["r-one"]);
    assert_eq!(found("r-"), ["r-one", "r-two"]);
    assert_eq!(found("nothing"), [""; 0]);
    assert_eq!(found("  "), [""; 0]);
}

#[test]
fn a_version_in_a_bom_finds_the_releases_that_carry_it_and_names_narrow_it_down() {
    let line = |name: &str, public: &str, version: &str| json!({"name": name, "publicName": public, "version": version});
    let release = |version: &str, esx: &str, vcenter: &str| {
        let bom = [line("ESX_HOST", "ESX", esx), line("VCENTER", "vCenter", vcenter)];
        json!({"product": "VCF", "version": version, "bom": bom})
    };
    let releases =
        [release("5.2.4.0", "8.0.3-25377220", "8.0.2-1"), release("5.2.3.0", "8.0.2-24000000", "8.0.3-2")];
    let loaded = sources([manifest().with("releases", json!(releases)).text()]);
    let graph = build(&loaded, &Failures::default());
    let index = index(&graph, &loaded, &Recalls::default());
    let found = |query: &str| -> Vec<String> {
        let hits = index.search(query, 10).hits;
        hits.iter().map(|hit| graph.node(hit.node).expect("a node").version.to_string()).collect()
    };
    assert_eq!(found("8.0.3-25377220"), ["5.2.4.0"]);
    assert_eq!(found("25377220"), ["5.2.4.0"]);
    assert_eq!(found("esx 8.0.3"), ["5.2.4.0"]);
    assert_eq!(found("ESX_HOST 8.0.2"), ["5.2.3.0"]);
    assert_eq!(found("8.0.3").len(), 2);
    // Nearly every release has a component of that name, and a number within another is another one.
    assert_eq!(found("esx"), [""; 0]);
    assert_eq!(found("0.3"), [""; 0]);
}

#[test]
fn a_bundle_is_found_by_the_versions_of_what_it_holds() {
    let nsx = |version: &str, id: &str| {
        json!({"product": "VCF", "version": "4.5.2.0",
            "bom": [{"name": "NSX_T_MANAGER", "publicName": "NSX", "version": version},
                {"name": "VCENTER", "publicName": "vCenter", "version": "7.0.3-1"}],
            "patchBundles": [{"bundleId": id, "bundleElements": ["NSX_T_MANAGER"]}]})
    };
    let releases = [nsx("3.2.3.1-22104592", "5427c5a9"), nsx("3.2.2-22000000", "00000001")];
    let loaded = sources([manifest().with("releases", json!(releases)).text()]);
    let graph = build(&loaded, &Failures::default());
    let Content::Manifest(read) = &loaded[0].content else { panic!("a manifest") };
    let index = index(&graph, &loaded, &Recalls::new(&[read]));
    let bundles = |query: &str| -> Vec<String> {
        let hits = index.search(query, 10).hits;
        let nodes = hits.iter().filter_map(|hit| graph.node(hit.node));
        nodes.filter(|node| node.key.kind == NodeKind::Bundle).map(|node| node.key.id.to_string()).collect()
    };
    assert_eq!(bundles("NSX 3.2.3"), ["5427c5a9"]);
    assert_eq!(bundles("22104592"), ["5427c5a9"]);
    assert_eq!(bundles("vcenter 7.0.3"), [""; 0], "the release has it, the bundles do not");
}

#[test]
fn labels_find_what_is_said_of_items_after_what_stands_in_their_texts() {
    let named = |id: &str, name: &str| release(id).with("product", json!({"name": name})).closed();
    let loaded = sources([page([
        named("1", "argo"),
        named("2", "failed-jobs"),
        named("3", "argo"),
        named("4", "not here"),
    ])
    .text()]);
    let graph = build(&loaded, &Failures::default());
    let label = |words: &str, marks: u32| Label { words: words.to_owned(), marks };
    let labels = vec![label("failed", 1), label("load failed", 2), label("not loaded", 4)];
    let index = index(&graph, &loaded, &Recalls::default()).with_labels(labels, vec![1, 0, 2, 4]);
    let found = |query: &str| -> Vec<String> {
        let nodes: Vec<NodeId> = index.search(query, 10).hits.iter().map(|hit| hit.node).collect();
        ids(&graph, &nodes)
    };
    assert_eq!(found("failed"), ["2", "1"]);
    assert_eq!(found("FAIL"), ["2", "1"]);
    assert_eq!(found("fai"), ["2"]);
    assert_eq!(found("argo failed"), ["1"]);
    assert_eq!(found("load failed"), ["3"]);
    assert_eq!(found("argo load failed"), ["3"]);
    assert_eq!(found("not"), ["4"]);
    assert_eq!(found("not loa"), ["4"]);
    assert_eq!(found("loaded"), [""; 0], "the end of a label says the contrary");
}

#[test]
fn whole_words_come_before_beginnings_and_beginnings_before_middles() {
    let name = |id: &str, name: &str| release(id).with("product", json!({"name": name})).closed();
    let loaded =
        sources([
            page([name("1", "my argo"), name("2", "margo"), name("3", "argo"), name("4", "argo cd")]).text()
        ]);
    let graph = build(&loaded, &Failures::default());
    let hits = index(&graph, &loaded, &Recalls::default()).search("argo", 10).hits;
    let order: Vec<NodeId> = hits.iter().map(|hit| hit.node).collect();
    assert_eq!(ids(&graph, &order), ["3", "4", "1", "2"]);
    assert_eq!(
        hits.iter().map(|hit| hit.fit).collect::<Vec<_>>(),
        [Fit::Whole, Fit::Start, Fit::WordStart, Fit::Inside]
    );
}

#[test]
fn search_says_how_many_there_are_beside_the_best() {
    let loaded = sources([page((0..30).map(|number| release(&format!("r{number:02}")).closed())).text()]);
    let graph = build(&loaded, &Failures::default());
    let hits = index(&graph, &loaded, &Recalls::default()).search("product", 5);
    assert_eq!((hits.hits.len(), hits.total), (5, 30));
}
