//! Dates and times from any documented spelling, or the text as given.
//!
//! A viewer that moves an impossible date to the next possible one, or a bare date to the day before
//! because of a time zone, lies. So a [`Stamp`] always keeps what was written, says what it means only
//! if that is certain, and tells an instant from a day on a calendar.

use std::borrow::Cow;

use crate::decimal::Decimal;
use crate::excerpt::Excerpt;
use time::{Date, Month, OffsetDateTime, Time, UtcOffset};

/// Epoch numbers below this are seconds, from it on milliseconds.
const FIRST_MILLIS: i128 = 100_000_000_000;
const MILLIS_A_SECOND: i128 = 1_000;
const NANOS_A_MILLI: i128 = 1_000_000;
const MILLIS_A_DAY: i64 = 86_400_000;
const HALF_A_MONTH: i64 = 15 * MILLIS_A_DAY;

/// A date or a time as a document gives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    meaning: Meaning,
    given: Excerpt,
}

/// What a stamp's text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Meaning {
    /// Milliseconds since 1970-01-01T00:00Z.
    Instant(i64),
    /// A day, in no time zone.
    Day(Date),
    /// A day and a time of day, in no time zone.
    Unzoned(Date, Time),
    /// Nothing that is certain.
    Odd,
}

/// A day and perhaps a time of day, for display.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Parts {
    /// Year of the Gregorian calendar.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// None for a bare date.
    pub clock: Option<Clock>,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
    /// 0 to 999.
    pub milli: u16,
}

/// How far a stamp is from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Relative {
    /// The distance, in its largest unit.
    pub distance: Distance,
    /// Whether it lies ahead.
    pub is_future: bool,
}

/// A distance in time, rounded to the nearest number of its unit; the number is at least 1.
///
/// Minutes are rounded down: what happened a moment ago is not yet a minute old.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Distance {
    /// Less than a minute.
    JustNow,
    /// Up to 59.
    Minutes(u32),
    /// Up to 23.
    Hours(u32),
    /// The day of now, for a bare date.
    Today,
    /// Less than a calendar month.
    Days(u32),
    /// Calendar months, up to 11.
    Months(u32),
    /// Calendar years.
    Years(u32),
}

impl Stamp {
    /// Reads a date or time; text of another form is kept as given.
    ///
    /// Understood are RFC 3339 (also with a space for the `T`, without seconds, with an offset without
    /// colon), such a time without offset, a bare date, and epoch numbers of 10 or 13 digits.
    pub fn read(text: &str) -> Self {
        Self::of(text.into())
    }

    /// The same, of a text that is shared.
    pub fn of(given: Excerpt) -> Self {
        Self { meaning: meaning_of(given.trim()).unwrap_or(Meaning::Odd), given }
    }

    /// Reads an epoch number as written: seconds below 10^11, else milliseconds.
    pub fn from_number(written: &str) -> Self {
        Self::of_number(written.into())
    }

    /// The same, of a text that is shared.
    pub fn of_number(given: Excerpt) -> Self {
        Self { meaning: epoch(&given).map_or(Meaning::Odd, Meaning::Instant), given }
    }

    /// What was written.
    pub fn given(&self) -> &str {
        &self.given
    }

    /// The instant in milliseconds since 1970-01-01T00:00Z.
    ///
    /// A bare date is no instant, nor is a time without offset: see [`Stamp::order_millis`].
    pub fn instant(&self) -> Option<i64> {
        match self.meaning {
            Meaning::Instant(millis) => Some(millis),
            _ => None,
        }
    }

    /// A number to sort by and to compare with now: the instant, or what it would be in UTC.
    ///
    /// A bare date counts from its beginning.
    pub fn order_millis(&self) -> Option<i64> {
        match self.meaning {
            Meaning::Instant(millis) => Some(millis),
            Meaning::Day(date) => Some(millis_of(date.midnight().assume_utc())),
            Meaning::Unzoned(date, time) => Some(millis_of(date.with_time(time).assume_utc())),
            Meaning::Odd => None,
        }
    }

    /// Whether it is a day without a time.
    pub fn is_bare_date(&self) -> bool {
        matches!(self.meaning, Meaning::Day(_))
    }

    /// Whether it is shown word for word, because what it means is not certain.
    pub fn is_odd(&self) -> bool {
        self.meaning == Meaning::Odd
    }

