//! The scene: everything that stands in the picture, in arrays that a hundred thousand nodes do not break.
//!
//! Built once for each layout; what is selected, found or dimmed is an [`Overlay`](super::Overlay) beside it.
//! An edge costs nine bytes here, plus eight for its two places in the lists of its ends and about five in
//! the index; its route stays in the layout, which is shared and not copied.

use std::sync::Arc;

use crate::geometry::{Point, Rect, Size};
use crate::layout::{Course, Flow, Layout};

use super::card::{Card, Side, side_marks};
use super::curve;
use super::group::Group;
use super::index::{EdgeIndex, NodeIndex};
use super::ink::Ink;
use super::look::{EdgeLook, Line, Outline, Reason, Thread, Tone};
use super::measure::Measure;
use super::note::{Note, notes};

/// An edge to draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Its source, by place in the list of cards.
    pub from: u32,
    /// Its target.
    pub to: u32,
    /// What it ties together.
    pub thread: Thread,
    /// Whether it can be used.
    pub line: Line,
    /// How many parallel edges it stands for, at least 1.
    pub count: u32,
    /// Why it cannot be used.
    pub reason: Reason,
}

/// The words that stand on cards, in the language of the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// One for each of [`Tone::ALL`].
    pub tones: [String; Tone::ALL.len()],
    /// One for each of [`Reason::ALL`].
    pub reasons: [String; Reason::ALL.len()],
    /// Groups that are called otherwise on the page than in the documents, with what they are called.
    pub groups: Vec<(String, String)>,
}

impl Words {
    /// The word of a tone.
    pub fn tone(&self, tone: Tone) -> &str {
        &self.tones[tone as usize]
    }

    /// What a group is called on the page: some have no name in the documents, or one for machines.
    pub fn group<'a>(&'a self, name: &'a str) -> &'a str {
        self.groups.iter().find(|(one, _)| one == name).map_or(name, |(_, word)| word)
    }

    /// The word of a reason.
    pub fn reason(&self, reason: Reason) -> &str {
        &self.reasons[reason as usize]
    }
}

/// What stands in the picture.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    layout: Arc<Layout>,
    flow: Flow,
    words: Words,
    sizes: Vec<Size>,
    /// Tone in the lower three bits, outline above them.
    looks: Vec<u8>,
    /// Needed by, depends on, hidden of both sides, folded.
    counts: Vec<[u32; 5]>,
    /// All names and versions, one after the other.
    letters: String,
    /// Where the name and the version of a node end in `letters`.
    text_ends: Vec<[u32; 2]>,
    ends: Vec<[u32; 2]>,
    edge_looks: Vec<EdgeLook>,
    /// The edges that stand for more than one, with their counts, sorted.
    bundles: Vec<(u32, u32)>,
    /// The edges that cannot be used, with the reasons, sorted.
    reasons: Vec<(u32, Reason)>,
    /// What is written beside nodes about their edges, sorted.
    notes: Vec<Note>,
    /// The frames around nodes that stand together.
    groups: Vec<Group>,
    /// The edges of node `n`: `incident[incident_starts[n]..incident_starts[n + 1]]`.
    incident_starts: Vec<u32>,
    incident: Vec<u32>,
    /// The length of all edges by their ink, in world pixels.
    lengths: Vec<f32>,
    node_index: NodeIndex,
    edge_index: EdgeIndex,
}

/// What lies below a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Picked {
    /// A node.
    Node(u32),
    /// An edge.
    Edge(u32),
}

