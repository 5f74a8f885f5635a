//! One element on the page, seen from its JavaScript class.
//!
//! Everything that crosses the border is text or a plain value; a handle stands for the
//! mounted application, and freeing it removes all that was made. What a script hands over may be
//! anything: what is not understood is a sentence in a rejected promise, or a notice.

use crate::browser::call::HostFunction;
use crate::browser::early;
use crate::browser::host::Host;
use crate::browser::plain::{document, member, plain, text, text_member, text_members};
use crate::browser::worker;
use crate::session::config::{Deployment, Expected, Place, Problem};
use crate::session::route::encode;
use crate::source::Origin;
use crate::ui;
use crate::ui::hosted::answers::{Answer, Call};
use crate::ui::session::{Incoming, Session};
use js_sys::{Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, ShadowRoot};

thread_local! {
    static PAGE: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
    static DEPLOYMENT: RefCell<Rc<(Deployment, Vec<Problem>)>> = RefCell::default();
}

/// Called once per wasm instance, before anything else: `page` is the loader's object, of which
/// `panicked(message)` is told what a Rust panic said before the instance dies, `startWorker()`
/// gives a worker or null, `takeEarly(request)` an answer that was asked for before, and `config` is the text of `config.json`, if there is one.
#[wasm_bindgen]
pub fn start(page: JsValue) {
    if let Some(starter) = member(&page, "startWorker").and_then(|starter| starter.dyn_into().ok()) {
        worker::offer(starter);
    }
    if let Some(taker) = member(&page, "takeEarly").and_then(|taker| taker.dyn_into().ok()) {
        early::offer(taker);
    }
    if let Some(text) = text_member(&page, "config") {
        DEPLOYMENT.replace(Rc::new(Deployment::read(&text)));
    }
    PAGE.replace(page);
    std::panic::set_hook(Box::new(|panic| tell_page("panicked", &panic.to_string())));
}

fn tell_page(name: &str, message: &str) {
    let page = PAGE.with(|held| held.borrow().clone());
    let told = Reflect::get(&page, &name.into())
        .and_then(JsCast::dyn_into::<js_sys::Function>)
        .and_then(|function| function.call1(&page, &message.into()));
    if told.is_err() {
        web_sys::console::error_1(&message.into());
    }
}

/// The application inside one `<release-atlas>`.
#[wasm_bindgen]
pub struct Mounted {
    handle: ui::Handle,
}

#[wasm_bindgen]
impl Mounted {
    /// Mounts into the element's open shadow root. `attributes` is an object of its attributes, `properties`
    /// one of those that a script has set, `owns_page` whether the page is the viewer's own.
    ///
    /// # Errors
    /// What the browser said when the frame could not be made.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: &HtmlElement,
        root: &ShadowRoot,
        attributes: &JsValue,
        properties: &JsValue,
        owns_page: bool,
    ) -> Result<Mounted, JsValue> {
        let options = ui::Options {
            attributes: text_members(attributes).into_iter().collect(),
            deployment: DEPLOYMENT.with(|held| held.borrow().clone()),
            view_state: member(properties, "viewState").as_ref().and_then(route_of),
            owns_page,
            home: PAGE.with(|page| text_member(&page.borrow(), "home")),
        };
        // Before the first request goes out, it has to be known who answers it.
        let prepare = |session: Session| {
            for name in ["fetcher", "getToken", "documents"] {
                if let Some(value) = member(properties, name) {
                    take_property(session, name, &value);
                }
            }
        };
        Ok(Mounted { handle: ui::mount(&Host::new(host, root), &options, prepare)? })
    }

    /// An attribute was set, changed or (with no value) removed.
    pub fn attribute_changed(&self, name: &str, value: Option<String>) {
        self.handle.session().attribute_changed(name, value);
    }

    /// A script set a property: `documents`, `fetcher`, `getToken` or `viewState`.
    pub fn property_changed(&self, name: &str, value: &JsValue) {
        take_property(self.handle.session(), name, value);
    }

    /// What is looked at, as a plain object that `viewState` takes again.
    pub fn view_state(&self) -> JsValue {
        plain(&self.handle.session().view_state())
    }

    /// A method of the element was called; the promise settles with its answer.
    pub fn call(&self, method: &str, payload: &JsValue) -> Promise {
        let session = self.handle.session();
        match call_of(session, method, payload) {
            Ok(call) => future_to_promise(async move { answered(session, call).await }),
            Err(sentence) => Promise::reject(&js_sys::Error::new(&sentence)),
        }
    }
}

