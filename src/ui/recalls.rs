//! Recalls: every recalled bundle with its answer, its final targets, and what still names it.

use super::chains::{PICTURE, chooser, pictured};
use super::figure::{Label, figure, label};
use super::icon::{self, icon};
use super::item::item_link;
use super::list::{List, Listed, list};
use super::oddities::{oddities, oddity_sentence};
use super::session::Session;
use super::states::{nothing_found, nothing_of_kind};
use super::take::take_later;
use crate::browser::pace::pace;
use crate::export::Table;
use crate::graph::NodeKey;
use crate::layout::Flow;
use crate::manifest::{Answer, Manifest, Named, RecallList, Spot};
use crate::order;
use crate::pace::Pace;
use crate::session::Action;
use crate::session::sentence::whole_advice;
use crate::text::visible;
use crate::ui::erased::{effect, memo};
use leptos::html::Div;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Recalled ids with their answers, most urgent first.
pub type Rows = Vec<(Answer, Arc<str>)>;

/// The height of a row, in pixels: a name and an id, and beside them two lines of words.
const ROW_HEIGHT: f64 = 72.0;
/// On a narrow screen the words stand below.
const NARROW_ROW_HEIGHT: f64 = 104.0;

/// The colour of an answer, as a class, and its icon.
pub const fn answer_mark(answer: Answer) -> (&'static str, &'static str) {
    match answer {
        Answer::Move => ("is-ok", icon::OUT),
        Answer::MoveOther | Answer::MoveInPart => ("is-pending", icon::OUT),
        Answer::Wait => ("is-pending", icon::of_status(crate::graph::Status::Pending)),
        Answer::Withdrawn => ("is-failed", icon::of_status(crate::graph::Status::Recalled)),
        Answer::Contradictory | Answer::Circular | Answer::Unclear => ("is-recalled", icon::WARNING),
        Answer::Unrecalled => ("is-ok", icon::of_status(crate::graph::Status::Ok)),
        Answer::Unknown | Answer::Unsaid => ("is-unknown", icon::of_status(crate::graph::Status::Unknown)),
    }
}

/// An answer as icon and word.
pub fn answer_badge(session: Session, answer: Answer) -> impl IntoView + use<> {
    let (class, path) = answer_mark(answer);
    view! { <span class=format!("badge {class}")>{icon(path)}{session.t(&format!("answer-{}", answer.word()))}</span> }
}

/// The parts of the view: word in the address.
const PARTS: [&str; 3] = ["list", PICTURE, "oddities"];

/// The view of all recalls.
pub fn recalls(session: Session) -> impl IntoView {
    let all: Memo<Listed<Rows>> = memo(move |_| {
        let recalls = session.recalls.get();
        let mut rows = recalls.recalled().map(|id| (recalls.answer(id), Arc::clone(id))).collect::<Rows>();
        // They come in the order of their text, which equals keep.
        order::sort_by_key(&mut rows, |(answer, _)| urgency(*answer));
        Listed::new(rows)
    });
    let part = session.slice(|state| {
        let part = state.part.split('/').next();
        PARTS.into_iter().find(|one| Some(*one) == part).unwrap_or(PARTS[0])
    });
    let none = memo(move |_| {
        all.with(|rows| rows.is_empty()).then(|| match session.recalls.with(|recalls| recalls.list()) {
            RecallList::Empty => "recalls-empty",
            RecallList::Absent => "recalls-absent",
            RecallList::Nameless => "recalls-nameless",
            _ => "recalls-unusable",
        })
    });
    view! {
        <div class="recalls">
            {move || match none.get() {
                Some(id) => nothing_of_kind(session, id).into_any(),
                None => view! {
                    {tabs(session, part)}
                    {move || match part.get() {
                        PICTURE => picture(session, all),
                        "oddities" => oddities(session),
                        _ => rows(session, all),
                    }}
                }.into_any(),
            }}
        </div>
    }
}

fn tabs(session: Session, part: Memo<&'static str>) -> AnyView {
    let tab = move |one: &'static str| {
        let word = if one == PARTS[0] { String::new() } else { one.to_owned() };
        view! {
            <button role="tab" aria-selected=move || (part.get() == one).to_string()
                on:click=move |_| session.act(Action::Part(word.clone()))>{session.t(&format!("recalls-{one}"))}</button>
        }
    };
    view! { <div class="tabs" role="tablist" aria-label=session.t("view-recalls")>{PARTS.into_iter().map(tab).collect_view()}</div> }
        .into_any()
}

