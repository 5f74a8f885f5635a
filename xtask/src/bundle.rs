//! Puts `dist/` together: from a release build that was cut into parts, or, as Trunk's `post_build` hook, from
//! what Trunk left in its staging folder, so that plain `trunk build` and `trunk serve` give the same files.
//!
//! Trunk writes a start script into the page, which a strict Content-Security-Policy refuses, and
//! knows one page only. What is written instead works under any path, holds no inline script and
//! names no other host:
//!
//! | file | what |
//! | --- | --- |
//! | `release-atlas.js` | ES module: glue, loader and element; defines `<release-atlas>` |
//! | `release-atlas-HASH.wasm` | the program, fetched with its integrity |
//! | `release-atlas-part-…-HASH.wasm` | what comes after the first verdict, alike |
//! | `release-atlas-frame-HASH.js` | the same as a classic script: a sandboxed frame may load nothing else |
//! | `release-atlas-wasm-HASH.js`, `release-atlas-parts-HASH.js` | the program and its parts as text, for that frame |
//! | `release-atlas-worker-HASH.js` | the worker that lays out graphs |
//! | `index.html`, `embed.html`, `page-HASH.css` | the two pages |
//! | `release-atlas-embed.js` | for pages that hold the frame |
//! | `config.json`, `embedding.html`, `servers/`, `themes/`, `sample/` | as they are in `site/` and `sample/` |
//! | `npm/` | the element as a package, for npm or to be copied into a portal |

mod glue;
mod package;
mod script;
pub mod sentences;
mod sizes;

use crate::split::{Parts, Wasm};
use crate::{Outcome, project};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use script::{Config, Files};
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A file that was written: its name in `dist/` and its SRI value.
struct Written {
    pub name: String,
    pub integrity: String,
}

/// Run by Trunk, which tells its folders by environment variables.
pub fn run_as_trunk_hook() -> Outcome {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .ok_or("post-build is called by Trunk (see Trunk.toml); run `cargo xtask build`")?;
    let staging = PathBuf::from(staging);
    let program = take(&staging.join("release-atlas_bg.wasm"))?;
    let glue = text_of(take(&staging.join("release-atlas.js"))?)?;
    assemble(&staging, &Wasm { program, glue, parts: Parts::default() })
}

/// Writes `dist/` anew.
pub fn write_dist(wasm: &Wasm) -> Outcome {
    let dist = project::dist();
    let _ = fs::remove_dir_all(&dist);
    fs::create_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    write(&dist, "index.html", read(&project::root().join("index.html"))?.as_bytes())?;
    assemble(&dist, wasm)
}

/// What the pages and the package name.
struct Scripts {
    program: Written,
    /// What comes later, by its name in the build.
    later: BTreeMap<String, Written>,
    module: Written,
    worker: Written,
    frame: Written,
    delivery: Written,
    /// None where nothing comes later.
    later_delivery: Option<Written>,
}

fn assemble(staging: &Path, wasm: &Wasm) -> Outcome {
    let root = project::root();
    let parts = script::Parts {
        version: project::locked_version("release-atlas")?,
        glue: glue::adapted(&wasm.glue)?,
        later: read(&root.join("src/embed/parts.js"))?,
        loader: read(&root.join("src/embed/loader.js"))?,
        element: read(&root.join("src/embed/element.js"))?,
        frame: read(&root.join("src/embed/frame.js"))?,
        worker: read(&root.join("src/embed/worker.js"))?,
        style: style_sheet(&root.join("style"))?,
    };
    let scripts = write_scripts(staging, &parts, wasm)?;
    let page = write_hashed(staging, "page", "css", read(&root.join("site/page.css"))?.as_bytes())?;

    copy_folder(&root.join("site"), staging)?;
    copy_folder(&root.join("sample"), &staging.join("sample"))?;
    fs::remove_file(staging.join("page.css")).map_err(|error| format!("page.css: {error}"))?;
    write(staging, "release-atlas-embed.js", read(&root.join("src/embed/host.js"))?.as_bytes())?;
    complete_for_portals(staging, &parts, &scripts, &wasm.parts)?;

    let Scripts { program, module, .. } = &scripts;
    fill_page(&staging.join("index.html"), "<!-- atlas:head -->", &viewer_head(module, program, &page))?;
    fill_page(&staging.join("embed.html"), "<!-- atlas:frame -->", &frame_head(&scripts, &page))
}

