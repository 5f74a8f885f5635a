//! Dates are understood, or shown word for word; never moved.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking, its helpers too")]

use proptest::prelude::*;
use release_atlas::stamp::{Distance, Relative, Stamp, days_until};

const MARCH_3: i64 = 1_677_805_192_762;

#[test]
fn every_documented_spelling_is_the_same_instant() {
    for text in [
        "2023-03-03T00:59:52.762Z",
        "2023-03-03t00:59:52.762z",
        "2023-03-03 00:59:52.762Z",
        "2023-03-03T00:59:52.762000Z",
        "2023-03-03T00:59:52.762+00:00",
        "2023-03-03T02:59:52.762+02:00",
        "2023-03-03T02:59:52.762+0200",
        "2023-03-02T19:29:52.762-05:30",
        "2023-03-02T19:59:52.762-05",
        "2023-03-03 00:59:52.762 UTC",
        " 2023-03-03T00:59:52.762Z ",
        "1677805192762",
    ] {
        let stamp = Stamp::read(text);
        assert_eq!(stamp.instant(), Some(MARCH_3), "{text}");
        assert_eq!(stamp.utc_text(), "2023-03-03T00:59:52.762Z");
        assert_eq!(stamp.given(), text);
    }
    assert_eq!(Stamp::read("2023-03-03T00:59:52Z").utc_text(), "2023-03-03T00:59:52Z");
    assert_eq!(Stamp::read("2023-03-03T00:59Z").utc_text(), "2023-03-03T00:59:00Z");
}

#[test]
fn epoch_numbers_are_seconds_or_milliseconds_by_their_size() {
    assert_eq!(Stamp::from_number("1677805192").utc_text(), "2023-03-03T00:59:52Z");
    assert_eq!(Stamp::from_number("1677805192762").instant(), Some(MARCH_3));
    assert_eq!(Stamp::from_number("1677805192.762").instant(), Some(MARCH_3));
    assert_eq!(Stamp::from_number("1.677805192762e12").instant(), Some(MARCH_3));
    assert_eq!(Stamp::from_number("99999999999").utc_text(), "5138-11-16T09:46:39Z");
    assert_eq!(Stamp::from_number("100000000000").utc_text(), "1973-03-03T09:46:40Z");
    assert_eq!(Stamp::from_number("0").utc_text(), "1970-01-01T00:00:00Z");
    assert_eq!(Stamp::from_number("-1.5").instant(), Some(-1_500));
    for odd in ["1e300", "9999999999999999999999999999999999999999999", "", "x"] {
        assert!(Stamp::from_number(odd).is_odd(), "{odd}");
        assert_eq!(Stamp::from_number(odd).utc_text(), odd);
    }
}

#[test]
fn bare_date_is_the_same_day_everywhere() {
    let stamp = Stamp::read("2024-02-29");
    assert!(stamp.is_bare_date());
    assert_eq!(stamp.instant(), None);
    assert_eq!(stamp.order_millis(), Some(1_709_164_800_000));
    for offset in [-720, 0, 840] {
        let parts = stamp.parts(offset).unwrap();
        assert_eq!((parts.year, parts.month, parts.day, parts.clock), (2024, 2, 29, None));
    }
    assert_eq!(stamp.utc_text(), "2024-02-29");
}

#[test]
fn time_without_offset_stays_as_it_is() {
    let stamp = Stamp::read("2024-02-29T23:30:00");
    assert_eq!(stamp.instant(), None);
    assert_eq!(stamp.parts(120).unwrap().day, 29);
    assert_eq!(stamp.utc_text(), "2024-02-29T23:30:00");
}

#[test]
fn instant_is_shown_in_the_given_offset() {
    let parts = Stamp::read("2023-12-31T23:30:00Z").parts(90).unwrap();
    let clock = parts.clock.unwrap();
    assert_eq!((parts.year, parts.month, parts.day, clock.hour, clock.minute), (2024, 1, 1, 1, 0));
}

#[test]
fn impossible_and_odd_dates_are_kept_word_for_word() {
    for text in [
        "2023-02-29",
        "2023-02-30T00:00:00Z",
        "2023-13-01",
        "2023-00-10",
        "2023-01-00",
        "2023-01-01T24:00:00Z",
        "2023-01-01T10:60:00Z",
        "2016-12-31T23:59:60Z",
        "2023-1-1",
        "01.02.2023",
        "soon",
        "",
        "string",
        "2023",
        "20230303",
        "2023-03-03T",
        "2023-03-03T10Z",
        "2023-03-03T10:00:00+25:00",
        "2023-03-03T10:00:00.Z",
        "2023-03-03T10:00.5Z",
        "+2023-03-03",
        "2023-03-03Tx",
        "２０２３-03-03",
        "2023-03-03T10:00:00 CET",
        "99999-01-01",
        "true",
        "1700000000000000",
    ] {
        let stamp = Stamp::read(text);
        assert!(stamp.is_odd(), "{text}");
        assert_eq!(
            (stamp.instant(), stamp.order_millis(), stamp.parts(0), stamp.relative(0)),
            (None, None, None, None)
        );
        assert_eq!(stamp.utc_text(), text);
    }
}

