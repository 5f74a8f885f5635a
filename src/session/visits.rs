//! What was looked at in the inspector, so that a person can go back and forward in it.
//!
//! A list of its own beside the browser's history: an element inside a portal writes no address, and a
//! person who crossed a graph of links wants to see the list.

/// How many addresses are remembered.
const MOST: usize = 200;

/// Addresses (secrets masked) in the order in which they were looked at, and where among them we are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visits {
    list: Vec<String>,
    at: usize,
}

impl Visits {
    /// Notes what is looked at now. One step back or forward moves in the list; anything else ends what
    /// came after, as browsers do.
    pub fn note(&mut self, address: &str) {
        let is = |at: Option<usize>| at.and_then(|at| self.list.get(at)).is_some_and(|one| one == address);
        if is(Some(self.at)) {
            return;
        }
        if is(self.at.checked_sub(1)) {
            self.at -= 1;
        } else if is(Some(self.at + 1)) {
            self.at += 1;
        } else {
            self.list.truncate(self.at + 1);
            self.list.push(address.to_owned());
            let beyond = self.list.len().saturating_sub(MOST);
            self.list.drain(..beyond);
            self.at = self.list.len() - 1;
        }
    }

    /// What was looked at before.
    pub fn back(&self) -> Option<&str> {
        self.list.get(self.at.checked_sub(1)?).map(String::as_str)
    }

    /// What was looked at after, if a person went back.
    pub fn forward(&self) -> Option<&str> {
        self.list.get(self.at + 1).map(String::as_str)
    }

    /// All of it, the latest first, each address once.
    pub fn latest_first(&self) -> Vec<&str> {
        let mut seen = std::collections::BTreeSet::new();
        self.list.iter().rev().map(String::as_str).filter(|one| seen.insert(*one)).collect()
    }
}
