//! The releases of a manifest in time: one line of a product each, from its first release to its end.

use super::manifest::Shown;
use super::place;
use super::session::Session;
use super::time::day;
use crate::json::ValueId;
use crate::manifest::{Life, Line, Release, Timeline};
use crate::order;
use crate::session::Action;
use crate::stamp::Stamp;
use crate::text::visible;
use leptos::prelude::*;

/// How many lines of products are drawn at first.
const FIRST_LINES: usize = 40;
/// How many releases are listed at first.
const FIRST_ROWS: usize = 100;
const YEAR_MILLIS: i64 = 31_556_952_000;
/// Support that ends within so many milliseconds ends soon (90 days), as [`Life`] says it.
const SOON_MILLIS: i64 = 90 * 86_400_000;

/// Lines of products as a picture, then every release as a list, the newest first.
pub fn timeline(session: Session, shown: &Shown) -> impl IntoView + use<> {
    let timeline = Timeline::new(&shown.manifest);
    let today = timeline.percent(session.now_millis());
    let count = timeline.lines.len();
    let limit = RwSignal::new(FIRST_LINES);
    let years = years(&timeline);
    let legend = legend(session, shown, &timeline);
    let lines = {
        let (timeline, shown) = (timeline, shown.clone());
        move || {
            let lines = timeline.lines.iter().take(limit.get());
            lines.map(|line| draw_line(session, &shown, &timeline, line)).collect_view()
        }
    };
    view! {
        <div class="page timeline">
            <section class="card timeline-card">
                {legend}
                <div class="timeline-line timeline-scale" aria-hidden="true">
                    <span></span>
                    <div class="timeline-track">
                        {years}
                        <span class="timeline-today" style:inset-inline-start=format!("{today}%") title=session.t("today")></span>
                    </div>
                </div>
                {lines}
                {more(session, limit, count)}
            </section>
            {list(session, shown)}
        </div>
    }
}

fn more(session: Session, limit: RwSignal<usize>, count: usize) -> AnyView {
    let button = move || {
        (count > limit.get()).then(|| view! {
            <p class="timeline-more"><button class="button small" on:click=move |_| limit.update(|limit| *limit *= 4)>{session.tr("show-more", &[("count", (count - limit.get()).into())])}</button></p>
        })
    };
    button.into_any()
}

fn years(timeline: &Timeline) -> impl IntoView + use<> {
    let year = |millis: i64| 1970 + millis.div_euclid(YEAR_MILLIS);
    let (first, last) = (year(timeline.from_millis), year(timeline.to_millis));
    let step = ((last - first) / 10).max(1);
    let years = (first + 1..=last).filter(|year| (year - first) % step == 0).take(24);
    years
        .filter_map(|year| {
            let at = Stamp::read(&format!("{year:04}-01-01")).order_millis()?;
            // The last stretch has no room for a number.
            (timeline.percent(at) < 95.0).then_some(())?;
            Some(view! { <span class="timeline-year" style:inset-inline-start=format!("{}%", timeline.percent(at))>{year}</span> })
        })
        .collect_view()
}

fn draw_line(session: Session, shown: &Shown, timeline: &Timeline, line: &Line) -> impl IntoView + use<> {
    let first = line.releases.first().map_or(timeline.from_millis, |(at, _)| *at);
    let last = line.releases.last().map_or(first, |(at, _)| *at);
    let end = line.ends_millis.unwrap_or(last).max(last);
    let (start, stop) = (timeline.percent(first), timeline.percent(end));
    let has_ended = line.ends_millis.is_some_and(|end| end <= session.now_millis());
    let source = shown.source;
    let end_mark = line.ends_millis.map(|end| end_mark(session, shown, line, (end, timeline.percent(end))));
    let dots = line
        .releases
        .iter()
        .filter_map(|(at, place)| {
            let release = shown.manifest.releases.get(*place as usize)?;
            let (name, at_place) = (visible(&release.name()).into_owned(), release.at);
            let title = match &release.released {
                Some(date) => format!("{name} · {}", date.utc_text().chars().take(10).collect::<String>()),
                None => name,
            };
            Some(view! {
                <button class="timeline-dot" class:is-closed=release.applicable == Some(false) title=title.clone() aria-label=title.clone()
                    style:inset-inline-start=format!("{}%", timeline.percent(*at)) on:click=move |_| place::open(session, source, at_place)></button>
            })
        })
        .collect_view();
    view! {
        <div class="timeline-line">
            <strong class="clip">{visible(&line.name).into_owned()}</strong>
            <div class="timeline-track">
                <span class="timeline-bar" class:has-ended=has_ended class:is-open=line.ends_millis.is_none()
                    style:inset-inline-start=format!("{start}%") style:width=format!("{}%", (stop - start).max(0.4))></span>
                {dots}
                {end_mark}
            </div>
        </div>
    }
}

