//! Functions of the host page: called with plain values, answered by a promise.
//!
//! What they give is anything at all, so an answer is text or it is none.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A function that the host page handed over.
#[derive(Clone, Debug, PartialEq)]
pub struct HostFunction(Function);

impl HostFunction {
    /// What a script set, if it is a function.
    pub fn of(value: &JsValue) -> Option<Self> {
        value.dyn_ref::<Function>().map(|function| Self(function.clone()))
    }

    /// The function itself, for the one place that fetches.
    pub fn into_function(self) -> Function {
        self.0
    }

    /// Calls it with one text and waits; text that came of it, none for anything else or a failure.
    pub async fn ask(&self, about: &str) -> Option<String> {
        let given = self.0.call1(&JsValue::UNDEFINED, &about.into()).ok()?;
        let settled = JsFuture::from(Promise::resolve(&given)).await.ok()?;
        settled.as_string().filter(|text| !text.is_empty())
    }
}
