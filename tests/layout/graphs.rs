//! Graphs to draw, as short as they can be said, and what is asked of their drawings.

use proptest::prelude::*;
use release_atlas::geometry::{Point, Rect, Size};
use release_atlas::layout::{Course, Effort, Flow, Layout, Request};

/// A request for `count` nodes of one size.
pub fn request(count: usize, edges: Vec<(u32, u32)>) -> Request {
    let sizes = vec![Size { width: 120.0, height: 32.0 }; count];
    Request { sizes, edges, flow: Flow::TopToBottom, ..Request::default() }
}

/// Any small graph at all, with loops, parallel edges and cycles, nodes of different sizes, either flow.
pub fn any_request() -> impl Strategy<Value = Request> {
    (1_u32..60).prop_flat_map(|count| {
        let sizes = proptest::collection::vec((20_u16..200, 10_u16..80), count as usize);
        let edges = proptest::collection::vec((0..count, 0..count), 0..150);
        (sizes, edges, any::<bool>(), any::<bool>()).prop_map(|(sizes, edges, flow, effort)| Request {
            sizes: sizes
                .into_iter()
                .map(|(width, height)| Size { width: f32::from(width), height: f32::from(height) })
                .collect(),
            edges,
            flow: if flow { Flow::LeftToRight } else { Flow::TopToBottom },
            effort: if effort { Effort::Full } else { Effort::Quick },
            ..Request::default()
        })
    })
}

/// A graph like those of release catalogues: a few bases that nearly all need, the others need what came
/// shortly before them. The numbers come from a fixed sequence.
pub fn releases(count: u32) -> Vec<(u32, u32)> {
    let mut state = 12_345_u32;
    let mut below = |limit: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((u64::from(state) * u64::from(limit)) >> 32) as u32
    };
    let bases = 2 + count / 100;
    (bases..count)
        .flat_map(|node| {
            let own = node - 1 - below(node.min(40 + node / 3));
            [(node, below(bases)), (node, own), (node, node - 1 - below(node))]
        })
        .collect()
}

/// A tree in which every node but the leaves has three below it.
pub fn tree(count: u32) -> Vec<(u32, u32)> {
    (1..count).map(|node| ((node - 1) / 3, node)).collect()
}

/// A grid: each node needs the next in its row and in its column.
pub fn grid(side: u32) -> Vec<(u32, u32)> {
    (0..side * side)
        .flat_map(|node| {
            let right = (node % side + 1 < side).then_some((node, node + 1));
            let down = (node / side + 1 < side).then_some((node, node + side));
            right.into_iter().chain(down)
        })
        .collect()
}

/// Two layers in which everybody needs everybody.
pub fn bipartite(upper: u32, lower: u32) -> Vec<(u32, u32)> {
    (0..upper).flat_map(|from| (upper..upper + lower).map(move |to| (from, to))).collect()
}

/// The Petersen graph, each edge from the smaller number to the greater.
pub fn petersen() -> Vec<(u32, u32)> {
    let outer = (0..5).map(|node| (node, (node + 1) % 5));
    let spokes = (0..5).map(|node| (node, node + 5));
    let inner = (0..5).map(|node| (node + 5, (node + 2) % 5 + 5));
    outer.chain(spokes).chain(inner).map(|(one, other)| (one.min(other), one.max(other))).collect()
}

/// The rectangle of each node.
pub fn boxes(request: &Request, layout: &Layout) -> Vec<Rect> {
    layout.centers.iter().zip(&request.sizes).map(|(&center, &size)| Rect::around(center, size)).collect()
}

/// The bends of an edge.
pub fn line(layout: &Layout, edge: usize) -> &[Point] {
    &layout.points[layout.starts[edge] as usize..layout.starts[edge + 1] as usize]
}

/// How far a point is along the flow.
pub fn along(request: &Request, point: Point) -> f32 {
    if request.flow == Flow::LeftToRight { point.x } else { point.y }
}

/// Whether two rectangles share more than a hair.
pub fn overlap(one: Rect, other: Rect) -> bool {
    one.grown(-0.1).meets(other.grown(-0.1))
}

/// Whether a segment runs through the inside of a rectangle.
pub fn cuts(from: Point, to: Point, rect: Rect) -> bool {
    let rect = rect.grown(-0.1);
    let (mut enter, mut leave) = (0.0_f32, 1.0_f32);
    let spans = [(from.x, to.x, rect.min.x, rect.max.x), (from.y, to.y, rect.min.y, rect.max.y)];
    for (start, end, low, high) in spans {
        let way = end - start;
        if way == 0.0 {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (first, last) = ((low - start) / way, (high - start) / way);
        enter = enter.max(first.min(last));
        leave = leave.min(first.max(last));
    }
    enter < leave
}

/// Edges that are drawn against their own direction, or that do not point along the flow though they
/// should.
pub fn strays(request: &Request, layout: &Layout) -> Vec<usize> {
    (0..request.edges.len())
        .filter(|&edge| {
            let (from, to) = request.edges[edge];
            let (tail, head) = (layout.layers[from as usize], layout.layers[to as usize]);
            match layout.courses[edge] {
                Course::Forward => tail >= head,
                Course::Back => tail <= head,
                Course::Loop => from != to,
            }
        })
        .collect()
}
