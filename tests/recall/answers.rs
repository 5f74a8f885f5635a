use release_atlas::manifest::{Answer, MentionedBy, OddityKind};
use serde_json::json;

use crate::builder::manifest;
use crate::recalls;

#[test]
fn recalled_bundle_without_replacement_is_withdrawn() {
    let recalls = recalls(manifest().recalls(&["a"], &[], "NONE"));
    assert!(recalls.is_recalled("a"));
    assert_eq!(recalls.answer("a"), Answer::Withdrawn);
    assert!(recalls.targets("a").ids.is_empty());
}

#[test]
fn ready_is_move_pending_is_wait() {
    let recalls = recalls(manifest().recalls(&["a"], &["b"], "READY").recalls(&["c"], &[], "PENDING"));
    assert_eq!((recalls.answer("a"), recalls.answer("c")), (Answer::Move, Answer::Wait));
    assert_eq!(&*recalls.targets("a").ids[0], "b");
}

#[test]
fn a_chain_ends_at_the_bundle_that_is_not_recalled() {
    let recalls = recalls(manifest().recalls(&["a"], &["b"], "READY").recalls(&["b"], &["c"], "READY"));
    assert_eq!(recalls.answer("a"), Answer::Move);
    assert_eq!(recalls.trace("a").targets, recalls.targets("a").ids);
    assert_eq!(&*recalls.targets("a").ids[0], "c");
}

#[test]
fn many_to_many_is_never_paired_by_position() {
    let recalls = recalls(manifest().recalls(&["a", "b"], &["c", "d"], "READY"));
    for id in ["a", "b"] {
        let ids = recalls.targets(id).ids;
        assert_eq!(
            ids.iter().map(|id| &**id).collect::<Vec<_>>(),
            ["c", "d"],
            "{id} may be replaced by either"
        );
    }
}

#[test]
fn a_chain_that_ends_in_none_is_withdrawn_and_in_pending_is_wait() {
    let end = |status| recalls(manifest().recalls(&["a"], &["b"], "READY").recalls(&["b"], &[], status));
    assert_eq!(end("NONE").answer("a"), Answer::Withdrawn);
    assert_eq!(end("PENDING").answer("a"), Answer::Wait);
    assert_eq!(end("SOON").answer("a"), Answer::Unclear);
    assert_eq!(end("READY").answer("a"), Answer::Contradictory);
}

#[test]
fn a_fork_with_a_dead_end_is_a_move_in_part() {
    let recalls = recalls(manifest().recalls(&["a"], &["b", "c"], "READY").recalls(&["b"], &[], "NONE"));
    assert_eq!(recalls.answer("a"), Answer::MoveInPart);
    assert_eq!(recalls.targets("a").ids.len(), 1);
}

#[test]
fn what_contradicts_itself_is_said_to() {
    let one = |object| recalls(object).answer("a");
    assert_eq!(one(manifest().recalls(&["a"], &[], "READY")), Answer::Contradictory);
    assert_eq!(one(manifest().recalls(&["a"], &["b"], "NONE")), Answer::Contradictory);
    let both = manifest().recalls(&["a"], &["b"], "READY").recalls(&["a"], &[], "NONE");
    assert_eq!(one(both), Answer::Contradictory);
}

#[test]
fn ids_beside_pending_are_announced_and_not_to_be_moved_to() {
    let recalls = recalls(manifest().recalls(&["a"], &["b"], "PENDING"));
    assert_eq!(recalls.answer("a"), Answer::Wait);
    assert!(recalls.targets("a").ids.is_empty());
    assert_eq!(&*recalls.trace("a").steps[0].to[0], "b");
}

#[test]
fn loops_are_named_and_end() {
    let own = recalls(manifest().recalls(&["a"], &["a"], "READY"));
    assert_eq!(own.answer("a"), Answer::Circular);
    let two = recalls(manifest().recalls(&["a"], &["b"], "READY").recalls(&["b"], &["a"], "READY"));
    assert_eq!((two.answer("a"), two.answer("b")), (Answer::Circular, Answer::Circular));
    let into = recalls(manifest().recalls(&["a"], &["b"], "READY").recalls(&["b"], &["b"], "READY"));
    assert_eq!(into.answer("a"), Answer::Circular);
    let out = recalls(manifest().recalls(&["a"], &["b"], "READY").recalls(&["b"], &["a", "c"], "READY"));
    assert_eq!((out.answer("a"), out.targets("a").ids.len()), (Answer::MoveInPart, 1));
}

