//! The state of the view: links restore it, actions change it, only what differs is written.
#![allow(clippy::expect_used, reason = "a test that fails may stop")]

#[path = "support/builder.rs"]
mod builder;
#[path = "support/world.rs"]
mod world;

use std::collections::BTreeSet;

use proptest::prelude::*;
use release_atlas::graph::{NodeKey, NodeKind, Status};
use release_atlas::json as reader;
use release_atlas::json::Limits;
use release_atlas::layout::Flow;
use release_atlas::manifest::Recalls;
use release_atlas::session::labels::labelled;
use release_atlas::session::preset::{Service, Wanted, address, choices, matches, token_command, typed};
use release_atlas::session::raw::{Part, first_unfolded, lines, search, unfold_at};
use release_atlas::session::route::unknown_view;
use release_atlas::session::visits::Visits;
use release_atlas::session::{Action, Direction, Group, History, Tab, View, ViewState, apply, parse, show};
use release_atlas::sorted::SortedSet;
use release_atlas::source::Content;
use release_atlas::text::{Language, Texts};
use release_atlas::verdict::{Board, Standing};
use serde_json::json;

fn key(id: &str) -> NodeKey {
    NodeKey { kind: NodeKind::Release, id: id.into() }
}

#[test]
fn the_default_view_has_the_shortest_address() {
    assert_eq!(show(&ViewState::default()), "#/");
}

#[test]
fn an_item_of_the_board_is_part_of_the_path() {
    let state = ViewState { view: View::Hit, selected: Some(key("a/b c")), ..ViewState::default() };
    assert_eq!(show(&state), "#/hit/release/a/b%20c");
    assert_eq!(parse("#/hit/release/a/b%20c"), state);
}

#[test]
fn unknown_parameters_are_kept() {
    let state = parse("#/graph?future=1&depth=3");
    assert_eq!(state.depth, 3);
    assert_eq!(show(&state), "#/graph?depth=3&future=1");
}

#[test]
fn anything_at_all_is_an_address() {
    for odd in ["", "#", "#/nowhere", "#/hit/bundle", "#/graph?%zz=%", "#/?depth=banana&item=x"] {
        let _ = parse(odd);
    }
    assert_eq!(parse("#/nowhere").view, View::Sources);
}

#[test]
fn selecting_makes_history_and_typing_makes_none() {
    let mut state = ViewState::default();
    assert_eq!(apply(&mut state, Action::Select(key("a"))), History::Push);
    assert_eq!(apply(&mut state, Action::Select(key("a"))), History::Keep);
    assert_eq!(apply(&mut state, Action::Find("a".into())), History::Replace);
}

#[test]
fn a_part_of_one_view_is_not_kept_in_the_address_of_another() {
    let mut state = ViewState { view: View::Recalls, part: "picture".into(), ..ViewState::default() };
    apply(&mut state, Action::Open(View::Recalls));
    assert_eq!(show(&state), "#/recalls?part=picture");
    apply(&mut state, Action::Open(View::Manifest));
    assert_eq!(show(&state), "#/manifest");
}

#[test]
fn a_column_sorts_up_then_down_then_by_risk_again() {
    let mut state = ViewState::default();
    let mut sorts = Vec::new();
    for _ in 0..3 {
        apply(&mut state, Action::Sort("name".into()));
        sorts.push(state.sort.clone());
    }
    assert_eq!(sorts, ["name", "-name", ""]);
}

#[test]
fn filters_toggle_and_clear_together_with_the_search() {
    let mut state = ViewState::default();
    apply(&mut state, Action::ToggleStatus(Status::Failed));
    apply(&mut state, Action::ToggleStanding(Standing::Hit));
    apply(&mut state, Action::Find("x".into()));
    apply(&mut state, Action::ClearFilters);
    assert_eq!(state, ViewState::default());
}

