//! Words from a document, made safe to stand in a sentence: what cannot be seen is marked.
//!
//! Source of the lists: Unicode TR 36 and TR 9 (bidirectional controls), and the default-ignorable
//! characters that are used to make two names look alike.

use std::borrow::Cow;
use std::fmt::Write as _;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// The text with each bidirectional control and invisible character written as `‹U+202E›`, and isolated
/// when it holds right-to-left letters. Text without any of these is returned as it is.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.bytes().any(|byte| byte < 0x20 && !byte.is_ascii_whitespace()) {
        return Cow::Borrowed(text);
    }
    let turns = text.chars().any(is_right_to_left);
    if !turns && !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    if turns {
        out.push(FIRST_STRONG_ISOLATE);
    }
    for letter in text.chars() {
        if is_hidden(letter) {
            let _ = write!(out, "‹U+{:04X}›", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
    if turns {
        out.push(POP_DIRECTIONAL_ISOLATE);
    }
    Cow::Owned(out)
}

fn is_hidden(letter: char) -> bool {
    matches!(letter,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}'
        | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn plain_names_are_left_alone() {
        assert_eq!(visible("Argo CD 2.6.7"), "Argo CD 2.6.7");
        assert_eq!(visible("naïve — “quoted”"), "naïve — “quoted”");
    }

    #[test]
    fn a_direction_override_is_marked() {
        assert_eq!(visible("gpj.\u{202e}exe"), "gpj.‹U+202E›exe");
    }

    #[test]
    fn an_invisible_name_can_be_seen() {
        assert_eq!(visible("\u{200b}"), "‹U+200B›");
    }

    #[test]
    fn right_to_left_words_cannot_turn_the_sentence_around() {
        assert_eq!(visible("שלום"), "\u{2068}שלום\u{2069}");
    }
}
