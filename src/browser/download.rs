//! Hands bytes to the person as a file.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// A blob of the bytes.
///
/// # Errors
/// What the browser said when it could not be made.
pub fn blob(bytes: &[u8], media_type: &str) -> Result<Blob, JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
}

/// Offers the bytes as a download under a file name.
pub fn offer(bytes: &[u8], media_type: &str, file_name: &str) {
    let made = blob(bytes, media_type).and_then(|blob| Url::create_object_url_with_blob(&blob));
    let Ok(address) = made else { return };
    let anchor = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("a").ok())
        .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(&address);
        anchor.set_download(file_name);
        anchor.click();
    }
    let _ = Url::revoke_object_url(&address);
}
