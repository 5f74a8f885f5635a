//! The order in which documents are loaded plays no part.

use proptest::prelude::*;
use release_atlas::graph::{Failures, Graph, build};
use release_atlas::source::Source;

use crate::builder::{Object, customization, manifest, release};
use crate::world::source;

/// A release with some dependencies and dependants, by id, by address or embedded.
fn any_release() -> impl Strategy<Value = Object> {
    let relation = (0..6_u32, 0..4_u32, any::<bool>());
    (0..6_u32, 0..3_u32, prop::collection::vec(relation, 0..4), any::<bool>()).prop_map(
        |(id, version, relations, is_closed)| {
            let mut one = release(&format!("r{id}")).with("version", format!("{version}").as_str());
            for (other, form, is_down) in relations {
                let (list, link) =
                    if is_down { ("dependencies", "dependencies") } else { ("dependants", "dependants") };
                let other = format!("r{other}");
                one = match form {
                    0 => one.push(list, serde_json::json!({"id": other})),
                    1 => one.link(link, &format!("/v1/catalogs/c/releases/{other}")),
                    2 => one.push(list, release(&other).with("version", "7").closed()),
                    _ => one.push(list, other.as_str()),
                };
            }
            if is_closed { one.closed() } else { one }
        },
    )
}

fn any_customization() -> impl Strategy<Value = Object> {
    let outcome = (0..6_u32, 0..3_u32);
    (0..2_u32, prop::collection::vec(outcome, 0..4)).prop_map(|(id, outcomes)| {
        outcomes.into_iter().fold(customization(&format!("c{id}")), |one, (release, list)| {
            let release = serde_json::json!({"id": format!("r{release}")});
            match list {
                0 => one.failed(release, "TEST_ERROR"),
                1 => one.pending(release),
                _ => one.succeeded(release),
            }
        })
    })
}

fn any_manifest() -> impl Strategy<Value = Object> {
    let recall = (prop::collection::vec(0..5_u32, 0..3), prop::collection::vec(0..5_u32, 0..3), 0..4_usize);
    (0..3_u32, prop::collection::vec(0..5_u32, 0..4), prop::collection::vec(recall, 0..3)).prop_map(
        |(sequence, carried, recalls)| {
            let ids = |numbers: Vec<u32>| {
                numbers.into_iter().map(|number| format!("b{number}")).collect::<Vec<_>>()
            };
            let carried = ids(carried);
            let carried: Vec<&str> = carried.iter().map(String::as_str).collect();
            let one =
                manifest().with("sequenceNumber", serde_json::json!(sequence)).carries("5.2.0.0", &carried);
            recalls.into_iter().fold(one, |one, (from, to, status)| {
                let (from, to) = (ids(from), ids(to));
                let status = ["READY", "PENDING", "NONE", "SOON"][status];
                one.push(
                    "recalledBundles",
                    serde_json::json!({
                        "recalledBundleIds": from,
                        "replacementBundleIds": to,
                        "replacementBundleStatus": status,
                    }),
                )
            })
        },
    )
}

/// A few documents of every kind.
pub fn any_documents() -> impl Strategy<Value = Vec<String>> {
    let document = prop_oneof![
        4 => any_release().prop_map(Object::text),
        2 => any_customization().prop_map(Object::text),
        2 => any_manifest().prop_map(Object::text),
    ];
    prop::collection::vec(document, 1..6)
}

/// Everything in a graph, as text that can be compared.
fn shown(graph: &Graph) -> String {
    format!("{:?}\n{:?}\n{:?}\n{:?}", graph.nodes, graph.edges, graph.facts, graph.recalls)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn shuffled_documents_give_the_same_graph(texts in any_documents(), turn in 0..6_usize) {
        let mut sources: Vec<Source> = (0..).zip(&texts).map(|(id, text)| source(id, text)).collect();
        let former = shown(&build(&sources, &Failures::default()));
        let middle = turn % sources.len();
        sources.rotate_left(middle);
        sources.reverse();
        prop_assert_eq!(former, shown(&build(&sources, &Failures::default())));
    }

    #[test]
    fn edges_are_sorted_and_both_directions_agree(texts in any_documents()) {
        let sources: Vec<Source> = (0..).zip(&texts).map(|(id, text)| source(id, text)).collect();
        let graph = build(&sources, &Failures::default());
        prop_assert!(graph.nodes.is_sorted_by(|a, b| a.key < b.key));
        prop_assert!(graph.edges.is_sorted_by(|a, b| (a.from, a.to, a.kind) < (b.from, b.to, b.kind)));
        let mut leaving: Vec<_> = graph.ids().flat_map(|node| graph.leaving.steps(node)).map(|step| step.edge).collect();
        let mut entering: Vec<_> = graph.ids().flat_map(|node| graph.entering.steps(node)).map(|step| step.edge).collect();
        leaving.sort_unstable();
        entering.sort_unstable();
        prop_assert_eq!(leaving.len(), graph.edges.len());
        prop_assert_eq!(leaving, entering);
        for edge in &graph.edges {
            prop_assert!(!edge.places.is_empty() && edge.count >= 1, "{:?}", edge);
        }
    }
}
