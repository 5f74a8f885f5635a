//! What stays where it was when the graph changes.

use crate::graphs::{boxes, cuts, line, overlap, releases, request, strays};
use proptest::prelude::*;
use release_atlas::geometry::{Point, Size};
use release_atlas::layout::{Effort, Flow, Layout, Request, arrange};

/// How far each old node has moved, ascending.
fn moves(before: &Layout, after: &Layout) -> Vec<f32> {
    let mut moves: Vec<f32> =
        before.centers.iter().zip(&after.centers).map(|(&one, &other)| one.distance(other)).collect();
    moves.sort_by(f32::total_cmp);
    moves
}

/// The request with `count` more nodes, each needing one old node and being needed by another or none.
fn grown(request: &Request, before: &Layout, count: u32) -> Request {
    let old = request.sizes.len() as u32;
    let mut request = request.clone();
    request.former = before.centers.iter().copied().map(Some).collect();
    for new in 0..count {
        let node = old + new;
        request.sizes.push(Size { width: 120.0, height: 32.0 });
        request.former.push(None);
        request.edges.push((node, new.wrapping_mul(7_919) % old));
        if new % 2 == 0 {
            let (low, high) = (node * 31 % old, new.wrapping_mul(7_919) % old);
            if before.layers[low as usize] + 1 < before.layers[high as usize] {
                request.edges.push((low, node));
            }
        }
    }
    request
}

/// The request with fewer edges, for a graph drawn before with all of them.
fn thinned(request: &Request, cut: usize) -> Request {
    let former = arrange(request).centers.into_iter().map(Some).collect();
    let mut next = Request { former, ..request.clone() };
    next.edges.truncate(request.edges.len().saturating_sub(cut));
    next
}

/// What is wrong with a drawing, if anything is.
fn fault(request: &Request, layout: &Layout) -> Option<String> {
    let boxes = boxes(request, layout);
    let strays =
        strays(request, layout).into_iter().map(|edge| format!("edge {edge} runs against its course"));
    let meeting = boxes.iter().enumerate().flat_map(|(index, &one)| {
        let others = boxes.iter().enumerate().skip(index + 1).filter(move |&(_, &other)| overlap(one, other));
        others.map(move |(other, _)| format!("node {index} overlaps node {other}"))
    });
    let through = (0..request.edges.len()).flat_map(|edge| {
        let is_cut = move |rect| line(layout, edge).windows(2).any(|pair| cuts(pair[0], pair[1], rect));
        let nodes = boxes.iter().enumerate().filter(move |&(_, &rect)| is_cut(rect));
        nodes.map(move |(node, _)| format!("edge {edge} runs through node {node}"))
    });
    strays.chain(meeting).chain(through).next()
}

#[test]
fn handle_of_a_loop_keeps_out_of_the_part_beside_it() {
    let heights = [10, 10, 10, 10, 10, 10, 11, 10, 10, 10];
    let widths = [20, 20, 82, 20, 20, 20, 20, 20, 151, 20];
    let size = |(&width, &height): (&u8, &u8)| Size { width: f32::from(width), height: f32::from(height) };
    let kept = [(5, 3), (7, 1), (3, 4), (2, 8), (2, 2)];
    let gone = [(2, 9), (2, 8), (3, 1), (4, 1), (4, 8), (6, 9), (4, 7), (6, 7), (6, 0), (6, 3)];
    let request = Request {
        sizes: widths.iter().zip(&heights).map(size).collect(),
        edges: kept.into_iter().chain(gone).collect(),
        flow: Flow::TopToBottom,
        effort: Effort::Quick,
        ..Request::default()
    };
    let next = thinned(&request, gone.len());
    assert_eq!(fault(&next, &arrange(&next)), None);
}

