//! What to do about an item that stays unknown though nothing is left to load: what is missing, why it cannot be
//! had from here, and which document would say it.

use super::icon::{self, icon};
use super::session::Session;
use crate::graph::Node;
use crate::hal::address::with_parameter;
use crate::session::missing::{Hindrance, Missing};
use crate::session::{Action, View};
use crate::source::Origin;
use leptos::prelude::*;

/// The note about what is missing; nothing where all dependencies are known.
pub fn gap(session: Session, node: &Node) -> Option<AnyView> {
    let missing = session.sources.with(|sources| Missing::of(node, sources))?;
    let why = match missing.hindrance {
        Hindrance::OnlyNamed => "gap-only-named",
        Hindrance::OnlyLinked => "gap-only-linked",
        Hindrance::NotInAnswer => "gap-not-in-answer",
    };
    let has_base = session.answers().base_url.with(Option::is_some);
    let wants_base = missing.is_from_file && !has_base && !session.hosting().is_readonly();
    let asked = askable(session, &missing);
    let request = session.masked_address(&missing.request(&node.key.id));
    let shown = crate::text::visible(&request).into_owned();
    Some(
        view! {
            <section class="errand banner is-unknown gap">
                {icon(icon::INFO)}
                <div class="grow stack">
                    <p><strong>{session.t(if missing.hindrance == Hindrance::OnlyLinked { "gap-title-in-part" } else { "gap-title" })}</strong>" "{session.t(why)}</p>
                    {wants_base.then(|| view! {
                        <p>{session.t("gap-file")}" "
                            <button class="a-link" on:click=move |_| to_base(session)>{session.t("gap-file-action")}</button>
                        </p>
                    })}
                    <p>{session.t("gap-do")}</p>
                    <div class="row wrap">
                        <code class="break">{format!("GET {shown}")}</code>
                        <button class="button quiet icon-only small" title=session.t("copy") aria-label=session.t("copy")
                            on:click=move |_| session.copy(request.clone())>{icon(icon::COPY)}</button>
                    </div>
                    {asked.map(|address| view! {
                        <div><button class="button small" on:click=move |_| session.load_address(&address)>{session.t("gap-ask")}</button></div>
                    })}
                </div>
            </section>
        }
        .into_any(),
    )
}

fn to_base(session: Session) {
    session.act(Action::Open(View::Sources));
    session.host().focus("#atlas-base");
}

/// The address to ask for, where asking may help: one inside the service that the document came from.
fn askable(session: Session, missing: &Missing) -> Option<String> {
    let source = session.source(missing.source?)?;
    // The sample is files: they answer the same whatever is asked for with them.
    if missing.href.is_empty() || source.origin == Origin::Sample || session.hosting().is_readonly() {
        return None;
    }
    let resolved = session.judge(&missing.href, source.address.as_deref())?;
    let is_inside = resolved.judgement.is_inside();
    let asked = with_parameter(&resolved.address, "expand_relationships", "true");
    (is_inside && source.address.as_deref() != Some(asked.as_str())).then_some(asked)
}
