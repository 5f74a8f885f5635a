//! The one function that sends requests, against fetchers that answer in every way; and the crawl driver.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use release_atlas::browser::address::{Base, page, parse, parse_typed};
use release_atlas::browser::crawler::{Crawler, News};
use release_atlas::browser::fetch::{Abort, Ask, Failed, Progress, Settings, Signal, fetch};
use release_atlas::browser::timer::{Timer, sleep};
use release_atlas::hal::crawl::{Limits, State};
use release_atlas::hal::fault::{Cause, Class};
use release_atlas::hal::trust::Judgement;
use wasm_bindgen_test::wasm_bindgen_test;

/// Settings with a host page's fetcher: the body of a function of `request`.
fn with_fetcher(body: &str) -> Settings {
    Settings {
        fetcher: Some(Function::new_with_args("request", body)),
        repetitions: 0,
        ..Settings::default()
    }
}

fn ask() -> Ask {
    Ask::new(parse("https://api.example/v1/x?token=secret", None).unwrap())
}

async fn failure(settings: &Settings) -> Box<Failed> {
    fetch(&ask(), settings, &Signal::never(), |_| {}).await.expect_err("a failure")
}

#[wasm_bindgen_test]
async fn a_body_is_read_in_pieces_with_progress() {
    let settings = with_fetcher(
        "const pieces = ['{\"a\":', '1}'];
         const body = new ReadableStream({ pull(c) { const p = pieces.shift(); p ? c.enqueue(new TextEncoder().encode(p)) : c.close(); } });
         return Promise.resolve(new Response(body, { status: 200, headers: { 'Content-Type': 'application/json', 'Content-Length': '7' } }));",
    );
    let seen = Rc::new(RefCell::new(Vec::new()));
    let heard = seen.clone();
    let answer =
        fetch(&ask(), &settings, &Signal::never(), move |progress| heard.borrow_mut().push(progress))
            .await
            .unwrap();
    assert_eq!((answer.status, answer.bytes.as_slice()), (200, &b"{\"a\":1}"[..]));
    assert!(answer.headers.contains(&("content-type".into(), "application/json".into())));
    assert_eq!(
        *seen.borrow(),
        [Progress { bytes: 5, total: Some(7) }, Progress { bytes: 7, total: Some(7) }]
    );
}

#[wasm_bindgen_test]
async fn the_token_goes_to_its_origin_alone_and_nothing_else_is_sent() {
    let mut settings = with_fetcher(
        "const said = { auth: request.headers.get('authorization'), method: request.method, credentials: request.credentials,
            referrer: request.referrerPolicy, redirect: request.redirect };
         return Promise.resolve(new Response(JSON.stringify(said)));",
    );
    settings.tokens.set("https://api.example", "abc").unwrap();
    let said = |answer: &[u8]| String::from_utf8_lossy(answer).into_owned();
    let own = fetch(&ask(), &settings, &Signal::never(), |_| {}).await.unwrap();
    assert_eq!(
        said(&own.bytes),
        r#"{"auth":"Bearer abc","method":"GET","credentials":"omit","referrer":"no-referrer","redirect":"follow"}"#
    );
    let other = Ask::new(parse("https://api.example:8443/v1/x", None).unwrap());
    let answer = fetch(&other, &settings, &Signal::never(), |_| {}).await.unwrap();
    assert!(said(&answer.bytes).contains(r#""auth":null"#));
}

#[wasm_bindgen_test]
async fn a_hanging_answer_and_a_hanging_body_both_time_out() {
    for hanging in [
        "return new Promise((_, no) => request.signal.addEventListener('abort', () => no(new Error('aborted'))));",
        "const body = new ReadableStream({ start(c) { c.enqueue(new Uint8Array([123]));
            request.signal.addEventListener('abort', () => c.error(new Error('aborted'))); } });
         return Promise.resolve(new Response(body));",
    ] {
        let settings = Settings { timeout_millis: 50, ..with_fetcher(hanging) };
        let failed = failure(&settings).await;
        assert_eq!(
            (failed.fault.class, &failed.fault.causes[..]),
            (Class::Timeout, &[Cause::TookLonger { millis: 50 }][..])
        );
    }
}

