//! A description in HTML, drawn as the clean structure that [`crate::text::markup`] reads from it.

use super::link::link_as;
use super::session::Session;
use crate::text::markup::{Block, Part, read};
use crate::text::visible;
use leptos::prelude::*;

/// Draws a text that may hold HTML.
pub fn markup(session: Session, html: &str) -> AnyView {
    let blocks = read(html).iter().map(|block| draw(session, block)).collect_view();
    view! { <div class="markup">{blocks}</div> }.into_any()
}

fn draw(session: Session, block: &Block) -> AnyView {
    let parts = block.parts.iter().map(|part| draw_part(session, part)).collect_view();
    match (block.list_depth, block.is_heading) {
        (0, true) => view! { <p class="markup-heading">{parts}</p> }.into_any(),
        (0, false) => view! { <p>{parts}</p> }.into_any(),
        (depth, _) => view! { <p class="markup-item" style:--depth=depth.to_string()>{parts}</p> }.into_any(),
    }
}

fn draw_part(session: Session, part: &Part) -> AnyView {
    let words = visible(&part.text).into_owned();
    match &part.href {
        Some(href) => link_as(session, href, &words, None).into_any(),
        None if part.is_strong => view! { <strong>{words}</strong> }.into_any(),
        None => words.into_any(),
    }
}
