//! Scrolling a row sideways to one of its parts, without moving anything around it.
//!
//! `scrollIntoView` also scrolls every box around the row, the host page included.

use web_sys::Element;

/// Scrolls `row` sideways so that the first of its parts that `selector` finds stands in its middle.
pub fn to_middle(row: &Element, selector: &str) {
    let Ok(Some(part)) = row.query_selector(selector) else { return };
    let (around, inside) = (row.get_bounding_client_rect(), part.get_bounding_client_rect());
    let off = inside.left() + inside.width() / 2.0 - around.left() - around.width() / 2.0;
    row.set_scroll_left(row.scroll_left() + off as i32);
}
