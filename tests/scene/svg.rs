use release_atlas::geometry::{Point, Rect};
use release_atlas::layout::Flow;
use release_atlas::scene::svg::{Caption, Options, write};
use release_atlas::scene::{
    Card, Group, Line, Link, Outline, Overlay, Palette, Reason, Role, Scene, Thread, Tone,
};

use crate::bench::Bench;

fn caption() -> Caption {
    Caption {
        title: "Releases & what they need".to_owned(),
        description: "A small graph.".to_owned(),
        lines: ["usable", "not loaded", "conditional", "blocked"].map(str::to_owned),
        roles: Default::default(),
    }
}

fn written(scene: &Scene, overlay: Option<&Overlay>) -> String {
    let (light, dark) = (Palette::light(), Palette::dark());
    let options = Options {
        caption: &caption(),
        palette: &light,
        dark: Some(&dark),
        font: "system-ui, sans-serif",
        overlay,
    };
    write(scene, options)
}

fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/scene"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn diamond(flow: Flow) -> Scene {
    Bench::default()
        .flow(flow)
        .release(0, "app", Tone::Failed)
        .release(1, "redis", Tone::Ok)
        .release(1, "postgres", Tone::Pending)
        .release(2, "base", Tone::Unknown)
        .edge(0, 1, Line::Solid)
        .edge(0, 2, Line::Dashed)
        .edge(1, 3, Line::Dotted)
        .edge(2, 3, Line::Barred)
        .scene()
}

#[test]
fn golden_of_a_diamond_in_both_flows() {
    golden("diamond", &written(&diamond(Flow::LeftToRight), None));
    golden("diamond_down", &written(&diamond(Flow::TopToBottom), None));
}

#[test]
fn golden_of_a_recall_with_its_replacement() {
    let bundle =
        |name, version, tone| Card { name, version, tone, outline: Outline::Bundle, ..Card::default() };
    let vcf = Card {
        name: "VCF",
        version: "9.0.1.0",
        tone: Tone::Recalled,
        outline: Outline::Platform,
        ..Card::default()
    };
    let scene = Bench::default()
        .card(0, vcf)
        .card(1, bundle("NSX_T_MANAGER", "c5932997", Tone::Recalled))
        .card(2, bundle("NSX_T_MANAGER", "3fcb4093", Tone::Ok))
        .link(Link {
            from: 0,
            to: 1,
            thread: Thread::Carries,
            line: Line::Barred,
            count: 1,
            ..Link::default()
        })
        .link(Link {
            from: 1,
            to: 2,
            thread: Thread::Replaced,
            line: Line::Solid,
            count: 1,
            ..Link::default()
        })
        .scene();
    let overlay = Overlay::new([(0, Role::Path), (1, Role::Path)], [(0, Role::Path)], true);
    golden("recall", &written(&scene, Some(&overlay)));
}

#[test]
fn blocked_edges_say_their_reason_once_beside_their_end_and_each_in_its_title() {
    let card = |name| Card { name, version: "1", ..Card::default() };
    let fan = |to| Link {
        from: 0,
        to,
        thread: Thread::Carries,
        line: Line::Barred,
        count: 1,
        reason: Reason::Inapplicable,
    };
    let scene = Bench::default()
        .card(0, card("VCF"))
        .card(1, card("ESX_HOST"))
        .card(1, card("VCENTER"))
        .link(fan(1))
        .link(fan(2))
        .scene();
    let text = written(&scene, None);
    assert_eq!(text.matches(">inapplicable</text>").count(), 1);
    assert!(text.contains("<title>VCF 1 → ESX_HOST 1: inapplicable</title>"));
    assert!(text.contains("<title>VCF 1 → VCENTER 1: inapplicable</title>"));
}

#[test]
fn groups_are_written_with_their_titles_and_counts() {
    let bounds = Rect { min: Point::new(-10.0, -70.0), max: Point::new(300.0, 60.0) };
    let group = Group { frame: bounds, head: 50.0, name: "Redis".to_owned(), count: 3 };
    let scene = Bench::default().release(0, "redis", Tone::Ok).scene().with_groups(vec![group]);
    let text = written(&scene, None);
    assert!(text.contains("<title>Redis (3)</title>"));
    assert!(text.contains("style=\"font-size:31px\">Redis</text>"), "as large as the room for it: {text}");
}

#[test]
fn a_picture_of_nothing_is_still_a_document() {
    let text = written(&Scene::default(), None);
    assert!(text.starts_with("<svg ") && text.ends_with("</svg>\n"));
}

#[test]
fn names_cannot_break_out_of_the_document() {
    let scene = Bench::default()
        .card(0, Card { name: "</text><script>x</script>", version: "\"'&\u{1}", ..Card::default() })
        .scene();
    let text = written(&scene, None);
    assert!(
        !text.contains("<script")
            && text.contains("&lt;/text&gt;")
            && text.contains("&quot;&#39;&amp;\u{fffd}")
    );
}

#[test]
fn a_colour_cannot_break_out_of_the_style_sheet() {
    let mut palette = Palette::light();
    "red}</style><script>".clone_into(&mut palette.colors[0]);
    let options =
        Options { caption: &caption(), palette: &palette, dark: None, font: "x;}</style>", overlay: None };
    let text = write(&diamond(Flow::LeftToRight), options);
    assert_eq!(text.matches("</style>").count(), 1);
}

#[test]
fn the_whole_name_stands_in_the_title_when_the_card_cuts_it() {
    let name = "an-extraordinarily-long-name-of-a-component-that-somebody-thought-of";
    let scene = Bench::default().card(0, Card { name, version: "1", ..Card::default() }).scene();
    let text = written(&scene, None);
    assert!(text.contains(&format!("<title>{name} 1, unknown</title>")));
    assert_eq!(text.matches(name).count(), 1, "the card itself shows a cut name");
}

#[test]
fn the_legend_lists_what_is_in_the_picture_with_counts_and_nothing_else() {
    let text = written(&diamond(Flow::LeftToRight), None);
    for wanted in [">failed 1<", ">pending 1<", ">unknown 1<", ">ok 1<", ">usable 1<", ">blocked 1<"] {
        assert!(text.contains(wanted), "{wanted}");
    }
    assert!(!text.contains("recalled 0"));
}
