//! What became of the request for one item, at that item: not loaded, under way, or failed and why.

use super::crawl::Errand;
use super::fault::{self, cause_text};
use super::icon::{self, icon};
use super::session::Session;
use crate::graph::{Node, NodeKind, Relations};
use crate::hal::crawl::{Skip, TaskState};
use crate::text::visible;
use crate::ui::erased::memo;
use leptos::prelude::*;

/// Says of a release that is not fully known what became of its request, with the way on.
pub fn errand(session: Session, node: &Node) -> Option<AnyView> {
    let is_release = matches!(node.key.kind, NodeKind::Release | NodeKind::Unknown);
    let is_open = [node.dependencies, node.dependants].iter().any(|known| *known != Relations::Complete);
    if !is_release || !is_open {
        return None;
    }
    let (node, missing) = (node.clone(), node.clone());
    let found = memo(move |_| {
        session.crawls().tick.track();
        session.crawls().errand(&node).map(|one| Seen { one })
    });
    let drawn = move || {
        let errand = found.get().and_then(|seen| note(session, &seen.one));
        errand.or_else(|| super::gap::gap(session, &missing))
    };
    Some(drawn.into_any())
}

/// An errand, compared by what is drawn of it.
#[derive(Clone)]
struct Seen {
    one: Errand,
}

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        let key = |seen: &Self| (seen.one.crawl, seen.one.task, seen.one.state.clone());
        key(self) == key(other)
    }
}

fn note(session: Session, one: &Errand) -> Option<AnyView> {
    match &one.state {
        TaskState::Failed(class) => {
            let status = one.fault.as_ref().and_then(|fault| fault.status);
            let words = fault::class_words(session, *class, status);
            Some(failed(session, one, session.tr("errand-failed", &[("reason", words.into())])))
        }
        TaskState::Waiting => Some(open(session, one, "errand-left", Some("crawl-load-one"))),
        TaskState::Asked => Some(open(session, one, "errand-asked", None)),
        TaskState::Skipped(Skip::Outside(judgement)) => {
            let action = judgement.can_be_asked().then_some("crawl-load-anyway");
            Some(open(session, one, "errand-outside", action))
        }
        TaskState::Skipped(_) | TaskState::Answered => None,
    }
}

fn failed(session: Session, one: &Errand, words: String) -> AnyView {
    let cause =
        one.fault.as_ref().and_then(|fault| fault.causes.first().map(|cause| cause_text(session, cause)));
    let headline = one.fault.as_ref().and_then(|fault| fault.detail.as_ref()?.headline.clone());
    view! {
        <section class="errand banner is-failed" data-class=one.fault.as_ref().map(|fault| fault.class.word())>
            {icon(icon::WARNING)}
            <div class="grow stack">
                <p><strong>{words}</strong></p>
                {headline.map(|text| view! { <p class="break">{visible(&text).into_owned()}</p> })}
                {cause.map(|text| view! { <p class="muted">{text}</p> })}
                {button(session, one, "retry")}
            </div>
        </section>
    }
    .into_any()
}

fn open(session: Session, one: &Errand, words: &str, action: Option<&str>) -> AnyView {
    view! {
        <section class="errand banner is-unknown">
            {icon(icon::INFO)}
            <div class="grow stack">
                <p>{session.t(words)}</p>
                {action.map(|action| button(session, one, action))}
            </div>
        </section>
    }
    .into_any()
}

fn button(session: Session, one: &Errand, words: &str) -> AnyView {
    let (crawl, task) = (one.crawl, one.task);
    view! {
        <div class="row">
            <button class="button small" on:click=move |_| if session.may_send() { session.crawls().change(crawl, |crawl| { crawl.retry_one(task); crawl.ask_one(task); }) }>
                {session.t(words)}
            </button>
        </div>
    }
    .into_any()
}
