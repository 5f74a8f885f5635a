//! The look of a node: its size from its text, and the shapes of its card.
//!
//! A card says four things at a glance: how it is doing (icon, outline of the icon, word and ink), what it is
//! (its own outline), its name, and its version. Counts stand at the right: what needs it, what it needs,
//! what is hidden behind it. All lengths are pixels at zoom 1, from the upper left corner of the card.

use crate::geometry::{Point, Rect, Size};
use crate::layout::Flow;

use super::build::Words;
use super::detail::Detail;
use super::ink::Ink;
use super::look::{Outline, Role, Tone};
use super::measure::{Face, Measure, cut, cut_alone, short_count};
use super::paint::{Anchor, Path, Pen, Run, Surface, at_least, depth};

/// The height of every card.
pub const CARD_HEIGHT: f32 = 46.0;

/// Cards are at least this wide.
const NARROWEST: f32 = 164.0;
/// And for their names at most this wide: longer ones are cut in the middle.
const WIDEST: f32 = 264.0;
/// A version up to this width is never cut, even if the card has to be wider for it.
const LONGEST_VERSION: f32 = 150.0;
/// Where texts begin.
const TEXT_LEFT: f32 = 37.0;
/// Room at the right end.
const PADDING: f32 = 11.0;
/// How far a text may reach into the padding before it is cut: fonts differ a little from the table.
const SLACK: f32 = 6.0;
/// Room between the texts of a line.
const GAP: f32 = 9.0;
/// How far the cards below a folded one stick out.
const STACK: f32 = 6.0;
/// Base lines of the two lines of text.
const BASE_LINES: [f32; 2] = [19.5, 36.0];

/// What a card shows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Card<'a> {
    /// The name people know.
    pub name: &'a str,
    /// The version, or the short form of an id.
    pub version: &'a str,
    /// How it is doing.
    pub tone: Tone,
    /// What it stands for.
    pub outline: Outline,
    /// How many need it directly, in the whole graph.
    pub needed_by: u32,
    /// How many it needs directly, in the whole graph.
    pub depends_on: u32,
    /// How many of those that need it are not drawn.
    pub hidden_up: u32,
    /// How many of those that it needs are not drawn.
    pub hidden_down: u32,
    /// How many nodes are folded into it; 0 for a node of its own.
    pub folded: u32,
}

/// The sides of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What needs it.
    Dependants,
    /// What it needs.
    Dependencies,
}

impl Side {
    /// Both, in the order in which they stand on a card.
    pub const ALL: [Self; 2] = [Self::Dependants, Self::Dependencies];
}

/// The size of a node for the layout.
pub fn card_size(card: Card<'_>, words: &Words, measure: &impl Measure) -> Size {
    let first = measure.width(card.name, Face::Name) + room_with_gap(fold_width(card, measure));
    let version = measure.width(card.version, Face::Version);
    let word = word_of(card, words).map_or(0.0, |word| measure.width(word, Face::Version));
    let between = if version > 0.0 && word > 0.0 { SEPARATOR } else { 0.0 };
    let badges = Badges::of(card, measure).width;
    let second = version + between + word + room_with_gap(badges);
    let stack = if card.folded > 0 { STACK } else { 0.0 };
    let first = first + name_margin(card.outline);
    let width = (TEXT_LEFT + first.max(second) + PADDING).ceil().clamp(NARROWEST, WIDEST);
    let versioned = TEXT_LEFT + version.min(LONGEST_VERSION) + room_with_gap(badges) + PADDING;
    let width = width.max(versioned.ceil());
    // Even widths keep centred cards on whole pixels.
    Size { width: (width / 2.0).ceil() * 2.0 + stack, height: CARD_HEIGHT + stack }
}

/// Room that the corner of an outline takes from the name.
const fn name_margin(outline: Outline) -> f32 {
    match outline {
        Outline::Bundle => 4.0,
        Outline::Customization => 6.0,
        _ => 0.0,
    }
}

