//! `view="chip"`: the verdict as one line that fits 280 pixels, for a card or a table of another page.
//!
//! It is about the item in `focus`, or about all that is loaded. While nothing is loaded it says so;
//! it never looks clear before it knows.

use super::super::icon::{self, icon};
use super::super::item::title_of;
use super::super::session::{Session, Stage};
use crate::session::config::find_id;
use crate::session::route::standing_word;
use crate::verdict::{Standing, Verdict};
use leptos::prelude::*;

/// The chip.
pub fn chip(session: Session) -> impl IntoView {
    move || {
        let (standing, words) = said(session);
        let word = standing_word(standing);
        let label = session.t(&format!("standing-{word}"));
        view! {
            <div class=format!("verdict-chip is-{word}") part="chip" role="status" title=words.clone()>
                <span class="mark">{icon(icon::of_standing(standing))}</span>
                <strong class="nowrap">{label}</strong>
                <span class="clip">{words.clone()}</span>
            </div>
        }
        .into_any()
    }
}

fn said(session: Session) -> (Standing, String) {
    let wanted = session.hosting().config.with(|config| config.opening.focus.clone());
    let verdict = if wanted.is_empty() { first(session) } else { about(session, &wanted) };
    if let Some(verdict) = verdict {
        return (verdict.standing, words(session, &verdict, wanted.is_empty()));
    }
    let id =
        session.loadings.with(|all| match all.iter().find(|one| !matches!(one.stage, Stage::Failed(_))) {
            Some(_) => "chip-loading",
            None if all.is_empty() && session.sources.with(|sources| sources.is_empty()) => "chip-empty",
            None if all.is_empty() => "chip-not-found",
            None => "chip-failed",
        });
    (Standing::Unknown, session.t(id))
}

fn first(session: Session) -> Option<Verdict> {
    session.board.with(|board| board.verdicts.first().cloned())
}

fn about(session: Session, wanted: &str) -> Option<Verdict> {
    let id = session.graph.with(|graph| graph.find(&find_id(graph, wanted)?))?;
    session.board.with(|board| board.of(id).cloned())
}

fn words(session: Session, verdict: &Verdict, is_overall: bool) -> String {
    let sentence = session.sentence(verdict);
    let name = session.graph.with(|graph| graph.node(verdict.node).map(title_of)).unwrap_or_default();
    let alike = session
        .board
        .with(|board| board.verdicts.iter().filter(|other| other.standing == verdict.standing).count());
    if is_overall && alike > 1 {
        session.tr(
            "chip-several",
            &[("count", alike.into()), ("name", name.into()), ("sentence", sentence.into())],
        )
    } else {
        format!("{name}: {sentence}")
    }
}
