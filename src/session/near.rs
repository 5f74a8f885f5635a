//! The items whose names come nearest to words that name none: "did you mean".

use crate::graph::{Graph, NodeId};
use crate::letters;
use crate::order;

/// Longer words are not compared to their end.
const LONGEST: usize = 48;

/// The items whose name, name and version, or id differ least from the words; at most `most`, and none that
/// differs in more than a third of its letters.
pub fn nearest_names(graph: &Graph, typed: &str, most: usize) -> Vec<NodeId> {
    let wanted = letters(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    // Two letters that changed places are two letters.
    let allowed = if wanted.len() < 4 { 1 } else { (wanted.len() / 3).max(2) };
    let mut found: Vec<(usize, NodeId)> = Vec::new();
    for (id, node) in graph.ids().zip(&graph.nodes) {
        let whole = format!("{} {}", node.name, node.version);
        let texts = [node.name.as_str(), &whole, &node.key.id];
        let distance = texts.into_iter().filter_map(|text| within(&wanted, &letters(text), allowed)).min();
        found.extend(distance.map(|distance| (distance, id)));
    }
    order::sort(&mut found);
    found.truncate(most);
    found.into_iter().map(|(_, id)| id).collect()
}

fn letters(text: &str) -> Vec<char> {
    text.trim().chars().flat_map(letters::lowered).take(LONGEST).collect()
}

/// How many letters have to be changed, added or taken away (Levenshtein); none if more than allowed.
fn within(wanted: &[char], other: &[char], allowed: usize) -> Option<usize> {
    if wanted.len().abs_diff(other.len()) > allowed {
        return None;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, one) in wanted.iter().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (place, letter) in other.iter().enumerate() {
            let changed = corner + usize::from(one != letter);
            corner = row[place + 1];
            row[place + 1] = changed.min(corner + 1).min(row[place] + 1);
        }
    }
    row.last().copied().filter(|distance| *distance <= allowed)
}
