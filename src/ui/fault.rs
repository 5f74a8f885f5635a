//! What went wrong, said so that a person can go on: one designed message for every class of failure.
//!
//! The facts (class, causes, ways on, the server's own words) come from `hal::fault`; here they get words
//! and buttons. Everything that a server wrote is text, folded if it is long, and masked already.

use super::icon::{self, icon};
use super::link::in_tab;
use super::session::{Loading, Session, Stage};
use crate::hal::fault::{Cause, Class, Detail, Fault, Way};
use crate::json::{Expected, Found, Refusal};
use crate::session::{Action, View};
use crate::text::{Arg, visible};
use leptos::prelude::*;
use std::fmt::Write as _;
use std::sync::Arc;

/// How many failures are shown in full, newest first.
const MOST_SHOWN: usize = 30;
/// How many lines of the server's own words are shown.
const MOST_LINES: usize = 80;

/// What failed, newest first, each with its message in full.
pub fn failures(session: Session) -> impl IntoView {
    move || {
        let failed = failed(session);
        let older = failed.len().saturating_sub(MOST_SHOWN);
        let cards = failed
            .iter()
            .take(MOST_SHOWN)
            .map(|(loading, fault)| message(session, loading, fault))
            .collect_view();
        let more = (older > 0).then(
            || view! { <p class="faint small">{session.tr("failures-more", &[("count", older.into())])}</p> },
        );
        (!failed.is_empty()).then(|| view! { <div class="faults">{cards}{more}</div> })
    }
}

/// What failed, newest first.
pub fn failed(session: Session) -> Vec<(Loading, Arc<Fault>)> {
    session.loadings.with(|all| {
        let failed = all.iter().rev().filter_map(|loading| match &loading.stage {
            Stage::Failed(fault) => Some((loading.clone(), Arc::clone(fault))),
            Stage::Fetching { .. } | Stage::Reading => None,
        });
        failed.collect()
    })
}

/// The headline of a failure.
pub fn headline(session: Session, fault: &Fault) -> String {
    if fault.empty_bytes().is_some() {
        return session.t("fault-empty");
    }
    session.t(&format!("fault-{}", fault.class.word()))
}

/// The headline of a class of failure with the status, if there was one.
pub fn class_words(session: Session, class: Class, status: Option<u16>) -> String {
    let words = session.t(&format!("fault-{}", class.word()));
    let status = status
        .map(|status| format!(" · {}", session.tr("fault-status", &[("status", status.to_string().into())])));
    format!("{}{}", words.trim_end_matches('.'), status.unwrap_or_default())
}

/// What the buttons of a message do; what nothing can be done about has no button.
#[derive(Clone, Copy, Default)]
pub struct Handling {
    /// Asks again.
    pub retry: Option<Callback<()>>,
    /// Takes the message away.
    pub dismiss: Option<Callback<()>>,
    /// Raises the limit in bytes, and asks again.
    pub raise: Option<Callback<u64>>,
}

/// The message of one failure that is on the list.
pub fn message(session: Session, loading: &Loading, fault: &Arc<Fault>) -> AnyView {
    let id = loading.id;
    let handling = Handling {
        retry: loading.asked.as_ref().map(|_| Callback::new(move |()| session.retry(id))),
        dismiss: Some(Callback::new(move |()| session.forget(id))),
        raise: Some(Callback::new(move |limit| session.raise_limit(id, limit))),
    };
    message_in_place(session, loading, fault, handling)
}

/// The message of one failure, wherever it stands.
pub fn message_in_place(
    session: Session,
    loading: &Loading,
    fault: &Arc<Fault>,
    handling: Handling,
) -> AnyView {
    let heading = headline(session, fault);
    let lead = lead(session, loading, fault);
    view! {
        <article class="fault is-failed" tabindex="-1" data-class=fault.class.word() aria-label=heading.clone()>
            <header class="fault-head">
                {icon(icon::WARNING)}
                <div class="grow">
                    <h2 class="third">{heading.clone()}</h2>
                    <p class="mono small muted break">{asked(session, loading, fault)}</p>
                </div>
                {handling.dismiss.map(|dismiss| view! {
                    <button class="button quiet icon-only small" title=session.t("dismiss") aria-label=session.t("dismiss")
                        on:click=move |_| dismiss.run(())>{icon(icon::CLOSE)}</button>
                })}
            </header>
            <p>{lead}</p>
            {loading.asked.as_ref().and_then(|asked| asked.replaces).map(|_| view! { <p>{session.t("refresh-failed")}</p> })}
            {place(session, fault)}
            {causes(session, fault)}
            {fault.retry_after_millis.filter(|millis| *millis > 0).map(|millis| view! {
                <p>{session.tr("fault-wait", &[("seconds", millis.div_ceil(1000).into())])}</p>
            })}
            {fault.detail.as_ref().filter(|detail| says_something(detail)).map(|detail| own_words(session, detail))}
            {excerpt(session, fault)}
            {ways(session, fault)}
            {buttons(session, loading, fault, handling)}
        </article>
    }
    .into_any()
}