#[test]
fn edges_side_by_side_keep_out_of_the_part_beside_them() {
    let mut request = request(3, vec![(0, 1), (1, 2), (0, 2), (0, 2)]);
    request.former = arrange(&request).centers.into_iter().map(Some).collect();
    let layout = arrange(&request);
    let bypass = layout.points.iter().copied().reduce(|one, other| {
        let away = |point: Point| (point.x - layout.centers[1].x).abs();
        if away(other) > away(one) { other } else { one }
    });
    let (outermost, middle) = (bypass.unwrap_or_default(), layout.centers[1]);
    // A node whose border stands just inside the outer one of the two edges that pass node 1.
    let size = Size { width: 20.0, height: 32.0 };
    let inwards = (middle.x - outermost.x).signum();
    let beside = Point::new(outermost.x + inwards * (2.0 - size.width / 2.0), middle.y);
    request.sizes.push(size);
    request.former.push(Some(beside));
    assert_eq!(fault(&request, &arrange(&request)), None);
}

#[test]
fn a_hundredth_more_nodes_moves_the_median_old_node_less_than_its_width() {
    for (count, flow) in [(300, Flow::TopToBottom), (1_000, Flow::TopToBottom), (1_000, Flow::LeftToRight)] {
        let request = Request { flow, ..request(count, releases(count as u32)) };
        let before = arrange(&request);
        let request = grown(&request, &before, count as u32 / 100);
        let after = arrange(&request);
        assert_eq!(strays(&request, &after), Vec::<usize>::new());
        let moves = moves(&before, &after);
        assert!(moves[moves.len() / 2] < 120.0, "median {}", moves[moves.len() / 2]);
        assert!(moves[moves.len() * 9 / 10] < 360.0, "nine in ten {}", moves[moves.len() * 9 / 10]);
        let boxes = boxes(&request, &after);
        for (index, &one) in boxes.iter().enumerate() {
            assert!(boxes[index + 1..].iter().all(|&other| !overlap(one, other)));
        }
    }
}

#[test]
fn unchanged_graph_keeps_its_nodes() {
    let mut request = request(500, releases(500));
    let before = arrange(&request);
    request.former = before.centers.iter().copied().map(Some).collect();
    let moves = moves(&before, &arrange(&request));
    assert!(moves[moves.len() / 2] < 1.0, "{}", moves[moves.len() / 2]);
    assert!(moves[moves.len() - 1] < 60.0, "{}", moves[moves.len() - 1]);
}

#[test]
fn a_node_that_goes_leaves_the_others_in_place() {
    let mut whole = request(300, releases(300));
    let before = arrange(&whole);
    // The last node is needed by none.
    whole.sizes.pop();
    whole.edges.retain(|&(from, to)| from.max(to) < 299);
    whole.former = before.centers[..299].iter().copied().map(Some).collect();
    let moves = moves(&before, &arrange(&whole));
    assert!(moves[moves.len() * 9 / 10] < 60.0, "{}", moves[moves.len() * 9 / 10]);
}

#[test]
fn new_component_does_not_move_the_old_ones() {
    let mut request = request(40, (0..20).map(|pair| (2 * pair, 2 * pair + 1)).collect());
    let before = arrange(&request);
    request.former = before.centers.iter().copied().map(Some).collect();
    request.sizes.extend([Size { width: 120.0, height: 32.0 }; 2]);
    request.edges.push((40, 41));
    let moves = moves(&before, &arrange(&request));
    assert!(moves[moves.len() - 1] < 1.0);
}

proptest! {
    #[test]
    fn any_former_places_give_a_sound_drawing(
        mut request in crate::graphs::any_request(),
        places in proptest::collection::vec(proptest::option::of((-500_i16..500, -500_i16..500)), 60),
    ) {
        request.former = places[..request.sizes.len()]
            .iter()
            .map(|place| place.map(|(x, y)| Point::new(f32::from(x), f32::from(y) * 0.1)))
            .collect();
        prop_assert_eq!(fault(&request, &arrange(&request)), None);
    }

    #[test]
    fn former_drawings_that_changed_are_drawn_soundly(request in crate::graphs::any_request(), cut in 0_usize..20) {
        let next = thinned(&request, cut);
        prop_assert_eq!(fault(&next, &arrange(&next)), None);
    }
}
