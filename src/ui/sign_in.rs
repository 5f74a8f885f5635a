//! The question for a token: one origin, one question however many requests were refused.
//!
//! The token goes from the field into the settings of the session and nowhere else: no store, no address,
//! no form of the browser's password keeper; the field is emptied at once.

use super::on_demand::on_demand;
use super::parts::Piece;
use super::session::Session;
use crate::browser::address::parse;
use crate::ui::erased::effect;
use leptos::html::{Dialog, Input};
use leptos::prelude::*;

/// The dialog; shown while a token is wanted.
pub fn sign_in(session: Session) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    effect(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match session.token_wanted.get() {
            Some(_) if !dialog.open() => {
                let _ = dialog.show_modal();
            }
            None if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog node_ref=dialog class="sheet sign-in" aria-labelledby="sign-in-title" on:close=move |_| session.token_wanted.set(None)>
            {move || session.token_wanted.with(Option::is_some).then(|| on_demand(session, Piece::SignIn))}
        </dialog>
    }
}

/// The question for the origin that wants a token now.
pub fn question(session: Session) -> AnyView {
    (move || session.token_wanted.get().map(|origin| form(session, origin))).into_any()
}

fn form(session: Session, origin: String) -> AnyView {
    let is_bad = RwSignal::new(false);
    let input = NodeRef::<Input>::new();
    effect(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus(); // the dialog may have been open before the question was there
        }
    });
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
    .into_any()
}