/// What the class of a failure means; of nothing at all, how much of it came.
fn lead(session: Session, loading: &Loading, fault: &Fault) -> String {
    let Some(bytes) = fault.empty_bytes() else {
        return session.t(&format!("fault-{}-lead", fault.class.word()));
    };
    let args = [("title", title(loading, fault).into()), ("count", bytes.into())];
    session.tr("fault-empty-lead", &args)
}

/// The address, or the file's name.
fn title(loading: &Loading, fault: &Fault) -> String {
    let address = if fault.address.is_empty() { &loading.title } else { &fault.address };
    visible(address).into_owned()
}

/// The address (or the file's name) and the status.
fn asked(session: Session, loading: &Loading, fault: &Fault) -> String {
    let status = fault
        .status
        .map(|status| format!(" · {}", session.tr("fault-status", &[("status", status.to_string().into())])));
    format!("{}{}", title(loading, fault), status.unwrap_or_default())
}

fn place(session: Session, fault: &Fault) -> Option<impl IntoView + use<>> {
    let refusal = fault.refusal?;
    let args: [(&str, Arg); 4] = [
        ("line", refusal.line.to_string().into()),
        ("column", refusal.column.to_string().into()),
        ("expected", session.t(&format!("expected-{}", refusal.expected.word())).into()),
        ("found", found_words(session, refusal.found).into()),
    ];
    (refusal.expected != Expected::WithinLimit && has_place(&refusal) && fault.empty_bytes().is_none())
        .then(|| view! { <p class="fault-place">{session.tr("fault-place", &args)}</p> })
}

/// What stands at the place of a refusal; a character that cannot be seen is marked.
fn found_words(session: Session, found: Found) -> String {
    match found {
        Found::End => session.t("expected-end"),
        Found::Character(one) => session.tr("found-character", &[("character", one.to_string().into())]),
    }
}

const fn has_place(refusal: &Refusal) -> bool {
    refusal.line > 0
}

fn causes(session: Session, fault: &Fault) -> Option<impl IntoView + use<>> {
    let items = fault.causes.iter().map(|cause| {
        let code = headers_to_set(cause);
        view! {
            <li>{cause_text(session, cause)}{code.map(|code| view! { <pre class="fault-code mono">{code}</pre> })}</li>
        }
    });
    (!fault.causes.is_empty()).then(|| {
        view! { <ul class="fault-list" aria-label=session.t("fault-causes")>{items.collect_view()}</ul> }
    })
}

/// The very lines that a server has to answer with, so that this page may read its answers.
fn headers_to_set(cause: &Cause) -> Option<String> {
    let Cause::Cors { origin, with_token } = cause else { return None };
    let token = if *with_token { "\nAccess-Control-Allow-Headers: Authorization" } else { "" };
    Some(format!("Access-Control-Allow-Origin: {origin}{token}"))
}

/// The sentence of a cause.
pub fn cause_text(session: Session, cause: &Cause) -> String {
    let with = |id: &str, name: &str, arg: Arg| session.tr(id, &[(name, arg)]);
    match cause {
        Cause::BrokeOff { bytes } => with("cause-broke-off", "count", (*bytes).into()),
        Cause::AnsweredElsewhere { host } => with("cause-elsewhere", "host", host.clone().into()),
        Cause::TookLonger { millis } => with("cause-took-longer", "seconds", millis.div_ceil(1000).into()),
        Cause::LargerThan { bytes } => with("cause-larger", "megabytes", (bytes >> 20).into()),
        Cause::Offline => session.t("cause-offline"),
        Cause::MixedContent => session.t("cause-mixed"),
        Cause::Cors { .. } => session.t("cause-cors-plain"),
        Cause::PagePolicy => session.t("cause-policy"),
        Cause::Certificate => session.t("cause-certificate"),
        Cause::Unreachable => session.t("cause-unreachable"),
        Cause::Redirects => session.t("cause-redirects"),
        Cause::Encoding => session.t("cause-encoding"),
        Cause::CaptivePortal => session.t("cause-portal"),
        Cause::NoBody => session.t("cause-no-body"),
        Cause::RequestsOff => session.t("cause-requests-off"),
        Cause::Template => session.t("cause-template"),
        Cause::NotAskable => session.t("cause-not-askable"),
        Cause::BadToken => session.t("cause-bad-token"),
        Cause::HostFetcher => session.t("cause-host-fetcher"),
        Cause::NoSample => session.t("cause-no-sample"),
    }
}

const fn says_something(detail: &Detail) -> bool {
    !detail.lines.is_empty() || detail.headline.is_some()
}

