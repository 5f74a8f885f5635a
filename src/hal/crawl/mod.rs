//! The crawl planner: which requests next, given what is known and a budget. Plain data.
//!
//! The browser half asks [`Crawl::next`] what to send, sends it, and reports what came of it; everything
//! else is decided here and tested natively: failed releases first, then their dependants, breadth first;
//! one request for an address in however many spellings; at most so many requests without a click; an end
//! with a stated reason for cycles, growing addresses, endless pages and lying counts. Clocks and chance
//! come in as arguments.
//!
//! ```text
//! Planned ─start→ Running ─pause→ Paused ─resume→ Running ─…→ Done
//!                  │  └─ 429 ─→ Waiting{until} ─→ Running
//!                  └─ 401, Stop, budget spent ─→ Stopped(why) ─resume, signed_in, more→ Running
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::json::Document;

use super::address::{canonical, has_braces};
use super::fault::{Class, LONGEST_WAIT_MILLIS, SANE_WAIT_MILLIS, back_off_millis};
use super::lead::{self, Lead, Relation};
use super::page::{self, Pages};
use super::trust::Judgement;

mod endless;
mod state;
mod task;

pub use state::{Estimate, Limits, Progress, Reaction, State, Stop};
pub use task::{Ask, Oddity, Skip, Task, TaskId, TaskState, Urgency, Why};

use endless::{MOST_GROWTH, growth, repeats_segments};
use task::{blank, urgency};

/// A link after the browser has resolved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The absolute address, as the browser writes it.
    pub address: String,
    /// Where it leads.
    pub judgement: Judgement,
}

/// How links are resolved: the href as written against the address of its document, none if it is no
/// address at all.
pub type Resolve<'r> = dyn Fn(&str) -> Option<Resolved> + 'r;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Planned,
    Running,
    Paused,
    Stopped(Stop),
}

/// A list whose pages are read, and the first page's place in the crawl.
#[derive(Clone, Debug)]
struct List {
    key: String,
    pages: Pages,
    depth: u32,
    /// The numbers for which tasks exist.
    planned: BTreeSet<u64>,
}

impl List {
    /// Pages that are missing and have a task.
    fn open_pages(&self) -> u64 {
        self.planned.iter().filter(|&&number| self.pages.is_missing(number)).count() as u64
    }
}

/// A crawl from one or more documents.
#[derive(Clone, Debug)]
pub struct Crawl {
    limits: Limits,
    phase: Phase,
    tasks: Vec<Task>,
    by_address: BTreeMap<String, TaskId>,
    waiting: BTreeSet<(Urgency, u32, TaskId)>,
    lists: Vec<List>,
    fingerprints: BTreeSet<u64>,
    budget: u32,
    sent: u32,
    asked: u32,
    wait_until_millis: Option<i64>,
    waits_in_a_row: u32,
}

/// A failed request is sent again by itself at most this often.
const REPETITIONS: u32 = 2;
/// After this many answers "too many requests" in a row, the crawl stops.
const MOST_WAITS: u32 = 4;
impl Crawl {
    /// A crawl that knows nothing yet.
    pub fn new(limits: Limits) -> Self {
        Self {
            budget: limits.requests,
            limits,
            phase: Phase::Planned,
            tasks: Vec::new(),
            by_address: BTreeMap::new(),
            waiting: BTreeSet::new(),
            lists: Vec::new(),
            fingerprints: BTreeSet::new(),
            sent: 0,
            asked: 0,
            wait_until_millis: None,
            waits_in_a_row: 0,
        }
    }

    /// Takes in a document that was loaded otherwise, with the address it came from if it has one.
    pub fn learn(&mut self, document: &Document, address: Option<&str>, resolve: &Resolve<'_>) {
        if let Some(address) = address {
            self.know(address);
        }
        self.read(document, address, None, resolve);
    }

