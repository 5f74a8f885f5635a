//! A [`ViewState`] to the fragment of an address and back.
//!
//! Form: `#/view?name=value&…`, and `#/hit/{kind}/{id}` for one item. Percent-encoding is that of
//! `application/x-www-form-urlencoded` without `+`: everything but unreserved characters (RFC 3986
//! section 2.3) and `/ : @ ,` is escaped, so that addresses stay readable.

use std::fmt::Write as _;

use super::state::{DEFAULT_DEPTH, Direction, Group, Status, Tab, View, ViewState};
use crate::graph::{NodeKey, NodeKind};
use crate::layout::Flow;
use crate::sorted::SortedSet;
use crate::verdict::Standing;

/// The state that a fragment (with or without `#`) stands for. Anything at all gives a state: what is not
/// understood is left at its default.
pub fn parse(fragment: &str) -> ViewState {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
    let mut state = ViewState::default();
    read_path(path, &mut state);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        read_parameter(&decode(name), decode(value), &mut state);
    }
    state
}

/// The word of a view that an address names and that there is none of.
pub fn unknown_view(fragment: &str) -> Option<String> {
    let path = fragment.strip_prefix('#').unwrap_or(fragment).split('?').next().unwrap_or_default();
    let word = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    View::from_word(word).is_none().then(|| decode(word))
}

fn read_path(path: &str, state: &mut ViewState) {
    let mut segments = path.trim_start_matches('/').splitn(3, '/');
    state.view = View::from_word(segments.next().unwrap_or_default()).unwrap_or_default();
    if let (View::Hit, Some(kind), Some(id)) = (state.view, segments.next(), segments.next()) {
        state.selected = node_key(kind, id);
    }
}

fn read_parameter(name: &str, value: String, state: &mut ViewState) {
    match name {
        "item" => state.selected = key_from_text(&value),
        "tab" => state.tab = Tab::from_word(&value).unwrap_or_default(),
        "find" => state.find = value,
        "verdict" => state.standings = words(&value, standing_from_word),
        "kind" => state.kinds = words(&value, kind_from_word),
        "status" => state.statuses = words(&value, status_from_word),
        "facet" => {
            if let Some((facet, value)) = value.split_once(':') {
                state.facets.insert((facet.to_owned(), value.to_owned()));
            }
        }
        "sort" => state.sort = value,
        "focus" => state.focus = key_from_text(&value),
        "beside" => add(&mut state.beside, key_from_text(&value)),
        "open" => add(&mut state.unfolded, key_from_text(&value)),
        "side" => {
            if let Some((side, key)) = value.split_once(':') {
                let side = Direction::from_word(side).filter(|side| *side != Direction::Both);
                add(&mut state.unfolded_sides, key_from_text(key).zip(side));
            }
        }
        "rows" => state.rows = value,
        "fold" => add(&mut state.folded, key_from_text(&value)),
        "edges" if value == "all" => state.shows_implied = true,
        "overlay" if value == "diff" => state.shows_changes = true,
        "depth" => state.depth = value.parse().unwrap_or(DEFAULT_DEPTH),
        "direction" => state.direction = Direction::from_word(&value).unwrap_or_default(),
        "group" => state.group = Group::from_word(&value).unwrap_or_default(),
        "flow" if value == "tb" => state.flow = Flow::TopToBottom,
        "as" if matches!(value.as_str(), "table" | "graph") => state.as_table = Some(value == "table"),
        "show" if value == "all" => state.show_all = true,
        "from" => state.from = value,
        "to" => state.to = value,
        "a" => state.a = value,
        "b" => state.b = value,
        "part" => state.part = value,
        "href" => state.href = value,
        "sheet" => state.sheet = Tab::from_word(&value).unwrap_or_default(),
        "ptr" => state.pointer = value,
        "" => {}
        _ => state.unknown.push((name.to_owned(), value)),
    }
}

