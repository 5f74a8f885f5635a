//! The three pages that are published say the same in their heads, and say nothing that the policy refuses.

#![expect(clippy::expect_used, reason = "a test may end where its own files cannot be read")]

use std::fs;

const PAGES: [&str; 3] = ["index.html", "site/embed.html", "site/embedding.html"];

fn page(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).expect("the page can be read")
}

/// What stands in every head: all `meta` lines and the icon, as written.
fn common_lines(page: &str) -> Vec<&str> {
    let head = page.split("</head>").next().unwrap_or_default();
    let is_common = |line: &&str| line.starts_with("<meta ") || line.starts_with("<link rel=\"icon\"");
    head.lines().map(str::trim).filter(is_common).collect()
}

#[test]
fn the_heads_of_all_pages_are_alike() {
    let first = page(PAGES[0]);
    let expected = common_lines(&first);
    for name in ["charset", "viewport", "color-scheme", "referrer", "icon"] {
        assert!(expected.iter().any(|line| line.contains(name)), "{name}");
    }
    for name in PAGES {
        let text = page(name);
        assert!(text.starts_with("<!doctype html>\n<html lang=\"en\">\n"), "{name}");
        assert_eq!(common_lines(&text), expected, "{name}");
    }
}

#[test]
fn no_page_has_a_script_or_a_style_of_its_own_in_its_text() {
    for name in PAGES {
        let text = page(name);
        for tag in text.split('<').filter(|tag| tag.starts_with("script")) {
            assert!(tag.contains(" src="), "{name}: <{tag}");
        }
        assert!(!text.contains("<style") && !text.contains(" style=\""), "{name}");
        assert!(!text.contains(" onclick=") && !text.contains(" onload="), "{name}");
    }
}
