//! The best ways over the releases between two versions, by dynamic programming in version order.
//!
//! From which releases a hop may begin is a run in that order, from its highest floor up to itself (and the
//! odd version that cannot be put in order with a floor). So the best way to a release is the best of a run
//! that ends before it, which a stack of ever better ways tells without looking at each.

use std::collections::BTreeMap;

use super::{
    BOMS_WEIGHED, Blocked, Demands, Fault, Hop, Plan, Question, Risk, Route, Stop, back_in_time, stops,
    version_in,
};
use crate::manifest::{Component, Manifest, Recalls, Release};
use crate::order;
use crate::pace::Pace;
use crate::version::{Relation, Version, relation};

/// A release on the way.
struct Node<'m> {
    stop: Stop,
    release: &'m Release,
    version: Version,
    demands: Demands,
    /// From this place on, every release before this one may hop to it.
    first: usize,
    /// Places before that whose versions cannot be put in order with a floor, so that it does not hold them back.
    others: Vec<usize>,
    /// Whether one may hop to it from what runs.
    is_direct: bool,
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
    /// How many components go back in time: for each node, from the start and from each node. Empty where there
    /// are too many releases to ask.
    weights: Vec<Vec<usize>>,
}

/// A kind of cost, made of hops and risks: what counts first, and what decides between equals.
type Cost = fn(usize, usize) -> (usize, usize);

pub(super) async fn plan(
    manifests: &[&Manifest],
    recalls: &Recalls,
    question: &Question,
    pace: Pace,
) -> Plan {
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
    let mut nodes: Vec<Node<'_>> = Vec::new();
    let is_any = plan.fault != Some(Fault::TargetNotNewer);
    for (stop, release, version) in
        all.iter().filter(|(_, release, version)| is_any && fits(release, version))
    {
        pace.turn().await;
        let demands = Demands::of(manifests, release, recalls, question.now_millis);
        let version = version.clone();
        let node =
            Node { stop: *stop, release, version, demands, first: 0, others: Vec::new(), is_direct: false };
        nodes.push(node);
    }
    order::sort_by(&mut nodes, |one, other| one.version.cmp(&other.version));
    if let Some((_, release, _)) = target {
        plan.back_in_time = back_in_time(installed(question), release);
    }
    let mut search = Search { question, start, start_release, nodes, weights: Vec::new() };
    search.find_beginnings(pace).await;
    search.fill(&mut plan, pace).await;
    if let (Some(goal), None, None) = (&goal, plan.fault, &plan.fewest_hops) {
        let mut after: Vec<&(Stop, &Release, Version)> = (all.iter())
            .filter(|(_, release, version)| version > goal && product == Some(release.product.as_str()))
            .collect();
        order::sort_by(&mut after, |one, other| one.2.cmp(&other.2));
        let furthest = plan.furthest.and_then(|stop| stop.of(manifests));
        let before = furthest.map(|release| Version::read(&release.version));
        for (stop, release, _) in after {
            pace.turn().await;
            let demands = Demands::of(manifests, release, recalls, question.now_millis);
            let is_direct =
                demands.is_open_from(&search.start) && back_in_time(installed(question), release).is_empty();
            if is_direct || before.as_ref().is_some_and(|before| demands.is_open_from(before)) {
                plan.beyond = Some(*stop);
                break;
            }
        }
    }
    plan
}

fn installed(question: &Question) -> impl Iterator<Item = (&str, &str)> {
    question.installed.iter().map(|(component, version)| (component.as_str(), version.as_str()))
}

