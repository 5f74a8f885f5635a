//! What became of recalled bundles: every shape that a list of recalls can have.
#![allow(clippy::expect_used, reason = "a test fails by panicking, its helpers too")]

#[path = "support/builder.rs"]
mod builder;

#[path = "recall/answers.rs"]
mod answers;
#[path = "recall/family.rs"]
mod family;
#[path = "recall/golden.rs"]
mod golden;
#[path = "recall/laws.rs"]
mod laws;
#[path = "recall/several.rs"]
mod several;
#[path = "recall/size.rs"]
mod size;

use std::fmt::Write;

use release_atlas::json::{self, Limits};
use release_atlas::manifest::{self, Manifest, Oddity, Recalls};

fn manifest(text: &str) -> Manifest {
    manifest::read(&json::read(text, &Limits::default()).expect("JSON"))
}

/// The recalls of one manifest under construction.
fn recalls(object: builder::Object) -> Recalls {
    Recalls::new(&[&manifest(&object.text())])
}

/// An oddity as one line: entry, kind, id.
fn line(oddity: &Oddity) -> String {
    let id = oddity.id.as_deref().map(|id| format!(" {id}")).unwrap_or_default();
    format!("{:?}{id}", oddity.kind)
}

/// A trace as text, for golden tests.
fn told(recalls: &Recalls, id: &str) -> String {
    let trace = recalls.trace(id);
    let mut text = format!("{}: {:?}\n", trace.id, trace.answer);
    for step in &trace.steps {
        let _ = writeln!(text, "  {:?} {} -> {}", step.status, step.from.join(" "), step.to.join(" "));
    }
    let _ = writeln!(text, "  targets: {}", trace.targets.join(" "));
    for oddity in &trace.oddities {
        let _ = writeln!(text, "  odd: {}", line(oddity));
    }
    text
}
