//! Everything that came in this session, kept once, and what is known of addresses beside it.
//!
//! Addresses are kept and shown without their secrets. The few that have any are remembered here in full,
//! in memory alone, so that a link can be followed that nobody may see.

use super::evidence::Shown;
use super::session::{Incoming, Session, Shared};
use crate::browser::address::{self, Address, Base};
use crate::browser::fetch::{Answer, Failed};
use crate::hal::crawl::Resolved;
use crate::hal::fault::Class;
use crate::hal::secret::{self, Secrets};
use crate::json::{self, Document, Limits};
use crate::session::visits::Visits;
use crate::sorted::{SortedMap, SortedSet};
use crate::source::{Body, Origin, Response, Responses, Source, SourceId};
use leptos::prelude::*;
use std::borrow::Cow;
use std::sync::Arc;

/// The most bytes of an error that is read as JSON.
const MOST_ERROR_BYTES: usize = 1 << 20;

/// The signals of everything that came. A handle, as the session is one.
#[derive(Clone, Copy)]
pub struct Answers {
    /// Every answer, failed ones too.
    pub responses: RwSignal<Shared<Responses>>,
    /// What links of files resolve against (the attribute `base-url`, or typed by hand).
    pub base_url: RwSignal<Option<Base>>,
    /// Origins that may be asked without a question: somebody opened an address there, or said yes.
    pub allowed: RwSignal<SortedSet<String>>,
    /// What was looked at in the inspector.
    pub visits: RwSignal<Visits>,
    /// The evidence file that is shown, if one is.
    pub evidence: RwSignal<Option<Shown>>,
    /// Addresses with secrets, by how they are shown.
    full: StoredValue<SortedMap<String, String>, LocalStorage>,
    /// Documents that were too large, until the limit is raised or the message dismissed.
    held: StoredValue<SortedMap<u32, Incoming>, LocalStorage>,
}

impl Answers {
    /// Nothing came yet.
    pub fn new() -> Self {
        Self {
            responses: RwSignal::new(Shared::default()),
            base_url: RwSignal::new(None),
            allowed: RwSignal::new(SortedSet::new()),
            visits: RwSignal::new(Visits::default()),
            evidence: RwSignal::new(None),
            full: StoredValue::new_local(SortedMap::new()),
            held: StoredValue::new_local(SortedMap::new()),
        }
    }
}

impl Default for Answers {
    fn default() -> Self {
        Self::new()
    }
}

impl Session {
    /// Everything that came.
    pub fn answers(self) -> Answers {
        self.answers.get_value()
    }

    /// Keeps what came.
    pub fn keep(self, response: Response) {
        self.answers().responses.update(|all| {
            let mut list = (*all.0).clone();
            list.keep(response);
            *all = Shared(Arc::new(list));
        });
    }

    /// Keeps the answer that a document was read of. Its bytes are the document's.
    pub fn keep_answer(
        self,
        asked: &Address,
        answer: &Answer,
        document: &Arc<Document>,
        source: Option<SourceId>,
    ) {
        let body = Body::Document(Arc::clone(document));
        self.keep(Response { source, ..self.response_of(asked, answer, body) });
    }

    /// Keeps what came instead of a document; what a person stopped is no answer.
    pub fn keep_failed(self, asked: &Address, failed: &Failed) {
        if failed.fault.class == Class::Stopped {
            return;
        }
        let response = match &failed.answer {
            Some(answer) => self.response_of(asked, answer, self.body_of(&answer.bytes)),
            None => silence(self.masked_address(&asked.href)),
        };
        self.keep(Response { fault: Some(Arc::new(failed.fault.clone())), ..response });
    }

    /// The body of a failed answer: errors in JSON can be unfolded as documents can.
    fn body_of(self, bytes: &[u8]) -> Body {
        let tokens = self.tokens();
        let mask = |text: &str| match tokens.known_masked(text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(masked) => Some(masked),
        };
        let document =
            (bytes.len() <= MOST_ERROR_BYTES).then(|| json::read_masked(bytes, &self.limits(), &mask).ok());
        match document.flatten() {
            Some(document) => Body::Document(Arc::new(document)),
            None => Body::Bytes(Arc::new(bytes.to_vec())),
        }
    }

    fn response_of(self, asked: &Address, answer: &Answer, body: Body) -> Response {
        let secrets = self.secrets();
        let address = self.masked_address(&asked.href);
        let is_elsewhere = answer.address.href != asked.href;
        let answered = is_elsewhere.then(|| self.masked_address(&answer.address.href));
        let headers = answer.headers.iter().map(|(name, value)| (name.clone(), secrets.text(value)));
        Response {
            title: address.clone(),
            address: Some(address),
            answered,
            origin: Origin::Address,
            source: None,
            status: Some(answer.status),
            headers: headers.collect(),
            loaded_millis: answer.loaded_millis,
            took_millis: answer.took_millis,
            body,
            fault: None,
        }
    }

