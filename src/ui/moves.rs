//! The way from the version that runs to a target: hops with their reasons, risks and bundles.

use super::hops::{back_text, block_text, floors_text, off_bom_text, risk_in_full, risk_in_list, risk_text};
use super::icon::{self, icon};
use super::late::{late, when_there};
use super::place::{self, place_link};
use super::session::Session;
use super::states::nothing_of_kind;
use super::take::take;
use super::ways::bundle_link;
use crate::browser::pace::pace;
use crate::export::Table;
use crate::manifest::inventory::{Boms, Index, read};
use crate::manifest::route::{
    BackInTime, Blocked, Fault, Fetch, Hop, OffBom, Plan, Question, Risk, Route, Stop, beginning_with, stops,
};
use crate::manifest::{Manifest, Recalls};
use crate::pace::{Pace, Work};
use crate::session::Action;
use crate::session::sentence::short_id;
use crate::source::SourceId;
use crate::text::visible;
use leptos::prelude::*;
use std::sync::Arc;

/// How many releases of one kind are listed before "show more".
const FIRST: usize = 40;

/// How many versions are offered to start from by one press.
const MOST_STARTS: usize = 8;
/// How many versions are offered while one is typed.
const MOST_OFFERED: usize = 200;

/// A plan with the manifests that it is about.
#[derive(Clone)]
struct Drawn {
    session: Session,
    manifests: Arc<Vec<(SourceId, Arc<Manifest>)>>,
    plan: Arc<Plan>,
    /// Where no manifest holds the version that runs: those that begin with what was typed.
    meant: Arc<Vec<Stop>>,
}

/// The view.
pub fn moves(session: Session) -> impl IntoView {
    let installed = session.installed;
    let ends = session.slice(|state| (state.from.clone(), state.to.clone()));
    let drawn = late(move || -> Work<Option<Drawn>> {
        let (from, to) = ends.get();
        if from.trim().is_empty() {
            Box::pin(std::future::ready(None))
        } else {
            draw(session, from, to, installed.get())
        }
    });
    view! {
        <div class="page move">
            <h2 class="visually-hidden">{session.t("view-move")}</h2>
            {move || session.manifests.with(|manifests| manifests.is_empty()).then(|| nothing_of_kind(session, "manifest"))}
            {move || (!session.manifests.with(|manifests| manifests.is_empty())).then(|| form(session, installed))}
            {when_there(session, drawn, move |found| match &*found {
                Some(drawn) => answer(drawn).into_any(),
                None => (!session.manifests.with(|manifests| manifests.is_empty())).then(|| view! {
                    <div class="empty">{icon(icon::OUT)}<h2>{session.t("move-start")}</h2><p>{session.t("move-start-lead")}</p>{starts(session)}</div>
                }).into_any(),
            })}
        </div>
    }
}

/// The newest releases that something newer follows: one press, and the moves from there are listed.
fn starts(session: Session) -> AnyView {
    let mut found = session.manifests.with(|manifests| {
        let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
        let newest = stops(&all).into_iter().rev().filter_map(|stop| stop.of(&all)).skip(1);
        newest.map(|release| (release.name(), release.version.clone())).take(MOST_STARTS).collect::<Vec<_>>()
    });
    found.reverse();
    let buttons = found.into_iter().map(|(name, version)| {
        view! { <button class="button small" on:click=move |_| session.act(Action::From(version.to_string()))>{name}</button> }
    });
    view! { <div class="row wrap starts" role="group" aria-label=session.t("move-start")>{buttons.collect_view()}</div> }
        .into_any()
}

fn draw(session: Session, from: String, to: String, list: String) -> Work<Option<Drawn>> {
    let (manifests, recalls) = (session.manifests.get().0, session.recalls.get());
    let now_millis = session.now_millis();
    Box::pin(async move {
        let pace = pace();
        let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
        let installed = installed(&all, &recalls, &list, pace).await;
        let question = Question { from, to, installed, now_millis };
        let plan = Arc::new(Plan::paced(&all, &recalls, &question, pace).await);
        let is_known = plan.start.is_some();
        let meant = if is_known { Vec::new() } else { beginning_with(&all, &question.from) };
        drop(all);
        Some(Drawn { session, manifests, plan, meant: Arc::new(meant) })
    })
}

