//! The verdicts of everything that is loaded, most urgent first.

use super::marks::{Marks, Spread, spread};
use super::{Counts, Reason, Rule, Standing, Verdict, newer};
use crate::graph::{
    Edge, EdgeKind, EdgeState, FactKind, Graph, Kinds, Life, Node, NodeId, NodeKind, Status, condense,
    dependant_counts,
};
use crate::manifest::{Answer, Recalls};
use crate::order;
use crate::pace::{Pace, at_once};
use crate::stamp::days_until;

/// The answers for everything that is loaded.
#[derive(Clone, Debug, Default)]
pub struct Board {
    /// One for each node. Most urgent first: by standing, then rule, then how many need it, then key.
    pub verdicts: Vec<Verdict>,
    /// How many stand how.
    pub counts: Counts,
    pub(super) spread: Spread,
    /// Where the verdict of each node stands.
    place_of: Vec<u32>,
}

/// For how many items, the most urgent first, dependants are counted on the board.
const COUNTED: usize = 8192;

/// How long before its end of life an item is at risk, in days.
pub const END_OF_LIFE_DAYS: i64 = 90;

impl Board {
    /// Judges every node of a graph. `recalls` are those of the same manifests; `now_millis` is the time in
    /// milliseconds since 1970 (UTC) by which ends of life are judged.
    pub fn new(graph: &Graph, recalls: &Recalls, now_millis: i64) -> Self {
        at_once(Self::paced(graph, recalls, now_millis, Pace::HURRY))
    }

    /// The same, judged with rests.
    pub async fn paced(graph: &Graph, recalls: &Recalls, now_millis: i64, pace: Pace) -> Self {
        let court = Court {
            graph,
            recalls,
            now_millis,
            spread: spread(graph),
            look_recalled: look_recalled(graph, recalls),
        };
        let mut verdicts: Vec<Verdict> = Vec::with_capacity(graph.nodes.len());
        for (id, node) in graph.ids().zip(&graph.nodes) {
            pace.turn().await;
            verdicts.push(court.judge(id, node));
        }
        pace.rest().await;
        count_dependants(graph, &mut verdicts);
        newer::find(graph, &mut verdicts);
        pace.rest().await;
        order::sort_by_key(&mut verdicts, rank);
        let mut counts = Counts::default();
        let mut place_of = vec![0; verdicts.len()];
        for (place, verdict) in verdicts.iter().enumerate() {
            counts.add(verdict.standing);
            place_of[verdict.node.0 as usize] = place as u32;
        }
        Self { verdicts, counts, spread: court.spread, place_of }
    }

    /// The verdict of a node; `None` for a node of another graph.
    pub fn of(&self, node: NodeId) -> Option<&Verdict> {
        self.verdicts.get(*self.place_of.get(node.0 as usize)? as usize)
    }

    /// Whether a node is a bundle whose id looks like a recalled one.
    pub fn looks_recalled(&self, node: NodeId) -> bool {
        self.of(node).is_some_and(|verdict| verdict.has(Rule::LooksRecalled))
    }

    /// How a node stands; [`Standing::Unknown`] for a node of another graph.
    pub fn standing(&self, node: NodeId) -> Standing {
        self.of(node).map_or(Standing::Unknown, |verdict| verdict.standing)
    }
}

fn rank(verdict: &Verdict) -> (Standing, u8, std::cmp::Reverse<u32>, NodeId) {
    let urgency = verdict.reasons.first().map_or(u8::MAX, |reason| reason.rule.urgency());
    (verdict.standing, urgency, std::cmp::Reverse(verdict.dependants.unwrap_or(0)), verdict.node)
}

/// Counts who needs the most urgent items; of equally urgent ones, those with more direct dependants first.
fn count_dependants(graph: &Graph, verdicts: &mut [Verdict]) {
    let order = order::first_by_key(verdicts, COUNTED, |verdict| {
        let (standing, urgency, ..) = rank(verdict);
        (standing, urgency, std::cmp::Reverse(graph.entering.degree(verdict.node)), verdict.node)
    });
    let nodes: Vec<NodeId> = order.iter().map(|&at| verdicts[at as usize].node).collect();
    let counts = dependant_counts(&condense(graph, Kinds::USES), &nodes);
    for (at, count) in order.into_iter().zip(counts) {
        verdicts[at as usize].dependants = Some(count);
    }
}

