//! Asking for an open document again: what is on screen stays until the new answer is there.

use super::session::{Asked, Session};
use super::task::spawn_while;
use crate::browser::address::parse;
use crate::source::{Origin, Source, SourceId};
use leptos::prelude::*;
use std::sync::Arc;

impl Session {
    /// Whether a document came from an address, so that it can be asked for again.
    pub fn can_refresh(self, source: &Source) -> bool {
        matches!(source.origin, Origin::Address | Origin::Sample) && source.address.is_some()
    }

    /// Asks for a document again, past the browser's cache, and puts the answer in its place.
    pub fn refresh(self, id: SourceId) {
        let Some(source) = untrack(|| self.source(id)) else { return };
        let full = source.address.as_deref().map(|shown| self.full_address(shown));
        let address = full.and_then(|full| parse(&full, None)).filter(|_| self.can_refresh(&source));
        if let Some(address) = address {
            self.ask_again(Asked { address, origin: source.origin, replaces: Some(id) });
        }
    }

    /// Asks for every document again that came from an address.
    pub fn refresh_all(self) {
        let all: Vec<SourceId> = self.sources.with_untracked(|all| {
            all.iter().filter(|source| self.can_refresh(source)).map(|source| source.id).collect()
        });
        for id in all {
            self.refresh(id);
        }
    }

    /// Fetches what is to replace a document.
    pub(super) fn ask_again(self, asked: Asked) {
        spawn_while(self.state, async move {
            let replaces = asked.replaces;
            if let (Some(new), Some(old)) = (self.fetch(asked).await, replaces) {
                self.replace(old, &Arc::new(new)).await;
            }
        });
    }

    /// Puts a document in the place of another; at the end if that was closed in the meantime.
    async fn replace(self, old: SourceId, new: &Arc<Source>) {
        let replaced = |before: &[Arc<Source>]| {
            let mut all = before.to_vec();
            match all.iter_mut().find(|source| source.id == old) {
                Some(place) => *place = Arc::clone(new),
                None => all.push(Arc::clone(new)),
            }
            all
        };
        self.change_to(&replaced).await;
        self.say(self.t("refreshed"));
    }
}
