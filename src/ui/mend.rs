//! What to mend first: of failed releases those that need no other failed one, with what their documents say of them.

use super::item::item_link;
use super::link::link_as;
use super::session::Session;
use crate::graph::NodeId;
use crate::session::failure::{Failed, cause_words, failures_of};
use crate::session::mending::{Mend, mending};
use crate::text::visible;
use leptos::prelude::*;

/// How many failures to begin with are listed, and of each how many others that need it.
const FIRST: usize = 12;

/// Where to begin with these failures; nothing without any.
pub fn mend_list(session: Session, failed: &[NodeId]) -> Option<AnyView> {
    let all = session.graph.with(|graph| mending(graph, failed));
    let drawn = all.iter().take(FIRST).map(|mend| entry(session, mend)).collect_view();
    let rest = all.len().saturating_sub(FIRST);
    (!all.is_empty()).then(|| {
        view! {
            <section class="stack tight">
                <h3 class="minor">{session.t("mend-title")}</h3>
                <ol class="mend">{drawn}</ol>
                {(rest > 0).then(|| view! { <p class="count">{session.tr("and-more", &[("count", rest.into())])}</p> })}
                <p class="note">{session.t("mend-retry")}</p>
            </section>
        }
        .into_any()
    })
}

fn entry(session: Session, mend: &Mend) -> AnyView {
    let failures =
        session.graph.with(|graph| session.sources.with(|sources| failures_of(graph, sources, mend.root)));
    let why = failures.first().map(|one| why(session, one));
    let links = mend.needed_by.iter().take(FIRST).map(|id| view! { <li>{item_link(session, *id)}</li> });
    let links = links.collect_view();
    let (count, rest) = (mend.needed_by.len(), mend.needed_by.len().saturating_sub(FIRST));
    let needed = (count > 0).then(|| {
        view! {
            <p class="muted small">{session.tr("mend-needed-by", &[("count", count.into())])}</p>
            <ul class="mend-others">{links}{(rest > 0).then(|| view! { <li class="count">{session.tr("and-more", &[("count", rest.into())])}</li> })}</ul>
        }
    });
    view! { <li class="mend-entry"><strong>{item_link(session, mend.root)}</strong>{why}{needed}</li> }
        .into_any()
}

/// The cause in words, the description word for word, and the log.
fn why(session: Session, one: &Failed) -> AnyView {
    let Some(failure) = one.failure.as_ref() else {
        return view! { <p class="muted">{session.t("failure-unsaid")}</p> }.into_any();
    };
    let said = |text: &str| (!text.is_empty()).then(|| visible(text).into_owned());
    let cause =
        (!failure.cause.is_empty()).then(|| session.with_texts(|texts| cause_words(texts, &failure.cause)));
    let text = said(&failure.description);
    let base = one.source.address.as_deref();
    let log = failure
        .source_url
        .as_deref()
        .map(|href| link_as(session, href, &session.t("failure-log-open"), base));
    view! {
        {cause.map(|words| view! { <p class="sentence-case">{words}</p> })}
        {text.map(|text| view! { <p class="failed-words break">{text}</p> })}
        {log.map(|log| view! { <p>{log}</p> })}
    }
    .into_any()
}
