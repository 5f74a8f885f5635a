//! The scene as pixels, drawn without a browser: what a hundred thousand nodes look like from afar.
//!
//! A 2D canvas needs microseconds for each line; here a line is a run of additions. Edges are not painted
//! over one another but *counted* for each pixel, and the count becomes a shade at the end (as in
//! "splatting" of densities; Zinsmaier et al., "Interactive Level-of-Detail Rendering of Large Graphs", IEEE
//! TVCG 2012): one edge is as visible as it should be, ten thousand do not end as a flat black, and the
//! order of drawing means nothing. Lines are antialiased by exact coverage along their minor axis.

use crate::geometry::{Point, Rect};

use super::ink::{Ink, Palette, Rgb};
use super::look::Tone;

mod drawing;

pub use drawing::{Drawing, draw};

/// The count that one edge adds to a pixel which it covers wholly.
const WHOLE: i32 = 64;

/// Pixels beside the picture in which lines may be counted too, so that counting need not look for the border.
const PAD: u32 = 20;

/// Lines end at most this far from the picture.
const CLIP: f32 = 4.0;

/// The widest line, in pixels: slanted, with its end in the margin, it still lies in the pad.
const WIDEST: f32 = 10.0;

/// Counts below this many edges for a pixel are told apart.
const MOST_EDGES: f32 = 256.0;

/// How much of what is not lit is covered by the ground while something is lit.
pub const VEIL: f32 = 0.72;

/// The colours of a palette as numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colors {
    values: Vec<Rgb>,
}

impl From<&Palette> for Colors {
    fn from(palette: &Palette) -> Self {
        Self { values: Ink::ALL.map(|ink| palette.rgb(ink)).into() }
    }
}

impl Colors {
    fn get(&self, ink: Ink) -> Rgb {
        self.values[ink as usize]
    }
}

/// A picture in memory, and what is needed to draw it.
#[derive(Clone, Debug, Default)]
pub struct Raster {
    width: u32,
    height: u32,
    /// Red, green, blue and alpha of each pixel, row by row.
    pixels: Vec<u8>,
    /// How many edges cover each pixel, in parts of [`WHOLE`], with [`PAD`] more on every side.
    counts: Vec<u16>,
    /// The rows in which something is counted.
    counted: std::ops::Range<u32>,
    shades: Vec<Shades>,
    edges: Vec<(Ink, u32)>,
    nodes: Vec<(Tone, u32)>,
}

impl Raster {
    /// A raster of a size in device pixels.
    pub fn new(width: u32, height: u32) -> Self {
        let pixels = vec![255; (width * height * 4) as usize];
        let counts = vec![0; ((width + 2 * PAD) * (height + 2 * PAD)) as usize];
        Self { width, height, pixels, counts, ..Self::default() }
    }

    /// Device pixels from left to right.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Device pixels from top to bottom.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Red, green, blue and alpha of each pixel, row by row; alpha is 255.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Makes every pixel the same.
    pub fn clear(&mut self, color: Rgb) {
        let [red, green, blue] = color;
        for pixel in self.pixels.chunks_exact_mut(4) {
            pixel.copy_from_slice(&[red, green, blue, 255]);
        }
    }

    /// Mixes every pixel with a colour; `share` from 0 to 1 is that of the colour.
    pub fn veil(&mut self, color: Rgb, share: f32) {
        let share = (share * 256.0) as i32;
        for pixel in self.pixels.chunks_exact_mut(4) {
            mix(pixel, color, share);
        }
    }

    /// Fills a rectangle; its borders may fall between pixels.
    pub fn rect(&mut self, rect: Rect, color: Rgb, share: f32) {
        let (left, right) = (rect.min.x.max(0.0), rect.max.x.min(self.width as f32));
        let (top, bottom) = (rect.min.y.max(0.0), rect.max.y.min(self.height as f32));
        if left >= right || top >= bottom {
            return;
        }
        let overlap =
            |place: u32, low: f32, high: f32| (high.min(place as f32 + 1.0) - low.max(place as f32)).max(0.0);
        for row in top as u32..(bottom.ceil() as u32).min(self.height) {
            let down = overlap(row, top, bottom) * share * 256.0;
            for column in left as u32..(right.ceil() as u32).min(self.width) {
                let place = ((row * self.width + column) * 4) as usize;
                let strength = (down * overlap(column, left, right)) as i32;
                mix(&mut self.pixels[place..place + 4], color, strength);
            }
        }
    }

