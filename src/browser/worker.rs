//! The worker that lays out graphs, so that the page answers while a large one is drawn.
//!
//! A request goes over as flat numbers ([`crate::layout::Wire`]) and a layout comes back. Where the page
//! or the browser allows no worker (a sandboxed frame, a script of another origin), there is none, and
//! the caller works through [`crate::layout::Job`] in slices. To cancel, drop it and start another.

use super::listener::Listener;
use crate::layout::{Layout, Request};
use js_sys::{Array, Float32Array, Function, Object, Promise, Reflect, Uint32Array};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

thread_local! {
    static STARTER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Takes the loader's function that starts a worker, or gives null. Called once, when the wasm starts.
pub fn offer(starter: Function) {
    STARTER.with(|held| held.replace(Some(starter)));
}

/// Why there is no layout.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorkerError {
    /// The worker is gone: it ran out of memory, or its script could not be loaded.
    #[error("the worker ended")]
    Ended,
    /// What came back was no layout, or the worker said why it made none.
    #[error("the worker refused: {0}")]
    Refused(String),
}

type Waiting = Rc<RefCell<BTreeMap<u32, (Function, Function)>>>;

/// Who is told how far a layout is.
type Listening = Rc<RefCell<Option<Box<dyn Fn(f32)>>>>;

/// A running worker; dropping it ends it at once.
pub struct LayoutWorker {
    worker: Worker,
    waiting: Waiting,
    listening: Listening,
    last_id: Cell<u32>,
    _listeners: [Listener; 3],
}

impl LayoutWorker {
    /// Starts one, if the page and the browser allow it.
    pub fn start() -> Option<Self> {
        let starter = STARTER.with(|held| held.borrow().clone())?;
        let worker: Worker = starter.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
        let (waiting, listening) = (Waiting::default(), Listening::default());
        let for_progress = Rc::clone(&listening);
        let [for_answers, for_ends, for_odd] = [(); 3].map(|()| Rc::clone(&waiting));
        let listeners = [
            Listener::on(&worker, "message", move |event| {
                if !tell(&for_progress, &event) {
                    settle(&for_answers, &event);
                }
            }),
            Listener::on(&worker, "error", move |_| end(&for_ends)),
            Listener::on(&worker, "messageerror", move |_| end(&for_odd)),
        ];
        Some(Self { worker, waiting, listening, last_id: Cell::new(0), _listeners: listeners })
    }

    /// Tells from now on which share of the layout under way is done.
    pub fn on_progress(&self, heard: impl Fn(f32) + 'static) {
        *self.listening.borrow_mut() = Some(Box::new(heard));
    }

    /// Lays out a request; several may be under way and are answered in their order.
    ///
    /// # Errors
    /// [`WorkerError`]; after [`WorkerError::Ended`] this worker answers nothing more.
    pub async fn arrange(&self, request: &Request) -> Result<Layout, WorkerError> {
        let answer = JsFuture::from(self.ask(request)).await;
        let parts: Array = answer.map_err(|reason| refusal(&reason))?.unchecked_into();
        let words: Uint32Array = parts.get(0).unchecked_into();
        let numbers: Float32Array = parts.get(1).unchecked_into();
        Layout::decode(&words.to_vec(), &numbers.to_vec())
            .map_err(|error| WorkerError::Refused(error.to_string()))
    }

    fn ask(&self, request: &Request) -> Promise {
        let id = self.last_id.get().wrapping_add(1);
        self.last_id.set(id);
        Promise::new(&mut |done, failed| {
            if self.send(id, request).is_ok() {
                self.waiting.borrow_mut().insert(id, (done, failed));
            } else {
                let _ = failed.call1(&JsValue::NULL, &JsValue::NULL);
            }
        })
    }

    fn send(&self, id: u32, request: &Request) -> Result<(), JsValue> {
        let wire = request.encode();
        let (words, numbers) =
            (Uint32Array::from(wire.words.as_slice()), Float32Array::from(wire.numbers.as_slice()));
        let message = Object::new();
        Reflect::set(&message, &"id".into(), &id.into())?;
        Reflect::set(&message, &"words".into(), &words)?;
        Reflect::set(&message, &"numbers".into(), &numbers)?;
        self.worker.post_message_with_transfer(&message, &Array::of2(&words.buffer(), &numbers.buffer()))
    }
}

impl Drop for LayoutWorker {
    fn drop(&mut self) {
        self.worker.terminate();
        end(&self.waiting);
    }
}

/// Whether a message says how far a layout is; then it is told.
fn tell(listening: &Listening, event: &Event) -> bool {
    let data = event.unchecked_ref::<MessageEvent>().data();
    let share = Reflect::get(&data, &"progress".into()).ok().and_then(|share| share.as_f64());
    if let (Some(share), Some(heard)) = (share, &*listening.borrow()) {
        heard(share as f32);
    }
    share.is_some()
}

/// Hands an answer to whom it belongs. Its parts are checked here, for anything may come in.
fn settle(waiting: &Waiting, event: &Event) {
    let data = event.unchecked_ref::<MessageEvent>().data();
    let field = |name: &str| Reflect::get(&data, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let Some(id) = field("id").as_f64() else { return };
    let Some((done, failed)) = waiting.borrow_mut().remove(&(id as u32)) else { return };
    let (words, numbers) = (field("words"), field("numbers"));
    let _ = if words.is_instance_of::<Uint32Array>() && numbers.is_instance_of::<Float32Array>() {
        done.call1(&JsValue::NULL, &Array::of2(&words, &numbers))
    } else {
        let said = field("error").as_string().unwrap_or_else(|| "no layout".to_owned());
        failed.call1(&JsValue::NULL, &said.into())
    };
}

/// Nobody waits for an answer that cannot come.
fn end(waiting: &Waiting) {
    for (_, failed) in waiting.take().into_values() {
        let _ = failed.call1(&JsValue::NULL, &JsValue::NULL);
    }
}

fn refusal(reason: &JsValue) -> WorkerError {
    reason.as_string().map_or(WorkerError::Ended, WorkerError::Refused)
}
