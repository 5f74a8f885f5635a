//! Addresses that lead nowhere: what they name in vain is said, with the way on.

use super::icon::{self, icon};
use super::session::Session;
use leptos::prelude::*;

/// That there is no such view as the address names.
pub fn no_view(session: Session) -> AnyView {
    let words = move |word: String| session.tr("astray-view", &[("name", word.into())]);
    let banner =
        move || session.astray.get().map(|word| note(session, words(word), move || session.astray.set(None)));
    banner.into_any()
}

/// A sentence that can be put away.
pub fn note(session: Session, words: String, put_away: impl Fn() + Send + 'static) -> AnyView {
    view! {
        <div class="banner is-pending" role="status">
            {icon(icon::WARNING)}
            <p class="grow">{words}</p>
            <button class="button quiet icon-only small" title=session.t("dismiss") aria-label=session.t("dismiss")
                on:click=move |_| put_away()>{icon(icon::CLOSE)}</button>
        </div>
    }
    .into_any()
}
