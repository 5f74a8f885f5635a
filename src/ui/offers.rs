//! What the people who publish the viewer offer: services to start from, and links for people.
//!
//! Both come from `config.json`, whose author is trusted no more than that of a document: an address becomes a
//! link through the one link component, and a service is only filled into its form, never asked by itself.

use super::icon::{self, icon};
use super::link::link_in_tab;
use super::session::Session;
use crate::hal::secret;
use crate::session::config::{Preset, Shortcut};
use crate::session::preset::Service;
use crate::text::visible;
use leptos::prelude::*;

/// The services that are offered, as one card; nothing where none is. `choose` is told the service and its
/// base address.
pub fn services(session: Session, choose: Callback<(Service, String)>) -> AnyView {
    let offered = session.hosting().with_deployment(|deployment| deployment.presets.clone());
    if offered.is_empty() {
        return ().into_any();
    }
    let entries = offered.iter().map(|preset| entry(session, preset, choose)).collect_view();
    view! {
        <section class="card preset offers" aria-labelledby="offers-services">
            {icon(icon::LINK)}
            <h2 class="third" id="offers-services">{session.t("offers-services")}</h2>
            <p class="muted">{session.t("offers-services-lead")}</p>
            <ul class="card preset-entries">{entries}</ul>
        </section>
    }
    .into_any()
}

fn entry(session: Session, preset: &Preset, choose: Callback<(Service, String)>) -> AnyView {
    let base = session.hosting().beside(&preset.address).map_or_else(String::new, |address| address.href);
    let kind = session.t(&format!("preset-{}", preset.service.word()));
    let detail = format!("{kind} · {}", secret::address(&base));
    let service = preset.service;
    view! {
        <li><button class="preset-entry" type="button" on:click=move |_| choose.run((service, base.clone()))>
            <bdi class="clip">{visible(&preset.name).into_owned()}</bdi>
            <span class="faint small clip">{visible(&detail).into_owned()}</span>
        </button></li>
    }
    .into_any()
}

/// The links for people, under a heading; nothing where none is.
pub fn links(session: Session) -> AnyView {
    let offered = session.hosting().with_deployment(|deployment| deployment.links.clone());
    if offered.is_empty() {
        return ().into_any();
    }
    let items = offered.iter().map(|shortcut| item(session, shortcut)).collect_view();
    view! {
        <section class="site-links">
            <h2 class="minor">{session.t("offers-links")}</h2>
            <ul class="row wrap">{items}</ul>
        </section>
    }
    .into_any()
}

fn item(session: Session, shortcut: &Shortcut) -> AnyView {
    let resolved = session.hosting().beside(&shortcut.address).map(|address| address.href);
    let href = resolved.unwrap_or_else(|| shortcut.address.clone());
    view! { <li>{link_in_tab(session, &href, &shortcut.name, None)}</li> }.into_any()
}
