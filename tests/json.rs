//! Reading JSON: what is kept, what is named, what is refused.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking, its helpers too")]

mod json {
    mod faults;
    mod laws;
    mod values;
    mod wild;
}
