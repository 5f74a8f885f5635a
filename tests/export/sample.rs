//! The built-in sample with everything that is derived from it.
#![allow(dead_code, reason = "each test crate uses its own part")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use release_atlas::export::{Snapshot, part};
use release_atlas::graph::{Failures, Graph, build};
use release_atlas::layout::{Layout, arrange};
use release_atlas::manifest::Recalls;
use release_atlas::scene::Words;
use release_atlas::session::ViewState;
use release_atlas::session::picture::Picture;
use release_atlas::source::{Options, Source, SourceId, read};
use release_atlas::verdict::{Board, recalls};

/// 2026-11-01T00:00:00Z.
pub const NOW: i64 = 1_793_491_200_000;

pub struct Sample {
    pub sources: Vec<Arc<Source>>,
    pub graph: Graph,
    pub recalls: Recalls,
    pub board: Board,
}

impl Sample {
    pub fn read() -> Self {
        Self::of(&[
            "customization.json",
            "releases-page-1.json",
            "releases-page-2.json",
            "manifest-newer.json",
        ])
    }

    pub fn read_backwards() -> Self {
        Self::of(&[
            "manifest-newer.json",
            "releases-page-2.json",
            "releases-page-1.json",
            "customization.json",
        ])
    }

    fn of(files: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample");
        let source = |(id, file): (u32, &&str)| {
            let bytes = fs::read(folder.join(file)).expect("a document of the sample");
            let options = Options {
                id: SourceId(id),
                title: (*file).to_owned(),
                loaded_millis: NOW,
                ..Options::default()
            };
            read(bytes, options).expect("JSON")
        };
        let sources: Vec<Source> = (0..).zip(files).map(source).collect();
        let (graph, recalls) = (build(&sources, &Failures::default()), recalls(&sources));
        let board = Board::new(&graph, &recalls, NOW);
        Self { sources: sources.into_iter().map(Arc::new).collect(), graph, recalls, board }
    }

    /// The whole of it as a picture.
    pub fn picture(&self) -> (Picture, Layout) {
        let shown = Arc::new(part(&self.graph, self.graph.ids().collect()));
        let picture = Picture::new(
            (&self.graph, &self.board),
            shown,
            &ViewState::default(),
            &Words::default(),
            &[].into(),
        );
        let layout = arrange(&picture.request);
        (picture, layout)
    }

    /// The whole of it with places.
    pub fn snapshot(&self) -> Snapshot {
        let (picture, layout) = self.picture();
        Snapshot::new(&self.graph, &self.board, &picture.shown, Some((&picture.request.sizes, &layout)))
    }
}
