//! The session: every signal, memo and effect of the application, in one place.
//!
//! One `RwSignal<ViewState>` says what is looked at, one list says which documents are loaded; graph,
//! recalls and verdicts are memos of that list, so no two of them can disagree.

use super::answers::Answers;
use super::crawl::Crawls;
use super::graph::Drawn;
use super::hosted::Hosting;
use super::made;
use super::task::{Waiting, spawn_while, start_while, together};
use crate::browser::address::{self, Address};
use crate::browser::crawler;
use crate::browser::fetch::{Abort, Ask, Progress, Settings, Signal};
use crate::browser::host::Host;
use crate::browser::measure::{Moment, mark, measure};
use crate::browser::timer::{breathe, now_millis, sleep};
use crate::browser::{clipboard, interpret, location, read};
use crate::export::evidence::is_evidence;
use crate::graph::{Failures, Graph, NodeId, NodeKey, NodeKind, Scratch, index};
use crate::hal::fault::{Cause, Class, Fault};
use crate::hal::secret;
use crate::json::Limits;
use crate::manifest::{Manifest, Recalls};
use crate::session::found::Found;
use crate::session::rows::{Counts, counts};
use crate::session::sentence::{reason_sentence, sentence};
use crate::session::trail::trail;
use crate::session::{Action, History, ViewState, apply, parse, show};
use crate::source::{self, Content, Origin, Place, Source, SourceId};
use crate::text::{Arg, Texts};
use crate::verdict::{Board, Reason, Verdict};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

pub use crate::session::config::Theme;

