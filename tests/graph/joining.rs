use release_atlas::catalog::{Fullness, Progress};
use release_atlas::graph::{EdgeState, Failures, NodeKind, Relations, Status, build};
use serde_json::json;

use crate::builder::{customization, manifest, page, release, thin_release};
use crate::world::{edge, edges, find, graph, key, keys, node, source, sources};

#[test]
fn dependency_named_in_one_document_and_described_in_another_is_one_node() {
    let graph = graph([release("app").depends_on("lib").text(), release("lib").closed().text()]);
    assert_eq!(keys(&graph), ["app", "lib"]);
    assert_eq!(edges(&graph), ["app > lib"]);
    assert_eq!(node(&graph, NodeKind::Release, "lib").fullness, Fullness::Full);
}

#[test]
fn fullest_description_wins_and_the_others_are_kept_as_places() {
    let graph = graph([release("app").depends_on("lib").text(), release("lib").closed().text()]);
    let lib = node(&graph, NodeKind::Release, "lib");
    assert_eq!(lib.name, "Product lib");
    assert_eq!(lib.version, "1.0.0-r0");
    let sources: Vec<u32> = lib.places.iter().map(|place| place.source.0).collect();
    assert_eq!(sources, [1, 0]);
}

#[test]
fn newer_copy_wins_over_an_equally_full_one() {
    let mut loaded = sources([
        release("app").with("version", "2").closed().text(),
        release("app").with("version", "1").closed().text(),
    ]);
    loaded[0].loaded_millis = 5;
    let graph = build(&loaded, &Failures::default());
    assert_eq!(node(&graph, NodeKind::Release, "app").version, "2-r0");
}

#[test]
fn address_is_joined_to_the_release_with_the_id_at_its_end() {
    let linking = release("app").link("dependencies", "/v1/catalogs/c/releases/lib");
    let graph = graph([linking.text(), release("lib").closed().text()]);
    assert_eq!(edges(&graph), ["app > lib"]);
}

#[test]
fn address_of_an_unloaded_release_is_a_node_of_its_own() {
    let graph = graph([release("app").link("dependencies", "/v1/catalogs/c/releases/lib").text()]);
    assert_eq!(keys(&graph), ["/v1/catalogs/c/releases/lib", "app"]);
    assert_eq!(graph.edges[0].state, EdgeState::NotLoaded);
}

#[test]
fn one_address_in_two_documents_of_one_host_is_one_node() {
    let mut loaded = sources([
        release("a").link("dependencies", "/v1/releases/lib").text(),
        release("b").link("dependencies", "https://catalog.example/v1/releases/lib").text(),
    ]);
    loaded[0].address = Some("https://catalog.example/v1/releases/a".to_owned());
    let graph = build(&loaded, &Failures::default());
    assert_eq!(keys(&graph), ["a", "b", "https://catalog.example/v1/releases/lib"]);
}

#[test]
fn ids_that_differ_in_case_stay_apart() {
    let graph = graph([page([release("lib").closed(), release("LIB").closed()]).text()]);
    assert_eq!(keys(&graph), ["LIB", "lib"]);
}

#[test]
fn dependants_say_the_same_edges_from_the_other_side() {
    let graph = graph([release("lib").needed_by("app").text()]);
    assert_eq!(edges(&graph), ["app > lib"]);
    let said_by = edge(&graph, "app", "lib").said_by;
    assert!(said_by.dependants && !said_by.dependencies);
}

#[test]
fn aliases_of_one_dependency_are_counted_on_one_edge() {
    let twice = release("grafana-loki").depends_on("memcached").depends_on("memcached");
    let graph = graph([twice.text()]);
    assert_eq!(graph.edges.len(), 1);
    assert_eq!(graph.edges[0].count, 2);
    assert_eq!(graph.edges[0].places.len(), 2);
}

#[test]
fn same_edge_in_two_documents_is_not_counted_twice() {
    let one = || release("app").depends_on("lib").text();
    let graph = graph([one(), one()]);
    assert_eq!(graph.edges[0].count, 1);
    assert_eq!(graph.edges[0].places.len(), 2);
}

