//! How much room the element has, and what of the graph is shown in it.
//!
//! A drawing of two hundred cards says nothing on a phone, so there the table comes first and the drawing is
//! one press away. What a person chose holds at any width, and only that stands in the address.

use super::session::Session;
use crate::browser::resize::Resize;
use crate::session::Action;
use crate::ui::erased::memo;
use leptos::prelude::*;

/// Up to this width of the element its parts lie over one another; the style sheets say the same.
const NARROW: i32 = 720;

impl Session {
    /// Follows the width of the element.
    pub(super) fn follow_room(self) {
        let measure = move || {
            let [width, ..] = self.host().sizes();
            let is_narrow = width > 0 && width <= NARROW;
            if self.is_narrow.try_get_untracked().is_some_and(|was| was != is_narrow) {
                self.is_narrow.set(is_narrow);
            }
        };
        measure();
        let watch = StoredValue::new_local(Resize::new(&self.host(), measure));
        on_cleanup(move || watch.set_value(None));
    }

    /// Whether the graph view shows the tree-table.
    pub fn shows_table(self) -> Memo<bool> {
        memo(move |_| self.state.with(|state| state.as_table).unwrap_or_else(|| self.is_narrow.get()))
    }

    /// The same, asked once.
    pub fn shows_table_now(self) -> bool {
        let chosen = self.state.with_untracked(|state| state.as_table);
        chosen.unwrap_or_else(|| self.is_narrow.get_untracked())
    }

    /// Shows the table or the drawing; what the width would choose anyway is not kept.
    pub fn show_as_table(self, as_table: bool) {
        let is_usual = as_table == self.is_narrow.get_untracked();
        self.act(Action::AsTable((!is_usual).then_some(as_table)));
    }
}
