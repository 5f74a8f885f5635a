//! The browser's capabilities, one a file: the only rooms that name `web_sys` are this one and `embed`.
//!
//! Each is made and undone in one place: what listens, waits or fetches is a guard that stops in `Drop`.
//! What goes in and out is plain data of the pure rooms, so that all judgement stays testable natively.

pub mod abort;
pub mod address;
pub mod brush;
pub mod call;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod crawler;
pub mod download;
pub mod early;
pub mod fetch;
pub mod file;
pub mod frame;
pub mod host;
pub mod interpret;
pub mod keyboard;
pub mod listener;
pub mod location;
pub mod measure;
pub mod online;
pub mod pace;
mod painter;
pub mod palette;
pub mod pixels;
pub mod plain;
pub mod pointer;
pub mod read;
pub mod resize;
pub mod roving;
pub mod scroll;
mod sheet;
pub mod storage;
pub mod style;
pub mod timer;
pub mod visible;
pub mod worker;
