//! What a bill of materials lists, gathered from graph and documents: parts, and what each is made of.
//!
//! A part says only what a document says. A package URL is given where it is certain: for a container image
//! with the digest that its registry knows, since then it names exactly these bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::graph::{EdgeKind, Graph, Kinds, Node, NodeId, NodeKind, Relations, Status};
use crate::json::Value;
use crate::leaf;
use crate::manifest::{Component, Manifest};
use crate::source::{Content, Place, Source};

/// A bill of materials.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bom {
    /// What it is the bill of: one thing, or a set of them; none of nothing.
    pub subject: Option<Part>,
    /// What it lists.
    pub parts: Vec<Part>,
}

/// One part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Its name within the document; there is no second part with it.
    pub reference: String,
    /// A type of CycloneDX: `application`, `container`, `operating-system`, `firmware`.
    pub kind: &'static str,
    /// Name.
    pub name: String,
    /// Version; empty if unknown.
    pub version: String,
    /// Package URL; empty where none is certain.
    pub purl: String,
    /// Where it can be had; empty if unknown.
    pub address: String,
    /// Status and id, as name and value.
    pub properties: Vec<(&'static str, String)>,
    /// References of what it is made of.
    pub needs: Vec<String>,
    /// Whether `needs` is known to be all: complete, incomplete, unknown.
    pub aggregate: &'static str,
}

/// The bill of the nodes `ids`; `subject` is one of them, or none.
///
/// Edges to what is not in `ids` are left out, and make what a part is made of incomplete.
pub fn parts_of(graph: &Graph, sources: &[Arc<Source>], ids: &[NodeId], subject: Option<NodeId>) -> Bom {
    gathered(graph, sources, ids, subject, true)
}

/// The bill of these items and of nothing else: what a Cloud Foundation release lists in its own BOM is left out,
/// and makes what the release is made of incomplete.
pub fn items_of(graph: &Graph, sources: &[Arc<Source>], ids: &[NodeId]) -> Bom {
    gathered(graph, sources, ids, None, false)
}

fn gathered(
    graph: &Graph,
    sources: &[Arc<Source>],
    ids: &[NodeId],
    subject: Option<NodeId>,
    with_contents: bool,
) -> Bom {
    let listed = |id: &NodeId| graph.node(*id).is_some_and(|node| node.key.kind != NodeKind::Customization);
    let ids: Vec<NodeId> = ids.iter().copied().filter(listed).collect();
    let mut parts = BTreeMap::new();
    for id in &ids {
        let Some(node) = graph.node(*id) else { continue };
        let mut part = part_of(node, sources);
        let all: Vec<NodeId> = graph.leaving.ends(*id, Kinds::USES).collect();
        let inside = all.iter().filter(|other| ids.binary_search(other).is_ok());
        part.needs = inside.filter_map(|other| graph.node(*other)).map(reference).collect();
        let mut components = components_of(node, sources);
        let is_whole = part.needs.len() == all.len() && (with_contents || components.is_empty());
        part.aggregate = aggregate(node, is_whole, !components.is_empty());
        components.retain(|_| with_contents);
        part.needs.extend(components.iter().map(|component| component.reference.clone()));
        for component in components {
            parts.entry(component.reference.clone()).or_insert(component);
        }
        parts.insert(part.reference.clone(), part);
    }
    let subject = subject.and_then(|id| graph.node(id)).and_then(|node| parts.remove(&reference(node)));
    let subject = subject.or_else(|| set_of(graph, &ids));
    Bom { subject, parts: parts.into_values().collect() }
}

/// What a bill is of that is not of one thing: the set itself, for readers of bills ask what theirs is of.
fn set_of(graph: &Graph, ids: &[NodeId]) -> Option<Part> {
    let needs: Vec<String> = ids.iter().filter_map(|id| graph.node(*id)).map(reference).collect();
    (!needs.is_empty()).then(|| Part {
        reference: "set".to_owned(),
        kind: "application",
        name: format!("Set of {} items", needs.len()),
        needs,
        aggregate: "complete",
        ..Part::default()
    })
}

/// The nodes that a bill of one item lists: itself and all that it is made of, in order.
pub(super) fn closure(graph: &Graph, subject: NodeId) -> Vec<NodeId> {
    let mut scratch = crate::graph::Scratch::default();
    let near = crate::graph::reach(
        graph,
        &mut scratch,
        subject,
        crate::graph::Direction::Down,
        Kinds::one(EdgeKind::DependsOn).with(Kinds::one(EdgeKind::Carries)),
        None,
    );
    let mut ids = near.nodes;
    ids.push(subject);
    ids.sort_unstable();
    ids.dedup();
    ids
}

impl Bom {
    /// The bill of one item, with all that it is made of.
    pub fn of(graph: &Graph, sources: &[Arc<Source>], subject: NodeId) -> Self {
        parts_of(graph, sources, &closure(graph, subject), Some(subject))
    }
}

