//! One address of a crawl: why it is asked for, how urgent it is, and what became of it.

use super::super::fault::Class;
use super::super::lead::{Lead, Relation, Standing};
use super::super::page;
use super::super::trust::Judgement;

/// A task, by its place in [`Crawl::tasks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub u32);

/// A request to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What to report back with.
    pub id: TaskId,
    /// The absolute address.
    pub address: String,
    /// Why it is asked for.
    pub why: Why,
}

/// Why an address is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A known relation of some object.
    Relation(Relation),
    /// A page of a list, by its number.
    Page(u64),
}

/// How urgent a task is, most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// A failed release.
    Failed,
    /// What needs a failed release, directly or through others.
    HitByFailed,
    /// What a failed release needs: the cause may be there.
    BelowFailed,
    /// More pages of a list that was opened.
    Page,
    /// A pending release and what belongs to it.
    Pending,
    /// Anything else.
    Other,
    /// A newer release that nothing else leads to.
    Latest,
}

/// One address that was found, and what became of it.
#[derive(Clone, Debug)]
pub struct Task {
    /// The absolute address, as the browser writes it (secrets included: mask it before it is shown).
    pub address: String,
    /// Why it was found first.
    pub why: Why,
    /// How urgent it is.
    pub urgency: Urgency,
    /// Steps from the document that was opened.
    pub depth: u32,
    /// The ids of the objects that hold a link to it, with the relation, in the order found.
    pub holders: Vec<(String, Relation)>,
    /// What became of it.
    pub state: TaskState,
    /// How often it was asked for.
    pub attempts: u32,
    /// What is odd about its answer.
    pub oddities: Vec<Oddity>,
    /// The `id` of the document that answered.
    pub answered_id: Option<String>,
    pub(super) list: Option<u32>,
    pub(super) growth: u32,
    pub(super) ready_millis: i64,
}

/// What became of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// It is to be asked for.
    Waiting,
    /// It is being asked for.
    Asked,
    /// It was answered.
    Answered,
    /// It failed, for the last time or until somebody retries.
    Failed(Class),
    /// It is not asked for.
    Skipped(Skip),
}

/// Why a task is not asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Skip {
    /// It leads out of the base: somebody has to ask for it.
    Outside(Judgement),
    /// It is too far away; [`Crawl::deeper`] goes on.
    TooDeep,
    /// Addresses grow from answer to answer: an endless chain.
    Growing,
    /// Its list ended before it.
    ListEnded(page::End),
    /// The page before it had the same items as an earlier one.
    Repeats,
    /// It is a download.
    Download,
}

/// What is odd about an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// Another id answered than the address names.
    OtherId {
        /// The id in the address.
        expected: String,
        /// The id in the answer.
        found: String,
    },
    /// The answer's `id` and its self link differ.
    SelfDiffers {
        /// Its id.
        id: String,
        /// The id in its self link.
        named: String,
    },
}

/// A task that was just found.
pub(super) fn blank(address: &str, why: Why) -> Task {
    Task {
        address: address.to_owned(),
        why,
        urgency: Urgency::Other,
        depth: 0,
        holders: Vec::new(),
        state: TaskState::Waiting,
        attempts: 0,
        oddities: Vec::new(),
        answered_id: None,
        list: None,
        growth: 0,
        ready_millis: i64::MIN,
    }
}

/// How urgent a lead is, by how its holder fares and how the holder itself was reached.
pub(super) fn urgency(lead: &Lead, parent: Option<(Urgency, Why)>) -> Urgency {
    let near = match (lead.standing, parent) {
        (Standing::Failed, _) => Urgency::Failed,
        (Standing::Pending, _) => Urgency::Pending,
        (Standing::Other, Some((urgency, Why::Relation(_)))) if urgency != Urgency::Latest => urgency,
        _ => Urgency::Other,
    };
    match (near, lead.relation) {
        (_, Relation::Next) => Urgency::Page,
        (Urgency::Page, _) => Urgency::Other,
        (_, Relation::LatestRelease) => Urgency::Latest,
        (near, Relation::Itself) => near,
        (Urgency::Failed | Urgency::HitByFailed, Relation::Dependants) => Urgency::HitByFailed,
        (Urgency::Failed | Urgency::BelowFailed, Relation::Dependencies) => Urgency::BelowFailed,
        (Urgency::Pending, _) => Urgency::Pending,
        _ => Urgency::Other,
    }
}
