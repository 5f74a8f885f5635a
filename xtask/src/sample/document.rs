//! A JSON value that knows where its lines break.
//!
//! The sample is read by people in diffs, so a release or a bill-of-materials line stands on
//! one line and everything above it is spread out. No serializer offers that choice per value,
//! and the order of members must be the order in which they were built.

/// One JSON value. `Block` and `Rows` spread over several lines, all others stay on one.
#[derive(Clone, Debug)]
pub enum Json {
    Null,
    Flag(bool),
    Number(i64),
    Text(String),
    List(Vec<Json>),
    Rows(Vec<Json>),
    Object(Members),
    Block(Members),
}

/// The members of an object in the order in which they are written.
pub type Members = Vec<(String, Json)>;

/// Text as a JSON value.
pub fn text(value: impl Into<String>) -> Json {
    Json::Text(value.into())
}

/// An object on one line.
pub fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(named(members))
}

/// An object with one member per line.
pub fn block<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Block(named(members))
}

/// Members from literal names.
pub fn named<const N: usize>(members: [(&str, Json); N]) -> Members {
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// A list of texts on one line.
pub fn texts<S: Into<String>>(values: impl IntoIterator<Item = S>) -> Json {
    Json::List(values.into_iter().map(text).collect())
}

impl Json {
    /// The document as the text of a file, with a line break at its end.
    pub fn to_file(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out.push('\n');
        out
    }

    fn write(&self, depth: usize, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Flag(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(value) => out.push_str(&value.to_string()),
            Self::Text(value) => write_text(value, out),
            Self::List(items) => write_list(items, None, out),
            Self::Rows(items) => write_list(items, Some(depth), out),
            Self::Object(members) => write_members(members, None, out),
            Self::Block(members) => write_members(members, Some(depth), out),
        }
    }
}

fn write_list(items: &[Json], depth: Option<usize>, out: &mut String) {
    let depth = depth.filter(|_| !items.is_empty());
    out.push('[');
    for (index, item) in items.iter().enumerate() {
        separate(index, depth, out);
        item.write(depth.map_or(0, |depth| depth + 1), out);
    }
    close(depth, ']', out);
}

fn write_members(members: &[(String, Json)], depth: Option<usize>, out: &mut String) {
    let depth = depth.filter(|_| !members.is_empty());
    out.push('{');
    for (index, (name, value)) in members.iter().enumerate() {
        separate(index, depth, out);
        write_text(name, out);
        out.push_str(if depth.is_some() { ": " } else { ":" });
        value.write(depth.map_or(0, |depth| depth + 1), out);
    }
    close(depth, '}', out);
}

fn separate(index: usize, depth: Option<usize>, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
    if let Some(depth) = depth {
        break_line(depth + 1, out);
    }
}

fn close(depth: Option<usize>, bracket: char, out: &mut String) {
    if let Some(depth) = depth {
        break_line(depth, out);
    }
    out.push(bracket);
}

fn break_line(depth: usize, out: &mut String) {
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
}

fn write_text(value: &str, out: &mut String) {
    out.push('"');
    for letter in value.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
    out.push('"');
}
