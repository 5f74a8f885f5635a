//! A document that is learnt part by part, so that one with 100,000 links never holds the page.
//!
//! Resolving an address is the browser's work and takes microseconds; a hundred thousand of them take half
//! a second. So what a document names is collected first, and resolved in as many parts as the caller likes.

use std::vec::IntoIter;

use super::super::lead::{self, Lead};
use super::{Crawl, Resolve, TaskId};
use crate::json::Document;

/// What a document names and the plan has not taken in yet.
#[derive(Debug)]
pub struct Study {
    from: Option<TaskId>,
    repeats: bool,
    described: IntoIter<String>,
    leads: IntoIter<Lead>,
}

impl Crawl {
    /// Begins to learn a document that was loaded otherwise, with its address if it has one; the rest is
    /// done by [`Crawl::learn_some`].
    pub fn study(&mut self, document: &Document, address: Option<&str>) -> Study {
        self.plan_anew();
        if let Some(address) = address {
            self.know(address);
        }
        self.begin(document, address, None)
    }

    /// What a document asks to be followed: its leads and its missing pages.
    pub(super) fn begin(
        &mut self,
        document: &Document,
        address: Option<&str>,
        from: Option<TaskId>,
    ) -> Study {
        let repeats = self.read_pages(document, address, from);
        let described = lead::described(document);
        let leads = lead::leads_beside(document, &described).into_iter();
        let described = described.into_iter().collect::<Vec<_>>().into_iter();
        Study { from, repeats, described, leads }
    }

    /// Takes in so many more of what the document names; false once nothing is left.
    pub fn learn_some(&mut self, study: &mut Study, count: usize, resolve: &Resolve<'_>) -> bool {
        for _ in 0..count {
            if let Some(href) = study.described.next() {
                if let Some(resolved) = resolve(&href).filter(|resolved| resolved.judgement.is_inside()) {
                    self.know(&resolved.address);
                }
            } else if let Some(lead) = study.leads.next() {
                self.follow(&lead, study.from, study.repeats, resolve);
            } else {
                return false;
            }
        }
        true
    }
}
