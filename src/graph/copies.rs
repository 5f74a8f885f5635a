//! What the documents say of each node: the fullest description wins, the others fill its gaps.

use super::{Facets, Fact, FactKind, Item, Life, Node, NodeId, NodeKey, NodeKind, Relations, Signs, Status};
use crate::catalog::shapes::CUSTOMIZATION_STATUSES;
use crate::catalog::{Customization, Fullness, Known, Release};
use crate::excerpt::Excerpt;
use crate::hal::address::last_segment;
use crate::manifest::{self, Bundle, MentionedBy, Named, SDDC_MANAGER};
use crate::order;
use crate::pace::Pace;
use crate::source::{Place, Source, SourceId};
use crate::stamp::Stamp;
use std::collections::BTreeMap;

/// One object that describes a node.
#[derive(Clone, Copy)]
pub(super) struct Described<'a> {
    pub(super) node: NodeId,
    pub(super) source: &'a Source,
    /// See [`Item::index`].
    pub(super) index: u32,
    /// A newer manifest describes the node too: what this one says is history.
    pub(super) is_superseded: bool,
    pub(super) what: What<'a>,
}

/// The object.
#[derive(Clone, Copy)]
pub(super) enum What<'a> {
    Release(&'a Release),
    Customization(&'a Customization),
    VcfRelease(&'a manifest::Release),
    SddcManager(&'a manifest::SddcManagerRelease),
    Bundle(&'a manifest::Manifest, &'a manifest::Mention, Place),
}

impl Described<'_> {
    pub(super) fn place(&self) -> Place {
        let at = match self.what {
            What::Release(release) => release.at,
            What::Customization(customization) => customization.at,
            What::VcfRelease(release) => release.at,
            What::SddcManager(release) => release.at,
            What::Bundle(_, _, place) => return place,
        };
        Place { source: self.source.id, at }
    }

    fn fullness(&self) -> Fullness {
        match self.what {
            What::Release(release) => release.fullness,
            What::Bundle(manifest, mention, _) => match mentioned(manifest, mention) {
                None => Fullness::Reference,
                Some(_) if matches!(mention.by, MentionedBy::Sku { .. }) => Fullness::Thin,
                Some(_) => Fullness::Full,
            },
            _ => Fullness::Full,
        }
    }

    /// Fullest first, of equals what was loaded last: it is the news. Then whatever order is not chance.
    fn rank(&self) -> (bool, std::cmp::Reverse<Fullness>, std::cmp::Reverse<i64>, Place) {
        (
            self.is_superseded,
            std::cmp::Reverse(self.fullness()),
            std::cmp::Reverse(self.source.loaded_millis),
            self.place(),
        )
    }
}

/// The nodes, from everything that describes them. `named_at` says where a node that nothing describes is named.
pub(super) async fn nodes(
    keys: Vec<NodeKey>,
    described: Vec<Described<'_>>,
    named_at: &[Option<Place>],
    facts: &mut Vec<Fact>,
    pace: Pace,
) -> Vec<Node> {
    let names = names(&described);
    pace.rest().await;
    let (starts, mut described) = by_node(described, keys.len());
    pace.rest().await;
    let mut nodes = Vec::with_capacity(keys.len());
    for (at, key) in keys.into_iter().enumerate() {
        pace.turn().await;
        let copies = &mut described[starts[at] as usize..starts[at + 1] as usize];
        if copies.len() > 1 {
            order::sort_by_key(copies, Described::rank);
        }
        let id = NodeId(at as u32);
        let mut node = node(key, copies);
        call_by_name(&mut node.facets, &names);
        if let Some(first) = copies.first() {
            node.item = Some(Item { source: first.source.id, index: first.index });
            let news = copies.iter().filter(|copy| !copy.is_superseded);
            node.signs.disputed = news.clone().any(|copy| is_disputed(first.what, copy.what));
            note_differences(id, copies, facts);
        } else if let Some(place) = named_at[at] {
            node.places = place.into();
        }
        nodes.push(node);
    }
    nodes
}

/// What base images, and what registries are called, by their ids: where one document gives the id alone, another has
/// the name, and both are one value to filter by.
type Names<'a> = [BTreeMap<&'a str, &'a Excerpt>; 2];

/// The names of both. Apart, since some other thing may have the same id.
fn names<'a>(described: &[Described<'a>]) -> Names<'a> {
    let mut names = Names::default();
    let all = described.iter().map(|copy| match copy.what {
        What::Release(release) => [release.base_image.as_ref(), release.registry.as_ref()],
        What::Customization(customization) => [Some(&customization.filter.base_image), None],
        _ => [None, None],
    });
    for both in all {
        for (names, named) in names.iter_mut().zip(both) {
            let Some(named) = named.filter(|named| !named.id.is_empty() && !named.name.is_empty()) else {
                continue;
            };
            // Of two names the same one, in whichever order the documents came.
            let name = names.entry(&named.id).or_insert(&named.name);
            *name = (*name).min(&named.name);
        }
    }
    names
}

