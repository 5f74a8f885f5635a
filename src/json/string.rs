//! Strings: where they end, and what their escapes mean.
//!
//! The scan looks at eight bytes at a time, as one word ("SIMD within a register", Hacker's Delight
//! section 6-1), because most of a document is inside strings.

use super::pattern::word;
use super::refusal::Expected;

/// What a scanned string holds besides plain characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// At least one escape: the string must be decoded.
    pub(super) escapes: bool,
    /// A control character as it is.
    pub(super) controls: bool,
    /// An escape for half a surrogate pair.
    pub(super) lone_surrogates: bool,
}

/// A place where the grammar is broken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fault {
    pub(super) offset: usize,
    pub(super) expected: Expected,
}

/// The offset of the first quote, backslash or control character from `at` on; the length if none.
#[inline]
fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = word(bytes, at) {
        let hits = special(word);
        if hits != 0 {
            return at + (hits.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(|&byte| byte != b'"' && byte != b'\\' && byte >= 0x20) {
        at += 1;
    }
    at
}

/// The highest bit of each byte that is a quote, a backslash or below 0x20. Bits above the lowest hit
/// may be wrong (borrows), the lowest is right.
#[inline]
fn special(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const QUOTES: u64 = ONES * 0x22;
    const BACKSLASHES: u64 = ONES * 0x5C;
    let quote = word ^ QUOTES;
    let backslash = word ^ BACKSLASHES;
    let below = quote.wrapping_sub(ONES) | backslash.wrapping_sub(ONES) | word.wrapping_sub(ONES * 0x20);
    // The differences leave bit 7 also in bytes beyond ASCII, which have it themselves.
    below & !word & HIGH
}

/// Scans the string whose inside begins at `start`; gives the offset after its closing quote.
#[inline]
pub(super) fn string_end(bytes: &[u8], start: usize) -> Result<(usize, Content), Fault> {
    let end = plain_end(bytes, start);
    if bytes.get(end) == Some(&b'"') { Ok((end + 1, Content::default())) } else { special_end(bytes, end) }
}

/// Scans the rest of a string from the first special character on; gives the offset after the closing
/// quote.
#[cold]
#[inline(never)]
fn special_end(bytes: &[u8], mut at: usize) -> Result<(usize, Content), Fault> {
    let mut content = Content::default();
    loop {
        match bytes.get(at) {
            None => return Err(Fault { offset: at, expected: Expected::Quote }),
            Some(b'"') => return Ok((at + 1, content)),
            Some(b'\\') => {
                content.escapes = true;
                at = escape_end(bytes, at + 1, &mut content)?;
            }
            Some(_) => {
                content.controls = true;
                at += 1;
            }
        }
        at = plain_end(bytes, at);
    }
}

/// Checks the escape whose letter stands at `at`; gives the offset after it, or after the pair.
fn escape_end(bytes: &[u8], at: usize, content: &mut Content) -> Result<usize, Fault> {
    match bytes.get(at) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at + 1),
        Some(b'u') => {
            let unit = hex_unit(bytes, at + 1)?;
            let low = if is_high(unit) && bytes.get(at + 5..at + 7) == Some(b"\\u") {
                hex_unit(bytes, at + 7).ok().filter(|&low| is_low(low))
            } else {
                None
            };
            content.lone_surrogates |= low.is_none() && (is_high(unit) || is_low(unit));
            Ok(if low.is_some() { at + 11 } else { at + 5 })
        }
        _ => Err(Fault { offset: at, expected: Expected::EscapeLetter }),
    }
}

/// Four hexadecimal digits.
fn hex_unit(bytes: &[u8], at: usize) -> Result<u16, Fault> {
    let mut unit = 0;
    for offset in at..at + 4 {
        let digit = bytes.get(offset).and_then(|&byte| char::from(byte).to_digit(16));
        unit = unit << 4 | digit.ok_or(Fault { offset, expected: Expected::HexDigit })?;
    }
    Ok(unit as u16)
}

fn is_high(unit: u16) -> bool {
    (0xD800..0xDC00).contains(&unit)
}

fn is_low(unit: u16) -> bool {
    (0xDC00..0xE000).contains(&unit)
}

/// The text that a string's inside stands for. Half a surrogate pair becomes U+FFFD.
pub(super) fn decoded(inner: &str) -> String {
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let (character, length) = escaped_character(&rest.as_bytes()[at..]);
        text.push(character);
        rest = rest.get(at + length..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// The character of the escape that `bytes` begins with, and the escape's length.
fn escaped_character(bytes: &[u8]) -> (char, usize) {
    let character = match bytes.get(1) {
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode_escape(bytes),
        Some(&other) => char::from(other),
        None => char::REPLACEMENT_CHARACTER,
    };
    (character, 2)
}

/// The character of a `\uXXXX`, or of a pair of them.
fn unicode_escape(bytes: &[u8]) -> (char, usize) {
    let unit = hex_unit(bytes, 2).unwrap_or(0xDFFF);
    let low = if is_high(unit) && bytes.get(6..8) == Some(b"\\u") { hex_unit(bytes, 8).ok() } else { None };
    match low {
        Some(low) if is_low(low) => {
            let code = 0x1_0000 + (u32::from(unit & 0x3FF) << 10 | u32::from(low & 0x3FF));
            (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 12)
        }
        _ => (char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER), 6),
    }
}
