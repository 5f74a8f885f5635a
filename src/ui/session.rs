//! The session: every signal, memo and effect of the application, in one place.
//!
//! One `RwSignal<ViewState>` says what is looked at, one list says which documents are loaded; graph,
//! recalls and verdicts are memos of that list, so no two of them can disagree.

use super::answers::Answers;
use super::crawl::Crawls;
use super::derived::{make_board, make_found, make_graph, make_manifests, make_recalls, nodes_by_place};
use super::graph::Drawn;
use super::hosted::Hosting;
use super::made;
use super::task::{spawn_while, start_while};
use crate::browser::address::Address;
use crate::browser::fetch::{Abort, Settings, Signal};
use crate::browser::host::Host;
use crate::browser::measure::mark;
use crate::browser::timer::{breathe, now_millis, sleep};
use crate::browser::{clipboard, location};
use crate::graph::{Graph, NodeId, NodeKey, NodeKind, Scratch};
use crate::manifest::Recalls;
use crate::session::found::Found;
use crate::session::route::unknown_view;
use crate::session::rows::{Counts, counts};
use crate::session::sentence::{reason_sentence, sentence};
use crate::session::trail::trail;
use crate::session::{Action, History, View, ViewState, apply, parse, show};
use crate::source::{Place, Source, SourceId};
use crate::text::{Arg, Language, Resources, Texts};
use crate::ui::erased::memo;
use crate::verdict::{Board, Reason, Verdict};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

pub use super::derived::Manifests;
pub use super::loading::{Asked, Incoming, Loading, Stage};
pub use super::shared::Shared;
pub use crate::session::config::Theme;
use crate::sorted::{SortedMap, SortedSet};

