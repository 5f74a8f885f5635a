//! A piece of a text that is shared and not copied.
//!
//! Why not `String`: a large document names hundreds of thousands of ids, versions and products, and without
//! room of their own, interpreting it takes about a third less. An excerpt borrows from its text without a
//! lifetime: the text lives as long as one of its excerpts does. It has the size of a `String`.

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, Range};
use std::sync::Arc;

/// A piece of a shared text; used like a `str`.
#[derive(Clone, Default)]
pub struct Excerpt {
    /// None for the empty one.
    whole: Option<Arc<String>>,
    start: u32,
    end: u32,
}

impl Excerpt {
    /// The empty one.
    pub const EMPTY: Self = Self { whole: None, start: 0, end: 0 };

    /// What stands in `span` of a text; empty where there is no such piece.
    #[inline]
    pub fn of(whole: &Arc<String>, span: Range<usize>) -> Self {
        if span.start >= span.end || whole.get(span.clone()).is_none() {
            return Self::EMPTY;
        }
        let (Ok(start), Ok(end)) = (u32::try_from(span.start), u32::try_from(span.end)) else {
            return Self::EMPTY;
        };
        Self { whole: Some(Arc::clone(whole)), start, end }
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        let Some(whole) = &self.whole else { return "" };
        whole.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Its bytes, which compare as the text does and need no look at where its characters begin.
    fn bytes(&self) -> &[u8] {
        let Some(whole) = &self.whole else { return &[] };
        whole.as_bytes().get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Whether there is nothing in it.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// A piece of it, which shares its text too.
    #[must_use]
    pub fn piece(&self, span: Range<usize>) -> Self {
        let start = self.start as usize;
        match &self.whole {
            Some(whole) if start + span.end <= self.end as usize => {
                Self::of(whole, start + span.start..start + span.end)
            }
            _ => Self::EMPTY,
        }
    }
}

impl Deref for Excerpt {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Excerpt {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Excerpt {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl From<String> for Excerpt {
    fn from(text: String) -> Self {
        let end = text.len();
        Self::of(&Arc::new(text), 0..end)
    }
}

impl From<&str> for Excerpt {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::EMPTY } else { Self::from(text.to_owned()) }
    }
}

impl From<&String> for Excerpt {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Cow<'_, str>> for Excerpt {
    fn from(text: Cow<'_, str>) -> Self {
        Self::from(text.into_owned())
    }
}

impl From<Excerpt> for String {
    fn from(excerpt: Excerpt) -> Self {
        excerpt.as_str().to_owned()
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for Excerpt {
    fn eq(&self, other: &Self) -> bool {
        // Different lengths are told without a look at the texts.
        self.end - self.start == other.end - other.start && self.bytes() == other.bytes()
    }
}

impl Eq for Excerpt {}

impl PartialOrd for Excerpt {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Excerpt {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bytes().cmp(other.bytes())
    }
}

impl Hash for Excerpt {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl PartialEq<str> for Excerpt {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Excerpt {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Excerpt {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other.as_str()
    }
}

impl PartialEq<Excerpt> for str {
    fn eq(&self, other: &Excerpt) -> bool {
        self == other.as_str()
    }
}

impl PartialEq<Excerpt> for &str {
    fn eq(&self, other: &Excerpt) -> bool {
        *self == other.as_str()
    }
}

impl PartialEq<Excerpt> for String {
    fn eq(&self, other: &Excerpt) -> bool {
        self.as_str() == other.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::Excerpt;
    use proptest::prelude::*;
    use std::sync::Arc;

    proptest! {
        #[test]
        fn excerpt_is_the_piece_of_its_text(text in "\\PC{0,20}", start in 0_usize..24, end in 0_usize..24) {
            let whole = Arc::new(text.clone());
            let expected = text.get(start..end).unwrap_or_default();
            prop_assert_eq!(&Excerpt::of(&whole, start..end), expected);
            prop_assert_eq!(&Excerpt::from(text.as_str()).piece(start..end), expected);
            prop_assert_eq!(Excerpt::of(&whole, start..end).is_empty(), expected.is_empty());
        }

        #[test]
        fn excerpts_compare_as_their_texts_do(one in "[ab]{0,3}", other in "[ab]{0,3}") {
            let padded = Arc::new(format!("x{one}"));
            let excerpts = (Excerpt::of(&padded, 1..padded.len()), Excerpt::from(other.as_str()));
            prop_assert_eq!(excerpts.0.cmp(&excerpts.1), one.cmp(&other));
            prop_assert_eq!(excerpts.0 == excerpts.1, one == other);
        }
    }

    #[test]
    fn excerpt_outlives_the_handle_of_its_text() {
        let whole = Arc::new(String::from("release 9.0.1"));
        let version = Excerpt::of(&whole, 8..13);
        drop(whole);
        assert_eq!(version, "9.0.1");
    }
}
