//! The one link component: every address that comes from a document goes through here.
//!
//! The browser's own URL parser judges an address after parsing; only `http` and `https` become links.
//! Another origin is shown with its host. Argo CD had the same `javascript:` hole four times, each in
//! another link component (see reliability in the README); hence one.

use super::icon::{self, icon};
use super::session::Session;
use crate::browser::address::parse;
use crate::hal::trust::Judgement;
use crate::session::{Action, View};
use crate::text::visible;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// An address, shown as it is written.
pub fn link(session: Session, href: &str, base: Option<&str>) -> impl IntoView + use<> {
    link_as(session, href, href, base)
}

/// An address under other words. One of another origin opens in a tab of its own, with a way to look at it
/// here beside it.
pub fn link_as(session: Session, href: &str, words: &str, base: Option<&str>) -> AnyView {
    draw(session, href, words, base, Way::Tab)
}

/// A link of an API under other words: it opens here, also one of another origin, which is asked about first.
pub fn follow(session: Session, href: &str, words: &str, base: Option<&str>) -> AnyView {
    draw(session, href, words, base, Way::Here)
}

/// An address for people, such as documentation: it opens in a tab of its own.
pub fn link_in_tab(session: Session, href: &str, words: &str, base: Option<&str>) -> AnyView {
    draw(session, href, words, base, Way::OnlyTab)
}

/// A view of the viewer's own page. A press opens it here and keeps what is looked at; like any link it can be opened
/// in a tab of its own. `stop` is the view whose link Tab comes to.
pub fn view_link(
    session: Session,
    view: View,
    (now, stop): (Memo<View>, RwSignal<View>),
    words: String,
) -> AnyView {
    let open = move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            session.act(Action::Open(view));
        }
    };
    view! {
        <a class="view" href=format!("#/{}", view.word()) aria-current=move || (now.get() == view).then_some("page")
            tabindex=move || if stop.get() == view { "0" } else { "-1" } on:focus=move |_| stop.set(view) on:click=open>{words}</a>
    }
    .into_any()
}

/// Where a link opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Here, with a tab beside it.
    Here,
    /// In a tab, with the inspector beside it.
    Tab,
    /// In a tab.
    OnlyTab,
}

fn draw(session: Session, href: &str, words: &str, base: Option<&str>, way: Way) -> AnyView {
    let shown = visible(words).into_owned();
    let judged = session.judge(href, base).map(|resolved| (resolved.address, resolved.judgement));
    match judged {
        None => view! { <span class="break">{shown}</span> }.into_any(),
        Some((_, Judgement::NotWeb { scheme })) => view! {
            <span class="break">{shown}</span> " " <span class="badge outline">{session.tr("not-a-link", &[("scheme", scheme.into())])}</span>
        }
        .into_any(),
        Some((_, Judgement::UserInfo { host })) => view! {
            <span class="break">{host}</span> " " <span class="badge outline">{session.t("address-with-credentials")}</span>
        }
        .into_any(),
        Some((target, judgement)) => {
            let is_inside = judgement.is_inside();
            if way == Way::OnlyTab || (way == Way::Tab && !is_inside) {
                let beside = (way == Way::Tab).then(|| look_button(session, target.clone()));
                view! { <span class="link-pair">{anchor(session, target, shown)}{beside}</span> }.into_any()
            } else {
                let beside = (!is_inside).then(|| anchor(session, target.clone(), String::new()));
                let host = (!is_inside).then(|| host_badge(&target));
                view! { <span class="link-pair">{inspect_link(session, target, shown)}{host}{beside}</span> }.into_any()
            }
        }
    }
}

/// The link into the inspector.
fn inspect_link(session: Session, target: String, shown: String) -> AnyView {
    let title = session.masked_address(&target);
    let follow = move |_| {
        if session.may_follow(&target, false) {
            session.inspect(&target);
        }
    };
    view! { <button class="a-link" title=title on:click=follow>{shown}</button> }.into_any()
}

fn look_button(session: Session, target: String) -> AnyView {
    let label = session.t("look-here");
    view! {
        <button class="button quiet icon-only small" title=label.clone() aria-label=label
            on:click=move |_| session.inspect(&target)>{icon(icon::SEARCH)}</button>
    }
    .into_any()
}

fn host_badge(target: &str) -> AnyView {
    let host = parse(target, None).map(|address| address.parts.host_shown()).unwrap_or_default();
    view! { <span class="badge outline">{host}</span> }.into_any()
}

/// The link into a tab of its own; without words, its icon alone.
fn anchor(session: Session, target: String, words: String) -> AnyView {
    let host = parse(&target, None).map(|address| address.parts.host_shown()).unwrap_or_default();
    let title = session.tr("opens-host", &[("host", host.into())]);
    let label = words.is_empty().then(|| title.clone());
    let asked = target.clone();
    let follow = move |event: MouseEvent| {
        if !session.may_follow(&asked, true) {
            event.prevent_default();
        }
    };
    view! {
        <a class="a-link" href=target target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer" title=title aria-label=label on:click=follow>
            {words}<span class="external">{icon(icon::EXTERNAL)}</span>
        </a>
    }
    .into_any()
}

/// A button that opens an address of the web in a tab of its own, to sign in there or to see the page.
/// The address is one that was asked for already, so it was judged before.
pub fn in_tab(href: &str, words: String) -> impl IntoView + use<> {
    let target = href.to_owned();
    view! {
        <a class="button" href=target target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">{words}{icon(icon::EXTERNAL)}</a>
    }
}
