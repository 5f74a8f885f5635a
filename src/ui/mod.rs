//! The views, in Leptos: what a person sees and does.
//!
//! The element (`embed`) hands over a place to draw in and the options it was given; everything below
//! that line is this room's business. A view is a plain function of the [`session::Session`], one file a
//! view. Everything on screen is derived from the signals of the session; nothing here keeps a second
//! copy of them.

use crate::browser::listener::Listener;
use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, ShadowRoot};
use std::any::Any;
use std::collections::BTreeMap;

mod board;
mod facets;
mod fields;
mod frame;
mod graph;
mod help;
mod icon;
mod item;
mod link;
mod links;
mod list;
mod markup;
mod proof;
mod raw;
mod recalls;
pub mod session;
mod sources;
mod states;
mod table;
mod template;
mod time;
mod ways;

/// What the element was given: its attributes by name, in the spelling of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Attribute name → value; a boolean attribute is there with an empty value.
    pub attributes: BTreeMap<String, String>,
}

/// A mounted application. Dropping it removes every node, listener and effect.
pub struct Handle {
    _mounted: Box<dyn Any>,
    _keys: Listener,
    container: HtmlElement,
    session: session::Session,
}

impl Handle {
    /// The state of the application, for the element's attributes, properties and methods.
    pub const fn session(&self) -> session::Session {
        self.session
    }
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
    let host = host.clone();
    let options_open_sample = options.attributes.get("chrome").map(String::as_str) == Some("full");
    let made = std::rc::Rc::new(std::cell::Cell::new(None));
    let keep_session = std::rc::Rc::clone(&made);
    let mounted = leptos::mount::mount_to(container.clone(), move || {
        let session = session::Session::new(&host, &options);
        keep_session.set(Some(session));
        frame::frame(session)
    });
    let session = made.get().ok_or("the session was not made")?;
    let keys = help::listen(session, &container);
    if options_open_sample {
        session.load_sample();
    }
    Ok(Handle { _mounted: keep(mounted), _keys: keys, container, session })
}

fn keep<S: Mountable + 'static>(mounted: UnmountHandle<S>) -> Box<dyn Any> {
    Box::new(mounted)
}
