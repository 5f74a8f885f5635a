//! The layered drawing, by what a reader of it may rely on.
#![allow(clippy::expect_used, reason = "a test that fails may stop")]

#[path = "layout/crossings.rs"]
mod crossings;
#[path = "layout/former.rs"]
mod former;
#[path = "layout/graphs.rs"]
mod graphs;
#[path = "layout/laws.rs"]
mod laws;
#[path = "layout/pictures.rs"]
mod pictures;
#[path = "export/sample.rs"]
mod sample;
#[path = "layout/shapes.rs"]
mod shapes;
#[path = "layout/wire.rs"]
mod wire;
#[path = "support/world.rs"]
mod world;
