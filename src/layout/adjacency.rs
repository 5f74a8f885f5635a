//! Who is linked to whom, as two flat lists.
//!
//! Every phase walks neighbours; a list of lists would cost an allocation a node and a cache miss a step.

/// For each vertex the vertices it is linked to.
#[derive(Clone, Debug, Default)]
pub(super) struct Adjacency {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Adjacency {
    /// The links `from → to` among `count` vertices, in the order in which they are given.
    pub(super) fn new(count: usize, links: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; count + 1];
        for (from, _) in links.clone() {
            starts[from as usize + 1] += 1;
        }
        for vertex in 0..count {
            starts[vertex + 1] += starts[vertex];
        }
        let mut free = starts.clone();
        let mut ends = vec![0; starts[count] as usize];
        for (from, to) in links {
            ends[free[from as usize] as usize] = to;
            free[from as usize] += 1;
        }
        Self { starts, ends }
    }

    /// The same links, those that are equal kept once; equal ones must stand side by side.
    #[must_use]
    pub(super) fn distinct(mut self) -> Self {
        let (mut kept, mut start) = (0, 0);
        for vertex in 0..self.count() {
            let end = self.starts[vertex + 1] as usize;
            let first = kept;
            for index in start..end {
                let to = self.ends[index];
                if kept == first || self.ends[kept - 1] != to {
                    self.ends[kept] = to;
                    kept += 1;
                }
            }
            start = end;
            self.starts[vertex + 1] = kept as u32;
        }
        self.ends.truncate(kept);
        self
    }

    /// The same links in the other direction; each list ascends, whatever the order of the links was.
    pub(super) fn turned(&self) -> Self {
        Self::new(self.count(), self.links().map(|(from, to)| (to, from)))
    }

    /// All links, by their first vertex.
    pub(super) fn links(&self) -> impl Iterator<Item = (u32, u32)> + Clone + '_ {
        (0..self.count() as u32).flat_map(|from| self.of(from).iter().map(move |&to| (from, to)))
    }

    /// The number of vertices.
    pub(super) fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The number of links.
    pub(super) fn size(&self) -> usize {
        self.ends.len()
    }

    /// The vertices that `vertex` is linked to.
    pub(super) fn of(&self, vertex: u32) -> &[u32] {
        &self.ends[self.starts[vertex as usize] as usize..self.starts[vertex as usize + 1] as usize]
    }

    /// How many links leave `vertex`.
    pub(super) fn degree(&self, vertex: u32) -> usize {
        self.of(vertex).len()
    }

    /// Where the links of `vertex` begin in the list of all links.
    pub(super) fn start(&self, vertex: u32) -> usize {
        self.starts[vertex as usize] as usize
    }
}
