//! What the style sheets make of an element.

use web_sys::Element;

/// The font families that hold inside `host`.
pub fn font(host: &Element) -> String {
    let style = web_sys::window().and_then(|window| window.get_computed_style(host).ok().flatten());
    style
        .and_then(|style| style.get_property_value("font-family").ok())
        .unwrap_or_else(|| "system-ui, sans-serif".to_owned())
}
