//! The views, in Leptos: what a person sees and does.
//!
//! The element (`embed`) hands over a place to draw in and the options it was given; everything below
//! that line is this room's business. A view is a plain function of the [`session::Session`], one file a
//! view. Everything on screen is derived from the signals of the session; nothing here keeps a second
//! copy of them.

use crate::browser::host::{Container, Host};
use crate::browser::listener::Listener;
use crate::session::config::{Deployment, Problem, Values};
use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

mod answer;
pub mod answers;
mod ask;
mod asking;
mod astray;
mod base;
mod board;
mod bom;
mod cell;
mod chains;
mod changes;
mod choice;
mod clock;
mod compare;
mod coverage;
mod crawl;
mod crawl_banner;
mod crawl_list;
mod crawl_node;
mod crawl_session;
mod derived;
mod digest;
mod drift;
mod elsewhere;
mod embed_code;
mod erased;
pub mod evidence;
pub mod export;
mod export_menu;
mod facets;
mod failed;
mod fault;
mod fields;
mod figure;
mod focus;
mod frame;
mod gap;
mod graph;
mod grid;
mod help;
mod hops;
pub mod hosted;
mod icon;
mod inspect;
mod inventory;
mod item;
mod language;
mod late;
mod link;
mod links;
mod list;
pub mod loading;
mod looked;
mod made;
mod manifest;
mod markup;
mod matrix;
mod mend;
mod moves;
mod named;
mod network;
mod odd;
mod oddities;
mod offers;
mod on_demand;
mod opening;
mod outside;
mod parts;
mod place;
mod preset_list;
mod presets;
mod proof;
mod raw;
mod recalls;
mod received;
mod refresh;
mod release;
mod room;
mod sample;
mod searching;
pub mod session;
pub mod shared;
mod sign_in;
mod sources;
pub(crate) mod split;
mod states;
mod summary;
mod table;
mod take;
mod task;
mod template;
mod time;
mod timeline;
mod unkept;
mod visit;
mod ways;
mod ways_failed;
mod why;

/// What the element was given when it was mounted.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Attribute name → value; a boolean attribute is there with an empty value.
    pub attributes: Values,
    /// What `config.json` says, and what of it was not understood.
    pub deployment: Rc<(Deployment, Vec<Problem>)>,
    /// The view that a script set before, as a fragment.
    pub view_state: Option<String>,
    /// Whether the page is the viewer's own, so that its query may name documents and its keys are ours.
    pub owns_page: bool,
    /// Where the script stands, for addresses of `config.json` and of the sample.
    pub home: Option<String>,
}

/// A mounted application. Dropping it removes every node, listener and effect.
pub struct Handle {
    _mounted: Box<dyn Any>,
    _keys: Listener,
    _container: Container,
    session: session::Session,
}

impl Handle {
    /// The state of the application, for the element's attributes, properties and methods.
    pub const fn session(&self) -> session::Session {
        self.session
    }
}

/// Mounts the application into an element; `prepare` is called before anything is opened.
///
/// # Errors
/// What the browser said when the container could not be made.
pub fn mount(
    host: &Host,
    options: &Options,
    prepare: impl FnOnce(session::Session),
) -> Result<Handle, JsValue> {
    let container = host.container("atlas")?;
    let made = Rc::new(Cell::new(None));
    let (keep_session, owned_host, owned_options) = (Rc::clone(&made), host.clone(), options.clone());
    let mounted = leptos::mount::mount_to(container.element(), move || {
        let session = session::Session::new(&owned_host, &owned_options);
        keep_session.set(Some(session));
        frame::frame(session)
    });
    let session = made.get().ok_or("the session was not made")?;
    let keys = help::listen(session, &container, options.owns_page);
    prepare(session);
    session.open_first(options);
    Ok(Handle { _mounted: keep(mounted), _keys: keys, _container: container, session })
}

fn keep<S: Mountable + 'static>(mounted: UnmountHandle<S>) -> Box<dyn Any> {
    Box::new(mounted)
}