#[test]
fn distance_from_now_is_told_in_its_largest_unit() {
    let now = Stamp::read("2024-03-31T12:00:00Z").instant().unwrap();
    let relative = |text: &str| {
        let Relative { distance, is_future } = Stamp::read(text).relative(now).unwrap();
        (distance, is_future)
    };
    assert_eq!(relative("2024-03-31T11:59:01Z"), (Distance::JustNow, false));
    assert_eq!(relative("2024-03-31T12:01:00Z"), (Distance::Minutes(1), true));
    assert_eq!(relative("2024-03-30T12:40:01Z"), (Distance::Hours(23), false));
    assert_eq!(relative("2024-03-30T12:00:00Z"), (Distance::Days(1), false));
    assert_eq!(relative("2024-02-29T12:00:00Z"), (Distance::Months(1), false));
    assert_eq!(relative("2024-03-01T12:00:00Z"), (Distance::Days(30), false));
    assert_eq!(relative("2023-03-31T12:00:00Z"), (Distance::Years(1), false));
    assert_eq!(relative("2023-05-02T12:00:01Z"), (Distance::Months(11), false));
    assert_eq!(relative("2034-04-01T00:00:00Z"), (Distance::Years(10), true));
    // To the nearest: two months less a day are no "month ago", a year less a second is a year.
    assert_eq!(relative("2024-02-02T12:00:00Z"), (Distance::Months(2), false));
    assert_eq!(relative("2024-02-25T12:00:00Z"), (Distance::Months(1), false));
    assert_eq!(relative("2023-03-31T12:00:01Z"), (Distance::Years(1), false));
    assert_eq!(relative("2024-03-28T20:00:00Z"), (Distance::Days(3), false));
    assert_eq!(relative("2024-03-30T12:00:01Z"), (Distance::Days(1), false));
    assert_eq!(relative("2024-03-31"), (Distance::Today, false));
    assert_eq!(relative("2024-04-01"), (Distance::Days(1), true));
    assert_eq!(relative("2024-03-30"), (Distance::Days(1), false));
}

#[test]
fn a_number_from_before_the_year_0_is_no_date() {
    assert_eq!(Stamp::from_number("-62167219201").instant(), None);
    assert_eq!(Stamp::from_number("-62167219200").instant(), Some(-62_167_219_200_000));
}

proptest! {
    #[test]
    fn any_text_is_kept(text in any::<String>(), number in any::<f64>(), now in any::<i64>()) {
        let stamp = Stamp::read(&text);
        prop_assert_eq!(stamp.given(), &text);
        let _ = (stamp.relative(now), stamp.parts(720));
        let _ = Stamp::from_number(&number.to_string()).relative(now);
    }

    #[test]
    fn exported_text_reads_back_as_the_same(millis in -60_000_000_000_000_i64..250_000_000_000_000, offset in -1_000..1_000_i32) {
        let stamp = Stamp::from_number(&millis.to_string());
        if let Some(instant) = stamp.instant() {
            let again = Stamp::read(&stamp.utc_text());
            prop_assert_eq!(again.instant(), Some(instant));
            prop_assert!(stamp.parts(offset).is_some());
        }
    }

    #[test]
    fn digits_like_a_date_never_panic_and_never_move(text in "[0-9]{4}-[0-3][0-9]-[0-4][0-9](T[0-3][0-9]:[0-7][0-9]:[0-7][0-9](\\.[0-9]{0,4})?(Z|[+-][0-9]{2}:[0-9]{2})?)?") {
        let stamp = Stamp::read(&text);
        if let (Some(parts), false) = (stamp.parts(0), text.contains(['+']) || text.len() > 10) {
            prop_assert_eq!(format!("{:04}-{:02}-{:02}", parts.year, parts.month, parts.day), &text[..10]);
        }
    }
}

#[test]
fn an_instant_is_told_by_any_clock_and_a_bare_date_by_none() {
    let stamp = Stamp::read("2023-03-03T00:59:52Z");
    assert_eq!(stamp.local_text(840).as_deref(), Some("2023-03-03 14:59:52 +14:00"));
    assert_eq!(stamp.local_text(-330).as_deref(), Some("2023-03-02 19:29:52 -05:30"));
    assert_eq!(Stamp::read("2023-03-03").local_text(60), None);
    assert_eq!(Stamp::read("soon").local_text(60), None);
}

#[test]
fn days_are_counted_by_the_calendar_and_the_last_day_counts() {
    let at = |text: &str| Stamp::read(text).order_millis().unwrap();
    let now = at("2026-11-26T06:14:00Z");
    assert_eq!(days_until(at("2026-10-31"), now), -26);
    assert_eq!(days_until(at("2026-12-31T00:00:00Z"), now), 35);
    assert_eq!(days_until(at("2026-11-26T00:00:00Z"), now), 0);
}
