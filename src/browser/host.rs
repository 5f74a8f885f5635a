//! The element on the page and the place inside it that is drawn in.

use std::ops::Deref;

use serde_json::Value;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, DocumentFragment, Element, HtmlElement, Node, ShadowRoot};

use super::plain::plain;

/// The custom element with its shadow root.
#[derive(Clone, Debug)]
pub struct Host {
    element: HtmlElement,
    root: ShadowRoot,
}

impl Host {
    /// An element whose shadow root is `root`.
    pub fn new(element: &HtmlElement, root: &ShadowRoot) -> Self {
        Self { element: element.clone(), root: root.clone() }
    }

    /// Adds an element to draw in, as the last one in the shadow root.
    ///
    /// # Errors
    /// What the browser said when it could not be made.
    pub fn container(&self, class: &str) -> Result<Container, JsValue> {
        let document = self.element.owner_document().ok_or("the element belongs to no document")?;
        let made: HtmlElement = document.create_element("div")?.unchecked_into();
        made.set_class_name(class);
        self.root.append_child(&made)?;
        Ok(Container(made))
    }

    /// Tells the page something, in an event that leaves the shadow root; true unless a listener prevented
    /// what would come next.
    pub fn tell(&self, name: &str, detail: &Value, is_cancelable: bool) -> bool {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_cancelable(is_cancelable);
        init.set_detail(&plain(detail));
        let event = CustomEvent::new_with_event_init_dict(name, &init);
        event.ok().and_then(|event| self.element.dispatch_event(&event).ok()).unwrap_or(true)
    }

    /// Names the language of what is drawn inside.
    pub fn set_language(&self, tag: &str) {
        if let Some(drawn) = self.root.query_selector(".atlas").ok().flatten() {
            let _ = drawn.set_attribute("lang", tag);
        }
    }

    /// Width and height of the element, and how high the content of its view is, in pixels.
    pub fn sizes(&self) -> [i32; 3] {
        let centre = self.root.query_selector(".centre").ok().flatten();
        let frame = centre.as_ref().map_or(0, |centre| self.element.client_height() - centre.client_height());
        let content = centre.map_or(0, |centre| centre.scroll_height() + frame);
        [self.element.client_width(), self.element.client_height(), content]
    }

    /// Moves the keyboard's focus to the first element that a selector finds; false if there is none.
    pub fn try_focus(&self, selector: &str) -> bool {
        focus_within(&self.root, selector)
    }

    /// Whether what has the focus lies within what a selector finds; so does no focus at all.
    pub fn is_focus_in(&self, selector: &str) -> bool {
        let focused = self.root.active_element();
        focused.is_none_or(|element| element.closest(selector).ok().flatten().is_some())
    }

    /// Scrolls the first element that a selector finds back to its beginning.
    pub fn scroll_to_top(&self, selector: &str) {
        if let Some(found) = self.root.query_selector(selector).ok().flatten() {
            found.set_scroll_top(0);
        }
    }

    /// Moves the keyboard's focus to the first element that a selector finds.
    pub fn focus(&self, selector: &str) {
        let _ = self.try_focus(selector);
    }
}

/// Moves the keyboard's focus to the first element inside that a selector finds; false if there is none.
pub fn focus_within(around: &Node, selector: &str) -> bool {
    let found = match (around.dyn_ref::<Element>(), around.dyn_ref::<DocumentFragment>()) {
        (Some(element), _) => element.query_selector(selector),
        (None, Some(root)) => root.query_selector(selector),
        (None, None) => return false,
    };
    let found = found.ok().flatten().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|element| element.focus().is_ok())
}

impl Deref for Host {
    type Target = HtmlElement;

    fn deref(&self) -> &HtmlElement {
        &self.element
    }
}

/// What is drawn in; dropping it removes it.
#[derive(Debug)]
pub struct Container(HtmlElement);

impl Container {
    /// The element.
    pub fn element(&self) -> HtmlElement {
        self.0.clone()
    }
}

impl Drop for Container {
    fn drop(&mut self) {
        self.0.remove();
    }
}
