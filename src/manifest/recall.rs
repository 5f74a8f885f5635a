//! What became of recalled bundles: chains through many-to-many groups, resolved to final targets.
//!
//! A manifest says "these ids are recalled, those replace them, and this is how far that is": no pairing,
//! and a replacement may be recalled in its turn. So ids and groups are the nodes of one graph (an id
//! leads to the groups that recall it, a group that is READY to its replacements), which keeps a group of
//! a thousand by a thousand ids linear. Its cycles are condensed once (Tarjan 1972, without recursion);
//! answers and targets then follow in one pass from the ends of all chains back to their beginnings.

use std::sync::Arc;

use super::{Manifest, Mention, MentionedBy, RecallList, Status};
use crate::json::ValueId;
use crate::letters;
use crate::order;
use crate::pace::{Pace, at_once};

mod answer;
mod components;
mod family;
mod held;
mod names;
mod oddity;
mod trace;

pub use answer::{Answer, Targets};
pub use family::Kin;
pub use held::Substitutes;
pub use names::likeness;
pub use oddity::{Oddity, OddityKind};
pub use trace::{Step, Trace};

use names::Names;

/// The recalls of one manifest, or of several that are looked at together.
///
/// Ids are compared exactly as written; see [`Recalls::near`] for look-alikes.
#[derive(Clone, Debug, Default)]
pub struct Recalls {
    names: Names,
    groups: Vec<Group>,
    /// For each id, the groups that recall it and count, in order.
    recalled_in: Rows,
    /// For each id, the groups that recall it but are overruled by a newer manifest.
    overruled_in: Rows,
    /// For each id, the groups that name it as a replacement.
    replaces_in: Rows,
    /// For each id, what carries it, in order.
    carried_by: Rows,
    carriers: Vec<Carrier>,
    /// For each id, the components that it holds.
    held: Rows,
    lists: Vec<RecallList>,
    resolved: answer::Resolved,
}

/// A value in one of the manifests that [`Recalls::new`] was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Which manifest, by its place in what was given.
    pub manifest: u32,
    /// Which value in it.
    pub at: ValueId,
}

/// One entry of `recalledBundles`, its ids numbered.
#[derive(Clone, Debug)]
struct Group {
    spot: Spot,
    /// Place in [`Manifest::recalls`].
    entry: u32,
    status: Status,
    /// In the order of their text, each once: their order in the document says nothing.
    recalled: Vec<u32>,
    /// The same.
    replacements: Vec<u32>,
    /// Equal for groups with equal replacements, so that comparing them costs nothing.
    replacement_class: u32,
    /// Ids that stand more than once in one of the two lists.
    twice: Vec<u32>,
    has_placeholders: bool,
}

impl Group {
    /// Whether its replacements are what to move to.
    fn leads_on(&self) -> bool {
        self.status == Status::Ready
    }
}

/// Something that names a bundle and would have it installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carrier {
    /// Which manifest, by its place in what was given.
    pub manifest: u32,
    /// Where it names the bundle.
    pub at: ValueId,
    /// What it is: a release, a SKU, an SDDC Manager release or an async patch.
    pub by: MentionedBy,
}

/// An id that looks like another: equal but for case, white space, a `bundle-` prefix or a file's ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// As the manifest writes it.
    pub id: Arc<str>,
    /// Whether that id is recalled.
    pub recalled: bool,
}

/// For each row a run of numbers (compressed sparse rows).
#[derive(Clone, Debug, Default)]
struct Rows {
    starts: Vec<u32>,
    items: Vec<u32>,
}

/// Pairs of a row and an item.
type Pairs = Vec<(u32, u32)>;

impl Rows {
    /// Builds rows from pairs of row and item; items keep the order in which they come.
    fn new(rows: usize, pairs: &[(u32, u32)]) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        for (row, _) in pairs {
            starts[*row as usize + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let (mut next, mut items) = (starts.clone(), vec![0; pairs.len()]);
        for &(row, item) in pairs {
            items[next[row as usize] as usize] = item;
            next[row as usize] += 1;
        }
        Self { starts, items }
    }

    fn row(&self, row: u32) -> &[u32] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or_default() as usize;
        &self.items[bound(row as usize)..bound(row as usize + 1)]
    }
}

