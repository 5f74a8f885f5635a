//! Local time: how far it is ahead of UTC.

use wasm_bindgen::JsValue;

/// Minutes that local time is ahead of UTC at an instant in milliseconds since 1970.
pub fn offset_minutes(millis: i64) -> i32 {
    -(js_sys::Date::new(&JsValue::from_f64(millis as f64)).get_timezone_offset() as i32)
}
