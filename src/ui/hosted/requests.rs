//! What the host page sets for requests: it holds for every one that is sent from then on.
//!
//! Crawls have settings of their own, so that a plan is followed as it was announced; what the page forbids
//! or changes later has to reach them too, or `offline` would forbid less than every request.

use super::super::parts::{self, ToCrawls};
use super::super::session::{Session, Stage};
use crate::browser::call::HostFunction;
use crate::browser::fetch::Settings;
use crate::session::config::Config;
use leptos::prelude::*;

/// Takes what concerns requests out of a configuration.
pub(super) fn set(config: &Config, settings: &mut Settings) {
    settings.is_offline = config.is_offline;
    settings.credentials = config.credentials;
    settings.max_bytes = config.max_bytes;
    settings.max_requests = config.max_requests;
}

impl Session {
    /// Makes a changed configuration hold for requests; not at every change, since a person may have raised
    /// a limit.
    pub(super) fn carry_over_requests(self, before: &Config, now: &Config) {
        let parts =
            |config: &Config| (config.is_offline, config.credentials, config.max_bytes, config.max_requests);
        if parts(before) != parts(now) {
            self.settings.update_value(|settings| set(now, settings));
            self.tell_crawls();
        }
        if now.max_requests != before.max_requests {
            parts::tell_crawls(self, ToCrawls::Limit(now.max_requests));
        }
        if now.is_offline && !before.is_offline {
            self.stop_all();
        }
    }

    /// What answers requests in place of the browser; none for the browser.
    pub fn set_fetcher(self, fetcher: Option<HostFunction>) {
        self.settings.update_value(|settings| settings.fetcher = fetcher.map(HostFunction::into_function));
        self.tell_crawls();
    }

    fn tell_crawls(self) {
        let settings = self.settings.get_value();
        for crawler in self.crawls().ids().into_iter().filter_map(|id| self.crawls().crawler(id)) {
            crawler.take_settings(settings.clone());
        }
    }

    /// Ends everything that is under way.
    pub fn stop_all(self) {
        let under_way: Vec<u32> = self.loadings.with_untracked(|all| {
            let moving = all.iter().filter(|one| !matches!(one.stage, Stage::Failed(_)));
            moving.map(|one| one.id).collect()
        });
        for id in under_way {
            self.stop(id);
        }
        parts::tell_crawls(self, ToCrawls::Stop);
    }
}
