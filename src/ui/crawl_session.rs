//! What the session does with crawls: begins and ends them with their documents, shows what they brought.

use super::crawl::{Crawls, Following, failures};
use super::parts::ToCrawls;
use super::session::{Asked, Session, Shared};
use super::task::{spawn_while, start_while};
use crate::browser::address::{self, Address, Base};
use crate::browser::crawler::{Crawler, News};
use crate::browser::fetch::{Answer, Failed};
use crate::browser::interpret;
use crate::browser::timer::Timer;
use crate::graph::Failures;
use crate::hal::address::expanded;
use crate::hal::crawl::{Crawl, Limits, State, TaskId};
use crate::hal::fault::Cause;
use crate::json::Document;
use crate::sorted::SortedSet;
use crate::source::{Origin, Source, SourceId};
use crate::ui::erased::effect;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How long loaded answers wait for others before they are shown.
const BATCH_MILLIS: u64 = 2_000;
/// How often a crawl under way is drawn anew at most.
const TICK_MILLIS: u64 = 120;

impl Session {
    /// Following links: what was planned, loaded and failed.
    pub fn crawls(self) -> Crawls {
        self.crawls.get_value()
    }

    /// Keeps crawls in step with what is open: begins them, and ends those whose documents were closed.
    pub(super) fn follow_documents(self) {
        effect(move |former: Option<Option<Base>>| {
            let (sources, base) = (self.sources.get(), self.answers().base_url.get());
            if former.is_some_and(|former| former != base) {
                self.drop_base();
            }
            self.end_crawls(&sources);
            for source in sources.iter() {
                let is_new = self.crawls().met.try_update_value(|met| met.insert(source.id));
                if is_new == Some(true) {
                    self.follow(source, base.as_ref());
                }
            }
            base
        });
    }

    /// Another base was given: what the former one resolved is not asked for any more, and its token is
    /// forgotten.
    fn drop_base(self) {
        let dropped = self.crawls().all.try_update_value(|all| {
            let of_base = |one: &Following| one.base.is_explicit && one.origin != Origin::Sample;
            let (dropped, kept): (Vec<_>, Vec<_>) = std::mem::take(all).into_iter().partition(of_base);
            *all = kept;
            dropped
        });
        for one in dropped.unwrap_or_default() {
            self.settings.update_value(|settings| settings.tokens.forget(&one.base.origin()));
            self.crawls().met.update_value(|met| met.retain(|id| !one.opened.contains(id)));
        }
    }

    fn end_crawls(self, sources: &[Arc<Source>]) {
        let open: SortedSet<SourceId> = sources.iter().map(|source| source.id).collect();
        let ended = self.crawls().all.try_update_value(|all| {
            for one in all.iter_mut() {
                one.opened.retain(|id| open.contains(id));
            }
            let (kept, ended): (Vec<_>, Vec<_>) =
                std::mem::take(all).into_iter().partition(|one| !one.opened.is_empty());
            *all = kept;
            ended
        });
        if ended.is_some_and(|ended| !ended.is_empty()) {
            start_while(self.state, Box::pin(self.tell_failures()));
            self.crawls().tick.update(|tick| *tick += 1);
        }
    }

    /// Lets the crawl of its base learn a document that was opened.
    fn follow(self, source: &Arc<Source>, given: Option<&Base>) {
        let full = source.address.as_deref().map(|shown| self.full_address(shown));
        let Some(base) = base_of(source.origin, full.as_deref(), given) else { return };
        let id = self.crawl_of(base, source);
        // The pages of the sample are files: no page number leads from one to the next.
        let address = full.filter(|_| source.origin != Origin::Sample);
        let (crawler, document) = (self.crawls().crawler(id), Arc::clone(&source.document));
        spawn_while(self.state, async move {
            if let Some(crawler) = crawler {
                crawler.learn(&document, address.as_deref()).await;
            }
        });
    }

    /// The crawl of a base, begun if there is none.
    fn crawl_of(self, base: Base, source: &Source) -> u32 {
        let known = self.crawls().all.try_update_value(|all| {
            let one = all.iter_mut().find(|one| is_same(&one.base, &base))?;
            one.opened.insert(source.id);
            Some(one.id)
        });
        known.flatten().unwrap_or_else(|| self.begin_crawl(base, source))
    }

    fn begin_crawl(self, base: Base, source: &Source) -> u32 {
        let id = self.fresh_id();
        let settings = self.settings.get_value();
        let limits = Limits { requests: settings.max_requests, ..Limits::default() };
        let crawler = Crawler::new(base.clone(), limits, settings, move |news| self.hear(id, news));
        let following = Following {
            id,
            base,
            crawler,
            origin: source.origin,
            opened: SortedSet::from([source.id]),
            has_paths: source.address.is_none(),
            batch: Vec::new(),
            faults: BTreeMap::new(),
            is_hidden: false,
            waits_for_network: false,
        };
        self.crawls().all.update_value(|all| all.push(following));
        id
    }

