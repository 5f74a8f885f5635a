//! The Links tab: the HAL links and embedded resources of an object, in every form they come in.

use super::item::item_link;
use super::link::{follow, link_as, link_in_tab};
use super::session::Session;
use crate::graph::NodeId;
use crate::hal::link::{
    Embedded, Form, Link, Oddity, Relation, Resource, Target, embedded_copy, read, self_href,
};
use crate::json::{Document, Value, ValueId};
use crate::session::Action;
use crate::source::{Place, Source, SourceId};
use crate::text::visible;
use leptos::prelude::*;
use std::sync::Arc;

/// How many embedded resources of a relation are listed.
const MOST_EMBEDDED: usize = 50;

/// A document whose links are shown.
#[derive(Clone)]
pub struct Held {
    /// Its values.
    pub document: Arc<Document>,
    /// Its address as it is shown, against which its links resolve.
    pub base: Option<String>,
    /// The loaded document that it is, if it is one.
    pub source: Option<SourceId>,
    /// How the inspector names it.
    pub href: String,
}

impl Held {
    /// A loaded document.
    pub fn of_source(source: &Source) -> Self {
        Self {
            document: Arc::clone(&source.document),
            base: source.address.clone(),
            source: Some(source.id),
            href: source.id.0.to_string(),
        }
    }
}

/// The links of an item, of its fullest description.
pub fn links(session: Session, id: NodeId) -> impl IntoView {
    let places =
        session.graph.with(|graph| graph.node(id).map(|node| node.places.clone()).unwrap_or_default());
    let drawn: Vec<_> = places
        .into_iter()
        .filter_map(|place| {
            let source = session.source(place.source)?;
            let resource = read(source.document.value(place.at));
            (!resource.relations.is_empty() || !resource.embedded.is_empty())
                .then(|| resource_view(session, &Held::of_source(&source), &resource))
        })
        .take(1)
        .collect();
    if drawn.is_empty() {
        return view! { <p class="muted">{session.t("no-links")}</p> }.into_any();
    }
    drawn.into_any()
}

/// The links and embedded resources of one resource.
pub fn resource_view(session: Session, held: &Held, resource: &Resource) -> AnyView {
    let relations = resource
        .relations
        .iter()
        .map(|relation| relation_view(session, held, resource, relation))
        .collect_view();
    let embedded = resource.embedded.iter().map(|one| embedded_view(session, held, one)).collect_view();
    let oddities =
        resource.oddities.iter().map(|(_, oddity)| oddity_note(session, &[*oddity])).collect_view();
    view! { <div class="stack relations">{oddities}{relations}{embedded}</div> }.into_any()
}

/// What is embedded: copies that may be partial or out of date, and marked as such.
fn embedded_view(session: Session, held: &Held, embedded: &Embedded) -> AnyView {
    let name = visible(&embedded.name).into_owned();
    let documentation = documentation(session, held, embedded.documentation.as_deref());
    let items = embedded.resources.iter().take(MOST_EMBEDDED).map(|at| embedded_item(session, held, *at));
    let rest = embedded.resources.len().saturating_sub(MOST_EMBEDDED);
    let oddities = embedded.oddities.iter().take(1).map(|(_, oddity)| oddity_note(session, &[*oddity]));
    view! {
        <section class="relation">
            <h3 class="minor">{name} " " <span class="badge outline" title=session.t("embedded-lead")>{session.t("embedded")}</span> " "
                <span class="count">{embedded.resources.len()}</span> " " {documentation}</h3>
            <ul class="stack">{items.collect_view()}
                {(rest > 0).then(|| view! { <li class="faint small">{session.tr("embedded-more", &[("count", rest.into())])}</li> })}
            </ul>
            {oddities.collect_view()}
        </section>
    }
    .into_any()
}

fn embedded_item(session: Session, held: &Held, at: ValueId) -> AnyView {
    let node = held
        .source
        .and_then(|source| session.nodes_by_place.with(|index| index.get(&Place { source, at }).copied()));
    if let Some(node) = node {
        return view! { <li>{item_link(session, node)}</li> }.into_any();
    }
    let words = visible(&name_of(held.document.value(at))).into_owned();
    let (href, pointer) = (held.href.clone(), held.document.pointer(at));
    let place = visible(&pointer).into_owned();
    view! {
        <li class="link-item">
            <button class="a-link" on:click=move |_| session.act(Action::LookInto(href.clone(), pointer.clone()))>
                {if words.is_empty() { place.clone() } else { words }}
            </button>
            <span class="faint small mono break">{place}</span>
        </li>
    }
    .into_any()
}

