//! Plain values for the host page, and what it hands over: the one place where they cross the border.
//!
//! Out goes JSON, made into objects by the browser itself, so that no live thing of ours is ever handed
//! out. In comes anything at all: a member that is missing, throws or is of another kind is none.

use js_sys::{ArrayBuffer, JSON, Number, Reflect, Uint8Array};
use serde_json::Value;
use wasm_bindgen::prelude::*;

/// A plain object of a value.
pub fn plain(value: &Value) -> JsValue {
    JSON::parse(&value.to_string()).unwrap_or(JsValue::NULL)
}

/// A member, unless it is missing or refuses to be read.
pub fn member(value: &JsValue, name: &str) -> Option<JsValue> {
    if !value.is_object() {
        return None;
    }
    Reflect::get(value, &name.into()).ok().filter(|found| !found.is_undefined() && !found.is_null())
}

/// A member that is text or a number, as text.
pub fn text_member(value: &JsValue, name: &str) -> Option<String> {
    member(value, name).and_then(|found| text(&found))
}

/// Text, or a number or a boolean as text.
pub fn text(value: &JsValue) -> Option<String> {
    // Written by the browser: the library's writing of an `f64` was a hundredth of what loads first.
    let number = || {
        value.dyn_ref::<Number>().and_then(|number| number.to_string_with_radix(10).ok()).map(String::from)
    };
    value.as_string().or_else(number).or_else(|| value.as_bool().map(|is_on| is_on.to_string()))
}

/// A document as bytes: text, bytes, or an object, which the browser writes as JSON.
pub fn document(value: &JsValue) -> Option<Vec<u8>> {
    if let Some(text) = value.as_string() {
        return Some(text.into_bytes());
    }
    if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
        return Some(bytes.to_vec());
    }
    if let Some(buffer) = value.dyn_ref::<ArrayBuffer>() {
        return Some(Uint8Array::new(buffer).to_vec());
    }
    if !value.is_object() || value.is_function() {
        return None;
    }
    let written = JSON::stringify(value).ok()?;
    JsValue::from(written).as_string().map(String::into_bytes)
}

/// The members of an object by name, those that are text, numbers or booleans; none for anything else.
pub fn text_members(value: &JsValue) -> Vec<(String, String)> {
    let Some(object) = value.dyn_ref::<js_sys::Object>() else { return Vec::new() };
    let names = js_sys::Object::keys(object);
    let pair = |name: JsValue| {
        let name = name.as_string()?;
        let value = text_member(value, &name)?;
        Some((name, value))
    };
    names.iter().filter_map(pair).collect()
}
