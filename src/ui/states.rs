//! What is shown when there is nothing to show: always the cause and one action.

use super::icon::{self, icon};
use super::session::Session;
use crate::session::{Action, View};
use leptos::prelude::*;

/// No document is open.
pub fn nothing_loaded(session: Session) -> impl IntoView {
    view! {
        <div class="empty">
            {icon(icon::OPEN)}
            <h2>{session.t("nothing-loaded")}</h2>
            <p>{session.t("nothing-loaded-lead")}</p>
            {move || (!session.hosting().is_readonly()).then(|| view! {
                <button class="button primary" on:click=move |_| session.act(Action::Open(View::Sources))>{session.t("go-open")}</button>
            })}
        </div>
    }
}

/// What the page opens by itself is on its way.
pub fn opening(session: Session) -> AnyView {
    view! { <div class="empty">{icon(icon::OPEN)}<h2>{session.t("chip-loading")}</h2></div> }.into_any()
}

/// No item passes the filters.
pub fn nothing_found(session: Session) -> impl IntoView {
    view! {
        <div class="empty">
            {icon(icon::FILTER)}
            <h2>{session.t("nothing-found")}</h2>
            <p>{session.t("nothing-found-lead")}</p>
            <button class="button" on:click=move |_| session.act(Action::ClearFilters)>{session.t("clear-filters")}</button>
        </div>
    }
}

/// The documents hold nothing of the kind that a view shows.
pub fn nothing_of_kind(session: Session, id: &str) -> impl IntoView + use<> {
    view! {
        <div class="empty">
            {icon(icon::INFO)}
            <h2>{session.t(&format!("{id}-none"))}</h2>
            <p>{session.t(&format!("{id}-none-lead"))}</p>
            <button class="button" on:click=move |_| session.act(Action::Open(View::Sources))>{session.t("go-open")}</button>
        </div>
    }
}
