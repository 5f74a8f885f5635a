//! How much was read of what the documents name, what is missing and why, and what can be done about it.
//!
//! A count of what is unknown helps only together with its causes: a request that failed, one that was not sent
//! yet, and a link that no open document has call for three different steps.

use super::icon::{self, icon};
use super::item::item_link;
use super::on_demand::on_demand;
use super::parts::Piece;
use super::session::Session;
use crate::graph::{Node, NodeId, Relations};
use crate::hal::crawl::{Crawl, State, TaskState};
use crate::session::{Action, View};
use crate::text::Arg;
use crate::ui::erased::{effect, memo};
use crate::verdict::Coverage;
use leptos::html::Dialog;
use leptos::prelude::*;

/// How many missing items are named.
const MOST_NAMED: usize = 24;

/// The sheet; shown while it is wanted.
pub fn coverage_sheet(session: Session) -> AnyView {
    let dialog = NodeRef::<Dialog>::new();
    let is_open = session.is_coverage_open;
    effect(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (is_open.get(), dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog node_ref=dialog class="sheet coverage" aria-label=session.t("coverage-title") on:close=move |_| is_open.set(false)>
            <div class="row"><h2 class="grow">{session.t("coverage-title")}</h2>
                <button class="button quiet icon-only" aria-label=session.t("close") on:click=move |_| is_open.set(false)>{icon(icon::CLOSE)}</button></div>
            {move || is_open.get().then(|| on_demand(session, Piece::Coverage))}
        </dialog>
    }
    .into_any()
}

/// The numbers of a coverage, for sentences.
pub fn facts(coverage: Coverage) -> [(&'static str, Arg); 4] {
    [
        ("read", coverage.read.into()),
        ("known", coverage.known.into()),
        ("failed", coverage.failed.into()),
        ("left", coverage.known.saturating_sub(coverage.read).into()),
    ]
}

/// What stands in the sheet.
pub fn content(session: Session) -> AnyView {
    (move || {
        session.crawls().tick.track();
        let graph = session.graph.get();
        let coverage = Coverage::of(&graph);
        let is_whole = coverage.read == coverage.known;
        let ids = (0_u32..).map(NodeId).zip(&graph.nodes);
        let missing = ids.filter(|(_, node)| node.dependencies != Relations::Complete);
        let named = missing.take(MOST_NAMED).map(|(id, node)| line(session, id, node)).collect_view();
        let beyond = (coverage.known.saturating_sub(coverage.read) as usize).saturating_sub(MOST_NAMED);
        let left = session.t(if is_whole { "coverage-whole" } else { "coverage-left-lead" });
        view! {
            <div class="stack">
                <p>{session.tr("summary-coverage", &facts(coverage))}</p>
                <p class="muted">{left}</p>
                {(!is_whole).then(|| view! {
                    <ul class="stack tight" on:click=move |_| session.is_coverage_open.set(false)>{named}</ul>
                })}
                {(beyond > 0).then(|| view! { <p class="count">{session.tr("and-more", &[("count", beyond.into())])}</p> })}
                {(!is_whole).then(|| actions(session))}
            </div>
        }
        .into_any()
    })
    .into_any()
}

/// A missing item and why it is missing.
fn line(session: Session, id: NodeId, node: &Node) -> AnyView {
    let why = match session.crawls().errand(node).map(|errand| errand.state) {
        _ if node.dependencies == Relations::Failed => "coverage-failed",
        Some(TaskState::Failed(_)) => "coverage-failed",
        Some(TaskState::Waiting) => "coverage-waiting",
        Some(TaskState::Asked) => "crawl-asked",
        Some(TaskState::Skipped(_)) => "coverage-skipped",
        Some(TaskState::Answered) | None => "coverage-no-link",
    };
    view! { <li class="coverage-line">{item_link(session, id)}<span class="muted small">{session.t(why)}</span></li> }
        .into_any()
}

/// The ways on: what was planned is loaded, or another file is opened.
fn actions(session: Session) -> AnyView {
    let loads = session.crawls().ids().into_iter().filter_map(|id| {
        let one = session.crawls().standing(id).filter(|one| one.state == State::Planned)?;
        let count = one.estimate.requests;
        let words = session.tr("crawl-start", &[("count", count.into())]);
        (count > 0).then(|| view! {
            <button class="button primary" on:click=move |_| if session.may_send() { session.crawls().change(id, Crawl::start) }>{words}</button>
        })
    });
    let open = move |_| {
        session.is_coverage_open.set(false);
        session.act(Action::Open(View::Sources));
        session.focus_soon(".way-files .button");
    };
    view! {
        <div class="row wrap">{loads.collect_view()}<button class="button" on:click=open>{session.t("coverage-open")}</button></div>
    }
    .into_any()
}

/// Says after loading that something is left, and leads to what and why; nothing where all was read.
pub fn left_button(session: Session) -> AnyView {
    let coverage = memo(move |_| session.graph.with(|graph| Coverage::of(graph)));
    (move || {
        let coverage = coverage.get();
        (coverage.read < coverage.known).then(|| view! {
            <button class="button small" on:click=move |_| session.is_coverage_open.set(true)>{session.tr("coverage-left", &facts(coverage))}</button>
        })
    })
    .into_any()
}
