//! Search as you type: names, versions, ids and digests of all nodes in one flat text.
//!
//! One lower-cased buffer is scanned for the longest word of the query, and only its hits are looked at
//! closely: cheaper to keep than any index of words, and it finds the middle of a digest too.
//!
//! A Cloud Foundation release is found by the versions of its BOM too, and a bundle by those of what it holds; each
//! line is looked at by itself, so that "ESX 8.0.3" does not find a release that has another ESX and a vCenter of that
//! version.
//!
//! What the screen says of an item without its document saying so ("recalled") stands in no text: it is a [`Label`],
//! a mark on the item and words that stand for the mark.

use std::cmp::Reverse;

use memchr::memmem;

use super::{Graph, Node, NodeId, NodeKind, Status};
use crate::json::{Kind, Value};
use crate::letters;
use crate::manifest::line::has_words;
use crate::manifest::{Component, Manifest, Named, Recalls, Release};
use crate::order;
use crate::source::{Content, Source};

/// Separates the fields of a node; no text of a field holds it.
const FIELD: char = '\n';
/// Begins a line of a BOM; no text of a field holds it.
const LINE: char = '\u{1e}';
/// From so many letters on, the beginning of a label stands for it.
const SHORTEST_BEGINNING: usize = 4;

/// The searchable text of a graph.
#[derive(Clone, Debug, Default)]
pub struct Index {
    text: String,
    /// The text of node `n` is `text[starts[n]..starts[n + 1]]`.
    starts: Vec<u32>,
    /// Where the lines of its BOM begin, or of what a bundle holds; its end for what has none.
    lines: Vec<u32>,
    /// For each node: how it is doing, whether it is a bundle, and how many need it directly.
    weights: Vec<(Status, bool, Reverse<u32>)>,
    /// What is said of nodes beside their texts, and the marks of each; empty if nothing is.
    labels: Vec<Label>,
    marks: Vec<u32>,
}

/// Words that stand for marks: "load failed".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// In lower case, with a space between two.
    pub words: String,
    /// A node that has one of these marks is found by them.
    pub marks: u32,
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
    /// It is said of the node and stands in none of its texts.
    Label,
}

/// The words of a query that are a label, by their places.
struct Span {
    words: std::ops::Range<usize>,
    marks: u32,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Best first: by fit, then worst status, then what carries bundles before these, then most needed, then key.
    pub hits: Vec<Hit>,
    /// How many nodes fit altogether.
    pub total: u32,
}

