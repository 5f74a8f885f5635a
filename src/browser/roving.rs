//! One stop of the Tab key for a group of buttons or links: arrows, Home and End walk inside.
//!
//! The pattern of a toolbar (ARIA Authoring Practices Guide): the button that had the focus last is the one
//! that Tab comes back to.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Moves the focus among the buttons and links beside the one where a key was pressed.
pub fn walk(event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(own) = target.and_then(|target| target.closest("button, a").ok().flatten()) else { return };
    let next = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => button(own.next_element_sibling(), Element::next_element_sibling),
        "ArrowUp" | "ArrowLeft" => button(own.previous_element_sibling(), Element::previous_element_sibling),
        "Home" => last(&own, Element::previous_element_sibling),
        "End" => last(&own, Element::next_element_sibling),
        _ => return,
    };
    event.prevent_default();
    let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) else { return };
    let _ = own.set_attribute("tabindex", "-1");
    let _ = next.set_attribute("tabindex", "0");
    let _ = next.focus();
}

/// The first button from here on in one direction.
fn button(from: Option<Element>, step: fn(&Element) -> Option<Element>) -> Option<Element> {
    let mut at = from;
    while let Some(element) = at {
        if matches!(element.tag_name().as_str(), "BUTTON" | "A") {
            return Some(element);
        }
        at = step(&element);
    }
    None
}

/// The last button in one direction.
fn last(from: &Element, step: fn(&Element) -> Option<Element>) -> Option<Element> {
    let mut found = None;
    while let Some(next) = button(step(found.as_ref().unwrap_or(from)), step) {
        found = Some(next);
    }
    found
}
