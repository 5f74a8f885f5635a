//! Recalls: every recalled bundle with its answer, its final targets, and what still names it.

use super::icon::{self, icon};
use super::item::item_link;
use super::list::{List, list};
use super::session::Session;
use super::states::{nothing_found, nothing_of_kind};
use crate::graph::{NodeKey, NodeKind};
use crate::manifest::{Answer, RecallList};
use crate::session::Action;
use crate::text::visible;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Recalled ids with their answers, most urgent first.
type Rows = Vec<(Answer, Arc<str>)>;

/// The height of a row, in pixels.
const ROW_HEIGHT: f64 = 60.0;

/// The word of an answer in classes and text ids.
pub const fn answer_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Move => "move",
        Answer::MoveInPart => "move-in-part",
        Answer::Wait => "wait",
        Answer::Withdrawn => "withdrawn",
        Answer::Contradictory => "contradictory",
        Answer::Circular => "circular",
        Answer::Unclear => "unclear",
        Answer::Unrecalled => "unrecalled",
        Answer::Unknown => "unknown-id",
        Answer::Unsaid => "unsaid",
    }
}

/// An answer as icon and word.
pub fn answer_badge(session: Session, answer: Answer) -> impl IntoView + use<> {
    let (class, path) = match answer {
        Answer::Move => ("is-ok", icon::OUT),
        Answer::MoveInPart => ("is-pending", icon::OUT),
        Answer::Wait => ("is-pending", icon::of_status(crate::graph::Status::Pending)),
        Answer::Withdrawn => ("is-failed", icon::of_status(crate::graph::Status::Recalled)),
        Answer::Contradictory | Answer::Circular | Answer::Unclear => ("is-recalled", icon::WARNING),
        Answer::Unrecalled => ("is-ok", icon::of_status(crate::graph::Status::Ok)),
        Answer::Unknown | Answer::Unsaid => ("is-unknown", icon::of_status(crate::graph::Status::Unknown)),
    };
    view! { <span class=format!("badge {class}")>{icon(path)}{session.t(&format!("answer-{}", answer_word(answer)))}</span> }
}

/// The view of all recalls.
pub fn recalls(session: Session) -> impl IntoView {
    let only = RwSignal::new(None::<Answer>);
    let find = session.slice(|state| state.find.to_lowercase());
    let all: Memo<Arc<Rows>> = Memo::new(move |_| {
        let recalls = session.recalls.get();
        let mut rows = recalls.recalled().map(|id| (recalls.answer(id), Arc::clone(id))).collect::<Rows>();
        rows.sort_by_key(|(answer, id)| (urgency(*answer), Arc::clone(id)));
        Arc::new(rows)
    });
    let shown: Memo<Arc<Rows>> = Memo::new(move |_| {
        let (find, only) = (find.get(), only.get());
        let passes = |row: &&(Answer, Arc<str>)| {
            only.is_none_or(|only| row.0 == only) && (find.is_empty() || matches(session, &row.1, &find))
        };
        Arc::new(all.with(|rows| rows.iter().filter(passes).cloned().collect::<Rows>()))
    });
    view! {
        <div class="recalls">
            {move || match (session.recalls.with(|recalls| recalls.list()), all.with(|rows| rows.is_empty())) {
                (_, false) => Some(head(session, &all.get(), only).into_any()),
                (RecallList::Empty, true) => Some(nothing_of_kind(session, "recalls-empty").into_any()),
                (RecallList::Absent, true) => Some(nothing_of_kind(session, "recalls-absent").into_any()),
                (_, true) => Some(nothing_of_kind(session, "recalls-unusable").into_any()),
            }}
            {move || (shown.with(|rows| rows.is_empty()) && all.with(|rows| !rows.is_empty())).then(|| nothing_found(session))}
            {list(List {
                count: Signal::derive(move || shown.with(|rows| rows.len())),
                row_height: ROW_HEIGHT,
                reveal: Signal::derive(|| None),
                label: session.t("view-recalls"),
                row: move |at| shown.with_untracked(|rows| rows.get(at).cloned()).map(|(answer, id): (Answer, Arc<str>)| row(session, answer, &id)),
            }, shown)}
        </div>
    }
}

const fn urgency(answer: Answer) -> u8 {
    match answer {
        Answer::Withdrawn => 0,
        Answer::Circular => 1,
        Answer::Contradictory => 2,
        Answer::Unclear => 3,
        Answer::Wait => 4,
        Answer::MoveInPart => 5,
        _ => 6,
    }
}

fn matches(session: Session, id: &str, find: &str) -> bool {
    let in_id = id.to_lowercase().contains(find);
    let key = NodeKey { kind: NodeKind::Bundle, id: id.to_owned() };
    in_id
        || session.graph.with(|graph| {
            graph
                .find(&key)
                .and_then(|id| graph.node(id))
                .is_some_and(|node| node.name.to_lowercase().contains(find))
        })
}

fn head(
    session: Session,
    rows: &[(Answer, Arc<str>)],
    only: RwSignal<Option<Answer>>,
) -> impl IntoView + use<> {
    let mut counts = BTreeMap::<(u8, Answer), usize>::new();
    for (answer, _) in rows {
        *counts.entry((urgency(*answer), *answer)).or_default() += 1;
    }
    let chips = counts
        .into_iter()
        .map(|((_, answer), count)| {
            view! {
                <button class="chip" aria-pressed=move || (only.get() == Some(answer)).to_string()
                    on:click=move |_| only.update(|only| *only = if *only == Some(answer) { None } else { Some(answer) })>
                    {answer_badge(session, answer)}<span class="count">{count}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <header class="board-head">
            <h2>{session.tr("recalls-lead", &[("count", rows.len().into())])}</h2>
            <div class="row wrap">{chips}</div>
        </header>
    }
}

fn row(session: Session, answer: Answer, id: &str) -> impl IntoView + use<> {
    let key = NodeKey { kind: NodeKind::Bundle, id: id.to_owned() };
    let wanted = key.clone();
    let is_selected = session.slice(move |state| state.selected.as_ref() == Some(&wanted));
    let (targets, carriers) =
        session.recalls.with_untracked(|recalls| (recalls.targets(id), recalls.carriers(id).count()));
    let name = session
        .graph
        .with_untracked(|graph| graph.find(&key).and_then(|id| graph.node(id)).map(|node| node.name.clone()));
    let open = key.clone();
    let target_links = targets
        .ids
        .iter()
        .take(2)
        .filter_map(|target| {
            let key = NodeKey { kind: NodeKind::Bundle, id: target.to_string() };
            session.graph.with_untracked(|graph| graph.find(&key)).map(|id| item_link(session, id))
        })
        .collect_view();
    let rest = targets.ids.len().saturating_sub(2);
    view! {
        <div class="recall-row" class:row-selected=move || is_selected.get() on:click=move |_| session.act(Action::Select(open.clone()))>
            <span class="recall-answer">{answer_badge(session, answer)}</span>
            <button class="recall-id" on:click=move |_| session.act(Action::Select(key.clone()))>
                <strong class="clip">{name.filter(|name| !name.is_empty()).map(|name| visible(&name).into_owned())}</strong>
                <code class="clip muted">{visible(id).into_owned()}</code>
            </button>
            <span class="recall-targets">
                {target_links}
                {(rest > 0).then(|| view! { <span class="count">{session.tr("and-more", &[("count", rest.into())])}</span> })}
            </span>
            <span class="count recall-carriers">{session.tr("still-named-by", &[("count", carriers.into())])}</span>
        </div>
    }
}
