//! What is written beside a node about its edges: why they cannot be used, once for all that share the reason.
//!
//! A reason stands at the end that it comes from: a release that is not applicable says so where its edges leave,
//! a recalled bundle where the edges arrive.

use crate::geometry::Point;
use crate::order;

use super::build::Scene;
use super::look::{EdgeLook, Line, Reason, Thread};
use super::measure::Face;
use super::paint::{Anchor, Path, Pen, Run, Surface, View, depth};

/// The reason of the blocked edges on one side of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// Which node.
    pub node: u32,
    /// Whether its leaving edges are meant; else those that arrive.
    pub leaves: bool,
    /// Why they cannot be used.
    pub reason: Reason,
}

/// From this scale on notes are drawn: below it they would be larger than the room between cards.
const SMALLEST_SCALE: f32 = 0.48;
/// Letters are never smaller, in pixels of the screen.
const SMALLEST: f32 = 8.5;

/// The notes on edges that are blocked: each once, sorted.
pub(super) fn notes(reasons: &[(u32, Reason)], edge: impl Fn(u32) -> ([u32; 2], EdgeLook)) -> Vec<Note> {
    let note = |&(place, reason): &(u32, Reason)| {
        let ([from, to], look) = edge(place);
        let leaves = reason == Reason::Inapplicable || look.thread() == Thread::Customizes;
        let node = if leaves { from } else { to };
        (look.line() == Line::Barred).then_some(Note { node, leaves, reason })
    };
    let mut notes: Vec<Note> = reasons.iter().filter_map(note).collect();
    order::sort(&mut notes);
    notes.dedup();
    notes
}

/// Writes the notes of a node above its card, where no edge of a fan passes: on the left what arrives, on the right
/// what leaves.
pub(super) fn draw(scene: &Scene, node: u32, view: View, surface: &mut impl Surface) {
    if view.scale() < SMALLEST_SCALE {
        return;
    }
    let rect = view.to_surface.apply_rect(scene.node_rect(node));
    let unit = view.to_surface.scale;
    let (face, ink) = (Face::Badge, super::Ink::EdgeBlocked);
    let size = (face.size() * unit).max(SMALLEST * view.density);
    for note in scene.notes_of(node) {
        let word = scene.words().reason(note.reason);
        if word.is_empty() {
            continue;
        }
        let base = rect.min.y - 0.4 * size;
        let middle = base - 0.34 * size;
        // The bar of a blocked edge before the word.
        let (bar, left, anchor) = if note.leaves {
            (rect.max.x - 0.2 * size, rect.max.x - 0.6 * size, Anchor::End)
        } else {
            (rect.min.x + 0.2 * size, rect.min.x + 0.6 * size, Anchor::Start)
        };
        let line = Path::line(Point::new(bar, middle - 0.42 * size), Point::new(bar, middle + 0.42 * size));
        surface.stroke(depth::BADGE, &line, Pen::solid(ink, (2.0 * unit).max(1.2 * view.density)));
        surface.text(word, Run { at: Point::new(left, base), face, size, ink, anchor });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fan_of_blocked_edges_says_its_reason_once_where_it_comes_from() {
        let looks = [
            (Thread::Carries, Line::Barred, Reason::Inapplicable),
            (Thread::Carries, Line::Barred, Reason::Inapplicable),
            (Thread::Carries, Line::Barred, Reason::Recalled),
            (Thread::Depends, Line::Dashed, Reason::Pending),
        ];
        let reasons: Vec<(u32, Reason)> = (0..).zip(looks).map(|(edge, look)| (edge, look.2)).collect();
        let made = notes(&reasons, |edge| {
            let (thread, line, _) = looks[edge as usize];
            ([0, 1 + edge], EdgeLook::new(thread, line))
        });
        let note = |node, leaves, reason| Note { node, leaves, reason };
        assert_eq!(made, [note(0, true, Reason::Inapplicable), note(3, false, Reason::Recalled)]);
    }
}
