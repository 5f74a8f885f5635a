//! Versions of both vendors: split, ordered, shown as given.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking, its helpers too")]

use std::cmp::Ordering;

use proptest::prelude::*;
use release_atlas::version::{Relation, Version, relation};

fn related(a: &str, b: &str) -> Relation {
    let (a, b) = (Version::read(a), Version::read(b));
    let there = relation(&a, &b);
    let back = match there {
        Relation::Older => Relation::Newer,
        Relation::Newer => Relation::Older,
        other => other,
    };
    assert_eq!(relation(&b, &a), back, "{a} and {b}");
    there
}

#[test]
fn fields_are_numbers_and_not_text() {
    assert_eq!(related("9.9", "9.10"), Relation::Older);
    assert_eq!(related("5.2.1.2", "5.2.1.10"), Relation::Older);
    assert_eq!(related("10.0", "9.9.9.9"), Relation::Newer);
    assert_eq!(related("3.10.1.1", "4.0"), Relation::Older);
}

#[test]
fn leading_zeros_and_missing_fields_mean_nothing() {
    assert_eq!(related("9.1.0.0400", "9.1.0.400"), Relation::Same);
    assert_eq!(related("5.2", "5.2.0.0"), Relation::Same);
    assert_eq!(related("9.2.1.0100", "9.2.1.0104"), Relation::Older);
    assert_eq!(related("9.2.1.0104", "9.2.1.0200"), Relation::Older);
    assert_eq!(related("v4", "4"), Relation::Same);
    assert_eq!(related("", ""), Relation::Same);
    assert_eq!(Version::read("9.1.0.0400").to_string(), "9.1.0.0400");
}

#[test]
fn build_counts_as_itself_after_a_dash_or_a_dot() {
    assert_eq!(related("9.1.1.0-25713934", "9.1.1.0.25713934"), Relation::Same);
    assert_eq!(related("8.0.3-24674464", "8.0.3.0.24674464"), Relation::Same);
    assert_eq!(related("7.0.3-19482537", "7.0.3.0100-17000000"), Relation::Older);
    assert_eq!(related("9.1.0.5210.25573614", "9.1.0.400.25570105"), Relation::Newer);
    assert_eq!(related("4.2.3.3.0.25171318", "4.2.3.3-25171318"), Relation::Same);
    assert_eq!(related("4.4.1.0-19766960", "4.4.1.0"), Relation::Newer);
    assert_eq!(related("9.0.0.0.1", "9.0.0.0.24701403"), Relation::Older);
    assert_eq!(Version::read("4.2.3.3.0.25171318").build(), Some(25_171_318));
    assert_eq!(Version::read("4.2.3.3.0.25171318").fields(), [4, 2, 3, 3]);
    assert_eq!(Version::read("5.2.1.0").build(), None);
}

#[test]
fn marketing_name_is_the_version_it_stands_for() {
    for name in ["8.0U3e", "8.0 U3e", "8.0 Update 3e", "8.0u3E", "8.0U3e-24674464"] {
        assert_eq!(related(name, "8.0.3-24674464"), Relation::Same, "{name}");
    }
    assert_eq!(related("8.0U3", "8.0.3"), Relation::Same);
    assert_eq!(related("8.0U3c", "8.0U3d"), Relation::Older);
    assert_eq!(related("8.0U2", "8.0.3-24022510"), Relation::Older);
    assert_eq!(related("8.0U3f", "8.0.3-24674464"), Relation::Incomparable);
    assert_eq!(related("8.0U3f", "8.0.3"), Relation::Newer);
}

#[test]
fn early_versions_come_before_the_final_one() {
    assert_eq!(related("1.0.0-rc.1", "1.0.0"), Relation::Older);
    assert_eq!(related("1.0.0-alpha", "1.0.0-beta"), Relation::Older);
    assert_eq!(related("1.0.0-rc.2", "1.0.0-rc.10"), Relation::Older);
    assert_eq!(related("15.2.0-r5", "15.2.0-r10"), Relation::Older);
    assert_eq!(related("15.2.0-r5", "15.2.1-r0"), Relation::Older);
}

