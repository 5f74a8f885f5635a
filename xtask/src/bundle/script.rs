//! The scripts: one body (glue, loader, element) in two wrappings, and the program as text.

use crate::Outcome;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use std::io::Write;

/// What both wrappings are made of.
pub struct Parts {
    /// The version of the viewer.
    pub version: String,
    /// The adapted glue of wasm-bindgen.
    pub glue: String,
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
    pub fn module(&self, wasm_file: &str, integrity: &str, worker_file: &str, config: Config) -> String {
        let program = beside(wasm_file);
        let wasm = format!("{{ file: {program}, integrity: {} }}", json!(integrity));
        let build = self.build(&program, &wasm, &beside(worker_file), config);
        let body = Self::joined(&[&self.glue, &self.loader, &self.element]);
        format!("{build}{body}\nexport {{ ReleaseAtlasElement }};\n")
    }

    /// `release-atlas-frame.js`: a classic script that waits until the other one delivers the program.
    pub fn classic(&self, worker_file: &str) -> String {
        let program = "{ bytes: atlasDelivery() }";
        let worker = json!(worker_file).to_string();
        let build = self.build("document.currentScript.src", program, &worker, Config::Beside);
        let body = Self::joined(&[&self.glue, &self.loader, &self.frame, &self.element]);
        format!("(() => {{\n'use strict';\n{DELIVERY}{build}{body}\n}})();\n")
    }

    /// `release-atlas-worker.js`: a classic script, which every browser starts as a worker.
    pub fn worker(&self) -> String {
        format!("'use strict';\n{}\n\n{}\n", self.glue.trim_end(), self.worker.trim_end())
    }

    /// `home`, `wasm` and `worker` are expressions of JavaScript.
    fn build(&self, home: &str, wasm: &str, worker: &str, config: Config) -> String {
        let (version, style) = (json!(self.version), json!(self.style));
        let config = match config {
            Config::Beside => json!("config.json"),
            Config::None => json!(null),
        };
        format!(
            "const atlasBuild = Object.freeze({{ version: {version}, home: {home}, config: {config}, wasm: {wasm}, worker: {worker}, style: {style} }});\n"
        )
    }

    fn joined(parts: &[&String]) -> String {
        parts.iter().map(|part| part.trim_end()).collect::<Vec<_>>().join("\n\n")
    }
}

/// The address of a file beside the module, spelt as bundlers know it.
fn beside(file: &str) -> String {
    format!("new URL({}, import.meta.url).href", json!(format!("./{file}")))
}

/// The receiving end in the frame. `releaseAtlasProgram` is the one global name that the two share.
const DELIVERY: &str = "\
function atlasDelivery() {
  return new Promise((deliver, fail) => {
    globalThis.releaseAtlasProgram = (text) => {
      delete globalThis.releaseAtlasProgram;
      const zipped = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'));
      new Response(stream).arrayBuffer().then(deliver, fail);
    };
  });
}
";

/// `release-atlas-wasm.js`: the program, gzipped, as text.
pub fn delivery(wasm: &[u8]) -> Outcome<String> {
    Ok(format!("releaseAtlasProgram('{}');\n", BASE64.encode(gzip(wasm)?)))
}

/// Gzipped at the best level: these files are made once and sent often.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| format!("gzip: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(config: Config) -> String {
        let part = |text: &str| text.to_owned();
        let parts = Parts {
            version: part("1.2.3"),
            glue: part("glue"),
            loader: part("loader"),
            element: part("element"),
            frame: part("frame"),
            worker: part("worker"),
            style: part("a { color: \"red\" }"),
        };
        parts.module("x-1.wasm", "sha384-1", "w-1.js", config)
    }

    #[test]
    fn every_file_of_the_module_is_named_as_bundlers_know_it() {
        let text = module(Config::Beside);
        assert!(text.contains(r#"file: new URL("./x-1.wasm", import.meta.url).href, integrity: "sha384-1""#));
        assert!(text.contains(r#"worker: new URL("./w-1.js", import.meta.url).href"#));
        assert!(text.contains(r#"config: "config.json""#) && text.contains(r#"version: "1.2.3""#));
    }

    #[test]
    fn the_module_of_the_package_asks_for_no_configuration() {
        assert!(module(Config::None).contains("config: null"));
    }
}