#[test]
fn odd_statuses_are_unclear_and_kept_word_for_word() {
    for odd in ["ready", "", "EXPIRED", "One among: NONE, PENDING, READY"] {
        let recalls = recalls(manifest().recalls(&["a"], &["b"], odd));
        assert_eq!(recalls.answer("a"), Answer::Unclear, "{odd}");
        assert!(recalls.oddities().iter().any(|found| found.kind == OddityKind::OddStatus(odd.to_owned())));
    }
}

#[test]
fn absent_null_empty_and_filled_lists_answer_differently() {
    let with = |list: serde_json::Value| {
        recalls(manifest().carries("9.0.0.0", &["a"]).with("recalledBundles", list))
    };
    assert_eq!(recalls(manifest().carries("9.0.0.0", &["a"])).answer("a"), Answer::Unsaid);
    assert_eq!(with(json!(null)).answer("a"), Answer::Unsaid);
    assert_eq!(with(json!("none")).answer("a"), Answer::Unsaid);
    assert_eq!(with(json!([])).answer("a"), Answer::Unrecalled);
    assert_eq!(with(json!([])).answer("z"), Answer::Unknown, "nothing names it");
    assert_eq!(recalls(manifest().recalls(&["a"], &["b"], "READY")).answer("b"), Answer::Unrecalled);
    assert!(!Answer::Unsaid.is_recalled() && Answer::Circular.is_recalled());
}

#[test]
fn look_alikes_are_pointed_out_and_never_joined() {
    let recalls = recalls(manifest().carries("9.0.0.0", &["abc-1"]).recalls(
        &["bundle-ABC-1", "ABC-1 "],
        &["b"],
        "READY",
    ));
    assert_eq!(recalls.answer("abc-1"), Answer::Unrecalled);
    let near: Vec<_> =
        recalls.near("abc-1").into_iter().map(|near| (near.id.to_string(), near.recalled)).collect();
    assert_eq!(near, [("ABC-1 ".to_owned(), true), ("bundle-ABC-1".to_owned(), true)]);
    assert_eq!(recalls.near(" bundle-Abc-1.tar ").len(), 3, "the name of a depot's file finds all of them");
    assert!(recalls.near("abc-2").is_empty());
    let alike = |oddity: &release_atlas::manifest::Oddity| matches!(oddity.kind, OddityKind::LooksLike(_));
    assert_eq!(recalls.oddities().iter().filter(|oddity| alike(oddity)).count(), 2);
}

#[test]
fn carriers_are_what_would_install_the_bundle() {
    let sku = json!([{"name": "VCF", "skuSpecificPatchBundles": [{"bundleId": "a"}]}]);
    let release = json!({"version": "9.0.1.0", "sku": sku});
    let recalls = recalls(
        manifest()
            .carries("9.0.0.0", &["a", "b"])
            .push("releases", release)
            .with("sddcManagerReleases", json!([{"version": "1", "bundleId": "a"}]))
            .recalls(&["a"], &["b"], "READY"),
    );
    let by: Vec<_> = recalls.carriers("a").map(|carrier| carrier.by.clone()).collect();
    let expected = [
        MentionedBy::Release { release: 0, bundle: 0 },
        MentionedBy::Sku { release: 1, sku: 0, bundle: 0 },
        MentionedBy::SddcManager(0),
    ];
    assert_eq!(by, expected);
    assert_eq!(recalls.carriers("b").count(), 1);
    assert_eq!(recalls.carriers("z").count(), 0);
}

#[test]
fn placeholders_recall_nothing() {
    let recalls = recalls(manifest().recalls(&["string"], &["string"], "One among: NONE, PENDING, READY"));
    assert!(!recalls.is_recalled("string"));
    assert_eq!(recalls.recalled().count(), 0);
    let kinds: Vec<_> = recalls.oddities().into_iter().map(|oddity| oddity.kind).collect();
    assert!(kinds.contains(&OddityKind::Placeholder) && kinds.contains(&OddityKind::RecallsNothing));
}
