//! The views, in Leptos: what a person sees and does.
//!
//! The element (`embed`) hands over a place to draw in and the options it was given;
//! everything below that line is this room's business.

use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, ShadowRoot};
use std::any::Any;
use std::collections::BTreeMap;

/// What the element was given: its attributes by name, in the spelling of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Attribute name → value; a boolean attribute is there with an empty value.
    pub attributes: BTreeMap<String, String>,
}

/// A mounted application. Dropping it removes every node, listener and effect.
pub struct Handle {
    _mounted: Box<dyn Any>,
    container: HtmlElement,
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.container.remove();
    }
}

/// Mounts the application into the shadow root of `host`.
///
/// # Errors
/// What the browser said when the container could not be made.
pub fn mount(
    host: &HtmlElement,
    root: &ShadowRoot,
    options: Options,
) -> Result<Handle, leptos::wasm_bindgen::JsValue> {
    let document = host.owner_document().ok_or("the element belongs to no document")?;
    let container: HtmlElement = document.create_element("div")?.unchecked_into();
    container.set_class_name("atlas");
    root.append_child(&container)?;
    let mounted = leptos::mount::mount_to(container.clone(), move || view! { <App options/> });
    Ok(Handle { _mounted: keep(mounted), container })
}

fn keep<S: Mountable + 'static>(mounted: UnmountHandle<S>) -> Box<dyn Any> {
    Box::new(mounted)
}

/// The whole application.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
pub fn App(
    /// What the element was given.
    options: Options,
) -> impl IntoView {
    let view_name = options.attributes.get("view").cloned().unwrap_or_default();
    view! {
        <main class="stub">
            <header><h1>"Release Atlas"</h1></header>
            <p>"What is hit, why, and what to move to. " {view_name}</p>
        </main>
    }
}
