//! The frame around every view: top bar, navigation, centre, panel, activity.

use super::board::{KINDS, board};
use super::coverage::coverage_sheet;
use super::elsewhere::elsewhere;
use super::evidence;
use super::facets::facets;
use super::fault;
use super::focus::skip;
use super::help::help;
use super::hosted::chip::chip;
use super::hosted::notices::notices;
use super::icon::{self, icon};
use super::link::view_link;
use super::network::network;
use super::on_demand::on_demand;
use super::parts::Piece;
use super::sample::sample_note;
use super::searching::search;
use super::session::{Loading, Session, Stage, Theme};
use super::sign_in::sign_in;
use super::states::{nothing_loaded, opening};
use super::summary::summary;
use super::table::table;
use super::unkept::unkept;
use crate::browser::{roving, scroll};
use crate::graph::NodeKind;
use crate::session::rows::Column;
use crate::session::{Action, View};
use crate::text::{Arg, visible};
use crate::ui::erased::{effect, memo};
use leptos::attr::custom::custom_attribute;
use leptos::html::Div;
use leptos::prelude::*;

/// The whole application: drawn anew when the language changes, and one line where a chip is wanted.
pub fn frame(session: Session) -> impl IntoView {
    let is_chip = memo(move |_| session.hosting().config.with(|config| config.opening.is_chip));
    move || {
        session.speak(session.hosting().language.get());
        if is_chip.get() { chip(session).into_any() } else { whole(session) }
    }
}

fn whole(session: Session) -> AnyView {
    let view = session.slice(|state| state.view);
    let is_selected = session.slice(|state| state.selected.is_some());
    let is_loaded = memo(move |_| session.sources.with(|sources| !sources.is_empty()));
    view! {
        {top_bar(session)}
        {views(session)}
        {sample_note(session)}
        {evidence::note(session)}
        <div class="body">
            {move || kinds_of(view.get()).filter(|_| is_loaded.get()).map(|kinds| facets(session, kinds))}
            {middle(session, view, is_loaded)}
            {move || is_selected.get().then(|| on_demand(session, Piece::Panel))}
        </div>
        {activity(session)}
        {help(session)}
        {coverage_sheet(session)}
        {sign_in(session)}
        {move || session.toast.get().map(|words| view! { <div class="toast" role="status">{words}</div> })}
    }
    .into_any()
}

/// The page's main part, or a group where the viewer is a part of somebody else's page.
fn middle(session: Session, view: Memo<View>, is_loaded: Memo<bool>) -> AnyView {
    let is_opening = memo(move |_| session.is_opening());
    let is_home = memo(move |_| view.get() == View::Sources);
    let has_crawls = memo(move |_| {
        session.crawls().tick.track();
        !session.crawls().ids().is_empty()
    });
    let inside = view! {
        {notices(session)}
        {unkept(session)}
        {super::astray::no_view(session)}
        {network(session)}
        {elsewhere(session)}
        {move || (is_home.get() && has_crawls.get()).then(|| on_demand(session, Piece::Crawls))}
        {move || centre(session, view.get(), is_loaded.get(), is_opening.get())}
        // Below what is painted already, which so stays where it is.
        {move || (!is_home.get() && has_crawls.get()).then(|| on_demand(session, Piece::Crawls))}
    }
    .into_any();
    if session.hosting().owns_page {
        view! { <main class="centre" tabindex="-1">{inside}</main> }.into_any()
    } else {
        view! { <section class="centre" tabindex="-1" role="group" aria-label="Release Atlas">{inside}</section> }
            .into_any()
    }
}

fn centre(session: Session, view: View, is_loaded: bool, is_opening: bool) -> AnyView {
    match view {
        View::Sources if is_opening => opening(session),
        View::Sources => on_demand(session, Piece::Centre(view)),
        _ if !is_loaded => nothing_loaded(session).into_any(),
        View::Hit => board(session).into_any(),
        _ => on_demand(session, Piece::Centre(view)),
    }
}

