//! Looking at an address: asked for once, kept, and shown from what was kept.

use super::session::{Asked, Incoming, Session, Stage};
use super::task::spawn_while;
use crate::browser::address::{self, Address};
use crate::browser::fetch::{Abort, Ask, Progress};
use crate::browser::{crawler, interpret};
use crate::hal::fault::Class;
use crate::hal::secret::MASK;
use crate::session::Action;
use crate::source::{self, Body, Origin, Response, SourceId};
use leptos::prelude::*;
use std::sync::Arc;

/// What can be done about an address that nothing is kept of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prospect {
    /// It may be asked for at once.
    Allowed(Address),
    /// Another origin: a person is asked first.
    AskFirst(Address),
    /// Its secret part was left out of a link; only somebody who has it can ask.
    Masked,
    /// It is no address that can be asked for.
    NoAddress,
}

impl Session {
    /// What can be done about an address as it is shown.
    pub fn prospect(self, shown: &str) -> Prospect {
        let full = self.full_address(shown);
        let Some(address) = address::parse_typed(&full) else { return Prospect::NoAddress };
        if !address.parts.is_web() || address.parts.user_info {
            return Prospect::NoAddress;
        }
        if full.contains(MASK) {
            return Prospect::Masked;
        }
        if self.is_allowed(&address.parts.origin()) {
            Prospect::Allowed(address)
        } else {
            Prospect::AskFirst(address)
        }
    }

    /// An address of a link into the inspector in the one spelling by which answers are known: relative ones
    /// count from this page.
    pub fn whole_address(self, shown: &str) -> String {
        let parsed = address::parse_typed(&self.full_address(shown));
        parsed.map_or_else(|| shown.to_owned(), |address| self.masked_address(&address.href))
    }

    /// Opens the inspector at an address that a link leads to.
    pub fn inspect(self, href: &str) {
        self.act(Action::Inspect(self.masked_address(href)));
    }

    /// Opens the inspector at an address that somebody typed, and so wants asked for. False if it is none.
    pub fn inspect_typed(self, typed: &str) -> bool {
        let Some(address) = address::parse_typed(typed).filter(|address| address.parts.is_web()) else {
            return false;
        };
        self.allow(address.parts.origin());
        self.inspect(&address.href);
        true
    }

    /// Asks for an address and keeps what comes, whatever it is.
    pub fn look_at(self, address: Address, is_refresh: bool) {
        spawn_while(self.state, async move {
            let shown = self.masked_address(&address.href);
            let asked = Asked { address: address.clone(), origin: Origin::Address, replaces: None };
            let id = self.begin(&shown, Stage::Fetching { received: 0, total: None }, Some(asked));
            let abort = Abort::new();
            let signal = abort.signal();
            self.keep_abort(id, abort);
            let progress = move |progress: Progress| {
                self.update_stage(id, &Stage::Fetching { received: progress.bytes, total: progress.total });
            };
            let ask = Ask { is_refresh, allows_elsewhere: false, ..Ask::new(address.clone()) };
            let settings = self.settings.get_value();
            let loaded = crawler::load(&ask, &settings, &signal, &self.limits(), &progress).await;
            self.stop(id);
            match loaded {
                Ok((answer, document)) => self.keep_answer(&address, &answer, &Arc::new(document), None),
                Err(failed) => {
                    self.keep_failed(&address, &failed);
                    if failed.fault.class == Class::Auth {
                        self.ask_token(address.parts.origin());
                    }
                }
            }
        });
    }

    /// Asks again for what is looked at, if a sign-in was missing there.
    pub(super) fn look_again(self, origin: &str) {
        let shown = self.state.with_untracked(|state| state.href.clone());
        let is_refused = self.answers().responses.with_untracked(|all| {
            let fault = all.of_address(&shown).and_then(|response| response.fault.clone());
            fault.is_some_and(|fault| matches!(fault.class, Class::Auth | Class::Forbidden))
        });
        if let (true, Prospect::Allowed(address)) = (is_refused, untrack(|| self.prospect(&shown)))
            && address.parts.origin() == origin
        {
            self.look_at(address, true);
        }
    }

    /// Whether this address is being asked for.
    pub fn is_under_way(self, shown: &str) -> bool {
        self.loadings
            .with(|all| all.iter().any(|one| one.title == shown && !matches!(one.stage, Stage::Failed(_))))
    }

    /// Adds what was looked at to the documents.
    pub fn open_as_document(self, response: &Arc<Response>) {
        let Body::Document(document) = &response.body else {
            let bytes = response.body.bytes().into_owned();
            let (title, address) = (response.title.clone(), response.address.clone());
            self.load(vec![Incoming { title, address, origin: response.origin, bytes }]);
            return;
        };
        let id = SourceId(self.fresh_id());
        let options = source::Options {
            id,
            title: response.title.clone(),
            address: response.base().map(str::to_owned),
            origin: response.origin,
            loaded_millis: response.loaded_millis,
            limits: self.limits(),
        };
        let (document, response) = (Arc::clone(document), Arc::clone(response));
        spawn_while(self.state, async move {
            let opened = Arc::new(interpret::interpreted(document, options).await);
            self.keep(Response { source: Some(id), ..(*response).clone() });
            self.add_beside(vec![opened]).await;
            self.say(self.t("opened-as-document"));
        });
    }
}