impl Recalls {
    /// Resolves the recalls of manifests that are looked at together.
    ///
    /// Where several of them recall one id, those with the greatest `sequenceNumber` are heard and the
    /// others are named as overruled; manifests without a number are always heard. Takes time with the
    /// number of ids, N, as N log N.
    pub fn new(manifests: &[&Manifest]) -> Self {
        at_once(Self::paced(manifests, Pace::HURRY))
    }

    /// The same, resolved with rests.
    pub async fn paced(manifests: &[&Manifest], pace: Pace) -> Self {
        let (names, numbers) = Names::new(named_in_entries(manifests).chain(named_by_carriers(manifests)));
        pace.rest().await;
        let mut numbers = numbers.into_iter();
        let groups = groups(manifests, &mut numbers);
        pace.rest().await;
        let (heard, overruled) = hearing(manifests, &groups);
        let replaces: Vec<_> = pairs(&groups, |group| &group.replacements).collect();
        let (carriers, carried) = carriers(manifests, &mut numbers);
        pace.rest().await;
        let rows = |pairs: &[(u32, u32)]| Rows::new(names.len(), pairs);
        let mut recalls = Self {
            recalled_in: rows(&heard),
            overruled_in: rows(&overruled),
            replaces_in: rows(&replaces),
            carried_by: rows(&carried),
            held: held::held(manifests, names.len(), &carriers, &carried),
            carriers,
            lists: manifests.iter().map(|manifest| manifest.recalled).collect(),
            groups,
            names,
            resolved: answer::Resolved::default(),
        };
        recalls.resolved = answer::resolve(&recalls, pace).await;
        recalls.names.make_alike(pace).await;
        recalls
    }

    /// What the manifests together say about recalls at all: the most telling of their lists.
    pub fn list(&self) -> RecallList {
        let rank = |list: &RecallList| match list {
            RecallList::Filled => 5,
            RecallList::Empty => 4,
            RecallList::Nameless => 3,
            RecallList::Junk => 2,
            RecallList::Null => 1,
            RecallList::Absent => 0,
        };
        self.lists.iter().copied().max_by_key(rank).unwrap_or_default()
    }

    /// Whether some manifest recalls exactly this id.
    pub fn is_recalled(&self, id: &str) -> bool {
        self.names.find(id).is_some_and(|id| self.is_recalled_number(id))
    }

    /// What to do about an id. Takes time with the length of the list as log N.
    pub fn answer(&self, id: &str) -> Answer {
        match self.names.find(id) {
            Some(id) if self.is_recalled_number(id) => self.answer_of(id),
            found => self.answer_for_unrecalled(found.is_some()),
        }
    }

    /// The final targets of a recalled id: bundles at the ends of its chains that are not recalled.
    ///
    /// At most [`Targets::KEPT`] of them are kept for each id; [`Recalls::trace`] finds all.
    pub fn targets(&self, id: &str) -> Targets {
        let found = self.names.find(id).filter(|id| self.is_recalled_number(*id));
        let Some(id) = found else { return Targets::default() };
        let (numbers, more) = self.resolved.targets(id);
        let mut numbers = numbers.to_vec();
        let same = self.prefer(id, &mut numbers);
        Targets { ids: numbers.into_iter().map(|id| self.names.name(id).clone()).collect(), same, more }
    }

    /// Follows an id to the ends of its chains, with every step and whatever is odd on the way.
    ///
    /// Takes time with the number of groups and ids on the way; for a mere answer ask [`Recalls::answer`].
    pub fn trace(&self, id: &str) -> Trace {
        trace::trace(self, id)
    }

    /// Every entry that hangs together with an id, nearest first: what it leads to, then what leads to it or
    /// ends where it ends. Takes time with the number of groups and ids met.
    pub fn family(&self, id: &str) -> Vec<Kin> {
        family::family(self, id)
    }

    /// Whether some entry recalls this id or names it as a replacement.
    pub fn is_kin(&self, id: &str) -> bool {
        let found = self.names.find(id);
        found.is_some_and(|id| !self.recalled_in.row(id).is_empty() || !self.replaces_in.row(id).is_empty())
    }

    /// All that is odd about the recalls, in document order.
    pub fn oddities(&self) -> Vec<Oddity> {
        at_once(self.oddities_paced(Pace::HURRY))
    }

    /// The same, looked for with rests.
    pub async fn oddities_paced(&self, pace: Pace) -> Vec<Oddity> {
        oddity::all(self, pace).await
    }