/// The components that a list names.
async fn installed(
    manifests: &[&Manifest],
    recalls: &Recalls,
    list: &str,
    pace: Pace,
) -> Vec<(String, String)> {
    if list.trim().is_empty() {
        return Vec::new();
    }
    let boms = Arc::new(Boms::paced(manifests, recalls, pace).await);
    Index::of(boms, manifests, recalls).installed(&read(list, &|id| recalls.is_recalled(id)))
}

fn form(session: Session, installed: RwSignal<String>) -> impl IntoView {
    let field = |id: &'static str, example: &'static str, value: Memo<String>, act: fn(String) -> Action| {
        view! {
            <label class="stack tight"><span class="muted small">{session.t(id)}</span>
                <input class="field mono" type="text" list="move-versions" autocomplete="off" spellcheck="false" prop:value=move || value.get() placeholder=example
                    on:change=move |event| session.act(act(event_target_value(&event))) />
            </label>
        }
    };
    let (from, to) = (session.slice(|state| state.from.clone()), session.slice(|state| state.to.clone()));
    let options = session.manifests.with_untracked(|manifests| {
        let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
        let names = stops(&all).into_iter().rev().filter_map(|stop| stop.of(&all));
        // A help to type, and no list to choose from: any version can be typed.
        names
            .take(MOST_OFFERED)
            .map(|release| view! { <option value=release.version.to_string()>{release.name()}</option> })
            .collect_view()
    });
    view! {
        <form class="move-form" on:submit=move |event| event.prevent_default()>
            <datalist id="move-versions">{options}</datalist>
            {field("move-from", "5.2.1.0", from, Action::From)}
            <span class="move-arrow" aria-hidden="true">{icon(icon::OUT)}</span>
            {field("move-to", "9.0.2.0", to, Action::To)}
        </form>
        <details class="move-installed" open=!installed.with_untracked(String::is_empty)>
            <summary>{session.t("move-installed")}</summary>
            <p class="muted small">{session.t("move-installed-lead")}</p>
            <textarea class="field mono" rows="4" spellcheck="false" aria-label=session.t("move-installed") placeholder="NSX_T_MANAGER 4.2.3.3.0.25171318"
                prop:value=move || installed.get()
                on:change=move |event| installed.set(event_target_value(&event))></textarea>
        </details>
    }
}

fn answer(drawn: &Drawn) -> impl IntoView + use<> {
    let Drawn { session, plan, .. } = drawn;
    let session = *session;
    let is_meant = !drawn.meant.is_empty();
    let fault = plan.fault.filter(|fault| !(is_meant && *fault == Fault::OddStart));
    let fault = fault.map(|fault| match fault {
        Fault::OddStart => "move-odd-start",
        Fault::UnknownTarget => "move-unknown-target",
        Fault::TargetNotNewer => "move-not-newer",
    });
    let kept = StoredValue::new(drawn.clone());
    let has_target = plan.target.is_some();
    view! {
        {fault.map(|id| view! { <p class="banner is-pending" role="status">{icon(icon::WARNING)}{session.t(id)}</p> })}
        {is_meant.then(|| drawn.meant())}
        {(plan.start.is_none() && fault.is_none() && !is_meant).then(|| view! { <p class="banner is-unknown">{icon(icon::INFO)}{session.t("move-start-not-loaded")}</p> })}
        {(!plan.back_in_time.is_empty()).then(|| drawn.back_in_time(&plan.back_in_time))}
        {(has_target && fault.is_none()).then(|| drawn.routes(kept))}
        {(!has_target && fault.is_none() && !(is_meant && plan.direct.is_empty())).then(|| drawn.direct())}
        {(!plan.blocked.is_empty()).then(|| drawn.blocked())}
    }
}

impl Drawn {
    fn name(&self, stop: Stop) -> String {
        let manifest = self.manifests.get(stop.manifest as usize);
        let release = manifest.and_then(|(_, manifest)| manifest.releases.get(stop.release as usize));
        release.map(crate::manifest::Release::name).unwrap_or_default()
    }

    fn link(&self, stop: Stop) -> Option<impl IntoView + use<>> {
        let (source, manifest) = self.manifests.get(stop.manifest as usize)?;
        let release = manifest.releases.get(stop.release as usize)?;
        Some(place_link(self.session, *source, release.at, &release.name()))
    }

