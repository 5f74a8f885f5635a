//! A decision record: the question, the verdict in sentences, what is hit, what to move to, and what all of
//! it was read from, as Markdown for a change ticket.
//!
//! The record says by which documents (with their hashes) and at which time it holds, so that it can be
//! checked long after the page was closed.

use std::fmt::Write as _;

use std::sync::Arc;

use super::markdown::push_escaped;
use super::table::Table;
use crate::graph::{Direction, EdgeKind, Graph, Kinds, NodeId, Scratch, Status, reach};
use crate::manifest::Recalls;
use crate::session::failure::{cause_words, failures_of};
use crate::session::mending::{Mend, mending};
use crate::session::route::standing_word;
use crate::session::sentence::{label, needed_words, reason_sentence, sentence};
use crate::source::{Place, Source};
use crate::stamp::Stamp;
use crate::text::Texts;
use crate::verdict::{Board, Reason, Standing, Verdict};

/// How many items are listed before the rest is only counted.
const LISTED: usize = 200;

/// A record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Its heading.
    pub title: String,
    /// What was asked.
    pub question: String,
    /// The sections below, in order.
    pub sections: Vec<Section>,
    /// A link to the very view; empty for none.
    pub link: String,
}

/// One section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Its sentences, as a list.
    pub lines: Vec<String>,
    /// Its table; without rows none.
    pub table: Table,
}

/// Everything that a record is told from.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// The sentences.
    pub texts: &'a Texts,
    /// The graph.
    pub graph: &'a Graph,
    /// The verdicts.
    pub board: &'a Board,
    /// The recalls.
    pub recalls: &'a Recalls,
    /// The documents.
    pub sources: &'a [Arc<Source>],
    /// The instant that verdicts hold at, in milliseconds since 1970 (UTC).
    pub now_millis: i64,
}

impl Record {
    /// The record as Markdown.
    pub fn markdown(&self) -> String {
        let mut text = String::from("# ");
        push_escaped(&mut text, &self.title);
        text.push_str("\n\n");
        push_escaped(&mut text, &self.question);
        text.push('\n');
        for section in &self.sections {
            push_section(&mut text, section);
        }
        if !self.link.is_empty() {
            let link: String = self
                .link
                .chars()
                .filter(|letter| !letter.is_whitespace() && !"<>".contains(*letter))
                .collect();
            let _ = writeln!(text, "\n<{link}>");
        }
        text
    }
}

fn push_section(text: &mut String, section: &Section) {
    text.push_str("\n## ");
    push_escaped(text, &section.heading);
    text.push_str("\n\n");
    for line in &section.lines {
        text.push_str("- ");
        push_escaped(text, line);
        text.push('\n');
    }
    if !section.table.rows.is_empty() {
        if !section.lines.is_empty() {
            text.push('\n');
        }
        text.push_str(&section.table.markdown());
    }
}

