//! The graph's picture as the views know it: two canvases, what they show, and what lies under a point.
//!
//! How and when it is painted is the business of [`super::painter`] alone.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use web_sys::{Element, HtmlCanvasElement};

use crate::geometry::{Point, Rect, Size};
use crate::scene::raster::Colors;
use crate::scene::{Camera, Detail, Overlay, Palette, Picked, Role, Scene, Side};

use super::brush::{Fonts, context_of};
use super::frame::Frame;
use super::measure::Moment;
use super::painter::{MOST_LIVE, Painter, Surfaces};

/// Screen pixels around a point in which an edge is picked.
const PICK_PIXELS: f32 = 6.0;
/// How far beside a mark of hidden neighbours one may press, in pixels.
const MARK_PIXELS: f32 = 3.0;

/// A picture on the screen. Dropping it stops its frames and frees its memory.
pub struct GraphCanvas {
    painter: Rc<RefCell<Painter>>,
}

impl GraphCanvas {
    /// A painter for two canvases of one size and place: `base` for the picture, and above it `overlay`, which
    /// lets pointers through. Nothing if the browser gives no 2D context.
    pub fn new(base: HtmlCanvasElement, overlay: HtmlCanvasElement) -> Option<Self> {
        let document = base.owner_document()?;
        let surfaces = Surfaces {
            base_context: context_of(&base, true)?,
            overlay_context: context_of(&overlay, false)?,
            base,
            overlay,
            overlay_used: true,
        };
        let painter = Rc::new_cyclic(|weak: &Weak<RefCell<Painter>>| {
            let weak = weak.clone();
            let frame = Frame::new(move |now| {
                if let Some(painter) = weak.upgrade() {
                    painter.borrow_mut().paint(now);
                }
            });
            RefCell::new(Painter::new(document, surfaces, frame))
        });
        Some(Self { painter })
    }

    /// Shows another scene, from the next frame on; nothing is lit in it yet.
    pub fn set_scene(&self, scene: Rc<Scene>) {
        let mut painter = self.painter.borrow_mut();
        painter.scene = scene;
        painter.lit = Rc::default();
        painter.hover = Rc::default();
        painter.lighting = 0;
        painter.fresh = Some(Moment::now());
        painter.forget();
    }

    /// Lights nodes and edges.
    pub fn set_overlay(&self, lit: Rc<Overlay>) {
        let mut painter = self.painter.borrow_mut();
        if painter.lit == lit {
            return;
        }
        painter.lightings += 1;
        painter.lighting = if lit.len() > MOST_LIVE { painter.lightings } else { 0 };
        painter.lit = lit;
        painter.frame.request();
    }

    /// Lights what is below the pointer, with what it is tied to.
    pub fn set_hover(&self, hovered: Option<Picked>) {
        let mut painter = self.painter.borrow_mut();
        let hover = match hovered {
            Some(Picked::Node(node)) => Overlay::around(&painter.scene, node, Role::Hover, false),
            Some(Picked::Edge(edge)) => Overlay::new([], [(edge, Role::Hover)], false),
            None => Overlay::default(),
        };
        if *painter.hover != hover {
            painter.hover = Rc::new(hover);
            painter.frame.request();
        }
    }

    /// Moves the view; its size is the size of the canvases in CSS pixels.
    pub fn set_camera(&self, camera: Camera) {
        let mut painter = self.painter.borrow_mut();
        if painter.camera != camera {
            if (painter.camera.scale / camera.scale - 1.0).abs() > 1e-5 {
                painter.zoomed_at = Some(Moment::now());
            }
            painter.moved_at = Some(Moment::now());
            painter.camera = camera;
            painter.frame.request();
        }
    }

    /// Takes other colours and fonts, after a change of theme.
    pub fn set_palette(&self, palette: Palette, font_families: &str) {
        let mut painter = self.painter.borrow_mut();
        painter.colors = Colors::from(&palette);
        painter.palette = palette;
        painter.fonts = Fonts::new(font_families, &painter.surfaces.overlay_context);
        painter.forget();
    }

    /// The colours that it draws with.
    pub fn palette(&self) -> Palette {
        self.painter.borrow().palette.clone()
    }

    /// Device pixels for each CSS pixel; to be set when the window goes to another screen or zooms.
    pub fn set_density(&self, density: f32) {
        let mut painter = self.painter.borrow_mut();
        let density = density.clamp(0.5, 4.0);
        if (painter.density - density).abs() > 1e-3 {
            painter.density = density;
            painter.forget();
        }
    }

    /// What lies below a point of the screen, in CSS pixels of the canvas.
    pub fn pick(&self, screen: Point) -> Option<Picked> {
        let painter = self.painter.borrow();
        let camera = painter.camera;
        painter.scene.pick(camera.to_world(screen), PICK_PIXELS / camera.scale)
    }

    /// The mark of hidden neighbours below a point of the screen, where such marks are drawn.
    pub fn mark_at(&self, screen: Point) -> Option<(u32, Side)> {
        let painter = self.painter.borrow();
        let camera = painter.camera;
        if Detail::at(camera.scale) != Detail::Cards {
            return None;
        }
        painter.scene.mark_at(camera.to_world(screen), MARK_PIXELS / camera.scale, &painter.fonts)
    }

    /// The nodes that meet a rectangle of the screen, sorted.
    pub fn pick_all(&self, screen: Rect) -> Vec<u32> {
        let painter = self.painter.borrow();
        let world = painter.camera.screen_from_world().inverse().apply_rect(screen);
        let mut nodes = Vec::new();
        painter.scene.nodes_in(world, |node| nodes.push(node));
        nodes.sort_unstable();
        nodes
    }

    /// The camera as it was set last.
    pub fn camera(&self) -> Camera {
        self.painter.borrow().camera
    }
}

/// The size of an element's content box in CSS pixels.
pub fn size_of(canvas: &HtmlCanvasElement) -> Size {
    Size { width: canvas.client_width() as f32, height: canvas.client_height() as f32 }
}

/// Where an element begins, counted from the upper left corner of another, in CSS pixels.
pub fn origin_in(outer: &Element, inner: &Element) -> Point {
    let (outer, inner) = (outer.get_bounding_client_rect(), inner.get_bounding_client_rect());
    Point::new((inner.left() - outer.left()) as f32, (inner.top() - outer.top()) as f32)
}
