//! Size changes of an element, told as long as the guard lives.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

/// Watches one element.
pub struct Resize {
    observer: ResizeObserver,
    _call: Closure<dyn FnMut()>,
}

impl Resize {
    /// Calls back after every change of the element's size, and once at the beginning.
    pub fn new(element: &Element, call: impl FnMut() + 'static) -> Option<Self> {
        let call = Closure::<dyn FnMut()>::new(call);
        let observer = ResizeObserver::new(call.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _call: call })
    }
}

impl Drop for Resize {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Device pixels for each CSS pixel.
pub fn density() -> f32 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio() as f32)
}

/// Whether the person asked for less motion.
pub fn wants_less_motion() -> bool {
    let query = web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}
