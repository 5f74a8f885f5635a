//! What to look at where a recalled bundle has no replacement to move to: the next release that carries
//! another bundle of the same component.
//!
//! It is no replacement, for nobody published it as one; the sentence says only what stands in the manifests.

use super::{Rule, Standing, Verdict};
use crate::graph::{EdgeKind, Graph, Kinds, Node, NodeId, NodeKind, Status};
use crate::manifest::Answer;
use crate::order;
use crate::version::Version;
use std::collections::{BTreeMap, BTreeSet};

/// A newer release with another bundle of the same component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newer {
    /// The release.
    pub release: NodeId,
    /// The bundle that it carries; not recalled.
    pub bundle: NodeId,
    /// How the release itself stands.
    pub standing: Standing,
}

/// Where each component stands: product and component, then the releases that carry it, oldest first.
type Carried<'g> = BTreeMap<(&'g str, &'g str), Vec<(Version, Newer)>>;

/// Finds the next release for every recalled bundle that has nothing to move to: one that is not hit itself, if there
/// is one. `verdicts` stand in the order of their nodes. Linear but for sorting.
pub(super) fn find(graph: &Graph, verdicts: &mut [Verdict]) {
    let node = |id: NodeId| graph.node(id).filter(|node| !node.elements.is_empty());
    let stuck: Vec<usize> = (0..verdicts.len()).filter(|at| is_stuck(&verdicts[*at])).collect();
    let wanted: BTreeSet<&str> =
        stuck.iter().filter_map(|at| Some(node(verdicts[*at].node)?.elements.as_str())).collect();
    if wanted.is_empty() {
        return;
    }
    let carried = carried(graph, &wanted, verdicts);
    for at in stuck {
        let id = verdicts[at].node;
        verdicts[at].newer = node(id).and_then(|bundle| next(graph, &carried, id, bundle));
    }
}

/// Whether a bundle is recalled and there is nothing that is ready to move to.
fn is_stuck(verdict: &Verdict) -> bool {
    verdict.reasons.iter().any(
        |reason| matches!(reason.rule, Rule::Recalled(answer) if !matches!(answer, Answer::Move | Answer::MoveInPart)),
    )
}

/// Every sound bundle of the wanted components, by the releases that carry it.
fn carried<'g>(graph: &'g Graph, wanted: &BTreeSet<&str>, verdicts: &[Verdict]) -> Carried<'g> {
    let mut carried = Carried::new();
    for (release, of) in platforms(graph) {
        let version = Version::read(&of.version);
        let standing = verdicts.get(release.0 as usize).map_or(Standing::Unknown, |verdict| verdict.standing);
        for bundle in graph.leaving.ends(release, Kinds::one(EdgeKind::Carries)) {
            // What looks like a recalled bundle may be just that one.
            let is_alike =
                verdicts.get(bundle.0 as usize).is_some_and(|verdict| verdict.has(Rule::LooksRecalled));
            let is_sound = |found: &&Node| found.status != Status::Recalled && !is_alike;
            let Some(found) = graph.node(bundle).filter(is_sound) else {
                continue;
            };
            if wanted.contains(found.elements.as_str()) {
                let entry = (version.clone(), Newer { release, bundle, standing });
                carried.entry((of.name.as_str(), found.elements.as_str())).or_default().push(entry);
            }
        }
    }
    for releases in carried.values_mut() {
        order::sort_by(releases, |one, other| one.0.cmp(&other.0).then(one.1.bundle.cmp(&other.1.bundle)));
    }
    carried
}

fn platforms(graph: &Graph) -> impl Iterator<Item = (NodeId, &Node)> {
    let all = graph.ids().zip(&graph.nodes);
    all.filter(|(_, node)| node.key.kind == NodeKind::VcfRelease && !node.version.is_empty())
}

/// The first release after the newest one that still carries the bundle: of the platform, which is what people move
/// to, and else of SDDC Manager by itself. Whoever leaves a recalled bundle is not sent to another one while there is
/// a way around, so what is hit itself comes last.
fn next(graph: &Graph, carried: &Carried<'_>, id: NodeId, bundle: &Node) -> Option<Newer> {
    let first_after = |is_single: bool, may_be_hit: bool| {
        let carriers = graph.entering.ends(id, Kinds::one(EdgeKind::Carries));
        let carriers = carriers.filter_map(|carrier| graph.node(carrier));
        let carriers = carriers.filter(|carrier| carrier.is_single_component() == is_single);
        let (version, product) =
            carriers.map(|carrier| (Version::read(&carrier.version), carrier.name.as_str())).max()?;
        let releases = carried.get(&(product, bundle.elements.as_str()))?;
        let after = releases.partition_point(|(other, _)| *other <= version);
        let mut later = releases.get(after..)?.iter().map(|(_, newer)| *newer);
        later.find(|newer| may_be_hit || newer.standing != Standing::Hit)
    };
    let tries = [(false, false), (true, false), (false, true), (true, true)];
    tries.into_iter().find_map(|(is_single, may_be_hit)| first_after(is_single, may_be_hit))
}
