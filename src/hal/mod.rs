//! HAL and the traffic around it, as plain data: nothing here sends a request.
//!
//! In reading order: [`link`] reads `_links` and `_embedded` in every form, [`template`] fills templated
//! links, [`trust`] judges where an address leads, [`page`] finds the missing pages of a list, [`lead`]
//! finds what a document asks to be followed, [`crawl`] plans the requests, [`fault`] says what went
//! wrong with one, [`token`] keeps tokens by origin, and [`secret`] keeps them out of everything that is shown. [`address`] is text work
//! on addresses.
//!
//! Invariants: an address with braces is never asked for; only known relations are followed by
//! themselves; one canonical address is asked for once; every end of a crawl has a reason; clocks and
//! random numbers come in as arguments.

pub mod address;
pub mod crawl;
pub mod fault;
pub mod lead;
pub mod link;
pub mod page;
pub mod secret;
pub mod template;
pub mod token;
pub mod trust;
