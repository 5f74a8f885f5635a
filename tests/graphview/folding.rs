//! What is drawn, what is left out, and that nothing is left out without being counted.

use proptest::prelude::*;
use release_atlas::graph::{Graph, Kinds, NodeId, NodeKind, Reduction, condense, index, reduce};
use release_atlas::manifest::Recalls;
use release_atlas::session::found::Found;
use release_atlas::session::path::chains;
use release_atlas::session::picture::reason;
use release_atlas::session::shown::{Asked, DRAWN_FIRST, READABLE, Shown, shown};
use release_atlas::session::{Action, Group, ViewState, apply};
use release_atlas::verdict::Board;

use crate::builder::{customization, manifest, page, release, vcf};
use crate::world::{bare, find, key, sources};
use std::collections::BTreeSet;

/// What is drawn of a graph without verdicts.
pub fn drawn(graph: &Graph, state: &ViewState) -> Shown {
    asked(graph, state, &Found::default(), DRAWN_FIRST)
}

/// What is drawn of a graph while something is searched for, with room for so many nodes.
fn drawn_with(graph: &Graph, found: &Found, most: usize) -> Shown {
    asked(graph, &ViewState::default(), found, most)
}

fn asked(graph: &Graph, state: &ViewState, found: &Found, most: usize) -> Shown {
    let reduction: Reduction = reduce(graph, &condense(graph, Kinds::DEPENDS_ON));
    let board = Board::default();
    shown(&Asked { graph, board: &board, reduction: &reduction, state, found, chains: &[], most })
}

fn after(
    graph: &Graph,
    actions: impl IntoIterator<Item = (fn(release_atlas::graph::NodeKey) -> Action, u32)>,
) -> ViewState {
    let mut state = ViewState::default();
    for (action, node) in actions {
        apply(&mut state, action(graph.nodes[node as usize].key.clone()));
    }
    state
}

fn nodes(shown: &Shown) -> Vec<u32> {
    shown.nodes.iter().map(|node| node.0).collect()
}

#[test]
fn folding_takes_away_what_only_this_node_needs() {
    // 0 needs 1 and 2; 1 needs 3 and 4; 2 needs 4.
    let graph = bare(5, &[(0, 1), (0, 2), (1, 3), (1, 4), (2, 4)]);
    let folded = drawn(&graph, &after(&graph, [(Action::Fold as fn(_) -> _, 1)]));
    assert_eq!(nodes(&folded), [0, 1, 2, 4]);
    assert_eq!(folded.folded.get(&NodeId(1)), Some(&1));
    assert_eq!(folded.behind(NodeId(1)), 2, "one neighbour that is not drawn, which is folded into it");
}

#[test]
fn where_nothing_is_needed_what_needs_only_this_node_is_folded() {
    let graph = bare(4, &[(0, 2), (1, 2), (1, 3)]);
    let folded = drawn(&graph, &after(&graph, [(Action::Fold as fn(_) -> _, 2)]));
    assert_eq!(nodes(&folded), [1, 2, 3]);
}

#[test]
fn a_cycle_that_hangs_on_one_node_folds_into_it() {
    let graph = bare(4, &[(0, 1), (1, 2), (2, 3), (3, 1)]);
    assert_eq!(nodes(&drawn(&graph, &after(&graph, [(Action::Fold as fn(_) -> _, 0)]))), [0]);
    assert_eq!(nodes(&drawn(&graph, &after(&graph, [(Action::Fold as fn(_) -> _, 1)]))), [0, 1]);
}

#[test]
fn unfolding_takes_back_a_fold_and_else_brings_the_neighbours() {
    let graph = bare(4, &[(0, 1), (1, 2), (2, 3)]);
    let fold = Action::Fold as fn(_) -> _;
    let unfold = Action::Unfold as fn(_) -> _;
    assert_eq!(after(&graph, [(fold, 1), (unfold, 1)]), ViewState::default());
    let near =
        ViewState { focus: Some(graph.nodes[0].key.clone()), depth: 1, ..after(&graph, [(unfold, 1)]) };
    assert_eq!(nodes(&drawn(&graph, &near)), [0, 1, 2]);
    assert_eq!(drawn(&graph, &near).behind(NodeId(2)), 1);
}

#[test]
fn a_healthy_hub_is_drawn_without_its_edges_and_says_how_many_there_are() {
    let pairs: Vec<(u32, u32)> = (1..=20).map(|from| (from, 0)).collect();
    let graph = bare(21, &pairs);
    let shown = drawn(&graph, &ViewState::default());
    assert_eq!((shown.edges.len(), shown.hubs.get(&NodeId(0))), (0, Some(&20)));
    assert_eq!((shown.behind(NodeId(0)), shown.behind(NodeId(7))), (20, 1));
    let open = drawn(&graph, &after(&graph, [(Action::Unfold as fn(_) -> _, 0)]));
    assert_eq!((open.edges.len(), open.hubs.len(), open.behind(NodeId(0))), (20, 0, 0));
    let one = drawn(&graph, &after(&graph, [(Action::Unfold as fn(_) -> _, 7)]));
    assert_eq!((one.edges.len(), one.behind(NodeId(7)), one.behind(NodeId(0))), (1, 0, 19));
}

