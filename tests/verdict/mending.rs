//! What to mend first of what failed.

use release_atlas::graph::{Graph, NodeKind};
use release_atlas::session::mending::{failed_with, mending};

use crate::World;
use crate::builder::{customization, page, release};
use crate::world::{find, graph, release_id};

/// Releases that depend on one another, all but "sound" failed with one customization.
fn texts(needs: &[(&str, &[&str])]) -> [String; 2] {
    let one = |id: &str, needed: &[&str]| {
        let all = needed.iter().fold(release(id), |release, needed| release.depends_on(*needed));
        all.closed()
    };
    let releases = page(needs.iter().map(|(id, needed)| one(id, needed)));
    let failed = needs.iter().filter(|(id, _)| *id != "sound");
    let outcome =
        failed.fold(customization("c"), |all, (id, needed)| all.failed(one(id, needed), "BUILD_ERROR"));
    [releases.text(), outcome.text()]
}

/// Each failure to begin with, and what needs it: "shell: app, database".
fn order(graph: &Graph) -> Vec<String> {
    let name = |id| graph.node(id).map(|node| node.key.id.to_string()).unwrap_or_default();
    let all = mending(graph, &failed_with(graph, find(graph, NodeKind::Customization, "c")));
    let one = |mend: release_atlas::session::mending::Mend| {
        let needed: Vec<String> = mend.needed_by.into_iter().map(name).collect();
        format!("{}: {}", name(mend.root), needed.join(", "))
    };
    all.into_iter().map(one).collect()
}

#[test]
fn what_most_failures_need_is_mended_first_even_through_what_did_not_fail() {
    let documents = texts(&[
        ("alone", &[]),
        ("app", &["database", "sound"]),
        ("database", &["shell"]),
        ("other", &["sound"]),
        ("shell", &[]),
        ("sound", &["shell"]),
    ]);
    assert_eq!(order(&graph(documents.clone())), ["shell: app, database, other", "alone: "]);
    let said = World::of(documents).says(NodeKind::Customization, "c");
    assert!(said.starts_with("5 releases failed. 3 of them need "), "{said}");
    assert!(said.ends_with(", which failed too: mend that first."), "{said}");
}

#[test]
fn in_a_loop_none_comes_before_the_other() {
    let documents = texts(&[("a", &["b"]), ("b", &["a"]), ("top", &["a"])]);
    assert_eq!(order(&graph(documents)), ["a: b, top", "b: a, top"]);
}

#[test]
fn a_failure_that_was_not_asked_about_is_named_where_what_was_asked_about_needs_it() {
    let graph = graph(texts(&[("app", &["database"]), ("database", &["shell"]), ("shell", &[])]));
    let app = release_id(&graph, "app");
    let all = mending(&graph, &[app]);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].root, release_id(&graph, "shell"));
    assert_eq!(all[0].needed_by, [app]);
    assert!(mending(&graph, &[]).is_empty());
}