#[test]
fn raw_lines_fold_and_unfold() -> Result<(), release_atlas::json::Refusal> {
    let document = release_atlas::json::read(br#"{"a":[1,{"b":null}],"c":{}}"#.to_vec(), &Limits::default())?;
    let root = document.root();
    let open = first_unfolded(root, 100);
    let all = lines(root, &open);
    assert_eq!(all.len(), 9);
    assert_eq!(all.iter().filter(|line| line.part == Part::Open).count(), 3);
    let folded = lines(root, &BTreeSet::default());
    assert_eq!(folded.len(), 1);
    assert_eq!(search(root, "B", 10).len(), 1);
    Ok(())
}

#[test]
fn who_is_led_to_a_value_sees_what_is_around_and_in_it() -> Result<(), release_atlas::json::Refusal> {
    let text = br#"{"a":[{"deep":{"deeper":[1,2]}},{"other":{}}],"b":{"c":1}}"#.to_vec();
    let document = release_atlas::json::read(text, &Limits::default())?;
    let Some(place) = document.resolve("/a/0") else { panic!("the place is there") };
    let mut open = BTreeSet::default();
    unfold_at(&document, place.id(), 40, &mut open);
    let seen: Vec<String> = lines(document.root(), &open)
        .into_iter()
        .filter(|line| line.part != Part::Close)
        .map(|line| document.pointer(line.value))
        .collect();
    assert_eq!(
        seen,
        [
            "",
            "/a",
            "/a/0",
            "/a/0/deep",
            "/a/0/deep/deeper",
            "/a/0/deep/deeper/0",
            "/a/0/deep/deeper/1",
            "/a/1",
            "/b"
        ]
    );
    Ok(())
}

#[test]
fn one_side_of_an_item_unfolds_for_itself_and_both_sides_are_the_whole_item() {
    let key = NodeKey { kind: NodeKind::Release, id: "a:b/c".into() };
    let mut state = ViewState { view: View::Graph, ..ViewState::default() };
    apply(&mut state, Action::UnfoldSide(key.clone(), Direction::Down));
    assert_eq!(show(&state), "#/graph?side=dependencies:release/a:b/c");
    assert_eq!(parse(&show(&state)), state);
    apply(&mut state, Action::UnfoldSide(key.clone(), Direction::Up));
    assert_eq!(show(&state), "#/graph?open=release/a:b/c");
    apply(&mut state, Action::Fold(key));
    assert_eq!(show(&state), "#/graph");
}

#[test]
fn graph_or_table_stands_in_the_address_only_where_somebody_chose_it() {
    for (as_table, address) in
        [(None, "#/graph"), (Some(true), "#/graph?as=table"), (Some(false), "#/graph?as=graph")]
    {
        let state = ViewState { view: View::Graph, as_table, ..ViewState::default() };
        assert_eq!((show(&state).as_str(), parse(address)), (address, state));
    }
}

fn any_key() -> impl Strategy<Value = NodeKey> {
    let kinds = [
        NodeKind::Release,
        NodeKind::Customization,
        NodeKind::VcfRelease,
        NodeKind::Bundle,
        NodeKind::Unknown,
    ];
    (proptest::sample::select(kinds.to_vec()), "\\PC{1,12}")
        .prop_map(|(kind, id)| NodeKey { kind, id: id.into() })
}

fn some_of<T: Clone + Ord + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = SortedSet<T>> {
    proptest::sample::subsequence(all.to_vec(), 0..all.len()).prop_map(SortedSet::from_iter)
}

fn some_sides() -> impl Strategy<Value = SortedSet<(NodeKey, Direction)>> {
    let side = proptest::sample::select(vec![Direction::Up, Direction::Down]);
    proptest::collection::vec((any_key(), side), 0..3).prop_map(SortedSet::from_iter)
}

fn some_keys() -> impl Strategy<Value = SortedSet<NodeKey>> {
    proptest::collection::vec(any_key(), 0..3).prop_map(SortedSet::from_iter)
}

prop_compose! {
    /// The filters and what the graph draws.
    fn any_drawing()(
        standings in some_of(&Standing::ALL),
        kinds in some_of(&NodeKind::ALL),
        statuses in some_of(&Status::ALL),
        facets in proptest::collection::vec(("[a-z-]{1,8}", "\\PC{0,8}"), 0..3).prop_map(SortedSet::from_iter),
        beside in some_keys(),
        unfolded in some_keys(),
        folded in some_keys(),
        flow in proptest::sample::select(vec![Flow::LeftToRight, Flow::TopToBottom]),
        direction in proptest::sample::select(vec![Direction::Both, Direction::Up, Direction::Down]),
        unfolded_sides in some_sides(),
        rows in "[a-z0-9,-]{0,12}",
        as_table in proptest::option::of(any::<bool>()),
        [show_all, shows_implied, shows_changes] in any::<[bool; 3]>(),
    ) -> ViewState {
        ViewState {
            standings, kinds, statuses, facets, beside, unfolded, folded, flow, direction,
            unfolded_sides, rows, as_table, show_all, shows_implied, shows_changes,
            ..ViewState::default()
        }
    }
}

prop_compose! {
    /// Any state at all. No member is left at its default here, so that a new one does not compile before its
    /// round trip is tried.
    fn any_state()(
        drawing in any_drawing(),
        view in proptest::sample::select(View::ALL.to_vec()),
        selected in proptest::option::of(any_key()),
        focus in proptest::option::of(any_key()),
        tab in proptest::sample::select(Tab::ALL.to_vec()),
        sheet in proptest::sample::select(Tab::ALL.to_vec()),
        group in proptest::sample::select(Group::ALL.to_vec()),
        [find, sort, from, to, a, b, part, href] in proptest::array::uniform8("\\PC{0,12}"),
        pointer in "(/[a-z~%&=#?]{1,4}){0,3}",
        depth in 1_u8..99,
        unknown in proptest::collection::vec(("x-[a-z]{1,6}", "\\PC{0,8}"), 0..2),
    ) -> ViewState {
        ViewState {
            view, selected, focus, tab, sheet, group, find, sort, from, to, a, b, part, href, pointer, depth, unknown,
            standings: drawing.standings, kinds: drawing.kinds, statuses: drawing.statuses, facets: drawing.facets,
            unfolded_sides: drawing.unfolded_sides, rows: drawing.rows,
            beside: drawing.beside, unfolded: drawing.unfolded, folded: drawing.folded,
            flow: drawing.flow, direction: drawing.direction, as_table: drawing.as_table,
            show_all: drawing.show_all, shows_implied: drawing.shows_implied, shows_changes: drawing.shows_changes,
        }
    }
}

#[test]
fn a_parameter_without_a_name_is_dropped() {
    assert_eq!(parse("#/hit?=&=x"), ViewState { view: View::Hit, ..ViewState::default() });
}

proptest! {
    #[test]
    fn a_link_restores_the_view(state in any_state()) {
        prop_assert_eq!(parse(&show(&state)), state);
    }

    #[test]
    fn any_fragment_gives_a_state_whose_address_is_stable(fragment in "\\PC{0,60}") {
        let state = parse(&fragment);
        prop_assert_eq!(parse(&show(&state)), state);
    }
}

#[test]
fn a_service_is_asked_below_the_base_that_people_paste() {
    let list = "https://api.example/gate/v1/catalogs/a%20b/customizations?page=1&page_size=100";
    for base in ["https://api.example/gate", "https://api.example/gate/", " https://api.example/gate/v1/ "] {
        assert_eq!(address(Wanted::Customizations, base, " a b ").as_deref(), Some(list));
    }
    assert_eq!(
        address(Wanted::Manifest, "https://sddc.example", "").as_deref(),
        Some("https://sddc.example/v1/manifests")
    );
    assert_eq!(address(Wanted::Releases, "https://api.example", ""), None, "a catalogue's id is needed");
    assert_eq!(address(Wanted::Manifest, "  ", ""), None);
    assert!(
        Service::ALL.into_iter().flat_map(Service::wanted).filter(|wanted| wanted.is_list()).count() == 3
    );
}

#[test]
fn the_entries_of_a_list_are_offered_with_the_address_of_the_whole() {
    let page = r#"{"page":1,"page_size":2,"total_size":3,"items":[
        {"id":"r/1","version":"1.2.3","revision":"0","product":{"name":"Kafka"},"released_at":"2026-01-01"},
        {"version":"no id"}, null, 7]}"#;
    let document = reader::read(page.as_bytes(), &Limits::default()).expect("the test's own JSON");
    let found = choices(Wanted::Releases, &document, "https://api.example/", "c");
    assert_eq!(found.len(), 1, "what has no id cannot be asked for");
    assert_eq!(found[0].title, "Kafka 1.2.3-0");
    assert_eq!(found[0].address, "https://api.example/v1/catalogs/c/releases/r%2F1");
    assert!(matches(&found[0], "KAFKA r/1") && !matches(&found[0], "kafka 9"));
    let page = r#"{"elements":[{"product":"VCF","version":"9.0.1.0"}],"pageMetadata":{"pageNumber":0}}"#;
    let document = reader::read(page.as_bytes(), &Limits::default()).expect("the test's own JSON");
    let found = choices(Wanted::SystemReleases, &document, "https://sddc.example", "");
    assert_eq!(found[0].address, "https://sddc.example/v1/releases?versionEq=9.0.1.0");
}