/// The releases or the customizations.
pub fn tables(session: Session, view: View) -> AnyView {
    if view == View::Releases {
        table(session, "releases", RELEASES, &RELEASE_COLUMNS).into_any()
    } else {
        table(session, "customizations", CUSTOMIZATIONS, &CUSTOMIZATION_COLUMNS).into_any()
    }
}

const RELEASES: &[NodeKind] = &[NodeKind::Release];
const CUSTOMIZATIONS: &[NodeKind] = &[NodeKind::Customization];
const RELEASE_COLUMNS: [Column; 8] = [
    Column::Risk,
    Column::Name,
    Column::Status,
    Column::Packaging,
    Column::BaseImage,
    Column::Registry,
    Column::DependsOn,
    Column::NeededBy,
];
const CUSTOMIZATION_COLUMNS: [Column; 6] =
    [Column::Risk, Column::Name, Column::Status, Column::BaseImage, Column::Applied, Column::Failures];

/// The kinds that the filters of a view are over; none for views without filters.
const fn kinds_of(view: View) -> Option<&'static [NodeKind]> {
    match view {
        View::Hit => Some(&KINDS),
        View::Releases => Some(RELEASES),
        View::Customizations => Some(CUSTOMIZATIONS),
        View::Graph => Some(&GRAPH_KINDS),
        _ => None,
    }
}

/// The kinds that the graph draws.
pub const GRAPH_KINDS: [NodeKind; 5] =
    [NodeKind::Customization, NodeKind::Release, NodeKind::VcfRelease, NodeKind::Bundle, NodeKind::Unknown];

fn top_bar(session: Session) -> impl IntoView {
    view! {
        <div class="topbar" part="toolbar" role=if session.hosting().owns_page { "banner" } else { "group" } aria-label="Release Atlas">
            {skip(session)}
            <button class="brand" on:click=move |_| session.act(Action::Open(View::Sources)) title=session.t("go-sources")>
                {icon(icon::BRAND)}
                <span role="heading" {..custom_attribute("aria-level", if session.hosting().owns_page { "1" } else { "2" })}>"Release Atlas"</span>
            </button>
            {search(session)}
            {summary(session)}
            <div class="tools row">
                <button class="button quiet icon-only facets-toggle" title=session.t("filters") aria-label=session.t("filters")
                    on:click=move |_| session.are_facets_open.update(|open| *open = !*open)>{icon(icon::FILTER)}</button>
                {evidence::save_button(session, "button quiet icon-only")}
                {theme_switch(session)}
                <button class="button quiet icon-only" title=session.t("copy-link") aria-label=session.t("copy-link")
                    on:click=move |_| session.copy_link()>{icon(icon::LINK)}</button>
                {super::embed_code::embed_code(session)}
                <button class="button quiet icon-only" title=session.t("help") aria-label=session.t("help")
                    on:click=move |_| session.is_help_open.set(true)>{icon(icon::HELP)}</button>
            </div>
        </div>
    }
}

fn theme_switch(session: Session) -> impl IntoView {
    let next = move || match session.theme.get_untracked() {
        Theme::Auto => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Contrast,
        Theme::Contrast => Theme::Auto,
    };
    let label = move || session.t(&format!("theme-{}", session.theme.get().word()));
    view! {
        <button class="button quiet icon-only" title=label aria-label=label
            on:click=move |_| {
                let theme = next();
                crate::browser::storage::write("theme", theme.word());
                session.theme.set(theme);
            }>
            {move || icon(match session.theme.get() {
                Theme::Light => icon::SUN,
                Theme::Dark => icon::MOON,
                Theme::Auto | Theme::Contrast => icon::AUTO,
            })}
        </button>
    }
}

