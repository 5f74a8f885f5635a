//! Loaded documents and the graph of them, in one line.
#![allow(dead_code, reason = "each test crate uses its own part")]

use release_atlas::graph::{Edge, EdgeKind, Failures, Graph, Node, NodeId, NodeKey, NodeKind, build};
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
    NodeKey { kind, id: id.to_owned() }
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
