//! What stays where it was when the graph changes.

use crate::graphs::{boxes, overlap, releases, request, strays};
use proptest::prelude::*;
use release_atlas::geometry::{Point, Size};
use release_atlas::layout::{Flow, Layout, Request, arrange};

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
        let layout = arrange(&request);
        prop_assert_eq!(strays(&request, &layout), Vec::<usize>::new());
        let boxes = boxes(&request, &layout);
        for (index, &one) in boxes.iter().enumerate() {
            prop_assert!(boxes[index + 1..].iter().all(|&other| !overlap(one, other)));
        }
    }

    #[test]
    fn former_drawings_that_changed_are_drawn_soundly(request in crate::graphs::any_request(), cut in 0_usize..20) {
        let before = arrange(&request);
        let mut next = request.clone();
        next.edges.truncate(next.edges.len().saturating_sub(cut));
        next.former = before.centers.iter().copied().map(Some).collect();
        let layout = arrange(&next);
        prop_assert_eq!(strays(&next, &layout), Vec::<usize>::new());
        let boxes = boxes(&next, &layout);
        for (index, &one) in boxes.iter().enumerate() {
            prop_assert!(boxes[index + 1..].iter().all(|&other| !overlap(one, other)));
            for edge in 0..next.edges.len() {
                let line = crate::graphs::line(&layout, edge);
                prop_assert!(line.windows(2).all(|pair| !crate::graphs::cuts(pair[0], pair[1], one)));
            }
        }
    }
}
