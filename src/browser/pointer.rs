//! Pointers that are dragged.

/// Lets a canvas's container keep a pointer that is being dragged beyond its border.
pub fn capture(event: &web_sys::PointerEvent) {
    use wasm_bindgen::JsCast;
    let target = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if let Some(element) = target {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}
