//! What was pasted, taken apart: JSON, a spreadsheet with a head, or lines.

use super::csv::{self, Column, Head};
use super::{Asked, Entry};
use crate::json::{self, Document, Kind, Limits, Value};
use crate::leaf;
use crate::version::Version;

/// Members that hold ids of bundles wherever they stand.
const ID_MEMBERS: [&str; 5] =
    ["bundleId", "bundleIds", "recalledBundleIds", "replacementBundleIds", "patchBundleId"];
/// Members that only an object has that is itself a bundle and calls its id `id`.
const BUNDLE_MEMBERS: [&str; 5] =
    ["downloadStatus", "bundleType", "applicabilityStatus", "isCumulative", "bundleElements"];

/// Reads a pasted list. `knows` says whether an id is one that a manifest names, for ids may be any text.
///
/// Takes time with the length of the text. Lines that are empty or comments (`#`) are passed over.
pub fn read(text: &str, knows: &dyn Fn(&str) -> bool) -> Vec<Entry> {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if start.starts_with(['{', '['])
        && let Ok(document) = json::read(text, &Limits::default())
    {
        return of_json(&document);
    }
    let mut lines = (1_u32..).zip(text.lines()).peekable();
    while lines.next_if(|(_, line)| line.trim().is_empty()).is_some() {}
    let head = lines.peek().and_then(|(_, line)| Head::read(line));
    if head.is_some() {
        lines.next();
    }
    let filled = lines.filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    match head {
        Some(head) => filled.flat_map(|(at, line)| of_cells(&head, at, line, knows)).collect(),
        None => filled.flat_map(|(at, line)| of_line(at, line, knows)).collect(),
    }
}

fn of_cells(head: &Head, line: u32, text: &str, knows: &dyn Fn(&str) -> bool) -> Vec<Entry> {
    let cells = csv::cells(text, head.separator);
    let get = |column| head.get(&cells, column);
    let component = match (get(Column::Component), get(Column::Version)) {
        (Some(name), Some(version)) => Some(named(name, version)),
        _ => None,
    };
    let asked: Vec<Asked> =
        (get(Column::Bundle).map(|id| Asked::Bundle(base_name(id).to_owned())).into_iter())
            .chain(component)
            .collect();
    if let (true, Some(release)) = (asked.is_empty(), get(Column::Release).or(get(Column::Version))) {
        return vec![entry(line, text, Asked::Release(release.to_owned()))];
    }
    if asked.is_empty() {
        return of_line(line, text, knows);
    }
    asked.into_iter().map(|asked| entry(line, text, asked)).collect()
}

fn entry(line: u32, given: &str, asked: Asked) -> Entry {
    Entry { line, given: given.trim().to_owned(), asked }
}

/// A component in a version, or a release where the component is the product itself.
fn named(name: &str, version: &str) -> Asked {
    match super::names::key(name).as_str() {
        "vcf" | "cloudfoundation" | "vmwarecloudfoundation" | "release" => Asked::Release(version.to_owned()),
        _ => Asked::Component { name: name.to_owned(), version: version.to_owned() },
    }
}

fn of_line(line: u32, text: &str, knows: &dyn Fn(&str) -> bool) -> Vec<Entry> {
    let plain = text.trim().trim_start_matches(['-', '*', '•', '>']).trim().trim_end_matches([',', ';']);
    if knows(plain) {
        return vec![entry(line, text, Asked::Bundle(plain.to_owned()))];
    }
    let words =
        || plain.split([' ', '\t', ',', ';', '|', '"', '\'', '(', ')', '=']).filter(|word| !word.is_empty());
    let id_in =
        |word| Some(base_name(word)).filter(|id| looks_like_id(id) || knows(id)).or_else(|| uuid_in(word));
    let ids: Vec<&str> = words().filter_map(id_in).collect();
    if !ids.is_empty() {
        return ids.into_iter().map(|id| entry(line, text, Asked::Bundle(id.to_owned()))).collect();
    }
    let short = |word: &str| {
        let short = base_name(word).trim_end_matches(['…', '.', ':']);
        is_beginning(short).then(|| entry(line, text, Asked::Bundle(short.to_owned())))
    };
    let has_letter = |word: &&str| word.bytes().any(|byte| byte.is_ascii_alphabetic());
    // Eight digits may be a build: they are an id only where no version stands.
    let quoted: Vec<Entry> = words().filter(has_letter).filter_map(short).collect();
    if !quoted.is_empty() {
        return quoted;
    }
    let quoted: Vec<Entry> = words().filter_map(short).collect();
    let words: Vec<&str> = words().map(|word| word.trim_end_matches(':')).collect();
    let Some(at) = words.iter().rposition(|word| looks_like_version(word)) else {
        return if quoted.is_empty() { vec![entry(line, text, Asked::Unclear)] } else { quoted };
    };
    let name = words[..at].join(" ");
    let version = with_update_and_build(&words[at..]);
    let asked = if name.is_empty() { Asked::Release(version) } else { named(&name, &version) };
    vec![entry(line, text, asked)]
}

