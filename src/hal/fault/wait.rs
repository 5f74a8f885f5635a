//! How long to wait before asking again.
//!
//! Obeyed where a server says so, within reason: a header with a year in it must not stop the page, and
//! one with a zero must not storm the server.

/// The wait that is taken when a server names none, or one that makes no sense (30 seconds).
pub const SANE_WAIT_MILLIS: u64 = 30_000;

/// The longest wait that is obeyed without a click (15 minutes).
pub const LONGEST_WAIT_MILLIS: u64 = 15 * 60_000;

/// How long to wait by a `Retry-After` header (RFC 9110, section 10.2.3), in milliseconds: seconds or a
/// date, at least one second. Huge, past, negative or senseless values give [`SANE_WAIT_MILLIS`].
pub fn wait_millis(header: &str, now_millis: i64) -> u64 {
    let text = header.trim();
    let seconds = text.parse::<u64>().ok().and_then(|seconds| seconds.checked_mul(1_000));
    let until_date = || date_millis(text).and_then(|date| u64::try_from(date - now_millis).ok());
    match seconds.or_else(until_date) {
        Some(millis) if millis <= LONGEST_WAIT_MILLIS => millis.max(1_000),
        _ => SANE_WAIT_MILLIS,
    }
}

/// An HTTP date (or one of RFC 3339, which some servers write) in milliseconds since 1970.
fn date_millis(text: &str) -> Option<i64> {
    use time::format_description::well_known::{Rfc2822, Rfc3339};
    use time::{OffsetDateTime, PrimitiveDateTime};
    let asctime = time::macros::format_description!(
        "[weekday repr:short] [month repr:short] [day padding:space] [hour]:[minute]:[second] [year]"
    );
    let date = OffsetDateTime::parse(text, &Rfc2822)
        .or_else(|_| OffsetDateTime::parse(text, &Rfc3339))
        .or_else(|_| PrimitiveDateTime::parse(text, asctime).map(PrimitiveDateTime::assume_utc))
        .ok()?;
    i64::try_from(date.unix_timestamp_nanos() / 1_000_000).ok()
}

/// How long to wait before attempt number `attempt` (from 1 for the first repetition): 0.5 s, 1 s, 2 s … at
/// most 30 s, of which the second half is chance, so that many clients do not come back at once.
///
/// `chance` is a number from 0 to 1.
pub fn back_off_millis(attempt: u32, chance: f64) -> u64 {
    let whole = 500u64.saturating_mul(1 << attempt.saturating_sub(1).min(6)).min(30_000);
    let chance = if chance.is_finite() { chance.clamp(0.0, 1.0) } else { 0.5 };
    whole / 2 + (whole as f64 / 2.0 * chance) as u64
}
