//! The raw view: a document as it was given, with folding, search, a copy button and jumps to a place.

use super::icon::{self, icon};
use super::list::{List, Listed, list_at_third};
use super::session::Session;
use crate::json::{Document, Kind, Value, ValueId};
use crate::session::raw::{Line, Part, first_unfolded, lines, search, unfold_at, unfold_to};
use crate::text::visible;
use crate::ui::erased::{effect, memo};
use leptos::html::Div;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The height of a line, in pixels.
const LINE_HEIGHT: f64 = 20.0;
/// How many lines are open at first.
const FIRST_LINES: usize = 400;
/// How many lines of a value are open when one is led to it.
const LED_TO_LINES: usize = 40;
/// How many characters of one text are drawn; the copy button takes all.
const LONGEST_TEXT: usize = 400;
/// How many matches a search stops at.
const MOST_MATCHES: usize = 10_000;

/// The raw view of the value at `root`; `place` is what is highlighted and scrolled to.
pub fn raw(
    session: Session,
    document: &Arc<Document>,
    root: ValueId,
    place: Option<ValueId>,
) -> impl IntoView + use<> {
    let start = document.value(root);
    let mut open = first_unfolded(start, FIRST_LINES);
    if let Some(place) = place {
        unfold_at(document, place, LED_TO_LINES, &mut open);
    }
    let unfolded = RwSignal::new(open);
    let found = RwSignal::new(Vec::<ValueId>::new());
    let at_match = RwSignal::new(0_usize);
    let marked = RwSignal::new(place);
    let wants_focus = RwSignal::new(place.is_some());
    let shown = {
        let document = Arc::clone(document);
        memo(move |_| unfolded.with(|unfolded| Listed::new(lines(document.value(root), unfolded))))
    };
    let spot =
        move |id: ValueId| shown.with_untracked(|lines| lines.iter().position(|line| line.value == id));
    // Found when one is led there, and not again because something is folded above.
    let reveal = RwSignal::new(place.and_then(spot));
    let within = memo(move |_| marked.get().map(|marked| shown.with(|lines| extent(lines, marked))));
    let jump = {
        let document = Arc::clone(document);
        move |id: ValueId| {
            unfolded.update(|open| unfold_to(&document, id, open));
            marked.set(Some(id));
            reveal.set(spot(id));
        }
    };
    let find = {
        let (document, jump) = (Arc::clone(document), jump.clone());
        move |words: String| {
            found.set(search(document.value(root), &words, MOST_MATCHES));
            at_match.set(0);
            if let Some(first) = found.with_untracked(|found| found.first().copied()) {
                jump(first);
            }
        }
    };
    let step = move |by: isize| {
        let count = found.with_untracked(Vec::len);
        if count > 0 {
            let next = (at_match.get_untracked() as isize + by).rem_euclid(count as isize) as usize;
            at_match.set(next);
            if let Some(id) = found.with_untracked(|found| found.get(next).copied()) {
                jump(id);
            }
        }
    };
    let step_back = step.clone();
    let copied = Arc::clone(document);
    let drawn = Arc::clone(document);
    view! {
        <div class="raw">
            <div class="raw-bar row">
                <input class="field" type="search" aria-label=session.t("raw-search") placeholder=session.t("raw-search")
                    on:change=move |event| find(event_target_value(&event)) />
                <span class="count nowrap">{move || matches_text(session, &found.get(), at_match.get())}</span>
                <button class="button quiet icon-only small" aria-label=session.t("previous-match") on:click=move |_| step_back(-1)>"↑"</button>
                <button class="button quiet icon-only small" aria-label=session.t("next-match") on:click=move |_| step(1)>"↓"</button>
                <button class="button quiet icon-only small" title=session.t("copy-raw") aria-label=session.t("copy-raw")
                    on:click=move |_| session.copy(session.secrets().known_masked(copied.value(root).raw()).into_owned())>{icon(icon::COPY)}</button>
            </div>
            {list_at_third(List {
                count: Signal::derive(move || shown.with(|lines| lines.len())),
                row_height: LINE_HEIGHT,
                reveal: reveal.into(),
                stop: None,
                label: session.t("raw-lines"),
                row: move |lines: &Vec<Line>, at| {
                    let line = lines.get(at).copied();
                    let is_within = move || within.get().is_some_and(|(first, last)| first < at && at <= last);
                    line.map(|line| {
                        let line = draw_line(session, &drawn, root, line, (unfolded, marked, wants_focus));
                        view! { <div class:is-within=is_within>{line}</div> }
                    })
                },
            }, shown)}
        </div>
    }
}

