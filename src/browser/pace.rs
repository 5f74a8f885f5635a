//! The pace of the page: work rests after so long, so that the browser can paint and answer.

use std::cell::Cell;

use crate::pace::{Pace, Rest, Stretch};

use super::measure::Moment;
use super::timer::breathe;

/// Work is handed back to the browser after so long.
const SLICE_MILLIS: f64 = 24.0;
/// A look at the clock costs about as much as so many short stretches of work.
const SHORT_STRETCHES: u32 = 32;

thread_local! {
    static SINCE: Cell<Moment> = const { Cell::new(Moment(0.0)) };
    static STRETCHES: Cell<u32> = const { Cell::new(0) };
}

/// The pace of work that begins now.
pub fn pace() -> Pace {
    SINCE.set(Moment::now());
    Pace::new(due)
}

fn due(stretch: Stretch) -> Option<Rest> {
    let stretches = STRETCHES.get() + 1;
    let is_looked = stretch == Stretch::Long || stretches >= SHORT_STRETCHES;
    STRETCHES.set(if is_looked { 0 } else { stretches });
    (is_looked && SINCE.get().elapsed_millis() > SLICE_MILLIS).then(rest)
}

fn rest() -> Rest {
    Box::pin(async {
        breathe().await;
        SINCE.set(Moment::now());
    })
}