/// Problem details or a Cloud Foundation error, member by member.
fn own_words(session: Session, detail: &Detail) -> impl IntoView + use<> {
    let beyond = detail.lines.len().saturating_sub(MOST_LINES) + detail.more as usize;
    let lines = detail
        .lines
        .iter()
        .take(MOST_LINES)
        .map(|line| {
            let depth = line.depth.min(8).to_string();
            let text = line.text.as_deref().map(|text| visible(text).into_owned());
            view! {
                <div class="fault-line" style=("--depth", depth)>
                    <dt class="mono muted">{visible(&line.name).into_owned()}</dt><dd class="break">{text}</dd>
                </div>
            }
        })
        .collect_view();
    let headline = detail.headline.as_deref().map(|text| visible(text).into_owned());
    view! {
        <section class="fault-words">
            <h3 class="minor">{session.t("fault-words")}</h3>
            {headline.map(|text| view! { <p class="break">{text}</p> })}
            <dl>{lines}</dl>
            {(beyond > 0).then(|| view! { <p class="faint small">{session.tr("fault-more-lines", &[("count", beyond.into())])}</p> })}
        </section>
    }
}

fn excerpt(session: Session, fault: &Fault) -> Option<impl IntoView + use<>> {
    let excerpt = fault.excerpt.as_ref()?;
    let title = session.t(if excerpt.is_cut { "fault-excerpt-cut" } else { "fault-excerpt" });
    let text = visible(&excerpt.text).into_owned();
    Some(view! {
        <details class="fault-excerpt"><summary>{title}</summary><pre class="fault-code mono">{text}</pre></details>
    })
}

/// The ways on that are done elsewhere than on this page.
fn ways(session: Session, fault: &Fault) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = fault
        .ways()
        .into_iter()
        .filter_map(|way| match way {
            Way::Proxy => Some("way-proxy"),
            Way::OpenFile if !fault.address.is_empty() => Some("way-open-file"),
            Way::HostPage => Some("way-host-page"),
            Way::RaiseLimit => Some("way-raise-limit"),
            _ => None,
        })
        .map(|id| view! { <li>{session.t(id)}</li> })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section><h3 class="minor">{session.t("fault-ways")}</h3><ul class="fault-list">{items}</ul></section>
        }
    })
}

fn buttons(session: Session, loading: &Loading, fault: &Arc<Fault>, handling: Handling) -> AnyView {
    let ways = fault.ways();
    let asked = loading.asked.as_ref();
    let retry = handling.retry.filter(|_| ways.contains(&Way::Retry));
    let raise = handling.raise.zip(fault.raised_limit()).filter(|_| ways.contains(&Way::RaiseLimit));
    let origin = asked.filter(|_| ways.contains(&Way::SignIn)).map(|asked| asked.address.parts.origin());
    let tab = asked
        .filter(|asked| ways.contains(&Way::OpenInTab) && asked.address.parts.is_web())
        .map(|asked| in_tab(&asked.address.href, session.t("fault-in-tab")));
    let details = details(session, loading, fault);
    view! {
        <div class="row wrap">
            {origin.map(|origin| view! {
                <button class="button primary" on:click=move |_| session.ask_token(origin.clone())>{session.t("fault-sign-in")}</button>
            })}
            {raise.map(|(raise, limit)| view! {
                <button class="button primary" on:click=move |_| raise.run(limit)>
                    {session.tr("fault-raise", &[("megabytes", (limit >> 20).into())])}
                </button>
            })}
            {retry.map(|retry| view! {
                <button class="button" on:click=move |_| retry.run(())>{session.t("fault-again")}</button>
            })}
            {tab}
            <button class="button" on:click=move |_| open_file(session)>{session.t("fault-open-file")}</button>
            <button class="button quiet" on:click=move |_| session.copy(details.clone())>{icon(icon::COPY)}{session.t("fault-copy")}</button>
        </div>
    }
    .into_any()
}

fn open_file(session: Session) {
    session.act(Action::Open(View::Sources));
    session.host().focus(".way-files .button");
}

/// Everything that is known of a failure, to be sent to whoever runs the server.
fn details(session: Session, loading: &Loading, fault: &Fault) -> String {
    let mut text = format!("{}\n{}\n", headline(session, fault), asked(session, loading, fault));
    if let Some(refusal) = &fault.refusal {
        let _ = writeln!(text, "{refusal}");
    }
    for cause in &fault.causes {
        let _ =
            writeln!(text, "- {} {}", cause_text(session, cause), headers_to_set(cause).unwrap_or_default());
    }
    for (name, value) in &fault.headers {
        let _ = writeln!(text, "{name}: {value}");
    }
    if let Some(excerpt) = &fault.excerpt {
        let _ = writeln!(text, "\n{}", excerpt.text);
    }
    text
}