/// The first and the last line of a value.
fn extent(lines: &[Line], value: ValueId) -> (usize, usize) {
    let is_of = |line: &Line| line.value == value;
    let first = lines.iter().position(is_of).unwrap_or(usize::MAX);
    (first, lines.iter().rposition(is_of).unwrap_or_default())
}

fn matches_text(session: Session, found: &[ValueId], at: usize) -> String {
    match found.len() {
        0 => String::new(),
        count => session.tr("match-of", &[("at", (at + 1).into()), ("count", count.into())]),
    }
}

fn draw_line(
    session: Session,
    document: &Arc<Document>,
    root: ValueId,
    line: Line,
    (unfolded, marked, wants_focus): (RwSignal<BTreeSet<ValueId>>, RwSignal<Option<ValueId>>, RwSignal<bool>),
) -> impl IntoView + use<> {
    let value = document.value(line.value);
    let secrets = session.secrets();
    let quoted = |text: &str| quoted(&secrets.known_masked(text));
    let name = value.name().filter(|_| line.value != root && line.part != Part::Close);
    let name = name.map(|name| view! { <span class="raw-name">{quoted(&name)}</span> ": " });
    let (class, text) = text_of(session, value, line.part, quoted);
    let id = line.value;
    let can_fold = matches!(line.part, Part::Open | Part::Folded);
    let is_open = line.part == Part::Open;
    let fold = can_fold.then(|| {
        let label = session.t(if is_open { "fold" } else { "unfold" });
        view! {
            <button class="raw-fold" aria-expanded=is_open.to_string() aria-label=label
                on:click=move |_| unfolded.update(|open| if !open.remove(&id) { open.insert(id); })>
                {icon(if is_open { icon::DOWN } else { icon::RIGHT })}
            </button>
        }
    });
    let begins = line.part != Part::Close;
    let place = NodeRef::<Div>::new();
    if begins && marked.get_untracked() == Some(id) && wants_focus.get_untracked() {
        wants_focus.set(false);
        effect(move |_| {
            if let Some(line) = place.get() {
                let _ = line.focus();
            }
        });
    }
    view! {
        <div class="raw-line" node_ref=place tabindex="-1" class:is-marked=move || begins && marked.get() == Some(id)
            style:padding-inline-start=format!("{}px", 22 + 14 * usize::from(line.depth.min(60)))>
            {fold}
            <span>{name}<span class=class>{text}</span>{line.has_comma.then_some(",")}</span>
        </div>
    }
}

fn text_of(
    session: Session,
    value: Value<'_>,
    part: Part,
    quoted: impl Fn(&str) -> String,
) -> (&'static str, String) {
    let is_array = value.kind() == Kind::Array;
    match part {
        Part::Close => ("raw-bracket", if is_array { "]" } else { "}" }.to_owned()),
        Part::Open => ("raw-bracket", if is_array { "[" } else { "{" }.to_owned()),
        Part::Folded => {
            let count =
                session.tr(if is_array { "items" } else { "members" }, &[("count", value.len().into())]);
            ("raw-folded", if is_array { format!("[ {count} ]") } else { format!("{{ {count} }}") })
        }
        Part::Leaf => match value.kind() {
            Kind::String => ("raw-string", quoted(&value.as_text().unwrap_or_default())),
            Kind::Array => ("raw-bracket", "[]".to_owned()),
            Kind::Object => ("raw-bracket", "{}".to_owned()),
            _ => ("raw-word", value.shown().into_owned()),
        },
    }
}

fn quoted(text: &str) -> String {
    let short: String = text.chars().take(LONGEST_TEXT).collect();
    let dots = if short.len() < text.len() { "…" } else { "" };
    let escaped = short.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
    format!("\"{}{dots}\"", visible(&escaped))
}
