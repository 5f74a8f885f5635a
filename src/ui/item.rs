//! One item: how it is named in lists, and the panel with everything about it.

use super::export_menu::{What, copy_for_ticket, export_menu};
use super::fields::fields;
use super::icon::{self, icon};
use super::named::named;
use super::raw::raw;
use super::release::release;
use super::session::Session;
use super::{links, proof, ways};
use crate::catalog::Progress;
use crate::graph::{EdgeKind, Graph, Kinds, Node, NodeId, NodeKind, Relations, Scratch, Status};
use crate::order;
use crate::session::route::{standing_word, status_word};
use crate::session::sentence::id_name;
use crate::session::{Action, Tab, View};
use crate::shape::Shape;
use crate::source::Source;
use crate::text::visible;
use crate::ui::erased::effect;
use crate::verdict::{Standing, Verdict};
use leptos::prelude::*;
use std::sync::Arc;

/// How many neighbours of one kind are drawn before "show all".
const FIRST_NEIGHBOURS: usize = 12;

/// A status as icon and word.
pub fn status_badge(session: Session, status: Status) -> impl IntoView + use<> {
    let word = status_word(status);
    view! {
        <span class=format!("badge is-{word}")>{icon(icon::of_status(status))}{session.t(&format!("status-{word}"))}</span>
    }
}

/// The class and the shape of how an item is doing. What is in order itself has those of its verdict: there is no
/// green tick on what is not clear.
pub fn mark(session: Session, id: NodeId, node: &Node) -> (&'static str, &'static str) {
    let status = node.condition();
    let standing = session.board.with_untracked(|board| board.standing(id));
    match status {
        Status::Ok => (standing_word(standing), icon::of_standing(standing)),
        status => (status_word(status), icon::of_status(status)),
    }
}

/// How an item is doing, as icon and word; what is in order says what that means.
pub fn state_badge(session: Session, id: NodeId, node: &Node) -> AnyView {
    let word = match (node.condition(), node.key.kind) {
        (Status::Ok, NodeKind::VcfRelease | NodeKind::Bundle) => "status-listed",
        (Status::Ok, _) if node.progress == Some(Progress::Succeeded) => "status-succeeded",
        (Status::Ok, _) => "status-loaded",
        _ => return status_badge(session, node.condition()).into_any(),
    };
    let (class, shape) = mark(session, id, node);
    view! { <span class=format!("badge is-{class}")>{icon(shape)}{session.t(word)}</span> }.into_any()
}

/// A verdict as icon and word.
pub fn standing_badge(session: Session, standing: Standing) -> impl IntoView + use<> {
    let word = standing_word(standing);
    view! {
        <span class=format!("badge is-{word}") part="chip">
            {icon(icon::of_standing(standing))}{session.t(&format!("standing-{word}"))}
        </span>
    }
}

/// What an item is called: its name and version, or its id. A bundle that is called by what it holds has the first
/// part of its id behind that.
pub fn title_of(node: &Node) -> String {
    let name = name_of(node);
    match node.mark() {
        Some(mark) => format!("{name} ({})", visible(&mark)),
        None => name,
    }
}

/// What an item is called where its id stands beside it.
pub fn name_of(node: &Node) -> String {
    match (node.name.is_empty(), node.version.is_empty()) {
        (true, true) => visible(&id_name(&node.key.id)).into_owned(),
        (false, true) => visible(&node.name).into_owned(),
        (true, false) => visible(&node.version).into_owned(),
        (false, false) => format!("{} {}", visible(&node.name), visible(&node.version)),
    }
}

/// An item as a link that selects it.
pub fn item_link(session: Session, id: NodeId) -> impl IntoView + use<> {
    let words = session.graph.with(|graph| graph.node(id).map(title_of));
    words.map(|words| item_link_as(session, id, words))
}

/// An item under other words, such as its id as a document writes it.
pub fn item_link_as(session: Session, id: NodeId, words: String) -> impl IntoView + use<> {
    session.graph.with(|graph| {
        let node = graph.node(id)?;
        let (status, shape) = mark(session, id, node);
        // What it is in words: of what is in order, how it stands.
        let of = if node.condition() == Status::Ok { "standing" } else { "status" };
        let word = format!("{of}-{status}");
        let title =
            format!("{} {}", session.t(&format!("item-{}", node.key.kind.word())), visible(&node.key.id));
        Some(view! {
            <button class=format!("item-link is-{status}") title=title on:click=move |_| session.select(id)>
                {icon(shape)}
                <bdi class="clip">{words}</bdi>
                <span class="visually-hidden">{session.t(&word)}</span>
            </button>
        })
    })
}

