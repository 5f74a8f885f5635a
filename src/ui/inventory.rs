//! A pasted or dropped list, each line answered. Nothing of it leaves the page.

use super::icon::{self, icon};
use super::late::late;
use super::list::{List, Listed, list};
use super::moves::open_stop;
use super::place;
use super::recalls::{answer_badge, beside_words};
use super::session::Session;
use super::states::nothing_of_kind;
use super::take::take;
use super::ways::bundle_link;
use crate::browser::file;
use crate::browser::pace::pace;
use crate::export::Table;
use crate::graph::NodeKey;
use crate::manifest::inventory::{
    Asked, Boms, Candidate, Finding, Index, Kind, Match, Patch, Report, Row, read,
};
use crate::manifest::route::Stop;
use crate::manifest::{AsyncPatch, Carrier, Manifest, MentionedBy};
use crate::order;
use crate::pace::Work;
use crate::session::Action;
use crate::session::sentence::{advice, newer_words, short_id};
use crate::source::SourceId;
use crate::text::{Arg, visible};
use crate::ui::erased::memo;
use crate::version::Version;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The height of a row, in pixels: what was given, and three lines of words.
const ROW_HEIGHT: f64 = 72.0;
/// On a narrow screen: what was given, and four lines of words.
const NARROW_ROW_HEIGHT: f64 = 100.0;

/// How many of the versions that may be meant are named.
const POSSIBLE_NAMED: usize = 3;

/// The answers, shared by pointer.
#[derive(Clone, Default)]
struct Answers(Arc<Report>);

