//! How long a release is supported, from `eol` as it is written.

use crate::stamp::Stamp;

/// How near an end of support is named, in milliseconds: 90 days.
const SOON_MILLIS: i64 = 90 * 86_400_000;

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
            date => match Stamp::read(date).order_millis() {
                None => Self::Unsaid,
                Some(end) if end <= now_millis => Self::Ended,
                Some(end) if end.saturating_sub(now_millis) <= SOON_MILLIS => Self::Soon,
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
