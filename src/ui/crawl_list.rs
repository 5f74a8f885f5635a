//! Every address of a crawl with what became of it: what failed and why, what is under way, what is left out.

use super::fault;
use super::session::Session;
use crate::hal::crawl::{Crawl, Skip, Task, TaskId, TaskState};
use crate::hal::page::End;
use crate::hal::secret;
use crate::hal::trust::Judgement;
use crate::text::visible;
use crate::ui::erased::memo;
use leptos::prelude::*;

/// How many addresses are drawn.
const MOST_SHOWN: usize = 200;

/// One line of the list.
#[derive(Clone, PartialEq, Eq)]
struct Line {
    id: TaskId,
    address: String,
    state: TaskState,
    oddities: Vec<crate::hal::crawl::Oddity>,
}

/// The list, what failed and what is under way first.
pub fn tasks(session: Session, id: u32) -> AnyView {
    let lines = memo(move |_| {
        session.crawls().tick.track();
        session.crawls().look(id, lines).unwrap_or_default()
    });
    let rows =
        move || lines.with(|(lines, _)| lines.iter().map(|line| row(session, id, line)).collect_view());
    let beyond = move || lines.with(|(_, all)| all.saturating_sub(MOST_SHOWN));
    view! {
        <ul class="crawl-list" tabindex="0" aria-label=session.t("crawl-addresses")>{rows}</ul>
        {move || (beyond() > 0).then(|| view! { <p class="faint small">{session.tr("crawl-list-more", &[("count", beyond().into())])}</p> })}
    }
    .into_any()
}

fn lines(crawl: &Crawl) -> (Vec<Line>, usize) {
    let mut found: Vec<(u8, TaskId, &Task)> = crawl
        .tasks()
        .filter(|(_, task)| is_told(task))
        .map(|(id, task)| (rank(&task.state), id, task))
        .collect();
    let all = found.len();
    found.sort_by_key(|(rank, id, _)| (*rank, *id));
    let line = |(_, id, task): (u8, TaskId, &Task)| Line {
        id,
        address: secret::address(&task.address),
        state: task.state.clone(),
        oddities: task.oddities.clone(),
    };
    (found.into_iter().take(MOST_SHOWN).map(line).collect(), all)
}

/// What was known before it was asked for is no news.
fn is_told(task: &Task) -> bool {
    task.attempts > 0 || task.state != TaskState::Answered
}

const fn rank(state: &TaskState) -> u8 {
    match state {
        TaskState::Failed(_) => 0,
        TaskState::Asked => 1,
        TaskState::Skipped(_) => 2,
        TaskState::Waiting => 3,
        TaskState::Answered => 4,
    }
}

fn row(session: Session, crawl: u32, line: &Line) -> AnyView {
    let (class, words) = state_words(session, crawl, line);
    let task = line.id;
    let again = again(&line.state).map(|id| {
        view! {
            <button class="button quiet small" on:click=move |_| if session.may_send() { session.crawls().change(crawl, |crawl| { crawl.retry_one(task); crawl.ask_one(task); }) }>
                {session.t(id)}
            </button>
        }
    });
    let odd = (!line.oddities.is_empty())
        .then(|| view! { <span class="badge outline">{session.t("crawl-odd-id")}</span> });
    view! {
        <li class="crawl-line">
            <span class="mono small break grow">{visible(&line.address).into_owned()}</span>
            {odd}
            <span class=format!("badge {class}")>{words}</span>
            {again}
        </li>
    }
    .into_any()
}

/// What a click on an address does: its text.
fn again(state: &TaskState) -> Option<&'static str> {
    match state {
        TaskState::Failed(_) => Some("retry"),
        TaskState::Waiting => Some("crawl-load-one"),
        TaskState::Skipped(Skip::Outside(judgement)) if judgement.can_be_asked() => Some("crawl-load-anyway"),
        TaskState::Skipped(Skip::TooDeep | Skip::Growing | Skip::Repeats) => Some("crawl-load-anyway"),
        _ => None,
    }
}

fn state_words(session: Session, crawl: u32, line: &Line) -> (&'static str, String) {
    match &line.state {
        TaskState::Failed(class) => {
            let status = session.crawls().fault(crawl, line.id).and_then(|fault| fault.status);
            let words = fault::class_words(session, *class, status);
            ("is-failed", words)
        }
        TaskState::Asked => ("is-pending", session.t("crawl-asked")),
        TaskState::Waiting => ("is-unknown", session.t("crawl-left")),
        TaskState::Answered => ("is-ok", session.t("crawl-answered")),
        TaskState::Skipped(skip) => ("is-unknown", skip_words(session, skip)),
    }
}

fn skip_words(session: Session, skip: &Skip) -> String {
    match skip {
        Skip::Outside(Judgement::OtherOrigin { host, .. } | Judgement::UserInfo { host }) => {
            session.tr("skip-host", &[("host", host.clone().into())])
        }
        Skip::Outside(Judgement::NotWeb { scheme }) => {
            session.tr("not-a-link", &[("scheme", scheme.clone().into())])
        }
        Skip::Outside(_) => session.t("skip-climbs"),
        Skip::TooDeep => session.t("skip-deep"),
        Skip::Growing => session.t("skip-growing"),
        Skip::ListEnded(End::SamePage) | Skip::Repeats => session.t("skip-same-page"),
        Skip::ListEnded(_) => session.t("skip-list-ended"),
        Skip::Download => session.t("skip-download"),
    }
}
