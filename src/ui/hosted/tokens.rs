//! Tokens from the host page, which is asked before a person is.
//!
//! One question for an origin however many requests were refused there. When a token of the page was
//! refused just now, asking again would go round in circles: then the person is asked. What the page gave
//! and cannot be a token is named, never shown: it may be a secret all the same.

use super::super::session::Session;
use super::super::task::spawn_while;
use crate::browser::call::{HostFunction, Said};
use crate::browser::timer::now_millis;
use crate::session::config::{Expected, Place, Problem};
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
            let said = function.ask(&origin).await;
            self.note_question(&origin, Some(now_millis()));
            let wrong = match said {
                Said::Nothing => None,
                Said::Text(token) if self.give_token(&origin, &token) => {
                    return self.property_taken("getToken", None);
                }
                Said::Text(_) => Some(self.t("problem-token-letters")),
                Said::Other => Some(self.t("problem-token-kind")),
                Said::Thrown(message) => {
                    let message = self.secrets().text(&message);
                    Some(self.tr("problem-token-thrown", &[("message", message.into())]))
                }
            };
            self.note_no_token(wrong);
            self.ask_person_for_token(origin);
        });
        true
    }

    /// Names what the page gave in place of a token; none if it has none to give.
    fn note_no_token(self, given: Option<String>) {
        let (place, name) = (Place::Property, "getToken".to_owned());
        let problem = given.map(|given| Problem { place, name, given, expected: Expected::Token });
        self.property_taken("getToken", problem);
    }

    /// Whether the page was asked for a token and gave something that is none.
    pub(crate) fn has_bad_token_of_host(self) -> bool {
        let is_so = |problem: &Problem| problem.expected == Expected::Token;
        self.hosting().problems.with(|all| all.iter().any(is_so))
    }

    fn note_question(self, origin: &str, answered: Option<i64>) {
        self.hosting().asked_tokens.update_value(|all| {
            all.insert(origin.to_owned(), answered);
        });
    }
}
