//! What a host page and `config.json` set: precedence, lenient values, named errors, changes at run time.

use proptest::prelude::*;
use release_atlas::graph::{NodeKey, NodeKind, Status};
use release_atlas::layout::Flow;
use release_atlas::session::config::{
    ATTRIBUTES, Chrome, Config, Credentials, Density, Deployment, Expected, Layers, Opening, Place, Theme,
    TimeZone, Values, ZoomMode, is_origin,
};
use release_atlas::session::preset::Service;
use release_atlas::session::{Direction, Group, View, ViewState};

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn of_attributes(pairs: &[(&str, &str)]) -> Config {
    let (config, problems) = Config::merged(&Layers { attributes: values(pairs), ..Layers::default() });
    assert_eq!(problems, [], "{pairs:?}");
    config
}

#[test]
fn without_a_word_from_anybody_the_defaults_of_the_contract_hold() {
    let config = of_attributes(&[]);
    assert_eq!(config, Config::default());
    assert_eq!((config.max_nodes, config.max_requests, config.max_bytes), (1_000, 300, 64 << 20));
    assert_eq!(config.opening.depth, 2);
    assert_eq!(config.chrome, Chrome::Compact);
    assert!(!config.writes_address && !config.is_offline && !config.is_readonly);
}

#[test]
fn every_attribute_of_the_contract_changes_what_holds() {
    let meant = [
        ("src", "a.json b.json"),
        ("manifest-src", "m.json"),
        ("base-url", "https://api.example/x/"),
        ("view", "graph"),
        ("focus", "release/1"),
        ("depth", "3"),
        ("direction", "tb"),
        ("group", "registry"),
        ("find", "argo"),
        ("hide", "ok"),
        ("max-nodes", "50"),
        ("max-requests", "7"),
        ("max-bytes", "5 MB"),
        ("theme", "dark"),
        ("density", "compact"),
        ("lang", "de"),
        ("time-zone", "utc"),
        ("chrome", "none"),
        ("state", "hash"),
        ("offline", ""),
        ("readonly", ""),
        ("credentials", "include"),
        ("zoom-mode", "greedy"),
    ];
    assert_eq!(meant.map(|(name, _)| name), ATTRIBUTES);
    for pair in meant {
        assert_ne!(of_attributes(&[pair]), Config::default(), "{pair:?}");
    }
    let all = of_attributes(&meant);
    assert_eq!(all.sources, ["a.json", "b.json", "m.json"]);
    assert_eq!((all.max_nodes, all.max_requests, all.max_bytes), (50, 7, 5 << 20));
    assert_eq!((all.theme, all.density, all.chrome), (Theme::Dark, Density::Compact, Chrome::None));
    assert_eq!((all.time_zone, all.credentials), (TimeZone::Utc, Credentials::Include));
    assert_eq!((all.language.as_str(), all.zoom_mode), ("de", ZoomMode::Greedy));
}

#[test]
fn attributes_go_before_the_file_and_the_file_before_the_defaults() {
    let layers = Layers {
        file: values(&[("theme", "dark"), ("depth", "4"), ("src", "file.json"), ("manifest-src", "m.json")]),
        attributes: values(&[("theme", "light"), ("src", "own.json")]),
    };
    let (config, problems) = Config::merged(&layers);
    assert_eq!(problems, []);
    assert_eq!((config.theme, config.opening.depth), (Theme::Light, 4));
    assert_eq!(config.sources, ["own.json"], "the lists of two layers are not joined");
}

#[test]
fn a_value_that_is_not_understood_is_named_and_the_layer_below_stays() {
    let layers = Layers {
        file: values(&[("theme", "dark")]),
        attributes: values(&[
            ("theme", "pink"),
            ("depth", "many"),
            ("hide", "ok nonsense"),
            ("view", "moon"),
        ]),
    };
    let (config, problems) = Config::merged(&layers);
    assert_eq!(config.theme, Theme::Dark);
    assert_eq!(config.opening, Opening::default(), "a wrong list hides nothing");
    let named: Vec<_> =
        problems.iter().map(|problem| (problem.name.as_str(), problem.given.as_str())).collect();
    assert_eq!(named, [("view", "moon"), ("depth", "many"), ("hide", "ok nonsense"), ("theme", "pink")]);
    assert_eq!(problems[1].expected, Expected::Number { low: 1, high: 99 });
    assert!(problems.iter().all(|problem| problem.place == Place::Attribute));
}

