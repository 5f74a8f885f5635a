use release_atlas::hal::page::{End, Envelope, Family, Pages, fingerprint, read};
use release_atlas::json::Value;

use super::document;

fn envelope(text: &str) -> Option<Envelope> {
    read(document(text).root())
}

fn numbers(envelope: &Envelope) -> [Option<u64>; 4] {
    [envelope.number, envelope.size, envelope.total, envelope.pages]
}

fn missing(pages: &Pages) -> Vec<String> {
    pages.missing().map(|(_, address)| address).take(12).collect()
}

#[test]
fn both_envelopes_are_read() {
    let catalog = envelope(r#"{"page":2,"page_size":20,"total_size":45,"total_pages":3,"items":[1,2]}"#)
        .expect("a page");
    assert_eq!(
        (catalog.family, numbers(&catalog), catalog.here),
        (Family::Catalog, [Some(2), Some(20), Some(45), Some(3)], 2)
    );
    let foundation = envelope(
        r#"{"elements":[1],"pageMetadata":{"pageNumber":0,"pageSize":10,"totalElements":1,"totalPages":1}}"#,
    )
    .expect("a page");
    assert_eq!(
        (foundation.family, numbers(&foundation)),
        (Family::Foundation, [Some(0), Some(10), Some(1), Some(1)])
    );
}

#[test]
fn odd_counts_are_read_where_they_can_be_and_said() {
    let page =
        envelope(r#"{"page":"2","page_size":20.0,"total_size":-1,"total_pages":null,"items":{"id":1}}"#)
            .expect("a page");
    assert_eq!(numbers(&page), [Some(2), Some(20), None, None]);
    assert_eq!((page.odd.len(), page.here), (3, 1));
    assert_eq!(envelope(r#"{"items":[1]}"#), None, "a list without counts is no page");
    assert_eq!(envelope(r#"{"releases":[]}"#), None);
    assert_eq!(envelope("[]"), None);
}

#[test]
fn missing_pages_keep_the_spelling_of_the_address_and_all_else() {
    let three =
        envelope(r#"{"page":1,"page_size":2,"total_size":5,"total_pages":3,"items":[1,2]}"#).expect("a page");
    for (asked, second) in [
        ("/r", "/r?page=2"),
        ("/r?page=1&page_size=2&name=%2f", "/r?page=2&page_size=2&name=%2f"),
        ("/r?size=2&page=1", "/r?size=2&page=2"),
        ("/r?page_number=1&page_size=2", "/r?page_number=2&page_size=2"),
        ("/r?pageNumber=1", "/r?pageNumber=2"),
    ] {
        let pages = Pages::new(asked, &three, 1);
        assert_eq!(missing(&pages)[0], second);
        assert_eq!((pages.missing_count(), pages.pages_total()), (2, 3));
    }
}

#[test]
fn the_first_number_is_one_for_the_catalogue_and_zero_for_cloud_foundation_unless_the_server_counts_otherwise()
 {
    let foundation = |number: u64, pages: u64| {
        envelope(&format!(r#"{{"elements":[1],"pageMetadata":{{"pageNumber":{number},"pageSize":1,"totalElements":{pages},"totalPages":{pages}}}}}"#))
            .expect("a page")
    };
    assert_eq!(
        missing(&Pages::new("/v1/releases", &foundation(0, 3), 1)),
        ["/v1/releases?pageNumber=1", "/v1/releases?pageNumber=2"]
    );
    assert_eq!(
        missing(&Pages::new("/v1/releases", &foundation(1, 3), 1)),
        ["/v1/releases?pageNumber=2", "/v1/releases?pageNumber=3"]
    );
    assert_eq!(
        missing(&Pages::new("/v1/releases?pageNumber=1", &foundation(1, 3), 1)),
        ["/v1/releases?pageNumber=0", "/v1/releases?pageNumber=2"]
    );
    let middle =
        envelope(r#"{"page":2,"page_size":1,"total_size":3,"total_pages":3,"items":[1]}"#).expect("a page");
    assert_eq!(missing(&Pages::new("/r?page=2", &middle, 1)), ["/r?page=1", "/r?page=3"]);
}

#[test]
fn a_list_is_complete_when_all_pages_are_read() {
    let first =
        envelope(r#"{"page":1,"page_size":2,"total_size":3,"total_pages":2,"items":[1,2]}"#).expect("a page");
    let mut pages = Pages::new("/r", &first, 1);
    assert_eq!((pages.end(), pages.items_read(), pages.items_total()), (End::Reading, 2, Some(3)));
    pages.arrived(2, 1, 2);
    assert_eq!((pages.end(), pages.items_read(), pages.missing_count()), (End::Complete, 3, 0));
}

#[test]
fn lying_lists_end_with_a_reason() {
    let claims = |pages: u64| {
        envelope(&format!(
            r#"{{"page":1,"page_size":2,"total_size":99999999999,"total_pages":{pages},"items":[1,2]}}"#
        ))
        .expect("a page")
    };
    let mut empty = Pages::new("/r", &claims(u64::MAX), 1);
    assert_eq!(missing(&empty).len(), 12, "lazy, whatever is claimed");
    empty.arrived(2, 0, 0);
    assert_eq!((empty.end(), empty.missing_count()), (End::EmptyPage, 0));
    let mut same = Pages::new("/r", &claims(50), 7);
    same.arrived(2, 2, 7);
    assert_eq!((same.end(), same.missing_count(), same.items_read()), (End::SamePage, 0, 2));
    let mut failed = Pages::new("/r", &claims(1), 7);
    assert!(failed.missing_count() > 0, "of two statements the larger one is tried");
    let none =
        envelope(r#"{"page":1,"page_size":0,"total_size":0,"total_pages":0,"items":[]}"#).expect("a page");
    assert_eq!(Pages::new("/r", &none, 1).end(), End::Complete);
    failed.failed(2);
    assert!(missing(&failed).iter().all(|address| address != "/r?page=2"));
    failed.retry();
    assert_eq!(missing(&failed)[0], "/r?page=2");
}

#[test]
fn an_uncounted_list_goes_on_while_its_pages_are_full() {
    let first = envelope(r#"{"page":1,"page_size":2,"items":[1,2]}"#).expect("a page");
    let mut pages = Pages::new("/r", &first, 1);
    assert_eq!(missing(&pages), ["/r?page=2"]);
    pages.arrived(2, 2, 2);
    assert_eq!(missing(&pages), ["/r?page=3"]);
    pages.arrived(3, 1, 3);
    assert_eq!(pages.end(), End::Complete);
}

#[test]
fn fingerprints_tell_pages_apart() {
    let (a, b) = (document("[1,2]"), document("[1,3]"));
    assert_ne!(fingerprint(a.root()), fingerprint(b.root()));
    assert_eq!(fingerprint(a.root()), fingerprint(document("[1,2]").root()));
    assert!(a.root().items().map(Value::as_i64).all(|item| item.is_some()));
}
