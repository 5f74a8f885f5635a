use release_atlas::hal::crawl::{Limits, Oddity, Skip, State, Stop, TaskState};

use super::server::{BASE, Server, crawl_of, crawl_with, release};

fn skips(crawl: &release_atlas::hal::crawl::Crawl) -> Vec<Skip> {
    crawl
        .tasks()
        .filter_map(
            |(_, task)| if let TaskState::Skipped(skip) = &task.state { Some(skip.clone()) } else { None },
        )
        .collect()
}

#[test]
fn cycles_and_self_loops_end() {
    let mut crawl = crawl_of("/r/a", &release("a", &["a", "b"], &["b"]));
    let mut server = Server::computed(|path| match path {
        "/r/b" => Some(release("b", &["c", "b"], &["a"])),
        "/r/c" => Some(release("c", &["a"], &["b"])),
        _ => None,
    });
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!(server.log, ["/r/b", "/r/c"]);
}

#[test]
fn a_diamond_of_a_billion_paths_is_asked_for_once_each() {
    let mut crawl = crawl_of("/r/0", &release("0", &["1a", "1b"], &[]));
    let mut server = Server::computed(|path| {
        let id = path.trim_start_matches("/r/");
        let level: u32 = id.trim_end_matches(['a', 'b']).parse().ok()?;
        let below = [format!("{}a", level + 1), format!("{}b", level + 1)];
        Some(release(id, &if level < 30 { vec![below[0].as_str(), below[1].as_str()] } else { vec![] }, &[]))
    });
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!(server.log.len(), 60);
}

#[test]
fn an_endless_chain_ends_at_the_depth_limit_and_can_go_deeper() {
    let endless = |path: &str| {
        let number: u64 = path.trim_start_matches("/r/").parse().ok()?;
        Some(release(&number.to_string(), &[&(number + 1).to_string()], &[]))
    };
    let mut crawl = crawl_of("/r/0", &endless("/r/0").expect("a release"));
    let mut server = Server::computed(endless);
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!((server.log.len(), skips(&crawl)), (32, vec![Skip::TooDeep]));
    crawl.deeper(10);
    server.run(&mut crawl);
    assert_eq!(server.log.len(), 42);
}

#[test]
fn an_endless_chain_without_depth_limit_ends_with_the_budget() {
    let endless = |path: &str| {
        let number: u64 = path.trim_start_matches("/r/").parse().ok()?;
        Some(release(&number.to_string(), &[&(number + 1).to_string()], &[]))
    };
    let limits = Limits { depth: u32::MAX, ..Limits::default() };
    let mut crawl = crawl_with(limits, "/r/0", &endless("/r/0").expect("a release"));
    let mut server = Server::computed(endless);
    assert_eq!((server.run(&mut crawl), server.log.len()), (State::Stopped(Stop::Budget), 300));
}

