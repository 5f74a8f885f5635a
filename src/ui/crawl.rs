//! Crawls as the session sees them: which documents they follow, what they brought, what failed.
//!
//! One crawl for every base that documents were opened from. The planner decides (`hal::crawl`), the
//! browser's half sends (`browser::crawler`); here answers become sources. They come in batches, so that
//! graph and verdicts are made anew a few times and not after each of 300 answers.

use super::session::Shared;
use crate::browser::address::Base;
use crate::browser::crawler::Crawler;
use crate::browser::timer::{Timer, now_millis};
use crate::graph::{Failures, Node, NodeKey, NodeKind};
use crate::hal::address::{canonical, last_segment};
use crate::hal::crawl::{Crawl, Estimate, Progress, State, TaskId, TaskState, Why};
use crate::hal::fault::Fault;
use crate::sorted::SortedSet;
use crate::source::{Origin, Source, SourceId};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The crawls of a session. A handle: copying it copies no data.
#[derive(Clone, Copy)]
pub struct Crawls {
    pub(super) all: StoredValue<Vec<Following>, LocalStorage>,
    /// Changes when any crawl does.
    pub tick: RwSignal<u32>,
    /// What was asked for in vain, for the graph.
    pub failures: RwSignal<Shared<Failures>>,
    /// Documents that were not opened but followed to.
    pub followed: RwSignal<Shared<SortedSet<SourceId>>>,
    /// Whether the browser has no network.
    pub is_offline: RwSignal<bool>,
    pub(super) met: StoredValue<SortedSet<SourceId>>,
    /// How many answers came and are still to be interpreted.
    pub(super) interpreting: StoredValue<u32>,
    pub(super) flush: StoredValue<Option<Timer>, LocalStorage>,
    pub(super) redraw: StoredValue<Option<Timer>, LocalStorage>,
}

/// One crawl: the documents of one base and what following their links brought.
pub(super) struct Following {
    pub(super) id: u32,
    pub(super) base: Base,
    pub(super) crawler: Crawler,
    pub(super) origin: Origin,
    pub(super) opened: SortedSet<SourceId>,
    /// Whether its documents have no address, so that the graph knows their links as written.
    pub(super) has_paths: bool,
    pub(super) batch: Vec<Arc<Source>>,
    pub(super) faults: BTreeMap<TaskId, Arc<Fault>>,
    pub(super) is_hidden: bool,
    pub(super) waits_for_network: bool,
}

/// Where a crawl stands, as the banner shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which crawl.
    pub id: u32,
    /// The host that is asked, with its port.
    pub host: String,
    /// The origin, to which a token belongs.
    pub origin: String,
    /// Where it stands.
    pub state: State,
    /// What is left of it.
    pub estimate: Estimate,
    /// How far it has come.
    pub progress: Progress,
    /// Items read and stated of every list, and pages read and stated.
    pub lists: Vec<(u64, Option<u64>)>,
    /// How many addresses are left out because they are too many steps away.
    pub too_deep: usize,
    /// Whether related releases are asked for within each answer, and whether that is offered.
    pub expansion: (bool, bool),
    /// Whether a person put it away.
    pub is_hidden: bool,
}

/// What became of the request for an item.
#[derive(Clone, Debug)]
pub struct Errand {
    /// Which crawl.
    pub crawl: u32,
    /// Which task of it.
    pub task: TaskId,
    /// What became of it.
    pub state: TaskState,
    /// Why it failed, if it did.
    pub fault: Option<Arc<Fault>>,
}

impl Crawls {
    /// No crawl yet.
    pub fn new() -> Self {
        Self {
            all: StoredValue::new_local(Vec::new()),
            tick: RwSignal::new(0),
            failures: RwSignal::new(Shared::default()),
            followed: RwSignal::new(Shared::default()),
            is_offline: RwSignal::new(!crate::browser::online::is_online()),
            met: StoredValue::new(SortedSet::new()),
            interpreting: StoredValue::new(0),
            flush: StoredValue::new_local(None),
            redraw: StoredValue::new_local(None),
        }
    }

    /// Changes or looks at one crawl; not to be used while its crawler acts.
    pub(super) fn with<T>(self, id: u32, look: impl FnOnce(&mut Following) -> T) -> Option<T> {
        self.all.try_update_value(|all| all.iter_mut().find(|one| one.id == id).map(look)).flatten()
    }

