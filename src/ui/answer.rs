//! How something was answered: status, time, size, hash and headers, and the request to repeat it by hand.

use super::icon::{self, icon};
use super::session::Session;
use super::task::spawn_while;
use super::time::moment;
use crate::browser::address;
use crate::browser::timer::breathe;
use crate::hal::secret;
use crate::source::{Body, Hasher, Response};
use crate::stamp::Stamp;
use crate::text::visible;
use leptos::prelude::*;
use std::sync::Arc;

/// How many bytes are hashed before the browser may paint.
const SLICE_BYTES: usize = 1 << 20;

/// One line of facts: status, type, size, time.
pub fn facts(session: Session, response: &Response) -> AnyView {
    let status = response.status.map(|status| {
        let class = match status {
            200..=299 => "badge is-ok",
            300..=399 => "badge is-pending",
            _ => "badge is-failed",
        };
        view! { <span class=class>{session.tr("answer-status", &[("status", status.to_string().into())])}</span> }
    });
    let kind = response.header("content-type").map(|kind| visible(kind).into_owned());
    let size = session.tr("kilobytes", &[("count", response.body.len().div_ceil(1000).into())]);
    let time = moment(session, &Stamp::from_number(&response.loaded_millis.to_string()));
    let took = (response.took_millis > 0.0)
        .then(|| session.tr("answer-took", &[("count", (response.took_millis.round() as i64).into())]));
    view! {
        <div class="row wrap facts small muted">
            {status}
            {kind.map(|kind| view! { <code class="break">{kind}</code> })}
            <span class="numbers nowrap">{size}</span>
            <span class="numbers nowrap">{time}</span>
            {took.map(|took| view! { <span class="numbers nowrap">{took}</span> })}
        </div>
    }
    .into_any()
}

/// When it was complete, in UTC.
fn time_of(response: &Response) -> String {
    Stamp::from_number(&response.loaded_millis.to_string()).utc_text().into_owned()
}

/// The sheet with everything that is known of an answer beside its body.
pub fn answer(session: Session, response: &Arc<Response>) -> AnyView {
    let line = |id: &str, value: AnyView| {
        view! { <div class="fields-row"><dt class="fields-label">{session.t(id)}</dt><dd class="fields-value">{value}</dd></div> }
            .into_any()
    };
    let time = time_of(response);
    let address = response.address.clone().unwrap_or_else(|| response.title.clone());
    let status = response.status.map(|status| line("answer-status-name", status.to_string().into_any()));
    let headers = response
        .headers
        .iter()
        .map(|(name, value)| {
            view! {
                <div class="fields-row"><dt class="fields-label mono">{visible(name).into_owned()}</dt>
                <dd class="fields-value break mono">{visible(value).into_owned()}</dd></div>
            }
        })
        .collect_view();
    let has_headers = !response.headers.is_empty();
    view! {
        <div class="stack">
            <dl class="fields">
                {line("answer-address", view! { <bdi class="break mono">{visible(&address).into_owned()}</bdi> }.into_any())}
                {status}
                {line("answer-time", time.into_any())}
                {line("answer-bytes", response.body.len().to_string().into_any())}
                {line("answer-hash", hash(session, response))}
            </dl>
            {response.address.as_deref().map(|address| curl(session, address))}
            <h3 class="minor">{session.t("answer-headers")}</h3>
            {if has_headers {
                view! { <dl class="fields">{headers}</dl> }.into_any()
            } else {
                view! { <p class="muted">{session.t("answer-no-headers")}</p> }.into_any()
            }}
        </div>
    }
    .into_any()
}

/// The hash, taken in slices while the sheet is open.
fn hash(session: Session, response: &Arc<Response>) -> AnyView {
    let found = RwSignal::new(None::<String>);
    let response = Arc::clone(response);
    spawn_while(found, async move {
        let hash = hash_of(&response.body).await;
        found.set(Some(hash));
    });
    (move || match found.get() {
        Some(hash) => {
            let copied = hash.clone();
            view! {
                <code class="break">{hash}</code> " "
                <button class="button quiet icon-only small" title=session.t("copy") aria-label=session.t("copy")
                    on:click=move |_| session.copy(copied.clone())>{icon(icon::COPY)}</button>
            }
            .into_any()
        }
        None => view! { <span class="faint">"…"</span> }.into_any(),
    })
    .into_any()
}

/// The SHA-256 of a body, with a breath for the browser after every slice.
pub async fn hash_of(body: &Body) -> String {
    let bytes = body.bytes();
    let mut hasher = Hasher::default();
    for (at, slice) in bytes.chunks(SLICE_BYTES).enumerate() {
        hasher.update(slice);
        if at % 8 == 7 {
            breathe().await;
        }
    }
    hasher.finish()
}

/// The request as a command for a shell, without the token.
pub fn curl_of(session: Session, shown: &str) -> String {
    let full = session.full_address(shown);
    let origin = address::parse(&full, None).map(|address| address.parts.origin()).unwrap_or_default();
    let with_token = session.settings.with_value(|settings| settings.tokens.has(&origin));
    secret::curl(shown, with_token)
}

fn curl(session: Session, shown: &str) -> AnyView {
    let command = curl_of(session, shown);
    let copied = command.clone();
    view! {
        <section class="stack">
            <h3 class="minor row">{session.t("answer-curl")}
                <button class="button quiet icon-only small" title=session.t("copy-curl") aria-label=session.t("copy-curl")
                    on:click=move |_| session.copy(copied.clone())>{icon(icon::COPY)}</button>
            </h3>
            <pre class="fault-code mono">{visible(&command).into_owned()}</pre>
        </section>
    }
    .into_any()
}
