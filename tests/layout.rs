//! The layered drawing, by what a reader of it may rely on.

#[path = "layout/crossings.rs"]
mod crossings;
#[path = "layout/former.rs"]
mod former;
#[path = "layout/graphs.rs"]
mod graphs;
#[path = "layout/laws.rs"]
mod laws;
#[path = "layout/shapes.rs"]
mod shapes;
#[path = "layout/wire.rs"]
mod wire;
