//! User Timing: what took how long, where anyone can read it (the browser's performance panel).

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Performance;

/// A moment by the page's steady clock, in milliseconds since the page began.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Moment(pub f64);

impl Moment {
    /// Now.
    pub fn now() -> Self {
        Self(performance().map_or(0.0, |performance| performance.now()))
    }

    /// Milliseconds from this moment until now.
    pub fn elapsed_millis(self) -> f64 {
        Self::now().0 - self.0
    }
}

fn performance() -> Option<Performance> {
    web_sys::window()?.performance()
}

/// Writes the measure `name` from `start` until now, with numbers as its detail (`bytes`, `nodes`, `edges`).
pub fn measure(name: &str, start: Moment, detail: &[(&str, f64)]) {
    let Some(performance) = performance() else { return };
    let facts = Object::new();
    for &(name, number) in detail {
        let _ = Reflect::set(&facts, &name.into(), &number.into());
    }
    let options = Object::new();
    for (name, value) in
        [("start", JsValue::from(start.0)), ("end", Moment::now().0.into()), ("detail", facts.into())]
    {
        let _ = Reflect::set(&options, &name.into(), &value);
    }
    // The form with a detail is not in the stable part of web-sys.
    let measure = Reflect::get(&performance, &"measure".into()).and_then(JsCast::dyn_into::<Function>);
    let _ = measure.and_then(|measure| measure.call2(&performance, &name.into(), &options));
}

/// Sets the mark `name`, such as `atlas:shell`.
pub fn mark(name: &str) {
    if let Some(performance) = performance() {
        let _ = performance.mark(name);
    }
}
