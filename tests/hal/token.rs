use release_atlas::hal::token::{BadToken, Tokens};
use release_atlas::hal::trust::Parts;

fn target(scheme: &str, host: &str, port: &str) -> Parts {
    Parts { scheme: scheme.into(), host: host.into(), port: port.into(), path: "/x".into(), user_info: false }
}

#[test]
fn a_token_goes_to_its_own_origin_alone() {
    let mut tokens = Tokens::default();
    tokens.set("https://api.example", "abc123").expect("a token");
    assert_eq!(tokens.header(&target("https", "api.example", "")).as_deref(), Some("Bearer abc123"));
    for (scheme, host, port) in [
        ("http", "api.example", ""),
        ("https", "api.example", "8443"),
        ("https", "api.example.evil", ""),
        ("https", "sub.api.example", ""),
    ] {
        assert_eq!(tokens.header(&target(scheme, host, port)), None, "{scheme}://{host}:{port}");
    }
}

#[test]
fn tokens_are_taken_as_people_paste_them_and_bad_ones_are_refused() {
    let mut tokens = Tokens::default();
    for pasted in ["  abc \n", "Bearer abc", "bearer abc", "\"abc\""] {
        tokens.set("https://a", pasted).expect("a token");
        assert_eq!(tokens.header(&target("https", "a", "")).as_deref(), Some("Bearer abc"), "{pasted}");
    }
    for bad in ["", "   ", "a\nb", "a b", "é", "Bearer "] {
        assert_eq!(tokens.set("https://a", bad), Err(BadToken), "{bad:?}");
    }
    assert!(tokens.has("https://a"), "the one before is kept");
}

#[test]
fn a_token_that_is_forgotten_is_gone_and_none_is_ever_printed() {
    let mut tokens = Tokens::default();
    tokens.set("https://a", "secret-a").expect("a token");
    tokens.set("https://b", "secret-b").expect("a token");
    assert_eq!(tokens.secrets().text("echo secret-a and secret-b"), "echo *** and ***");
    assert!(!format!("{tokens:?}").contains("secret"));
    tokens.forget("https://a");
    assert!(!tokens.has("https://a") && tokens.has("https://b"));
    tokens.forget("https://b");
    assert_eq!(tokens, Tokens::default());
}
