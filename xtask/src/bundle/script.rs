//! The scripts: one body (glue, loader, element) in two wrappings, and the program as text.

use super::Written;
use crate::Outcome;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

/// What both wrappings are made of.
pub struct Parts {
    /// The version of the viewer.
    pub version: String,
    /// The adapted glue of wasm-bindgen.
    pub glue: String,
    /// `src/embed/parts.js`.
    pub later: String,
    /// `src/embed/loader.js`.
    pub loader: String,
    /// `src/embed/element.js`.
    pub element: String,
    /// `src/embed/frame.js`.
    pub frame: String,
    /// `src/embed/worker.js`.
    pub worker: String,
    /// All style sheets as one.
    pub style: String,
}

/// The files that a script names.
pub struct Files<'a> {
    /// The program.
    pub program: &'a Written,
    /// What comes later, by its name in the build.
    pub later: &'a BTreeMap<String, Written>,
    /// Part → the names of its files.
    pub of: &'a BTreeMap<String, Vec<String>>,
    /// The worker's script.
    pub worker: &'a str,
}

/// Whether a deployment is configured by a file.
#[derive(Clone, Copy)]
pub enum Config {
    /// `config.json` beside the program.
    Beside,
    /// Nothing: a bundler would not take the file along, and a development server would answer with a page.
    None,
}

impl Parts {
    /// `release-atlas.js`: an ES module that finds the program beside itself.
    ///
    /// Each address is spelt `new URL("./…", import.meta.url)`, which is what bundlers look for: they take
    /// the file along and put its new address there. For the same reason home is where the program is, not
    /// where the module is, which a bundler makes part of another file.
    pub fn module(&self, files: &Files<'_>, config: Config) -> String {
        let program = beside(&files.program.name);
        let later = object(files.later.iter().map(|(name, file)| (name, fetched(file))));
        let wasm = format!("{}, files: {later}", fetched(files.program));
        let build = self.build(&program, &wasm, &beside(files.worker), config, files.of);
        let body = Self::joined(&[&self.later, &self.glue, &self.loader, &self.element]);
        format!("{build}{body}\nexport {{ ReleaseAtlasElement }};\n")
    }

    /// `release-atlas-frame.js`: a classic script that waits until the other one delivers the program.
    pub fn classic(&self, files: &Files<'_>) -> String {
        let delivered =
            |name: &String| format!("{{ get bytes() {{ return atlasPartDelivery({}); }} }}", json!(name));
        let later = object(files.later.keys().map(|name| (name, delivered(name))));
        let program = format!("{{ bytes: atlasDelivery() }}, files: {later}");
        let worker = json!(files.worker).to_string();
        let build = self.build("document.currentScript.src", &program, &worker, Config::Beside, files.of);
        let body = Self::joined(&[&self.later, &self.glue, &self.loader, &self.frame, &self.element]);
        let delivery = DELIVERY.trim_start();
        format!("(() => {{\n'use strict';\n{delivery}{build}{body}\n}})();\n")
    }

    /// `release-atlas-worker.js`: a classic script, which every browser starts as a worker.
    pub fn worker(&self, of: &BTreeMap<String, Vec<String>>) -> String {
        let body = Self::joined(&[&self.later, &self.glue, &self.worker]);
        format!("'use strict';\nconst atlasBuild = Object.freeze({{ parts: {} }});\n{body}\n", json!(of))
    }

    /// `home`, `wasm` (with the member `files`) and `worker` are expressions of JavaScript.
    fn build(
        &self,
        home: &str,
        wasm: &str,
        worker: &str,
        config: Config,
        of: &BTreeMap<String, Vec<String>>,
    ) -> String {
        let (version, style) = (json!(self.version), json!(self.style));
        let config = match config {
            Config::Beside => json!("config.json"),
            Config::None => json!(null),
        };
        format!(
            "const atlasBuild = Object.freeze({{ version: {version}, home: {home}, config: {config}, wasm: {wasm}, parts: {}, worker: {worker}, style: {style} }});\n",
            json!(of)
        )
    }

    fn joined(parts: &[&String]) -> String {
        parts.iter().map(|part| lean(part)).collect::<Vec<_>>().join("\n")
    }
}

/// A script without what only its readers need: lines of comments, and the space before lines. That is a tenth of what
/// the scripts weigh when they are zipped; names stay as they are, so that an error in a console can be found in `src`.
/// Only comments that begin a line and end one are told apart from code, which all of ours and of the glue do.
fn lean(script: &str) -> String {
    let mut is_comment = false;
    let mut kept = Vec::new();
    for line in script.lines().map(str::trim) {
        let was_comment = is_comment;
        is_comment = (was_comment || line.starts_with("/*")) && !line.contains("*/");
        let code = match line.split_once("*/") {
            _ if is_comment => "",
            Some((_, rest)) if was_comment || rest.is_empty() => rest.trim_start(),
            _ => line,
        };
        if !(code.is_empty() || code.starts_with("//")) {
            kept.push(code);
        }
    }
    kept.join("\n")
}