#[test]
fn the_inspector_goes_back_and_forward_over_what_was_seen() {
    let mut visits = Visits::default();
    for address in ["/a", "/b", "/b", "/c"] {
        visits.note(address);
    }
    assert_eq!((visits.back(), visits.forward()), (Some("/b"), None));
    visits.note("/b");
    assert_eq!((visits.back(), visits.forward()), (Some("/a"), Some("/c")));
    visits.note("/d");
    assert_eq!((visits.back(), visits.forward()), (Some("/b"), None), "a new way ends the former one");
    assert_eq!(visits.latest_first(), ["/d", "/b", "/a"]);
}

#[test]
fn the_inspector_remembers_the_latest_visits_only() {
    let mut visits = Visits::default();
    for number in 0..1_000 {
        visits.note(&format!("/{number}"));
    }
    assert_eq!(visits.latest_first().len(), 200);
    assert_eq!(visits.back(), Some("/998"));
}

#[test]
fn names_that_differ_in_a_few_letters_are_offered_nearest_first() {
    let graph = world::graph([builder::page([
        builder::release("1").with("product", serde_json::json!({"name": "Kafka"})),
        builder::release("2").with("product", serde_json::json!({"name": "Kafta"})),
        builder::release("3").with("product", serde_json::json!({"name": "PostgreSQL"})),
    ])
    .text()]);
    let near = |typed: &str| -> Vec<&str> {
        let found = release_atlas::session::near::nearest_names(&graph, typed, 5);
        found.iter().map(|id| graph.nodes[id.0 as usize].name.as_str()).collect()
    };
    assert_eq!(near("kafkaa"), ["Kafka", "Kafta"]);
    assert_eq!(near("postgressql"), ["PostgreSQL"]);
    assert_eq!(near("completely different"), Vec::<&str>::new());
}

