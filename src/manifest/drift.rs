//! What a manifest says against itself: dates out of order, answers beside their reasons, names twice.
//!
//! The shape of a document is checked by its tables (`shape`); this is about what well-formed members mean
//! together.

use std::collections::BTreeSet;

use super::{Component, Manifest, Release};
use crate::json::ValueId;
use crate::order;
use crate::pace::{Pace, at_once};
use crate::stamp::Stamp;
use crate::version::{Relation, Version, relation};

/// One contradiction or gap, at the object that holds it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contradiction {
    /// The object.
    pub at: ValueId,
    /// What is wrong.
    pub kind: ContradictionKind,
}

/// The ways in which members contradict one another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContradictionKind {
    /// `publishedDate` lies before `creationTime`.
    PublishedBeforeCreated,
    /// A release is dated after the manifest that holds it was published.
    ReleasedAfterPublished,
    /// Support ends before the release is out.
    EndsBeforeReleased,
    /// `isApplicable` is true and there is a reason why not.
    ApplicableWithReason,
    /// `isApplicable` is false and no reason is given.
    InapplicableWithoutReason,
    /// One must run something newer than the release to be allowed to move to it.
    MinimumAboveVersion,
    /// A bundle counts from a version that is newer than its release.
    BundleFromAboveVersion(String),
    /// Another release has the same product and version.
    SameReleaseTwice,
    /// The BOM names a component twice.
    SameComponentTwice(String),
    /// A BOM line has no version.
    ComponentWithoutVersion(String),
    /// A SKU names a component that the BOM has not.
    OutsideTheBom {
        /// `name` of the SKU.
        sku: String,
        /// `name` of the component.
        component: String,
    },
    /// `upgradeOrder` names a component that the BOM has not.
    OrderOutsideTheBom(String),
    /// The releases do not stand in the order of their versions.
    OutOfOrder,
}

impl ContradictionKind {
    /// The word in text ids.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::PublishedBeforeCreated => "published-before-created",
            Self::ReleasedAfterPublished => "released-after-published",
            Self::EndsBeforeReleased => "ends-before-released",
            Self::ApplicableWithReason => "applicable-with-reason",
            Self::InapplicableWithoutReason => "inapplicable-without-reason",
            Self::MinimumAboveVersion => "minimum-above-version",
            Self::BundleFromAboveVersion(_) => "bundle-from-above-version",
            Self::SameReleaseTwice => "same-release-twice",
            Self::SameComponentTwice(_) => "same-component-twice",
            Self::ComponentWithoutVersion(_) => "component-without-version",
            Self::OutsideTheBom { .. } => "outside-the-bom",
            Self::OrderOutsideTheBom(_) => "order-outside-the-bom",
            Self::OutOfOrder => "out-of-order",
        }
    }

    /// The name it is about; empty if it is about the object itself.
    pub fn name(&self) -> &str {
        match self {
            Self::BundleFromAboveVersion(name)
            | Self::SameComponentTwice(name)
            | Self::ComponentWithoutVersion(name)
            | Self::OrderOutsideTheBom(name)
            | Self::OutsideTheBom { component: name, .. } => name,
            _ => "",
        }
    }
}

/// All contradictions of a manifest, in document order.
pub fn contradictions(manifest: &Manifest) -> Vec<Contradiction> {
    at_once(contradictions_paced(manifest, Pace::HURRY))
}

/// The same, looked for with rests.
pub async fn contradictions_paced(manifest: &Manifest, pace: Pace) -> Vec<Contradiction> {
    let mut found = Vec::new();
    if is_before(manifest.published.as_ref(), manifest.created.as_ref()) {
        found.push(Contradiction { at: manifest.at, kind: ContradictionKind::PublishedBeforeCreated });
    }
    let mut seen = BTreeSet::new();
    for (at, release) in manifest.releases.iter().enumerate() {
        pace.turn().await;
        let mut add = |kind| found.push(Contradiction { at: release.at, kind });
        of_dates(manifest, release, &mut add);
        of_answers(release, &mut add);
        of_names(release, &mut add);
        let version = Version::read(&release.version);
        let before = at.checked_sub(1).map(|at| &manifest.releases[at]);
        let is_lower = |before: &Release| {
            before.product == release.product
                && relation(&version, &Version::read(&before.version)) == Relation::Older
        };
        if before.is_some_and(is_lower) {
            add(ContradictionKind::OutOfOrder);
        }
        if !seen.insert((release.product.as_str(), version)) {
            add(ContradictionKind::SameReleaseTwice);
        }
    }
    order::sort(&mut found);
    found
}

fn of_dates(manifest: &Manifest, release: &Release, add: &mut impl FnMut(ContradictionKind)) {
    let ends = Stamp::read(&release.eol);
    if is_before(manifest.published.as_ref(), release.released.as_ref()) {
        add(ContradictionKind::ReleasedAfterPublished);
    }
    if is_before(Some(&ends), release.released.as_ref()) {
        add(ContradictionKind::EndsBeforeReleased);
    }
}

fn of_answers(release: &Release, add: &mut impl FnMut(ContradictionKind)) {
    match (release.applicable, release.not_applicable_reason.trim().is_empty()) {
        (Some(true), false) => add(ContradictionKind::ApplicableWithReason),
        (Some(false), true) => add(ContradictionKind::InapplicableWithoutReason),
        _ => {}
    }
    let is_above = |from: &str| {
        !from.is_empty()
            && relation(&Version::read(from), &Version::read(&release.version)) == Relation::Newer
    };
    if is_above(&release.min_compatible) {
        add(ContradictionKind::MinimumAboveVersion);
    }
    for bundle in release.all_bundles().filter(|bundle| is_above(&bundle.cumulative_from)) {
        let name = bundle.id.clone().unwrap_or_else(|| bundle.elements.join(", ").into());
        add(ContradictionKind::BundleFromAboveVersion(name.to_string()));
    }
}

fn of_names(release: &Release, add: &mut impl FnMut(ContradictionKind)) {
    let mut names = BTreeSet::new();
    for Component { name, version, .. } in &release.bom {
        if !names.insert(name.as_str()) {
            add(ContradictionKind::SameComponentTwice(name.to_string()));
        }
        if version.trim().is_empty() {
            add(ContradictionKind::ComponentWithoutVersion(name.to_string()));
        }
    }
    for sku in &release.skus {
        for line in sku.bom.iter().filter(|line| !names.contains(line.name.as_str())) {
            let (sku, component) = (sku.name.clone(), line.name.clone());
            add(ContradictionKind::OutsideTheBom { sku: sku.to_string(), component: component.to_string() });
        }
    }
    for name in release.upgrade_order.iter().filter(|name| !names.contains(name.as_str())) {
        add(ContradictionKind::OrderOutsideTheBom(name.to_string()));
    }
}

/// Whether both are known and the first is earlier.
fn is_before(one: Option<&Stamp>, other: Option<&Stamp>) -> bool {
    let millis = |stamp: Option<&Stamp>| stamp.and_then(Stamp::order_millis);
    matches!((millis(one), millis(other)), (Some(one), Some(other)) if one < other)
}
