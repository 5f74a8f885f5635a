//! Bundle ids as numbers in the order of their text, so that answers never depend on load order.

use crate::letters;
use crate::order;
use crate::pace::Pace;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// The ids of some manifests; a number is a place in their sorted list.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    sorted: Vec<Arc<str>>,
    /// For each number its place in the order in which the documents name the ids.
    met: Vec<u32>,
    /// Sorted by likeness, then number; made when somebody asks for look-alikes.
    alike: OnceLock<Vec<(String, u32)>>,
}

impl Names {
    /// Numbers names, each as often as it comes; gives their numbers in the order in which they came.
    pub(super) fn new<'n>(names: impl Iterator<Item = &'n str>) -> (Self, Vec<u32>) {
        let (mut first, mut met) = (HashMap::new(), Vec::new());
        let mut numbers: Vec<u32> = names
            .map(|name| {
                *first.entry(name).or_insert_with(|| {
                    met.push((beginning(name), name, met.len() as u32));
                    met.len() as u32 - 1
                })
            })
            .collect();
        order::sort(&mut met);
        let mut ranks = vec![0; met.len()];
        for ((_, _, met), rank) in met.iter().zip(0_u32..) {
            ranks[*met as usize] = rank;
        }
        for number in &mut numbers {
            *number = ranks[*number as usize];
        }
        let order = met.iter().map(|(_, _, met)| *met).collect();
        let sorted = met.into_iter().map(|(_, name, _)| Arc::from(name)).collect();
        (Self { sorted, met: order, alike: OnceLock::new() }, numbers)
    }

    pub(super) fn len(&self) -> usize {
        self.sorted.len()
    }

    pub(super) fn find(&self, name: &str) -> Option<u32> {
        self.sorted.binary_search_by(|other| (**other).cmp(name)).ok().map(|place| place as u32)
    }

    /// When the documents name it first, counted over all names.
    pub(super) fn met(&self, number: u32) -> u32 {
        self.met.get(number as usize).copied().unwrap_or_default()
    }

    pub(super) fn name(&self, number: u32) -> &Arc<str> {
        &self.sorted[number as usize]
    }

    /// The ids that begin so.
    pub(super) fn beginning(&self, text: String) -> impl Iterator<Item = &Arc<str>> {
        let from = self.sorted.partition_point(|name| **name < *text);
        self.sorted[from..].iter().take_while(move |name| name.starts_with(&*text))
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (u32, &Arc<str>)> {
        self.sorted.iter().enumerate().map(|(number, name)| (number as u32, name))
    }

    /// The other ids that look like `name`.
    pub(super) fn near(&self, name: &str) -> impl Iterator<Item = u32> {
        let (likeness, own) = (likeness(name).into_owned(), self.find(name));
        let alike = self.alike();
        let from = alike.partition_point(|(other, _)| *other < likeness);
        let run = alike[from..].iter().take_while(move |(other, _)| *other == likeness);
        run.map(|(_, number)| *number).filter(move |number| Some(*number) != own)
    }

    /// Runs of at least two ids that look alike.
    pub(super) fn look_alikes(&self) -> impl Iterator<Item = &[(String, u32)]> {
        self.alike().chunk_by(|(one, _), (other, _)| one == other).filter(|run| run.len() > 1)
    }

    /// Makes what looks for look-alikes, so that the first question after them is answered at once.
    pub(super) async fn make_alike(&self, pace: Pace) {
        let mut alike = Vec::with_capacity(self.len());
        for (number, name) in self.all() {
            pace.turn().await;
            alike.push((likeness(name).into_owned(), number));
        }
        pace.rest().await;
        order::sort(&mut alike);
        let _ = self.alike.set(alike);
    }

    fn alike(&self) -> &[(String, u32)] {
        self.alike.get_or_init(|| {
            let mut alike: Vec<_> =
                self.all().map(|(number, name)| (likeness(name).into_owned(), number)).collect();
            order::sort(&mut alike);
            alike
        })
    }
}

/// The first eight bytes as a number that sorts as they do: most comparisons of ids end there.
fn beginning(name: &str) -> u64 {
    let bytes = name.bytes().chain(std::iter::repeat(0)).take(8);
    bytes.fold(0, |number, byte| number << 8 | u64::from(byte))
}

/// What look-alikes share: the id without white space, in lower case, without the prefix and endings that
/// depots give to files of bundles.
pub fn likeness(id: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_whitespace() && !byte.is_ascii_uppercase();
    if id.bytes().all(|byte| is_plain(byte) && byte != 0x0B) {
        return Cow::Borrowed(stem(id));
    }
    let plain: String = id.chars().filter(|c| !c.is_whitespace()).flat_map(letters::lowered).collect();
    Cow::Owned(stem(&plain).to_owned())
}

/// Without the prefix and endings of files.
fn stem(id: &str) -> &str {
    let stem = id.strip_suffix(".manifest").unwrap_or(id);
    let stem = stem.strip_suffix(".tar").unwrap_or(stem);
    stem.strip_prefix("bundle-").unwrap_or(stem)
}
