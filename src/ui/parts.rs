//! The parts of the program: which there are, and what is drawn and done by each.
//!
//! The first verdict needs the frame, the board, and all that reads, joins and judges documents: these are the
//! program that the page starts with. Everything else is here. To put a view into a part, give it a [`Piece`]
//! and an arm in [`drawn`], and let nothing but that arm name it: whatever the program names by another way
//! stays in the program.

use super::embed_code::content as embed_code;
use super::export::Made;
use super::export_menu::{What, export_menu, making};
use super::frame::tables;
use super::help::content as help;
use super::hosted::answers::{Answer, Call};
use super::session::Session;
use super::split::{Missing, split};
use super::{
    compare, coverage, crawl_banner, fault, graph, inspect, inventory, item, manifest, moves, recalls,
    sign_in, sources, why,
};
use crate::export::{Format, Scope};
use crate::json::Document;
use crate::pace::{Work, begun};
use crate::session::View;
use crate::text::Language;
use leptos::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// A part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Every view but the board and the graph, panels, files to take away, the answers to host pages.
    Views,
    /// The graph: what is drawn of it, and how.
    Graph,
    /// What lays graphs out, for the worker; here so that it is fetched ahead like the others.
    Layout,
}

impl Part {
    /// Every part, in the order in which they are fetched ahead.
    pub const ALL: [Self; 3] = [Self::Views, Self::Graph, Self::Layout];

    /// Whether it is there.
    pub fn is_here(self) -> bool {
        cfg!(not(feature = "split")) || HERE[self as usize].load(Ordering::Relaxed)
    }

    /// Loads it, unless it is there; false if it cannot be had.
    pub async fn load(self) -> bool {
        let is_here = match self {
            // Each function that is called at once has to know for itself that its part is there.
            Self::Views => {
                load_views().await.is_ok() && load_crawls().await.is_ok() && load_words().await.is_ok()
            }
            Self::Graph => load_graph().await.is_ok(),
            Self::Layout => crate::embed::load_layout().await,
        };
        HERE[self as usize].store(is_here, Ordering::Relaxed);
        is_here
    }
}

/// Which parts are there; one answer for all elements of a page.
static HERE: [AtomicBool; Part::ALL.len()] = [const { AtomicBool::new(false) }; Part::ALL.len()];

/// What a part draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A view, in the middle of the frame.
    Centre(View),
    /// The panel of the selected item.
    Panel,
    /// The keys and marks.
    Help,
    /// The markup for another page.
    EmbedCode,
    /// What failed, each with its message in full.
    Failures,
    /// The banners of crawls.
    Crawls,
    /// The menu of what the board can be taken away as.
    Exports,
    /// What is missing, and why.
    Coverage,
    /// The question for a token.
    SignIn,
}

impl Piece {
    /// The part that draws it.
    pub const fn part(self) -> Part {
        match self {
            Self::Centre(View::Graph) => Part::Graph,
            _ => Part::Views,
        }
    }
}

/// Draws a piece whose part is there; none if it is not.
pub fn draw(session: Session, piece: Piece) -> Option<AnyView> {
    let part = piece.part();
    if !part.is_here() {
        return None;
    }
    let view = match part {
        Part::Graph => begun(Box::pin(draw_graph(session))),
        Part::Views | Part::Layout => begun(Box::pin(draw_view(session, piece))),
    };
    view.ok().and_then(Result::ok)
}

/// The answer to a host page that needs more than the program itself.
pub async fn answer(session: Session, call: Call) -> Result<Answer, String> {
    match answering(session, call).await {
        Ok(work) => work.await,
        Err(Missing) => Err(session.t("part-missing")),
    }
}

/// A file to take away.
pub async fn make(
    session: Session,
    what: What,
    format: Format,
    scope: Scope,
    is_lit: bool,
) -> Result<Made, String> {
    match exporting(session, what, format, scope, is_lit).await {
        Ok(work) => work.await,
        Err(Missing) => Err(session.t("part-missing")),
    }
}

/// Shows what an evidence file recorded; false if that cannot be done.
pub async fn open_evidence(session: Session, document: Document) -> bool {
    match opening(session, document).await {
        Ok(work) => {
            work.await;
            true
        }
        Err(Missing) => false,
    }
}

/// Offers the evidence file; false if that cannot be done.
pub async fn save_evidence(session: Session) -> bool {
    match saving(session).await {
        Ok(work) => {
            work.await;
            true
        }
        Err(Missing) => false,
    }
}

/// Keeps crawls in step with what is open, if the part that does is there.
pub fn follow_documents(session: Session) {
    let _ = begun(Box::pin(following(session)));
}

/// What reaches crawls from outside of their part.
pub enum ToCrawls {
    /// A token is known, or forgotten, for this origin.
    SignedIn(String),
    /// The network came or went.
    Network {
        /// Whether it is there.
        is_online: bool,
    },
    /// So many requests are allowed.
    Limit(u32),
    /// What runs has to end.
    Stop,
}

/// Tells the crawls, if there are any: then their part is there.
pub fn tell_crawls(session: Session, word: ToCrawls) {
    if !session.crawls().ids().is_empty() {
        let _ = begun(Box::pin(telling(session, word)));
    }
}

split! { views, load_views: fn draw_view(session: Session, piece: Piece) -> AnyView {
    session.learn(Language::later);
    drawn(session, piece)
} }
split! { graph, load_graph: fn draw_graph(session: Session) -> AnyView {
    session.learn(Language::later);
    graph::graph(session).into_any()
} }
split! { views, load_answers: fn answering(session: Session, call: Call) -> Work<Result<Answer, String>> {
    session.learn(Language::later);
    Box::pin(session.answer_in_full(call))
} }
split! { views, load_exports: fn exporting(session: Session, what: What, format: Format, scope: Scope, is_lit: bool) -> Work<Result<Made, String>> {
    session.learn(Language::later);
    making(session, &what, format, scope, is_lit)
} }
split! { views, load_reader: fn opening(session: Session, document: Document) -> Work<()> {
    session.learn(Language::later);
    Box::pin(session.show_evidence(document))
} }
split! { views, load_crawls: fn following(session: Session) -> () {
    session.learn(Language::later);
    session.follow_documents();
} }
split! { views, load_words: fn telling(session: Session, word: ToCrawls) -> () { session.crawls_hear(&word) } }
split! { views, load_writer: fn saving(session: Session) -> Work<()> {
    session.learn(Language::later);
    Box::pin(session.offer_evidence())
} }

fn drawn(session: Session, piece: Piece) -> AnyView {
    match piece {
        Piece::Centre(view) => centre(session, view),
        Piece::Panel => item::panel(session).into_any(),
        Piece::Help => help(session),
        Piece::EmbedCode => embed_code(session),
        Piece::Failures => fault::failures(session).into_any(),
        Piece::Crawls => crawl_banner::crawls(session).into_any(),
        Piece::Exports => export_menu(session, &What::View),
        Piece::Coverage => coverage::content(session),
        Piece::SignIn => sign_in::question(session),
    }
}

fn centre(session: Session, view: View) -> AnyView {
    match view {
        View::Sources => sources::page(session).into_any(),
        View::Releases | View::Customizations => tables(session, view),
        View::Inspect => inspect::inspect(session).into_any(),
        View::Why => why::why(session).into_any(),
        View::Recalls => recalls::recalls(session).into_any(),
        View::Manifest => manifest::manifest(session).into_any(),
        View::Compare => compare::compare(session).into_any(),
        View::Move => moves::moves(session).into_any(),
        View::Inventory => inventory::inventory(session).into_any(),
        View::Hit | View::Graph => ().into_any(),
    }
}
