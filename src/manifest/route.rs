//! From the version that runs to a target: which releases may follow one another, and what each hop takes.
//!
//! A hop to a release is allowed from its `minCompatibleVcfVersion` on, from what its bundles count from
//! (`cumulativeFromVcfVersion`), unless it is not applicable or carries a recalled bundle without a ready
//! replacement that is, or may be, for the same component. Versions only rise, so the releases are a graph without cycles in the order of their
//! versions, and one pass finds the best way: once by hops, once by risks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::compare::identity;
use super::{Answer, Bundle, Component, Life, Manifest, RecallList, Recalls, Release};
use crate::excerpt::Excerpt;
use crate::pace::{Pace, at_once};
use crate::version::{Relation, Version, relation};

mod nearest;
mod off_bom;
mod search;

pub use off_bom::OffBom;

/// How many hops are weighed with the BOMs of both ends; with more releases, BOMs are compared on the way
/// that was found alone.
const BOMS_WEIGHED: usize = 64;

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// The version that runs.
    pub from: String,
    /// The version to reach; empty for "where can I go".
    pub to: String,
    /// What is installed, if it is known: component names and versions.
    pub installed: Vec<(String, String)>,
    /// The instant that ends of support are judged at, in milliseconds since 1970.
    pub now_millis: i64,
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The release that runs, if a manifest holds it.
    pub start: Option<Stop>,
    /// The target, if a manifest holds it.
    pub target: Option<Stop>,
    /// Why there is no way at all to be looked for.
    pub fault: Option<Fault>,
    /// The way with the fewest hops; of several, the one with the fewest risks.
    pub fewest_hops: Option<Route>,
    /// The way with the fewest risks; of several, the one with the fewest hops.
    pub fewest_risks: Option<Route>,
    /// The newest release up to the target that can be reached by any number of hops.
    pub furthest: Option<Stop>,
    /// Where no way leads to the target: the first release after it that can be entered from what runs, or from
    /// `furthest`.
    pub beyond: Option<Stop>,
    /// Releases that can be reached in one hop, in the order of their versions.
    pub direct: Vec<Hop>,
    /// Releases up to the target that cannot be reached in one hop, with why.
    pub blocked: Vec<Blocked>,
    /// Installed components that are newer than the target's BOM.
    pub back_in_time: Vec<BackInTime>,
}

/// A release of one of the manifests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stop {
    /// Which manifest, by its place in what was given.
    pub manifest: u32,
    /// Place in [`Manifest::releases`].
    pub release: u32,
}

/// Why no way can be looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The version that runs is no version.
    OddStart,
    /// No open manifest holds the target.
    UnknownTarget,
    /// The target is not newer than what runs.
    TargetNotNewer,
}

/// Hops in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// At least one.
    pub hops: Vec<Hop>,
}

/// One hop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Where it begins, as a version.
    pub from: String,
    /// Where it ends.
    pub to: Stop,
    /// The least version that the target of the hop demands, with who demands it.
    pub floors: Vec<Floor>,
    /// What may go wrong.
    pub risks: Vec<Risk>,
    /// What to fetch.
    pub bundles: Vec<Fetch>,
}

/// A least version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Floor {
    /// As written.
    pub version: String,
    /// The bundle that demands it; none for `minCompatibleVcfVersion`.
    pub bundle: Option<Excerpt>,
}

/// A bundle to fetch for a hop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetch {
    /// Its id; none where the dialect gives none.
    pub id: Option<Excerpt>,
    /// The components it is for.
    pub elements: Vec<Excerpt>,
    /// `bundleType`.
    pub kind: String,
    /// The recalled bundles in whose place it is fetched.
    pub instead_of: Vec<Excerpt>,
}

