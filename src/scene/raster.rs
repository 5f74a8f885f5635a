//! The scene as pixels, drawn without a browser: what a hundred thousand nodes look like from afar.
//!
//! A 2D canvas needs microseconds for each line; here a line is a run of additions. Edges are not painted
//! over one another but *counted* for each pixel, and the count becomes a shade at the end (as in
//! "splatting" of densities; Zinsmaier et al., "Interactive Level-of-Detail Rendering of Large Graphs", IEEE
//! TVCG 2012): one edge is as visible as it should be, ten thousand do not end as a flat black, and the
//! order of drawing means nothing. Lines are antialiased by exact coverage along their minor axis.

use crate::geometry::{Point, Rect};

use super::build::Scene;
use super::curve;
use super::detail::Detail;
use super::ink::{Ink, Palette, Rgb};
use super::look::{Role, Tone};
use super::overlay::Overlay;
use super::paint::{View, at_least};
use super::reach::{Reach, is_drawn, thinning};
use super::tiles::Tile;

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

/// Edges over one another in a picture without a [`Reach`]: a sketch that better tiles soon cover.
const SKETCH_LAYERS: f32 = 2.0;

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

/// What [`draw`] needs to know beside the scene.
#[derive(Clone, Copy, Debug)]
pub struct Drawing<'a> {
    /// From world to pixels of the raster.
    pub view: View,
    /// Colours.
    pub colors: &'a Colors,
    /// What is lit, if that is to be in the picture.
    pub overlay: Option<&'a Overlay>,
    /// Where the edges of a tile were found already; else all that the index finds are drawn.
    pub reach: Option<(&'a Reach, Tile)>,
}

/// Draws what lies in the raster: the ground, all edges, and the nodes as long as they are marks; cards are
/// left to a [`super::paint::Surface`], but for a sketch, which has no [`Reach`]: there they are plain.
pub fn draw(scene: &Scene, drawing: Drawing<'_>, raster: &mut Raster) {
    let Drawing { view, colors, overlay, .. } = drawing;
    raster.clear(colors.get(Ink::Canvas));
    let area = Rect { min: Point::default(), max: Point::new(raster.width as f32, raster.height as f32) };
    let world = view.to_surface.inverse().apply_rect(area.grown(2.0 * view.density));
    let mut edges = std::mem::take(&mut raster.edges);
    find_edges(scene, drawing, world, &mut edges);
    rest_edges(scene, drawing, world, &edges, raster);
    let marks = view.detail() <= Detail::Marks;
    if marks {
        rest_nodes(scene, view, colors, world, raster);
    } else if drawing.reach.is_none() {
        plain_cards(scene, view, colors, world, raster);
    }
    if let Some(overlay) = overlay {
        if overlay.dims() {
            raster.veil(colors.get(Ink::Canvas), VEIL);
        }
        lit_edges(scene, drawing, overlay, world, &edges, raster);
        if marks {
            lit_nodes(scene, view, colors, overlay, world, raster);
        }
    }
    edges.clear();
    raster.edges = edges;
}

/// For how many edges an edge of an ink stands.
fn weight(scene: &Scene, drawing: Drawing<'_>, ink: Ink) -> u32 {
    match drawing.reach {
        Some((reach, _)) => reach.weight(ink),
        None => thinning(scene, ink, drawing.view.to_surface.scale, SKETCH_LAYERS),
    }
}

fn rest_edges(scene: &Scene, drawing: Drawing<'_>, world: Rect, edges: &[(Ink, u32)], raster: &mut Raster) {
    let view = drawing.view;
    let scale = view.scale();
    let width = Detail::edge_width(scale) * view.density;
    for group in edges.chunk_by(|one, two| one.0 == two.0) {
        let ink = group[0].0;
        let line = (width, weight(scene, drawing, ink));
        for (_, edge) in group {
            count_edge(scene, *edge, view, world, line, raster);
        }
        let cover = (Detail::edge_strength(scale), Detail::edge_limit(scale, ink == Ink::Edge));
        raster.shade(drawing.colors.get(ink), cover);
    }
}

