//! The evidence file: everything comes back as it came, nothing secret goes out, and a change is noticed.
#![allow(clippy::expect_used, reason = "a test that fails may stop")]

use proptest::prelude::*;
use release_atlas::export::evidence::{Evidence, Opened, Setting, is_evidence, pieces, read};
use release_atlas::graph::{Failures, build};
use release_atlas::hal::fault::{Class, Fault};
use release_atlas::hal::secret::{self, Secrets};
use release_atlas::json::{self, Document, Limits};
use release_atlas::session::sentence::sentence;
use release_atlas::source::{self, Body, Options, Origin, Response, Source, SourceId, sha256};
use release_atlas::text::{Language, Texts};
use release_atlas::verdict::{Board, recalls};
use std::sync::Arc;

const NOW: i64 = 1_781_481_600_000;
const TOKEN: &str = "tok-4711-very-secret";

fn answer(title: &str, bytes: impl Into<Vec<u8>>) -> Response {
    Response {
        title: title.to_owned(),
        address: None,
        answered: None,
        origin: Origin::File,
        source: None,
        status: None,
        headers: Vec::new(),
        loaded_millis: NOW,
        took_millis: 0.0,
        body: Body::Bytes(Arc::new(bytes.into())),
        fault: None,
    }
}

fn written(responses: Vec<Response>, setting: Setting, secrets: &Secrets) -> String {
    let evidence = Evidence { setting, responses: responses.into_iter().map(Arc::new).collect() };
    pieces(&evidence, secrets).collect()
}

fn opened(text: &str) -> (Document, Opened) {
    let document = json::read(text, &Limits { max_bytes: 1 << 30, ..Limits::default() }).expect("JSON");
    assert!(is_evidence(&document));
    let opened = read(&document);
    (document, opened)
}

fn plain(responses: Vec<Response>) -> String {
    written(responses, Setting::default(), &Secrets::default())
}

#[test]
fn every_byte_of_every_body_comes_back() {
    let bodies: [&[u8]; 6] = [
        b"{\"a\":1}\r\n",
        b"",
        b"\xEF\xBB\xBF{}",
        b"\xFF\xFE{\0}\0",
        b"K\xE4se \x00\x01",
        "Käse 🧀 \u{2028} \"quoted\" \\ \u{7f}".as_bytes(),
    ];
    let text = plain(bodies.iter().map(|bytes| answer("one", *bytes)).collect());
    let (document, opened) = opened(&text);
    for (recorded, bytes) in opened.recorded.iter().zip(bodies) {
        assert_eq!(recorded.bytes(&document), bytes);
        assert_eq!(recorded.sha256, sha256(bytes));
    }
    assert_eq!(opened.recorded.len(), bodies.len());
}

#[test]
fn a_document_in_another_encoding_is_written_as_it_came() {
    let received = b"\xFF\xFE{\0}\0".to_vec();
    let document = json::read(received.clone(), &Limits::default()).expect("UTF-16");
    assert_eq!(document.received().as_ref(), received);
    let marked = json::read(b"\xEF\xBB\xBF{}".to_vec(), &Limits::default()).expect("marked");
    assert_eq!(marked.received().as_ref(), b"\xEF\xBB\xBF{}");
    let latin = json::read(b"{\"a\":\"K\xE4se\"}".to_vec(), &Limits::default()).expect("Latin-1");
    assert_eq!(latin.received().as_ref(), b"{\"a\":\"K\xE4se\"}");
}

#[test]
fn a_body_larger_than_a_piece_is_whole() {
    let text = "ä".repeat(900_000) + "b";
    let bytes: Vec<u8> = (0..2_000_001_u32).map(|at| (at * 31 % 251) as u8 | 0x80).collect();
    let file = plain(vec![answer("text", text.clone()), answer("bytes", bytes.clone())]);
    let (document, opened) = opened(&file);
    let back: Vec<_> = opened.recorded.iter().map(|recorded| recorded.bytes(&document)).collect();
    assert_eq!(back, [text.into_bytes(), bytes]);
}

#[test]
fn what_was_asked_and_what_was_looked_at_come_back() {
    let fault = Fault::new(Class::Missing, "https://api.example/gone", &Secrets::default());
    let failed = Response {
        address: Some("https://api.example/gone".to_owned()),
        answered: Some("https://api.example/really-gone".to_owned()),
        origin: Origin::Address,
        status: Some(404),
        headers: vec![("x-trace".to_owned(), "a \"b\"".to_owned())],
        took_millis: 12.0,
        fault: Some(Arc::new(fault)),
        source: Some(SourceId(7)),
        ..answer("gone", "no")
    };
    let setting = Setting {
        created_millis: NOW,
        now_millis: NOW - 5,
        view: "#/hit?find=a%20b".to_owned(),
        base: "https://api.example/base/".to_owned(),
        failures: vec![("release/a".to_owned(), "network".to_owned())],
        failed_documents: 3,
    };
    let text = written(vec![failed.clone()], setting.clone(), &Secrets::default());
    let (_, opened) = opened(&text);
    assert_eq!(opened.setting, setting);
    let back = &opened.recorded[0].response;
    assert_eq!((&back.address, &back.answered), (&failed.address, &failed.answered));
    assert_eq!((back.status, back.source, &back.headers), (failed.status, failed.source, &failed.headers));
    assert_eq!((back.loaded_millis, back.took_millis, back.origin), (NOW, 12.0, Origin::Address));
    assert_eq!(back.fault.as_ref().map(|fault| fault.class), Some(Class::Missing));
}

