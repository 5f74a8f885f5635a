//! A Cloud Foundation release as its manifest has it: whether to move to it, and all that belongs to it.

use super::bom;
use super::icon::{self, icon};
use super::item::verdict_of;
use super::link::link;
use super::markup::markup;
use super::place::{place_link, pointer_link};
use super::recalls::answer_badge;
use super::session::Session;
use super::time::day;
use super::ways::{advised, bundle_link};
use crate::excerpt::Excerpt;
use crate::graph::Node;
use crate::graph::Status as Shape;
use crate::json::ValueId;
use crate::manifest::safety::{About, Check, Safe, checks, safe};
use crate::manifest::{Manifest, NamedBundle, Release, concerns};
use crate::session::safe::{answer, words};
use crate::session::sentence::unmatched_words;
use crate::session::{Action, View};
use crate::source::SourceId;
use crate::stamp::Stamp;
use crate::text::visible;
use crate::verdict::Standing;
use leptos::prelude::*;

/// How many entries of a list are drawn before "show all".
const FIRST: usize = 12;

/// Everything about a release that its own fields do not say at a glance.
pub fn release(session: Session, node: &Node) -> Option<AnyView> {
    let place = *node.places.first()?;
    let manifests = session.manifests.get();
    let (source, manifest) = manifests.iter().find(|(source, _)| *source == place.source)?;
    let release = manifest.releases.iter().find(|release| release.at == place.at)?;
    let source = *source;
    Some(
        view! {
            {safety(session, node, release)}
            {facts(session, release)}
            {describe(session, release)}
            {bom::upgrade_order(session, release)}
            {bundles(session, source, release)}
            {updates(session, source, release)}
            {bom::lines(session, release)}
            {beside(session, source, manifest, release)}
        }
        .into_any(),
    )
}

/// Whether it is safe to move there, and what was looked at.
fn safety(session: Session, node: &Node, release: &Release) -> AnyView {
    let found = session.recalls.with(|recalls| checks(release, recalls, session.now_millis()));
    let verdict = session.find(&node.key).and_then(|id| verdict_of(session, id));
    let standing = verdict.as_ref().map_or(Standing::Unknown, |verdict| verdict.standing);
    let answer = answer(standing, &found);
    let words = session.with_texts(|texts| words(texts, answer, &found));
    // What the checks do not see (another document, a request that failed) the verdict says.
    let beyond = verdict.filter(|_| answer < safe(&found)).map(|verdict| {
        view! { <p class=format!("check {}", tone(answer))>{icon(shape(answer))}<span class="break">{session.sentence(&verdict)}</span></p> }
    });
    let count = found.len();
    let limit = RwSignal::new(FIRST);
    let reason = visible(&release.not_applicable_reason).into_owned();
    let date = release.eol.clone();
    let to = release.version.clone();
    let lines = move || {
        let shown = found.iter().take(limit.get());
        shown.map(|check| draw_check(session, check, &reason, &date)).collect_view()
    };
    view! {
        <section class="stack tight safety">
            <h3 class="minor">{session.t("safe-question")}</h3>
            <p class=format!("safety-answer {}", tone(answer))>{icon(shape(answer))}<strong>{words}</strong></p>
            {beyond}
            <ul>{lines}</ul>
            {more(session, limit, count)}
            <button class="a-link small" on:click=move |_| { session.act(Action::To(to.to_string())); session.act(Action::Open(View::Move)); }>{session.t("way-there")}</button>
        </section>
    }
    .into_any()
}

fn more(session: Session, limit: RwSignal<usize>, count: usize) -> impl IntoView + use<> {
    move || {
        (count > limit.get()).then(|| view! {
            <button class="a-link small" on:click=move |_| limit.set(usize::MAX)>{session.tr("show-all", &[("count", count.into())])}</button>
        }.into_any())
    }
}

const fn tone(safe: Safe) -> &'static str {
    match safe {
        Safe::No => "is-failed",
        Safe::Unsaid => "is-unknown",
        Safe::WithCare => "is-pending",
        Safe::Yes => "is-ok",
    }
}

const fn shape(safe: Safe) -> &'static str {
    icon::of_status(match safe {
        Safe::No => Shape::Failed,
        Safe::Unsaid => Shape::Unknown,
        Safe::WithCare => return icon::WARNING,
        Safe::Yes => Shape::Ok,
    })
}

