//! The built-in sample beside a person's own documents: never joined with them in silence.
//!
//! Whoever opens a document of their own asks about that one, and an invented hit among their own would be a wrong
//! answer. So the sample is put away then, with a way back.

use super::icon::{self, icon};
use super::session::Session;
use super::task::start_while;
use crate::session::Action;
use crate::sorted::SortedSet;
use crate::source::{Origin, Source, SourceId, Strange};
use crate::ui::erased::memo;
use leptos::prelude::*;
use std::sync::Arc;

/// The sample's documents, while they are put away.
pub type PutAway = RwSignal<Vec<Arc<Source>>>;

fn is_sample(source: &Arc<Source>) -> bool {
    source.origin == Origin::Sample
}

/// Whether a person opened it, and verdicts follow from it.
fn is_own(source: &Arc<Source>) -> bool {
    matches!(source.origin, Origin::File | Origin::Paste | Origin::Address) && Strange::of(source).is_none()
}

impl Session {
    /// Shows more documents; the first ones of a person's own take the place of the sample.
    pub(super) async fn bring_for_sample(self, read: Vec<Arc<Source>>) {
        if !(self.hosting().owns_page && read.iter().any(is_own)) {
            self.bring(read).await;
            return;
        }
        let (away, _): (Vec<_>, Vec<_>) = self.sources.get_untracked().iter().cloned().partition(is_sample);
        self.change_to(&|before| {
            before.iter().filter(|source| !is_sample(source)).chain(&read).cloned().collect()
        })
        .await;
        if !away.is_empty() {
            let ids: SortedSet<SourceId> = away.iter().map(|source| source.id).collect();
            self.forget_answers(|id| ids.contains(&id));
            // What was selected or filtered was the sample's.
            self.act(Action::Deselect);
            self.act(Action::Unfocus);
            self.act(Action::ClearFilters);
            self.put_away.set(away);
        }
    }

    /// Shows the sample again, beside what is open.
    fn bring_sample_back(self) {
        let away = self.put_away.get_untracked();
        self.put_away.set(Vec::new());
        start_while(
            self.state,
            Box::pin(async move {
                self.keep_sources(&away);
                self.bring(away).await;
            }),
        );
    }
}

/// Says that what is shown is the built-in sample, or that it was put away.
pub fn sample_note(session: Session) -> impl IntoView {
    let has_sample = memo(move |_| session.sources.with(|all| all.iter().any(is_sample)));
    let is_put_away = memo(move |_| session.put_away.with(|away| !away.is_empty()));
    let is_alone = memo(move |_| session.sources.with(|all| all.iter().all(is_sample)));
    move || {
        if has_sample.get() {
            let words = session.t(if is_alone.get() { "sample-banner" } else { "sample-banner-beside" });
            let close = (!session.hosting().is_readonly()).then(|| {
                view! { <button class="a-link small" on:click=move |_| session.start_over()>{session.t("sample-banner-action")}</button> }
            });
            return Some(note(session, words, view! { {close} }.into_any()));
        }
        is_put_away.get().then(|| {
            let buttons = view! {
                <button class="a-link small" on:click=move |_| session.bring_sample_back()>{session.t("sample-away-action")}</button>
                <button class="button quiet icon-only small" title=session.t("close") aria-label=session.t("close")
                    on:click=move |_| session.put_away.set(Vec::new())>{icon(icon::CLOSE)}</button>
            };
            note(session, session.t("sample-away"), buttons.into_any())
        })
    }
}

fn note(session: Session, words: String, buttons: AnyView) -> AnyView {
    view! {
        <aside class="sample-note" part="banner" aria-label=session.t("open-sample")>
            <span class="grow">{words}</span>
            {buttons}
        </aside>
    }
    .into_any()
}
