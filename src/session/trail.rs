//! The focuses that led to the present one, so that a person can go back to any of them.

use crate::graph::NodeKey;

/// More steps say nothing to anybody.
const MOST: usize = 6;

/// The trail after the focus went to `focus`: a step back shortens it, a new focus is added.
pub fn trail(former: &[NodeKey], focus: Option<&NodeKey>) -> Vec<NodeKey> {
    let Some(focus) = focus else { return Vec::new() };
    let kept = former.iter().position(|key| key == focus).unwrap_or(former.len());
    let mut trail = former[..kept].to_vec();
    trail.push(focus.clone());
    let first = trail.len().saturating_sub(MOST);
    trail.split_off(first)
}
