//! The picture of a recall chain: recalled bundles, the entries that recall them, what replaces them.
//!
//! Entries are nodes of their own, since a manifest pairs no recalled id with a replacement. A long chain
//! is folded in its middle and a large entry in its ids, each with a count, so that five thousand steps
//! make a picture of a dozen cards. Which card a bundle has never depends on what is selected.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use crate::geometry::{Point, Size};
use crate::layout::{Course, Effort, Flow, Layout, Request, arrange};
use crate::manifest::{Kin, Recalls};
use crate::scene::curve::{Piece, arrival, pieces};

/// The size of a bundle's card.
pub const BUNDLE: Size = Size { width: 204.0, height: 70.0 };
/// The size of an entry's card.
pub const ENTRY: Size = Size { width: 152.0, height: 46.0 };
/// The size of a card that stands for many.
pub const MANY: Size = Size { width: 150.0, height: 38.0 };

/// How many entries are drawn at first.
pub const FIRST_ENTRIES: usize = 10;
/// How many of the last steps are drawn where the middle is folded.
const LAST_ENTRIES: usize = 2;
/// How many ids of each list of an entry are drawn.
const IDS_DRAWN: usize = 5;
/// Length of an arrow's head.
const HEAD: f32 = 7.0;

/// One card of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A bundle.
    Bundle {
        /// Its id.
        id: Arc<str>,
        /// Whether it is recalled itself.
        is_recalled: bool,
        /// Whether some entry that is READY leads to it.
        is_ready: bool,
    },
    /// An entry of `recalledBundles`, by its place in [`Figure::entries`].
    Entry(usize),
    /// Ids of an entry that are not drawn one by one.
    Ids(usize),
    /// Steps of the chain between its beginning and its end that are folded.
    Between(usize),
    /// Entries that hang together with the chain and are not drawn.
    Beside(usize),
}

/// One line between two cards.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The data of an SVG path.
    pub line: String,
    /// The data of its head; empty where the line ends in an entry.
    pub head: String,
    /// Whether it leads back: the chain is a loop.
    pub is_back: bool,
    /// Whether what it leads to may be moved to.
    pub leads_on: bool,
}

/// The picture, laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// The entries that hang together with the bundle, all of them.
    pub entries: Vec<Kin>,
    /// The cards, with the upper left corner and size of each.
    pub parts: Vec<(Part, Point, Size)>,
    /// The lines.
    pub arrows: Vec<Arrow>,
    /// The size of the whole.
    pub size: Size,
    /// How many entries are not drawn.
    pub folded: usize,
}

impl Figure {
    /// The picture of a bundle's chain with about `most` entries drawn; empty for what no entry names.
    pub fn new(recalls: &Recalls, id: &str, most: usize, flow: Flow) -> Self {
        let entries = recalls.family(id);
        let drawn = drawn(&entries, most);
        let mut sketch = Sketch::default();
        for (place, kin) in entries.iter().enumerate() {
            if drawn.contains(&place) {
                sketch.entry(recalls, &entries, &drawn, place, kin, id);
            }
        }
        sketch.fold(&entries, &drawn);
        let folded = entries.len() - drawn.len();
        sketch.laid_out(entries, folded, flow)
    }
}

/// Which entries are drawn: the first and the last of the chain, then what stands beside it.
fn drawn(entries: &[Kin], most: usize) -> BTreeSet<usize> {
    if entries.len() <= most + LAST_ENTRIES {
        return (0..entries.len()).collect();
    }
    let ahead = entries.iter().take_while(|kin| kin.is_ahead).count();
    let first = 0..ahead.min(most.saturating_sub(LAST_ENTRIES));
    let last = ahead.saturating_sub(LAST_ENTRIES)..ahead;
    let mut drawn: BTreeSet<usize> = first.chain(last).collect();
    let beside = (ahead..entries.len()).take(most.saturating_sub(drawn.len()));
    drawn.extend(beside);
    drawn
}

/// Cards and lines without places.
#[derive(Default)]
struct Sketch {
    parts: Vec<Part>,
    bundles: BTreeMap<Arc<str>, u32>,
    lines: Vec<(u32, u32, bool)>,
}