fn views(session: Session) -> impl IntoView {
    let now = session.slice(|state| state.view);
    let stop = RwSignal::new(now.get_untracked());
    let tabs = View::ALL
        .into_iter()
        .map(|view| {
            let label =
                session.t(&format!("view-{}", if view == View::Sources { "sources" } else { view.word() }));
            // In a page of somebody else's no address leads to a view.
            if session.hosting().owns_page {
                return view_link(session, view, (now, stop), label);
            }
            view! {
                <button
                    class="view"
                    aria-current=move || (now.get() == view).then_some("page")
                    tabindex=move || if stop.get() == view { "0" } else { "-1" }
                    on:focus=move |_| stop.set(view)
                    on:click=move |_| session.act(Action::Open(view))
                >
                    {label}
                </button>
            }
            .into_any()
        })
        .collect_view();
    let row = NodeRef::<Div>::new();
    effect(move |_| {
        stop.set(now.get());
        if let Some(row) = row.get() {
            // With the next picture: asked for at once, the browser would lay out a page that is not whole.
            request_animation_frame(move || scroll::to_middle(&row, "[aria-current]"));
        }
    });
    view! { <div class="views" node_ref=row on:keydown=move |event| roving::walk(&event) aria-label=session.t("views") role=if session.hosting().owns_page { "navigation" } else { "group" }>{tabs}</div> }
}

/// What is under way, and (but for the start page, which has them in full) what failed.
fn activity(session: Session) -> impl IntoView {
    let view = session.slice(|state| state.view);
    let under_way = move || {
        let all = session.loadings.get();
        let lines = all.iter().filter_map(|loading| under_way(session, loading));
        lines.collect_view()
    };
    view! {
        <div class="activity" role=if session.hosting().owns_page { "contentinfo" } else { "group" } aria-label=session.t("activity")>
            <div role="status">{under_way}</div>
            {move || (view.get() != View::Sources).then(|| failed_strip(session))}
        </div>
    }
}

fn under_way(session: Session, loading: &Loading) -> Option<impl IntoView + use<>> {
    let id = loading.id;
    let title: Arg = loading.title.clone().into();
    let (words, bytes) = match &loading.stage {
        Stage::Fetching { received, total } => {
            (session.tr("fetching", &[("title", title)]), (*received > 0).then_some((*received, *total)))
        }
        Stage::Reading => (session.tr("reading", &[("title", title)]), None),
        Stage::Failed(_) => return None,
    };
    let kilobytes = |bytes: u64| Arg::from(bytes.div_ceil(1000));
    let amount = bytes.map(|(received, total)| match total {
        Some(total) => {
            session.tr("fetching-of", &[("received", kilobytes(received)), ("total", kilobytes(total))])
        }
        None => session.tr("fetching-bytes", &[("received", kilobytes(received))]),
    });
    let bar = bytes.and_then(|(received, total)| Some((received, total.filter(|total| *total > 0)?)));
    let label = words.clone();
    Some(view! {
        <div class="activity-line">
            <span class="clip">{words}</span>
            {bar.map(|(received, total)| view! { <progress aria-label=label max=total.to_string() value=received.to_string()></progress> })}
            <span class="grow numbers faint nowrap">{amount}</span>
            <button class="button quiet small" on:click=move |_| session.stop(id)>{session.t("stop")}</button>
        </div>
    })
}

/// What failed, folded into one line that names the newest.
fn failed_strip(session: Session) -> impl IntoView {
    let is_any = memo(move |_| !fault::failed(session).is_empty());
    let summary = move || {
        let all = fault::failed(session);
        let newest =
            all.first().map(|(loading, fault)| (loading.title.clone(), fault::headline(session, fault)));
        let count = session.tr("failures", &[("count", all.len().into())]);
        newest.map(|(title, headline)| {
            let title = visible(&title).into_owned();
            view! { <strong>{count}</strong> " · " <span>{title}": "{headline}</span> }
        })
    };
    move || {
        is_any.get().then(|| {
            view! {
                <details class="activity-failed is-failed">
                    <summary>{summary}</summary>
                    <div class="activity-cards">
                        <button class="button quiet small" on:click=move |_| session.forget_failed()>{session.t("failures-dismiss")}</button>
                        {on_demand(session, Piece::Failures)}
                    </div>
                </details>
            }
        })
    }
}
