//! A graph as GraphML (graphml.graphdrawing.org), for graph editors and libraries.

use std::fmt::Write as _;

use super::snapshot::sides;
use super::{Edge, Node, Snapshot};
use crate::scene::svg::escaped;

/// What nodes and edges carry: the key, what it is for, its name and its type.
const KEYS: [(&str, &str, &str, &str); 17] = [
    ("key", "node", "id", "string"),
    ("kind", "node", "kind", "string"),
    ("label", "node", "label", "string"),
    ("name", "node", "name", "string"),
    ("version", "node", "version", "string"),
    ("status", "node", "status", "string"),
    ("verdict", "node", "verdict", "string"),
    ("product", "node", "product", "string"),
    ("layer", "node", "layer", "int"),
    ("x", "node", "x", "double"),
    ("y", "node", "y", "double"),
    ("width", "node", "width", "double"),
    ("height", "node", "height", "double"),
    ("says", "edge", "kind", "string"),
    ("state", "edge", "state", "string"),
    ("count", "edge", "count", "int"),
    ("title", "graph", "title", "string"),
];

impl Snapshot {
    /// The graph as GraphML.
    pub fn graphml(&self) -> String {
        let mut text = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
        );
        for (id, of, name, kind) in KEYS {
            let _ =
                writeln!(text, "<key id=\"{id}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>");
        }
        text.push_str("<graph id=\"atlas\" edgedefault=\"directed\">\n");
        push_data(&mut text, "title", &self.title);
        text.push('\n');
        for (at, node) in self.nodes.iter().enumerate() {
            push_node(&mut text, at, node);
        }
        for edge in &self.edges {
            push_edge(&mut text, edge);
        }
        text.push_str("</graph>\n</graphml>\n");
        text
    }
}

fn push_edge(text: &mut String, edge: &Edge) {
    let _ = write!(text, "<edge source=\"n{}\" target=\"n{}\">", edge.source, edge.target);
    push_data(text, "says", edge.kind.word());
    push_data(text, "state", edge.state.word());
    push_data(text, "count", &edge.count.to_string());
    text.push_str("</edge>\n");
}

/// An id of GraphML is a name token, which ids of documents are not: they stand in the data.
fn push_node(text: &mut String, at: usize, node: &Node) {
    let _ = write!(text, "<node id=\"n{at}\">");
    for (key, words) in [
        ("key", node.id.as_str()),
        ("kind", node.kind.word()),
        ("label", &format!("{} · {}", node.label(), node.state())),
        ("name", &node.name),
        ("version", &node.version),
        ("status", node.status.word()),
        ("verdict", node.standing.word()),
        ("product", &node.facets[0]),
    ] {
        push_data(text, key, words);
    }
    if let Some(spot) = node.spot {
        push_data(text, "layer", &spot.layer.to_string());
        for (key, side) in ["x", "y", "width", "height"].into_iter().zip(sides(spot.rect)) {
            push_data(text, key, &side);
        }
    }
    text.push_str("</node>\n");
}

fn push_data(text: &mut String, key: &str, words: &str) {
    if !words.is_empty() {
        let _ = write!(text, "<data key=\"{key}\">{}</data>", escaped(words));
    }
}