/// The panel of the selected item.
pub fn panel(session: Session) -> impl IntoView {
    let selected = session.slice(|state| state.selected.clone());
    let tab = session.slice(|state| state.tab);
    // The panel of another item is drawn into the same elements, which keep how far they were scrolled.
    effect(move |_| {
        selected.track();
        tab.track();
        session.host().scroll_to_top(".panel-body");
    });
    move || {
        selected.get().map(|key| match session.find(&key) {
            Some(id) => of_node(session, id).into_any(),
            None => not_loaded(session, &key.id).into_any(),
        })
    }
}

fn not_loaded(session: Session, id: &str) -> impl IntoView + use<> {
    view! {
        <aside class="panel" part="panel">
            <div class="panel-head">
                <div class="row">
                    <h2 class="grow break" tabindex="-1">{visible(id).into_owned()}</h2>
                    {close_button(session)}
                </div>
            </div>
            <div class="panel-body">
                <div class="verdict is-unknown">
                    {standing_badge(session, Standing::Unknown)}
                    <p>{session.t("item-not-found")}</p>
                    {(!session.hosting().is_readonly()).then(|| view! {
                        <button class="button" on:click=move |_| session.act(Action::Open(View::Sources))>{session.t("go-open")}</button>
                    })}
                </div>
            </div>
        </aside>
    }
}

fn close_button(session: Session) -> impl IntoView {
    view! {
        <button class="button quiet icon-only" title=session.t("close-panel") aria-label=session.t("close-panel")
            on:click=move |_| session.close_panel()>{icon(icon::CLOSE)}</button>
    }
}

fn of_node(session: Session, id: NodeId) -> impl IntoView {
    let tab = session.slice(|state| state.tab);
    let graph = session.graph.get();
    let node = graph.nodes.get(id.0 as usize).cloned();
    node.map(|node| {
        let label = session.tr("panel", &[("name", title_of(&node).into())]);
        view! {
            <aside class="panel" part="panel" aria-label=label>
                {head(session, id, &node)}
                <div class="tabs" role="tablist">
                    {Tab::ALL.into_iter().map(|one| view! {
                        <button role="tab" aria-selected=move || (tab.get() == one).to_string()
                            on:click=move |_| session.act(Action::OpenTab(one))>
                            {session.t(&format!("tab-{}", one.word()))}
                        </button>
                    }).collect_view()}
                </div>
                <div class="panel-body" class:is-raw=move || tab.get() == Tab::Raw role="tabpanel" tabindex="0">
                    {move || match tab.get() {
                        Tab::Summary => summary(session, id).into_any(),
                        Tab::Why => proof::proof(session, id).into_any(),
                        Tab::Move => ways::ways(session, id).into_any(),
                        Tab::Links => links::links(session, id).into_any(),
                        Tab::Raw => raw_of(session, id).into_any(),
                    }}
                </div>
            </aside>
        }
    })
}

fn head(session: Session, item: NodeId, node: &Node) -> impl IntoView + use<> {
    let (id, key) = (node.key.id.clone(), node.key.clone());
    view! {
        <header class="panel-head">
            <div class="row">
                <span class="panel-kind muted">{icon(icon::of_kind(node.key.kind))}{session.t(&format!("item-{}", node.key.kind.word()))}</span>
                <span class="grow"></span>
                <button class="button quiet icon-only small" title=session.t("focus-in-graph") aria-label=session.t("focus-in-graph")
                    on:click=move |_| { session.act(Action::Focus(key.clone())); session.act(Action::Open(View::Graph)); }>{icon(icon::GRAPH)}</button>
                <button class="button quiet icon-only small" title=session.t("copy-id") aria-label=session.t("copy-id")
                    on:click=move |_| session.copy(id.to_string())>{icon(icon::COPY)}</button>
                {export_menu(session, &What::Item)}
                {close_button(session)}
            </div>
            <h2 class="break" tabindex="-1"><bdi>{name_of(node)}</bdi></h2>
            <div class="row wrap">
                <span class="muted small">{session.t("status-label")}</span>
                {state_badge(session, item, node)}
                <code class="muted break panel-id">{visible(&node.key.id).into_owned()}</code>
            </div>
        </header>
    }
}

