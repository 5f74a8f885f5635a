//! The one place that makes exports: what to take, by scope, and what to write it as.
//!
//! The menu on the page and the element's `exportAs` both call [`make`], so that they cannot give different
//! files. Writing itself is the business of the pure room `export`.

use super::graph::{Drawn, words};
use super::item::{proved, title_of};
use super::session::Session;
use crate::browser::pixels;
use crate::browser::timer::breathe;
use crate::export::{Bom, Format, Record, Scope, Snapshot, Telling, around, items_of, part, parts_of};
use crate::graph::{Graph, Kinds, NodeId, NodeKind, condense, reduce};
use crate::layout::{Job, Layout, Phase};
use crate::scene::svg::{Caption, Options, write};
use crate::scene::{Line, Overlay, Palette, Role, Scene};
use crate::session::View;
use crate::session::light::{Light, lit};
use crate::session::picture::Picture;
use crate::session::rows::rows;
use crate::session::shown::Shown;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// How much of a layout is made between two breaths.
const SLICE_UNITS: u32 = 200_000;

/// How many sentences are written between two breaths.
const TOLD_AT_ONCE: usize = 256;

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media_type: &'static str,
    /// Its name.
    pub name: String,
}

/// Every format that [`make`] writes.
pub const fn formats() -> [Format; 9] {
    Format::ALL
}

/// Writes what is open.
///
/// # Errors
/// A sentence for the reader that says why there is nothing to write.
pub async fn make(session: Session, format: Format, scope: Scope) -> Result<Made, String> {
    write_taken(session, format, taken(session, scope)?).await
}

/// Writes what is open; pictures with what is selected and lit.
///
/// # Errors
/// As for [`make`].
pub async fn make_lit(session: Session, format: Format, scope: Scope) -> Result<Made, String> {
    write_taken(session, format, Taken { is_lit: true, ..taken(session, scope)? }).await
}

/// Writes the item whose panel is open, whatever else is selected together.
///
/// # Errors
/// As for [`make`].
pub async fn make_item(session: Session, format: Format) -> Result<Made, String> {
    write_taken(session, format, selected(session)?).await
}

async fn write_taken(session: Session, format: Format, taken: Taken) -> Result<Made, String> {
    if taken.shown.nodes.is_empty() {
        return Err(session.t("export-nothing"));
    }
    let bytes = match format {
        Format::Markdown => record(session, &taken).markdown().into_bytes(),
        Format::CycloneDx => bill(session, &taken).cyclonedx().into_bytes(),
        Format::Svg => picture(session, &taken).await.into_bytes(),
        Format::Png => {
            let svg = picture(session, &taken).await;
            pixels::png(&svg).await.ok_or_else(|| session.t("export-picture-failed"))?
        }
        _ => text(session, format, &taken).await.into_bytes(),
    };
    let name = format!("{}.{}", stem(session, &taken), format.ending());
    Ok(Made { bytes, media_type: format.media_type(), name })
}

/// What is exported.
struct Taken {
    shown: Arc<Shown>,
    /// The picture on the screen, if it shows exactly that.
    drawn: Option<Rc<Drawn>>,
    /// The items in the order of the view, if it lists them.
    listed: Vec<NodeId>,
    /// The item that all of it is about, if it is about one.
    about: Option<NodeId>,
    /// Whether it is what a view shows, and nothing that stands behind it.
    is_view: bool,
    /// Whether pictures carry what is selected and lit.
    is_lit: bool,
}

fn taken(session: Session, scope: Scope) -> Result<Taken, String> {
    let graph = session.graph.get_untracked();
    let of = |ids: Vec<NodeId>| Taken {
        shown: Arc::new(part(&graph, ids)),
        drawn: None,
        listed: Vec::new(),
        about: None,
        is_view: false,
        is_lit: false,
    };
    match scope {
        Scope::All => Ok(of(graph.ids().collect())),
        Scope::Drawn => Ok(if let Some(drawn) = session.drawn().get_value() {
            let shown = Arc::clone(&drawn.picture.shown);
            Taken { shown, drawn: Some(drawn), listed: Vec::new(), about: None, is_view: true, is_lit: false }
        } else {
            let listed = listed(session, &graph);
            Taken { is_view: true, listed: listed.clone(), ..of(listed) }
        }),
        Scope::Selection => {
            let marked = session.marked_now(&graph);
            if marked.is_empty() { selected(session) } else { Ok(of(marked)) }
        }
    }
}

