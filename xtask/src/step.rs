//! One line when a step begins, one when it ends with the time it took.

use crate::Outcome;
use std::time::{Duration, Instant};

/// Does a step and tells the person at the terminal about it.
pub fn step<T>(title: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("▸ {title}");
    let began = Instant::now();
    let outcome = work();
    let took = show(began.elapsed());
    match &outcome {
        Ok(_) => println!("✓ {title} ({took})"),
        Err(_) => println!("✗ {title} ({took})"),
    }
    outcome
}

/// Tells about something that is already done.
pub fn already(title: &str) {
    println!("✓ {title}: already there");
}

/// A duration as a person says it.
pub fn show(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}
