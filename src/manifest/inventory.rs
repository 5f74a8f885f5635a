//! A pasted list against the manifests: each line is read for what it is, and answered.
//!
//! People paste what they have: ids, file names of a depot, `component version` lines, a spreadsheet, an
//! answer of the API. "Not found in what is loaded" is an answer of its own and never "clear".

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::route::Stop;
use super::{Answer, Carrier, Manifest, Near, Recalls, Shift, Targets};
use crate::pace::{Pace, at_once};
use crate::version::Version;

mod carried;
mod csv;
mod judge;
mod names;
mod possible;
mod read;

pub use read::read;

/// One thing that was asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Line in what was pasted, from 1; of JSON, the line on which the value begins.
    pub line: u32,
    /// What stands there.
    pub given: String,
    /// What it was taken for.
    pub asked: Asked,
}

/// What an entry was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A bundle by its id, without the path around it.
    Bundle(String),
    /// A component in a version.
    Component {
        /// As written.
        name: String,
        /// As written.
        version: String,
    },
    /// A release by its version.
    Release(String),
    /// Nothing that can be looked up.
    Unclear,
}

/// The answers to a list.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// One for each entry, in order.
    pub rows: Vec<Row>,
    /// How many rows of each kind there are.
    pub counts: BTreeMap<Kind, usize>,
    /// The BOM that the components match best; none if no component was found. Those whose version leaves open
    /// which one is meant are left out, here and of the floor.
    pub nearest: Option<Match>,
    /// The lowest release that the components allow: the version of a domain is the floor over its
    /// components. None if no component was found.
    pub floor: Option<Stop>,
}

/// An entry with its answer.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was asked.
    pub entry: Entry,
    /// What is known.
    pub finding: Finding,
    /// The whole id that a beginning stands for.
    pub meant: Option<Arc<str>>,
}

/// What is known of an entry.
#[derive(Clone, Debug)]
pub enum Finding {
    /// A bundle that is recalled.
    Recalled {
        /// What to do.
        answer: Answer,
        /// What to move to.
        targets: Targets,
        /// What still names it.
        carriers: Vec<Carrier>,
    },
    /// A component in a version that recalled bundles carry.
    Carried {
        /// Those bundles, in the order of their text.
        bundles: Vec<Arc<str>>,
        /// What to do about the first.
        answer: Answer,
        /// What to move to from the first.
        targets: Targets,
        /// The releases whose BOM has it, newest last.
        releases: Vec<Stop>,
    },
    /// A component in a version that bundles carry whose ids look like recalled ones.
    Alike {
        /// Those bundles, in the order of their text.
        bundles: Vec<Arc<str>>,
        /// The releases whose BOM has it, newest last.
        releases: Vec<Stop>,
    },
    /// A beginning that several ids have; some of them, and how many there are.
    Ambiguous(Vec<Arc<str>>, usize),
    /// No such id is recalled, but one that looks like it is there (perhaps recalled): compare them.
    Near(Vec<Near>),
    /// A bundle that is named and not recalled.
    Clear(Vec<Carrier>),
    /// A bundle that is named, but no manifest says anything about recalls.
    Unsaid(Vec<Carrier>),
    /// No open manifest names it: not found, which is not clear.
    NotFound,
    /// A component in a version that these releases have.
    InBoms {
        /// The name in the BOMs.
        name: Arc<str>,
        /// The releases, newest last.
        releases: Vec<Stop>,
    },
    /// A component whose version may be one of these, the recalled ones first: their builds tell them apart.
    Possible(Vec<Candidate>),
    /// A component in the version of an async patch: in no BOM, and no stranger either.
    AsyncPatch(Patch),
    /// A component that the BOMs have in other versions alone.
    OutsideBoms {
        /// The name in the BOMs.
        name: Arc<str>,
        /// The release with the nearest version: the newest that is older, else the oldest that is newer.
        nearest: Stop,
        /// That version.
        version: String,
    },
    /// A release that is loaded.
    Release {
        /// Which.
        release: Stop,
        /// How many of its bundles are recalled.
        recalled: u32,
        /// How many of its bundles have ids that look like recalled ones.
        alike: u32,
        /// `isApplicable`.
        applicable: Option<bool>,
    },
    /// It was not understood.
    Unclear,
}

/// An async patch of one of the manifests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patch {
    /// Which manifest, by its place in what was given.
    pub manifest: u32,
    /// Place in [`Manifest::async_patches`].
    pub patch: u32,
}

/// A version that may be meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// As the documents write it.
    pub version: String,
    /// The releases whose BOM has it, newest last.
    pub releases: Vec<Stop>,
    /// The recalled bundles that carry it, in the order of their text.
    pub bundles: Vec<Arc<str>>,
}

impl Candidate {
    /// Whether a recalled bundle carries it.
    pub fn is_recalled(&self) -> bool {
        !self.bundles.is_empty()
    }
}

/// The kinds of findings, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Recalled, or carried by what is recalled.
    Recalled,
    /// A release with recalled bundles.
    WithRecalled,
    /// The version may be a recalled one.
    PerhapsRecalled,
    /// The beginning of several ids.
    Ambiguous,
    /// Looks like another id, or comes with one that looks like a recalled one.
    Near,
    /// The version may be one of several in the BOMs.
    Incomplete,
    /// A component outside all BOMs.
    OutsideBoms,
    /// Not found in what is loaded.
    NotFound,
    /// Not understood.
    Unclear,
    /// Named, but recalls are not spoken of.
    Unsaid,
    /// An async patch, outside of all BOMs.
    AsyncPatch,
    /// In a BOM.
    InBoms,
    /// A release.
    Release,
    /// Named and not recalled.
    Clear,
}

