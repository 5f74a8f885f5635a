//! The release build's own way from Rust to wasm, which cuts the program into parts.
//!
//! Trunk knows no parts, and they have to be cut between the linker, whose relocations say what reaches what,
//! and wasm-bindgen, which rewrites the program and drops them. So a release is compiled, cut, bound and
//! optimised here, with the same tools in the same versions; `trunk serve` and `trunk build` stay for
//! development, where the program is one file. A command of this package instead of a tool of its own, since
//! there is none for a bundler other than that of Leptos (`cargo leptos`), which brings a server along.

mod glue_names;
mod order;
mod unused;

use crate::install::Tools;
use crate::process::Program;
use crate::step::step;
use crate::{Outcome, project};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

/// The module name under which the program imports the loaders of its parts; the glue finds `atlasParts` there.
pub const IMPORT: &str = "atlas-parts";

const TARGET: &str = "wasm32-unknown-unknown";

/// As in `index.html`, where Trunk reads them.
const OPTIMISE: &str = "-Oz --enable-bulk-memory --enable-multivalue --enable-mutable-globals \
                        --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext";

/// The names say in which order functions stand (`order`), and go.
const ARRANGE: &str = "--reorder-functions-by-name --strip-debug --strip-producers";

/// What came out, before it is put together.
pub struct Wasm {
    /// The program.
    pub program: Vec<u8>,
    /// The glue of wasm-bindgen.
    pub glue: String,
    /// What comes later.
    pub parts: Parts,
}

/// What comes later.
#[derive(Default)]
pub struct Parts {
    /// File → its bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Part → the files that it is made of.
    pub of: BTreeMap<String, Vec<String>>,
}

/// Compiles, cuts, binds and optimises.
pub fn build(tools: &Tools) -> Outcome<Wasm> {
    let folder = project::target().join("parts");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    step("Compile in release mode", || compile(tools.cargo()))?;
    let of = step("Cut the program into parts", || cut(&folder))?;
    step("Write the glue", || bind(tools, &folder))?;
    step("Optimise", || optimise(tools, &folder, &of))?;
    collect(&folder, of)
}

/// Compiles the program so that it can be cut. The relocations go to the last link alone, so that nothing that
/// it is made of has to be compiled anew.
pub fn compile(cargo: &Path) -> Outcome {
    Program::new(cargo)
        .args("rustc --quiet --release --locked --package release-atlas --lib --features split --target")
        .arg(TARGET)
        .args("-- -C link-arg=--emit-relocs")
        .folder(&project::root())
        .run_quietly()
}

/// Writes `program.wasm` and one file for each part and for what several parts share; says which belongs where.
fn cut(folder: &Path) -> Outcome<BTreeMap<String, Vec<String>>> {
    let linked = project::target().join(TARGET).join("release/release_atlas.wasm");
    let input = fs::read(&linked).map_err(|error| format!("{}: {error}", linked.display()))?;
    let program = folder.join("program.wasm");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &program;
    options.link_name = IMPORT;
    let cut = wasm_split_cli_support::transform(options)
        .map_err(|error| format!("the program could not be cut: {error:#}"))?;
    Ok(cut.prefetch_map.into_iter().collect())
}

/// The exports of the linker stay: memory, table and stack are what the parts take from the program.
fn bind(tools: &Tools, folder: &Path) -> Outcome {
    Program::new(&tools.wasm_bindgen)
        .args("--target no-modules --no-typescript --keep-lld-exports --out-name release-atlas --out-dir")
        .arg(folder.join("bound"))
        .arg(folder.join("program.wasm"))
        .run_quietly()?;
    let (program, glue) = (bound(folder, "release-atlas_bg.wasm"), bound(folder, "release-atlas.js"));
    let (used, used_glue) = unused::removed(&read(&program)?, &text_of(&glue)?)?;
    let (short, short_glue) = glue_names::shortened(&used, &used_glue)?;
    write(&program, &short)?;
    write(&glue, short_glue.as_bytes())
}

fn bound(folder: &Path, file: &str) -> PathBuf {
    folder.join("bound").join(file)
}

