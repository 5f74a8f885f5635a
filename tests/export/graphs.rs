//! Graphs in every format, whatever the documents call their releases.

use crate::sample::Sample;
use proptest::prelude::*;
use release_atlas::export::{Edge, Node, Snapshot, Spot, around, part};
use release_atlas::geometry::{Point, Rect};
use release_atlas::graph::{EdgeKind, EdgeState, NodeKind, Status};
use release_atlas::verdict::Standing;
use serde_json::Value;

/// Names that mean something to some format.
const HOSTILE: [&str; 12] = [
    "\"]; evil [label=\"",
    "a\\",
    "\\N \\G \\l",
    "</data></node><script>x</script>",
    "]]>&amp;&#0;",
    "#quot;\"]:::failed",
    "n1 --> n0",
    "end\nsubgraph x",
    "\u{0}\u{1}\u{b}\u{fffe}",
    "=HYPERLINK(\"x\")",
    "`markdown` **bold**",
    "%%{init: {}}%%",
];

fn node(id: &str, name: &str) -> Node {
    Node {
        id: format!("release/{id}"),
        kind: NodeKind::Release,
        name: name.to_owned(),
        version: "1.0.0".to_owned(),
        status: Status::Failed,
        standing: Standing::Hit,
        depends_on: 1,
        needed_by: 0,
        facets: [name, "", "", "", ""].map(str::to_owned),
        spot: Some(Spot { rect: Rect { min: Point::new(1.0, 2.5), max: Point::new(101.0, 42.5) }, layer: 3 }),
    }
}

fn pair(id: &str, name: &str) -> Snapshot {
    let edge = Edge {
        source: 0,
        target: 1,
        kind: EdgeKind::DependsOn,
        state: EdgeState::Blocked,
        count: 1,
        points: vec![Point::new(0.0, 0.0), Point::new(10.0, 0.125)],
    };
    Snapshot {
        title: name.to_owned(),
        nodes: vec![node(id, name), node("base", "Base")],
        edges: vec![edge],
        ..Snapshot::default()
    }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn every_format_of_a_small_graph_is_as_recorded() {
    let graph = pair("app", "App & Söhne");
    let all = [
        ("json", graph.json()),
        ("csv", graph.table().csv()),
        ("dot", graph.dot()),
        ("mermaid", graph.mermaid()),
        ("graphml", graph.graphml()),
    ];
    for (name, text) in all {
        insta::with_settings!({ snapshot_path => "../golden/export", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, text);
        });
    }
}

#[test]
fn the_data_of_the_sample_names_every_node_and_edge_with_its_place() {
    let sample = Sample::read();
    let graph = sample.snapshot();
    let data = parsed(&graph.json());
    let nodes = data["nodes"].as_array().expect("nodes");
    let ids: Vec<&str> = nodes.iter().filter_map(|node| node["id"].as_str()).collect();
    assert_eq!(ids.len(), sample.graph.nodes.len());
    for node in nodes {
        for member in ["x", "y", "width", "height", "layer"] {
            assert!(node[member].is_number(), "{member} of {node}");
        }
    }
    let edges = data["edges"].as_array().expect("edges");
    assert_eq!(edges.len(), sample.graph.edges.len());
    for edge in edges {
        for end in ["source", "target"] {
            assert!(ids.contains(&edge[end].as_str().expect("an id")), "{edge}");
        }
        assert!(edge["points"].as_array().is_some_and(|points| points.len() >= 2), "{edge}");
    }
}

#[test]
fn the_same_documents_in_another_order_give_the_same_bytes() {
    let (one, other) = (Sample::read().snapshot(), Sample::read_backwards().snapshot());
    assert_eq!(one.json(), other.json());
    assert_eq!(one.graphml(), other.graphml());
    assert_eq!(one.dot(), other.dot());
    assert_eq!(one.mermaid(), other.mermaid());
    assert_eq!(one.table().csv(), other.table().csv());
}

#[test]
fn the_surroundings_of_an_item_hold_what_it_needs_and_what_needs_it() {
    let graph = crate::world::bare(6, &[(0, 1), (1, 2), (2, 3), (4, 3), (5, 4)]);
    let id = |number: u32| release_atlas::graph::NodeId(number);
    assert_eq!(around(&graph, id(2)), [0, 1, 2, 3].map(id));
    let shown = part(&graph, around(&graph, id(2)));
    assert_eq!(shown.edges.len(), 3);
}

/// What stands outside quotes; fails on quotes that do not close.
fn outside_quotes(text: &str) -> String {
    let mut out = String::new();
    let (mut is_inside, mut is_escaped) = (false, false);
    for letter in text.chars() {
        match (is_inside, letter) {
            (true, _) if is_escaped => is_escaped = false,
            (true, '\\') => is_escaped = true,
            (true, '"') => is_inside = false,
            (true, '\n') => panic!("a quote stays open in {text}"),
            (true, _) => {}
            (false, '"') => is_inside = true,
            (false, other) => out.push(other),
        }
    }
    assert!(!is_inside, "a quote stays open in {text}");
    out
}

/// Fails unless tags nest and nothing else begins with `<` or `&`; gives the number of elements.
fn elements_of(xml: &str) -> usize {
    let mut open: Vec<&str> = Vec::new();
    let mut count = 0;
    for part in xml.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("a tag ends");
        for entity in text.split('&').skip(1) {
            assert!(["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|known| entity.starts_with(known)));
        }
        assert!(!text.contains(|letter: char| letter.is_control()
            && letter != '\n'
            && letter != '\u{7f}'
            && !('\u{80}'..='\u{9f}').contains(&letter)));
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.starts_with('?') {
            count += 1;
            if !tag.ends_with('/') {
                open.push(tag.split(' ').next().unwrap_or_default());
            }
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
    count
}

fn assert_harmless(id: &str, name: &str) {
    let (graph, plain) = (pair(id, name), pair("app", "App"));
    let data = parsed(&graph.json());
    assert_eq!(data["nodes"][0]["name"].as_str(), Some(name));
    assert_eq!(data["edges"][0]["source"], data["nodes"][0]["id"]);
    assert_eq!(outside_quotes(&graph.dot()), outside_quotes(&plain.dot()), "{}", graph.dot());
    let (drawn, wanted) = (graph.mermaid(), plain.mermaid());
    assert_eq!(drawn.lines().count(), wanted.lines().count(), "{drawn}");
    for (line, plain) in drawn.lines().zip(wanted.lines()) {
        assert_eq!(line.split('"').count(), plain.split('"').count(), "{line}");
        assert_eq!(line.split('"').next_back(), plain.split('"').next_back(), "{line}");
        assert!(!line.contains(['<', '>', '`']) || line == plain, "{line}");
    }
    let fewer = usize::from(name.is_empty()) * 3;
    assert_eq!(elements_of(&graph.graphml()) + fewer, elements_of(&plain.graphml()));
}

#[test]
fn names_that_mean_something_to_a_format_stay_names() {
    for name in HOSTILE {
        assert_harmless(name, name);
    }
}

proptest! {
    #[test]
    fn any_name_stays_a_name(id in "\\PC*|[\\x00-\\x7f]*", name in "\\PC+|[\\x00-\\x7f]+") {
        assert_harmless(&id, &name);
    }
}
