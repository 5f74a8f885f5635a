//! What can be done about a release that failed: mend its cause and retry, stay on or go to another release
//! of the product, and who waits for it.

use super::item::item_link;
use super::session::Session;
use crate::graph::{NodeId, Siblings, siblings};
use crate::session::Action;
use crate::session::Tab;
use crate::session::failure::{Failed, cause_words, failures_of};
use crate::session::mending::mending;
use crate::session::sentence::{label, needed_words};
use leptos::prelude::*;

/// How many dependants are listed.
const FIRST: usize = 12;

/// The ways on from a failed release.
pub fn ways_failed(session: Session, id: NodeId) -> AnyView {
    view! { <div class="stack">{retry(session, id)}{others(session, id)}{waiting(session, id)}</div> }
        .into_any()
}

/// Each customization that it failed with, and what has to be mended before it is run again.
fn retry(session: Session, id: NodeId) -> AnyView {
    let failures =
        session.graph.with(|graph| session.sources.with(|sources| failures_of(graph, sources, id)));
    let roots = session.graph.with(|graph| mending(graph, &[id]));
    let roots = roots.iter().filter(|mend| mend.root != id && !mend.needed_by.is_empty()).take(FIRST);
    let has_roots = roots.clone().next().is_some();
    let first = roots.filter_map(|mend| {
        let name = session.graph.with(|graph| graph.node(mend.root).map(label))?;
        let words = session.tr("failed-mend-root", &[("name", name.into())]);
        Some(view! { <li><p>{words}</p>{item_link(session, mend.root)}</li> })
    });
    let first = first.collect_view();
    let steps = failures.iter().take(FIRST).map(|one| step(session, one, has_roots)).collect_view();
    let rest = failures.len().saturating_sub(FIRST);
    view! {
        <section class="stack tight">
            <h3 class="minor">{session.t("failed-retry")}</h3>
            <ol class="stack tight">{first}{steps}</ol>
            {(rest > 0).then(|| view! { <p class="count">{session.tr("and-more", &[("count", rest.into())])}</p> })}
            <button class="a-link" on:click=move |_| session.act(Action::OpenTab(Tab::Summary))>{session.t("failed-details")}</button>
        </section>
    }
    .into_any()
}

fn step(session: Session, one: &Failed, comes_second: bool) -> AnyView {
    let cause = one.failure.as_ref().map(|failure| failure.cause.as_str()).filter(|cause| !cause.is_empty());
    let words = match cause {
        Some(cause) => {
            let cause = session.with_texts(|texts| cause_words(texts, cause));
            session
                .tr(if comes_second { "failed-mend-then" } else { "failed-mend" }, &[("cause", cause.into())])
        }
        None => session.t("failed-mend-unsaid"),
    };
    view! { <li><p>{words}</p>{item_link(session, one.customization)}</li> }.into_any()
}

/// The nearest releases of the product that did not fail.
fn others(session: Session, id: NodeId) -> AnyView {
    let Siblings { earlier, later } = session.graph.with(|graph| siblings(graph, id));
    let one = |label: &str, id: NodeId| {
        view! { <li class="row wrap"><span class="muted small">{session.t(label)}</span>{item_link(session, id)}</li> }.into_any()
    };
    let later = later.map(|id| one("failed-later", id));
    let earlier = earlier.map(|id| one("failed-earlier", id));
    let is_none = later.is_none() && earlier.is_none();
    view! {
        <section class="stack tight">
            <h3 class="minor">{session.t("failed-others")}</h3>
            {is_none.then(|| view! { <p class="muted">{session.t("failed-others-none")}</p> })}
            <ul>{later}{earlier}</ul>
        </section>
    }
    .into_any()
}

/// Who waits for it.
fn waiting(session: Session, id: NodeId) -> AnyView {
    let (direct, needed) = session.graph.with(|graph| {
        let needed = session.board.with(|board| board.of(id).and_then(|verdict| verdict.needed(graph)));
        (graph.needed_by(id).collect::<Vec<NodeId>>(), needed)
    });
    let words = match needed {
        Some(needed) if needed.directly > 0 => session.with_texts(|texts| needed_words(texts, needed)),
        _ => session.t("failed-waits-none"),
    };
    let rest = direct.len().saturating_sub(FIRST);
    let links =
        direct.iter().take(FIRST).map(|id| view! { <li>{item_link(session, *id)}</li> }).collect_view();
    view! {
        <section class="stack tight">
            <h3 class="minor">{session.t("failed-waits")}</h3>
            <p class="muted">{words}</p>
            <ul>{links}</ul>
            {(rest > 0).then(|| view! { <p class="count">{session.tr("and-more", &[("count", rest.into())])}</p> })}
        </section>
    }
    .into_any()
}