impl Kind {
    /// The word in classes and text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Recalled => "recalled",
            Self::WithRecalled => "with-recalled",
            Self::PerhapsRecalled => "perhaps-recalled",
            Self::Ambiguous => "ambiguous",
            Self::Near => "near",
            Self::Incomplete => "incomplete",
            Self::OutsideBoms => "outside-boms",
            Self::NotFound => "not-found",
            Self::Unclear => "unclear",
            Self::Unsaid => "unsaid",
            Self::AsyncPatch => "async-patch",
            Self::InBoms => "in-boms",
            Self::Release => "release",
            Self::Clear => "clear",
        }
    }
}

impl Finding {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Recalled { .. } | Self::Carried { .. } => Kind::Recalled,
            Self::Possible(all) if all.iter().any(Candidate::is_recalled) => Kind::PerhapsRecalled,
            Self::Possible(_) => Kind::Incomplete,
            Self::Ambiguous(..) => Kind::Ambiguous,
            Self::Release { recalled: 1.., .. } => Kind::WithRecalled,
            Self::Near(_) | Self::Alike { .. } | Self::Release { alike: 1.., .. } => Kind::Near,
            Self::Clear(_) => Kind::Clear,
            Self::Unsaid(_) => Kind::Unsaid,
            Self::NotFound => Kind::NotFound,
            Self::InBoms { .. } => Kind::InBoms,
            Self::AsyncPatch(_) => Kind::AsyncPatch,
            Self::OutsideBoms { .. } => Kind::OutsideBoms,
            Self::Release { .. } => Kind::Release,
            Self::Unclear => Kind::Unclear,
        }
    }
}

/// How a set of components stands to a BOM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The release whose BOM it is.
    pub release: Stop,
    /// How many components are exactly as in the BOM.
    pub same: u32,
    /// Those that are not.
    pub deviations: Vec<Deviation>,
}

/// A component that is not as in a BOM.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deviation {
    /// The name in the BOMs.
    pub component: String,
    /// What is installed.
    pub installed: String,
    /// What the BOM has; empty if it has none.
    pub in_bom: String,
    /// From the BOM to what is installed: `Up` is newer than the BOM.
    pub shift: Shift,
}

/// The BOMs of some manifests by component and version, and what recalled bundles carry: made once, asked with every list.
#[derive(Clone, Debug, Default)]
pub struct Boms {
    /// For each component name, its versions and the releases that have them.
    components: BTreeMap<String, BTreeMap<Version, Vec<Stop>>>,
    /// Component names by what their spellings share.
    spellings: BTreeMap<String, String>,
    releases: BTreeMap<Version, Stop>,
    /// For each component name, its versions that recalled bundles carry.
    recalled: Carried,
    /// The same for bundles whose ids look like recalled ones.
    alike: Carried,
    /// For each component name, the versions of its async patches.
    patches: BTreeMap<String, BTreeMap<Version, Patch>>,
}

/// For each component name, its versions and the bundles that carry them.
type Carried = BTreeMap<String, BTreeMap<Version, BTreeSet<Arc<str>>>>;

/// Some manifests, ready to be asked.
pub struct Index<'m> {
    manifests: &'m [&'m Manifest],
    recalls: &'m Recalls,
    boms: Arc<Boms>,
}

impl Boms {
    /// Takes time with the number of BOM lines, N, as N log N.
    pub fn new(manifests: &[&Manifest], recalls: &Recalls) -> Self {
        at_once(Self::paced(manifests, recalls, Pace::HURRY))
    }

    /// The same, made with rests.
    pub async fn paced(manifests: &[&Manifest], recalls: &Recalls, pace: Pace) -> Self {
        let mut boms = judge::boms(manifests, pace).await;
        boms.recalled = carried::by(recalls.recalled(), &boms.spellings, manifests, recalls, pace).await;
        boms.alike = carried::by(recalls.all_alike(), &boms.spellings, manifests, recalls, pace).await;
        boms.patches = carried::patches(&boms.spellings, manifests, pace).await;
        boms
    }
}

impl<'m> Index<'m> {
    /// Makes the index, see [`Boms::new`].
    pub fn new(manifests: &'m [&'m Manifest], recalls: &'m Recalls) -> Self {
        Self::of(Arc::new(Boms::new(manifests, recalls)), manifests, recalls)
    }

    /// The index over BOMs that were gone through before, of the same manifests.
    pub fn of(boms: Arc<Boms>, manifests: &'m [&'m Manifest], recalls: &'m Recalls) -> Self {
        Self { manifests, recalls, boms }
    }

    /// Answers a list. Takes time with its length, n, as n log N.
    pub fn report(&self, entries: Vec<Entry>) -> Report {
        at_once(self.report_paced(entries, Pace::HURRY))
    }

    /// The same, answered with rests.
    pub async fn report_paced(&self, entries: Vec<Entry>, pace: Pace) -> Report {
        judge::report(self, entries, pace).await
    }

    /// The components of a list under the names that the BOMs have for them.
    pub fn installed(&self, entries: &[Entry]) -> Vec<(String, String)> {
        let component = |entry: &Entry| match &entry.asked {
            Asked::Component { name, version } => {
                Some((self.component_named(name)?.to_owned(), version.clone()))
            }
            _ => None,
        };
        entries.iter().filter_map(component).collect()
    }

    /// The name that the BOMs have for a component, whichever way it is spelled.
    pub fn component_named(&self, name: &str) -> Option<&str> {
        names::find(&self.boms.spellings, name)
    }
}
