//! Loaded documents and the graph of them, in one line.
#![allow(dead_code, reason = "each test crate uses its own part")]

use release_atlas::catalog::Fullness;
use release_atlas::graph::{
    Edge, EdgeKind, EdgeState, Facets, Failures, Graph, Node, NodeId, NodeKey, NodeKind, Places, Relations,
    SaidBy, Signs, Status, build,
};
use release_atlas::source::{Options, Source, SourceId, read};

/// Some sources, numbered as given.
pub fn sources<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Vec<Source> {
    (0..).zip(texts).map(|(id, text)| source(id, &text.into())).collect()
}

/// One source with this number.
pub fn source(id: u32, text: &str) -> Source {
    let options = Options { id: SourceId(id), title: format!("document {id}"), ..Options::default() };
    read(text, options).expect("JSON")
}

/// The graph of some documents.
pub fn graph<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Graph {
    build(&sources(texts), &Failures::default())
}

/// A key.
pub fn key(kind: NodeKind, id: &str) -> NodeKey {
    NodeKey { kind, id: id.into() }
}

/// The id of a release that must be there.
pub fn release_id(graph: &Graph, id: &str) -> NodeId {
    find(graph, NodeKind::Release, id)
}

/// The id of a node that must be there.
pub fn find(graph: &Graph, kind: NodeKind, id: &str) -> NodeId {
    graph.find(&key(kind, id)).unwrap_or_else(|| panic!("no {kind:?} {id} in {:?}", keys(graph)))
}

/// A node that must be there.
pub fn node<'g>(graph: &'g Graph, kind: NodeKind, id: &str) -> &'g Node {
    graph.node(find(graph, kind, id)).expect("its node")
}

/// All ids, in order.
pub fn keys(graph: &Graph) -> Vec<&str> {
    graph.nodes.iter().map(|node| node.key.id.as_str()).collect()
}

/// All edges as "a > b", in order.
pub fn edges(graph: &Graph) -> Vec<String> {
    graph.edges.iter().map(|edge| shown(graph, edge)).collect()
}

fn shown(graph: &Graph, edge: &Edge) -> String {
    let id = |node: NodeId| graph.node(node).map_or("?", |node| node.key.id.as_str());
    let arrow = match edge.kind {
        EdgeKind::DependsOn => ">",
        EdgeKind::Customizes => "customizes",
        EdgeKind::Carries => "carries",
        EdgeKind::ReplacedBy => "replaced by",
    };
    format!("{} {arrow} {}", id(edge.from), id(edge.to))
}

/// The edge between two releases that must be there.
pub fn edge<'g>(graph: &'g Graph, from: &str, to: &str) -> &'g Edge {
    let wanted = format!("{from} > {to}");
    graph.edges.iter().find(|edge| shown(graph, edge) == wanted).unwrap_or_else(|| panic!("no {wanted}"))
}

/// A graph of `nodes` releases that depend on one another as said, without documents.
pub fn bare(nodes: u32, pairs: &[(u32, u32)]) -> Graph {
    let mut pairs = pairs.to_vec();
    pairs.sort_unstable();
    pairs.dedup();
    let edges = pairs.into_iter().map(|(from, to)| bare_edge(from, to)).collect();
    Graph::assemble((0..nodes).map(bare_node).collect(), edges)
}

fn bare_node(number: u32) -> Node {
    Node {
        // Of one length, so that the order of ids is the order of numbers.
        key: key(NodeKind::Release, &format!("{number:08}")),
        name: format!("Product {number}").into(),
        version: "1.0.0".into(),
        elements: "".into(),
        status: Status::Ok,
        progress: None,
        places: Places::default(),
        item: None,
        fullness: Fullness::Full,
        dependencies: Relations::Complete,
        dependants: Relations::Complete,
        facets: Facets::default(),
        signs: Signs::default(),
    }
}

fn bare_edge(from: u32, to: u32) -> Edge {
    Edge {
        from: NodeId(from),
        to: NodeId(to),
        kind: EdgeKind::DependsOn,
        state: EdgeState::Allowed,
        count: 1,
        said_by: SaidBy::default(),
        contradicted: false,
        is_superseded: false,
        places: Places::default(),
    }
}
