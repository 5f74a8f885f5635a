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

use super::address::{canonical, expanded};
use super::fault::{Class, LONGEST_WAIT_MILLIS, SANE_WAIT_MILLIS, back_off_millis};
use super::lead::Relation;
use super::page::Pages;
use super::trust::Judgement;

mod endless;
mod follow;
mod lists;
mod state;
mod study;
mod task;

pub use state::{Estimate, Limits, Progress, Reaction, State, Stop};
pub use study::Study;
pub use task::{Ask, Oddity, Skip, Task, TaskId, TaskState, Urgency, Why};

use lists::List;
use task::blank;

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
    expands: bool,
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
            expands: false,
        }
    }

    /// Takes in a document that was loaded otherwise, with the address it came from if it has one.
    pub fn learn(&mut self, document: &Document, address: Option<&str>, resolve: &Resolve<'_>) {
        let mut study = self.study(document, address);
        while self.learn_some(&mut study, usize::MAX, resolve) {}
    }

    /// A crawl that came to its end asks again before it follows a document that is opened later.
    fn plan_anew(&mut self) {
        if self.phase == Phase::Running && self.state(0) == State::Done {
            self.phase = Phase::Planned;
            self.budget = self.sent.saturating_add(self.limits.requests);
        }
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

    /// Another limit of requests; what was allowed by a click stays allowed.
    pub fn limit(&mut self, requests: u32) {
        let former = std::mem::replace(&mut self.limits.requests, requests);
        if self.phase == Phase::Planned {
            self.budget = self.sent.saturating_add(requests);
        } else if self.budget == former {
            self.budget = requests;
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

    /// How many addresses are left out because they are too many steps away.
    pub fn too_deep(&self) -> usize {
        self.tasks.iter().filter(|task| task.state == TaskState::Skipped(Skip::TooDeep)).count()
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
            self.allow_one();
        }
    }

    /// Asks for one address that waits, before any other and without starting the rest: a click on it.
    pub fn ask_one(&mut self, id: TaskId) {
        if self.task(id).is_some_and(|task| task.state == TaskState::Waiting) {
            self.settle(id, TaskState::Waiting);
            self.tasks[id.0 as usize].urgency = Urgency::Failed;
            self.tasks[id.0 as usize].depth = 0;
            self.requeue_fresh(id);
            self.allow_one();
        }
    }

    /// Sends one more request, whatever was paused, stopped or spent: somebody clicked on it.
    fn allow_one(&mut self) {
        match self.phase {
            Phase::Running => self.budget = self.budget.max(self.sent + 1),
            Phase::Stopped(Stop::SignIn) => {}
            _ => {
                self.budget = self.sent + 1;
                self.phase = Phase::Running;
            }
        }
    }

    /// Whether related releases are asked for within each answer (`expand_relationships`), where the
    /// catalogue offers that.
    pub fn expand(&mut self, expands: bool) {
        self.expands = expands;
    }

    /// Whether they are, and whether any address that waits offers it.
    pub fn expansion(&self) -> (bool, bool) {
        let offers =
            |&(_, _, id): &(Urgency, u32, TaskId)| expanded(&self.tasks[id.0 as usize].address).is_some();
        (self.expands, self.waiting.iter().any(offers))
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
        let whole = expanded(&task.address).filter(|_| self.expands);
        Ask { id, address: whole.unwrap_or_else(|| task.address.clone()), why: task.why }
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
        let Some(mut study) = self.begin_answer(id, document, address) else { return Reaction::Ignore };
        while self.learn_some(&mut study, usize::MAX, resolve) {}
        self.end_answer(id)
    }

    /// Begins to take in an answer; none if it came too late. What it names is taken in by
    /// [`Crawl::learn_some`]; meanwhile its task counts as under way, until [`Crawl::end_answer`].
    pub fn begin_answer<'d>(
        &mut self,
        id: TaskId,
        document: &'d Document,
        address: &str,
    ) -> Option<Study<'d>> {
        self.task(id).filter(|task| task.state == TaskState::Asked)?;
        self.waits_in_a_row = 0;
        self.by_address.entry(canonical(address)).or_insert(id);
        self.check_identity(id, document);
        Some(self.begin(document, Some(address), Some(id)))
    }

    /// Ends what [`Crawl::begin_answer`] began.
    pub fn end_answer(&mut self, id: TaskId) -> Reaction {
        if !self.take_back(id) {
            return Reaction::Ignore;
        }
        self.settle(id, TaskState::Answered);
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
}
