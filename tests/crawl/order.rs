use release_atlas::hal::crawl::{Limits, Skip, State, Stop, TaskState, Urgency};
use release_atlas::hal::lead::Relation;

use super::server::{BASE, Server, crawl_of, crawl_with, document, release, resolver};

fn customization() -> String {
    format!(
        r#"{{"id":"c","succeeded_releases":[{}],"pending_releases":[{}],"failed_releases":[{{"release":{},"failure":{{}}}}]}}"#,
        release("s", &["s-dep"], &[]),
        release("p", &["p-dep"], &[]),
        release("f", &["f-dep"], &["f-user"]),
    )
}

#[test]
fn what_needs_a_failed_release_comes_first_then_what_it_needs_then_the_rest() {
    let mut crawl = crawl_with(Limits { at_once: 1, ..Limits::default() }, "/c", &customization());
    let mut server = Server::computed(|path| match path {
        "/r/f-user" => Some(release("f-user", &["f"], &["f-user-2"])),
        "/r/f-user-2" => Some(release("f-user-2", &["else"], &[])),
        "/r/f-dep" => Some(release("f-dep", &["f-dep-2"], &["else-2"])),
        path => Some(release(path.trim_start_matches("/r/"), &[], &[])),
    });
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!(
        server.log,
        [
            "/r/f-user",
            "/r/f-user-2",
            "/r/f-dep",
            "/r/f-dep-2",
            "/r/p-dep",
            "/r/s-dep",
            "/r/else-2",
            "/r/else"
        ]
    );
}

#[test]
fn a_failed_release_that_is_only_thin_is_asked_for_before_all() {
    let text = r#"{"failed_releases":[{"release":{"id":"f","version":"1","_links":{"self":{"href":"/r/f"}}}}],
        "succeeded_releases":[{"id":"s","version":"1","_links":{"self":{"href":"/r/s"},"dependencies":{"href":"/r/d"}}}]}"#;
    let mut crawl = crawl_of("/c", text);
    crawl.start();
    let first = crawl.next(0);
    assert_eq!(
        first.iter().map(|ask| ask.address.as_str()).collect::<Vec<_>>(),
        [format!("{BASE}/r/f"), format!("{BASE}/r/d")]
    );
    assert_eq!(crawl.task(first[0].id).map(|task| task.urgency), Some(Urgency::Failed));
}

#[test]
fn one_request_for_an_address_in_ten_spellings() {
    let text = r#"{"id":"a","_links":{"dependencies":[
        {"href":"/r/x~y"},{"href":"/r/x%7Ey"},{"href":"/r/x%7ey"},{"href":"/r/./x~y"},{"href":"/q/../r/x~y"},
        {"href":"https://api.example/r/x~y"},{"href":"HTTPS://API.EXAMPLE/r/x~y"},{"href":"https://api.example:443/r/x~y"},
        {"href":"/r/x~y#top"},{"href":"/%72/x~y"}]}}"#;
    let mut crawl = crawl_of("/r/a", text);
    let mut server = Server::computed(|_| Some(release("x~y", &[], &["a"])));
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!(server.log, ["/r/x~y"]);
}

#[test]
fn what_is_embedded_or_already_loaded_is_not_asked_for() {
    let text = format!(
        r#"{{"items":[{},{}],"page":1,"total_pages":1}}"#,
        release("a", &["b"], &[]),
        release("b", &[], &["a"])
    );
    let crawl = crawl_of("/list", &text);
    assert_eq!(crawl.estimate().requests, 0);
    let mut crawl = crawl_of("/r/a", &release("a", &["b", "a"], &[]));
    crawl.know(&format!("{BASE}/r/b"));
    assert_eq!(crawl.estimate().requests, 0, "one is loaded, the other is the document itself");
}

#[test]
fn only_known_relations_are_followed_and_no_downloads() {
    let text = r#"{"id":"a","_links":{"self":{"href":"/r/a"},"catalog":{"href":"/c"},"artifact":{"href":"/artifacts/1"},"delete":{"href":"/x"},
        "dependencies":[{"href":"/v1/files/9"},{"href":"/api/v1/artifacts/9"},{"href":"/x?filename=y"},{"href":"/r/{id}"},{"href":"/r/%7Bid%7D"},
        {"href":"/r/t{?x}","templated":true},null,"",{},{"href":""},7,{"href":"/r/b"},"/r/c"]}}"#;
    let mut crawl = crawl_of("/r/a", text);
    let mut server = Server::computed(|path| Some(release(path.trim_start_matches("/r/"), &[], &[])));
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!(server.log, ["/r/b", "/r/c"]);
}