#[test]
fn a_changed_body_does_not_match_its_hash() {
    let text = plain(vec![answer("one", "{\"status\":\"READY\"}")]);
    let (document, opened) = opened(&text.replace("READY", "NONE "));
    let recorded = &opened.recorded[0];
    assert_ne!(recorded.sha256, sha256(&recorded.bytes(&document)));
}

#[test]
fn no_token_and_no_credential_is_in_the_file() {
    let depot = "https://dl.broadcom.com/Ab12Cd34Ef56Gh78/PROD/manifest.json?sig=5up3r5ecret";
    let hidden = secret::hidden(depot);
    assert_eq!(hidden, ["Ab12Cd34Ef56Gh78", "5up3r5ecret"]);
    let secrets = Secrets::new([TOKEN]).and(hidden);
    let echo = format!("{{\"you\":\"sent {TOKEN}\",\"from\":\"{depot}\"}}");
    let one = Response {
        address: Some(depot.to_owned()),
        answered: Some(format!("https://user:pass-word@host.example/?token={TOKEN}")),
        headers: vec![("x-echo".to_owned(), TOKEN.to_owned())],
        ..answer(depot, echo.clone())
    };
    let broken = answer("broken", [echo.as_bytes(), b"\xFF\xC0"].concat());
    let setting = Setting {
        view: format!("#/hit?find={TOKEN}"),
        base: format!("https://a/{TOKEN}/"),
        ..Setting::default()
    };
    let text = written(vec![one, broken], setting, &secrets);
    for secret in [TOKEN, "Ab12Cd34Ef56Gh78", "5up3r5ecret", "pass-word"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    let (document, opened) = opened(&text);
    assert_eq!(text.matches("\"masked\":true").count(), 2, "and it says so");
    for recorded in &opened.recorded {
        let bytes = recorded.bytes(&document);
        assert_eq!(recorded.sha256, sha256(&bytes), "the hash is of what is written");
        assert!(String::from_utf8_lossy(&bytes).contains("\"you\":\"sent ***\""));
    }
    assert!(text.contains(&sha256(echo.as_bytes())), "what came is named by its hash");
}

/// Every verdict as words, as the board shows them.
fn verdicts(sources: &[Source]) -> Vec<String> {
    let graph = build(sources, &Failures::default());
    let recalls = recalls(sources);
    let board = Board::new(&graph, &recalls, NOW);
    let texts = Texts::new(Language::English);
    let words = |id| {
        let verdict = board.of(id)?;
        Some(format!("{id:?} {:?} {}", verdict.standing, sentence(&texts, &graph, &recalls, &board, verdict)))
    };
    graph.ids().filter_map(words).collect()
}

#[test]
fn an_opened_file_gives_the_same_verdicts() {
    let files = ["customization.json", "releases-page-1.json", "releases-page-2.json", "manifest-newer.json"];
    let loaded = |id: usize, bytes: Vec<u8>, title: &str| {
        let options = Options {
            id: SourceId(id as u32),
            title: title.to_owned(),
            loaded_millis: NOW,
            ..Options::default()
        };
        source::read(bytes, options).expect("a document")
    };
    let sources: Vec<Source> = files
        .iter()
        .enumerate()
        .map(|(at, name)| loaded(at + 3, std::fs::read(format!("sample/{name}")).expect("the sample"), name))
        .collect();
    let text = plain(sources.iter().map(Response::of_source).collect());
    let (document, opened) = opened(&text);
    let again: Vec<Source> = opened
        .recorded
        .iter()
        .map(|one| {
            loaded(one.response.source.expect("opened").0 as usize, one.bytes(&document), &one.response.title)
        })
        .collect();
    assert_eq!(verdicts(&again), verdicts(&sources));
    assert!(verdicts(&sources).len() > 30);
    assert_eq!(plain(again.iter().map(Response::of_source).collect()), text, "and the same file");
}

#[test]
fn a_file_with_odd_members_is_read_as_far_as_it_goes() {
    let text = r#"{"format":"release-atlas-evidence","responses":[null,{"text":5},{"base64":"%%","status":"x"},{"base64":"A","document":-1}]}"#;
    let (document, opened) = opened(text);
    assert_eq!(opened.recorded.len(), 4);
    assert!(opened.recorded.iter().all(|recorded| recorded.bytes(&document).is_empty()));
    let other = json::read(r#"{"format":"other"}"#, &Limits::default()).expect("JSON");
    assert!(!is_evidence(&other));
}

proptest! {
    #[test]
    fn any_bytes_under_any_title_come_back(bodies in prop::collection::vec((any::<Vec<u8>>(), ".*"), 0..6)) {
        let text = plain(bodies.iter().map(|(bytes, title)| answer(title, bytes.clone())).collect());
        let (document, opened) = opened(&text);
        prop_assert_eq!(opened.recorded.len(), bodies.len());
        for (recorded, (bytes, title)) in opened.recorded.iter().zip(&bodies) {
            prop_assert_eq!(&recorded.bytes(&document), bytes);
            prop_assert_eq!(&recorded.response.title, title);
            prop_assert_eq!(&recorded.sha256, &sha256(bytes));
        }
    }

    #[test]
    fn a_document_keeps_the_bytes_it_was_read_of(bytes in any::<Vec<u8>>(), quoted in ".*") {
        let whole = [b"[\"", quoted.replace(['"', '\\'], "").as_bytes(), &bytes, b"\"]"].concat();
        if let Ok(document) = json::read(whole.clone(), &Limits::default()) {
            let received = document.received();
            prop_assert_eq!(received.as_ref(), whole.as_slice());
        }
    }
}
