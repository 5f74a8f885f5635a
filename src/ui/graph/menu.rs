//! The menu of a node: what can be done to it, at the place where it was asked for.

use super::command::{Command, run};
use super::scope::Scope;
use crate::geometry::Point;
use crate::graph::NodeKey;
use crate::ui::erased::effect;
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;

/// A menu that is open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MenuAt {
    /// Whose it is.
    pub(super) key: NodeKey,
    /// Where, in pixels from the upper left corner of the graph view.
    pub(super) at: Point,
}

/// About how large a menu is: it opens to the other side where it would leave the view.
const ROOM: (f32, f32) = (276.0, 360.0);

/// The open menu, if there is one.
pub(super) fn menu(scope: Scope) -> impl IntoView {
    move || scope.menu.get().map(|open| drawn(scope, open))
}

fn drawn(scope: Scope, MenuAt { key, at }: MenuAt) -> AnyView {
    let session = scope.session;
    let commands = Command::offered(scope, &key);
    let count = commands.len();
    let place = RwSignal::new(0_usize);
    let root = NodeRef::<Div>::new();
    effect(move |_| {
        if root.get().is_some() {
            let nth = place.get() + 1;
            session.host().focus(&format!(".node-menu [role=menuitem]:nth-of-type({nth})"));
        }
    });
    let pressed = move |event: KeyboardEvent| {
        let now = place.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => place.set((now + 1) % count),
            "ArrowUp" => place.set((now + count - 1) % count),
            "Home" => place.set(0),
            "End" => place.set(count - 1),
            "Escape" | "Tab" => close(scope),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let corner = move || {
        let room = scope
            .frame
            .get()
            .map_or(ROOM, |frame| (frame.client_width() as f32, frame.client_height() as f32));
        (at.x.min(room.0 - ROOM.0).max(4.0), at.y.min(room.1 - ROOM.1).max(4.0))
    };
    let items = commands
        .into_iter()
        .map(|command| {
            let count = command.count(scope, &key).filter(|count| *count > 0);
            let key = key.clone();
            let act = move |_| {
                close(scope);
                run(scope, command, &key);
            };
            let count = count.map(|count| view! { <span class="count">{format!("+{count}")}</span> });
            view! {
                <button role="menuitem" tabindex="-1" on:click=act>
                    <span class="grow">{session.t(command.text())}</span>{count}
                    {(!command.key().is_empty()).then(|| view! { <kbd aria-hidden="true">{command.key()}</kbd> })}
                </button>
            }
        })
        .collect_view();
    let name = scope.name_of(&key);
    let label = name.clone();
    view! {
        <div class="node-menu" role="menu" node_ref=root aria-label=label on:keydown=pressed
            on:focusout=move |event| if event.related_target().is_none() { scope.menu.set(None); }
            style:left=move || format!("{}px", corner().0) style:top=move || format!("{}px", corner().1)>
            <div class="node-menu-name clip" role="presentation"><bdi>{name}</bdi></div>
            {items}
        </div>
    }
    .into_any()
}

/// Closes the menu; the keyboard goes back to where it came from.
fn close(scope: Scope) {
    scope.menu.set(None);
    scope.session.host().focus(if scope.session.shows_table_now() { ".tree" } else { ".stage" });
}
