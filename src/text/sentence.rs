//! Reads the part of Fluent that the resources use, and no more.
//!
//! A library for all of Fluent brings the plural rules of every language and a parser for what nobody wrote
//! here: a twentieth of what loads before the first verdict. These resources are our own, so only text,
//! `{ $value }` and a choice by number or word are read; `tests/text.rs` holds that every sentence, with
//! every count, is what the library makes of it.

/// A value that a sentence names, ready to be written.
pub struct Value<'a> {
    /// The name without its `$`.
    pub name: &'a str,
    /// As it is written.
    pub written: String,
    /// The number that chooses between singular and plural, if it is one.
    pub count: Option<i64>,
}

/// The messages of a resource: id and pattern of each, in the order of the file.
pub fn messages(resource: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut rest = resource;
    std::iter::from_fn(move || {
        loop {
            let line = rest.split_inclusive('\n').next()?;
            let is_message = begins_message(line);
            let (id, value) = line.split_once('=').unwrap_or((line, ""));
            let start = line.len() - value.len();
            let end = if is_message { end_of_message(rest, line.len()) } else { line.len() };
            let pattern = &rest[start..end];
            rest = &rest[end..];
            if is_message {
                return Some((id.trim(), pattern.trim()));
            }
        }
    })
}

fn begins_message(line: &str) -> bool {
    line.starts_with(|first: char| first.is_ascii_alphabetic())
}

/// Where the indented lines of a message end.
fn end_of_message(resource: &str, first_line: usize) -> usize {
    let mut end = first_line;
    for line in resource[first_line..].split_inclusive('\n') {
        let goes_on = line.starts_with([' ', '}']) || line.trim().is_empty();
        if !goes_on {
            break;
        }
        end += line.len();
    }
    end
}

/// Writes a pattern with its values.
pub fn write(pattern: &str, values: &[Value<'_>], sentence: &mut String) {
    let mut rest = pattern;
    while let Some(start) = rest.find('{') {
        write_text(&rest[..start], sentence);
        let inside = inside_braces(&rest[start + 1..]);
        write_placeable(inside.trim(), values, sentence);
        let after = &rest[start + 1 + inside.len()..];
        rest = after.strip_prefix('}').unwrap_or(after);
    }
    write_text(rest, sentence);
}

/// Lines of one sentence are indented in the file alone.
fn write_text(text: &str, sentence: &mut String) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            sentence.push('\n');
        }
        sentence.push_str(if at > 0 { line.trim_start_matches(' ') } else { line });
    }
}

/// What stands up to the brace that closes, whose opening one was just read. Braces in quotes are text.
fn inside_braces(text: &str) -> &str {
    let (mut depth, mut at) = (1_u32, quoted(text));
    while let Some(byte) = text.as_bytes().get(at) {
        at += 1;
        match byte {
            b'{' => {
                depth += 1;
                at += quoted(&text[at..]);
            }
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..at - 1];
        }
    }
    text
}

/// How long the quoted text is that a placeable begins with; nothing if it begins with none.
fn quoted(text: &str) -> usize {
    let spaces = text.len() - text.trim_start().len();
    let inside = text[spaces..].strip_prefix('"').and_then(|rest| rest.find('"'));
    inside.map_or(0, |length| spaces + length + 2)
}

/// Writes what stands in braces: a quoted text, a value, or a choice.
fn write_placeable(inside: &str, values: &[Value<'_>], sentence: &mut String) {
    if let Some(quoted) = inside.strip_prefix('"') {
        sentence.push_str(quoted.trim_end_matches('"'));
        return;
    }
    let (selector, variants) =
        inside.split_once("->").map_or((inside, None), |(one, rest)| (one, Some(rest)));
    let name = selector.trim().trim_start_matches('$');
    let value = values.iter().find(|value| value.name == name);
    match (variants, value) {
        (Some(variants), value) => {
            if let Some(chosen) = chosen(variants, value) {
                write(chosen, values, sentence);
            }
        }
        (None, Some(value)) => sentence.push_str(&value.written),
        (None, None) => {
            sentence.push_str("{$");
            sentence.push_str(name);
            sentence.push('}');
        }
    }
}

/// The variant for a value; the one with the star where no other fits.
fn chosen<'a>(variants: &'a str, value: Option<&Value<'_>>) -> Option<&'a str> {
    let all = || each_variant(variants);
    let exact =
        value.and_then(|value| all().find(|(key, _, _)| *key == value.written || is_number(key, value)));
    let by_plural = || {
        let category = if value?.count? == 1 { "one" } else { "other" };
        all().find(|(key, _, _)| *key == category)
    };
    let found = exact.or_else(by_plural).or_else(|| all().find(|(_, is_default, _)| *is_default));
    found.map(|(_, _, pattern)| pattern)
}

fn is_number(key: &str, value: &Value<'_>) -> bool {
    value.count.is_some_and(|count| key.parse() == Ok(count))
}

/// Key, star and pattern of each variant. A variant begins on a line of its own.
fn each_variant(variants: &str) -> impl Iterator<Item = (&str, bool, &str)> {
    let mut rest = variants;
    std::iter::from_fn(move || {
        let begin = rest.trim_start();
        let is_default = begin.starts_with('*');
        let (key, after) = begin.trim_start_matches('*').strip_prefix('[')?.split_once(']')?;
        let end = end_of_variant(after);
        rest = &after[end..];
        Some((key.trim(), is_default, after[..end].trim()))
    })
}

/// Where the next variant of the same choice begins, or the text ends.
fn end_of_variant(text: &str) -> usize {
    let (mut depth, mut end) = (0_i32, 0);
    for line in text.split_inclusive('\n') {
        let is_next = end > 0 && depth == 0 && line.trim_start().starts_with(['[', '*']);
        if is_next {
            return end;
        }
        depth += line.matches('{').count() as i32 - line.matches('}').count() as i32;
        end += line.len();
    }
    end
}
