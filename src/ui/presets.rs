//! The two services on the start page: base address and token, then a list to choose from.
//!
//! The token goes from the field into memory for the origin of the base, and is forgotten when the base
//! names another one.

use super::icon::{self, icon};
use super::preset_list::{Reading, choices};
use super::session::Session;
use crate::browser::address::parse_typed;
use crate::session::preset::{self, Service, Wanted, address};
use leptos::html::Input;
use leptos::prelude::*;

/// What the deployment offers, and one card for each service.
pub fn presets(session: Session) -> AnyView {
    let cards = Service::ALL.map(|service| (service, Typed::new()));
    let fill = Callback::new(move |(chosen, base): (Service, String)| {
        for (_, typed) in cards.into_iter().filter(|(service, _)| *service == chosen) {
            typed.base.set(base.clone());
            typed.wrong.set(None);
            forget_other(session, typed);
        }
        // What is left to say: the catalogue, or the token.
        session.host().focus(&format!(".preset-{} .field.mono", chosen.word()));
    });
    let forms = cards.map(|(service, typed)| card(session, service, typed)).into_iter().collect_view();
    view! { {super::offers::services(session, fill)} {forms} }.into_any()
}

/// What was typed into a card.
#[derive(Clone, Copy)]
struct Typed {
    base: RwSignal<String>,
    catalog: RwSignal<String>,
    token: NodeRef<Input>,
    /// What is wrong with it: a text, none if nothing is.
    wrong: RwSignal<Option<&'static str>>,
    /// The origin that a token is held for.
    held: RwSignal<Option<String>>,
}

impl Typed {
    fn new() -> Self {
        Self {
            base: RwSignal::new(String::new()),
            catalog: RwSignal::new(String::new()),
            token: NodeRef::new(),
            wrong: RwSignal::new(None),
            held: RwSignal::new(None),
        }
    }
}

fn card(session: Session, service: Service, typed: Typed) -> AnyView {
    let reading = Reading::new();
    let word = service.word();
    let act = move |wanted: Wanted| ask(session, typed, reading, wanted);
    let buttons = service.wanted().map(|wanted| {
        view! {
            <button class="button" type="button" on:click=move |_| act(wanted)>{session.t(&format!("preset-{}", wanted.word()))}</button>
        }
    });
    view! {
        <section class=format!("card preset preset-{word}")>
            {icon(icon::LINK)}
            <h2 class="third">{session.t(&format!("preset-{word}"))}</h2>
            <p class="muted">{session.t(&format!("preset-{word}-lead"))}</p>
            <form class="stack" autocomplete="off" on:submit=move |event| { event.prevent_default(); act(service.wanted()[0]); }>
                {base_field(session, service, typed)}
                {(service == Service::Catalog).then(|| catalog_field(session, typed))}
                {token_field(session, typed)}
                {(service == Service::Foundation).then(|| token_help(session, typed))}
                {move || typed.wrong.get().map(|id| view! { <p class="note is-failed" role="alert">{session.t(id)}</p> })}
                <div class="row wrap">{buttons.into_iter().collect_view()}</div>
            </form>
            {choices(session, reading)}
        </section>
    }
    .into_any()
}

fn base_field(session: Session, service: Service, typed: Typed) -> AnyView {
    let hint = match service {
        Service::Catalog => "https://api.app-catalog.vmware.com",
        Service::Foundation => "https://sddc-manager.example",
    };
    let changed = move |event| {
        typed.base.set(event_target_value(&event));
        forget_other(session, typed);
    };
    view! {
        <label class="preset-field"><span class="minor">{session.t("preset-base")}</span>
            <input class="field" type="text" inputmode="url" autocomplete="off" spellcheck="false" placeholder=hint
                prop:value=move || typed.base.get() on:change=changed />
        </label>
    }
    .into_any()
}

fn catalog_field(session: Session, typed: Typed) -> AnyView {
    view! {
        <label class="preset-field"><span class="minor">{session.t("preset-catalogue")}</span>
            <input class="field mono" type="text" autocomplete="off" spellcheck="false"
                on:change=move |event| typed.catalog.set(event_target_value(&event)) />
        </label>
    }
    .into_any()
}

