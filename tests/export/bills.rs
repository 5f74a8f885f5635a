//! Bills of materials.

use std::collections::BTreeSet;

use crate::sample::Sample;
use release_atlas::export::{Bom, items_of, parts_of};
use release_atlas::graph::{NodeId, NodeKind};
use serde_json::Value;

fn parsed(bom: &Bom) -> Value {
    serde_json::from_str(&bom.cyclonedx()).expect("JSON")
}

fn find(sample: &Sample, kind: NodeKind, name: &str) -> NodeId {
    let is_it = |id: &NodeId| {
        let node = sample.graph.node(*id).expect("a node");
        node.key.kind == kind && (node.key.id == name || node.name == name)
    };
    sample.graph.ids().find(is_it).expect("a node of the sample")
}

fn texts(list: &Value, member: &str) -> Vec<String> {
    let items = list.as_array().expect("a list");
    items.iter().filter_map(|item| item[member].as_str()).map(str::to_owned).collect()
}

/// What CycloneDX asks of references: each stands once, and who names one names a part.
fn assert_joined(bom: &Value) {
    let mut references = texts(&bom["components"], "bom-ref");
    references.extend(bom["metadata"]["component"]["bom-ref"].as_str().map(str::to_owned));
    let unique: BTreeSet<&String> = references.iter().collect();
    assert_eq!(unique.len(), references.len(), "a reference stands twice");
    for dependency in bom["dependencies"].as_array().expect("dependencies") {
        let named = dependency["dependsOn"].as_array().expect("a list");
        for name in named.iter().chain([&dependency["ref"]]) {
            assert!(references.iter().any(|reference| name == reference), "{name} is no part");
        }
    }
}

#[test]
fn the_bill_of_a_platform_release_lists_its_components_and_bundles() {
    let sample = Sample::read();
    let release = find(&sample, NodeKind::VcfRelease, "VCF 9.0.1.0");
    let bom = parsed(&Bom::of(&sample.graph, &sample.sources, release));
    assert_joined(&bom);
    assert_eq!(bom["specVersion"], "1.6");
    assert_eq!(bom["metadata"]["component"]["version"], "9.0.1.0");
    let names = texts(&bom["components"], "name");
    assert!(names.iter().any(|name| name.contains("NSX")), "{names:?}");
    assert!(texts(&bom["components"], "bom-ref").iter().any(|reference| reference.starts_with("bundle/")));
}

#[test]
fn the_bill_of_a_release_lists_all_that_it_is_made_of_and_says_where_that_is_not_known() {
    let sample = Sample::read();
    let failed = find(&sample, NodeKind::Release, "6acb49b2625d2f3a3f76c077");
    let bom = parsed(&Bom::of(&sample.graph, &sample.sources, failed));
    assert_joined(&bom);
    assert_eq!(bom["metadata"]["component"]["bom-ref"], "release/6acb49b2625d2f3a3f76c077");
    assert!(!bom["components"].as_array().expect("components").is_empty());
    let aggregates = texts(&bom["compositions"], "aggregate");
    assert!(aggregates.iter().all(|word| ["complete", "incomplete", "unknown"].contains(&word.as_str())));
    let of = |bom: &Value| {
        bom["compositions"].as_array().map_or(0, |all| {
            all.iter().map(|one| one["dependencies"].as_array().map_or(0, Vec::len)).sum::<usize>()
        })
    };
    assert_eq!(of(&bom), bom["components"].as_array().expect("components").len() + 1);
}

#[test]
fn a_bill_that_leaves_something_out_is_never_called_complete() {
    let sample = Sample::read();
    let failed = find(&sample, NodeKind::Release, "6acb49b2625d2f3a3f76c077");
    let alone = parts_of(&sample.graph, &sample.sources, &[failed], Some(failed));
    assert_eq!(alone.subject.map(|part| part.aggregate), Some("incomplete"));
}

#[test]
fn a_bill_of_what_is_shown_lists_that_and_nothing_more() {
    let sample = Sample::read();
    let is_listed = |id: &NodeId| sample.graph.nodes[id.0 as usize].key.kind != NodeKind::Customization;
    let ids: Vec<NodeId> = sample.graph.ids().filter(is_listed).collect();
    let bom = items_of(&sample.graph, &sample.sources, &ids);
    assert_eq!(bom.parts.len(), ids.len());
    assert_joined(&parsed(&bom));
    let all = parts_of(&sample.graph, &sample.sources, &ids, None);
    assert!(all.parts.len() > ids.len(), "the sample has releases with a BOM of their own");
    let is_complete = |bom: &Bom| bom.parts.iter().filter(|part| part.aggregate == "complete").count();
    assert!(is_complete(&bom) < is_complete(&all), "what leaves a BOM out is not complete");
}

#[test]
fn a_bill_of_everything_is_joined_and_the_same_each_time() {
    let sample = Sample::read();
    let ids: Vec<NodeId> = sample.graph.ids().collect();
    let bom = parts_of(&sample.graph, &sample.sources, &ids, None);
    assert_joined(&parsed(&bom));
    let again = Sample::read_backwards();
    assert_eq!(bom.cyclonedx(), parts_of(&again.graph, &again.sources, &ids, None).cyclonedx());
}

#[test]
fn the_bill_of_a_set_says_of_what_it_is() {
    let sample = Sample::read();
    let ids: Vec<NodeId> =
        ["VCF 9.0.1.0", "VCF 9.1.0.0200"].map(|name| find(&sample, NodeKind::VcfRelease, name)).into();
    let bom = parsed(&items_of(&sample.graph, &sample.sources, &ids));
    assert_joined(&bom);
    let subject = &bom["metadata"]["component"];
    assert_eq!(
        (subject["name"].as_str(), subject["type"].as_str()),
        (Some("Set of 2 items"), Some("application"))
    );
    let of_set = bom["dependencies"].as_array().and_then(|all| all.iter().find(|one| one["ref"] == "set"));
    assert_eq!(of_set.and_then(|one| one["dependsOn"].as_array()).map(Vec::len), Some(2));
    let none = parsed(&items_of(&sample.graph, &sample.sources, &[]));
    assert!(none["metadata"].get("component").is_none(), "of nothing there is no set");
}

#[test]
fn a_package_url_is_given_where_a_digest_in_a_registry_is_known() {
    let sample = Sample::read();
    let ids: Vec<NodeId> = sample.graph.ids().collect();
    let bom = parts_of(&sample.graph, &sample.sources, &ids, None);
    let chart = bom.parts.iter().find(|part| part.reference == "release/6acc0a078be2533e6811503b");
    assert_eq!(
        chart.map(|part| part.purl.as_str()),
        Some(
            "pkg:oci/cilium@sha256%3Aebeec615ed96f0c5d56d2f068ec5e961c27475e3052e68397bd33861f7464aa0\
             ?repository_url=edge-registry.example.com/charts/debian-12/cilium"
        )
    );
    assert!(
        bom.parts.iter().any(|part| part.kind == "container" && part.purl.is_empty()),
        "several platforms"
    );
}

#[test]
fn a_bundle_has_no_version_and_nobody_says_what_it_is_made_of() {
    let sample = Sample::read();
    let ids: Vec<NodeId> = sample.graph.ids().collect();
    let bom = parts_of(&sample.graph, &sample.sources, &ids, None);
    let mut bundles = bom.parts.iter().filter(|part| part.reference.starts_with("bundle/")).peekable();
    assert!(bundles.peek().is_some());
    assert!(bundles.all(|part| part.version.is_empty() && part.aggregate == "unknown"));
}
