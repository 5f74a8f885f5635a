//! The answer in the top bar, on every view: the worst verdict with its count, and how much was read.
//!
//! A count of hits says little without knowing what it was counted over, so the two stand together.

use super::board::KINDS;
use super::icon::{self, icon};
use super::session::Session;
use crate::session::route::standing_word;
use crate::session::{Action, View};
use crate::stamp::Stamp;
use crate::ui::erased::memo;
use crate::verdict::{Coverage, Standing};
use leptos::prelude::*;

/// The chip and the line beside it; nothing while nothing is loaded.
pub fn summary(session: Session) -> AnyView {
    let is_loaded = memo(move |_| session.sources.with(|sources| !sources.is_empty()));
    (move || {
        is_loaded
            .get()
            .then(|| view! { <div class="summary row">{chip(session)}{coverage(session)}</div> }.into_any())
    })
    .into_any()
}

/// The worst standing that anything has; a press opens the board on exactly these items.
fn chip(session: Session) -> AnyView {
    let counts = session.counts_of(&KINDS);
    let worst = memo(move |_| {
        counts.with(|counts| {
            let found = [Standing::Hit, Standing::AtRisk, Standing::Unknown, Standing::Clear]
                .into_iter()
                .map(|standing| (standing, counts.standings.get(&standing).copied().unwrap_or_default()));
            found.into_iter().find(|(_, count)| *count > 0)
        })
    });
    (move || {
        worst.get().map(|(standing, count)| {
            let word = standing_word(standing);
            let words = session.t(&format!("standing-{word}"));
            let title = session.tr("summary-open", &[("count", count.into()), ("standing", words.clone().into())]);
            view! {
                <button class=format!("badge summary-chip is-{word}") part="chip" title=title.clone() aria-label=title
                    on:click=move |_| session.act(Action::OpenStanding(View::Hit, standing))>
                    {icon(icon::of_standing(standing))}<span class="numbers">{count}</span><span class="summary-word">{words}</span>
                </button>
            }
            .into_any()
        })
    })
    .into_any()
}

/// "97 % read, newest 3 days ago"; a press tells what is missing, and why.
pub fn coverage(session: Session) -> AnyView {
    let of_graph = memo(move |_| session.graph.with(|graph| Coverage::of(graph)));
    let newest = move || session.sources.with(|all| all.iter().map(|source| source.loaded_millis).max());
    (move || {
        let coverage = of_graph.get();
        let title = session.tr("summary-coverage", &super::coverage::facts(coverage));
        let age =
            newest().map(|millis| super::time::words(session, &Stamp::from_number(&millis.to_string())));
        view! {
            <button class="summary-coverage muted small nowrap" title=title aria-haspopup="dialog"
                on:click=move |_| session.is_coverage_open.set(true)>
                <span>{session.tr("summary-percent", &[("percent", coverage.percent().into())])}</span>
                {age.map(|age| view! { <span class="faint">" · "{age}</span> }.into_any())}
            </button>
        }
    })
    .into_any()
}