/// The selected item and all around it.
fn selected(session: Session) -> Result<Taken, String> {
    let graph = session.graph.get_untracked();
    let key = session.state.with_untracked(|state| state.selected.clone());
    let id = key.and_then(|key| graph.find(&key)).ok_or_else(|| session.t("export-select-first"))?;
    let shown = Arc::new(part(&graph, around(&graph, id)));
    Ok(Taken { shown, drawn: None, listed: Vec::new(), about: Some(id), is_view: false, is_lit: false })
}

/// The items that the view lists, after its filters.
fn listed(session: Session, graph: &Graph) -> Vec<NodeId> {
    let state = session.state.get_untracked();
    let kinds: &[NodeKind] = match state.view {
        View::Releases => &[NodeKind::Release],
        View::Customizations => &[NodeKind::Customization],
        View::Recalls => &[NodeKind::Bundle],
        View::Hit => &super::board::KINDS,
        _ => &NodeKind::ALL,
    };
    session.board.with_untracked(|board| rows(graph, board, &state, &session.found.get_untracked(), kinds))
}

fn record(session: Session, taken: &Taken) -> Record {
    let (graph, recalls) = (session.graph.get_untracked(), session.recalls.get_untracked());
    let (board, sources) = (session.board.get_untracked(), session.sources.get_untracked());
    let mut record = session.with_texts(|texts| {
        let telling = Telling {
            texts,
            graph: &graph,
            board: &board,
            recalls: &recalls,
            sources: &sources,
            now_millis: session.now.get_untracked(),
        };
        match taken.about {
            Some(id) => telling.of_item(id),
            // A first picture leaves out what is clear or unknown; a decision must not.
            None if taken.shown.is_urgent => telling.of_items(&graph.ids().collect::<Vec<_>>()),
            None => telling.of_items(&taken.shown.nodes),
        }
    });
    record.link = session.address();
    record
}

/// The bill of one release with all that it is made of, of exactly what a view shows, or of everything.
fn bill(session: Session, taken: &Taken) -> Bom {
    let (graph, sources) = (session.graph.get_untracked(), session.sources.get_untracked());
    match taken.about {
        Some(id) => Bom::of(&graph, &sources, id),
        None if taken.is_view => items_of(&graph, &sources, &taken.shown.nodes),
        None => parts_of(&graph, &sources, &taken.shown.nodes, None),
    }
}

async fn text(session: Session, format: Format, taken: &Taken) -> String {
    let (graph, board) = (session.graph.get_untracked(), session.board.get_untracked());
    let mut snapshot = match &taken.drawn {
        Some(drawn) => {
            let sizes = &drawn.picture.request.sizes;
            Snapshot::new(&graph, &board, &taken.shown, Some((sizes, &drawn.layout)))
        }
        None if format.has_places() => {
            let (picture, layout) = arranged(session, &graph, Arc::clone(&taken.shown)).await;
            Snapshot::new(&graph, &board, &taken.shown, Some((&picture.request.sizes, &layout)))
        }
        None => Snapshot::new(&graph, &board, &taken.shown, None),
    };
    snapshot.title = title(session, taken);
    snapshot.flow = session.state.with_untracked(|state| state.flow);
    match format {
        Format::Csv => snapshot.told(told(session, taken).await).csv(),
        Format::Dot => snapshot.dot(),
        Format::Mermaid => snapshot.mermaid(),
        Format::GraphMl => snapshot.graphml(),
        _ => snapshot.json(),
    }
}

/// The sentence of each item as the board has it, in the order of the view where that lists them; with rests.
async fn told(session: Session, taken: &Taken) -> Vec<(u32, String)> {
    let order = if taken.listed.is_empty() { &taken.shown.nodes } else { &taken.listed };
    let mut told = Vec::with_capacity(order.len());
    for id in order {
        if told.len() % TOLD_AT_ONCE == TOLD_AT_ONCE - 1 {
            breathe().await;
        }
        let Some(place) = taken.shown.place(*id) else { continue };
        let sentence = untrack(|| proved(session, *id).map(|verdict| session.sentence(&verdict)));
        told.push((place, sentence.unwrap_or_default()));
    }
    told
}

