//! Functions of the host page: called with plain values, answered by a promise.
//!
//! What they give is anything at all, so an answer is text, nothing, or named as what it is.

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

    /// Calls it with one text, waits, and says what came of it.
    pub async fn ask(&self, about: &str) -> Said {
        let settled = match self.0.call1(&JsValue::UNDEFINED, &about.into()) {
            Ok(given) => JsFuture::from(Promise::resolve(&given)).await,
            Err(thrown) => Err(thrown),
        };
        match settled {
            Ok(value) if value.is_null() || value.is_undefined() => Said::Nothing,
            Ok(value) => match value.as_string() {
                Some(text) if text.is_empty() => Said::Nothing,
                Some(text) => Said::Text(text),
                None => Said::Other,
            },
            Err(thrown) => Said::Thrown(message_of(&thrown)),
        }
    }
}

/// What a function of the host page gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Null, undefined, or an empty text.
    Nothing,
    /// Text.
    Text(String),
    /// Something that is no text.
    Other,
    /// It failed, with this message.
    Thrown(String),
}

fn message_of(thrown: &JsValue) -> String {
    let message = thrown.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    message.or_else(|| thrown.as_string()).unwrap_or_default()
}
