//! The documented members of every object of the catalogue's documents.
//!
//! Sources: the API pages of Application Catalog (`latest` and `1.0.0`: Release, CustomizationDetailed,
//! ReleaseFailure, HelmChart, ContainerImage, VirtualMachine, PipelineMetadata, Pipeline, Get Releases …), in
//! their older and newer form. A member is marked as required where readers rely on it: the sample of the
//! documentation itself lacks members that the same documentation requires (`artifact`).

use crate::shape::{Expect, Field, LINK, Shape, joined};

/// A file that can be fetched.
pub static FILE: Shape = Shape {
    name: "file",
    fields: &[
        Field::optional("filename", Expect::Text),
        Field::optional("url", Expect::Address),
        Field::optional("id", Expect::Hash),
    ],
};

/// An operating system family and a processor architecture.
pub static PLATFORM: Shape = Shape {
    name: "platform",
    fields: &[Field::optional("os_family", Expect::Text), Field::optional("architecture", Expect::Text)],
};

/// The operating system of a base image.
pub static OPERATING_SYSTEM: Shape = Shape {
    name: "operating-system",
    fields: &[
        Field::optional("name", Expect::Text),
        Field::optional("distro", Expect::Text),
        Field::optional("version", Expect::Version),
        Field::optional("id", Expect::Text),
    ],
};

/// A base image; health since the newer docs.
pub static BASE_IMAGE: Shape = Shape {
    name: "base-image",
    fields: &[
        Field::optional("name", Expect::Text),
        Field::optional("description", Expect::Text),
        Field::optional("container_image", Expect::Text),
        Field::optional("operating_system", Expect::One(&OPERATING_SYSTEM)),
        Field::optional("healthy", Expect::Flag),
        Field::optional("last_checked_at", Expect::Instant),
        Field::optional("id", Expect::Text),
        Field::optional("_links", Expect::Links),
    ],
};

/// A registry; the last members in `RegistryDetailed` alone.
pub static REGISTRY: Shape = Shape {
    name: "registry",
    fields: &[
        Field::optional("name", Expect::Text),
        Field::optional("url", Expect::Address),
        Field::optional("healthy", Expect::Flag),
        Field::optional("last_checked_at", Expect::Instant),
        Field::optional("unhealthy_cause", Expect::Text),
        Field::optional("provider", Expect::Text),
        Field::optional("application_count", Expect::Number),
        Field::optional("credentials_limit", Expect::Number),
        Field::optional("id", Expect::Text),
        Field::optional("_links", Expect::Links),
    ],
};

/// A product.
pub static PRODUCT: Shape = Shape {
    name: "product",
    fields: &[
        Field::optional("name", Expect::Text),
        Field::optional("key", Expect::Text),
        Field::optional("category", Expect::Text),
        Field::optional("long_display_name", Expect::Text),
        Field::optional("description", Expect::Text),
        Field::optional("disclaimer", Expect::Text),
        Field::optional("based_on_scratch", Expect::Flag),
        Field::optional("latest_free", Expect::Flag),
    ],
};

/// The newest release of a line.
pub static LATEST_RELEASE: Shape = Shape {
    name: "latest-release",
    fields: &[
        Field::optional("version", Expect::Version),
        Field::optional("revision", Expect::Text),
        Field::optional("released_at", Expect::Instant),
        Field::required("id", Expect::Text),
    ],
};

/// The digests of an image for one platform.
pub static DIGEST: Shape = Shape {
    name: "digest",
    fields: &[
        Field::optional("platform", Expect::One(&PLATFORM)),
        Field::optional("content_digest", Expect::Hash),
        Field::optional("repo_digest", Expect::Hash),
        Field::optional("content_size", Expect::Number),
    ],
};