fn write_scripts(staging: &Path, parts: &script::Parts, wasm: &Wasm) -> Outcome<Scripts> {
    let program = write_hashed(staging, "release-atlas", "wasm", &wasm.program)?;
    let mut later = BTreeMap::new();
    for (file, bytes) in &wasm.parts.files {
        later.insert(file.clone(), write_hashed(staging, &stem_of_part(file), "wasm", bytes)?);
    }
    let of = &wasm.parts.of;
    let worker = write_hashed(staging, "release-atlas-worker", "js", parts.worker(of).as_bytes())?;
    let files = Files { program: &program, later: &later, of, worker: &worker.name };
    let module = write(staging, "release-atlas.js", parts.module(&files, Config::Beside).as_bytes())?;
    let frame = write_hashed(staging, "release-atlas-frame", "js", parts.classic(&files).as_bytes())?;
    let delivery = script::delivery(&wasm.program)?;
    let delivery = write_hashed(staging, "release-atlas-wasm", "js", delivery.as_bytes())?;
    let later_delivery = if later.is_empty() {
        None
    } else {
        let text = script::delivery_of_parts(&wasm.parts.files)?;
        Some(write_hashed(staging, "release-atlas-parts", "js", text.as_bytes())?)
    };
    Ok(Scripts { program, later, module, worker, frame, delivery, later_delivery })
}

/// `split_views` becomes `release-atlas-part-views`, `chunk_3` (what several parts share) `…-part-shared-3`.
fn stem_of_part(file: &str) -> String {
    let name = file.trim_start_matches("split_").replace("chunk_", "shared-").replace('_', "-");
    format!("release-atlas-part-{name}")
}

/// The package, and what the page for portal teams says of the files.
fn complete_for_portals(staging: &Path, parts: &script::Parts, scripts: &Scripts, later: &Parts) -> Outcome {
    let Scripts { program, module, worker, frame, delivery, later_delivery, .. } = scripts;
    let files = Files { program, later: &scripts.later, of: &later.of, worker: &worker.name };
    let packaged = parts.module(&files, Config::None);
    let mut hashed = vec![program.name.as_str(), &worker.name];
    hashed.extend(scripts.later.values().map(|part| part.name.as_str()));
    package::complete(staging, &packaged, &hashed)?;
    let mut rows = vec![("with the element", module.name.as_str()), ("with the element", &program.name)];
    rows.extend(scripts.later.values().map(|part| ("after the first verdict", part.name.as_str())));
    rows.push(("with the first large graph", &worker.name));
    rows.push(("in the page of an iframe", "release-atlas-embed.js"));
    rows.push(("in the iframe", &frame.name));
    rows.push(("in the iframe", &delivery.name));
    rows.extend(later_delivery.iter().map(|part| ("in the iframe, after the others", part.name.as_str())));
    sizes::fill(staging, &rows)
}

/// What may load before the first verdict, gzipped: a little more than it is. When it grows beyond that, something
/// belongs into a part, or is compiled for many types where one would do (`order`, `sorted`, `ui::erased`).
const MOST_FIRST_BYTES: usize = 500 * 1024;

