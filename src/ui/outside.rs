//! What stands beside the releases: patches outside the BOM, SDDC Manager versions, version mappings.

use super::manifest::Shown;
use super::place::pointer_link;
use super::session::Session;
use super::time::day;
use super::ways::bundle_link;
use crate::json::ValueId;
use crate::text::visible;
use leptos::prelude::*;

/// The three lists.
pub fn outside(session: Session, shown: &Shown) -> impl IntoView + use<> {
    let manifest = &shown.manifest;
    let patches = manifest
        .async_patches
        .iter()
        .map(|patch| {
            let ids = patch.bundle_ids.iter().map(|id| bundle_link(session, &id.text)).collect_view();
            line(session, shown, patch.at, &patch.component, &patch.version, ids.into_any())
        })
        .collect_view();
    let managers = manifest
        .sddc_manager_releases
        .iter()
        .map(|release| {
            let bundles = release.bundles.iter().filter_map(|bundle| bundle.id.as_deref());
            let bundles = bundles.map(|id| bundle_link(session, id)).collect_view();
            let from = session.tr("can-be-taken-from", &[("version", release.from.as_str().into())]);
            let rest = view! {
                {release.released.as_ref().map(|date| day(session, date))}
                {(!release.from.is_empty()).then(|| view! { <span class="count">{from}</span> })}
                {bundles}
            };
            line(session, shown, release.at, "SDDC Manager", &release.version, rest.into_any())
        })
        .collect_view();
    let mappings = manifest
        .vvs_mappings
        .iter()
        .map(|mapping| {
            let aliases = visible(&mapping.aliases.join(", ")).into_owned();
            line(session, shown, mapping.at, &mapping.path.join(" › "), &mapping.version, aliases.into_any())
        })
        .collect_view();
    view! {
        <div class="page">
            {section(session, "async-patches", manifest.async_patches.len(), patches.into_any())}
            {section(session, "sddc-manager-releases", manifest.sddc_manager_releases.len(), managers.into_any())}
            {section(session, "vvs-mappings", manifest.vvs_mappings.len(), mappings.into_any())}
        </div>
    }
}

fn section(session: Session, id: &str, count: usize, lines: AnyView) -> impl IntoView + use<> {
    let lead = session.t(&format!("{id}-lead"));
    let title = session.t(&format!("list-{id}"));
    view! {
        <section class="stack">
            <h3>{title} " " <span class="count">{count}</span></h3>
            <p class="muted">{lead}</p>
            {if count == 0 {
                view! { <p class="faint">{session.t("list-is-empty")}</p> }.into_any()
            } else {
                view! { <ul class="card lines">{lines}</ul> }.into_any()
            }}
        </section>
    }
}

fn line(session: Session, shown: &Shown, at: ValueId, name: &str, version: &str, rest: AnyView) -> AnyView {
    view! {
        <li class="lines-row">
            <strong class="clip">{visible(name).into_owned()}</strong>
            <code class="clip">{visible(version).into_owned()}</code>
            <span class="row wrap grow">{rest}</span>
            {pointer_link(session, shown.source, at)}
        </li>
    }
    .into_any()
}
