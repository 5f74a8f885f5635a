//! Names what came instead of JSON, by its first characters.
//!
//! Called only when the grammar has failed, so it may take its time, and a wrong guess costs no more
//! than a less helpful word.

use super::refusal::Class;

/// How many bytes are looked at.
const SAMPLE: usize = 4_096;

/// What `bytes` are, if they are no text at all.
pub(super) fn binary(bytes: &[u8]) -> bool {
    const MAGIC: [&[u8]; 11] = [
        b"\x1F\x8B",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"%PDF-",
        b"\x89PNG",
        b"\xFF\xD8\xFF",
        b"GIF8",
        b"BZh",
        b"\xFD7zXZ",
        b"\x28\xB5\x2F\xFD",
        b"\0asm",
    ];
    MAGIC.iter().any(|magic| bytes.starts_with(magic))
}

/// What a text is that fails as JSON before anything of it could be read.
pub(super) fn class_of_start(text: &str) -> Option<Class> {
    let sample = sample(text);
    let start = sample.trim_start();
    if looks_binary(sample) {
        return Some(Class::Binary);
    }
    if start.starts_with('<') {
        return Some(markup(start));
    }
    if is_script(start) {
        return Some(Class::Jsonp);
    }
    is_yaml(start).then_some(Class::Yaml)
}

/// The first characters of a text.
fn sample(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Control characters that no text has, or many bytes that were no UTF-8.
fn looks_binary(sample: &str) -> bool {
    let odd = |c: &char| {
        *c == char::REPLACEMENT_CHARACTER
            || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1e}'))
    };
    let count = sample.chars().filter(odd).count();
    sample.starts_with(|c| odd(&c)) || count * 20 > sample.chars().count()
}

fn markup(start: &str) -> Class {
    let lower = start.to_ascii_lowercase();
    let tags = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<title",
        "<meta",
        "<script",
        "<div",
        "<p>",
        "<h1",
        "<center",
    ];
    if tags.iter().any(|tag| lower.contains(tag)) { Class::Html } else { Class::Xml }
}

/// A call, an assignment, or a prefix against hijacking.
fn is_script(start: &str) -> bool {
    let mut rest = start;
    while let Some(comment) = rest.strip_prefix("/*") {
        let Some(end) = comment.find("*/") else { return false };
        rest = comment[end + 2..].trim_start();
    }
    if rest.starts_with(")]}'") || rest.starts_with("//") {
        return true;
    }
    for word in ["var ", "let ", "const ", "export ", "module.", "window."] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.');
    let after = rest.trim_start_matches(is_path);
    let has_path = after.len() < rest.len() && !rest.starts_with(|c: char| c.is_ascii_digit());
    has_path && after.trim_start().starts_with(['(', '=', ';'])
}

/// A directive, a list, or a line of the form `name: value`.
fn is_yaml(start: &str) -> bool {
    let line = start.lines().find(|line| !line.trim_start().starts_with('#')).unwrap_or_default();
    if line.starts_with("---") || line.starts_with("%YAML") || line.starts_with("- ") {
        return true;
    }
    let Some((name, rest)) = line.split_once(':') else { return false };
    let named = !name.is_empty() && !name.contains(['{', '[', '<', ',']);
    named && (rest.is_empty() || rest.starts_with([' ', '\t', '\r']))
}

/// What two complete values in one text are, when the first one ends at `end` and another begins at
/// `next`.
pub(super) fn class_of_rest(text: &str, end: usize, next: usize) -> Option<Class> {
    let rest = text.get(next..)?;
    if !rest
        .starts_with(['{', '[', '"', '-', 't', 'f', 'n', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
    {
        return None;
    }
    let one_line = !text.get(..end)?.trim_start().contains('\n');
    let new_line = text.get(end..next)?.contains(['\n', '\u{1e}']);
    Some(if one_line && new_line { Class::JsonLines } else { Class::SeveralDocuments })
}
