//! The Move tab: what to move to from this item.

use super::figure::{figure, label};
use super::icon::{self, icon};
use super::item::{item_link, standing_badge};
use super::mend::mend_list;
use super::oddities::oddity_sentence;
use super::recalls::answer_badge;
use super::session::Session;
use super::ways_failed::ways_failed;
use crate::graph::{EdgeKind, Kinds, NodeId, NodeKey, NodeKind};
use crate::layout::Flow;
use crate::manifest::{Answer, Status, Step, Trace};
use crate::session::mending::failed_with;
use crate::session::sentence::{whole_advice, with_newer};
use crate::session::{Action, View};
use crate::text::visible;
use crate::verdict::Standing;
use leptos::prelude::*;

/// How many steps, ids and targets of a chain are listed; the picture folds the rest with its count.
const FIRST_STEPS: usize = 12;

/// What to move to.
pub fn ways(session: Session, id: NodeId) -> impl IntoView {
    let node = session.graph.with(|graph| graph.node(id).cloned());
    node.map(|node| match node.key.kind {
        NodeKind::Bundle => of_bundle(session, &node.key.id).into_any(),
        NodeKind::VcfRelease => of_vcf_release(session, id).into_any(),
        NodeKind::Customization => of_customization(session, id),
        NodeKind::Release if node.status == crate::graph::Status::Failed => ways_failed(session, id),
        _ => of_release(session, id).into_any(),
    })
}

fn of_bundle(session: Session, id: &str) -> impl IntoView + use<> {
    let trace = session.recalls.with(|recalls| recalls.trace(id));
    let is_kin = session.recalls.with(|recalls| recalls.is_kin(id));
    let picture = is_kin.then(|| figure(session, id, Flow::TopToBottom));
    let wide = is_kin.then(|| view! {
        <button class="a-link small" on:click=move |_| { session.act(Action::Open(View::Recalls)); session.act(Action::Part("picture".to_owned())); }>{session.t("figure-wide")}</button>
    });
    view! { <div class="stack">{lead(session, &trace)}{picture}{wide}{steps(session, &trace)}</div> }
}

/// A recall chain: what to do, then recalled → replacement → final target.
pub fn chain(session: Session, trace: &Trace) -> impl IntoView + use<> {
    view! { {lead(session, trace)}{steps(session, trace)} }
}

/// The answer of a chain, as a word and as a sentence.
fn lead(session: Session, trace: &Trace) -> AnyView {
    if session.recalls.with(|recalls| recalls.looks_recalled(&trace.id).is_some()) {
        let words = session.t("rule-looks-recalled");
        return view! { <div class="row wrap">{standing_badge(session, Standing::AtRisk)}<span>{words}</span></div> }.into_any();
    }
    let words = advised(session, &trace.id, trace.answer);
    view! { <div class="row wrap">{answer_badge(session, trace.answer)}<span>{words}</span></div> }.into_any()
}

fn steps(session: Session, trace: &Trace) -> AnyView {
    let steps = trace.steps.iter().take(FIRST_STEPS).map(|step| draw_step(session, step)).collect_view();
    let oddities = trace.oddities.iter().take(FIRST_STEPS * 2);
    let oddities = oddities
        .map(|oddity| view! { <li class="note is-pending break">{oddity_sentence(session, oddity)}</li> });
    let oddities = oddities.collect_view();
    let unseen = trace.steps.len().saturating_sub(FIRST_STEPS);
    view! {
        <ol class="chain">{steps}</ol>
        {(unseen > 0).then(|| view! { <p class="count">{session.tr("chain-more", &[("count", unseen.into())])}</p> })}
        {targets(session, trace)}
        {(!trace.oddities.is_empty()).then(|| view! { <section><h3 class="minor">{session.t("oddities")}</h3><ul>{oddities}</ul></section> })}
    }
    .into_any()
}

/// The bundles at the ends of a chain: those to move to, and apart from them those that are named along with them.
fn targets(session: Session, trace: &Trace) -> AnyView {
    let same = session.recalls.with(|recalls| recalls.targets(&trace.id).same).min(trace.targets.len());
    let is_other = trace.answer == Answer::MoveOther;
    // Where nothing says what any of them is for, all are ends alike.
    let is_unsaid = same == 0 && !is_other;
    let (taken, beside) = trace.targets.split_at(if is_unsaid { trace.targets.len() } else { same });
    let lead = if is_unsaid { "final-targets" } else { "targets-same" };
    let is_known = |id: &std::sync::Arc<str>| !label(session, id).contents.is_empty();
    let lead_beside = match (is_other, beside.iter().all(is_known)) {
        (true, _) => "targets-other-only",
        (false, true) => "targets-other",
        (false, false) => "targets-unsaid",
    };
    view! { {target_list(session, taken, lead, "")}{target_list(session, beside, lead_beside, "is-beside")} }
        .into_any()
}

