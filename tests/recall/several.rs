use release_atlas::manifest::{Answer, OddityKind, RecallList, Recalls};
use serde_json::json;

use crate::builder::{self, Object};
use crate::manifest;

fn at(sequence: u32) -> Object {
    builder::manifest().with("sequenceNumber", json!(sequence))
}

fn together(objects: [Object; 2]) -> Recalls {
    let read = objects.map(|object| manifest(&object.text()));
    Recalls::new(&[&read[0], &read[1]])
}

fn kinds(recalls: &Recalls) -> Vec<OddityKind> {
    recalls.oddities().into_iter().map(|oddity| oddity.kind).collect()
}

#[test]
fn the_newer_manifest_is_heard_and_the_older_one_named() {
    let (old, new) = (at(99).recalls(&["a"], &[], "PENDING"), at(101).recalls(&["a"], &["b"], "READY"));
    for order in [[old.clone(), new.clone()], [new, old]] {
        let recalls = together(order);
        assert_eq!(recalls.answer("a"), Answer::Move);
        assert!(kinds(&recalls).contains(&OddityKind::Overruled));
        assert_eq!(recalls.entries("a").len(), 2);
    }
}

#[test]
fn a_recall_that_the_newer_manifest_leaves_out_still_stands() {
    let recalls = together([at(99).recalls(&["a"], &[], "NONE"), at(101).recalls(&["c"], &[], "NONE")]);
    assert_eq!(recalls.answer("a"), Answer::Withdrawn);
}

#[test]
fn manifests_of_one_number_that_differ_contradict_each_other() {
    let recalls = together([at(7).recalls(&["a"], &[], "NONE"), at(7).recalls(&["a"], &["b"], "READY")]);
    assert_eq!(recalls.answer("a"), Answer::Contradictory);
    assert!(kinds(&recalls).contains(&OddityKind::DifferentAnswers));
}

#[test]
fn the_same_manifest_twice_is_no_contradiction() {
    let one = at(7).carries("9.0.0.0", &["a", "b"]).recalls(&["a"], &["b"], "READY");
    let recalls = together([one.clone(), one]);
    assert_eq!(recalls.answer("a"), Answer::Move);
    let odd = kinds(&recalls);
    assert!(odd.iter().all(|kind| *kind == OddityKind::Merge), "{odd:?}");
}

#[test]
fn an_older_manifest_that_says_the_same_is_not_odd() {
    let says = |sequence| at(sequence).carries("9.0.0.0", &["a", "b"]).recalls(&["a"], &["b"], "READY");
    assert!(!kinds(&together([says(1), says(2)])).contains(&OddityKind::Overruled));
}

#[test]
fn a_manifest_without_number_is_always_heard() {
    let unnumbered = builder::manifest().without("sequenceNumber").recalls(&["a"], &[], "NONE");
    let recalls = together([unnumbered, at(3).recalls(&["a"], &["b"], "READY")]);
    assert_eq!(recalls.answer("a"), Answer::Contradictory);
}

#[test]
fn a_chain_goes_on_through_several_manifests() {
    let recalls = together([at(1).recalls(&["a"], &["b"], "READY"), at(2).recalls(&["b"], &["c"], "READY")]);
    assert_eq!(&*recalls.targets("a").ids[0], "c");
    let spots: Vec<_> = recalls.trace("a").steps.iter().map(|step| step.spot.manifest).collect();
    assert_eq!(spots, [0, 1]);
}

#[test]
fn one_list_is_enough_to_speak_of_recalls() {
    let recalls = together([at(1).carries("9.0.0.0", &["a"]), at(2).with("recalledBundles", json!([]))]);
    assert_eq!((recalls.list(), recalls.answer("a")), (RecallList::Empty, Answer::Unrecalled));
    assert_eq!(Recalls::new(&[]).answer("a"), Answer::Unsaid);
}

#[test]
fn a_list_whose_entries_name_nothing_clears_no_bundle() {
    let example = at(1).carries("9.0.0.0", &["a"]).recalls(&["string"], &[], "READY");
    let recalls = together([example, at(2).carries("9.0.0.1", &["a"])]);
    assert_eq!(recalls.answer("a"), Answer::Unsaid);
}
