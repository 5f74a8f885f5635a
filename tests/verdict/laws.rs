//! What is promised for every input: nothing that is taken away makes anything clear.

use std::collections::BTreeMap;

use proptest::prelude::*;
use release_atlas::graph::{Failures, NodeKey, NodeKind};
use release_atlas::source::Source;
use release_atlas::verdict::Standing;

use crate::World;
use crate::builder::{Object, customization, manifest, release};
use crate::world::source;

/// How everything stands, by key.
fn standings(sources: &[Source], failures: &Failures) -> BTreeMap<NodeKey, Standing> {
    let world = World::with(sources, failures);
    world
        .graph
        .nodes
        .iter()
        .zip(world.graph.ids())
        .map(|(node, id)| (node.key.clone(), world.board.standing(id)))
        .collect()
}

/// What was hit or unknown before and is clear now.
fn cleared(before: &BTreeMap<NodeKey, Standing>, after: &BTreeMap<NodeKey, Standing>) -> Vec<NodeKey> {
    let was_open = |key: &NodeKey| matches!(before.get(key), Some(Standing::Hit | Standing::Unknown));
    after
        .iter()
        .filter(|(key, standing)| **standing == Standing::Clear && was_open(key))
        .map(|(key, _)| key.clone())
        .collect()
}

/// A release that lists its dependencies by id or links them, or says nothing of them.
fn any_release() -> impl Strategy<Value = Object> {
    (0..6_u32, prop::collection::vec((0..6_u32, 0..3_u32, any::<bool>()), 0..4), 0..4_u32).prop_map(
        |(id, relations, form)| {
            let one = release(&format!("r{id}"));
            let one = relations.into_iter().fold(one, |one, (other, form, is_down)| {
                let list = if is_down { "dependencies" } else { "dependants" };
                match form {
                    0 => one.push(list, serde_json::json!({"id": format!("r{other}")})),
                    1 => one.link(list, &format!("/v1/releases/r{other}")),
                    _ => one.push(list, release(&format!("r{other}")).closed()),
                }
            });
            if form == 0 { one } else { one.closed() }
        },
    )
}

fn any_customization() -> impl Strategy<Value = Object> {
    (prop::collection::vec((0..6_u32, 0..4_u32), 0..5), any::<bool>()).prop_map(|(outcomes, has_all)| {
        let one = outcomes.into_iter().fold(customization("c"), |one, (release, list)| {
            let release = serde_json::json!({"id": format!("r{release}")});
            match list {
                0 => one.failed(release, "TEST_ERROR"),
                1 => one.pending(release),
                _ => one.succeeded(release),
            }
        });
        if has_all { one } else { one.without("pending_releases") }
    })
}

fn any_manifest() -> impl Strategy<Value = Object> {
    let recall = (0..5_u32, 0..5_u32, 0..3_usize);
    (prop::collection::vec(0..5_u32, 0..4), prop::collection::vec(recall, 0..3), any::<bool>()).prop_map(
        |(carried, recalls, has_list)| {
            let carried: Vec<String> = carried.into_iter().map(|number| format!("b{number}")).collect();
            let carried: Vec<&str> = carried.iter().map(String::as_str).collect();
            let one = manifest().carries("5.2.0.0", &carried);
            let one = if has_list { one.with("recalledBundles", serde_json::json!([])) } else { one };
            recalls.into_iter().fold(one, |one, (from, to, status)| {
                one.recalls(
                    &[&format!("b{from}")],
                    &[&format!("b{to}")],
                    ["READY", "PENDING", "NONE"][status],
                )
            })
        },
    )
}

/// The documents of one session: one customization, one manifest, and some releases.
fn one_of_each() -> impl Strategy<Value = Vec<String>> {
    (any_customization(), any_manifest(), prop::collection::vec(any_release(), 1..6))
        .prop_map(|(c, m, releases)| [c, m].into_iter().chain(releases).map(Object::text).collect())
}

/// Documents of which several may speak of the same thing.
fn any_mixture() -> impl Strategy<Value = Vec<String>> {
    let document = prop_oneof![
        any_release().prop_map(Object::text),
        any_customization().prop_map(Object::text),
        any_manifest().prop_map(Object::text)
    ];
    prop::collection::vec(document, 1..7)
}

fn loaded(texts: &[String]) -> Vec<Source> {
    (0..).zip(texts).map(|(id, text)| source(id, text)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn taking_any_document_away_clears_nothing(texts in one_of_each(), which in any::<prop::sample::Index>()) {
        let mut sources = loaded(&texts);
        let none = Failures::default();
        let before = standings(&sources, &none);
        sources.remove(which.index(sources.len()));
        prop_assert_eq!(cleared(&before, &standings(&sources, &none)), vec![]);
    }

    #[test]
    fn document_that_does_not_come_clears_nothing_whatever_the_others_say(texts in any_mixture(), which in any::<prop::sample::Index>()) {
        let mut sources = loaded(&texts);
        let before = standings(&sources, &Failures::default());
        sources.remove(which.index(sources.len()));
        let gap = Failures { documents: 1, ..Failures::default() };
        prop_assert_eq!(cleared(&before, &standings(&sources, &gap)), vec![]);
    }

    #[test]
    fn failed_request_clears_nothing(texts in any_mixture(), release in 0..6_u32) {
        let sources = loaded(&texts);
        let before = standings(&sources, &Failures::default());
        let mut failures = Failures::default();
        failures.nodes.insert(NodeKey { kind: NodeKind::Release, id: format!("r{release}").into() }, "network".to_owned());
        prop_assert_eq!(cleared(&before, &standings(&sources, &failures)), vec![]);
    }

    #[test]
    fn first_reason_gives_the_standing_and_every_proof_is_a_way(texts in any_mixture()) {
        let world = World::with(&loaded(&texts), &Failures::default());
        let mut counted = 0;
        for verdict in &world.board.verdicts {
            let first = verdict.reasons.first().expect("a reason");
            prop_assert_eq!(first.rule.standing(), verdict.standing);
            let key = &world.graph.nodes[verdict.node.0 as usize].key;
            let explained = world.explain(key.kind, &key.id);
            prop_assert_eq!(explained.standing, verdict.standing);
            prop_assert_eq!(explained.dependants, verdict.dependants);
            for reason in &explained.reasons {
                prop_assert_eq!(reason.path.first(), Some(&verdict.node));
                for pair in reason.path.windows(2) {
                    prop_assert!(world.graph.leaving.steps(pair[0]).any(|step| step.node == pair[1]));
                }
            }
            counted += 1;
        }
        prop_assert_eq!(counted, world.graph.nodes.len());
    }
}
