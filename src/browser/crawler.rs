//! A crawl under way: the planner decides, this sends, reads and reports.
//!
//! Nothing is judged here. The owner is told of every document and of every change, and shows them; when it
//! drops the crawler, everything under way ends.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use wasm_bindgen_futures::spawn_local;

use crate::hal::crawl::{Ask as Planned, Crawl, Limits, Reaction, Resolved, Study, TaskId, TaskState};
use crate::hal::fault::{Class, Fault, Received, of_refusal};
use crate::json::{self, Document};

use super::address::{Base, parse};
use super::fetch::{Abort, Answer, Ask, Failed, Progress, Settings, fetch};
use super::pace::pace;
use super::read::read;
use super::timer::{Timer, chance, now_millis};
use crate::sorted::SortedMap;

/// What the owner of a crawl is told.
pub enum News {
    /// A document came.
    Loaded {
        /// For which task.
        task: TaskId,
        /// The answer; its bytes were taken by the document.
        answer: Answer,
        /// What was read of it.
        document: Box<Document>,
    },
    /// A request failed, for the time being or for good (the task's state tells).
    Failed {
        /// Which task.
        task: TaskId,
        /// What went wrong.
        failed: Box<Failed>,
    },
    /// A body is coming.
    Progress {
        /// For which task.
        task: TaskId,
        /// How much has come.
        progress: Progress,
    },
    /// Somebody has to sign in: said once, whatever the number of refusals.
    SignIn,
    /// State or counts changed: look at [`Crawler::with`].
    Changed,
}

/// A crawl under way; ends when its last handle is dropped (so `tell` must not hold one).
#[derive(Clone)]
pub struct Crawler {
    inner: Rc<Inner>,
}

struct Inner {
    crawl: RefCell<Crawl>,
    base: Base,
    settings: RefCell<Settings>,
    under_way: RefCell<SortedMap<TaskId, Abort>>,
    wake: RefCell<Option<Timer>>,
    tell: Box<dyn Fn(News)>,
}

impl Crawler {
    /// A crawl below `base` that has sent nothing yet. `settings` hold for its requests, except that it
    /// repeats failed ones by its own plan.
    pub fn new(base: Base, limits: Limits, settings: Settings, tell: impl Fn(News) + 'static) -> Self {
        let inner = Inner {
            crawl: RefCell::new(Crawl::new(limits)),
            base,
            settings: RefCell::new(Settings { repetitions: 0, ..settings }),
            under_way: RefCell::default(),
            wake: RefCell::default(),
            tell: Box::new(tell),
        };
        Self { inner: Rc::new(inner) }
    }

    /// Takes in a document that is loaded already, in parts between which the page may paint.
    pub async fn learn(&self, document: &Document, address: Option<&str>) {
        let mut study = self.inner.crawl.borrow_mut().study(document, address);
        take_in(&Rc::downgrade(&self.inner), &self.inner.base, &mut study, address).await;
        self.go_on();
    }

    /// Looks at the plan: estimate, state, progress, tasks, lists.
    pub fn with<T>(&self, look: impl FnOnce(&Crawl) -> T) -> T {
        look(&self.inner.crawl.borrow())
    }

    /// Changes the plan (`start`, `pause`, `stop`, `resume`, `signed_in`, `more`, `deeper`, `retry`,
    /// `retry_one`) and goes on by it.
    pub fn change(&self, change: impl FnOnce(&mut Crawl)) {
        change(&mut self.inner.crawl.borrow_mut());
        self.go_on();
    }

    /// Takes over what holds for the requests from now on; they are still repeated by the plan alone.
    pub fn take_settings(&self, settings: Settings) {
        self.inner.settings.replace(Settings { repetitions: 0, ..settings });
    }

