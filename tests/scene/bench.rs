//! A place to put cards on, by hand, as a layout would.

use std::sync::Arc;

use release_atlas::geometry::{Point, Rect, Size};
use release_atlas::layout::{Course, Effort, Flow, Layout};
use release_atlas::scene::measure::WidthTable;
use release_atlas::scene::{Card, Line, Link, Reason, Scene, Thread, Tone, Words, card_size};

/// Builds a scene column by column.
#[derive(Default)]
pub struct Bench {
    cards: Vec<(Card<'static>, u32)>,
    links: Vec<Link>,
    flow: Flow,
}

pub fn words() -> Words {
    Words {
        tones: [
            "ok", "unknown", "pending", "failed", "recalled", "vain", "carrier", "failing", "at risk",
            "unclear",
        ]
        .map(str::to_owned),
        reasons: Reason::ALL.map(|reason| match reason {
            Reason::None => String::new(),
            other => other.word().to_owned(),
        }),
        groups: Vec::new(),
    }
}

impl Bench {
    pub fn flow(mut self, flow: Flow) -> Self {
        self.flow = flow;
        self
    }

    /// A card in a layer, below the ones that are there already.
    pub fn card(mut self, layer: u32, card: Card<'static>) -> Self {
        self.cards.push((card, layer));
        self
    }

    pub fn release(self, layer: u32, name: &'static str, tone: Tone) -> Self {
        self.card(layer, Card { name, version: "1.0.0", tone, ..Card::default() })
    }

    pub fn edge(mut self, from: u32, to: u32, line: Line) -> Self {
        self.links.push(Link { from, to, thread: Thread::Depends, line, count: 1, ..Link::default() });
        self
    }

    pub fn link(mut self, link: Link) -> Self {
        self.links.push(link);
        self
    }

    pub fn scene(self) -> Scene {
        let words = words();
        let sizes: Vec<Size> =
            self.cards.iter().map(|(card, _)| card_size(*card, &words, &WidthTable::default())).collect();
        let layout = self.layout(&sizes);
        let cards = self.cards.iter().map(|(card, _)| *card);
        Scene::new(cards, sizes, self.links.clone(), Arc::new(layout), self.flow, words)
    }

    fn layout(&self, sizes: &[Size]) -> Layout {
        let turned = |along: f32, across: f32| match self.flow {
            Flow::LeftToRight => Point::new(along, across),
            Flow::TopToBottom => Point::new(across, along),
        };
        let (gap, row) = match self.flow {
            Flow::LeftToRight => (320.0, 80.0),
            Flow::TopToBottom => (120.0, 280.0),
        };
        let mut filled = [0_u16; 64];
        let mut layout = Layout { starts: vec![0], effort: Effort::Full, ..Layout::default() };
        for (_, layer) in &self.cards {
            let place = &mut filled[*layer as usize];
            layout.centers.push(turned(*layer as f32 * gap, f32::from(*place) * row));
            layout.layers.push(*layer);
            *place += 1;
        }
        let rect = |node: u32| Rect::around(layout.centers[node as usize], sizes[node as usize]);
        for link in &self.links {
            let (from, to) = (rect(link.from), rect(link.to));
            let forward = self.cards[link.from as usize].1 < self.cards[link.to as usize].1;
            layout.courses.push(if forward { Course::Forward } else { Course::Back });
            let ends = match self.flow {
                Flow::LeftToRight => {
                    [Point::new(from.max.x, from.center().y), Point::new(to.min.x, to.center().y)]
                }
                Flow::TopToBottom => {
                    [Point::new(from.center().x, from.max.y), Point::new(to.center().x, to.min.y)]
                }
            };
            layout.points.extend(ends);
            layout.starts.push(layout.points.len() as u32);
        }
        let all = (0..self.cards.len() as u32).map(rect);
        layout.bounds = all.reduce(Rect::joined).unwrap_or_default();
        layout
    }
}

/// A scene of `nodes` cards of one size in a square grid, and edges given by a function of their number.
pub fn grid(nodes: u32, edges: u32, ends: impl Fn(u32) -> (u32, u32)) -> Scene {
    let columns = f64::from(nodes).sqrt().ceil() as u32;
    let size = Size { width: 160.0, height: 46.0 };
    let centers: Vec<Point> = (0..nodes)
        .map(|node| Point::new((node % columns) as f32 * 260.0, (node / columns) as f32 * 70.0))
        .collect();
    let links: Vec<Link> = (0..edges)
        .map(|edge| {
            let (from, to) = ends(edge);
            Link { from, to, count: 1, ..Link::default() }
        })
        .collect();
    let points =
        links.iter().flat_map(|link| [centers[link.from as usize], centers[link.to as usize]]).collect();
    let bounds = centers.iter().map(|center| Rect::around(*center, size)).reduce(Rect::joined);
    let layout = Layout {
        layers: (0..nodes).map(|node| node % columns).collect(),
        points,
        starts: (0..=edges).map(|edge| edge * 2).collect(),
        courses: vec![Course::Forward; edges as usize],
        bounds: bounds.unwrap_or_default(),
        effort: Effort::Full,
        centers,
    };
    let names: Vec<String> = (0..nodes).map(|node| format!("release-{node}")).collect();
    let tones =
        [Tone::Ok, Tone::Ok, Tone::Ok, Tone::Pending, Tone::Ok, Tone::Failed, Tone::Ok, Tone::Unknown];
    let cards = names.iter().zip(0_usize..).map(|(name, place)| Card {
        name,
        version: "1.2.3",
        tone: tones[place % tones.len()],
        ..Card::default()
    });
    let sizes = vec![size; nodes as usize];
    Scene::new(cards, sizes, links, Arc::new(layout), Flow::LeftToRight, words())
}

/// Numbers that look thrown, the same every time (Knuth's multiplier).
pub fn scattered(seed: u32) -> u32 {
    let mixed = seed.wrapping_mul(2_654_435_761);
    (mixed ^ (mixed >> 15)).wrapping_mul(2_246_822_519) >> 3
}
