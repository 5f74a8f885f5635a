//! What a manifest says of a release outside of it: patches of its components, SDDC Manager versions of its
//! line, and the mappings that mean it.
//!
//! The manifest joins none of these to a release by a key; they are joined by component and version.

use super::{AsyncPatch, Manifest, Release, SddcManagerRelease, VvsMapping};
use crate::version::Version;

/// Patches of components that the release holds, in the same line (the first two numbers) as in its BOM.
pub fn async_patches<'m>(
    manifest: &'m Manifest,
    release: &'m Release,
) -> impl Iterator<Item = &'m AsyncPatch> {
    manifest.async_patches.iter().filter(|patch| {
        let line = release.component(&patch.component);
        line.is_some_and(|line| is_of_line(&line.version, &patch.version))
    })
}

/// SDDC Manager versions that can be taken on this release: of its line, and from its version on or before.
pub fn sddc_manager_releases<'m>(
    manifest: &'m Manifest,
    release: &'m Release,
) -> impl Iterator<Item = &'m SddcManagerRelease> {
    let all = manifest.sddc_manager_releases.iter();
    all.filter(|manager| is_of_line(&manager.version, &release.version))
}

/// Mappings whose version or alias is that of the release.
pub fn vvs_mappings<'m>(
    manifest: &'m Manifest,
    release: &'m Release,
) -> impl Iterator<Item = &'m VvsMapping> {
    let version = Version::read(&release.version);
    manifest.vvs_mappings.iter().filter(move |mapping| {
        let mut names = std::iter::once(&mapping.version).chain(&mapping.aliases);
        names.any(|name| !name.is_empty() && Version::read(name) == version)
    })
}

/// Whether two versions begin with the same two numbers.
fn is_of_line(one: &str, other: &str) -> bool {
    let (one, other) = (Version::read(one), Version::read(other));
    let line = |version: &Version| [0, 1].map(|at| version.fields().get(at).copied().unwrap_or_default());
    !one.fields().is_empty() && !other.fields().is_empty() && line(&one) == line(&other)
}
