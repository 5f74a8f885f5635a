//! The release graph: how documents are joined, and what is asked of it.
#![allow(clippy::expect_used, reason = "a test that fails may stop")]

#[path = "support/builder.rs"]
mod builder;
#[path = "support/world.rs"]
mod world;

#[path = "graph/joining.rs"]
mod joining;
#[path = "graph/laws.rs"]
mod laws;
#[path = "graph/oddities.rs"]
mod oddities;
#[path = "graph/orders.rs"]
mod orders;
#[path = "graph/questions.rs"]
mod questions;
#[path = "graph/views.rs"]
mod views;