    /// The versions that may be meant by the beginning of one, newest first, each one press away.
    fn meant(&self) -> AnyView {
        let session = self.session;
        let buttons = self.meant.iter().rev().take(FIRST).map(|stop| {
            let name = self.name(*stop);
            let version = name.rsplit(' ').next().unwrap_or_default().to_owned();
            view! { <button class="button small" on:click=move |_| session.act(Action::From(version.clone()))>{name}</button> }
        });
        view! {
            <section class="banner is-unknown move-meant" role="status">{icon(icon::INFO)}
                <div class="grow stack tight">
                    <p>{session.t("move-meant")}</p>
                    <div class="row wrap">{buttons.collect_view()}</div>
                </div>
            </section>
        }
        .into_any()
    }

    fn back_in_time(&self, found: &[BackInTime]) -> impl IntoView + use<> {
        let session = self.session;
        let lines = found.iter().map(|back| view! { <li>{back_text(session, back)}</li> }).collect_view();
        view! {
            <section class="banner is-failed">{icon(icon::WARNING)}
                <div class="stack tight"><strong>{session.t("back-in-time")}</strong><p class="muted">{session.t("back-in-time-lead")}</p><ul>{lines}</ul></div>
            </section>
        }
    }

    fn routes(&self, kept: StoredValue<Self>) -> impl IntoView + use<> {
        let Plan { fewest_hops, fewest_risks, .. } = &*self.plan;
        match (fewest_hops, fewest_risks) {
            (None, None) => self.no_way(),
            (Some(one), Some(other)) if one == other => view! {
                <div class="routes">{self.route("route-best", one, kept, true)}</div>
            }
            .into_any(),
            (one, other) => {
                let hops = one.as_ref().map(|route| self.route("route-hops", route, kept, true));
                let risks = other.as_ref().map(|route| self.route("route-risks", route, kept, false));
                view! { <div class="routes is-two">{hops}{risks}</div> }.into_any()
            }
        }
    }

    /// That the target is blocked, by what, and the one release to take instead.
    fn no_way(&self) -> AnyView {
        let session = self.session;
        let name = self.plan.target.map(|target| self.name(target)).unwrap_or_default();
        let reasons = self.plan.blocked_target().map(|blocked| self.reasons(blocked)).unwrap_or_default();
        let reasons =
            reasons.into_iter().map(|words| view! { <li class="break">{words}</li> }).collect_view();
        let title = if self.plan.beyond.is_some() { "move-beyond" } else { "move-nearest" };
        let nearest = self.plan.advised().map(|stop| {
            let name = self.name(stop);
            let version = name.rsplit(' ').next().unwrap_or_default().to_owned();
            view! {
                <div class="row wrap">
                    <span>{session.t(title)}</span>
                    <strong>{self.link(stop)}</strong>
                    <button class="button small" on:click=move |_| session.act(Action::To(version.clone()))>{session.t("plan-this")}</button>
                </div>
            }
            .into_any()
        });
        let nearest = nearest.unwrap_or_else(|| view! { <p>{session.t("move-nearest-none")}</p> }.into_any());
        view! {
            <section class="verdict is-hit move-no-way">
                <h3>{session.tr("move-target-blocked", &[("name", name.into())])}</h3>
                <ul class="stack tight">{reasons}</ul>
                {nearest}
            </section>
        }
        .into_any()
    }

    /// What blocks a release, each reason once.
    fn reasons(&self, blocked: &Blocked) -> Vec<String> {
        distinct(blocked.reasons.iter().map(|reason| block_text(self.session, reason)))
    }

    fn route(
        &self,
        title: &str,
        route: &Route,
        kept: StoredValue<Self>,
        is_first: bool,
    ) -> impl IntoView + use<> {
        let session = self.session;
        let hops = route.hops.iter().map(|hop| self.hop(hop)).collect_view();
        let count =
            session.tr("route-size", &[("hops", route.hops.len().into()), ("risks", route.risks().into())]);
        let ids = route.ids();
        let many = ids.len();
        let ids = ids.join("\n");
        view! {
            <section class="card route">
                <header class="stack tight">
                    <h3>{session.t(title)}</h3>
                    <span class="count">{count}</span>
                </header>
                <ol class="hops">{hops}</ol>
                <footer class="row wrap">
                    <button class="button small" disabled=many == 0 on:click=move |_| session.copy(ids.clone())>{icon(icon::COPY)}{session.tr("copy-bundle-ids", &[("count", many.into())])}</button>
                    {take(session, "move-plan", move || kept.with_value(|drawn| drawn.table(is_first)))}
                </footer>
            </section>
        }
    }

