//! Release Atlas: a browser viewer for release graphs and bundle recalls.
#![forbid(unsafe_code)]

pub mod catalog;
pub mod export;
pub mod geometry;
pub mod graph;
pub mod hal;
pub mod json;
pub mod layout;
pub mod leaf;
pub mod manifest;
pub mod scene;
pub mod session;
pub mod shape;
pub mod source;
pub mod stamp;
pub mod text;
pub mod verdict;
pub mod version;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod ui;
