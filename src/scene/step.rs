//! Walking through the picture by the arrow keys.
//!
//! Along the flow a step follows an edge, to the neighbour that lies most nearly ahead; across it a step goes
//! to the next node of the same layer. So every node can be reached, and a step back is never far away.

use crate::geometry::Point;
use crate::layout::Flow;

use super::build::Scene;

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
}

/// The node that an arrow key leads to; nothing if there is none that way.
pub fn next(scene: &Scene, node: u32, arrow: Arrow) -> Option<u32> {
    if node >= scene.node_count() {
        return None;
    }
    let forward = |arrow: Arrow| match (scene.flow(), arrow) {
        (Flow::LeftToRight, Arrow::Right) | (Flow::TopToBottom, Arrow::Down) => Some(true),
        (Flow::LeftToRight, Arrow::Left) | (Flow::TopToBottom, Arrow::Up) => Some(false),
        _ => None,
    };
    match forward(arrow) {
        Some(ahead) => along_edge(scene, node, ahead),
        None => sibling(scene, node, matches!(arrow, Arrow::Right | Arrow::Down)),
    }
}

/// The node where a walk begins when nothing is selected: the one nearest to a point of the world.
pub fn nearest(scene: &Scene, world: Point) -> Option<u32> {
    let nodes = 0..scene.node_count();
    nodes.min_by(|one, two| {
        let distance = |node: u32| scene.node_center(node).distance(world);
        distance(*one).total_cmp(&distance(*two))
    })
}

/// Follows an edge: the neighbour that lies least to the side, and of equal ones the first.
fn along_edge(scene: &Scene, node: u32, ahead: bool) -> Option<u32> {
    let here = scene.node_center(node);
    let neighbours = scene.edges_of(node).iter().filter_map(|edge| {
        let [from, to] = scene.edge_ends(*edge);
        let other = if ahead { (from == node).then_some(to) } else { (to == node).then_some(from) };
        other.filter(|other| *other != node)
    });
    neighbours.min_by(|one, two| {
        let aside = |node: u32| aside(scene, here, node);
        aside(*one).total_cmp(&aside(*two)).then(one.cmp(two))
    })
}

/// How far a node lies to the side of a point, with a little for the way along the flow.
fn aside(scene: &Scene, here: Point, node: u32) -> f32 {
    let there = scene.node_center(node);
    let (x, y) = ((there.x - here.x).abs(), (there.y - here.y).abs());
    match scene.flow() {
        Flow::LeftToRight => y + x / 8.0,
        Flow::TopToBottom => x + y / 8.0,
    }
}

/// The next node of the same layer, in the order across the flow.
fn sibling(scene: &Scene, node: u32, after: bool) -> Option<u32> {
    let layer = scene.layer(node);
    let place = |node: u32| {
        let center = scene.node_center(node);
        match scene.flow() {
            Flow::LeftToRight => (center.y, center.x),
            Flow::TopToBottom => (center.x, center.y),
        }
    };
    let order = |one: u32, two: u32| {
        let (one_place, two_place) = (place(one), place(two));
        one_place.0.total_cmp(&two_place.0).then(one_place.1.total_cmp(&two_place.1)).then(one.cmp(&two))
    };
    let siblings = (0..scene.node_count()).filter(|other| *other != node && scene.layer(*other) == layer);
    if after {
        siblings.filter(|other| order(*other, node).is_gt()).min_by(|one, two| order(*one, *two))
    } else {
        siblings.filter(|other| order(*other, node).is_lt()).max_by(|one, two| order(*one, *two))
    }
}
