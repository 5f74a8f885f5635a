//! What only a browser can show, in Chromium: `cargo xtask test web`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking, its helpers too")]

mod fetch;
mod mounted;
mod worker;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
