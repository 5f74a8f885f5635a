//! Identifiers, digests and times made from names, so that every run writes the same sample.
//!
//! A table row is known by a short handle ("argo-cd"). Its ids in the documents have the length
//! and the shape of the real ones, and a row that is added leaves all others as they are.

use std::fmt::Write;

/// Hex digits that depend on the label alone.
pub fn hex(label: &str, digits: usize) -> String {
    let mut state = fingerprint(label);
    let mut out = String::new();
    while out.len() < digits {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let _ = write!(out, "{:016x}", scramble(state)); // writing to a String cannot fail
    }
    out.truncate(digits);
    out
}

/// A number below `limit` that depends on the label alone.
pub fn number(label: &str, limit: u64) -> u64 {
    scramble(fingerprint(label)) % limit.max(1)
}

/// A UUID in the shape of version 4.
pub fn uuid(label: &str) -> String {
    let digits = hex(label, 30);
    format!(
        "{}-{}-4{}-a{}-{}",
        &digits[..8],
        &digits[8..12],
        &digits[12..15],
        &digits[15..18],
        &digits[18..30]
    )
}

/// A content digest as registries write it.
pub fn digest(label: &str) -> String {
    format!("sha256:{}", hex(label, 64))
}

/// An instant on the given day (`yyyy-mm-dd`), at a time of day that depends on the label.
pub fn instant(day: &str, label: &str) -> String {
    let millis = number(label, 86_400_000);
    let seconds = millis / 1000;
    format!("{day}T{:02}:{:02}:{:02}.{:03}Z", seconds / 3600, seconds / 60 % 60, seconds % 60, millis % 1000)
}

/// A release id: 24 hex digits that begin with the day's epoch seconds, as the catalogue makes them.
pub fn release_id(day: &str, label: &str) -> String {
    let seconds = epoch_seconds(day) + i64::try_from(number(label, 86_400_000) / 1000).unwrap_or(0);
    format!("{seconds:08x}{}", hex(label, 16))
}

/// Seconds since 1970 at the start of a day (`yyyy-mm-dd`); days from the civil calendar by
/// H. Hinnant, <https://howardhinnant.github.io/date_algorithms.html#days_from_civil>.
pub fn epoch_seconds(day: &str) -> i64 {
    let mut fields = day.split('-').map(|field| field.parse::<i64>().unwrap_or(1));
    let (year, month, day) =
        (fields.next().unwrap_or(1970), fields.next().unwrap_or(1), fields.next().unwrap_or(1));
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (era * 146_097 + day_of_era - 719_468) * 86_400
}

/// FNV-1a, 64 bit.
fn fingerprint(label: &str) -> u64 {
    label
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The finalizer of splitmix64.
fn scramble(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970() {
        assert_eq!(epoch_seconds("1970-01-01"), 0);
        assert_eq!(epoch_seconds("2024-12-05"), 1_733_356_800);
    }

    #[test]
    fn identifiers_have_the_documented_lengths() {
        assert_eq!(release_id("2026-10-12", "a").len(), 24);
        assert_eq!(uuid("a").len(), 36);
        assert_eq!(digest("a").len(), 71);
    }
}
