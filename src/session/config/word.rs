//! The words that an attribute may have, one type for each such attribute.
//!
//! They are here and not in the browser's room, so that what a host page writes is read and tested
//! without a browser.

use super::problem::Expected;

macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$variant_about:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            $($(#[$variant_about])* $variant),*
        }

        impl $name {
            /// All, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word of the attribute.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),*
                }
            }

            /// What a word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }

            /// What a word stands for, or the words that there are.
            ///
            /// # Errors
            /// [`Expected::OneOf`].
            pub fn of(word: &str) -> Result<Self, Expected> {
                Self::from_word(word).ok_or_else(|| Expected::OneOf(vec![$($word),*]))
            }
        }
    };
}

words! {
    /// Which theme is shown.
    Theme {
        /// As the system says.
        #[default]
        Auto = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
        /// High contrast.
        Contrast = "contrast",
    }
}

words! {
    /// How much room there is around things.
    Density {
        /// Roomy.
        #[default]
        Comfortable = "comfortable",
        /// Tight, for small places.
        Compact = "compact",
    }
}

words! {
    /// How much of the frame is shown around the view.
    Chrome {
        /// All of it: the viewer is the page.
        Full = "full",
        /// What a part of another page needs.
        #[default]
        Compact = "compact",
        /// The view alone.
        None = "none",
    }
}

words! {
    /// The clock of absolute times.
    TimeZone {
        /// That of this machine.
        #[default]
        Local = "local",
        /// Coordinated universal time.
        Utc = "utc",
    }
}

words! {
    /// Whether cookies are sent.
    Credentials {
        /// Never.
        #[default]
        Omit = "omit",
        /// To the page's own origin.
        SameOrigin = "same-origin",
        /// Always.
        Include = "include",
    }
}

words! {
    /// What the wheel does over the graph.
    ZoomMode {
        /// It scrolls the page, unless Ctrl or Cmd is held.
        #[default]
        Cooperative = "cooperative",
        /// It zooms.
        Greedy = "greedy",
    }
}
