//! What the screen says of items in words that stand in none of their documents, so that a search finds them by it.

use crate::graph::{Graph, Index, Label, Node, NodeId, NodeKind, Status};
use crate::letters;
use crate::manifest::{Answer, Recalls};
use crate::order;
use crate::session::route::standing_word;
use crate::text::Texts;
use crate::verdict::{Board, Standing};

/// What is said of most items, and so finds nothing: "ok" stands in far too many other words.
const UNSAID: Status = Status::Ok;

/// Has the index of a graph find items by their status and standing, in the language of the reader and in English.
pub fn labelled(index: Index, texts: &Texts, graph: &Graph, board: &Board, recalls: &Recalls) -> Index {
    let marks = graph.ids().zip(&graph.nodes).map(|(id, node)| marks(id, node, board, recalls)).collect();
    index.with_labels(labels(texts), marks)
}

/// Every label, once, in the order of the words.
fn labels(texts: &Texts) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut add = |words: &str, mark: u32| {
        let words = letters::lower(words).replace('-', " ");
        labels.push(Label { words: words.split_whitespace().collect::<Vec<_>>().join(" "), marks: mark });
    };
    for status in Status::ALL.into_iter().filter(|status| *status != UNSAID) {
        add(status.word(), of_status(status));
        add(&texts.plain(&format!("status-{}", status.word())), of_status(status));
    }
    for standing in Standing::ALL {
        add(standing.word(), of_standing(standing));
        add(&texts.plain(&format!("standing-{}", standing_word(standing))), of_standing(standing));
    }
    add("withdrawn", WITHDRAWN);
    add(&texts.plain("search-withdrawn"), WITHDRAWN);
    add(&texts.plain("answer-withdrawn"), WITHDRAWN);
    order::sort_by(&mut labels, |one: &Label, other| one.words.cmp(&other.words));
    labels.dedup_by(|again, first| {
        let is_same = again.words == first.words;
        first.marks |= if is_same { again.marks } else { 0 };
        is_same
    });
    labels
}

/// The mark after those of statuses and standings.
const WITHDRAWN: u32 = 1 << 16;

const fn of_status(status: Status) -> u32 {
    1 << status as u32
}

const fn of_standing(standing: Standing) -> u32 {
    1 << (8 + standing as u32)
}

fn marks(id: NodeId, node: &Node, board: &Board, recalls: &Recalls) -> u32 {
    let said = of_status(node.status) | of_status(node.condition()) | of_standing(board.standing(id));
    let is_recalled = node.key.kind == NodeKind::Bundle && node.status == Status::Recalled;
    said | match is_recalled.then(|| recalls.answer(&node.key.id)) {
        // Its replacement is pending.
        Some(Answer::Wait) => of_status(Status::Pending),
        Some(Answer::Withdrawn) => WITHDRAWN,
        _ => 0,
    }
}