/// Bundles that are not recalled, but would be if case, spaces and the prefix of depot files did not matter.
fn look_recalled(graph: &Graph, recalls: &Recalls) -> Vec<NodeId> {
    let alike = graph.facts.iter().filter(|fact| fact.kind == FactKind::LooksLike).map(|fact| fact.node);
    // Recalls that were read apart from the graph may know less.
    let is_near = |id: &NodeId| {
        let node = graph.node(*id).filter(|node| node.status != Status::Recalled);
        node.is_some_and(|node| recalls.looks_recalled(&node.key.id).is_some())
    };
    let mut nodes: Vec<NodeId> = alike.filter(is_near).collect();
    nodes.dedup();
    nodes
}

/// What a judge must have before them.
struct Court<'a> {
    graph: &'a Graph,
    recalls: &'a Recalls,
    now_millis: i64,
    spread: Spread,
    /// Sorted.
    look_recalled: Vec<NodeId>,
}

impl Court<'_> {
    fn judge(&self, id: NodeId, node: &Node) -> Verdict {
        let mut rules = self.rules(id, node);
        if rules.iter().all(|rule| rule.standing() == Standing::Clear) {
            rules.push(Rule::NothingFound);
        }
        order::sort_by_key(&mut rules, |rule| rule.urgency());
        let standing = rules.first().map_or(Standing::Unknown, |rule| rule.standing());
        let reasons =
            rules.into_iter().map(|rule| Reason { rule, path: Vec::new(), places: Vec::new() }).collect();
        Verdict { node: id, standing, reasons, dependants: None, newer: None, proof: None }
    }

    /// Every rule that holds for a node.
    fn rules(&self, id: NodeId, node: &Node) -> Vec<Rule> {
        let mut rules = Vec::new();
        match node.key.kind {
            NodeKind::Release | NodeKind::Unknown => self.judge_release(id, node, &mut rules),
            NodeKind::Customization => self.judge_customization(id, node, &mut rules),
            NodeKind::VcfRelease => self.judge_vcf_release(id, node, &mut rules),
            NodeKind::Bundle => self.judge_bundle(id, node, &mut rules),
        }
        self.judge_life(node, &mut rules);
        self.judge_knowledge(id, &mut rules);
        rules
    }

    fn judge_release(&self, id: NodeId, node: &Node, rules: &mut Vec<Rule>) {
        let holds = [
            (node.status == Status::Failed, Rule::Failed),
            (self.below(id).has(Marks::FAILED), Rule::DependsOnFailed),
            (node.status == Status::Pending, Rule::Pending),
            (node.signs.unhealthy, Rule::Unhealthy),
            (node.signs.behind_latest, Rule::BehindLatest),
            (!self.graph.knowledge.failures_listed, Rule::FailuresUnknown),
        ];
        rules.extend(holds.into_iter().filter(|(holds, _)| *holds).map(|(_, rule)| rule));
    }

    fn judge_customization(&self, id: NodeId, node: &Node, rules: &mut Vec<Rule>) {
        let failures = self.count(id, EdgeKind::Customizes, |edge| edge.state == EdgeState::Blocked);
        let pending = self.count(id, EdgeKind::Customizes, |edge| edge.state == EdgeState::Conditional);
        let holds = [
            (failures > 0, Rule::HasFailures(failures)),
            (node.signs.processing_failed, Rule::ProcessingFailed),
            (failures == 0 && self.below(id).has(Marks::FAILED), Rule::DependsOnFailed),
            (pending > 0, Rule::HasPending(pending)),
            (pending == 0 && node.status == Status::Pending, Rule::Pending),
        ];
        rules.extend(holds.into_iter().filter(|(holds, _)| *holds).map(|(_, rule)| rule));
    }

    fn judge_vcf_release(&self, id: NodeId, node: &Node, rules: &mut Vec<Rule>) {
        let carried = self.count(id, EdgeKind::Carries, |_| true);
        let recalled = self.count(id, EdgeKind::Carries, |edge| self.is_recalled(edge.to));
        let alike = |edge: &Edge| self.look_recalled.binary_search(&edge.to).is_ok();
        let alike = self.count(id, EdgeKind::Carries, alike);
        let unmatched = node.signs.unmatched;
        let holds = [
            (recalled > 0, Rule::CarriesRecalled(recalled)),
            (alike > 0, Rule::CarriesLookAlike(alike)),
            (!self.graph.knowledge.recalls_listed, Rule::RecallsUnknown),
            (unmatched > 0, Rule::Unmatched(unmatched)),
            (carried == 0 && unmatched == 0, Rule::NamesNothing),
            (node.signs.inapplicable, Rule::NotApplicable),
        ];
        rules.extend(holds.into_iter().filter(|(holds, _)| *holds).map(|(_, rule)| rule));
    }

    fn judge_bundle(&self, id: NodeId, node: &Node, rules: &mut Vec<Rule>) {
        let is_recalled = node.status == Status::Recalled;
        let is_replacement = || self.graph.entering.steps(id).any(|step| step.kind == EdgeKind::ReplacedBy);
        if is_recalled {
            rules.push(Rule::Recalled(self.answer(node)));
        }
        let holds = [
            (is_recalled && is_replacement(), Rule::ReplacementRecalled),
            (self.look_recalled.binary_search(&id).is_ok(), Rule::LooksRecalled),
            (!self.graph.knowledge.recalls_listed, Rule::RecallsUnknown),
        ];
        rules.extend(holds.into_iter().filter(|(holds, _)| *holds).map(|(_, rule)| rule));
    }

    /// What the manifests say; unclear if they were read apart from the graph and do not know the bundle.
    fn answer(&self, node: &Node) -> Answer {
        let answer = self.recalls.answer(&node.key.id);
        if answer.is_recalled() { answer } else { Answer::Unclear }
    }

    fn judge_life(&self, node: &Node, rules: &mut Vec<Rule>) {
        match node.signs.life {
            Life::Until(end) => {
                let days = days_until(end, self.now_millis);
                if days <= END_OF_LIFE_DAYS {
                    rules.push(Rule::EndOfLife(Some(days)));
                }
            }
            Life::Ended => rules.push(Rule::EndOfLife(None)),
            Life::Unsaid | Life::Going => {}
        }
    }

    fn judge_knowledge(&self, id: NodeId, rules: &mut Vec<Rule>) {
        let marks = |mark| self.below(id).has(mark) || self.spread.own[id.0 as usize].has(mark);
        let holds = [
            (marks(Marks::DISPUTED), Rule::Disputed),
            (self.graph.node(id).is_some_and(|node| node.signs.odd_status), Rule::OddStatus),
            (marks(Marks::VAIN) || self.graph.knowledge.gaps > 0, Rule::RequestFailed),
            (marks(Marks::UNREAD), Rule::NotLoaded),
        ];
        rules.extend(holds.into_iter().filter(|(holds, _)| *holds).map(|(_, rule)| rule));
    }

    fn below(&self, id: NodeId) -> Marks {
        self.spread.below[id.0 as usize]
    }

    /// How many edges of a kind leave a node to where the test holds, what newer manifests replace left out.
    fn count(&self, id: NodeId, kind: EdgeKind, test: impl Fn(&Edge) -> bool) -> u32 {
        let steps = self.graph.leaving.steps(id).filter(|step| step.kind == kind);
        let edges = steps.map(|step| &self.graph.edges[step.edge.0 as usize]);
        edges.filter(|edge| !edge.is_superseded && test(edge)).count() as u32
    }

    fn is_recalled(&self, id: NodeId) -> bool {
        self.graph.node(id).is_some_and(|node| node.status == Status::Recalled)
    }
}
