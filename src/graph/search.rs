//! Search as you type: names, versions, ids and digests of all nodes in one flat text.
//!
//! One lower-cased buffer is scanned for the longest word of the query, and only its hits are looked at
//! closely: cheaper to keep than any index of words, and it finds the middle of a digest too.
//!
//! A Cloud Foundation release is found by the versions of its BOM too; each line of it is looked at by itself, so
//! that "ESX 8.0.3" does not find a release that has another ESX and a vCenter of that version.

use std::cmp::Reverse;

use memchr::memmem;

use super::{Graph, Node, NodeId, NodeKind, Status};
use crate::json::{Kind, Value};
use crate::manifest::line::has_words;
use crate::manifest::{Component, Release};
use crate::order;
use crate::source::{Content, Source};

/// Separates the fields of a node; no text of a field holds it.
const FIELD: char = '\n';
/// Begins a line of a BOM; no text of a field holds it.
const LINE: char = '\u{1e}';

/// The searchable text of a graph.
#[derive(Clone, Debug, Default)]
pub struct Index {
    text: String,
    /// The text of node `n` is `text[starts[n]..starts[n + 1]]`.
    starts: Vec<u32>,
    /// Where the lines of its BOM begin; its end for what has none.
    lines: Vec<u32>,
    /// For each node: how it is doing, and how many need it directly.
    weights: Vec<(Status, Reverse<u32>)>,
}

/// One node that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub node: NodeId,
    /// How well it fits.
    pub fit: Fit,
}

/// How well a text fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// A name, version, id or digest is exactly the word.
    Whole,
    /// One begins with it.
    Start,
    /// A word in one begins with it.
    WordStart,
    /// It stands somewhere.
    Inside,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Best first: by fit, then worst status, then most needed, then key.
    pub hits: Vec<Hit>,
    /// How many nodes fit altogether.
    pub total: u32,
}

/// Makes the index of a graph that was built of these sources.
pub fn index<S: std::borrow::Borrow<Source>>(graph: &Graph, sources: &[S]) -> Index {
    let mut by_id: Vec<&Source> = sources.iter().map(std::borrow::Borrow::borrow).collect();
    order::sort_by_key(&mut by_id, |source| source.id);
    let mut index = Index { starts: vec![0], ..Index::default() };
    for (id, node) in graph.ids().zip(&graph.nodes) {
        index.add_node(node);
        if let Some(artifact) = artifact(node, &by_id) {
            index.add_artifact(artifact);
        }
        index.lines.push(index.text.len() as u32);
        vcf_release(node, &by_id).into_iter().flat_map(Release::lines).for_each(|line| index.add_line(line));
        index.starts.push(index.text.len() as u32);
        index.weights.push((node.status, Reverse(graph.entering.degree(id) as u32)));
    }
    index
}

/// The artifact of a release in its document.
fn artifact<'s>(node: &Node, sources: &[&'s Source]) -> Option<Value<'s>> {
    let (source, at) = described(node, NodeKind::Release, sources)?;
    let Content::Catalog(catalog) = &source.content else { return None };
    let object = source.document.value(catalog.releases.get(at)?.at);
    if object.kind() == Kind::Object { object.get("artifact") } else { None }
}

/// A Cloud Foundation release in its document.
fn vcf_release<'s>(node: &Node, sources: &[&'s Source]) -> Option<&'s Release> {
    let (source, at) = described(node, NodeKind::VcfRelease, sources)?;
    let Content::Manifest(manifest) = &source.content else { return None };
    // The releases of the SDDC Manager stand in a list of their own.
    manifest.releases.get(at).filter(|_| !node.is_single_component())
}

/// The document that describes a node of a kind, and its place in there.
fn described<'s>(node: &Node, kind: NodeKind, sources: &[&'s Source]) -> Option<(&'s Source, usize)> {
    let item = node.item.filter(|_| node.key.kind == kind)?;
    let at = sources.binary_search_by_key(&item.source, |source| source.id).ok()?;
    Some((sources[at], item.index as usize))
}