/// What is done next with an item, below its verdict: a chain that starts or ends here, words for the ticket.
fn actions(session: Session, node: &Node) -> impl IntoView + use<> {
    let from = format!("{}/{}", node.key.kind.word(), node.key.id);
    let to = from.clone();
    view! {
        <div class="row wrap">
            <button class="a-link small" on:click=move |_| { session.act(Action::From(from.clone())); session.act(Action::Open(View::Why)); }>{session.t("path-from-here")}</button>
            <button class="a-link small" on:click=move |_| { session.act(Action::To(to.clone())); session.act(Action::Open(View::Why)); }>{session.t("path-to-here")}</button>
            {copy_for_ticket(session)}
        </div>
    }
}

/// The verdict of an item, if the board has one.
pub fn verdict_of(session: Session, id: NodeId) -> Option<Verdict> {
    session.board.with(|board| board.of(id).cloned())
}

/// The verdict, with the way to its cause where its sentence names what lies at its end.
pub fn proved(session: Session, id: NodeId) -> Option<Verdict> {
    let verdict = verdict_of(session, id)?;
    if !verdict.names_cause() {
        return Some(verdict);
    }
    let (graph, recalls) = (session.graph.get(), session.recalls.get());
    let led = session.board.with(|board| board.lead(&graph, &recalls, &mut Scratch::default(), id));
    led.or(Some(verdict))
}

fn summary(session: Session, id: NodeId) -> impl IntoView {
    let graph = session.graph.get();
    let node = graph.nodes.get(id.0 as usize).cloned();
    node.map(|node| {
        view! {
            {proved(session, id).map(|verdict| verdict_box(session, &verdict))}
            {actions(session, &node)}
            {super::failed::clashes(session, id)}
            {super::failed::failed(session, id, &node)}
            {(node.key.kind == NodeKind::Customization).then(|| super::ways::mend(session, id))}
            {(node.key.kind == NodeKind::Bundle).then(|| named(session, &node.key.id))}
            {super::crawl_node::errand(session, &node)}
            {neighbours(session, &graph, id, &node)}
            {recall_entries(session, &graph, id)}
            {(node.key.kind == NodeKind::VcfRelease).then(|| release(session, &node))}
            {all_fields(session, &node)}
        }
    })
}

/// The verdict as badge and sentence, with the way to its proof.
fn verdict_box(session: Session, verdict: &Verdict) -> impl IntoView + use<> {
    view! {
        <section class=format!("verdict is-{}", standing_word(verdict.standing))>
            <span class="row"><span class="muted small">{session.t("facet-verdict")}</span>{standing_badge(session, verdict.standing)}</span>
            <p>{session.sentence(verdict)}</p>
            <button class="a-link" on:click=move |_| session.act(Action::OpenTab(Tab::Why))>{session.t("show-proof")}</button>
        </section>
    }
}

fn neighbours(session: Session, graph: &Graph, id: NodeId, node: &Node) -> impl IntoView + use<> {
    let is_release = node.key.kind == NodeKind::Release || node.key.kind == NodeKind::Unknown;
    let groups = [
        ("depends-on", EdgeKind::DependsOn, true, is_release.then_some(node.dependencies)),
        ("needed-by", EdgeKind::DependsOn, false, is_release.then_some(node.dependants)),
        ("customized-by", EdgeKind::Customizes, false, None),
        ("customizes", EdgeKind::Customizes, true, None),
        ("replaced-by", EdgeKind::ReplacedBy, true, None),
        ("replaces", EdgeKind::ReplacedBy, false, None),
    ];
    groups
        .into_iter()
        .filter_map(|(label, kind, is_out, relations)| {
            let mut others = others(graph, id, kind, is_out);
            order::sort_by_key(&mut others, |other| (graph.nodes[other.0 as usize].status, *other));
            (!others.is_empty() || relations.is_some())
                .then(|| neighbour_group(session, label, others, relations))
        })
        .collect_view()
}

fn others(graph: &Graph, id: NodeId, kind: EdgeKind, is_out: bool) -> Vec<NodeId> {
    let rows = if is_out { &graph.leaving } else { &graph.entering };
    rows.ends(id, Kinds::one(kind)).collect()
}