fn draw_check(session: Session, check: &Check, reason: &str, date: &str) -> AnyView {
    let (words, links) = match &check.about {
        About::Recalled { id, answer, targets } => {
            let lead = advised(session, id, *answer);
            let targets = targets.ids.iter().take(3).map(|id| bundle_link(session, id)).collect_view();
            let links = view! { {bundle_link(session, id)}{icon(icon::OUT)}{answer_badge(session, *answer)}{targets} };
            (session.tr("check-recalled", &[("answer", lead.into())]), links.into_any())
        }
        About::LooksRecalled { id, like } => {
            let links = view! { {bundle_link(session, id)}"≈"{bundle_link(session, like)} };
            (session.t("check-looks-recalled"), links.into_any())
        }
        about => (plain(session, about, reason, date), ().into_any()),
    };
    view! {
        <li class=format!("check {}", tone(check.safe))>
            {icon(shape(check.safe))}
            <div class="stack tight"><span class="break"><span class="visually-hidden">{session.t(&format!("safe-{}", check.safe.word()))}": "</span>{words}</span><div class="row wrap">{links}</div></div>
        </li>
    }
    .into_any()
}

fn plain(session: Session, about: &About, reason: &str, date: &str) -> String {
    match about {
        About::Applicable(Some(true)) => session.t("check-applicable"),
        About::Applicable(Some(false)) if reason.trim().is_empty() => session.t("not-applicable-short"),
        About::Applicable(Some(false)) => session.tr("not-applicable", &[("reason", reason.into())]),
        About::Applicable(None) => session.t("check-applicable-unsaid"),
        About::Life(life) => {
            let date = super::time::day_text(date);
            session.tr(&format!("check-life-{}", life.word()), &[("date", date.into())])
        }
        About::RecallsUnsaid => session.t("rule-recalls-unknown"),
        About::NoBundles => session.t("rule-names-nothing"),
        About::Unmatched(found) => {
            session.with_texts(|texts| unmatched_words(texts, "rule-unmatched", found))
        }
        About::NoneRecalled(count) => session.tr("check-none-recalled", &[("count", (*count).into())]),
        About::Recalled { .. } | About::LooksRecalled { .. } => String::new(),
    }
}

/// When it came, how long it is supported, and from which versions it may be reached.
fn facts(session: Session, release: &Release) -> AnyView {
    let fact = |id: &str, value: AnyView| {
        view! { <div class="fields-row"><dt class="fields-label">{session.t(id)}</dt><dd class="fields-value">{value}</dd></div> }
    };
    let code = |text: &str| {
        (!text.is_empty()).then(|| view! { <code>{visible(text).into_owned()}</code> }.into_any())
    };
    let released = release.released.as_ref().map(|date| day(session, date).into_any());
    let ends = (!release.eol.is_empty()).then(|| day(session, &Stamp::read(&release.eol)).into_any());
    view! {
        <dl class="fields">
            {released.map(|value| fact("released", value))}
            {ends.map(|value| fact("end-of-support", value))}
            {code(&release.min_compatible).map(|value| fact("from-version", value))}
            {code(&release.min_installer).map(|value| fact("least-installer", value))}
        </dl>
    }
    .into_any()
}

fn describe(session: Session, release: &Release) -> Option<AnyView> {
    (!release.description.trim().is_empty()).then(|| {
        view! {
            <section class="stack tight"><h3 class="minor">{session.t("field-description")}</h3>{markup(session, &release.description)}</section>
        }
        .into_any()
    })
}

/// Patch bundles of the release and of its SKUs.
fn bundles(session: Session, source: SourceId, release: &Release) -> Option<AnyView> {
    let all = release.distinct_bundles();
    let drawn = all.iter().take(60).map(|named| draw_bundle(session, source, release, named));
    let rest = all.len().saturating_sub(60);
    let without = all.iter().filter(|named| named.bundle.id.is_none()).count();
    let counts = [("count", (all.len() - without).into()), ("without", without.into())];
    (!all.is_empty()).then(|| {
        view! {
            <section class="stack tight">
                <h3 class="minor">{session.t("patch-bundles")} " " <span class="count">{session.tr(if without == all.len() { "patch-bundles-without" } else { "patch-bundles-count" }, &counts)}</span></h3>
                <ul class="named-list">{drawn.collect_view()}</ul>
                {(rest > 0).then(|| view! { <span class="count">{session.tr("and-more", &[("count", rest.into())])}</span> })}
            </section>
        }
        .into_any()
    })
}