#[test]
fn a_hub_in_trouble_keeps_its_edges() {
    let pairs: Vec<(u32, u32)> = (1..=20).map(|from| (from, 0)).collect();
    let mut graph = bare(21, &pairs);
    graph.nodes[0].status = release_atlas::graph::Status::Failed;
    assert_eq!(drawn(&graph, &ViewState::default()).edges.len(), 20);
}

#[test]
fn an_edge_is_implied_only_by_what_is_drawn() {
    let graph = bare(3, &[(0, 1), (1, 2), (0, 2)]);
    let all = drawn(&graph, &ViewState::default());
    assert_eq!((all.edges.len(), all.implied), (2, 1));
    let shows = ViewState { shows_implied: true, ..ViewState::default() };
    assert_eq!(drawn(&graph, &shows).edges.len(), 3);
    // The node between does not pass the filters, so that the edge around it must be drawn.
    let loaded = sources([page([
        release("top").depends_on("mid").depends_on("low").closed(),
        release("mid").with("product", "x").depends_on("low").closed(),
        release("low").closed(),
    ])
    .text()]);
    let graph = release_atlas::graph::build(&loaded, &release_atlas::graph::Failures::default());
    let products = ["Product top", "Product low"].map(|name| ("product".to_owned(), name.to_owned()));
    let shown = drawn(&graph, &ViewState { facets: products.into(), ..ViewState::default() });
    assert_eq!((shown.nodes.len(), shown.edges.len(), shown.implied), (2, 1, 0));
}

#[test]
fn what_is_searched_for_is_drawn_first_and_takes_nothing_away() {
    let loaded = sources([page([release("top").depends_on("low").closed(), release("low").closed()]).text()]);
    let graph = release_atlas::graph::build(&loaded, &release_atlas::graph::Failures::default());
    let made = index(&graph, &loaded, &Recalls::default());
    let found = Found::new("low", graph.nodes.len(), || &made);
    let last = found.best()[0];
    assert_eq!(drawn_with(&graph, &found, DRAWN_FIRST), drawn(&graph, &ViewState::default()));
    assert_eq!(drawn_with(&graph, &found, 1).nodes, [last]);
}

#[test]
fn the_first_thousand_are_drawn_and_the_others_are_counted() {
    let graph = bare(3_000, &[]);
    let shown = drawn(&graph, &ViewState::default());
    assert_eq!((shown.nodes.len(), shown.matching, shown.left_out), (DRAWN_FIRST, 3_000, 2_000));
    let last = ViewState { selected: Some(graph.nodes[2_999].key.clone()), ..ViewState::default() };
    assert!(drawn(&graph, &last).place(NodeId(2_999)).is_some(), "what is selected is drawn first");
    let all = ViewState { show_all: true, ..ViewState::default() };
    assert_eq!(drawn(&graph, &all).left_out, 0);
}

#[test]
fn a_focus_on_several_shows_what_is_around_each() {
    let graph = bare(6, &[(0, 1), (2, 3), (4, 5)]);
    let mut state = ViewState::default();
    apply(&mut state, Action::FocusAll([0, 2].map(|node: usize| graph.nodes[node].key.clone()).into()));
    assert_eq!(nodes(&drawn(&graph, &state)), [0, 1, 2, 3]);
    apply(&mut state, Action::Unfocus);
    assert_eq!(state, ViewState::default());
}

#[test]
fn chains_are_found_from_either_end() {
    let graph = bare(4, &[(0, 1), (1, 2), (0, 3), (3, 2)]);
    let condensed = condense(&graph, Kinds::ALL);
    let there = chains(&graph, &condensed, NodeId(0), NodeId(2));
    let back = chains(&graph, &condensed, NodeId(2), NodeId(0));
    assert_eq!((there.paths.len(), there.is_turned), (2, false));
    assert_eq!((back.paths, back.is_turned, back.from), (there.paths, true, NodeId(0)));
    assert!(chains(&graph, &condensed, NodeId(1), NodeId(3)).paths.is_empty());
}

/// A chain of three, the last of which failed, with what only it needs, and very many that nothing is wrong with.
fn large() -> (Graph, Board) {
    let mut items = vec![
        release("top").depends_on("middle").closed(),
        release("middle").depends_on("broken").closed(),
        release("broken").depends_on("base").closed(),
        release("base").closed(),
    ];
    items.extend((0..READABLE).map(|at| release(&format!("calm-{at}")).closed()));
    let failed = customization("customization").failed(release("broken"), "build").text();
    let loaded = sources([page(items).text(), failed]);
    let graph = release_atlas::graph::build(&loaded, &release_atlas::graph::Failures::default());
    let board = Board::new(&graph, &Recalls::default(), 0);
    (graph, board)
}

