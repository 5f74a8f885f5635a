//! Whether the browser has a network at all.

use super::listener::Listener;

/// What the browser says now. `true` may be wrong (a network without a way out); `false` never is.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Calls back when the network comes or goes; ends when dropped.
pub struct Watch {
    _listeners: Vec<Listener>,
}

impl Watch {
    /// Calls `changed` with whether the browser is online now.
    pub fn new(changed: impl Fn(bool) + Clone + 'static) -> Self {
        let listen = |name: &str, online: bool| {
            let changed = changed.clone();
            web_sys::window().map(|window| Listener::on(&window, name, move |_| changed(online)))
        };
        Self {
            _listeners: [listen("online", true), listen("offline", false)].into_iter().flatten().collect(),
        }
    }
}
