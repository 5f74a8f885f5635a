//! The crawl planner against simulated servers: order, budget, pages, ends, failures.

#[path = "crawl/server.rs"]
mod server;

#[path = "crawl/ends.rs"]
mod ends;
#[path = "crawl/failures.rs"]
mod failures;
#[path = "crawl/order.rs"]
mod order;
#[path = "crawl/pages.rs"]
mod pages;
#[path = "crawl/steps.rs"]
mod steps;
