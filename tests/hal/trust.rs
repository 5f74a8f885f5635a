use release_atlas::hal::trust::{Judgement, Parts, below_base, judge};

fn parts(scheme: &str, host: &str, port: &str, path: &str) -> Parts {
    Parts { scheme: scheme.into(), host: host.into(), port: port.into(), path: path.into(), user_info: false }
}

#[test]
fn only_the_origin_and_path_of_the_base_are_inside() {
    let whole = parts("https", "api.example", "", "/");
    let base = parts("https", "api.example", "", "/gateway/");
    let below = parts("https", "api.example", "", "/gateway/v1/x");
    assert_eq!(judge(&below, &whole), Judgement::SameOrigin);
    assert_eq!(judge(&below, &base), Judgement::WithinBase);
    assert_eq!(judge(&parts("https", "api.example", "", "/gateway"), &base), Judgement::WithinBase);
    for path in [
        "/gateway2/v1",
        "/",
        "/v1/x",
        "/gateway/%2e%2e/x",
        "/gateway/..%2fx",
        "/gateway/..%5cx",
        "/gateway/%252e%252e/x",
    ] {
        let climbing = parts("https", "api.example", "", path);
        assert_eq!(judge(&climbing, &base), Judgement::Climbs { path: path.into() }, "{path}");
        assert!(!judge(&climbing, &base).is_inside());
    }
}

#[test]
fn scheme_host_and_port_make_another_origin() {
    let base = parts("https", "api.example", "", "/");
    let other = |target: Parts| judge(&target, &base);
    assert_eq!(
        other(parts("http", "api.example", "", "/")),
        Judgement::OtherOrigin { host: "api.example".into(), loses_encryption: true }
    );
    assert_eq!(
        other(parts("https", "api.example", "8443", "/")),
        Judgement::OtherOrigin { host: "api.example:8443".into(), loses_encryption: false }
    );
    assert_eq!(
        other(parts("https", "xn--pi-7ja.example", "", "/")),
        Judgement::OtherOrigin { host: "xn--pi-7ja.example".into(), loses_encryption: false }
    );
    assert!(!other(parts("https", "api.example.evil", "", "/")).is_inside());
}

#[test]
fn other_schemes_are_text_and_user_info_is_never_followed() {
    let base = parts("https", "api.example", "", "/");
    for scheme in ["javascript", "data", "file", "blob", "mailto", "ws", "about"] {
        let judgement = judge(&parts(scheme, "", "", "x"), &base);
        assert_eq!(judgement, Judgement::NotWeb { scheme: scheme.into() });
        assert!(!judgement.can_be_asked());
    }
    let mut user = parts("https", "api.example", "", "/");
    user.user_info = true;
    assert_eq!(judge(&user, &base), Judgement::UserInfo { host: "api.example".into() });
    assert!(!judge(&user, &base).can_be_asked());
}

#[test]
fn rooted_links_resolve_below_a_gateway_path() {
    for (href, base, expected) in [
        ("/v1/x?a=/b#c", "/catalog-api/", "/catalog-api/v1/x?a=/b#c"),
        ("/v1/x", "/catalog-api", "/catalog-api/v1/x"),
        ("/v1/x", "/", "/v1/x"),
        ("/v1/x", "", "/v1/x"),
        ("/catalog-api/v1/x", "/catalog-api", "/catalog-api/v1/x"),
        ("/v1/x", "/v1", "/v1/x"),
        ("/v10/x", "/v1", "/v1/v10/x"),
        ("v1/x", "/catalog-api", "v1/x"),
        ("../x", "/catalog-api", "../x"),
        ("//evil/x", "/catalog-api", "//evil/x"),
        ("/\\evil/x", "/catalog-api", "/\\evil/x"),
        ("/\t/evil", "/catalog-api", "/\t/evil"),
        ("https://api/v1", "/catalog-api", "https://api/v1"),
        ("", "/catalog-api", ""),
        ("?page=2", "/catalog-api", "?page=2"),
    ] {
        assert_eq!(below_base(href, base), expected, "{href} below {base}");
    }
}
