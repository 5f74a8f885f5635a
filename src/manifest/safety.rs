//! Whether a release is safe to move to, with everything that was looked at.
//!
//! A yes needs every check to have been possible: a list of recalls, ids to match, an answer about
//! applicability and end of support. What is not said is never taken for a yes, and a known recall outranks what is
//! not said.

use std::collections::BTreeSet;

use super::{Answer, Life, RecallList, Recalls, Release, Targets};
use crate::excerpt::Excerpt;
use crate::order;

/// The answer, best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safe {
    /// Something speaks against it.
    No,
    /// Too little is said.
    Unsaid,
    /// Nothing speaks against it, if one minds what is named.
    WithCare,
    /// Everything was looked at, and nothing speaks against it.
    Yes,
}

impl Safe {
    /// The word in classes and text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Unsaid => "unsaid",
            Self::WithCare => "with-care",
            Self::Yes => "yes",
        }
    }
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What came of it.
    pub safe: Safe,
    /// What it was.
    pub about: About,
}

impl Check {
    /// What is wrong first, then what is recalled at all, then what is not known.
    fn rank(&self) -> (bool, bool, Safe) {
        (self.safe != Safe::No, !matches!(self.about, About::Recalled { .. }), self.safe)
    }
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// `isApplicable`, none if it is not said.
    Applicable(Option<bool>),
    /// `eol`.
    Life(Life),
    /// No open manifest has a usable list of recalls.
    RecallsUnsaid,
    /// The release names no bundle.
    NoBundles,
    /// These bundles carry no id, see [`Release::unmatched`].
    Unmatched(Vec<(Excerpt, u32)>),
    /// So many bundles are named, and none of them is recalled.
    NoneRecalled(u32),
    /// A bundle is recalled.
    Recalled {
        /// The bundle.
        id: String,
        /// What to do about it.
        answer: Answer,
        /// What to take in its place.
        targets: Targets,
    },
    /// A bundle's id looks like a recalled one.
    LooksRecalled {
        /// The bundle.
        id: String,
        /// The recalled one.
        like: String,
    },
}

/// Looks at a release; the most serious first.
pub fn checks(release: &Release, recalls: &Recalls, now_millis: i64) -> Vec<Check> {
    let mut checks = Vec::new();
    let mut add = |safe, about| checks.push(Check { safe, about });
    add(
        match release.applicable {
            Some(true) => Safe::Yes,
            Some(false) => Safe::No,
            None => Safe::WithCare,
        },
        About::Applicable(release.applicable),
    );
    let life = Life::of(&release.eol, now_millis);
    add(
        match life {
            Life::Ended => Safe::No,
            Life::Soon | Life::Unsaid => Safe::WithCare,
            Life::Going => Safe::Yes,
        },
        About::Life(life),
    );
    bundles(release, recalls, &mut add);
    checks.sort_by_key(Check::rank);
    checks
}

/// What all checks together say. With a recalled bundle in it, what cannot be said of the rest makes it no.
pub fn safe(checks: &[Check]) -> Safe {
    let worst = checks.iter().map(|check| check.safe).min().unwrap_or(Safe::Unsaid);
    if worst == Safe::Unsaid && recalled(checks).next().is_some() { Safe::No } else { worst }
}

/// The recalled bundles among the checks: each with the bundle to take in its place, where there is one of the same
/// component that is READY.
pub fn recalled(checks: &[Check]) -> impl Iterator<Item = (&str, Option<&str>)> {
    checks.iter().filter_map(|check| match &check.about {
        About::Recalled { id, targets, .. } => {
            let target = targets.ids.first().filter(|_| check.safe == Safe::WithCare);
            Some((id.as_str(), target.map(|target| &**target)))
        }
        _ => None,
    })
}

impl Release {
    /// How many of its bundles carry no id, by the name of the SKU that holds them; the name is empty for its own.
    pub fn unmatched(&self) -> Vec<(Excerpt, u32)> {
        let own = std::iter::once((Excerpt::EMPTY, &self.bundles));
        let mut found = Vec::new();
        for (name, bundles) in own.chain(self.skus.iter().map(|sku| (sku.name.clone(), &sku.bundles))) {
            let count = bundles.iter().filter(|bundle| bundle.id.is_none()).count() as u32;
            if count > 0 {
                found.push((name, count));
            }
        }
        order::sort(&mut found);
        found.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            earlier.1 += if is_same { later.1 } else { 0 };
            is_same
        });
        found
    }
}

fn bundles(release: &Release, recalls: &Recalls, add: &mut impl FnMut(Safe, About)) {
    let ids: BTreeSet<&str> = release.all_bundles().filter_map(|bundle| bundle.id.as_deref()).collect();
    let unmatched = release.unmatched();
    let has_list = matches!(recalls.list(), RecallList::Filled | RecallList::Empty);
    if !has_list {
        add(Safe::Unsaid, About::RecallsUnsaid);
    }
    if ids.is_empty() && unmatched.is_empty() {
        add(Safe::Unsaid, About::NoBundles);
    }
    if !unmatched.is_empty() {
        add(Safe::Unsaid, About::Unmatched(unmatched));
    }
    let mut is_any = false;
    for id in &ids {
        let found = bundle(id, recalls);
        is_any |= found.is_some();
        if let Some((safe, about)) = found {
            add(safe, about);
        }
    }
    if has_list && !ids.is_empty() && !is_any {
        add(Safe::Yes, About::NoneRecalled(ids.len() as u32));
    }
}

fn bundle(id: &str, recalls: &Recalls) -> Option<(Safe, About)> {
    if recalls.is_recalled(id) {
        let (answer, targets) = (recalls.answer(id), recalls.targets(id));
        // What replaces it helps only where it is known to be for the same component.
        let is_replaced = answer == Answer::Move && targets.same > 0;
        let safe = if is_replaced { Safe::WithCare } else { Safe::No };
        return Some((safe, About::Recalled { id: id.to_owned(), answer, targets }));
    }
    let like = recalls.looks_recalled(id)?;
    Some((Safe::WithCare, About::LooksRecalled { id: id.to_owned(), like: like.to_string() }))
}
