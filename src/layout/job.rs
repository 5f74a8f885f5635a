//! One drawing in the making: the phases in turn, in slices.
//!
//! A drawing of 100,000 nodes takes a second; where no worker can be had it must not hold the page. A
//! [`Job`] does a few thousand steps at a time and can be dropped at any moment. How it is sliced has no
//! influence on the result.

use super::component::{Parts, pack};
use super::fold::Stacks;
use super::levels::Levels;
use super::order::Sweeps;
use super::place::{Alignment, Places};
use super::route::{Courses, Router};
use super::sift::Sifting;
use super::spacing::{Spread, aspect, bounded, ratio, unworld, world};
use super::{Course, Effort, Layout, Request, acyclic, rank};
use crate::geometry::{Point, Rect};

/// What a job is busy with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Finding cycles and connected parts.
    #[default]
    Prepare,
    /// Choosing layers.
    Rank,
    /// Taking crossings away.
    Order,
    /// Choosing coordinates.
    Place,
    /// Drawing edges.
    Route,
    /// Nothing is left to do.
    Done,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// What the job is busy with.
    pub phase: Phase,
    /// The share of all work that is done, from 0 to 1; it never falls.
    pub fraction: f32,
}

/// A drawing in the making.
#[derive(Debug)]
pub struct Job {
    request: Request,
    courses: Vec<Course>,
    parts: Parts,
    part: usize,
    stage: Stage,
    drawn: Drawn,
}

/// What the part that is being drawn has come to.
#[derive(Debug)]
enum Stage {
    Prepare,
    Rank,
    Sweep(Box<(Levels, Sweeps)>),
    Loosen(Box<(Levels, Sifting)>),
    Sift(Box<(Levels, Stacks, Sifting)>),
    Align(Box<(Levels, Places, Alignment)>),
    Route(Box<(Levels, Places, Router)>),
    Done,
}

/// What the finished parts have come to, each in its own flow space.
#[derive(Debug, Default)]
struct Drawn {
    centers: Vec<(f64, f64)>,
    layers: Vec<u32>,
    /// The polylines of all arcs, part after part.
    starts: Vec<u32>,
    points: Vec<(f32, f32)>,
    /// The first arc of each part.
    arcs: Vec<u32>,
    boxes: Vec<[f64; 4]>,
    nodes: usize,
}

/// How often each phase goes over a part.
struct Rounds {
    sweeps: u32,
    counted: bool,
    /// Rounds of sifting before and after folding, and how far an item looks.
    loose: u32,
    folded: u32,
    reach: usize,
    alignments: u32,
}

impl Rounds {
    /// Small parts are drawn as well as is known how; from some size on each further round costs more time
    /// than it saves crossings (2,000,000 item moves are about 50 ms).
    fn of(effort: Effort, vertices: usize) -> Self {
        if effort == Effort::Quick {
            return Self { sweeps: 2, counted: false, loose: 0, folded: 0, reach: 0, alignments: 2 };
        }
        let affordable = (SIFTED / vertices.max(1)) as u32;
        Self {
            sweeps: 6,
            counted: vertices < UNCOUNTED,
            loose: affordable.min(6),
            folded: affordable.min(3),
            reach: 200,
            alignments: if vertices < UNCOUNTED { 8 } else { 4 },
        }
    }
}

/// Items that may be sifted before folding, and again after.
const SIFTED: usize = 50_000;
/// From this many vertices on sweeps are made without counting: they nearly always get better.
const UNCOUNTED: usize = 100_000;

impl Job {
    /// A job that has done nothing yet.
    pub fn new(request: &Request) -> Self {
        Self {
            request: request.clone(),
            courses: Vec::new(),
            parts: Parts::default(),
            part: 0,
            stage: Stage::Prepare,
            drawn: Drawn::default(),
        }
    }

    /// Works for about `units` steps (a step is a few nanoseconds) and says how far it has come.
    pub fn step(&mut self, units: u32) -> Progress {
        let mut budget = i64::from(units);
        while budget > 0 && !matches!(self.stage, Stage::Done) {
            let stage = std::mem::replace(&mut self.stage, Stage::Done);
            self.stage = self.advance(stage, &mut budget);
        }
        self.progress()
    }

    /// How far the job has come.
    pub fn progress(&self) -> Progress {
        let (phase, share) = match &self.stage {
            Stage::Prepare => (Phase::Prepare, 0.0),
            Stage::Rank => (Phase::Rank, 0.0),
            Stage::Sweep(state) => (Phase::Order, 0.1 + 0.2 * state.1.fraction(&state.0)),
            Stage::Loosen(state) => (Phase::Order, 0.3 + 0.3 * state.1.fraction(&state.0)),
            Stage::Sift(state) => (Phase::Order, 0.6 + 0.1 * state.2.fraction(&state.0)),
            Stage::Align(state) => (Phase::Place, 0.7 + 0.2 * state.2.fraction(&state.0)),
            Stage::Route(state) => (Phase::Route, 0.9 + 0.1 * state.2.fraction(&state.0)),
            Stage::Done => return Progress { phase: Phase::Done, fraction: 1.0 },
        };
        let current = self.parts_nodes() as f32 * share.min(1.0);
        let fraction = (self.drawn.nodes as f32 + current) / self.request.sizes.len().max(1) as f32;
        Progress { phase, fraction: fraction.min(1.0) }
    }

