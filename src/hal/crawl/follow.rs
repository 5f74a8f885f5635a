//! What a document adds to a crawl: the addresses that it names, and what is odd about its identity.

use super::super::address::{canonical, has_braces};
use super::super::lead::{self, Lead, Relation};
use super::endless::{MOST_GROWTH, growth, repeats_segments};
use super::task::{blank, urgency};
use super::{Crawl, Oddity, Resolve, Skip, Task, TaskId, TaskState, Urgency, Why};
use crate::json::Document;

/// Among so many holders a further one is looked for. What half a catalogue depends on has tens of thousands,
/// and a holder names it twice in a row if at all.
const HOLDERS_LOOKED_AT: usize = 64;

impl Crawl {
    /// Compares the id of an answer with the one in its address and the one in its self link.
    pub(super) fn check_identity(&mut self, id: TaskId, document: &Document) {
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

    pub(super) fn follow(&mut self, lead: &Lead, from: Option<TaskId>, repeats: bool, resolve: &Resolve<'_>) {
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
        let is_known = match task.holders.len() {
            ..=HOLDERS_LOOKED_AT => task.holders.contains(&holder),
            _ => task.holders.last() == Some(&holder),
        };
        if !is_known {
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