/// The fragment of a state, with the leading `#`; only what differs from the default is written.
pub fn show(state: &ViewState) -> String {
    let mut out = format!("#/{}", state.view.word());
    let item_in_path = state.view == View::Hit;
    if let (true, Some(key)) = (item_in_path, &state.selected) {
        let _ = write!(out, "/{}/{}", key.kind.word(), encode(&key.id));
    }
    let mut query = Query { out, is_first: true };
    if !item_in_path {
        query.key("item", state.selected.as_ref());
    }
    query.word("tab", state.tab.word(), state.tab == Tab::default());
    query.text("find", &state.find);
    query.words("verdict", state.standings.iter().map(|standing| standing_word(*standing)));
    query.words("kind", state.kinds.iter().map(|kind| kind.word()));
    query.words("status", state.statuses.iter().map(|status| status_word(*status)));
    for (facet, value) in &state.facets {
        query.text("facet", &format!("{facet}:{value}"));
    }
    query.text("sort", &state.sort);
    query.key("focus", state.focus.as_ref());
    query.keys("beside", &state.beside);
    query.keys("open", &state.unfolded);
    for (key, side) in &state.unfolded_sides {
        query.text("side", &format!("{}:{}", side.word(), key_text(key)));
    }
    query.keys("fold", &state.folded);
    query.text("rows", &state.rows);
    query.word("edges", "all", !state.shows_implied);
    query.word("overlay", "diff", !state.shows_changes);
    query.word("depth", &state.depth.to_string(), state.depth == DEFAULT_DEPTH);
    query.word("direction", state.direction.word(), state.direction == Direction::default());
    query.word("group", state.group.word(), state.group == Group::default());
    query.word("flow", "tb", state.flow == Flow::default());
    query.word("as", if state.as_table == Some(true) { "table" } else { "graph" }, state.as_table.is_none());
    query.word("show", "all", !state.show_all);
    query.word("sheet", state.sheet.word(), state.sheet == Tab::default());
    for (name, value) in [
        ("from", &state.from),
        ("to", &state.to),
        ("a", &state.a),
        ("b", &state.b),
        ("part", &state.part),
        ("href", &state.href),
        ("ptr", &state.pointer),
    ] {
        query.text(name, value);
    }
    for (name, value) in &state.unknown {
        query.pair(name, value);
    }
    query.out
}

struct Query {
    out: String,
    is_first: bool,
}

impl Query {
    fn pair(&mut self, name: &str, value: &str) {
        self.out.push(if self.is_first { '?' } else { '&' });
        self.is_first = false;
        self.out.push_str(&encode(name));
        if !value.is_empty() {
            self.out.push('=');
            self.out.push_str(&encode(value));
        }
    }

    fn text(&mut self, name: &str, value: &str) {
        self.word(name, value, value.is_empty());
    }

    fn word(&mut self, name: &str, value: &str, is_default: bool) {
        if !is_default {
            self.pair(name, value);
        }
    }

    fn words<'w>(&mut self, name: &str, words: impl Iterator<Item = &'w str>) {
        let joined = words.collect::<Vec<_>>().join(",");
        self.text(name, &joined);
    }

    fn key(&mut self, name: &str, key: Option<&NodeKey>) {
        if let Some(key) = key {
            self.pair(name, &key_text(key));
        }
    }

    fn keys(&mut self, name: &str, keys: &SortedSet<NodeKey>) {
        for key in keys {
            self.key(name, Some(key));
        }
    }
}

fn add<T: Ord>(set: &mut SortedSet<T>, value: Option<T>) {
    if let Some(value) = value {
        set.insert(value);
    }
}

fn words<T: Ord>(value: &str, from_word: impl Fn(&str) -> Option<T>) -> SortedSet<T> {
    value.split(',').filter_map(from_word).collect()
}

fn node_key(kind: &str, encoded_id: &str) -> Option<NodeKey> {
    let id = decode(encoded_id);
    kind_from_word(kind).map(|kind| NodeKey { kind, id: id.into() })
}

/// A key as it stands in an address and in the ends of a chain: `release/6acb49b2`.
pub fn key_text(key: &NodeKey) -> String {
    format!("{}/{}", key.kind.word(), key.id)
}

/// The key of such a text.
pub fn key_from_text(text: &str) -> Option<NodeKey> {
    let (kind, id) = text.split_once('/')?;
    kind_from_word(kind).map(|kind| NodeKey { kind, id: id.into() })
}

/// The kind of a word in an address.
pub fn kind_from_word(word: &str) -> Option<NodeKind> {
    [NodeKind::Release, NodeKind::Customization, NodeKind::VcfRelease, NodeKind::Bundle, NodeKind::Unknown]
        .into_iter()
        .find(|kind| kind.word() == word)
}

/// The word of a standing in an address.
pub const fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Hit => "hit",
        Standing::AtRisk => "at-risk",
        Standing::Unknown => "unknown",
        Standing::Clear => "clear",
    }
}

/// The standing of a word in an address.
pub fn standing_from_word(word: &str) -> Option<Standing> {
    [Standing::Hit, Standing::AtRisk, Standing::Unknown, Standing::Clear]
        .into_iter()
        .find(|standing| standing_word(*standing) == word)
}

/// The word of a status in an address.
pub const fn status_word(status: Status) -> &'static str {
    status.word()
}

/// The status of a word in an address.
pub fn status_from_word(word: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|status| status.word() == word)
}

/// Percent-encodes for a path segment or a parameter of a fragment.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z'
            | b'a'..=b'z'
            | b'0'..=b'9'
            | b'-'
            | b'.'
            | b'_'
            | b'~'
            | b'/'
            | b':'
            | b'@'
            | b',' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// Undoes [`encode`]; a `%` that escapes nothing is kept, broken UTF-8 is replaced.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = bytes.get(at + 1..at + 3).filter(|_| byte == b'%').and_then(hex_byte);
        out.push(escaped.unwrap_or(byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex_byte(digits: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    match *digits {
        [high, low] => Some((digit(high)? * 16 + digit(low)?) as u8),
        _ => None,
    }
}
