//! Graph, layout and selection as shapes in world space, with roles instead of colours.
//!
//! Everything that a picture needs and that knows no browser: how a node looks ([`card`]), what lies where
//! ([`Scene`], [`index`]), what part of it is on screen and how closely ([`Camera`], [`Detail`]), and how it
//! becomes shapes ([`paint`]) or pixels ([`raster`]). The canvas of the browser and the SVG writer are two
//! [`paint::Surface`]s of the same scene, so that the picture on the screen and the picture in the ticket
//! cannot drift apart. A highlight is an [`Overlay`] beside the scene: it never rebuilds it.

pub mod camera;
pub mod card;
pub mod curve;
pub mod detail;
pub mod gesture;
pub mod group;
pub mod index;
pub mod ink;
pub mod look;
pub mod measure;
pub mod minimap;
pub mod note;
pub mod overlay;
pub mod paint;
pub mod raster;
pub mod reach;
pub mod step;
pub mod svg;
pub mod tiles;

mod build;

pub use build::{Link, Picked, Scene, Words};
pub use camera::Camera;
pub use card::{Card, Side, card_size};
pub use detail::Detail;
pub use group::Group;
pub use ink::{Ink, Palette};
pub use look::{Line, Outline, Reason, Role, Thread, Tone};
pub use overlay::Overlay;
