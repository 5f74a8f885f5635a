//! What becomes of documents that were just read: verdicts are shown, and what is none of the known kinds is
//! named where it was opened.

use super::icon::{self, icon};
use super::session::Session;
use crate::session::{Action, View};
use crate::sorted::SortedSet;
use crate::source::{Source, SourceId, Strange};
use crate::text::visible;
use leptos::prelude::*;
use std::sync::Arc;

impl Session {
    /// Goes from the start page to the verdicts if any of the new documents is of a known kind; else stays,
    /// and says so.
    pub(super) fn show_received(self, received: &[SourceId]) {
        let read: Vec<Arc<Source>> = received.iter().filter_map(|id| untrack(|| self.source(*id))).collect();
        if read.iter().any(|source| Strange::of(source).is_none()) {
            self.mark_answer();
            if self.state.with_untracked(|state| state.view == View::Sources) {
                // Nobody went there: what an address named in vain is still to be read.
                let astray = self.astray.get_untracked();
                self.act(Action::Open(View::Hit));
                self.astray.set(astray);
            }
        } else if let Some(source) = read.last() {
            if self.state.with_untracked(|state| state.view == View::Sources) {
                self.focus_soon(CARD);
            }
            self.say(self.tr("received-nothing", &[("title", source.title.clone().into())]));
        }
    }

    /// Whether an item stands in one of these documents.
    fn holds_items(self, ids: &SortedSet<SourceId>) -> bool {
        self.graph.with_untracked(|graph| {
            graph.nodes.iter().any(|node| node.places.iter().any(|place| ids.contains(&place.source)))
        })
    }
}

/// Where what is none of the known kinds is named.
const CARD: &str = ".strange-card";

/// Why nothing can be judged by a document; nothing for one that holds items.
fn why(session: Session, source: &Source) -> Option<(String, Option<Strange>)> {
    let strange = Strange::of(source);
    match &strange {
        None if session.holds_items(&SortedSet::from([source.id])) => None,
        None => Some((session.t("strange-holds-nothing"), strange)),
        Some(odd) => Some((what(session, odd), strange)),
    }
}

/// That nothing can be judged by a document, in the list of all of them: what there is to do about it, its card says.
pub fn note(session: Session, source: &Source) -> Option<AnyView> {
    let (what, _) = why(session, source)?;
    let words = view! { <div class="strange is-pending" role="note">{icon(icon::WARNING)}<p class="grow">{what}</p></div> };
    Some(words.into_any())
}

/// The documents that a person opened and that nothing can be judged by, newest first, each like a failure: why,
/// what could be, and the way to its text.
pub fn cards(session: Session) -> impl IntoView {
    move || {
        let sources = session.sources.get();
        let followed = session.crawls().followed.get();
        let opened = sources.iter().rev().filter(|source| !followed.contains(&source.id));
        let cards: Vec<AnyView> =
            opened.filter_map(|source| card(session, source)).take(MOST_CARDS).collect();
        (!cards.is_empty()).then(|| view! { <div class="faults">{cards}</div> })
    }
}

/// How many documents have a card; each has its note in the list.
const MOST_CARDS: usize = 5;

fn card(session: Session, source: &Source) -> Option<AnyView> {
    let (what, strange) = why(session, source)?;
    let known = strange.is_some().then(|| session.t("strange-known"));
    let id = source.id;
    let heading = session.t("strange-title");
    let closable = !session.hosting().is_readonly();
    Some(
        view! {
            <article class="strange-card is-pending" tabindex="-1" aria-label=heading.clone()>
                <header class="fault-head">
                    {icon(icon::WARNING)}
                    <div class="grow">
                        <h2 class="third">{heading.clone()}</h2>
                        <p class="mono small muted break">{visible(&source.title).into_owned()}</p>
                    </div>
                    {closable.then(|| view! {
                        <button class="button quiet icon-only small" title=session.t("close-document") aria-label=session.t("close-document")
                            on:click=move |_| session.close(id)>{icon(icon::CLOSE)}</button>
                    })}
                </header>
                <p>{what}</p>
                {known.map(|words| view! { <p class="muted small">{words}</p> })}
                <div class="row wrap">
                    <button class="button" on:click=move |_| session.act(Action::RevealIn(id.0.to_string(), String::new()))>
                        {session.t("strange-raw")}
                    </button>
                </div>
            </article>
        }
        .into_any(),
    )
}

fn what(session: Session, strange: &Strange) -> String {
    let id = format!("strange-{}", strange.word());
    match strange {
        Strange::List(count) => session.tr(&id, &[("count", (*count).into())]),
        Strange::Object(names, count) => {
            let rest = count.saturating_sub(names.len());
            let names = visible(&names.join(", ")).into_owned();
            session.tr(&id, &[("names", names.into()), ("rest", rest.into())])
        }
        _ => session.t(&id),
    }
}
