//! A form for the variables of a templated link: it is never requested with braces in the address.

use super::session::Session;
use crate::hal::template::{Given, expand, variables};
use crate::text::visible;
use crate::ui::erased::memo;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The template, a field for each variable, and the address that comes of them.
pub fn form(session: Session, template: &str, base: Option<&str>) -> impl IntoView + use<> {
    let names = variables(template).unwrap_or_default();
    let values = RwSignal::new(BTreeMap::<String, String>::new());
    let (template, base) = (template.to_owned(), base.map(str::to_owned));
    let shown = visible(&template).into_owned();
    let address = memo(move |_| {
        let given = values.get().into_iter().filter(|(_, value)| !value.is_empty());
        let given: BTreeMap<String, Given> = given.map(|(name, value)| (name, Given::Text(value))).collect();
        expand(&template, &given).ok()
    });
    let fields = names
        .into_iter()
        .map(|variable| {
            let (name, key) = (variable.name.clone(), variable.name);
            view! {
                <label class="template-field">
                    <span class="fields-label">{visible(&name).into_owned()}</span>
                    <input class="field" autocomplete="off" spellcheck="false"
                        on:input=move |event| { let value = event_target_value(&event); values.update(|values| { values.insert(key.clone(), value); }); } />
                </label>
            }
        })
        .collect_view();
    let follow = move |_| {
        let href = address.get_untracked();
        if let Some(target) = href.and_then(|href| session.judge(&href, base.as_deref())) {
            session.inspect(&target.address);
        }
    };
    view! {
        <div class="template">
            <code class="break">{shown}</code> <span class="badge outline">{session.t("templated")}</span>
            {fields}
            <div class="row">
                <code class="grow break muted">{move || address.get().map(|address| visible(&address).into_owned())}</code>
                <button class="button small" on:click=follow disabled=move || address.get().is_none()>{session.t("follow")}</button>
            </div>
        </div>
    }
}
