//! Requests and layouts as flat numbers, for the way to a worker and back.
//!
//! A worker gets copies or transferred buffers; two typed arrays cross over without being visited value by
//! value. The first word names the version, so that a worker of an older build is found out, and every
//! length is checked: what comes in may be anything.

use super::{Course, Effort, Flow, Layout, Request};
use crate::geometry::{Point, Rect, Size};

/// Version of both forms; raised when either changes.
pub const VERSION: u32 = 1;

/// Flat form of a [`Request`] or a [`Layout`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wire {
    /// Header, counts and indices.
    pub words: Vec<u32>,
    /// Coordinates and sizes.
    pub numbers: Vec<f32>,
}

/// Why a flat form cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// It was written by another version.
    #[error("version {0} instead of {VERSION}")]
    Version(u32),
    /// It is a request where a layout was expected, or the other way round.
    #[error("another kind of message")]
    Kind,
    /// There are more or fewer values than its counts say.
    #[error("wrong length")]
    Length,
    /// A value is outside its range.
    #[error("value out of range")]
    Value,
}

const REQUEST: u32 = 1;
const LAYOUT: u32 = 2;

impl Request {
    /// The flat form.
    pub fn encode(&self) -> Wire {
        let header = [
            VERSION,
            REQUEST,
            u32::from(self.flow == Flow::TopToBottom),
            u32::from(self.effort == Effort::Full),
            self.sizes.len() as u32,
            self.edges.len() as u32,
            self.former.len() as u32,
        ];
        let words = header.into_iter().chain(self.edges.iter().flat_map(|&(from, to)| [from, to])).collect();
        let sizes = self.sizes.iter().flat_map(|size| [size.width, size.height]);
        let former =
            self.former.iter().flat_map(|place| place.map_or([f32::NAN; 2], |point| [point.x, point.y]));
        Wire { words, numbers: std::iter::once(self.aspect).chain(sizes).chain(former).collect() }
    }

    /// Reads the flat form.
    ///
    /// # Errors
    /// [`WireError`] if it is not one that [`Request::encode`] of this version could have written.
    pub fn decode(words: &[u32], numbers: &[f32]) -> Result<Self, WireError> {
        let (&[flow, effort, nodes, edges, former], words) = header(words, REQUEST)?;
        check(words, 2 * u64::from(edges))?;
        check(numbers, 1 + 2 * (u64::from(nodes) + u64::from(former)))?;
        let nodes = nodes as usize;
        let pairs: Vec<(f32, f32)> = numbers[1..].chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        let place = |&(x, y): &(f32, f32)| (!x.is_nan() && !y.is_nan()).then(|| Point::new(x, y));
        Ok(Self {
            sizes: pairs[..nodes].iter().map(|&(width, height)| Size { width, height }).collect(),
            edges: words.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect(),
            flow: choose([Flow::LeftToRight, Flow::TopToBottom], flow)?,
            effort: choose([Effort::Quick, Effort::Full], effort)?,
            former: pairs[nodes..].iter().map(place).collect(),
            aspect: numbers[0],
        })
    }
}

impl Layout {
    /// The flat form.
    pub fn encode(&self) -> Wire {
        let header = [
            VERSION,
            LAYOUT,
            u32::from(self.effort == Effort::Full),
            self.centers.len() as u32,
            self.layers.len() as u32,
            self.courses.len() as u32,
            self.points.len() as u32,
        ];
        let courses = self.courses.iter().map(|&course| course as u32);
        let words = header
            .into_iter()
            .chain(self.layers.iter().copied())
            .chain(self.starts.iter().copied())
            .chain(courses)
            .collect();
        let corners = [self.bounds.min, self.bounds.max];
        let points = corners.iter().chain(&self.centers).chain(&self.points);
        Wire { words, numbers: points.flat_map(|point| [point.x, point.y]).collect() }
    }

    /// Reads the flat form.
    ///
    /// # Errors
    /// [`WireError`] if it is not one that [`Layout::encode`] of this version could have written.
    pub fn decode(words: &[u32], numbers: &[f32]) -> Result<Self, WireError> {
        let (&[effort, nodes, layers, edges, bends], words) = header(words, LAYOUT)?;
        check(words, u64::from(layers) + 2 * u64::from(edges) + 1)?;
        check(numbers, 2 * (2 + u64::from(nodes) + u64::from(bends)))?;
        let [nodes, layers, edges, bends] = [nodes, layers, edges, bends].map(|count| count as usize);
        if layers != nodes {
            return Err(WireError::Length);
        }
        let points: Vec<Point> = numbers.chunks_exact(2).map(|pair| Point::new(pair[0], pair[1])).collect();
        let starts = words[layers..=layers + edges].to_vec();
        let ordered = starts[0] == 0 && starts.windows(2).all(|pair| pair[0] <= pair[1]);
        if !ordered || starts[edges] as usize != bends {
            return Err(WireError::Value);
        }
        let courses = words[layers + edges + 1..]
            .iter()
            .map(|&course| choose([Course::Forward, Course::Back, Course::Loop], course))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            centers: points[2..2 + nodes].to_vec(),
            layers: words[..layers].to_vec(),
            points: points[2 + nodes..].to_vec(),
            starts,
            courses,
            bounds: Rect { min: points[0], max: points[1] },
            effort: choose([Effort::Quick, Effort::Full], effort)?,
        })
    }
}

/// The five words after version and kind, and what follows them.
fn header(words: &[u32], kind: u32) -> Result<(&[u32; 5], &[u32]), WireError> {
    let (&[version, found], rest) = words.split_first_chunk().ok_or(WireError::Length)?;
    if version != VERSION {
        return Err(WireError::Version(version));
    }
    if found != kind {
        return Err(WireError::Kind);
    }
    rest.split_first_chunk().ok_or(WireError::Length)
}

fn check<T>(values: &[T], count: u64) -> Result<(), WireError> {
    if values.len() as u64 == count { Ok(()) } else { Err(WireError::Length) }
}

fn choose<T: Copy, const N: usize>(values: [T; N], index: u32) -> Result<T, WireError> {
    values.get(index as usize).copied().ok_or(WireError::Value)
}
