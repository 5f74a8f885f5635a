//! The drawn part of the graph, handed to layout and scene: releases become cards, edges become links.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::shown::Shown;
use super::state::{Direction, Group, ViewState};
use crate::geometry::{Point, Rect, Size};
use crate::graph::{Direction as Way, Edge, EdgeKind, EdgeState, Graph, Node, NodeId, NodeKind, Status};
use crate::layout::{Effort, Flow, Grouped, Layout, Request, overview};
use crate::order;
use crate::scene::group::title_size;
use crate::scene::measure::WidthTable;
use crate::scene::{self, Card, Line, Link, Outline, Reason, Scene, Thread, Tone, Words, card_size};
use crate::verdict::{Board, Standing};

/// How much wider than high the room for the graph is on most screens.
const ASPECT: f32 = 1.9;

/// The card of a node. Its neighbours that cannot be seen from it are counted as hidden, but for those that
/// are folded into it.
pub fn card<'g>(graph: &'g Graph, shown: &Shown, id: NodeId, node: &'g Node, tone: Tone) -> Card<'g> {
    let (needed_by, depends_on) = (graph.needed_by(id).count(), graph.needs(id).count());
    let folded = shown.folded.get(&id).copied().unwrap_or(0);
    let [hidden_up, hidden_down] = if folded > 0 { [0; 2] } else { shown.beside(id) };
    Card {
        name: if node.name.is_empty() { &node.key.id } else { &node.name },
        version: &node.version,
        tone,
        outline: outline(node.key.kind),
        needed_by: needed_by as u32,
        depends_on: depends_on as u32,
        hidden_up,
        hidden_down,
        folded,
    }
}

/// How an item looks, by how it is doing and, where that is in order, by how it stands: nothing looks in order that
/// is not clear.
pub const fn tone(status: Status, standing: Standing) -> Tone {
    match status {
        Status::Recalled => Tone::Recalled,
        Status::Failed => Tone::Failed,
        Status::Carrier => Tone::Carrier,
        Status::Failing => Tone::Failing,
        Status::LoadFailed => Tone::Vain,
        Status::Pending => Tone::Pending,
        Status::Unknown => Tone::Unknown,
        Status::Ok => match standing {
            Standing::Hit | Standing::AtRisk => Tone::AtRisk,
            Standing::Unknown => Tone::Unclear,
            Standing::Clear => Tone::Ok,
        },
    }
}

/// How a kind of item looks.
pub const fn outline(kind: NodeKind) -> Outline {
    match kind {
        NodeKind::Release => Outline::Release,
        NodeKind::Customization => Outline::Customization,
        NodeKind::VcfRelease => Outline::Platform,
        NodeKind::Bundle => Outline::Bundle,
        NodeKind::Unknown => Outline::Unknown,
    }
}

const fn thread(kind: EdgeKind) -> Thread {
    match kind {
        EdgeKind::DependsOn => Thread::Depends,
        EdgeKind::Customizes => Thread::Customizes,
        EdgeKind::Carries => Thread::Carries,
        EdgeKind::ReplacedBy => Thread::Replaced,
    }
}

const fn line(state: EdgeState) -> Line {
    match state {
        EdgeState::Allowed => Line::Solid,
        EdgeState::Conditional => Line::Dashed,
        EdgeState::Blocked => Line::Barred,
        EdgeState::NotLoaded => Line::Dotted,
    }
}

/// Why an edge cannot be used, or not yet.
pub fn reason(graph: &Graph, edge: &Edge) -> Reason {
    let is_recalled = graph.node(edge.to).is_some_and(|node| node.status == Status::Recalled);
    match (edge.state, edge.kind) {
        (EdgeState::Allowed, _) => Reason::None,
        (EdgeState::NotLoaded, _) => Reason::NotLoaded,
        (EdgeState::Conditional, _) => Reason::Pending,
        (EdgeState::Blocked, EdgeKind::DependsOn | EdgeKind::Customizes) => Reason::Failed,
        (EdgeState::Blocked, _) if is_recalled => Reason::Recalled,
        (EdgeState::Blocked, EdgeKind::Carries) => Reason::Inapplicable,
        (EdgeState::Blocked, EdgeKind::ReplacedBy) if edge.is_superseded => Reason::Superseded,
        (EdgeState::Blocked, EdgeKind::ReplacedBy) => Reason::Unpublished,
    }
}

/// What is drawn, ready for the layout.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// The part of the graph.
    pub shown: Arc<Shown>,
    /// How each node looks.
    pub tones: Vec<Tone>,
    /// The request for its layout.
    pub request: Request,
    /// The groups for the overview, one number a node; empty for the layered drawing.
    pub groups: Vec<u32>,
    /// What each group is called, and how many nodes it has.
    pub titles: Vec<(String, u32)>,
}

impl Picture {
    /// Measures the cards. Nodes that stand in `former` stay near their places.
    pub fn new(
        (graph, board): (&Graph, &Board),
        shown: Arc<Shown>,
        state: &ViewState,
        words: &Words,
        former: &BTreeMap<NodeId, Point>,
    ) -> Self {
        let table = WidthTable { stretch: 1.0 };
        let look = |id: &NodeId| {
            graph.node(*id).map_or(Tone::Unknown, |node| tone(node.condition(), board.standing(*id)))
        };
        let tones: Vec<Tone> = shown.nodes.iter().map(look).collect();
        let size = |(id, tone): (&NodeId, &Tone)| {
            let node = graph.node(*id);
            node.map_or(Size::default(), |node| {
                card_size(card(graph, &shown, *id, node, *tone), words, &table)
            })
        };
        let sizes = shown.nodes.iter().zip(&tones).map(size).collect();
        let ends = |edge: &Edge| Some((shown.place(edge.from)?, shown.place(edge.to)?));
        let edges = shown.edges.iter().filter_map(|id| graph.edge(*id).and_then(ends)).collect();
        let former = if shown.nodes.iter().any(|id| former.contains_key(id)) {
            shown.nodes.iter().map(|id| former.get(id).copied()).collect()
        } else {
            Vec::new()
        };
        let (groups, titles) = groups(graph, &shown, state.group);
        let request =
            Request { sizes, edges, flow: state.flow, effort: Effort::Full, former, aspect: ASPECT };
        Self { shown, tones, request, groups, titles }
    }

