//! Documents on their way in: fetched, read, refused, stopped and asked for again.
//!
//! Everything that is opened comes through here, wherever it is from; what it becomes is decided by its content
//! alone, and what fails stays on the list with its reason until somebody puts it away.

use super::opening::SAMPLE;
use super::parts;
use super::session::Session;
use super::task::{Waiting, spawn_while, together};
use crate::browser::address::{self, Address};
use crate::browser::crawler;
use crate::browser::fetch::{Abort, Ask, Progress};
use crate::browser::timer::now_millis;
use crate::browser::{interpret, read};
use crate::export::evidence::is_evidence;
use crate::hal::fault::{Cause, Class, Fault};
use crate::hal::secret;
use crate::json::Limits;
use crate::source::{self, Origin, Source, SourceId};
use leptos::prelude::*;
use std::sync::Arc;

/// A document on its way in.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// File name, sample title or masked address.
    pub title: String,
    /// Where it came from.
    pub origin: Origin,
    /// The address by which its links resolve.
    pub address: Option<String>,
    /// As received.
    pub bytes: Vec<u8>,
}

/// What became of something that was to be loaded.
#[derive(Clone, Debug)]
pub struct Loading {
    /// Never used twice.
    pub id: u32,
    /// File name or masked address.
    pub title: String,
    /// How far it is.
    pub stage: Stage,
    /// What was asked for; none for files and pasted text.
    pub asked: Option<Asked>,
}

/// What was asked for, so that it can be asked for again. Its address may hold secrets: never shown.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Where to.
    pub address: Address,
    /// As what.
    pub origin: Origin,
    /// The document that it takes the place of (a refresh).
    pub replaces: Option<SourceId>,
}

/// How far a document is.
#[derive(Clone, Debug)]
pub enum Stage {
    /// Bytes are coming in.
    Fetching {
        /// Bytes so far.
        received: u64,
        /// Bytes in all, if the server says.
        total: Option<u64>,
    },
    /// Values are being read.
    Reading,
    /// It could not be had or read.
    Failed(Arc<Fault>),
}

impl Session {
    /// Reads documents and adds them to what is loaded.
    pub fn load(self, documents: Vec<Incoming>) {
        spawn_while(self.state, async move {
            self.take_in(documents).await;
        });
    }

    /// Reads documents and adds them to what is loaded; gives the ids of all and the faults of those that
    /// could not be read.
    pub(super) async fn take_in(self, documents: Vec<Incoming>) -> Vec<(SourceId, Option<Fault>)> {
        let (mut sources, mut ends) = (Vec::new(), Vec::new());
        for incoming in documents {
            let id = self.begin(&incoming.title, Stage::Reading, None);
            let Incoming { title, origin, address, bytes } = incoming;
            match read::read(bytes, &self.limits(), &self.tokens(), |_, _| {}).await {
                Ok(document) if is_evidence(&document) => {
                    self.forget(id);
                    if !parts::open_evidence(self, document).await {
                        self.report(&title, &self.t("part-missing"));
                    }
                    ends.push((SourceId(id), None));
                }
                Ok(document) => {
                    let options = options(id, title, address, origin);
                    sources.push(Arc::new(interpret::interpreted(document, options).await));
                    self.forget(id);
                    ends.push((SourceId(id), None));
                }
                Err(refused) => {
                    let fault = Fault::of_document(refused.refusal);
                    if fault.class == Class::TooBig {
                        self.hold(id, Incoming { title, origin, address, bytes: refused.bytes });
                    }
                    self.fail(id, fault.clone());
                    ends.push((SourceId(id), Some(fault)));
                }
            }
        }
        self.add(sources).await;
        ends
    }

    pub(super) fn begin(self, title: &str, stage: Stage, asked: Option<Asked>) -> u32 {
        let id = self.fresh_id();
        self.loadings.update(|loadings| loadings.push(Loading { id, title: title.to_owned(), stage, asked }));
        id
    }

    /// Opens the built-in sample.
    pub fn load_sample(self) {
        let found = SAMPLE.map(|file| self.hosting().beside(&format!("sample/{file}")));
        self.load_addresses(found.into_iter().flatten().collect(), Origin::Sample);
    }

    /// Fetches a document and opens it; what it failed with before is put away.
    pub fn load_address(self, typed: &str) {
        let shown = secret::address(typed);
        let parsed = address::parse_typed(typed);
        self.forget_failed_of(|one| match (&one.asked, &parsed) {
            (Some(asked), Some(address)) => asked.address.href == address.href,
            (None, None) => one.title == shown,
            _ => false,
        });
        if let Some(address) = parsed {
            self.load_addresses(vec![address], Origin::Address);
        } else {
            let id = self.begin(&shown, Stage::Reading, None);
            let fault = Fault::new(Class::Withheld, typed, &secret::Secrets::default());
            self.fail(id, fault.because(Cause::NotAskable));
        }
    }

    /// Fetches documents and opens them together.
    pub fn load_addresses(self, addresses: Vec<Address>, origin: Origin) {
        let opening = self.begin_opening();
        spawn_while(self.state, async move {
            let asked = addresses.into_iter().map(|address| Asked { address, origin, replaces: None });
            let fetched =
                together(asked.map(|asked| Box::pin(self.fetch(asked)) as Waiting<_>).collect()).await;
            self.add(fetched.into_iter().flatten().map(Arc::new).collect()).await;
            self.end_opening(opening);
        });
    }