/// With less room than this, a cut word says less than the icon does.
const SHORTEST_WORD: f32 = 44.0;

/// Room for the dot between version and word.
const SEPARATOR: f32 = 11.0;

fn room_with_gap(width: f32) -> f32 {
    if width > 0.0 { width + GAP } else { 0.0 }
}

fn word_of<'a>(card: Card<'_>, words: &'a Words) -> Option<&'a str> {
    let word = words.tone(card.tone);
    (card.tone.speaks() && !word.is_empty()).then_some(word)
}

fn fold_width(card: Card<'_>, measure: &impl Measure) -> f32 {
    if card.folded == 0 {
        return 0.0;
    }
    measure.width(&fold_text(card), Face::Badge) + 10.0
}

fn fold_text(card: Card<'_>) -> String {
    format!("×{}", short_count(card.folded))
}

/// Width of an arrow before or behind a count, with the room beside it.
const ARROW: f32 = 12.0;
/// Room between two counts.
const BETWEEN: f32 = 9.0;

/// Room inside a mark of hidden neighbours, beside its text.
const MARK_PADDING: f32 = 4.0;
/// Room between such a mark and the count of its side.
const MARK_GAP: f32 = 4.0;

/// What stands at the right of the second line: a text, and where it begins and ends, in pixels leftwards
/// from the padding. From left to right: hidden dependants, dependants, dependencies, hidden dependencies.
struct Badges {
    marks: [Option<(String, f32, f32)>; 2],
    counts: [Option<(String, f32, f32)>; 2],
    width: f32,
}

impl Badges {
    fn of(card: Card<'_>, measure: &impl Measure) -> Self {
        let mut badges = Self { marks: [None, None], counts: [None, None], width: 0.0 };
        let [up, down] =
            [card.hidden_up, card.hidden_down].map(|count| (count > 0).then(|| mark_text(count)));
        let mut end = 0.0;
        let mut put = |text: String, around: f32, gap: f32| {
            let start = end;
            let width = measure.width(&text, Face::Badge) + around;
            badges.width = start + width;
            end = start + width + gap;
            (text, start, start + width)
        };
        badges.marks[1] = down.map(|text| put(text, 2.0 * MARK_PADDING, MARK_GAP));
        let count = |count: u32| (count > 0).then(|| short_count(count));
        badges.counts[1] = count(card.depends_on).map(|text| put(text, ARROW, BETWEEN));
        let gap = if up.is_some() { MARK_GAP } else { BETWEEN };
        badges.counts[0] = count(card.needed_by).map(|text| put(text, ARROW, gap));
        badges.marks[0] = up.map(|text| put(text, 2.0 * MARK_PADDING, BETWEEN));
        badges
    }
}

fn mark_text(hidden: u32) -> String {
    format!("+{}", short_count(hidden))
}

/// Where the marks of hidden neighbours lie on a card in a rectangle, for both [`Side::ALL`]; each of them
/// can be pressed.
pub fn side_marks(card: Card<'_>, rect: Rect, measure: &impl Measure) -> [Option<Rect>; 2] {
    let frame = Frame { rect, scale: 1.0 }.top(card);
    Badges::of(card, measure).marks.map(|mark| mark.map(|(_, start, end)| pill(frame, start, end)))
}

fn pill(frame: Frame, start: f32, end: f32) -> Rect {
    let [top, bottom] = [BASE_LINES[1] - 12.0, BASE_LINES[1] + 4.0];
    Rect { min: frame.right_at(PADDING + end, top), max: frame.right_at(PADDING + start, bottom) }
}

/// Where a card lies on a surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// In pixels of the surface.
    pub rect: Rect,
    /// Pixels of the surface for each pixel of the card.
    pub scale: f32,
}

impl Frame {
    /// A point given from the upper left corner.
    fn at(self, x: f32, y: f32) -> Point {
        Point::new(self.rect.min.x + x * self.scale, self.rect.min.y + y * self.scale)
    }

