//! What only a browser can show, in Chromium: `cargo xtask test web`.
#![cfg(target_arch = "wasm32")]

mod mounted;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