#[test]
fn names_of_html_are_no_business_of_ours_but_those_of_the_file_are() {
    let other = values(&[("id", "atlas"), ("class", "wide"), ("data-x", "1")]);
    assert_eq!(Config::merged(&Layers { attributes: other.clone(), ..Layers::default() }).1, []);
    let named: Vec<_> = Config::merged(&Layers { file: other, ..Layers::default() }).1;
    assert_eq!(named[0].name, "attributes.class");
}

#[test]
fn booleans_are_on_when_present_and_off_when_they_say_so() {
    for on in ["", "true", "offline"] {
        assert!(of_attributes(&[("offline", on)]).is_offline, "{on:?}");
    }
    assert!(!of_attributes(&[("offline", "false")]).is_offline);
}

#[test]
fn the_view_attributes_make_a_state() {
    let opening = of_attributes(&[
        ("view", "table"),
        ("focus", "bundle/1/2"),
        ("direction", "tb dependencies"),
        ("group", "product"),
        ("hide", "ok,pending bundle"),
    ])
    .opening;
    let state = opening.state(View::Hit);
    assert_eq!((state.view, state.as_table), (View::Graph, Some(true)));
    assert_eq!(state.focus, Some(NodeKey { kind: NodeKind::Bundle, id: "1/2".into() }));
    assert_eq!((state.flow, state.direction), (Flow::TopToBottom, Direction::Down));
    assert_eq!(state.group, Group::Product);
    assert!(!state.statuses.contains(&Status::Ok) && state.statuses.contains(&Status::Failed));
    assert!(!state.kinds.contains(&NodeKind::Bundle) && state.kinds.contains(&NodeKind::Release));
    assert!(state.standings.is_empty(), "nothing said about verdicts shows all");
}

#[test]
fn a_changed_attribute_changes_only_its_own_part_of_the_view() {
    let before = of_attributes(&[("view", "graph"), ("depth", "3")]).opening;
    let now = of_attributes(&[("view", "graph"), ("group", "status")]).opening;
    let mut state = ViewState { find: "argo".to_owned(), ..before.state(View::Hit) };
    state.view = View::Recalls;
    now.steer(&before, View::Hit, &mut state);
    assert_eq!((state.depth, state.group), (2, Group::Status), "taken away is the default again");
    assert_eq!((state.find.as_str(), state.view), ("argo", View::Recalls), "what a person did stays");
}

#[test]
fn sizes_may_have_a_unit() {
    for (text, bytes) in [("1000", 1_000), ("64MB", 64 << 20), ("512 kB", 512 << 10), ("1gb", 1 << 30)] {
        assert_eq!(of_attributes(&[("max-bytes", text)]).max_bytes, bytes, "{text}");
    }
    for odd in ["", "0", "-1", "9 GB", "64 bananas", "99999999999999999999 gb"] {
        let layers = Layers { attributes: values(&[("max-bytes", odd)]), ..Layers::default() };
        assert_eq!(Config::merged(&layers).1.len(), 1, "{odd:?}");
    }
}

