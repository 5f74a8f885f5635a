//! The order of functions in a file: what is alike stands close together.
//!
//! gzip finds what it has seen in the last 32 KB. One function of a library is compiled for many types, and one view is
//! written like the next: beside one another they weigh little more than one of them. Ordered by name they found
//! together by chance; ordered by what they have in common the program is 3 % smaller once more.

use crate::{Outcome, wasm};
use std::collections::{HashMap, VecDeque};

/// As far as gzip looks back, less what the last function takes.
const WINDOW: usize = 31_000;

/// Bytes of a piece; a shorter match is hardly worth its reference.
const PIECE: usize = 6;

/// A piece that more functions have is no sign of anything.
const MOST_OWNERS: usize = 100;

/// What a piece counts that two functions have; with more owners it counts less.
const WEIGHT: u32 = 1 << 12;

/// Bytes that are added to the length of each function, so that one of a few bytes, all of them seen, does not come
/// before one of many.
const HANDICAP: u64 = 100;

/// The file with names for its functions, by which they stand in the order that they should have.
pub fn named(file: &[u8]) -> Outcome<Vec<u8>> {
    let unread = "the functions of the program could not be read";
    let first = wasm::imports(file).ok_or(unread)?.iter().filter(|import| import.is_function()).count();
    let bodies = wasm::bodies(file).ok_or(unread)?;
    let mut names = vec![(0, String::new()); bodies.len()];
    for (rank, function) in alike_together(&bodies).into_iter().enumerate() {
        names[function] = (first + function, format!("{rank:06}"));
    }
    Ok(wasm::with_names(file, &names))
}

/// The order: from the longest function on, always the one that has most in common with those before it.
fn alike_together(bodies: &[&[u8]]) -> Vec<usize> {
    let pieces = Pieces::of(bodies);
    let mut shared = vec![0_u64; bodies.len()];
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut seen = vec![0_u32; pieces.owners.len()];
    let mut window = VecDeque::new();
    let mut length = 0;
    let mut order = Vec::with_capacity(bodies.len());
    let likeness = |shared: &[u64], at: usize| (shared[at] << 16) / (bodies[at].len() as u64 + HANDICAP);
    let longest = left.iter().copied().max_by_key(|&at| (bodies[at].len(), usize::MAX - at));
    let mut next = longest;
    while let Some(function) = next {
        order.push(function);
        left.retain(|&at| at != function);
        window.push_back(function);
        length += bodies[function].len();
        for &piece in &pieces.of[function] {
            if seen[piece] == 0 {
                pieces.owners[piece].iter().for_each(|&owner| shared[owner] += pieces.weight(piece));
            }
            seen[piece] += 1;
        }
        while length > WINDOW && window.len() > 1 {
            let Some(gone) = window.pop_front() else { break };
            length -= bodies[gone].len();
            for &piece in &pieces.of[gone] {
                seen[piece] -= 1;
                if seen[piece] == 0 {
                    pieces.owners[piece].iter().for_each(|&owner| shared[owner] -= pieces.weight(piece));
                }
            }
        }
        next = left.iter().copied().max_by_key(|&at| (likeness(&shared, at), usize::MAX - at));
    }
    order
}

/// The pieces that functions are made of, those that more than one has.
struct Pieces {
    /// Function → its pieces, each once.
    of: Vec<Vec<usize>>,
    /// Piece → the functions that have it.
    owners: Vec<Vec<usize>>,
}

impl Pieces {
    fn of(bodies: &[&[u8]]) -> Self {
        let mut numbers: HashMap<&[u8], usize> = HashMap::new();
        let mut owners: Vec<Vec<usize>> = Vec::new();
        let mut of = Vec::with_capacity(bodies.len());
        for (function, body) in bodies.iter().enumerate() {
            let mut own = Vec::new();
            for piece in body.windows(PIECE) {
                let number = *numbers.entry(piece).or_insert_with(|| {
                    owners.push(Vec::new());
                    owners.len() - 1
                });
                if owners[number].last() != Some(&function) {
                    owners[number].push(function);
                    own.push(number);
                }
            }
            of.push(own);
        }
        for own in &mut of {
            own.retain(|&piece| (2..=MOST_OWNERS).contains(&owners[piece].len()));
        }
        Self { of, owners }
    }

    /// One by the square root of its owners.
    fn weight(&self, piece: usize) -> u64 {
        let owners = u32::try_from(self.owners[piece].len()).unwrap_or(u32::MAX);
        u64::from((WEIGHT * WEIGHT / owners).isqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_that_are_alike_stand_side_by_side() {
        let long = [b"0123456789abcdef".as_slice(), b"-".repeat(9).as_slice()].concat();
        let bodies: [&[u8]; 4] = [b"another thing", &long, b"another kind of thing", b"0123456789abcdef"];
        assert_eq!(alike_together(&bodies), [1, 3, 0, 2]);
    }

    #[test]
    fn every_function_has_one_place() {
        let bodies: Vec<Vec<u8>> = (0..200_u8).map(|number| vec![number / 7; usize::from(number)]).collect();
        let bodies: Vec<&[u8]> = bodies.iter().map(Vec::as_slice).collect();
        let mut order = alike_together(&bodies);
        assert_eq!(order, alike_together(&bodies), "the same each time");
        order.sort_unstable();
        assert_eq!(order, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn names_begin_behind_the_imports() {
        let file = wasm::tests::file("m", &["one", "two"], &[b"short", b"a longer one"]);
        let named = named(&file).unwrap();
        assert!(named.starts_with(&file));
        assert!(named.ends_with(b"\x02\x02\x06000001\x03\x06000000"), "{named:?}");
    }
}
