//! Inks: every purpose for which the picture uses a colour, and palettes that say which colour.
//!
//! Shapes name an [`Ink`]; only a [`Palette`] knows colours. The browser fills one from the custom
//! properties of its host element once per theme change; a written SVG carries one or two of them.

/// One list says all of an ink: what it is for, the class in SVG, the custom property on the host element, and
/// the colours where the host gives none, light and dark (the values of `style/tokens.css`).
macro_rules! inks {
    ($($(#[$about:meta])* $ink:ident: $class:literal, $property:literal, $light:literal, $dark:literal;)*) => {
        /// A purpose for which a colour is used.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Ink {
            $($(#[$about])* $ink),*
        }

        impl Ink {
            /// Every ink, in the order of [`Palette::colors`].
            pub const ALL: [Self; ROWS.len()] = [$(Self::$ink),*];
        }

        const ROWS: [Row; [$($class),*].len()] = [
            $(Row { class: $class, property: $property, light: $light, dark: $dark }),*
        ];
    };
}

struct Row {
    class: &'static str,
    property: &'static str,
    light: &'static str,
    dark: &'static str,
}

inks! {
    /// The ground of the picture.
    Canvas: "canvas", "--atlas-bg", "#f6f7f9", "#0e1116";
    /// The body of a node.
    Card: "card", "--atlas-node-bg", "#ffffff", "#161a21";
    /// The border of a node.
    CardBorder: "card-border", "--atlas-node-border", "#c3cad5", "#3a4452";
    /// Names.
    Text: "text", "--atlas-fg", "#171c24", "#e7eaf0";
    /// Versions and counts.
    Muted: "muted", "--atlas-fg-muted", "#566070", "#9ca7b6";
    /// Edges at rest.
    Edge: "edge", "--atlas-edge", "#a9b2bf", "#4a5463";
    /// Arrow heads, and what must stand out of the quiet edges.
    EdgeStrong: "edge-strong", "--atlas-edge-strong", "#39455a", "#c6cfdb";
    /// Edges that stand under a condition.
    EdgeConditional: "edge-conditional", "--atlas-edge-pending", "#7d5200", "#f0c060";
    /// Edges that cannot be used.
    EdgeBlocked: "edge-blocked", "--atlas-edge-blocked", "#b3261e", "#ff9289";
    /// Edges from a recalled bundle to its replacement.
    EdgeReplaced: "edge-replaced", "--atlas-edge-replaced", "#11694a", "#5fd3a4";
    /// Status marks: fine.
    Ok: "ok", "--atlas-ok-fg", "#11694a", "#5fd3a4";
    /// Ground behind a fine status.
    OkGround: "ok-ground", "--atlas-ok-bg", "#e2f5ec", "#10291f";
    /// Status marks: waiting.
    Pending: "pending", "--atlas-pending-fg", "#7d5200", "#f0c060";
    /// Ground behind a waiting status.
    PendingGround: "pending-ground", "--atlas-pending-bg", "#fdf1d7", "#2c220c";
    /// Status marks: failed.
    Failed: "failed", "--atlas-failed-fg", "#b3261e", "#ff9289";
    /// Ground behind a failed status.
    FailedGround: "failed-ground", "--atlas-failed-bg", "#fdeae8", "#351512";
    /// Status marks: recalled.
    Recalled: "recalled", "--atlas-recalled-fg", "#86198f", "#ec9df3";
    /// Ground behind a recalled status.
    RecalledGround: "recalled-ground", "--atlas-recalled-bg", "#fae8fb", "#33123a";
    /// Status marks: not known.
    Unknown: "unknown", "--atlas-unknown-fg", "#4b5563", "#b3bcc9";
    /// Ground behind an unknown status.
    UnknownGround: "unknown-ground", "--atlas-unknown-bg", "#e9ecf1", "#232a34";
    /// What is selected.
    Accent: "accent", "--atlas-accent", "#2457d6", "#7ea6ff";
    /// What the pointer is over.
    Hover: "hover", "--atlas-hover", "#5a6b85", "#a9b8cf";
    /// The path between two nodes.
    Path: "path", "--atlas-path", "#c2410c", "#ff9a5c";
    /// What needs the selected node.
    Upstream: "upstream", "--atlas-upstream", "#9a5b00", "#e0a95a";
    /// What the selected node needs.
    Downstream: "downstream", "--atlas-downstream", "#0b6e86", "#58c4dc";
    /// What a search found.
    Search: "search", "--atlas-search", "#b45309", "#ffd166";
    /// Only in the newer of two documents.
    Added: "added", "--atlas-added", "#11694a", "#5fd3a4";
    /// Only in the older of two documents.
    Removed: "removed", "--atlas-removed", "#b3261e", "#ff9289";
    /// In both, and different.
    Changed: "changed", "--atlas-changed", "#2457d6", "#7ea6ff";
}

impl Ink {
    /// The word used as a class in SVG.
    pub const fn word(self) -> &'static str {
        ROWS[self as usize].class
    }

    /// The custom property that holds the colour on the host element.
    pub const fn property(self) -> &'static str {
        ROWS[self as usize].property
    }
}

/// A colour of three parts from 0 to 255.
pub type Rgb = [u8; 3];

/// Which colour each ink has; any CSS colour, plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// One entry for each of [`Ink::ALL`].
    pub colors: Vec<String>,
}

