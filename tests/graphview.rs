//! The graph as a person walks through it: what is drawn, folded, lit, and listed as a tree.
#![expect(clippy::expect_used, reason = "a test may end where its own documents lack what it needs")]

#[path = "support/builder.rs"]
mod builder;
#[path = "support/world.rs"]
mod world;

#[path = "graphview/folding.rs"]
mod folding;
#[path = "graphview/lighting.rs"]
mod lighting;
#[path = "graphview/tree.rs"]
mod tree;