    /// A point given from the upper right corner, leftwards.
    fn right_at(self, x: f32, y: f32) -> Point {
        Point::new(self.rect.max.x - x * self.scale, self.rect.min.y + y * self.scale)
    }

    /// The width in pixels of the card.
    fn width(self) -> f32 {
        self.rect.width() / self.scale
    }

    /// The frame of the top card, if there are more below it.
    fn top(self, card: Card<'_>) -> Self {
        if card.folded == 0 {
            return self;
        }
        let mut rect = self.rect;
        rect.max.x -= STACK * self.scale;
        rect.min.y += STACK * self.scale;
        Self { rect, ..self }
    }

    fn shifted(self, x: f32, y: f32) -> Self {
        let by = |point: Point| Point::new(point.x + x * self.scale, point.y + y * self.scale);
        Self { rect: Rect { min: by(self.rect.min), max: by(self.rect.max) }, ..self }
    }

    fn grown(self, pixels: f32) -> Self {
        Self { rect: self.rect.grown(pixels), ..self }
    }
}

/// Draws the whole card.
pub fn draw(
    card: Card<'_>,
    words: &Words,
    flow: Flow,
    frame: Frame,
    measure: &impl Measure,
    surface: &mut impl Surface,
) {
    let top = frame.top(card);
    if card.folded > 0 {
        for step in [STACK, STACK / 2.0] {
            let below = outline(card.outline, top.shifted(step, -step));
            surface.fill(depth::STACK, &below, Ink::Card);
            surface.stroke(depth::STACK, &below, Pen::solid(Ink::CardBorder, top.scale));
        }
    }
    body(card, top, surface);
    icon(card.tone, top, surface);
    let fold = fold_badge(card, top, measure, surface);
    let badges = badges(card, flow, top, measure, surface);
    name_line(card, top, fold, measure, surface);
    version_line(card, word_of(card, words), top, badges, measure, surface);
}

/// What alone tells a small card from its neighbours: the releases of a platform share their name.
fn label(card: Card<'_>) -> &str {
    match card.outline {
        Outline::Platform if !card.version.is_empty() => card.version,
        _ => card.name,
    }
}

/// Labels are never written in smaller letters, in pixels of the screen.
const SMALLEST_LABEL: f32 = 7.0;

/// Draws the card with one word alone, in letters that can be read.
pub fn draw_label(
    card: Card<'_>,
    frame: Frame,
    density: f32,
    measure: &impl Measure,
    surface: &mut impl Surface,
) {
    let top = frame.top(card);
    let body = Path::rounded(top.rect, [(6.0 * top.scale).max(2.0 * density); 4]);
    surface.fill(depth::BODY, &body, ground(card.tone));
    surface.stroke(depth::BORDER, &body, Pen::solid(border(card.tone), (0.8 * density).max(top.scale)));
    let mut stripe = top.rect;
    stripe.max.x = stripe.min.x + (5.0 * top.scale).max(3.0 * density);
    surface.fill(depth::INSIDE, &Path::rect(stripe), card.tone.ink());
    let left = stripe.max.x + 2.5 * density;
    let room = (top.rect.max.x - left - 1.5 * density).max(0.0);
    let room = room - label_mark(card, top, room, density, measure, surface);
    let wish = (Face::Name.size() * top.scale * 1.5).clamp(8.5 * density, 12.0 * density);
    let smallest = SMALLEST_LABEL * density;
    let fitting = size_that_fits(label(card), room, wish, smallest, measure);
    let fits = shortened(label(card), room, fitting, measure).is_none();
    // What has to be cut anyway is cut least in the smallest letters.
    let size = if fits { fitting } else { smallest };
    let short = shortened(label(card), room, size, measure);
    let text = short.as_deref().unwrap_or(label(card));
    let fewest = if short.is_some() { 3 } else { 2 };
    if text.chars().count() >= fewest {
        let base = Point::new(left, top.rect.center().y + size * 0.36);
        surface.text(text, run(base, Face::Badge, size, Ink::Text, Anchor::Start));
        if short.is_none() {
            let end = left + measure.width(text, Face::Badge) * size / Face::Badge.size();
            label_version(card, Point::new(end, base.y), left + room, density, measure, surface);
        }
    }
}

