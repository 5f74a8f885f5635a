//! The lines of a SKU's BOM beside the release's own, joined by name.
//!
//! A SKU may name a component that the release's BOM has not, or give it another version: both are said,
//! for a join by position hides them.

use super::{Release, Shift, Sku};

/// One component of a SKU or of its release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SkuLine<'r> {
    /// `name`.
    pub name: &'r str,
    /// `publicName`, of the release or else of the SKU.
    pub public_name: &'r str,
    /// The version in the release's BOM; none where it is not in the BOM.
    pub in_release: Option<&'r str>,
    /// The version in the SKU's BOM; none where the SKU leaves it out.
    pub in_sku: Option<&'r str>,
    /// How the SKU's version stands to the release's.
    pub shift: Shift,
}

/// The components of a SKU in its order, then those that it leaves out in the release's order.
///
/// A SKU line without a version takes the release's: the documentation lists names alone in some versions.
pub fn sku_lines<'r>(release: &'r Release, sku: &'r Sku) -> Vec<SkuLine<'r>> {
    let named = sku.bom.iter().map(|line| {
        let own = release.component(&line.name);
        let in_release = own.map(|own| own.version.as_str());
        let in_sku = match (line.version.as_str(), in_release) {
            ("", Some(of_release)) => of_release,
            (written, _) => written,
        };
        let public_name = own.map(|own| own.public_name.as_str()).filter(|name| !name.is_empty());
        SkuLine {
            name: &line.name,
            public_name: public_name.unwrap_or(&line.public_name),
            in_release,
            in_sku: Some(in_sku),
            shift: Shift::between(in_release, Some(in_sku)).unwrap_or(Shift::Same),
        }
    });
    let names: std::collections::BTreeSet<&str> = sku.bom.iter().map(|line| line.name.as_str()).collect();
    let left_out = release.bom.iter().filter(|line| !names.contains(line.name.as_str()));
    let left_out = left_out.map(|line| SkuLine {
        name: &line.name,
        public_name: &line.public_name,
        in_release: Some(&line.version),
        in_sku: None,
        shift: Shift::Removed,
    });
    named.chain(left_out).collect()
}