fn call_by_name(facets: &mut Facets, names: &Names<'_>) {
    for (facet, names) in [&mut facets.base_image, &mut facets.registry].into_iter().zip(names) {
        if let Some(name) = names.get(facet.as_str()) {
            facet.clone_from(name);
        }
    }
}

/// Counting sort by node; gives where the copies of each begin.
fn by_node(described: Vec<Described<'_>>, nodes: usize) -> (Vec<u32>, Vec<Described<'_>>) {
    let mut starts = vec![0_u32; nodes + 1];
    for copy in &described {
        starts[copy.node.0 as usize + 1] += 1;
    }
    for at in 0..nodes {
        starts[at + 1] += starts[at];
    }
    let mut next = starts.clone();
    let mut sorted = described.clone();
    for copy in described {
        let place = &mut next[copy.node.0 as usize];
        sorted[*place as usize] = copy;
        *place += 1;
    }
    (starts, sorted)
}

#[inline(never)]
fn node(key: NodeKey, copies: &[Described<'_>]) -> Node {
    let mut node = Node {
        name: Excerpt::EMPTY,
        version: Excerpt::EMPTY,
        elements: Excerpt::EMPTY,
        status: Status::Unknown,
        progress: None,
        places: match copies {
            [only] => only.place().into(),
            _ => copies.iter().map(Described::place).collect(),
        },
        item: None,
        fullness: copies.iter().map(Described::fullness).max().unwrap_or_default(),
        dependencies: Relations::NotLoaded,
        dependants: Relations::NotLoaded,
        facets: Facets::default(),
        signs: Signs::default(),
        key,
    };
    for copy in copies.iter().filter(|copy| !copy.is_superseded) {
        match copy.what {
            What::Release(release) => add_release(&mut node, release),
            What::Customization(customization) => add_customization(&mut node, customization),
            What::VcfRelease(release) => add_vcf_release(&mut node, release),
            What::SddcManager(release) => add_sddc_manager(&mut node, release),
            What::Bundle(manifest, mention, _) => add_bundle(&mut node, manifest, mention),
        }
    }
    if node.key.kind == NodeKind::Bundle && node.version.is_empty() {
        node.version = short(&node.key.id);
    }
    node
}

/// Keeps what is there, as a fuller object said it.
fn fill(text: &mut Excerpt, with: &Excerpt) {
    if text.is_empty() {
        text.clone_from(with);
    }
}

fn fill_first(text: &mut Excerpt, with: [&Excerpt; 2]) {
    fill(text, if with[0].is_empty() { with[1] } else { with[0] });
}

/// What is known of a relation is known for good: a thinner copy takes nothing away.
fn learn(relations: &mut Relations, known: Known) {
    *relations = (*relations).min(Relations::from(known));
}

fn add_release(node: &mut Node, release: &Release) {
    fill(&mut node.name, &release.product);
    if node.version.is_empty() {
        node.version = with_revision(&release.version, &release.revision);
    }
    let named = |named: &Option<crate::catalog::Named>, text: &mut Excerpt| {
        if let Some(named) = named {
            fill_first(text, [&named.name, &named.id]);
        }
    };
    let facets = &mut node.facets;
    fill_first(&mut facets.product, [&release.product, &release.product_key]);
    fill(&mut facets.branch, &release.branch);
    fill(&mut facets.packaging, &release.packaging);
    named(&release.base_image, &mut facets.base_image);
    named(&release.registry, &mut facets.registry);
    learn(&mut node.dependencies, release.dependencies);
    learn(&mut node.dependants, release.dependants);
    if release.fullness != Fullness::Reference {
        node.status = Status::Ok;
    }
    let signs = &mut node.signs;
    signs.released_millis = signs.released_millis.or_else(|| millis(release.released_at.as_ref()));
    if let (Life::Unsaid, Some(end)) = (signs.life, millis(release.end_of_life_at.as_ref())) {
        signs.life = Life::Until(end);
    }
    signs.behind_latest |=
        release.latest.as_ref().is_some_and(|latest| !latest.id.is_empty() && latest.id != release.id);
    signs.unhealthy |= !release.unhealthy.is_empty();
    signs.odd_status |= release.odd_status;
}

/// "2.6.7" and "3" to "2.6.7-r3", as registries name it.
fn with_revision(version: &Excerpt, revision: &Excerpt) -> Excerpt {
    if revision.is_empty() { version.clone() } else { [version, "-r", revision].concat().into() }
}

fn millis(stamp: Option<&Stamp>) -> Option<i64> {
    stamp.and_then(Stamp::order_millis)
}

fn add_customization(node: &mut Node, customization: &Customization) {
    fill(&mut node.name, &customization.name);
    fill(&mut node.version, &customization.version);
    let filter = &customization.filter;
    fill(&mut node.facets.product, filter.product_key.as_ref().unwrap_or(&Excerpt::EMPTY));
    fill(&mut node.facets.branch, filter.branch.as_ref().unwrap_or(&Excerpt::EMPTY));
    let image = &filter.base_image;
    fill_first(&mut node.facets.base_image, [&image.name, &image.id]);
    if customization.lists_present.iter().all(|&present| present) {
        node.dependencies = Relations::Complete;
    }
    node.dependants = Relations::Complete;
    node.signs.processing_failed |= customization.status.ends_with("_FAILED");
    node.signs.odd_status |= !is_documented(&customization.status);
    // What an undocumented word means is not guessed; that it is one, the verdict says.
    let own = match customization.status.rsplit_once('_') {
        Some((_, "FAILED")) => Status::Failed,
        Some((_, "STARTED")) => Status::Pending,
        _ => Status::Ok,
    };
    node.status = if node.status == Status::Unknown { own } else { node.status.min(own) };
}

/// Whether a customization's status is one of those that are documented, or none is given.
fn is_documented(status: &str) -> bool {
    status.is_empty() || CUSTOMIZATION_STATUSES.contains(&status)
}

fn add_vcf_release(node: &mut Node, release: &manifest::Release) {
    fill(&mut node.name, &release.product);
    fill(&mut node.version, &release.version);
    fill(&mut node.facets.product, &release.product);
    node.status = Status::Ok;
    node.dependencies = Relations::Complete;
    node.dependants = Relations::Complete;
    let signs = &mut node.signs;
    signs.released_millis = signs.released_millis.or_else(|| millis(release.released.as_ref()));
    if signs.life == Life::Unsaid {
        signs.life = life(&release.eol);
    }
    signs.inapplicable |= release.applicable == Some(false);
    signs.unmatched = signs.unmatched.max(unmatched(release));
}

/// `eol` is a date in the documentation, and a yes or no in some files.
fn life(eol: &str) -> Life {
    match eol.trim() {
        "" => Life::Unsaid,
        word if word.eq_ignore_ascii_case("true") => Life::Ended,
        word if word.eq_ignore_ascii_case("false") => Life::Going,
        date => Stamp::read(date).order_millis().map_or(Life::Unsaid, Life::Until),
    }
}

/// Bundles without an id.
fn unmatched(release: &manifest::Release) -> u32 {
    let sku = release.skus.iter().flat_map(|sku| &sku.bundles);
    release.bundles.iter().chain(sku).filter(|bundle| bundle.id.is_none()).count() as u32
}

fn add_sddc_manager(node: &mut Node, release: &manifest::SddcManagerRelease) {
    let product = Excerpt::from(SDDC_MANAGER);
    fill(&mut node.name, &product);
    fill(&mut node.version, &release.version);
    fill(&mut node.facets.product, &product);
    node.status = Status::Ok;
    node.dependencies = Relations::Complete;
    node.dependants = Relations::Complete;
    node.signs.released_millis = node.signs.released_millis.or_else(|| millis(release.released.as_ref()));
    let without = release.bundles.iter().filter(|bundle| bundle.id.is_none()).count();
    node.signs.unmatched = node.signs.unmatched.max(without as u32);
}

/// A manifest gives a bundle no name: it is called by what it holds.
fn add_bundle(node: &mut Node, manifest: &manifest::Manifest, mention: &manifest::Mention) {
    node.dependencies = Relations::Complete;
    node.dependants = Relations::Complete;
    if node.name.is_empty()
        && let Some(named) = Named::by(manifest, &mention.by)
    {
        (node.name, node.version) = named.called();
        node.facets.product.clone_from(&node.name);
    }
    if let Some(bundle) = mentioned(manifest, mention) {
        if node.elements.is_empty() {
            node.elements = match bundle.elements.as_slice() {
                [only] => only.clone(),
                all => all.join(", ").into(),
            };
        }
        fill(&mut node.facets.packaging, &bundle.kind);
    }
}

/// The first part of a UUID, or the whole of a short id.
pub(super) fn short(id: &Excerpt) -> Excerpt {
    let start = if id.starts_with("bundle-") { "bundle-".len() } else { 0 };
    let first = id[start..].find('-').unwrap_or_default();
    let end = if first >= 6 && id.len() - start - first > 13 { start + first } else { id.len() };
    id.piece(start..end)
}

/// Names the copies that contradict the fullest one.
#[inline(never)]
fn note_differences(node: NodeId, copies: &[Described<'_>], facts: &mut Vec<Fact>) {
    let [first, others @ ..] = copies else { return };
    let mut note =
        |kind, copy: &Described<'_>| facts.push(Fact { kind, node, other: None, place: copy.place() });
    for copy in copies {
        if let What::Release(release) = copy.what {
            if differs_from_self(release) {
                note(FactKind::SelfDiffers, copy);
            }
            if release.id.is_empty() {
                note(FactKind::Nameless, copy);
            }
        }
    }
    let news = others.iter().filter(|copy| !copy.is_superseded);
    for copy in news.filter(|copy| are_at_odds(first.what, copy.what)) {
        note(FactKind::CopiesDiffer, copy);
    }
}

fn differs_from_self(release: &Release) -> bool {
    let own = release.self_href.as_deref().and_then(last_segment);
    !release.id.is_empty() && own.is_some_and(|own| own != release.id)
}

/// Whether two objects of one identity say different things, where both say something.
fn are_at_odds(a: What<'_>, b: What<'_>) -> bool {
    let differ = |pairs: &[(&str, &str)]| pairs.iter().any(|(a, b)| !a.is_empty() && !b.is_empty() && a != b);
    match (a, b) {
        (What::Release(a), What::Release(b)) => differ(&[
            (&a.version, &b.version),
            (&a.revision, &b.revision),
            (&a.branch, &b.branch),
            (&a.product, &b.product),
            (&a.packaging, &b.packaging),
        ]),
        (What::Customization(a), What::Customization(b)) => {
            differ(&[(&a.version, &b.version), (&a.status, &b.status)])
        }
        (What::VcfRelease(a), What::VcfRelease(b)) => {
            unmatched(a) != unmatched(b) || a.applicable != b.applicable
        }
        _ => false,
    }
}

/// Whether the copies differ in what can be matched with recalls.
fn is_disputed(a: What<'_>, b: What<'_>) -> bool {
    matches!((a, b), (What::VcfRelease(a), What::VcfRelease(b)) if unmatched(a) != unmatched(b))
}

/// The bundle that a mention speaks of, where the manifest has an object for it.
fn mentioned<'a>(manifest: &'a manifest::Manifest, mention: &'a manifest::Mention) -> Option<&'a Bundle> {
    match mention.by {
        MentionedBy::Release { release, bundle } => {
            manifest.releases.get(release as usize)?.bundles.get(bundle as usize)
        }
        MentionedBy::Sku { release, sku, bundle } => {
            manifest.releases.get(release as usize)?.skus.get(sku as usize)?.bundles.get(bundle as usize)
        }
        MentionedBy::SddcManager(release) => {
            let release = manifest.sddc_manager_releases.get(release as usize)?;
            release.bundles.iter().find(|bundle| bundle.at == mention.at)
        }
        MentionedBy::AsyncPatch(_) | MentionedBy::Recalled(_) | MentionedBy::Replacement(_) => None,
    }
}

/// The source of a place that has none.
pub(super) const NOWHERE: SourceId = SourceId(u32::MAX);
