//! Preferences of the person, kept where the browser allows it (not in a sandboxed frame), and what a tab
//! has to know of itself after it was loaded again.

const PREFIX: &str = "release-atlas:";

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// A preference by name.
pub fn read(name: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{name}")).ok().flatten()
}

/// Keeps a preference; without storage it is forgotten with the page.
pub fn write(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&format!("{PREFIX}{name}"), value);
    }
}

fn of_tab() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// A number that this tab kept; none where nothing was kept.
pub fn read_count(name: &str) -> usize {
    let text = of_tab().and_then(|storage| storage.get_item(&format!("{PREFIX}{name}")).ok().flatten());
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// Keeps a number until the tab is closed.
pub fn write_count(name: &str, count: usize) {
    if let Some(storage) = of_tab() {
        let _ = storage.set_item(&format!("{PREFIX}{name}"), &count.to_string());
    }
}
