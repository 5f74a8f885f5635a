//! What the worker calls: a layout in its flat form, out of the flat form of its request.

use crate::layout::{Request, arrange};
use js_sys::{Array, Float32Array, Uint32Array};
use wasm_bindgen::prelude::*;

/// Lays out a request; gives `[words, numbers]` of the layout.
///
/// # Errors
/// When the request is not one that this build has written.
#[wasm_bindgen]
pub fn arrange_flat(words: &[u32], numbers: &[f32]) -> Result<Array, JsValue> {
    let request = Request::decode(words, numbers).map_err(|error| JsValue::from_str(&error.to_string()))?;
    let layout = arrange(&request).encode();
    let words = Uint32Array::from(layout.words.as_slice());
    let numbers = Float32Array::from(layout.numbers.as_slice());
    Ok(Array::of2(&words, &numbers))
}