/// What an embedded resource is called: by the member that names it, else by where it leads.
fn name_of(value: Value<'_>) -> String {
    let text = |name: &str| value.get(name).filter(|one| one.is_leaf() && !one.is_null());
    let named = ["title", "name", "description", "id"].into_iter().find_map(text);
    named.map(|one| one.shown().into_owned()).or_else(|| self_href(value)).unwrap_or_default()
}

fn documentation(session: Session, held: &Held, href: Option<&str>) -> Option<AnyView> {
    href.map(|href| link_in_tab(session, href, &session.t("documentation"), held.base.as_deref()))
}

fn relation_view(session: Session, held: &Held, resource: &Resource, relation: &Relation) -> AnyView {
    let documentation = documentation(session, held, relation.documentation.as_deref());
    let links = relation.links.iter().map(|link| link_view(session, held, resource, link)).collect_view();
    view! {
        <section class="relation">
            <h3 class="minor"><bdi class="break">{visible(&relation.name).into_owned()}</bdi> " " {documentation}</h3>
            <ul class="stack">{links}</ul>
        </section>
    }
    .into_any()
}

/// The way to the copy of a link's target that is embedded in the same answer.
fn copy_of(session: Session, held: &Held, resource: &Resource, href: &str) -> Option<AnyView> {
    let at = embedded_copy(&held.document, resource, href)?;
    let (name, pointer) = (held.href.clone(), held.document.pointer(at));
    Some(
        view! {
            <button class="a-link small" title=session.t("embedded-lead")
                on:click=move |_| session.act(Action::LookInto(name.clone(), pointer.clone()))>{session.t("embedded-copy")}</button>
        }
        .into_any(),
    )
}

fn link_view(session: Session, held: &Held, resource: &Resource, link: &Link) -> AnyView {
    let base = held.base.as_deref();
    let words =
        |href: &str| link.title.clone().map_or_else(|| href.to_owned(), |title| format!("{title} — {href}"));
    let target = match link.target() {
        Target::Address(href) if is_page(link) => link_as(session, href, &words(href), base),
        Target::Address(href) => follow(session, href, &words(href), base),
        Target::Template(href) => super::template::form(session, href, base).into_any(),
        Target::Broken(href, _) => view! {
            <code class="break">{visible(href).into_owned()}</code> <p class="note is-pending">{session.t("template-broken")}</p>
        }
        .into_any(),
        Target::Nowhere if link.form == Form::Null => view! { <span class="faint">{session.t("link-null")}</span> }.into_any(),
        Target::Nowhere => view! { <span class="faint">{session.t("link-nowhere")}</span> }.into_any(),
    };
    let copy = link.href.as_deref().and_then(|href| copy_of(session, held, resource, href));
    let facts: Vec<_> = [
        ("link-name", &link.name),
        ("link-type", &link.media_type),
        ("link-profile", &link.profile),
        ("link-hreflang", &link.hreflang),
    ]
    .into_iter()
    .filter_map(|(id, value)| Some((session.t(id), visible(value.as_ref()?).into_owned())))
    .map(|(label, value)| view! { <span class="badge outline">{label} " " {value}</span> })
    .collect();
    let others = link
        .others
        .iter()
        .map(|(name, at)| {
            let value = held.document.value(*at).shown().into_owned();
            view! { <span class="badge outline">{visible(name).into_owned()} " " {visible(&value).into_owned()}</span> }
        })
        .collect_view();
    let deprecation = link.deprecation.as_ref().map(|address| {
        view! {
            <p class="note is-pending">
                {session.t("link-deprecated")} " " {link_in_tab(session, address, address, base)}
            </p>
        }
    });
    let oddities = (link.form != Form::Null).then(|| oddity_note(session, &link.oddities));
    view! {
        <li class="link-item"><div class="row wrap">{target}{copy}</div><div class="row wrap">{facts}{others}</div>{deprecation}{oddities}</li>
    }
    .into_any()
}

/// Whether a link says that it leads to a page for people.
fn is_page(link: &Link) -> bool {
    link.media_type.as_deref().is_some_and(|kind| kind.trim_start().starts_with("text/html"))
}

fn oddity_note(session: Session, oddities: &[Oddity]) -> Option<AnyView> {
    let words: Vec<_> =
        oddities.iter().map(|oddity| session.t(&format!("link-odd-{oddity:?}").to_lowercase())).collect();
    (!words.is_empty()).then(|| view! { <p class="note is-pending">{words.join(" ")}</p> }.into_any())
}
