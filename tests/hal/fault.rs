use release_atlas::hal::fault::{
    Cause, Class, DetailForm, Fault, LONGEST_WAIT_MILLIS, Received, SANE_WAIT_MILLIS, SignIn, Silence, Way,
    back_off_millis, classify, detail, of_refusal, silent_causes, wait_millis,
};
use release_atlas::hal::secret::Secrets;
use release_atlas::hal::trust::Parts;
use release_atlas::json;

const ASKED: &str = "https://api.example/v1/x?token=secret";

fn parts(scheme: &str, host: &str, path: &str) -> Parts {
    Parts {
        scheme: scheme.into(),
        host: host.into(),
        port: String::new(),
        path: path.into(),
        user_info: false,
    }
}

fn asked() -> Parts {
    parts("https", "api.example", "/v1/x")
}

/// Class and way of signing in of an answer from the asked address.
fn class(status: u16, content_type: &str, body: &str) -> Option<(Class, Option<SignIn>)> {
    answered_by(&asked(), status, content_type, body)
}

fn answered_by(
    answered: &Parts,
    status: u16,
    content_type: &str,
    body: &str,
) -> Option<(Class, Option<SignIn>)> {
    let headers = [("content-type".to_owned(), content_type.to_owned())];
    let received = Received {
        address: ASKED,
        asked: &asked(),
        answered: Some(answered),
        status,
        headers: &headers,
        body: body.as_bytes(),
    };
    classify(&received, &Secrets::default(), 0).map(|fault| (fault.class, fault.sign_in))
}

