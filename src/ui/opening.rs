//! What the viewer's own page opens by itself, before a person has done anything.
//!
//! Until it is there, the start page would be drawn only to be put away: it is the largest of all views, and
//! nobody could have read it.

use super::session::{Session, Stage};
use crate::browser::location;
use crate::hal::fault::Cause;
use crate::source::{Content, Origin};
use leptos::prelude::*;

/// What the sample opens with.
pub(super) const SAMPLE: [&str; 4] =
    ["customization.json", "releases-page-1.json", "releases-page-2.json", "manifest-newer.json"];

impl Session {
    /// Notes that documents are asked for; true if they are among those that the page opens by itself.
    pub(super) fn begin_opening(self) -> bool {
        let is_first = self.opening.get_untracked() > 0;
        if is_first {
            self.opening.update(|count| *count += 1);
        }
        is_first
    }

    /// Notes that they are there, or cannot be had.
    pub(super) fn end_opening(self, is_first: bool) {
        if is_first {
            self.opening.update(|count| *count = count.saturating_sub(1));
        }
    }

    /// Whether what the page opens by itself is under way, and nothing of it has failed.
    pub(super) fn is_opening(self) -> bool {
        let has_failed =
            || self.loadings.with(|all| all.iter().any(|one| matches!(one.stage, Stage::Failed(_))));
        self.opening.get() > 0 && !has_failed()
    }

    /// Whether documents are open that nobody who follows a link to this page would have: those that a person chose,
    /// and those of the sample that it does not open with.
    pub(super) fn is_more_open_than_linked(self) -> bool {
        let linked: Vec<String> =
            location::query_values("src").iter().map(|src| self.masked_address(src)).collect();
        self.sources.with_untracked(|all| {
            all.iter().any(|source| match source.origin {
                Origin::Sample => {
                    matches!(source.content, Content::Manifest(_)) && !SAMPLE.contains(&source.title.as_str())
                }
                Origin::Address => !linked
                    .iter()
                    .any(|src| source.address.as_deref().is_some_and(|own| own.ends_with(src.as_str()))),
                Origin::File | Origin::Paste | Origin::Evidence => true,
                Origin::Host => false,
            })
        })
    }

    /// Whether it is said already that the sample is not published here.
    pub(super) fn lacks_sample(self) -> bool {
        self.loadings.with_untracked(|all| {
            all.iter().any(|one| {
                let is_sample = one.asked.as_ref().is_some_and(|asked| asked.origin == Origin::Sample);
                is_sample
                    && matches!(&one.stage, Stage::Failed(fault) if fault.causes.contains(&Cause::NoSample))
            })
        })
    }
}
