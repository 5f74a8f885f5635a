use release_atlas::hal::crawl::{Skip, State, Stop, TaskState};
use release_atlas::hal::page::End;

use super::server::{Server, crawl_of, release};

fn page(number: u64, pages: u64, total: u64, items: &[String]) -> String {
    format!(
        r#"{{"page":{number},"page_size":20,"total_size":{total},"total_pages":{pages},"items":[{}]}}"#,
        items.join(",")
    )
}

fn twenty(number: u64) -> Vec<String> {
    (0..20).map(|item| release(&format!("{number}-{item}"), &[], &[])).collect()
}

fn number_of(path: &str) -> u64 {
    path.split("page=")
        .nth(1)
        .and_then(|rest| rest.split('&').next())
        .and_then(|number| number.parse().ok())
        .unwrap_or(1)
}

#[test]
fn a_list_is_read_whole_within_the_budget_with_counts() {
    let mut crawl = crawl_of("/r?page=1&catalog=%2f", &page(1, 195, 3_900, &twenty(1)));
    assert_eq!(crawl.estimate().requests, 194);
    let mut server =
        Server::computed(|path| Some(page(number_of(path), 195, 3_900, &twenty(number_of(path)))));
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!((server.log.len(), server.log[0].as_str()), (194, "/r?page=2&catalog=%2f"));
    assert_eq!(crawl.progress().items, (3_900, Some(3_900)));
    assert_eq!(crawl.lists().map(release_atlas::hal::page::Pages::end).collect::<Vec<_>>(), [End::Complete]);
}

#[test]
fn a_list_of_endless_pages_ends_with_the_budget_and_says_how_much_is_missing() {
    let claims = |number: u64| page(number, u64::MAX, u64::MAX, &twenty(number));
    let mut crawl = crawl_of("/r", &claims(1));
    let mut server = Server::computed(move |path| Some(claims(number_of(path))));
    assert_eq!((server.run(&mut crawl), server.log.len()), (State::Stopped(Stop::Budget), 300));
    assert_eq!(crawl.progress().items, (301 * 20, Some(u64::MAX)));
    crawl.more(50);
    server.run(&mut crawl);
    assert_eq!(server.log.len(), 350);
}

#[test]
fn a_server_that_ignores_the_page_number_is_found_out() {
    let same = page(1, 100, 2_000, &twenty(1));
    let mut crawl = crawl_of("/r", &same);
    let mut server = Server::computed(move |_| Some(same.clone()));
    assert_eq!(server.run(&mut crawl), State::Done);
    assert!(server.log.len() <= 6, "no more than were under way: {:?}", server.log);
    assert!(crawl.tasks().any(|(_, task)| task.state == TaskState::Skipped(Skip::ListEnded(End::SamePage))));
}

#[test]
fn an_empty_page_ends_a_list_that_claims_more() {
    let mut crawl = crawl_of("/r", &page(1, 100, 2_000, &twenty(1)));
    let mut server = Server::computed(|path| {
        let number = number_of(path);
        Some(page(number, 100, 2_000, &if number < 4 { twenty(number) } else { vec![] }))
    });
    assert_eq!(server.run(&mut crawl), State::Done);
    assert!(server.log.len() <= 9, "{:?}", server.log);
    assert_eq!(crawl.lists().map(release_atlas::hal::page::Pages::end).collect::<Vec<_>>(), [End::EmptyPage]);
}

#[test]
fn a_page_that_fails_is_named_and_can_be_retried() {
    let mut crawl = crawl_of("/r", &page(1, 4, 80, &twenty(1)));
    let mut server = Server::computed(|path| {
        (number_of(path) != 3).then(|| page(number_of(path), 4, 80, &twenty(number_of(path))))
    });
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!((crawl.progress().failed, crawl.progress().items), (1, (60, Some(80))));
    assert_eq!(
        crawl.lists().map(release_atlas::hal::page::Pages::end).collect::<Vec<_>>(),
        [End::PagesFailed]
    );
    crawl.retry();
    let mut healed = Server::computed(|path| Some(page(number_of(path), 4, 80, &twenty(number_of(path)))));
    assert_eq!((healed.run(&mut crawl), healed.log), (State::Done, vec!["/r?page=3".to_owned()]));
    assert_eq!(crawl.progress().items, (80, Some(80)));
}

#[test]
fn releases_on_later_pages_are_followed_too() {
    let mut crawl = crawl_of("/r", &page(1, 2, 2, &[release("a", &[], &[])]));
    let mut server = Server::computed(|path| match path {
        "/r?page=2" => Some(page(2, 2, 2, &[release("b", &["c"], &[])])),
        "/r/c" => Some(release("c", &[], &[])),
        _ => None,
    });
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!(server.log, ["/r?page=2", "/r/c"]);
}
