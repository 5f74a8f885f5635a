//! Icons, drawn as strokes on a 16-pixel grid. One meaning, one shape: a status can be told without
//! colour.

use crate::graph::{NodeKind, Status};
use crate::verdict::Standing;
use leptos::prelude::*;

/// An icon by its path data (SVG path syntax); hidden from assistive technology, words stand beside it.
pub fn icon(path: &'static str) -> impl IntoView {
    let class = if path == HIT { "icon is-solid" } else { "icon" };
    view! {
        <svg class=class viewBox="0 0 16 16" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}

/// The logo: three releases and what joins them.
pub const BRAND: &str = "M4 8h4m0 0 3.2-3.4M8 8l3.2 3.4M4 8a1.6 1.6 0 1 1-3.2 0A1.6 1.6 0 0 1 4 8m10.6-4.6a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0m0 9.2a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0M9.4 8a1.4 1.4 0 1 1-2.8 0 1.4 1.4 0 0 1 2.8 0";
/// Search.
pub const SEARCH: &str = "M7.2 12a4.8 4.8 0 1 0 0-9.6 4.8 4.8 0 0 0 0 9.6m3.5-1.3 3.1 3.1";
/// Close.
pub const CLOSE: &str = "m4 4 8 8m0-8-8 8";
/// Copy.
pub const COPY: &str = "M6 5.5h7v8H6zM10 5.5v-3H3v8h3";
/// Link to this view.
pub const LINK: &str = "M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.4-2.4a2.6 2.6 0 0 0-3.7-3.7l-.9.9m.9 2.8a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7l.9-.9";
/// Markup.
pub const CODE: &str = "M5.5 4.5 2 8l3.5 3.5m5-7L14 8l-3.5 3.5M9 3 7 13";
/// Leaves this site.
pub const EXTERNAL: &str = "M9.5 2.5h4v4m0-4L8 8m-1.5-4h-4v9.5H12v-4";
/// A file.
pub const FILE: &str = "M4 1.8h5L12.5 5v9.2H4zM9 1.8V5h3.5";
/// Add.
pub const PLUS: &str = "M8 3v10M3 8h10";
/// Remove or zoom out.
pub const MINUS: &str = "M3 8h10";
/// Fit into the window.
pub const FIT: &str = "M2.5 6V2.5H6m4 0h3.5V6m0 4v3.5H10m-4 0H2.5V10";
/// Graph.
pub const GRAPH: &str = "M5.5 8h3m-3 0a2 2 0 1 1-4 0 2 2 0 0 1 4 0m5.4-2.9L8.5 8l2.4 2.9M14.5 4a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0m0 8a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0";
/// Table.
pub const TABLE: &str = "M2 3h12v10H2zM2 6.3h12M2 9.6h12M6 6.3V13";
/// Sun, for the light theme.
pub const SUN: &str = "M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M8 1.5v1.4m0 10.2v1.4M1.5 8h1.4m10.2 0h1.4M3.4 3.4l1 1m7.2 7.2 1 1m0-9.2-1 1m-7.2 7.2-1 1";
/// Moon, for the dark theme.
pub const MOON: &str = "M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1";
/// Half moon, for the theme of the system.
pub const AUTO: &str = "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2m0 0v12m1.5-11.6v11.2m1.8-10v8.8";
/// Help.
pub const HELP: &str =
    "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M6.3 6.4a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.9.7-.9 1.3m0 1.9v.1";
/// Opens downwards.
pub const DOWN: &str = "m4 6 4 4 4-4";
/// Leads to the right.
pub const RIGHT: &str = "m6 4 4 4-4 4";
/// Depends on.
pub const OUT: &str = "M2.5 8h10m-3.5-3.6L12.5 8 9 11.6";
/// Exchanges two.
pub const SWAP: &str = "M3 5.5h9.5M9.8 2.8l2.7 2.7-2.7 2.7M13 10.5H3.5m2.7-2.7-2.7 2.7 2.7 2.7";
/// Back.
pub const BACK: &str = "M13.5 8h-10m3.5-3.6L3.5 8 7 11.6";
/// Filters.
pub const FILTER: &str = "M2 3.5h12L9.5 9v4.5l-3-1.6V9z";
/// Download.
pub const DOWNLOAD: &str = "M8 2v8m-3.2-3L8 10.2 11.2 7M2.5 13.5h11";
/// Ask again.
pub const REFRESH: &str = "M13 8a5 5 0 1 1-1.6-3.7M13.2 1.8v3h-3";
/// Evidence.
pub const SHIELD: &str = "M8 1.8 13 3.6v4c0 3.2-2.1 5.5-5 6.6-2.9-1.1-5-3.4-5-6.6v-4zM5.6 8l1.7 1.7 3.1-3.4";
/// Warning.
pub const WARNING: &str = "M8 2 14.4 13.4H1.6zM8 6.4v3.2m0 1.9v.1";
/// Information.
pub const INFO: &str = "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12m0-6.6v3.4m0-5.7v.1";
/// Opens a document.
pub const OPEN: &str = "M1.8 12.8V3.2h4.1l1.4 1.6h5.3v1.7M1.8 12.8l2-5.4h10.6l-2 5.4z";
/// Paste.
pub const PASTE: &str = "M5.5 3H3v11h10V3h-2.5M5.5 1.8h5v2.6h-5z";

/// Carries what is recalled: a struck box.
pub const CARRIER: &str = "M2.5 2.5h11v11h-11zM3.4 3.4l9.2 9.2";

/// A verdict of HIT: a filled diamond with an exclamation mark left open, unlike the outlines of all statuses.
pub const HIT: &str =
    "M8 .6 15.4 8 8 15.4.6 8zM6.9 3.9h2.2l-.4 5H7.3zM8 10.1a1.05 1.05 0 1 0 0 2.1 1.05 1.05 0 0 0 0-2.1";

/// The shape of a status: struck circle, cross, struck box, warning, hourglass, question mark, check.
pub const fn of_status(status: Status) -> &'static str {
    match status {
        Status::Recalled => "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M3.8 3.8l8.4 8.4",
        Status::Failed => "M5.4 2h5.2L14 5.4v5.2L10.6 14H5.4L2 10.6V5.4zM6 6l4 4m0-4-4 4",
        Status::Carrier => CARRIER,
        Status::Failing => HIT,
        Status::LoadFailed => WARNING,
        Status::Pending => "M4.5 2h7m-7 12h7M5 2c0 4 3 4.5 3 6s-3 2-3 6m6-12c0 4-3 4.5-3 6s3 2 3 6",
        Status::Unknown => "M5.6 5.8a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2 1-1.2 1.9m0 2.6v.1",
        Status::Ok => "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M5.2 8.2l2 2 3.6-4",
    }
}

/// The shape of a verdict.
pub const fn of_standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Hit => HIT,
        Standing::AtRisk => WARNING,
        Standing::Unknown => of_status(Status::Unknown),
        Standing::Clear => of_status(Status::Ok),
    }
}

/// The shape of a kind of item.
pub const fn of_kind(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Release => "M8 1.8 13.6 5v6L8 14.2 2.4 11V5zM2.4 5 8 8.2 13.6 5M8 8.2v6",
        NodeKind::Customization => "M3 4.5h10M3 8h10M3 11.5h10M6 3v3m4.5.5v3M5 10v3",
        NodeKind::VcfRelease => "M2.5 2.5h11v4h-11zm0 7h11v4h-11zM5 4.5h.1M5 11.5h.1",
        NodeKind::Bundle => "M2.5 5.5h11v8h-11zM4 2.5h8l1.5 3h-11zM6.5 8.2h3",
        NodeKind::Unknown => of_status(Status::Unknown),
    }
}