    /// The text for exports: ISO 8601 in UTC with milliseconds, the bare date, or the text as given.
    pub fn utc_text(&self) -> Cow<'_, str> {
        let (Some(parts), false) = (self.parts(0), self.is_odd()) else { return Cow::Borrowed(&self.given) };
        let zone = if matches!(self.meaning, Meaning::Instant(_)) { "Z" } else { "" };
        let Parts { year, month, day, clock } = parts;
        Cow::Owned(match clock {
            None => format!("{year:04}-{month:02}-{day:02}"),
            Some(Clock { hour, minute, second, milli: 0 }) => {
                format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}")
            }
            Some(Clock { hour, minute, second, milli }) => {
                format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}{zone}")
            }
        })
    }

    /// The instant by clocks that are `offset_minutes` ahead of UTC, such as `2026-11-26 02:15:00 +01:00`;
    /// none for what is no instant.
    pub fn local_text(&self, offset_minutes: i32) -> Option<String> {
        self.instant()?;
        let Parts { year, month, day, clock } = self.parts(offset_minutes)?;
        let Clock { hour, minute, second, .. } = clock?;
        let (sign, offset) = (if offset_minutes < 0 { '-' } else { '+' }, offset_minutes.unsigned_abs());
        let zone = format!("{sign}{:02}:{:02}", offset / 60, offset % 60);
        Some(format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} {zone}"))
    }

    /// Day and time of day where clocks are `offset_minutes` ahead of UTC; none for odd text.
    ///
    /// A bare date and a time without offset are the same everywhere.
    pub fn parts(&self, offset_minutes: i32) -> Option<Parts> {
        let (date, time) = match self.meaning {
            Meaning::Instant(millis) => local(millis, offset_minutes)?,
            Meaning::Day(date) => return Some(parts_of(date, None)),
            Meaning::Unzoned(date, time) => (date, time),
            Meaning::Odd => return None,
        };
        Some(parts_of(date, Some(time)))
    }

    /// How far it is from the instant `now_millis`; none for odd text. Months and years are those of
    /// the calendar, in UTC.
    pub fn relative(&self, now_millis: i64) -> Option<Relative> {
        let own = self.order_millis()?;
        let now =
            if self.is_bare_date() { now_millis.div_euclid(MILLIS_A_DAY) * MILLIS_A_DAY } else { now_millis };
        let (from, to) = (own.min(now), own.max(now));
        let distance = match distance_between(from, to)? {
            Distance::JustNow if self.is_bare_date() => Distance::Today,
            other => other,
        };
        Some(Relative { distance, is_future: own > now })
    }
}

fn parts_of(date: Date, time: Option<Time>) -> Parts {
    let clock = time.map(|time| Clock {
        hour: time.hour(),
        minute: time.minute(),
        second: time.second(),
        milli: time.millisecond(),
    });
    Parts { year: date.year(), month: date.month().into(), day: date.day(), clock }
}

fn millis_of(moment: OffsetDateTime) -> i64 {
    moment.unix_timestamp() * MILLIS_A_SECOND as i64 + i64::from(moment.millisecond())
}

/// The moment of an instant, if it lies in the years -9999 to 9999.
fn moment(millis: i64) -> Option<OffsetDateTime> {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(millis) * NANOS_A_MILLI).ok()
}

fn local(millis: i64, offset_minutes: i32) -> Option<(Date, Time)> {
    let moment = moment(millis.checked_add(i64::from(offset_minutes) * 60_000)?)?;
    Some((moment.date(), moment.time()))
}

fn distance_between(from: i64, to: i64) -> Option<Distance> {
    let minutes = to.checked_sub(from)? / 60_000;
    Some(match minutes {
        0 => Distance::JustNow,
        1..60 => Distance::Minutes(minutes as u32),
        60..1_410 => Distance::Hours(((minutes + 30) / 60) as u32),
        1_410..1_440 => Distance::Days(1),
        _ if months_between(moment(from)?, moment(to)?) == 0 => {
            Distance::Days(((minutes + 720) / 1_440) as u32)
        }
        _ => match months_between(moment(from)?, moment(to.saturating_add(HALF_A_MONTH)).or(moment(to))?) {
            months @ 0..12 => Distance::Months(months),
            months => Distance::Years((months + 6) / 12),
        },
    })
}

/// Days of the calendar (UTC) from one instant to another, both in milliseconds since 1970; negative where it has
/// passed. What ends on a day lasts until its end.
pub const fn days_until(end: i64, now_millis: i64) -> i64 {
    end.div_euclid(MILLIS_A_DAY) - now_millis.div_euclid(MILLIS_A_DAY)
}

/// Whole calendar months from one moment to a later one.
fn months_between(from: OffsetDateTime, to: OffsetDateTime) -> u32 {
    let count = |moment: OffsetDateTime| moment.year() * 12 + i32::from(u8::from(moment.month()));
    let is_part = (to.day(), to.time()) < (from.day(), from.time());
    (count(to) - count(from) - i32::from(is_part)).max(0) as u32
}

