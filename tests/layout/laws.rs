//! Laws that hold for every graph.

use crate::graphs::{along, any_request, boxes, cuts, line, overlap, strays};
use proptest::prelude::*;
use release_atlas::geometry::Rect;
use release_atlas::layout::{Course, Job, Phase, arrange};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nodes_never_overlap(request in any_request()) {
        let boxes = boxes(&request, &arrange(&request));
        for (index, &one) in boxes.iter().enumerate() {
            prop_assert!(boxes[index + 1..].iter().all(|&other| !overlap(one, other)));
        }
    }

    #[test]
    fn edges_follow_the_flow_but_for_marked_ones(request in any_request()) {
        let layout = arrange(&request);
        prop_assert_eq!(strays(&request, &layout), Vec::<usize>::new());
        for edge in 0..request.edges.len() {
            let ends = line(&layout, edge).windows(2).map(|pair| (along(&request, pair[0]), along(&request, pair[1])));
            let falls = |(from, to): (f32, f32)| match layout.courses[edge] {
                Course::Forward => from > to,
                Course::Back => from < to,
                Course::Loop => false,
            };
            prop_assert!(!ends.into_iter().any(falls));
        }
    }

    #[test]
    fn edges_begin_and_end_on_the_borders_of_their_nodes(request in any_request()) {
        let layout = arrange(&request);
        let boxes = boxes(&request, &layout);
        for (edge, &(from, to)) in request.edges.iter().enumerate() {
            let line = line(&layout, edge);
            prop_assert!(line.len() >= 2);
            for (point, node) in [(line[0], from), (line[line.len() - 1], to)] {
                prop_assert!(boxes[node as usize].grown(0.1).contains(point));
                prop_assert!(!boxes[node as usize].grown(-0.1).contains(point));
            }
        }
    }

    #[test]
    fn edges_never_run_through_nodes(request in any_request()) {
        let layout = arrange(&request);
        let boxes = boxes(&request, &layout);
        for edge in 0..request.edges.len() {
            for pair in line(&layout, edge).windows(2) {
                prop_assert!(boxes.iter().all(|&node| !cuts(pair[0], pair[1], node)));
            }
        }
    }

    #[test]
    fn the_order_of_the_edges_is_of_no_matter(request in any_request(), turn in 0_usize..150) {
        let layout = arrange(&request);
        let mut turned = request.clone();
        turned.edges.reverse();
        turned.edges.rotate_left(turn % request.edges.len().max(1));
        let again = arrange(&turned);
        prop_assert_eq!(&layout.centers, &again.centers);
        prop_assert_eq!(&layout.layers, &again.layers);
    }

    #[test]
    fn slices_give_the_drawing_of_one_go(request in any_request(), units in 1_u32..2000) {
        let mut job = Job::new(&request);
        let mut last = job.progress();
        while last.phase != Phase::Done {
            let next = job.step(units);
            prop_assert!(next.fraction >= last.fraction);
            last = next;
        }
        prop_assert!(last.fraction >= 1.0);
        prop_assert_eq!(job.finish(), arrange(&request));
    }

    #[test]
    fn bounds_hold_everything(request in any_request()) {
        let layout = arrange(&request);
        let all = boxes(&request, &layout)
            .into_iter()
            .chain(layout.points.iter().map(|&point| Rect { min: point, max: point }));
        for rect in all {
            prop_assert_eq!(layout.bounds.joined(rect), layout.bounds);
        }
    }
}
