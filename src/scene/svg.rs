//! The scene as an SVG document: the same bytes for the same scene, everywhere.
//!
//! Colours are classes with a style sheet inside the document, so a picture with two palettes follows the
//! reader's theme. Every node and edge is a group with a title; nothing is fetched, nothing runs.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::geometry::{Point, Rect};
use crate::order;

use super::build::Scene;
use super::card;
use super::ink::{Ink, Palette};
use super::look::{Line, Role, Tone};
use super::measure::{Face, Measure, WidthTable};
use super::overlay::Overlay;
use super::paint::{self, Anchor, Path, Pen, Run, Step, Surface, View};

/// What an SVG says beside its shapes, in the language of the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The document's title, also written above the picture; empty for none.
    pub title: String,
    /// What a reader who does not see the picture is told.
    pub description: String,
    /// The words of the lines, one for each of [`Line::ALL`]; a line without a word is not in the legend.
    pub lines: [String; 4],
    /// The words of the roles that are lit, one for each of [`Role::ALL`].
    pub roles: [String; 9],
}

/// Everything that an SVG depends on beside the scene.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Titles and legend.
    pub caption: &'a Caption,
    /// The colours.
    pub palette: &'a Palette,
    /// Other colours for readers who prefer a dark screen.
    pub dark: Option<&'a Palette>,
    /// CSS font families.
    pub font: &'a str,
    /// What is lit.
    pub overlay: Option<&'a Overlay>,
}

/// Room around the picture.
const MARGIN: f32 = 24.0;
/// Height of the title and of the legend.
const BAND: f32 = 36.0;
/// Width of an entry of the legend without its text.
const ENTRY: f32 = 54.0;

/// The SVG document of a scene at zoom 1.
pub fn write(scene: &Scene, options: Options<'_>) -> String {
    let legend = entries(scene, options);
    let area = area_of(scene, options, &legend);
    let mut writer = Writer { text: head(area, options) };
    let ground = Path::rect(area);
    writer.fill(0, &ground, Ink::Canvas);
    if !options.caption.title.is_empty() {
        let at = Point::new(area.min.x + MARGIN, area.min.y + MARGIN + 12.0);
        let size = Face::Title.size();
        let run = Run { at, face: Face::Title, size, ink: Ink::Text, anchor: Anchor::Start };
        writer.text(&options.caption.title, run);
    }
    write_edges(scene, options, &mut writer);
    for group in scene.groups() {
        writer.open(&["group"], false);
        writer.title(&format!("{} ({})", group.name, group.count));
        super::group::draw(group, View::WORLD, true, &WidthTable::default(), &mut writer);
        writer.close();
    }
    write_nodes(scene, options, &mut writer);
    write_legend(area, &legend, &mut writer);
    writer.text.push_str("</svg>\n");
    writer.text
}

fn area_of(scene: &Scene, options: Options<'_>, legend: &[Entry]) -> Rect {
    let mut area = scene.bounds().grown(MARGIN);
    if !options.caption.title.is_empty() {
        area.min.y -= BAND;
    }
    let table = WidthTable::default();
    let width: f32 = legend.iter().map(|entry| entry.width(&table)).sum();
    let title = table.width(&options.caption.title, Face::Title);
    area.max.x = area.max.x.max(area.min.x + width.min(WIDEST_LEGEND).max(title) + 2.0 * MARGIN);
    let rows = rows_of(legend, area.width()).len();
    area.max.y += rows as f32 * ROW + if rows > 0 { MARGIN / 2.0 } else { 0.0 };
    let floor = |value: f32| value.floor();
    Rect {
        min: Point::new(floor(area.min.x), floor(area.min.y)),
        max: Point::new(area.max.x.ceil(), area.max.y.ceil()),
    }
}

/// A legend that is wider wraps, unless the picture is.
const WIDEST_LEGEND: f32 = 640.0;
/// Height of a row of the legend.
const ROW: f32 = 26.0;

fn head(area: Rect, options: Options<'_>) -> String {
    let mut text = String::new();
    let (width, height) = (number(area.width()), number(area.height()));
    let (left, top) = (number(area.min.x), number(area.min.y));
    let _ = writeln!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{left} {top} {width} {height}\" role=\"img\" aria-labelledby=\"atlas-title atlas-desc\">"
    );
    let _ = writeln!(text, "<title id=\"atlas-title\">{}</title>", escaped(&options.caption.title));
    let _ = writeln!(text, "<desc id=\"atlas-desc\">{}</desc>", escaped(&options.caption.description));
    text.push_str("<style>\n");
    let _ = writeln!(text, "text{{font-family:{}}}", style_text(options.font));
    for face in Face::ALL {
        let weight = face.weight();
        let _ =
            writeln!(text, ".t-{}{{font-size:{}px;font-weight:{weight}}}", face.word(), number(face.size()));
    }
    text.push_str("path{fill:none;stroke-linecap:round;stroke-linejoin:round}\n");
    style_rules(options.palette, &mut text);
    if let Some(dark) = options.dark {
        text.push_str("@media (prefers-color-scheme:dark){\n");
        style_rules(dark, &mut text);
        text.push_str("}\n");
    }
    text.push_str("</style>\n");
    text
}

