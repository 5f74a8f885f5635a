//! Whether the page is looked at, so that nothing goes on while it is not.

use super::listener::Listener;

/// Whether the page is in sight.
pub fn is_visible() -> bool {
    web_sys::window().and_then(|window| window.document()).is_none_or(|document| !document.hidden())
}

/// Calls back when the page comes into sight or goes out of it; ends when dropped.
pub struct Watch {
    _listener: Option<Listener>,
}

impl Watch {
    /// Calls `changed` with whether the page is in sight now.
    pub fn new(changed: impl Fn(bool) + 'static) -> Self {
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document
            .map(|document| Listener::on(&document, "visibilitychange", move |_| changed(is_visible())));
        Self { _listener: listener }
    }
}
