//! What is seen of a piece until its part is there, and when it cannot be had.
//!
//! Parts are fetched while nothing else is to do, so that nearly always a piece is drawn at once, and the
//! network may go away in the meantime. Who is quicker than that sees a calm place; who has lost the network
//! sees why, with one button.

use super::icon::{self, icon};
use super::parts::{self, Part, Piece, draw};
use super::session::{Session, Stage};
use super::task::spawn_while;
use crate::browser::fetch::Signal;
use crate::browser::online::is_online;
use crate::browser::timer::{breathe, sleep};
use crate::session::View;
use crate::ui::erased::effect;
use leptos::prelude::*;

/// How long nothing else has to be under way before the next part is fetched.
const IDLE_MILLIS: u64 = 150;
/// After how long a part that could not be had is fetched again.
const WAITS_MILLIS: [u64; 3] = [5_000, 30_000, 180_000];

/// How far a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arrival {
    /// On its way.
    Coming,
    /// There.
    Here,
    /// It could not be had.
    Missing,
}

/// A piece, drawn as soon as its part is there.
pub fn on_demand(session: Session, piece: Piece) -> AnyView {
    if let Some(view) = draw(session, piece) {
        return view;
    }
    let arrival = RwSignal::new(Arrival::Coming);
    fetch(session, piece, arrival);
    (move || match arrival.get() {
        Arrival::Coming => coming(session, piece),
        Arrival::Here => draw(session, piece).unwrap_or_else(|| missing(session, piece, arrival)),
        Arrival::Missing => missing(session, piece, arrival),
    })
    .into_any()
}

fn fetch(session: Session, piece: Piece, arrival: RwSignal<Arrival>) {
    spawn_while(arrival, async move {
        if matches!(piece, Piece::Centre(View::Sources) | Piece::Exports) {
            // The start page is left as soon as what is under way is there, and the menu stands beside the first
            // verdict: nothing is loaded for them before it.
            session.opened().await;
        }
        let is_here = piece.part().load().await;
        if is_here && piece.part() == Part::Views {
            session.views_came();
        }
        arrival.set(if is_here { Arrival::Here } else { Arrival::Missing });
    });
}

/// Fetches a part, again after a while if it cannot be had; whether it came in the end. Not asked for where the
/// browser knows that there is no network.
async fn fetched(part: Part) -> bool {
    for wait in WAITS_MILLIS {
        if is_online() && part.load().await {
            return true;
        }
        sleep(wait, &Signal::never()).await;
    }
    is_online() && part.load().await
}

fn coming(session: Session, piece: Piece) -> AnyView {
    let words = view! { <p class="visually-hidden" role="status">{session.t("part-coming")}</p> };
    match piece {
        Piece::Exports => exports(session, None),
        Piece::Panel => {
            view! { <aside class="panel part-coming" part="panel" aria-busy="true">{words}{bars()}</aside> }
                .into_any()
        }
        _ => view! { <div class="part-coming" aria-busy="true">{words}{bars()}</div> }.into_any(),
    }
}

/// The button of the export menu, where it will be; a press tries again, if that is to be done.
fn exports(session: Session, again: Option<Callback<()>>) -> AnyView {
    let press = move |_| {
        if let Some(again) = again {
            again.run(());
        }
    };
    view! {
        <button class="button small" disabled=again.is_none() on:click=press>{icon(icon::DOWNLOAD)}{session.t("export-menu")}</button>
    }
    .into_any()
}

/// Grey bars where lines will be.
fn bars() -> AnyView {
    view! { <span class="part-bar"></span><span class="part-bar"></span><span class="part-bar"></span> }
        .into_any()
}

fn missing(session: Session, piece: Piece, arrival: RwSignal<Arrival>) -> AnyView {
    let again = move |()| {
        arrival.set(Arrival::Coming);
        fetch(session, piece, arrival);
    };
    let words = view! {
        <div class="empty" role="alert" data-part="missing">
            {icon(icon::WARNING)}
            <h2>{session.t("part-missing-title")}</h2>
            <p>{session.t("part-missing")}</p>
            <button class="button primary" on:click=move |_| again(())>{session.t("part-retry")}</button>
        </div>
    };
    match piece {
        Piece::Exports => exports(session, Some(Callback::new(again))),
        Piece::Panel => view! { <aside class="panel" part="panel">{words}</aside> }.into_any(),
        _ => words.into_any(),
    }
}

impl Session {
    /// Fetches every part while nothing else is to do. What follows links begins as soon as its part is there:
    /// nothing of it is seen in the first verdict.
    pub(super) fn fetch_ahead(self) {
        effect(move |_| {
            if self.has_views.get() {
                parts::follow_documents(self);
            }
        });
        spawn_while(self.state, async move {
            for part in Part::ALL {
                self.opened().await;
                if fetched(part).await && part == Part::Views {
                    self.views_came();
                }
            }
        });
    }

    /// What follows links is there, by whichever of the ways it came.
    fn views_came(self) {
        if self.has_views.try_get_untracked() == Some(false) {
            self.has_views.set(true);
        }
    }

    /// Waits until no document is on its way, and what was opened can be seen.
    async fn opened(self) {
        sleep(IDLE_MILLIS, &Signal::never()).await;
        while self.is_loading() {
            sleep(IDLE_MILLIS, &Signal::never()).await;
        }
        breathe().await;
    }

    fn is_loading(self) -> bool {
        let is_coming = |stage: &Stage| !matches!(stage, Stage::Failed(_));
        let is_any = self.loadings.try_with_untracked(|all| all.iter().any(|one| is_coming(&one.stage)));
        is_any.unwrap_or_default() || self.opening.try_get_untracked().unwrap_or_default() > 0
    }
}