/// An artifact of any packaging type: Helm chart, container image, virtual machine.
pub static ARTIFACT: Shape = Shape {
    name: "artifact",
    fields: &[
        Field::optional("name", Expect::Text),
        Field::optional("version", Expect::Version),
        Field::optional("repository", Expect::Text),
        Field::optional("url", Expect::Address),
        Field::optional("tags", Expect::Texts),
        Field::optional("skipped_tags", Expect::Texts),
        Field::optional("is_preview", Expect::Flag),
        Field::optional("digests", Expect::OneOf(&[Expect::One(&DIGEST), Expect::Many(&DIGEST)])),
        Field::optional("content_digest", Expect::Hash),
        Field::optional("repo_digest", Expect::Hash),
        Field::optional("image", Expect::One(&FILE)),
        Field::optional("digest", Expect::Hash),
    ],
};

/// A metadata file of a build.
pub static METADATA_FILE: Shape = Shape {
    name: "metadata-file",
    fields: &[
        Field::optional("filename", Expect::Text),
        // A kind ("trigger_info" in the sample), not a media type.
        Field::optional("mime_type", Expect::Text),
        Field::optional("url", Expect::Address),
        Field::required("id", Expect::Hash),
    ],
};

/// The metadata files of one platform, or of all.
pub static PLATFORM_METADATA: Shape = Shape {
    name: "platform-metadata",
    fields: &[
        Field::optional("platform", Expect::One(&PLATFORM)),
        Field::optional("release_metadata", Expect::Many(&METADATA_FILE)),
    ],
};

/// A customization that was applied to a release.
pub static APPLIED_CUSTOMIZATION: Shape = Shape {
    name: "applied-customization",
    fields: &[
        Field::optional("version", Expect::Version),
        Field::optional("artifact", Expect::One(&FILE)),
        Field::optional("id", Expect::Text),
    ],
};

/// The packaging types.
pub const PACKAGING_TYPES: &[&str] = &["HELM_CHART", "OVA", "CONTAINER_IMAGE"];

/// A list of releases in any form of domain.md section 1.5: objects, links, ids.
static RELATED_RELEASES: Expect = Expect::OneOf(&[Expect::One(&RELATED_RELEASE), Expect::Text]);

/// The members of a release; what a release of its own requires, one in a relation need not have.
macro_rules! release_fields {
    ($need:ident) => {
        &[
            Field::$need("version", Expect::Version),
            Field::$need("revision", Expect::Text),
            Field::optional("branch", Expect::Text),
            Field::$need("released_at", Expect::Instant),
            Field::optional("end_of_life_at", Expect::Instant),
            Field::optional("packaging_type", Expect::Status(PACKAGING_TYPES)),
            Field::optional("artifact", Expect::One(&ARTIFACT)),
            Field::optional("product", Expect::One(&PRODUCT)),
            Field::optional("latest_release", Expect::One(&LATEST_RELEASE)),
            Field::optional("platforms", Expect::Many(&PLATFORM)),
            Field::optional("platform_release_metadata", Expect::Many(&PLATFORM_METADATA)),
            Field::optional("base_image", Expect::One(&BASE_IMAGE)),
            Field::optional("registry", Expect::One(&REGISTRY)),
            Field::optional("customizations", Expect::Many(&APPLIED_CUSTOMIZATION)),
            Field::optional("supports_customizations", Expect::Flag),
            Field::optional("dependencies", Expect::List(&RELATED_RELEASES)),
            Field::optional("dependants", Expect::List(&RELATED_RELEASES)),
            Field::$need("id", Expect::Text),
            Field::optional("catalog_id", Expect::Text),
            Field::optional("application_id", Expect::Text),
            Field::optional("_links", Expect::Links),
            Field::optional("_embedded", Expect::Map(&Expect::Anything)),
        ]
    };
}

/// A release that stands for itself.
pub static RELEASE: Shape = Shape { name: "release", fields: release_fields!(required) };

/// A release in `dependencies` or `dependants`: it may be thin, or only a link.
pub static RELATED_RELEASE: Shape = Shape { name: "release", fields: &RELATED_FIELDS };

static RELATED_FIELDS: [Field; 30] = joined(release_fields!(optional), LINK.fields);

/// The causes of a failure; the last one of pipelines alone.
pub const CAUSES: &[&str] =
    &["UNKNOWN", "CUSTOMIZATION_BUILD_ERROR", "TEST_ERROR", "BUILD_ERROR", "DISTRIBUTION_ERROR"];