/// Each file for itself: what they take from one another has names and places that stay as they are.
fn optimise(tools: &Tools, folder: &Path, of: &BTreeMap<String, Vec<String>>) -> Outcome {
    let mut files: Vec<PathBuf> = names(of).iter().map(|name| folder.join(format!("{name}.wasm"))).collect();
    files.push(bound(folder, "release-atlas_bg.wasm"));
    let ended: Vec<Outcome> = thread::scope(|scope| {
        let started: Vec<_> =
            files.iter().map(|file| scope.spawn(move || optimise_file(tools, file))).collect();
        let end = |one: thread::ScopedJoinHandle<'_, Outcome>| {
            one.join().unwrap_or_else(|_| Err("a thread ended early".to_owned()))
        };
        started.into_iter().map(end).collect()
    });
    ended.into_iter().collect()
}

/// Twice, since functions can be put in order only when they are as they will be, and the tool that moves them makes a
/// file larger when it does nothing else.
fn optimise_file(tools: &Tools, file: &Path) -> Outcome {
    let optimise = |how: &str| {
        let tool = Program::new(&tools.wasm_opt).args(OPTIMISE).args(how);
        tool.arg(file).arg("-o").arg(file).run_quietly()
    };
    optimise("--strip-debug")?;
    write(file, &order::named(&read(file)?)?)?;
    optimise(ARRANGE)
}

fn names(of: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut names: Vec<String> = of.values().flatten().cloned().collect();
    names.sort();
    names.dedup();
    names
}

fn collect(folder: &Path, of: BTreeMap<String, Vec<String>>) -> Outcome<Wasm> {
    let mut files = BTreeMap::new();
    for name in names(&of) {
        files.insert(name.clone(), padded(read(&folder.join(format!("{name}.wasm")))?));
    }
    let glue = text_of(&bound(folder, "release-atlas.js"))?;
    Ok(Wasm { program: read(&bound(folder, "release-atlas_bg.wasm"))?, glue, parts: Parts { files, of } })
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn text_of(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes).map_err(|error| format!("{}: {error}", file.display()))
}

/// Vite writes files of less than 4 KB into the script, as addresses of their own content, which a strict policy
/// does not let a page fetch: a smaller file gets a section without a meaning, which weighs nothing when it is zipped.
fn padded(mut wasm: Vec<u8>) -> Vec<u8> {
    const LEAST: usize = 4_608;
    const NAME: &[u8] = b"\x03pad";
    if let Some(missing) = LEAST.checked_sub(wasm.len()) {
        let length = missing + NAME.len();
        // A custom section: its number, its length in two groups of seven bits, its name, zeros.
        let bits = |value: usize| u8::try_from(value & 0x7f).unwrap_or_default();
        wasm.extend([0, bits(length) | 0x80, bits(length >> 7)]);
        wasm.extend_from_slice(NAME);
        wasm.resize(wasm.len() + missing, 0);
    }
    wasm
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_so_small_that_a_bundler_takes_it_apart() {
        let empty = b"\0asm\x01\0\0\0".to_vec();
        let padded = padded(empty.clone());
        assert!(padded.len() > 4_096 && padded.starts_with(&empty));
        let length = usize::from(padded[9] & 0x7f) | usize::from(padded[10]) << 7;
        assert_eq!((padded[8], length), (0, padded.len() - 11), "one whole section");
        assert_eq!(super::padded(vec![1; 5_000]).len(), 5_000);
    }

    #[test]
    fn a_development_build_is_optimised_alike() {
        let page = fs::read_to_string(project::root().join("index.html")).unwrap();
        let (level, flags) = OPTIMISE.split_once(' ').unwrap();
        assert!(page.contains(&format!("data-wasm-opt=\"{}\"", level.trim_start_matches("-O"))));
        assert!(page.contains(&format!("data-wasm-opt-params=\"{}\"", flags.trim())), "{flags}");
    }

    #[test]
    fn a_file_that_two_parts_share_is_made_once() {
        let of = BTreeMap::from([
            ("graph".to_owned(), vec!["chunk_1".to_owned(), "split_graph".to_owned()]),
            ("layout".to_owned(), vec!["chunk_1".to_owned(), "split_layout".to_owned()]),
        ]);
        assert_eq!(names(&of), ["chunk_1", "split_graph", "split_layout"]);
    }
}
