use std::collections::BTreeSet;

use release_atlas::layout::Flow;
use release_atlas::manifest::Recalls;
use release_atlas::session::chain::{FIRST_ENTRIES, Figure, Part};

use crate::{builder, recalls};

fn figure(recalls: &Recalls, id: &str) -> Figure {
    Figure::new(recalls, id, FIRST_ENTRIES, Flow::LeftToRight)
}

/// The bundles of a picture, recalled ones marked with `!`, those to move to with `>`.
fn bundles(figure: &Figure) -> BTreeSet<String> {
    let word = |part: &Part| match part {
        Part::Bundle { id, is_recalled, is_ready } => {
            let mark = if *is_recalled {
                "!"
            } else if *is_ready {
                ">"
            } else {
                "?"
            };
            Some(format!("{mark}{id}"))
        }
        _ => None,
    };
    figure.parts.iter().filter_map(|(part, ..)| word(part)).collect()
}

fn set(words: &[&str]) -> BTreeSet<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn whichever_bundle_of_a_small_chain_is_selected_the_picture_is_the_same() {
    let recalls = recalls(
        builder::manifest().recalls(&["a"], &["b"], "READY").recalls(&["b"], &["c"], "READY").recalls(
            &["x"],
            &["c"],
            "READY",
        ),
    );
    for id in ["a", "b", "c", "x"] {
        assert_eq!(bundles(&figure(&recalls, id)), set(&["!a", "!b", "!x", ">c"]), "{id}");
        assert_eq!(figure(&recalls, id).folded, 0);
    }
    assert!(figure(&recalls, "nobody").parts.is_empty());
}

#[test]
fn only_what_is_ready_may_be_moved_to() {
    let recalls =
        recalls(builder::manifest().recalls(&["a"], &["b"], "PENDING").recalls(&["c"], &["d"], "NONE"));
    assert_eq!(bundles(&figure(&recalls, "a")), set(&["!a", "?b"]));
    assert_eq!(bundles(&figure(&recalls, "c")), set(&["!c", "?d"]));
    assert!(figure(&recalls, "a").arrows.iter().any(|arrow| !arrow.leads_on));
}

#[test]
fn a_loop_is_drawn_as_a_line_that_leads_back() {
    let recalls =
        recalls(builder::manifest().recalls(&["a"], &["b"], "READY").recalls(&["b"], &["a"], "READY"));
    let figure = figure(&recalls, "a");
    assert_eq!(bundles(&figure), set(&["!a", "!b"]));
    assert_eq!(figure.arrows.iter().filter(|arrow| arrow.is_back).count(), 1);
}

#[test]
fn five_thousand_steps_are_folded_between_their_beginning_and_their_end() {
    let name = |step: usize| format!("id-{step:05}");
    let chain = (0..5_000).fold(builder::manifest(), |object, step| {
        object.recalls(&[&name(step)], &[&name(step + 1)], "READY")
    });
    let figure = figure(&recalls(chain), &name(0));
    assert_eq!(figure.entries.len(), 5_000);
    assert!(figure.parts.len() < 40, "{}", figure.parts.len());
    let between: Vec<_> = figure
        .parts
        .iter()
        .filter_map(|(part, ..)| matches!(part, Part::Between(_)).then_some(part))
        .collect();
    assert_eq!(between, [&Part::Between(figure.folded)]);
    assert!(bundles(&figure).contains(&format!(">{}", name(5_000))));
    assert!(bundles(&figure).contains(&format!("!{}", name(0))));
}

#[test]
fn many_entries_with_one_replacement_are_counted_beside_the_chain() {
    let name = |at: usize| format!("id-{at:05}");
    let star =
        (0..3_000).fold(builder::manifest(), |object, at| object.recalls(&[&name(at)], &["target"], "READY"));
    let figure = figure(&recalls(star), &name(1_500));
    assert!(bundles(&figure).contains(&format!("!{}", name(1_500))));
    assert!(figure.parts.iter().any(|(part, ..)| *part == Part::Beside(figure.folded)));
    assert!(figure.parts.len() < 40);
}

#[test]
fn an_entry_of_a_thousand_ids_names_a_few_and_counts_the_rest() {
    let names: Vec<String> = (0..1_000).map(|at| format!("id-{at:04}")).collect();
    let refs: Vec<&str> = names.iter().map(String::as_str).collect();
    let recalls = recalls(builder::manifest().recalls(&refs, &["target"], "READY"));
    let figure = figure(&recalls, "id-0777");
    assert!(bundles(&figure).contains("!id-0777"));
    let rest = figure.parts.iter().find_map(|(part, ..)| match part {
        Part::Ids(count) => Some(*count),
        _ => None,
    });
    assert_eq!(rest, Some(995));
}

#[test]
fn cards_do_not_lie_on_one_another() {
    let recalls = recalls(
        builder::manifest()
            .recalls(&["a", "b", "c"], &["d", "e"], "READY")
            .recalls(&["d"], &["f"], "READY")
            .recalls(&["e"], &["a"], "READY"),
    );
    let figure = figure(&recalls, "a");
    for (one, (_, at, size)) in figure.parts.iter().enumerate() {
        for (_, other, its) in &figure.parts[one + 1..] {
            let apart = at.x + size.width <= other.x
                || other.x + its.width <= at.x
                || at.y + size.height <= other.y
                || other.y + its.height <= at.y;
            assert!(apart, "{at:?} {other:?}");
        }
        assert!(at.x >= -0.5 && at.y >= -0.5, "{at:?}");
    }
}