    fn hop(&self, hop: &Hop) -> impl IntoView + use<> {
        let session = self.session;
        let risks = hop
            .risks
            .iter()
            .map(|risk| view! { <li class="note is-pending">{risk_text(session, risk)}</li> })
            .collect_view();
        let floor = floors_text(session, &hop.floors);
        let bundles = hop.bundles.iter().map(|bundle| fetch(session, hop, bundle)).collect_view();
        let count = hop.bundles.len();
        view! {
            <li class="hop">
                <div class="row wrap"><code>{visible(&hop.from).into_owned()}</code>{icon(icon::OUT)}<strong>{self.link(hop.to)}</strong></div>
                <p class="muted small break">{floor}</p>
                {(!hop.risks.is_empty()).then(|| view! { <ul class="stack tight">{risks}</ul> })}
                <details class="hop-bundles" open=count <= 6><summary>{session.tr("bundles-to-fetch", &[("count", count.into())])}</summary><ul>{bundles}</ul></details>
            </li>
        }
    }

    fn direct(&self) -> impl IntoView + use<> {
        let (session, drawn) = (self.session, self.clone());
        let count = self.plan.direct.len();
        let limit = RwSignal::new(FIRST);
        let is_unmatched = |hop: &Hop| hop.risks.iter().any(|risk| matches!(risk, Risk::Unmatched(_)));
        let is_unmatched = self.plan.direct.iter().any(is_unmatched);
        let rows = move || {
            let first = drawn.plan.direct.iter().rev().take(limit.get());
            first.map(|hop| drawn.direct_row(hop)).collect_view()
        };
        view! {
            <section class="stack">
                <h3>{session.t("move-direct")} " " <span class="count">{count}</span></h3>
                {is_unmatched.then(|| view! { <p class="note is-pending break">{session.t("risks-unmatched")}</p> })}
                {if count == 0 { view! { <p class="muted">{session.t("move-no-direct")}</p> }.into_any() } else { view! { <ul class="card lines">{rows}</ul> }.into_any() }}
                {more(session, limit, count)}
            </section>
        }
    }

    /// A release in reach, with what may go wrong on the way.
    fn direct_row(&self, hop: &Hop) -> AnyView {
        let session = self.session;
        let target = self.name(hop.to).rsplit(' ').next().unwrap_or_default().to_owned();
        let risks = distinct(hop.risks.iter().map(|risk| risk_in_list(session, risk)));
        let count = match risks.len() {
            0 => session.t("no-risks"),
            count => session.tr("risks-count", &[("count", count.into())]),
        };
        let risks =
            risks.into_iter().take(6).map(|words| view! { <li class="note is-pending break">{words}</li> });
        view! {
            <li class="lines-row">
                <strong>{self.link(hop.to)}</strong>
                <div class="stack tight grow"><span class="count">{count}</span><ul>{risks.collect_view()}</ul></div>
                <button class="button small" on:click=move |_| session.act(Action::To(target.clone()))>{session.t("plan-this")}</button>
            </li>
        }
        .into_any()
    }

    fn blocked(&self) -> impl IntoView + use<> {
        let (session, drawn) = (self.session, self.clone());
        let count = self.plan.blocked.len();
        let limit = RwSignal::new(FIRST);
        let rows = move || {
            let first = drawn.plan.blocked_first().take(limit.get());
            first.map(|blocked| drawn.blocked_row(blocked)).collect_view()
        };
        let first = self.plan.blocked_first().next();
        let reason =
            first.and_then(|first| Some((self.name(first.to), self.reasons(first).into_iter().next()?)));
        let reason =
            reason.map(|(name, reason)| view! { <span class="muted small break">{name}": "{reason}</span> });
        view! {
            <details class="card blocked">
                <summary><h3>{session.t("move-blocked")} " " <span class="count">{count}</span></h3>{reason}</summary>
                <ul>{rows}</ul>
                {more(session, limit, count)}
            </details>
        }
    }

    fn blocked_row(&self, blocked: &Blocked) -> AnyView {
        let reasons = self.reasons(blocked);
        let reasons = reasons
            .into_iter()
            .map(|words| view! { <li class="muted small break">{words}</li> })
            .collect_view();
        view! { <li class="blocked-row"><strong>{self.link(blocked.to)}</strong><ul>{reasons}</ul></li> }
            .into_any()
    }