/// Writes the version behind the label, up to where the room ends, if it fits there whole: many have one name.
fn label_version(
    card: Card<'_>,
    label_end: Point,
    room_end: f32,
    density: f32,
    measure: &impl Measure,
    surface: &mut impl Surface,
) {
    if card.version.is_empty() || label(card) == card.version {
        return;
    }
    let size = SMALLEST_LABEL * density;
    let start = label_end.x + 4.0 * density;
    let width = measure.width(card.version, Face::Badge) * size / Face::Badge.size();
    if start + width <= room_end {
        let at = Point::new(start, label_end.y);
        surface.text(card.version, run(at, Face::Badge, size, Ink::Muted, Anchor::Start));
    }
}

/// Writes how many neighbours cannot be seen beside the label, where both have room; gives what it took.
fn label_mark(
    card: Card<'_>,
    frame: Frame,
    room: f32,
    density: f32,
    measure: &impl Measure,
    surface: &mut impl Surface,
) -> f32 {
    let hidden = card.hidden_up + card.hidden_down;
    if hidden == 0 {
        return 0.0;
    }
    let size = SMALLEST_LABEL * density;
    let width = |text: &str| measure.width(text, Face::Badge) * size / Face::Badge.size();
    let text = mark_text(hidden);
    let taken = width(&text) + 4.0 * density;
    if width(label(card)) + taken > room {
        return 0.0;
    }
    let at = Point::new(frame.rect.max.x - 3.0 * density, frame.rect.center().y + size * 0.36);
    surface.text(&text, run(at, Face::Badge, size, Ink::Muted, Anchor::End));
    taken
}

/// A label that is too long for its room at a size: whole words of an identifier such as `ESX_HOST`, which say more
/// than any piece of one, else its ends. None if it fits.
fn shortened(text: &str, room: f32, size: f32, measure: &impl Measure) -> Option<String> {
    // The measure speaks of the face's own size.
    let room = room * Face::Badge.size() / size + 0.01;
    let cut = cut_alone(text, room, Face::Badge, measure)?;
    let ends = text.match_indices('_').map(|(at, _)| at);
    let words = ends.filter_map(|end| text.get(..end)).filter(|words| words.chars().count() >= 3);
    let fitting = words.filter(|words| measure.width(words, Face::Badge) <= room).last();
    let Some(words) = fitting else { return Some(cut) };
    let open = format!("{words}…");
    Some(if measure.width(&open, Face::Badge) <= room { open } else { words.to_owned() })
}

/// The size at which a word just fits, where a little less than `size` is enough for it; else `size`, to be cut.
fn size_that_fits(text: &str, room: f32, size: f32, least: f32, measure: &impl Measure) -> f32 {
    let width = measure.width(text, Face::Badge) / Face::Badge.size();
    let fits = room / width.max(f32::EPSILON);
    if (least..size).contains(&fits) { fits } else { size }
}

/// Draws the ring of a lit node, and the sign of a difference.
pub fn draw_ring(
    card: Card<'_>,
    role: Role,
    frame: Frame,
    density: f32,
    detail: Detail,
    surface: &mut impl Surface,
) {
    let width = role.width() * density;
    let ring = if detail == Detail::Cards {
        outline(card.outline, frame.top(card).grown(width / 2.0 + density))
    } else {
        let rect = at_least(frame.top(card).rect, 3.0 * density).grown(width / 2.0 + 0.5 * density);
        Path::rounded(rect, [(2.0 * density).min(rect.height() / 2.0); 4])
    };
    if detail >= Detail::Marks || role >= Role::Path {
        surface.stroke(depth::RING, &ring, Pen::solid(role.ink(), width));
    }
    if detail == Detail::Cards {
        difference(role, frame.top(card), surface);
    }
}