fn style_rules(palette: &Palette, text: &mut String) {
    for ink in Ink::ALL {
        let (word, color) = (ink.word(), style_text(palette.color(ink)));
        let _ = writeln!(text, "path.f-{word},text.f-{word}{{fill:{color}}}.s-{word}{{stroke:{color}}}");
    }
}

fn write_edges(scene: &Scene, options: Options<'_>, writer: &mut Writer) {
    let role_of = |edge: u32| options.overlay.and_then(|overlay| overlay.edge(edge));
    let mut edges: Vec<u32> = (0..scene.edge_count_all()).collect();
    // What is lit lies over what is not.
    order::sort_by_key(&mut edges, |edge| role_of(*edge));
    for edge in edges {
        let role = role_of(edge);
        let look = scene.edge_look(edge);
        let dimmed = dimmed(options.overlay, role);
        writer.open(&["e", look.thread().word(), look.line().word()], dimmed);
        let [from, to] = scene.edge_ends(edge);
        let name =
            |node: u32| scene.card(node).map(|card| one_line(card.name, card.version)).unwrap_or_default();
        let reason = scene.words().reason(scene.reason(edge));
        let because = if reason.is_empty() { String::new() } else { format!(": {reason}") };
        writer.title(&format!("{} → {}{because}", name(from), name(to)));
        paint::edge(scene, edge, role, View::WORLD, writer);
        writer.close();
    }
}

fn write_nodes(scene: &Scene, options: Options<'_>, writer: &mut Writer) {
    for node in 0..scene.node_count() {
        let role = options.overlay.and_then(|overlay| overlay.node(node));
        let Some(card) = scene.card(node) else { continue };
        writer.open(&["n", card.tone.word()], dimmed(options.overlay, role));
        let word = scene.words().tone(card.tone);
        let name = one_line(card.name, card.version);
        writer.title(&if word.is_empty() { name } else { format!("{name}, {word}") });
        paint::node(scene, node, role, View::WORLD, &WidthTable::default(), writer);
        writer.close();
    }
}

fn dimmed(overlay: Option<&Overlay>, role: Option<Role>) -> bool {
    role.is_none() && overlay.is_some_and(Overlay::dims)
}

fn one_line(name: &str, version: &str) -> String {
    format!("{name} {version}").trim().to_owned()
}

/// One entry of the legend.
struct Entry {
    mark: Mark,
    text: String,
}

enum Mark {
    Tone(Tone),
    Line(Line, Ink),
    Role(Role),
}

impl Entry {
    fn width(&self, measure: &impl Measure) -> f32 {
        ENTRY + measure.width(&self.text, Face::Version)
    }
}

/// What is in the picture, with counts.
fn entries(scene: &Scene, options: Options<'_>) -> Vec<Entry> {
    let mut tones: BTreeMap<Tone, u32> = BTreeMap::new();
    for node in 0..scene.node_count() {
        *tones.entry(scene.tone(node)).or_default() += 1;
    }
    let mut lines: BTreeMap<Line, (u32, Ink)> = BTreeMap::new();
    for edge in 0..scene.edge_count_all() {
        let look = scene.edge_look(edge);
        lines.entry(look.line()).or_insert((0, look.ink())).0 += 1;
    }
    let mut entries = Vec::new();
    let mut add = |mark: Mark, word: &str, count: usize| {
        if !word.is_empty() && count > 0 {
            entries.push(Entry { mark, text: format!("{word} {count}") });
        }
    };
    for (&tone, &count) in tones.iter().rev() {
        add(Mark::Tone(tone), scene.words().tone(tone), count as usize);
    }
    for (line, word) in Line::ALL.into_iter().zip(&options.caption.lines) {
        let (count, ink) = lines.get(&line).copied().unwrap_or((0, Ink::Edge));
        add(Mark::Line(line, ink), word, count as usize);
    }
    let lit = options.overlay.map(Overlay::nodes).unwrap_or_default();
    for (role, word) in Role::ALL.into_iter().zip(&options.caption.roles) {
        add(Mark::Role(role), word, lit.iter().filter(|(_, lit)| *lit == role).count());
    }
    entries
}

/// The entries in rows that fit a width.
fn rows_of(entries: &[Entry], width: f32) -> Vec<Vec<(f32, &Entry)>> {
    let table = WidthTable::default();
    let mut rows: Vec<Vec<(f32, &Entry)>> = Vec::new();
    let mut left = f32::INFINITY;
    for entry in entries {
        if left + entry.width(&table) > width - MARGIN {
            rows.push(Vec::new());
            left = MARGIN;
        }
        if let Some(row) = rows.last_mut() {
            row.push((left, entry));
        }
        left += entry.width(&table);
    }
    rows
}