    /// Keeps an answer for every document that has none yet: files, pasted text, what a host handed over.
    pub(super) fn keep_sources(self, sources: &[Arc<Source>]) {
        for source in sources {
            let is_known = self.answers().responses.with_untracked(|all| all.of_source(source.id).is_some());
            if !is_known {
                self.keep(Response::of_source(source));
            }
        }
    }

    /// Forgets the answers of documents that were closed.
    pub(super) fn forget_answers(self, is_closed: impl Fn(SourceId) -> bool) {
        self.answers().responses.update(|all| {
            let mut list = (*all.0).clone();
            list.retain(|response| response.source.is_none_or(|id| !is_closed(id)));
            *all = Shared(Arc::new(list));
        });
    }

    /// An address as it may be shown; what was taken out of it is remembered in memory.
    pub fn masked_address(self, href: &str) -> String {
        let shown = self.secrets().address(href);
        if shown != href {
            self.answers().full.update_value(|full| {
                full.insert(shown.clone(), href.to_owned());
            });
        }
        shown
    }

    /// The address in full behind one that is shown. Never shown, never stored.
    pub fn full_address(self, shown: &str) -> String {
        let known = self.answers().full.with_value(|full| full.get(shown).cloned());
        known.unwrap_or_else(|| shown.to_owned())
    }

    /// The tokens that are known, to be masked wherever a server echoes them.
    pub(super) fn tokens(self) -> Secrets {
        self.settings.with_value(|settings| settings.tokens.secrets())
    }

    /// Everything that must never be shown or written: tokens, and the secret parts of addresses.
    pub fn secrets(self) -> Secrets {
        let tokens = self.tokens();
        let hidden: Vec<String> = self
            .answers()
            .full
            .with_value(|full| full.values().flat_map(|href| secret::hidden(href)).collect());
        tokens.and(hidden)
    }

    /// Where a link leads and whether it may be followed; nothing for what is no address at all, or a
    /// relative one without a base. `document` is the address of its document, as it is shown.
    pub fn judge(self, href: &str, document: Option<&str>) -> Option<Resolved> {
        let document = document.map(|shown| self.full_address(shown));
        let from = document.as_deref();
        let is_below = |base: &Base| {
            let parsed = from.and_then(|from| address::parse(from, None));
            from.is_none() || parsed.is_some_and(|address| address.parts.origin() == base.origin())
        };
        match self.answers().base_url.get().filter(is_below) {
            Some(base) => base.resolve(href, from),
            None => address::judged(href, from),
        }
    }

    /// Sets what links of files resolve against; an empty text takes it away. False if it is no address of
    /// the web.
    pub fn set_base(self, text: &str) -> bool {
        let base = Some(text).filter(|text| !text.trim().is_empty()).and_then(Base::given);
        let is_understood = text.trim().is_empty() || base.is_some();
        if is_understood && self.answers().base_url.get_untracked() != base {
            self.answers().base_url.set(base);
        }
        is_understood
    }

    /// Whether this origin may be asked without a question.
    pub fn is_allowed(self, origin: &str) -> bool {
        let is_base =
            self.answers().base_url.with(|base| base.as_ref().is_some_and(|base| base.origin() == origin));
        is_base
            || address::page().origin() == origin
            || self.hosting().allows(origin)
            || self.answers().allowed.with(|all| all.contains(origin))
    }

    /// Lets this origin be asked from now on: somebody said yes.
    pub fn allow(self, origin: String) {
        if !self.answers().allowed.with_untracked(|all| all.contains(&origin)) {
            self.answers().allowed.update(|all| {
                all.insert(origin);
            });
        }
    }

    /// How much is read of one document.
    pub fn limits(self) -> Limits {
        let max_bytes = self.settings.with_value(|settings| settings.max_bytes);
        Limits { max_bytes: usize::try_from(max_bytes).unwrap_or(usize::MAX), ..Limits::default() }
    }

    /// Keeps a document that was too large, so that it can be read with a higher limit.
    pub(super) fn hold(self, id: u32, incoming: Incoming) {
        self.answers().held.update_value(|held| {
            held.insert(id, incoming);
        });
    }

    /// Takes a document that was too large, if there is one.
    pub(super) fn take_held(self, id: u32) -> Option<Incoming> {
        self.answers().held.try_update_value(|held| held.remove(&id)).flatten()
    }

    /// Raises the limit in bytes and reads again what was too large.
    pub fn raise_limit(self, id: u32, max_bytes: u64) {
        self.settings.update_value(|settings| settings.max_bytes = settings.max_bytes.max(max_bytes));
        match self.take_held(id) {
            Some(incoming) => {
                self.forget(id);
                self.load(vec![incoming]);
            }
            None => self.retry(id),
        }
    }
}

/// Nothing answered.
fn silence(shown: String) -> Response {
    Response {
        title: shown.clone(),
        address: Some(shown),
        answered: None,
        origin: Origin::Address,
        source: None,
        status: None,
        headers: Vec::new(),
        loaded_millis: crate::browser::timer::now_millis(),
        took_millis: 0.0,
        body: Body::Bytes(Arc::default()),
        fault: None,
    }
}
