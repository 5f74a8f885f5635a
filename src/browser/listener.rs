//! Event listeners that end with their guard.

use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

/// One listener on one target; removed when dropped.
pub struct Listener {
    target: EventTarget,
    name: String,
    call: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls `call` for every event `name` at `target`.
    pub fn on(target: &EventTarget, name: &str, call: impl FnMut(Event) + 'static) -> Self {
        let call = Closure::new(call);
        // A target refuses a listener only if the function is none.
        let _ = target.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
        Self { target: target.clone(), name: name.to_owned(), call }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ =
            self.target.remove_event_listener_with_callback(&self.name, self.call.as_ref().unchecked_ref());
    }
}
