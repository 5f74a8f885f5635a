//! The lists in a crawl: which pages become tasks, and when a list has ended.

use std::collections::BTreeSet;

use super::super::address::canonical;
use super::super::lead::Relation;
use super::super::page::{self, Pages};
use super::task::blank;
use super::{Crawl, Skip, Task, TaskId, TaskState, Urgency, Why};
use crate::json::Document;

/// A list whose pages are read, and the first page's place in the crawl.
#[derive(Clone, Debug)]
pub(super) struct List {
    key: String,
    pub(super) pages: Pages,
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

impl Crawl {
    /// Takes in a page; true if it was reached by `next` and its items were seen before.
    pub(super) fn read_pages(
        &mut self,
        document: &Document,
        address: Option<&str>,
        from: Option<TaskId>,
    ) -> bool {
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
    pub(super) fn unplanned_pages(&self) -> u64 {
        let unplanned = |list: &List| list.pages.missing_count().saturating_sub(list.open_pages());
        self.lists.iter().map(unplanned).fold(0, u64::saturating_add)
    }

    /// Makes tasks for missing pages: some more than can be sent at a time, since a list may claim any number.
    pub(super) fn plan_pages(&mut self) {
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
}
