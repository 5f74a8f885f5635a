//! How wide a text is, and how a long one is cut.
//!
//! The layout needs the size of a card before anything is drawn, and the same size natively, in a worker
//! and in a page: so it measures with a [`WidthTable`], not with a font. The browser may measure again with
//! the font that it really has when it draws.

use unicode_segmentation::UnicodeSegmentation;

/// The kinds of text on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// The product's name.
    Name,
    /// Version, and the word of a status.
    Version,
    /// Counts.
    Badge,
    /// Titles of a written picture.
    Title,
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 4] = [Self::Name, Self::Version, Self::Badge, Self::Title];

    /// Pixels at zoom 1.
    pub const fn size(self) -> f32 {
        match self {
            Self::Name => 13.0,
            Self::Version => 12.0,
            Self::Badge => 11.0,
            Self::Title => 16.0,
        }
    }

    /// CSS weight.
    pub const fn weight(self) -> u16 {
        match self {
            Self::Name | Self::Title => 600,
            Self::Version => 400,
            Self::Badge => 500,
        }
    }

    /// The word used as a class in SVG.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Version => "version",
            Self::Badge => "badge",
            Self::Title => "title",
        }
    }
}

/// Whatever can say how wide a text is.
pub trait Measure {
    /// The width of a text in pixels at zoom 1.
    fn width(&self, text: &str, face: Face) -> f32;
}

/// Widths of the usual sans-serif faces of systems, by class of character: the same everywhere.
///
/// A little wider than most faces are, so that a text that fits by the table fits on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WidthTable {
    /// How much wider the real font is than the table; 1 where it is not known.
    pub stretch: f32,
}

impl Default for WidthTable {
    fn default() -> Self {
        Self { stretch: 1.0 }
    }
}

impl Measure for WidthTable {
    fn width(&self, text: &str, face: Face) -> f32 {
        let hundredths: u32 = text.chars().map(hundredths_of_em).sum();
        let heavier = if face.weight() >= 600 { 1.14 } else { 1.0 };
        hundredths as f32 / 100.0 * face.size() * heavier * self.stretch
    }
}

/// The advance of a character in hundredths of the font size.
const fn hundredths_of_em(character: char) -> u32 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' => 29,
        'I' | ' ' | 'f' | 't' | '/' | '\\' | '(' | ')' | '[' | ']' => 34,
        'r' | '-' | '`' | '"' | '{' | '}' | '*' => 40,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 56,
        'a'
        | 'b'
        | 'd'
        | 'e'
        | 'g'
        | 'h'
        | 'n'
        | 'o'
        | 'p'
        | 'q'
        | 'u'
        | '0'..='9'
        | '_'
        | '$'
        | '?'
        | '#' => 61,
        'F' | 'L' | 'T' | 'Z' | 'E' | 'P' | 'S' | 'X' | 'Y' | '+' | '=' | '<' | '>' | '~' | '^' => 66,
        'A' | 'B' | 'K' | 'V' | 'C' | 'D' | 'R' | 'U' | 'H' | 'N' | '&' => 73,
        'w' | 'G' | 'O' | 'Q' => 79,
        'm' | 'M' | '%' | '@' => 94,
        'W' => 98,
        '·' => 32,
        '…' | '×' => 85,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' => 100,
        '\u{1f000}'.. => 125,
        _ => 65,
    }
}

/// Of fewer letters than this, all are taken from the beginning: three and three say less than six.
const SHORTEST_WITH_TAIL: usize = 10;
/// The same for a name that stands alone.
const SHORTEST_ALONE: usize = 6;

/// The text if it fits into `width`, else its beginning and end with an ellipsis between them.
///
/// Names differ at both ends ("vcf-management-…-9.0.1"), so the middle is what a reader misses least. Cuts
/// fall between grapheme clusters (Unicode UAX #29), never inside one.
pub fn cut(text: &str, width: f32, face: Face, measure: &impl Measure) -> Option<String> {
    cut_to(text, width, face, measure, SHORTEST_WITH_TAIL)
}

