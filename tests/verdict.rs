//! What is hit, why, and what to move to.
#![allow(clippy::expect_used, reason = "a test that fails may stop")]

#[path = "support/builder.rs"]
mod builder;
#[path = "support/world.rs"]
mod world;

#[path = "verdict/answers.rs"]
mod answers;
#[path = "verdict/laws.rs"]
mod laws;
#[path = "verdict/mending.rs"]
mod mending;
#[path = "verdict/proofs.rs"]
mod proofs;
#[path = "verdict/standings.rs"]
mod standings;

use release_atlas::graph::{Failures, Graph, NodeKind, Scratch, build};
use release_atlas::manifest::Recalls;
use release_atlas::source::Source;
use release_atlas::verdict::{Asked, Board, Question, Rule, Standing, Verdict, recalls};

/// 2026-06-15T00:00:00Z.
const NOW: i64 = 1_781_481_600_000;

/// Documents with everything that is derived from them.
struct World {
    graph: Graph,
    recalls: Recalls,
    board: Board,
}

impl World {
    fn of<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::with(&world::sources(texts), &Failures::default())
    }

    fn with(sources: &[Source], failures: &Failures) -> Self {
        let (graph, recalls) = (build(sources, failures), recalls(sources));
        let board = Board::new(&graph, &recalls, NOW);
        Self { graph, recalls, board }
    }

    fn standing(&self, kind: NodeKind, id: &str) -> Standing {
        self.board.standing(world::find(&self.graph, kind, id))
    }

    fn rules(&self, kind: NodeKind, id: &str) -> Vec<Rule> {
        let verdict = self.board.of(world::find(&self.graph, kind, id)).expect("a verdict");
        verdict.reasons.iter().map(|reason| reason.rule).collect()
    }

    fn explain(&self, kind: NodeKind, id: &str) -> Verdict {
        let node = world::find(&self.graph, kind, id);
        self.board.explain(&self.graph, &self.recalls, &mut Scratch::default(), node).expect("a verdict")
    }

    fn ask(&self, kind: NodeKind, id: &str) -> Asked {
        let question = Question { key: world::key(kind, id) };
        self.board.ask(&self.graph, &self.recalls, &mut Scratch::default(), &question)
    }

    /// The ids of some nodes.
    fn ids(&self, nodes: &[release_atlas::graph::NodeId]) -> Vec<&str> {
        nodes.iter().map(|node| self.graph.node(*node).expect("a node").key.id.as_str()).collect()
    }
}
