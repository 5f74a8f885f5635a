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

impl Parts {
    /// `release-atlas.js`: an ES module that finds the program beside itself.
    pub fn module(&self, wasm_file: &str, integrity: &str, worker_file: &str) -> String {
        let wasm = json!({ "file": wasm_file, "integrity": integrity });
        let build = self.build("import.meta.url", &wasm.to_string(), worker_file);
        let body = Self::joined(&[&self.glue, &self.loader, &self.element]);
        format!("{build}{body}\nexport {{ ReleaseAtlasElement }};\n")
    }

    /// `release-atlas-frame.js`: a classic script that waits until the other one delivers the program.
    pub fn classic(&self, worker_file: &str) -> String {
        let build = self.build("document.currentScript.src", "{ bytes: atlasDelivery() }", worker_file);
        let body = Self::joined(&[&self.glue, &self.loader, &self.frame, &self.element]);
        format!("(() => {{\n'use strict';\n{DELIVERY}{build}{body}\n}})();\n")
    }

    /// `release-atlas-worker.js`: a classic script, which every browser starts as a worker.
    pub fn worker(&self) -> String {
        format!("'use strict';\n{}\n\n{}\n", self.glue.trim_end(), self.worker.trim_end())
    }

    fn build(&self, home: &str, wasm: &str, worker_file: &str) -> String {
        let version = json!(env!("CARGO_PKG_VERSION"));
        let style = json!(self.style);
        let worker = json!(worker_file);
        format!(
            "const atlasBuild = Object.freeze({{ version: {version}, home: {home}, wasm: {wasm}, worker: {worker}, style: {style} }});\n"
        )
    }

    fn joined(parts: &[&String]) -> String {
        parts.iter().map(|part| part.trim_end()).collect::<Vec<_>>().join("\n\n")
    }
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
