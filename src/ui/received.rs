//! What becomes of documents that were just read: verdicts are shown, and what is none of the known kinds is
//! named where it was opened.

use super::icon::{self, icon};
use super::session::Session;
use crate::session::{Action, View};
use crate::source::{Source, SourceId, Strange};
use crate::text::visible;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Session {
    /// Goes from the start page to the verdicts if any of the new documents is of a known kind; else stays,
    /// and says so.
    pub(super) fn show_received(self, received: &[SourceId]) {
        let read: Vec<Arc<Source>> = received.iter().filter_map(|id| untrack(|| self.source(*id))).collect();
        if read.iter().any(|source| Strange::of(source).is_none()) {
            self.mark_answer();
            if self.state.with_untracked(|state| state.view == View::Sources) {
                self.act(Action::Open(View::Hit));
            }
        } else if let Some(source) = read.last() {
            self.say(self.tr("received-nothing", &[("title", source.title.clone().into())]));
        }
    }

    /// Whether an item stands in one of these documents.
    fn holds_items(self, ids: &BTreeSet<SourceId>) -> bool {
        self.graph.with_untracked(|graph| {
            graph.nodes.iter().any(|node| node.places.iter().any(|place| ids.contains(&place.source)))
        })
    }
}

/// Why nothing can be judged by a document, what could be, and the way to its text; nothing for one that
/// holds items.
pub fn note(session: Session, source: &Arc<Source>) -> Option<AnyView> {
    let strange = Strange::of(source);
    if strange.is_none() && session.holds_items(&BTreeSet::from([source.id])) {
        return None;
    }
    let what =
        strange.as_ref().map_or_else(|| session.t("strange-holds-nothing"), |strange| what(session, strange));
    let known = strange.is_some().then(|| session.t("strange-known"));
    let key = source.id.0.to_string();
    Some(
        view! {
            <div class="strange is-pending" role="note">
                {icon(icon::WARNING)}
                <div class="grow stack tight">
                    <p>{what}</p>
                    {known.map(|words| view! { <p class="muted small">{words}</p> })}
                    <button class="a-link small" on:click=move |_| session.act(Action::RevealIn(key.clone(), String::new()))>
                        {session.t("strange-raw")}
                    </button>
                </div>
            </div>
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
