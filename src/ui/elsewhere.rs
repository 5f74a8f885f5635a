//! The question before a document of another host is asked for, when a link or an attribute named it.
//!
//! A link into this viewer comes from anybody. Without the question, a click on it would send a request
//! wherever its author likes and show what came under this page's name.

use super::icon::{self, icon};
use super::session::Session;
use crate::browser::address::Address;
use crate::hal::secret;
use crate::order;
use crate::source::Origin;
use leptos::prelude::*;

/// One question for every host; nothing if no other host is named.
pub fn elsewhere(session: Session) -> impl IntoView {
    move || {
        let mut hosts: Vec<String> =
            session.elsewhere.get().iter().map(|address| address.parts.origin()).collect();
        order::sort(&mut hosts);
        hosts.dedup();
        hosts.iter().map(|origin| question(session, origin)).collect_view()
    }
}

fn question(session: Session, origin: &str) -> impl IntoView + use<> {
    let host = || [("host", origin.into())];
    let addresses = session.elsewhere.with(|all| {
        let here = all.iter().filter(|address| address.parts.origin() == origin);
        here.map(|address| view! { <li class="mono small break">{secret::address(&address.href)}</li> })
            .collect_view()
    });
    let (to_load, to_leave) = (origin.to_owned(), origin.to_owned());
    view! {
        <section class="banner ask-host">
            {icon(icon::EXTERNAL)}
            <div class="grow stack">
                <h2 class="third break">{session.tr("ask-host-title", &host())}</h2>
                <p class="muted">{session.t("ask-host-lead")}</p>
                <ul>{addresses}</ul>
                <div class="row wrap">
                    <button class="button primary" on:click=move |_| session.load_addresses(take(session, &to_load), Origin::Address)>
                        {session.tr("ask-host-load", &host())}
                    </button>
                    <button class="button" on:click=move |_| { take(session, &to_leave); }>{session.t("ask-host-leave")}</button>
                </div>
            </div>
        </section>
    }
}

/// Takes the addresses of an origin off the questions.
fn take(session: Session, origin: &str) -> Vec<Address> {
    let all = session.elsewhere.get_untracked();
    let (taken, kept) = all.into_iter().partition(|address| address.parts.origin() == origin);
    session.elsewhere.set(kept);
    taken
}
