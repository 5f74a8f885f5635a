//! One drawing in the making: its parts in turn, in slices.
//!
//! A drawing of 100,000 nodes takes half a second; where no worker can be had it must not hold the page. A
//! [`Job`] does a few thousand steps at a time and can be dropped at any moment. How it is sliced has no
//! influence on the result.

use super::component::Parts;
use super::part::{Drawn, Part};
use super::picture::Picture;
use super::spacing::{Spread, ratio, unworld};
use super::{Course, Layout, Request, acyclic};

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
    /// None until cycles and parts are found.
    parts: Option<Parts>,
    part: Option<Part>,
    drawn: Vec<Drawn>,
    nodes_drawn: usize,
}

impl Job {
    /// A job that has done nothing yet.
    pub fn new(request: &Request) -> Self {
        Self {
            request: request.clone(),
            courses: Vec::new(),
            parts: None,
            part: None,
            drawn: Vec::new(),
            nodes_drawn: 0,
        }
    }

    /// Works for about `units` steps (a step is a few nanoseconds) and says how far it has come.
    pub fn step(&mut self, units: u32) -> Progress {
        let mut budget = i64::from(units);
        while budget > 0 && !self.is_done() {
            self.advance(&mut budget);
        }
        self.progress()
    }

    /// How far the job has come.
    pub fn progress(&self) -> Progress {
        if self.is_done() {
            return Progress { phase: Phase::Done, fraction: 1.0 };
        }
        let (phase, share, nodes) = match (&self.parts, &self.part) {
            (Some(parts), Some(part)) => {
                let (phase, share) = part.progress();
                (phase, share, parts.nodes(self.drawn.len()).len())
            }
            (Some(_), None) => (Phase::Rank, 0.0, 0),
            _ => (Phase::Prepare, 0.0, 0),
        };
        let done = self.nodes_drawn as f32 + nodes as f32 * share;
        Progress { phase, fraction: (done / self.request.sizes.len().max(1) as f32).min(1.0) }
    }

    /// Does what is left and gives the drawing.
    pub fn finish(mut self) -> Layout {
        while self.step(u32::MAX).phase != Phase::Done {}
        match self.parts {
            Some(parts) => Picture::new(&self.request, &parts, self.drawn, self.courses).finish(),
            None => Layout::default(),
        }
    }

    fn is_done(&self) -> bool {
        self.parts.as_ref().is_some_and(|parts| self.drawn.len() == parts.count())
    }

    fn advance(&mut self, budget: &mut i64) {
        let Some(parts) = &self.parts else {
            let count = self.request.sizes.len();
            self.courses = acyclic::courses(count, &self.request.edges);
            self.parts = Some(Parts::new(count, &self.request.edges, &self.courses));
            *budget -= 8 * (self.request.edges.len() + count) as i64;
            return;
        };
        let nodes = parts.nodes(self.drawn.len());
        let Some(part) = &mut self.part else {
            let out = parts.arcs(self.drawn.len());
            let spread = Spread::new(&self.request, nodes);
            let former = self.former(nodes);
            *budget -= 64 * nodes.len() as i64;
            self.part = Some(Part::new(&out, spread, ratio(&self.request), self.request.effort, former));
            return;
        };
        if part.work(budget) {
            self.nodes_drawn += nodes.len();
            self.drawn.extend(self.part.take().map(Part::finish));
        }
    }

    /// Where nodes stood before, in flow space.
    fn former(&self, nodes: &[u32]) -> Vec<Option<(f64, f64)>> {
        let place = |&node: &u32| {
            let point = self.request.former.get(node as usize).copied().flatten()?;
            (point.x.is_finite() && point.y.is_finite()).then(|| unworld(self.request.flow, point))
        };
        nodes.iter().map(place).collect()
    }
}
