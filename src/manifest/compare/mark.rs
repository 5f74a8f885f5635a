//! What kind of change one is: by this it is marked and named in a list.

use super::What;
use crate::manifest::Shift;

/// The kind of one change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A version moved, came or went.
    Shift(Shift),
    /// A value became another one that is neither newer nor older.
    Changed,
    /// The same thing, in another place.
    Moved,
}

impl Mark {
    /// The word in classes and text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Shift(shift) => shift.word(),
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }

    /// Between two values as written, of which an empty one is none.
    fn between(before: &str, after: &str) -> Self {
        match (before.is_empty(), after.is_empty()) {
            (true, false) => Self::Shift(Shift::Added),
            (false, true) => Self::Shift(Shift::Removed),
            _ => Self::Changed,
        }
    }

    const fn came(is_added: bool) -> Self {
        Self::Shift(if is_added { Shift::Added } else { Shift::Removed })
    }
}

impl What {
    /// What kind of change it is.
    pub fn mark(&self) -> Mark {
        match self {
            Self::Recall { before: None, .. } => Mark::came(true),
            Self::Recall { after: None, .. } => Mark::came(false),
            Self::Recall { .. } => Mark::Changed,
            Self::Release { is_added, .. } | Self::Entry { is_added, .. } => Mark::came(*is_added),
            Self::Member { before, after, .. } => Mark::between(before, after),
            Self::Bundle { shift: Shift::Same, .. } => Mark::Moved,
            Self::Component { shift, .. } | Self::Bundle { shift, .. } => Mark::Shift(*shift),
        }
    }
}