#[wasm_bindgen_test]
async fn dropping_the_owner_ends_the_request() {
    let settings = with_fetcher(
        "return new Promise((_, no) => request.signal.addEventListener('abort', () => no(new Error('aborted'))));",
    );
    let abort = Abort::new();
    let signal = abort.signal();
    let _later = Timer::after(20, move || drop(abort));
    let failed = fetch(&ask(), &settings, &signal, |_| {}).await.expect_err("stopped");
    assert_eq!(failed.fault.class, Class::Stopped);
}

#[wasm_bindgen_test]
async fn a_body_beyond_the_limit_is_stopped() {
    let endless = with_fetcher(
        "const body = new ReadableStream({ pull(c) { c.enqueue(new Uint8Array(1024)); } });
         return Promise.resolve(new Response(body));",
    );
    let stated = with_fetcher(
        "return Promise.resolve(new Response('x', { headers: { 'Content-Length': '99999999999' } }));",
    );
    for settings in [endless, stated] {
        let settings = Settings { max_bytes: 10_000, ..settings };
        let failed = failure(&settings).await;
        assert_eq!(
            (failed.fault.class, &failed.fault.causes[..]),
            (Class::TooBig, &[Cause::LargerThan { bytes: 10_000 }][..])
        );
    }
}

#[wasm_bindgen_test]
async fn failures_are_classified_and_hold_no_secret() {
    let mut settings = with_fetcher(
        "return Promise.resolve(new Response(JSON.stringify({ title: 'no', detail: 'bad ' + request.headers.get('authorization') }), { status: 403 }));",
    );
    settings.tokens.set("https://api.example", "the-token-42").unwrap();
    let failed = failure(&settings).await;
    assert_eq!((failed.fault.class, failed.fault.status), (Class::Forbidden, Some(403)));
    assert_eq!(failed.fault.address, "https://api.example/v1/x?token=***");
    assert!(!format!("{:?}", failed.fault).contains("the-token-42"));
    assert!(failed.answer.is_some(), "the inspector shows the body of errors too");
}

