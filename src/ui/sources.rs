//! The start page: every way to open documents, and what is loaded.

use super::icon::{self, icon};
use super::session::{Incoming, Loading, Session, Stage};
use super::task::spawn_while;
use crate::browser::file::{self, File};
use crate::source::{Kind, Origin, Source};
use crate::ui::erased::{effect, memo};
use leptos::ev::DragEvent;
use leptos::html::{Input, Textarea};
use leptos::prelude::*;
use std::sync::Arc;

/// The start page.
pub fn page(session: Session) -> impl IntoView {
    let is_over = RwSignal::new(false);
    show_refused(session);
    view! {
        <div
            class="page start"
            class:is-over=move || is_over.get()
            on:dragover=move |event| { event.prevent_default(); is_over.set(true); }
            on:dragleave=move |_| is_over.set(false)
            on:drop=move |event: DragEvent| {
                event.prevent_default();
                is_over.set(false);
                if !session.hosting().is_readonly() {
                    take_drop(session, &event);
                }
            }
        >
            <header class="hero">
                <h1>{session.t("start-title")}</h1>
                <p class="muted">{session.t("start-lead")}</p>
            </header>
            {super::fault::failures(session)}
            {super::received::cards(session)}
            {move || (!session.hosting().is_readonly()).then(|| view! {
                <div class="ways">
                    {way_files(session)}
                    {way_sample(session)}
                    {way_address(session)}
                    {way_paste(session)}
                    {super::presets::presets(session)}
                </div>
            })}
            {loaded(session)}
            {super::offers::links(session)}
            <p class="faint small-print">{session.t("start-privacy")}</p>
        </div>
    }
}

fn way_files(session: Session) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    view! {
        <section class="way card way-files">
            {icon(icon::OPEN)}
            <h2 class="third">{session.t("open-files")}</h2>
            <p class="muted">{session.t("open-files-lead")}</p>
            <button class="button primary" on:click=move |_| { if let Some(input) = input.get_untracked() { input.click(); } }>
                {session.t("choose-files")}
            </button>
            <input
                node_ref=input
                type="file"
                multiple
                accept=".json,.txt,application/json,application/hal+json"
                class="visually-hidden"
                tabindex="-1"
                aria-hidden="true"
                on:change=move |_| {
                    if let Some(input) = input.get_untracked() {
                        let files = input.files().map(|list| file::of_list(&list)).unwrap_or_default();
                        take_files(session, files);
                        input.set_value("");
                    }
                }
            />
        </section>
    }
}

fn way_sample(session: Session) -> impl IntoView {
    view! {
        <section class="way card">
            {icon(icon::GRAPH)}
            <h2 class="third">{session.t("open-sample")}</h2>
            <p class="muted">{session.t("open-sample-lead")}</p>
            <button class="button" on:click=move |_| session.load_sample()>{session.t("open-sample-button")}</button>
        </section>
    }
}

fn way_address(session: Session) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let open = move || {
        let address = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        if !address.trim().is_empty() {
            session.load_address(&address);
        }
    };
    view! {
        <section class="way card">
            {icon(icon::LINK)}
            <h2 class="third">{session.t("open-address")}</h2>
            <p class="muted">{session.t("open-address-lead")}</p>
            <form class="row" on:submit=move |event| { event.prevent_default(); open(); }>
                <input node_ref=input class="field" type="text" inputmode="url" autocomplete="off" spellcheck="false"
                    aria-label=session.t("address") placeholder="https://" />
                <button class="button" type="submit">{session.t("open")}</button>
            </form>
        </section>
    }
}

fn way_paste(session: Session) -> impl IntoView {
    let area = NodeRef::<Textarea>::new();
    let is_blank = RwSignal::new(false);
    let open = move |_| {
        let Some(area) = area.get_untracked() else { return };
        let text = area.value();
        is_blank.set(text.trim().is_empty());
        if is_blank.get_untracked() {
            let _ = area.focus();
        } else {
            area.set_value("");
            session.forget_pasted();
            session.load(vec![pasted(session, text)]);
        }
    };
    view! {
        <section class="way card">
            {icon(icon::PASTE)}
            <h2 class="third">{session.t("open-paste")}</h2>
            <textarea node_ref=area class="field mono" rows="3" spellcheck="false" aria-label=session.t("open-paste")
                placeholder="{ … }" on:input=move |_| is_blank.set(false)></textarea>
            <p class="note is-pending" role="status">{move || is_blank.get().then(|| session.t("paste-blank"))}</p>
            <button class="button" on:click=open>{session.t("read-text")}</button>
        </section>
    }
}

/// Leads to the message when a text or file cannot be read, or an address not be had: it stands far above the
/// fields.
fn show_refused(session: Session) {
    let newest = memo(move |_| {
        session.loadings.with(|all| all.iter().rev().find(|one| is_refused(one)).map(|one| one.id))
    });
    effect(move |former: Option<Option<u32>>| {
        let now = newest.get();
        if now.is_some() && former.is_some_and(|former| former != now) {
            session.focus_soon(".fault");
        }
        now
    });
}

/// Whether this is a pasted text that could not be read.
fn is_pasted(session: Session, loading: &Loading) -> bool {
    matches!(loading.stage, Stage::Failed(_))
        && loading.asked.is_none()
        && loading.title.starts_with(&session.t("pasted"))
}

