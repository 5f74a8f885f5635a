//! Search as you type: names, versions, ids and digests of all nodes in one flat text.
//!
//! One lower-cased buffer is scanned for the longest word of the query, and only its hits are looked at
//! closely: cheaper to keep than any index of words, and it finds the middle of a digest too.

use std::cmp::Reverse;

use memchr::memmem;

use super::{Graph, Node, NodeId, NodeKind, Status};
use crate::json::{Kind, Value};
use crate::order;
use crate::source::{Content, Source};

/// Separates the fields of a node; no text of a field holds it.
const FIELD: char = '\n';

/// The searchable text of a graph.
#[derive(Clone, Debug, Default)]
pub struct Index {
    text: String,
    /// The text of node `n` is `text[starts[n]..starts[n + 1]]`.
    starts: Vec<u32>,
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
        index.starts.push(index.text.len() as u32);
        index.weights.push((node.status, Reverse(graph.entering.degree(id) as u32)));
    }
    index
}

/// The artifact of a release in its document.
fn artifact<'s>(node: &Node, sources: &[&'s Source]) -> Option<Value<'s>> {
    if node.key.kind != NodeKind::Release {
        return None;
    }
    let item = node.item?;
    let source = sources[sources.binary_search_by_key(&item.source, |source| source.id).ok()?];
    let Content::Catalog(catalog) = &source.content else { return None };
    let release = catalog.releases.get(item.index as usize)?;
    let object = source.document.value(release.at);
    if object.kind() == Kind::Object { object.get("artifact") } else { None }
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

    fn add(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.text.push(FIELD);
        let start = self.text.len();
        if text.is_ascii() && !text.contains(FIELD) {
            self.text.push_str(text);
            self.text[start..].make_ascii_lowercase();
        } else {
            let lower = text.chars().flat_map(char::to_lowercase);
            self.text.extend(lower.map(|c| if c == FIELD { ' ' } else { c }));
        }
        self.text.push(FIELD);
    }

    /// The nodes that hold all words of the query, in any case; the best `most` of them.
    pub fn search(&self, query: &str, most: usize) -> Hits {
        let query = query.to_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        let Some(&longest) = words.iter().max_by_key(|word| word.len()) else { return Hits::default() };
        let mut found = self.scan(longest);
        if words.len() > 1 {
            let others: Vec<memmem::Finder<'_>> =
                words.iter().filter(|&&word| word != longest).map(memmem::Finder::new).collect();
            found.retain(|hit| others.iter().all(|other| other.find(self.text_of(hit.node)).is_some()));
        }
        let total = found.len() as u32;
        let rank = |hit: &Hit| (hit.fit, self.weights[hit.node.0 as usize], hit.node);
        if most > 0 && most < found.len() {
            found.select_nth_unstable_by_key(most, rank);
        }
        found.truncate(most);
        order::sort_by_key(&mut found, rank);
        Hits { hits: found, total }
    }

    fn text_of(&self, node: NodeId) -> &[u8] {
        let at = node.0 as usize;
        &self.text.as_bytes()[self.starts[at] as usize..self.starts[at + 1] as usize]
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