fn find_edges(scene: &Scene, drawing: Drawing<'_>, world: Rect, edges: &mut Vec<(Ink, u32)>) {
    let found = |edge: u32| (scene.edge_look(edge).ink(), edge);
    if let Some((reach, tile)) = drawing.reach {
        reach.edges(tile, |edge| edges.push(found(edge)));
    } else {
        let every = Ink::ALL.map(|ink| thinning(scene, ink, drawing.view.to_surface.scale, SKETCH_LAYERS));
        scene.edges_in(world, |edge| {
            let found = found(edge);
            if is_drawn(edge, every[found.0 as usize]) {
                edges.push(found);
            }
        });
    }
    edges.sort_unstable();
}

fn lit_edges(
    scene: &Scene,
    drawing: Drawing<'_>,
    overlay: &Overlay,
    world: Rect,
    edges: &[(Ink, u32)],
    raster: &mut Raster,
) {
    let view = drawing.view;
    let rest = Detail::edge_width(view.scale());
    let mut lit: Vec<(Role, Ink, u32)> = Vec::new();
    lit.extend(edges.iter().filter_map(|&(ink, edge)| Some((overlay.edge(edge)?, ink, edge))));
    lit.sort_unstable();
    for group in lit.chunk_by(|one, two| one.0 == two.0) {
        let role = group[0].0;
        for &(_, ink, edge) in group {
            let line = (role.line_width(view.scale()).max(rest) * view.density, weight(scene, drawing, ink));
            count_edge(scene, edge, view, world, line, raster);
        }
        let cover = (Detail::edge_strength(view.scale()).max(0.5), 0.97);
        raster.shade(drawing.colors.get(role.ink()), cover);
    }
}

/// Counts the course of an edge, as far as it lies in `world`.
fn count_edge(scene: &Scene, edge: u32, view: View, world: Rect, line: (f32, u32), raster: &mut Raster) {
    let points = scene.edge_points(edge);
    let at = |point| view.to_surface.apply(point);
    let (width, weight) = line;
    if !view.detail().curves() {
        for pair in points.windows(2) {
            raster.count_line(at(pair[0]), at(pair[1]), width, weight);
        }
        return;
    }
    let (flow, course) = (scene.flow(), scene.edge_course(edge));
    let tolerance = 6.0 * view.density / view.to_surface.scale;
    let Some(dash) = scene.edge_look(edge).line().dash() else {
        curve::chords_within(points, flow, course, tolerance, Some(world), |from, to| {
            raster.count_line(at(from), at(to), width, weight);
        });
        return;
    };
    let unit = view.to_surface.scale.max(0.5 * view.density);
    let mut dasher = Dasher::new(dash.map(|length| length * unit));
    curve::chords(points, flow, course, tolerance, |from, to| {
        let (from, to) = (at(from), at(to));
        // Dashes go on from chord to chord, also through those that are not seen.
        let seen = raster.clipped(from, to);
        dasher.divide(from, to, seen, |from, to| raster.count_line(from, to, width, weight));
    });
}

/// Cuts a line into dashes, going on from chord to chord.
struct Dasher {
    dash: [f32; 2],
    /// How far into dash and gap the line is.
    phase: f32,
}

impl Dasher {
    fn new(dash: [f32; 2]) -> Self {
        Self { dash: dash.map(|length| length.max(0.5)), phase: 0.0 }
    }

    /// Hands out the dashes between two points, as far as they are seen.
    fn divide(
        &mut self,
        from: Point,
        to: Point,
        seen: Option<(Point, Point)>,
        mut each: impl FnMut(Point, Point),
    ) {
        let length = from.distance(to);
        let period = self.dash[0] + self.dash[1];
        if let Some((enter, leave)) = seen.filter(|_| length > 0.0) {
            let (first, last) = (from.distance(enter), from.distance(leave));
            let at = |along: f32| {
                let share = along / length;
                Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
            };
            let mut along = first - (self.phase + first) % period;
            while along < last {
                let (start, end) = (along.max(first), (along + self.dash[0]).min(last));
                if start < end {
                    each(at(start), at(end));
                }
                along += period;
            }
        }
        self.phase = (self.phase + length) % period;
    }
}

