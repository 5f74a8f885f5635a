use release_atlas::geometry::{Point, Rect};
use release_atlas::scene::card::{Frame, draw_label, side_marks};
use release_atlas::scene::measure::{Face, Measure, WidthTable};
use release_atlas::scene::paint::{Path, Pen, Run, Surface, View, node};
use release_atlas::scene::{Card, Ink, Outline, Side, Tone, card_size};

use crate::bench::{Bench, words};

/// Writes down what is drawn.
#[derive(Default)]
struct Log {
    inks: Vec<Ink>,
    steps: Vec<usize>,
    texts: Vec<(String, Run)>,
}

impl Surface for Log {
    fn fill(&mut self, _: u8, path: &Path, ink: Ink) {
        self.inks.push(ink);
        self.steps.push(path.steps.len());
    }

    fn stroke(&mut self, _: u8, path: &Path, pen: Pen) {
        self.inks.push(pen.ink);
        self.steps.push(path.steps.len());
    }

    fn text(&mut self, text: &str, run: Run) {
        self.texts.push((text.to_owned(), run));
    }
}

fn drawn(card: Card<'static>) -> Log {
    let scene = Bench::default().card(0, card).scene();
    let mut log = Log::default();
    node(&scene, 0, None, View::WORLD, &WidthTable::default(), &mut log);
    log
}

#[test]
fn each_status_has_its_own_icon_word_and_ink() {
    let mut seen = Vec::new();
    for tone in Tone::ALL {
        let log = drawn(Card { name: "redis", version: "7.4", tone, ..Card::default() });
        assert!(log.inks.contains(&tone.ink()), "{tone:?}");
        let speaks = log.texts.iter().any(|(text, run)| text == words().tone(tone) && run.ink == tone.ink());
        assert_eq!(speaks, tone != Tone::Ok, "{tone:?}");
        assert!(!seen.contains(&log.steps), "two statuses share the shape of their icon");
        seen.push(log.steps);
    }
}

#[test]
fn a_card_is_as_wide_as_its_text_but_not_wider_than_the_limit() {
    let table = WidthTable::default();
    let width = |name| card_size(Card { name, version: "1", ..Card::default() }, &words(), &table).width;
    assert!((width("a") - width("ab")).abs() < 0.01, "small cards share one width");
    assert!(width("kube-prometheus-stack") > width("redis"));
    let long = "an-extraordinarily-long-name-of-a-component-that-somebody-thought-of";
    assert!((width(long) - width(&format!("{long}{long}"))).abs() < 0.01);
}

#[test]
fn no_text_leaves_its_card() {
    let table = WidthTable::default();
    for (needed_by, hidden, folded) in [(0, 0, 0), (12, 0, 3), (41_000, 12, 9_999)] {
        for outline in [Outline::Release, Outline::Customization, Outline::Bundle] {
            let name = "Kube Prometheus Stack Operator for every cluster";
            let version = "0.61.1-debian-12-r3-with-a-very-long-suffix";
            let tone = Tone::Failed;
            let card = Card {
                name,
                version,
                tone,
                outline,
                needed_by,
                depends_on: needed_by,
                hidden_up: hidden,
                hidden_down: 0,
                folded,
            };
            let size = card_size(card, &words(), &table);
            let scene = Bench::default().card(0, card).scene();
            let mut log = Log::default();
            node(&scene, 0, None, View::WORLD, &table, &mut log);
            let rect = scene.node_rect(0);
            assert!((rect.width() - size.width).abs() < 0.01);
            let starts =
                log.texts.iter().filter(|(_, run)| run.face == Face::Name || run.face == Face::Version);
            for (text, run) in starts {
                let end = run.at.x + table.width(text, run.face);
                assert!(end <= rect.max.x - 4.0, "{text} ends at {end} in {rect:?}");
            }
        }
    }
}

