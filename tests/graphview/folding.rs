//! What is drawn, what is left out, and that nothing is left out without being counted.

use proptest::prelude::*;
use release_atlas::graph::{Graph, Kinds, NodeId, Reduction, condense, index, reduce};
use release_atlas::manifest::Recalls;
use release_atlas::session::found::Found;
use release_atlas::session::path::chains;
use release_atlas::session::shown::{Asked, DRAWN_FIRST, Shown, shown};
use release_atlas::session::{Action, ViewState, apply};
use release_atlas::verdict::Board;

use crate::builder::{page, release};
use crate::world::{bare, sources};

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