/// The end of support of a line: a stroke with its month, and the day in a sentence.
fn end_mark(session: Session, shown: &Shown, line: &Line, (end, percent): (i64, f64)) -> AnyView {
    let releases = line.releases.iter().filter_map(|(_, place)| shown.manifest.releases.get(*place as usize));
    let mut stamps = releases.map(|release| Stamp::read(&release.eol));
    let date =
        stamps.find(|stamp| stamp.order_millis() == Some(end)).map(|stamp| stamp.utc_text().into_owned());
    let date: String = date.unwrap_or_default().chars().take(10).collect();
    let month: String = date.chars().take(7).collect();
    let left = end - session.now_millis();
    let (class, id) = match left {
        ..=0 => ("timeline-end has-ended", "timeline-ended"),
        1..SOON_MILLIS => ("timeline-end is-soon", "timeline-ends"),
        _ => ("timeline-end", "timeline-ends"),
    };
    let words = session.tr(id, &[("line", line.name.clone().into()), ("date", date.into())]);
    let title = words.clone();
    view! {
        <span class=class style:inset-inline-start=format!("{percent}%") title=title>
            <span aria-hidden="true">{month}</span><span class="visually-hidden">{words}</span>
        </span>
    }
    .into_any()
}

/// What the marks mean, those that are there.
fn legend(session: Session, shown: &Shown, timeline: &Timeline) -> AnyView {
    let now = session.now_millis();
    let releases = || {
        let places = timeline.lines.iter().flat_map(|line| &line.releases);
        places.filter_map(|(_, place)| shown.manifest.releases.get(*place as usize))
    };
    let is_closed = |release: &Release| release.applicable == Some(false);
    let lines = || timeline.lines.iter().map(|line| line.ends_millis);
    let keys = [
        (releases().any(|release| !is_closed(release)), "timeline-key-dot", "release"),
        (releases().any(is_closed), "timeline-key-dot is-closed", "closed"),
        (lines().any(|end| end.is_some_and(|end| end > now)), "timeline-key-bar", "supported"),
        (lines().any(|end| end.is_some_and(|end| end <= now)), "timeline-key-bar has-ended", "ended"),
        (lines().any(|end| end.is_none()), "timeline-key-bar is-open", "unsaid"),
        (true, "timeline-key-today", "today"),
    ];
    let keys = keys.into_iter().filter(|(is_there, ..)| *is_there);
    let keys = keys.map(|(_, class, word)| {
        view! { <li class="legend-entry"><span class=class></span>{session.t(&format!("timeline-legend-{word}"))}</li> }
    });
    view! { <ul class="timeline-legend row wrap">{keys.collect_view()}</ul> }.into_any()
}

fn list(session: Session, shown: &Shown) -> impl IntoView + use<> {
    let mut releases: Vec<&Release> = shown.manifest.releases.iter().collect();
    let millis = |release: &Release| release.released.as_ref().and_then(Stamp::order_millis);
    order::sort_by_key(&mut releases, |release| std::cmp::Reverse(millis(release)));
    let find = session.state.with_untracked(|state| state.find.to_lowercase());
    let found = releases.into_iter();
    let found = found.filter(|release| find.is_empty() || release.name().to_lowercase().contains(&find));
    let places: Vec<ValueId> = found.map(|release| release.at).collect();
    let count = places.len();
    let limit = RwSignal::new(FIRST_ROWS);
    let shown = shown.clone();
    let rows = move || {
        let of = |at: &ValueId| shown.manifest.releases.iter().find(|release| release.at == *at);
        let shown_places = places.iter().take(limit.get());
        shown_places.filter_map(of).map(|release| row(session, &shown, release)).collect_view()
    };
    view! {
        <div class="scroll-x card">
            <table class="plain">
                <thead><tr>
                    <th>{session.t("release")}</th><th>{session.t("released")}</th><th>{session.t("end-of-support")}</th>
                    <th>{session.t("from-version")}</th><th>{session.t("notes")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {more(session, limit, count)}
        </div>
    }
}

fn row(session: Session, shown: &Shown, release: &Release) -> impl IntoView + use<> {
    let life = Life::of(&release.eol, session.now_millis());
    let recalled = session.recalls.with_untracked(|recalls| release.recalled_bundles(recalls).count());
    let (from, key) = (release.min_compatible.clone(), release.version.clone());
    view! {
        <tr>
            <td>{place::place_link(session, shown.source, release.at, &release.name())}</td>
            <td>{release.released.as_ref().map(|date| day(session, date))}</td>
            <td class:is-past=life == Life::Ended>{(!release.eol.is_empty()).then(|| day(session, &Stamp::read(&release.eol)))}</td>
            <td><code>{visible(&from).into_owned()}</code></td>
            <td class="row wrap">
                {(recalled > 0).then(|| view! { <span class="badge is-recalled">{session.tr("column-recalled", &[("count", recalled.into())])}</span> })}
                {(release.applicable == Some(false)).then(|| view! { <span class="badge is-failed" title=visible(&release.not_applicable_reason).into_owned()>{session.t("not-applicable-short")}</span> })}
                <button class="a-link small" on:click=move |_| { session.act(Action::To(key.to_string())); session.act(Action::Open(crate::session::View::Move)); }>{session.t("way-there")}</button>
            </td>
        </tr>
    }
}
