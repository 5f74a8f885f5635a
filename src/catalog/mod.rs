//! Application Catalog documents: customizations, releases, and pages of either.
//!
//! Reading never fails: [`read`] gives what was understood, and [`crate::shape`] lists what was not. The
//! model keeps the few members that joins, tables and verdicts need as owned text, and the
//! [`ValueId`] of every object, through which the panel shows *all* members of the document as given.

use crate::excerpt::Excerpt;
use crate::json::ValueId;
use crate::stamp::Stamp;

mod customization;
mod envelope;
mod read;
mod relation;
mod release;
pub mod shapes;

pub use read::{Reading, read};

/// What one document says about the catalogue.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    /// In document order.
    pub customizations: Vec<Customization>,
    /// Every release object met anywhere (also nested below `dependencies`), in document order.
    /// One release may be met more than once: the graph joins them by [`Release::id`].
    pub releases: Vec<Release>,
    /// Every statement "A depends on B" with its place.
    pub relations: Vec<Relation>,
    /// What the page envelope said, if the document is a page.
    pub page: Option<Page>,
}

/// One `CustomizationDetailed`.
#[derive(Clone, Debug)]
pub struct Customization {
    /// Where it stands.
    pub at: ValueId,
    /// Its `id`; empty if it has none.
    pub id: Excerpt,
    /// Its `name`; empty if it has none.
    pub name: Excerpt,
    /// Its `version`, such as "v4".
    pub version: Excerpt,
    /// Its `status` word for word.
    pub status: Excerpt,
    /// What it applies to.
    pub filter: Filter,
    /// `created_at`.
    pub created_at: Option<Stamp>,
    /// `updated_at`.
    pub updated_at: Option<Stamp>,
    /// One for each entry of `succeeded_releases`, `pending_releases` and `failed_releases`.
    pub outcomes: Vec<Outcome>,
    /// Whether each of the three lists was there (absent is not empty): succeeded, pending, failed.
    pub lists_present: [bool; 3],
}

/// What a customization applies to; no filter at all means every release (a global customization).
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// `base_image_id`, or the expanded base image's id and name; empty for every base image.
    pub base_image: Named,
    /// `product_key` or the expanded product's key.
    pub product_key: Option<Excerpt>,
    /// `branch`.
    pub branch: Option<Excerpt>,
}

/// How one release fared under a customization.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Which list it stands in.
    pub progress: Progress,
    /// The entry in the list (for a failure, the `{release, failure}` pair).
    pub at: ValueId,
    /// The release, as a place in [`Catalog::releases`], or only named.
    pub release: Target,
    /// Why it failed, for failed ones that say so.
    pub failure: Option<Failure>,
}

/// The three lists of a customization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Progress {
    /// `failed_releases`.
    Failed,
    /// `pending_releases`.
    Pending,
    /// `succeeded_releases`.
    Succeeded,
}

/// A `ReleaseFailure`.
#[derive(Clone, Debug)]
pub struct Failure {
    /// Where it stands.
    pub at: ValueId,
    /// `description`.
    pub description: Excerpt,
    /// `cause` word for word; empty if absent.
    pub cause: Excerpt,
    /// `error_date`.
    pub error_date: Option<Stamp>,
    /// `source_url`, where the log can be had.
    pub source_url: Option<Excerpt>,
}