impl Telling<'_> {
    /// The record of one item: is it hit, why, and what to move to.
    pub fn of_item(self, id: NodeId) -> Record {
        let name = self.graph.node(id).map(label).unwrap_or_default();
        let verdict = self.board.explain(self.graph, self.recalls, &mut Scratch::default(), id);
        let mut sections = Vec::new();
        if let Some(verdict) = &verdict {
            sections.push(self.verdict(verdict));
            sections.push(self.reasons(verdict));
            sections.extend(self.moves(verdict));
        }
        sections.extend(self.hit(id));
        sections.push(self.origins());
        Record {
            title: self.texts.with("record-title-item", &[("name", name.as_str().into())]),
            question: self.texts.with("record-question-item", &[("name", name.into())]),
            sections,
            link: String::new(),
        }
    }

    /// The record of several items: what of them is hit, and what to do about it.
    pub fn of_items(self, ids: &[NodeId]) -> Record {
        let mut counts = [0_usize; 4];
        for id in ids {
            counts[self.board.standing(*id) as usize] += 1;
        }
        // In the order of the board, most urgent first; what is not known is listed too, for it may be hit.
        let mut asked = vec![false; self.graph.nodes.len()];
        for id in ids {
            if let Some(asked) = asked.get_mut(id.0 as usize) {
                *asked = self.board.standing(*id) != Standing::Clear;
            }
        }
        let ranked = self.board.verdicts.iter().map(|verdict| verdict.node);
        let urgent: Vec<NodeId> =
            ranked.filter(|id| asked.get(id.0 as usize).copied().unwrap_or_default()).collect();
        let line = |standing: Standing| format!("{}: {}", self.word(standing), counts[standing as usize]);
        let lines = Standing::ALL.into_iter().map(line).chain([self.as_of()]).collect();
        let mut sections = vec![self.section("record-verdict", lines)];
        if !urgent.is_empty() {
            sections.push(self.listed("record-hit", &urgent));
        }
        sections.push(self.origins());
        Record {
            title: self.texts.plain("record-title"),
            question: self.texts.plain("record-question"),
            sections,
            link: String::new(),
        }
    }

    fn section(self, heading: &str, lines: Vec<String>) -> Section {
        Section { heading: self.texts.plain(heading), lines, table: Table::default() }
    }

    fn head(self, ids: &[&str]) -> Table {
        Table::new("", ids.iter().map(|id| self.texts.plain(id)))
    }

    fn word(self, standing: Standing) -> String {
        self.texts.plain(&format!("standing-{}", standing_word(standing)))
    }

    fn as_of(self) -> String {
        let time = utc(self.now_millis);
        self.texts.with("record-as-of", &[("time", time.into())])
    }

    fn verdict(self, verdict: &Verdict) -> Section {
        let words = sentence(self.texts, self.graph, self.recalls, self.board, verdict);
        let mut lines = vec![format!("{}: {words}", self.word(verdict.standing))];
        if let Some(proof) = &verdict.proof {
            let (read, known) = (proof.coverage.read.into(), proof.coverage.known.into());
            lines.push(self.texts.with(proof.coverage.text_id(), &[("read", read), ("known", known)]));
        }
        lines.push(self.as_of());
        self.section("record-verdict", lines)
    }

    /// Every reason with its path and the places that state it.
    fn reasons(self, verdict: &Verdict) -> Section {
        let mut table = self.head(&["record-reason", "record-path", "record-stated-in"]);
        for reason in &verdict.reasons {
            let words =
                reason_sentence(self.texts, self.graph, self.recalls, self.board, verdict.node, reason);
            table.push([words, self.path(reason), self.places(&reason.places)]);
        }
        Section { heading: self.texts.plain("record-reasons"), lines: Vec::new(), table }
    }

    fn path(self, reason: &Reason) -> String {
        let hops = reason.path.iter().filter_map(|id| self.graph.node(*id)).map(label);
        hops.collect::<Vec<_>>().join(" → ")
    }

    fn places(self, places: &[Place]) -> String {
        let place = |place: &Place| {
            let source = self.source(*place)?;
            Some(format!("{} {}", source.title, source.document.pointer(place.at)))
        };
        places.iter().take(LISTED).filter_map(place).collect::<Vec<_>>().join("; ")
    }

    fn source(&self, place: Place) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == place.source).map(|source| &**source)
    }

    /// Bundles to move to, with what carries them, and what to change.
    fn moves(self, verdict: &Verdict) -> Option<Section> {
        let proof = verdict.proof.as_ref()?;
        let mut table = self.head(&["record-item", "record-id", "record-carried-by"]);
        for id in &proof.targets {
            table.push(self.target(*id)?);
        }
        let change = |id: &NodeId| {
            let node = self.graph.node(*id)?;
            let (name, of) = (label(node), node.key.id.as_str());
            let name = if name == of { name } else { format!("{name} ({of})") };
            Some(self.texts.with("record-change", &[("name", name.into())]))
        };
        let is_failed = |id: &NodeId| self.graph.node(*id).is_some_and(|node| node.status == Status::Failed);
        let (failed, others): (Vec<NodeId>, Vec<NodeId>) =
            proof.frontier.nodes.iter().partition(|id| is_failed(id));
        let mends = mending(self.graph, &failed);
        let mut lines: Vec<String> = mends.iter().take(LISTED).filter_map(|mend| self.mend(mend)).collect();
        lines.extend(others.iter().take(LISTED).filter_map(change));
        let rest = (mends.len() + others.len()).saturating_sub(lines.len());
        lines.extend((rest > 0).then(|| self.texts.with("record-rest", &[("count", rest.into())])));
        let is_any = !lines.is_empty() || !table.rows.is_empty();
        is_any.then(|| Section { heading: self.texts.plain("record-moves"), lines, table })
    }

    /// A failure to begin with: what its document says of it, and which other failures need it.
    fn mend(self, mend: &Mend) -> Option<String> {
        let node = self.graph.node(mend.root)?;
        let name = format!("{} ({})", label(node), node.key.id);
        let mut words = self.texts.with("record-mend", &[("name", name.into())]);
        let failures = failures_of(self.graph, self.sources, mend.root);
        if let Some(failure) = failures.iter().find_map(|one| one.failure.as_ref()) {
            let cause = (!failure.cause.is_empty()).then(|| cause_words(self.texts, &failure.cause));
            let said = [
                cause.as_deref().unwrap_or_default(),
                &failure.description,
                failure.source_url.as_deref().unwrap_or_default(),
            ];
            for said in said.into_iter().filter(|said| !said.is_empty()) {
                words.push(' ');
                words.push_str(said.trim_end_matches('.'));
                words.push('.');
            }
        }
        if !mend.needed_by.is_empty() {
            let names: Vec<String> =
                mend.needed_by.iter().take(LISTED).filter_map(|id| self.graph.node(*id)).map(label).collect();
            let count = self.texts.with("mend-needed-by", &[("count", mend.needed_by.len().into())]);
            words = format!("{words} {count} {}.", names.join(", "));
        }
        Some(words)
    }

    fn target(self, id: NodeId) -> Option<[String; 3]> {
        let node = self.graph.node(id)?;
        let carriers = self.graph.entering.ends(id, Kinds::one(EdgeKind::Carries));
        let named = |id: NodeId| {
            let (name, standing) = (label(self.graph.node(id)?), self.board.standing(id));
            let is_clear = standing == Standing::Clear;
            Some(if is_clear { name } else { format!("{name} ({})", self.word(standing)) })
        };
        let names: Vec<String> = carriers.filter_map(named).collect();
        Some([label(node), node.key.id.to_string(), names.join(", ")])
    }

    /// What needs the item, directly and through others.
    fn hit(self, id: NodeId) -> Option<Section> {
        let near = reach(self.graph, &mut Scratch::default(), id, Direction::Up, Kinds::USES, None);
        let all: Vec<NodeId> = near.nodes.iter().copied().filter(|other| *other != id).collect();
        if all.is_empty() {
            return None;
        }
        let lines = vec![needed_words(self.texts, self.graph.needed(id, all.len() as u32))];
        let mut section = self.listed("record-hit", &all);
        section.lines.splice(0..0, lines);
        Some(section)
    }

    /// Items with their verdicts; the rest is counted.
    fn listed(self, heading: &str, ids: &[NodeId]) -> Section {
        let mut table = self.head(&["record-standing", "record-item", "record-id", "record-sentence"]);
        let mut scratch = Scratch::default();
        for id in ids.iter().take(LISTED) {
            let Some(node) = self.graph.node(*id) else { continue };
            let verdict = self.board.of(*id);
            let standing = verdict.map_or(Standing::Unknown, |verdict| verdict.standing);
            // With the way to the cause where the sentence names it.
            let led = verdict
                .filter(|verdict| verdict.names_cause())
                .and_then(|_| self.board.lead(self.graph, self.recalls, &mut scratch, *id));
            let words = led
                .as_ref()
                .or(verdict)
                .map(|verdict| sentence(self.texts, self.graph, self.recalls, self.board, verdict))
                .unwrap_or_default();
            table.push([self.word(standing), label(node), node.key.id.to_string(), words]);
        }
        let rest = ids.len().saturating_sub(LISTED);
        let lines = (rest > 0).then(|| self.texts.with("record-rest", &[("count", rest.into())]));
        Section { heading: self.texts.plain(heading), lines: lines.into_iter().collect(), table }
    }

    /// The documents, with when they were loaded and their hashes.
    fn origins(self) -> Section {
        let mut table = self.head(&["record-document", "record-loaded", "record-hash"]);
        for source in self.sources {
            let title = source.address.clone().unwrap_or_else(|| source.title.clone());
            table.push([title, utc(source.loaded_millis), source.sha256()]);
        }
        Section { heading: self.texts.plain("record-sources"), lines: Vec::new(), table }
    }
}

/// An instant in UTC.
fn utc(millis: i64) -> String {
    Stamp::from_number(&millis.to_string()).utc_text().into_owned()
}
