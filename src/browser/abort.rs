//! The end of something under way: held by its owner, heard by the work.

use web_sys::{AbortController, AbortSignal};

use super::listener::Listener;

/// The owner's end of a request: dropping it ends the request.
#[derive(Debug)]
pub struct Abort {
    controller: Option<AbortController>,
}

impl Abort {
    /// An end for one request or several.
    pub fn new() -> Self {
        Self { controller: AbortController::new().ok() }
    }

    /// The request's end.
    pub fn signal(&self) -> Signal {
        Signal { signal: self.controller.as_ref().map(AbortController::signal) }
    }

    /// Ends the request now.
    pub fn abort(&self) {
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

impl Default for Abort {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        self.abort();
    }
}

/// The request's end of an [`Abort`].
#[derive(Clone, Debug)]
pub struct Signal {
    signal: Option<AbortSignal>,
}

impl Signal {
    /// A signal that never comes.
    pub fn never() -> Self {
        Self { signal: None }
    }

    /// Whether it has come.
    pub fn is_aborted(&self) -> bool {
        self.signal.as_ref().is_some_and(AbortSignal::aborted)
    }

    /// Calls back when it comes; ends when the guard is dropped.
    pub fn on_abort(&self, call: impl Fn() + 'static) -> Option<Listener> {
        self.signal.as_ref().map(|signal| Listener::on(signal, "abort", move |_| call()))
    }
}
