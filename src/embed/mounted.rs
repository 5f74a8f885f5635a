//! One element on the page, seen from its JavaScript class.
//!
//! Everything that crosses the border is text or a plain value; a handle stands for the
//! mounted application, and freeing it removes all that was made.

use crate::browser::host::Host;
use crate::browser::worker;
use crate::ui;
use js_sys::{Promise, Reflect};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

thread_local! {
    static PAGE: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
}

/// Called once per wasm instance, before anything else: `page` is the loader's object, of which
/// `panicked(message)` is told what a Rust panic said before the instance dies, and `startWorker()`
/// gives a worker or null.
#[wasm_bindgen]
pub fn start(page: JsValue) {
    if let Ok(starter) = Reflect::get(&page, &"startWorker".into()).and_then(JsCast::dyn_into) {
        worker::offer(starter);
    }
    PAGE.with(|held| held.replace(page));
    std::panic::set_hook(Box::new(|panic| tell_page("panicked", &panic.to_string())));
}

fn tell_page(name: &str, message: &str) {
    let page = PAGE.with(|held| held.borrow().clone());
    let told = Reflect::get(&page, &name.into())
        .and_then(JsCast::dyn_into::<js_sys::Function>)
        .and_then(|function| function.call1(&page, &message.into()));
    if told.is_err() {
        web_sys::console::error_1(&message.into());
    }
}

/// The application inside one `<release-atlas>`.
#[wasm_bindgen]
pub struct Mounted {
    handle: ui::Handle,
}

#[wasm_bindgen]
impl Mounted {
    /// Mounts into the element's open shadow root. `attributes` is a JSON object of its attributes.
    ///
    /// # Errors
    /// What the browser said when the frame could not be made.
    #[wasm_bindgen(constructor)]
    pub fn new(host: &HtmlElement, root: &ShadowRoot, attributes: &str) -> Result<Mounted, JsValue> {
        let attributes: BTreeMap<String, String> = serde_json::from_str(attributes).unwrap_or_default();
        Ok(Mounted { handle: ui::mount(&Host::new(host, root), &ui::Options { attributes })? })
    }

    /// An attribute was set, changed or (with no value) removed.
    pub fn attribute_changed(&self, name: &str, value: Option<String>) {
        let _ = (&self.handle, name, value);
    }

    /// A script set a property: `documents`, `fetcher`, `getToken` or `viewState`.
    pub fn property_changed(&self, name: &str, value: JsValue) {
        let _ = (&self.handle, name, value);
    }

    /// A method of the element was called; the promise settles with its answer.
    pub fn call(&self, method: &str, payload: JsValue) -> Promise {
        let _ = (&self.handle, payload);
        Promise::reject(&js_sys::Error::new(&format!("{method}: this build has no such method")))
    }
}
