//! The member names met so far, place by place.
//!
//! Documents are lists of like objects. Each place where an object can stand (the value of a member, or
//! the items of its list) has a context: the names that its objects have had, and which came after
//! which. With it a name is compared instead of scanned, and one bit for each name tells a duplicate.
//! A context only saves time: any context would do for any object.

use super::pattern::Pattern;
use super::string::{Content, Fault, string_end};

/// How many names a context knows; objects with more are compared name by name at their end.
const NAMES: usize = 64;

/// How many contexts there are; deeper places share that of their parent.
const CONTEXTS: usize = 1_024;

/// What is known of one open object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Progress {
    /// Its context; for an array, that of its items.
    pub(super) context: u32,
    /// The name that came last, plus one; 0 for none, or one that the context does not know.
    last: u8,
    /// Whether it may have duplicates, which must be looked for at its end.
    pub(super) is_unsure: bool,
    /// The names of the context that it has, as bits.
    seen: u64,
}

impl Progress {
    /// That of no object.
    pub(super) const NONE: Self = Self { context: 0, last: 0, is_unsure: false, seen: 0 };

    /// Counts a name as there; the second time it is a duplicate.
    #[inline]
    pub(super) fn note(&mut self, place: u8) {
        let bit = 1 << (place & 63);
        self.is_unsure |= self.seen & bit != 0;
        self.seen |= bit;
        self.last = place + 1;
    }
}

/// All contexts of a document.
#[derive(Debug)]
pub(super) struct Names {
    contexts: Vec<Context>,
}

#[derive(Debug)]
struct Context {
    names: Vec<Known>,
    /// For each name plus one (0: the beginning), which name came after it the last time.
    follower: [u8; NAMES + 1],
    /// For each name plus one, the context of objects below it; 0 if there is none yet.
    below: [u32; NAMES + 1],
}

#[derive(Debug)]
struct Known {
    pattern: Pattern,
    /// Where it stood first in the text, without its quote.
    start: usize,
}

impl Names {
    /// Knows one context, 0, without names: that of the root.
    pub(super) fn new() -> Self {
        Self { contexts: vec![Context::new()] }
    }

    /// The progress of an object or array that begins below the last name of `parent`.
    #[inline]
    pub(super) fn below(&mut self, parent: Progress, parent_is_object: bool) -> Progress {
        if !parent_is_object {
            return Progress { context: parent.context, ..Progress::NONE };
        }
        let below = self.contexts[parent.context as usize].below[usize::from(parent.last)];
        let context = if below == 0 { self.add_below(parent) } else { below };
        Progress { context, ..Progress::NONE }
    }

    /// A new context below the last name of `parent`, or its own if there is no more room.
    #[cold]
    fn add_below(&mut self, parent: Progress) -> u32 {
        let next = self.contexts.len();
        if next == CONTEXTS {
            return parent.context;
        }
        self.contexts[parent.context as usize].below[usize::from(parent.last)] = next as u32;
        self.contexts.push(Context::new());
        next as u32
    }

    /// If the name at `start` (after its quote) is the one that was to be expected: its place, and the
    /// offset after its closing quote.
    #[inline]
    pub(super) fn foreseen(&self, object: Progress, bytes: &[u8], start: usize) -> Option<(u8, usize)> {
        let context = self.contexts.get(object.context as usize)?;
        let guess = *context.follower.get(usize::from(object.last))?;
        let known = context.names.get(usize::from(guess))?;
        let own = bytes.get(known.start..).unwrap_or_default();
        known.pattern.matches(own, bytes, start).then_some((guess, start + known.pattern.length()))
    }

    /// Reads another name than the expected one, and learns it.
    #[inline(never)]
    pub(super) fn other(
        &mut self,
        mut object: Progress,
        bytes: &[u8],
        start: usize,
    ) -> Result<(usize, Content, Progress), Fault> {
        let (end, content) = string_end(bytes, start)?;
        let context = &mut self.contexts[object.context as usize];
        let place = if content.escapes { None } else { context.place(bytes, start, end - 1) };
        if let Some(place) = place {
            context.follower[usize::from(object.last)] = place;
            object.note(place);
        } else {
            object.is_unsure = true;
            object.last = 0;
        }
        Ok((end, content, object))
    }
}

impl Context {
    fn new() -> Self {
        Self { names: Vec::new(), follower: [u8::MAX; NAMES + 1], below: [0; NAMES + 1] }
    }

    /// The place of a name without escapes; a new one if there is room.
    fn place(&mut self, bytes: &[u8], start: usize, end: usize) -> Option<u8> {
        let fits =
            |known: &Known| known.pattern.matches(bytes.get(known.start..).unwrap_or_default(), bytes, start);
        if let Some(place) = self.names.iter().position(fits) {
            return Some(place as u8);
        }
        if self.names.len() == NAMES {
            return None;
        }
        self.names.push(Known { pattern: Pattern::new(bytes.get(start..end)?), start });
        Some(self.names.len() as u8 - 1)
    }
}
