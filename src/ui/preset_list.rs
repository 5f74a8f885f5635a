//! A list of a service, read page by page, to choose one entry from.

use super::fault::{Handling, message_in_place};
use super::session::{Loading, Session, Stage};
use super::task::spawn_while;
use crate::browser::address::{Address, parse};
use crate::browser::crawler;
use crate::browser::fetch::{Abort, Ask, Signal};
use crate::hal::fault::{Class, Fault};
use crate::hal::page::{self, Pages};
use crate::json::{Document, Limits};
use crate::session::preset::{self, Choice, Wanted};
use crate::source::Origin;
use crate::text::visible;
use crate::ui::erased::{effect, memo};
use leptos::prelude::*;
use std::sync::Arc;

/// How many entries are drawn; the search narrows them.
const MOST_SHOWN: usize = 100;

/// A list that is read, and how far that has come.
#[derive(Clone, Copy)]
pub struct Reading {
    choices: RwSignal<Vec<Choice>>,
    /// Entries that the service states.
    total: RwSignal<Option<u64>>,
    under_way: RwSignal<bool>,
    is_begun: RwSignal<bool>,
    fault: RwSignal<Option<Arc<Fault>>>,
    find: RwSignal<String>,
    abort: StoredValue<Option<Abort>, LocalStorage>,
    asked: StoredValue<Option<List>>,
}

/// What is read.
#[derive(Clone, Debug)]
struct List {
    wanted: Wanted,
    first: Address,
    base: String,
    catalog: String,
}

impl Reading {
    /// Nothing is read.
    pub fn new() -> Self {
        Self {
            choices: RwSignal::new(Vec::new()),
            total: RwSignal::new(None),
            under_way: RwSignal::new(false),
            is_begun: RwSignal::new(false),
            fault: RwSignal::new(None),
            find: RwSignal::new(String::new()),
            abort: StoredValue::new_local(None),
            asked: StoredValue::new(None),
        }
    }

    /// Begins to read a list; ends what was read before.
    pub fn begin(self, session: Session, wanted: Wanted, first: Address, base: String, catalog: String) {
        let list = List { wanted, first, base, catalog };
        self.asked.set_value(Some(list.clone()));
        self.choices.set(Vec::new());
        self.total.set(None);
        self.fault.set(None);
        self.is_begun.set(true);
        self.under_way.set(true);
        let abort = Abort::new();
        let signal = abort.signal();
        self.abort.set_value(Some(abort));
        spawn_while(self.under_way, async move {
            let ended = self.read(session, &list, &signal).await;
            if !signal.is_aborted() {
                self.under_way.set(false);
                if let Err(fault) = ended {
                    self.refused(session, &list, fault);
                }
            }
        });
    }

    fn again(self, session: Session) {
        if let Some(list) = self.asked.get_value() {
            self.begin(session, list.wanted, list.first, list.base, list.catalog);
        }
    }

    /// Asks again once there is a token for what was refused.
    fn signed_in(self, session: Session) {
        let is_refused = self.fault.get_untracked().is_some_and(|fault| fault.class == Class::Auth);
        let origin = self.asked.get_value().map(|list| list.first.parts.origin());
        let has_token = |origin: &String| session.settings.with_value(|settings| settings.tokens.has(origin));
        if is_refused && origin.is_some_and(|origin| has_token(&origin)) {
            self.again(session);
        }
    }

    fn stop(self) {
        self.abort.set_value(None);
        self.under_way.set(false);
    }

    fn refused(self, session: Session, list: &List, fault: Fault) {
        if fault.class == Class::Auth {
            session.ask_token(list.first.parts.origin());
        }
        self.fault.set(Some(Arc::new(fault)));
    }

    /// Reads page after page, within the limit of requests.
    async fn read(self, session: Session, list: &List, signal: &Signal) -> Result<(), Fault> {
        let most = session.settings.with_value(|settings| settings.max_requests);
        let (document, answered) = ask(session, &list.first, signal).await?;
        let Some(mut pages) = self.first(list, &document, &answered) else { return Ok(()) };
        for _ in 1..most {
            let Some((number, address)) = pages.missing().next() else { return Ok(()) };
            let Some(address) = parse(&address, None) else { return Ok(()) };
            let (document, _) = ask(session, &address, signal).await?;
            self.take(list, &document, signal);
            let Some(envelope) = page::read(document.root()) else { return Ok(()) };
            pages.arrived(number, envelope.here, page::fingerprint(document.value(envelope.items)));
        }
        Ok(())
    }

