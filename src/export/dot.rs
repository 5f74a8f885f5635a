//! A graph in the DOT language, for Graphviz.
//!
//! Nodes are named by number, and words of documents stand in labels only: in labels Graphviz reads
//! backslashes as escapes and `&…;` as characters of HTML, so both are written such that they mean nothing.

use std::fmt::Write as _;

use super::{Edge, Snapshot};
use crate::graph::{EdgeState, NodeKind};
use crate::layout::Flow;
use crate::scene::Tone;

impl Snapshot {
    /// The graph in the DOT language.
    pub fn dot(&self) -> String {
        let flow = if self.flow == Flow::LeftToRight { "LR" } else { "TB" };
        let title = quoted(&self.title);
        let mut text = format!(
            "digraph atlas {{\n  graph [rankdir={flow}, label={title}];\n  \
             node [fontname=\"Helvetica\", fontsize=11, style=\"filled,rounded\", fillcolor=\"#ffffff\"];\n  \
             edge [color=\"#7a8494\"];\n"
        );
        for (at, node) in self.nodes.iter().enumerate() {
            let label = quoted(&format!("{}\n{}", node.label(), node.state()));
            let (shape, colors) = (shape(node.kind), colors(node.tone()));
            let _ = writeln!(
                text,
                "  n{at} [label={label}, tooltip={}, shape={shape}, {colors}];",
                quoted(&node.id)
            );
        }
        for edge in &self.edges {
            let look = look(edge);
            let _ = writeln!(text, "  n{} -> n{} [{look}];", edge.source, edge.target);
        }
        text.push_str("}\n");
        text
    }
}

const fn shape(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Release | NodeKind::Unknown => "box",
        NodeKind::Customization => "note",
        NodeKind::VcfRelease => "component",
        NodeKind::Bundle => "folder",
    }
}

const fn colors(tone: Tone) -> &'static str {
    match tone {
        Tone::Recalled | Tone::Carrier => "color=\"#86198f\", fillcolor=\"#fae8fb\"",
        Tone::Failed | Tone::Failing => "color=\"#b3261e\", fillcolor=\"#fdeae8\"",
        Tone::Pending | Tone::AtRisk => "color=\"#7d5200\", fillcolor=\"#fdf1d7\"",
        Tone::Unknown | Tone::Unclear | Tone::Vain => "color=\"#4b5563\", fillcolor=\"#e9ecf1\"",
        Tone::Ok => "color=\"#11694a\", fillcolor=\"#ffffff\"",
    }
}

fn look(edge: &Edge) -> String {
    let line = match edge.state {
        EdgeState::Allowed => "solid",
        EdgeState::Conditional => "dashed",
        EdgeState::Blocked => "bold",
        EdgeState::NotLoaded => "dotted",
    };
    let blocked = if edge.state == EdgeState::Blocked { ", color=\"#b3261e\", arrowhead=tee" } else { "" };
    format!("style={line}{blocked}, tooltip=\"{}, {}\"", edge.kind.word(), edge.state.word())
}

/// Words as a quoted label.
fn quoted(words: &str) -> String {
    let mut text = String::with_capacity(words.len() + 2);
    text.push('"');
    for letter in words.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '&' => text.push_str("&amp;"),
            '\n' => text.push_str("\\n"),
            control if control.is_control() => text.push(' '),
            other => text.push(other),
        }
    }
    text.push('"');
    text
}
