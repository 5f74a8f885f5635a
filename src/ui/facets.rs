//! The filters at the left, with counts, and the legend of marks.

use super::icon::{self, icon};
use super::session::Session;
use crate::browser::roving;
use crate::graph::NodeKind;
use crate::order;
use crate::session::Action;
use crate::session::failure::cause_title;
use crate::session::route::{standing_word, status_word};
use crate::session::rows::{Counts, FACETS};
use leptos::prelude::*;

/// How many values of a facet are listed.
const MOST_VALUES: usize = 8;

/// The filters over items of these kinds.
pub fn facets(session: Session, kinds: &'static [NodeKind]) -> impl IntoView {
    let counts = session.counts_of(kinds);
    let is_filtered = session.slice(|state| {
        !(state.standings.is_empty()
            && state.kinds.is_empty()
            && state.statuses.is_empty()
            && state.facets.is_empty())
    });
    view! {
        <div class="facets" class:is-open=move || session.are_facets_open.get() role="region" aria-label=session.t("filters")>
            {move || is_filtered.get().then(|| view! {
                <button class="button small quiet facets-clear" on:click=move |_| session.act(Action::ClearFilters)>
                    {icon(icon::CLOSE)}{session.t("clear-filters")}
                </button>
            })}
            {move || counts.with(|counts| groups(session, counts))}
        </div>
    }
}

fn groups(session: Session, counts: &Counts) -> impl IntoView + use<> {
    let standings = counts.standings.iter().enumerate().map(|(at, (standing, count))| {
        let (standing, word) = (*standing, standing_word(*standing));
        let is_on = session.slice(move |state| state.standings.contains(&standing));
        let label = session.t(&format!("standing-{word}"));
        let toggle = Box::new(move || session.act(Action::ToggleStanding(standing)));
        choice(at, (word, icon::of_standing(standing)), label, *count, is_on, toggle)
    });
    let statuses = counts.statuses.iter().enumerate().map(|(at, (status, count))| {
        let (status, word) = (*status, status_word(*status));
        let is_on = session.slice(move |state| state.statuses.contains(&status));
        let label = session.t(&format!("status-{word}"));
        let toggle = Box::new(move || session.act(Action::ToggleStatus(status)));
        choice(at, (word, icon::of_status(status)), label, *count, is_on, toggle)
    });
    let kinds = counts.kinds.iter().enumerate().map(|(at, (kind, count))| {
        let kind = *kind;
        let is_on = session.slice(move |state| state.kinds.contains(&kind));
        let label = session.t(&format!("item-{}", kind.word()));
        let toggle = Box::new(move || session.act(Action::ToggleKind(kind)));
        choice(at, ("", icon::of_kind(kind)), label, *count, is_on, toggle)
    });
    let named = [
        ("facet-verdict", standings.collect::<Vec<_>>()),
        ("facet-status", statuses.collect()),
        ("facet-kind", kinds.collect()),
    ];
    let more = FACETS.iter().filter_map(|facet| {
        let values = counts.facets.get(facet).filter(|values| values.len() > 1)?;
        Some((*facet, values_of(session, facet, values)))
    });
    let more: Vec<_> = more.collect();
    let first = named
        .into_iter()
        .filter(|(_, choices)| choices.len() > 1)
        .map(|(label, choices)| group(session.t(label), choices))
        .collect_view();
    let rest = more
        .into_iter()
        .map(|(facet, choices)| group(session.t(&format!("facet-{facet}")), choices))
        .collect_view();
    (first, rest)
}

fn values_of(
    session: Session,
    facet: &'static str,
    values: &std::collections::BTreeMap<String, usize>,
) -> Vec<AnyView> {
    let mut sorted: Vec<_> = values.iter().collect();
    order::sort_by(&mut sorted, |a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    sorted
        .into_iter()
        .take(MOST_VALUES)
        .enumerate()
        .map(|(at, (value, count))| {
            let pair = (facet.to_owned(), value.clone());
            let wanted = pair.clone();
            let is_on = session.slice(move |state| state.facets.contains(&wanted));
            let label = match facet {
                "cause" => session.with_texts(|texts| cause_title(texts, value)),
                _ => crate::text::visible(value).into_owned(),
            };
            let toggle = Box::new(move || session.act(Action::ToggleFacet(pair.0.clone(), pair.1.clone())));
            choice(at, ("", ""), label, *count, is_on, toggle)
        })
        .collect()
}

/// One stop of the Tab key: the arrows walk inside.
fn group(label: String, choices: Vec<AnyView>) -> AnyView {
    let name = label.clone();
    view! {
        <div class="facet" role="toolbar" aria-orientation="vertical" aria-label=name on:keydown=move |event| roving::walk(&event)>
            <h2 class="minor">{label}</h2>{choices}
        </div>
    }
    .into_any()
}

/// One value of a facet; the first of a group is where Tab comes to.
fn choice(
    at: usize,
    (word, path): (&str, &'static str),
    label: String,
    count: usize,
    is_on: Memo<bool>,
    toggle: Box<dyn Fn()>,
) -> AnyView {
    let title = label.clone();
    view! {
        <button class=format!("is-{word}") tabindex=if at == 0 { "0" } else { "-1" } aria-pressed=move || is_on.get().to_string() on:click=move |_| toggle()>
            {(!path.is_empty()).then(|| view! { <span class="mark">{icon(path)}</span> })}
            <span class="clip" title=title>{label}</span>
            <span class="count">{count}</span>
        </button>
    }
    .into_any()
}