impl Sketch {
    fn push(&mut self, part: Part) -> u32 {
        self.parts.push(part);
        self.parts.len() as u32 - 1
    }

    fn bundle(&mut self, recalls: &Recalls, id: &Arc<str>, is_ready: bool) -> u32 {
        let at = if let Some(at) = self.bundles.get(id) {
            *at
        } else {
            let is_recalled = recalls.is_recalled(id);
            let at = self.push(Part::Bundle { id: Arc::clone(id), is_recalled, is_ready: false });
            self.bundles.insert(Arc::clone(id), at);
            at
        };
        if let Some(Part::Bundle { is_ready: ready, .. }) = self.parts.get_mut(at as usize) {
            *ready |= is_ready;
        }
        at
    }

    fn entry(
        &mut self,
        recalls: &Recalls,
        entries: &[Kin],
        drawn: &BTreeSet<usize>,
        place: usize,
        kin: &Kin,
        asked: &str,
    ) {
        let joins = Joins::new(entries, drawn, place, asked);
        let leads_on = kin.leads_on();
        let (shown, rest) = joins.choose(&kin.recalled);
        // Recalled ones stand before their entry: a loop is cut where it comes back to its beginning.
        let mut from: Vec<u32> = shown.into_iter().map(|id| self.bundle(recalls, id, false)).collect();
        if rest > 0 {
            from.push(self.push(Part::Ids(rest)));
        }
        let at = self.push(Part::Entry(place));
        self.lines.extend(from.into_iter().map(|from| (from, at, true)));
        let (shown, rest) = joins.choose(&kin.replacements);
        for id in shown {
            let to = self.bundle(recalls, id, leads_on);
            self.lines.push((at, to, leads_on));
        }
        if rest > 0 {
            let to = self.push(Part::Ids(rest));
            self.lines.push((at, to, leads_on));
        }
    }

    /// Puts one card in place of the folded steps, and one in place of what stands beside the chain.
    fn fold(&mut self, entries: &[Kin], drawn: &BTreeSet<usize>) {
        let hidden = |is_ahead: bool| {
            let hidden = entries.iter().enumerate();
            hidden
                .filter(move |(at, kin)| !drawn.contains(at) && kin.is_ahead == is_ahead)
                .map(|(_, kin)| kin)
        };
        for is_ahead in [true, false] {
            let count = hidden(is_ahead).count();
            if count == 0 {
                continue;
            }
            let card = self.push(if is_ahead { Part::Between(count) } else { Part::Beside(count) });
            let known = |id: &Arc<str>| self.bundles.get(id).copied();
            let into: BTreeSet<u32> =
                hidden(is_ahead).flat_map(|kin| &kin.recalled).filter_map(known).collect();
            let out = hidden(is_ahead).filter(|kin| kin.leads_on()).flat_map(|kin| &kin.replacements);
            let out: BTreeSet<u32> = out.filter_map(known).filter(|to| !into.contains(to)).collect();
            self.lines.extend(into.into_iter().map(|from| (from, card, true)));
            self.lines.extend(out.into_iter().map(|to| (card, to, true)));
        }
    }

    fn laid_out(self, entries: Vec<Kin>, folded: usize, flow: Flow) -> Figure {
        let sizes: Vec<Size> = self.parts.iter().map(size_of).collect();
        let edges = self.lines.iter().map(|(from, to, _)| (*from, *to)).collect();
        let request = Request { sizes, edges, flow, effort: Effort::Full, former: Vec::new(), aspect: 0.0 };
        let layout = arrange(&request);
        let corner = layout.bounds.min;
        let arrows = self.lines.iter().enumerate();
        let arrows = arrows.map(|(at, line)| arrow(&layout, at, *line, &self.parts, flow)).collect();
        let place = |(part, (center, size)): (Part, (&Point, &Size))| {
            let left = center.x - size.width / 2.0 - corner.x;
            (part, Point::new(left, center.y - size.height / 2.0 - corner.y), *size)
        };
        let places = layout.centers.iter().zip(&request.sizes);
        Figure {
            entries,
            parts: self.parts.into_iter().zip(places).map(place).collect(),
            arrows,
            size: Size { width: layout.bounds.width(), height: layout.bounds.height() },
            folded,
        }
    }
}

