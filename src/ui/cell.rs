//! The card of one cell of the matrix: component, change, bundles, and where it is published.

use super::choice::Choice;
use super::icon::{self, icon};
use super::link::link;
use super::matrix::mark;
use super::place::{place_link, pointer_link};
use super::recalls::answer_badge;
use super::session::Session;
use super::ways::bundle_link;
use crate::excerpt::Excerpt;
use crate::manifest::{Component, Release, Shift};
use crate::source::SourceId;
use crate::text::visible;
use leptos::prelude::*;

/// What a card is about.
pub struct About<'m> {
    /// The document.
    pub source: SourceId,
    /// The release of the column.
    pub release: &'m Release,
    /// The component of the row.
    pub name: &'m str,
    /// What people call it.
    pub public_name: &'m str,
    /// Its line in the BOM, if it has one.
    pub component: Option<&'m Component>,
    /// Its version in what the cell is compared with.
    pub before: Option<&'m str>,
    /// What became of it.
    pub shift: Option<Shift>,
}

/// The card, which stands below the matrix and follows the active cell.
pub fn cell_card(session: Session, about: &About<'_>, choice: Choice) -> AnyView {
    let name = if about.public_name.is_empty() { about.name } else { about.public_name };
    let title = format!("{} · {}", visible(name), visible(&about.release.name()));
    let version = about.component.map(|component| component.version.clone()).unwrap_or_default();
    let copied = format!("{} {version}", about.name);
    let address = about.component.map(|component| component.address.as_str()).unwrap_or_default();
    let pointer = about.component.map(|component| pointer_link(session, about.source, component.at));
    view! {
        <section class="cell-card" aria-label=title.clone() aria-live="polite">
            <header class="row">
                <h3 class="grow break">{title.clone()}</h3>
                {place_link(session, about.source, about.release.at, &session.t("open-release"))}
                <button class="button quiet icon-only small" title=session.t("copy") aria-label=session.t("copy")
                    on:click=move |_| session.copy(copied.clone())>{icon(icon::COPY)}</button>
                <button class="button quiet icon-only small" title=session.t("close") aria-label=session.t("close")
                    on:click=move |_| choice.close()>{icon(icon::CLOSE)}</button>
            </header>
            <div class="cell-facts">
                {change(session, about, &version)}
                {bundles(session, about)}
                {(!address.is_empty()).then(|| view! { <div class="cell-fact"><span class="muted small">{session.t("field-releaseURL")}</span>{link(session, address, None)}</div> })}
                {pointer.map(|pointer| view! { <div class="cell-fact"><span class="muted small">{session.t("place")}</span>{pointer}</div> })}
            </div>
        </section>
    }
    .into_any()
}

fn change(session: Session, about: &About<'_>, version: &str) -> AnyView {
    let now = if version.is_empty() { session.t("not-in-the-bom") } else { visible(version).into_owned() };
    let before = about.before.filter(|_| about.shift.is_some_and(|shift| shift != Shift::Same));
    let before =
        before.map(|before| view! { <code class="muted">{visible(before).into_owned()}</code>" → " });
    let shift = about.shift.map(|shift| {
        let word = session.t(&format!("shift-{}", shift.word()));
        view! { <span class=format!("shift is-{}", shift.word())>{mark(shift)} " " {word}</span> }
    });
    view! {
        <div class="cell-fact"><span class="muted small">{session.t("component")}" "<code>{visible(about.name).into_owned()}</code></span>
            <div class="row wrap">{before}<code>{now}</code>{shift}</div></div>
    }
    .into_any()
}

/// The bundles of the release that hold the component.
fn bundles(session: Session, about: &About<'_>) -> AnyView {
    let holds = |elements: &[Excerpt]| elements.iter().any(|element| element == about.name);
    let ids = about.release.all_bundles().filter(|bundle| holds(&bundle.elements));
    let drawn: Vec<AnyView> = ids.take(6).map(|bundle| match &bundle.id {
        None => view! { <span class="note">{session.t("cannot-be-matched")}</span> }.into_any(),
        Some(id) => {
            let answer = session
                .recalls
                .with_untracked(|recalls| recalls.is_recalled(id).then(|| recalls.answer(id)));
            view! { <div class="row wrap">{bundle_link(session, id)}{answer.map(|answer| answer_badge(session, answer))}</div> }.into_any()
        }
    }).collect();
    let none = drawn.is_empty().then(|| view! { <span class="faint">{session.t("cell-no-bundle")}</span> });
    view! { <div class="cell-fact"><span class="muted small">{session.t("patch-bundles")}</span>{none}{drawn}</div> }.into_any()
}