#[test]
fn texts_that_are_no_versions_are_incomparable() {
    for text in ["latest", "string", "", "-", "release-5", "๕"] {
        assert_eq!(related(text, "5.2.1.0"), Relation::Incomparable, "{text}");
        assert!(!Version::read(text).is_numeric());
    }
    assert_eq!(related("latest", "stable"), Relation::Incomparable);
    assert_eq!(related("Latest", " latest"), Relation::Same);
    assert_eq!(related("2.6.7-debian-11", "2.6.7-photon-4"), Relation::Incomparable);
    assert_eq!(related("2.6.7-debian-11", "2.6.8-photon-4"), Relation::Older);
}

/// Texts like versions, so that rules meet each other.
fn any_version() -> impl Strategy<Value = Version> {
    let text = prop_oneof![
        "v?[0-9]{1,3}([.-][0-9]{1,4}){0,6}([.-][0-9]{8})?",
        "[5-8]\\.[0-2] ?(U|Update )[0-4][a-f]?(-[0-9]{8})?",
        "[0-2](\\.[0-2]){0,3}[-+.]?(rc|alpha|r|debian|a|b)?[-.]?[0-2]{0,2}",
        "[0-1a.-]{0,5}",
        any::<String>(),
    ];
    text.prop_map(|text| Version::read(&text))
}

proptest! {
    #[test]
    fn order_is_total(a in any_version(), b in any_version(), c in any_version()) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
        prop_assert_eq!(a.cmp(&a), Ordering::Equal);
        let mut sorted = [a, b, c];
        sorted.sort();
        prop_assert!(sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2]);
    }

    #[test]
    fn relation_agrees_with_the_order(a in any_version(), b in any_version()) {
        match related(a.given(), b.given()) {
            Relation::Same => prop_assert_eq!(&a, &b),
            Relation::Older => prop_assert!(a < b),
            Relation::Newer => prop_assert!(a > b),
            Relation::Incomparable => prop_assert_ne!(&a, &b),
        }
    }

    #[test]
    fn separators_and_leading_zeros_change_nothing(fields in prop::collection::vec(0..300_u32, 1..5), build in 1_000_000..99_999_999_u32) {
        let plain = fields.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
        let padded = fields.iter().map(|field| format!("{field:04}")).collect::<Vec<_>>().join(".");
        prop_assert_eq!(Version::read(&format!("{plain}.{build}")), Version::read(&format!("v{padded}-{build}")));
        prop_assert_eq!(Version::read(&plain), Version::read(&format!("{padded}{}", ".0".repeat(4 - fields.len()))));
    }
}

#[test]
fn a_version_begins_others_by_its_fields_and_not_by_its_letters() {
    let may_be = |short: &str, whole: &str| {
        let (short, whole) = (Version::read(short), Version::read(whole));
        let begins = short.beginning().is_some_and(|beginning| beginning.may_be(&whole));
        assert!(
            !begins || short.beginning().is_some_and(|beginning| beginning.least() <= whole),
            "{short} {whole}"
        );
        begins
    };
    for (short, whole) in [
        ("9.0.1", "9.0.1.0.24957007"),
        ("9.0.1.0", "9.0.1.0.24957007"),
        ("9.0.1", "9.0.1.0100.24957100"),
        ("9.0", "9.0.0.0.24700007"),
        ("9.1.0.0400", "9.1.0.400.25570105"),
        ("8.0 U3", "8.0.3-24022510"),
        ("8.0.3.0", "8.0.3-24022510"),
        ("8.0U3f", "8.0.3-24022510"),
    ] {
        assert!(may_be(short, whole), "{short} begins {whole}");
    }
    for (short, whole) in [
        ("9.0.1", "9.0.10.0.25000000"),
        ("9.0.1.0", "9.0.1.0100.24957100"),
        ("8.0.3-24022510", "8.0.3-24022510"),
        ("9.0.1.0.24957007", "9.0.1.0.24957007"),
        ("8.0U3f", "8.0.3"),
        ("latest", "latest"),
        ("5.2", "5.20.0.0"),
    ] {
        assert!(!may_be(short, whole), "{short} does not begin {whole}");
    }
}
