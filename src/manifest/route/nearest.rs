//! What to say where the target cannot be reached: what blocks it, and how far one gets instead.

use super::{Blocked, Plan, Question, Stop};
use crate::manifest::{Manifest, Recalls};

/// How many releases before the target are planned for before the one in a single hop is named.
const TRIED: usize = 12;

impl Plan {
    /// Why the target cannot be reached in one hop; none if it can, or if there is no target.
    pub fn blocked_target(&self) -> Option<&Blocked> {
        let target = self.target?;
        self.blocked.iter().find(|blocked| blocked.to == target)
    }

    /// What cannot be reached in one hop: the target first, then the newest first.
    pub fn blocked_first(&self) -> impl Iterator<Item = &Blocked> {
        let target = self.blocked_target();
        let others = self.blocked.iter().rev();
        let others = others.filter(move |blocked| target.is_none_or(|own| own.to != blocked.to));
        target.into_iter().chain(others)
    }

    /// The newest release before the target that can be reached by any number of hops, where no way leads to
    /// the target itself. Plans again for a few releases that no single hop reaches.
    pub fn nearest(&self, manifests: &[&Manifest], recalls: &Recalls, question: &Question) -> Option<Stop> {
        if self.fewest_hops.is_some() || self.fault.is_some() {
            return None;
        }
        let target = self.target?;
        let direct = self.direct.last().map(|hop| hop.to);
        let version =
            |stop: Stop| stop.of(manifests).map(|release| crate::version::Version::read(&release.version));
        let beyond =
            |stop: &Stop| *stop != target && direct.is_none_or(|direct| version(*stop) > version(direct));
        let tried = self.blocked.iter().rev().map(|blocked| blocked.to).filter(beyond).take(TRIED);
        let reached = |stop: &Stop| {
            let to = stop.of(manifests).map(|release| release.version.clone()).unwrap_or_default();
            Self::new(manifests, recalls, &Question { to, ..question.clone() }).fewest_hops.is_some()
        };
        let mut tried = tried;
        tried.find(reached).or(direct)
    }
}
