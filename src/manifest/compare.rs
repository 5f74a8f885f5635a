//! What changed between two manifests, by identity: an id, a product and version, a component's name.
//!
//! Users compare release blocks by hand for a day; positions and the order of members say nothing, and
//! both differ between two publications of the same facts. Comparing in the other direction gives the same
//! changes, mirrored; comparing a manifest with itself gives none.

use std::collections::BTreeMap;

use super::{Manifest, Release, Shift, Status};
use crate::json::ValueId;
use crate::order;
use crate::pace::{Pace, at_once};
use crate::stamp::Stamp;

mod boms;
mod bundles;
mod lists;
mod mark;
mod recalls;
mod releases;

pub use boms::{BomLine, boms};
pub use mark::Mark;

/// What changed from one manifest to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Whether the second is the newer one.
    pub order: Order,
    /// By group, then by what they are about.
    pub changes: Vec<Change>,
}

/// How the two stand to one another, by `sequenceNumber` or else by `publishedDate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The second is newer.
    Forward,
    /// Both say the same.
    Equal,
    /// The second is older: the two are swapped.
    Backward,
    /// At least one does not say.
    Unsaid,
}

/// One change, with its place in either manifest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// What changed.
    pub what: What,
    /// In the first manifest; none where it is not there.
    pub before: Option<ValueId>,
    /// In the second manifest; none where it is not there.
    pub after: Option<ValueId>,
}

/// What can change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Bundles that share their fate: recalled, recalled no more, or with another status or replacement.
    Recall {
        /// The recalled ids, in the order of their text.
        ids: Vec<String>,
        /// The status as written; none where they were not recalled, several joined by a comma.
        before: Option<String>,
        /// The same in the second manifest.
        after: Option<String>,
        /// Replacements that came.
        added: Vec<String>,
        /// Replacements that went.
        gone: Vec<String>,
    },
    /// A release came or went.
    Release {
        /// Product and version.
        name: String,
        /// Whether it came.
        is_added: bool,
    },
    /// A member of a release, or of another thing with a name, has another value.
    Member {
        /// What it belongs to.
        of: String,
        /// The member, as the vendor writes it.
        member: &'static str,
        /// Before; empty if absent.
        before: String,
        /// After; empty if absent.
        after: String,
    },
    /// A line of a BOM.
    Component {
        /// Product and version of the release.
        release: String,
        /// The SKU, if it is a line of a SKU's BOM.
        sku: String,
        /// The component.
        name: String,
        /// What became of its version.
        shift: Shift,
        /// Before; empty if absent.
        before: String,
        /// After; empty if absent.
        after: String,
    },
    /// A bundle came, went, or is named by other things.
    Bundle {
        /// Its id.
        id: String,
        /// Added, removed, or (moved) the same bundle in other places.
        shift: Shift,
        /// What names it now and did not before.
        added: Vec<String>,
        /// What named it before and does no more.
        gone: Vec<String>,
    },
    /// An entry of another list came or went.
    Entry {
        /// Which list.
        list: List,
        /// What the entry is called.
        name: String,
        /// Whether it came.
        is_added: bool,
    },
}

/// The lists whose entries come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// SKUs of a release.
    Skus,
    /// Bundles of SKUs that carry no id.
    SkuBundles,
    /// Updates on top of a release.
    Updates,
    /// SDDC Manager versions that can be taken alone.
    SddcManagerReleases,
    /// Patches outside the BOM.
    AsyncPatches,
    /// VxRail version mappings.
    VvsMappings,
}

/// The groups in which changes are listed, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Bundles that are recalled now.
    NewRecalls,
    /// Recalls with another status, such as PENDING that became READY.
    Statuses,
    /// Recalls with other replacements.
    Replacements,
    /// Bundles that are recalled no more.
    GoneRecalls,
    /// Releases that came.
    ReleasesAdded,
    /// Releases that went.
    ReleasesGone,
    /// Whether releases may be taken, and why not.
    Applicability,
    /// Ends of support.
    Life,
    /// Lines of BOMs.
    Boms,
    /// Bundles that came, went or moved.
    Bundles,
    /// Other members and lists.
    Others,
}