fn meaning_of(text: &str) -> Option<Meaning> {
    if matches!(text.len(), 10 | 13) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return epoch(text).map(Meaning::Instant);
    }
    let date = date(text.get(..10)?)?;
    let rest = text.get(10..)?;
    if rest.is_empty() {
        return Some(Meaning::Day(date));
    }
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let is_zone = |byte| matches!(byte, b'Z' | b'z' | b'+' | b'-' | b' ');
    let zone_at = rest.bytes().position(is_zone).unwrap_or(rest.len());
    let (time_text, zone) = rest.split_at(zone_at);
    let time = time(time_text)?;
    match zone.trim_start() {
        "" => Some(Meaning::Unzoned(date, time)),
        zone => Some(Meaning::Instant(millis_of(date.with_time(time).assume_offset(offset(zone)?)))),
    }
}

/// An epoch number; a fraction counts down to the millisecond.
fn epoch(written: &str) -> Option<i64> {
    let (whole, fraction) = written.split_once('.').unwrap_or((written, ""));
    let (Ok(number), true) = (whole.parse::<i128>(), fraction.bytes().all(|byte| byte.is_ascii_digit()))
    else {
        return epoch_from_scientific(&Decimal::read(written)?);
    };
    let is_seconds = number.abs() < FIRST_MILLIS;
    let extra = if is_seconds { format!("{fraction:0<3}").get(..3)?.parse().ok()? } else { 0 };
    let extra = if whole.starts_with('-') { -extra } else { extra };
    in_range(if is_seconds { number * MILLIS_A_SECOND + extra } else { number })
}

/// An epoch number in scientific notation; a fraction counts down to the millisecond here too.
fn epoch_from_scientific(number: &Decimal) -> Option<i64> {
    let is_seconds = number.is_below(FIRST_MILLIS.ilog10().into());
    in_range(number.times(if is_seconds { 3 } else { 0 })?.into())
}

/// Milliseconds, if they lie in the years 0 to 9999, which can be written with four digits and read again.
fn in_range(millis: i128) -> Option<i64> {
    let millis = i64::try_from(millis).ok()?;
    moment(millis).filter(|moment| moment.year() >= 0).map(|_| millis)
}

/// `YYYY-MM-DD`.
fn date(text: &str) -> Option<Date> {
    let [year @ .., b'-', m, n, b'-', d, e] = text.as_bytes() else { return None };
    let month = Month::try_from(digits(&[*m, *n])? as u8).ok()?;
    let year = if year.len() == 4 { digits(year)? } else { return None };
    Date::from_calendar_date(year as i32, month, digits(&[*d, *e])? as u8).ok()
}

/// `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fraction`. Leap seconds are odd: there is no such instant in UNIX
/// time.
fn time(text: &str) -> Option<Time> {
    let bytes = text.as_bytes();
    let (second, fraction) = match bytes.get(5..)? {
        [] => (0, &b"0"[..]),
        [b':', s, t] => (digits(&[*s, *t])?, &b"0"[..]),
        [b':', s, t, b'.' | b',', fraction @ ..] => (digits(&[*s, *t])?, fraction),
        _ => return None,
    };
    let [h, i, b':', m, n] = *bytes.first_chunk()? else { return None };
    let hour = digits(&[h, i])?;
    Time::from_hms_milli(hour as u8, digits(&[m, n])? as u8, second as u8, milli(fraction)?).ok()
}

/// The first three digits of a fraction; what follows them is cut off.
fn milli(fraction: &[u8]) -> Option<u16> {
    let is_fraction = !fraction.is_empty() && fraction.iter().all(u8::is_ascii_digit);
    let digit = |at: usize| fraction.get(at).map_or(0, |digit| u16::from(digit - b'0'));
    is_fraction.then(|| digit(0) * 100 + digit(1) * 10 + digit(2))
}

/// `Z`, `+HH:MM`, `+HHMM`, `+HH`, `UTC` or `GMT`.
fn offset(text: &str) -> Option<UtcOffset> {
    if matches!(text, "Z" | "z" | "UTC" | "GMT") {
        return Some(UtcOffset::UTC);
    }
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = match text.get(1..)?.as_bytes() {
        [_, _] => (text.get(1..3)?, "00"),
        [_, _, _, _] => (text.get(1..3)?, text.get(3..5)?),
        [_, _, b':', _, _] => (text.get(1..3)?, text.get(4..6)?),
        _ => return None,
    };
    let (hours, minutes) = (digits(hours.as_bytes())? as i8, digits(minutes.as_bytes())? as i8);
    let in_range = hours < 24 && minutes < 60;
    if in_range { UtcOffset::from_hms(sign * hours, sign * minutes, 0).ok() } else { None }
}

/// A number of at most nine digits alone.
fn digits(text: &[u8]) -> Option<u32> {
    let is_number = !text.is_empty() && text.len() <= 9 && text.iter().all(u8::is_ascii_digit);
    is_number.then(|| text.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}