    /// The crawler, outside of any borrow: it tells the session of what it does while it does it.
    pub(super) fn crawler(self, id: u32) -> Option<Crawler> {
        self.with(id, |one| one.crawler.clone())
    }

    /// Every crawl, in the order in which they began.
    pub fn ids(self) -> Vec<u32> {
        self.all.try_with_value(|all| all.iter().map(|one| one.id).collect()).unwrap_or_default()
    }

    /// Where a crawl stands; none if it ended with its documents.
    pub fn standing(self, id: u32) -> Option<Standing> {
        self.with(id, |one| one.crawler.with(|crawl| standing(one, crawl)))
    }

    /// Looks at the plan of a crawl.
    pub fn look<T>(self, id: u32, look: impl FnOnce(&Crawl) -> T) -> Option<T> {
        Some(self.crawler(id)?.with(look))
    }

    /// Changes the plan of a crawl and goes on by it.
    pub fn change(self, id: u32, change: impl FnOnce(&mut Crawl)) {
        if let Some(crawler) = self.crawler(id) {
            crawler.change(change);
        }
    }

    /// Puts the banner of a crawl away, or shows it again.
    pub fn hide(self, id: u32, is_hidden: bool) {
        self.with(id, |one| one.is_hidden = is_hidden);
        self.tick.update(|tick| *tick += 1);
    }

    /// Why a task failed.
    pub fn fault(self, id: u32, task: TaskId) -> Option<Arc<Fault>> {
        self.with(id, |one| one.faults.get(&task).cloned()).flatten()
    }

    /// The request for an item that is not loaded, if a crawl knows of one.
    pub fn errand(self, node: &Node) -> Option<Errand> {
        let found = |one: &Following| {
            let (task, state) = one.crawler.with(|crawl| {
                let mut tasks = crawl.tasks().filter(|(_, task)| task.state != TaskState::Answered);
                let found = tasks.find(|(_, task)| leads_to(one, &task.address, &node.key));
                found.map(|(id, task)| (id, task.state.clone()))
            })?;
            Some(Errand { crawl: one.id, task, state, fault: one.faults.get(&task).cloned() })
        };
        self.all.try_with_value(|all| all.iter().find_map(found)).flatten()
    }
}

impl Default for Crawls {
    fn default() -> Self {
        Self::new()
    }
}

fn standing(one: &Following, crawl: &Crawl) -> Standing {
    Standing {
        id: one.id,
        host: one.base.address.parts.host_shown(),
        origin: one.base.origin(),
        state: crawl.state(now_millis()),
        estimate: crawl.estimate(),
        progress: crawl.progress(),
        lists: crawl.lists().map(|pages| (pages.items_read(), pages.items_total())).collect(),
        too_deep: crawl.too_deep(),
        expansion: crawl.expansion(),
        is_hidden: one.is_hidden,
    }
}

/// Whether an address is the one of an item: by its address, or by its id at the address's end.
fn leads_to(one: &Following, address: &str, key: &NodeKey) -> bool {
    named(one, address) == key.id || last_segment(address).is_some_and(|id| id == key.id)
}

/// How the graph names a resource that it knows by address alone: as the link is written, so without the
/// path of an explicit base, and without an origin where its document has none.
fn named(one: &Following, address: &str) -> String {
    let path = one.base.address.parts.path.trim_end_matches('/');
    let origin = one.base.origin();
    let below = address.strip_prefix(&origin).and_then(|rest| rest.strip_prefix(path));
    match below.filter(|rest| one.base.is_explicit && rest.starts_with('/')) {
        Some(rest) if one.has_paths => canonical(rest),
        Some(rest) => canonical(&format!("{origin}{rest}")),
        None => canonical(address),
    }
}

/// What was asked for in vain.
pub(super) fn failures(all: &[Following]) -> Failures {
    let mut failures = Failures::default();
    for one in all {
        one.crawler.with(|crawl| {
            for (_, task) in crawl.tasks() {
                let TaskState::Failed(class) = task.state else { continue };
                match task.why {
                    Why::Page(_) => failures.documents += 1,
                    Why::Relation(_) => {
                        let key = NodeKey { kind: NodeKind::Release, id: named(one, &task.address).into() };
                        failures.nodes.insert(key, class.word().to_owned());
                    }
                }
            }
        });
    }
    failures
}
