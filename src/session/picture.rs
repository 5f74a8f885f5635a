//! The drawn part of the graph, handed to layout and scene: releases become cards, edges become links.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::shown::Shown;
use super::state::{Direction, Group, ViewState};
use crate::geometry::{Point, Size};
use crate::graph::{
    Direction as Way, Edge, EdgeKind, EdgeState, Graph, Kinds, Node, NodeId, NodeKind, Scratch, Status, reach,
};
use crate::layout::{Effort, Flow, Layout, Request, overview};
use crate::order;
use crate::scene::measure::WidthTable;
use crate::scene::{Card, Line, Link, Outline, Overlay, Role, Scene, Thread, Tone, Words, card_size};

/// The card of a node. Its neighbours that are not drawn are counted as hidden.
pub fn card<'g>(graph: &'g Graph, shown: &Shown, id: NodeId, node: &'g Node) -> Card<'g> {
    let drawn = |rows: &crate::graph::Rows| {
        rows.ends(id, Kinds::ALL).filter(|other| shown.place(*other).is_some()).count()
    };
    let (needed_by, depends_on) = (graph.entering.degree(id), graph.leaving.degree(id));
    let hidden = needed_by + depends_on - drawn(&graph.entering) - drawn(&graph.leaving);
    Card {
        name: if node.name.is_empty() { &node.key.id } else { &node.name },
        version: &node.version,
        tone: tone_of(node),
        outline: outline(node.key.kind),
        needed_by: needed_by as u32,
        depends_on: depends_on as u32,
        hidden: hidden as u32,
        folded: 0,
    }
}

/// How an item looks: what was asked for in vain is told apart from what nobody asked for.
pub fn tone_of(node: &Node) -> Tone {
    if node.is_vain() { Tone::Vain } else { tone(node.status) }
}

/// How a status looks.
pub const fn tone(status: Status) -> Tone {
    match status {
        Status::Recalled => Tone::Recalled,
        Status::Failed => Tone::Failed,
        Status::Pending => Tone::Pending,
        Status::Unknown => Tone::Unknown,
        Status::Ok => Tone::Ok,
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

/// What is drawn, ready for the layout.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// The part of the graph.
    pub shown: Arc<Shown>,
    /// The request for its layout.
    pub request: Request,
    /// The groups for the overview, one number a node; empty for the layered drawing.
    pub groups: Vec<u32>,
}

impl Picture {
    /// Measures the cards. Nodes that stand in `former` stay near their places.
    pub fn new(
        graph: &Graph,
        shown: Arc<Shown>,
        state: &ViewState,
        words: &Words,
        former: &BTreeMap<NodeId, Point>,
    ) -> Self {
        let table = WidthTable { stretch: 1.0 };
        let size = |id: &NodeId| {
            let node = graph.node(*id);
            node.map_or(Size::default(), |node| card_size(card(graph, &shown, *id, node), words, &table))
        };
        let sizes = shown.nodes.iter().map(size).collect();
        let ends = |edge: &Edge| Some((shown.place(edge.from)?, shown.place(edge.to)?));
        let edges = shown.edges.iter().filter_map(|id| graph.edge(*id).and_then(ends)).collect();
        let former = if shown.nodes.iter().any(|id| former.contains_key(id)) {
            shown.nodes.iter().map(|id| former.get(id).copied()).collect()
        } else {
            Vec::new()
        };
        let groups = groups(graph, &shown, state.group);
        let request = Request { sizes, edges, flow: state.flow, effort: Effort::Full, former, aspect: 0.0 };
        Self { shown, request, groups }
    }

    /// The overview by groups, if one was asked for.
    pub fn overview(&self) -> Option<Layout> {
        (!self.groups.is_empty()).then(|| overview(&self.request, &self.groups))
    }

    /// The scene over a layout of this request.
    pub fn scene(&self, graph: &Graph, layout: Arc<Layout>, words: Words) -> Scene {
        let cards = self
            .shown
            .nodes
            .iter()
            .filter_map(|id| graph.node(*id).map(|node| card(graph, &self.shown, *id, node)));
        let links = self.shown.edges.iter().filter_map(|id| {
            let edge = graph.edge(*id)?;
            Some(Link {
                from: self.shown.place(edge.from)?,
                to: self.shown.place(edge.to)?,
                thread: thread(edge.kind),
                line: line(edge.state),
                count: edge.count,
            })
        });
        Scene::new(cards, self.request.sizes.clone(), links, layout, self.request.flow, words)
    }

    /// Where the nodes of a layout stand.
    pub fn places(&self, layout: &Layout) -> BTreeMap<NodeId, Point> {
        self.shown.nodes.iter().copied().zip(layout.centers.iter().copied()).collect()
    }
}

fn groups(graph: &Graph, shown: &Shown, group: Group) -> Vec<u32> {
    if group == Group::None {
        return Vec::new();
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
    shown.nodes.iter().map(|id| places.get(value(id)).copied().unwrap_or_default()).collect()
}

/// What is lit: the selected node, all that it needs and all that needs it, and what the search found.
pub fn lit(graph: &Graph, shown: &Shown, scene: &Scene, state: &ViewState, path: &[NodeId]) -> Overlay {
    let selected = state.selected.as_ref().and_then(|key| graph.find(key));
    let mut nodes = Vec::new();
    let mut marks = vec![None; shown.nodes.len()];
    if let Some(selected) = selected {
        for (way, role) in [(Way::Down, Role::Downstream), (Way::Up, Role::Upstream)] {
            let near = reach(graph, &mut Scratch::default(), selected, way, Kinds::ALL, None);
            for place in near.nodes.iter().filter_map(|id| shown.place(*id)) {
                marks[place as usize] = Some(role);
            }
        }
        nodes.extend(shown.place(selected).map(|place| (place, Role::Selected)));
    }
    for (place, role) in marks.iter().enumerate() {
        nodes.extend(role.map(|role| (place as u32, role)));
    }
    nodes.extend(path.iter().filter_map(|id| shown.place(*id)).map(|place| (place, Role::Path)));
    let edges = lit_edges(scene, &marks, selected.and_then(|id| shown.place(id)));
    let dims = !nodes.is_empty();
    Overlay::new(nodes, edges, dims)
}

/// The edges between lit nodes of one side, and those of the selected node.
fn lit_edges(scene: &Scene, marks: &[Option<Role>], selected: Option<u32>) -> Vec<(u32, Role)> {
    let mark = |node: u32| marks.get(node as usize).copied().flatten();
    let is_selected = |node: u32| selected == Some(node);
    let role = |edge: u32| {
        let [from, to] = scene.edge_ends(edge);
        let down =
            (is_selected(from) || mark(from) == Some(Role::Downstream)) && mark(to) == Some(Role::Downstream);
        let up = (is_selected(to) || mark(to) == Some(Role::Upstream)) && mark(from) == Some(Role::Upstream);
        match (down, up) {
            (true, _) => Some(Role::Downstream),
            (false, true) => Some(Role::Upstream),
            _ => None,
        }
    };
    let lit = marks.iter().enumerate().filter(|(_, mark)| mark.is_some()).map(|(node, _)| node as u32);
    let mut edges: Vec<(u32, Role)> = lit
        .chain(selected)
        .flat_map(|node| scene.edges_of(node).iter().copied())
        .filter_map(|edge| Some((edge, role(edge)?)))
        .collect();
    order::sort(&mut edges);
    edges.dedup();
    edges
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
