use release_atlas::hal::address::{
    canonical, decoded, expanded, has_braces, last_segment, parameter, split, with_parameter,
};

#[test]
fn ten_spellings_of_an_address_are_one() {
    let spellings = [
        "https://api.example/v1/releases/a-b~c?x=%2F",
        "HTTPS://api.example/v1/releases/a-b~c?x=%2F",
        "https://API.Example/v1/releases/a-b~c?x=%2F",
        "https://api.example:443/v1/releases/a-b~c?x=%2F",
        "https://api.example:0443/v1/releases/a-b~c?x=%2f",
        "https://api.example:/v1/./releases/a-b~c?x=%2F",
        "https://api.example/v1/x/../releases/a-b~c?x=%2F",
        "https://api.example/v1/releases/a-b%7Ec?x=%2F",
        "https://api.example/v1/%72eleases/a%2db~c?x=%2f#part",
        "  https://api.example/v1/%2e/releases/a-b~c?x=%2F ",
    ];
    let keys: std::collections::BTreeSet<String> =
        spellings.iter().map(|spelling| canonical(spelling)).collect();
    assert_eq!(keys.into_iter().collect::<Vec<_>>(), ["https://api.example/v1/releases/a-b~c?x=%2F"]);
}

#[test]
fn different_addresses_stay_different() {
    let apart = [
        "https://a/x",
        "https://a/x/",
        "https://a/X",
        "https://a/x?y",
        "https://a/x%2Fy",
        "https://a/x/y",
        "http://a/x",
        "https://a:8443/x",
    ];
    let keys: std::collections::BTreeSet<String> = apart.iter().map(|address| canonical(address)).collect();
    assert_eq!(keys.len(), apart.len());
    assert_ne!(
        canonical("https://a/x?a=1&b=2"),
        canonical("https://a/x?b=2&a=1"),
        "the order may mean something"
    );
}

#[test]
fn an_empty_path_is_the_root_and_text_is_encoded() {
    assert_eq!(canonical("https://a"), "https://a/");
    assert_eq!(canonical("https://a?x"), "https://a/?x");
    assert_eq!(canonical("https://a/é ö?"), "https://a/%C3%A9%20%C3%B6");
    assert_eq!(canonical("https://[2001:DB8::1]:443/"), "https://[2001:db8::1]/");
    assert_eq!(canonical("https://a/%zz%4"), "https://a/%zz%4", "what is no escape stays");
}

#[test]
fn an_address_falls_into_its_parts() {
    let parts = split("https://u:p@h:1/a/b?c=d?e#f?g");
    assert_eq!(
        (parts.scheme, parts.authority, parts.path, parts.query, parts.fragment),
        (Some("https"), Some("u:p@h:1"), "/a/b", Some("c=d?e"), Some("f?g"))
    );
    assert_eq!(split("/v1/a:b").path, "/v1/a:b");
    assert_eq!(split("1a:b").scheme, None);
    assert_eq!(split("javascript:alert(1)").scheme, Some("javascript"));
}

#[test]
fn a_query_parameter_is_replaced_where_it_stands_and_all_else_is_untouched() {
    assert_eq!(with_parameter("/v1/r?a=%2f&page=1&b=x+y#f", "page", "2"), "/v1/r?a=%2f&page=2&b=x+y#f");
    assert_eq!(with_parameter("/v1/r", "page", "2"), "/v1/r?page=2");
    assert_eq!(with_parameter("/v1/r?", "page", "2"), "/v1/r?page=2");
    assert_eq!(with_parameter("/v1/r?page", "page", "2"), "/v1/r?page=2");
    assert_eq!(with_parameter("/v1/r?page_size=20", "page", "2"), "/v1/r?page_size=20&page=2");
    assert_eq!(parameter("/v1/r?page=1&page=2", "page"), Some("1"));
    assert_eq!(parameter("/v1/r#?page=1", "page"), None);
}

#[test]
fn expanded_relationships_are_offered_where_the_catalogue_has_them() {
    assert_eq!(
        expanded("https://a/v1/catalogs/c/releases/r?x=1").as_deref(),
        Some("https://a/v1/catalogs/c/releases/r?x=1&expand_relationships=true")
    );
    assert_eq!(
        expanded("https://a/gw/v1/catalogs/c/releases?expand_relationships=false").as_deref(),
        Some("https://a/gw/v1/catalogs/c/releases?expand_relationships=true")
    );
    assert_eq!(expanded("https://a/v1/catalogs/c/releases?expand_relationships=true"), None);
    assert_eq!(expanded("https://a/v1/catalogs/c/customizations"), None);
    assert_eq!(expanded("https://a/v1/releases"), None, "the Cloud Foundation list has no such parameter");
}

#[test]
fn the_id_of_an_address_is_its_last_segment() {
    assert_eq!(last_segment("/v1/catalogs/c/releases/64455e?x=/y").as_deref(), Some("64455e"));
    assert_eq!(last_segment("https://a/v1/a%2Fb/").as_deref(), Some("a/b"));
    assert_eq!(last_segment("https://a/"), None);
}

#[test]
fn braces_are_seen_in_every_spelling() {
    for address in ["/v1/{id}", "https://a/v1/%7Bid%7D", "https://a/v1/%7bid%7d", "/v1/x}", "/v1?x={y"] {
        assert!(has_braces(address), "{address}");
    }
    assert!(!has_braces("/v1/x?y=z"));
    assert_eq!(decoded("a%20b%2"), "a b%2");
}
