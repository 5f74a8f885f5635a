//! The attributes that say what is looked at, and what becomes of the view when one of them changes.
//!
//! Only what changed is taken over: a host page that sets `depth` does not take away what a person has
//! searched for.

use super::problem::Expected;
use crate::graph::{Graph, NodeKey, NodeKind};
use crate::layout::Flow;
use crate::session::route::{standing_from_word, standing_word, status_from_word};
use crate::session::state::DEFAULT_DEPTH;
use crate::session::{Direction, Group, Status, View, ViewState};
use crate::sorted::SortedSet;
use crate::verdict::Standing;

/// The words of `view`: those of the routes, `table` (the graph as one) and `chip`.
const VIEWS: [&str; 13] = [
    "hit",
    "graph",
    "table",
    "recalls",
    "manifest",
    "why",
    "move",
    "compare",
    "inventory",
    "inspect",
    "chip",
    "releases",
    "customizations",
];

/// What a host page wants to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Which view; none where nothing is said.
    pub view: Option<View>,
    /// Whether the graph is shown as a table.
    pub as_table: bool,
    /// Whether there is a chip of one line and nothing else.
    pub is_chip: bool,
    /// The item in focus, as `kind/id` or as a bare id; empty for none.
    pub focus: String,
    /// How far the focus reaches.
    pub depth: u8,
    /// Which way the focus looks.
    pub direction: Direction,
    /// Which way layers follow one another.
    pub flow: Flow,
    /// What nodes are grouped by.
    pub group: Group,
    /// The words in the search field.
    pub find: String,
    /// The statuses that are shown; empty for all.
    pub statuses: SortedSet<Status>,
    /// The kinds that are shown; empty for all.
    pub kinds: SortedSet<NodeKind>,
    /// The verdicts that are shown; empty for all.
    pub standings: SortedSet<Standing>,
}

impl Default for Opening {
    fn default() -> Self {
        Self {
            view: None,
            as_table: false,
            is_chip: false,
            focus: String::new(),
            depth: DEFAULT_DEPTH,
            direction: Direction::default(),
            flow: Flow::default(),
            group: Group::default(),
            find: String::new(),
            statuses: SortedSet::new(),
            kinds: SortedSet::new(),
            standings: SortedSet::new(),
        }
    }
}

impl Opening {
    pub(super) fn set(&mut self, name: &str, value: &str) -> Result<(), Expected> {
        match name {
            "view" => self.set_view(value)?,
            "focus" => value.clone_into(&mut self.focus),
            "depth" => self.depth = super::number(value, 1, 99)? as u8,
            "direction" => self.set_direction(value)?,
            "group" => self.group = Group::from_word(value).ok_or_else(groups)?,
            "find" => value.clone_into(&mut self.find),
            "hide" => self.set_hidden(value)?,
            _ => {}
        }
        Ok(())
    }

    fn set_view(&mut self, word: &str) -> Result<(), Expected> {
        (self.as_table, self.is_chip) = (word == "table", word == "chip");
        let view = match word {
            "table" => Some(View::Graph),
            "chip" => Some(View::Hit),
            // The start page has no word; `sources` is its name in sentences.
            "sources" => Some(View::Sources),
            "" => None,
            _ => View::from_word(word),
        };
        self.view = view.or(self.view);
        view.map(|_| ()).ok_or_else(|| Expected::OneOf(VIEWS.to_vec()))
    }

    /// `lr` or `tb` for the layers, and which way the focus looks; both may be said.
    fn set_direction(&mut self, words: &str) -> Result<(), Expected> {
        let mut taken = self.clone();
        for word in words.split_whitespace() {
            match (word, Direction::from_word(word)) {
                ("lr", _) => taken.flow = Flow::LeftToRight,
                ("tb", _) => taken.flow = Flow::TopToBottom,
                (_, Some(direction)) => taken.direction = direction,
                _ => return Err(Expected::OneOf(vec!["lr", "tb", "both", "dependencies", "dependants"])),
            }
        }
        *self = taken;
        Ok(())
    }

