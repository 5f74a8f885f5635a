//! The documented members of every object of a manifest, all versions of domain.md 2.3 together.
//!
//! Sources: the API pages of Cloud Foundation 4.3.1 to 5.2.2 and of SDDC Manager 9.0 and 9.1.1, and what
//! public notes say of real files. A member is required where a reader relies on it.

use crate::shape::{Expect, Field, Shape};

/// `java.net.URL`, as the older documentation prints it; `userInfo` may hold a secret.
pub static ADDRESS: Shape = Shape {
    name: "address",
    fields: &[
        Field::optional("protocol", Expect::Text),
        Field::optional("authority", Expect::Text),
        Field::optional("host", Expect::Text),
        Field::optional("port", Expect::Number),
        Field::optional("defaultPort", Expect::Number),
        Field::optional("file", Expect::Text),
        Field::optional("path", Expect::Text),
        Field::optional("query", Expect::Text),
        Field::optional("ref", Expect::Text),
        Field::optional("userInfo", Expect::Text),
        Field::optional("content", Expect::Anything),
        Field::optional("serializedHashCode", Expect::Number),
    ],
};

/// One line of a BOM.
pub static COMPONENT: Shape = Shape {
    name: "component",
    fields: &[
        Field::required("name", Expect::Text),
        Field::optional("publicName", Expect::Text),
        Field::optional("version", Expect::Version),
        Field::optional("changeId", Expect::Text),
        Field::optional("automatedInstall", Expect::Flag),
        Field::optional("lifecycleManagedBy", Expect::Text),
        Field::optional("releaseURL", Expect::AddressOrObject(&ADDRESS)),
        Field::optional("additionalMetadata", Expect::Text),
    ],
};

/// The types of bundles; `EVORACK` is the old name of `SDDC_MANAGER`.
pub const BUNDLE_TYPES: &[&str] = &["SDDC_MANAGER", "VMWARE_SOFTWARE", "VXRAIL", "EVORACK"];

/// A bundle of a release.
pub static BUNDLE: Shape = Shape {
    name: "bundle",
    fields: &[
        Field::required("bundleId", Expect::Text),
        Field::optional("bundleType", Expect::Status(BUNDLE_TYPES)),
        Field::optional("bundleElements", Expect::Texts),
        Field::optional("cumulativeFromVcfVersion", Expect::Version),
    ],
};

/// A bundle of a SKU: with an id in 4.4 to 4.5.2, with versions from 5.0 on.
pub static SKU_BUNDLE: Shape = Shape {
    name: "bundle",
    fields: &[
        Field::optional("bundleId", Expect::Text),
        Field::optional("bundleType", Expect::Status(BUNDLE_TYPES)),
        Field::optional("bundleElements", Expect::Texts),
        Field::optional("cumulativeFromVcfVersion", Expect::Version),
        Field::optional("bundleVersion", Expect::Version),
        Field::optional("version", Expect::Version),
    ],
};

/// A SKU of a release.
pub static SKU: Shape = Shape {
    name: "sku",
    fields: &[
        Field::optional("name", Expect::Text),
        Field::optional("description", Expect::Markup),
        Field::optional("bom", Expect::Many(&COMPONENT)),
        Field::optional("skuSpecificPatchBundles", Expect::Many(&SKU_BUNDLE)),
    ],
};

/// An update on top of a release.
pub static UPDATE: Shape = Shape {
    name: "update",
    fields: &[
        Field::optional("id", Expect::Text),
        Field::optional("productName", Expect::Text),
        Field::optional("baseProductVersion", Expect::Version),
        Field::optional("description", Expect::Markup),
        Field::optional("releaseUpdateURL", Expect::AddressOrObject(&ADDRESS)),
        Field::optional("releaseDate", Expect::Instant),
    ],
};

/// A release, of a manifest or of `/v1/releases` and its answers about future releases.
pub static RELEASE: Shape = Shape {
    name: "vcf-release",
    fields: &[
        Field::optional("product", Expect::Text),
        Field::required("version", Expect::Version),
        Field::optional("releaseDate", Expect::Instant),
        Field::optional("type", Expect::Status(&["MAJOR", "MINOR", "MAINTENANCE", "PATCH"])),
        Field::optional("eol", Expect::OneOf(&[Expect::Instant, Expect::Flag])),
        Field::optional("isApplicable", Expect::Flag),
        Field::optional("notApplicableReason", Expect::Text),
        Field::optional("applicabilityStatus", Expect::Status(&["APPLICABLE", "NOT_APPLICABLE"])),
        Field::optional("reasonsNotApplicable", Expect::Texts),
        Field::optional("warnings", Expect::Texts),
        Field::optional("alternativeApplicableSddcManagerVersions", Expect::Texts),
        Field::optional("minCompatibleVcfVersion", Expect::Version),
        Field::optional("maxCompatibleVcfVersion", Expect::Version),
        Field::optional("minInstallerVersion", Expect::Version),
        Field::optional("upgradeOrder", Expect::OneOf(&[Expect::Text, Expect::Texts])),
        Field::optional("description", Expect::Markup),
        Field::optional("knownIssuesDescription", Expect::Markup),
        Field::optional("knownIssuesUrl", Expect::Address),
        Field::optional("bom", Expect::Many(&COMPONENT)),
        Field::optional("patchBundles", Expect::Many(&BUNDLE)),
        Field::optional("sku", Expect::Many(&SKU)),
        Field::optional("updates", Expect::Many(&UPDATE)),
    ],
};

