//! The buttons that take a table away: copied as Markdown for a ticket, or as a file.

use super::icon::{self, icon};
use super::session::Session;
use crate::browser::download;
use crate::export::Table;
use leptos::prelude::*;

/// Buttons for the table that `make` makes when one is pressed; `name` is the stem of the files.
pub fn take(
    session: Session,
    name: &'static str,
    make: impl Fn() -> Table + Copy + 'static,
) -> impl IntoView {
    let offer = move |text: String, kind: &str, ending: &str| {
        download::offer(text.as_bytes(), kind, &format!("{name}.{ending}"));
    };
    view! {
        <div class="row take" role="group" aria-label=session.t("export")>
            <button class="button small" on:click=move |_| session.copy(make().markdown())>{icon(icon::COPY)}{session.t("copy-markdown")}</button>
            <button class="button small" on:click=move |_| offer(make().csv(), "text/csv;charset=utf-8", "csv")>{icon(icon::DOWNLOAD)}"CSV"</button>
            <button class="button small" on:click=move |_| offer(make().markdown(), "text/markdown;charset=utf-8", "md")>{icon(icon::DOWNLOAD)}"Markdown"</button>
            <button class="button small" on:click=move |_| offer(make().json(), "application/json", "json")>{icon(icon::DOWNLOAD)}"JSON"</button>
        </div>
    }
}
