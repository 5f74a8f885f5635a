//! One connected part of a graph on its way through the phases.
//!
//! Each phase is a struct of its own that works until its budget is spent, so that it can be tried,
//! measured and replaced alone; this file only says what follows what, and how often each goes over the
//! part.

use super::adjacency::Adjacency;
use super::block::Blocks;
use super::fold::Stacks;
use super::former::Former;
use super::job::Phase;
use super::levels::Levels;
use super::order::Sweeps;
use super::place::{Alignment, Places};
use super::route::{Courses, Router};
use super::sift::Sifting;
use super::spacing::Spread;
use super::{Effort, rank};

/// Items that may be sifted before folding, and again after: about 50 ms.
const SIFTED: usize = 50_000;
/// From this many vertices on sweeps are made without counting: they nearly always get better.
const UNCOUNTED: usize = 100_000;

/// A part in the making.
#[derive(Debug)]
pub(super) struct Part {
    spread: Spread,
    ratio: f64,
    rounds: Rounds,
    levels: Levels,
    blocks: Blocks,
    stacks: Stacks,
    places: Places,
    step: Step,
}

/// What the part is busy with.
#[derive(Debug)]
enum Step {
    Sweep(Sweeps),
    Loosen(Sifting),
    Sift(Sifting),
    Align(Alignment),
    Route(Router),
    Done(Courses),
}

/// A finished part, in its own flow space.
#[derive(Debug)]
pub(super) struct Drawn {
    /// The centre of each node, across and along.
    pub(super) centers: Vec<(f64, f64)>,
    /// The layer of each node.
    pub(super) layers: Vec<u32>,
    /// The polylines of the arcs.
    pub(super) courses: Courses,
}

impl Part {
    /// The part with the arcs `out`, ranked. `former` tells where its nodes stood before, if they did.
    pub(super) fn new(
        out: &Adjacency,
        spread: Spread,
        ratio: f64,
        effort: Effort,
        former: Vec<Option<(f64, f64)>>,
    ) -> Self {
        let into = out.turned();
        let order = rank::topological(out, &into);
        let former = Former::new(out, &into, &order, &spread, former);
        let ranks = match &former {
            Some(former) => former.ranks.clone(),
            None => rank::ranks(out, &into, &order),
        };
        let mut levels = Levels::new(out, &ranks);
        let blocks = Blocks::new(&levels, out, &into);
        let rounds = Rounds::new(effort, levels.order.len());
        let (stacks, step) = match former {
            Some(former) => {
                let stacks = former.stack(&mut levels, &spread);
                (stacks, Step::Sift(Sifting::new(rounds.folded, rounds.reach)))
            }
            None => (Stacks::default(), Step::Sweep(Sweeps::new(rounds.sweeps, rounds.counted))),
        };
        Self { spread, ratio, rounds, levels, blocks, stacks, places: Places::default(), step }
    }

    /// Goes on until done (true) or out of budget.
    pub(super) fn work(&mut self, budget: &mut i64) -> bool {
        while self.finish_step(budget) {
            self.step = match self.next_step() {
                Some(step) => step,
                None => return true,
            };
        }
        false
    }

    /// What the part is busy with, and the share of its work that is done.
    pub(super) fn progress(&self) -> (Phase, f32) {
        match &self.step {
            Step::Sweep(step) => (Phase::Order, 0.1 + 0.2 * step.fraction(&self.levels)),
            Step::Loosen(step) => (Phase::Order, 0.3 + 0.3 * step.fraction(&self.levels)),
            Step::Sift(step) => (Phase::Order, 0.6 + 0.1 * step.fraction(&self.levels)),
            Step::Align(step) => (Phase::Place, 0.7 + 0.2 * step.fraction(&self.levels)),
            Step::Route(step) => (Phase::Route, 0.9 + 0.1 * step.fraction(&self.levels)),
            Step::Done(_) => (Phase::Route, 1.0),
        }
    }

    /// The finished part.
    pub(super) fn finish(self) -> Drawn {
        let nodes = 0..self.spread.count() as u32;
        let layer = |node: u32| self.levels.layer(self.levels.vertex(node));
        let center = |node: u32| {
            let (top, bottom) = self.places.row(layer(node), node);
            (self.places.middle(node), f64::midpoint(top, bottom))
        };
        Drawn {
            centers: nodes.clone().map(center).collect(),
            layers: nodes.map(|node| layer(node) as u32).collect(),
            courses: if let Step::Done(courses) = self.step { courses } else { Courses::default() },
        }
    }

    fn finish_step(&mut self, budget: &mut i64) -> bool {
        match &mut self.step {
            Step::Sweep(step) => step.work(&mut self.levels, budget),
            Step::Loosen(step) | Step::Sift(step) => step.work(&mut self.levels, &self.stacks, budget),
            Step::Align(step) => step.work(&self.levels, &mut self.places, budget),
            Step::Route(step) => step.work(&self.levels, &self.places, &self.spread, budget),
            Step::Done(_) => true,
        }
    }

    fn next_step(&mut self) -> Option<Step> {
        let rounds = &self.rounds;
        Some(match &mut self.step {
            Step::Sweep(_) => {
                self.blocks.gather(&mut self.levels);
                self.stacks = self.blocks.as_stacks(&self.levels);
                Step::Loosen(Sifting::new(rounds.loose, rounds.reach))
            }
            Step::Loosen(_) => {
                self.stacks = Stacks::fold(&mut self.levels, &self.blocks, &self.spread, self.ratio);
                Step::Sift(Sifting::new(rounds.folded, rounds.reach))
            }
            Step::Sift(_) => {
                self.places = Places::new(&self.levels, &self.stacks, &self.blocks, &self.spread);
                Step::Align(Alignment::new(rounds.alignments))
            }
            Step::Align(_) => {
                (self.stacks, self.blocks) = (Stacks::default(), Blocks::default());
                Step::Route(Router::default())
            }
            Step::Route(step) => Step::Done(std::mem::take(step).finish()),
            Step::Done(_) => return None,
        })
    }
}

/// How often each phase goes over a part.
#[derive(Debug)]
struct Rounds {
    sweeps: u32,
    counted: bool,
    /// Rounds of sifting before and after folding, and how many places an item looks to each side.
    loose: u32,
    folded: u32,
    reach: usize,
    alignments: u32,
}

impl Rounds {
    /// From some round on the next one costs more time than its crossings are worth: at 1,000 nodes half as
    /// many rounds again took 17 ms instead of 10 (natively) for 3 % fewer crossings.
    fn new(effort: Effort, vertices: usize) -> Self {
        if effort == Effort::Quick {
            return Self { sweeps: 2, counted: false, loose: 0, folded: 0, reach: 0, alignments: 2 };
        }
        let affordable = (SIFTED / vertices.max(1)) as u32;
        Self {
            sweeps: 6,
            counted: vertices < UNCOUNTED,
            loose: affordable.min(4),
            folded: affordable.min(2),
            reach: 200,
            alignments: if vertices < UNCOUNTED { 8 } else { 4 },
        }
    }
}