#[wasm_bindgen_test]
async fn what_must_not_be_sent_is_not_sent() {
    let throws = with_fetcher("throw new Error('sent');");
    for (address, offline, cause) in [
        ("https://api.example/v1/{id}", false, Cause::Template),
        ("https://user:pw@api.example/", false, Cause::NotAskable),
        ("javascript:alert(1)", false, Cause::NotAskable),
        ("data:application/json,{}", false, Cause::NotAskable),
        ("https://api.example/", true, Cause::RequestsOff),
    ] {
        let settings = Settings { is_offline: offline, ..throws.clone() };
        let ask = Ask::new(parse(address, None).unwrap());
        let failed = fetch(&ask, &settings, &Signal::never(), |_| {}).await.expect_err("withheld");
        assert_eq!(
            (failed.fault.class, &failed.fault.causes[..]),
            (Class::Withheld, &[cause][..]),
            "{address}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_fetcher_that_throws_refuses_or_answers_nonsense_is_named() {
    for body in [
        "throw new Error('x');",
        "return Promise.reject(new Error('x'));",
        "return 7;",
        "return undefined;",
        "return {};",
    ] {
        let failed = failure(&with_fetcher(body)).await;
        assert_eq!(
            (failed.fault.class, &failed.fault.causes[..]),
            (Class::Network, &[Cause::HostFetcher][..]),
            "{body}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_passing_failure_is_repeated_and_a_lasting_one_is_not() {
    let count = "globalThis.atlasCount = (globalThis.atlasCount ?? 0) + 1;";
    let answer = |status: u16| {
        format!(
            "{count} return Promise.resolve(new Response('{{}}', {{ status: globalThis.atlasCount < 3 ? {status} : 200 }}));"
        )
    };
    for (status, ends_well) in [(503, true), (404, false)] {
        let _ = js_sys::Reflect::set(&js_sys::global(), &"atlasCount".into(), &0.into());
        let settings = Settings { repetitions: 2, ..with_fetcher(&answer(status)) };
        let result = fetch(&ask(), &settings, &Signal::never(), |_| {}).await;
        assert_eq!(result.is_ok(), ends_well, "{status}");
    }
}

#[wasm_bindgen_test]
fn links_are_resolved_by_the_browser_and_then_judged() {
    let document = "https://api.example/gw/v1/a/b?x";
    let base = Base::of_document(&parse(document, None).unwrap());
    for (href, address, inside) in [
        ("/v1/x", "https://api.example/v1/x", true),
        ("../y?q={z}", "https://api.example/gw/v1/y?q={z}", true),
        ("?page=2", "https://api.example/gw/v1/a/b?page=2", true),
        ("HTTPS://API.EXAMPLE:443/x", "https://api.example/x", true),
        ("//evil.example/x", "https://evil.example/x", false),
        ("/\\evil.example/x", "https://evil.example/x", false),
        ("\t//evil.example", "https://evil.example/", false),
        ("https://api.example@evil.example/", "https://api.example@evil.example/", false),
        ("https://аpi.example/", "https://xn--pi-6kc.example/", false),
        ("java\nscript:alert(1)", "javascript:alert(1)", false),
    ] {
        let resolved = base.resolve(href, Some(document)).unwrap();
        assert_eq!(
            (resolved.address.as_str(), resolved.judgement.is_inside()),
            (address, inside),
            "{href:?}"
        );
    }
    assert!(base.resolve("https://", Some(document)).is_none());
    let gateway = Base::given("https://portal.example/catalog-api").unwrap();
    assert_eq!(gateway.resolve("/v1/x", None).unwrap().address, "https://portal.example/catalog-api/v1/x");
    assert!(matches!(gateway.resolve("../x", None).unwrap().judgement, Judgement::Climbs { .. }));
    assert!(page().is_web() && parse_typed(" x.json ").is_some());
}

#[wasm_bindgen_test]
async fn a_crawl_fetches_what_the_plan_says_and_ends_when_dropped() {
    let settings = with_fetcher(
        "const id = new URL(request.url).pathname.split('/').pop();
         const next = Number(id) + 1;
         const links = next < 4 ? [{ href: '/r/' + next }] : [];
         return Promise.resolve(new Response(JSON.stringify({ id, version: '1', latest_release: { id }, _links: { dependencies: links } })));",
    );
    let loaded = Rc::new(RefCell::new(Vec::new()));
    let heard = loaded.clone();
    let base = Base::of_document(&parse("https://api.example/", None).unwrap());
    let crawler = Crawler::new(base, Limits::default(), settings, move |news| {
        if let News::Loaded { answer, .. } = news {
            heard.borrow_mut().push(answer.address.href);
        }
    });
    let first = release_atlas::json::read(
        br#"{"id":"0","_links":{"dependencies":{"href":"/r/1"}}}"#.as_slice(),
        &release_atlas::json::Limits::default(),
    )
    .unwrap();
    crawler.learn(&first, Some("https://api.example/r/0")).await;
    assert_eq!(crawler.with(|crawl| crawl.estimate().requests), 1);
    crawler.change(release_atlas::hal::crawl::Crawl::start);
    for _ in 0..50 {
        sleep(10, &Signal::never()).await;
        if crawler.with(|crawl| crawl.state(0)) == State::Done {
            break;
        }
    }
    assert_eq!(
        *loaded.borrow(),
        ["https://api.example/r/1", "https://api.example/r/2", "https://api.example/r/3"]
    );
}