/// The picture of one chain, over the whole width.
fn picture(session: Session, all: Memo<Listed<Rows>>) -> AnyView {
    let shown = pictured(session, all);
    let place = NodeRef::<Div>::new();
    let is_wide = RwSignal::new(true);
    effect(move |_| {
        if let Some(element) = place.get() {
            is_wide.set(f64::from(element.client_width()) > 640.0);
        }
    });
    let draw = move |id: Arc<str>| {
        let answer = session.recalls.with(|recalls| recalls.answer(&id));
        let flow = if is_wide.get() { Flow::LeftToRight } else { Flow::TopToBottom };
        let lead = session.t(&format!("answer-{}-lead", answer.word()));
        view! {
            <div class="row wrap">{answer_badge(session, answer)}<code class="break">{visible(&id).into_owned()}</code></div>
            <p class="muted">{lead}</p>
            {figure(session, &id, flow)}
        }
    };
    view! { <div class="page picture" node_ref=place><h2 class="visually-hidden">{session.t("recalls-picture")}</h2>{chooser(session, all, shown)}{move || shown.get().map(draw)}</div> }.into_any()
}

/// Every recalled bundle as a row.
fn rows(session: Session, all: Memo<Listed<Rows>>) -> AnyView {
    let only = RwSignal::new(None::<Answer>);
    let shown: Memo<Listed<Rows>> = memo(move |_| {
        let (graph, found, only) = (session.graph.get(), session.found.get(), only.get());
        let is_found = |id: &str| graph.find(&NodeKey::bundle(id)).is_some_and(|id| found.has(id));
        let passes = |row: &&(Answer, Arc<str>)| {
            only.is_none_or(|only| row.0 == only) && (!found.is_asked() || is_found(&row.1))
        };
        Listed::new(all.with(|rows| rows.iter().filter(passes).cloned().collect::<Rows>()))
    });
    view! {
        {move || head(session, &all.get(), only, shown)}
        {move || shown.with(|rows| rows.is_empty()).then(|| nothing_found(session))}
        {move || {
            let is_narrow = session.is_narrow.get();
            list(List {
                count: Signal::derive(move || shown.with(|rows| rows.len())),
                row_height: if is_narrow { NARROW_ROW_HEIGHT } else { ROW_HEIGHT },
                reveal: Signal::derive(|| None),
                stop: None,
                label: session.t("view-recalls"),
                row: move |rows: &Rows, at: usize| rows.get(at).map(|(answer, id)| row(session, *answer, id, is_narrow)),
            }, shown)
        }}
    }
    .into_any()
}

/// Its place among the answers, most urgent first.
fn urgency(answer: Answer) -> usize {
    Answer::RECALLED.iter().position(|one| *one == answer).unwrap_or(Answer::RECALLED.len())
}