#[test]
fn growing_paths_queries_and_circles_end_with_that_reason() {
    let paths = |path: &str| {
        Some(format!(r#"{{"id":"x","_links":{{"dependencies":{{"href":"{path}/more{}"}}}}}}"#, path.len()))
    };
    let queries = |path: &str| {
        let joint = if path.contains('?') { "&" } else { "?" };
        Some(format!(r#"{{"id":"x","_links":{{"dependencies":{{"href":"{path}{joint}x=y"}}}}}}"#))
    };
    let circles =
        |path: &str| Some(format!(r#"{{"id":"x","_links":{{"dependencies":{{"href":"{path}/a/b"}}}}}}"#));
    let servers = [Server::computed(paths), Server::computed(queries), Server::computed(circles)];
    for (mut server, first) in servers.into_iter().zip(["/r", "/r", "/r/a/b"]) {
        let text = format!(r#"{{"id":"0","_links":{{"dependencies":{{"href":"{first}"}}}}}}"#);
        let mut crawl = crawl_of("/start", &text);
        assert_eq!(server.run(&mut crawl), State::Done);
        assert_eq!(skips(&crawl), [Skip::Growing]);
        assert!(server.log.len() < 12, "{:?}", server.log);
    }
}

#[test]
fn a_very_long_address_is_not_asked_for() {
    let text = format!(r#"{{"id":"0","_links":{{"dependencies":{{"href":"/r/{}"}}}}}}"#, "x".repeat(3_000));
    let mut crawl = crawl_of("/r/0", &text);
    assert_eq!(Server::computed(|_| None).run(&mut crawl), State::Done);
    assert_eq!(skips(&crawl), [Skip::Growing]);
}

#[test]
fn next_links_are_followed_without_depth_and_end_when_they_repeat() {
    let page = |number: u32| {
        format!(
            r#"{{"_embedded":{{"payments":[{{"id":"{number}"}}]}},"_links":{{"next":{{"href":"/list?from={}"}},"previous":null}}}}"#,
            number + 1
        )
    };
    let mut crawl = crawl_of("/list?from=0", &page(0));
    let mut server = Server::computed(move |path| {
        let number: u32 = path.rsplit('=').next()?.parse().ok()?;
        Some(if number < 50 {
            page(number)
        } else {
            page(7).replace("from=8", &format!("from={}", number + 1))
        })
    });
    assert_eq!(server.run(&mut crawl), State::Done);
    assert_eq!((server.log.len(), skips(&crawl)), (50, vec![Skip::Repeats]));
}

#[test]
fn answers_with_another_id_or_another_self_are_named() {
    let mut crawl = crawl_of("/r/a", &release("a", &["b", "c"], &[]));
    let mut server = Server::of([
        ("/r/b", &*release("z", &[], &[])),
        ("/r/c", r#"{"id":"c","_links":{"self":{"href":"/r/q"}}}"#),
    ]);
    assert_eq!(server.run(&mut crawl), State::Done);
    let oddities =
        |path: &str| crawl.task_at(&format!("{BASE}{path}")).map(|(_, task)| task.oddities.clone());
    assert_eq!(oddities("/r/b"), Some(vec![Oddity::OtherId { expected: "b".into(), found: "z".into() }]));
    assert_eq!(oddities("/r/c"), Some(vec![Oddity::SelfDiffers { id: "c".into(), named: "q".into() }]));
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(40))]

    /// Whatever a server answers: at most 300 requests, none twice, none outside, and it ends.
    #[test]
    fn any_server_is_survived(seed in proptest::prelude::any::<u64>(), fan in 0u64..6) {
        let mut crawl = crawl_of("/r/0", &hostile("/r/0", seed, fan));
        let mut server = Server::computed(move |path| Some(hostile(path, seed, fan)));
        let state = server.run(&mut crawl);
        proptest::prop_assert!(matches!(state, State::Done | State::Stopped(Stop::Budget)), "{:?}", state);
        proptest::prop_assert!(server.log.len() <= 300);
        let mut once = server.log.clone();
        once.sort();
        once.dedup();
        proptest::prop_assert_eq!(once.len(), server.log.len());
        proptest::prop_assert!(server.log.iter().all(|path| path.starts_with('/') && !path.starts_with("//")));
    }
}

/// A resource whose links are drawn by chance from everything unpleasant.
fn hostile(path: &str, seed: u64, fan: u64) -> String {
    let mut chance =
        path.bytes().fold(seed | 1, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mut draw = |most: u64| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        chance % most
    };
    let links: Vec<String> = (0..fan)
        .map(|_| {
            let number = draw(1_000);
            match draw(9) {
                0 => "null".into(),
                1 => format!(r#"{{"href":"{path}/{number}"}}"#),
                2 => format!(r#"{{"href":"?x={number}"}}"#),
                3 => format!(r#"{{"href":"https://other.example/{number}"}}"#),
                4 => r#"{"href":"/r/{id}"}"#.into(),
                5 => format!(r#""/r/../r/%{:02x}""#, 0x61 + number % 20),
                6 => format!(r#"{{"href":"{path}"}}"#),
                _ => format!(r#"{{"href":"/r/{number}"}}"#),
            }
        })
        .collect();
    let page = if draw(3) == 0 {
        format!(r#""page":{},"page_size":2,"total_pages":{},"items":[{}],"#, draw(5), draw(u64::MAX), draw(3))
    } else {
        String::new()
    };
    format!(
        r#"{{{page}"id":"{}","_links":{{"dependencies":[{}],"next":{{"href":"{path}?n={}"}}}}}}"#,
        draw(50),
        links.join(","),
        draw(100)
    )
}
