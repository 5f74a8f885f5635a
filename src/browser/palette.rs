//! The colours of the host element, read once per change of theme.
//!
//! The style sheet may write a colour in any way (`light-dark()`, `var()`, `oklch()`), so it is not the
//! property's text that is read but what the browser makes of it: a hidden element is given each colour, and
//! a pixel is painted with it.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlElement};

use crate::scene::{Ink, Palette};

/// The palette that holds inside `host`; a colour that is missing there is the product's own, light or dark
/// by the `color-scheme` of the host.
pub fn read(host: &Element) -> Palette {
    probe(host).unwrap_or_else(Palette::light)
}

fn probe(host: &Element) -> Option<Palette> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let probe: HtmlElement = document.create_element("span").ok()?.unchecked_into();
    let _ = probe.set_attribute("hidden", "");
    // A child of a host whose shadow root has no slot is in no tree that is styled.
    match host.shadow_root() {
        Some(root) => root.append_child(&probe).ok()?,
        None => host.append_child(&probe).ok()?,
    };
    let painter = one_pixel(&document)?;
    let (light, dark) = (Palette::light(), Palette::dark());
    let colors = Ink::ALL.map(|ink| {
        let (property, day, night) = (ink.property(), light.color(ink), dark.color(ink));
        let style = probe.style();
        let _ = style.set_property("color", day);
        let _ = style.set_property("color", &format!("var({property}, light-dark({day}, {night}))"));
        let computed = window.get_computed_style(&probe).ok().flatten();
        let color = computed.and_then(|style| style.get_property_value("color").ok()).unwrap_or_default();
        painted(&painter, &color).unwrap_or_else(|| day.to_owned())
    });
    probe.remove();
    Some(Palette { colors: colors.into() })
}

fn one_pixel(document: &web_sys::Document) -> Option<CanvasRenderingContext2d> {
    let canvas: web_sys::HtmlCanvasElement = document.create_element("canvas").ok()?.unchecked_into();
    canvas.set_width(1);
    canvas.set_height(1);
    super::brush::readable_context_of(&canvas)
}

/// The colour as `rgb(…)`: as it is if it is spelled so, else by painting with it.
fn painted(painter: &CanvasRenderingContext2d, color: &str) -> Option<String> {
    if color.starts_with("rgb(") {
        return Some(color.to_owned());
    }
    painter.set_fill_style_str(color);
    painter.fill_rect(0.0, 0.0, 1.0, 1.0);
    let pixel = painter.get_image_data(0.0, 0.0, 1.0, 1.0).ok()?.data();
    Some(format!("rgb({}, {}, {})", pixel.first()?, pixel.get(1)?, pixel.get(2)?))
}
