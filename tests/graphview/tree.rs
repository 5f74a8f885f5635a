//! The tree of rows: opened and closed in any order, always with an end.

use proptest::prelude::*;
use release_atlas::graph::NodeId;
use release_atlas::session::tree::Tree;

use crate::world::bare;

fn levels(tree: &Tree) -> Vec<(u32, u32)> {
    (0..tree.len()).filter_map(|at| tree.row(at)).map(|row| (row.node.0, row.level)).collect()
}

#[test]
fn an_opened_row_shows_what_it_needs_one_level_below() {
    let graph = bare(4, &[(0, 1), (0, 2), (1, 3)]);
    let mut tree = Tree::new(&graph, &[NodeId(0), NodeId(3)]);
    tree.open(&graph, 0);
    assert_eq!(levels(&tree), [(0, 1), (1, 2), (2, 2), (3, 1)]);
    let row = *tree.row(2).expect("a row");
    assert_eq!((row.place, row.siblings, row.children), (2, 2, 0));
    tree.open(&graph, 1);
    assert_eq!(levels(&tree), [(0, 1), (1, 2), (3, 3), (2, 2), (3, 1)]);
    assert_eq!((tree.parent(2), tree.parent(0)), (Some(1), None));
    tree.close(0);
    assert_eq!(levels(&tree), [(0, 1), (3, 1)]);
}

#[test]
fn a_cycle_ends_where_an_item_would_stand_below_itself() {
    let graph = bare(2, &[(0, 1), (1, 0)]);
    let mut tree = Tree::new(&graph, &[NodeId(0), NodeId(1)]);
    tree.open(&graph, 0);
    tree.open(&graph, 1);
    assert_eq!(levels(&tree), [(0, 1), (1, 2), (1, 1)]);
    assert_eq!(tree.row(1).map(|row| row.children), Some(0));
}

proptest! {
    #[test]
    fn closing_all_rows_gives_the_tree_back_that_was(
        edges in proptest::collection::vec((0_u32..12, 0_u32..12), 0..30),
        opened in proptest::collection::vec(0_usize..60, 0..30),
    ) {
        let graph = bare(12, &edges);
        let roots: Vec<NodeId> = graph.ids().collect();
        let first = Tree::new(&graph, &roots);
        let mut tree = first.clone();
        for at in opened {
            tree.open(&graph, at);
        }
        for at in 0..tree.len() {
            let row = *tree.row(at).expect("a row");
            if row.is_open {
                let below = (at + 1..tree.len()).map_while(|below| tree.row(below)).take_while(|below| below.level > row.level);
                prop_assert_eq!(below.filter(|below| below.level == row.level + 1).count() as u32, row.children);
            }
        }
        for at in (0..tree.len()).rev() {
            tree.close(at);
        }
        prop_assert_eq!(tree, first);
    }
}
