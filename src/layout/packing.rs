//! The parts of a drawing as boxes on one sheet: large ones first, small ones into what they leave free.
//!
//! Guarantee: packed boxes do not overlap and keep [`PART_GAP`] between them; equal input gives equal corners. In
//! O(n²) for as many parts as a person tells apart, along a skyline (bottom-left rule of Baker, Coffman and
//! Rivest, 1980); beyond that on shelves in O(n log n) (next fit by decreasing height: Coffman, Garey,
//! Johnson, Tarjan, 1980).

use super::spacing::PART_GAP;

/// Up to so many boxes fill the gaps that larger ones leave.
const MOST_FITTED: usize = 400;
/// Widths that are tried, as shares of that of a sheet without a gap.
const SHARES: [f64; 12] = [0.86, 0.9, 0.94, 0.98, 1.02, 1.06, 1.1, 1.15, 1.2, 1.27, 1.35, 1.45];

/// Corners, width and height of a sheet.
type Sheet = (Vec<(f64, f64)>, f64, f64);

/// The upper left corners of boxes of the given sizes, packed so that width divided by height comes near `aspect`.
pub(super) fn pack(sizes: &[(f64, f64)], aspect: f64) -> Vec<(f64, f64)> {
    let sorted = |key: fn((f64, f64)) -> f64| {
        let mut order: Vec<usize> = (0..sizes.len()).collect();
        order.sort_by(|&one, &other| key(sizes[other]).total_cmp(&key(sizes[one])).then(one.cmp(&other)));
        order
    };
    let orders = [sorted(|size| size.1), sorted(|size| size.0 * size.1), sorted(|size| size.0)];
    let widest = sizes.iter().map(|size| size.0).fold(0.0, f64::max);
    let area: f64 = sizes.iter().map(|size| (size.0 + PART_GAP) * (size.1 + PART_GAP)).sum();
    let is_large = sizes.len() > MOST_FITTED;
    let way = if is_large { shelves } else { skyline };
    let mut best = (f64::INFINITY, Vec::new());
    for order in orders.iter().take(if is_large { 1 } else { orders.len() }) {
        for share in SHARES {
            let limit = widest.max(share * (area * aspect).sqrt());
            let (corners, width, height) = way(sizes, order, limit);
            let fault = (width / aspect).max(height);
            if fault < best.0 {
                best = (fault, corners);
            }
        }
    }
    best.1
}

fn shelves(sizes: &[(f64, f64)], order: &[usize], limit: f64) -> Sheet {
    let mut corners = vec![(0.0, 0.0); sizes.len()];
    let (mut left, mut top, mut shelf, mut width) = (0.0, 0.0, 0.0_f64, 0.0_f64);
    for &index in order {
        let size = sizes[index];
        if left > 0.0 && left + size.0 > limit {
            top += shelf + PART_GAP;
            (left, shelf) = (0.0, 0.0);
        }
        corners[index] = (left, top);
        width = width.max(left + size.0);
        shelf = shelf.max(size.1);
        left += size.0 + PART_GAP;
    }
    (corners, width, top + shelf)
}

/// A stretch of the line below which nothing lies yet.
#[derive(Clone, Copy)]
struct Stretch {
    left: f64,
    right: f64,
    top: f64,
}

fn skyline(sizes: &[(f64, f64)], order: &[usize], limit: f64) -> Sheet {
    let mut corners = vec![(0.0, 0.0); sizes.len()];
    let mut line = vec![Stretch { left: 0.0, right: limit + PART_GAP, top: 0.0 }];
    let (mut width, mut height) = (0.0_f64, 0.0_f64);
    for &index in order {
        let (breadth, depth) = sizes[index];
        let (left, top) = lowest(&line, breadth);
        corners[index] = (left, top);
        width = width.max(left + breadth);
        height = height.max(top + depth);
        cover(&mut line, Stretch { left, right: left + breadth + PART_GAP, top: top + depth + PART_GAP });
    }
    (corners, width, height)
}

/// Where a box of this width comes to lie highest on the sheet, the leftmost of several such places.
fn lowest(line: &[Stretch], breadth: f64) -> (f64, f64) {
    let end = line.last().map_or(0.0, |stretch| stretch.right);
    let taken = breadth + PART_GAP;
    let mut best = (0.0, f64::INFINITY);
    for (at, start) in line.iter().enumerate() {
        let right = start.left + taken;
        if at > 0 && right > end {
            break;
        }
        let below = line[at..].iter().take_while(|stretch| stretch.left < right);
        let top = below.map(|stretch| stretch.top).fold(0.0, f64::max);
        if top < best.1 {
            best = (start.left, top);
        }
    }
    best
}

/// Puts a box on the line.
fn cover(line: &mut Vec<Stretch>, laid: Stretch) {
    let mut next = Vec::with_capacity(line.len() + 2);
    for stretch in line.iter() {
        if stretch.left < laid.left {
            next.push(Stretch { right: stretch.right.min(laid.left), ..*stretch });
        }
        if stretch.right > laid.right {
            next.push(Stretch { left: stretch.left.max(laid.right), ..*stretch });
        }
    }
    let at = next.partition_point(|stretch| stretch.left < laid.left);
    next.insert(at, laid);
    *line = next;
}
