//! Sorting where it is not hot: one compiled sort for every type.
//!
//! The library's sorts are compiled anew for each type and comparison, some four to eight kilobytes of wasm
//! each; with eighty of them they were a sixth of the program. Here the sort itself works on places and is
//! compiled once; a caller adds two small closures. It costs a call for each comparison, which nothing
//! but the inner loops of layout, scene and graph feels: those keep the library's own.

use std::cmp::Ordering;

/// Sorts by an order of one's own; equal items keep their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = arranged(items.len(), &|one, other| compare(&items[one as usize], &items[other as usize]));
    permute(order, &mut |one, other| items.swap(one, other));
}

/// Sorts by a key; equal items keep their order. The key is made anew for each comparison.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts by the items' own order; equal items keep their order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// The places of the items that come first by a key, so many of them, in no order: for all but the few it takes no
/// sorting.
pub fn first_by_key<T, K: Ord>(items: &[T], most: usize, key: impl Fn(&T) -> K) -> Vec<u32> {
    chosen(items.len(), most, &|one, other| key(&items[one as usize]).cmp(&key(&items[other as usize])))
}

fn chosen(len: usize, most: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..len as u32).collect();
    if most < len {
        places.select_nth_unstable_by(most, |one, other| compare(*one, *other));
        places.truncate(most);
    }
    places
}

/// The places in the order in which they belong.
fn arranged(len: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..len as u32).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

/// Moves what belongs at each place there, cycle by cycle.
fn permute(mut order: Vec<u32>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = order[at] as usize;
            order[at] = at as u32;
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{first_by_key, sort, sort_by_key};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn order_is_that_of_the_library(items in prop::collection::vec((0..9_u8, any::<u8>()), 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort_unstable();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn those_that_come_first_are_chosen(items in prop::collection::vec(any::<u16>(), 0..60), most in 0..70_usize) {
            let mut chosen: Vec<u16> =
                first_by_key(&items, most, |item| *item).into_iter().map(|place| items[place as usize]).collect();
            let mut sorted = items.clone();
            sort(&mut sorted);
            sorted.truncate(most);
            sort(&mut chosen);
            prop_assert_eq!(chosen, sorted);
        }
    }
}
