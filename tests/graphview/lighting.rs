//! What stands out of the picture, and how it moves.

use std::collections::BTreeMap;
use std::sync::Arc;

use release_atlas::geometry::Point;
use release_atlas::graph::{EdgeId, Graph, NodeId, NodeKey, NodeKind, Path};
use release_atlas::layout::arrange;
use release_atlas::scene::{Overlay, Role, Words};
use release_atlas::session::ViewState;
use release_atlas::session::light::{Light, lit};
use release_atlas::session::overlay::{changes, sides};
use release_atlas::session::picture::Picture;
use release_atlas::session::trail::trail;
use release_atlas::verdict::Board;

use crate::builder::{manifest, page, release, vcf};
use crate::folding::drawn;
use crate::world::{bare, find, sources};

fn picture(graph: &Graph, former: &BTreeMap<NodeId, Point>) -> Picture {
    let state = ViewState::default();
    Picture::new(
        (graph, &Board::default()),
        Arc::new(drawn(graph, &state)),
        &state,
        &Words::default(),
        former,
    )
}

fn lit_in(graph: &Graph, selected: Option<u32>, chains: &[Path]) -> Overlay {
    let picture = picture(graph, &BTreeMap::new());
    let scene = picture.scene(graph, Arc::new(arrange(&picture.request)), Words::default());
    let light = Light { selected: selected.map(NodeId), marked: &[], chains, found: None, changes: None };
    lit(graph, &picture.shown, &scene, &light)
}

#[test]
fn a_selected_node_lights_what_it_needs_and_what_needs_it() {
    let graph = bare(5, &[(0, 1), (1, 2), (3, 4)]);
    let overlay = lit_in(&graph, Some(1), &[]);
    assert_eq!(overlay.node(0), Some(Role::Upstream));
    assert_eq!(overlay.node(1), Some(Role::Selected));
    assert_eq!(overlay.node(2), Some(Role::Downstream));
    assert_eq!((overlay.node(3), overlay.dims()), (None, true));
}

#[test]
fn a_chain_is_lit_with_its_edges_and_nothing_beside_it() {
    let graph = bare(4, &[(0, 1), (1, 2), (3, 2)]);
    let chain = Path { nodes: [0, 1, 2].map(NodeId).into(), edges: [0, 1].map(EdgeId).into() };
    let overlay = lit_in(&graph, Some(3), &[chain]);
    assert_eq!([0, 1, 2].map(|node| overlay.node(node)), [Some(Role::Path); 3]);
    assert_eq!([0, 1, 2].map(|edge| overlay.edge(edge)), [Some(Role::Path), Some(Role::Path), None]);
    assert_eq!(overlay.node(3), Some(Role::Selected));
}

#[test]
fn nothing_is_dimmed_while_nothing_is_asked() {
    assert!(!lit_in(&bare(3, &[(0, 1)]), None, &[]).dims());
}

#[test]
fn two_pages_of_one_list_are_not_compared_but_one_page_loaded_twice_is() {
    let text = |number: u32| page([release("a")]).with("page", serde_json::json!(number)).text();
    let loaded =
        |numbers: [u32; 2]| -> Vec<_> { sources(numbers.map(text)).into_iter().map(Arc::new).collect() };
    assert!(sides(&loaded([1, 2]), "", "").is_none());
    assert!(sides(&loaded([1, 2]), "0", "1").is_none(), "not even where an address names them");
    assert!(sides(&loaded([2, 2]), "", "").is_some());
}

#[test]
fn what_differs_between_two_manifests_is_lit_on_both_together() {
    let text = |sequence: u32, bundles: &[&str]| {
        manifest()
            .with("sequenceNumber", serde_json::json!(sequence))
            .push("releases", vcf("9.0", bundles))
            .text()
    };
    let loaded: Vec<_> =
        sources([text(2, &["kept", "new"]), text(1, &["kept", "old"])]).into_iter().map(Arc::new).collect();
    let graph = release_atlas::graph::build(&loaded, &release_atlas::graph::Failures::default());
    let (former, later) = sides(&loaded, "", "").expect("two manifests");
    assert_eq!((former.id.0, later.id.0), (1, 0), "the older sequence first");
    let found = changes(&graph, &former, &later);
    let role = |id: &str| {
        let node = find(&graph, NodeKind::Bundle, id);
        found.nodes.iter().find(|(one, _)| *one == node).map(|(_, role)| *role)
    };
    assert_eq!([role("new"), role("old"), role("kept")], [Some(Role::Added), Some(Role::Removed), None]);
    assert_eq!((found.count(Role::Added), found.edges.len()), (1, 2));
    assert!(sides(&loaded[..1], "", "").is_none());
}

#[test]
fn nodes_travel_from_where_they_stood_and_take_their_edges_along() {
    let graph = bare(2, &[(0, 1)]);
    let picture = picture(&graph, &BTreeMap::new());
    let layout = arrange(&picture.request);
    let former: BTreeMap<NodeId, Point> = [(NodeId(0), Point::new(-500.0, 40.0))].into();
    let start = picture.moving(&layout, &former, 0.0);
    assert_eq!((start.centers[0], start.centers[1]), (Point::new(-500.0, 40.0), layout.centers[1]));
    let (first, last) = (start.points[0], start.points[start.points.len() - 1]);
    let (tail, head) = (layout.points[0], layout.points[layout.points.len() - 1]);
    let shift = layout.centers[0].x + 500.0;
    assert!((tail.x - first.x - shift).abs() < 0.01 && (head.x - last.x).abs() < 0.01);
    assert_eq!(picture.moving(&layout, &former, 1.0), layout);
}

#[test]
fn the_trail_grows_with_each_focus_and_shortens_on_the_way_back() {
    let key = |id: &str| NodeKey { kind: NodeKind::Release, id: id.into() };
    let one = trail(&[], Some(&key("a")));
    let two = trail(&one, Some(&key("b")));
    assert_eq!(two, [key("a"), key("b")]);
    assert_eq!(trail(&two, Some(&key("a"))), [key("a")]);
    assert!(trail(&two, None).is_empty());
    let long = (0..20).fold(Vec::new(), |so_far, step| trail(&so_far, Some(&key(&step.to_string()))));
    assert_eq!((long.len(), long.last()), (6, Some(&key("19"))));
}
