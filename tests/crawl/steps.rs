//! Documents learnt in parts, single requests by a click, and related releases within one answer.

use super::server::{BASE, Server, crawl_of, document, release, resolver};
use release_atlas::hal::crawl::{Crawl, Limits, State, Stop, TaskState};

const RELEASES: &str = "/v1/catalogs/c/releases";

fn wide(count: usize) -> String {
    let ids: Vec<String> = (1..=count).map(|id| id.to_string()).collect();
    release("0", &ids.iter().map(String::as_str).collect::<Vec<_>>(), &[])
}

#[test]
fn a_document_learnt_in_parts_gives_the_plan_of_one_learnt_at_once() {
    let text = wide(1_000);
    let whole = crawl_of("/r/0", &text);
    let address = format!("{BASE}/r/0");
    let mut crawl = Crawl::new(Limits::default());
    let opened = document(&text);
    let mut study = crawl.study(&opened, Some(&address));
    let mut parts = 1;
    while crawl.learn_some(&mut study, 7, &resolver(&address)) {
        parts += 1;
    }
    assert!(parts > 100, "{parts} parts");
    assert_eq!(crawl.estimate(), whole.estimate());
    let addresses = |crawl: &Crawl| crawl.tasks().map(|(_, task)| task.address.clone()).collect::<Vec<_>>();
    assert_eq!(addresses(&crawl), addresses(&whole));
}

#[test]
fn a_click_on_one_address_asks_for_it_alone_and_leaves_the_rest() {
    let mut crawl = crawl_of("/r/0", &wide(5));
    let (id, _) = crawl.task_at(&format!("{BASE}/r/4")).unwrap();
    crawl.ask_one(id);
    let asks = crawl.next(0);
    assert_eq!(asks.iter().map(|ask| ask.id).collect::<Vec<_>>(), [id]);
    crawl.answered(id, &document(&release("4", &[], &[])), &asks[0].address, &resolver(&asks[0].address));
    assert!(crawl.next(0).is_empty());
    assert_eq!(crawl.state(0), State::Stopped(Stop::Budget));
    crawl.more(300);
    assert_eq!(crawl.next(0).len(), 4);
}

#[test]
fn a_click_on_one_address_of_a_stopped_crawl_asks_for_it_alone() {
    let mut crawl = crawl_of("/r/0", &wide(5));
    crawl.start();
    crawl.stop();
    let (id, _) = crawl.task_at(&format!("{BASE}/r/2")).unwrap();
    crawl.ask_one(id);
    assert_eq!(crawl.next(0).iter().map(|ask| ask.id).collect::<Vec<_>>(), [id]);
}

#[test]
fn a_document_opened_after_the_end_is_not_followed_without_a_question() {
    let mut server = Server::computed(|path| Some(release(path.rsplit('/').next()?, &[], &[])));
    let mut crawl = crawl_of("/r/0", &release("0", &["1"], &[]));
    assert_eq!(server.run(&mut crawl), State::Done);
    let address = format!("{BASE}/r/5");
    crawl.learn(&document(&release("5", &["6"], &[])), Some(&address), &resolver(&address));
    assert_eq!(crawl.state(0), State::Planned);
    assert!(crawl.next(0).is_empty());
    assert_eq!(crawl.estimate().requests, 1);
    assert_eq!(crawl.estimate().within_budget, 1);
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!(server.log, ["/r/1", "/r/6"]);
}

#[test]
fn related_releases_are_asked_for_within_each_answer_where_the_catalogue_offers_that() {
    let link = |id: &str| format!(r#"{{"href":"{RELEASES}/{id}"}}"#);
    let text =
        format!(r#"{{"id":"0","version":"1","_links":{{"dependencies":[{},{}]}}}}"#, link("1"), link("2"));
    let mut crawl = crawl_of(&format!("{RELEASES}/0"), &text);
    assert_eq!(crawl.expansion(), (false, true));
    crawl.expand(true);
    crawl.start();
    let asks = crawl.next(0);
    let asked: Vec<&str> = asks.iter().filter_map(|ask| ask.address.strip_prefix(BASE)).collect();
    assert_eq!(asked, ["1", "2"].map(|id| format!("{RELEASES}/{id}?expand_relationships=true")));
    // The first answer holds the second release with its relations: what waits for it would be known.
    let known = crawl.task_at(&format!("{BASE}{RELEASES}/1")).map(|(_, task)| task.state.clone());
    assert_eq!(known, Some(TaskState::Asked), "it is still the one address, however it is asked for");
    assert_eq!(crawl_of("/r/0", &release("0", &["1"], &[])).expansion(), (false, false));
}

#[test]
fn another_limit_holds_for_what_was_not_allowed_by_a_click() {
    let mut crawl = crawl_of("/r/0", &wide(9));
    crawl.limit(2);
    crawl.start();
    assert_eq!(crawl.next(0).len(), 2);
    let mut crawl = crawl_of("/r/0", &wide(9));
    crawl.more(5);
    crawl.limit(2);
    assert_eq!(crawl.next(0).len(), 5, "a person allowed five");
}
