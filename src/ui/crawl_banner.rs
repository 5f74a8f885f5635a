//! The banner of a crawl: what following links would cost, how far it has come, and who may stop it.
//!
//! Nothing is sent before Start. One button does what comes next (start, pause, resume, the next 300, a
//! token), so that the focus stays where it is while a crawl goes through its states.

use super::coverage::left_button;
use super::crawl::Standing;
use super::crawl_list::tasks;
use super::icon::{self, icon};
use super::session::Session;
use crate::hal::crawl::{Crawl, State, Stop};
use crate::session::View;
use crate::text::Arg;
use crate::ui::erased::memo;
use leptos::prelude::*;

/// How many lists the banner counts.
const MOST_LISTS: usize = 3;
/// How many steps further one click goes.
const STEPS: u32 = 8;
/// From so many requests on, fewer are worth a question.
const LEAST_TO_EXPAND: u64 = 3;

/// The banners of all crawls that have something to say.
pub fn crawls(session: Session) -> impl IntoView {
    let view = session.slice(|state| state.view);
    let shown = memo(move |_| {
        session.crawls().tick.track();
        let is_home = view.get() == View::Sources;
        let says = |id: &u32| {
            let standing = session.crawls().standing(*id);
            standing.is_some_and(|one| {
                has_news(&one) && (is_home || !one.is_hidden && is_said_on(view.get(), one.state))
            })
        };
        session.crawls().ids().into_iter().filter(says).collect::<Vec<u32>>()
    });
    move || shown.get().into_iter().map(|id| banner(session, id)).collect_view()
}

/// Whether there is anything to load, or anything was.
fn has_news(standing: &Standing) -> bool {
    standing.estimate.requests > 0 || standing.progress.sent > 0
}

/// What is only named matters where things are judged, counted or drawn; what runs, or waits for a person, is
/// said everywhere.
const fn is_said_on(view: View, state: State) -> bool {
    !matches!(state, State::Planned | State::Done)
        || matches!(view, View::Hit | View::Graph | View::Releases | View::Customizations)
}

fn banner(session: Session, id: u32) -> AnyView {
    let standing = memo(move |_| {
        session.crawls().tick.track();
        session.crawls().standing(id)
    });
    let is_open = RwSignal::new(false);
    let is_done =
        memo(move |_| standing.with(|one| one.as_ref().is_some_and(|one| one.state == State::Done)));
    let host = session.crawls().standing(id).map(|one| one.host).unwrap_or_default();
    let with = move |words: fn(Session, &Standing) -> String| {
        move || standing.with(|one| one.as_ref().map(|one| words(session, one)))
    };
    let state = move || standing.with(|one| one.as_ref().map(|one| state_word(one.state)));
    view! {
        <section class="banner crawl" data-state=state class:is-open=move || is_open.get() aria-label=session.tr("crawl-label", &[("host", host.into())])>
            {icon(icon::LINK)}
            <div class="grow crawl-body">
                <div class="crawl-words">
                    <div role="status"><h2 class="minor">{with(headline)}</h2></div>
                    <p class="muted numbers">{with(lead)}</p>
                    {move || standing.with(|one| one.as_ref().and_then(|one| bar(session, one)))}
                </div>
                <div class="row wrap">
                    {main_button(session, id, standing)}
                    {stop_button(session, id, standing)}
                    {retry_button(session, id, standing)}
                    {deeper_button(session, id, standing)}
                    {move || is_done.get().then(|| left_button(session))}
                    <button class="button quiet small crawl-toggle" aria-expanded=move || is_open.get().to_string()
                        on:click=move |_| is_open.update(|open| *open = !*open)>
                        <span>{move || session.t(if is_open.get() { "crawl-hide-list" } else { "crawl-show-list" })}</span>
                        {icon(icon::DOWN)}
                    </button>
                </div>
                {expansion(session, id, standing)}
                {move || is_open.get().then(|| tasks(session, id))}
            </div>
            {hide_button(session, id)}
        </section>
    }
    .into_any()
}

/// The word of a state, for styles and for whoever drives the page.
const fn state_word(state: State) -> &'static str {
    match state {
        State::Planned => "planned",
        State::Running => "running",
        State::Paused => "paused",
        State::Waiting { .. } => "waiting",
        State::Stopped(Stop::ByHand) => "stopped",
        State::Stopped(Stop::SignIn) => "sign-in",
        State::Stopped(Stop::TooManyRequests) => "too-many",
        State::Stopped(Stop::Budget) => "budget",
        State::Done => "done",
    }
}

