//! The release graph: how documents are joined, and what is asked of it.
#![allow(clippy::expect_used, reason = "a test that fails may stop")]

#[path = "support/builder.rs"]
mod builder;
#[path = "support/world.rs"]
mod world;

#[path = "graph/joining.rs"]
mod joining;
#[path = "graph/oddities.rs"]
mod oddities;
