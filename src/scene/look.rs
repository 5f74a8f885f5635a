//! How nodes and edges look: the few words in which the picture speaks.
//!
//! The graph's kinds and states are facts about releases; these are decisions about drawing. Several facts
//! may share a look, and a look can change without the graph knowing.

use super::ink::Ink;

/// How a node is doing, as seen: each tone has its own icon, outline of the icon, word and ink.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Tone {
    /// Nothing is wrong.
    Ok,
    /// Too little is known.
    #[default]
    Unknown,
    /// Waits.
    Pending,
    /// Failed.
    Failed,
    /// Recalled.
    Recalled,
    /// Too little is known, since asking for it failed.
    Vain,
    /// Nothing is wrong with it but what it carries, some of which is recalled.
    Carrier,
    /// Nothing is wrong with it but what it did to others, some of which failed.
    Failing,
    /// In order itself, and yet at risk.
    AtRisk,
    /// In order itself, but too little is known to call it clear.
    Unclear,
}

impl Tone {
    /// Every tone, the order in which marks are drawn, so that trouble ends on top.
    pub const ALL: [Self; 10] = [
        Self::Ok,
        Self::Unknown,
        Self::Pending,
        Self::Failed,
        Self::Recalled,
        Self::Vain,
        Self::Carrier,
        Self::Failing,
        Self::AtRisk,
        Self::Unclear,
    ];

    /// The ink of its mark.
    pub const fn ink(self) -> Ink {
        match self {
            Self::Ok => Ink::Ok,
            Self::Unknown | Self::Unclear => Ink::Unknown,
            Self::Pending | Self::AtRisk => Ink::Pending,
            Self::Failed | Self::Vain | Self::Failing => Ink::Failed,
            Self::Recalled | Self::Carrier => Ink::Recalled,
        }
    }

    /// The ink of the ground behind its mark.
    pub const fn ground(self) -> Ink {
        match self {
            Self::Ok => Ink::OkGround,
            Self::Unknown | Self::Vain | Self::Unclear => Ink::UnknownGround,
            Self::Pending | Self::AtRisk => Ink::PendingGround,
            Self::Failed | Self::Failing => Ink::FailedGround,
            Self::Recalled | Self::Carrier => Ink::RecalledGround,
        }
    }

    /// The word used as a class in SVG.
    pub const fn word(self) -> &'static str {
        self.ink().word()
    }

    /// Whether it asks for attention, and so its word is written on the card.
    pub const fn speaks(self) -> bool {
        !matches!(self, Self::Ok)
    }

    pub(super) const fn from_bits(bits: u8) -> Self {
        match bits {
            0 => Self::Ok,
            2 => Self::Pending,
            3 => Self::Failed,
            4 => Self::Recalled,
            5 => Self::Vain,
            6 => Self::Carrier,
            7 => Self::Failing,
            8 => Self::AtRisk,
            9 => Self::Unclear,
            _ => Self::Unknown,
        }
    }
}

/// The outline of a node, by what it stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Outline {
    /// A release: rounded corners.
    #[default]
    Release,
    /// A customization: round ends.
    Customization,
    /// A Cloud Foundation release: rounded corners and a second line inside.
    Platform,
    /// A bundle: a folded upper right corner.
    Bundle,
    /// Known by name only: a broken border.
    Unknown,
}

impl Outline {
    pub(super) const fn from_bits(bits: u8) -> Self {
        match bits {
            0 => Self::Release,
            1 => Self::Customization,
            2 => Self::Platform,
            3 => Self::Bundle,
            _ => Self::Unknown,
        }
    }
}

/// The line of an edge, by whether it can be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Line {
    /// Stands: solid.
    #[default]
    Solid,
    /// Stands under a condition: dashed.
    Dashed,
    /// The other side is not loaded: dotted.
    Dotted,
    /// Cannot be used: solid, with a bar across before its target.
    Barred,
}

impl Line {
    /// Every line, quietest first: the order in which edges are drawn.
    pub const ALL: [Self; 4] = [Self::Solid, Self::Dotted, Self::Dashed, Self::Barred];

    /// Lengths of dash and gap in pixels at zoom 1, if it is broken.
    pub const fn dash(self) -> Option<[f32; 2]> {
        match self {
            Self::Solid | Self::Barred => None,
            Self::Dashed => Some([6.0, 4.0]),
            Self::Dotted => Some([1.5, 4.0]),
        }
    }

    /// The word used as a class in SVG.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Dashed => "dashed",
            Self::Dotted => "dotted",
            Self::Barred => "barred",
        }
    }

    const fn from_bits(bits: u8) -> Self {
        match bits {
            0 => Self::Solid,
            1 => Self::Dashed,
            2 => Self::Dotted,
            _ => Self::Barred,
        }
    }
}

