//! Answers that the loader asked for while the program was on its way.
//!
//! The viewer's own page knows from `config.json` what it opens; asked for beside the program, the documents
//! are there when it is. Each answer is taken once, by the one function that fetches, and only in place of the
//! very same request.

use std::cell::RefCell;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use web_sys::Request;

thread_local! {
    static TAKER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Takes the loader's function that gives the promise of an answer to a request, or null.
pub fn offer(taker: Function) {
    TAKER.with(|held| held.replace(Some(taker)));
}

/// The answer that was asked for early, if this request was.
pub fn take(request: &Request) -> Option<Promise> {
    let taker = TAKER.with(|held| held.borrow().clone())?;
    taker.call1(&JsValue::UNDEFINED, request).ok()?.dyn_into().ok()
}
