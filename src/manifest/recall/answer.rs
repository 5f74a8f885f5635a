//! What to do about a recalled bundle: the ends of all its chains, summed up.

use std::sync::Arc;

use super::components::{Components, components};
use super::{Group, Recalls};
use crate::manifest::Status;
use crate::order;
use crate::pace::Pace;

/// What to do about one bundle id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Recalled; every chain ends at a bundle that is not recalled: move to one of the targets.
    Move,
    /// Recalled; every chain ends at a bundle that is not recalled, but none of them holds a component of it.
    MoveOther,
    /// Recalled; some chains end at targets, others end otherwise (see the steps of the trace).
    MoveInPart,
    /// Recalled; a replacement is announced (PENDING).
    Wait,
    /// Recalled; no replacement is published (NONE).
    Withdrawn,
    /// Recalled; what is said about it contradicts itself: READY without ids, NONE with ids, or one id
    /// recalled with different statuses.
    Contradictory,
    /// Recalled; its chain leads back into itself and nowhere else.
    Circular,
    /// Recalled; the status is a word that nobody documented, or missing.
    Unclear,
    /// Named by a manifest whose list of recalls does not hold it.
    Unrecalled,
    /// No manifest names this id at all, and there is a list of recalls.
    Unknown,
    /// No manifest has a usable list of recalls (absent, null or junk): nothing can be said.
    Unsaid,
}

impl Answer {
    /// The answers for recalled bundles, most urgent first: those that leave nowhere to go, then those that do.
    pub const RECALLED: [Self; 8] = [
        Self::Withdrawn,
        Self::Circular,
        Self::Contradictory,
        Self::Unclear,
        Self::Wait,
        Self::MoveOther,
        Self::MoveInPart,
        Self::Move,
    ];

    /// The word in addresses, classes and text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::MoveOther => "move-other",
            Self::MoveInPart => "move-in-part",
            Self::Wait => "wait",
            Self::Withdrawn => "withdrawn",
            Self::Contradictory => "contradictory",
            Self::Circular => "circular",
            Self::Unclear => "unclear",
            Self::Unrecalled => "unrecalled",
            Self::Unknown => "unknown-id",
            Self::Unsaid => "unsaid",
        }
    }

    /// Whether it is the answer for a recalled bundle.
    pub const fn is_recalled(self) -> bool {
        !matches!(self, Self::Unrecalled | Self::Unknown | Self::Unsaid)
    }
}

/// The final targets of a recalled bundle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Targets {
    /// Those that hold a component of the recalled bundle first, then in the order of the document.
    pub ids: Vec<Arc<str>>,
    /// How many of them, from the first on, are known to hold a component of it.
    pub same: usize,
    /// Whether there are more than are kept.
    pub more: bool,
}

impl Targets {
    /// How many targets are kept for one recalled id: enough to show, too few to fill the memory when a
    /// hostile document has each of ten thousand ids lead to ten thousand others.
    pub const KEPT: usize = 64;

    /// Those to take, and those beside them that are not known to hold a component of the recalled bundle. Where
    /// none is known to, all are to be looked at alike.
    pub fn parts(&self) -> (&[Arc<str>], &[Arc<str>]) {
        let many = self.ids.len();
        self.ids.split_at(if self.same == 0 { many } else { self.same.min(many) })
    }
}

/// The kinds of ends that chains have, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ends(u8);

impl Ends {
    const TARGET: Self = Self(1);
    const WAIT: Self = Self(2);
    const WITHDRAWN: Self = Self(4);
    const CONTRADICTION: Self = Self(8);
    const UNCLEAR: Self = Self(16);
    const LOOP: Self = Self(32);

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn answer(self) -> Answer {
        if self.0 == Self::TARGET.0 {
            Answer::Move
        } else if self.has(Self::TARGET) {
            Answer::MoveInPart
        } else if self.has(Self::CONTRADICTION) {
            Answer::Contradictory
        } else if self.has(Self::UNCLEAR) {
            Answer::Unclear
        } else if self.has(Self::WAIT) {
            Answer::Wait
        } else if self.has(Self::WITHDRAWN) {
            Answer::Withdrawn
        } else {
            Answer::Circular
        }
    }
}

/// The first targets by text, shared along chains.
#[derive(Clone, Debug, Default)]
struct Kept {
    numbers: Arc<[u32]>,
    more: bool,
}

/// The answers for all ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Resolved {
    pub(super) components: Components,
    /// For each component.
    ends: Vec<Ends>,
    /// For each component.
    kept: Vec<Kept>,
    /// For each id whether its own entries contradict one another.
    disagreeing: Vec<bool>,
}

