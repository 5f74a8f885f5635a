//! What the viewer's own page opens by itself, before a person has done anything.
//!
//! Until it is there, the start page would be drawn only to be put away: it is the largest of all views, and
//! nobody could have read it.

use super::session::{Session, Stage};
use crate::hal::fault::Cause;
use crate::source::Origin;
use leptos::prelude::*;

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
