use std::collections::BTreeSet;

use proptest::prelude::*;
use release_atlas::manifest::{Answer, Recalls};

use crate::builder::{self, Object};
use crate::manifest;

type Entry = (Vec<u8>, Vec<u8>, u8);

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let ids = || prop::collection::vec(0..12_u8, 0..4);
    prop::collection::vec((ids(), ids(), 0..6_u8), 0..12)
}

fn name(id: u8) -> String {
    format!("id-{id}")
}

fn build(entries: &[Entry]) -> Object {
    entries.iter().fold(builder::manifest(), |object, (recalled, replacements, status)| {
        let status = ["READY", "READY", "READY", "PENDING", "NONE", "SOON"][usize::from(*status)];
        let names = |ids: &[u8]| ids.iter().map(|id| name(*id)).collect::<Vec<_>>();
        let (recalled, replacements) = (names(recalled), names(replacements));
        let refs =
            |names: &'_ [String]| names.iter().map(|name| name.clone().leak() as &str).collect::<Vec<_>>();
        object.recalls(&refs(&recalled), &refs(&replacements), status)
    })
}

/// The targets by the plainest walk there is.
fn plain_targets(entries: &[Entry], start: u8) -> BTreeSet<String> {
    let recalled = |id: u8| entries.iter().any(|(recalled, _, _)| recalled.contains(&id));
    let (mut seen, mut pending, mut targets) = (BTreeSet::from([start]), vec![start], BTreeSet::new());
    while let Some(id) = pending.pop() {
        for (from, to, status) in entries {
            if *status > 2 || !from.contains(&id) {
                continue;
            }
            for &next in to {
                if !recalled(next) {
                    targets.insert(name(next));
                } else if seen.insert(next) {
                    pending.push(next);
                }
            }
        }
    }
    targets
}

proptest! {
    #[test]
    fn targets_are_what_a_plain_walk_finds(entries in entries()) {
        let recalls = Recalls::new(&[&manifest(&build(&entries).text())]);
        for id in 0..12 {
            let trace = recalls.trace(&name(id));
            if !recalls.is_recalled(&name(id)) {
                prop_assert!(trace.steps.is_empty() && trace.targets.is_empty());
                continue;
            }
            let targets: BTreeSet<_> = trace.targets.iter().map(ToString::to_string).collect();
            prop_assert_eq!(&targets, &plain_targets(&entries, id));
            prop_assert_eq!(&recalls.targets(&name(id)).ids, &trace.targets);
            prop_assert_eq!(recalls.answer(&name(id)), trace.answer);
            if matches!(trace.answer, Answer::Move | Answer::MoveInPart) {
                prop_assert!(!targets.is_empty());
            } else {
                prop_assert!(targets.is_empty() || trace.answer == Answer::Contradictory);
            }
        }
    }

    #[test]
    fn the_order_of_entries_and_ids_changes_no_answer(entries in entries(), seed in any::<u64>()) {
        let mut shuffled = entries.clone();
        let mut random = builder::Random(seed);
        for place in (1..shuffled.len()).rev() {
            shuffled.swap(place, random.below(place as u32 + 1) as usize);
        }
        for (recalled, replacements, _) in &mut shuffled {
            recalled.reverse();
            replacements.reverse();
        }
        let read = [manifest(&build(&entries).text()), manifest(&build(&shuffled).text())];
        let [one, other] = [Recalls::new(&[&read[0]]), Recalls::new(&[&read[1]])];
        for id in 0..12 {
            prop_assert_eq!(one.answer(&name(id)), other.answer(&name(id)));
            // What is named first comes first; which there are does not depend on it.
            let all = |recalls: &Recalls| recalls.targets(&name(id)).ids.into_iter().collect::<BTreeSet<_>>();
            prop_assert_eq!(all(&one), all(&other));
        }
    }

    #[test]
    fn one_more_recall_never_takes_another_back(entries in entries(), more in entries()) {
        let all: Vec<_> = entries.iter().chain(&more).cloned().collect();
        let read = [manifest(&build(&entries).text()), manifest(&build(&all).text())];
        let [one, both] = [Recalls::new(&[&read[0]]), Recalls::new(&[&read[1]])];
        prop_assert!(one.recalled().all(|id| both.is_recalled(id)));
    }
}
