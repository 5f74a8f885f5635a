//! What the worker calls: a layout in its flat form, out of the flat form of its request.
//!
//! It is a part of its own (see [`crate::ui::split`]), so that a worker brings what lays out and no view.

use crate::layout::{Job, Phase, Request};
use crate::ui::split::{Missing, split};
use js_sys::{Array, Float32Array, Function, Uint32Array};
use wasm_bindgen::prelude::*;

/// How much of a layout is done before its progress is told, and between two reports: some milliseconds.
const SLICE_UNITS: u32 = 8_000_000;

/// Lays out a request; gives `[words, numbers]` of the layout. Where it takes longer, `tell` is called with
/// the share that is done, from 0 to 1.
///
/// # Errors
/// When the request is not one that this build has written, or the page has not sent the part that lays out.
#[wasm_bindgen]
pub async fn arrange_flat(words: Vec<u32>, numbers: Vec<f32>, tell: Function) -> Result<Array, JsValue> {
    match arranging(words, numbers, tell).await {
        Ok(answer) => answer,
        Err(Missing) => Err(JsValue::from_str("the part that lays out is missing")),
    }
}

/// Fetches the part that lays out; false if it cannot be had.
pub async fn load_layout() -> bool {
    load_arranging().await.is_ok()
}

split! { layout, load_arranging: fn arranging(words: Vec<u32>, numbers: Vec<f32>, tell: Function) -> Result<Array, JsValue> {
    arranged(&words, &numbers, &tell)
} }

fn arranged(words: &[u32], numbers: &[f32], tell: &Function) -> Result<Array, JsValue> {
    let request = Request::decode(words, numbers).map_err(|error| JsValue::from_str(&error.to_string()))?;
    let mut job = Job::new(&request);
    loop {
        let now = job.step(SLICE_UNITS);
        if now.phase == Phase::Done {
            break;
        }
        let _ = tell.call1(&JsValue::NULL, &now.fraction.into());
    }
    let layout = job.finish().encode();
    let words = Uint32Array::from(layout.words.as_slice());
    let numbers = Float32Array::from(layout.numbers.as_slice());
    Ok(Array::of2(&words, &numbers))
}