/// What an edge ties together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Thread {
    /// A release depends on a release.
    #[default]
    Depends,
    /// A customization was applied to a release.
    Customizes,
    /// A Cloud Foundation release carries a bundle.
    Carries,
    /// A recalled bundle is replaced.
    Replaced,
}

impl Thread {
    /// The word used as a class in SVG.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Depends => "depends",
            Self::Customizes => "customizes",
            Self::Carries => "carries",
            Self::Replaced => "replaced",
        }
    }

    const fn from_bits(bits: u8) -> Self {
        match bits {
            0 => Self::Depends,
            1 => Self::Customizes,
            2 => Self::Carries,
            _ => Self::Replaced,
        }
    }
}

/// Why an edge cannot be used, or not yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Reason {
    /// It can be used.
    #[default]
    None,
    /// One of its ends failed.
    Failed,
    /// Its target is recalled.
    Recalled,
    /// Its source is not applicable.
    Inapplicable,
    /// Something is still to come.
    Pending,
    /// Its target is not loaded.
    NotLoaded,
    /// The replacement is named and not published.
    Unpublished,
    /// A newer document says something else.
    Superseded,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::None,
        Self::Failed,
        Self::Recalled,
        Self::Inapplicable,
        Self::Pending,
        Self::NotLoaded,
        Self::Unpublished,
        Self::Superseded,
    ];

    /// The word used in text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Failed => "failed",
            Self::Recalled => "recalled",
            Self::Inapplicable => "inapplicable",
            Self::Pending => "pending",
            Self::NotLoaded => "not-loaded",
            Self::Unpublished => "unpublished",
            Self::Superseded => "superseded",
        }
    }
}

/// Thread and line of an edge in one byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EdgeLook {
    bits: u8,
}

impl EdgeLook {
    /// Puts both into a byte.
    pub const fn new(thread: Thread, line: Line) -> Self {
        Self { bits: (thread as u8) << 2 | line as u8 }
    }

    /// What the edge ties together.
    pub const fn thread(self) -> Thread {
        Thread::from_bits(self.bits >> 2)
    }

    /// Whether it can be used.
    pub const fn line(self) -> Line {
        Line::from_bits(self.bits & 3)
    }

    /// Its ink at rest.
    pub const fn ink(self) -> Ink {
        match (self.line(), self.thread()) {
            (Line::Barred, _) => Ink::EdgeBlocked,
            (Line::Dashed, _) => Ink::EdgeConditional,
            (Line::Solid, Thread::Replaced) => Ink::EdgeReplaced,
            _ => Ink::Edge,
        }
    }
}

/// Why a node or an edge is lit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Role {
    /// Needs the selected node.
    Upstream,
    /// Is needed by the selected node.
    Downstream,
    /// A search found it.
    Search,
    /// Only in the newer document.
    Added,
    /// Only in the older document.
    Removed,
    /// In both documents, and different.
    Changed,
    /// Lies on the path that was asked for.
    Path,
    /// The pointer is over it.
    Hover,
    /// Selected.
    Selected,
}

impl Role {
    /// Every role, weakest first: the order in which lit things are drawn.
    pub const ALL: [Self; 9] = [
        Self::Upstream,
        Self::Downstream,
        Self::Search,
        Self::Added,
        Self::Removed,
        Self::Changed,
        Self::Path,
        Self::Hover,
        Self::Selected,
    ];

    /// Its ink.
    pub const fn ink(self) -> Ink {
        match self {
            Self::Upstream => Ink::Upstream,
            Self::Downstream => Ink::Downstream,
            Self::Search => Ink::Search,
            Self::Added => Ink::Added,
            Self::Removed => Ink::Removed,
            Self::Changed => Ink::Changed,
            Self::Path => Ink::Path,
            Self::Hover => Ink::Hover,
            Self::Selected => Ink::Accent,
        }
    }

    /// The word used as a class and in text ids.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Selected => "selected", // its ink is that of everything chosen
            _ => self.ink().word(),
        }
    }

    /// Width of its line at a scale, in pixels of the screen: finer where lines lie close.
    pub fn line_width(self, scale: f32) -> f32 {
        self.width() * (0.55 + scale).min(1.0)
    }

    /// Width of its ring, in pixels of the screen.
    pub const fn width(self) -> f32 {
        match self {
            Self::Upstream | Self::Downstream | Self::Hover => 1.5,
            Self::Search | Self::Added | Self::Removed | Self::Changed => 2.0,
            Self::Path | Self::Selected => 2.5,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_look_gives_back_what_was_put_in() {
        for thread in [Thread::Depends, Thread::Customizes, Thread::Carries, Thread::Replaced] {
            for line in Line::ALL {
                let look = EdgeLook::new(thread, line);
                assert_eq!((look.thread(), look.line()), (thread, line));
            }
        }
        for tone in Tone::ALL {
            assert_eq!(Tone::from_bits(tone as u8), tone);
        }
    }
}
