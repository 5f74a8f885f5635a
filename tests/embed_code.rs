//! The markup that the viewer offers for another page: it opens the view that a person sees.

use release_atlas::graph::{NodeKey, NodeKind, Status};
use release_atlas::layout::Flow;
use release_atlas::session::config::{Config, Layers};
use release_atlas::session::embed_code::{EmbedCode, Form, home};
use release_atlas::session::{Direction, Group, View, ViewState, parse};
use release_atlas::sorted::SortedSet;

fn code(state: ViewState) -> EmbedCode {
    let documents = vec!["https://api.example/a.json?x=1&y=2".to_owned()];
    EmbedCode { home: "https://tools.example/atlas/".to_owned(), documents, state, theme: "dark" }
}

fn looked_at() -> ViewState {
    ViewState {
        view: View::Graph,
        as_table: Some(true),
        focus: Some(NodeKey { kind: NodeKind::Release, id: "a \"quoted\" <id>".into() }),
        depth: 4,
        direction: Direction::Up,
        flow: Flow::TopToBottom,
        group: Group::Registry,
        find: "argo & co".to_owned(),
        statuses: SortedSet::from([Status::Failed, Status::Recalled]),
        ..ViewState::default()
    }
}

#[test]
fn the_attributes_of_the_element_open_the_view_that_is_seen() {
    let state = looked_at();
    let attributes = code(state.clone()).attributes();
    let attributes = attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let (config, problems) = Config::merged(&Layers { attributes, ..Layers::default() });
    assert_eq!(problems, []);
    assert_eq!(config.opening.state(View::Hit), state);
    assert_eq!(config.sources, ["https://api.example/a.json?x=1&y=2"]);
}

#[test]
fn a_view_without_settings_needs_no_attributes_but_the_document() {
    let state = ViewState { view: View::Hit, ..ViewState::default() };
    let markup = EmbedCode { theme: "auto", ..code(state) }.markup(Form::Element);
    assert_eq!(
        markup,
        "<script type=\"module\" src=\"https://tools.example/atlas/release-atlas.js\"></script>\n\
         <release-atlas\n  src=\"https://api.example/a.json?x=1&amp;y=2\"\n  view=\"hit\"></release-atlas>\n"
    );
}

#[test]
fn nothing_of_a_document_can_leave_the_place_that_it_stands_in() {
    let hostile = "</script><img src=x onerror=alert(1)>\"'\u{2028}";
    let state = ViewState { find: hostile.to_owned(), ..looked_at() };
    let code = EmbedCode { documents: vec![hostile.to_owned()], ..code(state) };
    for form in [Form::Element, Form::Frame] {
        let markup = code.markup(form);
        assert!(
            !markup.contains("<img") && !markup.contains('\u{2028}') || form == Form::Element,
            "{markup}"
        );
        assert_eq!(markup.matches("</script>").count(), 1, "{markup}");
    }
}

#[test]
fn the_frame_opens_the_very_route() {
    let markup = code(looked_at()).markup(Form::Frame);
    let from = markup.find('#').unwrap();
    let route = markup[from..].split('"').next().unwrap().replace("&amp;", "&");
    assert_eq!(parse(&route), looked_at());
    assert!(markup.contains("sandbox=\"allow-scripts\"") && markup.contains("theme: \"dark\""));
}

#[test]
fn home_is_the_folder_of_the_page() {
    assert_eq!(home("https://tools.example/atlas/index.html?src=a/b#/hit"), "https://tools.example/atlas/");
    assert_eq!(home("https://tools.example/atlas/"), "https://tools.example/atlas/");
}
