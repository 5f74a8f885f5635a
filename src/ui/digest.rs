//! What the hits come from, each line a sum with its parts: recalls by what to do about them, failures by cause, ends
//! of life. Every part is a filter of the board.

use super::icon::{self, icon};
use super::recalls::answer_mark;
use super::session::Session;
use crate::graph::Status;
use crate::manifest::Answer;
use crate::order;
use crate::session::Action;
use crate::session::failure::cause_title;
use crate::session::rows::{Counts, REASON};
use leptos::prelude::*;

/// How many causes are told apart.
const MOST_CAUSES: usize = 6;

/// A part of a sum: facet and value, how it is called, how it is marked, how many.
struct Part {
    facet: &'static str,
    value: String,
    label: String,
    mark: (&'static str, &'static str),
    count: usize,
}

/// All sums; nothing where nothing is recalled, has failed or ends.
pub fn digest(session: Session, counts: Memo<Counts>) -> AnyView {
    let drawn = move || {
        let lines = counts.with(|counts| {
            let of = |words: &[&str]| words.iter().filter_map(|word| counts.reasons.get(word)).sum::<usize>();
            let recalled = of(&Answer::RECALLED.map(Answer::word));
            [
                ("digest-recalled", recalled, recalls(session, counts)),
                ("digest-failed", of(&["failed"]), causes(session, counts)),
                ("digest-life", of(&["ended", "ends-soon"]), ends(session, counts)),
            ]
        });
        let lines = lines.into_iter().filter(|(_, count, _)| *count > 0);
        let lines: Vec<AnyView> = lines.map(|(id, count, parts)| line(session, id, count, parts)).collect();
        (!lines.is_empty()).then(|| view! { <div class="digest">{lines}</div> }.into_any())
    };
    drawn.into_any()
}

fn recalls(session: Session, counts: &Counts) -> Vec<Part> {
    let part = |answer: Answer| {
        let label = session.t(&format!("answer-{}", answer.word()));
        reason(counts, answer.word(), label, answer_mark(answer))
    };
    Answer::RECALLED.into_iter().filter_map(part).collect()
}

fn causes(session: Session, counts: &Counts) -> Vec<Part> {
    let Some(causes) = counts.facets.get("cause") else { return Vec::new() };
    let mut causes: Vec<_> = causes.iter().collect();
    order::sort_by(&mut causes, |one, other| other.1.cmp(one.1).then(one.0.cmp(other.0)));
    let part = |(cause, count): (&String, &usize)| Part {
        facet: "cause",
        value: cause.clone(),
        label: session.with_texts(|texts| cause_title(texts, cause)),
        mark: ("is-failed", icon::of_status(Status::Failed)),
        count: *count,
    };
    causes.into_iter().take(MOST_CAUSES).map(part).collect()
}

fn ends(session: Session, counts: &Counts) -> Vec<Part> {
    let part = |word: &'static str| {
        reason(
            counts,
            word,
            session.t(&format!("reason-{word}")),
            ("is-pending", icon::of_status(Status::Pending)),
        )
    };
    ["ended", "ends-soon"].into_iter().filter_map(part).collect()
}

fn reason(
    counts: &Counts,
    word: &'static str,
    label: String,
    mark: (&'static str, &'static str),
) -> Option<Part> {
    let count = counts.reasons.get(word).copied()?;
    Some(Part { facet: REASON, value: word.to_owned(), label, mark, count })
}

fn line(session: Session, id: &str, count: usize, parts: Vec<Part>) -> AnyView {
    let label = session.tr(id, &[("count", count.into())]);
    let name = label.clone();
    let chips: Vec<AnyView> = parts.into_iter().map(|part| chip(session, part)).collect();
    view! {
        <div class="digest-line" role="group" aria-label=name>
            <span class="digest-sum">{label}</span>
            <span class="digest-parts">{chips}</span>
        </div>
    }
    .into_any()
}

fn chip(session: Session, part: Part) -> AnyView {
    let Part { facet, value, label, mark: (class, path), count } = part;
    let pair = (facet.to_owned(), value);
    let wanted = pair.clone();
    let is_on = session.slice(move |state| state.facets.contains(&wanted));
    view! {
        <button class=format!("digest-part {class}") aria-pressed=move || is_on.get().to_string()
            on:click=move |_| session.act(Action::ToggleFacet(pair.0.clone(), pair.1.clone()))>
            {icon(path)}{label}<span class="count">{count}</span>
        </button>
    }
    .into_any()
}