    fn first(self, list: &List, document: &Document, answered: &str) -> Option<Pages> {
        self.choices.set(preset::choices(list.wanted, document, &list.base, &list.catalog));
        let envelope = page::read(document.root())?;
        self.total.set(envelope.total);
        Some(Pages::new(answered, &envelope, page::fingerprint(document.value(envelope.items))))
    }

    fn take(self, list: &List, document: &Document, signal: &Signal) {
        if !signal.is_aborted() {
            let more = preset::choices(list.wanted, document, &list.base, &list.catalog);
            self.choices.update(|all| all.extend(more));
        }
    }
}

async fn ask(session: Session, address: &Address, signal: &Signal) -> Result<(Document, String), Fault> {
    let settings = session.settings.get_value();
    let loaded =
        crawler::load(&Ask::new(address.clone()), &settings, signal, &Limits::default(), &|_| {}).await;
    loaded.map(|(answer, document)| (document, answer.address.href)).map_err(|failed| failed.fault)
}

/// The entries with a search; nothing before any list was asked for.
pub fn choices(session: Session, reading: Reading) -> AnyView {
    let body = move || {
        reading.is_begun.get().then(|| {
            view! {
                <div class="stack preset-list">
                    {head(session, reading)}
                    {trouble(session, reading)}
                    {entries(session, reading)}
                </div>
            }
        })
    };
    body.into_any()
}

fn head(session: Session, reading: Reading) -> AnyView {
    let words = move || {
        let read = reading.choices.with(Vec::len);
        let all = reading.total.get().unwrap_or(read as u64);
        let number = |number: u64| session.with_texts(|texts| texts.number(number)).into();
        let args = [("read", read.into()), ("shown", number(read as u64)), ("all", number(all))];
        match (reading.under_way.get(), reading.fault.get().is_some()) {
            (true, _) => session.tr("preset-reading", &args),
            (false, true) => session.tr("preset-part", &args),
            (false, false) => session.tr("preset-choose", &args),
        }
    };
    view! {
        <div class="row wrap">
            <span class="grow numbers" role="status">{words}</span>
            <button class="button quiet small" type="button" hidden=move || !reading.under_way.get() on:click=move |_| reading.stop()>{session.t("stop")}</button>
        </div>
        <input class="field" type="search" autocomplete="off" spellcheck="false" aria-label=session.t("preset-find") placeholder=session.t("preset-find")
            on:input=move |event| reading.find.set(event_target_value(&event)) />
    }
    .into_any()
}

fn trouble(session: Session, reading: Reading) -> AnyView {
    let message = move || {
        reading.fault.get().map(|fault| {
            let loading = Loading { id: u32::MAX, title: String::new(), stage: Stage::Reading, asked: None };
            let handling = Handling {
                retry: Some(Callback::new(move |()| reading.again(session))),
                dismiss: Some(Callback::new(move |()| reading.fault.set(None))),
                raise: None,
            };
            message_in_place(session, &loading, &fault, handling)
        })
    };
    effect(move |was_asked: Option<bool>| {
        let is_asked = session.token_wanted.get().is_some();
        if was_asked == Some(true) && !is_asked {
            reading.signed_in(session);
        }
        is_asked
    });
    message.into_any()
}

fn entries(session: Session, reading: Reading) -> AnyView {
    let found = memo(move |_| {
        let find = reading.find.get();
        reading
            .choices
            .with(|all| all.iter().filter(|one| preset::matches(one, &find)).cloned().collect::<Vec<_>>())
    });
    let rows = move || {
        found.with(|found| found.iter().take(MOST_SHOWN).map(|one| entry(session, one)).collect_view())
    };
    let beyond = move || found.with(|found| found.len().saturating_sub(MOST_SHOWN));
    view! {
        <ul class="card preset-entries">{rows}</ul>
        {move || (beyond() > 0).then(|| view! { <p class="faint small">{session.tr("preset-more", &[("count", beyond().into())])}</p> })}
    }
    .into_any()
}

fn entry(session: Session, choice: &Choice) -> AnyView {
    let address = choice.address.clone();
    let open = move |_| {
        if let Some(address) = parse(&address, None) {
            session.load_addresses(vec![address], Origin::Address);
        }
    };
    view! {
        <li><button class="preset-entry" type="button" on:click=open>
            <bdi class="clip">{visible(&choice.title).into_owned()}</bdi>
            <span class="faint small clip">{visible(&choice.detail).into_owned()}</span>
        </button></li>
    }
    .into_any()
}
