//! The best ways over the releases between two versions, by dynamic programming in version order.

use super::{
    BOMS_WEIGHED, Blocked, Demands, Fault, Hop, Plan, Question, Risk, Route, Stop, back_in_time, stops,
    version_in,
};
use crate::manifest::{Manifest, Recalls, Release};
use crate::order;
use crate::version::Version;

/// A release on the way.
struct Node<'m> {
    stop: Stop,
    release: &'m Release,
    version: Version,
    demands: Demands,
}

/// The best way to a node: its cost, and the node before (the start for none).
#[derive(Clone, Copy)]
struct Best {
    cost: (usize, usize),
    before: Option<usize>,
}

struct Search<'m, 'q> {
    question: &'q Question,
    start: Version,
    start_release: Option<&'m Release>,
    /// In the order of their versions.
    nodes: Vec<Node<'m>>,
}

pub(super) fn plan(manifests: &[&Manifest], recalls: &Recalls, question: &Question) -> Plan {
    let (start, target) = (Version::read(version_in(&question.from)), version_in(&question.to));
    let mut plan = Plan::default();
    if !start.is_numeric() {
        plan.fault = Some(Fault::OddStart);
        return plan;
    }
    let all: Vec<(Stop, &Release, Version)> = (stops(manifests).into_iter())
        .filter_map(|stop| stop.of(manifests).map(|release| (stop, release, Version::read(&release.version))))
        .collect();
    let known = |version: &Version| all.iter().find(|(.., other)| other == version);
    let goal = (!target.is_empty()).then(|| Version::read(target));
    plan.start = known(&start).map(|(stop, ..)| *stop);
    let target = goal.as_ref().and_then(known);
    plan.target = target.map(|(stop, ..)| *stop);
    plan.fault = match (&goal, &target) {
        (Some(_), None) => Some(Fault::UnknownTarget),
        (Some(goal), Some(_)) if *goal <= start => Some(Fault::TargetNotNewer),
        _ => None,
    };
    let product = (target.or(known(&start))).map(|(_, release, _)| release.product.as_str());
    let start_release = plan.start.and_then(|stop| stop.of(manifests));
    let fits = |release: &Release, version: &Version| {
        product.is_none_or(|product| product == release.product)
            && version.is_numeric()
            && *version > start
            && (target.is_none() || goal.as_ref().is_none_or(|goal| version <= goal))
    };
    let nodes = all.iter().filter(|(_, release, version)| fits(release, version));
    let node = |(stop, release, version): &(Stop, &'_ Release, Version)| {
        (*stop, version.clone(), Demands::of(release, recalls, question.now_millis))
    };
    let mut nodes: Vec<Node<'_>> = nodes
        .filter_map(|found| {
            let (stop, version, demands) = node(found);
            Some(Node { stop, release: stop.of(manifests)?, version, demands })
        })
        .collect();
    order::sort_by(&mut nodes, |one, other| one.version.cmp(&other.version));
    if plan.fault == Some(Fault::TargetNotNewer) {
        nodes.clear();
    }
    if let Some((_, release, _)) = target {
        plan.back_in_time = back_in_time(installed(question), release);
    }
    let search = Search { question, start, start_release, nodes };
    search.fill(&mut plan);
    plan
}

fn installed(question: &Question) -> impl Iterator<Item = (&str, &str)> {
    question.installed.iter().map(|(component, version)| (component.as_str(), version.as_str()))
}

impl<'m> Search<'m, '_> {
    fn fill(&self, plan: &mut Plan) {
        for (at, node) in self.nodes.iter().enumerate() {
            let reasons = self.blocks(None, node);
            if reasons.is_empty() {
                plan.direct.push(self.hop(None, at));
            } else {
                plan.blocked.push(Blocked { to: node.stop, reasons });
            }
        }
        if plan.target.is_some() && plan.fault.is_none() {
            plan.fewest_hops = self.best(|hops, risks| (hops, risks));
            plan.fewest_risks = self.best(|hops, risks| (risks, hops));
        }
    }

    /// What keeps one from a hop; installed components count for the first one, for what they become later
    /// is what a BOM says.
    fn blocks(&self, from: Option<usize>, to: &Node<'_>) -> Vec<super::Block> {
        let mut blocks = to.demands.blocks_from(self.version(from));
        if from.is_none() {
            let back = back_in_time(installed(self.question), to.release);
            blocks.extend(back.into_iter().map(super::Block::BackInTime));
        }
        blocks
    }

    fn version(&self, at: Option<usize>) -> &Version {
        at.map_or(&self.start, |at| &self.nodes[at].version)
    }

    fn release(&self, at: Option<usize>) -> Option<&'m Release> {
        at.map_or(self.start_release, |at| Some(self.nodes[at].release))
    }

    /// The best way to the last node by a cost of hops and risks.
    fn best(&self, cost: impl Fn(usize, usize) -> (usize, usize)) -> Option<Route> {
        let mut best: Vec<Option<Best>> = Vec::with_capacity(self.nodes.len());
        for (to, node) in self.nodes.iter().enumerate() {
            let way = |from: Option<usize>| {
                let so_far = from.map_or(Some((0, 0)), |at| Some(best.get(at).copied()??.cost))?;
                let is_open = match from {
                    None => self.blocks(None, node).is_empty(),
                    Some(at) => node.demands.is_open_from(&self.nodes[at].version),
                };
                let hop = cost(1, node.demands.risks.len() + self.weighed(from, to));
                is_open.then_some(Best { cost: (so_far.0 + hop.0, so_far.1 + hop.1), before: from })
            };
            // Of equal ways, the one that comes from the newest release.
            let ways = std::iter::once(None).chain((0..to).map(Some));
            let found =
                ways.filter_map(way).reduce(|one, other| if other.cost <= one.cost { other } else { one });
            best.push(found);
        }
        self.walk_back(&best)
    }

    /// How many components would go back in time, where there are few enough releases to ask.
    fn weighed(&self, from: Option<usize>, to: usize) -> usize {
        if self.nodes.len() > BOMS_WEIGHED { 0 } else { self.backward(from, to).len() }
    }

    fn backward(&self, from: Option<usize>, to: usize) -> Vec<super::BackInTime> {
        let Some(before) = self.release(from) else { return Vec::new() };
        let bom = before.bom.iter().map(|component| (component.name.as_str(), component.version.as_str()));
        back_in_time(bom, self.nodes[to].release)
    }

    fn walk_back(&self, best: &[Option<Best>]) -> Option<Route> {
        let mut at = best.len().checked_sub(1)?;
        let mut hops = Vec::new();
        loop {
            let before = best.get(at).copied()??.before;
            hops.push(self.hop(before, at));
            match before {
                Some(next) => at = next,
                None => break,
            }
        }
        hops.reverse();
        Some(Route { hops })
    }

    fn hop(&self, from: Option<usize>, to: usize) -> Hop {
        let node = &self.nodes[to];
        let mut risks = node.demands.risks.clone();
        risks.extend(self.backward(from, to).into_iter().map(Risk::BackInTime));
        Hop {
            from: self.version(from).given().to_owned(),
            to: node.stop,
            floors: node.demands.floors.iter().map(|(floor, _)| floor.clone()).collect(),
            risks,
            bundles: node.demands.bundles.clone(),
        }
    }
}
