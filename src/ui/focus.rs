//! Where the keyboard's focus goes when what it stood on comes or goes.
//!
//! A panel that opens somewhere behind the focus is found by the eye alone, and one that closes with the focus
//! in it sends the next Tab to the top of the page.

use super::session::Session;
use super::task::spawn_while;
use crate::browser::fetch::Signal;
use crate::browser::timer::sleep;
use crate::graph::NodeId;
use crate::session::{Action, Tab, View, ViewState};
use leptos::prelude::*;

/// How often it is looked whether something is there by now, and after how long each time: a part of the
/// program may still be on its way.
const TRIES: u64 = 40;
const WAIT_MILLIS: u64 = 50;

/// The heading of the panel.
const HEADING: &str = ".panel h2[tabindex]";
/// What the panel was opened from, or else what it stood beside.
const BESIDE: [&str; 4] = [".row-selected:is(button, [tabindex])", "[role='treegrid']", ".stage", ".centre"];
/// What the top bar can be skipped for.
const CONTENT: [&str; 2] = [".board-row[tabindex='0']", ".centre"];

impl Session {
    /// Selects an item; by the keyboard, the focus goes along into its panel.
    pub(super) fn open_panel(self, id: NodeId, is_by_key: bool) {
        self.select(id);
        if is_by_key {
            self.focus_soon(HEADING);
        }
    }

    /// Closes the panel; a focus that stood in it goes to what it was opened from.
    pub(super) fn close_panel(self) {
        let host = self.host();
        if host.is_focus_in(".panel") {
            let _ = BESIDE.iter().any(|selector| host.try_focus(selector));
        }
        self.act(Action::Deselect);
    }

    /// Marks no place any more in the document that the inspector shows.
    pub(super) fn leave_place(self, state: ViewState) {
        if self.host().is_focus_in(".raw-line") {
            self.host().focus(".centre");
        }
        let whole = String::new();
        self.act(match state.sheet {
            Tab::Raw => Action::RevealIn(state.href, whole),
            _ => Action::LookInto(state.href, whole),
        });
    }

    /// Moves the focus to something as soon as it is there.
    pub(super) fn focus_soon(self, selector: &'static str) {
        spawn_while(self.state, async move {
            for tried in 0..TRIES {
                sleep(WAIT_MILLIS * tried.min(1), &Signal::never()).await;
                if self.host().try_focus(selector) {
                    return;
                }
            }
        });
    }
}

/// The first stop of the Tab key: past the top bar to what the view shows.
pub fn skip(session: Session) -> AnyView {
    let is_board = session.slice(|state| state.view == View::Hit);
    let words = move || session.t(if is_board.get() { "skip-to-verdicts" } else { "skip-to-content" });
    let go = move |_| {
        let _ = CONTENT.iter().any(|selector| session.host().try_focus(selector));
    };
    view! { <button class="button skip" on:click=go>{words}</button> }.into_any()
}
