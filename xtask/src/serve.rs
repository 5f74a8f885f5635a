//! `cargo xtask serve`.

use crate::arguments::Arguments;
use crate::process::Program;
use crate::server::{Server, Site};
use crate::{Outcome, build, project};

/// Builds what is not built yet and serves it until the terminal ends it.
pub fn run(arguments: &Arguments) -> Outcome {
    arguments.allow_only(&["--port", "--open", "--api", "--no-build"])?;
    let port = port(arguments)?;
    // Before the build, which takes minutes: a taken port is better said at once.
    let server = Server::bind(port).map_err(|error| taken(port, &error))?;
    if !arguments.has("--no-build") {
        build::run()?;
    } else if !project::dist().join("index.html").is_file() {
        return Err("dist/ holds no build yet; leave out --no-build".to_owned());
    }
    let api_origins = api_origins(arguments)?;
    let site = Site::new(project::dist(), &api_origins);
    let address = format!("http://127.0.0.1:{}/", server.port());
    println!("\nRelease Atlas is at {address}   (Ctrl+C ends it)");
    if arguments.has("--open") {
        open(&address);
    }
    server.run(&site);
    Ok(())
}

/// The origins of `--api` and of `apiOrigins` in config.json: what a deployment would allow as well.
fn api_origins(arguments: &Arguments) -> Outcome<Vec<String>> {
    let config = std::fs::read_to_string(project::dist().join("config.json")).unwrap_or_default();
    let config: serde_json::Value =
        serde_json::from_str(&config).map_err(|error| format!("dist/config.json: {error}"))?;
    let configured = config.get("apiOrigins").and_then(serde_json::Value::as_array).into_iter().flatten();
    let named = arguments.values("--api").chain(configured.filter_map(serde_json::Value::as_str));
    named.map(|origin| checked_origin(origin).map(str::to_owned)).collect()
}

/// An origin goes into a header word for word, so it must be one and nothing more.
fn checked_origin(text: &str) -> Outcome<&str> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let is_plain = host.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-:[]*".contains(letter));
    if host.is_empty() || !is_plain {
        return Err(format!("{text:?} is no origin; one looks like https://api.example:8443"));
    }
    Ok(text)
}

fn port(arguments: &Arguments) -> Outcome<u16> {
    match arguments.values("--port").last() {
        None => Ok(8080),
        Some(text) => text.parse().map_err(|_| format!("--port wants a number up to 65535, not {text:?}")),
    }
}

fn taken(port: u16, error: &std::io::Error) -> String {
    format!(
        "port {port} cannot be used ({error}). Is another server running there? \
         Pick another one:\n    cargo xtask serve --port {}",
        port.saturating_add(1)
    )
}

fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    if Program::new(opener).arg(address).run_quietly().is_err() {
        println!("No browser could be opened; open the address yourself.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_origin_gets_into_the_header() {
        for good in ["https://api.example", "http://127.0.0.1:9000", "http://[::1]:9000", "https://*.example"]
        {
            assert_eq!(checked_origin(good), Ok(good));
        }
        for bad in
            ["", "api.example", "https://", "https://a b", "https://a;script-src *", "https://a/b", "*"]
        {
            assert!(checked_origin(bad).is_err(), "{bad}");
        }
    }
}
