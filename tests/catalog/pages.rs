use release_atlas::catalog::{Page, Reading, read};
use serde_json::json;

use crate::builder::{Json, big_catalogue, customization, page, release};
use crate::{catalog, data, document};

#[test]
fn a_page_says_how_much_of_the_whole_it_is() {
    let read = read(&data("releases-page-1-of-2"));
    assert_eq!(read.page, Some(Page { number: 1, size: 2, total: 3, pages: 2, here: 2 }));
    assert_eq!(read.releases.len(), 2);
}

#[test]
fn every_spelling_of_a_page_is_read() {
    let items = || json!([release("a").value()]);
    let pages = [
        json!({"page": 1, "size": 20, "total_size": 1, "total_pages": 1, "items": items()}),
        json!({"page_number": 1, "page_size": 20, "total_size": "1", "total_pages": 1, "items": items()}),
        json!({"elements": items(), "pageMetadata": {"pageNumber": 1, "pageSize": 20, "totalElements": 1, "totalPages": 1}}),
        json!({"_embedded": {"releases": items()}, "page": {"number": 1, "size": 20, "totalElements": 1, "totalPages": 1}}),
    ];
    for page in pages {
        let read = catalog(&page.to_string());
        assert_eq!(read.page, Some(Page { number: 1, size: 20, total: 1, pages: 1, here: 1 }), "{page}");
        assert_eq!(read.releases.len(), 1, "{page}");
    }
}

#[test]
fn a_bare_list_and_an_empty_page_are_read() {
    assert_eq!(read(&data("list-plain-array")).releases.len(), 2);
    let empty = read(&data("releases-page-empty"));
    assert_eq!((empty.releases.len(), empty.page.map(|page| page.here)), (0, Some(0)));
}

#[test]
fn a_page_of_both_kinds_gives_both() {
    let text = page([release("a"), customization("c").pending(release("b"))]).text();
    let read = catalog(&text);
    assert_eq!((read.releases.len(), read.customizations.len()), (2, 1));
}

#[test]
fn junk_among_the_items_costs_nothing_else() {
    let text = json!({"items": [null, 7, "x", [], {}, release("a").value()], "page": 1}).to_string();
    let read = catalog(&text);
    assert_eq!(read.releases.len(), 1);
    assert_eq!(read.releases[0].id, "a");
}

#[test]
fn a_large_catalogue_is_read_whole() {
    let read = catalog(&big_catalogue(2_000));
    assert_eq!(read.releases.iter().filter(|release| !release.category.is_empty()).count(), 2_000);
    assert!(read.relations.len() > 5_000);
}

#[test]
fn a_page_read_entry_by_entry_says_the_same() {
    let document = document(&big_catalogue(40));
    let mut reading = Reading::new(&document);
    let mut rounds = 1;
    while !reading.advance(7) {
        rounds += 1;
    }
    assert_eq!(format!("{:?}", reading.finish()), format!("{:?}", read(&document)));
    assert_eq!(rounds, 6);
}
