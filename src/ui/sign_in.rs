//! The question for a token: one origin, one question however many requests were refused.
//!
//! The token goes from the field into the settings of the session and nowhere else: no store, no address,
//! no form of the browser's password keeper; the field is emptied at once.

use super::session::Session;
use crate::browser::address::parse;
use leptos::html::{Dialog, Input};
use leptos::prelude::*;

/// The dialog; shown while a token is wanted.
pub fn sign_in(session: Session) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let is_bad = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match session.token_wanted.get() {
            Some(_) if !dialog.open() => {
                is_bad.set(false);
                let _ = dialog.show_modal();
            }
            None if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog node_ref=dialog class="sheet sign-in" aria-labelledby="sign-in-title" on:close=move |_| session.token_wanted.set(None)>
            {move || session.token_wanted.get().map(|origin| question(session, origin, is_bad))}
        </dialog>
    }
}

fn question(session: Session, origin: String, is_bad: RwSignal<bool>) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let shown = parse(&origin, None).map_or_else(|| origin.clone(), |address| address.parts.origin());
    let host = || [("host", shown.clone().into())];
    let use_token = move || {
        let Some(input) = input.get_untracked() else { return };
        let token = input.value();
        input.set_value("");
        is_bad.set(!session.give_token(&origin, &token));
    };
    view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); use_token(); }>
            <h2 id="sign-in-title" class="break">{session.tr("sign-in-title", &host())}</h2>
            <p class="muted">{session.tr("sign-in-lead", &host())}</p>
            {session.has_bad_token_of_host().then(|| view! { <p class="note is-failed">{session.t("sign-in-host-bad")}</p> })}
            <input node_ref=input class="field mono" type="password" autocomplete="off" spellcheck="false" autofocus
                aria-label=session.t("sign-in-token") placeholder=session.t("sign-in-token") />
            {move || is_bad.get().then(|| view! { <p role="alert">{session.t("sign-in-bad")}</p> })}
            <div class="row">
                <button class="button primary" type="submit">{session.t("sign-in-use")}</button>
                <button class="button quiet" type="button" on:click=move |_| session.token_wanted.set(None)>{session.t("cancel")}</button>
            </div>
        </form>
    }
}
