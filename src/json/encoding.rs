//! Bytes to text, whatever encoding they came in.
//!
//! JSON is UTF-8 (RFC 8259 section 8.1), yet files that went through editors, shells and proxies carry
//! byte-order marks, are UTF-16 or Latin-1, or have a few broken bytes. None of that may lose the rest.

/// Text, and what had to be done to get it.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) content: String,
    pub(super) byte_order_mark: bool,
    pub(super) utf16: bool,
    pub(super) latin1: bool,
    /// Offsets of the first characters that replace broken bytes, in ascending order.
    pub(super) replaced: Vec<usize>,
    /// How many broken places there are in all.
    pub(super) replaced_count: u32,
    /// The bytes as they came (without a UTF-8 byte-order mark), where the text is not they.
    pub(super) received: Option<Vec<u8>>,
}

/// How many places of broken bytes are remembered.
const REPLACED_KEPT: usize = 1_000;

impl Text {
    /// Reads `bytes` as UTF-8, UTF-16 or Latin-1, in this order of preference.
    pub(super) fn from_bytes(mut bytes: Vec<u8>) -> Self {
        if let Some(text) = Self::from_utf16(&bytes) {
            return Self { received: Some(bytes), ..text };
        }
        let byte_order_mark = bytes.starts_with(b"\xEF\xBB\xBF");
        if byte_order_mark {
            bytes.drain(..3);
        }
        let text = match String::from_utf8(bytes) {
            Ok(text) => Self { content: text, ..Self::default() },
            Err(error) => {
                let text = Self::from_broken(error.as_bytes());
                Self { received: Some(error.into_bytes()), ..text }
            }
        };
        Self { byte_order_mark, ..text }
    }

    /// The text without what `mask` takes out of it; the bytes as they came are kept beside it.
    pub(super) fn masked(mut self, mask: &dyn Fn(&str) -> Option<String>) -> Self {
        let Some(masked) = mask(&self.content) else { return self };
        for offset in &mut self.replaced {
            let before = self.content.get(..*offset).unwrap_or_default();
            *offset = mask(before).map_or(before.len(), |masked| masked.len());
        }
        let plain = std::mem::replace(&mut self.content, masked);
        self.received.get_or_insert_with(|| plain.into_bytes());
        self
    }

    fn push_replacement(&mut self) {
        self.note_broken();
        self.content.push(char::REPLACEMENT_CHARACTER);
    }

    fn note_broken(&mut self) {
        if self.replaced.len() < REPLACED_KEPT {
            self.replaced.push(self.content.len());
        }
        self.replaced_count += 1;
    }

    /// UTF-16 by its mark, or because of the two first characters of a JSON text exactly one byte is 0
    /// (RFC 4627 section 3).
    fn from_utf16(bytes: &[u8]) -> Option<Self> {
        let (big_endian, byte_order_mark) = match bytes {
            [0xFF, 0xFE, 0, 0, ..] => return None,
            [0xFE, 0xFF, ..] => (true, true),
            [0xFF, 0xFE, ..] => (false, true),
            [0, first, ..] if first.is_ascii_graphic() || first.is_ascii_whitespace() => (true, false),
            [first, 0, ..] if first.is_ascii_graphic() || first.is_ascii_whitespace() => (false, false),
            _ => return None,
        };
        let body = if byte_order_mark { &bytes[2..] } else { bytes };
        let mut text = Self { utf16: true, byte_order_mark, ..Self::default() };
        text.content.reserve(body.len() / 2 + body.len() / 16);
        let pairs = body.chunks_exact(2);
        let odd = !pairs.remainder().is_empty();
        let unit = |pair: &[u8]| match *pair {
            [a, b] if big_endian => u16::from_be_bytes([a, b]),
            [a, b] => u16::from_le_bytes([a, b]),
            _ => 0,
        };
        for character in char::decode_utf16(pairs.map(unit)) {
            match character {
                Ok(character) => text.content.push(character),
                Err(_) => text.push_replacement(),
            }
        }
        if odd {
            // Half a character at the very end: either the rest is missing too, or nothing is.
            text.note_broken();
        }
        Some(text)
    }

    /// Text with bytes that are no UTF-8: Latin-1, or UTF-8 with the broken places replaced.
    fn from_broken(bytes: &[u8]) -> Self {
        if is_latin1(bytes) {
            return Self {
                content: bytes.iter().copied().map(latin1_character).collect(),
                latin1: true,
                ..Self::default()
            };
        }
        let mut text = Self::default();
        text.content.reserve(bytes.len());
        for chunk in bytes.utf8_chunks() {
            text.content.push_str(chunk.valid());
            if !chunk.invalid().is_empty() {
                text.push_replacement();
            }
        }
        text
    }
}

/// Whether broken UTF-8 reads as Latin-1: no well-formed sequence in it, every byte a character of
/// Windows-1252 that is in use, and one of them a letter within a word.
fn is_latin1(bytes: &[u8]) -> bool {
    let mut letter_in_word = false;
    let mut before = None;
    for chunk in bytes.utf8_chunks() {
        if !chunk.valid().is_ascii() {
            return false;
        }
        let Some((&byte, rest)) = chunk.invalid().split_first() else { continue };
        if !rest.is_empty() || !matches!(byte, 0x80 | 0x85 | 0x91..=0x97 | 0x99 | 0xA0..=0xFD) {
            return false;
        }
        let before_it = chunk.valid().bytes().last().or(before);
        letter_in_word |= byte >= 0xC0 && before_it.is_some_and(|byte| byte.is_ascii_alphabetic());
        before = Some(byte);
    }
    letter_in_word
}

/// A byte of Windows-1252, which is what "Latin-1" means on the web (Encoding Standard, WHATWG).
fn latin1_character(byte: u8) -> char {
    match byte {
        0x80 => '\u{20AC}',
        0x85 => '\u{2026}',
        0x91 => '\u{2018}',
        0x92 => '\u{2019}',
        0x93 => '\u{201C}',
        0x94 => '\u{201D}',
        0x95 => '\u{2022}',
        0x96 => '\u{2013}',
        0x97 => '\u{2014}',
        0x99 => '\u{2122}',
        other => char::from(other),
    }
}
