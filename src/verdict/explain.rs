//! The proof of one verdict: for each rule the way to its cause and the places that say so.

use super::marks::Marks;
use super::{Board, Coverage, Proof, Reason, Rule, Verdict};
use crate::graph::{
    Direction, Edge, EdgeId, EdgeKind, EdgeState, Ends, Frontier, Graph, Kinds, NodeId, NodeKey, NodeKind,
    Path, Scratch, Status, frontier, nearest, reach, shortest,
};
use crate::manifest::Recalls;
use crate::order;
use crate::source::Place;

impl Board {
    /// The verdict of one node with its proof; `None` for a node of another graph.
    ///
    /// `graph` and `recalls` are those of the board. Costs a few walks over what the node needs and what needs it.
    pub fn explain(
        &self,
        graph: &Graph,
        recalls: &Recalls,
        scratch: &mut Scratch,
        node: NodeId,
    ) -> Option<Verdict> {
        let mut verdict = self.of(node)?.clone();
        let mut prover = Prover { board: self, graph, recalls, scratch, node };
        for reason in &mut verdict.reasons {
            prover.prove(reason);
        }
        let above = reach(graph, prover.scratch, node, Direction::Up, Kinds::USES, None);
        verdict.dependants = Some(above.count());
        verdict.proof = Some(Proof {
            coverage: prover.coverage(),
            targets: prover.targets(),
            frontier: prover.frontier(&above.nodes),
        });
        Some(verdict)
    }

    /// The verdict of one node with the way to the cause of its first reason, and how many need it: what its
    /// sentence says, for one walk instead of a whole proof (two for an item whose dependants the board left uncounted).
    pub fn lead(
        &self,
        graph: &Graph,
        recalls: &Recalls,
        scratch: &mut Scratch,
        node: NodeId,
    ) -> Option<Verdict> {
        let mut verdict = self.of(node)?.clone();
        let mut prover = Prover { board: self, graph, recalls, scratch, node };
        if let Some(first) = verdict.reasons.first_mut() {
            first.path = prover.path(first.rule).nodes;
        }
        let walked = || reach(graph, prover.scratch, node, Direction::Up, Kinds::USES, None).count();
        verdict.dependants = Some(verdict.dependants.unwrap_or_else(walked));
        Some(verdict)
    }
}

struct Prover<'a> {
    board: &'a Board,
    graph: &'a Graph,
    recalls: &'a Recalls,
    scratch: &'a mut Scratch,
    node: NodeId,
}

