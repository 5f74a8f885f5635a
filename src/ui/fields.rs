//! Every field of an object, with its label: nothing in a document is left out.
//!
//! What is an item of its own (a release below `dependencies`) is shown as a link to it, so that each
//! leaf has exactly one place on screen; the rest is listed in the order of its table, and what no table
//! names stands under "Other fields".

use super::item::{item_link, item_link_as};
use super::link::link;
use super::markup;
use super::session::Session;
use super::time::instant;
use crate::json::{Kind, Value, ValueId};
use crate::shape::{Expect, Label, Row, Rows, Shape};
use crate::source::{Place, Source};
use crate::stamp::Stamp;
use crate::text::visible;
use leptos::prelude::*;
use std::sync::Arc;

/// How many rows are drawn before "show all".
const FIRST_ROWS: usize = 120;

/// The fields of the object at `at`.
pub fn fields(
    session: Session,
    source: &Arc<Source>,
    at: ValueId,
    shape: Option<&'static Shape>,
) -> impl IntoView + use<> {
    let limit = RwSignal::new(FIRST_ROWS);
    let source = Arc::clone(source);
    move || {
        let value = source.document.value(at);
        let mut rows = Rows::new(value, shape);
        let mut drawn = Vec::new();
        let mut has_other = false;
        while let Some(row) = rows.next() {
            if drawn.len() >= limit.get() {
                drawn.push(more(session, limit));
                break;
            }
            if row.is_other && !has_other {
                has_other = true;
                drawn.push(view! { <div class="fields-head">{session.t("other-fields")}</div> }.into_any());
            }
            let item = node_at(session, &source, row.value.id());
            if item.is_some() {
                rows.skip_inside(&row);
            }
            drawn.push(match item {
                Some(node) if row.value.is_leaf() => entry(
                    session,
                    &row,
                    item_link_as(session, node, row.value.shown().into_owned()).into_any(),
                ),
                Some(node) => entry(session, &row, item_link(session, node).into_any()),
                None => draw(session, &source, &row),
            });
        }
        view! { <div class="fields">{drawn}</div> }
    }
}

fn more(session: Session, limit: RwSignal<usize>) -> AnyView {
    view! {
        <button class="button small" on:click=move |_| limit.update(|limit| *limit = limit.saturating_mul(8))>
            {session.t("show-more-fields")}
        </button>
    }
    .into_any()
}

fn node_at(session: Session, source: &Arc<Source>, at: ValueId) -> Option<crate::graph::NodeId> {
    let place = Place { source: source.id, at };
    session.nodes_by_place.with(|index| index.get(&place).copied())
}

fn draw(session: Session, source: &Arc<Source>, row: &Row<'_>) -> AnyView {
    if row.value.is_leaf() || row.value.len() == 0 {
        let value = leaf(session, source, row.value, row.expect);
        return entry(session, row, value);
    }
    let label = label_of(session, &row.label);
    let count = matches!(row.value.kind(), Kind::Array)
        .then(|| view! { <span class="count">{row.value.len()}</span> });
    view! {
        <div class="fields-group" style:--depth=row.depth.to_string()>
            {label} " " {count}
        </div>
    }
    .into_any()
}

fn entry(session: Session, row: &Row<'_>, value: AnyView) -> AnyView {
    view! {
        <div class="fields-row" style:--depth=row.depth.to_string()>
            <span class="fields-label">{label_of(session, &row.label)}</span>
            <span class="fields-value">{value}</span>
        </div>
    }
    .into_any()
}

/// The label of a row: from the texts for documented members, the member's own name otherwise.
pub fn label_of(session: Session, label: &Label<'_>) -> String {
    match label {
        Label::Known { shape, field } => session.with_texts(|texts| {
            let own = format!("field-{shape}-{field}");
            let shared = format!("field-{}", field.trim_start_matches('_'));
            if texts.has(&own) {
                texts.plain(&own)
            } else if texts.has(&shared) {
                texts.plain(&shared)
            } else {
                (*field).to_owned()
            }
        }),
        Label::Unknown(name) | Label::Key(name) => visible(name).into_owned(),
        Label::Item(index) => (index + 1).to_string(),
        Label::Whole => String::new(),
    }
}

/// A value without parts, drawn as what is expected there.
pub fn leaf(
    session: Session,
    source: &Arc<Source>,
    value: Value<'_>,
    expect: Option<&'static Expect>,
) -> AnyView {
    match (value.kind(), expect) {
        (Kind::Null, _) => view! { <span class="faint">{session.t("null-value")}</span> }.into_any(),
        (Kind::Array | Kind::Object, _) => {
            view! { <span class="faint">{session.t("empty-value")}</span> }.into_any()
        }
        (Kind::Bool, _) => session.t(if value.as_bool() == Some(true) { "yes" } else { "no" }).into_any(),
        (Kind::String, Some(Expect::Instant)) => {
            instant(session, &Stamp::read(&value.as_text().unwrap_or_default())).into_any()
        }
        (Kind::Number, Some(Expect::Instant)) => {
            instant(session, &Stamp::from_number(value.number().unwrap_or_default())).into_any()
        }
        (Kind::String, Some(Expect::Markup)) => markup::markup(session, &value.as_text().unwrap_or_default()),
        (Kind::String, Some(Expect::Address | Expect::AddressOrObject(_) | Expect::Links)) => {
            link(session, &value.as_text().unwrap_or_default(), source.address.as_deref()).into_any()
        }
        (Kind::String, expect) => text(session, &value.as_text().unwrap_or_default(), expect),
        (Kind::Number, _) => view! { <span class="numbers">{value.shown().into_owned()}</span> }.into_any(),
    }
}

fn text(session: Session, words: &str, expect: Option<&'static Expect>) -> AnyView {
    if words.is_empty() {
        return view! { <span class="faint">{session.t("empty-text")}</span> }.into_any();
    }
    let is_mono = matches!(expect, Some(Expect::Hash | Expect::Version)) || looks_like_id(words);
    let secrets = session.secrets();
    view! { <bdi class="break" class:mono=is_mono>{visible(&secrets.known_masked(words)).into_owned()}</bdi> }
        .into_any()
}

fn looks_like_id(words: &str) -> bool {
    words.len() >= 16 && words.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}