const fn ground(tone: Tone) -> Ink {
    match tone {
        Tone::Failed | Tone::Recalled | Tone::Carrier | Tone::Failing => tone.ground(),
        _ => Ink::Card,
    }
}

const fn border(tone: Tone) -> Ink {
    match tone {
        Tone::Failed | Tone::Recalled | Tone::Carrier | Tone::Failing => tone.ink(),
        _ => Ink::CardBorder,
    }
}

fn outline(outline: Outline, frame: Frame) -> Path {
    match outline {
        Outline::Customization => Path::rounded(frame.rect, [frame.rect.height() / 2.0; 4]),
        Outline::Bundle => folded_corner(frame),
        Outline::Release | Outline::Platform | Outline::Unknown => {
            Path::rounded(frame.rect, [6.0 * frame.scale; 4])
        }
    }
}

/// How much of a bundle's upper right corner is folded.
const FOLD: f32 = 11.0;

fn folded_corner(frame: Frame) -> Path {
    let mut path = Path::rounded(frame.rect, [6.0, 0.0, 6.0, 6.0].map(|radius| radius * frame.scale));
    // The upper right corner is the first line of a rounded rectangle: two points stand for it.
    let cut = [frame.right_at(FOLD, 0.0), frame.right_at(0.0, FOLD)].map(super::paint::Step::Line);
    path.steps.splice(1..2, cut);
    path
}

fn body(card: Card<'_>, frame: Frame, surface: &mut impl Surface) {
    let path = outline(card.outline, frame);
    surface.fill(depth::BODY, &path, ground(card.tone));
    let dash = (card.outline == Outline::Unknown).then_some([4.0 * frame.scale, 3.0 * frame.scale]);
    let pen = Pen { ink: border(card.tone), width: frame.scale, dash };
    surface.stroke(depth::BORDER, &path, pen);
    match card.outline {
        Outline::Release | Outline::Bundle | Outline::Platform => stripe(card.tone, frame, surface),
        Outline::Customization | Outline::Unknown => {}
    }
    if card.outline == Outline::Bundle {
        let fold = [frame.right_at(FOLD, 0.0), frame.right_at(FOLD, FOLD), frame.right_at(0.0, FOLD)];
        surface.fill(depth::INSIDE, &Path::polygon(&fold), Ink::Canvas);
        surface.stroke(depth::BORDER, &Path::open(&fold), Pen::solid(border(card.tone), frame.scale));
    }
    if card.outline == Outline::Platform {
        let line = Path::line(frame.at(6.0, CARD_HEIGHT - 3.0), frame.right_at(6.0, CARD_HEIGHT - 3.0));
        surface.stroke(depth::INSIDE, &line, Pen::solid(border(card.tone), frame.scale));
    }
}

fn stripe(tone: Tone, frame: Frame, surface: &mut impl Surface) {
    let mut rect = frame.rect;
    rect.max.x = rect.min.x + 4.0 * frame.scale;
    let radius = 4.0 * frame.scale;
    surface.fill(depth::INSIDE, &Path::rounded(rect, [radius, 0.0, 0.0, radius]), tone.ink());
}

/// The middle of the icon.
const ICON: (f32, f32) = (21.0, 23.0);

fn icon(tone: Tone, frame: Frame, surface: &mut impl Surface) {
    status_icon(tone, frame.at(ICON.0, ICON.1), frame.scale, surface);
}