async fn answered(session: Session, call: Call) -> Result<JsValue, JsValue> {
    match session.answer_while_there(call).await {
        Ok(Answer::Plain(value)) => Ok(plain(&value)),
        Ok(Answer::File { bytes, kind }) => blob(&bytes, &kind),
        Err(sentence) => Err(js_sys::Error::new(&sentence).into()),
    }
}

fn blob(bytes: &[u8], kind: &str) -> Result<JsValue, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).map(JsValue::from)
}

/// What a method is called with, or the sentence why that is nothing.
fn call_of(session: Session, method: &str, payload: &JsValue) -> Result<Call, String> {
    let part = |name: &str| text_member(payload, name).unwrap_or_default();
    let option = |name: &str| member(payload, "options").and_then(|options| text_member(&options, name));
    Ok(match method {
        "load" => Call::Load {
            bytes: member(payload, "document")
                .and_then(|given| document(&given))
                .ok_or_else(|| session.t("host-no-document"))?,
            title: option("title").unwrap_or_default(),
            address: option("address").unwrap_or_default(),
        },
        "ask" => Call::Ask { kind: part("kind"), id: part("id"), from: part("from") },
        "select" => Call::Select(match member(payload, "id") {
            Some(id) => Some(item_of(&id).ok_or_else(|| session.t("host-which-item"))?),
            None => None,
        }),
        "exportAs" => Call::ExportAs {
            format: part("format"),
            scope: option("scope").unwrap_or_default(),
            highlights: member(payload, "options")
                .and_then(|options| member(&options, "highlights"))
                .is_some_and(|highlights| highlights.is_truthy()),
        },
        "fit" => Call::Fit,
        "refresh" => Call::Refresh,
        "stop" => Call::Stop,
        "clear" => Call::Clear,
        _ => return Err(session.tr("host-no-method", &[("method", method.into())])),
    })
}

/// An item as a script names it: an id, `kind/id`, or an object of both.
fn item_of(value: &JsValue) -> Option<String> {
    let of_parts = || {
        let id = text_member(value, "id")?;
        Some(text_member(value, "kind").map_or_else(|| id.clone(), |kind| format!("{kind}/{id}")))
    };
    text(value).or_else(of_parts)
}

fn take_property(session: Session, name: &str, value: &JsValue) {
    let is_none = value.is_undefined() || value.is_null();
    let taken = match name {
        "documents" => take_documents(session, value),
        "viewState" if is_none => Ok(()),
        "viewState" => route_of(value).map(|route| session.restore(&route)).ok_or(Expected::Object),
        "fetcher" | "getToken" => {
            let function = HostFunction::of(value);
            let is_wrong = function.is_none() && !is_none;
            if name == "fetcher" {
                session.set_fetcher(function);
            } else {
                session.set_get_token(function);
            }
            if is_wrong { Err(Expected::Function) } else { Ok(()) }
        }
        _ => Ok(()),
    };
    let place = Place::Property;
    let problem = taken.map_err(|expected| Problem {
        place,
        name: name.to_owned(),
        given: text(value).unwrap_or_default(),
        expected,
    });
    session.property_taken(name, problem.err());
}

/// Puts these documents in the place of those that the page gave before.
fn take_documents(session: Session, value: &JsValue) -> Result<(), Expected> {
    let given: Vec<JsValue> = match value.dyn_ref::<js_sys::Array>() {
        Some(list) => list.iter().collect(),
        None if value.is_undefined() || value.is_null() => Vec::new(),
        None => return Err(Expected::List),
    };
    let read: Vec<Option<Vec<u8>>> = given.iter().map(document).collect();
    let is_whole = read.iter().all(Option::is_some);
    let title = session.t("from-host");
    let incoming = read.into_iter().flatten().enumerate().map(|(at, bytes)| Incoming {
        title: format!("{title} ({})", at + 1),
        origin: Origin::Host,
        address: None,
        bytes,
    });
    session.replace_documents(incoming.collect());
    if is_whole { Ok(()) } else { Err(Expected::Object) }
}

/// The fragment that a view state stands for: itself as text, its `route`, or its members as parameters.
fn route_of(value: &JsValue) -> Option<String> {
    if let Some(route) = value.as_string().or_else(|| text_member(value, "route")) {
        return Some(route);
    }
    if !value.is_object() {
        return None;
    }
    let members = text_members(value);
    let view = members.iter().find(|(name, _)| name == "view").map_or("", |(_, view)| view.as_str());
    let (view, table) = if view == "table" { ("graph", "as=table") } else { (view, "") };
    let pairs = members.iter().filter(|(name, _)| name != "view" && name != "version");
    let parameters: Vec<String> =
        pairs.map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    Some(format!("#/{view}?{table}&{}", parameters.join("&")))
}
