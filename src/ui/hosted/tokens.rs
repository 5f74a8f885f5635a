//! Tokens from the host page, which is asked before a person is.
//!
//! One question for an origin however many requests were refused there. When a token of the page was
//! refused just now, asking again would go round in circles: then the person is asked.

use super::super::session::Session;
use super::super::task::spawn_while;
use crate::browser::call::HostFunction;
use crate::browser::timer::now_millis;
use leptos::prelude::*;

/// A refusal so soon after the page's answer means that its token is no good.
const TOO_SOON_MILLIS: i64 = 10_000;

impl Session {
    /// What gives tokens in place of a person.
    pub fn set_get_token(self, function: Option<HostFunction>) {
        self.hosting().get_token.set_value(function);
    }

    /// Asks the host page for a token; false if it gives none, or its last one was just refused.
    pub(crate) fn ask_host_for_token(self, origin: &str) -> bool {
        self.tell_auth(origin);
        let Some(function) = self.hosting().get_token.get_value() else { return false };
        let last = self.hosting().asked_tokens.with_value(|all| all.get(origin).copied());
        match last {
            Some(None) => return true,
            Some(Some(at)) if now_millis() - at < TOO_SOON_MILLIS => return false,
            _ => {}
        }
        self.note_question(origin, None);
        let origin = origin.to_owned();
        spawn_while(self.state, async move {
            let token = function.ask(&origin).await;
            self.note_question(&origin, Some(now_millis()));
            let is_taken = token.is_some_and(|token| self.give_token(&origin, &token));
            if !is_taken {
                self.ask_person_for_token(origin);
            }
        });
        true
    }

    fn note_question(self, origin: &str, answered: Option<i64>) {
        self.hosting().asked_tokens.update_value(|all| {
            all.insert(origin.to_owned(), answered);
        });
    }
}