#[test]
fn each_status_has_its_class() {
    for (status, expected) in [
        (400, Class::Http),
        (401, Class::Auth),
        (403, Class::Forbidden),
        (404, Class::Missing),
        (405, Class::Http),
        (407, Class::Auth),
        (408, Class::Timeout),
        (409, Class::Conflict),
        (410, Class::Missing),
        (412, Class::Conflict),
        (418, Class::Http),
        (429, Class::Rate),
        (440, Class::Auth),
        (500, Class::Server),
        (502, Class::Server),
        (503, Class::Server),
        (511, Class::Html),
        (204, Class::Http),
        (205, Class::Http),
        (304, Class::Http),
        (999, Class::Http),
    ] {
        assert_eq!(
            class(status, "application/problem+json", r#"{"title":"x"}"#).map(|(class, _)| class),
            Some(expected),
            "{status}"
        );
    }
}

#[test]
fn right_json_under_any_content_type_is_left_to_the_reader() {
    for content_type in [
        "application/json",
        "application/hal+json; charset=utf-8",
        "text/html",
        "text/plain",
        "image/png",
        "",
    ] {
        assert_eq!(class(200, content_type, "\u{feff} {\"releases\": []}"), None, "{content_type}");
    }
    assert_eq!(class(200, "application/json", ""), None, "the reader says that it is empty");
    assert_eq!(class(202, "application/json", "[]"), None);
}

#[test]
fn sign_in_pages_are_known_in_every_disguise() {
    let page = r#"<!DOCTYPE html><title>Sign in</title><form><input type="password"></form>"#;
    let sso = parts("https", "sso.example", "/adfs/ls");
    let login_here = parts("https", "api.example", "/login");
    assert_eq!(class(200, "text/html", page), Some((Class::Auth, Some(SignIn::Page))));
    assert_eq!(class(200, "application/json", page), Some((Class::Auth, Some(SignIn::Page))));
    assert_eq!(class(403, "text/html", page), Some((Class::Auth, Some(SignIn::Page))));
    assert_eq!(class(401, "text/html", "<html>no</html>"), Some((Class::Auth, Some(SignIn::Status))));
    assert_eq!(class(401, "application/json", ""), Some((Class::Auth, Some(SignIn::Status))));
    assert_eq!(
        answered_by(&sso, 200, "text/html", "<html></html>"),
        Some((Class::Auth, Some(SignIn::Redirect)))
    );
    assert_eq!(
        answered_by(&login_here, 200, "text/html", "<html></html>"),
        Some((Class::Auth, Some(SignIn::Redirect)))
    );
    for body in [
        r#"{"error":"login_required"}"#,
        r#"{"code":401,"message":"nope"}"#,
        r#"{"message":"Authentication required"}"#,
        r#"{"errorCode":"TOKEN_EXPIRED"}"#,
        r#"{"error":{"message":"Session has expired"}}"#,
        r#"{"success":false,"loginUrl":"/login"}"#,
    ] {
        assert_eq!(class(200, "application/json", body), Some((Class::Auth, Some(SignIn::Json))), "{body}");
    }
}

#[test]
fn documents_that_speak_of_signing_in_are_not_mistaken() {
    for body in [
        r#"{"id":"1","message":"login required"}"#,
        r#"{"items":[],"page":1,"message":"unauthorized"}"#,
        r#"{"releases":[{"description":"Login required"}]}"#,
        r#"{"description":"unauthorized"}"#,
        r#"["unauthorized"]"#,
    ] {
        assert_eq!(class(200, "application/json", body), None, "{body}");
    }
}

#[test]
fn web_pages_and_captive_portals_are_named() {
    assert_eq!(
        class(200, "application/json", "<!-- x --><html><h1>It works</h1>"),
        Some((Class::Html, None))
    );
    assert_eq!(
        class(200, "text/html", "<?xml version='1.0'?><!DOCTYPE html><p>x"),
        Some((Class::Html, None))
    );
    let portal = parts("http", "hotspot.example", "/welcome");
    let headers: [(String, String); 0] = [];
    let received = Received {
        address: ASKED,
        asked: &asked(),
        answered: Some(&portal),
        status: 200,
        headers: &headers,
        body: b"<html>Welcome",
    };
    let fault = classify(&received, &Secrets::default(), 0).expect("a failure");
    assert_eq!(fault.class, Class::Html);
    assert_eq!(
        fault.causes,
        [Cause::AnsweredElsewhere { host: "hotspot.example".into() }, Cause::CaptivePortal]
    );
    assert!(fault.ways().contains(&Way::OpenInTab));
    assert_eq!(class(200, "application/xml", "<releases/>"), None, "the reader names XML");
}

#[test]
fn json_from_another_origin_is_not_taken_in_silence() {
    let elsewhere = parts("https", "mirror.example", "/v1/x");
    assert_eq!(
        answered_by(&elsewhere, 200, "application/json", r#"{"releases":[]}"#),
        Some((Class::Http, None))
    );
    let moved_here = parts("https", "api.example", "/v2/x");
    assert_eq!(answered_by(&moved_here, 200, "application/json", r#"{"releases":[]}"#), None);
}

#[test]
fn problem_details_and_cloud_foundation_errors_are_shown_in_full() {
    let problem = r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"two faults","violations":[{"field":"page","message":"too <b>big</b>"}]}"#;
    let detail = detail(problem.as_bytes(), &Secrets::default()).expect("JSON");
    assert_eq!(
        (detail.form, detail.headline.as_deref(), detail.more),
        (DetailForm::Problem, Some("two faults"), 0)
    );
    let lines: Vec<(u32, &str, Option<&str>)> =
        detail.lines.iter().map(|line| (line.depth, line.name.as_str(), line.text.as_deref())).collect();
    assert_eq!(
        lines,
        [
            (0, "type", Some("about:blank")),
            (0, "title", Some("Bad Request")),
            (0, "status", Some("400")),
            (0, "detail", Some("two faults")),
            (0, "violations", None),
            (1, "1", None),
            (2, "field", Some("page")),
            (2, "message", Some("too <b>big</b>")),
        ]
    );
}

#[test]
fn nested_errors_are_read_without_recursion_and_bounded() {
    let mut text = r#"{"errorCode":"E","message":"outer","nestedErrors":[]}"#.to_owned();
    for depth in 0..100 {
        text = format!(
            r#"{{"errorCode":"E{depth}","message":"m{depth}","remediationMessage":"r","nestedErrors":[{text}]}}"#
        );
    }
    let detail = detail(text.as_bytes(), &Secrets::default()).expect("JSON");
    assert_eq!((detail.form, detail.headline.as_deref()), (DetailForm::Foundation, Some("m99")));
    assert_eq!(detail.lines.len() + detail.more as usize, 100 * 5 + 3);
}

#[test]
fn no_secret_is_left_in_a_failure() {
    let secrets = Secrets::new(["the-token-42"]);
    let body =
        r#"{"message":"bad Authorization: Bearer the-token-42","token":"other","url":"https://h/?sig=abc"}"#;
    let headers = [("www-authenticate".to_owned(), "Bearer realm=x the-token-42".to_owned())];
    let received = Received {
        address: ASKED,
        asked: &asked(),
        answered: None,
        status: 400,
        headers: &headers,
        body: body.as_bytes(),
    };
    let fault = classify(&received, &secrets, 0).expect("a failure");
    let all = format!("{fault:?}");
    for secret in ["the-token-42", "secret", "other", "abc"] {
        assert!(!all.contains(secret), "{secret} in {all}");
    }
}

#[test]
fn an_excerpt_never_ends_inside_a_secret() {
    let secrets = Secrets::new(["0123456789abcdef0123456789abcdef"]);
    let body = format!("{}0123456789abcdef0123456789abcdef {}", "x ".repeat(2_040), "tail ".repeat(100));
    let excerpt = release_atlas::hal::fault::excerpt(body.as_bytes(), &secrets).expect("text");
    assert!(!excerpt.text.contains("0123456789") && excerpt.is_cut);
}

#[test]
fn refusals_of_the_reader_have_their_class() {
    let headers: [(String, String); 0] = [];
    for (body, expected) in [
        (&b"{\"a\":"[..], Class::Truncated),
        (b"", Class::NotJson),
        (b"a: 1\nb: 2\n", Class::NotJson),
        (b"<releases/>", Class::NotJson),
        (b"callback({})", Class::NotJson),
        (b"{} {}", Class::NotJson),
        (b"\x1f\x8b\x08\x00", Class::NotJson),
    ] {
        let refusal = json::read(body, &json::Limits::default()).expect_err("not JSON");
        let received = Received {
            address: ASKED,
            asked: &asked(),
            answered: None,
            status: 200,
            headers: &headers,
            body,
        };
        assert_eq!(of_refusal(refusal, &received, &Secrets::default()).class, expected, "{refusal}");
    }
    let deep = "[".repeat(600);
    let refusal = json::read(deep.as_bytes(), &json::Limits::default()).expect_err("too deep");
    let received = Received {
        address: ASKED,
        asked: &asked(),
        answered: None,
        status: 200,
        headers: &headers,
        body: b"[",
    };
    assert_eq!(of_refusal(refusal, &received, &Secrets::default()).class, Class::TooDeep);
}

#[test]
fn a_silent_failure_lists_the_causes_that_are_possible_here() {
    let page = parts("https", "atlas.example", "/");
    let silence = |asked: &Parts, is_online, came| {
        silent_causes(&Silence { asked, page: &page, is_online, with_token: true, came, is_encoded: false })
    };
    let cors = Cause::Cors { origin: "https://atlas.example".into(), with_token: true };
    assert_eq!(
        silence(&asked(), true, None),
        [cors.clone(), Cause::Unreachable, Cause::Certificate, Cause::Redirects, Cause::PagePolicy]
    );
    assert_eq!(
        silence(&parts("http", "depot.local", "/"), false, None)[..3],
        [Cause::Offline, Cause::MixedContent, cors]
    );
    assert_eq!(
        silence(&parts("https", "atlas.example", "/x"), true, None),
        [Cause::Unreachable, Cause::Certificate, Cause::Redirects]
    );
    assert_eq!(silence(&asked(), true, Some(17)), [Cause::BrokeOff { bytes: 17 }]);
    let file = parts("file", "", "/x");
    let causes = silent_causes(&Silence {
        asked: &asked(),
        page: &file,
        is_online: true,
        with_token: false,
        came: None,
        is_encoded: false,
    });
    assert_eq!(causes[0], Cause::Cors { origin: "null".into(), with_token: false });
}

#[test]
fn retry_after_is_obeyed_in_every_form_and_senseless_values_give_a_sane_wait() {
    let now = 784_111_777_000; // Sun, 06 Nov 1994 08:49:37 GMT
    for (header, millis) in [
        ("5", 5_000),
        (" 120 ", 120_000),
        ("0", 1_000),
        ("900", LONGEST_WAIT_MILLIS),
        ("901", SANE_WAIT_MILLIS),
        ("-1", SANE_WAIT_MILLIS),
        ("99999999999999999999", SANE_WAIT_MILLIS),
        ("18446744073709551615", SANE_WAIT_MILLIS),
        ("soon", SANE_WAIT_MILLIS),
        ("", SANE_WAIT_MILLIS),
        ("1.5", SANE_WAIT_MILLIS),
        ("Sun, 06 Nov 1994 08:50:37 GMT", 60_000),
        ("Sun Nov  6 08:49:47 1994", 10_000),
        ("1994-11-06T08:49:57Z", 20_000),
        ("Sun, 06 Nov 1994 08:49:00 GMT", SANE_WAIT_MILLIS),
        ("Sun, 06 Nov 2094 08:49:37 GMT", SANE_WAIT_MILLIS),
    ] {
        assert_eq!(wait_millis(header, now), millis, "{header:?}");
    }
}

#[test]
fn back_off_doubles_and_has_a_limit() {
    assert_eq!([1, 2, 3].map(|attempt| back_off_millis(attempt, 1.0)), [500, 1_000, 2_000]);
    assert_eq!([1, 2, 3].map(|attempt| back_off_millis(attempt, 0.0)), [250, 500, 1_000]);
    assert!(back_off_millis(u32::MAX, f64::NAN) <= 30_000);
}

#[test]
fn a_document_of_nothing_tells_how_many_bytes_of_nothing_there_are() {
    for (text, bytes) in [("", Some(0)), (" \n\t", Some(3)), ("x", None), ("{", None)] {
        let refusal = json::read(text, &json::Limits::default()).expect_err("no JSON");
        assert_eq!(Fault::of_document(refusal).empty_bytes(), bytes, "{text:?}");
    }
}