fn draw_bundle(session: Session, source: SourceId, release: &Release, named: &NamedBundle<'_>) -> AnyView {
    let bundle = named.bundle;
    let words = |name: &Excerpt| match release.component(name) {
        Some(line) if !line.public_name.is_empty() => format!("{} {}", line.public_name, line.version),
        Some(line) => format!("{name} {}", line.version),
        None => name.to_string(),
    };
    let elements = bundle.elements.iter().map(words).collect::<Vec<_>>().join(", ");
    let id = match &bundle.id {
        Some(id) => bundle_link(session, id),
        None => view! { <span class="note">{session.t("cannot-be-matched")}</span> }.into_any(),
    };
    let from = (!bundle.cumulative_from.is_empty())
        .then(|| session.tr("can-be-taken-from", &[("version", bundle.cumulative_from.as_str().into())]));
    let badges = [bundle.kind.as_str(), bundle.version.as_str()];
    let badges = named.skus.iter().copied().chain(badges).filter(|text| !text.is_empty());
    let badges = badges.map(|text| view! { <span class="badge outline">{visible(text).into_owned()}</span> });
    view! {
        <li class="named-entry">
            <strong class="break">{visible(&elements).into_owned()}</strong>
            <div class="row wrap">{id}</div>
            <div class="row wrap">{badges.collect_view()}{from.map(|from| view! { <span class="count">{from}</span> })}</div>
            {named.places.iter().map(|at| pointer_link(session, source, *at)).collect_view()}
        </li>
    }
    .into_any()
}

fn updates(session: Session, source: SourceId, release: &Release) -> Option<AnyView> {
    let drawn = release.updates.iter().take(60).map(|update| {
        let name = [update.product.as_str(), update.base_version.as_str(), update.id.as_str()].join(" ");
        view! {
            <li class="named-entry">
                <div class="row wrap"><strong class="break">{visible(name.trim()).into_owned()}</strong>{update.released.as_ref().map(|date| day(session, date))}</div>
                {(!update.address.is_empty()).then(|| link(session, &update.address, None))}
                {pointer_link(session, source, update.at)}
            </li>
        }
    });
    (!release.updates.is_empty()).then(|| {
        view! {
            <section class="stack tight">
                <h3 class="minor">{session.t("list-updates")} " " <span class="count">{release.updates.len()}</span></h3>
                <ul class="named-list">{drawn.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// What the manifest says of it beside its releases: async patches, SDDC Manager versions, mappings.
fn beside(session: Session, source: SourceId, manifest: &Manifest, release: &Release) -> AnyView {
    let patches = concerns::async_patches(manifest, release)
        .map(|patch| (patch.at, format!("{} {}", patch.component, patch.version)));
    let managers = concerns::sddc_manager_releases(manifest, release)
        .map(|manager| (manager.at, format!("SDDC Manager {}", manager.version)));
    let mappings = concerns::vvs_mappings(manifest, release)
        .map(|mapping| (mapping.at, format!("{} {}", mapping.path.join(" › "), mapping.aliases.join(", "))));
    view! {
        {list(session, source, "async-patches", patches.collect())}
        {list(session, source, "sddc-manager-releases", managers.collect())}
        {list(session, source, "vvs-mappings", mappings.collect())}
    }
    .into_any()
}

fn list(session: Session, source: SourceId, id: &str, entries: Vec<(ValueId, String)>) -> Option<AnyView> {
    let count = entries.len();
    let limit = RwSignal::new(FIRST);
    let title = session.t(&format!("list-{id}"));
    let lines = move || {
        let line = |(at, words): &(ValueId, String)| {
            view! { <li class="named-entry">{place_link(session, source, *at, words)}{pointer_link(session, source, *at)}</li> }
        };
        entries.iter().take(limit.get()).map(line).collect_view()
    };
    (count > 0).then(|| {
        view! {
            <section class="stack tight">
                <h3 class="minor">{title} " " <span class="count">{count}</span></h3>
                <ul class="named-list">{lines}</ul>
                {more(session, limit, count)}
            </section>
        }
        .into_any()
    })
}
