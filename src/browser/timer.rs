//! Timers that end with their guard, and waiting in `async` code.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::abort::Signal;

/// One call after some time; dropped before, it never happens.
pub struct Timer {
    id: i32,
    _call: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `call` once after so many milliseconds (at most 24 days, as browsers count).
    pub fn after(millis: u64, call: impl FnOnce() + 'static) -> Self {
        let call = Closure::once(call);
        let millis = i32::try_from(millis).unwrap_or(i32::MAX);
        let id = web_sys::window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(call.as_ref().unchecked_ref(), millis)
                .ok()
        });
        Self { id: id.unwrap_or_default(), _call: call }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}

/// Waits; ends early when `signal` is aborted.
pub async fn sleep(millis: u64, signal: &Signal) {
    let resolve: Rc<Cell<Option<js_sys::Function>>> = Rc::default();
    let promise = {
        let resolve = resolve.clone();
        Promise::new(&mut move |done, _| resolve.set(Some(done)))
    };
    let wake = move || {
        if let Some(done) = resolve.take() {
            let _ = done.call0(&JsValue::UNDEFINED);
        }
    };
    let _timer = Timer::after(millis, wake.clone());
    let _abort = signal.on_abort(wake.clone());
    if signal.is_aborted() {
        wake();
    }
    let _ = JsFuture::from(promise).await;
}

/// Lets the browser paint and handle input, then goes on.
pub async fn breathe() {
    sleep(0, &Signal::never()).await;
}

/// Milliseconds since 1970.
pub fn now_millis() -> i64 {
    js_sys::Date::now() as i64
}

/// A number from 0 to 1, for back-off.
pub fn chance() -> f64 {
    js_sys::Math::random()
}
