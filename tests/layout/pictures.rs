//! Pictures of the sample and of small classic graphs as plain SVG files, so that a reviewer sees both sides
//! of a change as pictures.
//!
//! `UPDATE_PICTURES=1 cargo test --test layout` writes them anew.

use crate::sample::Sample;
use crate::world::{bare, find};
use release_atlas::export::{around, part};
use release_atlas::graph::{Graph, NodeKind};
use release_atlas::layout::{Flow, arrange};
use release_atlas::manifest::Recalls;
use release_atlas::scene::svg::{Caption, Options, write};
use release_atlas::scene::{Palette, Tone, Words};
use release_atlas::session::ViewState;
use release_atlas::session::picture::Picture;
use release_atlas::session::shown::Shown;
use release_atlas::verdict::Board;
use std::fs;
use std::path::Path;
use std::sync::Arc;

fn drawn((graph, board): (&Graph, &Board), shown: Shown, title: &str, flow: Flow) -> String {
    let state = ViewState { flow, ..ViewState::default() };
    let words = Words { tones: Tone::ALL.map(|tone| tone.word().to_owned()), ..Words::default() };
    let picture = Picture::new((graph, board), Arc::new(shown), &state, &words, &[].into());
    let scene = picture.scene(graph, Arc::new(arrange(&picture.request)), words);
    let caption = Caption { title: title.to_owned(), ..Caption::default() };
    let options = Options {
        caption: &caption,
        palette: &Palette::light(),
        dark: None,
        font: "system-ui, sans-serif",
        overlay: None,
    };
    write(&scene, options)
}

/// Compares a picture with the recorded one, byte for byte.
fn golden(name: &str, svg: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/pictures");
    let path = folder.join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        fs::create_dir_all(&folder).expect("the folder of pictures");
        fs::write(&path, svg).expect("a picture can be written");
    }
    let recorded = fs::read_to_string(&path).unwrap_or_default();
    let lines = || svg.lines().zip(recorded.lines());
    let first = lines().find(|(now, was)| now != was);
    assert!(
        svg == recorded,
        "{name}.svg is another picture, first in {first:?}; see the head of this file for how to accept it"
    );
}

fn classic(name: &str, nodes: u32, edges: &[(u32, u32)]) {
    for (flow, word) in [(Flow::LeftToRight, "lr"), (Flow::TopToBottom, "tb")] {
        let mut graph = bare(nodes, edges);
        graph.knowledge.failures_listed = true;
        let board = Board::new(&graph, &Recalls::default(), 0);
        let shown = part(&graph, graph.ids().collect());
        golden(&format!("{name}-{word}"), &drawn((&graph, &board), shown, name, flow));
    }
}

#[test]
fn small_classic_graphs_are_drawn_as_recorded() {
    classic("chain", 5, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
    classic("star", 9, &[(0, 1), (0, 2), (0, 3), (0, 4), (5, 0), (6, 0), (7, 0), (8, 0)]);
    classic("complete-bipartite", 6, &crate::graphs::bipartite(3, 3));
    classic("grid", 9, &crate::graphs::grid(3));
    classic("tree", 13, &crate::graphs::tree(13));
    classic("cycle", 5, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]);
    classic("petersen", 10, &crate::graphs::petersen());
}

#[test]
fn what_is_hit_in_the_sample_is_drawn_as_recorded() {
    let sample = Sample::read();
    let hit = [
        ("sample-failed", NodeKind::Release, "6acb49b2625d2f3a3f76c077"),
        ("sample-recalled", NodeKind::Bundle, "c5932997-6a0b-4f1d-9f43-2d7be0c1a5e8"),
    ];
    for (name, kind, id) in hit {
        let shown = part(&sample.graph, around(&sample.graph, find(&sample.graph, kind, id)));
        golden(name, &drawn((&sample.graph, &sample.board), shown, name, Flow::LeftToRight));
    }
}