    /// Counts a straight line, given in pixels, as `weight` lines.
    pub fn count_line(&mut self, from: Point, to: Point, width: f32, weight: u32) {
        let Some((from, to)) = self.clipped(from, to) else { return };
        let whole = WHOLE * weight.min(256) as i32;
        let width = width.min(WIDEST);
        self.note_rows(from.y.min(to.y) - width, from.y.max(to.y) + width);
        let stride = (self.width + 2 * PAD) as usize;
        let (across, down) = ((to.x - from.x).abs(), (to.y - from.y).abs());
        let pad = PAD as f32;
        if across >= down {
            let (one, two) = if from.x <= to.x { (from, to) } else { (to, from) };
            let strip = Strip { major: 1, minor: stride, whole };
            strip.count(&mut self.counts, (one.x + pad, one.y + pad), (two.x + pad, two.y + pad), width);
        } else {
            let (one, two) = if from.y <= to.y { (from, to) } else { (to, from) };
            let strip = Strip { major: stride, minor: 1, whole };
            strip.count(&mut self.counts, (one.y + pad, one.x + pad), (two.y + pad, two.x + pad), width);
        }
    }

    fn note_rows(&mut self, top: f32, bottom: f32) {
        let row = |value: f32| ((value + PAD as f32).max(0.0) as u32).min(self.height + 2 * PAD);
        let (first, end) = (row(top), row(bottom + 2.0));
        self.counted = if self.counted.is_empty() {
            first..end
        } else {
            self.counted.start.min(first)..self.counted.end.max(end)
        };
    }

    /// Turns the counts into shades of a colour over the pixels, and forgets them. `cover` is how much one edge
    /// covers, and how much any number of them, from 0 to 1.
    pub fn shade(&mut self, color: Rgb, cover: (f32, f32)) {
        let rows = std::mem::take(&mut self.counted);
        let place = self.shades_for(cover);
        let shades = &self.shades[place];
        let (stride, left) = ((self.width + 2 * PAD) as usize, PAD as usize);
        for row in rows {
            let counts = &mut self.counts[row as usize * stride..][..stride];
            if row >= PAD && row < self.height + PAD {
                let line = (row - PAD) as usize * self.width as usize * 4;
                let pixels = self.pixels[line..][..self.width as usize * 4].chunks_exact_mut(4);
                for (pixel, count) in pixels.zip(&counts[left..]) {
                    if *count > 0 {
                        mix(pixel, color, shades.of(*count));
                    }
                }
            }
            counts.fill(0);
        }
    }

    /// The place of the shades of a cover; the few that are in use are kept.
    fn shades_for(&mut self, cover: (f32, f32)) -> usize {
        let cover = (thousandths(cover.0), thousandths(cover.1));
        if let Some(place) = self.shades.iter().position(|shades| shades.cover == cover) {
            return place;
        }
        if self.shades.len() >= 6 {
            self.shades.clear();
        }
        self.shades.push(Shades::new(cover));
        self.shades.len() - 1
    }

    /// The part of a line that may touch the raster (Liang and Barsky, "A New Concept and Method for Line
    /// Clipping", ACM TOG 3, 1984).
    fn clipped(&self, from: Point, to: Point) -> Option<(Point, Point)> {
        let (x, y) = (to.x - from.x, to.y - from.y);
        let (mut enter, mut leave) = (0.0_f32, 1.0_f32);
        let right = self.width as f32 + CLIP;
        let bottom = self.height as f32 + CLIP;
        // Not a number is nowhere.
        if !(x.is_finite() && y.is_finite()) {
            return None;
        }
        for (way, room) in
            [(-x, from.x + CLIP), (x, right - from.x), (-y, from.y + CLIP), (y, bottom - from.y)]
        {
            if way == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if way < 0.0 {
                enter = enter.max(room / way);
            } else {
                leave = leave.min(room / way);
            }
        }
        let at = |share: f32| Point::new(from.x + x * share, from.y + y * share);
        (enter <= leave).then(|| {
            let start = if enter > 0.0 { at(enter) } else { from };
            (start, if leave < 1.0 { at(leave) } else { to })
        })
    }
}