/// A picture and its layout, made in slices.
async fn arranged(session: Session, graph: &Graph, shown: Arc<Shown>) -> (Picture, Layout) {
    let state = session.state.get_untracked();
    let board = session.board.get_untracked();
    let picture = Picture::new((graph, &board), shown, &state, &words(session), &BTreeMap::new());
    if let Some(layout) = picture.overview() {
        return (picture, layout);
    }
    let mut job = Job::new(&picture.request);
    while job.step(SLICE_UNITS).phase != Phase::Done {
        breathe().await;
    }
    let layout = job.finish();
    (picture, layout)
}

async fn picture(session: Session, taken: &Taken) -> String {
    if let Some(drawn) = &taken.drawn {
        let lit = taken.is_lit.then(|| Rc::clone(&drawn.lit.borrow()));
        return svg(session, taken, &drawn.scene, lit.as_deref());
    }
    let graph = session.graph.get_untracked();
    let shown = Arc::new(without_implied(&graph, &taken.shown));
    let (picture, layout) = arranged(session, &graph, shown).await;
    let scene = picture.scene(&graph, Arc::new(layout), words(session));
    let lit = taken.is_lit.then(|| selection(session, &graph, &picture, &scene));
    svg(session, taken, &scene, lit.as_ref())
}

/// What is selected, lit in a picture that is not on the screen.
fn selection(session: Session, graph: &Graph, picture: &Picture, scene: &Scene) -> Overlay {
    let key = session.state.with_untracked(|state| state.selected.clone());
    let selected = key.and_then(|key| graph.find(&key));
    let marked = session.marked_now(graph);
    lit(
        graph,
        &picture.shown,
        scene,
        &Light { selected, marked: &marked, chains: &[], found: None, changes: None },
    )
}

/// The same part without the edges that others imply, as the graph view draws it.
fn without_implied(graph: &Graph, shown: &Shown) -> Shown {
    let kept = reduce(graph, &condense(graph, Kinds::DEPENDS_ON)).kept;
    let edges: Vec<_> = shown.edges.iter().copied().filter(|edge| kept.binary_search(edge).is_ok()).collect();
    let implied = shown.edges.len() - edges.len();
    Shown {
        nodes: shown.nodes.clone(),
        edges,
        matching: shown.matching,
        implied,
        hidden: shown.hidden.clone(),
        ..Shown::default()
    }
}

fn svg(session: Session, taken: &Taken, scene: &Scene, overlay: Option<&Overlay>) -> String {
    let (nodes, edges) = (scene.node_count().into(), scene.edge_count_all().into());
    let mut caption = Caption {
        title: title(session, taken),
        description: session.tr("graph-label", &[("nodes", nodes), ("edges", edges)]),
        ..Caption::default()
    };
    if taken.shown.is_urgent {
        let (all, left_out) = (taken.shown.matching, taken.shown.left_out);
        let first = session.tr("urgent-first", &[("shown", (all - left_out).into()), ("all", all.into())]);
        caption.title = format!("{}. {first}", caption.title);
    }
    for (words, line) in caption.lines.iter_mut().zip(Line::ALL) {
        *words = session.t(&format!("line-{}", line.word()));
    }
    for role in Role::ALL {
        caption.roles[role as usize] = session.t(&format!("role-{role:?}").to_lowercase());
    }
    // Light alone: a picture in a ticket is printed, and must not change with who looks at it.
    let options = Options {
        caption: &caption,
        palette: &Palette::light(),
        dark: None,
        font: "system-ui, sans-serif",
        overlay,
    };
    write(scene, options)
}

fn title(session: Session, taken: &Taken) -> String {
    let of_item = |id: NodeId| session.graph.with_untracked(|graph| graph.node(id).map(title_of));
    taken.about.and_then(of_item).unwrap_or_else(|| session.t("view-graph"))
}

/// The name of the file without its ending: by the item or by the view.
fn stem(session: Session, taken: &Taken) -> String {
    let view = session.state.with_untracked(|state| state.view.word());
    let name = if taken.about.is_some() { title(session, taken) } else { view.to_owned() };
    let letter = |letter: char| if letter.is_alphanumeric() || letter == '.' { letter } else { '-' };
    let name: String = name.chars().take(60).map(letter).collect();
    format!("release-atlas-{}", name.trim_matches(['-', '.'])).trim_end_matches('-').to_owned()
}