/// What may go wrong in a hop that is allowed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// A bundle is recalled; these replace it.
    Replaced {
        /// The recalled bundle.
        bundle: String,
        /// The bundles to fetch in its place.
        targets: Vec<String>,
        /// Whether those are known to be for the same component.
        is_same: bool,
        /// The other replacements, which are not fetched: they are not known to be, or known not to be.
        beside: Vec<String>,
    },
    /// What is fetched in place of a recalled bundle is newer or older than the BOM of the release.
    OffBom(OffBom),
    /// The id of a bundle to fetch looks like a recalled one.
    LooksRecalled {
        /// The bundle.
        bundle: String,
        /// The recalled one.
        like: String,
    },
    /// The support of the release has ended.
    Ended(String),
    /// Its support ends within 90 days.
    EndsSoon(String),
    /// No least version is given: whether the hop is allowed cannot be checked.
    NoFloor,
    /// These bundles carry no id, so they cannot be matched to recalls: see [`Release::unmatched`].
    Unmatched(Vec<(Excerpt, u32)>),
    /// No manifest has a usable list of recalls.
    RecallsUnsaid,
    /// The release names no bundle: what to fetch is not known.
    NoBundles,
    /// A component of the release before is newer than in this one.
    BackInTime(BackInTime),
}

/// A component that would have to go back (KB 430825): the target may not be offered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BackInTime {
    /// The component.
    pub component: String,
    /// What is installed, or in the BOM before.
    pub installed: String,
    /// What the target's BOM has.
    pub target: String,
}

/// A release that cannot be reached in one hop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// The release.
    pub to: Stop,
    /// Why.
    pub reasons: Vec<Block>,
}

/// Why a hop is blocked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    /// What runs is older than `minCompatibleVcfVersion`.
    BelowMinimum(String),
    /// What runs is older than what a bundle counts from.
    BelowBundle {
        /// The bundle.
        bundle: String,
        /// `cumulativeFromVcfVersion`.
        floor: String,
    },
    /// `isApplicable` is false, for this reason (as written).
    NotApplicable(String),
    /// A bundle is recalled and nothing that is ready replaces it; with [`Answer::Move`] and [`Answer::MoveOther`],
    /// nothing that may be for the same component does.
    Recalled {
        /// The bundle.
        bundle: String,
        /// What the recalls say.
        answer: Answer,
    },
    /// An installed component is newer than the BOM.
    BackInTime(BackInTime),
}

impl Plan {
    /// Plans a move.
    ///
    /// Where several manifests hold a release, the one with the greatest `sequenceNumber` is asked. Takes
    /// time with the number of releases between the two versions, N, as N log N, and with their BOMs.
    pub fn new(manifests: &[&Manifest], recalls: &Recalls, question: &Question) -> Self {
        at_once(Self::paced(manifests, recalls, question, Pace::HURRY))
    }

    /// The same, planned with rests.
    pub async fn paced(manifests: &[&Manifest], recalls: &Recalls, question: &Question, pace: Pace) -> Self {
        search::plan(manifests, recalls, question, pace).await
    }
}

impl Route {
    /// How many risks its hops have together.
    pub fn risks(&self) -> usize {
        self.hops.iter().map(|hop| hop.risks.len()).sum()
    }

    /// The ids of all bundles to fetch, in the order of the hops, each once.
    pub fn ids(&self) -> Vec<&str> {
        let mut met = BTreeSet::new();
        let ids = self.hops.iter().flat_map(|hop| &hop.bundles).filter_map(|bundle| bundle.id.as_deref());
        ids.filter(|id| met.insert(*id)).collect()
    }
}

impl Stop {
    /// The release itself.
    pub fn of<'m>(self, manifests: &[&'m Manifest]) -> Option<&'m Release> {
        manifests.get(self.manifest as usize)?.releases.get(self.release as usize)
    }
}

/// The version in "VCF 5.2.1", "vcf/VCF 5.2.1.0" or "5.2.1": its last word that begins with a digit.
pub fn version_in(text: &str) -> &str {
    let words = text.split([' ', '/']).filter(|word| !word.is_empty());
    words.rev().find(|word| word.starts_with(|first: char| first.is_ascii_digit())).unwrap_or(text.trim())
}