/// The states of a replacement.
pub const REPLACEMENT_STATUSES: &[&str] = &["NONE", "PENDING", "READY"];

/// An entry of `recalledBundles`.
pub static RECALL: Shape = Shape {
    name: "recall",
    fields: &[
        Field::required("recalledBundleIds", Expect::Texts),
        Field::optional("replacementBundleStatus", Expect::Status(REPLACEMENT_STATUSES)),
        Field::optional("replacementBundleIds", Expect::Texts),
    ],
};

/// An SDDC Manager version that can be taken alone.
pub static SDDC_MANAGER_RELEASE: Shape = Shape {
    name: "sddc-manager-release",
    fields: &[
        Field::required("version", Expect::Version),
        Field::optional("releaseDate", Expect::Instant),
        Field::optional("cumulativeFromVcfVersion", Expect::Version),
        Field::optional("bundleId", Expect::Text),
        Field::optional("description", Expect::Markup),
        Field::optional("additionalMetadata", Expect::Text),
    ],
};

/// A hot patch of an SDDC Manager service.
pub static HOT_PATCH: Shape = Shape {
    name: "hot-patch",
    fields: &[
        Field::optional("version", Expect::Version),
        Field::optional("sddcHotPatchMinTargetVcfVersion", Expect::Version),
    ],
};

/// Hot patches by service, or that map wrapped once more.
static HOT_PATCHES: Expect =
    Expect::OneOf(&[Expect::Many(&HOT_PATCH), Expect::Map(&Expect::Many(&HOT_PATCH))]);

/// A patch outside the BOM.
pub static ASYNC_PATCH: Shape = Shape {
    name: "async-patch",
    fields: &[
        Field::optional("productVersion", Expect::Version),
        Field::optional("supportedSkuTypes", Expect::Texts),
        Field::optional("inputSpecUrl", Expect::Address),
        Field::optional("sddcHotPatchInfo", Expect::Map(&HOT_PATCHES)),
    ],
};

/// Async patches by product, or that map wrapped once more (5.0 and 5.1).
static ASYNC_PATCHES: Expect =
    Expect::OneOf(&[Expect::Many(&ASYNC_PATCH), Expect::Map(&Expect::Many(&ASYNC_PATCH))]);

/// What a VVS release stands for.
pub static VVS_MAPPING: Shape = Shape {
    name: "vvs-mapping",
    fields: &[Field::optional("version", Expect::Version), Field::optional("aliases", Expect::Texts)],
};

/// Mappings by release; or the members of one mapping, where the documentation has one level less.
static VVS_MAPPINGS: Expect =
    Expect::Map(&Expect::OneOf(&[Expect::One(&VVS_MAPPING), Expect::Version, Expect::Texts]));

/// A manifest.
pub static MANIFEST: Shape = Shape {
    name: "manifest",
    fields: &[
        Field::optional("version", Expect::OneOf(&[Expect::Number, Expect::Text])),
        Field::optional("sequenceNumber", Expect::Number),
        Field::optional("creationTime", Expect::Instant),
        Field::optional("publishedDate", Expect::Instant),
        Field::optional("recalledBundles", Expect::Many(&RECALL)),
        Field::required("releases", Expect::Many(&RELEASE)),
        Field::optional("sddcManagerReleases", Expect::Many(&SDDC_MANAGER_RELEASE)),
        Field::optional("asyncPatches", Expect::Map(&ASYNC_PATCHES)),
        Field::optional("vvsMappings", Expect::Map(&VVS_MAPPINGS)),
    ],
};

/// What a page of Cloud Foundation says about itself.
pub static PAGE_METADATA: Shape = Shape {
    name: "page",
    fields: &[
        Field::optional("pageNumber", Expect::Number),
        Field::optional("pageSize", Expect::Number),
        Field::optional("totalElements", Expect::Number),
        Field::optional("totalPages", Expect::Number),
    ],
};

/// A page of releases.
pub static RELEASES_PAGE: Shape = Shape {
    name: "page",
    fields: &[
        Field::required("elements", Expect::Many(&RELEASE)),
        Field::optional("pageMetadata", Expect::One(&PAGE_METADATA)),
    ],
};

/// The releases of an answer that is a bare list.
pub static RELEASES_LIST: Expect = Expect::Many(&RELEASE);

/// A cause within an error answer.
static CAUSE: Shape = Shape {
    name: "error-cause",
    fields: &[Field::optional("type", Expect::Text), Field::optional("message", Expect::Text)],
};

/// An error answer; errors nest.
pub static ERROR: Shape = Shape {
    name: "error",
    fields: &[
        Field::optional("message", Expect::Text),
        Field::optional("remediationMessage", Expect::Text),
        Field::optional("remediationUrl", Expect::Address),
        Field::optional("label", Expect::Text),
        Field::optional("errorCode", Expect::Text),
        Field::optional("errorType", Expect::Text),
        Field::optional("arguments", Expect::Texts),
        Field::optional("context", Expect::Map(&Expect::Text)),
        Field::optional("causes", Expect::Many(&CAUSE)),
        Field::optional("nestedErrors", Expect::Many(&ERROR)),
        Field::optional("referenceToken", Expect::Text),
    ],
};
