//! Files that a person opened, dropped or pasted, as bytes.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, FileList};

pub use web_sys::File;

/// The bytes of a file.
///
/// # Errors
/// The browser's own message when it could not be read.
pub async fn read(file: &File) -> Result<Vec<u8>, String> {
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(js_sys::Uint8Array::new(&buffer).to_vec()),
        Err(error) => Err(error
            .dyn_into::<js_sys::Error>()
            .map_or_else(|_| String::new(), |error| String::from(error.message()))),
    }
}

/// The files of a list.
pub fn of_list(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}

/// The files that were dropped, and the text if there were none.
pub fn of_drop(transfer: &DataTransfer) -> (Vec<File>, Option<String>) {
    let files = transfer.files().map(|list| of_list(&list)).unwrap_or_default();
    let text = transfer.get_data("text/plain").ok().filter(|text| !text.trim().is_empty());
    (files, text)
}
