//! The choice of the language: beside the other help, remembered as the theme is.

use super::hosted::Hosting;
use super::session::Session;
use super::task::spawn_while;
use crate::browser::storage;
use crate::browser::timer::breathe;
use crate::text::Language;
use leptos::prelude::*;

/// The languages, each by its own name.
pub fn languages(session: Session) -> AnyView {
    let now = session.hosting().language;
    let choices = Language::ALL.map(|language| {
        let tag = language.tag();
        view! {
            <button class="button small" lang=tag aria-pressed=move || (now.get() == language).to_string()
                on:click=move |_| session.choose_language(language)>{session.t(&format!("language-{tag}"))}</button>
        }
    });
    view! {
        <div class="row wrap languages" role="group" aria-label=session.t("language")>
            <span class="minor" aria-hidden="true">{session.t("language")}</span>
            <div class="segmented">{choices.into_iter().collect_view()}</div>
        </div>
    }
    .into_any()
}

/// What the person chose on an earlier visit.
pub(super) fn preferred() -> Option<Language> {
    let tag = storage::read("language")?;
    Language::ALL.into_iter().find(|language| language.tag() == tag)
}

impl Session {
    /// Speaks a language from now on and on the next visit; the sheet stays open, with the focus where it was.
    fn choose_language(self, language: Language) {
        storage::write("language", language.tag());
        let Hosting { chosen_language, .. } = self.hosting();
        chosen_language.set(Some(language));
        spawn_while(self.state, async move {
            breathe().await;
            self.host().focus(".languages [aria-pressed='true']");
        });
    }
}