    /// Does what is left and gives the drawing.
    pub fn finish(mut self) -> Layout {
        while self.step(u32::MAX).phase != Phase::Done {}
        self.assemble()
    }

    fn parts_nodes(&self) -> usize {
        if self.part < self.parts.count() { self.parts.nodes(self.part).len() } else { 0 }
    }

    fn advance(&mut self, stage: Stage, budget: &mut i64) -> Stage {
        match stage {
            Stage::Prepare => {
                self.prepare();
                *budget -= 8 * (self.request.edges.len() + self.request.sizes.len()) as i64;
                self.next_part()
            }
            Stage::Rank => {
                let levels = self.rank();
                *budget -= 8 * levels.order.len() as i64;
                let rounds = self.rounds(&levels);
                Stage::Sweep(Box::new((levels, Sweeps::new(rounds.sweeps, rounds.counted))))
            }
            Stage::Sweep(mut state) => {
                let (levels, sweeps) = &mut *state;
                if !sweeps.work(levels, budget) {
                    return Stage::Sweep(state);
                }
                let levels = state.0;
                let rounds = self.rounds(&levels);
                Stage::Loosen(Box::new((levels, Sifting::new(rounds.loose, rounds.reach))))
            }
            Stage::Loosen(mut state) => {
                let (levels, sifting) = &mut *state;
                if !sifting.work(levels, &Stacks::default(), budget) {
                    return Stage::Loosen(state);
                }
                let mut levels = state.0;
                let stacks = Stacks::fold(&mut levels, &self.spread(), ratio(&self.request));
                let rounds = self.rounds(&levels);
                Stage::Sift(Box::new((levels, stacks, Sifting::new(rounds.folded, rounds.reach))))
            }
            Stage::Sift(mut state) => {
                let (levels, stacks, sifting) = &mut *state;
                if !sifting.work(levels, stacks, budget) {
                    return Stage::Sift(state);
                }
                let (levels, stacks, _) = *state;
                let places = Places::new(&levels, &stacks, &self.spread());
                let rounds = self.rounds(&levels);
                Stage::Align(Box::new((levels, places, Alignment::new(rounds.alignments))))
            }
            Stage::Align(mut state) => {
                let (levels, places, alignment) = &mut *state;
                if !alignment.work(levels, places, budget) {
                    return Stage::Align(state);
                }
                let (levels, places, _) = *state;
                Stage::Route(Box::new((levels, places, Router::default())))
            }
            Stage::Route(mut state) => {
                let spread = self.spread();
                let (levels, places, router) = &mut *state;
                if !router.work(levels, places, &spread, budget) {
                    return Stage::Route(state);
                }
                let (levels, places, router) = *state;
                self.keep(&levels, &places, &spread, router.finish());
                self.part += 1;
                self.next_part()
            }
            Stage::Done => Stage::Done,
        }
    }

    fn next_part(&self) -> Stage {
        if self.part < self.parts.count() { Stage::Rank } else { Stage::Done }
    }

    fn prepare(&mut self) {
        let count = self.request.sizes.len();
        self.courses = acyclic::courses(count, &self.request.edges);
        self.parts = Parts::new(count, &self.request.edges, &self.courses);
        self.drawn.centers = vec![(0.0, 0.0); count];
        self.drawn.layers = vec![0; count];
    }

    fn rank(&self) -> Levels {
        let out = self.parts.arcs(self.part);
        let ranks = rank::ranks(&out, &out.turned());
        Levels::new(&out, &ranks)
    }

    fn rounds(&self, levels: &Levels) -> Rounds {
        Rounds::of(self.request.effort, levels.order.len())
    }

    fn spread(&self) -> Spread {
        Spread::new(&self.request, self.parts.nodes(self.part))
    }