/// A version with the words behind it that belong to it: `8.0 U3e`, `8.0 Update 3`, `8.0.3 build-24022510`.
fn with_update_and_build(words: &[&str]) -> String {
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let update = |word: &str| {
        let (digits, letter) = word.split_at(word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len());
        !digits.is_empty() && number(digits) && letter.len() <= 1
    };
    let is = |word: &str, wanted: &[&str]| wanted.iter().any(|one| word.eq_ignore_ascii_case(one));
    let end = match words {
        [_, word, next, ..] if is(word, &["u", "update"]) && update(next) => 3,
        [_, word, ..] if word.strip_prefix(['u', 'U']).is_some_and(update) => 2,
        _ => 1,
    };
    let mut version = words.iter().take(end).copied().collect::<Vec<_>>().join(" ");
    let mut rest = words.iter().skip(end).copied();
    let build = rest.next().and_then(|word| match word.get(..6) {
        Some(start) if start.eq_ignore_ascii_case("build-") => word.get(6..),
        _ if is(word, &["build"]) => rest.next(),
        _ => Some(word),
    });
    // A version that has its build wants no second one.
    if let Some(build) = build.filter(|build| build.len() >= 6 && number(build))
        && Version::read(&version).build().is_none()
    {
        version.push('-');
        version.push_str(build);
    }
    version
}

/// The last part of a path or address, without its query.
fn base_name(word: &str) -> &str {
    let word = word.split(['?', '#']).next().unwrap_or(word).trim();
    word.rsplit(['/', '\\']).next().filter(|name| !name.is_empty()).unwrap_or(word)
}

/// A UUID, perhaps between the prefix and the ending that depots give to files of bundles.
fn looks_like_id(word: &str) -> bool {
    let has_prefix = word.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("bundle-"));
    let stem = if has_prefix { word.get(7..).unwrap_or_default() } else { word };
    let is_id = is_uuid(stem.get(..36).unwrap_or_default());
    has_prefix || (is_id && stem.get(36..).is_some_and(|ending| ending.is_empty() || ending.starts_with('.')))
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// The beginning of a UUID as people quote it, and as the pages write it: its first eight digits, or more of it.
pub(super) fn is_beginning(text: &str) -> bool {
    (8..36).contains(&text.len())
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// The first UUID within a word: bullets and brackets of any script may stand around it.
fn uuid_in(word: &str) -> Option<&str> {
    (0..word.len().saturating_sub(35)).filter_map(|at| word.get(at..at + 36)).find(|text| is_uuid(text))
}

fn looks_like_version(word: &str) -> bool {
    let digits = word.strip_prefix(['v', 'V']).unwrap_or(word);
    digits.starts_with(|first: char| first.is_ascii_digit()) && digits.contains('.')
}

/// Every bundle, component and release of a document, in its order.
fn of_json(document: &Document) -> Vec<Entry> {
    let root = document.root();
    let is_list = root.kind() == Kind::Array;
    let mut entries = Vec::new();
    let mut lines = Lines { text: document.text().as_bytes(), at: 0, line: 1 };
    // Up to here, every text is an id: the list that holds them says so.
    let mut ids_end = root.id();
    for (depth, value) in std::iter::once((0, root)).chain(root.descendants()) {
        if value.kind() == Kind::Array && value.name().is_some_and(|name| ID_MEMBERS.contains(&&*name)) {
            ids_end = value.end();
        }
        let asked = match value.kind() {
            Kind::Object => of_object(value),
            Kind::Array => None,
            _ => of_leaf(value, value.id() < ids_end, is_list && depth == 1),
        };
        let Some(asked) = asked else { continue };
        let line = lines.line_of(value.span().start);
        let given = match &asked {
            Asked::Bundle(id) => id.clone(),
            Asked::Component { name, version } => format!("{name} {version}"),
            Asked::Release(version) => version.clone(),
            Asked::Unclear => value.shown().into_owned(),
        };
        entries.push(Entry { line, given, asked });
    }
    entries
}

/// The lines of a text, told for places that only rise: each byte is looked at once.
struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn line_of(&mut self, offset: usize) -> u32 {
        while self.at < offset {
            let is_end = match self.text.get(self.at) {
                Some(b'\n') => true,
                Some(b'\r') => self.text.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u32::from(is_end);
            self.at += 1;
        }
        self.line
    }
}

/// A text that is an id by its member or list, or an item of a document that is a bare list.
fn of_leaf(value: Value<'_>, is_in_ids: bool, is_bare: bool) -> Option<Asked> {
    let is_id = is_in_ids || value.name().is_some_and(|name| ID_MEMBERS.contains(&&*name));
    let text = leaf::filled(value).filter(|text| !leaf::is_placeholder(text))?;
    (is_id || is_bare).then(|| bare(&text, is_id))
}

fn of_object(value: Value<'_>) -> Option<Asked> {
    let text = |name: &str| value.get(name).and_then(leaf::filled);
    if BUNDLE_MEMBERS.iter().any(|name| value.get(name).is_some())
        && let Some(id) = text("id")
    {
        return Some(Asked::Bundle(id.to_string()));
    }
    let version = text("version").or_else(|| text("productVersion")).or_else(|| text("toVersion"))?;
    if value.get("bom").is_some() || value.get("patchBundles").is_some() {
        return Some(Asked::Release(version.to_string()));
    }
    let name = text("name").or_else(|| text("component")).or_else(|| text("type"))?;
    Some(named(&name, &version))
}

fn bare(text: &str, is_id: bool) -> Asked {
    let id = base_name(text);
    if is_id || looks_like_id(id) {
        return Asked::Bundle(if is_id { text.to_owned() } else { id.to_owned() });
    }
    of_line(0, text, &|_| false).into_iter().next().map_or(Asked::Unclear, |entry| entry.asked)
}