    /// Every recalled id, in the order of their text.
    pub fn recalled(&self) -> impl Iterator<Item = &Arc<str>> {
        self.names.all().filter(|(id, _)| self.is_recalled_number(*id)).map(|(_, name)| name)
    }

    /// Other ids of the manifests that look like this one.
    pub fn near(&self, id: &str) -> Vec<Near> {
        let found = self.names.near(id);
        found
            .map(|near| Near { id: self.names.name(near).clone(), recalled: self.is_recalled_number(near) })
            .collect()
    }

    /// The recalled id that this one looks like; none for an id that is recalled itself.
    pub fn looks_recalled(&self, id: &str) -> Option<&Arc<str>> {
        let like = self.names.near(id).find(|near| self.is_recalled_number(*near));
        like.filter(|_| !self.is_recalled(id)).map(|near| self.names.name(near))
    }

    /// Every id that is not recalled, but looks like one that is.
    pub fn all_alike(&self) -> impl Iterator<Item = &Arc<str>> {
        let is_recalled = |(_, id): &&(String, u32)| self.is_recalled_number(*id);
        let runs = self.names.look_alikes().filter(move |run| run.iter().any(|one| is_recalled(&one)));
        let alike = runs.flatten().filter(move |one| !is_recalled(one));
        alike.map(|(_, id)| self.names.name(*id))
    }

    /// Every id that begins so, in the order of their text; as written, else in lower case.
    pub fn beginning(&self, text: &str) -> impl Iterator<Item = &Arc<str>> {
        let as_written = self.names.beginning(text.to_owned());
        let is_any = self.names.beginning(text.to_owned()).next().is_some();
        let in_lower_case = self.names.beginning(letters::lower(text)).filter(move |_| !is_any);
        as_written.chain(in_lower_case)
    }

    /// Everything that would have this bundle installed, in document order.
    pub fn carriers(&self, id: &str) -> impl Iterator<Item = &Carrier> {
        let row = self.names.find(id).map_or(&[][..], |id| self.carried_by.row(id));
        row.iter().map(|carrier| &self.carriers[*carrier as usize])
    }

    /// The entries that recall this id: manifest and place in [`Manifest::recalls`], overruled ones too.
    pub fn entries(&self, id: &str) -> Vec<(u32, u32)> {
        let Some(id) = self.names.find(id) else { return Vec::new() };
        let groups = self.recalled_in.row(id).iter().chain(self.overruled_in.row(id));
        let mut entries: Vec<_> =
            groups.map(|group| self.group(*group)).map(|group| (group.spot.manifest, group.entry)).collect();
        order::sort(&mut entries);
        entries
    }

    /// Where the entries stand that recall this id and are heard.
    pub fn spots(&self, id: &str) -> Vec<Spot> {
        let row = self.names.find(id).map_or(&[][..], |id| self.recalled_in.row(id));
        row.iter().map(|group| self.group(*group).spot).collect()
    }

    /// What to do about a recalled id: what its chains say, unless all they lead to is for other components.
    fn answer_of(&self, id: u32) -> Answer {
        let (targets, more) = self.resolved.targets(id);
        match self.resolved.answer(id) {
            Answer::Move if !more && self.all_hold_others(id, targets) => Answer::MoveOther,
            answer => answer,
        }
    }

    fn is_recalled_number(&self, id: u32) -> bool {
        !self.recalled_in.row(id).is_empty()
    }

    fn group(&self, group: u32) -> &Group {
        &self.groups[group as usize]
    }

    fn answer_for_unrecalled(&self, named: bool) -> Answer {
        match self.list() {
            RecallList::Filled | RecallList::Empty if named => Answer::Unrecalled,
            RecallList::Filled | RecallList::Empty => Answer::Unknown,
            RecallList::Absent | RecallList::Null | RecallList::Junk | RecallList::Nameless => Answer::Unsaid,
        }
    }
}

/// The ids in the entries, in the order in which [`groups`] asks for their numbers.
fn named_in_entries<'m>(manifests: &[&'m Manifest]) -> impl Iterator<Item = &'m str> {
    let recalls = manifests.iter().flat_map(|manifest| &manifest.recalls);
    recalls.flat_map(|recall| recall.recalled.iter().chain(&recall.replacements)).map(|id| &*id.text)
}

