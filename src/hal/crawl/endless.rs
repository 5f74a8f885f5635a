//! Endless chains, told by their addresses: growing paths, growing queries, paths that go in circles.
//!
//! A hostile or broken server can name a new address in every answer. The budget ends that too, but late
//! and without a reason; a person should read "addresses grow without end", not "300 requests sent".

use super::super::address::{decoded, split};
use super::task::Task;

/// After this many steps to ever longer paths or queries, a chain counts as endless.
pub(super) const MOST_GROWTH: u32 = 8;
/// A path segment that follows itself this often is part of a loop.
const MOST_SAME_SEGMENTS: usize = 4;

/// How often in a row addresses have grown from holder to target: a longer path, or the same path with a
/// longer query. Numbers count as one digit, so that `page=9` and `page=10` are as long as each other.
pub(super) fn growth(parent: &Task, address: &str) -> u32 {
    let size = |address: &str| {
        let parts = split(address);
        (parts.path.split('/').count(), parts.query.map_or(0, length_without_numbers))
    };
    let (before, after) = (size(&parent.address), size(address));
    let same_path = split(&parent.address).path == split(address).path;
    let grows = after.0 > before.0 || (same_path && after.1 > before.1);
    if grows { parent.growth + 1 } else { 0 }
}

fn length_without_numbers(text: &str) -> usize {
    let bytes = text.as_bytes();
    let repeated_digit =
        |index: usize| index > 0 && bytes[index].is_ascii_digit() && bytes[index - 1].is_ascii_digit();
    (0..bytes.len()).filter(|&index| !repeated_digit(index)).count()
}

/// Whether a path goes round in circles: one segment, or a pair or three of them, follows itself often.
pub(super) fn repeats_segments(address: &str) -> bool {
    let path = decoded(split(address).path);
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    (1..=3).any(|length| {
        let mut run = 0;
        (length..segments.len()).any(|at| {
            run = if segments[at] == segments[at - length] { run + 1 } else { 0 };
            run >= length * (MOST_SAME_SEGMENTS - 1)
        })
    })
}
