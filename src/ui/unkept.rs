//! Says after a reload that a person's own documents are gone, instead of showing something else in their place.
//!
//! Documents are kept nowhere, so that nobody finds them later. What the tab remembers is how many there were.

use super::icon::{self, icon};
use super::session::Session;
use crate::browser::storage;
use crate::session::{View, ViewState};
use crate::source::{Origin, Source};
use crate::ui::erased::effect;
use leptos::prelude::*;
use std::sync::Arc;

/// The name of the number that the tab keeps.
const NAME: &str = "own-documents";

impl Session {
    /// Notices what the tab had open before it was loaded again, and from now on what it has open; whether there
    /// was anything.
    pub(super) fn recall_own(self) -> bool {
        let before = storage::read_count(NAME);
        self.unkept.set(before);
        effect(move |former: Option<usize>| {
            let (own, is_any) = self.sources.with(|all| (count_own(all), !all.is_empty()));
            // Until something is opened, a further reload has to say the same.
            if is_any || former.is_some_and(|former| former > 0) {
                storage::write_count(NAME, own);
            }
            if own > 0 {
                self.unkept.set(0);
            }
            own
        });
        before > 0
    }

    /// Shows the start page, as what is named in the address is not there.
    pub(super) fn show_start(self) {
        let state = ViewState { view: View::Sources, selected: None, ..self.state.get_untracked() };
        self.go_to(state);
    }

    fn put_unkept_away(self) {
        storage::write_count(NAME, 0);
        self.unkept.set(0);
    }
}

/// How many documents only the person can open again.
fn count_own(all: &[Arc<Source>]) -> usize {
    let is_own =
        |source: &&Arc<Source>| matches!(source.origin, Origin::File | Origin::Paste | Origin::Evidence);
    all.iter().filter(is_own).count()
}

/// The notice; nothing where nothing was lost.
pub fn unkept(session: Session) -> AnyView {
    let is_home = session.slice(|state| state.view == View::Sources);
    let notice = move || {
        let count = session.unkept.get();
        (count > 0).then(|| {
            view! {
                <section class="banner unkept" part="banner" role="status">
                    {icon(icon::INFO)}
                    <div class="grow stack tight">
                        <strong>{session.tr("unkept", &[("count", count.into())])}</strong>
                        <p class="muted">{session.t("unkept-lead")}</p>
                    </div>
                    {move || (!is_home.get()).then(|| view! {
                        <button class="button small" on:click=move |_| session.show_start()>{session.t("go-open")}</button>
                    })}
                    <button class="button quiet icon-only small" title=session.t("dismiss") aria-label=session.t("dismiss")
                        on:click=move |_| session.put_unkept_away()>{icon(icon::CLOSE)}</button>
                </section>
            }
            .into_any()
        })
    };
    notice.into_any()
}