/// The ids that carriers name, in the order in which [`carriers`] asks for their numbers.
fn named_by_carriers<'m>(manifests: &[&'m Manifest]) -> impl Iterator<Item = &'m str> {
    manifests.iter().flat_map(|manifest| by_carriers(manifest)).map(|mention| &*mention.id)
}

fn by_carriers(manifest: &Manifest) -> impl Iterator<Item = &Mention> {
    let in_entries = |by: &MentionedBy| matches!(by, MentionedBy::Recalled(_) | MentionedBy::Replacement(_));
    manifest.mentions.iter().filter(move |mention| !in_entries(&mention.by))
}

fn groups(manifests: &[&Manifest], numbers: &mut impl Iterator<Item = u32>) -> Vec<Group> {
    let mut groups = Vec::new();
    for (manifest, read) in manifests.iter().enumerate() {
        for (entry, recall) in read.recalls.iter().enumerate() {
            let mut twice = Vec::new();
            groups.push(Group {
                spot: Spot { manifest: manifest as u32, at: recall.at },
                entry: entry as u32,
                status: recall.status.clone(),
                recalled: sorted(numbers.by_ref().take(recall.recalled.len()), &mut twice),
                replacements: sorted(numbers.by_ref().take(recall.replacements.len()), &mut twice),
                replacement_class: 0,
                twice,
                has_placeholders: !recall.placeholders.is_empty(),
            });
        }
    }
    classify(&mut groups);
    groups
}

/// Numbers the lists of replacements that differ.
fn classify(groups: &mut [Group]) {
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order::sort_by(&mut order, |one, other| groups[*one].replacements.cmp(&groups[*other].replacements));
    let mut class = 0;
    for pair in order.windows(2) {
        let [one, other] = [pair[0], pair[1]];
        class += u32::from(groups[one].replacements != groups[other].replacements);
        groups[other].replacement_class = class;
    }
}

/// Numbers in their order, each once.
fn sorted(numbers: impl Iterator<Item = u32>, twice: &mut Vec<u32>) -> Vec<u32> {
    let mut numbers: Vec<_> = numbers.collect();
    order::sort(&mut numbers);
    let runs = numbers.chunk_by(|one, other| one == other).filter(|run| run.len() > 1);
    twice.extend(runs.filter_map(|run| run.first()));
    numbers.dedup();
    numbers
}

/// Pairs of id and group, for one of the two lists of every group.
fn pairs<'g>(
    groups: &'g [Group],
    list: impl Fn(&'g Group) -> &'g Vec<u32>,
) -> impl Iterator<Item = (u32, u32)> {
    let numbered = groups.iter().zip(0_u32..);
    numbered.flat_map(move |(read, group)| list(read).iter().map(move |id| (*id, group)))
}

/// Parts the statements "this group recalls this id" into those that are heard and those overruled.
fn hearing(manifests: &[&Manifest], groups: &[Group]) -> (Pairs, Pairs) {
    let sequence = |group: u32| manifests[groups[group as usize].spot.manifest as usize].sequence;
    let stated: Vec<_> = pairs(groups, |group| &group.recalled).collect();
    if manifests.len() < 2 {
        return (stated, Vec::new());
    }
    let ids = stated.iter().map(|(id, _)| *id as usize + 1).max().unwrap_or_default();
    let mut newest: Vec<Option<i64>> = vec![None; ids];
    for &(id, group) in &stated {
        let greatest = &mut newest[id as usize];
        *greatest = sequence(group).max(*greatest);
    }
    stated
        .into_iter()
        .partition(|&(id, group)| sequence(group).is_none_or(|number| newest[id as usize] == Some(number)))
}

fn carriers(manifests: &[&Manifest], numbers: &mut impl Iterator<Item = u32>) -> (Vec<Carrier>, Pairs) {
    let all = manifests.iter().zip(0_u32..);
    let mentions = all.flat_map(|(read, manifest)| by_carriers(read).map(move |mention| (manifest, mention)));
    let carrier =
        |(manifest, mention): (u32, &Mention)| Carrier { manifest, at: mention.at, by: mention.by.clone() };
    let carriers: Vec<_> = mentions.map(carrier).collect();
    let carried = numbers.zip(0_u32..carriers.len() as u32).collect();
    (carriers, carried)
}
