//! What runs over every byte of a document and over every edge of a graph: read, checked, laid out, drawn.
//!
//! A package of its own because the compiler takes one level of optimisation for a package, and these rooms are
//! worth another one than the views. The map of all rooms is in the docs of `release_atlas`.
#![forbid(unsafe_code)]

pub mod decimal;
pub mod excerpt;
pub mod geometry;
pub mod json;
pub mod layout;
pub mod leaf;
pub mod letters;
pub mod order;
pub mod pace;
pub mod scene;
pub mod shape;
pub mod sorted;
pub mod stamp;
