//! How long to wait before asking again.
//!
//! Obeyed where a server says so, within reason: a header with a year in it must not stop the page, and
//! one with a zero must not storm the server.

use crate::stamp::Stamp;
use time::{Date, Month};

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

/// An HTTP date (or one of RFC 3339, which some servers write) in milliseconds since 1970. Read by hand: the
/// parser of a library for any date weighs more than all of [`super`].
fn date_millis(text: &str) -> Option<i64> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    match words[..] {
        [_, day, month, year, clock, "GMT" | "UTC" | "+0000" | "-0000"] | [_, month, day, clock, year] => {
            instant_millis(day, month, year, clock)
        }
        [_] => Stamp::read(text).instant(),
        _ => None,
    }
}

fn instant_millis(day: &str, month: &str, year: &str, clock: &str) -> Option<i64> {
    let month = MONTHS.iter().zip(1_u8..).find(|(name, _)| **name == month)?.1;
    let date = Date::from_calendar_date(year.parse().ok()?, Month::try_from(month).ok()?, day.parse().ok()?);
    let mut parts = clock.split(':').map(str::parse::<u8>);
    let (hour, minute, second) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let time = date.ok()?.with_hms(hour, minute, second).ok().filter(|_| parts.next().is_none())?;
    Some(time.assume_utc().unix_timestamp().saturating_mul(1_000))
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// How long to wait before attempt number `attempt` (from 1 for the first repetition): 0.5 s, 1 s, 2 s … at
/// most 30 s, of which the second half is chance, so that many clients do not come back at once.
///
/// `chance` is a number from 0 to 1.
pub fn back_off_millis(attempt: u32, chance: f64) -> u64 {
    let whole = 500u64.saturating_mul(1 << attempt.saturating_sub(1).min(6)).min(30_000);
    let chance = if chance.is_finite() { chance.clamp(0.0, 1.0) } else { 0.5 };
    whole / 2 + (whole as f64 / 2.0 * chance) as u64
}
