//! A document that is learnt part by part, so that one with 100,000 links never holds the page.
//!
//! Resolving an address is the browser's work and takes microseconds; a hundred thousand of them take half
//! a second. So what a document names is collected first, and resolved in as many parts as the caller likes.

use std::vec::IntoIter;

use super::super::lead::{Gathering, Lead, Named};
use super::{Crawl, Resolve, TaskId};
use crate::json::Document;

/// What a document names and the plan has not taken in yet.
#[derive(Debug)]
pub struct Study<'d> {
    from: Option<TaskId>,
    repeats: bool,
    /// The walk over the document, until it is done.
    gathering: Option<Gathering<'d>>,
    described: IntoIter<String>,
    leads: IntoIter<Lead>,
}

/// For one address that is resolved, so many values can be looked at.
const VALUES_FOR_ONE: usize = 32;

impl Crawl {
    /// Begins to learn a document that was loaded otherwise, with its address if it has one; the rest is
    /// done by [`Crawl::learn_some`].
    pub fn study<'d>(&mut self, document: &'d Document, address: Option<&str>) -> Study<'d> {
        self.plan_anew();
        if let Some(address) = address {
            self.know(address);
        }
        self.begin(document, address, None)
    }

    /// What a document asks to be followed: its leads and its missing pages.
    pub(super) fn begin<'d>(
        &mut self,
        document: &'d Document,
        address: Option<&str>,
        from: Option<TaskId>,
    ) -> Study<'d> {
        let repeats = self.read_pages(document, address, from);
        let gathering = Some(Gathering::new(document));
        Study { from, repeats, gathering, described: Vec::new().into_iter(), leads: Vec::new().into_iter() }
    }

    /// Takes in so many more of what the document names; false once nothing is left.
    pub fn learn_some(&mut self, study: &mut Study<'_>, count: usize, resolve: &Resolve<'_>) -> bool {
        if let Some(mut gathering) = study.gathering.take() {
            if gathering.go_on(count.saturating_mul(VALUES_FOR_ONE)) {
                study.gathering = Some(gathering);
            } else {
                let Named { described, leads } = gathering.finish();
                study.described = described.into_iter().collect::<Vec<_>>().into_iter();
                study.leads = leads.into_iter();
            }
            return true;
        }
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