fn reference(node: &Node) -> String {
    format!("{}/{}", node.key.kind.word(), node.key.id)
}

/// What a bundle is made of, no document says.
const fn aggregate(node: &Node, is_whole: bool, has_components: bool) -> &'static str {
    match node.dependencies {
        _ if matches!(node.key.kind, NodeKind::Bundle) => "unknown",
        _ if !is_whole => "incomplete",
        _ if has_components => "complete",
        Relations::Complete => "complete",
        Relations::NotLoaded => "unknown",
        Relations::Failed => "incomplete",
    }
}

fn part_of(node: &Node, sources: &[Arc<Source>]) -> Part {
    let artifact = node.places.first().and_then(|place| object_at(sources, *place)?.get("artifact"));
    let address = artifact.map(|artifact| words(artifact, "url")).unwrap_or_default();
    let mut properties = vec![("release-atlas:id", node.key.id.to_string())];
    if node.status != Status::Unknown {
        properties.push(("release-atlas:status", node.status.word().to_owned()));
    }
    Part {
        reference: reference(node),
        kind: if node.facets.packaging.contains("IMAGE") { "container" } else { "application" },
        name: if node.name.is_empty() { node.key.id.to_string() } else { node.name.to_string() },
        // Of a bundle it is the short form of the id.
        version: if node.key.kind == NodeKind::Bundle { String::new() } else { node.version.to_string() },
        purl: artifact.and_then(|artifact| purl(&node.facets.packaging, artifact)).unwrap_or_default(),
        address,
        properties,
        ..Part::default()
    }
}

fn object_at(sources: &[Arc<Source>], place: Place) -> Option<Value<'_>> {
    let source = sources.iter().find(|source| source.id == place.source)?;
    let value = source.document.value(place.at);
    leaf::object(value)
}

fn words(object: Value<'_>, name: &str) -> String {
    object.get(name).map(leaf::text).unwrap_or_default().to_string()
}

/// `pkg:oci/…` of what lies in a registry, by its digest there: a container image of one platform, or a chart.
fn purl(packaging: &str, artifact: Value<'_>) -> Option<String> {
    let (digest, place) = match packaging {
        "CONTAINER_IMAGE" => (digest_of_one(artifact)?, words(artifact, "repository")),
        "HELM_CHART" => (words(artifact, "repo_digest"), place_of(&words(artifact, "url"))?),
        _ => return None,
    };
    let name = place.rsplit('/').next()?.to_lowercase();
    let is_digest = digest.strip_prefix("sha256:").is_some_and(|hex| {
        hex.len() == 64 && hex.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    });
    if !is_digest || !is_plain(&name) || !is_plain(&place) {
        return None;
    }
    let has_host = place.split('/').next().is_some_and(|host| host.contains('.'));
    let place = if has_host { format!("?repository_url={}", place.to_lowercase()) } else { String::new() };
    Some(format!("pkg:oci/{name}@{}{place}", digest.replace(':', "%3A")))
}

/// The digest of an image that is there for one platform alone.
fn digest_of_one(artifact: Value<'_>) -> Option<String> {
    let mut all = leaf::entries(artifact.get("digests")?);
    let (one, others) = (all.next()?, all.next());
    others
        .is_none()
        .then(|| leaf::object(one)?.get("repo_digest").map(leaf::text).map(String::from))
        .flatten()
}

/// Registry and repository of an `oci://` address, without the tag.
fn place_of(address: &str) -> Option<String> {
    let place = address.strip_prefix("oci://")?;
    let (folder, name) = place.rsplit_once('/')?;
    Some(format!("{folder}/{}", name.split([':', '@']).next().unwrap_or_default()))
}

/// Whether a name needs no escape in a package URL.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._/".contains(&byte))
}

/// The components of a Cloud Foundation release, in its own BOM.
fn components_of(node: &Node, sources: &[Arc<Source>]) -> Vec<Part> {
    let release = node.item.filter(|_| node.key.kind == NodeKind::VcfRelease).and_then(|item| {
        let source = sources.iter().find(|source| source.id == item.source)?;
        manifest(source)?.releases.get(item.index as usize)
    });
    let of = reference(node);
    release.map(|release| release.bom.iter().map(|line| component(&of, line)).collect()).unwrap_or_default()
}

fn manifest(source: &Source) -> Option<&Manifest> {
    match &source.content {
        Content::Manifest(manifest) => Some(manifest),
        Content::Catalog(_) | Content::Other => None,
    }
}

fn component(release: &str, line: &Component) -> Part {
    let name = if line.public_name.is_empty() { &line.name } else { &line.public_name };
    Part {
        reference: format!("{release}/{}@{}", line.name, line.version),
        kind: "application",
        name: name.to_string(),
        version: line.version.to_string(),
        address: line.address.to_string(),
        properties: vec![("release-atlas:component", line.name.to_string())],
        aggregate: "unknown",
        ..Part::default()
    }
}
