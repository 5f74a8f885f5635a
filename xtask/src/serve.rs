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
    let api_origins: Vec<String> = arguments.values("--api").map(str::to_owned).collect();
    let site = Site::new(project::dist(), &api_origins);
    let address = format!("http://127.0.0.1:{}/", server.port());
    println!("\nRelease Atlas is at {address}   (Ctrl+C ends it)");
    if arguments.has("--open") {
        open(&address);
    }
    server.run(&site);
    Ok(())
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
