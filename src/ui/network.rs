//! The network comes and goes: what is open stays usable, and what waits for it goes on by itself.

use super::icon::{self, icon};
use super::parts::{self, ToCrawls};
use super::session::{Loading, Session, Stage};
use crate::browser::online::{Watch, is_online};
use crate::hal::fault::Cause;
use leptos::prelude::*;

/// A line while there is no network.
pub fn network(session: Session) -> AnyView {
    let watch = StoredValue::new_local(Some(Watch::new(move |is_online| session.network(is_online))));
    on_cleanup(move || {
        watch.try_set_value(None);
    });
    let line = move || {
        session.crawls().is_offline.get().then(|| {
            view! {
                <p class="banner is-pending offline">{icon(icon::WARNING)}<span>{session.t("offline")}</span></p>
            }
        })
    };
    view! { <div role="status">{line}</div> }.into_any()
}

impl Session {
    /// Whether anything can be sent at all; says so if not, since a press of a button wants an answer.
    pub(super) fn may_send(self) -> bool {
        let is_online = is_online();
        if !is_online {
            self.crawls().is_offline.set(true);
            self.say(self.t("offline-not-sent"));
        }
        is_online
    }

    /// The network came or went.
    fn network(self, is_online: bool) {
        self.crawls().is_offline.set(!is_online);
        parts::tell_crawls(self, ToCrawls::Network { is_online });
        if is_online {
            self.say(self.t("online-again"));
            for id in self.loadings.with_untracked(|all| all.iter().filter_map(lost).collect::<Vec<u32>>()) {
                self.retry(id);
            }
        }
    }
}

/// What failed because there was no network.
fn lost(loading: &Loading) -> Option<u32> {
    let is_lost = matches!(&loading.stage, Stage::Failed(fault) if fault.causes.contains(&Cause::Offline));
    is_lost.then_some(loading.id)
}
