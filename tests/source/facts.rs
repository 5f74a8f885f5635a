//! Everything that was read of a document as facts, each with the pointer of the member that states it.

use std::collections::BTreeSet;

use release_atlas::catalog::{Catalog, Target};
use release_atlas::json::{Document, ValueId};
use release_atlas::manifest::{Bundle, Component, Manifest};
use release_atlas::source::{Content, Source};
use release_atlas::stamp::Stamp;

/// A pointer and what was read there.
pub type Fact = (String, String);

/// All facts of a source.
pub fn facts(source: &Source) -> BTreeSet<Fact> {
    let mut facts = Facts { document: &source.document, found: BTreeSet::new() };
    match &source.content {
        Content::Catalog(read) => facts.add_catalog(read),
        Content::Manifest(read) => facts.add_manifest(read),
        Content::Other => {}
    }
    facts.found
}

struct Facts<'d> {
    document: &'d Document,
    found: BTreeSet<Fact>,
}

impl Facts<'_> {
    fn add(&mut self, at: ValueId, member: &str, text: &str) {
        if !text.is_empty() {
            self.found.insert((format!("{}{member}", self.document.pointer(at)), text.to_owned()));
        }
    }

    fn add_stamp(&mut self, at: ValueId, member: &str, stamp: Option<&Stamp>) {
        self.add(at, member, stamp.map(Stamp::given).unwrap_or_default());
    }

    fn add_catalog(&mut self, read: &Catalog) {
        for one in &read.customizations {
            self.add(one.at, "/id", &one.id);
            self.add(one.at, "/name", &one.name);
            self.add(one.at, "/version", &one.version);
            self.add(one.at, "/status", &one.status);
            self.add_stamp(one.at, "/created_at", one.created_at.as_ref());
            for outcome in &one.outcomes {
                self.add(outcome.at, "", &format!("{:?} {}", outcome.progress, name(&outcome.release, read)));
                if let Some(failure) = &outcome.failure {
                    self.add(failure.at, "/description", &failure.description);
                    self.add(failure.at, "/cause", &failure.cause);
                }
            }
        }
        for one in &read.releases {
            self.add(one.at, "/id", &one.id);
            self.add(one.at, "/version", &one.version);
            self.add(one.at, "/revision", &one.revision);
            self.add(one.at, "/branch", &one.branch);
            self.add(one.at, "/product", &one.product);
            self.add(one.at, "/product/key", &one.product_key);
            self.add(one.at, "/packaging_type", &one.packaging);
            self.add(one.at, "/platforms", &one.platforms.join(" "));
            self.add_stamp(one.at, "/released_at", one.released_at.as_ref());
            self.add(one.at, "/latest_release", &format!("{:?}", one.latest));
            self.add(one.at, "/base_image", &format!("{:?}", one.base_image));
            self.add(one.at, "/registry", &format!("{:?}", one.registry));
        }
        for one in &read.relations {
            let text = format!("{:?} {:?} {}", one.direction, one.form, name(&one.other, read));
            self.add(one.at, "", &text);
        }
    }

    fn add_manifest(&mut self, read: &Manifest) {
        self.add(read.at, "/version", &read.version);
        self.add(
            read.at,
            "/sequenceNumber",
            &read.sequence.map(|number| number.to_string()).unwrap_or_default(),
        );
        self.add_stamp(read.at, "/publishedDate", read.published.as_ref());
        for release in &read.releases {
            self.add(release.at, "/version", &release.version);
            self.add(release.at, "/product", &release.product);
            self.add(release.at, "/eol", &release.eol);
            self.add(release.at, "/minCompatibleVcfVersion", &release.min_compatible);
            self.add(release.at, "/upgradeOrder", &release.upgrade_order.join(" "));
            self.add_components(&release.bom);
            self.add_bundles(&release.bundles);
            for sku in &release.skus {
                self.add(sku.at, "/name", &sku.name);
                self.add_components(&sku.bom);
                self.add_bundles(&sku.bundles);
            }
            for update in &release.updates {
                self.add(update.at, "/id", &update.id);
                self.add(update.at, "/releaseUpdateURL", &update.address);
            }
        }
        for recall in &read.recalls {
            self.add(recall.at, "/replacementBundleStatus", &format!("{:?}", recall.status));
            for id in recall.recalled.iter().chain(&recall.replacements) {
                self.add(id.at, "", &id.text);
            }
        }
        for patch in &read.async_patches {
            self.add(patch.at, "/productVersion", &patch.version);
        }
        for mapping in &read.vvs_mappings {
            self.add(mapping.at, "/version", &mapping.version);
        }
        for release in &read.sddc_manager_releases {
            self.add(release.at, "/version", &release.version);
            self.add_bundles(&release.bundles);
        }
    }

    fn add_components(&mut self, components: &[Component]) {
        for component in components {
            self.add(component.at, "/name", &component.name);
            self.add(component.at, "/version", &component.version);
            self.add(component.at, "/releaseURL", &component.address);
        }
    }

    fn add_bundles(&mut self, bundles: &[Bundle]) {
        for bundle in bundles {
            self.add(bundle.at, "/bundleId", bundle.id.as_deref().unwrap_or_default());
            self.add(bundle.at, "/bundleType", &bundle.kind);
            self.add(bundle.at, "/bundleElements", &bundle.elements.join(" "));
        }
    }
}

/// The other side of a relation, without what may be changed within it.
fn name(target: &Target, _: &Catalog) -> String {
    match target {
        Target::Object(_) => "an object".to_owned(),
        other => format!("{other:?}"),
    }
}