#[test]
fn failed_release_is_read_one_level_deeper_and_its_customization_points_to_it() {
    let text = customization("c").failed(release("app").closed(), "TEST_ERROR").text();
    let graph = graph([text]);
    let app = node(&graph, NodeKind::Release, "app");
    assert_eq!((app.status, app.progress), (Status::Failed, Some(Progress::Failed)));
    assert_eq!(app.facets.cause, "TEST_ERROR");
    assert_eq!(edges(&graph), ["c customizes app"]);
    assert_eq!(graph.edges[0].state, EdgeState::Blocked);
}

#[test]
fn an_id_of_a_registry_is_never_read_as_one_of_a_base_image() {
    let harbor = json!({"id": "549cfa79", "name": "Harbor registry"});
    let named = release("app").with("registry", harbor).closed().text();
    let by = customization("c").with("filter", json!({"base_image_id": "549cfa79"})).text();
    let graph = graph([named, by]);
    let facets: Vec<_> = graph
        .nodes
        .iter()
        .map(|node| (node.facets.base_image.as_str(), node.facets.registry.as_str()))
        .collect();
    assert_eq!(facets, [("", "Harbor registry"), ("549cfa79", "")]);
}

#[test]
fn base_image_is_one_value_whether_a_document_gives_its_id_its_name_or_both() {
    let image = json!({"id": "a8cf96e4", "name": "Debian 12"});
    let by = |filter: serde_json::Value| customization("c").with("filter", filter).text();
    let named = release("app").with("base_image", image.clone()).closed().text();
    let bare = release("lib").with("base_image", json!({"id": "a8cf96e4"})).closed().text();
    let both = json!({"base_image_id": "a8cf96e4", "base_image": image});
    for filter in [json!({"base_image_id": "a8cf96e4"}), both] {
        let graph = graph([by(filter), bare.clone(), named.clone()]);
        let values: Vec<&str> = graph.nodes.iter().map(|node| node.facets.base_image.as_str()).collect();
        assert_eq!(values, ["Debian 12"; 3]);
    }
    let registry = release("app").with("registry", json!({"id": "a8cf96e4", "name": "Main registry"}));
    let beside = graph([by(json!({"base_image_id": "a8cf96e4"})), registry.closed().text()]);
    assert!(
        beside.nodes.iter().all(|node| node.facets.base_image != "Main registry"),
        "what has the same id is no base image for that"
    );
    let alone = graph([by(json!({"base_image_id": "a8cf96e4"}))]);
    assert_eq!(alone.nodes[0].facets.base_image, "a8cf96e4", "an id that nothing names stays one");
}

#[test]
fn worst_of_several_outcomes_is_the_status() {
    let graph = graph([
        customization("c1").succeeded(release("app").closed()).text(),
        customization("c2").pending(release("app").closed()).text(),
    ]);
    assert_eq!(node(&graph, NodeKind::Release, "app").status, Status::Pending);
}

#[test]
fn dependency_on_something_failed_is_blocked_and_stays_in_the_graph() {
    let graph = graph([
        release("app").depends_on("lib").text(),
        customization("c").failed(release("lib").closed(), "BUILD_ERROR").text(),
    ]);
    assert_eq!(edge(&graph, "app", "lib").state, EdgeState::Blocked);
}

#[test]
fn listed_linked_and_unsaid_relations_are_three_answers() {
    let graph = graph([page([
        release("listed").with("dependencies", serde_json::json!([])),
        release("linked").link("dependencies", "/v1/releases/listed"),
        release("unsaid"),
    ])
    .text()]);
    let relations = |id| node(&graph, NodeKind::Release, id).dependencies;
    assert_eq!(relations("listed"), Relations::Complete);
    assert_eq!(relations("linked"), Relations::NotLoaded);
    assert_eq!(relations("unsaid"), Relations::NotLoaded);
}

#[test]
fn request_that_failed_is_not_the_same_as_not_loaded() {
    let mut failures = Failures::default();
    failures.nodes.insert(key(NodeKind::Release, "lib"), "network".to_owned());
    let graph = build(&sources([release("app").depends_on("lib").text()]), &failures);
    assert_eq!(node(&graph, NodeKind::Release, "lib").dependencies, Relations::Failed);
    assert_eq!(node(&graph, NodeKind::Release, "app").dependencies, Relations::Complete);
}