    /// What a crawl tells.
    fn hear(self, id: u32, news: News) {
        match news {
            News::Loaded { task, answer, document } => {
                self.crawls().interpreting.update_value(|count| *count += 1);
                start_while(self.state, Box::pin(self.loaded(id, task, answer, *document)));
            }
            News::Failed { task, failed } => self.vain(id, task, *failed),
            News::SignIn => {
                if let Some(origin) = self.crawls().with(id, |one| one.base.origin()) {
                    self.ask_token(origin);
                }
            }
            News::Progress { .. } => {}
            News::Changed => self.changed(id),
        }
    }

    async fn loaded(self, id: u32, task: TaskId, answer: Answer, document: Document) {
        let source_id = SourceId(self.fresh_id());
        self.crawls().met.update_value(|met| {
            met.insert(source_id);
        });
        let shown = self.masked_address(&answer.address.href);
        let origin = self.crawls().with(id, |one| one.origin).unwrap_or(Origin::Address);
        let options = super::loading::options(source_id.0, shown.clone(), Some(shown), origin);
        let source = Arc::new(interpret::interpreted(document, options).await);
        self.crawls().interpreting.update_value(|count| *count -= 1);
        let asked = self.asked_address(id, task).unwrap_or_else(|| answer.address.clone());
        let is_wanted = self.crawls().with(id, |one| {
            one.batch.push(Arc::clone(&source));
            one.faults.remove(&task);
        });
        if is_wanted.is_none() {
            return;
        }
        self.keep_answer(&asked, &answer, &source.document, Some(source_id));
        if self.is_at_rest(id) {
            self.flush();
        } else {
            self.flush_later();
        }
    }

    /// Whether nothing is under way, and nothing that came is still to be interpreted.
    fn is_at_rest(self, id: u32) -> bool {
        self.crawls().interpreting.get_value() == 0
            && self.crawls().look(id, |crawl| crawl.progress().asked == 0) == Some(true)
    }

    /// The address of a task.
    fn asked_address(self, id: u32, task: TaskId) -> Option<Address> {
        let asked = self.crawls().look(id, |crawl| crawl.task(task).map(|task| task.address.clone()));
        address::parse(&asked.flatten()?, None)
    }

    fn vain(self, id: u32, task: TaskId, failed: Failed) {
        if let Some(asked) = self.asked_address(id, task) {
            self.keep_failed(&asked, &failed);
        }
        self.crawls().with(id, |one| one.faults.insert(task, Arc::new(failed.fault)));
        self.flush_later();
    }

    /// A crawl that comes to rest shows what it has; one that runs is drawn anew a few times a second.
    fn changed(self, id: u32) {
        if self.is_at_rest(id) && self.crawls().flush.with_value(Option::is_some) {
            self.flush();
        }
        if self.crawls().redraw.with_value(Option::is_none) {
            // A timer that calls must outlive its call: hence the detour.
            let redraw = move || {
                spawn_while(self.state, async move {
                    self.crawls().redraw.set_value(None);
                    self.crawls().tick.update(|tick| *tick += 1);
                });
            };
            let timer = Timer::after(TICK_MILLIS, redraw);
            self.crawls().redraw.set_value(Some(timer));
        }
    }

    fn flush_later(self) {
        if self.crawls().flush.with_value(Option::is_none) {
            let timer =
                Timer::after(BATCH_MILLIS, move || spawn_while(self.state, async move { self.flush() }));
            self.crawls().flush.set_value(Some(timer));
        }
    }

    /// Shows what was loaded since the last time, and what failed.
    fn flush(self) {
        start_while(self.state, Box::pin(self.show_loaded()));
    }

    async fn show_loaded(self) {
        self.crawls().flush.set_value(None);
        let loaded: Vec<Arc<Source>> = self
            .crawls()
            .all
            .try_update_value(|all| all.iter_mut().flat_map(|one| std::mem::take(&mut one.batch)).collect())
            .unwrap_or_default();
        if loaded.is_empty() {
            self.tell_failures().await;
            return;
        }
        let mut followed = (*self.crawls().followed.get_untracked().0).clone();
        followed.extend(loaded.iter().map(|source| source.id));
        self.crawls().followed.set(Shared(Arc::new(followed)));
        self.bring(loaded).await;
    }

    /// What was asked for in vain by now. An evidence file brings its own.
    pub(super) fn vain_requests(self) -> Shared<Failures> {
        let known = self.crawls().failures.get_untracked();
        if self.answers().evidence.with_untracked(Option::is_some) {
            return known;
        }
        let failures = self.crawls().all.try_with_value(|all| failures(all)).unwrap_or_default();
        if *known.0 == failures { known } else { Shared(Arc::new(failures)) }
    }