    pub(super) async fn fetch(self, asked: Asked) -> Option<Source> {
        let Asked { address, origin, .. } = asked.clone();
        let title = match origin {
            Origin::Sample => address.parts.path.rsplit('/').next().unwrap_or_default().to_owned(),
            _ => self.masked_address(&address.href),
        };
        if origin == Origin::Address {
            self.allow(address.parts.origin());
        }
        let ask = Ask { is_refresh: asked.replaces.is_some(), ..Ask::new(address.clone()) };
        let id = self.begin(&title, Stage::Fetching { received: 0, total: None }, Some(asked));
        let abort = Abort::new();
        let signal = abort.signal();
        self.keep_abort(id, abort);
        let progress = move |progress: Progress| {
            self.update_stage(id, &Stage::Fetching { received: progress.bytes, total: progress.total });
        };
        let settings = self.settings.get_value();
        let loaded = crawler::load(&ask, &settings, &signal, &self.limits(), &progress).await;
        self.handles().aborts.update_value(|aborts| {
            aborts.remove(&id);
        });
        match loaded {
            Ok((answer, document)) => {
                self.forget(id);
                let answered = self.masked_address(&answer.address.href);
                let options = options(id, title, Some(answered), origin);
                let source = interpret::interpreted(document, options).await;
                self.keep_answer(&address, &answer, &source.document, Some(source.id));
                Some(source)
            }
            Err(failed) => {
                self.keep_failed(&address, &failed);
                let is_absent = matches!(failed.fault.class, Class::Missing | Class::Html | Class::NotJson);
                match origin {
                    // It is published whole or not at all: saying so once is enough.
                    Origin::Sample if is_absent && self.lacks_sample() => self.forget(id),
                    Origin::Sample if is_absent => self.fail(id, failed.fault.because(Cause::NoSample)),
                    _ => self.refused(id, failed.fault, settings.tokens.has(&address.parts.origin())),
                }
                None
            }
        }
    }

    /// Keeps the end of a request, for [`Session::stop`].
    pub(super) fn keep_abort(self, id: u32, abort: Abort) {
        self.handles().aborts.update_value(|aborts| {
            aborts.insert(id, abort);
        });
    }

    /// Notes a failure; what a person stopped is none, and the first refusal asks for a token. One that was
    /// sent before there was a token is sent again with it.
    fn refused(self, id: u32, fault: Fault, had_token: bool) {
        if fault.class == Class::Stopped {
            self.forget(id);
            return;
        }
        let wants_token = fault.class == Class::Auth;
        self.fail(id, fault);
        let Some(asked) = self.asked(id).filter(|asked| wants_token && asked.origin == Origin::Address)
        else {
            return;
        };
        let origin = asked.address.parts.origin();
        let has_token = self.settings.with_value(|settings| settings.tokens.has(&origin));
        if has_token && !had_token { self.retry(id) } else { self.ask_token(origin) }
    }

    fn asked(self, id: u32) -> Option<Asked> {
        self.loadings
            .with_untracked(|all| all.iter().find(|one| one.id == id).and_then(|one| one.asked.clone()))
    }

    /// Ends a request under way.
    pub fn stop(self, id: u32) {
        let abort = self.handles().aborts.try_update_value(|aborts| aborts.remove(&id)).flatten();
        drop(abort);
        self.forget(id);
    }

    /// Asks again for something that failed.
    pub fn retry(self, id: u32) {
        if let Some(asked) = self.asked(id) {
            self.forget(id);
            if asked.replaces.is_some() {
                self.ask_again(asked);
            } else {
                self.load_addresses(vec![asked.address], asked.origin);
            }
        }
    }

    /// Names a file that could not be read.
    pub fn report(self, title: &str, detail: &str) {
        let id = self.begin(title, Stage::Reading, None);
        self.fail(id, Fault::new(Class::Missing, detail, &secret::Secrets::default()));
    }

    /// Shows documents that were opened; a person's own take the place of the sample.
    pub(super) async fn add(self, read: Vec<Arc<Source>>) {
        if !read.is_empty() {
            let received = self.keep_received(&read);
            self.bring_for_sample(read).await;
            self.show_received(&received);
        }
    }

    /// Shows documents beside whatever is open.
    pub(super) async fn add_beside(self, read: Vec<Arc<Source>>) {
        let received = self.keep_received(&read);
        self.bring(read).await;
        self.show_received(&received);
    }

    fn keep_received(self, read: &[Arc<Source>]) -> Vec<SourceId> {
        self.keep_sources(read);
        read.iter().map(|source| source.id).collect()
    }

    fn fail(self, id: u32, fault: Fault) {
        self.update_stage(id, &Stage::Failed(Arc::new(fault)));
    }

    pub(super) fn update_stage(self, id: u32, stage: &Stage) {
        self.loadings.update(|loadings| {
            for loading in loadings.iter_mut().filter(|loading| loading.id == id) {
                loading.stage = stage.clone();
            }
        });
    }

    /// Takes a finished or failed load off the list.
    pub fn forget(self, id: u32) {
        drop(self.take_held(id));
        self.loadings.update(|loadings| loadings.retain(|loading| loading.id != id));
    }

    /// Takes all failed loads off the list.
    pub fn forget_failed(self) {
        self.forget_failed_of(|_| true);
    }

    /// Takes those off the list that failed and are meant, such as those that are tried again.
    fn forget_failed_of(self, is_meant: impl Fn(&Loading) -> bool) {
        let stays = |one: &Loading| !(matches!(one.stage, Stage::Failed(_)) && is_meant(one));
        self.loadings.update(|loadings| loadings.retain(stays));
    }
}

pub(super) fn options(id: u32, title: String, address: Option<String>, origin: Origin) -> source::Options {
    source::Options {
        id: SourceId(id),
        title,
        address,
        origin,
        loaded_millis: now_millis(),
        limits: Limits::default(),
    }
}