/// The ids that an entry shares with other drawn ones: they are drawn before any others, or the chain
/// would be cut.
struct Joins<'k> {
    shared: BTreeSet<&'k str>,
}

impl<'k> Joins<'k> {
    fn new(entries: &'k [Kin], drawn: &BTreeSet<usize>, place: usize, asked: &'k str) -> Self {
        let others = drawn.iter().filter(|other| **other != place).filter_map(|other| entries.get(*other));
        let mut shared: BTreeSet<&str> =
            others.flat_map(|kin| kin.recalled.iter().chain(&kin.replacements)).map(|id| &**id).collect();
        shared.insert(asked);
        Self { shared }
    }

    /// The ids to draw, in their order, and how many are left over.
    fn choose<'i>(&self, ids: &'i [Arc<str>]) -> (Vec<&'i Arc<str>>, usize) {
        if ids.len() <= IDS_DRAWN + 1 {
            return (ids.iter().collect(), 0);
        }
        let (shared, others): (Vec<_>, Vec<_>) = ids.iter().partition(|id| self.shared.contains(&***id));
        let mut chosen: Vec<_> = shared.into_iter().chain(others).take(IDS_DRAWN).collect();
        chosen.sort();
        let rest = ids.len() - chosen.len();
        (chosen, rest)
    }
}

fn size_of(part: &Part) -> Size {
    match part {
        Part::Bundle { .. } => BUNDLE,
        Part::Entry(_) => ENTRY,
        Part::Ids(_) | Part::Between(_) | Part::Beside(_) => MANY,
    }
}

fn arrow(
    layout: &Layout,
    at: usize,
    (_, to, leads_on): (u32, u32, bool),
    parts: &[Part],
    flow: Flow,
) -> Arrow {
    let bound = |at: usize| layout.starts.get(at).copied().unwrap_or_default() as usize;
    let points = layout.points.get(bound(at)..bound(at + 1)).unwrap_or_default();
    let course = layout.courses.get(at).copied().unwrap_or_default();
    let corner = layout.bounds.min;
    let ends_in_entry = matches!(parts.get(to as usize), Some(Part::Entry(_)));
    Arrow {
        line: line(points, corner, flow, course),
        head: if ends_in_entry { String::new() } else { head(points, corner, flow, course) },
        is_back: course != Course::Forward,
        leads_on,
    }
}

fn line(points: &[Point], corner: Point, flow: Flow, course: Course) -> String {
    let Some(first) = points.first() else { return String::new() };
    let mut path = format!("M{:.1} {:.1}", first.x - corner.x, first.y - corner.y);
    let mut put = |points: &[Point]| {
        for point in points {
            let _ = write!(path, " {:.1} {:.1}", point.x - corner.x, point.y - corner.y);
        }
    };
    let mut drawn = Vec::new();
    pieces(points, flow, course, |piece| drawn.push(piece));
    for piece in drawn {
        match piece {
            // A straight line is written as a curve, so that one letter holds for the whole path.
            Piece::Line(to) => put(&[to, to, to]),
            Piece::Cubic(one, two, to) => put(&[one, two, to]),
        }
    }
    path.replacen(' ', ",", 1).replacen(' ', " C", 1)
}

fn head(points: &[Point], corner: Point, flow: Flow, course: Course) -> String {
    let (Some(end), Some(way)) = (points.last(), arrival(points, flow, course)) else { return String::new() };
    let end = Point::new(end.x - corner.x, end.y - corner.y);
    let back = Point::new(end.x - way.x * HEAD, end.y - way.y * HEAD);
    let half = HEAD * 0.55;
    format!(
        "M{:.1},{:.1} L{:.1},{:.1} L{:.1},{:.1} Z",
        end.x,
        end.y,
        back.x - way.y * half,
        back.y + way.x * half,
        back.x + way.y * half,
        back.y - way.x * half,
    )
}
