//! The bill of materials of a release: its lines, what each SKU makes of them, and the upgrade order.

use super::link::link_as;
use super::matrix::mark;
use super::session::Session;
use crate::excerpt::Excerpt;
use crate::manifest::{Release, Shift, Sku, SkuLine, sku_lines};
use crate::text::visible;
use leptos::prelude::*;

/// The components in the order of their upgrade, as a numbered list.
pub fn upgrade_order(session: Session, release: &Release) -> Option<AnyView> {
    let name = |name: &Excerpt| {
        let line = release.component(name);
        let public = line.map(|line| line.public_name.as_str()).filter(|public| !public.is_empty());
        let is_unknown = line.is_none();
        view! {
            <li>{visible(public.unwrap_or(name)).into_owned()} {is_unknown.then(|| view! { <span class="note">" "{session.t("not-in-the-bom")}</span> })}</li>
        }
    };
    let order = release.upgrade_order.iter().map(name).collect_view();
    (!release.upgrade_order.is_empty()).then(|| {
        view! {
            <section class="stack tight"><h3 class="minor">{session.t("upgrade-order")}</h3><ol class="order-list">{order}</ol></section>
        }
        .into_any()
    })
}

/// The BOM of a release, and what its SKUs make of it.
pub fn lines(session: Session, release: &Release) -> AnyView {
    let lines = release
        .bom
        .iter()
        .map(|line| {
            let name = if line.public_name.is_empty() { &line.name } else { &line.public_name };
            let name = visible(name).into_owned();
            let name = match line.address.as_str() {
                "" => view! { <span class="break">{name}</span> }.into_any(),
                address => link_as(session, address, &name, None),
            };
            view! { <li class="sku-line"><span title=line.name.to_string()>{name}</span><code class="break">{visible(&line.version).into_owned()}</code></li> }
        })
        .collect_view();
    let skus = release.skus.iter().map(|sku| draw_sku(session, release, sku)).collect_view();
    view! {
        {(!release.bom.is_empty()).then(|| view! {
            <details class="fields-of sku-join"><summary><h3 class="minor">{session.t("bom")}</h3> " " <span class="count">{release.bom.len()}</span></summary><ul>{lines}</ul></details>
        })}
        {skus}
    }
    .into_any()
}

/// Where a SKU differs from the BOM, joined by name.
fn draw_sku(session: Session, release: &Release, sku: &Sku) -> impl IntoView + use<> {
    let joined = sku_lines(release, sku);
    let different: Vec<&SkuLine<'_>> = joined.iter().filter(|line| line.shift != Shift::Same).collect();
    let count = different.len();
    let lines = different
        .into_iter()
        .map(|line| {
            let name = if line.public_name.is_empty() { line.name } else { line.public_name };
            let words = match (line.in_release, line.in_sku) {
                (None, Some(version)) => format!("{} · {}", visible(version), session.t("not-in-the-bom")),
                (Some(_), None) => session.t("not-in-the-sku"),
                (was, is) => format!("{} → {}", visible(was.unwrap_or_default()), visible(is.unwrap_or_default())),
            };
            view! { <li class="sku-line"><span title=line.name.to_owned()>{visible(name).into_owned()}</span><span class=format!("shift is-{}", line.shift.word())>{mark(line.shift)} " " {words}</span></li> }
        })
        .collect_view();
    let is_short = (1..=6).contains(&count);
    view! {
        <details class="fields-of sku-join" open=is_short>
            <summary><h3 class="minor">{session.tr("sku-join", &[("name", sku.name.as_str().into())])}</h3> " " <span class="count">{count}</span></summary>
            {if count == 0 { view! { <p class="muted small">{session.t("sku-all-same")}</p> }.into_any() } else { view! { <ul>{lines}</ul> }.into_any() }}
        </details>
    }
}
