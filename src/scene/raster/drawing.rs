//! What of a scene is put into a raster: edges as counts, nodes as marks, and what is lit on top.

use super::super::build::Scene;
use super::super::curve;
use super::super::detail::Detail;
use super::super::ink::Ink;
use super::super::look::{Role, Tone};
use super::super::overlay::Overlay;
use super::super::paint::{View, at_least};
use super::super::reach::{Reach, is_drawn, thinning};
use super::super::tiles::Tile;
use super::{Colors, Raster, VEIL};
use crate::geometry::{Point, Rect};

/// Edges over one another in a picture without a [`Reach`]: a sketch that better tiles soon cover.
const SKETCH_LAYERS: f32 = 2.0;

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
            Tone::Failed | Tone::Recalled | Tone::Carrier | Tone::Failing => (tone.ink(), tone.ground()),
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
