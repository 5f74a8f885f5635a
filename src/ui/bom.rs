//! The bill of materials of a release: its lines, what each SKU makes of them, and the upgrade order.

use super::matrix::mark;
use super::session::Session;
use crate::graph::Node;
use crate::manifest::{Release, Shift, Sku, SkuLine, sku_lines};
use crate::text::visible;
use leptos::prelude::*;

/// The BOM of a Cloud Foundation release, if a manifest holds it.
pub fn of_release(session: Session, node: &Node) -> Option<impl IntoView + use<>> {
    let place = *node.places.first()?;
    let manifests = session.manifests.get();
    let (_, manifest) = manifests.iter().find(|(source, _)| *source == place.source)?;
    let release = manifest.releases.iter().find(|release| release.at == place.at)?;
    let lines = release
        .bom
        .iter()
        .map(|line| {
            let name = if line.public_name.is_empty() { &line.name } else { &line.public_name };
            view! { <li class="sku-line"><span title=line.name.clone()>{visible(name).into_owned()}</span><code class="break">{visible(&line.version).into_owned()}</code></li> }
        })
        .collect_view();
    let skus = release.skus.iter().map(|sku| draw_sku(session, release, sku)).collect_view();
    let order = release
        .upgrade_order
        .iter()
        .map(|name| view! { <li>{visible(name).into_owned()}</li> })
        .collect_view();
    Some(view! {
        {(!release.upgrade_order.is_empty()).then(|| view! {
            <section class="neighbours"><h4>{session.t("upgrade-order")}</h4><ol class="order-list">{order}</ol></section>
        })}
        {(!release.bom.is_empty()).then(|| view! {
            <details class="fields-of sku-join"><summary><h4>{session.t("bom")}</h4> " " <span class="count">{release.bom.len()}</span></summary><ul>{lines}</ul></details>
        })}
        {skus}
    })
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
    view! {
        <details class="fields-of sku-join">
            <summary><h4>{session.tr("sku-join", &[("name", sku.name.clone().into())])}</h4> " " <span class="count">{count}</span></summary>
            {if count == 0 { view! { <p class="muted small">{session.t("sku-all-same")}</p> }.into_any() } else { view! { <ul>{lines}</ul> }.into_any() }}
        </details>
    }
}