/// Makes the index of a graph that was built of these sources, with the recalls of their manifests.
pub fn index<S: std::borrow::Borrow<Source>>(graph: &Graph, sources: &[S], recalls: &Recalls) -> Index {
    let manifest = |source: &'_ S| match &source.borrow().content {
        Content::Manifest(manifest) => Some(std::sync::Arc::clone(manifest)),
        Content::Catalog(_) | Content::Other => None,
    };
    let manifests: Vec<_> = sources.iter().filter_map(manifest).collect();
    let manifests: Vec<&Manifest> = manifests.iter().map(|manifest| &**manifest).collect();
    let mut by_id: Vec<&Source> = sources.iter().map(std::borrow::Borrow::borrow).collect();
    order::sort_by_key(&mut by_id, |source| source.id);
    let mut index = Index { starts: vec![0], ..Index::default() };
    for (id, node) in graph.ids().zip(&graph.nodes) {
        index.add_node(node);
        if let Some(artifact) = artifact(node, &by_id) {
            index.add_artifact(artifact);
        }
        index.lines.push(index.text.len() as u32);
        vcf_release(node, &by_id)
            .into_iter()
            .flat_map(Release::lines)
            .for_each(|line| index.add_component(line));
        if node.key.kind == NodeKind::Bundle {
            recalls
                .carriers(&node.key.id)
                .filter_map(|carrier| Named::of(&manifests, carrier))
                .for_each(|named| index.add_held(named));
        }
        index.starts.push(index.text.len() as u32);
        index.weights.push((
            node.status,
            node.key.kind == NodeKind::Bundle,
            Reverse(graph.entering.degree(id) as u32),
        ));
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
        for text in [&node.name, &node.version, &node.key.id, &node.elements] {
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

    fn add_component(&mut self, line: &Component) {
        self.add_line(&line.version, [&line.name, &line.public_name]);
    }

    /// What a bundle holds, as one place that names it says.
    fn add_held(&mut self, named: Named<'_>) {
        named.components().filter_map(|(_, line)| line).for_each(|line| self.add_component(line));
        self.add_line(named.version, [named.product, ""]);
    }

    /// A line of a BOM: its version, then its names.
    fn add_line(&mut self, version: &str, names: [&str; 2]) {
        if !version.is_empty() {
            self.text.push(LINE);
            self.add(version);
            for name in names {
                self.add(name);
            }
        }
    }

    /// Has nodes found by what is said of them: `marks` are those of each node, in the order of the graph.
    #[must_use]
    pub fn with_labels(mut self, labels: Vec<Label>, marks: Vec<u32>) -> Self {
        (self.labels, self.marks) = (labels, marks);
        self
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
            let lower = text.chars().flat_map(letters::lowered);
            self.text.extend(lower.map(|c| if c == FIELD || c == LINE { ' ' } else { c }));
        }
        self.text.push(FIELD);
    }

    /// The nodes that hold all words of the query, in any case; the best `most` of them.
    pub fn search(&self, query: &str, most: usize) -> Hits {
        let query = letters::lower(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let spans = self.spans(&words);
        let is_label = |at: usize| spans.iter().any(|span| span.words.contains(&at));
        // A word that is no label has to stand in a text: only what holds it is looked at.
        let texts =
            (0..words.len()).filter(|at| !is_label(*at)).map(|at| words[at]).max_by_key(|word| word.len());
        let Some(longest) = texts.or_else(|| words.iter().copied().max_by_key(|word| word.len())) else {
            return Hits::default();
        };
        let mut found = self.scan(longest);
        let finders: Vec<_> = words.iter().map(|&word| (word, memmem::Finder::new(word))).collect();
        // Of one word, it is enough that it was found where it is.
        let is_enough = |node: NodeId| {
            let at = node.0 as usize;
            words.len() == 1 && self.lines[at] == self.starts[at + 1]
        };
        found.retain(|hit| is_enough(hit.node) || self.has_all(hit.node, &finders, &spans));
        if texts.is_none() && !spans.is_empty() {
            self.add_labelled(&mut found, &finders, &spans);
        }
        let total = found.len() as u32;
        let rank = |hit: &Hit| (hit.fit, self.weights[hit.node.0 as usize], hit.node);
        let first = order::first_by_key(&found, most, rank);
        let mut found: Vec<Hit> = first.into_iter().map(|place| found[place as usize]).collect();
        order::sort_by_key(&mut found, rank);
        Hits { hits: found, total }
    }

    /// The words of a query that are a label.
    fn spans(&self, words: &[&str]) -> Vec<Span> {
        let mut spans = Vec::new();
        for first in 0..words.len() {
            for label in &self.labels {
                let count = label.words.split(' ').count();
                let end = (first + count).min(words.len());
                let asked = words[first..end].join(" ");
                // The last word may not be typed to its end yet.
                let is_begun = end == words.len() && asked.len() >= SHORTEST_BEGINNING;
                if label.words == asked || (is_begun && label.words.starts_with(&asked)) {
                    spans.push(Span { words: first..end, marks: label.marks });
                }
            }
        }
        spans
    }

    fn marks_of(&self, node: NodeId) -> u32 {
        self.marks.get(node.0 as usize).copied().unwrap_or_default()
    }

    /// Whether a node has all words, in its texts or by what is said of it.
    fn has_all(&self, node: NodeId, words: &[(&str, memmem::Finder<'_>)], spans: &[Span]) -> bool {
        if spans.is_empty() {
            return self.holds(node, words);
        }
        let marks = self.marks_of(node);
        let is_said =
            |at: usize| spans.iter().any(|span| span.marks & marks != 0 && span.words.contains(&at));
        let rest: Vec<_> =
            (0..).zip(words).filter(|(at, _)| !is_said(*at)).map(|(_, word)| word.clone()).collect();
        rest.is_empty() || self.holds(node, &rest)
    }

    /// Adds what is found by what is said of it alone; what was found so far is in the order of the nodes.
    fn add_labelled(&self, found: &mut Vec<Hit>, words: &[(&str, memmem::Finder<'_>)], spans: &[Span]) {
        let asked = spans.iter().fold(0, |all, span| all | span.marks);
        let nodes = (0_u32..).map(NodeId).take(self.marks.len());
        let is_new = |node: &NodeId| found.binary_search_by_key(node, |hit| hit.node).is_err();
        let labelled = nodes.filter(|node| self.marks_of(*node) & asked != 0).filter(is_new);
        let hits: Vec<Hit> = labelled
            .filter(|node| self.has_all(*node, words, spans))
            .map(|node| Hit { node, fit: Fit::Label })
            .collect();
        found.extend(hits);
    }

    /// Whether a node has all of the words in its texts: by itself, or together with a line of its BOM.
    fn holds(&self, node: NodeId, words: &[(&str, memmem::Finder<'_>)]) -> bool {
        let at = node.0 as usize;
        let (start, lines, end) = (self.starts[at], self.lines[at], self.starts[at + 1]);
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