#[test]
fn request_that_failed_under_an_address_belongs_to_the_release_at_its_end() {
    let mut failures = Failures::default();
    failures
        .nodes
        .insert(key(NodeKind::Release, "/v1/releases/lib?expand_relationships=true"), "rate".to_owned());
    let graph = build(&sources([release("app").depends_on("lib").text()]), &failures);
    assert_eq!(node(&graph, NodeKind::Release, "lib").dependencies, Relations::Failed);
    assert_eq!(graph.knowledge.gaps, 0);
}

#[test]
fn failed_request_for_nothing_that_is_named_is_a_gap() {
    let mut failures = Failures::default();
    failures.nodes.insert(key(NodeKind::Customization, "c"), "network".to_owned());
    assert_eq!(build(&sources([release("app").closed().text()]), &failures).knowledge.gaps, 1);
}

#[test]
fn recalled_bundle_leads_to_every_replacement_of_its_group() {
    let text = manifest().carries("5.2.0.0", &["b1"]).recalls(&["b1", "b2"], &["b3", "b4"], "READY").text();
    let graph = graph([text]);
    assert_eq!(
        edges(&graph),
        [
            "VCF 5.2.0.0 carries b1",
            "b1 replaced by b3",
            "b1 replaced by b4",
            "b2 replaced by b3",
            "b2 replaced by b4"
        ]
    );
    assert_eq!(node(&graph, NodeKind::Bundle, "b1").status, Status::Recalled);
    assert_eq!(node(&graph, NodeKind::Bundle, "b3").status, Status::Ok);
}

#[test]
fn replacement_can_be_used_only_when_ready() {
    let text = manifest()
        .recalls(&["ready"], &["r1"], "READY")
        .recalls(&["pending"], &["r2"], "PENDING")
        .recalls(&["none"], &["r3"], "NONE")
        .text();
    let graph = graph([text]);
    let state = |from: &str| {
        let from = find(&graph, NodeKind::Bundle, from);
        graph.edges.iter().find(|edge| edge.from == from).expect("an edge").state
    };
    assert_eq!(state("ready"), EdgeState::Allowed);
    assert_eq!(state("pending"), EdgeState::Conditional);
    assert_eq!(state("none"), EdgeState::Blocked);
}

#[test]
fn carrying_a_recalled_bundle_is_blocked() {
    let graph = graph([manifest().carries("5.2.0.0", &["b1", "b2"]).recalls(&["b1"], &[], "NONE").text()]);
    let states: Vec<EdgeState> = graph.edges.iter().map(|edge| edge.state).collect();
    assert_eq!(states, [EdgeState::Blocked, EdgeState::Allowed]);
}

#[test]
fn bundle_is_unknown_without_a_usable_list_of_recalls() {
    let graph = graph([manifest().carries("5.2.0.0", &["b1"]).text()]);
    assert_eq!(node(&graph, NodeKind::Bundle, "b1").status, Status::Unknown);
    assert!(!graph.knowledge.recalls_listed);
}

#[test]
fn older_manifest_is_overruled_about_a_replacement() {
    let graph = graph([
        manifest().with("sequenceNumber", serde_json::json!(1)).recalls(&["b1"], &["old"], "READY").text(),
        manifest().with("sequenceNumber", serde_json::json!(2)).recalls(&["b1"], &["new"], "READY").text(),
    ]);
    let states: Vec<_> = edges(&graph).into_iter().zip(graph.edges.iter().map(|edge| edge.state)).collect();
    assert_eq!(
        states,
        [
            ("b1 replaced by new".to_owned(), EdgeState::Allowed),
            ("b1 replaced by old".to_owned(), EdgeState::Blocked)
        ]
    );
    assert_eq!(graph.recalls.iter().map(|recall| recall.is_overruled).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn release_without_an_id_is_kept_by_what_it_says() {
    let text = customization("c")
        .failed(thin_release("x").without("id").with("version", "9.9"), "TEST_ERROR")
        .text();
    let graph = graph([text]);
    let failed: Vec<&str> = graph
        .nodes
        .iter()
        .filter(|node| node.status == Status::Failed)
        .map(|node| node.key.id.as_str())
        .collect();
    assert_eq!(failed, ["? 9.9 0"]);
}

#[test]
fn document_of_another_kind_adds_nothing() {
    let graph = build(&[source(0, "{\"hello\": 1}")], &Failures::default());
    assert!(graph.nodes.is_empty());
}