/// A style sheet without its comments and the space before its lines: 2 KB of what loads first.
pub fn lean_style(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, found) = rest.split_at(at);
        kept += before;
        let end = match found.chars().next() {
            Some('/') if found.starts_with("/*") => {
                rest = found.split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            Some(quote @ ('"' | '\'')) => found[1..].find(quote).map_or(found.len(), |end| end + 2),
            _ => 1,
        };
        kept += &found[..end];
        rest = &found[end..];
    }
    kept += rest;
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// A file of wasm that is fetched.
fn fetched(file: &Written) -> String {
    format!("{{ file: {}, integrity: {} }}", beside(&file.name), json!(file.integrity))
}

/// An object of JavaScript, whose values are expressions.
fn object<'a>(members: impl Iterator<Item = (&'a String, String)>) -> String {
    let members: Vec<String> = members.map(|(name, value)| format!("{}: {value}", json!(name))).collect();
    format!("{{ {} }}", members.join(", "))
}

/// The address of a file beside the module, spelt as bundlers know it.
fn beside(file: &str) -> String {
    format!("new URL({}, import.meta.url).href", json!(format!("./{file}")))
}

/// The receiving end in the frame. `releaseAtlasProgram` and `releaseAtlasParts` are the global names that the
/// scripts share.
const DELIVERY: &str = r"
function atlasUnpacked(text) {
  const zipped = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

function atlasDelivery() {
  return new Promise((deliver, fail) => {
    globalThis.releaseAtlasProgram = (text) => {
      delete globalThis.releaseAtlasProgram;
      atlasUnpacked(text).then(deliver, fail);
    };
  });
}

const atlasPartsDelivered = new Promise((deliver, fail) => {
  globalThis.releaseAtlasParts = (texts) => {
    delete globalThis.releaseAtlasParts;
    deliver(texts);
  };
  document.querySelector('script[data-atlas-parts]')
    ?.addEventListener('error', () => fail(new Error('the script with the parts could not be loaded')));
});
atlasPartsDelivered.catch(() => {});

async function atlasPartDelivery(file) {
  return atlasUnpacked((await atlasPartsDelivered)[file]);
}
";

/// `release-atlas-wasm.js`: the program, gzipped, as text.
pub fn delivery(wasm: &[u8]) -> Outcome<String> {
    Ok(format!("releaseAtlasProgram('{}');\n", BASE64.encode(gzip(wasm)?)))
}

/// `release-atlas-parts.js`: what comes later, alike.
pub fn delivery_of_parts(files: &BTreeMap<String, Vec<u8>>) -> Outcome<String> {
    let mut text = "releaseAtlasParts({\n".to_owned();
    for (name, bytes) in files {
        let _ = writeln!(text, "{}: '{}',", json!(name), BASE64.encode(gzip(bytes)?));
    }
    Ok(text + "});\n")
}

/// Gzipped at the best level: these files are made once and sent often.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| format!("gzip: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_delivered_without_their_comments() {
        let script = "// first\n/**\n * @param {string} one */\nfunction a(one) {\n  /* over\n two lines */ check(one);\n    /* why */ return one; // kept\n}\n\nconst at = 'https://x';\n";
        assert_eq!(
            lean(script),
            "function a(one) {\ncheck(one);\n/* why */ return one; // kept\n}\nconst at = 'https://x';"
        );
    }

    #[test]
    fn a_style_sheet_is_delivered_without_its_comments() {
        let sheet = "/* one\n two */\n.a {\n  content: \"/* kept */\"; /* why */\n\n  background: url('a//b.svg') 1px / 2px;\n}\n";
        assert_eq!(
            lean_style(sheet),
            ".a {\ncontent: \"/* kept */\";\nbackground: url('a//b.svg') 1px / 2px;\n}"
        );
    }

    fn module(config: Config) -> String {
        let part = |text: &str| text.to_owned();
        let parts = Parts {
            version: part("1.2.3"),
            glue: part("glue"),
            later: part("parts"),
            loader: part("loader"),
            element: part("element"),
            frame: part("frame"),
            worker: part("worker"),
            style: part("a { color: \"red\" }"),
        };
        let written = |name: &str| Written { name: part(name), integrity: part("sha384-1") };
        let later = BTreeMap::from([(part("split_views"), written("v-1.wasm"))]);
        let of = BTreeMap::from([(part("views"), vec![part("split_views")])]);
        parts.module(
            &Files { program: &written("x-1.wasm"), later: &later, of: &of, worker: "w-1.js" },
            config,
        )
    }

    #[test]
    fn every_file_of_the_module_is_named_as_bundlers_know_it() {
        let text = module(Config::Beside);
        assert!(text.contains(r#"file: new URL("./x-1.wasm", import.meta.url).href, integrity: "sha384-1""#));
        assert!(
            text.contains(r#""split_views": { file: new URL("./v-1.wasm", import.meta.url).href, integrity"#)
        );
        assert!(text.contains(r#"parts: {"views":["split_views"]}"#));
        assert!(text.contains(r#"worker: new URL("./w-1.js", import.meta.url).href"#));
        assert!(text.contains(r#"config: "config.json""#) && text.contains(r#"version: "1.2.3""#));
    }

    #[test]
    fn the_module_of_the_package_asks_for_no_configuration() {
        assert!(module(Config::None).contains("config: null"));
    }
}
