//! The release graph: a drawing that one walks through, and the same items as a tree of rows.
//!
//! In reading order: [`scope`] (what both show), [`toolbar`] and [`strips`] above them, [`stage`] (the
//! drawing's place on the page) with [`view`] (camera and light), [`following`] (what the view is held to), [`arranging`] (layouts and how they come
//! on the screen), [`input`] (pointer and keys), [`minimap`] and [`legend`]; [`tree`]; and [`command`] with
//! [`menu`], which do the same on a node and on a row.

mod arranging;
mod command;
mod following;
mod input;
mod legend;
mod menu;
mod minimap;
mod scope;
mod stage;
mod strips;
mod toolbar;
mod tree;
mod view;

use super::session::Session;
pub use arranging::words;
use leptos::prelude::*;
use scope::Scope;
pub use view::Drawn;

/// The view of the graph.
pub fn graph(session: Session) -> impl IntoView {
    let as_table = session.shows_table();
    let scope = Scope::new(session);
    view! {
        <div class="graph" node_ref=scope.frame>
            {toolbar::toolbar(scope)}
            {strips::strips(scope)}
            {move || if as_table.get() { tree::tree(scope).into_any() } else { stage::stage(scope).into_any() }}
            {menu::menu(scope)}
        </div>
    }
    .into_any()
}