fn head(
    session: Session,
    rows: &[(Answer, Arc<str>)],
    only: RwSignal<Option<Answer>>,
    shown: Memo<Listed<Rows>>,
) -> impl IntoView + use<> {
    let mut counts = BTreeMap::<(usize, Answer), usize>::new();
    for (answer, _) in rows {
        *counts.entry((urgency(*answer), *answer)).or_default() += 1;
    }
    let chips = counts
        .into_iter()
        .map(|((_, answer), count)| {
            view! {
                <button class="chip" aria-pressed=move || (only.get() == Some(answer)).to_string()
                    on:click=move |_| only.update(|only| *only = if *only == Some(answer) { None } else { Some(answer) })>
                    {answer_badge(session, answer)}<span class="count">{count}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <header class="board-head">
            <h2>{session.tr("recalls-lead", &[("count", rows.len().into())])}</h2>
            <div class="row wrap">
                <div class="row wrap grow">{chips}</div>
                {take_later(session, "recalls", move || Box::pin(table(session, shown.get_untracked())))}
            </div>
        </header>
    }
}

/// What to do about a bundle, in the words of its verdict.
fn advised(session: Session, id: &str) -> String {
    let (graph, recalls, board) =
        (session.graph.get_untracked(), session.recalls.get_untracked(), session.board.get_untracked());
    session.with_texts(|texts| whole_advice(texts, &graph, &recalls, &board, id))
}

fn row(session: Session, answer: Answer, id: &str, is_narrow: bool) -> impl IntoView + use<> {
    let key = NodeKey::bundle(id);
    let wanted = key.clone();
    let is_selected = session.slice(move |state| state.selected.as_ref() == Some(&wanted));
    let (targets, carriers) =
        session.recalls.with_untracked(|recalls| (recalls.targets(id), recalls.carriers(id).count()));
    let Label { contents, place } = label(session, id);
    let named = if place.is_empty() { unnamed(session, id, carriers) } else { place };
    let title = named.clone();
    let open = key.clone();
    let (taken, beside) = targets.parts();
    let is_told = is_narrow || taken.is_empty();
    let words = is_told.then(|| advised(session, id));
    let linked = if is_told { &[] } else { taken };
    let target_links = linked
        .iter()
        .take(2)
        .filter_map(|target| {
            let key = NodeKey::bundle(target);
            session.graph.with_untracked(|graph| graph.find(&key)).map(|id| item_link(session, id))
        })
        .collect_view();
    let rest = linked.len().saturating_sub(2);
    let beside = (!is_told).then(|| beside_words(session, beside.len()));
    view! {
        <div class="recall-row" class:row-selected=move || is_selected.get() on:click=move |_| session.act(Action::Select(open.clone()))>
            <span class="recall-answer">{answer_badge(session, answer)}</span>
            <button class="recall-id" on:click=move |_| session.act(Action::Select(key.clone()))>
                {if contents.is_empty() { view! {
                    <code class="clip">{visible(id).into_owned()}</code>
                    <span class="clip muted small">{session.t("recall-in-no-release")}</span>
                }.into_any() } else { view! {
                    <strong class="clip">{contents}</strong>
                    <code class="clip muted">{visible(id).into_owned()}</code>
                }.into_any() }}
            </button>
            <span class="recall-targets">
                {words.map(|words| { let title = words.clone(); view! { <span class="recall-advice muted" title=title>{words}</span> } })}
                {target_links}
                {(rest > 0).then(|| view! { <span class="count">{session.tr("and-more", &[("count", rest.into())])}</span> })}
                {beside}
            </span>
            <span class="count recall-carriers" title=title>
                {named}
            </span>
        </div>
    }
}

/// Where no release names a bundle: which one names one that looks like it, or how often it is named elsewhere.
fn unnamed(session: Session, id: &str, carriers: usize) -> String {
    let near = session.recalls.with_untracked(|recalls| recalls.near(id));
    let mut places = near.iter().filter(|near| !near.recalled).map(|near| label(session, &near.id).place);
    match places.find(|place| carriers == 0 && !place.is_empty()) {
        Some(place) => session.tr("named-alike", &[("place", place.into())]),
        None => session.tr("still-named-by", &[("count", carriers.into())]),
    }
}

/// How many replacements there are beside those for the same component.
pub fn beside_words(session: Session, count: usize) -> Option<AnyView> {
    let words = (count > 0).then(|| session.tr("targets-beside", &[("count", count.into())]))?;
    let title = words.clone();
    Some(view! { <span class="count clip" title=title>{words}</span> }.into_any())
}

/// Every recalled bundle with all that is said of it, for a ticket or a sheet.
async fn table(session: Session, rows: Listed<Rows>) -> Table {
    let pace = pace();
    let head =
        ["finding", "bundle", "component", "named-by", "targets", "target-contents", "oddities", "place"];
    let mut table = Table::new(session.t("view-recalls"), head.map(|id| session.t(id)));
    let recalls = session.recalls.get_untracked();
    let contents = |id: &str| label(session, id).contents;
    let odd = odd_by_subject(session, pace).await;
    for (answer, id) in rows.iter() {
        pace.turn().await;
        let ends = recalls.targets(id).ids;
        let targets: Vec<String> = ends.iter().map(ToString::to_string).collect();
        let held: Vec<String> = ends.iter().map(|id| contents(id)).collect();
        let entries = recalls.spots(id).into_iter().map(|spot| (Some(spot), String::new()));
        let subjects = entries.chain([(None, id.to_string())]);
        let odd: Vec<&str> = subjects.filter_map(|subject| odd.get(&subject)).map(String::as_str).collect();
        table.push([
            session.t(&format!("answer-{}", answer.word())),
            id.to_string(),
            contents(id),
            carriers(session, id).join("; "),
            targets.join(" "),
            held.join("; "),
            odd.join(" "),
            places(session, id).join(" "),
        ]);
    }
    table
}

/// What is odd about entries and about ids, in sentences, found once for the whole table.
async fn odd_by_subject(session: Session, pace: Pace) -> BTreeMap<(Option<Spot>, String), String> {
    let mut all: BTreeMap<(Option<Spot>, String), String> = BTreeMap::new();
    let recalls = session.recalls.get_untracked();
    for oddity in recalls.oddities_paced(pace).await {
        pace.turn().await;
        let subject = match &oddity.id {
            Some(id) => (None, id.to_string()),
            None => (Some(oddity.spot), String::new()),
        };
        let words = all.entry(subject).or_default();
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&oddity_sentence(session, &oddity));
    }
    all
}

/// The releases that still name a bundle.
fn carriers(session: Session, id: &str) -> Vec<String> {
    let manifests = session.manifests.get_untracked();
    let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
    let mut places: Vec<String> = session.recalls.with_untracked(|recalls| {
        let named = recalls.carriers(id).filter_map(|carrier| Named::of(&all, carrier));
        named.map(|named| if named.release.is_some() { named.place() } else { named.contents() }).collect()
    });
    places.sort();
    places.dedup();
    places
}

/// The entries that recall it, as pointers into their documents.
fn places(session: Session, id: &str) -> Vec<String> {
    let manifests = session.manifests.get_untracked();
    let entries = session.recalls.with_untracked(|recalls| recalls.entries(id));
    let pointer = |(manifest, entry): &(u32, u32)| {
        let (source, manifest) = manifests.get(*manifest as usize)?;
        let source = untrack(|| session.source(*source))?;
        let recall = manifest.recalls.get(*entry as usize)?;
        Some(format!("{}#{}", source.title, source.document.pointer(recall.at)))
    };
    entries.iter().filter_map(pointer).collect()
}
