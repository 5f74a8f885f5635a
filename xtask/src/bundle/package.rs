//! `npm/`: the element as a package that can be published or copied into a portal as it is.
//!
//! `site/npm/` brings what is written by hand (`package.json`, the README); the rest is added here, so that
//! the package never lacks a file or has one of another build. It has no pages and no `config.json`: a page
//! that brings the element in its own bundle configures it by attributes.

use super::{copy_folder, project, read, write};
use crate::Outcome;
use std::fs;
use std::path::Path;

/// Files that are in the finished folder and in the package alike.
const SHARED: [&str; 4] =
    ["release-atlas-embed.js", "release-atlas.d.ts", "release-atlas-embed.d.ts", "custom-elements.json"];

/// What stands for the version in the hand-written file.
const NO_VERSION: &str = "\"version\": \"0.0.0\"";

/// Adds what the hand-written files of the package need; `hashed` are the program and the worker.
pub fn complete(dist: &Path, module: &str, hashed: &[&str]) -> Outcome {
    let folder = dist.join("npm");
    write(&folder, "release-atlas.js", module.as_bytes())?;
    for name in SHARED.iter().chain(hashed) {
        copy(&dist.join(name), &folder.join(name))?;
    }
    copy_folder(&dist.join("themes"), &folder.join("themes"))?;
    copy(&project::root().join("LICENSE"), &folder.join("LICENSE"))?;
    let manifest =
        with_version(&read(&folder.join("package.json"))?, &project::locked_version("release-atlas")?)?;
    write(&folder, "package.json", manifest.as_bytes()).map(drop)
}

/// The version stands in one place, `Cargo.toml`. The text is kept otherwise: in `exports` the order of the
/// members decides, and `default` has to stay last.
fn with_version(manifest: &str, version: &str) -> Outcome<String> {
    if !manifest.contains(NO_VERSION) {
        return Err(format!("site/npm/package.json has no {NO_VERSION}"));
    }
    Ok(manifest.replacen(NO_VERSION, &format!("\"version\": \"{version}\""), 1))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(drop).map_err(|error| format!("{}: {error}", from.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn the_package_has_the_version_of_the_viewer_and_its_order() {
        let given = r#"{ "version": "0.0.0", "types": 1, "default": 2 }"#;
        let expected = r#"{ "version": "1.2.3", "types": 1, "default": 2 }"#;
        assert_eq!(with_version(given, "1.2.3").unwrap(), expected);
        assert!(with_version("{}", "1.2.3").is_err());
    }

    #[test]
    fn everything_that_the_package_exports_is_put_into_it() {
        let text = read(&project::root().join("site/npm/package.json")).unwrap();
        let manifest: Value = serde_json::from_str(&text).unwrap();
        let written = |name: &str| name == "release-atlas.js" || SHARED.contains(&name);
        for part in [".", "./embed"] {
            for (_, file) in manifest["exports"][part].as_object().unwrap() {
                assert!(written(file.as_str().unwrap().trim_start_matches("./")), "{file}");
            }
        }
    }
}
