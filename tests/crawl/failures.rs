use release_atlas::hal::crawl::{Reaction, State, Stop, TaskState};
use release_atlas::hal::fault::Class;

use super::server::{Server, crawl_of, document, release, resolver};

#[test]
fn a_storm_of_401_asks_once_and_stops() {
    let names: Vec<String> = (0..20).map(|number| format!("n{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut crawl = crawl_of("/r/a", &release("a", &names, &[]));
    crawl.start();
    let asks = crawl.next(0);
    let reactions: Vec<Reaction> =
        asks.iter().map(|ask| crawl.failed(ask.id, Class::Auth, None, 0, 0.5)).collect();
    assert_eq!(reactions.iter().filter(|&&reaction| reaction == Reaction::AskSignIn).count(), 1);
    assert_eq!((crawl.state(0), crawl.next(0).len()), (State::Stopped(Stop::SignIn), 0));
    crawl.signed_in();
    let mut server = Server::computed(|path| Some(release(path.trim_start_matches("/r/"), &[], &[])));
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!(server.log.len(), 20, "what was refused is asked for again");
}

#[test]
fn too_many_requests_makes_everything_wait_and_stops_in_the_end() {
    let mut crawl = crawl_of("/r/a", &release("a", &["b", "c"], &[]));
    crawl.start();
    let mut now = 0;
    for round in 1..=4 {
        let asks = crawl.next(now);
        assert_eq!(asks.len(), 2, "round {round}");
        for ask in asks {
            crawl.failed(ask.id, Class::Rate, Some(10_000), now, 0.5);
        }
        if round < 4 {
            assert_eq!(crawl.state(now), State::Waiting { until_millis: now + 10_000 });
            assert!(crawl.next(now + 9_999).is_empty());
            assert_eq!(crawl.wake_millis(now), Some(now + 10_000));
        }
        now += 10_000;
    }
    assert_eq!(crawl.state(now), State::Stopped(Stop::TooManyRequests));
    crawl.resume();
    assert_eq!(crawl.next(now).len(), 2);
}

#[test]
fn a_passing_failure_is_repeated_twice_with_a_pause_and_then_named() {
    let mut crawl = crawl_of("/r/a", &release("a", &["b"], &[]));
    crawl.start();
    let mut now = 0;
    let mut pauses = Vec::new();
    while let Some(ask) = crawl.next(now).pop() {
        crawl.failed(ask.id, Class::Server, None, now, 1.0);
        if let Some(wake) = crawl.wake_millis(now) {
            assert!(crawl.next(now).is_empty(), "not before the pause is over");
            pauses.push(wake - now);
            now = wake;
        }
    }
    assert_eq!(pauses, [500, 1_000]);
    assert_eq!((crawl.state(now), crawl.progress().failed, crawl.progress().sent), (State::Done, 1, 3));
    crawl.retry();
    assert_eq!(crawl.next(now).len(), 1);
}

#[test]
fn a_lasting_failure_is_not_repeated_and_the_rest_goes_on() {
    let mut crawl = crawl_of("/r/a", &release("a", &["b", "c"], &[]));
    let mut server = Server::of([("/r/c", &*release("c", &["d"], &[])), ("/r/d", &*release("d", &[], &[]))]);
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!(server.log, ["/r/b", "/r/c", "/r/d"]);
    let (_, failed) = crawl.task_at("https://api.example/r/b").expect("found");
    assert_eq!(
        (failed.state.clone(), failed.holders[0].0.as_str()),
        (TaskState::Failed(Class::Missing), "a")
    );
}

#[test]
fn reports_out_of_order_land_on_their_own_task() {
    let mut crawl = crawl_of("/r/a", &release("a", &["b", "c"], &[]));
    crawl.start();
    let asks = crawl.next(0);
    for ask in asks.iter().rev() {
        let id = ask.address.rsplit('/').next().unwrap_or_default();
        let answer = document(&release(id, &[], &[]));
        assert_eq!(crawl.answered(ask.id, &answer, &ask.address, &resolver(&ask.address)), Reaction::GoOn);
        assert_eq!(
            crawl.answered(ask.id, &answer, &ask.address, &resolver(&ask.address)),
            Reaction::Ignore,
            "twice"
        );
    }
    assert!(crawl.tasks().filter(|(_, task)| task.attempts > 0).all(|(_, task)| task.oddities.is_empty()));
}
