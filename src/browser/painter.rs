//! The painter: puts a scene on two canvases, and works only while something changes.
//!
//! What is drawn once is copied afterwards. The world is drawn in tiles at the scale of the screen; a pan
//! copies them and draws the newly shown ones; a zoom shows them scaled at once and draws sharp ones when it
//! comes to rest. Below all tiles lies one small picture of the whole world, so that there is never a hole.
//! Each frame draws for a few milliseconds at most and leaves the rest to the next one. What is hovered and
//! selected lies on a second canvas, so that a hover repaints nothing of the first.

use std::rc::Rc;

use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement};

use crate::geometry::{Point, Rect, Transform};
use crate::scene::group;
use crate::scene::minimap::view_of;
use crate::scene::paint::{self, Batches, View};
use crate::scene::raster::{self, Colors, Drawing, Raster, VEIL};
use crate::scene::reach::Reach;
use crate::scene::tiles::{Sheet, Tile, device_size, ladder_scale, snapped, tile_side};
use crate::scene::{Camera, Detail, Ink, Overlay, Palette, Role, Scene};

use super::brush::{Brush, Fonts, context_of, new_canvas, put};
use super::frame::Frame;
use super::measure::{Moment, measure};
use super::sheet::{Sheets, release};

/// Milliseconds for drawing tiles in a frame while the picture moves.
const MOVING_MILLIS: f64 = 3.5;
/// The same while it rests.
const RESTING_MILLIS: f64 = 9.0;
/// The same in the first frame of a scene.
const FIRST_MILLIS: f64 = 28.0;
/// Milliseconds without a change of the camera after which the picture is at rest.
const REST_AFTER_MILLIS: f64 = 110.0;
/// Edges looked at between two looks at the clock.
const EDGES_AT_ONCE: u32 = 4_000;
/// Up to so many lit things are drawn afresh in each frame; more are drawn into tiles.
pub(super) const MOST_LIVE: usize = 600;

/// The two canvases.
pub(super) struct Surfaces {
    pub(super) base: HtmlCanvasElement,
    pub(super) base_context: CanvasRenderingContext2d,
    pub(super) overlay: HtmlCanvasElement,
    pub(super) overlay_context: CanvasRenderingContext2d,
    /// Whether the overlay has something on it.
    pub(super) overlay_used: bool,
}

impl Surfaces {
    /// Gives both canvases a size in device pixels; clears them if it is another one.
    fn resize(&self, size: (u32, u32)) {
        for canvas in [&self.base, &self.overlay] {
            if (canvas.width(), canvas.height()) != size {
                canvas.set_width(size.0);
                canvas.set_height(size.1);
            }
        }
    }

    /// A canvas with nothing on it is taken off the screen: then it need not be put together with the other.
    fn show_overlay(&mut self, used: bool) {
        if self.overlay_used != used {
            self.overlay_used = used;
            let _ = self.overlay.style().set_property("visibility", if used { "visible" } else { "hidden" });
        }
    }
}

/// The whole world, small.
pub(super) struct Overview {
    canvas: HtmlCanvasElement,
    camera: Camera,
}

/// The time that a frame may take.
#[derive(Clone, Copy)]
struct Clock {
    begin: Moment,
    budget: f64,
}

impl Clock {
    fn is_over(self) -> bool {
        self.begin.elapsed_millis() >= self.budget
    }
}

pub(super) struct Painter {
    pub(super) document: Document,
    pub(super) surfaces: Surfaces,
    pub(super) frame: Frame,
    pub(super) scene: Rc<Scene>,
    pub(super) lit: Rc<Overlay>,
    pub(super) hover: Rc<Overlay>,
    /// Which lighting tiles are drawn with; 0 for none.
    pub(super) lighting: u32,
    /// How many lightings there have been.
    pub(super) lightings: u32,
    pub(super) camera: Camera,
    pub(super) density: f32,
    pub(super) palette: Palette,
    pub(super) colors: Colors,
    pub(super) fonts: Fonts,
    pub(super) overview: Option<Overview>,
    pub(super) sheets: Sheets,
    /// Which edges lie in which tile of the current sheet.
    pub(super) reach: Option<Reach>,
    /// Room for drawing one tile.
    pub(super) raster: Raster,
    pub(super) batches: Batches,
    pub(super) moved_at: Option<Moment>,
    pub(super) zoomed_at: Option<Moment>,
    /// Since when a scene waits for its first frame.
    pub(super) fresh: Option<Moment>,
}

