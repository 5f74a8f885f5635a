//! How long a release is supported, from `eol` as it is written.

use crate::stamp::{Stamp, days_until};

/// How near an end of support is named, in days.
const SOON_DAYS: i64 = 90;

/// How a release stands to its end of support.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Life {
    /// Nothing, or nothing that can be understood, is said.
    #[default]
    Unsaid,
    /// It is supported.
    Going,
    /// Its support ends within 90 days.
    Soon,
    /// Its support has ended.
    Ended,
}

impl Life {
    /// What `eol` says at an instant (milliseconds since 1970): a date in the documentation, a yes or no in
    /// some files.
    pub fn of(eol: &str, now_millis: i64) -> Self {
        match eol.trim() {
            "" => Self::Unsaid,
            word if word.eq_ignore_ascii_case("true") => Self::Ended,
            word if word.eq_ignore_ascii_case("false") => Self::Going,
            date => match Stamp::read(date).order_millis().map(|end| days_until(end, now_millis)) {
                None => Self::Unsaid,
                Some(..0) => Self::Ended,
                Some(0..=SOON_DAYS) => Self::Soon,
                Some(_) => Self::Going,
            },
        }
    }

    /// The word in classes and text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unsaid => "unsaid",
            Self::Going => "going",
            Self::Soon => "soon",
            Self::Ended => "ended",
        }
    }
}
