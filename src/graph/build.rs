//! All loaded documents to one [`Graph`].
//!
//! In four steps, each linear but for sorting: who is who ([`super::joined`]), what is said of each node
//! ([`super::copies`]), what is said between them ([`super::statement`]), and what follows for both (the states
//! of edges, what is odd). The order in which documents were loaded plays no part.
//!
//! What is done for each object or statement is a function that is never inlined into its loop: browsers begin with
//! slow code, and change to fast code only where a function is called anew. (What that gains was within the noise.)

use std::borrow::Borrow;

use super::copies::{self, Described, What};
use super::identity::Met;
use super::joined::{Joined, Objects};
use super::oddity::note_oddities;
use super::settle::{settle_bundles, settle_carriers, settle_failures, settle_outcomes, settle_states};
use super::statement::{self, Statement};
use super::{
    EdgeKind, EdgeState, Fact, FactKind, Failures, Graph, Knowledge, Node, NodeId, NodeKind, Recalled, SaidBy,
};
use crate::catalog::{Catalog, Direction, Form, Known, Progress, Relation};
use crate::excerpt::Excerpt;
use crate::manifest::{self, Manifest, MentionedBy, RecallList};
use crate::order;
use crate::pace::{Pace, at_once};
use crate::sorted::SortedMap;
use crate::source::{Content, Place, Source};

/// Joins all documents to one graph.
///
/// The same documents with the same [`Source::id`]s give the same graph in whatever order they come.
pub fn build<S: Borrow<Source>>(sources: &[S], failures: &Failures) -> Graph {
    at_once(build_paced(sources, failures, Pace::HURRY))
}

/// The same, joined with rests.
pub async fn build_paced<S: Borrow<Source>>(sources: &[S], failures: &Failures, pace: Pace) -> Graph {
    let mut sources: Vec<&Source> = sources.iter().map(Borrow::borrow).collect();
    order::sort_by_key(&mut sources, |source| source.id);
    let mut gathered = Gathered::of(&sources, pace).await;
    pace.rest().await;
    gathered.put_in_order();
    pace.rest().await;
    let half = described(&sources, failures, gathered, pace).await;
    pace.rest().await;
    let mut graph = joined(half, pace).await;
    pace.rest().await;
    note_oddities(&mut graph, pace).await;
    graph
}

/// Nodes that have no edges yet.
struct Half {
    nodes: Vec<Node>,
    statements: Vec<Statement>,
    exhaustive_lists: Vec<u32>,
    facts: Vec<Fact>,
    recalls: Vec<Recalled>,
    unmatched: SortedMap<NodeId, Vec<(Excerpt, u32)>>,
    closed: SortedMap<NodeId, Excerpt>,
    knowledge: Knowledge,
}

/// The nodes, with all that is said of each.
async fn described(sources: &[&Source], failures: &Failures, gathered: Gathered<'_>, pace: Pace) -> Half {
    let Gathered {
        keys,
        statements,
        described,
        exhaustive_lists,
        mut facts,
        outcomes,
        recalls,
        unmatched,
        closed,
        ..
    } = gathered;
    let named_at = first_places(keys.len(), &statements);
    pace.rest().await;
    let mut nodes = copies::nodes(keys, described, &named_at, &mut facts, pace).await;
    pace.rest().await;
    settle_outcomes(&mut nodes, &outcomes);
    let unasked = settle_failures(&mut nodes, failures);
    let knowledge = knowledge(sources, failures.documents + unasked);
    settle_bundles(&mut nodes, &recalls, knowledge);
    Half { nodes, statements, exhaustive_lists, facts, recalls, unmatched, closed, knowledge }
}

