//! The picture of a recall chain: cards over lines, each card a button that selects its bundle.
//!
//! Cards are elements and not shapes of the SVG below them: so they clip their words, take the focus and
//! speak for themselves. Lines say nothing that the list of steps does not say in words.

use super::icon::{self, icon};
use super::place;
use super::session::Session;
use crate::geometry::{Point, Size};
use crate::graph::{NodeKey, Status as Shape};
use crate::layout::Flow;
use crate::manifest::{Kin, Manifest, Named, Spot, Status};
use crate::session::Action;
use crate::session::chain::{Arrow, FIRST_ENTRIES, Figure, Part};
use crate::session::sentence::{contents, short_id};
use crate::text::visible;
use crate::ui::erased::effect;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;

/// How many more entries are drawn with each press of "show more".
const MORE: usize = 4;

/// Room beside the card that is scrolled to, in pixels.
const ROOM: i32 = 48;

/// The picture of what hangs together with a bundle; nothing for a bundle that no entry names.
pub fn figure(session: Session, id: &str, flow: Flow) -> AnyView {
    let most = RwSignal::new(FIRST_ENTRIES);
    let id: Arc<str> = Arc::from(id);
    let drawn = move || {
        let figure = session.recalls.with(|recalls| Figure::new(recalls, &id, most.get(), flow));
        (!figure.parts.is_empty()).then(|| draw(session, &figure, &id, most))
    };
    drawn.into_any()
}

fn draw(session: Session, figure: &Figure, asked: &str, most: RwSignal<usize>) -> AnyView {
    let Size { width, height } = figure.size;
    let cards = figure.parts.iter();
    let cards = cards.map(|(part, at, size)| card(session, figure, part, asked, *at, *size)).collect_view();
    let arrows = figure.arrows.iter().map(arrow).collect_view();
    let is_loop = figure.arrows.iter().any(|arrow| arrow.is_back);
    let is_fork = figure.entries.iter().any(|kin| kin.leads_on() && kin.replacements.len() > 1);
    let notes = [(is_loop, "figure-loop"), (is_fork, "figure-fork")];
    let notes = notes.into_iter().filter(|(is_so, _)| *is_so);
    let notes = notes.map(|(_, id)| view! { <li class="note">{session.t(id)}</li> }).collect_view();
    let (folded, all) = (figure.folded, figure.entries.len());
    let scroller = NodeRef::<Div>::new();
    let is_own = |part: &Part| matches!(part, Part::Bundle { id, .. } if &**id == asked);
    let own =
        figure.parts.iter().find(|(part, ..)| is_own(part)).map(|(_, at, size)| (at.x + size.width, at.y));
    effect(move |_| {
        if let (Some(element), Some((right, top))) = (scroller.get(), own) {
            let (width, height) = (element.client_width(), element.client_height());
            element.set_scroll_left((right as i32 + ROOM - width).max(0));
            element.set_scroll_top((top as i32 + ROOM - height / 2).max(0));
        }
    });
    view! {
        <figure class="figure" aria-label=session.t("figure-label")>
            <div class="figure-scroll" node_ref=scroller tabindex="0" role="group" aria-label=session.t("figure-label")>
                <div class="figure-all" style:width=pixels(width) style:height=pixels(height)>
                    <svg class="figure-lines" aria-hidden="true" width=width height=height>{arrows}</svg>
                    {cards}
                </div>
            </div>
            <figcaption class="stack tight">
                {legend(session, figure)}
                <ul>{notes}</ul>
                {(folded > 0).then(|| view! {
                    <p class="row wrap">
                        <span class="count">{session.tr("figure-folded", &[("folded", folded.into()), ("all", all.into())])}</span>
                        <button class="button small" on:click=move |_| most.update(|most| *most = (*most * MORE).min(400))>{session.t("figure-more")}</button>
                    </p>
                })}
            </figcaption>
        </figure>
    }
    .into_any()
}

fn pixels(length: f32) -> String {
    format!("{length:.0}px")
}

/// What the cards in the picture mean, and nothing else.
fn legend(session: Session, figure: &Figure) -> AnyView {
    let has = |wanted: (bool, bool)| {
        let mut parts = figure.parts.iter();
        parts.any(|(part, ..)| match part {
            Part::Bundle { is_recalled: true, .. } => wanted.0,
            Part::Bundle { is_ready, .. } => !wanted.0 && *is_ready == wanted.1,
            _ => false,
        })
    };
    let entry = |(class, path, id): (&'static str, &'static str, &'static str)| {
        view! { <li class=format!("figure-key {class}")>{icon(path)}{session.t(id)}</li> }
    };
    let keys = [
        (has((true, false)), ("is-recalled", icon::of_status(Shape::Recalled), "figure-recalled")),
        (has((false, true)), ("is-ok", icon::of_status(Shape::Ok), "figure-target")),
        (has((false, false)), ("is-unknown", icon::of_status(Shape::Unknown), "figure-not-ready")),
    ];
    let keys = keys.into_iter().filter(|(is_there, _)| *is_there);
    view! { <ul class="row wrap">{keys.map(|(_, key)| entry(key)).collect_view()}</ul> }.into_any()
}