impl Group {
    /// The word in text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NewRecalls => "new-recalls",
            Self::Statuses => "statuses",
            Self::Replacements => "replacements",
            Self::GoneRecalls => "gone-recalls",
            Self::ReleasesAdded => "releases-added",
            Self::ReleasesGone => "releases-gone",
            Self::Applicability => "applicability",
            Self::Life => "life",
            Self::Boms => "boms",
            Self::Bundles => "bundles",
            Self::Others => "others",
        }
    }
}

impl List {
    /// The word in text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Skus => "skus",
            Self::SkuBundles => "sku-bundles",
            Self::Updates => "updates",
            Self::SddcManagerReleases => "sddc-manager-releases",
            Self::AsyncPatches => "async-patches",
            Self::VvsMappings => "vvs-mappings",
        }
    }
}

/// Compares two manifests. Takes time with their ids and BOM lines, N, as N log N.
pub fn compare(a: &Manifest, b: &Manifest) -> Comparison {
    at_once(compared(a, b, Pace::HURRY))
}

/// The same, compared with rests.
pub async fn compared(a: &Manifest, b: &Manifest, pace: Pace) -> Comparison {
    let mut changes = Vec::new();
    recalls::compare(a, b, &mut changes, pace).await;
    releases::compare(a, b, &mut changes, pace).await;
    bundles::compare(a, b, &mut changes, pace).await;
    lists::compare(a, b, &mut changes);
    pace.rest().await;
    sort(&mut changes);
    Comparison { order: order(a, b), changes }
}

/// What changed when: each manifest compared with the one before it, in the order of their numbers.
///
/// Gives the places of the two in what was given.
pub fn timeline(manifests: &[&Manifest]) -> Vec<(usize, usize, Comparison)> {
    at_once(timeline_paced(manifests, Pace::HURRY))
}

/// The same, compared with rests.
pub async fn timeline_paced(manifests: &[&Manifest], pace: Pace) -> Vec<(usize, usize, Comparison)> {
    let mut places: Vec<usize> = (0..manifests.len()).collect();
    order::sort_by_key(&mut places, |at| {
        let manifest = manifests[*at];
        (manifest.sequence, manifest.published.as_ref().and_then(Stamp::order_millis), *at)
    });
    let mut steps = Vec::new();
    for pair in places.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        steps.push((a, b, compared(manifests[a], manifests[b], pace).await));
    }
    steps
}

impl Comparison {
    /// The same comparison in the other direction.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        self.order = match self.order {
            Order::Forward => Order::Backward,
            Order::Backward => Order::Forward,
            same @ (Order::Equal | Order::Unsaid) => same,
        };
        self.changes = self.changes.into_iter().map(Change::mirrored).collect();
        sort(&mut self.changes);
        self
    }

    /// How many things changed in each group; of recalls, how many bundles.
    pub fn counts(&self) -> BTreeMap<Group, usize> {
        let mut counts = BTreeMap::new();
        for change in &self.changes {
            *counts.entry(change.what.group()).or_default() += match &change.what {
                What::Recall { ids, .. } => ids.len(),
                _ => 1,
            };
        }
        counts
    }
}

impl Change {
    fn mirrored(self) -> Self {
        Self { what: self.what.mirrored(), before: self.after, after: self.before }
    }
}

impl What {
    /// The group it is listed in.
    pub fn group(&self) -> Group {
        match self {
            Self::Recall { before: None, .. } => Group::NewRecalls,
            Self::Recall { after: None, .. } => Group::GoneRecalls,
            Self::Recall { before, after, .. } if before != after => Group::Statuses,
            Self::Recall { .. } => Group::Replacements,
            Self::Release { is_added: true, .. } => Group::ReleasesAdded,
            Self::Release { is_added: false, .. } => Group::ReleasesGone,
            Self::Member { member: "eol", .. } => Group::Life,
            Self::Member { member: "isApplicable" | "notApplicableReason", .. } => Group::Applicability,
            Self::Member { .. } | Self::Entry { .. } => Group::Others,
            Self::Component { .. } => Group::Boms,
            Self::Bundle { .. } => Group::Bundles,
        }
    }

