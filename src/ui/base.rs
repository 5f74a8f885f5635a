//! What the links of files resolve against, typed by hand: a file does not say where it came from.

use super::session::Session;
use leptos::html::Input;
use leptos::prelude::*;

/// The form: one address for all documents that have none of their own.
pub fn base_form(session: Session) -> AnyView {
    let input = NodeRef::<Input>::new();
    let is_wrong = RwSignal::new(false);
    let base = session.answers().base_url;
    let given = move || {
        let href = base.with(|base| base.as_ref().map(|base| base.address.href.clone()));
        href.map(|href| session.masked_address(&href)).unwrap_or_default()
    };
    let set = move || {
        let Some(input) = input.get_untracked() else { return };
        let is_set = session.set_base(&input.value());
        is_wrong.set(!is_set);
        if is_set {
            session.say(session.t("base-set"));
        }
    };
    view! {
        <form class="base-form" on:submit=move |event| { event.prevent_default(); set(); }>
            <label class="small muted" for="atlas-base">{session.t("base-lead")}</label>
            <div class="row">
                <input id="atlas-base" node_ref=input class="field" type="text" inputmode="url" autocomplete="off" spellcheck="false"
                    placeholder="https://" prop:value=given aria-invalid=move || is_wrong.get().to_string() />
                <button class="button" type="submit">{session.t("base-use")}</button>
            </div>
            {move || is_wrong.get().then(|| view! { <p role="alert" class="note is-failed">{session.t("base-wrong")}</p> })}
        </form>
    }
    .into_any()
}