/// Why a release failed.
pub static FAILURE: Shape = Shape {
    name: "failure",
    fields: &[
        Field::required("description", Expect::Text),
        Field::optional("cause", Expect::Status(CAUSES)),
        Field::optional("error_date", Expect::Instant),
        Field::optional("source_url", Expect::Address),
    ],
};

/// An entry of `failed_releases`: one level deeper than the entries of the other two lists.
pub static FAILED_RELEASE: Shape = Shape {
    name: "failed-release",
    fields: &[
        Field::required("release", Expect::One(&RELEASE)),
        Field::optional("failure", Expect::One(&FAILURE)),
    ],
};

/// What a customization applies to; the objects since the newer docs.
pub static FILTER: Shape = Shape {
    name: "filter",
    fields: &[
        Field::optional("product_key", Expect::Text),
        Field::optional("branch", Expect::Text),
        Field::optional("base_image_id", Expect::Text),
        Field::optional("product", Expect::One(&PRODUCT)),
        Field::optional("base_image", Expect::One(&BASE_IMAGE)),
    ],
};

/// The life of a customization.
pub const CUSTOMIZATION_STATUSES: &[&str] = &[
    "CREATED",
    "UPDATED",
    "DELETED",
    "PROCESSING_CREATE_STARTED",
    "PROCESSING_CREATE_SUCCEEDED",
    "PROCESSING_CREATE_FAILED",
    "PROCESSING_UPDATE_STARTED",
    "PROCESSING_UPDATE_SUCCEEDED",
    "PROCESSING_UPDATE_FAILED",
    "PROCESSING_DELETE_STARTED",
    "PROCESSING_DELETE_SUCCEEDED",
    "PROCESSING_DELETE_FAILED",
];

/// A `CustomizationDetailed`.
pub static CUSTOMIZATION: Shape = Shape {
    name: "customization",
    fields: &[
        Field::optional("name", Expect::Text),
        Field::optional("version", Expect::Version),
        Field::optional("description", Expect::Text),
        Field::optional("status", Expect::Status(CUSTOMIZATION_STATUSES)),
        Field::optional("filter", Expect::One(&FILTER)),
        Field::optional("artifact", Expect::One(&FILE)),
        Field::optional("created_by", Expect::Text),
        Field::optional("created_at", Expect::Instant),
        Field::optional("updated_by", Expect::Text),
        Field::optional("updated_at", Expect::Instant),
        Field::optional("failed_releases", Expect::Many(&FAILED_RELEASE)),
        Field::optional("pending_releases", Expect::Many(&RELEASE)),
        Field::optional("succeeded_releases", Expect::Many(&RELEASE)),
        Field::required("id", Expect::Text),
        Field::optional("catalog_id", Expect::Text),
        Field::optional("_links", Expect::Links),
        Field::optional("_embedded", Expect::Map(&Expect::Anything)),
    ],
};

/// The members of a page around its list, in the three spellings that the API has.
macro_rules! page_fields {
    ($list:expr) => {
        &[
            Field::optional("page", Expect::Number),
            Field::optional("page_number", Expect::Number),
            Field::optional("page_size", Expect::Number),
            Field::optional("size", Expect::Number),
            Field::optional("total_size", Expect::Number),
            Field::optional("total_pages", Expect::Number),
            Field::required("items", $list),
            Field::optional("_links", Expect::Links),
        ]
    };
}

/// A page of releases.
pub static RELEASES_PAGE: Shape = Shape { name: "page", fields: page_fields!(Expect::Many(&RELEASE)) };

/// A page of customizations.
pub static CUSTOMIZATIONS_PAGE: Shape =
    Shape { name: "page", fields: page_fields!(Expect::Many(&CUSTOMIZATION)) };

/// The releases of an answer that is a bare list.
pub static RELEASES_LIST: Expect = Expect::Many(&RELEASE);

/// The customizations of an answer that is a bare list.
pub static CUSTOMIZATIONS_LIST: Expect = Expect::Many(&CUSTOMIZATION);