impl Resolved {
    pub(super) fn answer(&self, id: u32) -> Answer {
        if self.is_disagreeing(id) { Answer::Contradictory } else { self.ends[self.component(id)].answer() }
    }

    /// The numbers of the targets, and whether there are more than are kept.
    pub(super) fn targets(&self, id: u32) -> (&[u32], bool) {
        let kept = &self.kept[self.component(id)];
        (&kept.numbers, kept.more)
    }

    /// Whether the entries that recall this id say different things.
    pub(super) fn is_disagreeing(&self, id: u32) -> bool {
        self.disagreeing.get(id as usize).copied().unwrap_or_default()
    }

    fn component(&self, id: u32) -> usize {
        self.components.of[id as usize] as usize
    }
}

/// Goes through the components from the ends of all chains back to their beginnings.
pub(super) async fn resolve(recalls: &Recalls, pace: Pace) -> Resolved {
    let components = components(recalls);
    pace.rest().await;
    let count = components.len();
    let disagreeing = (0..recalls.names.len() as u32).map(|id| disagree(recalls, id)).collect();
    let mut resolved = Resolved {
        components,
        ends: Vec::with_capacity(count),
        kept: Vec::with_capacity(count),
        disagreeing,
    };
    let mut beyond = Vec::new();
    for component in 0..count {
        pace.turn().await;
        beyond.clear();
        let (ends, kept) = sum_up(recalls, &resolved, component, &mut beyond);
        resolved.ends.push(ends);
        resolved.kept.push(kept);
    }
    resolved
}

/// Whether the statuses of an id's own entries differ.
fn disagree(recalls: &Recalls, id: u32) -> bool {
    let mut statuses = recalls.recalled_in.row(id).iter().map(|group| &recalls.group(*group).status);
    let first = statuses.next();
    statuses.any(|status| Some(status) != first)
}

/// The ends and targets of one component: its own, and those of the components that it leads to.
///
/// `beyond` is room for the latter, empty.
fn sum_up(recalls: &Recalls, resolved: &Resolved, component: usize, beyond: &mut Vec<usize>) -> (Ends, Kept) {
    let nodes = resolved.components.nodes(component);
    let mut ends = if nodes.len() > 1 { Ends::LOOP } else { Ends::default() };
    let mut leave = |node: u32| {
        let next = resolved.components.of[node as usize] as usize;
        if next != component {
            beyond.push(next);
        }
    };
    for &node in nodes {
        match recalls.as_group(node) {
            Some(group) => {
                let group = recalls.group(group);
                ends = ends.and(end_of(group));
                if group.leads_on() {
                    group.replacements.iter().for_each(|id| leave(*id));
                }
            }
            None if recalls.recalled_in.row(node).is_empty() => return target(node),
            None => {
                if resolved.is_disagreeing(node) {
                    ends = ends.and(Ends::CONTRADICTION);
                }
                recalls.recalled_in.row(node).iter().for_each(|group| leave(recalls.group_node(*group)));
            }
        }
    }
    order::sort(beyond);
    beyond.dedup();
    let ends = beyond.iter().fold(ends, |ends, next| ends.and(resolved.ends[*next]));
    (ends, unite(beyond, resolved))
}

/// A bundle that is not recalled is where a chain ends well.
fn target(id: u32) -> (Ends, Kept) {
    (Ends::TARGET, Kept { numbers: Arc::from([id]), more: false })
}

/// How chains end at a group that leads nowhere.
fn end_of(group: &Group) -> Ends {
    match (&group.status, group.replacements.is_empty()) {
        (Status::Ready, false) => Ends::default(),
        (Status::Ready, true) | (Status::None, false) => Ends::CONTRADICTION,
        (Status::None, true) => Ends::WITHDRAWN,
        (Status::Pending, _) => Ends::WAIT,
        (Status::Other(_), _) => Ends::UNCLEAR,
    }
}

fn unite(beyond: &[usize], resolved: &Resolved) -> Kept {
    let mut filled = beyond.iter().map(|next| &resolved.kept[*next]).filter(|kept| !kept.numbers.is_empty());
    let Some(first) = filled.next() else { return Kept::default() };
    let mut united: Option<Vec<u32>> = None;
    let mut more = first.more;
    for kept in filled {
        let numbers = united.get_or_insert_with(|| first.numbers.to_vec());
        numbers.extend_from_slice(&kept.numbers);
        order::sort(numbers);
        numbers.dedup();
        more |= kept.more || numbers.len() > Targets::KEPT;
        numbers.truncate(Targets::KEPT);
    }
    Kept { numbers: united.map_or_else(|| first.numbers.clone(), Arc::from), more }
}