    /// Changes what holds for the requests from now on (a token was entered).
    pub fn set(&self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.inner.settings.borrow_mut());
    }

    fn go_on(&self) {
        let inner = &self.inner;
        let now = now_millis();
        let asks = inner.crawl.borrow_mut().next(now);
        inner.end_unwanted();
        for ask in asks {
            self.send(ask);
        }
        inner.wake.replace(self.waker(now));
        (inner.tell)(News::Changed);
    }

    /// Goes on when a wait ends.
    fn waker(&self, now: i64) -> Option<Timer> {
        let until = self.inner.crawl.borrow().wake_millis(now)?;
        let weak = Rc::downgrade(&self.inner);
        Some(Timer::after((until - now).max(0) as u64, move || {
            if let Some(inner) = weak.upgrade() {
                // The timer that calls must outlive its call.
                spawn_local(async move { Self { inner }.go_on() });
            }
        }))
    }

    fn send(&self, planned: Planned) {
        let abort = Abort::new();
        let signal = abort.signal();
        self.inner.under_way.borrow_mut().insert(planned.id, abort);
        let settings = self.inner.settings.borrow().clone();
        let weak = Rc::downgrade(&self.inner);
        spawn_local(async move {
            let task = planned.id;
            let limits = json::Limits { max_bytes: settings.max_bytes as usize, ..json::Limits::default() };
            let progress = {
                let weak = weak.clone();
                move |progress| {
                    if let Some(inner) = weak.upgrade() {
                        (inner.tell)(News::Progress { task, progress });
                    }
                }
            };
            let result = if let Some(address) = parse(&planned.address, None) {
                load(&Ask::new(address), &settings, &signal, &limits, &progress).await
            } else {
                let fault = Fault::new(Class::Withheld, &planned.address, &settings.tokens.secrets());
                Err(Box::new(Failed { fault, answer: None }))
            };
            if let Ok((answer, document)) = &result
                && !signal.is_aborted()
            {
                learn_answer(&weak, task, answer, document).await;
            }
            // Whoever dropped the crawler wants no news.
            if let Some(inner) = weak.upgrade().filter(|_| !signal.is_aborted()) {
                Self { inner }.settle(task, result);
            }
        });
    }

    /// Ends a task whose answer was learnt, or that failed.
    fn settle(&self, task: TaskId, result: Result<(Answer, Document), Box<Failed>>) {
        let inner = &self.inner;
        inner.under_way.borrow_mut().remove(&task);
        let reaction = match &result {
            Ok(_) => inner.crawl.borrow_mut().end_answer(task),
            Err(failed) => {
                let fault = &failed.fault;
                inner.crawl.borrow_mut().failed(
                    task,
                    fault.class,
                    fault.retry_after_millis,
                    now_millis(),
                    chance(),
                )
            }
        };
        if reaction == Reaction::Ignore {
            return;
        }
        (inner.tell)(match result {
            Ok((answer, document)) => News::Loaded { task, answer, document: Box::new(document) },
            Err(failed) => News::Failed { task, failed },
        });
        if reaction == Reaction::AskSignIn {
            (inner.tell)(News::SignIn);
        }
        self.go_on();
    }
}

impl Inner {
    /// Ends requests that the plan does not count as under way any more.
    fn end_unwanted(&self) {
        let crawl = self.crawl.borrow();
        let wanted = |task: &TaskId| crawl.task(*task).is_some_and(|task| task.state == TaskState::Asked);
        let unwanted: Vec<Abort> = {
            let mut under_way = self.under_way.borrow_mut();
            let (keep, end): (Vec<_>, Vec<_>) =
                std::mem::take(&mut *under_way).into_iter().partition(|(task, _)| wanted(task));
            *under_way = keep.into_iter().collect();
            end.into_iter().map(|(_, abort)| abort).collect()
        };
        drop(unwanted);
    }
}

/// Takes in what an answer names.
async fn learn_answer(weak: &Weak<Inner>, task: TaskId, answer: &Answer, document: &Document) {
    let address = answer.address.href.as_str();
    let Some(inner) = weak.upgrade() else { return };
    let base = inner.base.clone();
    let study = inner.crawl.borrow_mut().begin_answer(task, document, address);
    drop(inner);
    if let Some(mut study) = study {
        take_in(weak, &base, &mut study, Some(address)).await;
    }
}

/// Takes in what a document names, in parts between which the page may paint; ends with the crawler.
async fn take_in(weak: &Weak<Inner>, base: &Base, study: &mut Study<'_>, address: Option<&str>) {
    let met = RefCell::new(BTreeMap::<String, Option<Resolved>>::new());
    // The lists of one document name the same few addresses again and again.
    let resolve = |href: &str| {
        if let Some(resolved) = met.borrow().get(href) {
            return resolved.clone();
        }
        let resolved = base.resolve(href, address);
        met.borrow_mut().insert(href.to_owned(), resolved.clone());
        resolved
    };
    let pace = pace();
    while weak.upgrade().is_some_and(|inner| inner.crawl.borrow_mut().learn_some(study, PART, &resolve)) {
        pace.rest().await;
    }
}

/// Links that are taken in before the clock is looked at.
const PART: usize = 250;

/// Fetches and reads one document. The bytes of the answer go into the document.
///
/// # Errors
/// [`Failed`] by the transport or by the JSON reader.
pub async fn load(
    ask: &Ask,
    settings: &Settings,
    signal: &super::fetch::Signal,
    limits: &json::Limits,
    progress: &impl Fn(Progress),
) -> Result<(Answer, Document), Box<Failed>> {
    let mut answer = fetch(ask, settings, signal, progress).await?;
    let secrets = settings.tokens.secrets();
    match read(std::mem::take(&mut answer.bytes), limits, &secrets, |_, _| {}).await {
        Ok(document) => Ok((answer, document)),
        Err(refused) => {
            let refusal = refused.refusal;
            answer.bytes = refused.bytes;
            let received = Received {
                address: &ask.address.href,
                asked: &ask.address.parts,
                answered: Some(&answer.address.parts),
                status: answer.status,
                headers: &answer.headers,
                body: &answer.bytes,
            };
            let fault = of_refusal(refusal, &received, &secrets);
            Err(Box::new(Failed { fault, answer: Some(answer) }))
        }
    }
}
