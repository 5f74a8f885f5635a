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
    if let Ok(blob) = blob(bytes, media_type) {
        offer_blob(&blob, file_name);
    }
}

fn offer_blob(blob: &Blob, file_name: &str) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
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

/// A large file in the making: its parts leave the memory of the wasm as they are made.
#[derive(Clone, Debug, Default)]
pub struct Parts(js_sys::Array);

impl Parts {
    /// An empty file.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds bytes at the end.
    pub fn push(&self, bytes: &[u8]) {
        self.0.push(&js_sys::Uint8Array::from(bytes));
    }

    /// The whole file.
    ///
    /// # Errors
    /// What the browser said when it could not be made.
    pub fn blob(&self, media_type: &str) -> Result<Blob, JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        Blob::new_with_u8_array_sequence_and_options(&self.0, &options)
    }

    /// Offers it as a download under a file name.
    pub fn offer(&self, media_type: &str, file_name: &str) {
        if let Ok(blob) = self.blob(media_type) {
            offer_blob(&blob, file_name);
        }
    }
}
