use release_atlas::manifest::{Answer, OddityKind, Targets};

use crate::builder::{Object, manifest};
use crate::recalls;

fn name(number: usize) -> String {
    format!("{number:08x}-0000-4000-8000-000000000062")
}

fn chain(length: usize) -> Object {
    let mut object = manifest();
    for number in 0..length {
        object = object.recalls(&[&name(number)], &[&name(number + 1)], "READY");
    }
    object
}

#[test]
fn a_chain_of_five_thousand_steps_is_followed_to_its_end() {
    let recalls = recalls(chain(5_000));
    let trace = recalls.trace(&name(0));
    assert_eq!((trace.steps.len(), trace.answer), (5_000, Answer::Move));
    assert_eq!(&*trace.targets[0], &*name(5_000));
    assert_eq!(recalls.targets(&name(0)).ids, trace.targets);
}

#[test]
fn a_loop_of_ten_thousand_entries_ends() {
    let closed = chain(9_999).recalls(&[&name(9_999)], &[&name(0)], "READY");
    let recalls = recalls(closed);
    assert!((0..10_000).all(|number| recalls.answer(&name(number)) == Answer::Circular));
}

#[test]
fn a_group_of_two_thousand_by_two_thousand_ids_stays_one_step() {
    let recalled: Vec<_> = (0..2_000).map(name).collect();
    let replacements: Vec<_> = (2_000..4_000).map(name).collect();
    let refs = |ids: &[String]| ids.iter().map(|id| id.clone().leak() as &str).collect::<Vec<_>>();
    let recalls = recalls(manifest().recalls(&refs(&recalled), &refs(&replacements), "READY"));
    let trace = recalls.trace(&recalled[0]);
    assert_eq!((trace.steps.len(), trace.targets.len()), (1, 2_000));
    let kept = recalls.targets(&recalled[7]);
    assert_eq!((kept.ids.len(), kept.more), (Targets::KEPT, true));
    assert_eq!(kept.ids[..], trace.targets[..Targets::KEPT]);
}

#[test]
fn a_ladder_of_diamonds_is_walked_once() {
    let mut object = manifest();
    for step in 0..1_000 {
        let (here, next) = (name(step), name(step + 1));
        let (left, right) = (format!("left-{step}"), format!("right-{step}"));
        object =
            object.recalls(&[&here], &[&left, &right], "READY").recalls(&[&left, &right], &[&next], "READY");
    }
    let recalls = recalls(object);
    let trace = recalls.trace(&name(0));
    assert_eq!((trace.answer, trace.targets.len(), trace.steps.len()), (Answer::Move, 1, 2_000));
}

#[test]
fn many_entries_that_say_the_same_of_many_ids_are_compared_once() {
    let ids = |from: usize| -> Vec<&'static str> { (from..from + 100).map(|id| &*name(id).leak()).collect() };
    let mut object = manifest();
    for _ in 0..30 {
        object = object.recalls(&ids(0), &ids(1_000), "READY");
    }
    let recalls = recalls(object.recalls(&ids(0), &ids(1_001), "READY"));
    let different = |kind: &OddityKind| *kind == OddityKind::DifferentReplacements;
    assert_eq!(recalls.oddities().iter().filter(|oddity| different(&oddity.kind)).count(), 100 * 31);
}