impl PartialEq for Answers {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The rows of a report that pass the filters, by their places in it.
struct Shown {
    report: Arc<Report>,
    rows: Vec<usize>,
}

/// The view.
pub fn inventory(session: Session) -> impl IntoView {
    let text = session.pasted;
    let only = RwSignal::new(None::<Kind>);
    let boms = late(move || boms(session));
    let found = late(move || report(session, text.get(), boms.get()));
    // The former answers stay until the new ones are there.
    let answers = memo(move |former: Option<&Answers>| {
        found.get().map(Answers).or_else(|| former.cloned()).unwrap_or_default()
    });
    let find = session.slice(|state| state.find.trim().to_lowercase());
    let shown: Memo<Listed<Shown>> = memo(move |_| {
        let (Answers(report), only, find) = (answers.get(), only.get(), find.get());
        let passes = |at: &usize| {
            let row = &report.rows[*at];
            only.is_none_or(|only| row.finding.kind() == only)
                && (find.is_empty() || row.entry.given.to_lowercase().contains(&find))
        };
        let mut rows: Vec<usize> = (0..report.rows.len()).filter(passes).collect();
        order::sort_by_key(&mut rows, |at| (report.rows[*at].finding.kind(), *at));
        Listed::new(Shown { report, rows })
    });
    let is_over = RwSignal::new(false);
    view! {
        <div class="inventory" class:is-over=move || is_over.get()
            on:dragover=move |event| { event.prevent_default(); is_over.set(true); }
            on:dragleave=move |_| is_over.set(false)
            on:drop=move |event: DragEvent| { event.prevent_default(); is_over.set(false); take_drop(session, &event, text); }>
            {move || session.manifests.with(|manifests| manifests.is_empty()).then(|| nothing_of_kind(session, "manifest"))}
            <div class="inventory-in">
                <label class="stack tight">
                    <span class="row wrap"><strong>{session.t("inventory-paste")}</strong><span class="muted small">{session.t("inventory-private")}</span></span>
                    <textarea class="field mono" rows="5" spellcheck="false" prop:value=move || text.get()
                        placeholder=session.t("inventory-placeholder")
                        on:input=move |event| { only.set(None); text.set(event_target_value(&event)); }></textarea>
                </label>
                {move || text.with(|text| text.trim().is_empty()).then(|| view! {
                    <button class="button small" on:click=move |_| text.set(example(session))>{session.t("inventory-example")}</button>
                })}
            </div>
            {move || { let Answers(report) = answers.get(); (!report.rows.is_empty()).then(|| summary(session, &report, only, answers)) }}
            {move || rows(session, shown)}
        </div>
    }
}

fn rows(session: Session, shown: Memo<Listed<Shown>>) -> AnyView {
    let options = List {
        count: Signal::derive(move || shown.with(|shown| shown.rows.len())),
        row_height: if session.is_narrow.get() { NARROW_ROW_HEIGHT } else { ROW_HEIGHT },
        reveal: Signal::derive(|| None),
        stop: None,
        label: session.t("view-inventory"),
        row: move |shown: &Shown, at| {
            let row = shown.rows.get(at).and_then(|at| shown.report.rows.get(*at));
            row.map(|row| draw_row(session, row))
        },
    };
    list(options, shown)
}

fn boms(session: Session) -> Work<Boms> {
    let (manifests, recalls) = (session.manifests.get(), session.recalls.get());
    Box::pin(async move {
        let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
        Boms::paced(&all, &recalls, pace()).await
    })
}

fn report(session: Session, text: String, boms: Option<Arc<Boms>>) -> Work<Report> {
    let (manifests, recalls) = (session.manifests.get(), session.recalls.get());
    let Some(boms) = boms else { return Box::pin(std::future::ready(Report::default())) };
    Box::pin(async move {
        let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
        let knows = |id: &str| recalls.is_recalled(id) || recalls.carriers(id).next().is_some();
        Index::of(boms, &all, &recalls).report_paced(read(&text, &knows), pace()).await
    })
}

/// A few lines of what is loaded, so that one sees what may be pasted.
fn example(session: Session) -> String {
    let manifests = session.manifests.get_untracked();
    let mut lines: Vec<String> = session
        .recalls
        .with_untracked(|recalls| recalls.recalled().take(2).map(ToString::to_string).collect());
    let newest = manifests.iter().max_by_key(|(_, manifest)| manifest.sequence);
    if let Some(release) = newest.and_then(|(_, manifest)| manifest.releases.get(manifest.releases.len() / 2))
    {
        lines.extend(
            release
                .bundles
                .iter()
                .filter_map(|bundle| bundle.id.clone())
                .take(1)
                .map(|id| format!("bundle-{}.tar", id.to_uppercase())),
        );
        lines.extend(release.bom.iter().take(4).map(|line| format!("{} {}", line.name, line.version)));
    }
    lines.push("00000000-0000-4000-8000-000000000000".to_owned());
    lines.join("\n")
}

fn take_drop(session: Session, event: &DragEvent, text: RwSignal<String>) {
    let Some(transfer) = event.data_transfer() else { return };
    let (files, dropped) = file::of_drop(&transfer);
    if files.is_empty() {
        text.set(dropped.unwrap_or_default());
        return;
    }
    leptos::task::spawn_local(async move {
        let mut all = String::new();
        for one in files {
            match file::read(&one).await {
                Ok(bytes) => all.push_str(&String::from_utf8_lossy(&bytes)),
                Err(detail) => session.report(&one.name(), &detail),
            }
        }
        text.set(all);
    });
}

fn summary(
    session: Session,
    report: &Report,
    only: RwSignal<Option<Kind>>,
    answers: Memo<Answers>,
) -> impl IntoView + use<> {
    let chips = report
        .counts
        .iter()
        .map(|(kind, count)| {
            let (kind, count) = (*kind, *count);
            view! {
                <button class="chip" aria-pressed=move || (only.get() == Some(kind)).to_string()
                    on:click=move |_| only.update(|only| *only = if *only == Some(kind) { None } else { Some(kind) })>
                    {badge(session, kind)}<span class="count">{count}</span>
                </button>
            }
        })
        .collect_view();
    let floor = report.floor;
    let count = |kind: Kind| report.counts.get(&kind).copied().unwrap_or_default();
    let perhaps = count(Kind::PerhapsRecalled);
    let near = count(Kind::Near);
    let alike = (near > 0).then(|| session.tr("bom-alike", &[("count", near.into())]));
    let open = open_words(session, perhaps + count(Kind::Incomplete), perhaps);
    let open = [alike, open].into_iter().flatten().reduce(|one, other| format!("{one} {other}"));
    let recalled =
        [Kind::Recalled, Kind::WithRecalled].iter().filter_map(|kind| report.counts.get(kind)).sum();
    view! {
        <div class="inventory-summary stack">
            <div class="row wrap">
                <div class="row wrap grow">{chips}</div>
                {take(session, "inventory", move || table(session, &answers.get_untracked().0))}
            </div>
            {match &report.nearest {
                Some(nearest) => nearest_bom(session, nearest, floor, (recalled, open)).into_any(),
                None => open.map(|open| view! { <section class="verdict is-at-risk"><p>{open}</p></section> }).into_any(),
            }}
        </div>
    }
}

/// What is said of components whose version leaves open which one is meant.
fn open_words(session: Session, open: usize, perhaps: usize) -> Option<String> {
    let left_out = (open > 0).then(|| session.tr("bom-open", &[("count", open.into())]));
    let recalled = (perhaps > 0).then(|| session.tr("bom-open-recalled", &[("count", perhaps.into())]));
    let all: Vec<String> = left_out.into_iter().chain(recalled).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

fn nearest_bom(
    session: Session,
    nearest: &Match,
    floor: Option<Stop>,
    (recalled, open): (usize, Option<String>),
) -> impl IntoView + use<> {
    let name = name_of(session, nearest.release);
    let version = floor
        .map(|floor| name_of(session, floor))
        .map(|name| name.rsplit(' ').next().unwrap_or_default().to_owned());
    let count = nearest.deviations.len();
    let lines = nearest
        .deviations
        .iter()
        .take(40)
        .map(|found| {
            let args = [
                ("component", found.component.clone().into()),
                ("installed", found.installed.clone().into()),
                ("bom", found.in_bom.clone().into()),
            ];
            let id = if found.in_bom.is_empty() {
                "deviation-added".to_owned()
            } else {
                format!("deviation-{}", found.shift.word())
            };
            view! { <li class="break">{session.tr(&id, &args)}</li> }
        })
        .collect_view();
    let is_fine = count == 0 && recalled == 0 && open.is_none();
    let floor_words =
        floor.map(|floor| session.tr("inventory-floor", &[("release", name_of(session, floor).into())]));
    let release = nearest.release;
    view! {
        <section class=if is_fine { "verdict" } else { "verdict is-at-risk" }>
            <p><strong>{session.tr(if count == 0 { "bom-matches" } else { "bom-nearest" }, &[("release", name.into()), ("same", nearest.same.into()), ("count", count.into())])}</strong></p>
            {(recalled > 0).then(|| view! { <p>{session.tr("bom-recalled", &[("count", recalled.into())])}</p> })}
            {open.map(|words| view! { <p>{words}</p> })}
            {floor_words.map(|words| view! { <p>{words}</p> })}
            {(count > 0).then(|| view! { <details><summary>{session.tr("deviations", &[("count", count.into())])}</summary><ul>{lines}</ul></details> })}
            <div class="row wrap">
                <button class="a-link" on:click=move |_| open_stop(session, release)>{session.t("open-release")}</button>
                {version.map(|version| view! {
                    <button class="a-link" on:click=move |_| { session.act(Action::From(version.clone())); session.act(Action::Open(crate::session::View::Move)); }>{session.t("where-from-here")}</button>
                })}
            </div>
        </section>
    }
}

fn name_of(session: Session, stop: Stop) -> String {
    session
        .manifests
        .with_untracked(|manifests| {
            let (_, manifest) = manifests.get(stop.manifest as usize)?;
            manifest.releases.get(stop.release as usize).map(crate::manifest::Release::name)
        })
        .unwrap_or_default()
}

fn badge(session: Session, kind: Kind) -> impl IntoView + use<> {
    let (class, path) = match kind {
        Kind::Recalled | Kind::WithRecalled => ("is-recalled", icon::WARNING),
        Kind::PerhapsRecalled => ("is-pending", icon::WARNING),
        Kind::Near | Kind::Ambiguous | Kind::Incomplete | Kind::OutsideBoms => ("is-pending", icon::INFO),
        Kind::AsyncPatch => ("outline", icon::INFO),
        Kind::NotFound | Kind::Unclear | Kind::Unsaid => ("is-unknown", icon::HELP),
        Kind::InBoms | Kind::Release | Kind::Clear => ("is-ok", icon::of_status(crate::graph::Status::Ok)),
    };
    view! { <span class=format!("badge {class}")>{icon(path)}{session.t(&format!("finding-{}", kind.word()))}</span> }
}

fn draw_row(session: Session, row: &Row) -> impl IntoView + use<> {
    let words = row_sentence(session, row);
    let whole = row.meant.as_ref().map(|id| {
        let title = session.tr("finding-begins", &[("id", id.to_string().into())]);
        view! { " " <code class="faint" title=title>{id.to_string()}</code> }
    });
    let given = visible(&row.entry.given).into_owned();
    let targets = match &row.finding {
        Finding::Recalled { targets, .. } | Finding::Carried { targets, .. } => {
            let (taken, beside) = targets.parts();
            let links = taken.iter().take(2).map(|id| bundle_link(session, id));
            links.chain(beside_words(session, beside.len())).collect()
        }
        _ => Vec::new(),
    };
    let answer = match &row.finding {
        Finding::Recalled { answer, .. } | Finding::Carried { answer, .. } => {
            Some(answer_badge(session, *answer))
        }
        _ => None,
    };
    let finding = row.finding.clone();
    let asked = asked(row);
    let open = move |_| match (&finding, &asked) {
        (Finding::InBoms { releases, .. }, _) => {
            if let Some(stop) = releases.last() {
                open_stop(session, *stop);
            }
        }
        (Finding::OutsideBoms { nearest: stop, .. } | Finding::Release { release: stop, .. }, _) => {
            open_stop(session, *stop);
        }
        (Finding::AsyncPatch(patch), _) => open_patch(session, *patch),
        (Finding::Possible(all), _) => {
            let first = all.first();
            if let Some(id) = first.and_then(|one| one.bundles.first()) {
                select(session, id);
            } else if let Some(stop) = first.and_then(|one| one.releases.last()) {
                open_stop(session, *stop);
            }
        }
        (Finding::Near(near), _) => {
            let recalled = near.iter().find(|near| near.recalled);
            recalled.or(near.first()).into_iter().for_each(|near| select(session, &near.id));
        }
        (
            Finding::Carried { bundles: ids, .. }
            | Finding::Alike { bundles: ids, .. }
            | Finding::Ambiguous(ids, _),
            _,
        ) => {
            ids.first().into_iter().for_each(|id| select(session, id));
        }
        (_, Asked::Bundle(id)) => select(session, id),
        _ => {}
    };
    view! {
        <div class="inventory-row">
            <span class="count numbers">{(row.entry.line > 0).then_some(row.entry.line)}</span>
            <span class="inventory-badges">{badge(session, row.finding.kind())}</span>
            <button class="inventory-words" on:click=open>
                <span class="clip" title=given.clone()><code>{given.clone()}</code>{whole}</span>
                <span class="inventory-sentence muted" title=words.clone()>{words.clone()}</span>
            </button>
            <span class="inventory-targets">{answer}{targets}</span>
        </div>
    }
}

/// Something of an async patch.
fn patched<T>(session: Session, of: Patch, get: impl Fn(SourceId, &AsyncPatch) -> T) -> Option<T> {
    session.manifests.with_untracked(|manifests| {
        let (source, manifest) = manifests.get(of.manifest as usize)?;
        Some(get(*source, manifest.async_patches.get(of.patch as usize)?))
    })
}

fn open_patch(session: Session, patch: Patch) {
    if let Some((source, at)) = patched(session, patch, |source, patch| (source, patch.at)) {
        place::open(session, source, at);
    }
}

/// What was asked for, with the whole id where only its beginning was given.
fn asked(row: &Row) -> Asked {
    match &row.meant {
        Some(id) => Asked::Bundle(id.to_string()),
        None => row.entry.asked.clone(),
    }
}

fn select(session: Session, bundle: &str) {
    session.act(Action::Select(NodeKey::bundle(bundle)));
}

/// What a row says.
fn row_sentence(session: Session, row: &Row) -> String {
    match (&row.finding, asked(row)) {
        (Finding::Possible(all), asked) => possible(session, all, &asked),
        (Finding::Recalled { carriers, .. }, Asked::Bundle(id)) => {
            format!("{} {}", advised(session, &id), named_by(session, carriers))
        }
        (finding, _) => sentence(session, finding),
    }
}

/// The same where it stands alone, the whole id first where only its beginning was given.
fn whole_sentence(session: Session, row: &Row) -> String {
    let words = row_sentence(session, row);
    match &row.meant {
        Some(id) => format!("{} {words}", session.tr("finding-begins", &[("id", id.to_string().into())])),
        None => words,
    }
}

/// Which recalled bundles carry a component, and what to do about the first.
fn carried(session: Session, bundles: &[Arc<str>], releases: &[Stop]) -> String {
    let lead = session.tr("finding-carried-lead", &carried_args(session, bundles, releases));
    format!("{lead} {}", advised(session, bundles.first().map_or("", |id| &**id)))
}

fn carried_args(session: Session, bundles: &[Arc<str>], releases: &[Stop]) -> [(&'static str, Arg); 4] {
    let release = releases.last().map(|stop| name_of(session, *stop)).unwrap_or_default();
    [
        ("id", bundles.first().map(|id| short_id(id)).unwrap_or_default().into()),
        ("count", (bundles.len().saturating_sub(1)).into()),
        ("release", release.into()),
        ("releases", releases.len().into()),
    ]
}

/// Which versions may be meant, and what is missing to tell.
fn possible(session: Session, all: &[Candidate], asked: &Asked) -> String {
    let build = match asked {
        Asked::Component { version, .. } => Version::read(version).build(),
        _ => None,
    };
    if let (Some(_), [only]) = (build, all) {
        return session.tr("finding-possible-whole", &[("version", only.version.clone().into())]);
    }
    let words = |one: &Candidate| {
        let version = ("version", one.version.clone().into());
        match (one.is_recalled(), one.releases.last()) {
            (true, _) => session.tr("finding-possible-recalled", &[version]),
            (false, Some(stop)) => {
                session.tr("finding-possible-in", &[version, ("name", name_of(session, *stop).into())])
            }
            (false, None) => one.version.clone(),
        }
    };
    let named: Vec<String> = all.iter().take(POSSIBLE_NAMED).map(words).collect();
    let more = all.len() - named.len();
    // How many are recalled shows by itself where all of them are named.
    let recalled = if more > 0 { all.iter().filter(|one| one.is_recalled()).count() } else { 0 };
    let args = [("versions", named.join(", ").into()), ("more", more.into()), ("recalled", recalled.into())];
    session.tr("finding-possible-lead", &args)
}

/// What to do about a recalled bundle, and what to look at where there is nothing to move to.
fn advised(session: Session, bundle: &str) -> String {
    let (graph, recalls) = (session.graph.get_untracked(), session.recalls.get_untracked());
    let key = NodeKey::bundle(bundle);
    let board = session.board.get_untracked();
    let newer = graph.find(&key).and_then(|id| board.of(id)?.newer);
    let (advice, newer) = session.with_texts(|texts| {
        let newer = newer.map(|newer| newer_words(texts, &graph, newer)).unwrap_or_default();
        (advice(texts, &graph, &recalls, &board, bundle), newer)
    });
    format!("{advice} {newer}").trim_end().to_owned()
}

/// Who names a bundle: the first one, and how many more.
fn named_by(session: Session, carriers: &[Carrier]) -> String {
    match carriers {
        [] => session.t("named-by-none"),
        [one] => session.tr("named-by-one", &[("name", carrier(session, one).into())]),
        [one, rest @ ..] => session
            .tr("named-by-many", &[("name", carrier(session, one).into()), ("count", rest.len().into())]),
    }
}

/// What a finding says, in a sentence.
fn sentence(session: Session, finding: &Finding) -> String {
    let carriers = |carriers: &[Carrier]| named_by(session, carriers);
    match finding {
        // One that no id asked for.
        Finding::Recalled { answer, carriers: by, .. } => {
            format!("{} {}", session.t(&format!("answer-{}-lead", answer.word())), carriers(by))
        }
        Finding::Carried { bundles, releases, .. } => carried(session, bundles, releases),
        Finding::Alike { bundles, releases } => {
            session.tr("finding-alike-lead", &carried_args(session, bundles, releases))
        }
        Finding::Ambiguous(ids, count) => {
            let ids = ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            session.tr("finding-ambiguous-lead", &[("count", (*count).into()), ("ids", ids.into())])
        }
        Finding::Near(near) => {
            // Where one is recalled, the others are beside the point: they are not.
            let is_recalled = near.iter().any(|near| near.recalled);
            let meant = near.iter().filter(|near| near.recalled == is_recalled);
            let ids = meant.map(|near| near.id.to_string()).collect::<Vec<_>>().join(", ");
            let id = if is_recalled { "finding-near-recalled" } else { "finding-near-lead" };
            session.tr(id, &[("ids", ids.into())])
        }
        Finding::Clear(by) => carriers(by),
        Finding::Unsaid(by) => format!("{} {}", session.t("finding-unsaid-lead"), carriers(by)),
        Finding::NotFound => session.t("finding-not-found-lead"),
        Finding::InBoms { releases, .. } => {
            let name = releases.last().map(|stop| name_of(session, *stop)).unwrap_or_default();
            session
                .tr("finding-in-boms-lead", &[("name", name.into()), ("count", (releases.len() - 1).into())])
        }
        Finding::AsyncPatch(patch) => {
            let words = patched(session, *patch, |_, patch| format!("{} {}", patch.component, patch.version));
            session.tr("finding-async-patch-lead", &[("patch", words.unwrap_or_default().into())])
        }
        Finding::OutsideBoms { nearest, version, .. } => session.tr(
            "finding-outside-lead",
            &[("version", version.clone().into()), ("name", name_of(session, *nearest).into())],
        ),
        Finding::Release { release, recalled, alike, applicable } => {
            let id =
                if *applicable == Some(false) { "finding-release-closed" } else { "finding-release-lead" };
            let args = [("name", name_of(session, *release).into()), ("count", (*recalled).into())];
            let looks =
                (*alike > 0).then(|| session.tr("finding-release-alike", &[("count", (*alike).into())]));
            [Some(session.tr(id, &args)), looks].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Finding::Possible(all) => possible(session, all, &Asked::Unclear),
        Finding::Unclear => session.t("finding-unclear-lead"),
    }
}

fn carrier(session: Session, carrier: &Carrier) -> String {
    session
        .manifests
        .with_untracked(|manifests| {
            let (_, manifest) = manifests.get(carrier.manifest as usize)?;
            let release = |at: u32| manifest.releases.get(at as usize);
            match carrier.by {
                MentionedBy::Release { release: at, bundle } => {
                    let release = release(at)?;
                    let elements =
                        release.bundles.get(bundle as usize).map(|bundle| bundle.elements.join(", "));
                    Some(match elements.filter(|elements| !elements.is_empty()) {
                        Some(elements) => format!("{} ({elements})", release.name()),
                        None => release.name(),
                    })
                }
                MentionedBy::Sku { release: at, sku, .. } => {
                    let release = release(at)?;
                    let sku = release.skus.get(sku as usize).map(|sku| sku.name.as_str()).unwrap_or_default();
                    Some(format!("{} {sku}", release.name()))
                }
                MentionedBy::SddcManager(at) => manifest
                    .sddc_manager_releases
                    .get(at as usize)
                    .map(|release| format!("SDDC Manager {}", release.version)),
                MentionedBy::AsyncPatch(at) => manifest
                    .async_patches
                    .get(at as usize)
                    .map(|patch| format!("{} {}", patch.component, patch.version)),
                MentionedBy::Recalled(_) | MentionedBy::Replacement(_) => None,
            }
        })
        .unwrap_or_default()
}

fn table(session: Session, report: &Report) -> Table {
    let head = ["line", "given", "finding", "details", "targets"].map(|id| session.t(id));
    let mut table = Table::new(session.t("view-inventory"), head);
    for row in &report.rows {
        let targets = match &row.finding {
            Finding::Recalled { targets, .. } | Finding::Carried { targets, .. } => {
                targets.ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
            }
            _ => String::new(),
        };
        let finding = session.t(&format!("finding-{}", row.finding.kind().word()));
        table.push([
            row.entry.line.to_string(),
            row.entry.given.clone(),
            finding,
            whole_sentence(session, row),
            targets,
        ]);
    }
    table
}
