//! One animation frame in flight: asked for as often as one likes, called once, cancelled with its guard.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls back on the next frame after each request.
#[must_use = "dropping the guard cancels the frame"]
pub struct Frame {
    pending: Rc<Cell<Option<i32>>>,
    callback: Closure<dyn FnMut(f64)>,
}

impl Frame {
    /// `callback` gets the time of the frame, in milliseconds since the page began. It may request the next.
    pub fn new(mut callback: impl FnMut(f64) + 'static) -> Self {
        let pending = Rc::new(Cell::new(None));
        let called = Rc::clone(&pending);
        let callback = Closure::<dyn FnMut(f64)>::new(move |now| {
            called.set(None);
            callback(now);
        });
        Self { pending, callback }
    }

    /// Asks for the next frame; nothing happens if it was asked for already.
    pub fn request(&self) {
        if self.pending.get().is_some() {
            return;
        }
        let Some(window) = web_sys::window() else { return };
        self.pending.set(window.request_animation_frame(self.callback.as_ref().unchecked_ref()).ok());
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (web_sys::window(), self.pending.take()) {
            let _ = window.cancel_animation_frame(id);
        }
    }
}