fn hide_button(session: Session, id: u32) -> AnyView {
    view! {
        <button class="button quiet icon-only small" title=session.t("crawl-put-away") aria-label=session.t("crawl-put-away")
            on:click=move |_| session.crawls().hide(id, true)>{icon(icon::CLOSE)}</button>
    }
    .into_any()
}

fn headline(session: Session, one: &Standing) -> String {
    let id = match one.state {
        State::Planned => "crawl-planned",
        State::Running if session.crawls().is_offline.get() => "crawl-offline",
        State::Running => "crawl-running",
        State::Paused => "crawl-paused",
        State::Waiting { .. } => "crawl-waiting",
        State::Stopped(Stop::ByHand) => "crawl-stopped",
        State::Stopped(Stop::SignIn) => "crawl-sign-in",
        State::Stopped(Stop::TooManyRequests) => "crawl-too-many",
        State::Stopped(Stop::Budget) => "crawl-budget",
        State::Done if one.progress.failed > 0 => "crawl-done-failed",
        State::Done => "crawl-done",
    };
    session.tr(id, &facts(session, one))
}

/// The numbers of a crawl: some to choose singular or plural by, all to be read.
fn facts(session: Session, one: &Standing) -> [(&'static str, Arg); 10] {
    let progress = &one.progress;
    let number = |number: u64| session.with_texts(|texts| texts.number(number)).into();
    let asked = u64::from(progress.asked);
    [
        ("host", one.host.clone().into()),
        ("count", one.estimate.requests.into()),
        ("shown", number(one.estimate.requests)),
        ("within", number(one.estimate.within_budget)),
        ("answered", progress.answered.into()),
        ("loaded", number(progress.answered.into())),
        ("failed", number(progress.failed.into())),
        ("left", number(one.estimate.requests.saturating_add(asked))),
        ("sent", progress.sent.into()),
        ("requests", number(progress.sent.into())),
    ]
}

/// What it costs before it starts, and after that how far it is.
fn lead(session: Session, one: &Standing) -> String {
    let is_all = one.estimate.within_budget == one.estimate.requests;
    let id = match one.state {
        State::Planned if is_all => "crawl-cost",
        State::Planned => "crawl-cost-part",
        _ => "crawl-progress",
    };
    let mut words = vec![session.tr(id, &facts(session, one))];
    words.extend(wait(session, one));
    let unread =
        one.lists.iter().filter_map(|(read, total)| Some((*read, total.filter(|total| total > read)?)));
    words.extend(unread.take(MOST_LISTS).map(|(read, total)| {
        let number = |number: u64| session.with_texts(|texts| texts.number(number)).into();
        session.tr("crawl-list-read", &[("read", number(read)), ("total", number(total))])
    }));
    words.join(" ")
}

/// How long the server asks to wait.
fn wait(session: Session, one: &Standing) -> Option<String> {
    let State::Waiting { until_millis } = one.state else { return None };
    let millis = until_millis.saturating_sub(crate::browser::timer::now_millis()).max(0);
    Some(session.tr("crawl-wait", &[("seconds", Arg::Count((millis + 999) / 1_000))]))
}

fn bar(session: Session, one: &Standing) -> Option<AnyView> {
    let done = u64::from(one.progress.answered + one.progress.failed);
    let all = done + u64::from(one.progress.asked) + one.estimate.requests;
    (one.progress.sent > 0 && one.state != State::Done && all > 0).then(|| {
        let label = session.t("crawl-bar");
        view! { <progress aria-label=label max=all.to_string() value=done.to_string()></progress> }.into_any()
    })
}

/// What the one button does in each state.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Start,
    Pause,
    Resume,
    More,
    SignIn,
    Nothing,
}

const fn next(state: State) -> Next {
    match state {
        State::Planned => Next::Start,
        State::Running | State::Waiting { .. } => Next::Pause,
        State::Paused | State::Stopped(Stop::ByHand | Stop::TooManyRequests) => Next::Resume,
        State::Stopped(Stop::Budget) => Next::More,
        State::Stopped(Stop::SignIn) => Next::SignIn,
        State::Done => Next::Nothing,
    }
}

