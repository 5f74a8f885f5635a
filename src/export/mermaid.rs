//! A graph as a Mermaid flowchart, which forges and wikis draw inside a page.
//!
//! Everything in a label that could mean something to Mermaid or to HTML is written as an entity of
//! Mermaid's own (`#35;`), so that a name stays a name.

use std::fmt::Write as _;

use super::Snapshot;
use crate::graph::{EdgeState, NodeKind};
use crate::layout::Flow;
use crate::scene::Ink;

/// Mermaid draws no more edges than this unless its page is set up for more.
const EDGES_BY_DEFAULT: usize = 500;

impl Snapshot {
    /// The graph as a flowchart.
    pub fn mermaid(&self) -> String {
        let mut text = String::new();
        if self.edges.len() > EDGES_BY_DEFAULT {
            let _ =
                writeln!(text, "%% {} edges: needs maxEdges in Mermaid's configuration", self.edges.len());
        }
        text.push_str(if self.flow == Flow::LeftToRight { "flowchart LR\n" } else { "flowchart TB\n" });
        for (at, node) in self.nodes.iter().enumerate() {
            let (open, close) = brackets(node.kind);
            let label = escaped(&format!("{} · {}", node.label(), node.state()));
            let _ = writeln!(text, "  n{at}{open}\"{label}\"{close}:::{}", node.tone().word());
        }
        for edge in &self.edges {
            let arrow = match edge.state {
                EdgeState::Allowed => "-->",
                EdgeState::Conditional | EdgeState::NotLoaded => "-.->",
                EdgeState::Blocked => "--x",
            };
            let _ = writeln!(text, "  n{} {arrow} n{}", edge.source, edge.target);
        }
        for ink in [Ink::Recalled, Ink::Failed, Ink::Pending, Ink::Unknown, Ink::Ok] {
            let _ = writeln!(text, "  classDef {} {}", ink.word(), colors(ink));
        }
        text
    }
}

const fn brackets(kind: NodeKind) -> (&'static str, &'static str) {
    match kind {
        NodeKind::Release | NodeKind::Unknown => ("[", "]"),
        NodeKind::Customization => ("([", "])"),
        NodeKind::VcfRelease => ("[[", "]]"),
        NodeKind::Bundle => ("[/", "/]"),
    }
}

const fn colors(ink: Ink) -> &'static str {
    match ink {
        Ink::Recalled => "fill:#fae8fb,stroke:#86198f,color:#171c24",
        Ink::Failed => "fill:#fdeae8,stroke:#b3261e,color:#171c24",
        Ink::Pending => "fill:#fdf1d7,stroke:#7d5200,color:#171c24",
        Ink::Ok => "fill:#ffffff,stroke:#11694a,color:#171c24",
        _ => "fill:#e9ecf1,stroke:#4b5563,color:#171c24",
    }
}

/// Words as a label between double quotes.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            plain if plain.is_alphanumeric() => text.push(plain),
            ' ' | '.' | '-' | '_' | '/' | ',' | '+' | '·' => text.push(letter),
            control if control.is_control() => text.push(' '),
            other => {
                let _ = write!(text, "#{};", u32::from(other));
            }
        }
    }
    text
}