/// A line of releases that a customization touches (newer docs; no endpoint is documented for it).
pub static AFFECTED_RELEASABLE: Shape = Shape {
    name: "affected-releasable",
    fields: &[
        Field::optional("product", Expect::One(&PRODUCT)),
        Field::optional("branch", Expect::Text),
        Field::optional("status", Expect::Text),
        Field::optional("failure", Expect::One(&FAILURE)),
        Field::optional("latest_release", Expect::One(&LATEST_RELEASE)),
        Field::optional("base_image", Expect::One(&BASE_IMAGE)),
        Field::optional("registry", Expect::One(&REGISTRY)),
        Field::optional("application_id", Expect::Text),
        Field::optional("latest_pipeline_id", Expect::Text),
    ],
};

/// One step of a pipeline, and why it failed.
pub static PIPELINE_PHASE: Shape = Shape {
    name: "pipeline-phase",
    fields: &[
        Field::optional("type", Expect::Text),
        Field::optional("status", Expect::Status(PIPELINE_STATUSES)),
        Field::optional("started_at", Expect::Instant),
        Field::optional("ended_at", Expect::Instant),
        Field::optional("failure", Expect::One(&PIPELINE_FAILURE)),
    ],
};

/// Why a phase failed.
pub static PIPELINE_FAILURE: Shape = Shape {
    name: "pipeline-failure",
    fields: &[
        Field::optional("error_message", Expect::Text),
        Field::optional("cause", Expect::Status(CAUSES)),
        Field::optional("pipeline_metadata", Expect::Many(&METADATA_FILE)),
    ],
};

/// What set a pipeline going.
pub static PIPELINE_TRIGGER: Shape = Shape {
    name: "pipeline-trigger",
    fields: &[
        Field::optional(
            "type",
            Expect::Status(&["CVE_PATCH", "UPSTREAM_UPDATE", "MANUAL_RUN", "MAINTENANCE"]),
        ),
        Field::optional("context", Expect::Text),
    ],
};

/// The states of a pipeline.
pub const PIPELINE_STATUSES: &[&str] = &["IN_PROGRESS", "SUCCEEDED", "FAILED", "CANCELLED"];

/// A pipeline: how a release came to be, or failed.
pub static PIPELINE: Shape = Shape {
    name: "pipeline",
    fields: &[
        Field::optional("status", Expect::Status(PIPELINE_STATUSES)),
        Field::optional("triggers", Expect::Many(&PIPELINE_TRIGGER)),
        Field::optional("started_at", Expect::Instant),
        Field::optional("ended_at", Expect::Instant),
        Field::optional("product", Expect::One(&PRODUCT)),
        Field::optional("base_image", Expect::One(&BASE_IMAGE)),
        Field::optional("branch", Expect::Text),
        Field::optional("packaging_type", Expect::Status(PACKAGING_TYPES)),
        Field::optional("version", Expect::Version),
        Field::optional("product_version", Expect::Version),
        Field::optional("revision", Expect::Text),
        Field::optional("phases", Expect::Many(&PIPELINE_PHASE)),
        Field::optional("registry", Expect::One(&REGISTRY)),
        Field::optional("release_id", Expect::Text),
        Field::optional("customization", Expect::One(&APPLIED_CUSTOMIZATION)),
        Field::optional("application_id", Expect::Text),
        Field::optional("id", Expect::Text),
        Field::optional("_links", Expect::Links),
    ],
};

/// A broken constraint of a request.
static VIOLATION: Shape = Shape {
    name: "violation",
    fields: &[Field::optional("field", Expect::Text), Field::optional("message", Expect::Text)],
};

/// Problem details (RFC 7807), with the catalogue's `violations`.
pub static PROBLEM: Shape = Shape {
    name: "problem",
    fields: &[
        Field::optional("title", Expect::Text),
        Field::optional("status", Expect::Number),
        Field::optional("detail", Expect::Text),
        Field::optional("violations", Expect::Many(&VIOLATION)),
        Field::optional("instance", Expect::Address),
        Field::optional("type", Expect::Address),
    ],
};