impl Prover<'_> {
    fn prove(&mut self, reason: &mut Reason) {
        let path = self.path(reason.rule);
        reason.places = path.places(self.graph).into_iter().flatten().collect();
        let cause = path.nodes.last().copied().unwrap_or(self.node);
        reason.places.extend(self.causes(reason.rule, cause));
        if matches!(reason.rule, Rule::HasFailures(_) | Rule::HasPending(_)) {
            // Entries of lists of one document are read from the top.
            order::sort(&mut reason.places);
        }
        reason.path = path.nodes;
    }

    /// The way from the item to what makes the rule hold.
    fn path(&mut self, rule: Rule) -> Path {
        let graph = self.graph;
        let status = move |node: NodeId| graph.nodes[node.0 as usize].status;
        let (board, item) = (self.board, self.node);
        let own = move |node: NodeId, mark: Marks| board.spread.own[node.0 as usize].has(mark);
        let found = match rule {
            Rule::Recalled(_) => self.way_to_target(),
            Rule::CarriesRecalled(_) => {
                self.along(EdgeKind::Carries, |edge| status(edge.to) == Status::Recalled)
            }
            Rule::CarriesLookAlike(_) => self.along(EdgeKind::Carries, |edge| board.looks_recalled(edge.to)),
            Rule::HasFailures(_) => self.along(EdgeKind::Customizes, |edge| edge.state == EdgeState::Blocked),
            Rule::HasPending(_) => {
                self.along(EdgeKind::Customizes, |edge| edge.state == EdgeState::Conditional)
            }
            Rule::DependsOnFailed => {
                self.down(|node| node != item && own(node, Marks::FAILED)).or_else(|| self.around())
            }
            Rule::Disputed => self.down(|node| own(node, Marks::DISPUTED)),
            Rule::RequestFailed => self.down(|node| own(node, Marks::VAIN)),
            Rule::NotLoaded => self.down(|node| own(node, Marks::UNREAD)),
            _ => None,
        };
        found.unwrap_or_else(|| Path { nodes: vec![item], edges: Vec::new() })
    }

    fn down(&mut self, wanted: impl FnMut(NodeId) -> bool) -> Option<Path> {
        nearest(self.graph, self.scratch, self.node, Direction::Down, Kinds::NEEDS, wanted)
    }

    /// The shortest way from the item back to itself, where it is part of a loop: the item stands at both ends.
    fn around(&mut self) -> Option<Path> {
        let (graph, item) = (self.graph, self.node);
        let back = |node: NodeId| {
            let steps = graph.leaving.steps(node).filter(|step| Kinds::NEEDS.has(step.kind));
            steps.filter(|step| step.node == item).map(|step| step.edge).next()
        };
        let mut path = self.down(|node| back(node).is_some())?;
        path.edges.push(back(*path.nodes.last()?)?);
        path.nodes.push(item);
        Some(path)
    }

    /// The first edge of this kind for which the test holds, what newer manifests replace left out.
    fn along(&self, kind: EdgeKind, test: impl Fn(&Edge) -> bool) -> Option<Path> {
        let edge = |id: EdgeId| &self.graph.edges[id.0 as usize];
        let id = self.leaving(kind).find(|&id| !edge(id).is_superseded && test(edge(id)))?;
        Some(Path { nodes: vec![self.node, edge(id).to], edges: vec![id] })
    }

    /// The way along replacements to the first bundle to move to.
    fn way_to_target(&mut self) -> Option<Path> {
        let target = *self.targets().first()?;
        shortest(self.graph, self.scratch, self.node, target, Kinds::REPLACED_BY)
    }

    fn leaving(&self, kind: EdgeKind) -> impl Iterator<Item = EdgeId> + '_ {
        self.graph.leaving.steps(self.node).filter(move |step| step.kind == kind).map(|step| step.edge)
    }

    /// The places that state the cause itself.
    fn causes(&self, rule: Rule, cause: NodeId) -> Vec<Place> {
        match rule {
            Rule::Recalled(_) => self.recalled_at(self.node),
            Rule::CarriesRecalled(_) => self.recalled_at(cause),
            Rule::LooksRecalled | Rule::CarriesLookAlike(_) => self.alike_at(cause),
            Rule::ReplacementRecalled => self.entering(cause, EdgeKind::ReplacedBy, |_| true),
            Rule::Failed | Rule::DependsOnFailed => {
                self.entering(cause, EdgeKind::Customizes, |state| state == EdgeState::Blocked)
            }
            Rule::Pending => {
                self.entering(cause, EdgeKind::Customizes, |state| state == EdgeState::Conditional)
            }
            Rule::HasFailures(_) => self.outcomes(EdgeState::Blocked),
            Rule::HasPending(_) => self.outcomes(EdgeState::Conditional),
            _ => self.graph.node(cause).and_then(|node| node.places.first().copied()).into_iter().collect(),
        }
    }

    /// Where a bundle is recalled: what is heard before what is overruled.
    fn recalled_at(&self, bundle: NodeId) -> Vec<Place> {
        let mut recalls: Vec<_> = self.graph.recalls_of(bundle).iter().collect();
        order::sort_by_key(&mut recalls, |recall| recall.is_overruled);
        recalls.into_iter().map(|recall| recall.place).collect()
    }

    /// Where a bundle is named, and where the one that it looks like is recalled.
    fn alike_at(&self, bundle: NodeId) -> Vec<Place> {
        let Some(node) = self.graph.node(bundle) else { return Vec::new() };
        let like = self.recalls.looks_recalled(&node.key.id);
        let like = like.and_then(|id| self.graph.find(&NodeKey::bundle(id)));
        let mut places: Vec<Place> = node.places.first().copied().into_iter().collect();
        places.extend(like.map(|like| self.recalled_at(like)).unwrap_or_default());
        places
    }

    fn entering(&self, node: NodeId, kind: EdgeKind, test: impl Fn(EdgeState) -> bool) -> Vec<Place> {
        let steps = self.graph.entering.steps(node).filter(|step| step.kind == kind);
        let edges = steps.map(|step| &self.graph.edges[step.edge.0 as usize]);
        edges.filter(|edge| test(edge.state)).flat_map(|edge| edge.places.iter().copied()).collect()
    }

    /// All entries of the customization with an outcome; the first is on the path already.
    fn outcomes(&self, state: EdgeState) -> Vec<Place> {
        let edges = self.leaving(EdgeKind::Customizes).map(|edge| &self.graph.edges[edge.0 as usize]);
        edges
            .filter(|edge| edge.state == state)
            .flat_map(|edge| edge.places.iter().copied())
            .skip(1)
            .collect()
    }

    fn coverage(&mut self) -> Coverage {
        let mut coverage = Coverage::default();
        for node in reach(self.graph, self.scratch, self.node, Direction::Down, Kinds::NEEDS, None).nodes {
            coverage.add(self.graph.nodes[node.0 as usize].dependencies);
        }
        coverage
    }

    /// The bundles at the ends of the recalled bundle's chains.
    fn targets(&self) -> Vec<NodeId> {
        let Some(node) = self.graph.node(self.node).filter(|node| node.key.kind == NodeKind::Bundle) else {
            return Vec::new();
        };
        let ids = self.recalls.targets(&node.key.id).ids;
        ids.iter().filter_map(|id| self.graph.find(&NodeKey::bundle(id))).collect()
    }

    /// What is broken itself cannot be changed: what needs it must. What only needs it asks what to change below.
    fn frontier(&mut self, above: &[NodeId]) -> Frontier {
        if self.is_broken(self.node) {
            let tops: Vec<NodeId> = above
                .iter()
                .copied()
                .filter(|&node| {
                    node != self.node && self.graph.entering.ends(node, Kinds::USES).next().is_none()
                })
                .collect();
            let ends = Ends { tops: true, causes: false };
            return frontier(self.graph, &tops, &[self.node], Kinds::USES, ends);
        }
        let below = reach(self.graph, self.scratch, self.node, Direction::Down, Kinds::NEEDS, None).nodes;
        let causes: Vec<NodeId> = below.into_iter().filter(|&node| self.is_broken(node)).collect();
        frontier(self.graph, &[self.node], &causes, Kinds::NEEDS, Ends { tops: false, causes: true })
    }

    fn is_broken(&self, node: NodeId) -> bool {
        let node = &self.graph.nodes[node.0 as usize];
        match node.key.kind {
            NodeKind::Release => node.status == Status::Failed,
            NodeKind::Bundle => node.status == Status::Recalled,
            _ => false,
        }
    }
}