/// Every release by what it is known by; of several copies, that of the newest manifest.
pub fn stops(manifests: &[&Manifest]) -> Vec<Stop> {
    let mut newest = BTreeMap::new();
    for (manifest, read) in manifests.iter().zip(0_u32..).map(|(read, at)| (at, read)) {
        for (release, of) in (0_u32..).zip(&read.releases) {
            let stop = Stop { manifest, release };
            let kept = newest.entry(identity(of)).or_insert(stop);
            if read.sequence > manifests[kept.manifest as usize].sequence {
                *kept = stop;
            }
        }
    }
    newest.into_values().collect()
}

/// The releases whose versions begin with what was typed: "4", "4." and "4.x" stand for everything of 4.
pub fn beginning_with(manifests: &[&Manifest], typed: &str) -> Vec<Stop> {
    let beginning = version_in(typed).trim_end_matches(['x', 'X', '*', '.']);
    let fits = |stop: &Stop| {
        let rest = stop.of(manifests).and_then(|release| release.version.strip_prefix(beginning));
        !beginning.is_empty() && rest.is_some_and(|rest| rest.starts_with('.'))
    };
    stops(manifests).into_iter().filter(fits).collect()
}

/// The components that are newer in `installed` than in the BOM of `release`.
pub(super) fn back_in_time<'c>(
    installed: impl Iterator<Item = (&'c str, &'c str)>,
    release: &Release,
) -> Vec<BackInTime> {
    let mut boms: BTreeMap<&str, &Excerpt> = BTreeMap::new();
    for Component { name, version, .. } in &release.bom {
        boms.entry(name).or_insert(version);
    }
    let newer = |(component, version): (&str, &str)| {
        let target = *boms.get(component)?;
        let is_newer =
            version != target && relation(&Version::read(version), &Version::read(target)) == Relation::Newer;
        is_newer.then(|| BackInTime {
            component: component.to_owned(),
            installed: version.to_owned(),
            target: target.to_string(),
        })
    };
    installed.filter_map(newer).collect()
}

/// What a hop to a release demands, wherever it begins.
#[derive(Default)]
struct Demands {
    floors: Vec<(Floor, Version)>,
    blocks: Vec<Block>,
    risks: Vec<Risk>,
    bundles: Vec<Fetch>,
    /// Where the bundle of an id stands in `bundles`.
    place_of: BTreeMap<Excerpt, usize>,
}

impl Demands {
    fn of(manifests: &[&Manifest], release: &Release, recalls: &Recalls, now_millis: i64) -> Self {
        let mut demands = Self { floors: floors(release), ..Self::default() };
        if release.applicable == Some(false) {
            demands.blocks.push(Block::NotApplicable(release.not_applicable_reason.to_string()));
        }
        for bundle in &release.bundles {
            demands.add_bundle(bundle, recalls);
        }
        for fetch in demands.bundles.iter().filter(|fetch| !fetch.instead_of.is_empty()) {
            let found =
                off_bom::off_bom(manifests, recalls, release, fetch.id.as_deref().unwrap_or_default());
            demands.risks.extend(found.into_iter().map(Risk::OffBom));
        }
        demands.add_look_alikes(recalls);
        match Life::of(&release.eol, now_millis) {
            Life::Ended => demands.risks.push(Risk::Ended(release.eol.to_string())),
            Life::Soon => demands.risks.push(Risk::EndsSoon(release.eol.to_string())),
            Life::Unsaid | Life::Going => {}
        }
        let unmatched = release.unmatched();
        let is_unsaid = !matches!(recalls.list(), RecallList::Filled | RecallList::Empty);
        let general = [
            (demands.floors.is_empty(), Risk::NoFloor),
            (!unmatched.is_empty(), Risk::Unmatched(unmatched)),
            (is_unsaid, Risk::RecallsUnsaid),
            (release.bundles.is_empty(), Risk::NoBundles),
        ];
        demands.risks.extend(general.into_iter().filter(|(holds, _)| *holds).map(|(_, risk)| risk));
        demands
    }