impl Index {
    fn add_node(&mut self, node: &Node) {
        for text in [&node.name, &node.version, &node.key.id] {
            self.add(text);
        }
        let facets = &node.facets;
        if facets.product != node.name {
            self.add(&facets.product);
        }
        for text in [&facets.branch, &facets.base_image, &facets.registry, &facets.packaging, &facets.cause] {
            self.add(text);
        }
    }

    /// Digests, chart name and version, tags: of whatever depth, as the three kinds of artifacts differ.
    fn add_artifact(&mut self, artifact: Value<'_>) {
        for text in artifact.descendants().filter_map(|(_, value)| value.as_text()) {
            self.add(&text);
        }
    }

    /// A line of a BOM: its version, then its names.
    fn add_line(&mut self, line: &Component) {
        if !line.version.is_empty() {
            self.text.push(LINE);
            for text in [&line.version, &line.name, &line.public_name] {
                self.add(text);
            }
        }
    }

    fn add(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.text.push(FIELD);
        let start = self.text.len();
        if text.is_ascii() && !text.contains([FIELD, LINE]) {
            self.text.push_str(text);
            self.text[start..].make_ascii_lowercase();
        } else {
            let lower = text.chars().flat_map(char::to_lowercase);
            self.text.extend(lower.map(|c| if c == FIELD || c == LINE { ' ' } else { c }));
        }
        self.text.push(FIELD);
    }

    /// The nodes that hold all words of the query, in any case; the best `most` of them.
    pub fn search(&self, query: &str, most: usize) -> Hits {
        let query = query.to_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        let Some(&longest) = words.iter().max_by_key(|word| word.len()) else { return Hits::default() };
        let mut found = self.scan(longest);
        let words: Vec<_> = words.iter().map(|&word| (word, memmem::Finder::new(word))).collect();
        found.retain(|hit| self.holds(hit.node, &words));
        let total = found.len() as u32;
        let rank = |hit: &Hit| (hit.fit, self.weights[hit.node.0 as usize], hit.node);
        if most > 0 && most < found.len() {
            found.select_nth_unstable_by_key(most, rank);
        }
        found.truncate(most);
        order::sort_by_key(&mut found, rank);
        Hits { hits: found, total }
    }

    /// Whether a node that has one of the words has all of them: by itself, or together with a line of its BOM.
    fn holds(&self, node: NodeId, words: &[(&str, memmem::Finder<'_>)]) -> bool {
        let at = node.0 as usize;
        let (start, lines, end) = (self.starts[at], self.lines[at], self.starts[at + 1]);
        if lines == end && words.len() == 1 {
            return true;
        }
        let own = &self.text[start as usize..lines as usize];
        let missing = words.iter().filter(|(_, finder)| finder.find(own.as_bytes()).is_none());
        let rest: Vec<&str> = missing.map(|(word, _)| *word).collect();
        let has_line = |line: &str| {
            let (version, names) = line.trim_start_matches(FIELD).split_once(FIELD).unwrap_or_default();
            has_words(version, names, &rest)
        };
        rest.is_empty() || self.text[lines as usize..end as usize].split(LINE).skip(1).any(has_line)
    }

    /// All nodes with the word, each with its best fit.
    fn scan(&self, word: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut node = 0;
        for at in memmem::find_iter(self.text.as_bytes(), word) {
            if at >= self.starts[node + 1] as usize {
                node += self.starts[node + 1..].partition_point(|&start| start as usize <= at);
            }
            let fit = self.fit(at, word.len());
            let id = NodeId(node as u32);
            match hits.last_mut() {
                Some(hit) if hit.node == id => hit.fit = hit.fit.min(fit),
                _ => hits.push(Hit { node: id, fit }),
            }
        }
        hits
    }

    fn fit(&self, at: usize, length: usize) -> Fit {
        let bytes = self.text.as_bytes();
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(FIELD as u8);
        let before = byte(at.wrapping_sub(1));
        match before {
            b'\n' if byte(at + length) == b'\n' => Fit::Whole,
            b'\n' => Fit::Start,
            _ if before.is_ascii_alphanumeric() || before >= 0x80 => Fit::Inside,
            _ => Fit::WordStart,
        }
    }
}