    /// Notes that what is at an address is loaded, so that it is not asked for.
    pub fn know(&mut self, address: &str) {
        let key = canonical(address);
        if let Some(&id) = self.by_address.get(&key) {
            // What is under way may tell more: its answer is still wanted.
            if self.tasks[id.0 as usize].state != TaskState::Asked {
                self.settle(id, TaskState::Answered);
            }
        } else {
            let why = Why::Relation(Relation::Itself);
            self.insert(key, Task { state: TaskState::Answered, ..blank(address, why) });
        }
    }

    /// What it will cost, as far as is known.
    pub fn estimate(&self) -> Estimate {
        let requests = (self.waiting.len() as u64).saturating_add(self.unplanned_pages());
        let depth = self.waiting.iter().map(|&(_, depth, _)| depth).max().unwrap_or_default();
        Estimate {
            requests,
            within_budget: requests.min(u64::from(self.budget.saturating_sub(self.sent))),
            depth,
            may_grow: requests > 0,
        }
    }

    /// Starts.
    pub fn start(&mut self) {
        if self.phase == Phase::Planned {
            self.phase = Phase::Running;
        }
    }

    /// Sends nothing new until [`Crawl::resume`]; what is under way may finish.
    pub fn pause(&mut self) {
        if self.phase == Phase::Running {
            self.phase = Phase::Paused;
        }
    }

    /// Stops. Whatever is under way is to be aborted, and is asked for again after [`Crawl::resume`].
    pub fn stop(&mut self) {
        self.halt(Stop::ByHand);
    }

    /// Goes on after a pause or stop.
    pub fn resume(&mut self) {
        if matches!(self.phase, Phase::Paused | Phase::Stopped(Stop::ByHand | Stop::TooManyRequests)) {
            self.waits_in_a_row = 0;
            self.wait_until_millis = None;
            self.phase = Phase::Running;
        }
    }

    /// Goes on after a sign-in: what was refused is asked for again.
    pub fn signed_in(&mut self) {
        self.retry_where(|class| class == Class::Auth);
        if self.phase == Phase::Stopped(Stop::SignIn) {
            self.phase = Phase::Running;
        }
    }

    /// Allows so many more requests, and goes on: "load the next 300".
    pub fn more(&mut self, requests: u32) {
        self.budget = self.sent.saturating_add(requests);
        if !matches!(self.phase, Phase::Paused | Phase::Stopped(Stop::SignIn)) {
            self.phase = Phase::Running;
        }
    }

    /// Allows so many more steps from the documents that were opened.
    pub fn deeper(&mut self, steps: u32) {
        self.limits.depth = self.limits.depth.saturating_add(steps);
        for id in self.ids_where(|task| task.state == TaskState::Skipped(Skip::TooDeep)) {
            if self.tasks[id.0 as usize].depth <= self.limits.depth {
                self.enqueue(id);
            }
        }
    }

    /// Asks for everything again that failed.
    pub fn retry(&mut self) {
        self.retry_where(|_| true);
    }

    /// Asks for one task again, or for one that was skipped because it leads outside: a click allows it.
    pub fn retry_one(&mut self, id: TaskId) {
        let asked_for = |state: &TaskState| match state {
            TaskState::Failed(_) => true,
            TaskState::Skipped(Skip::Outside(judgement)) => judgement.can_be_asked(),
            TaskState::Skipped(skip) => *skip != Skip::Download,
            _ => false,
        };
        if self.task(id).is_some_and(|task| asked_for(&task.state)) {
            self.requeue_fresh(id);
            self.budget = self.budget.max(self.sent + 1);
        }
    }

    /// The requests to send now: most urgent first, never more at a time than the limit. Each one counts
    /// against the budget, and is to be reported back with [`Crawl::answered`] or [`Crawl::failed`].
    pub fn next(&mut self, now_millis: i64) -> Vec<Ask> {
        let mut asks = Vec::new();
        self.plan_pages();
        if self.state(now_millis) != State::Running {
            return asks;
        }
        while self.asked < self.limits.at_once && self.sent < self.budget {
            let ready =
                |&&(_, _, id): &&(Urgency, u32, TaskId)| self.tasks[id.0 as usize].ready_millis <= now_millis;
            let Some(&place) = self.waiting.iter().find(ready) else { break };
            self.waiting.remove(&place);
            asks.push(self.send(place.2));
        }
        asks
    }