    /// Keeps a finished part.
    fn keep(&mut self, levels: &Levels, places: &Places, spread: &Spread, courses: Courses) {
        let mut frame = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let mut hold = |across: f64, along: f64, breadth: f64, depth: f64| {
            frame[0] = frame[0].min(across - 0.5 * breadth);
            frame[1] = frame[1].min(along - 0.5 * depth);
            frame[2] = frame[2].max(across + 0.5 * breadth);
            frame[3] = frame[3].max(along + 0.5 * depth);
        };
        for (own, &node) in self.parts.nodes(self.part).iter().enumerate() {
            let vertex = levels.vertex(own as u32);
            let layer = levels.layer(vertex);
            let (top, bottom) = places.row(layer, vertex);
            let center = (places.middle(vertex), f64::midpoint(top, bottom));
            hold(center.0, center.1, spread.breadth(own as u32), spread.depth(own as u32));
            self.drawn.centers[node as usize] = center;
            self.drawn.layers[node as usize] = layer as u32;
        }
        for &(across, along) in &courses.points {
            hold(f64::from(across), f64::from(along), 0.0, 0.0);
        }
        let base = self.drawn.points.len() as u32;
        let arcs = courses.starts.len() - 1;
        self.drawn.arcs.push(self.drawn.starts.len() as u32);
        self.drawn.starts.extend(courses.starts[..arcs].iter().map(|start| base + start));
        self.drawn.points.extend(courses.points);
        self.drawn.boxes.push(frame);
        self.drawn.nodes += self.parts.nodes(self.part).len();
    }

    /// Packs the parts and turns flow space into world space.
    fn assemble(self) -> Layout {
        let drawn = &self.drawn;
        let flow = self.request.flow;
        let sizes: Vec<(f64, f64)> = drawn
            .boxes
            .iter()
            .map(|frame| {
                let size = world(flow, frame[2] - frame[0], frame[3] - frame[1]);
                (f64::from(size.x), f64::from(size.y))
            })
            .collect();
        let shifts: Vec<(f64, f64)> = pack(&sizes, aspect(&self.request))
            .into_iter()
            .zip(&drawn.boxes)
            .map(|((left, top), frame)| {
                let corner = unworld(flow, Point::new(left as f32, top as f32));
                (corner.0 - frame[0], corner.1 - frame[1])
            })
            .collect();
        let mut part = vec![0_u32; drawn.centers.len()];
        for index in 0..self.parts.count() {
            for &node in self.parts.nodes(index) {
                part[node as usize] = index as u32;
            }
        }
        let centers: Vec<Point> = drawn
            .centers
            .iter()
            .zip(&part)
            .map(|(center, &part)| {
                let shift = shifts[part as usize];
                world(flow, center.0 + shift.0, center.1 + shift.1)
            })
            .collect();
        let mut layout = Layout {
            centers,
            layers: self.drawn.layers.clone(),
            courses: self.courses.clone(),
            effort: self.request.effort,
            starts: vec![0],
            ..Layout::default()
        };
        let first_arcs = self.first_arcs(&part);
        for (&(from, to), course) in self.request.edges.iter().zip(&self.courses) {
            let (tail, head) = if *course == Course::Back { (to, from) } else { (from, to) };
            let before = layout.points.len();
            if *course == Course::Loop {
                layout.points.extend(self.loop_points(from, &layout.centers));
            } else {
                let shift = shifts[part[tail as usize] as usize];
                let own = self.parts.out().of(tail).binary_search(&head).unwrap_or(0);
                let arc = first_arcs[tail as usize] as usize + own;
                let end = drawn.starts.get(arc + 1).map_or(drawn.points.len(), |&end| end as usize);
                layout.points.extend(drawn.points[drawn.starts[arc] as usize..end].iter().map(
                    |&(across, along)| world(flow, f64::from(across) + shift.0, f64::from(along) + shift.1),
                ));
                if *course == Course::Back {
                    layout.points[before..].reverse();
                }
            }
            layout.starts.push(layout.points.len() as u32);
        }
        layout.bounds = self.bounds(&layout);
        layout
    }

    /// The number of the first arc of each node among all arcs of all parts.
    fn first_arcs(&self, part: &[u32]) -> Vec<u32> {
        let mut first = vec![0; part.len()];
        for (index, &start) in self.drawn.arcs.iter().enumerate() {
            let mut next = start;
            for &node in self.parts.nodes(index) {
                first[node as usize] = next;
                next += self.parts.out().degree(node) as u32;
            }
        }
        first
    }

    /// A small handle at the right border of a node.
    fn loop_points(&self, node: u32, centers: &[Point]) -> [Point; 4] {
        let (Some(&center), Some(&size)) =
            (centers.get(node as usize), self.request.sizes.get(node as usize))
        else {
            return [Point::default(); 4];
        };
        let size = bounded(size);
        let right = Rect::around(center, size).max.x;
        let reach = size.height / 4.0;
        [(0.0, -reach), (8.0, -reach), (8.0, reach), (0.0, reach)]
            .map(|(across, along)| Point::new(right + across, center.y + along))
    }

    fn bounds(&self, layout: &Layout) -> Rect {
        let nodes = layout
            .centers
            .iter()
            .zip(&self.request.sizes)
            .map(|(&center, &size)| Rect::around(center, bounded(size)));
        let points = layout.points.iter().map(|&point| Rect { min: point, max: point });
        nodes.chain(points).reduce(Rect::joined).unwrap_or_default()
    }
}
