//! The one link component: every address that comes from a document goes through here.
//!
//! The browser's own URL parser judges an address after parsing; only `http` and `https` become links.
//! Another origin is shown with its host. Argo CD had the same `javascript:` hole four times, each in
//! another link component (see reliability in the README); hence one.

use super::icon::{self, icon};
use super::session::Session;
use crate::browser::address::parse;
use crate::hal::trust::Judgement;
use crate::session::Action;
use crate::text::visible;
use leptos::prelude::*;

/// An address, shown as it is written.
pub fn link(session: Session, href: &str, base: Option<&str>) -> impl IntoView + use<> {
    link_as(session, href, href, base)
}

/// An address under other words.
pub fn link_as(session: Session, href: &str, words: &str, base: Option<&str>) -> AnyView {
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
        Some((target, Judgement::SameOrigin | Judgement::WithinBase)) => view! {
            <button class="a-link" title=target.clone() on:click=move |_| session.act(Action::Inspect(target.clone()))>{shown}</button>
        }
        .into_any(),
        Some((target, Judgement::OtherOrigin { .. } | Judgement::Climbs { .. })) => {
            let host = parse(&target, None).map(|address| address.parts.host_shown()).unwrap_or_default();
            let title = session.tr("opens-host", &[("host", host.into())]);
            view! {
                <a class="a-link" href=target target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer" title=title>
                    {shown}<span class="external">{icon(icon::EXTERNAL)}</span>
                </a>
            }
            .into_any()
        }
    }
}

/// A button that opens an address of the web in a tab of its own, to sign in there or to see the page.
/// The address is one that was asked for already, so it was judged before.
pub fn in_tab(href: &str, words: String) -> impl IntoView + use<> {
    let target = href.to_owned();
    view! {
        <a class="button" href=target target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">{words}{icon(icon::EXTERNAL)}</a>
    }
}