/// A value shared by pointer: equal only to itself, so that a memo of it is compared in no time.
#[derive(Debug, Default)]
pub struct Shared<T>(pub Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The manifests that are loaded, in the order of arrival.
pub type Manifests = Vec<(SourceId, Arc<Manifest>)>;

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

/// What only the session itself uses. Apart, since every call of a view copies the whole session.
#[derive(Clone, Copy)]
struct Handles {
    aborts: StoredValue<BTreeMap<u32, Abort>, LocalStorage>,
    has_answered: StoredValue<bool>,
    next_id: StoredValue<u32>,
    texts: StoredValue<Texts, LocalStorage>,
    host: StoredValue<Host, LocalStorage>,
    made: made::Waiting,
    drawn: StoredValue<Option<Rc<Drawn>>, LocalStorage>,
    hosting: StoredValue<Hosting, LocalStorage>,
}

/// Everything that the views share. A handle: copying it copies no data.
#[derive(Clone, Copy)]
pub struct Session {
    /// What is looked at.
    pub state: RwSignal<ViewState>,
    /// What is loaded, in the order of arrival.
    pub sources: RwSignal<Shared<Vec<Arc<Source>>>>,
    /// What is on its way or has failed.
    pub loadings: RwSignal<Vec<Loading>>,
    /// The graph over all that is loaded.
    pub graph: Memo<Shared<Graph>>,
    /// The manifests among them.
    pub manifests: Memo<Shared<Manifests>>,
    /// The recalls of all manifests.
    pub recalls: Memo<Shared<Recalls>>,
    /// The verdicts.
    pub board: Memo<Shared<Board>>,
    /// What the words in the search field let through.
    pub found: Memo<Shared<Found>>,
    /// Items that were selected together, beside the one whose panel is open.
    pub marked: RwSignal<BTreeSet<NodeKey>>,
    /// The focuses of the graph that led to the present one.
    pub trail: Memo<Vec<NodeKey>>,
    /// Which item stands at a place of a document.
    pub nodes_by_place: Memo<Shared<BTreeMap<Place, NodeId>>>,
    /// The theme.
    pub theme: RwSignal<Theme>,
    /// A short confirmation ("Copied").
    pub toast: RwSignal<Option<String>>,
    /// How much of what the page opens by itself is under way.
    pub(super) opening: RwSignal<u32>,
    /// Whether the help sheet is open.
    pub is_help_open: RwSignal<bool>,
    /// Whether the facets are open on a narrow screen.
    pub are_facets_open: RwSignal<bool>,
    /// Whether the element is too narrow for a drawing beside anything.
    pub is_narrow: RwSignal<bool>,
    /// What holds for every request.
    pub settings: StoredValue<Settings, LocalStorage>,
    /// The origin for which a token is asked just now: one question for however many refusals.
    pub token_wanted: RwSignal<Option<String>>,
    /// Addresses of other origins that the page's own address or attribute names: asked about first.
    pub elsewhere: RwSignal<Vec<Address>>,
    /// Everything that came, and what is known of addresses.
    pub(super) answers: StoredValue<Answers>,
    pub(super) crawls: StoredValue<Crawls>,
    handles: StoredValue<Handles>,
    /// The instant that "today" means, for ends of life; one for the whole session, so that two views
    /// never disagree. An evidence file brings its own.
    pub now: RwSignal<i64>,
    /// The instant that relative times are read by; ticks once a minute.
    pub clock: RwSignal<i64>,
}

impl Session {
    /// The session of one element.
    pub fn new(host: &Host, options: &super::Options) -> Self {
        let (hosting, state) = Hosting::new(options);
        let now = RwSignal::new(now_millis());
        let sources = RwSignal::new(Shared::<Vec<Arc<Source>>>::default());
        let crawls = Crawls::new();
        let made: made::Waiting = StoredValue::new(None);
        let graph = Memo::new(move |_| {
            let (sources, failures) = (sources.get(), crawls.failures.get());
            made::graph(made, &sources, &failures).unwrap_or_else(|| make_graph(&sources, &failures))
        });
        let manifests = Memo::new(move |_| make_manifests(&sources.get()));
        let recalls = Memo::new(move |_| {
            let manifests = manifests.get();
            made::recalls_of(made, &sources.get_untracked()).unwrap_or_else(|| make_recalls(&manifests))
        });
        let board = Memo::new(move |_| {
            let (graph, recalls, now) = (graph.get(), recalls.get(), now.get());
            made::board(made, &graph, &recalls, now).unwrap_or_else(|| make_board(&graph, &recalls, now))
        });
        let state = RwSignal::new(state);
        let session = Self {
            state,
            sources,
            loadings: RwSignal::new(Vec::new()),
            graph,
            manifests,
            recalls,
            board,
            found: make_found(state, sources, graph),
            marked: RwSignal::new(BTreeSet::new()),
            trail: Memo::new(move |former: Option<&Vec<NodeKey>>| {
                state.with(|state| trail(former.map_or(&[], Vec::as_slice), state.focus.as_ref()))
            }),
            nodes_by_place: Memo::new(move |_| {
                let graph = graph.get();
                made::places(made, &graph).unwrap_or_else(|| nodes_by_place(&graph))
            }),
            theme: RwSignal::new(hosting.first_theme()),
            toast: RwSignal::new(None),
            opening: RwSignal::new(u32::from(options.owns_page)),
            is_help_open: RwSignal::new(false),
            are_facets_open: RwSignal::new(false),
            is_narrow: RwSignal::new(false),
            settings: StoredValue::new_local(hosting.settings()),
            token_wanted: RwSignal::new(None),
            elsewhere: RwSignal::new(Vec::new()),
            crawls: StoredValue::new(crawls),
            answers: StoredValue::new(Answers::new()),
            handles: StoredValue::new(Handles {
                aborts: StoredValue::new_local(BTreeMap::new()),
                has_answered: StoredValue::new(false),
                next_id: StoredValue::new(0),
                texts: StoredValue::new_local(Texts::new(hosting.language.get_untracked())),
                host: StoredValue::new_local(host.clone()),
                made,
                drawn: StoredValue::new_local(None),
                hosting: StoredValue::new_local(hosting),
            }),
            now,
            clock: RwSignal::new(now.get_untracked()),
        };
        session.follow_address();
        session.follow_look();
        session.follow_room();
        session.follow_documents();
        session.follow_clock();
        session.tell_host();
        session
    }

    /// What was made of documents before they were shown.
    pub(super) fn made(self) -> made::Waiting {
        self.handles().made
    }

    fn handles(self) -> Handles {
        self.handles.get_value()
    }

    /// What the host page set.
    pub fn hosting(self) -> Hosting {
        self.handles().hosting.get_value()
    }

    /// The instant that "today" means.
    pub fn now_millis(self) -> i64 {
        self.now.get()
    }

    /// What the graph view has drawn, while it is open, so that an export shows the very picture.
    pub fn drawn(self) -> StoredValue<Option<Rc<Drawn>>, LocalStorage> {
        self.handles().drawn
    }

    /// The element on the page.
    pub fn host(self) -> Host {
        self.handles().host.get_value()
    }

    /// A sentence without arguments.
    pub fn t(self, id: &str) -> String {
        self.handles().texts.with_value(|texts| texts.plain(id))
    }

    /// A sentence with arguments.
    pub fn tr(self, id: &str, args: &[(&str, Arg)]) -> String {
        self.handles().texts.with_value(|texts| texts.with(id, args))
    }

    /// A document by its id.
    pub fn source(self, id: SourceId) -> Option<Arc<Source>> {
        self.sources.with(|all| all.iter().find(|source| source.id == id).cloned())
    }

    /// How many items of these kinds each filter value has.
    pub fn counts_of(self, kinds: &'static [NodeKind]) -> Memo<Counts> {
        Memo::new(move |_| counts(&self.graph.get(), &self.board.get(), kinds))
    }

    /// The sentence of a verdict.
    pub fn sentence(self, verdict: &Verdict) -> String {
        self.with_texts(|texts| {
            self.graph.with(|graph| self.recalls.with(|recalls| sentence(texts, graph, recalls, verdict)))
        })
    }

    /// The verdict of an item with its proof.
    pub fn explain(self, id: NodeId) -> Option<Verdict> {
        let (graph, recalls) = (self.graph.get(), self.recalls.get());
        self.board.with(|board| board.explain(&graph, &recalls, &mut Scratch::default(), id))
    }

    /// The sentence of one reason of an item's verdict.
    pub fn reason_sentence(self, of: NodeId, reason: &Reason) -> String {
        let (graph, recalls) = (self.graph.get(), self.recalls.get());
        self.with_texts(|texts| reason_sentence(texts, &graph, &recalls, of, reason))
    }

    /// Changes to another language; what is drawn from then on speaks it.
    pub fn speak(self, language: crate::text::Language) {
        if self.with_texts(|texts| texts.language() != language) {
            self.handles().texts.set_value(Texts::new(language));
        }
    }

    /// Runs something with all sentences at hand.
    pub fn with_texts<R>(self, use_texts: impl FnOnce(&Texts) -> R) -> R {
        self.handles().texts.with_value(use_texts)
    }

    /// Does what a person asked for, and tells the address bar.
    pub fn act(self, action: Action) {
        let mut state = self.state.get_untracked();
        let history = apply(&mut state, action);
        if history == History::Push && !self.may_go_to(&state) {
            return;
        }
        if self.hosting().writes_address() {
            location::write_fragment(&show(&state), history);
        }
        self.state.set(state);
    }

    /// A slice of the state; what reads it is run again only when the slice changes.
    pub fn slice<T: PartialEq + Send + Sync + 'static>(
        self,
        get: impl Fn(&ViewState) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.state.with(&get))
    }

    /// Selects an item by its place in the graph.
    pub fn select(self, node: NodeId) {
        let key =
            self.graph.with_untracked(|graph| graph.nodes.get(node.0 as usize).map(|node| node.key.clone()));
        if let Some(key) = key {
            self.act(Action::Select(key));
        }
    }

    /// The key of an item by its place in the graph.
    pub fn key_of(self, node: NodeId) -> Option<NodeKey> {
        self.graph.with_untracked(|graph| graph.node(node).map(|node| node.key.clone()))
    }

    /// The place of an item in the graph.
    pub fn find(self, key: &NodeKey) -> Option<NodeId> {
        self.graph.with(|graph| graph.find(key))
    }

    /// Puts text on the clipboard and says so.
    pub fn copy(self, text: String) {
        spawn_while(self.state, async move {
            let id = if clipboard::write(&text).await { "copied" } else { "copy-refused" };
            self.say(self.t(id));
        });
    }

    /// Shows a short confirmation for two seconds.
    pub fn say(self, words: String) {
        self.toast.set(Some(words.clone()));
        spawn_while(self.state, async move {
            sleep(2_000, &Signal::never()).await;
            if self.toast.try_get_untracked().flatten().as_ref() == Some(&words) {
                self.toast.set(None);
            }
        });
    }

    /// A link to what is looked at now.
    pub fn address(self) -> String {
        format!("{}{}", location::page_address(), show(&self.state.get_untracked()))
    }

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
                    self.open_evidence(document).await;
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
        let files =
            ["customization.json", "releases-page-1.json", "releases-page-2.json", "manifest-newer.json"];
        let found = files.map(|file| self.hosting().beside(&format!("sample/{file}")));
        self.load_addresses(found.into_iter().flatten().collect(), Origin::Sample);
    }

    /// Fetches a document and opens it.
    pub fn load_address(self, typed: &str) {
        if let Some(address) = address::parse_typed(typed) {
            self.load_addresses(vec![address], Origin::Address);
        } else {
            let id = self.begin(&secret::address(typed), Stage::Reading, None);
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
                    Origin::Sample if is_absent => self.refused(id, failed.fault.because(Cause::NoSample)),
                    _ => self.refused(id, failed.fault),
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

    /// Notes a failure; what a person stopped is none, and the first refusal asks for a token.
    fn refused(self, id: u32, fault: Fault) {
        if fault.class == Class::Stopped {
            self.forget(id);
            return;
        }
        let wants_token = fault.class == Class::Auth;
        self.fail(id, fault);
        if let Some(asked) = self.asked(id).filter(|asked| wants_token && asked.origin == Origin::Address) {
            self.ask_token(asked.address.parts.origin());
        }
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
        self.crawls_signed_in(origin);
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

    /// Names a file that could not be read.
    pub fn report(self, title: &str, detail: &str) {
        let id = self.begin(title, Stage::Reading, None);
        self.fail(id, Fault::new(Class::Missing, detail, &secret::Secrets::default()));
    }

    pub(super) async fn add(self, read: Vec<Arc<Source>>) {
        if read.is_empty() {
            return;
        }
        let received: Vec<SourceId> = read.iter().map(|source| source.id).collect();
        self.keep_sources(&read);
        self.bring(read).await;
        self.show_received(&received);
    }

    /// Marks the first verdict, once it can be seen.
    pub(super) fn mark_answer(self) {
        if !self.handles().has_answered.get_value() {
            self.handles().has_answered.set_value(true);
            spawn_while(self.state, async move {
                breathe().await;
                mark("atlas:answer");
            });
        }
    }

    /// Shows a state as a new entry of the browser's history.
    pub(super) fn take_over(self, state: ViewState) {
        if self.hosting().writes_address() {
            location::write_fragment(&show(&state), History::Push);
        }
        self.state.set(state);
    }

    /// Numbers up to this one are used from now on.
    pub(super) fn keep_ids_above(self, highest: u32) {
        self.handles().next_id.update_value(|id| *id = highest.max(*id));
    }

    /// A number that is never used twice in this session.
    pub fn fresh_id(self) -> u32 {
        self.handles().next_id.update_value(|id| *id += 1);
        self.handles().next_id.get_value()
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

    /// Closes all documents and goes to the start page.
    pub fn start_over(self) {
        self.sources.set(Shared::default());
        self.forget_answers(|_| true);
        self.leave_evidence();
        self.act(Action::Deselect);
        self.act(Action::Open(crate::session::View::Sources));
    }

    /// Takes all failed loads off the list.
    pub fn forget_failed(self) {
        self.loadings.update(|loadings| loadings.retain(|one| !matches!(one.stage, Stage::Failed(_))));
    }

    /// Closes a document.
    pub fn close(self, id: SourceId) {
        self.forget_answers(|other| other == id);
        start_while(
            self.state,
            Box::pin(async move {
                let is_kept = |source: &&Arc<Source>| source.id != id;
                self.change_to(&|before| before.iter().filter(is_kept).cloned().collect()).await;
            }),
        );
    }

    fn follow_address(self) {
        let restore = move |fragment: String| {
            if self.hosting().writes_address() {
                self.act(Action::Restore(Box::new(parse(&fragment))));
            }
        };
        let listener = StoredValue::new_local(location::on_fragment(restore));
        on_cleanup(move || listener.set_value(None));
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

fn make_graph(sources: &[Arc<Source>], failures: &Failures) -> Shared<Graph> {
    let start = Moment::now();
    let graph = crate::graph::build(sources, failures);
    measure(
        "atlas:graph",
        start,
        &[("nodes", graph.nodes.len() as f64), ("edges", graph.edges.len() as f64)],
    );
    Shared(Arc::new(graph))
}

/// The index is made once for a graph, and not before somebody searches.
fn make_found(
    state: RwSignal<ViewState>,
    sources: RwSignal<Shared<Vec<Arc<Source>>>>,
    graph: Memo<Shared<Graph>>,
) -> Memo<Shared<Found>> {
    let find = Memo::new(move |_| state.with(|state| state.find.clone()));
    let index = Memo::new(move |_| Shared(Arc::new(index(&graph.get(), &sources.get_untracked()))));
    Memo::new(move |_| {
        let nodes = graph.with(|graph| graph.nodes.len());
        Shared(Arc::new(Found::new(&find.get(), nodes, || index.get())))
    })
}

pub(super) fn make_manifests(sources: &[Arc<Source>]) -> Shared<Manifests> {
    let manifest = |source: &Arc<Source>| match &source.content {
        Content::Manifest(manifest) => Some((source.id, Arc::clone(manifest))),
        Content::Catalog(_) | Content::Other => None,
    };
    Shared(Arc::new(sources.iter().filter_map(manifest).collect()))
}

fn make_recalls(manifests: &[(SourceId, Arc<Manifest>)]) -> Shared<Recalls> {
    let all: Vec<&Manifest> = manifests.iter().map(|(_, manifest)| &**manifest).collect();
    Shared(Arc::new(Recalls::new(&all)))
}

fn nodes_by_place(graph: &Graph) -> Shared<BTreeMap<Place, NodeId>> {
    Shared(Arc::new(places_of(graph).collect()))
}

/// Every place that describes an item, with the item.
pub(super) fn places_of(graph: &Graph) -> impl Iterator<Item = (Place, NodeId)> {
    graph.ids().flat_map(|id| {
        let node = graph.node(id);
        node.into_iter().flat_map(move |node| node.places.iter().map(move |place| (*place, id)))
    })
}

fn make_board(graph: &Graph, recalls: &Recalls, now_millis: i64) -> Shared<Board> {
    Shared(Arc::new(Board::new(graph, recalls, now_millis)))
}