fn write_legend(area: Rect, entries: &[Entry], writer: &mut Writer) {
    let rows = rows_of(entries, area.width());
    let top = area.max.y - MARGIN / 2.0 - rows.len() as f32 * ROW;
    for (row, line) in rows.iter().zip(0_u8..) {
        let middle = top + (f32::from(line) + 0.5) * ROW;
        for (left, entry) in row {
            writer.open(&["legend"], false);
            write_mark(&entry.mark, Point::new(area.min.x + left + 12.0, middle), writer);
            let at = Point::new(area.min.x + left + 32.0, middle + 4.0);
            let (face, ink) = (Face::Version, Ink::Muted);
            writer.text(&entry.text, Run { at, face, size: face.size(), ink, anchor: Anchor::Start });
            writer.close();
        }
    }
}

fn write_mark(mark: &Mark, at: Point, writer: &mut Writer) {
    let beside = |x: f32, y: f32| Point::new(at.x + x, at.y + y);
    match *mark {
        Mark::Tone(tone) => card::status_icon(tone, at, 0.9, writer),
        Mark::Line(line, ink) => {
            let pen = Pen { ink, width: 1.5, dash: line.dash() };
            writer.stroke(0, &Path::line(beside(-12.0, 0.0), beside(12.0, 0.0)), pen);
            if line == Line::Barred {
                writer.stroke(0, &Path::line(beside(5.0, -5.0), beside(5.0, 5.0)), Pen::solid(ink, 2.2));
            }
        }
        Mark::Role(role) => {
            let rect = Rect { min: beside(-11.0, -6.0), max: beside(11.0, 6.0) };
            writer.stroke(0, &Path::rounded(rect, [4.0; 4]), Pen::solid(role.ink(), role.width()));
        }
    }
}

struct Writer {
    text: String,
}

impl Writer {
    fn open(&mut self, classes: &[&str], dimmed: bool) {
        let opacity = if dimmed { " opacity=\".3\"" } else { "" };
        let _ = writeln!(self.text, "<g class=\"{}\"{opacity}>", classes.join(" "));
    }

    fn title(&mut self, title: &str) {
        let _ = writeln!(self.text, "<title>{}</title>", escaped(title));
    }

    fn close(&mut self) {
        self.text.push_str("</g>\n");
    }

    fn path(&mut self, path: &Path) {
        for step in &path.steps {
            let mut points = |letter: char, points: &[Point]| {
                self.text.push(letter);
                for (place, point) in points.iter().enumerate() {
                    let space = if place > 0 { " " } else { "" };
                    let _ = write!(self.text, "{space}{} {}", number(point.x), number(point.y));
                }
            };
            match *step {
                Step::Move(to) => points('M', &[to]),
                Step::Line(to) => points('L', &[to]),
                Step::Cubic(one, two, to) => points('C', &[one, two, to]),
                Step::Close => self.text.push('Z'),
            }
        }
    }
}

impl Surface for Writer {
    fn fill(&mut self, _depth: u8, path: &Path, ink: Ink) {
        let _ = write!(self.text, "<path class=\"f-{}\" d=\"", ink.word());
        self.path(path);
        self.text.push_str("\"/>\n");
    }

    fn stroke(&mut self, _depth: u8, path: &Path, pen: Pen) {
        let _ = write!(self.text, "<path class=\"s-{}\"", pen.ink.word());
        if (pen.width - 1.0).abs() > 1e-3 {
            let _ = write!(self.text, " stroke-width=\"{}\"", number(pen.width));
        }
        if let Some([dash, gap]) = pen.dash {
            // Round ends make a dash longer than it is.
            let _ = write!(
                self.text,
                " stroke-dasharray=\"{} {}\" stroke-linecap=\"butt\"",
                number(dash),
                number(gap)
            );
        }
        self.text.push_str(" d=\"");
        self.path(path);
        self.text.push_str("\"/>\n");
    }

    fn text(&mut self, text: &str, run: Run) {
        let anchor = match run.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (x, y) = (number(run.at.x), number(run.at.y));
        let (face, ink) = (run.face.word(), run.ink.word());
        let text = escaped(text);
        // The style sheet says the size of each face; a title of a group has one of its own.
        let size = if (run.size - run.face.size()).abs() > 0.01 {
            format!(" style=\"font-size:{}px\"", number(run.size))
        } else {
            String::new()
        };
        let _ = writeln!(
            self.text,
            "<text class=\"t-{face} f-{ink}\" x=\"{x}\" y=\"{y}\"{anchor}{size}>{text}</text>"
        );
    }
}

/// A length with at most two decimals.
pub fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// A text as character data and attribute value; characters that XML forbids become a replacement sign.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

/// A colour or a list of fonts inside a style sheet: nothing that could end the rule or the sheet.
fn style_text(text: &str) -> String {
    let harmless = |character: &char| {
        character.is_ascii_alphanumeric()
            || matches!(character, '#' | '(' | ')' | ',' | '.' | '%' | ' ' | '-' | '"' | '/')
    };
    text.chars().filter(harmless).collect()
}