    fn send(&mut self, id: TaskId) -> Ask {
        let task = &mut self.tasks[id.0 as usize];
        task.state = TaskState::Asked;
        task.attempts += 1;
        self.sent += 1;
        self.asked += 1;
        Ask { id, address: task.address.clone(), why: task.why }
    }

    /// When to call [`Crawl::next`] again though nothing was reported: a wait or a back-off ends.
    pub fn wake_millis(&self, now_millis: i64) -> Option<i64> {
        if self.phase != Phase::Running {
            return None;
        }
        let ready = self.waiting.iter().map(|&(_, _, id)| self.tasks[id.0 as usize].ready_millis).min()?;
        let until = self.wait_until_millis.unwrap_or(i64::MIN).max(ready);
        (until > now_millis).then_some(until)
    }

    /// Takes in the answer to a task: its document, and the address that answered.
    pub fn answered(
        &mut self,
        id: TaskId,
        document: &Document,
        address: &str,
        resolve: &Resolve<'_>,
    ) -> Reaction {
        if !self.take_back(id) {
            return Reaction::Ignore;
        }
        self.waits_in_a_row = 0;
        self.settle(id, TaskState::Answered);
        self.by_address.entry(canonical(address)).or_insert(id);
        self.check_identity(id, document);
        self.read(document, Some(address), Some(id), resolve);
        Reaction::GoOn
    }

    /// Takes in a failure of a task. `chance` is a number from 0 to 1, for the back-off.
    pub fn failed(
        &mut self,
        id: TaskId,
        class: Class,
        retry_after_millis: Option<u64>,
        now_millis: i64,
        chance: f64,
    ) -> Reaction {
        if !self.take_back(id) {
            return Reaction::Ignore;
        }
        match class {
            Class::Stopped => self.enqueue(id),
            Class::Auth => {
                self.fail(id, class);
                let first = self.phase != Phase::Stopped(Stop::SignIn);
                self.halt(Stop::SignIn);
                return if first { Reaction::AskSignIn } else { Reaction::GoOn };
            }
            Class::Rate => self.wait(id, retry_after_millis, now_millis),
            _ if class.is_passing() && self.tasks[id.0 as usize].attempts <= REPETITIONS => {
                let back_off = back_off_millis(self.tasks[id.0 as usize].attempts, chance);
                self.postpone(id, now_millis, retry_after_millis.unwrap_or_default().max(back_off));
            }
            _ => self.fail(id, class),
        }
        Reaction::GoOn
    }

    /// "Too many requests": everything waits, and after several such answers in a row the crawl stops.
    fn wait(&mut self, id: TaskId, retry_after_millis: Option<u64>, now_millis: i64) {
        let millis = retry_after_millis.unwrap_or(SANE_WAIT_MILLIS);
        let until = now_millis.saturating_add(millis.min(LONGEST_WAIT_MILLIS) as i64);
        // Several answers to requests that were sent together are one: only the first one counts.
        let again = self.wait_until_millis.is_none_or(|until| until <= now_millis);
        self.wait_until_millis = Some(self.wait_until_millis.unwrap_or(until).max(until));
        self.enqueue(id);
        if again {
            self.waits_in_a_row += 1;
        }
        if self.waits_in_a_row >= MOST_WAITS {
            self.halt(Stop::TooManyRequests);
        }
    }

    fn postpone(&mut self, id: TaskId, now_millis: i64, millis: u64) {
        self.tasks[id.0 as usize].ready_millis =
            now_millis.saturating_add(millis.min(LONGEST_WAIT_MILLIS) as i64);
        self.enqueue(id);
    }

    fn fail(&mut self, id: TaskId, class: Class) {
        self.settle(id, TaskState::Failed(class));
        let task = &self.tasks[id.0 as usize];
        if let (Why::Page(number), Some(list)) = (task.why, task.list) {
            self.lists[list as usize].pages.failed(number);
        }
    }