    /// The overview by groups, if one was asked for.
    pub fn overview(&self) -> Option<Layout> {
        (!self.groups.is_empty()).then(|| self.grouped().layout)
    }

    fn grouped(&self) -> Grouped {
        let table = WidthTable { stretch: 1.0 };
        let size = |(name, count): &(String, u32)| title_size(name, *count, &table);
        let sizes: Vec<Size> = self.titles.iter().map(size).collect();
        overview(&self.request, &self.groups, &sizes)
    }

    /// The frames of the overview with their titles; `called` says what a group is called on the page.
    fn frames(&self, words: &Words) -> Vec<scene::Group> {
        if self.groups.is_empty() {
            return Vec::new();
        }
        let Grouped { frames, head, .. } = self.grouped();
        let group = |(frame, (name, count)): (Rect, &(String, u32))| scene::Group {
            frame,
            head,
            name: words.group(name).to_owned(),
            count: *count,
        };
        frames.into_iter().zip(&self.titles).map(group).collect()
    }

    /// The scene over a layout of this request.
    pub fn scene(&self, graph: &Graph, layout: Arc<Layout>, words: Words) -> Scene {
        let cards =
            self.shown.nodes.iter().zip(&self.tones).filter_map(|(id, tone)| {
                graph.node(*id).map(|node| card(graph, &self.shown, *id, node, *tone))
            });
        let links = self.shown.edges.iter().filter_map(|id| {
            let edge = graph.edge(*id)?;
            Some(Link {
                from: self.shown.place(edge.from)?,
                to: self.shown.place(edge.to)?,
                thread: thread(edge.kind),
                line: line(edge.state),
                count: edge.count,
                reason: reason(graph, edge),
            })
        });
        let frames = self.frames(&words);
        Scene::new(cards, self.request.sizes.clone(), links, layout, self.request.flow, words)
            .with_groups(frames)
    }

    /// The layout on its way from a former one, `share` of the way done: each node comes from where it stood,
    /// new ones stand where they belong, and edges go along with their ends.
    pub fn moving(&self, layout: &Layout, former: &BTreeMap<NodeId, Point>, share: f32) -> Layout {
        let back = |(id, center): (&NodeId, &Point)| {
            let from = former.get(id).copied().unwrap_or(*center);
            Point::new((from.x - center.x) * (1.0 - share), (from.y - center.y) * (1.0 - share))
        };
        let shifts: Vec<Point> = self.shown.nodes.iter().zip(&layout.centers).map(back).collect();
        let mut moved = layout.clone();
        for (center, shift) in moved.centers.iter_mut().zip(&shifts) {
            *center = Point::new(center.x + shift.x, center.y + shift.y);
        }
        for (edge, ends) in self.request.edges.iter().enumerate() {
            let shift = |node: u32| shifts.get(node as usize).copied().unwrap_or_default();
            let (tail, head) = (shift(ends.0), shift(ends.1));
            let Some(&[start, end]) = moved.starts.get(edge..edge + 2).and_then(|pair| pair.first_chunk())
            else {
                break;
            };
            let last = (end - start).saturating_sub(1).max(1) as f32;
            let points = moved.points.get_mut(start as usize..end as usize).unwrap_or_default();
            for (step, point) in points.iter_mut().enumerate() {
                let share = step as f32 / last;
                let mix = |from: f32, to: f32| from + (to - from) * share;
                *point = Point::new(point.x + mix(tail.x, head.x), point.y + mix(tail.y, head.y));
            }
        }
        moved
    }

    /// Where the nodes of a layout stand.
    pub fn places(&self, layout: &Layout) -> BTreeMap<NodeId, Point> {
        self.shown.nodes.iter().copied().zip(layout.centers.iter().copied()).collect()
    }
}

/// The group of each node, and what the groups are called.
fn groups(graph: &Graph, shown: &Shown, group: Group) -> (Vec<u32>, Vec<(String, u32)>) {
    if group == Group::None {
        return Default::default();
    }
    let value = |id: &NodeId| graph.node(*id).map_or("", |node| super::rows::group_value(node, group));
    let mut counts = BTreeMap::<&str, usize>::new();
    for id in &shown.nodes {
        *counts.entry(value(id)).or_default() += 1;
    }
    let mut order: Vec<_> = counts.into_iter().collect();
    order::sort_by(&mut order, |a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let places: BTreeMap<&str, u32> =
        order.iter().enumerate().map(|(at, (name, _))| (*name, at as u32)).collect();
    let groups = shown.nodes.iter().map(|id| places.get(value(id)).copied().unwrap_or_default()).collect();
    (groups, order.iter().map(|(name, count)| ((*name).to_owned(), *count as u32)).collect())
}

/// Which way the focus looks, as ways of the graph.
pub const fn ways(direction: Direction) -> &'static [Way] {
    match direction {
        Direction::Both => &[Way::Down, Way::Up],
        Direction::Down => &[Way::Down],
        Direction::Up => &[Way::Up],
    }
}

/// The other flow.
pub const fn turned(flow: Flow) -> Flow {
    match flow {
        Flow::LeftToRight => Flow::TopToBottom,
        Flow::TopToBottom => Flow::LeftToRight,
    }
}
