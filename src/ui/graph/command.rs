//! What can be done to a node: the same on the drawing and in the table, by pointer and by key.

use super::scope::Scope;
use crate::graph::NodeKey;
use crate::scene::Side;
use crate::session::route::key_text;
use crate::session::{Action, Direction};
use crate::ui::place;
use leptos::prelude::*;
use std::cmp::Ordering;

/// One thing to do to a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// Select it and open its panel.
    Open,
    /// Show its surroundings alone.
    Focus,
    /// Show what is hidden behind it.
    Unfold,
    /// Show all that needs it.
    UnfoldDependants,
    /// Show all that it needs.
    UnfoldDependencies,
    /// Hide what hangs on it alone.
    Fold,
    /// Add it to what is selected together, or take it from there.
    Mark,
    /// Make it the start of a chain.
    PathFrom,
    /// Make it the end of a chain.
    PathTo,
    /// Put its id on the clipboard.
    CopyId,
    /// Show it in its document.
    Inspect,
}

impl Command {
    /// The text of what it does.
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Open => "command-open",
            Self::Focus => "command-focus",
            Self::Unfold => "command-unfold",
            Self::UnfoldDependants => "command-unfold-dependants",
            Self::UnfoldDependencies => "command-unfold-dependencies",
            Self::Fold => "command-fold",
            Self::Mark => "command-mark",
            Self::PathFrom => "command-path-from",
            Self::PathTo => "command-path-to",
            Self::CopyId => "copy-id",
            Self::Inspect => "command-inspect",
        }
    }

    /// The key that does the same on the drawing.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Open => "Enter",
            Self::Unfold | Self::Fold => "␣",
            Self::UnfoldDependants => "<",
            Self::UnfoldDependencies => ">",
            Self::Mark => "m",
            Self::PathFrom | Self::PathTo => "p",
            Self::Focus | Self::CopyId | Self::Inspect => "",
        }
    }

    /// Folds or unfolds, whichever there is to do.
    pub(super) fn toggling(scope: Scope, key: &NodeKey) -> Self {
        let id = scope.session.graph.with_untracked(|graph| graph.find(key));
        let behind = id.map_or(0, |id| scope.shown.with_untracked(|shown| shown.behind(id)));
        if behind > 0 { Self::Unfold } else { Self::Fold }
    }

    /// Shows one side of a node.
    pub(super) const fn of_side(side: Side) -> Self {
        match side {
            Side::Dependants => Self::UnfoldDependants,
            Side::Dependencies => Self::UnfoldDependencies,
        }
    }

    /// How many neighbours it would bring; none for what brings nothing.
    pub(super) fn count(self, scope: Scope, key: &NodeKey) -> Option<u32> {
        let id = scope.session.graph.with_untracked(|graph| graph.find(key))?;
        scope.shown.with_untracked(|shown| {
            let [up, down] = shown.beside(id);
            match self {
                Self::Unfold => Some(shown.behind(id)),
                Self::UnfoldDependants => Some(up),
                Self::UnfoldDependencies => Some(down),
                _ => None,
            }
        })
    }

    /// The commands for single sides, where both sides hide something.
    fn sides(scope: Scope, key: &NodeKey) -> impl Iterator<Item = Self> {
        let all = [Self::UnfoldDependants, Self::UnfoldDependencies].map(|one| (one, one.count(scope, key)));
        let is_both = all.iter().all(|(_, count)| count.is_some_and(|count| count > 0));
        all.into_iter().filter(move |_| is_both).map(|(one, _)| one)
    }

    /// What is offered for a node.
    pub(super) fn offered(scope: Scope, key: &NodeKey) -> Vec<Self> {
        let mut all = vec![Self::Open, Self::Focus];
        let is_drawn = scope
            .session
            .graph
            .with_untracked(|graph| graph.find(key))
            .is_some_and(|id| scope.shown.with_untracked(|shown| shown.place(id).is_some()));
        if is_drawn {
            let toggle = Self::toggling(scope, key);
            all.push(toggle);
            all.extend(Self::sides(scope, key));
            let is_unfolded = scope.session.state.with_untracked(|state| {
                state.unfolded.contains(key) || state.unfolded_sides.iter().any(|(one, _)| one == key)
            });
            if toggle == Self::Unfold && is_unfolded {
                all.push(Self::Fold);
            }
        }
        all.extend([Self::Mark, Self::PathFrom, Self::PathTo, Self::CopyId]);
        if place_of(scope, key).is_some() {
            all.push(Self::Inspect);
        }
        all
    }
}

/// Does it.
pub(super) fn run(scope: Scope, command: Command, key: &NodeKey) {
    let session = scope.session;
    match command {
        Command::Open => session.act(Action::Select(key.clone())),
        Command::Focus => session.act(Action::Focus(key.clone())),
        Command::Unfold => fold(scope, key, Action::Unfold(key.clone())),
        Command::UnfoldDependants => fold(scope, key, Action::UnfoldSide(key.clone(), Direction::Up)),
        Command::UnfoldDependencies => fold(scope, key, Action::UnfoldSide(key.clone(), Direction::Down)),
        Command::Fold => fold(scope, key, Action::Fold(key.clone())),
        Command::Mark => session.marked.update(|marked| {
            if !marked.remove(key) {
                marked.insert(key.clone());
            }
        }),
        Command::PathFrom => session.act(Action::From(key_text(key))),
        Command::PathTo => session.act(Action::To(key_text(key))),
        Command::CopyId => session.copy(key.id.to_string()),
        Command::Inspect => {
            if let Some(found) = place_of(scope, key) {
                place::reveal(session, found.source, found.at);
            }
        }
    }
}

/// Folds or unfolds around a node that stays where it is, and says what came of it.
fn fold(scope: Scope, key: &NodeKey, action: Action) {
    let session = scope.session;
    let sizes = move || scope.shown.with_untracked(|shown| (shown.nodes.len(), shown.edges.len()));
    let (nodes, edges) = sizes();
    scope.anchor.set_value(Some(key.clone()));
    session.act(action);
    let (nodes_now, edges_now) = sizes();
    let (id, count) = match (nodes.cmp(&nodes_now), edges.cmp(&edges_now)) {
        (Ordering::Less, _) => ("unfolded-count", nodes_now - nodes),
        (Ordering::Greater, _) => ("folded-count", nodes - nodes_now),
        (Ordering::Equal, Ordering::Less) => ("unfolded-edges", edges_now - edges),
        (Ordering::Equal, Ordering::Greater) => ("folded-edges", edges - edges_now),
        (Ordering::Equal, Ordering::Equal) => ("nothing-to-fold", 0),
    };
    session.say(session.tr(id, &[("count", count.into()), ("name", scope.name_of(key).into())]));
}

fn place_of(scope: Scope, key: &NodeKey) -> Option<crate::source::Place> {
    scope.session.graph.with_untracked(|graph| graph.node(graph.find(key)?)?.places.first().copied())
}