impl Painter {
    pub(super) fn new(document: Document, surfaces: Surfaces, frame: Frame) -> Self {
        let palette = Palette::light();
        let fonts = Fonts::new("sans-serif", &surfaces.overlay_context);
        let density = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio() as f32);
        Self {
            document,
            surfaces,
            frame,
            scene: Rc::default(),
            lit: Rc::default(),
            hover: Rc::default(),
            lighting: 0,
            lightings: 0,
            camera: Camera::default(),
            density,
            colors: Colors::from(&palette),
            palette,
            fonts,
            overview: None,
            sheets: Sheets::default(),
            reach: None,
            raster: Raster::default(),
            batches: Batches::default(),
            moved_at: None,
            zoomed_at: None,
            fresh: None,
        }
    }

    /// Forgets every drawn pixel.
    pub(super) fn forget(&mut self) {
        self.sheets.clear();
        self.reach = None;
        if let Some(overview) = self.overview.take() {
            release(&overview.canvas);
        }
        self.frame.request();
    }

    /// One frame.
    pub(super) fn paint(&mut self, _now: f64) {
        let begin = Moment::now();
        let camera = snapped(self.camera, self.density);
        self.surfaces.resize(device_size(camera.view, self.density));
        if self.overview.is_none() {
            self.draw_overview();
        }
        let zooming = since(self.zoomed_at) < REST_AFTER_MILLIS;
        let moving = zooming || since(self.moved_at) < REST_AFTER_MILLIS;
        let exact = camera.scale * self.density;
        let scale = if zooming && self.fresh.is_none() { ladder_scale(exact) } else { exact };
        let sheet = Sheet { scale, side: tile_side(self.density) };
        self.sheets.choose(sheet, self.lighting);
        let budget = match (self.fresh, moving) {
            (Some(_), _) => FIRST_MILLIS,
            (None, true) => MOVING_MILLIS,
            (None, false) => RESTING_MILLIS,
        };
        let clock = Clock { begin, budget };
        let wanted = sheet.covering(camera.visible());
        let complete = self.draw_missing(sheet, &wanted, clock);
        if let Some(current) = self.sheets.current() {
            current.shown |= complete;
        }
        self.compose(camera, complete);
        self.paint_overlay(camera);
        // While nothing else is to be done, the tiles around the screen are drawn too.
        let around = sheet.covering(camera.visible().grown(sheet.side as f32 / sheet.scale));
        let ahead = complete && !moving && self.fresh.is_none() && self.draw_missing(sheet, &around, clock);
        self.sheets.trim(&around);
        if !ahead {
            self.frame.request();
        }
        if let Some(start) = self.fresh.take() {
            let (nodes, edges) = (f64::from(self.scene.node_count()), f64::from(self.scene.edge_count_all()));
            measure("atlas:paint", start, &[("nodes", nodes), ("edges", edges)]);
        }
    }

    /// Draws the missing tiles of the current sheet until the time is used up; says whether none is missing
    /// any more.
    fn draw_missing(&mut self, sheet: Sheet, wanted: &[Tile], clock: Clock) -> bool {
        let Some(current) = self.sheets.current() else { return true };
        let missing: Vec<Tile> = wanted.iter().filter(|tile| !current.has(**tile)).copied().collect();
        if missing.is_empty() {
            return true;
        }
        if !self.find_edges(sheet, &missing, clock) {
            return false;
        }
        let mut drawn = 0;
        for tile in &missing {
            if drawn > 0 && clock.is_over() {
                break;
            }
            if let Some(canvas) = self.draw_tile(sheet, *tile)
                && let Some(current) = self.sheets.current()
            {
                current.insert(*tile, canvas);
            }
            drawn += 1;
        }
        drawn == missing.len()
    }

    /// Finds the edges of the missing tiles, as far as the time allows; says whether all are found.
    fn find_edges(&mut self, sheet: Sheet, missing: &[Tile], clock: Clock) -> bool {
        let known = self.reach.take().filter(|reach| missing.iter().all(|tile| reach.covers(sheet, *tile)));
        let mut reach = known.unwrap_or_else(|| {
            let visible = self.camera.visible();
            let ahead = 1.5 * sheet.side as f32 / sheet.scale + visible.width() / 4.0;
            Reach::new(&self.scene, sheet, visible.grown(ahead), self.density)
        });
        while !reach.is_done(&self.scene) && !clock.is_over() {
            reach.advance(&self.scene, EDGES_AT_ONCE);
        }
        let done = reach.is_done(&self.scene);
        self.reach = Some(reach);
        done
    }

    fn draw_tile(&mut self, sheet: Sheet, tile: Tile) -> Option<HtmlCanvasElement> {
        let (canvas, context) = self.sheets.spare.take(&self.document, sheet.side)?;
        if self.raster.width() != sheet.side {
            self.raster = Raster::new(sheet.side, sheet.side);
        }
        let view = View { to_surface: sheet.tile_from_world(tile), density: self.density };
        let lit = (self.lighting > 0).then(|| Rc::clone(&self.lit));
        let reach = self.reach.as_ref().map(|reach| (reach, tile));
        let drawing = Drawing { view, colors: &self.colors, overlay: lit.as_deref(), reach };
        raster::draw(&self.scene, drawing, &mut self.raster);
        put(&self.raster, &context);
        if view.detail() >= Detail::Labels {
            self.draw_cards(&context, view, sheet, tile, lit.as_deref());
        }
        if !self.scene.groups().is_empty() {
            self.draw_groups(&context, view, sheet.world(tile));
        }
        Some(canvas)
    }

    /// Draws the frames and titles of groups, at every level of detail.
    fn draw_groups(&mut self, context: &CanvasRenderingContext2d, view: View, world: Rect) {
        let scene = Rc::clone(&self.scene);
        for one in scene.groups().iter().filter(|one| one.frame.meets(world)) {
            group::draw(one, view, false, &self.fonts, &mut self.batches);
        }
        let mut brush = Brush::new(context, &self.palette, &self.fonts);
        self.batches.flush(&mut brush);
    }

    /// Draws the cards and arrow heads of a tile.
    fn draw_cards(
        &mut self,
        context: &CanvasRenderingContext2d,
        view: View,
        sheet: Sheet,
        tile: Tile,
        lit: Option<&Overlay>,
    ) {
        let reach = 24.0 * view.density / view.to_surface.scale;
        let world = sheet.world(tile).grown(reach);
        let scene = Rc::clone(&self.scene);
        let dims = lit.is_some_and(Overlay::dims);
        let mut ending: Vec<u32> = Vec::new();
        if let Some(reach) = &self.reach {
            reach.edges(tile, |edge| ending.extend(paint::ends_in(&scene, edge, world).then_some(edge)));
        }
        let mut brush = Brush::new(context, &self.palette, &self.fonts);
        let role_of_edge = |edge| lit.and_then(|lit| lit.edge(edge));
        let role_of_node = |node| lit.and_then(|lit| lit.node(node));
        for shining in [false, true] {
            let opacity = if dims && !shining { f64::from(1.0 - VEIL) } else { 1.0 };
            context.set_global_alpha(opacity);
            for &edge in &ending {
                let role = role_of_edge(edge);
                if role.is_some() == shining {
                    let ink = role.map_or(scene.edge_look(edge).ink(), Role::ink);
                    paint::edge_ends(&scene, edge, ink, paint::depth::HEAD, view, &mut self.batches);
                }
            }
            scene.nodes_in(world, |node| {
                let role = role_of_node(node);
                if role.is_some() == shining {
                    paint::node(&scene, node, role, view, &self.fonts, &mut self.batches);
                }
            });
            self.batches.flush(&mut brush);
        }
        context.set_global_alpha(1.0);
    }

    /// Draws the whole world once, at the size of the screen in CSS pixels.
    fn draw_overview(&mut self) {
        let view = self.camera.view;
        if self.scene.node_count() == 0 || view.width < 2.0 || view.height < 2.0 {
            return;
        }
        let camera = Camera::fitted(self.scene.bounds(), view, 0.0);
        let (width, height) = device_size(view, 1.0);
        let mut raster = Raster::new(width, height);
        let drawing =
            Drawing { view: view_of(camera, 1.0), colors: &self.colors, overlay: None, reach: None };
        raster::draw(&self.scene, drawing, &mut raster);
        let Some(canvas) = new_canvas(&self.document, width, height) else { return };
        if let Some(context) = context_of(&canvas, true) {
            put(&raster, &context);
        }
        self.overview = Some(Overview { canvas, camera });
    }

    /// Puts the picture together from what is drawn.
    fn compose(&mut self, camera: Camera, complete: bool) {
        let screen = device_size(camera.view, self.density);
        let context = self.surfaces.base_context.clone();
        let shown = self.sheets.current().is_some_and(|current| current.shown);
        if !(complete && shown) {
            let stand_in = self.sheets.stand_in(camera.visible());
            if stand_in.is_none_or(|(_, whole)| !whole) {
                self.fill(&context, screen, 1.0);
                self.copy_overview(&context, camera);
            }
            if let Some((drawn, _)) = stand_in {
                drawn.copy_to(&context, camera, self.density, screen);
            }
            if shown && self.lighting > 0 && self.lit.dims() {
                self.fill(&context, screen, f64::from(VEIL));
            }
        }
        let density = self.density;
        if shown && let Some(current) = self.sheets.current() {
            current.copy_to(&context, camera, density, screen);
        }
    }

    fn fill(&self, context: &CanvasRenderingContext2d, screen: (u32, u32), opacity: f64) {
        context.set_global_alpha(opacity);
        context.set_fill_style_str(self.palette.color(Ink::Canvas));
        context.fill_rect(0.0, 0.0, f64::from(screen.0), f64::from(screen.1));
        context.set_global_alpha(1.0);
    }

    fn copy_overview(&self, context: &CanvasRenderingContext2d, camera: Camera) {
        let Some(overview) = &self.overview else { return };
        let place = camera.screen_from_world().apply_rect(overview.camera.visible());
        let pixels = |length: f32| f64::from(length * self.density);
        let _ = context.draw_image_with_html_canvas_element_and_dw_and_dh(
            &overview.canvas,
            pixels(place.min.x),
            pixels(place.min.y),
            pixels(place.width()),
            pixels(place.height()),
        );
    }

    /// Draws what is lit and is not in the tiles.
    fn paint_overlay(&mut self, camera: Camera) {
        let lit_in_tiles =
            self.lighting > 0 && self.sheets.current().is_some_and(|drawn| drawn.lighting > 0 && drawn.shown);
        let live = if lit_in_tiles { Rc::default() } else { Rc::clone(&self.lit) };
        let hover = Rc::clone(&self.hover);
        let used = !(live.is_empty() && hover.is_empty()) || live.dims();
        self.surfaces.show_overlay(used);
        if !used {
            return;
        }
        let (width, height) = device_size(camera.view, self.density);
        let context = self.surfaces.overlay_context.clone();
        context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        if live.dims() {
            self.fill(&context, (width, height), f64::from(VEIL));
        }
        let view = device_view(camera, self.density);
        for overlay in [&live, &hover] {
            self.paint_lit(&context, view, camera.visible(), overlay);
        }
    }

    /// Draws the lit things that are on the screen, strongest last, not more than a frame can bear.
    fn paint_lit(
        &mut self,
        context: &CanvasRenderingContext2d,
        view: View,
        visible: Rect,
        overlay: &Overlay,
    ) {
        let scene = Rc::clone(&self.scene);
        let mut brush = Brush::new(context, &self.palette, &self.fonts);
        let edges = strongest(overlay.edges(), |edge| {
            edge < scene.edge_count_all() && scene.edge_bounds(edge).meets(visible)
        });
        for (edge, role) in edges {
            paint::edge(&scene, edge, Some(role), view, &mut self.batches);
        }
        let nodes = strongest(overlay.nodes(), |node| {
            node < scene.node_count() && scene.node_rect(node).meets(visible)
        });
        for (node, role) in nodes {
            paint::node(&scene, node, Some(role), view, &self.fonts, &mut self.batches);
        }
        self.batches.flush(&mut brush);
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        if let Some(overview) = &self.overview {
            release(&overview.canvas);
        }
        release(&self.surfaces.base);
        release(&self.surfaces.overlay);
    }
}

/// The lit things on the screen: all, or the strongest if there are very many.
fn strongest(lit: &[(u32, Role)], on_screen: impl Fn(u32) -> bool) -> Vec<(u32, Role)> {
    let mut shown: Vec<(u32, Role)> = lit.iter().copied().filter(|(thing, _)| on_screen(*thing)).collect();
    if shown.len() > MOST_LIVE {
        shown.sort_by_key(|(_, role)| std::cmp::Reverse(*role));
        shown.truncate(MOST_LIVE);
    }
    shown
}

/// From the world to the device pixels of the screen.
fn device_view(camera: Camera, density: f32) -> View {
    let css = camera.screen_from_world();
    let shift = Point::new((css.shift.x * density).round(), (css.shift.y * density).round());
    View { to_surface: Transform { scale: css.scale * density, shift }, density }
}

fn since(moment: Option<Moment>) -> f64 {
    moment.map_or(f64::INFINITY, Moment::elapsed_millis)
}