/// As [`cut`], where no version stands below the name: then also few letters are of both ends, since names that
/// begin alike would read alike. A single word keeps its beginning alone: "VCENT…" is known at sight, "VC…ER" is not.
pub fn cut_alone(text: &str, width: f32, face: Face, measure: &impl Measure) -> Option<String> {
    let is_one_word = text.chars().all(char::is_alphabetic);
    cut_to(text, width, face, measure, if is_one_word { usize::MAX } else { SHORTEST_ALONE })
}

fn cut_to(
    text: &str,
    width: f32,
    face: Face,
    measure: &impl Measure,
    shortest_with_tail: usize,
) -> Option<String> {
    if measure.width(text, face) <= width {
        return None;
    }
    let clusters: Vec<&str> = text.graphemes(true).collect();
    let shortened = |kept: usize| {
        let tail = if kept < shortest_with_tail { 0 } else { kept / 2 };
        let head = kept - tail;
        let mut short = String::with_capacity(text.len());
        short.extend(clusters[..head].iter().copied());
        let trimmed = short.trim_end().len();
        short.truncate(trimmed);
        short.push('…');
        let end = clusters[clusters.len() - tail..].concat();
        short.push_str(end.trim_start());
        short
    };
    let (mut fits, mut wide) = (0, clusters.len());
    while fits + 1 < wide {
        let middle = usize::midpoint(fits, wide);
        if measure.width(&shortened(middle), face) <= width {
            fits = middle;
        } else {
            wide = middle;
        }
    }
    Some(shortened(fits))
}

/// A count in at most four characters: "999", "1.2k", "41k", "3M"; exact below a thousand.
pub fn short_count(count: u32) -> String {
    match count {
        0..=999 => count.to_string(),
        1_000..=9_999 => format!("{}.{}k", count / 1_000, count % 1_000 / 100),
        10_000..=999_999 => format!("{}k", count / 1_000),
        _ => format!("{}M", count / 1_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_keeps_its_beginning_and_its_end() {
        let table = WidthTable::default();
        let name = "vmware-cloud-foundation-management-appliance-9.0.1.0";
        let short = cut(name, 150.0, Face::Name, &table).unwrap();
        assert!(short.starts_with("vmware-") && short.ends_with("9.0.1.0") && short.contains('…'), "{short}");
        assert!(table.width(&short, Face::Name) <= 150.0);
        assert_eq!(cut("redis", 150.0, Face::Name, &table), None);
    }

    #[test]
    fn a_cut_never_falls_inside_a_grapheme_cluster() {
        let table = WidthTable::default();
        let family = "👩‍👩‍👧‍👦";
        let flags = format!("{}{}{}", family.repeat(6), "e\u{301}".repeat(20), "🇫🇷".repeat(6));
        for width in [0.0, 20.0, 45.0, 80.0, 130.0, 200.0] {
            let short = cut(&flags, width, Face::Name, &table).unwrap();
            for cluster in short.graphemes(true) {
                assert!([family, "e\u{301}", "🇫🇷", "…"].contains(&cluster), "{cluster:?}");
            }
        }
    }

    #[test]
    fn a_single_word_that_stands_alone_keeps_its_beginning_and_several_keep_both_ends() {
        let table = WidthTable::default();
        let short =
            |text| cut_alone(text, 0.8 * table.width(text, Face::Badge), Face::Badge, &table).unwrap();
        assert_eq!(short("VCENTER"), "VCEN…");
        let narrow = cut_alone("ESX_HOST", 0.55 * table.width("ESX_HOST", Face::Badge), Face::Badge, &table);
        assert!(narrow.as_deref().is_some_and(|text| text.starts_with("ESX")), "{narrow:?}");
        assert!(short("SDDC_MANAGER_VCF").ends_with("VCF") && short("Apache Cassandra").ends_with("dra"));
    }

    #[test]
    fn counts_stay_short() {
        let shown: Vec<_> = [0, 7, 999, 1_000, 4_247, 41_999, 3_000_000].map(short_count).into();
        assert_eq!(shown, ["0", "7", "999", "1.0k", "4.2k", "41k", "3M"]);
    }
}