fn target_list(
    session: Session,
    ids: &[std::sync::Arc<str>],
    title: &str,
    class: &'static str,
) -> Option<AnyView> {
    let links = ids.iter().take(FIRST_STEPS).map(|id| view! { <li>{bundle_link(session, id)}</li> });
    let links = links.collect_view();
    let beyond = ids.len().saturating_sub(FIRST_STEPS);
    (!ids.is_empty()).then(|| {
        view! {
            <section class=format!("chain-targets {class}")><h3 class="minor">{session.t(title)}</h3><ul>{links}</ul>
                {(beyond > 0).then(|| view! { <p class="count">{session.tr("and-more", &[("count", beyond.into())])}</p> })}</section>
        }
        .into_any()
    })
}

/// What to do about a bundle: by its own replacements, and where none is to be taken, the next release that goes on
/// with its component.
pub fn advised(session: Session, id: &str, answer: Answer) -> String {
    let lead = || session.t(&format!("answer-{}-lead", answer.word()));
    if !answer.is_recalled() {
        return lead();
    }
    let (graph, recalls, board) = (session.graph.get(), session.recalls.get(), session.board.get());
    session.with_texts(|texts| match answer {
        Answer::Contradictory | Answer::Circular | Answer::Unclear => {
            with_newer(texts, &graph, &board, id, &lead())
        }
        _ => whole_advice(texts, &graph, &recalls, &board, id),
    })
}

fn draw_step(session: Session, step: &Step) -> impl IntoView + use<> {
    let ids = |ids: &[std::sync::Arc<str>]| {
        let rest = ids.len().saturating_sub(FIRST_STEPS);
        let rest = (rest > 0)
            .then(|| view! { <li class="count">{session.tr("and-more", &[("count", rest.into())])}</li> });
        let first = ids.iter().take(FIRST_STEPS);
        let drawn = first.map(|id| view! { <li>{bundle_link(session, id)}</li> }).collect_view();
        view! { {drawn}{rest} }
    };
    let status = match &step.status {
        Status::None => "NONE".to_owned(),
        Status::Pending => "PENDING".to_owned(),
        Status::Ready => "READY".to_owned(),
        Status::Other(word) if word.is_empty() => session.t("not-given"),
        Status::Other(word) => visible(word).into_owned(),
    };
    view! {
        <li class="chain-step">
            <ul>{ids(&step.from)}</ul>
            <span class="chain-arrow">{icon(icon::OUT)}<code>{status}</code></span>
            <ul>{if step.to.is_empty() { view! { <li class="muted">{session.t("no-replacement-ids")}</li> }.into_any() } else { ids(&step.to).into_any() }}</ul>
        </li>
    }
}

/// A bundle by its id, as a link where it is known.
pub fn bundle_link(session: Session, id: &str) -> AnyView {
    let key = NodeKey::bundle(id);
    match session.graph.with(|graph| graph.find(&key)) {
        Some(node) => item_link(session, node).into_any(),
        None => view! { <code class="break">{visible(id).into_owned()}</code> }.into_any(),
    }
}

fn of_vcf_release(session: Session, id: NodeId) -> impl IntoView {
    let bundles: Vec<_> = session.graph.with(|graph| {
        let carried = graph.leaving.ends(id, Kinds::one(EdgeKind::Carries));
        carried.filter_map(|bundle| graph.node(bundle).map(|node| node.key.id.clone())).collect()
    });
    let recalled: Vec<_> = session.recalls.with(|recalls| {
        bundles.iter().filter(|id| recalls.is_recalled(id)).map(|id| recalls.trace(id)).collect()
    });
    if recalled.is_empty() {
        return view! { <p class="muted">{session.t("no-recalled-bundles")}</p> }.into_any();
    }
    recalled
        .iter()
        .map(|trace| view! { <section class="stack chain-of"><h3 class="minor">{bundle_link(session, &trace.id)}</h3>{chain(session, trace)}</section> })
        .collect_view()
        .into_any()
}

fn of_customization(session: Session, id: NodeId) -> AnyView {
    mend(session, id).unwrap_or_else(|| of_release(session, id).into_any())
}

/// Where to begin with the failures of a customization; nothing without any.
pub fn mend(session: Session, customization: NodeId) -> Option<AnyView> {
    let failed = session.graph.with(|graph| failed_with(graph, customization));
    mend_list(session, &failed)
}

/// The smallest set of changes, and where that holds failures of which others are the reason, these.
fn of_release(session: Session, id: NodeId) -> impl IntoView {
    let proof = session.explain(id).and_then(|verdict| verdict.proof);
    let frontier = proof.map(|proof| proof.frontier.nodes).unwrap_or_default();
    let links = frontier.iter().map(|id| view! { <li>{item_link(session, *id)}</li> }).collect_view();
    let failed: Vec<NodeId> = session.graph.with(|graph| {
        let is_failed =
            |id: &&NodeId| graph.node(**id).is_some_and(|node| node.status == crate::graph::Status::Failed);
        frontier.iter().filter(is_failed).copied().collect()
    });
    let mend = mend_list(session, &failed);
    view! {
        <section class="stack">
            {if frontier.is_empty() {
                view! { <p class="muted">{session.t("nothing-to-change")}</p> }.into_any()
            } else {
                view! { <h3 class="minor">{session.t("change-these")}</h3><ul>{links}</ul>{mend} }.into_any()
            }}
        </section>
    }
}
