//! A graph as JSON, for scripts: one node or edge a line, so that two exports can be compared as text.

use std::fmt::Write as _;

use super::snapshot::sides;
use super::{Edge, Node, Snapshot};
use crate::layout::Flow;
use crate::scene::svg::number;

impl Snapshot {
    /// Nodes with `id`, `kind`, `status`, `x`, `y`, `width`, `height`, `layer`, and edges with `source`, `target`,
    /// `kind`, `state`, `points`. `x` and `y` are the upper left corner.
    pub fn json(&self) -> String {
        let mut text = String::from("{\n");
        let flow = if self.flow == Flow::LeftToRight { "lr" } else { "tb" };
        let _ = write!(text, "\"title\": {},\n\"flow\": \"{flow}\",\n\"nodes\": [", quoted(&self.title));
        for (at, node) in self.nodes.iter().enumerate() {
            text.push_str(if at == 0 { "\n" } else { ",\n" });
            push_node(&mut text, node);
        }
        text.push_str("\n],\n\"edges\": [");
        for (at, edge) in self.edges.iter().enumerate() {
            text.push_str(if at == 0 { "\n" } else { ",\n" });
            self.push_edge(&mut text, edge);
        }
        text.push_str("\n]\n}\n");
        text
    }

    fn push_edge(&self, text: &mut String, edge: &Edge) {
        for (name, words) in [
            ("{\"source\": ", self.id(edge.source)),
            (", \"target\": ", self.id(edge.target)),
            (", \"kind\": ", edge.kind.word()),
            (", \"state\": ", edge.state.word()),
        ] {
            text.push_str(name);
            text.push_str(&quoted(words));
        }
        let _ = write!(text, ", \"count\": {}, \"points\": [", edge.count);
        for (at, point) in edge.points.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            let _ = write!(text, "{comma}[{}, {}]", number(point.x), number(point.y));
        }
        text.push_str("]}");
    }
}

fn push_node(text: &mut String, node: &Node) {
    for (name, words) in [
        ("{\"id\": ", node.id.as_str()),
        (", \"kind\": ", node.kind.word()),
        (", \"name\": ", &node.name),
        (", \"version\": ", &node.version),
        (", \"status\": ", node.status.word()),
        (", \"verdict\": ", node.standing.word()),
    ] {
        text.push_str(name);
        text.push_str(&quoted(words));
    }
    if let Some(spot) = node.spot {
        for (name, side) in ["x", "y", "width", "height"].into_iter().zip(sides(spot.rect)) {
            let _ = write!(text, ", \"{name}\": {side}");
        }
        let _ = write!(text, ", \"layer\": {}", spot.layer);
    }
    text.push('}');
}

/// Words as a JSON string.
fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}