    fn mirrored(self) -> Self {
        match self {
            Self::Recall { ids, before, after, added, gone } => {
                Self::Recall { ids, before: after, after: before, added: gone, gone: added }
            }
            Self::Release { name, is_added } => Self::Release { name, is_added: !is_added },
            Self::Member { of, member, before, after } => {
                Self::Member { of, member, before: after, after: before }
            }
            Self::Component { release, sku, name, shift, before, after } => {
                let shift = shift.mirrored();
                Self::Component { release, sku, name, shift, before: after, after: before }
            }
            Self::Bundle { id, shift, added, gone } => {
                Self::Bundle { id, shift: shift.mirrored(), added: gone, gone: added }
            }
            Self::Entry { list, name, is_added } => Self::Entry { list, name, is_added: !is_added },
        }
    }
}

/// How two manifests stand to one another.
pub fn order(a: &Manifest, b: &Manifest) -> Order {
    let published = |manifest: &Manifest| manifest.published.as_ref().and_then(Stamp::order_millis);
    let ordering = match (a.sequence, b.sequence) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => match (published(a), published(b)) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => return Order::Unsaid,
        },
    };
    match ordering {
        std::cmp::Ordering::Less => Order::Forward,
        std::cmp::Ordering::Equal => Order::Equal,
        std::cmp::Ordering::Greater => Order::Backward,
    }
}

/// A status as the document writes it; empty if absent.
pub fn status_text(status: &Status) -> &str {
    match status {
        Status::None => "NONE",
        Status::Pending => "PENDING",
        Status::Ready => "READY",
        Status::Other(word) => word,
    }
}

fn sort(changes: &mut [Change]) {
    order::sort_by(changes, |one, other| (one.what.group(), one).cmp(&(other.what.group(), other)));
}

/// What stands under a key, and its turn, in either list.
type Pairs<'m, K, T> = BTreeMap<(K, u32), (Option<&'m T>, Option<&'m T>)>;

/// The pairs of what two lists hold under one key; entries with the same key are taken in turn, so that
/// nothing is lost where a document names a thing twice.
fn pairs<'m, T, K: Ord>(a: &'m [T], b: &'m [T], key: impl Fn(&'m T) -> K) -> Pairs<'m, K, T> {
    let mut pairs: Pairs<'m, K, T> = BTreeMap::new();
    let mut add = |list: &'m [T], is_second: bool| {
        let mut keyed: Vec<(K, &T)> = list.iter().map(|entry| (key(entry), entry)).collect();
        order::sort_by(&mut keyed, |one, other| one.0.cmp(&other.0));
        let mut turn = 0;
        let mut keyed = keyed.into_iter().peekable();
        while let Some((key, entry)) = keyed.next() {
            let is_last = keyed.peek().is_none_or(|(next, _)| *next != key);
            let pair = pairs.entry((key, turn)).or_default();
            *(if is_second { &mut pair.1 } else { &mut pair.0 }) = Some(entry);
            turn = if is_last { 0 } else { turn + 1 };
        }
    };
    add(a, false);
    add(b, true);
    pairs
}

/// What a release is known by in two manifests.
pub(super) fn identity(release: &Release) -> (&str, crate::version::Version) {
    (&release.product, crate::version::Version::read(&release.version))
}

/// What a release is called that both manifests hold: the same in both directions, however each writes it.
fn name_of(a: &Release, b: &Release) -> String {
    a.name().min(b.name())
}

/// The way a version is written that stands on one or both sides: the same in both directions.
fn written<'m>(a: Option<&'m str>, b: Option<&'m str>) -> &'m str {
    match (a, b) {
        (Some(a), Some(b)) => a.min(b),
        (a, b) => a.or(b).unwrap_or_default(),
    }
}
