//! A folder as a web site: which file a path means, as what it is sent, and when a copy is still right.

use super::answer::{Answer, policy};
use super::request::Request;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

type Zipped = Arc<Mutex<BTreeMap<(PathBuf, String), Vec<u8>>>>;

/// The folder that is served, with the headers that go with it.
#[derive(Clone)]
pub struct Site {
    folder: PathBuf,
    policy: String,
    zipped: Zipped,
}

impl Site {
    /// Serves a folder; the pages in it may ask the given API origins too.
    pub fn new(folder: PathBuf, api_origins: &[String]) -> Self {
        Self { folder, policy: policy(api_origins), zipped: Zipped::default() }
    }

    /// The answer to any request at all.
    pub fn answer(&self, request: &Request) -> Answer {
        self.plain_answer(request)
            .with("content-security-policy", &self.policy)
            .with("referrer-policy", "no-referrer")
            .with("x-content-type-options", "nosniff")
            // Every file is asked for anew and answered by its tag: what was built is what is seen.
            .with("cache-control", "no-cache")
    }

    fn plain_answer(&self, request: &Request) -> Answer {
        let Some(path) = &request.path else { return Answer::refusal("400 Bad Request") };
        if request.method != "GET" && request.method != "HEAD" {
            return Answer::refusal("405 Method Not Allowed").with("allow", "GET, HEAD");
        }
        let Some(file) = self.file(path) else { return Answer::refusal("404 Not Found") };
        let (Ok(body), Some(tag)) = (std::fs::read(&file), tag(&file)) else {
            return Answer::refusal("404 Not Found");
        };
        if request.if_none_match.as_deref() == Some(&tag) {
            return Answer::unchanged().with("etag", tag).with("vary", "accept-encoding");
        }
        let answer = if request.takes_gzip && is_text_or_code(&file) {
            Answer::whole(kind(&file), self.zip(&file, &tag, &body)).with("content-encoding", "gzip")
        } else {
            Answer::whole(kind(&file), body)
        };
        answer.with("etag", tag).with("vary", "accept-encoding")
    }

    /// The file that a path means, if it means one inside the folder.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let mut file = self.folder.clone();
        for name in path.split('/').filter(|name| !name.is_empty()) {
            if name.starts_with('.') || name.contains(['\\', '\0', ':']) {
                return None;
            }
            file.push(name);
        }
        if path.ends_with('/') {
            file.push("index.html");
        }
        // Links inside the folder may lead anywhere; only what ends up inside is served.
        let real = file.canonicalize().ok()?;
        (real.starts_with(self.folder.canonicalize().ok()?) && real.is_file()).then_some(real)
    }

    fn zip(&self, file: &Path, tag: &str, body: &[u8]) -> Vec<u8> {
        let key = (file.to_owned(), tag.to_owned());
        let held = self.zipped.lock().ok().and_then(|zipped| zipped.get(&key).cloned());
        held.unwrap_or_else(|| {
            let made = gzip(body);
            if let Ok(mut zipped) = self.zipped.lock() {
                zipped.retain(|(other, _), _| other != file);
                zipped.insert(key, made.clone());
            }
            made
        })
    }
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    // Writing into memory does not fail.
    let _ = encoder.write_all(body);
    encoder.finish().unwrap_or_default()
}

fn tag(file: &Path) -> Option<String> {
    let about = std::fs::metadata(file).ok()?;
    let changed = about.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(format!("\"{:x}-{:x}\"", about.len(), changed.as_nanos()))
}

fn extension(file: &Path) -> &str {
    file.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

fn kind(file: &Path) -> &'static str {
    match extension(file) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn is_text_or_code(file: &Path) -> bool {
    matches!(extension(file), "html" | "js" | "mjs" | "css" | "json" | "wasm" | "svg" | "txt" | "md")
}

#[cfg(test)]
mod tests {
    use super::super::request;
    use super::*;

    fn site() -> Site {
        Site::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &[])
    }

    fn first_line(path: &str) -> String {
        let text = format!("GET {path} HTTP/1.1\r\n\r\n");
        let request = request::read(&mut text.as_bytes()).unwrap().unwrap();
        let bytes = site().answer(&request).bytes(true, true);
        String::from_utf8_lossy(&bytes).lines().next().unwrap_or_default().to_owned()
    }

    #[test]
    fn files_of_the_folder_are_served() {
        assert_eq!(first_line("/main.rs"), "HTTP/1.1 200 OK");
        assert_eq!(first_line("/server//site.rs?v=1"), "HTTP/1.1 200 OK");
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let paths = [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/server/../../Cargo.toml",
            "/..%5cCargo.toml",
            "//../Cargo.toml",
        ];
        for path in paths {
            assert_eq!(first_line(path), "HTTP/1.1 404 Not Found", "{path}");
        }
    }

    #[test]
    fn folders_and_missing_files_are_not_found() {
        for path in ["/", "/server", "/server/", "/none", "/main.rs/", "/main.rs%00"] {
            assert_eq!(first_line(path), "HTTP/1.1 404 Not Found", "{path}");
        }
    }
}