    fn table(&self, is_first: bool) -> Table {
        let session = self.session;
        let head =
            ["step", "from", "to", "bundle", "component", "instead-of", "risks"].map(|id| session.t(id));
        let route = if is_first { self.plan.fewest_hops.as_ref() } else { self.plan.fewest_risks.as_ref() };
        let hops = route.map(|route| route.hops.as_slice()).unwrap_or_default();
        let title = match (hops.first(), hops.last()) {
            (Some(first), Some(last)) => format!("{} → {}", first.from, self.name(last.to)),
            _ => session.t("view-move"),
        };
        let mut table = Table::new(title, head);
        for (at, hop) in hops.iter().enumerate() {
            let risks =
                hop.risks.iter().map(|risk| risk_in_full(session, risk)).collect::<Vec<_>>().join(" ");
            let start = [(at + 1).to_string(), hop.from.clone(), self.name(hop.to)];
            if hop.bundles.is_empty() {
                table.push(start.iter().cloned().chain([
                    String::new(),
                    String::new(),
                    String::new(),
                    risks.clone(),
                ]));
            }
            for bundle in &hop.bundles {
                let rest = [
                    bundle.id.as_deref().unwrap_or_default().to_owned(),
                    bundle.elements.join(", "),
                    bundle.instead_of.join(", "),
                    risks.clone(),
                ];
                table.push(start.iter().cloned().chain(rest));
            }
        }
        table
    }
}

fn more(session: Session, limit: RwSignal<usize>, count: usize) -> AnyView {
    let button = move || {
        (count > limit.get()).then(|| view! {
            <button class="button small" on:click=move |_| limit.update(|limit| *limit *= 4)>{session.tr("show-more", &[("count", (count - limit.get()).into())])}</button>
        })
    };
    button.into_any()
}

fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}

fn fetch(session: Session, hop: &Hop, bundle: &Fetch) -> impl IntoView + use<> {
    // A bundle that is known is called by what it holds; one without an id has nothing else to be called by.
    let elements = bundle.id.is_none().then(|| visible(&bundle.elements.join(", ")).into_owned());
    let id = match &bundle.id {
        None => view! { <span class="faint">{session.t("no-bundle-id")}</span> }.into_any(),
        Some(id) => {
            let copied = id.clone();
            view! {
                {bundle_link(session, id)}
                <button class="button quiet icon-only small" title=session.t("copy-id") aria-label=session.t("copy-id") on:click=move |_| session.copy(copied.to_string())>{icon(icon::COPY)}</button>
            }
            .into_any()
        }
    };
    let instead = (!bundle.instead_of.is_empty()).then(|| {
        let ids = bundle.instead_of.iter().map(|id| short_id(id)).collect::<Vec<_>>().join(", ");
        view! { <span class="fetch-note count break">{session.tr("instead-of-bundle", &[("id", ids.into())])}</span> }
    });
    let is_of = |off: &&OffBom| bundle.id.as_deref() == Some(&*off.bundle);
    let off = hop.risks.iter().filter_map(|risk| if let Risk::OffBom(off) = risk { Some(off) } else { None });
    let off = off.filter(is_of).map(|off| off_bom_text(session, off));
    let off = distinct(off)
        .into_iter()
        .map(|words| view! { <span class="fetch-note count break">{words}</span> })
        .collect_view();
    let is_it = |risk: &Risk| matches!(risk, Risk::LooksRecalled { bundle: id, .. } if Some(id.as_str()) == bundle.id.as_deref());
    let alike = hop.risks.iter().any(is_it).then(
        || view! { <span class="badge is-at-risk">{icon(icon::WARNING)}{session.t("looks-recalled")}</span> },
    );
    view! { <li class="fetch row wrap">{elements.map(|elements| view! { <span class="badge outline clip">{elements}</span> })}{id}{alike}{instead}{off}</li> }
}

/// Opens a release of one of several manifests.
pub fn open_stop(session: Session, stop: Stop) {
    let found = session.manifests.with_untracked(|manifests| {
        let (source, manifest) = manifests.get(stop.manifest as usize)?;
        Some((*source, manifest.releases.get(stop.release as usize)?.at))
    });
    if let Some((source, at)) = found {
        place::open(session, source, at);
    }
}
