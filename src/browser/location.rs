//! The address bar: the only place that reads and writes the fragment.

use super::listener::Listener;
use crate::session::History;
use wasm_bindgen::JsValue;

/// The fragment of the page, with `#`; empty if there is none.
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The address of the page without its fragment.
pub fn page_address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Writes the fragment as the history action says; path and query stay.
pub fn write_fragment(fragment: &str, history: History) {
    let Some(browser_history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let _ = match history {
        History::Push => browser_history.push_state_with_url(&JsValue::NULL, "", Some(fragment)),
        History::Replace => browser_history.replace_state_with_url(&JsValue::NULL, "", Some(fragment)),
        History::Keep => Ok(()),
    };
}

/// Calls `changed` with the fragment after Back, Forward, or a change by hand.
pub fn on_fragment(mut changed: impl FnMut(String) + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::on(&window, "popstate", move |_| changed(fragment())))
}

/// The values of a parameter of the page's query, in their order.
pub fn query_values(name: &str) -> Vec<String> {
    let query = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    let Ok(parameters) = web_sys::UrlSearchParams::new_with_str(&query) else { return Vec::new() };
    parameters.get_all(name).iter().filter_map(|value| value.as_string()).collect()
}