impl Scene {
    /// The scene of cards and links, placed by a layout that was made for `sizes` and the same edges.
    ///
    /// What the layout does not place is left out at its end: a shorter layout gives a smaller scene.
    pub fn new<'a>(
        cards: impl IntoIterator<Item = Card<'a>>,
        sizes: Vec<Size>,
        links: impl IntoIterator<Item = Link>,
        layout: Arc<Layout>,
        flow: Flow,
        words: Words,
    ) -> Self {
        let mut scene = Self { layout, flow, words, sizes, ..Self::default() };
        let count = scene.sizes.len().min(scene.layout.centers.len());
        scene.take_cards(cards.into_iter().take(count));
        scene.sizes.truncate(scene.looks.len());
        scene.take_links(links);
        scene.join_incident();
        scene.node_index = NodeIndex::new(scene.node_count(), |node| scene.node_rect(node));
        let boxes: Vec<Rect> = (0..scene.edge_count_all()).map(|edge| scene.edge_bounds(edge)).collect();
        scene.lengths = vec![0.0; Ink::ALL.len()];
        for (look, rect) in scene.edge_looks.iter().zip(&boxes) {
            scene.lengths[look.ink() as usize] += rect.min.distance(rect.max);
        }
        scene.edge_index = EdgeIndex::new(&boxes);
        scene
    }

    fn take_cards<'a>(&mut self, cards: impl Iterator<Item = Card<'a>>) {
        for card in cards {
            self.looks.push(card.tone as u8 | (card.outline as u8) << 4);
            self.counts.push([
                card.needed_by,
                card.depends_on,
                card.hidden_up,
                card.hidden_down,
                card.folded,
            ]);
            self.letters.push_str(card.name);
            let name_end = self.letters.len() as u32;
            self.letters.push_str(card.version);
            self.text_ends.push([name_end, self.letters.len() as u32]);
        }
        self.letters.shrink_to_fit();
        self.looks.shrink_to_fit();
        self.counts.shrink_to_fit();
        self.text_ends.shrink_to_fit();
    }

    fn take_links(&mut self, links: impl IntoIterator<Item = Link>) {
        let nodes = self.node_count();
        for link in links {
            if link.from >= nodes || link.to >= nodes {
                continue;
            }
            if link.count > 1 {
                self.bundles.push((self.ends.len() as u32, link.count));
            }
            if link.reason != Reason::None {
                self.reasons.push((self.ends.len() as u32, link.reason));
            }
            self.ends.push([link.from, link.to]);
            self.edge_looks.push(EdgeLook::new(link.thread, link.line));
        }
        self.ends.shrink_to_fit();
        self.edge_looks.shrink_to_fit();
        self.bundles.shrink_to_fit();
        self.reasons.shrink_to_fit();
        self.notes = notes(&self.reasons, |edge| (self.ends[edge as usize], self.edge_looks[edge as usize]));
    }

    fn join_incident(&mut self) {
        let mut starts = vec![0_u32; self.looks.len() + 1];
        let sides = |ends: &[u32; 2]| if ends[0] == ends[1] { 1 } else { 2 };
        for ends in &self.ends {
            for &end in &ends[..sides(ends)] {
                starts[end as usize + 1] += 1;
            }
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut next = starts.clone();
        let mut incident = vec![0; starts.last().copied().unwrap_or(0) as usize];
        for (edge, ends) in self.ends.iter().enumerate() {
            for &end in &ends[..sides(ends)] {
                incident[next[end as usize] as usize] = edge as u32;
                next[end as usize] += 1;
            }
        }
        self.incident_starts = starts;
        self.incident = incident;
    }

    /// The same scene with frames around nodes that stand together.
    #[must_use]
    pub fn with_groups(mut self, groups: Vec<Group>) -> Self {
        self.groups = groups;
        self
    }

    /// The frames around nodes that stand together.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// What is written beside a node about its edges.
    pub fn notes_of(&self, node: u32) -> &[Note] {
        let bound = |node: u32| self.notes.partition_point(|note| note.node < node);
        self.notes.get(bound(node)..bound(node.saturating_add(1))).unwrap_or_default()
    }

    /// Why an edge cannot be used.
    pub fn reason(&self, edge: u32) -> Reason {
        let found = self.reasons.binary_search_by_key(&edge, |entry| entry.0);
        found.map_or(Reason::None, |place| self.reasons[place].1)
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> u32 {
        self.looks.len() as u32
    }

    /// How many edges there are.
    pub fn edge_count_all(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The rectangle that holds everything.
    pub fn bounds(&self) -> Rect {
        self.layout.bounds
    }

    /// Which way the layers follow one another.
    pub fn flow(&self) -> Flow {
        self.flow
    }

    /// The words on the cards.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// What a node shows.
    pub fn card(&self, node: u32) -> Option<Card<'_>> {
        let place = node as usize;
        let [name_end, version_end] = *self.text_ends.get(place)?;
        let start = place.checked_sub(1).map_or(0, |before| self.text_ends[before][1]);
        let [needed_by, depends_on, hidden_up, hidden_down, folded] = self.counts[place];
        Some(Card {
            name: &self.letters[start as usize..name_end as usize],
            version: &self.letters[name_end as usize..version_end as usize],
            tone: self.tone(node),
            outline: Outline::from_bits(self.looks[place] >> 4),
            needed_by,
            depends_on,
            hidden_up,
            hidden_down,
            folded,
        })
    }

    /// How a node is doing.
    pub fn tone(&self, node: u32) -> Tone {
        Tone::from_bits(self.looks[node as usize] & 15)
    }

    /// The middle of a node.
    pub fn node_center(&self, node: u32) -> Point {
        self.layout.centers[node as usize]
    }

    /// Where a node lies.
    pub fn node_rect(&self, node: u32) -> Rect {
        Rect::around(self.node_center(node), self.sizes[node as usize])
    }

    /// The layer of a node.
    pub fn layer(&self, node: u32) -> u32 {
        self.layout.layers.get(node as usize).copied().unwrap_or(0)
    }

    /// Source and target of an edge.
    pub fn edge_ends(&self, edge: u32) -> [u32; 2] {
        self.ends[edge as usize]
    }

    /// Thread and line of an edge.
    pub fn edge_look(&self, edge: u32) -> EdgeLook {
        self.edge_looks[edge as usize]
    }

    /// How many parallel edges an edge stands for.
    pub fn edge_count(&self, edge: u32) -> u32 {
        let found = self.bundles.binary_search_by_key(&edge, |bundle| bundle.0);
        found.map_or(1, |place| self.bundles[place].1)
    }

    /// The route of an edge; empty if the layout has none.
    pub fn edge_points(&self, edge: u32) -> &[Point] {
        let starts = &self.layout.starts;
        let bound = |place: usize| starts.get(place).map(|start| *start as usize);
        let (Some(start), Some(end)) = (bound(edge as usize), bound(edge as usize + 1)) else { return &[] };
        self.layout.points.get(start..end).unwrap_or(&[])
    }

    /// What an edge is in the drawing.
    pub fn edge_course(&self, edge: u32) -> Course {
        self.layout.courses.get(edge as usize).copied().unwrap_or_default()
    }

    /// The box around the course of an edge.
    pub fn edge_bounds(&self, edge: u32) -> Rect {
        let points = self.edge_points(edge);
        let Some(&first) = points.first() else { return Rect::default() };
        points[1..].iter().fold(Rect { min: first, max: first }, |bounds, point| {
            bounds.joined(Rect { min: *point, max: *point })
        })
    }

    /// The length of all edges of an ink, in world pixels (of a bent one, the length of its box).
    pub fn edge_length(&self, ink: Ink) -> f32 {
        self.lengths.get(ink as usize).copied().unwrap_or(0.0)
    }

    /// The edges that leave or enter a node, in the order of the list of links.
    pub fn edges_of(&self, node: u32) -> &[u32] {
        let bound = |place: u32| self.incident_starts.get(place as usize).map(|start| *start as usize);
        let (Some(start), Some(end)) = (bound(node), bound(node + 1)) else { return &[] };
        &self.incident[start..end]
    }

    /// Hands out the nodes that meet a rectangle of the world, each once.
    pub fn nodes_in(&self, world: Rect, mut each: impl FnMut(u32)) {
        self.node_index.candidates(world, |node| {
            if self.node_rect(node).meets(world) {
                each(node);
            }
        });
    }

    /// Hands out the edges whose route meets a rectangle of the world, each once.
    pub fn edges_in(&self, world: Rect, mut each: impl FnMut(u32)) {
        self.edge_index.candidates(world, |edge| {
            if self.edge_meets(edge, world) {
                each(edge);
            }
        });
    }

    /// Whether the box of a piece of the route meets the rectangle. A curve stays inside the boxes of its
    /// pieces, so nothing visible is missed.
    pub(super) fn edge_meets(&self, edge: u32, world: Rect) -> bool {
        self.edge_points(edge).windows(2).any(|pair| {
            pair[0].x.min(pair[1].x) <= world.max.x
                && pair[0].x.max(pair[1].x) >= world.min.x
                && pair[0].y.min(pair[1].y) <= world.max.y
                && pair[0].y.max(pair[1].y) >= world.min.y
        })
    }

    /// The node below a point of the world, else the nearest edge within `tolerance` world pixels.
    pub fn pick(&self, world: Point, tolerance: f32) -> Option<Picked> {
        let near = Rect { min: world, max: world }.grown(tolerance);
        let mut best: Option<(f32, u32)> = None;
        self.nodes_in(near, |node| {
            let distance = distance_to_rect(world, self.node_rect(node));
            let nearer = best.is_none_or(|(least, _)| distance < least);
            if distance <= tolerance && nearer {
                best = Some((distance, node));
            }
        });
        if let Some((_, node)) = best {
            return Some(Picked::Node(node));
        }
        self.pick_edge(world, tolerance).map(Picked::Edge)
    }

    /// The mark of hidden neighbours at a point of the world: the node, and whether its dependencies
    /// are meant. Only where marks are drawn.
    pub fn mark_at(&self, world: Point, tolerance: f32, measure: &impl Measure) -> Option<(u32, Side)> {
        let near = Rect { min: world, max: world }.grown(tolerance);
        let mut found = None;
        self.nodes_in(near, |node| {
            let Some(card) = self.card(node) else { return };
            let marks = side_marks(card, self.node_rect(node), measure);
            let is_at = |mark: &Option<Rect>| mark.is_some_and(|mark| mark.grown(tolerance).contains(world));
            let side = marks.iter().zip(Side::ALL).find(|(mark, _)| is_at(mark)).map(|(_, side)| side);
            found = side.map(|side| (node, side)).or(found);
        });
        found
    }

    fn pick_edge(&self, world: Point, tolerance: f32) -> Option<u32> {
        let near = Rect { min: world, max: world }.grown(tolerance);
        let mut best: Option<(f32, u32)> = None;
        self.edges_in(near, |edge| {
            let mut distance = f32::INFINITY;
            curve::chords(self.edge_points(edge), self.flow, self.edge_course(edge), 4.0, |from, to| {
                distance = distance.min(distance_to_segment(world, from, to));
            });
            let nearer = best.is_none_or(|best| (distance, edge) < best);
            if distance <= tolerance && nearer {
                best = Some((distance, edge));
            }
        });
        best.map(|(_, edge)| edge)
    }

    /// Bytes held by this scene without its layout, to be compared with the number of its edges.
    pub fn bytes(&self) -> usize {
        self.sizes.capacity() * size_of::<Size>()
            + self.looks.capacity()
            + self.counts.capacity() * size_of::<[u32; 5]>()
            + self.letters.capacity()
            + self.text_ends.capacity() * size_of::<[u32; 2]>()
            + self.ends.capacity() * size_of::<[u32; 2]>()
            + self.edge_looks.capacity()
            + self.bundles.capacity() * size_of::<(u32, u32)>()
            + self.reasons.capacity() * size_of::<(u32, Reason)>()
            + self.notes.capacity() * size_of::<Note>()
            + (self.incident.capacity() + self.incident_starts.capacity()) * size_of::<u32>()
            + self.node_index.bytes()
            + self.edge_index.bytes()
    }
}

fn distance_to_rect(point: Point, rect: Rect) -> f32 {
    let x = (rect.min.x - point.x).max(point.x - rect.max.x).max(0.0);
    let y = (rect.min.y - point.y).max(point.y - rect.max.y).max(0.0);
    x.hypot(y)
}

fn distance_to_segment(point: Point, from: Point, to: Point) -> f32 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let square = x * x + y * y;
    let share = if square == 0.0 { 0.0 } else { ((point.x - from.x) * x + (point.y - from.y) * y) / square };
    let share = share.clamp(0.0, 1.0);
    point.distance(Point::new(from.x + x * share, from.y + y * share))
}
