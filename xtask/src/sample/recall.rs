//! The recalls of the sample manifests: every case that a manifest can hold.
//!
//! No real manifest with recalls is public, so all of them are invented. The story: the ESX
//! bundle of the 9.1.0.0 express patches is recalled and 9.1.1.0 replaces it; the chain of 5.2 ends
//! in 5.2.4.0; 9.0.0.0 leads into a replacement that was recalled itself; 4.5 goes in a circle.

use super::document::{Json, object, text, texts};
use super::identity::uuid;

/// One entry of `recalledBundles`. A bundle is written `release/ELEMENT`.
pub struct Recall {
    pub recalled: &'static [&'static str],
    pub replacements: &'static [&'static str],
    pub status: &'static str,
}

impl Recall {
    const fn of(
        recalled: &'static [&'static str],
        replacements: &'static [&'static str],
        status: &'static str,
    ) -> Self {
        Self { recalled, replacements, status }
    }

    /// The entry as the manifest writes it: a promise without ids has no list.
    pub fn to_json(&self) -> Json {
        let recalled = ("recalledBundleIds", ids(self.recalled));
        let status = ("replacementBundleStatus", text(self.status));
        if self.status == "PENDING" {
            return object([recalled, status]);
        }
        object([recalled, ("replacementBundleIds", ids(self.replacements)), status])
    }
}

fn ids(bundles: &[&str]) -> Json {
    texts(bundles.iter().map(|bundle| bundle_id(bundle)))
}

/// The id of a bundle. The two that carry the story have ids that people can remember; one
/// recall names its bundle in the look-alike form of depot file names.
pub fn bundle_id(bundle: &str) -> String {
    match bundle {
        "9.1.0.0200/ESX_HOST" => "c5932997-6a0b-4f1d-9f43-2d7be0c1a5e8".to_owned(),
        "9.1.1.0/ESX_HOST" => "3fcb4093-12d8-4c57-8e66-b0a94f7d3e21".to_owned(),
        _ => match bundle.strip_prefix("bundle-") {
            Some(named) => format!("bundle-{}", bundle_id(named).to_uppercase()),
            None => uuid(&format!("bundle {bundle}")),
        },
    }
}

const READY: &str = "READY";
const PENDING: &str = "PENDING";
const NONE: &str = "NONE";

/// The recalls of the older manifest.
pub const OLDER: &[Recall] = &[
    Recall::of(&["9.0.1.0/SDDC_MANAGER_VCF", "9.0.1.0/NSX_T_MANAGER", "9.0.1.0/VCENTER"], &[], PENDING),
    Recall::of(&["5.2.1.0/ESX_HOST"], &["5.2.2.0/ESX_HOST"], READY),
    Recall::of(&["5.2.0.0/NSX_T_MANAGER"], &[], READY),
    Recall::of(&["5.1.0.0/VXRAIL_MANAGER", "in no release"], &[], NONE),
    Recall::of(&["5.0.0.0/VCENTER"], &["5.0.0.1/VCENTER"], READY),
    Recall::of(&["4.5.1.0/ESX_HOST"], &["4.5.2.0/ESX_HOST"], NONE),
    Recall::of(&["4.5.1.0/NSX_T_MANAGER"], &["4.5.2.0/NSX_T_MANAGER"], READY),
];

/// The recalls of the newer manifest, each a case of its own.
pub const NEWER: &[Recall] = &[
    // One to one.
    Recall::of(&["9.1.0.0200/ESX_HOST"], &["9.1.1.0/ESX_HOST"], READY),
    // Merges with the one before; the id has the prefix and the case of a file name.
    Recall::of(&["bundle-9.1.0.0100/ESX_HOST"], &["9.1.1.0/ESX_HOST"], READY),
    // Many to many; only announced in the older manifest.
    Recall::of(
        &["9.0.1.0/SDDC_MANAGER_VCF", "9.0.1.0/NSX_T_MANAGER", "9.0.1.0/VCENTER"],
        &["9.0.2.0/NSX_T_MANAGER", "9.0.2.0/VCENTER"],
        READY,
    ),
    // A replacement that is recalled itself, and for which there is only a promise.
    Recall::of(&["9.0.0.0/VCENTER"], &["9.0.2.0100/VCENTER"], READY),
    Recall::of(&["9.0.2.0100/VCENTER"], &[], PENDING),
    // A chain through two replacements.
    Recall::of(&["5.2.1.0/ESX_HOST"], &["5.2.2.0/ESX_HOST"], READY),
    Recall::of(&["5.2.2.0/ESX_HOST"], &["5.2.4.0/ESX_HOST"], READY),
    // Ready, but no ids.
    Recall::of(&["5.2.0.0/NSX_T_MANAGER"], &[], READY),
    // A word that no documentation knows.
    Recall::of(&["5.2.0.0/VROPS+VCF_OPS_CLOUD_PROXY"], &[], "UNDER_REVIEW"),
    // Withdrawn; the second id is in no release.
    Recall::of(&["5.1.0.0/VXRAIL_MANAGER", "in no release"], &[], NONE),
    // A fork: one bundle became two. The older manifest knows the first only.
    Recall::of(&["5.0.0.0/VCENTER"], &["5.0.0.1/VCENTER", "5.0.0.1/ESX_HOST"], READY),
    // None, but an id.
    Recall::of(&["4.5.1.0/ESX_HOST"], &["4.5.2.0/ESX_HOST"], NONE),
    // A loop; the older manifest knows its first half only.
    Recall::of(&["4.5.1.0/NSX_T_MANAGER"], &["4.5.2.0/NSX_T_MANAGER"], READY),
    Recall::of(&["4.5.2.0/NSX_T_MANAGER"], &["4.5.1.0/NSX_T_MANAGER"], READY),
];
