//! A frame around nodes that stand together, with its title: what they have in common, and how many they are.
//!
//! Guarantee: a title can be read at every scale, as far as its frame has room for it on the screen.

use crate::geometry::{Point, Rect, Size};

use super::ink::Ink;
use super::measure::{Face, Measure, cut};
use super::paint::{Anchor, Path, Pen, Run, Surface, View, depth};

/// Nodes that stand together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Around them, in the world.
    pub frame: Rect,
    /// How high the room for the title is, at the top of the frame.
    pub head: f32,
    /// What they have in common.
    pub name: String,
    /// How many they are.
    pub count: u32,
}

/// Letters of a title are never smaller, in pixels of the screen.
const SMALLEST: f32 = 10.5;
/// Nor larger, however close one looks.
const LARGEST: f32 = 20.0;
/// The height of a title as a share of the room for it.
const SHARE: f32 = 0.62;
/// A frame that is lower than so many letters is too low for a title.
const LOWEST: f32 = 1.2;
/// Room before a title, and between name and count, in letters.
const GAP: f32 = 0.5;
/// Titles wish for at most so much room on the screen, in pixels: longer ones are cut.
const LONGEST: f32 = 120.0;

/// The room that a title wishes for on the screen.
pub fn title_size(name: &str, count: u32, measure: &impl Measure) -> Size {
    let share = SMALLEST / Face::Name.size();
    let width = measure.width(name, Face::Name) + measure.width(&count.to_string(), Face::Name);
    // Fonts differ a little from the table.
    let width = 1.08 * width * share + 3.0 * GAP * SMALLEST;
    Size { width: width.min(LONGEST), height: SMALLEST / SHARE }
}

/// Draws the frame and its title; `is_written` for a picture that is seen from whatever distance it fits from.
pub fn draw(group: &Group, view: View, is_written: bool, measure: &impl Measure, surface: &mut impl Surface) {
    let frame = view.to_surface.apply_rect(group.frame);
    let outline = Path::rounded(frame, [(8.0 * view.to_surface.scale).max(2.0 * view.density); 4]);
    surface.stroke(depth::EDGE, &outline, Pen::solid(Ink::CardBorder, view.density));
    let head = group.head * view.to_surface.scale;
    let largest = if is_written { f32::INFINITY } else { LARGEST * view.density };
    let size = (head * SHARE).min(largest).max(SMALLEST * view.density);
    if frame.height() < LOWEST * size || frame.width() < 2.0 * size {
        return;
    }
    let face = Face::Name;
    let count = group.count.to_string();
    let wide = (measure.width(&group.name, face) + measure.width(&count, face)) / face.size() + 3.0 * GAP;
    let size = size.min((frame.width() / wide).max(SMALLEST * view.density));
    let zoom = size / face.size();
    let base = frame.min.y + (head / 2.0).max(0.6 * size) + 0.36 * size;
    let left = frame.min.x + GAP * size;
    let taken = measure.width(&count, face) * zoom + 2.0 * GAP * size;
    let room = (frame.max.x - left - taken).max(0.0);
    let short = cut(&group.name, room / zoom, face, measure);
    let name = short.as_deref().unwrap_or(&group.name);
    // Edges that pass below would make it hard to read.
    let width = measure.width(name, face) * zoom;
    let ground = Rect {
        min: Point::new(left - 0.25 * size, base - 0.95 * size),
        max: Point::new((left + width + taken).min(frame.max.x - view.density), base + 0.3 * size),
    };
    surface.fill(depth::STACK, &Path::rect(ground), Ink::Canvas);
    let run = |x: f32, ink: Ink| Run { at: Point::new(x, base), face, size, ink, anchor: Anchor::Start };
    surface.text(name, run(left, Ink::Text));
    surface.text(&count, run(left + width + GAP * size, Ink::Muted));
}
