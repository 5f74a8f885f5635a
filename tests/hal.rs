//! The HAL room, seen from outside: links, templates, pages, trust, secrets, failures.

#[path = "hal/address.rs"]
mod address;
#[path = "hal/fault.rs"]
mod fault;
#[path = "hal/link.rs"]
mod link;
#[path = "hal/page.rs"]
mod page;
#[path = "hal/secret.rs"]
mod secret;
#[path = "hal/template.rs"]
mod template;
#[path = "hal/token.rs"]
mod token;
#[path = "hal/trust.rs"]
mod trust;

use release_atlas::json::{Document, Limits, read};

/// A document from its text.
#[expect(clippy::expect_used, reason = "the text stands in the test")]
fn document(text: &str) -> Document {
    read(text.as_bytes(), &Limits::default()).expect("the test's own JSON")
}