fn main_button(session: Session, id: u32, standing: Memo<Option<Standing>>) -> AnyView {
    let now = memo(move |_| standing.with(|one| one.as_ref().map_or(Next::Nothing, |one| next(one.state))));
    let most = session.settings.with_value(|settings| settings.max_requests);
    let is_refused = RwSignal::new(false);
    let label = move || match now.get() {
        Next::Start | Next::Resume | Next::More if is_refused.get() => session.t("retry"),
        Next::Start => {
            let count = standing.with(|one| one.as_ref().map_or(0, |one| one.estimate.requests));
            session.tr("crawl-start", &[("count", count.into())])
        }
        Next::Pause => session.t("crawl-pause"),
        Next::Resume => session.t("crawl-resume"),
        Next::More => session.tr("crawl-more", &[("count", most.into())]),
        Next::SignIn => session.t("fault-sign-in"),
        Next::Nothing => String::new(),
    };
    let act = move |_| match now.get_untracked() {
        Next::Start | Next::Resume | Next::More if !session.may_send() => is_refused.set(true),
        Next::Start => session.crawls().change(id, Crawl::start),
        Next::Pause => session.crawls().change(id, Crawl::pause),
        Next::Resume => session.crawls().change(id, Crawl::resume),
        Next::More => session.crawls().change(id, |crawl| crawl.more(most)),
        Next::SignIn => {
            if let Some(one) = session.crawls().standing(id) {
                session.ask_token(one.origin);
            }
        }
        Next::Nothing => {}
    };
    // On the start page loading is what a person came for; beside verdicts it is an offer.
    let is_home = session.slice(|state| state.view == View::Sources);
    let is_quiet = move || now.get() == Next::Pause || (now.get() == Next::Start && !is_home.get());
    view! {
        <button class="button" class:primary=move || !is_quiet() hidden=move || now.get() == Next::Nothing on:click=move |event| { is_refused.set(false); act(event); }>{label}</button>
    }
    .into_any()
}

fn stop_button(session: Session, id: u32, standing: Memo<Option<Standing>>) -> AnyView {
    let can_stop = memo(move |_| standing.with(|one| one.as_ref().is_some_and(|one| one.state.can_stop())));
    view! {
        <button class="button" hidden=move || !can_stop.get() on:click=move |_| session.crawls().change(id, Crawl::stop)>{session.t("stop")}</button>
    }
    .into_any()
}

fn retry_button(session: Session, id: u32, standing: Memo<Option<Standing>>) -> AnyView {
    let failed = memo(move |_| {
        let counted =
            |one: &Standing| (one.state != State::Stopped(Stop::SignIn)).then_some(one.progress.failed);
        standing.with(|one| one.as_ref().and_then(counted).unwrap_or_default())
    });
    view! {
        <button class="button" hidden=move || failed.get() == 0 on:click=move |_| if session.may_send() { session.crawls().change(id, Crawl::retry) }>
            {move || session.tr("crawl-retry", &[("count", failed.get().into())])}
        </button>
    }
    .into_any()
}

fn deeper_button(session: Session, id: u32, standing: Memo<Option<Standing>>) -> AnyView {
    let count = memo(move |_| standing.with(|one| one.as_ref().map_or(0, |one| one.too_deep)));
    view! {
        <button class="button" hidden=move || count.get() == 0 on:click=move |_| if session.may_send() { session.crawls().change(id, |crawl| crawl.deeper(STEPS)) }>
            {move || session.tr("crawl-deeper", &[("count", count.get().into())])}
        </button>
    }
    .into_any()
}

/// Offers to ask for related releases within each answer, where the catalogue can do that and it may save
/// requests.
fn expansion(session: Session, id: u32, standing: Memo<Option<Standing>>) -> AnyView {
    let is_on = memo(move |_| standing.with(|one| one.as_ref().is_some_and(|one| one.expansion.0)));
    let is_offered = memo(move |_| {
        let offers = |one: &Standing| one.expansion.1 && one.estimate.requests >= LEAST_TO_EXPAND;
        is_on.get() || standing.with(|one| one.as_ref().is_some_and(offers))
    });
    view! {
        <label class="row crawl-expand" hidden=move || !is_offered.get()>
            <input type="checkbox" prop:checked=move || is_on.get()
                on:change=move |event| session.expand_crawl(id, event_target_checked(&event)) />
            <span>{session.t("crawl-expand")}</span>
        </label>
    }
    .into_any()
}
