//! Releases in time: the lines of each product, from their first release to their end of support.

use std::collections::BTreeMap;

use super::Manifest;
use crate::order;
use crate::stamp::Stamp;
use crate::version::Version;

/// The lines of a manifest on one scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The earliest instant, in milliseconds since 1970.
    pub from_millis: i64,
    /// The latest instant.
    pub to_millis: i64,
    /// Newest line first.
    pub lines: Vec<Line>,
    /// Releases without a date that is understood (places in [`Manifest::releases`]).
    pub undated: Vec<u32>,
}

/// The releases of a product whose versions begin with the same two numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Product and the two numbers.
    pub name: String,
    /// Places in [`Manifest::releases`] with their instants, in the order of time.
    pub releases: Vec<(i64, u32)>,
    /// The latest end of support of its releases.
    pub ends_millis: Option<i64>,
}

impl Timeline {
    /// The timeline of a manifest.
    pub fn new(manifest: &Manifest) -> Self {
        let mut lines: BTreeMap<(&str, Vec<u128>), Line> = BTreeMap::new();
        let mut undated = Vec::new();
        for (place, release) in (0_u32..).zip(&manifest.releases) {
            let Some(at) = release.released.as_ref().and_then(Stamp::order_millis) else {
                undated.push(place);
                continue;
            };
            let version = Version::read(&release.version);
            let number = |at: usize| version.fields().get(at).copied().unwrap_or_default();
            let numbers = vec![number(0), number(1)];
            let name = format!("{} {}.{}", release.product, number(0), number(1)).trim().to_owned();
            let line = lines.entry((release.product.as_str(), numbers));
            let line = line.or_insert_with(|| Line { name, releases: Vec::new(), ends_millis: None });
            line.releases.push((at, place));
            line.ends_millis = line.ends_millis.max(Stamp::read(&release.eol).order_millis());
        }
        let mut lines: Vec<Line> = lines.into_values().rev().collect();
        for line in &mut lines {
            order::sort(&mut line.releases);
        }
        let instants = || {
            let releases = lines.iter().flat_map(|line| line.releases.iter().map(|(at, _)| *at));
            releases.chain(lines.iter().filter_map(|line| line.ends_millis))
        };
        let (from, to) = (instants().min().unwrap_or_default(), instants().max().unwrap_or_default());
        Self { from_millis: from, to_millis: to.max(from + 1), lines, undated }
    }

    /// Where an instant stands on the scale, in per cent from 0 to 100.
    pub fn percent(&self, millis: i64) -> f64 {
        let span = (self.to_millis - self.from_millis).max(1) as f64;
        ((millis - self.from_millis) as f64 / span * 100.0).clamp(0.0, 100.0)
    }
}