/// What was read of one release object.
#[derive(Clone, Debug, Default)]
pub struct Release {
    /// Where it stands.
    pub at: ValueId,
    /// Its `id`; empty if it has none.
    pub id: Excerpt,
    /// `version`, the upstream version.
    pub version: Excerpt,
    /// `revision`, the packaging revision.
    pub revision: Excerpt,
    /// `branch`, the release line.
    pub branch: Excerpt,
    /// `product.name`, else `product.key`, else the artifact's name; empty if none is given.
    pub product: Excerpt,
    /// `product.key`.
    pub product_key: Excerpt,
    /// `product.category`.
    pub category: Excerpt,
    /// `packaging_type` word for word.
    pub packaging: Excerpt,
    /// `released_at`.
    pub released_at: Option<Stamp>,
    /// `end_of_life_at`.
    pub end_of_life_at: Option<Stamp>,
    /// `base_image`.
    pub base_image: Option<Named>,
    /// `registry`.
    pub registry: Option<Named>,
    /// `healthy` of base image and of registry, where given.
    pub unhealthy: Vec<&'static str>,
    /// Whether it has a `status`, which nobody documented for releases, and that does not say that it succeeded.
    pub odd_status: bool,
    /// `latest_release`. Few objects have it, and there are many objects.
    pub latest: Option<Box<Latest>>,
    /// Each platform as "linux/amd64".
    pub platforms: Vec<Excerpt>,
    /// The resolved-as-given `_links.self.href`.
    pub self_href: Option<Excerpt>,
    /// What was said of its dependencies.
    pub dependencies: Known,
    /// What was said of its dependants.
    pub dependants: Known,
    /// How much of a release the object holds.
    pub fullness: Fullness,
}

/// Something with an id and a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// Its `id`; empty if it has none.
    pub id: Excerpt,
    /// Its `name`; empty if it has none.
    pub name: Excerpt,
}

/// `latest_release` of a release.
#[derive(Clone, Debug, Default)]
pub struct Latest {
    /// Its `id`.
    pub id: Excerpt,
    /// Its `version`.
    pub version: Excerpt,
    /// Its `revision`.
    pub revision: Excerpt,
    /// Its `released_at`.
    pub released_at: Option<Stamp>,
}

/// How much of a release an object holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fullness {
    /// An id or a link only.
    #[default]
    Reference,
    /// Some members, but neither relations nor links to them.
    Thin,
    /// A whole release.
    Full,
}

/// Three-valued knowledge of one direction of relations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// Neither the list nor links were given: nothing is known.
    #[default]
    Absent,
    /// Named by links, ids or placeholders only: who they are is partly known, what they hold is not.
    Linked,
    /// A list was given (perhaps empty): known.
    Listed,
}

/// One statement that a release depends on another.
#[derive(Clone, Debug)]
pub struct Relation {
    /// The release whose object says so, as a place in [`Catalog::releases`].
    pub holder: u32,
    /// Which list says so.
    pub direction: Direction,
    /// The other release.
    pub other: Target,
    /// How it was given.
    pub form: Form,
    /// Where.
    pub at: ValueId,
}

/// Which list a relation stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// `dependencies`: the holder depends on the other.
    Dependencies,
    /// `dependants`: the other depends on the holder.
    Dependants,
}

/// How the other side of a relation was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// As a release object in the list.
    Embedded,
    /// As `{href}` in the list.
    ListLink,
    /// As an id in the list.
    Id,
    /// In `_links` (also `_embedded` is read as [`Form::Embedded`]).
    HalLink,
    /// As a documentation placeholder ("Release Object"): it says that there is one, not which.
    Placeholder,
    /// As null or another value that names nothing.
    Nothing,
}

/// The other side of a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A release object of this document, as a place in [`Catalog::releases`].
    Object(u32),
    /// Only its id is given.
    Id(Excerpt),
    /// Only its address is given, as written; the id is the last path segment where there is one.
    Href {
        /// As written.
        href: Excerpt,
        /// Last path segment, without the query.
        id: Option<Excerpt>,
    },
    /// It is said that there is one, not which.
    Unnamed,
}

/// What a page envelope said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// This page, from 1 (catalogue) or 0 (`pageMetadata`), as given.
    pub number: u64,
    /// Items on a full page.
    pub size: u64,
    /// Items on all pages.
    pub total: u64,
    /// All pages.
    pub pages: u64,
    /// Items on this page.
    pub here: u64,
}
