//! What to look at where a recalled bundle has no replacement to move to: the next release that carries
//! another bundle of the same component.
//!
//! It is no replacement, for nobody published it as one; the sentence says only what stands in the manifests.

use super::{Rule, Standing, Verdict};
use crate::graph::{EdgeKind, Graph, Kinds, Node, NodeId, NodeKind, Status};
use crate::manifest::Answer;
use crate::order;
use crate::sorted::SortedSet;
use crate::version::Version;

/// A newer release with another bundle of the same component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newer {
    /// The release.
    pub release: NodeId,
    /// The bundle that it carries; not recalled.
    pub bundle: NodeId,
    /// How the release itself stands.
    pub standing: Standing,
    /// Whether it is said not to be applicable: nobody can go there.
    pub is_closed: bool,
}

/// Where each component stands: product and component, then the releases that carry it, oldest first.
type Carried<'g> = Vec<((&'g str, &'g str), Version, Newer)>;

/// Finds the next release for every recalled bundle that has nothing to move to: one that is open and not hit itself, if
/// there is one. `verdicts` stand in the order of their nodes. Linear but for sorting.
pub(super) fn find(graph: &Graph, verdicts: &mut [Verdict]) {
    let node = |id: NodeId| graph.node(id).filter(|node| !node.elements.is_empty());
    let stuck: Vec<usize> = (0..verdicts.len()).filter(|at| is_stuck(&verdicts[*at])).collect();
    let wanted: SortedSet<&str> =
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
fn carried<'g>(graph: &'g Graph, wanted: &SortedSet<&str>, verdicts: &[Verdict]) -> Carried<'g> {
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
            if wanted.contains(&found.elements.as_str()) {
                let is_closed = of.signs.inapplicable;
                let key = (of.name.as_str(), found.elements.as_str());
                carried.push((key, version.clone(), Newer { release, bundle, standing, is_closed }));
            }
        }
    }
    order::sort_by(&mut carried, |one, other| {
        (one.0, &one.1, one.2.bundle).cmp(&(other.0, &other.1, other.2.bundle))
    });
    carried
}

fn platforms(graph: &Graph) -> impl Iterator<Item = (NodeId, &Node)> {
    let all = graph.ids().zip(&graph.nodes);
    all.filter(|(_, node)| node.key.kind == NodeKind::VcfRelease && !node.version.is_empty())
}

/// The first release after the newest one that still carries the bundle: of the platform, which is what people move
/// to, and else of SDDC Manager by itself. Whoever leaves a recalled bundle is not sent to another one while there is
/// a way around, so what is hit itself comes late, and what cannot be entered at all comes last.
fn next(graph: &Graph, carried: &Carried<'_>, id: NodeId, bundle: &Node) -> Option<Newer> {
    let first_after = |is_single: bool, burden: (bool, bool)| {
        let carriers = graph.entering.ends(id, Kinds::one(EdgeKind::Carries));
        let carriers = carriers.filter_map(|carrier| graph.node(carrier));
        let carriers = carriers.filter(|carrier| carrier.is_single_component() == is_single);
        let (version, product) =
            carriers.map(|carrier| (Version::read(&carrier.version), carrier.name.as_str())).max()?;
        let key = (product, bundle.elements.as_str());
        let after = carried.partition_point(|(other, release, _)| (*other, release) <= (key, &version));
        let later = carried.get(after..)?.iter().take_while(|(other, ..)| *other == key);
        let mut later = later.map(|(.., newer)| *newer);
        later.find(|newer| (newer.is_closed, newer.standing == Standing::Hit) == burden)
    };
    let burdens = [(false, false), (false, true), (true, false), (true, true)];
    burdens.into_iter().find_map(|burden| first_after(false, burden).or_else(|| first_after(true, burden)))
}