/// The nodes with their edges.
async fn joined(half: Half, pace: Pace) -> Graph {
    let Half { mut nodes, statements, exhaustive_lists, mut facts, recalls, unmatched, closed, knowledge } =
        half;
    let mut edges = statement::merged(statements, &exhaustive_lists, &mut facts, pace).await;
    pace.rest().await;
    settle_carriers(&mut nodes, &edges);
    settle_states(&mut edges, &nodes);
    pace.rest().await;
    let mut graph = Graph::of_sorted(nodes, edges);
    graph.recalls = recalls;
    (graph.unmatched, graph.closed) = (unmatched, closed);
    graph.knowledge = knowledge;
    graph.facts = facts;
    graph
}

/// What all documents say, first by identity as met, then by node.
#[derive(Default)]
struct Gathered<'a> {
    keys: Vec<super::NodeKey>,
    statements: Vec<Statement>,
    described: Vec<Described<'a>>,
    /// For each node, how many complete lists of what it needs there are.
    exhaustive_lists: Vec<u32>,
    facts: Vec<Fact>,
    outcomes: Vec<Outcome<'a>>,
    recalls: Vec<Recalled>,
    unmatched: SortedMap<NodeId, Vec<(Excerpt, u32)>>,
    closed: SortedMap<NodeId, Excerpt>,
    joined: Joined,
    exhaustive: Vec<Met>,
    lists: u32,
}

/// How a release fared under a customization.
pub(super) struct Outcome<'a> {
    pub(super) release: NodeId,
    pub(super) progress: Progress,
    pub(super) cause: &'a str,
}