#[test]
fn the_best_matches_of_a_search_keep_their_order() {
    let graph = world::graph([builder::page([
        builder::release("x-kafka-tools"),
        builder::release("kafka"),
        builder::release("other"),
    ])
    .text()]);
    let index = std::sync::Arc::new(release_atlas::graph::index(
        &graph,
        &[] as &[release_atlas::source::Source],
        &Recalls::default(),
    ));
    let found = release_atlas::session::found::Found::new("kafka", graph.nodes.len(), || index);
    let best: Vec<&str> = found.best().iter().map(|id| graph.nodes[id.0 as usize].key.id.as_str()).collect();
    assert_eq!(best, ["kafka", "x-kafka-tools"]);
}

#[test]
fn items_are_found_by_the_words_that_the_screen_has_for_them_in_either_language() {
    let recall =
        |id: &str, status: &str| json!({"recalledBundleIds": [id], "replacementBundleStatus": status});
    let bundles = ["gone", "waits"].map(|id| json!({"bundleId": id}));
    let text = builder::manifest()
        .with("releases", json!([{"product": "VCF", "version": "5.0.0.0", "patchBundles": bundles}]))
        .with("recalledBundles", json!([recall("gone", "NONE"), recall("waits", "PENDING")]))
        .text();
    let loaded = world::sources([text]);
    let graph = release_atlas::graph::build(&loaded, &release_atlas::graph::Failures::default());
    let Content::Manifest(manifest) = &loaded[0].content else { panic!("a manifest") };
    let recalls = Recalls::new(&[manifest]);
    let board = Board::new(&graph, &recalls, 0);
    let index = |language| {
        let index = release_atlas::graph::index(&graph, &loaded, &recalls);
        labelled(index, &Texts::first(language), &graph, &board, &recalls)
    };
    for (language, query, expected) in [
        (Language::English, "recalled", &["gone", "waits"][..]),
        (Language::English, "pending", &["waits"]),
        (Language::English, "withdrawn", &["gone"]),
        (Language::German, "zurückgerufen", &["gone", "waits"]),
        (Language::German, "recalled", &["gone", "waits"]),
        (Language::German, "zurückgezogen", &["gone"]),
        (Language::English, "no replacement", &["gone"]),
        (Language::German, "kein Ersatz", &["gone"]),
        (Language::English, "hit", &["VCF 5.0.0.0", "gone", "waits"]),
        (Language::English, "ok", &[]),
    ] {
        let hits = index(language).search(query, 10).hits;
        let mut ids: Vec<&str> =
            hits.iter().map(|hit| graph.nodes[hit.node.0 as usize].key.id.as_str()).collect();
        ids.sort_unstable();
        assert_eq!(ids, expected, "{query}");
    }
}