fn rest_nodes(scene: &Scene, view: View, colors: &Colors, world: Rect, raster: &mut Raster) {
    let mut nodes = std::mem::take(&mut raster.nodes);
    scene.nodes_in(world, |node| nodes.push((scene.tone(node), node)));
    nodes.sort_unstable();
    for &(tone, node) in &nodes {
        let rect = view.to_surface.apply_rect(scene.node_rect(node));
        mark(rect, tone, tone.ink(), view.density, colors, raster);
    }
    nodes.clear();
    raster.nodes = nodes;
}

/// Cards without any text: what they will look like, as far as a sketch can tell.
fn plain_cards(scene: &Scene, view: View, colors: &Colors, world: Rect, raster: &mut Raster) {
    let mut nodes = std::mem::take(&mut raster.nodes);
    scene.nodes_in(world, |node| nodes.push((scene.tone(node), node)));
    for &(tone, node) in &nodes {
        let rect = view.to_surface.apply_rect(scene.node_rect(node));
        let (border, ground) = match tone {
            Tone::Failed | Tone::Recalled => (tone.ink(), tone.ground()),
            _ => (Ink::CardBorder, Ink::Card),
        };
        raster.rect(rect, colors.get(border), 1.0);
        raster.rect(rect.grown(-0.8 * view.density), colors.get(ground), 1.0);
        let stripe = rect.min.x + (5.0 * view.to_surface.scale).max(2.0 * view.density);
        raster.rect(Rect { max: Point::new(stripe, rect.max.y), ..rect }, colors.get(tone.ink()), 1.0);
    }
    nodes.clear();
    raster.nodes = nodes;
}

fn lit_nodes(
    scene: &Scene,
    view: View,
    colors: &Colors,
    overlay: &Overlay,
    world: Rect,
    raster: &mut Raster,
) {
    for role in Role::ALL {
        for &(node, lit) in overlay.nodes() {
            if lit != role || node >= scene.node_count() {
                continue;
            }
            let rect = scene.node_rect(node);
            if rect.meets(world) {
                let rect = at_least(view.to_surface.apply_rect(rect), 2.0 * view.density);
                raster.rect(rect.grown(view.density), colors.get(role.ink()), 1.0);
                if rect.height() > 5.0 * view.density {
                    mark(rect, scene.tone(node), scene.tone(node).ink(), view.density, colors, raster);
                }
            }
        }
    }
}

/// A node that is too small for a card.
fn mark(rect: Rect, tone: Tone, ink: Ink, density: f32, colors: &Colors, raster: &mut Raster) {
    let color = colors.get(ink);
    let height = rect.height() / density;
    if height >= 6.0 {
        let whole = snapped(rect);
        raster.rect(whole, colors.get(Ink::CardBorder), 1.0);
        raster.rect(whole.grown(-density), colors.get(tone.ground()), 1.0);
        let mut stripe = whole;
        stripe.max.x = stripe.min.x + (2.0 * density).max(whole.width() / 10.0).round();
        raster.rect(stripe, color, 1.0);
    } else if tone >= Tone::Pending {
        raster.rect(at_least(rect, 2.0 * density), color, 1.0);
    } else {
        // Smaller than a pixel, a node is as faint as it is small, but never gone.
        let shown = at_least(rect, density);
        let area = rect.width() * rect.height() / (shown.width() * shown.height());
        let calm = if tone == Tone::Ok { 0.62 } else { 0.5 };
        raster.rect(shown, color, calm * area.clamp(0.45, 1.0));
    }
}

fn snapped(rect: Rect) -> Rect {
    Rect {
        min: Point::new(rect.min.x.round(), rect.min.y.round()),
        max: Point::new(rect.max.x.round(), rect.max.y.round()),
    }
}
