//! Work that goes on between events, and ends with what it works for.
//!
//! An answer that comes after the element was removed finds no signal to go into, and asking a disposed
//! one ends the whole instance, other elements included. So nothing is started but through here.

use crate::pace::{Work, begun};
use leptos::prelude::*;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

/// Starts work that ends where it stands once `owner` is disposed.
pub fn spawn_while(owner: impl IsDisposed + 'static, work: impl Future<Output = ()> + 'static) {
    spawn(Box::new(move || owner.is_disposed()), Box::pin(work));
}

/// Compiled once for all work.
fn spawn(is_over: Box<dyn Fn() -> bool>, mut work: Work<()>) {
    leptos::task::spawn_local(poll_fn(
        move |context| {
            if is_over() { Poll::Ready(()) } else { work.as_mut().poll(context) }
        },
    ));
}

/// Does the first stretch of work now, and the rest as [`spawn_while`] does: short work is over at once.
pub fn start_while(owner: impl IsDisposed + 'static, work: Work<()>) {
    if let Err(rest) = begun(work) {
        spawn_while(owner, rest);
    }
}

/// Waits for work, unless what it works for is disposed before: then there is no answer.
pub async fn unless_gone<T>(owner: impl IsDisposed, work: impl Future<Output = T>) -> Option<T> {
    let mut work = Box::pin(work);
    poll_fn(
        move |context| {
            if owner.is_disposed() { Poll::Ready(None) } else { work.as_mut().poll(context).map(Some) }
        },
    )
    .await
}

/// Work that is waited for together with other work.
pub type Waiting<T> = Pin<Box<dyn Future<Output = T>>>;

/// Waits for all; what came of each, in the order in which they were given.
pub async fn together<T>(mut works: Vec<Waiting<T>>) -> Vec<T> {
    let mut done: Vec<Option<T>> = works.iter().map(|_| None).collect();
    poll_fn(move |context| {
        for (work, done) in works.iter_mut().zip(&mut done).filter(|(_, done)| done.is_none()) {
            if let Poll::Ready(value) = work.as_mut().poll(context) {
                *done = Some(value);
            }
        }
        let is_all = done.iter().all(Option::is_some);
        if is_all { Poll::Ready(done.drain(..).flatten().collect()) } else { Poll::Pending }
    })
    .await
}