    /// Where it stands.
    pub fn state(&self, now_millis: i64) -> State {
        match self.phase {
            Phase::Planned => State::Planned,
            Phase::Paused => State::Paused,
            Phase::Stopped(stop) => State::Stopped(stop),
            Phase::Running
                if self.asked > 0 && self.wait_until_millis.is_none_or(|until| until <= now_millis) =>
            {
                State::Running
            }
            Phase::Running if self.waiting.is_empty() && self.unplanned_pages() == 0 => {
                if self.asked > 0 {
                    State::Running
                } else {
                    State::Done
                }
            }
            Phase::Running if self.sent >= self.budget && self.asked == 0 => State::Stopped(Stop::Budget),
            Phase::Running => match self.wait_until_millis {
                Some(until_millis) if until_millis > now_millis => State::Waiting { until_millis },
                _ => State::Running,
            },
        }
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress {
            sent: self.sent,
            budget: self.budget,
            asked: self.asked,
            waiting: (self.waiting.len() as u64).saturating_add(self.unplanned_pages()),
            ..Progress::default()
        };
        for task in
            self.tasks.iter().filter(|task| task.attempts > 0 || matches!(task.state, TaskState::Skipped(_)))
        {
            match task.state {
                TaskState::Answered => progress.answered += 1,
                TaskState::Failed(_) => progress.failed += 1,
                TaskState::Skipped(_) => progress.skipped += 1,
                TaskState::Waiting | TaskState::Asked => {}
            }
        }
        let totals = self.lists.iter().filter_map(|list| list.pages.items_total());
        progress.items = (
            self.lists.iter().map(|list| list.pages.items_read()).fold(0, u64::saturating_add),
            totals.reduce(u64::saturating_add),
        );
        progress
    }

    /// Every address that was found, in the order found.
    pub fn tasks(&self) -> impl Iterator<Item = (TaskId, &Task)> {
        (0..).map(TaskId).zip(&self.tasks)
    }

