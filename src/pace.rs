//! Long work that can be put down: where it may rest, so that a page can paint and answer in between.
//!
//! Comparing two manifests of 50 MB takes a quarter of a second wherever it runs. Written as `async` work it
//! keeps its place by itself, and knows no browser: whoever starts it says when it is time to rest, and
//! native callers do it at once.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// A rest; over when it is ready.
pub type Rest = Pin<Box<dyn Future<Output = ()>>>;

/// Work under way that nobody has to wait for.
pub type Work<T> = Pin<Box<dyn Future<Output = T>>>;

/// How much was done since the last question whether to rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Microseconds of work: not worth a look at the clock each time.
    Short,
    /// Perhaps a millisecond or more.
    Long,
}

/// When work rests: asked every now and then, this gives a rest once it is time for one.
#[derive(Clone, Copy, Debug)]
pub struct Pace(Option<fn(Stretch) -> Option<Rest>>);

impl Pace {
    /// No rest at all.
    pub const HURRY: Self = Self(None);

    /// Rests whenever `due` gives one.
    pub const fn new(due: fn(Stretch) -> Option<Rest>) -> Self {
        Self(Some(due))
    }

    /// A place where work can be put down, within a loop over small things.
    pub async fn turn(self) {
        if let Some(rest) = self.0.and_then(|due| due(Stretch::Short)) {
            rest.await;
        }
    }

    /// A place where work can be put down, after a longer stretch of it.
    pub async fn rest(self) {
        if let Some(rest) = self.0.and_then(|due| due(Stretch::Long)) {
            rest.await;
        }
    }
}

/// Work that is not meant to rest, done now.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}

/// The first stretch of work: its end if it was short, or else the work that is left.
///
/// # Errors
/// The rest of the work.
pub fn begun<T>(mut work: Work<T>) -> Result<T, Work<T>> {
    match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => Ok(done),
        Poll::Pending => Err(work),
    }
}

#[cfg(test)]
mod tests {
    use super::{Pace, Rest, Stretch, at_once, begun};
    use std::cell::Cell;

    thread_local! {
        static LEFT: Cell<u32> = const { Cell::new(0) };
    }

    /// Rests at every third question, for one poll.
    fn every_third(_: Stretch) -> Option<Rest> {
        let left = LEFT.get();
        LEFT.set(left + 1);
        let mut is_over = false;
        (left % 3 == 2).then(|| {
            Box::pin(std::future::poll_fn(move |_| {
                if std::mem::replace(&mut is_over, true) {
                    std::task::Poll::Ready(())
                } else {
                    std::task::Poll::Pending
                }
            })) as Rest
        })
    }

    async fn sum(upto: u32, pace: Pace) -> u32 {
        let mut sum = 0;
        for number in 0..upto {
            if number % 2 == 0 {
                pace.turn().await;
            } else {
                pace.rest().await;
            }
            sum += number;
        }
        sum
    }

    #[test]
    fn work_with_rests_comes_to_the_end_of_work_without() {
        assert_eq!(at_once(sum(10, Pace::HURRY)), 45);
        assert_eq!(at_once(sum(10, Pace::new(every_third))), 45);
    }

    #[test]
    fn work_that_rests_is_left_over_and_can_be_gone_on_with() {
        LEFT.set(0);
        let left = begun(Box::pin(sum(5, Pace::new(every_third)))).expect_err("it rests at the third turn");
        assert_eq!(at_once(left), 10);
        assert_eq!(begun(Box::pin(sum(5, Pace::HURRY))).ok(), Some(10));
    }
}