/// Draws the icon of a status around a point; `scale` is pixels for each pixel of the icon, which is 18
/// pixels high. Also used for legends.
pub fn status_icon(tone: Tone, center: Point, scale: f32, surface: &mut impl Surface) {
    let at = |x: f32, y: f32| Point::new(center.x + x * scale, center.y + y * scale);
    let pen = |ink| Pen::solid(ink, 1.7 * scale);
    let sign = depth::SIGN;
    match tone {
        Tone::Ok => {
            surface.fill(depth::INSIDE, &Path::circle(center, 8.5 * scale), tone.ground());
            surface.stroke(
                sign,
                &Path::open(&[at(-3.8, 0.2), at(-1.1, 3.0), at(3.9, -2.8)]),
                pen(tone.ink()),
            );
        }
        Tone::Pending => {
            let face = Path::circle(center, 7.6 * scale);
            surface.fill(depth::INSIDE, &face, tone.ground());
            surface.stroke(sign, &face, pen(tone.ink()));
            surface.stroke(sign, &Path::open(&[at(0.0, -4.2), at(0.0, 0.4), at(3.0, 2.2)]), pen(tone.ink()));
        }
        Tone::Failed => {
            surface.fill(depth::INSIDE, &Path::polygon(&octagon(at)), tone.ink());
            for side in [-1.0, 1.0] {
                let stroke = Path::line(at(-3.1 * side, -3.1), at(3.1 * side, 3.1));
                surface.stroke(sign, &stroke, Pen::solid(Ink::Card, 2.0 * scale));
            }
        }
        Tone::Recalled | Tone::Carrier => {
            let ring = match tone {
                Tone::Recalled => Path::circle(center, 7.6 * scale),
                _ => Path::polygon(&[at(-6.6, -6.6), at(6.6, -6.6), at(6.6, 6.6), at(-6.6, 6.6)]),
            };
            surface.fill(depth::INSIDE, &ring, tone.ground());
            surface.stroke(sign, &ring, pen(tone.ink()));
            surface.stroke(sign, &Path::line(at(-5.3, -5.3), at(5.3, 5.3)), pen(tone.ink()));
        }
        // The marks of verdicts: a filled diamond, a triangle, a question mark in a ring.
        Tone::Failing => {
            let diamond = [at(0.0, -8.6), at(8.6, 0.0), at(0.0, 8.6), at(-8.6, 0.0)];
            surface.fill(depth::INSIDE, &Path::polygon(&diamond), tone.ink());
            exclaim(&at, scale, Ink::Card, surface);
        }
        Tone::AtRisk => {
            let triangle = Path::polygon(&[at(0.0, -7.6), at(8.0, 6.4), at(-8.0, 6.4)]);
            surface.fill(depth::INSIDE, &triangle, tone.ground());
            surface.stroke(sign, &triangle, pen(tone.ink()));
            exclaim(&at, scale, tone.ink(), surface);
        }
        Tone::Unclear => {
            let ring = Path::circle(center, 7.8 * scale);
            surface.fill(depth::INSIDE, &ring, tone.ground());
            surface.stroke(sign, &ring, Pen::solid(tone.ink(), 1.4 * scale));
            question(&at, scale, tone.ink(), surface);
        }
        Tone::Vain => {
            let dash = Some([2.4 * scale, 2.2 * scale]);
            let ring = Pen { ink: tone.ink(), width: 1.4 * scale, dash };
            surface.stroke(sign, &Path::circle(center, 7.8 * scale), ring);
            for side in [-1.0, 1.0] {
                let stroke = Path::line(at(-2.6 * side, -2.6), at(2.6 * side, 2.6));
                surface.stroke(sign, &stroke, Pen::solid(tone.ink(), 1.5 * scale));
            }
        }
        Tone::Unknown => {
            let dash = Some([2.4 * scale, 2.2 * scale]);
            let ring = Pen { ink: tone.ink(), width: 1.4 * scale, dash };
            surface.stroke(sign, &Path::circle(center, 7.8 * scale), ring);
            question(&at, scale, tone.ink(), surface);
        }
    }
}