#[test]
fn links_out_of_the_base_are_named_and_only_a_click_follows_them() {
    let text = r#"{"id":"a","_links":{"dependencies":[{"href":"https://evil.example/r/b"},{"href":"javascript:alert(1)"},{"href":"//evil.example/x"}]}}"#;
    let mut crawl = crawl_of("/r/a", text);
    let mut server = Server::computed(|_| Some(release("b", &[], &[])));
    assert_eq!(server.run(&mut crawl), State::Done);
    assert!(server.log.is_empty());
    let skipped: Vec<_> = crawl
        .tasks()
        .filter(|(_, task)| matches!(task.state, TaskState::Skipped(Skip::Outside(_))))
        .collect();
    assert_eq!(skipped.len(), 3);
    assert_eq!(skipped[0].1.holders, [("a".to_owned(), Relation::Dependencies)]);
    let (ids, script): (Vec<_>, Vec<_>) =
        skipped.iter().map(|(id, task)| (*id, task.address.contains("alert"))).unzip();
    for id in &ids {
        crawl.retry_one(*id);
    }
    crawl.start();
    let asked = crawl.next(0);
    assert_eq!(asked.len(), 2, "the script stays text");
    assert_eq!(script, [false, true, false]);
}

#[test]
fn the_cost_is_told_before_and_progress_while_it_runs() {
    let mut crawl = crawl_of("/c", &customization());
    let estimate = crawl.estimate();
    assert_eq!(
        (estimate.requests, estimate.within_budget, estimate.depth, estimate.may_grow),
        (4, 4, 1, true)
    );
    assert_eq!(crawl.state(0), State::Planned);
    assert!(crawl.next(0).is_empty(), "nothing is sent before somebody starts");
    crawl.start();
    let asks = crawl.next(0);
    assert_eq!((asks.len(), crawl.progress().asked, crawl.progress().sent), (4, 4, 4));
    let answer = release("x", &["y"], &[]);
    for ask in &asks {
        crawl.answered(ask.id, &document(&answer), &ask.address, &resolver(&ask.address));
    }
    let progress = crawl.progress();
    assert_eq!((progress.answered, progress.waiting, progress.asked), (4, 1, 0));
}

#[test]
fn at_most_six_at_a_time_and_three_hundred_without_a_click() {
    let names: Vec<String> = (0..5_000).map(|number| format!("n{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut crawl = crawl_of("/r/hub", &release("hub", &[], &names));
    crawl.start();
    let first = crawl.next(0);
    assert_eq!(first.len(), 6);
    assert!(crawl.next(0).is_empty());
    for ask in first {
        crawl.answered(
            ask.id,
            &document(&release("n", &["hub"], &[])),
            &ask.address,
            &resolver(&ask.address),
        );
    }
    let mut server = Server::computed(|path| Some(release(path.trim_start_matches("/r/"), &["hub"], &[])));
    assert_eq!(server.run(&mut crawl), State::Stopped(Stop::Budget));
    assert_eq!(server.log.len(), 294);
    crawl.more(100);
    assert_eq!(server.run(&mut crawl), State::Stopped(Stop::Budget));
    assert_eq!((server.log.len(), crawl.progress().waiting), (394, 4_600));
}

#[test]
fn pause_stop_and_resume() {
    let mut crawl = crawl_of("/c", &customization());
    crawl.start();
    crawl.pause();
    assert_eq!((crawl.state(0), crawl.next(0).len()), (State::Paused, 0));
    crawl.resume();
    let asks = crawl.next(0);
    crawl.stop();
    assert_eq!(crawl.state(0), State::Stopped(Stop::ByHand));
    let late = crawl.answered(asks[0].id, &document("{}"), &asks[0].address, &resolver(&asks[0].address));
    assert_eq!(late, release_atlas::hal::crawl::Reaction::Ignore, "a late answer of a stopped request");
    crawl.resume();
    assert_eq!(crawl.next(0).len(), asks.len(), "what was under way is asked for again");
}

#[test]
fn one_address_found_again_may_become_more_urgent() {
    let text = format!(
        r#"{{"succeeded_releases":[{}],"failed_releases":[{{"release":{}}}]}}"#,
        release("s", &["shared"], &[]),
        release("f", &[], &["shared"])
    );
    let crawl = crawl_of("/c", &text);
    let (_, task) = crawl.task_at(&format!("{BASE}/r/shared")).expect("found");
    assert_eq!(task.urgency, Urgency::HitByFailed);
    assert_eq!(
        task.holders,
        [("s".to_owned(), Relation::Dependencies), ("f".to_owned(), Relation::Dependants)]
    );
}