#[test]
fn the_file_of_the_deployment_is_read_member_by_member() {
    let (read, problems) = Deployment::read(
        r#"{"$schema": "config.schema.json", "apiOrigins": ["https://API.example:443", "https://x.example/path", 7],
            "parents": "https://portal.example", "open": {"manifest-src": "m.json", "src": "a.json b.json", "view": "x"},
            "attributes": {"theme": "dark", "offline": true, "depth": 3, "hide": ["x"]},
            "presets": [{"name": "Prod", "api": "catalog", "address": "/api"}, {"api": "ftp"},
                {"api": "cloud-foundation", "address": "https://ops:secret@sddc.example/"},
                {"api": "cloud-foundation", "address": "https://sddc.example"}],
            "links": [{"name": "Runbook", "address": "https://wiki.example"}, {},
                {"name": "Harmless", "address": "javascript:alert(1)"}], "theme": "dark"}"#,
    );
    assert_eq!(read.api_origins, ["https://api.example"]);
    assert!(read.allows("https://api.example") && !read.allows("https://api.example:8443"));
    assert!(read.parents.is_empty());
    assert_eq!(read.open.as_deref(), Some(&["a.json", "b.json", "m.json"].map(str::to_owned)[..]));
    assert_eq!(read.attributes, values(&[("theme", "dark"), ("offline", "true"), ("depth", "3")]));
    let offered: Vec<_> =
        read.presets.iter().map(|one| (one.name.as_str(), one.service, one.address.as_str())).collect();
    let expected = [
        ("Prod", Service::Catalog, "/api"),
        ("https://sddc.example", Service::Foundation, "https://sddc.example"),
    ];
    assert_eq!(offered, expected, "what has no name is called by its address");
    assert_eq!(read.links.len(), 1);
    let named: Vec<_> = problems.iter().map(|problem| problem.name.as_str()).collect();
    let expected = [
        "apiOrigins[1]",
        "apiOrigins[2]",
        "parents",
        "open.view",
        "attributes.hide",
        "presets[1].api",
        "presets[2].address",
        "links[1].address",
        "links[2].address",
        "theme",
    ];
    assert_eq!(named, expected);
    assert!(problems.iter().all(|problem| !problem.given.contains("secret")), "no password is shown");
}

#[test]
fn a_broken_file_is_one_named_error_with_its_place() {
    for (text, name) in [("", "config.json"), ("{\"apiOrigins\": [", "config.json"), ("[]", "config.json")] {
        let (read, problems) = Deployment::read(text);
        assert_eq!(read, Deployment::default());
        assert_eq!(problems.len(), 1, "{text:?}");
        assert_eq!(problems[0].name, name);
    }
}

#[test]
fn the_file_that_is_shipped_is_sound_and_its_schema_knows_every_attribute() {
    let root = env!("CARGO_MANIFEST_DIR");
    let read = |name: &str| std::fs::read_to_string(format!("{root}/site/{name}")).unwrap_or_default();
    let (deployment, problems) = Deployment::read(&read("config.json"));
    assert_eq!(problems, []);
    assert!(deployment.open.is_some_and(|open| open.len() > 1));
    let schema: serde_json::Value = serde_json::from_str(&read("config.schema.json")).unwrap_or_default();
    let manifest: serde_json::Value = serde_json::from_str(&read("custom-elements.json")).unwrap_or_default();
    let attributes =
        manifest["modules"][0]["declarations"][0]["attributes"].as_array().cloned().unwrap_or_default();
    let listed: Vec<_> = attributes.iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(listed, ATTRIBUTES);
    for name in ATTRIBUTES {
        assert!(schema["properties"]["attributes"]["properties"][name].is_object(), "{name}");
    }
}

#[test]
fn an_origin_is_scheme_host_and_port_and_nothing_else() {
    for origin in ["https://a.example", "http://127.0.0.1:8080", "https://[::1]:1"] {
        assert!(is_origin(origin), "{origin}");
    }
    for odd in [
        "*",
        "null",
        "a.example",
        "https://",
        "https://a.example/",
        "https://u@a.example",
        "file://x",
        "javascript://a",
    ] {
        assert!(!is_origin(odd), "{odd}");
    }
}

proptest! {
    #[test]
    fn no_value_of_any_attribute_is_fatal(name in proptest::sample::select(ATTRIBUTES.to_vec()), value in ".{0,40}") {
        let (_, problems) = Config::merged(&Layers { attributes: values(&[(name, &value)]), ..Layers::default() });
        prop_assert!(problems.len() <= 1);
    }

    #[test]
    fn no_file_is_fatal(text in ".{0,80}") {
        let _ = Deployment::read(&text);
    }
}
