//! Keys that are pressed anywhere inside an element.

use super::host::Container;
use super::listener::Listener;
use wasm_bindgen::prelude::*;
use web_sys::{Element, EventTarget, KeyboardEvent};

/// A key without Ctrl, Alt or Cmd, that nothing inside has used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// The browser's name of the key, such as `Escape` or `/`.
    pub key: String,
    /// Whether it went into a field.
    pub is_typing: bool,
}

/// Calls back for every press inside the container, or anywhere on a page that is ours alone; the press is
/// used up if the answer is true.
pub fn on_press(
    container: &Container,
    owns_page: bool,
    mut pressed: impl FnMut(Press) -> bool + 'static,
) -> Listener {
    let window = web_sys::window().filter(|_| owns_page).map(EventTarget::from);
    let target = window.unwrap_or_else(|| container.element().into());
    Listener::on(&target, "keydown", move |event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
            return;
        }
        if pressed(Press { key: event.key(), is_typing: is_typing(&event) }) {
            event.prevent_default();
        }
    })
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    target.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.get_attribute("contenteditable").is_some()
    })
}
