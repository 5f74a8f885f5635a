//! The Links tab: the HAL links and embedded resources of an object, in every form they come in.

use super::item::item_link;
use super::link::link_as;
use super::session::Session;
use crate::graph::NodeId;
use crate::hal::link::{Form, Link, Relation, Resource, Target, read};
use crate::source::{Place, Source};
use crate::text::visible;
use leptos::prelude::*;
use std::sync::Arc;

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
                .then(|| resource_view(session, &source, &resource).into_any())
        })
        .take(1)
        .collect();
    if drawn.is_empty() {
        return view! { <p class="muted">{session.t("no-links")}</p> }.into_any();
    }
    drawn.into_any()
}

/// The links and embedded resources of one resource.
pub fn resource_view(session: Session, source: &Arc<Source>, resource: &Resource) -> impl IntoView + use<> {
    let relations =
        resource.relations.iter().map(|relation| relation_view(session, source, relation)).collect_view();
    let embedded = resource
        .embedded
        .iter()
        .map(|embedded| {
            let name = visible(&embedded.name).into_owned();
            let items = embedded.resources.iter().filter_map(|at| {
                let place = Place { source: source.id, at: *at };
                let node = session.nodes_by_place.with(|index| index.get(&place).copied())?;
                Some(view! { <li>{item_link(session, node)}</li> })
            });
            view! {
                <section class="relation">
                    <h3 class="minor">{name} " " <span class="badge outline">{session.t("embedded")}</span> " " <span class="count">{embedded.resources.len()}</span></h3>
                    <ul>{items.take(50).collect_view()}</ul>
                </section>
            }
        })
        .collect_view();
    view! { <div class="stack">{relations}{embedded}</div> }
}

fn relation_view(session: Session, source: &Arc<Source>, relation: &Relation) -> impl IntoView + use<> {
    let documentation = relation
        .documentation
        .as_ref()
        .map(|href| link_as(session, href, &session.t("documentation"), source.address.as_deref()));
    let links = relation.links.iter().map(|link| link_view(session, source, link)).collect_view();
    view! {
        <section class="relation">
            <h3 class="minor">{visible(&relation.name).into_owned()} " " {documentation}</h3>
            <ul class="stack">{links}</ul>
        </section>
    }
}

fn link_view(session: Session, source: &Arc<Source>, link: &Link) -> impl IntoView + use<> {
    let base = source.address.as_deref();
    let words =
        |href: &str| link.title.clone().map_or_else(|| href.to_owned(), |title| format!("{title} — {href}"));
    let target = match link.target() {
        Target::Address(href) => link_as(session, href, &words(href), base),
        Target::Template(href) => super::template::form(session, href, base).into_any(),
        Target::Broken(href, _) => view! {
            <code class="break">{visible(href).into_owned()}</code> <p class="note is-pending">{session.t("template-broken")}</p>
        }
        .into_any(),
        Target::Nowhere if link.form == Form::Null => view! { <span class="faint">{session.t("link-null")}</span> }.into_any(),
        Target::Nowhere => view! { <span class="faint">{session.t("link-nowhere")}</span> }.into_any(),
    };
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
            let value = source.document.value(*at).shown().into_owned();
            view! { <span class="badge outline">{visible(name).into_owned()} " " {visible(&value).into_owned()}</span> }
        })
        .collect_view();
    let deprecation = link.deprecation.as_ref().map(|address| {
        view! {
            <p class="note is-pending">
                {session.t("link-deprecated")} " " {link_as(session, address, address, base)}
            </p>
        }
    });
    let oddities = (!link.oddities.is_empty() && link.form != Form::Null).then(|| {
        let words =
            link.oddities.iter().map(|oddity| session.t(&format!("link-odd-{oddity:?}").to_lowercase()));
        view! { <p class="note is-pending">{words.collect::<Vec<_>>().join(" ")}</p> }
    });
    view! { <li class="link-item">{target}<div class="row wrap">{facts}{others}</div>{deprecation}{oddities}</li> }
}
