//! How one thing's version moved between two places.

use crate::version::{Relation, Version, relation};

/// What became of a version from one release, or manifest, to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shift {
    /// It is newer.
    Up,
    /// It is older: rare, and worth a look.
    Down,
    /// It was not there before.
    Added,
    /// It is there no more.
    Removed,
    /// It means the same, however it is written.
    Same,
    /// The two cannot be put in order.
    Incomparable,
}

impl Shift {
    /// The shift between two versions as written; none where the thing is in neither place.
    pub fn between(before: Option<&str>, after: Option<&str>) -> Option<Self> {
        Some(match (before, after) {
            (None, None) => return None,
            (Some(before), Some(after)) if before == after => Self::Same,
            // A line without a version says as little as no line.
            (None | Some(""), Some(_)) => Self::Added,
            (Some(_), None | Some("")) => Self::Removed,
            (Some(before), Some(after)) => match relation(&Version::read(before), &Version::read(after)) {
                Relation::Same => Self::Same,
                Relation::Older => Self::Up,
                Relation::Newer => Self::Down,
                Relation::Incomparable => Self::Incomparable,
            },
        })
    }

    /// The shift in the other direction.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
            Self::Added => Self::Removed,
            Self::Removed => Self::Added,
            same @ (Self::Same | Self::Incomparable) => same,
        }
    }

    /// The word in classes and text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Same => "same",
            Self::Incomparable => "incomparable",
        }
    }
}
