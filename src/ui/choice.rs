//! The chosen cell of a matrix: it stands in the address by its names, so that a link leads to it whatever else
//! is filtered or loaded.

use super::matrix::Drawn;
use super::session::Session;
use crate::session::Action;
use crate::ui::erased::memo;
use leptos::prelude::*;

/// The cell whose card is open. A handle.
#[derive(Clone, Copy)]
pub struct Choice {
    session: Session,
    drawn: StoredValue<Drawn>,
    /// The part of the view that the matrix is.
    part: &'static str,
    /// Its row and column in the matrix.
    pub at: Memo<Option<(usize, usize)>>,
}

impl Choice {
    /// What the address says of the matrix of this part.
    pub fn new(session: Session, drawn: StoredValue<Drawn>, part: &'static str) -> Self {
        let named = session.slice(move |state| {
            let (one, names) = state.part.split_once('/')?;
            (one == part).then(|| names.to_owned())
        });
        let at = memo(move |_| {
            let names = named.get()?;
            let (component, release) = names.rsplit_once('@')?;
            drawn.with_value(|drawn| drawn.find(component, release))
        });
        Self { session, drawn, part, at }
    }

    /// Opens the card of a cell.
    pub fn choose(self, row: usize, column: usize) {
        if let Some((component, release)) = self.drawn.with_value(|drawn| drawn.names(row, column)) {
            self.session.act(Action::Part(format!("{}/{component}@{release}", self.part)));
        }
    }

    /// Closes the card.
    pub fn close(self) {
        // The matrix is the first part of its view, which has no word in the address.
        let part = if self.part == "matrix" { "" } else { self.part };
        self.session.act(Action::Part(part.to_owned()));
    }

    /// Whether a card is open.
    pub fn is_open(self) -> bool {
        self.at.get_untracked().is_some()
    }
}
