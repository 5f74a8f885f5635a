//! The element on the page and the place inside it that is drawn in.

use std::ops::Deref;

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

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

    /// Moves the keyboard's focus to the first element that a selector finds.
    pub fn focus(&self, selector: &str) {
        let found = self.root.query_selector(selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    }
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
