//! What a person takes away.
#![allow(clippy::expect_used, reason = "a test that fails may stop")]

#[path = "export/bills.rs"]
mod bills;
#[path = "export/graphs.rs"]
mod graphs;
#[path = "export/records.rs"]
mod records;
#[path = "export/sample.rs"]
mod sample;
#[path = "export/tables.rs"]
mod tables;
#[path = "support/world.rs"]
mod world;