impl<'a> Gathered<'a> {
    async fn of(sources: &[&'a Source], pace: Pace) -> Self {
        let mut gathered = Self { joined: Joined::new(sources, pace).await, ..Self::default() };
        let objects = std::mem::take(&mut gathered.joined.sources);
        pace.rest().await;
        let heard = Heard::new(sources, &objects);
        for (&source, objects) in sources.iter().zip(&objects) {
            match &source.content {
                Content::Catalog(catalog) => gathered.add_catalog(source, catalog, objects, pace).await,
                Content::Manifest(manifest) => {
                    gathered.add_manifest(source, manifest, objects, &heard, pace).await;
                }
                Content::Other => {}
            }
        }
        gathered
    }

    /// From identities as met to nodes in order.
    fn put_in_order(&mut self) {
        let (keys, nodes, _) = std::mem::take(&mut self.joined).ordered();
        let node = |met: NodeId| nodes[met.0 as usize];
        for statement in &mut self.statements {
            statement.from = node(statement.from);
            statement.to = node(statement.to);
        }
        for described in &mut self.described {
            described.node = node(described.node);
        }
        for outcome in &mut self.outcomes {
            outcome.release = node(outcome.release);
        }
        for fact in &mut self.facts {
            fact.node = node(fact.node);
            fact.other = fact.other.map(node);
        }
        for recall in &mut self.recalls {
            recall.bundle = node(recall.bundle);
        }
        self.unmatched =
            std::mem::take(&mut self.unmatched).into_iter().map(|(of, found)| (node(of), found)).collect();
        self.closed = std::mem::take(&mut self.closed).into_iter().map(|(of, why)| (node(of), why)).collect();
        order::sort_by_key(&mut self.recalls, |recall| (recall.bundle, recall.entry, recall.place));
        self.exhaustive_lists = vec![0; keys.len()];
        for &met in &self.exhaustive {
            self.exhaustive_lists[nodes[met as usize].0 as usize] += 1;
        }
        self.keys = keys;
    }

    fn new_list(&mut self) -> u32 {
        self.lists += 1;
        self.lists
    }

    fn describe(&mut self, source: &'a Source, met: Met, index: usize, what: What<'a>) {
        let (node, index) = (NodeId(met), index as u32);
        self.described.push(Described { node, source, index, is_superseded: false, what });
    }

    async fn add_catalog(&mut self, source: &'a Source, catalog: &'a Catalog, objects: &Objects, pace: Pace) {
        for (index, (release, &met)) in catalog.releases.iter().zip(&objects.releases).enumerate() {
            self.describe(source, met, index, What::Release(release));
            if release.dependencies == Known::Listed {
                self.exhaustive.push(met);
            }
        }
        for list in catalog.relations.chunk_by(|a, b| (a.holder, a.direction) == (b.holder, b.direction)) {
            pace.turn().await;
            self.add_relations(source, catalog, objects, list);
        }
        for (index, (customization, &met)) in catalog.customizations.iter().zip(&objects.others).enumerate() {
            self.describe(source, met, index, What::Customization(customization));
            self.add_outcomes(source, customization, objects, met);
        }
    }

    /// The entries of one list of one object, and the links beside it.
    #[inline(never)]
    fn add_relations(
        &mut self,
        source: &'a Source,
        catalog: &Catalog,
        objects: &Objects,
        list: &'a [Relation],
    ) {
        let Some(first) = list.first() else { return };
        let Some(&holder) = objects.releases.get(first.holder as usize) else { return };
        let known = catalog.releases.get(first.holder as usize).map(|release| release.dependencies);
        let lists = [self.new_list(), self.new_list()];
        let mut named: [Vec<Met>; 2] = [Vec::new(), Vec::new()];
        for relation in list {
            let place = Place { source: source.id, at: relation.at };
            let Some(other) = self.joined.target(source, objects, &relation.other) else {
                self.facts.push(Fact { kind: FactKind::Nameless, node: NodeId(holder), other: None, place });
                continue;
            };
            let link = relation.form == Form::HalLink;
            let down = relation.direction == Direction::Dependencies;
            named[usize::from(link)].push(other);
            let (from, to) = if down { (holder, other) } else { (other, holder) };
            self.statements.push(Statement {
                said_by: SaidBy { dependencies: down, dependants: !down, link },
                is_exhaustive: down && !link && known == Some(Known::Listed),
                ..Statement::new(NodeId(from), NodeId(to), lists[usize::from(link)], place)
            });
        }
        self.note_differing_links(source, holder, list, named);
    }

    fn note_differing_links(
        &mut self,
        source: &Source,
        holder: Met,
        list: &[Relation],
        named: [Vec<Met>; 2],
    ) {
        let [entries, links] = named.map(|mut named| {
            order::sort(&mut named);
            named.dedup();
            named
        });
        if !entries.is_empty() && !links.is_empty() && entries != links {
            let at = list.iter().find(|relation| relation.form == Form::HalLink).map(|link| link.at);
            let place = Place { source: source.id, at: at.unwrap_or_default() };
            self.facts.push(Fact { kind: FactKind::LinksDiffer, node: NodeId(holder), other: None, place });
        }
    }

    fn add_outcomes(
        &mut self,
        source: &'a Source,
        customization: &'a crate::catalog::Customization,
        objects: &Objects,
        met: Met,
    ) {
        let is_exhaustive = customization.lists_present.iter().all(|&present| present);
        if is_exhaustive {
            self.exhaustive.push(met);
        }
        let list = self.new_list();
        for outcome in &customization.outcomes {
            let place = Place { source: source.id, at: outcome.at };
            let Some(release) = self.joined.target(source, objects, &outcome.release) else {
                self.facts.push(Fact { kind: FactKind::Nameless, node: NodeId(met), other: None, place });
                continue;
            };
            let cause = outcome.failure.as_ref().map_or("", |failure| &failure.cause);
            self.outcomes.push(Outcome { release: NodeId(release), progress: outcome.progress, cause });
            let state = match outcome.progress {
                Progress::Failed => EdgeState::Blocked,
                Progress::Pending => EdgeState::Conditional,
                Progress::Succeeded => EdgeState::Allowed,
            };
            self.statements.push(Statement {
                kind: EdgeKind::Customizes,
                state,
                is_exhaustive,
                ..Statement::new(NodeId(met), NodeId(release), list, place)
            });
        }
    }

    async fn add_manifest(
        &mut self,
        source: &'a Source,
        manifest: &'a Manifest,
        objects: &Objects,
        heard: &Heard<'a>,
        pace: Pace,
    ) {
        let releases = manifest.releases.iter().map(What::VcfRelease);
        let alone = manifest.sddc_manager_releases.iter().map(What::SddcManager);
        let holders: Vec<Holder> = (objects.releases.iter().chain(&objects.others))
            .map(|&met| Holder {
                met,
                list: self.new_list(),
                is_superseded: heard.is_superseded(met, manifest.sequence),
            })
            .collect();
        let indices = (0..manifest.releases.len()).chain(0..manifest.sddc_manager_releases.len());
        for ((holder, what), index) in holders.iter().zip(releases.chain(alone)).zip(indices) {
            self.describe(source, holder.met, index, what);
            if let Some(described) = self.described.last_mut() {
                described.is_superseded = holder.is_superseded;
            }
            if !holder.is_superseded {
                self.exhaustive.push(holder.met);
            }
        }
        for (holder, release) in holders.iter().zip(&manifest.releases) {
            if !holder.is_superseded {
                self.add_unmatched(holder.met, release.unmatched());
                let why = &release.not_applicable_reason;
                let is_closed = release.applicable == Some(false) && !why.trim().is_empty();
                if is_closed && !self.closed.contains_key(&NodeId(holder.met)) {
                    self.closed.insert(NodeId(holder.met), why.clone());
                }
            }
        }
        for index in 0..manifest.mentions.len() {
            pace.turn().await;
            self.add_mention(source, manifest, &holders, index);
        }
        for recall in &manifest.recalls {
            pace.turn().await;
            self.add_recall(source, manifest, recall, heard);
        }
    }

    /// Bundles without an id; where several manifests speak of one release, the fullest account of them.
    fn add_unmatched(&mut self, holder: Met, found: Vec<(Excerpt, u32)>) {
        let count = |found: &[(Excerpt, u32)]| found.iter().map(|(_, count)| count).sum::<u32>();
        let known = self.unmatched.get(&NodeId(holder)).map_or(0, |known| count(known));
        if count(&found) > known {
            self.unmatched.insert(NodeId(holder), found);
        }
    }

    /// A bundle that is named, and who carries it. Releases stand before SDDC Manager releases in `holders`.
    #[inline(never)]
    fn add_mention(&mut self, source: &'a Source, manifest: &'a Manifest, holders: &[Holder], index: usize) {
        let mention = &manifest.mentions[index];
        let place = Place { source: source.id, at: mention.at };
        let bundle = self.joined.number(NodeKind::Bundle, &mention.id);
        let what = What::Bundle(manifest, mention, place);
        self.describe(source, bundle, index, what);
        let holder = match mention.by {
            MentionedBy::Release { release, .. } | MentionedBy::Sku { release, .. } => {
                holders.get(release as usize)
            }
            MentionedBy::SddcManager(release) => holders.get(manifest.releases.len() + release as usize),
            MentionedBy::AsyncPatch(_) | MentionedBy::Recalled(_) | MentionedBy::Replacement(_) => None,
        };
        if let Some(holder) = holder {
            self.statements.push(Statement {
                kind: EdgeKind::Carries,
                is_exhaustive: !holder.is_superseded,
                is_superseded: holder.is_superseded,
                ..Statement::new(NodeId(holder.met), NodeId(bundle), holder.list, place)
            });
        }
    }

    /// One group: each recalled id, and an edge to each replacement, as nothing says which is for which.
    #[inline(never)]
    fn add_recall(
        &mut self,
        source: &'a Source,
        manifest: &Manifest,
        recall: &'a manifest::Recall,
        heard: &Heard<'a>,
    ) {
        let entry = Place { source: source.id, at: recall.at };
        let list = self.new_list();
        for id in &recall.recalled {
            let bundle = self.joined.number(NodeKind::Bundle, &id.text);
            let is_overruled = heard.is_overruled(&id.text, manifest.sequence);
            self.recalls.push(Recalled {
                bundle: NodeId(bundle),
                status: recall.status.clone(),
                replacements: recall.replacements.len() as u32,
                is_overruled,
                entry,
                place: Place { source: source.id, at: id.at },
            });
            let state = match recall.status {
                _ if is_overruled => EdgeState::Blocked,
                manifest::Status::Ready => EdgeState::Allowed,
                manifest::Status::Pending | manifest::Status::Other(_) => EdgeState::Conditional,
                manifest::Status::None => EdgeState::Blocked,
            };
            for replacement in &recall.replacements {
                let to = self.joined.number(NodeKind::Bundle, &replacement.text);
                let place = Place { source: source.id, at: replacement.at };
                self.statements.push(Statement {
                    kind: EdgeKind::ReplacedBy,
                    state,
                    ..Statement::new(NodeId(bundle), NodeId(to), list, place)
                });
            }
        }
    }
}

/// What carries bundles in one manifest.
struct Holder {
    met: Met,
    list: u32,
    is_superseded: bool,
}

/// Which manifest is heard where several speak of one thing: the newest by its sequence number. Those without a
/// number are always heard (the rule of [`manifest::Recalls::new`]).
struct Heard<'a> {
    /// For each recalled id, the newest manifest that recalls it.
    recalls: SortedMap<&'a str, i64>,
    /// For each Cloud Foundation release, the newest manifest that describes it.
    releases: SortedMap<Met, i64>,
}

