//! What to say where the target cannot be reached: what blocks it, and how far one gets instead.

use super::{Blocked, Plan, Stop};

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

    /// The one release to take in place of a target that cannot be reached: the next newer one that is open, for
    /// that is where the target would have led; else the newest that can be reached before it.
    pub fn advised(&self) -> Option<Stop> {
        self.beyond.or(self.nearest())
    }

    /// The newest release before the target that can be reached by any number of hops, where no way leads to
    /// the target itself.
    pub fn nearest(&self) -> Option<Stop> {
        self.furthest.filter(|_| self.fewest_hops.is_none())
    }
}
