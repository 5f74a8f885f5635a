//! An SVG document as a PNG file.
//!
//! The browser draws the document as an image from a `data:` address (`img-src data:` is all that a policy
//! must allow; a `blob:` address is not), so that both files show the same picture.

use js_sys::{Function, Promise, Uint8Array, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlCanvasElement, HtmlImageElement};

use super::brush::{context_of, new_canvas};

/// Pixels for each pixel of the document, so that text is sharp on every screen.
const DENSITY: f64 = 2.0;
/// No side is longer: browsers refuse larger canvases, some of them silently.
const LONGEST_SIDE: f64 = 8_192.0;
/// No more pixels in all: four bytes each.
const MOST_PIXELS: f64 = 33_554_432.0;

/// The document as PNG; none where the browser would not draw it.
pub async fn png(svg: &str) -> Option<Vec<u8>> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(encode_uri_component(svg))));
    JsFuture::from(image.decode()).await.ok()?;
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let scale = scale(width, height);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let document = web_sys::window()?.document()?;
    let canvas = new_canvas(&document, width as u32, height as u32)?;
    let context = context_of(&canvas, true)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    let blob = blob_of(canvas).await?;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn scale(width: f64, height: f64) -> f64 {
    let by_side = LONGEST_SIDE / width.max(height).max(1.0);
    let by_area = (MOST_PIXELS / (width * height).max(1.0)).sqrt();
    DENSITY.min(by_side).min(by_area)
}

async fn blob_of(canvas: HtmlCanvasElement) -> Option<Blob> {
    let made = Promise::new(&mut |done: Function, _| {
        let answered = done.clone();
        let answer = Closure::once_into_js(move |blob: JsValue| {
            let _ = answered.call1(&JsValue::UNDEFINED, &blob);
        });
        if canvas.to_blob_with_type(answer.unchecked_ref(), "image/png").is_err() {
            let _ = done.call1(&JsValue::UNDEFINED, &JsValue::NULL);
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
