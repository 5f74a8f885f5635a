//! The picture: how nodes look, where they are found, how the screen moves over them, and what is written.

#[path = "scene/bench.rs"]
mod bench;
#[path = "scene/camera.rs"]
mod camera;
#[path = "scene/card.rs"]
mod card;
#[path = "scene/find.rs"]
mod find;
#[path = "scene/gesture.rs"]
mod gesture;
#[path = "scene/raster.rs"]
mod raster;
#[path = "scene/reach.rs"]
mod reach;
#[path = "scene/step.rs"]
mod step;
#[path = "scene/svg.rs"]
mod svg;