#[test]
fn whole_addresses_spaces_and_capitals_in_the_fields_of_a_catalogue_are_understood() {
    let id = "351c1739-ca01-4a74-8124-1b99257cd7c9";
    let host = "https://api.example/tools";
    let list = format!("{host}/v1/catalogs/{id}/releases?page=1");
    for (base, catalog, expected) in [
        (host, id, id),
        (host, " \"351C1739-CA01-4A74-8124-1B99257CD7C9\" ", id),
        (host, "351c1739-ca01-4a74- 8124-1b99257cd7c9", id),
        (host, list.as_str(), id),
        ("", list.as_str(), id),
        (list.as_str(), "", id),
        (" https://api.example/tools/v1/releases ", "Cat 1", "Cat 1"),
        ("https://api.example/tools/v1/catalogs/a%20b", "", "a b"),
    ] {
        let (found, named) = typed(base, catalog);
        assert_eq!((found.as_str(), named.as_str()), (host, expected), "{base} {catalog}");
    }
    assert_eq!(typed("https://sddc.example/v1/manifests", "").0, "https://sddc.example");
    assert_eq!(typed("https://sddc.example/v1", "").0, "https://sddc.example/v1");
}

#[test]
fn a_token_is_asked_for_with_a_command_that_names_the_base_and_nothing_secret() {
    let command = token_command("https://sddc.example/v1/");
    assert!(command.ends_with("'https://sddc.example/v1/tokens'"), "{command}");
    assert!(token_command("").contains("'https://sddc-manager.example/v1/tokens'"));
    assert!(!token_command("https://me:mine@sddc.example").contains("mine"));
    assert!(token_command("https://sddc.example/it's").contains("it'\\''s"));
}

#[test]
fn a_view_that_there_is_none_of_is_named_and_every_other_address_is_none() {
    for (fragment, expected) in [
        ("#/nope", Some("nope")),
        ("#/nope?find=x", Some("nope")),
        ("#/no%20pe/release/1", Some("no pe")),
        ("#/graph?focus=bundle/zzz", None),
        ("#/hit/release/1", None),
        ("#/", None),
        ("#/?find=x", None),
        ("", None),
    ] {
        assert_eq!(unknown_view(fragment).as_deref(), expected, "{fragment}");
    }
}
