//! The rooms of the house: who may import whom, and what may stand where.

#![expect(clippy::expect_used, reason = "a test may end where its own files cannot be read")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, purest first; each may import only what stands on an earlier line (and its own line's
/// rooms where `true` follows).
const ORDER: [(&[&str], bool); 10] = [
    (
        &[
            "decimal", "excerpt", "geometry", "json", "leaf", "letters", "order", "pace", "sorted", "stamp",
            "version",
        ],
        true,
    ),
    (&["text", "shape"], false),
    (&["hal", "catalog", "manifest"], false),
    (&["source"], false),
    (&["graph"], false),
    (&["verdict", "layout"], false),
    (&["scene"], false),
    (&["session", "export"], true),
    (&["browser"], false),
    (&["ui", "embed"], true),
];

fn level(room: &str) -> usize {
    ORDER
        .iter()
        .position(|(rooms, _)| rooms.contains(&room))
        .unwrap_or_else(|| panic!("{room} has no place in the order"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every file of `src` with its room and text.
fn sources() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&root, &mut found);
    let entry = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file can be read");
        let name = path.strip_prefix(&root).expect("it lies in src").to_string_lossy().replace('\\', "/");
        let room = name.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        (room, name, text)
    };
    let mut all: Vec<_> = found.into_iter().map(entry).filter(|(room, ..)| room != "lib").collect();
    all.sort();
    assert!(all.len() > 50, "the walk found the rooms");
    all
}

fn imported_rooms(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| {
        line.match_indices("crate::").map(move |(at, found)| {
            let rest = &line[at + found.len()..];
            rest.chars()
                .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
                .collect::<String>()
        })
    })
    .filter(|room| !room.is_empty())
    .collect()
}

#[test]
fn each_room_imports_only_purer_rooms() {
    let mut wrong = Vec::new();
    for (room, name, text) in sources() {
        for other in imported_rooms(&text) {
            let (here, there) = (level(&room), level(&other));
            let same_line = here == there && ORDER[here].1;
            if other != room && there >= here && !same_line {
                wrong.push(format!("{name} ({room}) imports {other}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_browser_and_the_element_know_web_sys() {
    let wrong: Vec<_> = sources()
        .into_iter()
        .filter(|(room, _, text)| {
            room != "browser"
                && room != "embed"
                && text.lines().any(|line| line.contains("web_sys") && !line.trim_start().starts_with("//"))
        })
        .map(|(_, name, _)| name)
        .collect();
    assert!(wrong.is_empty(), "web_sys is named in {wrong:?}");
}

#[test]
fn nothing_is_drawn_as_html_and_no_style_is_a_string() {
    for (_, name, text) in sources() {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            assert!(!line.contains("inner_html"), "{name}: {line}");
            assert!(!line.contains(" style=\""), "a style attribute is blocked by the CSP; {name}: {line}");
        }
    }
}

#[test]
fn one_component_makes_links_and_one_function_fetches() {
    let mut anchors = BTreeSet::new();
    for (room, name, text) in sources() {
        if room == "ui" && (text.contains("<a\n") || text.contains("<a ")) {
            anchors.insert(name.clone());
        }
        let fetches = text.contains("fetch_with_request") || text.contains("gloo_net::http::Request");
        assert!(!fetches || name == "browser/fetch.rs", "{name} makes requests of its own");
    }
    assert_eq!(anchors.iter().map(String::as_str).collect::<Vec<_>>(), ["ui/link.rs"]);
}