impl Palette {
    /// The light colours of the product.
    pub fn light() -> Self {
        Self { colors: ROWS.iter().map(|row| row.light.to_owned()).collect() }
    }

    /// The dark colours of the product.
    pub fn dark() -> Self {
        Self { colors: ROWS.iter().map(|row| row.dark.to_owned()).collect() }
    }

    /// The colour of an ink as CSS text.
    pub fn color(&self, ink: Ink) -> &str {
        self.colors.get(ink as usize).map_or(ROWS[ink as usize].light, String::as_str)
    }

    /// The colour of an ink as numbers, from `#rgb`, `#rrggbb`, `rgb(…)` or `rgba(…)`; a middle grey where
    /// the text is another kind of colour.
    pub fn rgb(&self, ink: Ink) -> Rgb {
        let text = self.color(ink).trim();
        hex(text).or_else(|| function(text)).unwrap_or([128, 128, 128])
    }
}

fn hex(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#')?;
    let nibble = |at: usize| digits.get(at..=at).and_then(|digit| u8::from_str_radix(digit, 16).ok());
    let pair = |at: usize| digits.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
    match digits.len() {
        3 | 4 => Some([nibble(0)? * 17, nibble(1)? * 17, nibble(2)? * 17]),
        6 | 8 => Some([pair(0)?, pair(2)?, pair(4)?]),
        _ => None,
    }
}

fn function(text: &str) -> Option<Rgb> {
    let inside = text.strip_prefix("rgba(").or_else(|| text.strip_prefix("rgb("))?.strip_suffix(')')?;
    let mut parts = inside.split([',', ' ', '/']).filter(|part| !part.is_empty());
    let mut part = || parts.next()?.parse::<f32>().ok().map(|value| value.clamp(0.0, 255.0) as u8);
    Some([part()?, part()?, part()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_in_every_spelling_that_a_browser_gives() {
        let mut palette = Palette::light();
        for text in ["#0a141e", "rgb(10, 20, 30)", "rgb(10 20 30 / 0.5)", "rgba(10, 20, 30, 0.2)"] {
            text.clone_into(&mut palette.colors[0]);
            assert_eq!(palette.rgb(Ink::Canvas), [10, 20, 30], "{text}");
        }
        "#abc".clone_into(&mut palette.colors[0]);
        assert_eq!(palette.rgb(Ink::Canvas), [0xaa, 0xbb, 0xcc]);
        "papayawhip".clone_into(&mut palette.colors[0]);
        assert_eq!(palette.rgb(Ink::Canvas), [128, 128, 128]);
    }
}