/// Whether this is something of the person's own, typed, pasted or chosen, that could not be had.
fn is_refused(loading: &Loading) -> bool {
    let is_own = loading.asked.as_ref().is_none_or(|asked| asked.origin == Origin::Address);
    matches!(loading.stage, Stage::Failed(_)) && is_own
}

impl Session {
    /// A text that is pasted takes the place of one that could not be read.
    fn forget_pasted(self) {
        self.loadings.update(|all| all.retain(|one| !is_pasted(self, one)));
    }
}

/// A pasted text; every further one has its number, so that they can be told apart.
fn pasted(session: Session, text: String) -> Incoming {
    let name = session.t("pasted");
    let is_taken =
        |title: &str| session.sources.with_untracked(|all| all.iter().any(|source| source.title == title));
    let numbered = (1_u32..).map(|at| if at == 1 { name.clone() } else { format!("{name} {at}") });
    let title = numbered.take(1_000).find(|title| !is_taken(title)).unwrap_or_else(|| name.clone());
    Incoming { title, origin: Origin::Paste, address: None, bytes: text.into_bytes() }
}

fn take_drop(session: Session, event: &DragEvent) {
    let Some(transfer) = event.data_transfer() else { return };
    let (files, text) = file::of_drop(&transfer);
    match text {
        _ if !files.is_empty() => take_files(session, files),
        Some(text) => session.load(vec![pasted(session, text)]),
        None => {}
    }
}

fn take_files(session: Session, files: Vec<File>) {
    spawn_while(session.state, async move {
        let mut incoming = Vec::new();
        for one in files {
            match file::read(&one).await {
                Ok(bytes) => {
                    incoming.push(Incoming { title: one.name(), origin: Origin::File, address: None, bytes });
                }
                Err(detail) => session.report(&one.name(), &detail),
            }
        }
        session.load(incoming);
    });
}

fn loaded(session: Session) -> impl IntoView {
    move || {
        let sources = session.sources.get();
        (!sources.is_empty()).then(|| {
            let has_files = sources.iter().any(|source| source.address.is_none());
            let followed = session.crawls().followed.get();
            let (followed, opened): (Vec<_>, Vec<_>) =
                sources.iter().partition(|source| followed.contains(&source.id));
            let rows = opened.into_iter().map(|source| loaded_row(session, source)).collect_view();
            view! {
                <section class="stack">
                    <div class="row wrap">
                        <h2 class="third grow">{session.t("loaded")}</h2>
                        {super::evidence::save_button(session, "button small")}
                    </div>
                    <ul class="card loaded">{rows}{followed_row(session, followed.len())}</ul>
                    {has_files.then(|| super::base::base_form(session))}
                </section>
            }
        })
    }
}

fn loaded_row(session: Session, source: &Arc<Source>) -> impl IntoView + use<> {
    let id = source.id;
    let odd = source.report.total() as usize + source.document.notices().len();
    let kind = session.t(kind_id(source.kind));
    let read_as = match source.because.join(", ") {
        because if because.is_empty() => session.tr("read-as-unknown", &[("kind", kind.into())]),
        because => session.tr("read-as", &[("kind", kind.into()), ("because", because.into())]),
    };
    let size = session.tr("kilobytes", &[("count", source.document.bytes().div_ceil(1000).into())]);
    view! {
        <li class="loaded-row">
            {icon(icon::FILE)}
            <div class="grow">
                <div class="clip"><bdi>{source.title.clone()}</bdi></div>
                <div class="muted small">
                    {read_as} " · " {size}
                    {(odd > 0).then(|| format!(" · {}", session.tr("odd-values", &[("count", odd.into())])))}
                </div>
                {super::received::note(session, source)}
            </div>
            {session.can_refresh(source).then(|| view! {
                <button class="button quiet icon-only small" title=session.t("refresh") aria-label=session.t("refresh")
                    on:click=move |_| session.refresh(id)>{icon(icon::REFRESH)}</button>
            })}
            {(!session.hosting().is_readonly()).then(|| view! {
                <button class="button quiet icon-only small" title=session.t("close-document") aria-label=session.t("close-document")
                    on:click=move |_| session.close(id)>{icon(icon::CLOSE)}</button>
            })}
        </li>
    }
}

/// All that was loaded by following links, in one row.
fn followed_row(session: Session, count: usize) -> Option<AnyView> {
    (count > 0).then(|| {
        view! {
            <li class="loaded-row">
                {icon(icon::LINK)}
                <div class="grow">{session.tr("followed", &[("count", count.into())])}</div>
                <button class="button quiet icon-only small" title=session.t("close-followed") aria-label=session.t("close-followed")
                    on:click=move |_| session.close_followed()>{icon(icon::CLOSE)}</button>
            </li>
        }
        .into_any()
    })
}

/// The text of a kind of document.
pub const fn kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Customization => "kind-customization",
        Kind::Customizations => "kind-customizations",
        Kind::Release => "kind-release",
        Kind::Releases => "kind-releases",
        Kind::Manifest => "kind-manifest",
        Kind::ManifestReleases => "kind-manifest-releases",
        Kind::Hal => "kind-hal",
        Kind::Problem => "kind-problem",
        Kind::Other => "kind-other",
    }
}