fn question(at: &impl Fn(f32, f32) -> Point, scale: f32, ink: Ink, surface: &mut impl Surface) {
    let hook = Path {
        steps: vec![
            super::paint::Step::Move(at(-2.3, -2.0)),
            super::paint::Step::Cubic(at(-2.3, -5.2), at(2.5, -5.0), at(2.3, -1.9)),
            super::paint::Step::Cubic(at(2.1, -0.3), at(0.0, -0.2), at(0.0, 1.6)),
        ],
    };
    surface.stroke(depth::SIGN, &hook, Pen::solid(ink, 1.5 * scale));
    surface.fill(depth::SIGN, &Path::circle(at(0.0, 4.2), 1.05 * scale), ink);
}

fn exclaim(at: &impl Fn(f32, f32) -> Point, scale: f32, ink: Ink, surface: &mut impl Surface) {
    surface.stroke(depth::SIGN, &Path::line(at(0.0, -3.4), at(0.0, 1.4)), Pen::solid(ink, 1.7 * scale));
    surface.fill(depth::SIGN, &Path::circle(at(0.0, 4.0), 1.1 * scale), ink);
}

fn octagon(at: impl Fn(f32, f32) -> Point) -> [Point; 8] {
    let (near, far) = (3.5, 8.4);
    [
        at(-near, -far),
        at(near, -far),
        at(far, -near),
        at(far, near),
        at(near, far),
        at(-near, far),
        at(-far, near),
        at(-far, -near),
    ]
}

const fn run(at: Point, face: Face, size: f32, ink: Ink, anchor: Anchor) -> Run {
    Run { at, face, size, ink, anchor }
}

fn name_line(card: Card<'_>, frame: Frame, taken: f32, measure: &impl Measure, surface: &mut impl Surface) {
    let room = frame.width() - TEXT_LEFT - PADDING - room_with_gap(taken) - name_margin(card.outline);
    let shown = cut(card.name, room + SLACK, Face::Name, measure);
    let text = shown.as_deref().unwrap_or(card.name);
    let size = Face::Name.size() * frame.scale;
    surface.text(text, run(frame.at(TEXT_LEFT, BASE_LINES[0]), Face::Name, size, Ink::Text, Anchor::Start));
}

/// The version is what tells two cards apart, so it is written whole; the word of the status, which the icon
/// says too, takes what is left.
fn version_line(
    card: Card<'_>,
    word: Option<&str>,
    frame: Frame,
    taken: f32,
    measure: &impl Measure,
    surface: &mut impl Surface,
) {
    let size = Face::Version.size() * frame.scale;
    let room = frame.width() - TEXT_LEFT - PADDING - room_with_gap(taken) + SLACK;
    let shown = cut(card.version, room, Face::Version, measure);
    let version = shown.as_deref().unwrap_or(card.version);
    let mut left = TEXT_LEFT;
    if !version.is_empty() && version != "…" {
        let base = frame.at(left, BASE_LINES[1]);
        surface.text(version, run(base, Face::Version, size, Ink::Muted, Anchor::Start));
        left += measure.width(version, Face::Version) + SEPARATOR;
    }
    let rest = room + TEXT_LEFT - left;
    let fits = |word: &&str| rest >= SHORTEST_WORD || measure.width(word, Face::Version) <= rest;
    let Some(word) = word.filter(fits) else { return };
    let shown = cut(word, rest, Face::Version, measure);
    if left > TEXT_LEFT {
        let dot = Path::circle(frame.at(left - SEPARATOR / 2.0, BASE_LINES[1] - 4.0), 1.3 * frame.scale);
        surface.fill(depth::SIGN, &dot, Ink::Muted);
    }
    let base = frame.at(left, BASE_LINES[1]);
    let text = shown.as_deref().unwrap_or(word);
    surface.text(text, run(base, Face::Version, size, card.tone.ink(), Anchor::Start));
}