    /// One of them.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.get(id.0 as usize)
    }

    /// The task for an address in whichever spelling.
    pub fn task_at(&self, address: &str) -> Option<(TaskId, &Task)> {
        let id = *self.by_address.get(&canonical(address))?;
        Some((id, self.task(id)?))
    }

    /// Every list whose pages are read: "1,240 of 3,900".
    pub fn lists(&self) -> impl Iterator<Item = &Pages> {
        self.lists.iter().map(|list| &list.pages)
    }

    fn halt(&mut self, stop: Stop) {
        self.phase = Phase::Stopped(stop);
        for id in self.ids_where(|task| task.state == TaskState::Asked) {
            self.take_back(id);
            self.enqueue(id);
        }
    }

    /// Takes a task back from under way; false if it is not under way (a late answer).
    fn take_back(&mut self, id: TaskId) -> bool {
        let under_way = self.task(id).is_some_and(|task| task.state == TaskState::Asked);
        if under_way {
            self.asked = self.asked.saturating_sub(1);
        }
        under_way
    }

    fn ids_where(&self, wanted: impl Fn(&Task) -> bool) -> Vec<TaskId> {
        self.tasks().filter(|(_, task)| wanted(task)).map(|(id, _)| id).collect()
    }

    fn retry_where(&mut self, wanted: impl Fn(Class) -> bool) {
        for id in self.ids_where(|task| matches!(task.state, TaskState::Failed(class) if wanted(class))) {
            self.requeue_fresh(id);
        }
        if self.phase == Phase::Stopped(Stop::TooManyRequests) {
            self.resume();
        }
    }

    fn requeue_fresh(&mut self, id: TaskId) {
        let task = &mut self.tasks[id.0 as usize];
        task.attempts = 0;
        task.ready_millis = i64::MIN;
        if let (Why::Page(_), Some(list)) = (task.why, task.list) {
            self.lists[list as usize].pages.retry();
        }
        self.enqueue(id);
    }

    fn enqueue(&mut self, id: TaskId) {
        let task = &mut self.tasks[id.0 as usize];
        task.state = TaskState::Waiting;
        self.waiting.insert((task.urgency, task.depth, id));
    }

    fn settle(&mut self, id: TaskId, state: TaskState) {
        let task = &mut self.tasks[id.0 as usize];
        self.waiting.remove(&(task.urgency, task.depth, id));
        task.state = state;
    }

    fn insert(&mut self, key: String, task: Task) -> TaskId {
        let id = TaskId(self.tasks.len() as u32);
        self.by_address.insert(key, id);
        let waits = task.state == TaskState::Waiting;
        self.tasks.push(task);
        if waits {
            self.enqueue(id);
        }
        id
    }

    fn check_identity(&mut self, id: TaskId, document: &Document) {
        let identity = lead::identity(document.root());
        let task = &mut self.tasks[id.0 as usize];
        let names_id = matches!(task.why, Why::Relation(relation) if relation != Relation::Next);
        task.oddities.clear();
        if let (true, Some(expected), Some(found)) =
            (names_id, identity.differs_from(&task.address), identity.id.clone())
        {
            task.oddities.push(Oddity::OtherId { expected, found });
        }
        if let (Some(named), Some(id)) = (identity.self_differs(), identity.id.clone()) {
            task.oddities.push(Oddity::SelfDiffers { id, named });
        }
        task.answered_id = identity.id;
    }

    /// Reads what a document asks to be followed: its leads and its missing pages.
    fn read(
        &mut self,
        document: &Document,
        address: Option<&str>,
        from: Option<TaskId>,
        resolve: &Resolve<'_>,
    ) {
        let repeats = self.read_pages(document, address, from);
        for href in lead::described(document) {
            if let Some(resolved) = resolve(&href).filter(|resolved| resolved.judgement.is_inside()) {
                self.know(&resolved.address);
            }
        }
        for lead in lead::leads(document) {
            self.follow(&lead, from, repeats, resolve);
        }
    }

    /// Takes in a page; true if it was reached by `next` and its items were seen before.
    fn read_pages(&mut self, document: &Document, address: Option<&str>, from: Option<TaskId>) -> bool {
        let planned = from.and_then(|id| self.task(id)).and_then(|task| match (task.why, task.list) {
            (Why::Page(number), Some(list)) => Some((list, number)),
            _ => None,
        });
        let Some(envelope) = page::read(document.root()) else {
            // What was a page before is none any more: it counts as one that could not be read.
            if let Some((list, number)) = planned {
                self.lists[list as usize].pages.failed(number);
            }
            return from.is_some() && self.repeats_next(document, from);
        };
        let fingerprint = page::fingerprint(document.value(envelope.items));
        let place = planned.or_else(|| self.join_list(Pages::new(address?, &envelope, fingerprint), from));
        if let Some((list, number)) = place {
            self.lists[list as usize].pages.arrived(number, envelope.here, fingerprint);
            self.end_list(list);
        }
        false
    }

    /// The list that a page belongs to, and its number there; a list that is new is added.
    fn join_list(&mut self, pages: Pages, from: Option<TaskId>) -> Option<(u32, u64)> {
        let (key, number) = (pages.key(), pages.opened());
        if let Some(known) = self.lists.iter().position(|list| list.key == key) {
            return Some((known as u32, number));
        }
        let depth = from.and_then(|id| self.task(id)).map_or(0, |task| task.depth);
        self.lists.push(List { key, pages, depth, planned: BTreeSet::new() });
        None
    }

    /// Whether an answer that was reached by `next` says the same as an earlier one.
    fn repeats_next(&mut self, document: &Document, from: Option<TaskId>) -> bool {
        let by_next =
            from.and_then(|id| self.task(id)).is_some_and(|task| task.why == Why::Relation(Relation::Next));
        let content = document.root().get("_embedded");
        let Some(content) = content.filter(|_| by_next) else { return false };
        !self.fingerprints.insert(page::fingerprint(content))
    }

    /// Tasks for pages of a list that ended are not asked for.
    fn end_list(&mut self, list: u32) {
        let pages = &self.lists[list as usize].pages;
        let (end, after) = (pages.end(), pages.after());
        let beyond = |task: &Task| {
            let past = matches!(task.why, Why::Page(number) if number >= after);
            task.list == Some(list)
                && task.state == TaskState::Waiting
                && (past || end == page::End::SamePage)
        };
        for id in self.ids_where(beyond) {
            self.settle(id, TaskState::Skipped(Skip::ListEnded(end)));
        }
    }

    /// Pages that are missing and have no task yet.
    fn unplanned_pages(&self) -> u64 {
        let unplanned = |list: &List| list.pages.missing_count().saturating_sub(list.open_pages());
        self.lists.iter().map(unplanned).fold(0, u64::saturating_add)
    }

    /// Makes tasks for missing pages: some more than can be sent at a time, since a list may claim any number.
    fn plan_pages(&mut self) {
        let open = self.lists.iter().map(List::open_pages).fold(0, u64::saturating_add);
        let mut room = u64::from(self.limits.at_once).saturating_mul(4).saturating_sub(open) as usize;
        for index in 0..self.lists.len() {
            if room == 0 {
                return;
            }
            let List { pages, planned, depth, .. } = &mut self.lists[index];
            let depth = *depth;
            let new: Vec<u64> =
                pages.missing_numbers().filter(|&number| planned.insert(number)).take(room).collect();
            room -= new.len();
            for number in new {
                let address = self.lists[index].pages.address(number);
                let key = canonical(&address);
                if !self.by_address.contains_key(&key) {
                    let task = blank(&address, Why::Page(number));
                    self.insert(
                        key,
                        Task { urgency: Urgency::Page, depth, list: Some(index as u32), ..task },
                    );
                }
            }
        }
    }

    fn follow(&mut self, lead: &Lead, from: Option<TaskId>, repeats: bool, resolve: &Resolve<'_>) {
        let Some(resolved) = resolve(&lead.href).filter(|resolved| !has_braces(&resolved.address)) else {
            return;
        };
        let parent = from.and_then(|id| self.task(id));
        let is_next = lead.relation == Relation::Next;
        let depth = parent.map_or(0, |task| task.depth) + u32::from(!is_next);
        let growth = parent.map_or(0, |task| growth(task, &resolved.address));
        let urgency = urgency(lead, parent.map(|task| (task.urgency, task.why)));
        let key = canonical(&resolved.address);
        let holder = (lead.holder.clone(), lead.relation);
        if let Some(&id) = self.by_address.get(&key) {
            return self.meet_again(id, holder, urgency, depth);
        }
        let state = match resolved.judgement {
            judgement if !judgement.is_inside() => TaskState::Skipped(Skip::Outside(judgement)),
            _ if lead::downloads(&resolved.address) => TaskState::Skipped(Skip::Download),
            _ if repeats && is_next => TaskState::Skipped(Skip::Repeats),
            _ if self.is_endless(&resolved.address, growth) => TaskState::Skipped(Skip::Growing),
            _ if depth > self.limits.depth => TaskState::Skipped(Skip::TooDeep),
            _ => TaskState::Waiting,
        };
        let why = Why::Relation(lead.relation);
        self.insert(
            key,
            Task { urgency, depth, state, growth, holders: vec![holder], ..blank(&resolved.address, why) },
        );
    }

    /// A known address was found once more: it may have become more urgent, or nearer.
    fn meet_again(&mut self, id: TaskId, holder: (String, Relation), urgency: Urgency, depth: u32) {
        let task = &mut self.tasks[id.0 as usize];
        if !task.holders.contains(&holder) {
            task.holders.push(holder);
        }
        if (urgency, depth) >= (task.urgency, task.depth) || task.list.is_some() {
            return;
        }
        let waits = self.waiting.remove(&(task.urgency, task.depth, id));
        task.urgency = task.urgency.min(urgency);
        task.depth = task.depth.min(depth);
        let near_now = task.state == TaskState::Skipped(Skip::TooDeep) && task.depth <= self.limits.depth;
        if waits || near_now {
            self.enqueue(id);
        }
    }

    fn is_endless(&self, address: &str, growth: u32) -> bool {
        address.len() > self.limits.address_bytes || growth >= MOST_GROWTH || repeats_segments(address)
    }
}
