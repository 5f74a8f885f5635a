//! Numbers: where they end, and whether `f64` can hold them.

use super::refusal::Expected;
use super::string::Fault;
use crate::decimal::Decimal;

/// The offset after a number, and whether it may be beyond the range of `f64`.
#[inline]
pub(super) fn number_end(bytes: &[u8], start: usize) -> Result<(usize, bool), Fault> {
    let digits = start + usize::from(bytes.get(start) == Some(&b'-'));
    let mut end = if bytes.get(digits) == Some(&b'0') { digits + 1 } else { digits_end(bytes, digits)? };
    let mut is_large = end - digits > 300;
    if bytes.get(end) == Some(&b'.') {
        end = digits_end(bytes, end + 1)?;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        end = digits_end(bytes, end + 1 + sign)?;
        is_large = true;
    }
    Ok((end, is_large))
}

/// Whether a number is beyond the range of `f64`.
#[cold]
pub(super) fn is_out_of_range(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).and_then(Decimal::read).is_some_and(|number| number.is_beyond_f64())
}

/// The offset after the digits at `at`, of which there must be one.
#[inline]
fn digits_end(bytes: &[u8], at: usize) -> Result<usize, Fault> {
    let mut end = at;
    while bytes.get(end).is_some_and(u8::is_ascii_digit) {
        end += 1;
    }
    if end == at { Err(Fault { offset: at, expected: Expected::Digit }) } else { Ok(end) }
}
