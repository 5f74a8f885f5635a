//! An address in the inspector that nothing is kept of: asked for now, asked about first, or not askable.

use super::icon::{self, icon};
use super::session::Session;
use super::visit::Prospect;
use crate::browser::address::Address;
use crate::text::visible;
use crate::ui::erased::memo;
use leptos::prelude::*;

/// What is said of the address, and the one way on.
pub fn pending(session: Session, shown: String) -> AnyView {
    let is_under_way = {
        let shown = shown.clone();
        memo(move |_| session.is_under_way(&shown))
    };
    (move || {
        if is_under_way.get() {
            let words = session.tr("fetching", &[("title", shown.clone().into())]);
            return view! { <div class="empty" role="status"><p class="break">{words}</p></div> }.into_any();
        }
        match session.prospect(&shown) {
            Prospect::Allowed(address) => stopped(session, address),
            Prospect::AskFirst(address) => question(session, &shown, address),
            Prospect::Masked => note(session, "inspect-masked"),
            Prospect::NoAddress => note(session, "cause-not-askable"),
        }
    })
    .into_any()
}

/// It was stopped, or never begun.
fn stopped(session: Session, address: Address) -> AnyView {
    view! {
        <div class="empty">
            {icon(icon::LINK)}
            <h2>{session.t("inspect-not-asked")}</h2>
            <button class="button primary" on:click=move |_| session.look_at(address.clone(), false)>{session.t("inspect-ask")}</button>
        </div>
    }
    .into_any()
}

/// Another origin: nothing is sent there before somebody says yes.
fn question(session: Session, shown: &str, address: Address) -> AnyView {
    let host = address.parts.host_shown();
    let words = |id: &str| session.tr(id, &[("host", host.clone().into())]);
    let tab = super::link::in_tab(&address.href, session.t("fault-in-tab"));
    view! {
        <div class="empty ask-origin">
            {icon(icon::EXTERNAL)}
            <h2 class="break">{words("inspect-ask-title")}</h2>
            <p class="mono small break">{visible(shown).into_owned()}</p>
            <p>{words("inspect-ask-lead")}</p>
            <div class="row wrap">
                <button class="button primary" on:click=move |_| session.allow(address.parts.origin())>{words("inspect-ask-host")}</button>
                {tab}
            </div>
        </div>
    }
    .into_any()
}

fn note(session: Session, id: &str) -> AnyView {
    view! {
        <div class="empty">
            {icon(icon::WARNING)}
            <h2>{session.t("inspect-not-askable")}</h2>
            <p>{session.t(id)}</p>
        </div>
    }
    .into_any()
}