impl<'m> Search<'m, '_> {
    /// From where a hop to each node may begin.
    async fn find_beginnings(&mut self, pace: Pace) {
        for to in 0..self.nodes.len() {
            pace.turn().await;
            let (first, others) = self.beginnings(to);
            let node = &mut self.nodes[to];
            (node.first, node.others) = (first, others);
        }
    }

    fn beginnings(&self, to: usize) -> (usize, Vec<usize>) {
        let demands = &self.nodes[to].demands;
        if !demands.blocks.is_empty() {
            return (to, Vec::new());
        }
        let Some(floor) = demands.floors.iter().map(|(_, floor)| floor).max() else { return (0, Vec::new()) };
        let first = self.nodes.partition_point(|node| node.version < *floor).min(to);
        // Only versions with the floor's own numbers can fail to be older or newer than it.
        let alike = (0..first).rev().take_while(|from| self.nodes[*from].version.fields() == floor.fields());
        let mut others: Vec<usize> =
            alike.filter(|from| demands.is_open_from(&self.nodes[*from].version)).collect();
        others.reverse();
        (first, others)
    }

    async fn fill(&mut self, plan: &mut Plan, pace: Pace) {
        for at in 0..self.nodes.len() {
            pace.rest().await;
            let reasons = self.blocks_from_start(&self.nodes[at]);
            self.nodes[at].is_direct = reasons.is_empty();
            if reasons.is_empty() {
                plan.direct.push(self.hop(None, at));
            } else {
                plan.blocked.push(Blocked { to: self.nodes[at].stop, reasons });
            }
        }
        if plan.target.is_some() && plan.fault.is_none() {
            self.weights = self.weigh(pace).await;
            pace.rest().await;
            let ways = self.ways(|hops, risks| (hops, risks));
            plan.fewest_hops = self.walk_back(&ways);
            plan.furthest = ways.iter().rposition(Option::is_some).map(|at| self.nodes[at].stop);
            pace.rest().await;
            plan.fewest_risks = self.walk_back(&self.ways(|hops, risks| (risks, hops)));
        }
    }

    /// What keeps one from the first hop. Installed components count for it alone, for what they become later
    /// is what a BOM says.
    fn blocks_from_start(&self, to: &Node<'_>) -> Vec<super::Block> {
        let mut blocks = to.demands.blocks_from(&self.start);
        let back = back_in_time(installed(self.question), to.release);
        blocks.extend(back.into_iter().map(super::Block::BackInTime));
        blocks
    }

    fn version(&self, at: Option<usize>) -> &Version {
        at.map_or(&self.start, |at| &self.nodes[at].version)
    }

    fn release(&self, at: Option<usize>) -> Option<&'m Release> {
        at.map_or(self.start_release, |at| Some(self.nodes[at].release))
    }

    /// The best way to each node by a cost of hops and risks.
    fn ways(&self, cost: Cost) -> Vec<Option<Best>> {
        let mut best: Vec<Option<Best>> = Vec::with_capacity(self.nodes.len());
        // Places of ever costlier ways, of which each is the best from its place on.
        let mut rising: Vec<usize> = Vec::new();
        for (to, node) in self.nodes.iter().enumerate() {
            let from_run: Vec<usize> = if self.weights.is_empty() {
                let at = rising.partition_point(|from| *from < node.first);
                rising.get(at).copied().into_iter().collect()
            } else {
                (node.first..to).collect()
            };
            let from = node.others.iter().chain(&from_run);
            let start = self.way(None, to, &best, cost).filter(|_| node.is_direct);
            let ways = from.filter_map(|from| self.way(Some(*from), to, &best, cost));
            // Of equal ways, the one that comes from the newest release.
            let found = start
                .into_iter()
                .chain(ways)
                .reduce(|one, other| if other.cost <= one.cost { other } else { one });
            if let Some(Best { cost, .. }) = found {
                let is_worse = |at: &usize| best[*at].is_none_or(|other| other.cost >= cost);
                while rising.last().is_some_and(is_worse) {
                    rising.pop();
                }
                rising.push(to);
            }
            best.push(found);
        }
        best
    }

    /// The way that comes from one place, if that can be reached.
    fn way(&self, from: Option<usize>, to: usize, best: &[Option<Best>], cost: Cost) -> Option<Best> {
        let so_far = from.map_or(Some((0, 0)), |at| Some(best.get(at).copied()??.cost))?;
        let weight =
            self.weights.get(to).and_then(|from_each| from_each.get(from.map_or(0, |from| from + 1)));
        let risks = self.nodes[to].demands.risks.len() + weight.copied().unwrap_or_default();
        let hop = cost(1, risks);
        Some(Best { cost: (so_far.0 + hop.0, so_far.1 + hop.1), before: from })
    }

    /// For each node how many components would go back in time, from the start and from each node before it.
    async fn weigh(&self, pace: Pace) -> Vec<Vec<usize>> {
        if self.nodes.len() > BOMS_WEIGHED {
            return Vec::new();
        }
        let start = self.start_release.map(|release| versions(&release.bom)).unwrap_or_default();
        let boms: Vec<_> = self.nodes.iter().map(|node| versions(&node.release.bom)).collect();
        let mut weights = Vec::with_capacity(boms.len());
        for (to, bom) in boms.iter().enumerate() {
            pace.rest().await;
            let mut target = BTreeMap::new();
            for (name, version) in bom {
                target.entry(*name).or_insert(version);
            }
            let sources = std::iter::once(&start).chain(&boms[..to]);
            weights.push(sources.map(|source| newer_than(source, &target)).collect());
        }
        weights
    }

    fn backward(&self, from: Option<usize>, to: usize) -> Vec<super::BackInTime> {
        let Some(before) = self.release(from) else { return Vec::new() };
        let bom = before.bom.iter().map(|component| (component.name.as_str(), component.version.as_str()));
        back_in_time(bom, self.nodes[to].release)
    }

    /// The way to the last node.
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

fn versions(bom: &[Component]) -> Vec<(&str, Version)> {
    bom.iter().map(|component| (component.name.as_str(), Version::read(&component.version))).collect()
}

/// How many components are newer in a BOM than in the target.
fn newer_than(source: &[(&str, Version)], target: &BTreeMap<&str, &Version>) -> usize {
    let is_newer = |(name, version): &&(&str, Version)| {
        target.get(name).is_some_and(|there| {
            version.given() != there.given() && relation(version, there) == Relation::Newer
        })
    };
    source.iter().filter(is_newer).count()
}
