//! Drawn tiles: the memory of the painter.

use std::collections::BTreeMap;

use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement};

use crate::geometry::Rect;
use crate::scene::Camera;
use crate::scene::tiles::{Sheet, Tile};

use super::brush::{context_of, new_canvas};

/// The tiles of one sheet that have been drawn.
pub(super) struct Drawn {
    pub(super) sheet: Sheet,
    /// Which lighting is drawn into it; 0 for none.
    pub(super) lighting: u32,
    /// Whether it has once covered the screen; a lit sheet is held back until then.
    pub(super) shown: bool,
    tiles: BTreeMap<Tile, HtmlCanvasElement>,
}

impl Drawn {
    pub(super) fn new(sheet: Sheet, lighting: u32) -> Self {
        Self { sheet, lighting, shown: lighting == 0, tiles: BTreeMap::new() }
    }

    pub(super) fn has(&self, tile: Tile) -> bool {
        self.tiles.contains_key(&tile)
    }

    /// Whether no tile is missing in a part of the world.
    pub(super) fn covers(&self, world: Rect) -> bool {
        self.sheet.covering(world).iter().all(|tile| self.has(*tile))
    }

    pub(super) fn insert(&mut self, tile: Tile, canvas: HtmlCanvasElement) {
        self.tiles.insert(tile, canvas);
    }

    /// Copies all tiles that are on the screen.
    pub(super) fn copy_to(
        &self,
        context: &CanvasRenderingContext2d,
        camera: Camera,
        density: f32,
        screen: (u32, u32),
    ) {
        for (tile, canvas) in &self.tiles {
            let [left, top, right, bottom] = self.sheet.placed(*tile, camera, density);
            let outside = right <= 0 || bottom <= 0 || left >= screen.0 as i32 || top >= screen.1 as i32;
            if outside {
                continue;
            }
            let (x, y) = (f64::from(left), f64::from(top));
            let side = self.sheet.side as i32;
            let _ = if right - left == side && bottom - top == side {
                context.draw_image_with_html_canvas_element(canvas, x, y)
            } else {
                let (width, height) = (f64::from(right - left), f64::from(bottom - top));
                context.draw_image_with_html_canvas_element_and_dw_and_dh(canvas, x, y, width, height)
            };
        }
    }

    /// Gives back the tiles that are not among `kept`.
    fn forget(&mut self, kept: &[Tile], most: usize, spare: &mut Spare) {
        if self.tiles.len() <= most {
            return;
        }
        let far: Vec<Tile> = self.tiles.keys().filter(|tile| !kept.contains(tile)).copied().collect();
        for tile in far {
            spare.extend(self.tiles.remove(&tile));
        }
    }
}

/// Canvases that can be drawn on again.
#[derive(Default)]
pub(super) struct Spare {
    canvases: Vec<HtmlCanvasElement>,
}

/// Spare canvases kept for the next tile.
const MOST_SPARE: usize = 24;

impl Spare {
    fn extend(&mut self, canvases: impl IntoIterator<Item = HtmlCanvasElement>) {
        for canvas in canvases {
            if self.canvases.len() < MOST_SPARE {
                self.canvases.push(canvas);
            } else {
                release(&canvas);
            }
        }
    }

    /// A canvas of a size, used or new, with its context.
    pub(super) fn take(
        &mut self,
        document: &Document,
        side: u32,
    ) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
        let canvas = match self.canvases.pop().filter(|canvas| canvas.width() == side) {
            Some(canvas) => canvas,
            None => new_canvas(document, side, side)?,
        };
        let context = context_of(&canvas, true)?;
        Some((canvas, context))
    }
}

/// Gives the memory of a canvas back at once, where a browser would keep it until it next collects.
pub(super) fn release(canvas: &HtmlCanvasElement) {
    canvas.set_width(0);
    canvas.set_height(0);
}

/// All sheets, oldest first; the last one is the one being drawn.
#[derive(Default)]
pub(super) struct Sheets {
    all: Vec<Drawn>,
    pub(super) spare: Spare,
}

/// Sheets kept: the one being drawn, and what is shown until it is.
const MOST_SHEETS: usize = 3;

impl Sheets {
    /// Makes the sheet of a scale and a lighting the current one.
    pub(super) fn choose(&mut self, sheet: Sheet, lighting: u32) {
        let same = |drawn: &Drawn| {
            drawn.lighting == lighting
                && drawn.sheet.side == sheet.side
                && (drawn.sheet.scale / sheet.scale - 1.0).abs() < 1e-5
        };
        match self.all.iter().position(same) {
            Some(place) => {
                let chosen = self.all.remove(place);
                self.all.push(chosen);
            }
            None => self.all.push(Drawn::new(sheet, lighting)),
        }
        while self.all.len() > MOST_SHEETS {
            let oldest = self.all.remove(0);
            self.spare.extend(oldest.tiles.into_values());
        }
    }

    pub(super) fn current(&mut self) -> Option<&mut Drawn> {
        self.all.last_mut()
    }

    /// The sheet to show where the current one has holes: the newest that has none in `world`, else the newest
    /// that has anything; and whether it has none. Its lighting is that of the current one, or none.
    pub(super) fn stand_in(&self, world: Rect) -> Option<(&Drawn, bool)> {
        let (current, others) = self.all.split_last()?;
        let fits =
            |drawn: &&Drawn| drawn.shown && (drawn.lighting == 0 || drawn.lighting == current.lighting);
        let whole = others.iter().rev().filter(fits).find(|drawn| drawn.covers(world));
        let any = || others.iter().rev().filter(fits).find(|drawn| !drawn.tiles.is_empty());
        whole.map(|drawn| (drawn, true)).or_else(|| any().map(|drawn| (drawn, false)))
    }

    /// Forgets what is far from the screen, if there is much of it.
    pub(super) fn trim(&mut self, kept: &[Tile]) {
        let most = kept.len() * 3 + 16;
        if let Some(current) = self.all.last_mut() {
            current.forget(kept, most, &mut self.spare);
        }
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        for drawn in self.all.drain(..) {
            self.spare.extend(drawn.tiles.into_values());
        }
    }
}

impl Drop for Sheets {
    fn drop(&mut self) {
        self.clear();
        self.spare.canvases.iter().for_each(release);
    }
}
