//! Where something is said: nearly always in one place, which takes no room of its own.
//!
//! Otherwise each node and each edge of a large document asks the allocator for a list.

use std::ops::Deref;

use crate::source::Place;

/// A list of places; used like a slice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places(List);

#[derive(Clone, Debug, PartialEq, Eq)]
enum List {
    One(Place),
    /// None, or several.
    Others(Vec<Place>),
}

impl Default for Places {
    fn default() -> Self {
        Self(List::Others(Vec::new()))
    }
}

impl From<Place> for Places {
    fn from(place: Place) -> Self {
        Self(List::One(place))
    }
}

impl From<Vec<Place>> for Places {
    fn from(places: Vec<Place>) -> Self {
        match places.as_slice() {
            [only] => Self(List::One(*only)),
            _ => Self(List::Others(places)),
        }
    }
}

impl Deref for Places {
    type Target = [Place];

    fn deref(&self) -> &[Place] {
        match &self.0 {
            List::One(place) => std::slice::from_ref(place),
            List::Others(places) => places,
        }
    }
}

impl<'p> IntoIterator for &'p Places {
    type Item = &'p Place;
    type IntoIter = std::slice::Iter<'p, Place>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Place> for Places {
    fn from_iter<I: IntoIterator<Item = Place>>(places: I) -> Self {
        Vec::from_iter(places).into()
    }
}