fn token_field(session: Session, typed: Typed) -> AnyView {
    let held = move || {
        typed.held.get().map(|origin| {
            let words = session.tr("preset-token-held", &[("host", origin.clone().into())]);
            view! {
                <p class="row wrap small muted"><span class="break">{words}</span>
                    <button class="a-link small" type="button" on:click=move |_| forget(session, typed)>{session.t("preset-token-forget")}</button>
                </p>
            }
        })
    };
    view! {
        <label class="preset-field"><span class="minor">{session.t("preset-token")}</span>
            <input node_ref=typed.token class="field mono" type="password" autocomplete="off" spellcheck="false" />
        </label>
        {held}
    }
    .into_any()
}

/// How to get a token, with a command to copy: asking for one is no GET request, so it is not sent from here.
fn token_help(session: Session, typed: Typed) -> AnyView {
    let command = move || preset::token_command(&typed.base.get());
    view! {
        <details class="preset-help">
            <summary class="small">{session.t("preset-token-how")}</summary>
            <p class="muted small">{session.t("preset-token-how-lead")}</p>
            <div class="row">
                <pre class="fault-code mono grow">{command}</pre>
                <button class="button quiet icon-only small" type="button" title=session.t("copy-curl") aria-label=session.t("copy-curl")
                    on:click=move |_| session.copy(untrack(command))>{icon(icon::COPY)}</button>
            </div>
        </details>
    }
    .into_any()
}

/// What stands in the fields, as it was meant: the base and the id of the catalogue.
fn meant(typed: Typed) -> (String, String) {
    preset::typed(&typed.base.get_untracked(), &typed.catalog.get_untracked())
}

/// The base that is typed, as an absolute address; none if it is no address of the web.
fn base_of(typed: Typed) -> Option<String> {
    let (text, _) = meant(typed);
    let parsed = parse_typed(&text).filter(|address| address.parts.is_web() && !address.parts.user_info)?;
    let whole = parsed.href.split(['?', '#']).next().unwrap_or_default();
    (!text.trim().is_empty()).then(|| whole.to_owned())
}

/// The origin of the base that is typed.
fn origin_of(typed: Typed) -> Option<String> {
    Some(parse_typed(&base_of(typed)?)?.parts.origin())
}

/// Forgets the token when the base names another origin.
fn forget_other(session: Session, typed: Typed) {
    if typed.held.get_untracked().is_some_and(|held| origin_of(typed) != Some(held)) {
        forget(session, typed);
    }
}

fn forget(session: Session, typed: Typed) {
    if let Some(origin) = typed.held.get_untracked() {
        session.settings.update_value(|settings| settings.tokens.forget(&origin));
        session.crawls_signed_in(&origin);
    }
    typed.held.set(None);
}

/// Takes the token out of its field, and asks.
fn ask(session: Session, typed: Typed, reading: Reading, wanted: Wanted) {
    let (_, catalog) = meant(typed);
    let Some(base) = base_of(typed) else {
        typed.wrong.set(Some("preset-needs-base"));
        return;
    };
    let Some(target) = address(wanted, &base, &catalog).and_then(|text| parse_typed(&text)) else {
        typed.wrong.set(Some("preset-needs-catalogue"));
        return;
    };
    typed.wrong.set(None);
    let origin = target.parts.origin();
    if !keep_token(session, typed, &origin) {
        typed.wrong.set(Some("sign-in-bad"));
        return;
    }
    if wanted.is_list() {
        reading.begin(session, wanted, target, base, catalog);
    } else {
        session.load_addresses(vec![target], crate::source::Origin::Address);
    }
}

/// Keeps what stands in the token's field, if anything does; false if it cannot be sent.
fn keep_token(session: Session, typed: Typed, origin: &str) -> bool {
    let Some(input) = typed.token.get_untracked() else { return true };
    let token = input.value();
    if token.trim().is_empty() {
        return true;
    }
    input.set_value("");
    let is_kept = session.give_token(origin, &token);
    if is_kept {
        typed.held.set(Some(origin.to_owned()));
    }
    is_kept
}
