//! What a person is asked before requests go on: a token for an origin, and whether another origin may be asked.
//!
//! One question for an origin however many requests were refused there: the others wait for its answer.

use super::parts::{self, ToCrawls};
use super::session::{Loading, Session, Stage};
use crate::browser::address::{self, Address};
use crate::hal::fault::Class;
use crate::source::Origin;
use leptos::prelude::*;

impl Session {
    /// Asks for a token for an origin; while a question is open, it stays the only one.
    pub fn ask_token(self, origin: String) {
        if !self.ask_host_for_token(&origin) {
            self.ask_person_for_token(origin);
        }
    }

    /// Shows the question for a token; the first one stays.
    pub(super) fn ask_person_for_token(self, origin: String) {
        if self.token_wanted.with_untracked(Option::is_none) {
            self.token_wanted.set(Some(origin));
        }
    }

    /// Keeps a token in memory for its origin and asks again for all that was refused there; false if it
    /// cannot be sent.
    pub fn give_token(self, origin: &str, token: &str) -> bool {
        let kept = self.settings.try_update_value(|settings| settings.tokens.set(origin, token).is_ok());
        if kept != Some(true) {
            return false;
        }
        self.token_wanted.set(None);
        parts::tell_crawls(self, ToCrawls::SignedIn(origin.to_owned()));
        let refused = |loading: &Loading| {
            let is_refused = matches!(&loading.stage, Stage::Failed(fault) if matches!(fault.class, Class::Auth | Class::Forbidden));
            let is_there = loading.asked.as_ref().is_some_and(|asked| asked.address.parts.origin() == origin);
            (is_refused && is_there).then_some(loading.id)
        };
        let again: Vec<u32> = self.loadings.with_untracked(|all| all.iter().filter_map(refused).collect());
        for id in again {
            self.retry(id);
        }
        self.look_again(origin);
        true
    }

    /// Opens documents that a link to this page names: those of this origin and of origins that the
    /// deployment allows at once, others after a question. False if none is named.
    pub fn open_named(self, named: &[String]) -> bool {
        let found: Vec<Address> = named.iter().filter_map(|text| address::parse_typed(text)).collect();
        let here = address::page().origin();
        let (own, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|address| {
            let origin = address.parts.origin();
            origin == here || self.hosting().allows(&origin)
        });
        let is_any = !own.is_empty() || !others.is_empty();
        if !own.is_empty() {
            self.load_addresses(own, Origin::Address);
        }
        self.elsewhere.set(others);
        is_any
    }
}
