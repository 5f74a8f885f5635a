//! What the documents say about a failed release: cause, description, time, log, and where it stands.
//!
//! So do releases that one customization lists with several outcomes. It opens the panel, for this is what a person came for; the rest of the fields stand below it.

use super::item::item_link;
use super::link::link_as;
use super::place::pointer_link;
use super::session::Session;
use super::time::moment;
use crate::graph::{Node, NodeId, Status};
use crate::session::failure::{Failed, cause_words, failures_of};
use crate::session::outcomes::{clash_words, clashes as clashes_of};
use crate::text::visible;
use leptos::prelude::*;

/// How many failures of one release are shown.
const FIRST: usize = 6;

/// Why a release failed; nothing for what did not.
pub fn failed(session: Session, id: NodeId, node: &Node) -> Option<AnyView> {
    if node.status != Status::Failed {
        return None;
    }
    let (graph, sources) = (session.graph.get(), session.sources.get());
    let all = failures_of(&graph, &sources, id);
    let drawn = all.iter().take(FIRST).map(|one| entry(session, one)).collect_view();
    let rest = all.len().saturating_sub(FIRST);
    (!all.is_empty()).then(|| {
        view! {
            <section class="failed is-failed" aria-label=session.tr("failure-title", &[("count", all.len().into())])>
                <h3 class="minor">{session.tr("failure-title", &[("count", all.len().into())])}</h3>
                {drawn}
                {(rest > 0).then(|| view! { <p class="count">{session.tr("and-more", &[("count", rest.into())])}</p> })}
            </section>
        }
        .into_any()
    })
}

/// Releases that stand in several lists of a customization at once, and how each is counted; on the panel of either.
pub fn clashes(session: Session, id: NodeId) -> Option<AnyView> {
    let (graph, sources) = (session.graph.get(), session.sources.get());
    let all = clashes_of(&graph, &sources, id);
    let drawn = all.iter().take(FIRST).map(|clash| {
        let words = session.with_texts(|texts| clash_words(texts, &graph, clash));
        let places = clash.places.iter().take(FIRST);
        let places = places.map(|place| view! { <li>{pointer_link(session, place.source, place.at)}</li> });
        view! { <li class="named-entry"><p class="break">{words}</p><ul class="places">{places.collect_view()}</ul></li> }
    });
    let drawn = drawn.collect_view();
    let rest = all.len().saturating_sub(FIRST);
    (!all.is_empty()).then(|| {
        view! {
            <section class="stack tight named is-pending">
                <h3 class="minor">{session.tr("outcomes-clash-title", &[("count", all.len().into())])}</h3>
                <ul class="named-list">{drawn}</ul>
                {(rest > 0).then(|| view! { <p class="count">{session.tr("and-more", &[("count", rest.into())])}</p> })}
            </section>
        }
        .into_any()
    })
}

fn entry(session: Session, one: &Failed) -> AnyView {
    let failure = one.failure.as_ref();
    let cause = failure.map(|failure| failure.cause.as_str()).filter(|cause| !cause.is_empty());
    let description = failure.map(|failure| failure.description.as_str()).filter(|text| !text.is_empty());
    let when = failure.and_then(|failure| failure.error_date.as_ref()).map(|stamp| moment(session, stamp));
    let base = one.source.address.as_deref();
    let log = failure.and_then(|failure| failure.source_url.as_deref());
    let log = log.map(|href| link_as(session, href, &session.t("failure-log-open"), base));
    let with = item_link(session, one.customization).into_any();
    let at = pointer_link(session, one.place.source, one.place.at).into_any();
    view! {
        <div class="failed-entry">
            {description.map(|text| view! { <p class="failed-words break">{visible(text).into_owned()}</p> })}
            {failure.is_none().then(|| view! { <p class="muted">{session.t("failure-unsaid")}</p> })}
            <dl class="failed-facts">
                {cause.map(|cause| fact(session, "failure-cause", cause_view(session, cause)))}
                {when.map(|when| fact(session, "failure-when", when))}
                {log.map(|log| fact(session, "failure-log", log))}
                {fact(session, "failure-with", with)}
                {fact(session, "failure-stated", at)}
            </dl>
        </div>
    }
    .into_any()
}

/// The cause in plain words, with the document's own word behind it.
fn cause_view(session: Session, cause: &str) -> AnyView {
    let words = session.with_texts(|texts| cause_words(texts, cause));
    let own = visible(cause).into_owned();
    let own = (own != words).then(|| view! { <code class="faint break">{own}</code> });
    view! { <span class="sentence-case">{words}" "{own}</span> }.into_any()
}

fn fact(session: Session, label: &str, value: AnyView) -> AnyView {
    view! { <div><dt class="muted">{session.t(label)}</dt><dd>{value}</dd></div> }.into_any()
}
