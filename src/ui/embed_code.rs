//! The dialog that gives the markup for another page, made from what is looked at.
//!
//! Only the viewer's own page has it: there the address says where the viewer is published, and whoever
//! looks at it inside a portal has it embedded already.

use super::icon::{self, icon};
use super::on_demand::on_demand;
use super::parts::Piece;
use super::session::Session;
use crate::browser::location;
use crate::session::embed_code::{EmbedCode, Form, home};
use crate::text::visible;
use crate::ui::erased::memo;
use leptos::html::Dialog;
use leptos::prelude::*;

/// The button with its dialog; nothing inside another page.
pub fn embed_code(session: Session) -> AnyView {
    if !session.hosting().owns_page {
        return ().into_any();
    }
    let dialog = NodeRef::<Dialog>::new();
    let is_open = RwSignal::new(false);
    let open = move |_| {
        is_open.set(true);
        if let Some(dialog) = dialog.get_untracked().filter(|dialog| !dialog.open()) {
            let _ = dialog.show_modal();
        }
    };
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let label = session.t("embed-code");
    view! {
        <button class="button quiet icon-only" title=label.clone() aria-label=label.clone() aria-haspopup="dialog" on:click=open>{icon(icon::CODE)}</button>
        // Its keys are its own, not those of the view behind it.
        <dialog node_ref=dialog class="sheet embed-code" aria-label=label.clone()
            on:keydown=move |event| event.stop_propagation() on:close=move |_| is_open.set(false)>
            <div class="row"><h2 class="grow">{label.clone()}</h2>
                <button class="button quiet icon-only" aria-label=session.t("close") on:click=close>{icon(icon::CLOSE)}</button></div>
            {move || is_open.get().then(|| on_demand(session, Piece::EmbedCode))}
        </dialog>
    }
    .into_any()
}

/// What stands in the dialog.
pub fn content(session: Session) -> AnyView {
    let form = RwSignal::new(Form::default());
    let markup = memo(move |_| session.embed_code().markup(form.get()));
    let choice = move |which: Form, id: &str| {
        view! {
            <button class="button" aria-pressed=move || (form.get() == which).to_string() on:click=move |_| form.set(which)>{session.t(id)}</button>
        }
        .into_any()
    };
    let lead = move || {
        session.t(if form.get() == Form::Element {
            "embed-code-element-lead"
        } else {
            "embed-code-frame-lead"
        })
    };
    view! {
        <div class="row wrap" role="group" aria-label=session.t("embed-code-form")>
            {choice(Form::Element, "embed-code-element")}
            {choice(Form::Frame, "embed-code-frame")}
        </div>
        <p class="muted">{lead}</p>
        <pre class="mono" tabindex="0" aria-label=session.t("embed-code-markup")>{move || visible(&markup.get()).into_owned()}</pre>
        {move || left_out(session)}
        <div class="row wrap">
            <button class="button primary" on:click=move |_| session.copy(markup.get_untracked())>{icon(icon::COPY)}{session.t("embed-code-copy")}</button>
            {super::link::in_tab(&format!("{}embedding.html", home(&location::page_address())), session.t("embed-code-more"))}
        </div>
    }
    .into_any()
}

/// Documents that have no address, which the page has to give by script.
fn left_out(session: Session) -> AnyView {
    let count = session.sources.with(|all| all.iter().filter(|source| source.address.is_none()).count());
    if count == 0 {
        return ().into_any();
    }
    let words = session.tr("embed-code-left-out", &[("count", count.into())]);
    view! { <p class="muted">{words}</p> }.into_any()
}

impl Session {
    /// What the markup for another page is made of now.
    fn embed_code(self) -> EmbedCode {
        let documents =
            self.sources.with(|all| all.iter().filter_map(|source| source.address.clone()).collect());
        EmbedCode {
            home: home(&location::page_address()),
            documents,
            state: self.state.get(),
            theme: self.theme.get().word(),
        }
    }
}