    /// Words of statuses, kinds and verdicts; `unknown` is the status.
    fn set_hidden(&mut self, words: &str) -> Result<(), Expected> {
        let (mut statuses, mut kinds, mut standings) = (SortedSet::new(), SortedSet::new(), SortedSet::new());
        for word in words.split([' ', ',']).filter(|word| !word.is_empty()) {
            if let Some(status) = status_from_word(word) {
                statuses.insert(status);
            } else if let Some(kind) = NodeKind::of_word(word) {
                kinds.insert(kind);
            } else if let Some(standing) = standing_from_word(word) {
                standings.insert(standing);
            } else {
                return Err(hidden_words());
            }
        }
        self.statuses = all_but(&Status::ALL, &statuses);
        self.kinds = all_but(&NodeKind::ALL, &kinds);
        self.standings = all_but(&Standing::ALL, &standings);
        Ok(())
    }

    /// The state that this opens with; `fallback` where no view is named.
    pub fn state(&self, fallback: View) -> ViewState {
        ViewState {
            view: self.view.unwrap_or(fallback),
            as_table: self.as_table.then_some(true),
            focus: key_of(&self.focus),
            depth: self.depth,
            direction: self.direction,
            flow: self.flow,
            group: self.group,
            find: self.find.clone(),
            statuses: self.statuses.clone(),
            kinds: self.kinds.clone(),
            standings: self.standings.clone(),
            ..ViewState::default()
        }
    }

    /// Takes over what is different from `before`; what was taken away goes back to its default.
    pub fn steer(&self, before: &Self, fallback: View, state: &mut ViewState) {
        let now = self.state(fallback);
        let was = before.state(fallback);
        take(&mut state.view, &was.view, &now.view);
        take(&mut state.as_table, &was.as_table, &now.as_table);
        take(&mut state.depth, &was.depth, &now.depth);
        take(&mut state.direction, &was.direction, &now.direction);
        take(&mut state.flow, &was.flow, &now.flow);
        take(&mut state.group, &was.group, &now.group);
        take(&mut state.find, &was.find, &now.find);
        take(&mut state.statuses, &was.statuses, &now.statuses);
        take(&mut state.kinds, &was.kinds, &now.kinds);
        take(&mut state.standings, &was.standings, &now.standings);
        if self.focus != before.focus {
            state.focus = now.focus;
        }
    }
}

fn take<T: PartialEq + Clone>(value: &mut T, was: &T, now: &T) {
    if was != now {
        value.clone_from(now);
    }
}

fn groups() -> Expected {
    Expected::OneOf(Group::ALL.iter().map(|group| group.word()).collect())
}

fn hidden_words() -> Expected {
    let statuses = Status::ALL.iter().map(|status| status.word());
    let kinds = NodeKind::ALL.iter().take(4).map(|kind| kind.word());
    let standings = Standing::ALL.iter().map(|standing| standing_word(*standing));
    let standings = standings.filter(|word| *word != "unknown");
    Expected::OneOf(statuses.chain(kinds).chain(standings).collect())
}

fn all_but<T: Copy + Ord>(all: &[T], hidden: &SortedSet<T>) -> SortedSet<T> {
    if hidden.is_empty() {
        return SortedSet::new();
    }
    all.iter().copied().filter(|one| !hidden.contains(one)).collect()
}

/// The key that `kind/id` says; none for a bare id.
pub fn key_of(text: &str) -> Option<NodeKey> {
    let (kind, id) = text.split_once('/')?;
    let kind = NodeKind::of_word(kind)?;
    (!id.is_empty()).then(|| NodeKey { kind, id: id.into() })
}

/// The loaded item that has this id, whatever its kind, as written or as `kind/id`.
pub fn find_id(graph: &Graph, text: &str) -> Option<NodeKey> {
    let by_kind = NodeKind::ALL.into_iter().map(|kind| NodeKey { kind, id: text.into() });
    key_of(text).into_iter().chain(by_kind).find(|key| graph.find(key).is_some())
}
