//! The table of sizes on the page for portal teams, measured on the files beside it.
//!
//! Written by the build, so that no figure on the page is ever older than the files.

use super::{kilobytes, read, script, write};
use crate::Outcome;
use std::fs;
use std::path::Path;

const PAGE: &str = "embedding.html";
const MARK: &str = "<!-- atlas:sizes -->";

/// Puts the rows where the page has its mark; each is when a file loads, and its name.
pub fn fill(dist: &Path, rows: &[(&str, &str)]) -> Outcome {
    let page = read(&dist.join(PAGE))?;
    if !page.contains(MARK) {
        return Err(format!("{PAGE} has no {MARK}"));
    }
    let rows: Vec<String> = rows.iter().map(|(when, name)| line(dist, when, name)).collect::<Outcome<_>>()?;
    write(dist, PAGE, page.replace(MARK, &rows.join("\n            ")).as_bytes()).map(drop)
}

fn line(dist: &Path, when: &str, name: &str) -> Outcome<String> {
    let bytes = fs::read(dist.join(name)).map_err(|error| format!("{name}: {error}"))?;
    let zipped = kilobytes(script::gzip(&bytes)?.len());
    Ok(format!("<tr><th scope=\"row\"><code>{name}</code></th><td>{when}</td><td>{zipped:.0}</td></tr>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_what_its_files_weigh() {
        let dist = std::env::temp_dir().join(format!("atlas-sizes-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        fs::write(dist.join(PAGE), format!("<tbody>\n\n{MARK}</tbody>")).unwrap();
        fs::write(dist.join("a.js"), "a".repeat(5000)).unwrap();
        fill(&dist, &[("at once", "a.js")]).unwrap();
        let page = read(&dist.join(PAGE)).unwrap();
        fs::remove_dir_all(&dist).unwrap();
        assert_eq!(
            page,
            "<tbody>\n\n<tr><th scope=\"row\"><code>a.js</code></th><td>at once</td><td>0</td></tr></tbody>"
        );
    }
}