    fn add_bundle(&mut self, bundle: &Bundle, recalls: &Recalls) {
        let Some(id) = bundle.id.as_ref().filter(|id| recalls.is_recalled(id)) else {
            self.fetch(bundle.id.clone(), &bundle.elements, &bundle.kind, None);
            return;
        };
        let (answer, found) = (recalls.answer(id), recalls.substitutes(id));
        if !matches!(answer, Answer::Move | Answer::MoveOther) || found.take.is_empty() {
            self.blocks.push(Block::Recalled { bundle: id.to_string(), answer });
            return;
        }
        // What it is for, its own release says; only where it is for the same, this one does.
        let elements = if found.is_same { bundle.elements.as_slice() } else { &[] };
        for target in &found.take {
            self.fetch(Some((&**target).into()), elements, &bundle.kind, Some(id));
        }
        let texts = |ids: &[Arc<str>]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        let (targets, beside) = (texts(&found.take), texts(&found.beside));
        self.risks.push(Risk::Replaced { bundle: id.to_string(), targets, is_same: found.is_same, beside });
    }

    /// Adds a bundle to fetch. Nobody fetches one twice: what is there already stands in for one more.
    fn fetch(&mut self, id: Option<Excerpt>, elements: &[Excerpt], kind: &str, instead_of: Option<&Excerpt>) {
        let known = id.as_ref().and_then(|id| self.place_of.get(id)).copied();
        if let Some(fetch) = known.and_then(|at| self.bundles.get_mut(at)) {
            let more = elements.iter().filter(|element| !fetch.elements.contains(element)).cloned();
            let more: Vec<Excerpt> = more.collect();
            fetch.elements.extend(more);
            fetch.instead_of.extend(instead_of.cloned());
            return;
        }
        self.place_of.extend(id.iter().map(|id| (id.clone(), self.bundles.len())));
        let (elements, kind) = (elements.to_vec(), kind.to_owned());
        self.bundles.push(Fetch {
            id,
            elements,
            kind,
            instead_of: instead_of.cloned().into_iter().collect(),
        });
    }

    /// Every bundle to fetch whose id looks like a recalled one, replacements among them, each once.
    fn add_look_alikes(&mut self, recalls: &Recalls) {
        let ids: BTreeSet<&str> = self.bundles.iter().filter_map(|fetch| fetch.id.as_deref()).collect();
        let risk = |id: &str| {
            let like = recalls.looks_recalled(id)?.to_string();
            Some(Risk::LooksRecalled { bundle: id.to_owned(), like })
        };
        self.risks.extend(ids.into_iter().filter_map(risk));
    }

    /// Everything that keeps one from going there from a version: first what no stop between helps against.
    fn blocks_from(&self, from: &Version) -> Vec<Block> {
        let below = self.floors.iter().filter(|(_, floor)| relation(from, floor) == Relation::Older);
        let floors = below.map(|(floor, _)| match &floor.bundle {
            None => Block::BelowMinimum(floor.version.clone()),
            Some(bundle) => Block::BelowBundle { bundle: bundle.to_string(), floor: floor.version.clone() },
        });
        self.blocks.iter().cloned().chain(floors).collect()
    }

    fn is_open_from(&self, from: &Version) -> bool {
        self.blocks.is_empty()
            && self.floors.iter().all(|(_, floor)| relation(from, floor) != Relation::Older)
    }
}

/// The least versions that a release and its bundles name.
fn floors(release: &Release) -> Vec<(Floor, Version)> {
    let floor = |version: &str, bundle: Option<Excerpt>| {
        let floor = Floor { version: version.to_owned(), bundle };
        (!version.trim().is_empty()).then(|| (floor, Version::read(version)))
    };
    let own = floor(&release.min_compatible, None);
    let name = |bundle: &Bundle| Some(bundle.id.clone().unwrap_or_else(|| bundle.elements.join(", ").into()));
    let bundles = release.bundles.iter().filter_map(|bundle| floor(&bundle.cumulative_from, name(bundle)));
    own.into_iter().chain(bundles).filter(|(_, version)| version.is_numeric()).collect()
}