fn neighbour_group(
    session: Session,
    label: &str,
    others: Vec<NodeId>,
    relations: Option<Relations>,
) -> impl IntoView + use<> {
    let count = others.len();
    let is_whole = RwSignal::new(count <= FIRST_NEIGHBOURS);
    let note = match relations {
        Some(Relations::NotLoaded) if count > 0 => Some(("not-loaded-more", "is-pending")),
        Some(Relations::NotLoaded) => Some(("not-loaded-note", "is-pending")),
        Some(Relations::Failed) => Some(("relations-failed", "is-failed")),
        Some(Relations::Complete) if count == 0 => Some(("none-known", "")),
        _ => None,
    };
    let label = session.t(label);
    view! {
        <section class="neighbours">
            <h3 class="minor">{label} " " <span class="count">{(count > 0).then_some(count)}</span></h3>
            <ul>
                {move || {
                    let shown = if is_whole.get() { count } else { FIRST_NEIGHBOURS };
                    others.iter().take(shown).map(|id| view! { <li>{item_link(session, *id)}</li> }).collect_view()
                }}
            </ul>
            {move || (!is_whole.get()).then(|| view! {
                <button class="a-link small" on:click=move |_| is_whole.set(true)>{session.tr("show-all", &[("count", count.into())])}</button>
            })}
            {note.map(|(id, class)| view! { <p class=format!("note {class}")>{session.t(id)}</p> })}
        </section>
    }
}

/// The entries of `recalledBundles` that recall this bundle.
fn recall_entries(session: Session, graph: &Graph, id: NodeId) -> impl IntoView + use<> {
    let mut entries: Vec<_> = graph.recalls_of(id).iter().map(|recall| recall.entry).collect();
    entries.dedup();
    let drawn: Vec<_> = entries
        .into_iter()
        .filter_map(|place| {
            let source = session.source(place.source)?;
            let name = source.title.clone();
            Some(view! {
                <details class="fields-of">
                    <summary><h3 class="minor">{session.t("recall-entry")}</h3> <span class="faint clip">{name}</span></summary>
                    {fields(session, &source, place.at, Some(&crate::manifest::shapes::RECALL))}
                </details>
            })
        })
        .collect();
    drawn
}

fn all_fields(session: Session, node: &Node) -> impl IntoView + use<> {
    let places = node.places.to_vec();
    let count = places.len();
    places
        .into_iter()
        .enumerate()
        .filter_map(|(at, place)| {
            let source = session.source(place.source)?;
            let shape = shape_of(node.key.kind, &source, place.at);
            let title = match at {
                0 => session.t("all-fields"),
                _ => session.tr("field-copy", &[("at", (at + 1).into()), ("count", count.into())]),
            };
            let is_open = RwSignal::new(at == 0);
            let name = source.title.clone();
            Some(view! {
                <details class="fields-of" prop:open=is_open.get_untracked()
                    on:toggle=move |_| is_open.set(true)>
                    <summary><h3 class="minor">{title}</h3> <span class="faint clip">{name}</span></summary>
                    {move || is_open.get().then(|| fields(session, &source, place.at, shape))}
                </details>
            })
        })
        .collect_view()
}

/// The table of a node's own object.
fn shape_of(kind: NodeKind, source: &Source, at: crate::json::ValueId) -> Option<&'static Shape> {
    match kind {
        NodeKind::Release | NodeKind::Unknown => Some(&crate::catalog::shapes::RELEASE),
        NodeKind::Customization => Some(&crate::catalog::shapes::CUSTOMIZATION),
        NodeKind::VcfRelease => Some(&crate::manifest::shapes::RELEASE),
        NodeKind::Bundle => source
            .document
            .value(at)
            .get("recalledBundleIds")
            .map_or(Some(&crate::manifest::shapes::SKU_BUNDLE), |_| Some(&crate::manifest::shapes::RECALL)),
    }
}

fn raw_of(session: Session, id: NodeId) -> impl IntoView {
    let graph = session.graph.get();
    let place = graph.nodes.get(id.0 as usize).and_then(|node| node.places.first().copied());
    let pointer = session.state.with_untracked(|state| state.pointer.clone());
    place.and_then(|place| {
        let source: Arc<Source> = session.source(place.source)?;
        let marked = (!pointer.is_empty()).then(|| source.document.resolve(&pointer)).flatten().map(crate::json::Value::id);
        let root = marked.map_or(place.at, |_| crate::json::ValueId(0));
        let pointer = source.document.pointer(place.at);
        Some(view! {
            <p class="raw-place muted"><span class="clip">{source.title.clone()}</span> <code class="break">{pointer}</code></p>
            {raw(session, &source.document, root, marked)}
        })
    })
}
