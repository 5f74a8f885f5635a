//! Work with rests comes to the very end of work without.

use std::future::poll_fn;
use std::task::Poll;

use release_atlas::manifest::compare::{compare, compared};
use release_atlas::manifest::drift::{contradictions, contradictions_paced};
use release_atlas::manifest::inventory::{Boms, Index, read as read_list};
use release_atlas::manifest::route::{Plan, Question};
use release_atlas::manifest::{Matrix, Recalls, read_paced};
use release_atlas::pace::{Pace, Rest, Stretch, at_once};

use crate::{data, document, manifest};

/// Rests at every turn.
#[expect(clippy::unnecessary_wraps, reason = "a pace asks for it")]
fn often(_: Stretch) -> Option<Rest> {
    let mut is_over = false;
    Some(Box::pin(poll_fn(move |_| {
        if std::mem::replace(&mut is_over, true) { Poll::Ready(()) } else { Poll::Pending }
    })))
}

const OFTEN: Pace = Pace::new(often);

#[test]
fn everything_made_with_rests_is_what_is_made_at_once() {
    let older = data("dialect-5.1.1-url-as-text");
    let newer = data("dialect-5.2-sddc-manager-releases-epoch");
    let (a, b) = (manifest(older.text()), manifest(newer.text()));
    assert_eq!(format!("{:?}", at_once(read_paced(&document(older.text()), OFTEN))), format!("{a:?}"));
    let all = [&a, &b];
    let recalls = Recalls::new(&all);
    let rested = at_once(Recalls::paced(&all, OFTEN));
    assert_eq!(rested.oddities(), at_once(recalls.oddities_paced(OFTEN)));
    assert_eq!(at_once(compared(&a, &b, OFTEN)), compare(&a, &b));
    assert!(!compare(&a, &b).changes.is_empty());
    assert_eq!(at_once(Matrix::paced(&b, &recalls, OFTEN)), Matrix::new(&b, &recalls));
    assert_eq!(at_once(Matrix::against_paced(&a, &b, &recalls, OFTEN)), Matrix::against(&a, &b, &recalls));
    assert_eq!(at_once(contradictions_paced(&b, OFTEN)), contradictions(&b));
    let question = Question { from: "4.0".to_owned(), ..Question::default() };
    assert_eq!(at_once(Plan::paced(&all, &recalls, &question, OFTEN)), Plan::new(&all, &recalls, &question));
    let boms = std::sync::Arc::new(at_once(Boms::paced(&all, &recalls, OFTEN)));
    let list = "VCENTER 8.0.3-24674464\nnothing";
    let rows = |index: &Index<'_>| at_once(index.report_paced(read_list(list, &|_| false), OFTEN)).counts;
    assert_eq!(rows(&Index::of(boms, &all, &recalls)), rows(&Index::new(&all, &recalls)));
}