impl<'a> Heard<'a> {
    fn new(sources: &[&'a Source], objects: &[Objects]) -> Self {
        let (mut recalls, mut releases) = (Vec::new(), Vec::new());
        for (source, objects) in sources.iter().zip(objects) {
            let Content::Manifest(manifest) = &source.content else { continue };
            let Some(sequence) = manifest.sequence else { continue };
            let recalled = manifest.recalls.iter().flat_map(|recall| &recall.recalled);
            recalls.extend(recalled.map(|id| (id.text.as_str(), sequence)));
            releases.extend(objects.releases.iter().chain(&objects.others).map(|&met| (met, sequence)));
        }
        // Of several, the map keeps the last one.
        order::sort(&mut recalls);
        order::sort(&mut releases);
        Self { recalls: recalls.into_iter().collect(), releases: releases.into_iter().collect() }
    }

    fn is_overruled(&self, id: &str, sequence: Option<i64>) -> bool {
        is_older(sequence, self.recalls.get(&id))
    }

    fn is_superseded(&self, release: Met, sequence: Option<i64>) -> bool {
        is_older(sequence, self.releases.get(&release))
    }
}

fn is_older(sequence: Option<i64>, newest: Option<&i64>) -> bool {
    sequence.is_some_and(|sequence| newest.is_some_and(|&newest| newest > sequence))
}

/// For each node the first place that names it.
fn first_places(nodes: usize, statements: &[Statement]) -> Vec<Option<Place>> {
    let mut places = vec![None; nodes];
    for statement in statements {
        for node in [statement.from, statement.to] {
            let first: &mut Option<Place> = &mut places[node.0 as usize];
            *first = Some(first.map_or(statement.place, |place| place.min(statement.place)));
        }
    }
    places
}

fn knowledge(sources: &[&Source], gaps: u32) -> Knowledge {
    let mut knowledge = Knowledge { gaps, ..Knowledge::default() };
    for source in sources {
        match &source.content {
            Content::Catalog(catalog) => {
                knowledge.failures_listed |= catalog.customizations.iter().any(|one| one.lists_present[2]);
            }
            Content::Manifest(manifest) => {
                knowledge.recalls_listed |=
                    matches!(manifest.recalled, RecallList::Empty | RecallList::Filled);
            }
            Content::Other => {}
        }
    }
    knowledge
}
