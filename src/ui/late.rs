//! What may take long to work out: short work is there at once, long work while the page goes on.
//!
//! A memo is made in one go, and over a document of 50 MB that holds the page. So the first stretch is done
//! where a memo would be; if that was not all, the rest goes on between the events of the page, and ends
//! where it stands once something else is asked for or its view is left.

use super::session::Session;
use super::task::spawn_while;
use crate::pace::{Work, begun};
use crate::ui::erased::memo;
use leptos::prelude::*;
use std::any::Any;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::sync::Arc;
use std::task::Poll;

/// A result of whichever type, so that all of this is compiled once. Equal only to itself.
#[derive(Clone)]
struct Made(Arc<dyn Any + Send + Sync>);

impl PartialEq for Made {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Something that is there, or will be. A handle: copying it copies no data.
pub struct Late<T> {
    found: Signal<Option<Made>>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Late<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Late<T> {}

impl<T: Send + Sync + 'static> Late<T> {
    /// It, once it is there.
    pub fn get(self) -> Option<Arc<T>> {
        self.found.get()?.0.downcast().ok()
    }
}

/// Works out what `make` makes, and anew whenever a signal changes that `make` itself reads (its work must not
/// read any).
pub fn late<T: Send + Sync + 'static>(make: impl Fn() -> Work<T> + Send + Sync + 'static) -> Late<T> {
    let erased = move || -> Work<Made> {
        let work = make();
        Box::pin(async move { Made(Arc::new(work.await)) })
    };
    Late { found: followed(Box::new(erased)), of: PhantomData }
}

type Make = Box<dyn Fn() -> Work<Made> + Send + Sync>;

fn followed(make: Make) -> Signal<Option<Made>> {
    let late = RwSignal::new(None::<(u32, Made)>);
    let turns = StoredValue::new(0_u32);
    let first = memo(move |_| {
        turns.update_value(|turns| *turns += 1);
        let turn = turns.get_value();
        (turn, begun(make()).map_err(|rest| go_on(rest, turn, turns, late)).ok())
    });
    Signal::derive(move || {
        let (turn, made) = first.get();
        made.or_else(|| late.get().filter(|(of, _)| *of == turn).map(|(_, made)| made))
    })
}

/// Goes on with work until it is done, or another turn has come.
fn go_on(mut work: Work<Made>, turn: u32, turns: StoredValue<u32>, late: RwSignal<Option<(u32, Made)>>) {
    let wanted = poll_fn(move |context| {
        if turns.try_get_value() == Some(turn) {
            work.as_mut().poll(context).map(Some)
        } else {
            Poll::Ready(None)
        }
    });
    spawn_while(late, async move {
        if let Some(made) = wanted.await {
            late.set(Some((turn, made)));
        }
    });
}

/// Draws it, or says that it is being worked out.
pub fn when_there<T: Send + Sync + 'static>(
    session: Session,
    late: Late<T>,
    draw: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> AnyView {
    (move || late.get().map_or_else(|| working(session), &draw)).into_any()
}

/// The state while something is worked out.
pub fn working(session: Session) -> AnyView {
    view! {
        <div class="empty" role="status">
            <h2>{session.t("working")}</h2>
            <p>{session.t("working-lead")}</p>
        </div>
    }
    .into_any()
}
