//! Two BOMs side by side, joined by name.

use std::collections::BTreeSet;

use super::{Change, List, What, name_of, pairs};
use crate::manifest::{Component, Release, Shift, Sku};
use crate::order;

/// A component in two BOMs.
#[derive(Clone, Debug)]
pub struct BomLine<'m> {
    /// In the first BOM.
    pub before: Option<&'m Component>,
    /// In the second BOM.
    pub after: Option<&'m Component>,
    /// What became of its version.
    pub shift: Shift,
}

impl<'m> BomLine<'m> {
    /// The component, of the second BOM if it is there.
    pub fn component(&self) -> Option<&'m Component> {
        self.after.or(self.before)
    }
}

/// The components of two BOMs: in the order of the second, then those that it lacks in the order of the
/// first. A name that stands twice is taken in turn.
pub fn boms<'m>(a: &'m [Component], b: &'m [Component]) -> Vec<BomLine<'m>> {
    let pairs = pairs(a, b, |component| component.name.as_str());
    let mut lines: Vec<BomLine<'m>> = pairs.into_values().filter_map(|(a, b)| line(a, b)).collect();
    order::sort_by_key(&mut lines, |line| {
        (line.after.is_none(), line.component().map(|component| component.at))
    });
    lines
}

fn line<'m>(before: Option<&'m Component>, after: Option<&'m Component>) -> Option<BomLine<'m>> {
    let version = |component: Option<&'m Component>| component.map(|component| component.version.as_str());
    Some(BomLine { before, after, shift: Shift::between(version(before), version(after))? })
}

/// The BOMs of a release and its SKUs in two manifests.
pub(super) fn compare(a: &Release, b: &Release, changes: &mut Vec<Change>) {
    let release = name_of(a, b);
    add(&release, "", &a.bom, &b.bom, changes);
    for ((name, _), skus) in pairs(&a.skus, &b.skus, |sku| sku.name.as_str()) {
        if let (Some(one), Some(other)) = skus {
            add(&release, name, &one.bom, &other.bom, changes);
            bundles_without_id(&release, one, other, changes);
        }
    }
}

fn add(release: &str, sku: &str, a: &[Component], b: &[Component], changes: &mut Vec<Change>) {
    // Most BOMs name the same components in the same order: then each stands beside its partner already.
    let is_parallel = a.len() == b.len() && a.iter().zip(b).all(|(one, other)| one.name == other.name);
    let lines: Vec<BomLine<'_>> = if is_parallel {
        a.iter().zip(b).filter_map(|(one, other)| line(Some(one), Some(other))).collect()
    } else {
        boms(a, b)
    };
    for line in lines.into_iter().filter(|line| line.shift != Shift::Same) {
        let version = |side: Option<&Component>| side.map(|side| side.version.clone()).unwrap_or_default();
        changes.push(Change {
            what: What::Component {
                release: release.to_owned(),
                sku: sku.to_owned(),
                name: line
                    .component()
                    .map(|component| component.name.clone())
                    .unwrap_or_default()
                    .to_string(),
                shift: line.shift,
                before: version(line.before).to_string(),
                after: version(line.after).to_string(),
            },
            before: line.before.map(|component| component.at),
            after: line.after.map(|component| component.at),
        });
    }
}

/// Newer dialects name bundles of SKUs by type and version alone.
fn bundles_without_id(release: &str, a: &Sku, b: &Sku, changes: &mut Vec<Change>) {
    let names = |sku: &Sku| -> BTreeSet<String> {
        let unnamed = sku.bundles.iter().filter(|bundle| bundle.id.is_none());
        unnamed.map(|bundle| format!("{} {}", bundle.kind, bundle.version).trim().to_owned()).collect()
    };
    let (was, is) = (names(a), names(b));
    let gone = was.difference(&is).map(|name| (name, false));
    for (name, is_added) in is.difference(&was).map(|name| (name, true)).chain(gone) {
        let name = format!("{release} {}: {name}", b.name);
        let what = What::Entry { list: List::SkuBundles, name, is_added };
        changes.push(Change { what, before: Some(a.at), after: Some(b.at) });
    }
}