/// Prints what a visitor loads, raw and gzipped, and refuses a build whose beginning is too large.
pub fn report(dist: &Path) -> Outcome {
    let mut total = 0;
    for entry in fs::read_dir(dist).map_err(|error| format!("{}: {error}", dist.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let extension = path.extension().unwrap_or_default();
        let is_part = name.starts_with("release-atlas-part-");
        let is_loaded_first =
            name == "index.html" || name == "release-atlas.js" || extension == "wasm" || extension == "css";
        if is_loaded_first {
            let bytes = fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
            let zipped = script::gzip(&bytes)?.len();
            total += if is_part { 0 } else { zipped };
            println!(
                "  {name:<40} {:>6.1} KB, {:>6.1} KB gzipped",
                kilobytes(bytes.len()),
                kilobytes(zipped)
            );
        }
    }
    println!("  {:<40} {:>10} {:>6.1} KB gzipped", "before the first verdict", "", kilobytes(total));
    if total > MOST_FIRST_BYTES {
        let most = kilobytes(MOST_FIRST_BYTES);
        return Err(format!(
            "what loads before the first verdict may have {most:.0} KB; see src/ui/parts.rs"
        ));
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files, shown with one digit")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1024.0
}

fn viewer_head(module: &Written, program: &Written, page: &Written) -> String {
    // The preload carries no integrity: the fetch that takes it from there checks it. What is to be opened
    // stands in config.json, so it has to come before the script has run.
    format!(
        "<link rel=\"stylesheet\" href=\"{}\" crossorigin=\"anonymous\" integrity=\"{}\">\n    \
         <link rel=\"preload\" href=\"{}\" as=\"fetch\" type=\"application/wasm\" crossorigin=\"anonymous\">\n    \
         <link rel=\"preload\" href=\"config.json\" as=\"fetch\" crossorigin=\"anonymous\">\n    \
         <script type=\"module\" src=\"{}\" crossorigin=\"anonymous\" integrity=\"{}\"></script>",
        page.name, page.integrity, program.name, module.name, module.integrity
    )
}

/// Without integrity and crossorigin: to a sandboxed frame every host is another origin, and a plain
/// static host does not send the CORS header that either of them would ask for.
fn frame_head(scripts: &Scripts, page: &Written) -> String {
    let mut head = format!(
        "<link rel=\"stylesheet\" href=\"{}\">\n    <script defer src=\"{}\"></script>\n    <script defer src=\"{}\"></script>",
        page.name, scripts.frame.name, scripts.delivery.name
    );
    if let Some(later) = &scripts.later_delivery {
        let src = &later.name;
        let script = "\n    <script defer fetchpriority=\"low\" data-atlas-parts";
        head = format!("{head}{script} src=\"{src}\"></script>");
    }
    head
}

/// Puts the addresses in, takes Trunk's own line and its comment out.
fn fill_page(file: &Path, mark: &str, head: &str) -> Outcome {
    let page = read(file)?;
    if !page.contains(mark) {
        return Err(format!("{} has no {mark}", file.display()));
    }
    let page = remove_between(&page, "<!-- Trunk builds", "-->");
    let page = remove_between(&page, "<link data-trunk", ">");
    let page = page.replace(mark, head);
    let lines = page.lines().filter(|line| !line.trim().is_empty());
    let page: String = lines.flat_map(|line| [line, "\n"]).collect();
    fs::write(file, page).map_err(|error| format!("{}: {error}", file.display()))
}

fn remove_between(text: &str, begin: &str, end: &str) -> String {
    let Some((before, rest)) = text.split_once(begin) else { return text.to_owned() };
    let after = rest.split_once(end).map_or("", |(_, after)| after);
    format!("{before}{after}")
}

/// One sheet: the tokens, the base, then one file per view in the order of their names.
fn style_sheet(folder: &Path) -> Outcome<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|extension| extension == "css"))
        .collect();
    files.sort_by_key(|file| {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let rank = ["tokens", "base", "shell"].iter().position(|first| *first == name).unwrap_or(usize::MAX);
        (rank, name)
    });
    let sheets: Vec<String> = files.iter().map(|file| read(file)).collect::<Outcome<_>>()?;
    Ok(script::lean_style(&sheets.concat()))
}

fn copy_folder(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to).map_err(|error| format!("{}: {error}", to.display()))?;
    for entry in fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_folder(&path, &target)?;
        } else {
            fs::copy(&path, &target).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(())
}

fn write_hashed(folder: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Outcome<Written> {
    let digest = Sha256::digest(bytes);
    let start: [u8; 8] = std::array::from_fn(|place| digest[place]);
    let hash = format!("{:016x}", u64::from_be_bytes(start));
    write(folder, &format!("{stem}-{hash}.{extension}"), bytes)
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Outcome<Written> {
    let file = folder.join(name);
    fs::write(&file, bytes).map_err(|error| format!("{}: {error}", file.display()))?;
    let integrity = format!("sha384-{}", BASE64.encode(Sha384::digest(bytes)));
    Ok(Written { name: name.to_owned(), integrity })
}

/// Reads a file of Trunk's and removes it: it comes back under its final name.
fn take(file: &Path) -> Outcome<Vec<u8>> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    fs::remove_file(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(bytes)
}

fn text_of(bytes: Vec<u8>) -> Outcome<String> {
    String::from_utf8(bytes).map_err(|error| format!("the glue is no UTF-8: {error}"))
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunks_line_leaves_the_page_and_the_addresses_come_in() {
        let folder = std::env::temp_dir().join(format!("atlas-page-{}", std::process::id()));
        fs::write(
            &folder,
            "<head>\n<!-- Trunk builds --><link data-trunk\n href=\"x\">\n<!-- atlas:head -->\n</head>",
        )
        .unwrap();
        fill_page(&folder, "<!-- atlas:head -->", "<script src=\"a.js\"></script>").unwrap();
        let page = fs::read_to_string(&folder).unwrap();
        fs::remove_file(&folder).unwrap();
        assert_eq!(page, "<head>\n<script src=\"a.js\"></script>\n</head>\n");
    }
}