/// What only the session itself uses. Apart, since every call of a view copies the whole session.
#[derive(Clone, Copy)]
pub(super) struct Handles {
    pub(super) aborts: StoredValue<SortedMap<u32, Abort>, LocalStorage>,
    has_answered: StoredValue<bool>,
    next_id: StoredValue<u32>,
    texts: StoredValue<Texts, LocalStorage>,
    /// The sentences of the parts, once one of them is there.
    later_texts: StoredValue<Option<Later>>,
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
    /// The view that the address named and that there is none of, until another one is opened.
    pub astray: RwSignal<Option<String>>,
    /// Items that were selected together, beside the one whose panel is open.
    pub marked: RwSignal<SortedSet<NodeKey>>,
    /// The focuses of the graph that led to the present one.
    pub trail: Memo<Vec<NodeKey>>,
    /// Which item stands at a place of a document.
    pub nodes_by_place: Memo<Shared<BTreeMap<Place, NodeId>>>,
    /// The sample, while a person's own documents have taken its place.
    pub(super) put_away: super::sample::PutAway,
    /// The list that was pasted to be answered, kept while other views are looked at.
    pub pasted: RwSignal<String>,
    /// The components that run, as they were listed for a move.
    pub installed: RwSignal<String>,
    /// The theme.
    pub theme: RwSignal<Theme>,
    /// A short confirmation ("Copied").
    pub toast: RwSignal<Option<String>>,
    /// How much of what the page opens by itself is under way.
    pub(super) opening: RwSignal<u32>,
    /// Whether the part with what follows links is there.
    pub(super) has_views: RwSignal<bool>,
    /// How many of the person's own documents a reload has lost.
    pub(super) unkept: RwSignal<usize>,
    /// Whether the help sheet is open.
    pub is_help_open: RwSignal<bool>,
    /// Whether what is missing is shown.
    pub is_coverage_open: RwSignal<bool>,
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

/// The sentences of parts, by language.
type Later = fn(Language) -> Resources;

impl Session {
    /// The session of one element.
    pub fn new(host: &Host, options: &super::Options) -> Self {
        let (hosting, state) = Hosting::new(options);
        let now = RwSignal::new(now_millis());
        let sources = RwSignal::new(Shared::<Vec<Arc<Source>>>::default());
        let crawls = Crawls::new();
        let made: made::Waiting = StoredValue::new(None);
        let graph = memo(move |_| {
            let (sources, failures) = (sources.get(), crawls.failures.get());
            made::graph(made, &sources, &failures).unwrap_or_else(|| make_graph(&sources, &failures))
        });
        let manifests = memo(move |_| make_manifests(&sources.get()));
        let recalls = memo(move |_| {
            let manifests = manifests.get();
            made::recalls_of(made, &sources.get_untracked()).unwrap_or_else(|| make_recalls(&manifests))
        });
        let board = memo(move |_| {
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
            found: make_found(state, sources, graph, (board, recalls), hosting.language),
            astray: RwSignal::new(unknown_view(&location::fragment()).filter(|_| hosting.writes_address())),
            marked: RwSignal::new(SortedSet::new()),
            trail: memo(move |former: Option<&Vec<NodeKey>>| {
                state.with(|state| trail(former.map_or(&[], Vec::as_slice), state.focus.as_ref()))
            }),
            nodes_by_place: memo(move |_| {
                let graph = graph.get();
                made::places(made, &graph).unwrap_or_else(|| nodes_by_place(&graph))
            }),
            put_away: RwSignal::new(Vec::new()),
            pasted: RwSignal::new(String::new()),
            installed: RwSignal::new(String::new()),
            theme: RwSignal::new(hosting.first_theme()),
            toast: RwSignal::new(None),
            opening: RwSignal::new(u32::from(options.owns_page)),
            has_views: RwSignal::new(super::parts::Part::Views.is_here()),
            unkept: RwSignal::new(0),
            is_help_open: RwSignal::new(false),
            is_coverage_open: RwSignal::new(false),
            are_facets_open: RwSignal::new(false),
            is_narrow: RwSignal::new(false),
            settings: StoredValue::new_local(hosting.settings()),
            token_wanted: RwSignal::new(None),
            elsewhere: RwSignal::new(Vec::new()),
            crawls: StoredValue::new(crawls),
            answers: StoredValue::new(Answers::new()),
            handles: StoredValue::new(Handles {
                aborts: StoredValue::new_local(SortedMap::new()),
                has_answered: StoredValue::new(false),
                next_id: StoredValue::new(0),
                texts: StoredValue::new_local(Texts::first(hosting.language.get_untracked())),
                later_texts: StoredValue::new(None),
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
        session.fetch_ahead();
        session.follow_clock();
        session.tell_host();
        session
    }

    /// What was made of documents before they were shown.
    pub(super) fn made(self) -> made::Waiting {
        self.handles().made
    }

    pub(super) fn handles(self) -> Handles {
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
        memo(move |_| counts(&self.graph.get(), &self.board.get(), kinds))
    }

    /// The sentence of a verdict.
    pub fn sentence(self, verdict: &Verdict) -> String {
        self.with_texts(|texts| {
            let (graph, recalls) = (self.graph.get(), self.recalls.get());
            self.board.with(|board| sentence(texts, &graph, &recalls, board, verdict))
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
        let board = self.board.get();
        self.with_texts(|texts| reason_sentence(texts, &graph, &recalls, &board, of, reason))
    }

    /// Changes to another language; what is drawn from then on speaks it.
    pub fn speak(self, language: Language) {
        if self.with_texts(|texts| texts.language() != language) {
            let mut texts = Texts::first(language);
            if let Some(later) = self.handles().later_texts.get_value() {
                texts.learn(later(language));
            }
            self.handles().texts.set_value(texts);
        }
    }

    /// Adds the sentences of the parts. Parts say which: the program itself has to reach none of them.
    pub(super) fn learn(self, later: Later) {
        let handles = self.handles();
        if handles.later_texts.get_value().is_none() {
            handles.later_texts.set_value(Some(later));
            handles.texts.update_value(|texts| texts.learn(later(texts.language())));
        }
    }

    /// Runs something with all sentences at hand.
    pub fn with_texts<R>(self, use_texts: impl FnOnce(&Texts) -> R) -> R {
        self.handles().texts.with_value(use_texts)
    }

    /// Does what a person asked for, and tells the address bar.
    pub fn act(self, action: Action) {
        if matches!(action, Action::Open(_)) && self.astray.with_untracked(Option::is_some) {
            self.astray.set(None);
        }
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
        memo(move |_| self.state.with(&get))
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
        self.copy_saying(text, "copied");
    }

    /// Puts a link to what is looked at on the clipboard, and says what of it is not in the link: what a person
    /// entered, and documents that only the person can open again.
    pub fn copy_link(self) {
        let view = self.state.with_untracked(|state| state.view);
        let entered = match view {
            View::Inventory => self.pasted.get_untracked(),
            View::Move => self.installed.get_untracked(),
            _ => String::new(),
        };
        let said = if !entered.trim().is_empty() {
            "copied-link-without-list"
        } else if self.is_more_open_than_linked() {
            "copied-link-without-documents"
        } else {
            "copied-link"
        };
        self.copy_saying(self.address(), said);
    }

    fn copy_saying(self, text: String, said: &'static str) {
        spawn_while(self.state, async move {
            let id = if clipboard::write(&text).await { said } else { "copy-refused" };
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

    /// Closes all documents and goes to the start page.
    pub fn start_over(self) {
        self.sources.set(Shared::default());
        self.put_away.set(Vec::new());
        self.forget_answers(|_| true);
        self.leave_evidence();
        self.act(Action::Deselect);
        self.act(Action::Open(crate::session::View::Sources));
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
                self.astray.set(unknown_view(&fragment));
            }
        };
        let listener = StoredValue::new_local(location::on_fragment(restore));
        on_cleanup(move || listener.set_value(None));
    }
}