/// The count of folded nodes; gives the width it took.
fn fold_badge(card: Card<'_>, frame: Frame, measure: &impl Measure, surface: &mut impl Surface) -> f32 {
    let width = fold_width(card, measure);
    if card.folded > 0 {
        let pill = Rect {
            min: frame.right_at(PADDING - 3.0 + width, 8.0),
            max: frame.right_at(PADDING - 3.0, 24.0),
        };
        surface.fill(depth::INSIDE, &Path::rounded(pill, [8.0 * frame.scale; 4]), Ink::UnknownGround);
        let base = Point::new(pill.center().x, frame.at(0.0, 20.0).y);
        let size = Face::Badge.size() * frame.scale;
        surface.text(&fold_text(card), run(base, Face::Badge, size, Ink::Text, Anchor::Middle));
    }
    width
}

/// The counts of neighbours, from the right end leftwards; gives the width they took.
fn badges(
    card: Card<'_>,
    flow: Flow,
    frame: Frame,
    measure: &impl Measure,
    surface: &mut impl Surface,
) -> f32 {
    let base = BASE_LINES[1];
    let size = Face::Badge.size() * frame.scale;
    let Badges { marks, counts, width } = Badges::of(card, measure);
    for (text, start, end) in marks.iter().flatten() {
        let pill = pill(frame, *start, *end);
        surface.fill(depth::INSIDE, &Path::rounded(pill, [5.0 * frame.scale; 4]), Ink::UnknownGround);
        let at = Point::new(pill.center().x, frame.at(0.0, base).y);
        surface.text(text, run(at, Face::Badge, size, Ink::Accent, Anchor::Middle));
    }
    let [needed_by, depends_on] = counts;
    if let Some((text, start, _)) = depends_on {
        arrow(frame.right_at(PADDING + start, base - 4.0), flow, frame.scale, surface);
        let at = frame.right_at(PADDING + start + ARROW, base);
        surface.text(&text, run(at, Face::Badge, size, Ink::Muted, Anchor::End));
    }
    if let Some((text, start, end)) = needed_by {
        let at = frame.right_at(PADDING + start, base);
        surface.text(&text, run(at, Face::Badge, size, Ink::Muted, Anchor::End));
        arrow(frame.right_at(PADDING + end - ARROW + 3.0, base - 4.0), flow, frame.scale, surface);
    }
    width
}

/// A small arrow along the flow, its tip at a point: before a count for what comes in, behind it for what
/// goes out.
fn arrow(tip: Point, flow: Flow, scale: f32, surface: &mut impl Surface) {
    // As it lies along x, then turned about its middle if the flow goes down.
    let at = |x: f32, y: f32| match flow {
        Flow::LeftToRight => Point::new(tip.x + x * scale, tip.y + y * scale),
        Flow::TopToBottom => Point::new(tip.x - (4.5 + y) * scale, tip.y + (x + 4.5) * scale),
    };
    let pen = Pen::solid(Ink::Muted, 1.2 * scale);
    surface.stroke(depth::SIGN, &Path::line(at(-8.5, 0.0), at(-0.5, 0.0)), pen);
    surface.stroke(depth::SIGN, &Path::open(&[at(-3.2, -2.8), at(-0.3, 0.0), at(-3.2, 2.8)]), pen);
}

/// The sign of a difference: plus, minus, or a wave, on a disc at the corner.
fn difference(role: Role, frame: Frame, surface: &mut impl Surface) {
    let at = |x: f32, y: f32| frame.at(x, y);
    let sign: &[[Point; 2]] = match role {
        Role::Added => &[[at(-3.5, 0.0), at(3.5, 0.0)], [at(0.0, -3.5), at(0.0, 3.5)]],
        Role::Removed => &[[at(-3.5, 0.0), at(3.5, 0.0)]],
        Role::Changed => &[[at(-3.2, -1.8), at(3.2, -1.8)], [at(-3.2, 1.8), at(3.2, 1.8)]],
        _ => return,
    };
    surface.fill(depth::RING, &Path::circle(at(0.0, 0.0), 7.5 * frame.scale), role.ink());
    for line in sign {
        let pen = Pen::solid(Ink::Card, 1.6 * frame.scale);
        surface.stroke(depth::BADGE, &Path::line(line[0], line[1]), pen);
    }
}
