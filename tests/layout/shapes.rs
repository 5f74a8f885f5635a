//! Graphs of a special shape, each of which has broken some layout before.

use crate::graphs::{boxes, overlap, releases, request, strays};
use release_atlas::geometry::{Point, Rect, Size};
use release_atlas::layout::{Course, Grouped, Layout, Request, arrange, overview};

fn drawn(request: &Request) -> Layout {
    let layout = arrange(request);
    assert_eq!(strays(request, &layout), Vec::<usize>::new());
    layout
}

fn aspect(layout: &Layout) -> f32 {
    layout.bounds.width() / layout.bounds.height()
}

#[test]
fn empty_graph_gives_an_empty_drawing() {
    let layout = arrange(&Request::default());
    assert!(layout.centers.is_empty());
    assert_eq!(layout.starts, [0]);
}

#[test]
fn chain_of_a_hundred_thousand_is_drawn_without_recursion() {
    let count = 100_000;
    let layout = drawn(&request(count as usize, (1..count).map(|node| (node - 1, node)).collect()));
    assert_eq!(layout.layers.last(), Some(&(count - 1)));
}

#[test]
fn ring_of_a_hundred_thousand_has_one_back_edge() {
    let count = 100_000;
    let layout = drawn(&request(count as usize, (0..count).map(|node| (node, (node + 1) % count)).collect()));
    assert_eq!(layout.courses.iter().filter(|&&course| course == Course::Back).count(), 1);
}

#[test]
fn chain_with_many_long_edges_stays_small() {
    let count = 5_000;
    let chain = (1..count).map(|node| (node - 1, node));
    let long = (0..count / 2).map(|node| (node, count - 1 - node));
    let layout = drawn(&request(count as usize, chain.chain(long).collect()));
    assert!(layout.points.len() < 3_000_000);
}

#[test]
fn star_of_five_thousand_fits_a_screen() {
    let layout = drawn(&request(5_001, (1..=5_000).map(|leaf| (leaf, 0)).collect()));
    assert!((0.33..3.0).contains(&aspect(&layout)), "{}", aspect(&layout));
}

#[test]
fn five_thousand_components_fit_a_screen() {
    let layout = drawn(&request(10_000, (0..5_000).map(|pair| (2 * pair, 2 * pair + 1)).collect()));
    assert!((0.33..3.0).contains(&aspect(&layout)), "{}", aspect(&layout));
}

#[test]
fn complete_layers_are_drawn() {
    let edges = (0..60_u32).flat_map(|from| (60..120).map(move |to| (from, to))).collect();
    assert_eq!(drawn(&request(120, edges)).layers[100], 1);
}

#[test]
fn thirty_diamonds_in_a_row_have_no_crossing_and_ninety_layers_less_thirty() {
    let edges = (0..30_u32).flat_map(|diamond| {
        let top = 3 * diamond;
        [(top, top + 1), (top, top + 2), (top + 1, top + 3), (top + 2, top + 3)]
    });
    assert_eq!(drawn(&request(91, edges.collect())).layers[90], 60);
}

#[test]
fn thousand_releases_fit_a_screen_without_overlap() {
    let request = request(1_000, releases(1_000));
    let layout = drawn(&request);
    assert!((0.33..3.0).contains(&aspect(&layout)), "{}", aspect(&layout));
    let boxes = boxes(&request, &layout);
    for (index, &one) in boxes.iter().enumerate() {
        assert!(boxes[index + 1..].iter().all(|&other| !overlap(one, other)));
    }
}

#[test]
fn edges_to_unknown_nodes_are_kept_as_loops() {
    let layout = arrange(&request(2, vec![(0, 1), (0, 7), (9, 9)]));
    assert_eq!(layout.courses, [Course::Forward, Course::Loop, Course::Loop]);
}

#[test]
fn groups_keep_apart_and_leave_room_for_titles_that_can_be_read() {
    let request = request(300, releases(300));
    let groups: Vec<u32> = (0..300).map(|node| node % 7).collect();
    let titles = vec![Size { width: 90.0, height: 18.0 }; 7];
    let Grouped { layout, frames, head } = overview(&request, &groups, &titles);
    let boxes = boxes(&request, &layout);
    for (index, &one) in boxes.iter().enumerate() {
        assert!(boxes[index + 1..].iter().all(|&other| !overlap(one, other)));
    }
    let titled = |frame: Rect| Rect { max: Point::new(frame.max.x, frame.min.y + head), ..frame };
    for (index, &frame) in frames.iter().enumerate() {
        assert!(frames[index + 1..].iter().all(|&other| !overlap(frame, other)));
        let own = (0..300).filter(|node| groups[*node] == index as u32).map(|node| boxes[node]);
        assert!(own.clone().count() > 0 && own.into_iter().all(|one| overlap(one, frame)));
        assert!(boxes.iter().all(|&one| !overlap(one, titled(frame))), "a title lies on no node");
    }
    let scale = (1_000.0 / layout.bounds.width()).min(625.0 / layout.bounds.height());
    assert!(head * scale > 15.0, "{}", head * scale);
    assert!((0.33..3.0).contains(&aspect(&layout)), "{}", aspect(&layout));
}