fn shown_of(graph: &Graph, board: &Board, state: &ViewState, find: &str) -> Shown {
    let reduction = reduce(graph, &condense(graph, Kinds::DEPENDS_ON));
    let made = index::<release_atlas::source::Source>(graph, &[], &Recalls::default());
    let found = Found::new(find, graph.nodes.len(), || &made);
    let most = DRAWN_FIRST;
    shown(&Asked { graph, board, reduction: &reduction, state, found: &found, chains: &[], most })
}

#[test]
fn what_cannot_be_read_whole_begins_with_what_is_hit_and_counts_the_rest() {
    let (graph, board) = large();
    let names = |shown: &Shown| -> Vec<String> {
        let name = |id: &NodeId| graph.nodes[id.0 as usize].key.id.to_string();
        shown.nodes.iter().map(name).collect()
    };
    let first = shown_of(&graph, &board, &ViewState::default(), "");
    assert_eq!(names(&first), ["broken", "middle", "top", "customization"], "the hits, and those at risk");
    assert!(first.is_urgent);
    assert_eq!((first.matching, first.left_out), (READABLE + 5, READABLE + 1));
    let broken = find(&graph, NodeKind::Release, "broken");
    assert_eq!(first.beside(broken), [0, 1], "what is around it is counted");
    let all = ViewState { show_all: true, ..ViewState::default() };
    let all = shown_of(&graph, &board, &all, "");
    assert_eq!((all.nodes.len(), all.left_out, all.is_urgent), (READABLE + 5, 0, false));
}

#[test]
fn what_is_selected_or_searched_for_joins_the_first_picture_and_what_is_asked_for_is_drawn_whole() {
    let (graph, board) = large();
    let calm = key(NodeKind::Release, "calm-7");
    let selected = ViewState { selected: Some(calm.clone()), ..ViewState::default() };
    assert!(shown_of(&graph, &board, &selected, "").place(graph.find(&calm).expect("it is there")).is_some());
    assert_eq!(shown_of(&graph, &board, &ViewState::default(), "calm-7").nodes.len(), 15);
    for state in [
        ViewState { kinds: [NodeKind::Release].into(), ..ViewState::default() },
        ViewState { group: Group::Product, ..ViewState::default() },
        ViewState { shows_changes: true, ..ViewState::default() },
    ] {
        assert_eq!(shown_of(&graph, &board, &state, "").left_out, 0);
    }
    let around = ViewState { focus: Some(calm), ..ViewState::default() };
    assert_eq!(shown_of(&graph, &board, &around, "").nodes.len(), 1);
    let few = Board::default();
    assert!(!shown_of(&graph, &few, &ViewState::default(), "").is_urgent, "nothing is hit");
}

#[test]
fn an_edge_that_cannot_be_used_says_why() {
    let manifest = manifest()
        .carries("9.0", &["good", "bad"])
        .recalls(&["bad"], &["good"], "PENDING")
        .push("releases", vcf("8.0", &["good"]));
    let mut text = manifest.text();
    text = text.replace("\"version\":\"8.0\"", "\"version\":\"8.0\",\"isApplicable\":false");
    let page = page([release("top").depends_on("broken").closed(), release("broken").closed()]).text();
    let failed = customization("customization").failed(release("broken"), "build").text();
    let graph = crate::world::graph([text, page, failed]);
    let said: BTreeSet<_> = graph
        .edges
        .iter()
        .map(|edge| {
            let name = |id: NodeId| graph.nodes[id.0 as usize].key.id.to_string();
            format!("{} {} {}", name(edge.from), name(edge.to), reason(&graph, edge).word())
        })
        .collect();
    let lines: Vec<&str> = said.iter().map(String::as_str).collect();
    assert_eq!(
        lines,
        [
            "VCF 8.0 good inapplicable",
            "VCF 9.0 bad recalled",
            "VCF 9.0 good none",
            "bad good pending",
            "customization broken failed",
            "top broken failed",
        ]
    );
}

proptest! {
    #[test]
    fn nothing_is_folded_that_another_drawn_node_needs(
        edges in proptest::collection::vec((0_u32..24, 0_u32..24), 0..60),
        folds in proptest::collection::vec(0_u32..24, 1..4),
    ) {
        let graph = bare(24, &edges);
        let state = after(&graph, folds.iter().map(|node| (Action::Fold as fn(_) -> _, *node)));
        let shown = drawn(&graph, &state);
        let hidden: u32 = shown.folded.values().sum();
        prop_assert_eq!(shown.nodes.len() + hidden as usize, 24);
        let is_drawn = |node: NodeId| shown.place(node).is_some();
        for node in graph.ids().filter(|node| is_drawn(*node)) {
            let is_fold = shown.folded.contains_key(&node);
            let ends = graph.leaving.ends(node, Kinds::ALL).chain(graph.entering.ends(node, Kinds::ALL));
            for end in ends {
                let counted = shown.behind(node) > 0 || is_fold;
                prop_assert!(is_drawn(end) || counted, "{:?} hides {:?} and does not say so", node, end);
            }
        }
    }
}