    /// Lets crawls use a token, and go on where they waited for it.
    pub(super) fn crawls_signed_in(self, origin: &str) {
        let tokens = self.settings.with_value(|settings| settings.tokens.clone());
        for id in self.crawls().ids() {
            let crawler =
                self.crawls().with(id, |one| (one.base.origin() == origin).then(|| one.crawler.clone()));
            if let Some(crawler) = crawler.flatten() {
                crawler.set(|settings| settings.tokens = tokens.clone());
                crawler.change(Crawl::signed_in);
            }
        }
    }

    /// Pauses what runs while there is no network, and goes on when it is back.
    pub(super) fn crawls_network(self, is_online: bool) {
        for id in self.crawls().ids() {
            let runs = self
                .crawls()
                .standing(id)
                .is_some_and(|one| matches!(one.state, State::Running | State::Waiting { .. }));
            let waits = self
                .crawls()
                .with(id, |one| std::mem::replace(&mut one.waits_for_network, !is_online && runs));
            match (is_online, runs, waits) {
                (false, true, _) => self.crawls().change(id, Crawl::pause),
                (true, _, Some(true)) => self.crawls().change(id, Crawl::resume),
                _ => {}
            }
            if is_online {
                self.retry_offline(id);
            }
        }
    }

    /// Asks again for what failed because there was no network.
    fn retry_offline(self, id: u32) {
        let lost = self.crawls().with(id, |one| {
            let lost = one.faults.iter().filter(|(_, fault)| fault.causes.contains(&Cause::Offline));
            lost.map(|(task, _)| *task).collect::<Vec<_>>()
        });
        for task in lost.unwrap_or_default() {
            self.crawls().change(id, |crawl| crawl.retry_one(task));
        }
    }

    /// Asks for related releases within each answer from now on, and once more for the documents that were
    /// opened, so that one answer tells what many requests would.
    pub fn expand_crawl(self, id: u32, expands: bool) {
        self.crawls().change(id, |crawl| crawl.expand(expands));
        let opened = self.crawls().with(id, |one| one.opened.clone()).filter(|_| expands).unwrap_or_default();
        for source in opened.into_iter().filter_map(|id| untrack(|| self.source(id))) {
            let full = source.address.as_deref().and_then(|shown| expanded(&self.full_address(shown)));
            let address = full.and_then(|full| address::parse(&full, None));
            if let Some(address) = address.filter(|_| source.origin == Origin::Address) {
                self.ask_again(Asked { address, origin: source.origin, replaces: Some(source.id) });
            }
        }
    }

    /// What comes from outside of the part that follows links.
    pub(super) fn crawls_hear(self, word: &ToCrawls) {
        match word {
            ToCrawls::SignedIn(origin) => self.crawls_signed_in(origin),
            ToCrawls::Network { is_online } => self.crawls_network(*is_online),
            ToCrawls::Limit(most) => {
                for id in self.crawls().ids() {
                    self.crawls().change(id, |crawl| crawl.limit(*most));
                }
            }
            ToCrawls::Stop => {
                for id in self.crawls().ids() {
                    if untrack(|| self.crawls().standing(id)).is_some_and(|one| one.state.can_stop()) {
                        self.crawls().change(id, Crawl::stop);
                    }
                }
            }
        }
    }

    /// Closes everything that was followed to.
    pub fn close_followed(self) {
        let followed = self.crawls().followed.get_untracked();
        self.crawls().followed.set(Shared::default());
        self.forget_answers(|id| followed.contains(&id));
        start_while(
            self.state,
            Box::pin(async move {
                let is_kept = |source: &&Arc<Source>| !followed.contains(&source.id);
                self.change_to(&|before| before.iter().filter(is_kept).cloned().collect()).await;
            }),
        );
    }
}

/// Whether two bases are one: the address of a document plays no part, but for an explicit base.
fn is_same(one: &Base, other: &Base) -> bool {
    one.is_explicit == other.is_explicit
        && one.origin() == other.origin()
        && one.address.parts.path == other.address.parts.path
}

/// What the links of a document are resolved and judged by; none if they cannot be followed.
fn base_of(origin: Origin, full: Option<&str>, given: Option<&Base>) -> Option<Base> {
    if origin == Origin::Sample {
        return Base::given("sample/");
    }
    let own = full.and_then(|full| address::parse(full, None)).filter(|address| address.parts.is_web());
    match (own, given) {
        (Some(own), Some(given)) if own.parts.origin() == given.origin() => Some(given.clone()),
        (Some(own), _) if origin == Origin::Address => Some(Base::of_document(&own)),
        (None, given) => given.cloned(),
        _ => None,
    }
}