#[test]
fn counts_of_neighbours_hidden_and_folded_nodes_stand_on_the_card() {
    let card = Card {
        name: "redis",
        version: "7",
        needed_by: 1_240,
        depends_on: 3,
        hidden_up: 5,
        hidden_down: 8,
        folded: 14,
        ..Card::default()
    };
    let texts: Vec<String> = drawn(card).texts.into_iter().map(|(text, _)| text).collect();
    for wanted in ["1.2k", "3", "+5", "+8", "×14"] {
        assert!(texts.iter().any(|text| text == wanted), "{wanted} in {texts:?}");
    }
}

#[test]
fn the_marks_of_hidden_neighbours_lie_on_the_card_beside_the_count_of_their_side() {
    let card = Card {
        name: "redis",
        version: "7",
        needed_by: 12,
        depends_on: 3,
        hidden_up: 5,
        hidden_down: 2,
        ..Card::default()
    };
    let scene = Bench::default().card(0, card).scene();
    let (rect, table) = (scene.node_rect(0), WidthTable::default());
    let marks = side_marks(card, rect, &table).map(|mark| mark.expect("both sides hide something"));
    assert!(marks[0].max.x < marks[1].min.x, "dependants stand to the left");
    for (mark, side) in marks.into_iter().zip(Side::ALL) {
        assert!(rect.contains(mark.min) && rect.contains(mark.max));
        assert_eq!(scene.mark_at(mark.center(), 2.0, &table), Some((0, side)));
    }
    assert_eq!(scene.mark_at(rect.min, 2.0, &table), None);
    let bare = Card { hidden_up: 0, hidden_down: 0, ..card };
    assert_eq!(side_marks(bare, rect, &table), [None, None]);
}

#[test]
fn a_version_is_written_whole_before_the_word_of_the_status_is() {
    let version = "3.4.0-build.20260712";
    let card = Card {
        name: "n",
        version,
        tone: Tone::Failed,
        needed_by: 41,
        depends_on: 12,
        hidden_down: 3,
        ..Card::default()
    };
    let scene = Bench::default().card(0, card).scene();
    let mut log = Log::default();
    node(&scene, 0, None, View::WORLD, &WidthTable::default(), &mut log);
    assert!(log.texts.iter().any(|(text, _)| text == version), "{:?}", log.texts);
}

/// What is written on a small card that is so many pixels wide on the screen.
fn label(name: &'static str, outline: Outline, width: f32) -> (String, f32) {
    let frame = Frame { rect: Rect { min: Point::default(), max: Point::new(width, 12.0) }, scale: 0.26 };
    let mut log = Log::default();
    let card = Card { name, outline, ..Card::default() };
    draw_label(card, frame, 1.0, &WidthTable::default(), &mut log);
    log.texts.first().map(|(text, run)| (text.clone(), run.size)).unwrap_or_default()
}

#[test]
fn a_small_card_names_its_component_whole_where_smaller_letters_fit_and_by_whole_words_else() {
    let (whole, size) = label("VCENTER", Outline::Bundle, 44.0);
    assert_eq!(whole, "VCENTER");
    assert!((7.0..9.0).contains(&size), "{size}");
    assert_eq!(label("ESX_HOST", Outline::Bundle, 34.0).0, "ESX…");
    assert_eq!(label("NSX_T_MANAGER", Outline::Bundle, 44.0).0, "NSX_T…");
    assert_eq!(label("SDDC_MANAGER_VCF", Outline::Bundle, 44.0).0, "SDDC…");
}

#[test]
fn a_small_card_has_its_version_behind_its_name_where_it_fits_whole() {
    let texts = |width: f32| {
        let frame = Frame { rect: Rect { min: Point::default(), max: Point::new(width, 20.0) }, scale: 0.45 };
        let card = Card { name: "NSX", version: "3.2.3.1-22104592", ..Card::default() };
        let mut log = Log::default();
        draw_label(card, frame, 1.0, &WidthTable::default(), &mut log);
        log.texts.into_iter().map(|(text, _)| text).collect::<Vec<_>>()
    };
    assert_eq!(texts(140.0), ["NSX", "3.2.3.1-22104592"]);
    assert_eq!(texts(60.0), ["NSX"]);
}
