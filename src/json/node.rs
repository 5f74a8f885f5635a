//! One value of the arena, in 16 bytes, and the name it stands under.

use std::ops::Range;

/// The most bytes of text that a document can hold (512 MB): places are kept in 29 bits.
pub(super) const LONGEST_TEXT: usize = PLACE as usize;

const PLACE: u32 = (1 << 29) - 1;
const KIND_SHIFT: u32 = 29;
const ESCAPED: u32 = 1 << 31;
const NAME_ESCAPED: u32 = 1 << 31;
const SHADOWED: u32 = 1 << 30;

/// The kind of a value, with the two booleans apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,
}

/// One value of the arena.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Offset of the first byte; the tag in the upper three bits.
    start: u32,
    /// Offset after the last byte; whether a string has escapes in the uppermost bit.
    end: u32,
    /// Offset of the name's opening quote, 0 for an item or the root; flags in the upper bits.
    name: u32,
    /// For an array or object: the id after its last descendant. For a leaf: the id of its parent.
    pub(super) link: u32,
}

const _: () = assert!(size_of::<Node>() == 16, "a value is 16 bytes");

/// A member's name as the reader found it: where it begins, and whether it has escapes.
#[derive(Clone, Copy, Debug)]
pub(super) struct NamePlace(u32);

impl NamePlace {
    /// No name: an item of an array, or the root.
    pub(super) const NONE: Self = Self(0);

    /// The name whose opening quote stands at `start`.
    #[inline]
    pub(super) fn new(start: usize, escaped: bool) -> Self {
        Self(start as u32 | if escaped { NAME_ESCAPED } else { 0 })
    }
}

impl Node {
    /// A value without children.
    #[inline]
    pub(super) fn leaf(tag: Tag, span: Range<usize>, escaped: bool, name: NamePlace, parent: u32) -> Self {
        Self {
            start: span.start as u32 | (tag as u32) << KIND_SHIFT,
            end: span.end as u32 | if escaped { ESCAPED } else { 0 },
            name: name.0,
            link: parent,
        }
    }

    /// An array or object whose end is not known yet.
    #[inline]
    pub(super) fn open(tag: Tag, start: usize, name: NamePlace) -> Self {
        Self { start: start as u32 | (tag as u32) << KIND_SHIFT, end: 0, name: name.0, link: 0 }
    }

    /// Sets the end of an array or object: of its text, and of its subtree.
    #[inline]
    pub(super) fn close(&mut self, end: usize, next: usize) {
        self.end = end as u32;
        self.link = next as u32;
    }

    /// Marks a member that a later one of the same name replaces.
    pub(super) fn shadow(&mut self) {
        self.name |= SHADOWED;
    }

    #[inline]
    pub(super) fn start(self) -> usize {
        (self.start & PLACE) as usize
    }

    #[inline]
    pub(super) fn end(self) -> usize {
        (self.end & PLACE) as usize
    }

    #[inline]
    pub(super) fn is_escaped(self) -> bool {
        self.end & ESCAPED != 0
    }

    #[inline]
    pub(super) fn name_start(self) -> Option<usize> {
        match (self.name & PLACE) as usize {
            0 => None,
            start => Some(start),
        }
    }

    /// The offset after the last byte.
    pub(super) fn last_byte(self) -> usize {
        self.end()
    }

    /// Where the name stands in the text, quotes included; empty where there is none.
    #[inline]
    pub(super) fn name_span(self, text: &str) -> Range<usize> {
        let Some(start) = self.name_start() else { return 0..0 };
        // Between the name's last quote and the value there is a colon and white space alone.
        let upto_value = text.as_bytes().get(start..self.start()).unwrap_or_default();
        let last_quote = upto_value.iter().rposition(|&byte| byte == b'"').unwrap_or(1);
        start..start + last_quote + 1
    }

    /// The name as written, without quotes; empty where there is none.
    #[inline]
    pub(super) fn name_inner(self, text: &str) -> &str {
        let span = self.name_span(text);
        text.get(span.start + 1..span.end.wrapping_sub(1)).unwrap_or_default()
    }

    /// Whether a later member of the same name replaces it.
    #[inline]
    pub(super) fn is_shadowed(self) -> bool {
        self.name & SHADOWED != 0
    }

    #[inline]
    pub(super) fn is_name_escaped(self) -> bool {
        self.name & NAME_ESCAPED != 0
    }

    /// The offset where the value begins, its name included.
    pub(super) fn first_byte(self) -> usize {
        self.name_start().unwrap_or_else(|| self.start())
    }

    #[inline]
    pub(super) fn tag(self) -> Tag {
        match self.start >> KIND_SHIFT {
            0 => Tag::Null,
            1 => Tag::False,
            2 => Tag::True,
            3 => Tag::Number,
            4 => Tag::String,
            5 => Tag::Array,
            _ => Tag::Object,
        }
    }

    #[inline]
    pub(super) fn is_container(self) -> bool {
        self.start >> KIND_SHIFT >= Tag::Array as u32
    }

    /// The id after the last descendant of the value `id`, which is this one.
    #[inline]
    pub(super) fn next(self, id: u32) -> u32 {
        if self.is_container() { self.link } else { id + 1 }
    }
}