/// The shade of each count: linear up to one edge, logarithmic above.
#[derive(Clone, Debug, Default)]
struct Shades {
    /// How much one edge covers, and how much any number of them, in thousandths.
    cover: (u32, u32),
    /// By count divided by four.
    table: Vec<u16>,
}

impl Shades {
    fn new(cover: (u32, u32)) -> Self {
        let (one, all) = (cover.0 as f32 / 1000.0, cover.1 as f32 / 1000.0);
        let most = MOST_EDGES.ln();
        let shade = |place: usize| {
            let edges = place as f32 * 4.0 / WHOLE as f32;
            let above = (edges.max(1.0).ln() / most).min(1.0);
            let share = one * edges.min(1.0) + (all - one).max(0.0) * above;
            (share * 256.0) as u16
        };
        let table = (0..=(MOST_EDGES as usize) * WHOLE as usize / 4).map(shade).collect();
        Self { cover, table }
    }

    fn of(&self, count: u16) -> i32 {
        // Counts that are there but too small for a table entry show as the first one.
        let place = usize::from(count.max(4) / 4).min(self.table.len() - 1);
        i32::from(self.table[place])
    }
}

fn thousandths(share: f32) -> u32 {
    (share * 1000.0) as u32
}

/// Mixes a colour into a pixel; `share` is from 0 to 256.
fn mix(pixel: &mut [u8], color: Rgb, share: i32) {
    for (part, wanted) in pixel.iter_mut().zip(color) {
        let now = i32::from(*part);
        *part = (now + (((i32::from(wanted) - now) * share) >> 8)) as u8;
    }
}

/// The counts as seen along the longer axis of a line.
#[derive(Clone, Copy)]
struct Strip {
    /// Distance in the list between neighbours along the line.
    major: usize,
    /// Distance in the list between neighbours across the line.
    minor: usize,
    /// What a wholly covered pixel gets.
    whole: i32,
}

/// One pixel in the fixed point numbers of a line.
const ONE: f32 = 65_536.0;

impl Strip {
    /// Counts a line from `one` to `two`, both as (along, across), `one` not after `two`, all in the pad.
    fn count(self, counts: &mut [u16], one: (f32, f32), two: (f32, f32), width: f32) {
        let run = two.0 - one.0;
        let slope = if run > 1e-4 { (two.1 - one.1) / run } else { 0.0 };
        let thick = ((width * (1.0 + slope * slope).sqrt()) * ONE) as i32;
        let (first, last) = (one.0 as i32, two.0 as i32);
        // Top of the line at a place along it.
        let top = |along: f32| ((one.1 + slope * (along - one.0)) * ONE) as i32 - thick / 2;
        let part = |length: f32| (length * self.whole as f32) as i32;
        if first == last {
            self.span(counts, first, top(one.0 + run / 2.0), thick, part(run));
            return;
        }
        let begin = first as f32 + 1.0;
        self.span(counts, first, top(f32::midpoint(one.0, begin)), thick, part(begin - one.0));
        let step = (slope * ONE) as i32;
        let mut at = top(begin + 0.5);
        for place in first + 1..last {
            self.span(counts, place, at, thick, self.whole);
            at += step;
        }
        let end = last as f32;
        self.span(counts, last, top(f32::midpoint(end, two.0)), thick, part(two.0 - end));
    }

    /// Counts `thick` pixels across from `top`, at one place along the line, each by its coverage.
    #[inline]
    fn span(self, counts: &mut [u16], place: i32, top: i32, thick: i32, part: i32) {
        let mut at = place as usize * self.major + (top >> 16) as usize * self.minor;
        let mut left = thick;
        let mut cover = (65_536 - (top & 0xffff)).min(left);
        while left > 0 {
            if let Some(count) = counts.get_mut(at) {
                *count = count.saturating_add(((cover * part) >> 16) as u16);
            }
            left -= cover;
            cover = left.min(65_536);
            at += self.minor;
        }
    }
}
