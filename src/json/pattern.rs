//! A member name that is expected, prepared so that comparing takes two steps.
//!
//! Documents repeat their member names hundreds of thousands of times. Names up to seven bytes are
//! compared in one word with their closing quote, names up to fifteen in two words that overlap.

/// A name with its closing quote.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern {
    /// The first eight bytes, or fewer.
    head: u64,
    /// The bytes of `head` that count.
    mask: u64,
    /// The last eight bytes, if there are more than eight.
    tail: u64,
    /// In bytes, the quote included.
    length: usize,
}

impl Pattern {
    /// The pattern of a name, as it is written without escapes.
    pub(crate) fn new(name: &[u8]) -> Self {
        let mut quoted = name.to_vec();
        quoted.push(b'"');
        let length = quoted.len();
        let tail = if length > 8 { word(&quoted, length - 8).unwrap_or(0) } else { 0 };
        quoted.resize(length.max(8), 0);
        let head = word(&quoted, 0).unwrap_or(0);
        let mask = if length < 8 { (1 << (8 * length)) - 1 } else { u64::MAX };
        Self { head, mask, tail, length }
    }

    /// How many bytes the name and its closing quote take.
    #[inline]
    pub(crate) fn length(&self) -> usize {
        self.length
    }

    /// Whether the name that this is the pattern of, and a quote, stand in `bytes` at `at`; `own` begins
    /// with that name.
    #[inline]
    pub(crate) fn matches(&self, own: &[u8], bytes: &[u8], at: usize) -> bool {
        let Some(first) = word(bytes, at) else { return self.matches_slowly(own, bytes, at) };
        if first & self.mask != self.head {
            return false;
        }
        if self.length <= 8 {
            return true;
        }
        let last_at = at + self.length - 8;
        let between = 8..self.length - 8;
        word(bytes, last_at) == Some(self.tail)
            && (self.length <= 16 || bytes.get(at + 8..last_at) == own.get(between))
    }

    /// The same, so near to the end of the text that there is no whole word.
    #[cold]
    fn matches_slowly(&self, own: &[u8], bytes: &[u8], at: usize) -> bool {
        let end = at + self.length - 1;
        bytes.get(at..end).is_some_and(|name| own.get(..self.length - 1) == Some(name))
            && bytes.get(end) == Some(&b'"')
    }
}

/// The eight bytes at `at` as one number, the first one lowest.
#[inline]
pub(super) fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn name_of_any_length_fits_itself_alone() {
        let text = "abcdefghijklmnopqrstuvwxyz";
        for length in 0..=26 {
            let name = &text.as_bytes()[..length];
            let pattern = Pattern::new(name);
            for rest in ["", ":1}", ": \"something longer\""] {
                let quoted = [b"\"", name, b"\"", rest.as_bytes()].concat();
                assert!(pattern.matches(name, &quoted, 1), "{length} {rest}");
                for index in 1..length + 2 {
                    let mut other = quoted.clone();
                    other[index] ^= 1;
                    assert!(!pattern.matches(name, &other, 1), "{length} {index} {rest}");
                }
                assert!(!pattern.matches(name, &quoted[..=length], 1));
            }
        }
    }
}
