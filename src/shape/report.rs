//! What a check against the tables found odd: the first of each kind, and counts of all.

use crate::json::{Kind, ValueId};

use super::Wanted;

/// How many notices of one kind are kept, so that a flood of one kind hides no other.
const KEPT: usize = 250;

/// One oddity, at its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Notice {
    /// The value; for a missing member, the object that lacks it.
    pub at: ValueId,
    /// What is odd.
    pub kind: NoticeKind,
}

/// The ways in which a value can differ from its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeKind {
    /// Another type than expected.
    WrongType {
        /// What the table says.
        expected: Wanted,
        /// What stands there.
        found: Kind,
    },
    /// A member that the table does not name.
    UnknownMember,
    /// Not one of the documented words.
    UnknownWord,
    /// This member is required and absent.
    MissingRequired(&'static str),
    /// One object where a list is expected: read as a list of one.
    ObjectForList,
    /// An item that is nothing like the other items of its list.
    JunkInList {
        /// What the table says of an item.
        expected: Wanted,
        /// What stands there.
        found: Kind,
    },
    /// Text that stands for a type in the vendor's documentation, such as "string" or "Release Object".
    Placeholder,
}

const KINDS: usize = 7;

impl NoticeKind {
    fn index(self) -> usize {
        match self {
            Self::WrongType { .. } => 0,
            Self::UnknownMember => 1,
            Self::UnknownWord => 2,
            Self::MissingRequired(_) => 3,
            Self::ObjectForList => 4,
            Self::JunkInList { .. } => 5,
            Self::Placeholder => 6,
        }
    }
}

/// What checks of one document found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    notices: Vec<Notice>,
    counts: [u32; KINDS],
}

impl Report {
    /// The notices that are kept: in document order, a missing member where its object ends.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// How many notices of the same kind as `kind` there were, whatever its particulars.
    pub fn count(&self, kind: NoticeKind) -> u32 {
        self.counts[kind.index()]
    }

    /// How many notices there were in all.
    pub fn total(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// Counts a notice, and keeps it while there is room for its kind.
    #[cold]
    pub(super) fn add(&mut self, at: ValueId, kind: NoticeKind) {
        let count = &mut self.counts[kind.index()];
        *count += 1;
        if *count as usize <= KEPT {
            self.notices.push(Notice { at, kind });
        }
    }
}