fn arrow(arrow: &Arrow) -> AnyView {
    let class = match (arrow.is_back, arrow.leads_on) {
        (true, _) => "figure-line is-back",
        (false, true) => "figure-line",
        (false, false) => "figure-line is-not-ready",
    };
    view! { <g class=class><path d=arrow.line.clone()></path><path class="figure-head" d=arrow.head.clone()></path></g> }
        .into_any()
}

fn card(session: Session, figure: &Figure, part: &Part, asked: &str, at: Point, size: Size) -> AnyView {
    let inner = match part {
        Part::Bundle { id, is_recalled, is_ready } => {
            bundle(session, id, *is_recalled, *is_ready, &**id == asked)
        }
        Part::Entry(place) => figure.entries.get(*place).map(|kin| entry(session, kin)).into_any(),
        Part::Ids(count) => many(session, "figure-ids", *count),
        Part::Between(count) => many(session, "figure-between", *count),
        Part::Beside(count) => many(session, "figure-beside", *count),
    };
    view! {
        <div class="figure-place" style:left=pixels(at.x) style:top=pixels(at.y) style:width=pixels(size.width) style:height=pixels(size.height)>{inner}</div>
    }
    .into_any()
}

fn bundle(session: Session, id: &Arc<str>, is_recalled: bool, is_ready: bool, is_asked: bool) -> AnyView {
    let (class, path, word) = match (is_recalled, is_ready) {
        (true, _) => ("is-recalled", icon::of_status(Shape::Recalled), "figure-recalled"),
        (false, true) => ("is-ok", icon::of_status(Shape::Ok), "figure-target"),
        (false, false) => ("is-unknown", icon::of_status(Shape::Unknown), "figure-not-ready"),
    };
    let Label { contents, place } = label(session, id);
    let shown = visible(id).into_owned();
    let short = visible(&short_id(id)).into_owned();
    let key = NodeKey::bundle(id);
    let title = [contents.as_str(), place.as_str(), shown.as_str()].join("\n");
    view! {
        <button class=format!("figure-card {class}") class:is-asked=is_asked title=title
            aria-current=is_asked.then_some("true") on:click=move |_| session.act(Action::Select(key.clone()))>
            <span class="figure-word">{icon(path)}<span>{session.t(word)}</span><code class="clip figure-carrier">{short}</code></span>
            <strong class="clip">{if contents.is_empty() { shown.clone() } else { contents }}</strong>
            <span class="clip muted">{if place.is_empty() { session.t("recall-in-no-release") } else { place }}</span>
        </button>
    }
    .into_any()
}

/// What stands on a bundle's card.
pub struct Label {
    /// The component and version, if a release carries the bundle.
    pub contents: String,
    /// The newest release that carries it, and how many more do.
    pub place: String,
}

/// What a bundle holds and what carries it, in two short lines.
pub fn label(session: Session, id: &str) -> Label {
    let manifests = session.manifests.get_untracked();
    let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
    let contents = session.graph.with_untracked(|graph| {
        graph.find(&NodeKey::bundle(id)).and_then(|id| graph.node(id)).map(contents).unwrap_or_default()
    });
    let mut places = session.recalls.with_untracked(|recalls| {
        let named = recalls.carriers(id).filter_map(|carrier| Named::of(&all, carrier));
        named.map(Named::place).filter(|place| !place.is_empty()).collect::<Vec<String>>()
    });
    places.sort();
    places.dedup();
    let last = places.pop().map(|last| visible(&last).into_owned());
    let place = match (last, places.len()) {
        (None, _) => String::new(),
        (Some(last), 0) => last,
        (Some(last), more) => format!("{last} +{more}"),
    };
    Label { contents: visible(&contents).into_owned(), place }
}

fn entry(session: Session, kin: &Kin) -> AnyView {
    let (class, path, word) = match (&kin.status, kin.replacements.is_empty()) {
        (Status::Ready, false) => ("is-ok", icon::OUT, "figure-replaced"),
        (Status::Ready, true) => ("is-recalled", icon::WARNING, "figure-no-ids"),
        (Status::Pending, _) => ("is-pending", icon::of_status(Shape::Pending), "figure-announced"),
        (Status::None, true) => ("is-failed", icon::CLOSE, "figure-withdrawn"),
        (Status::None, false) => ("is-recalled", icon::WARNING, "figure-contradicts"),
        (Status::Other(_), _) => ("is-unknown", icon::WARNING, "figure-unclear"),
    };
    let status = visible(crate::manifest::compare::status_text(&kin.status)).into_owned();
    let Spot { manifest, at } = kin.spot;
    let open = move |_| {
        let source = session.manifests.with_untracked(|all| all.get(manifest as usize).map(|(id, _)| *id));
        if let Some(source) = source {
            place::reveal(session, source, at);
        }
    };
    let counts = format!("{} → {}", kin.recalled.len(), kin.replacements.len());
    view! {
        <button class=format!("figure-entry {class}") title=session.t("show-in-document") on:click=open>
            <span class="figure-word">{icon(path)}<span class="clip">{session.t(word)}</span></span>
            <span class="row"><code class="clip">{status}</code><span class="figure-carrier">{counts}</span></span>
        </button>
    }
    .into_any()
}

fn many(session: Session, id: &str, count: usize) -> AnyView {
    view! { <div class="figure-many">{session.tr(id, &[("count", count.into())])}</div> }.into_any()
}
