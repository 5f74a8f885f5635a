//! The project's own commands: `cargo xtask serve`, `test`, `build`, `bench`.
//!
//! They install what is missing, say what they do step by step with the time it took, and
//! never repeat what is done. Run `cargo xtask help` for the list.
#![forbid(unsafe_code)]

mod arguments;
mod bench;
mod build;
mod bundle;
mod install;
mod licences;
mod process;
mod project;
mod sample;
mod serve;
mod server;
mod split;
mod step;
mod test;
mod wasm;

use arguments::Arguments;
use std::process::ExitCode;

/// What every command gives back: nothing, or a message for the person at the terminal.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask serve   build the viewer and serve it on http://127.0.0.1:8080/
    --port N          another port
    --open            open the browser
    --api ORIGIN      let the page reach this API too (repeatable)
    --no-build        serve dist/ as it is
cargo xtask test    every check and test there is; or one part of them:
    lint [native|wasm]   format, clippy on both targets, licences
    native [FILTER]      cargo test
    web [FILTER]         wasm-bindgen-test in Chromium
    trunk                a build with Trunk, and the sample in it
    e2e [FILTER]         Playwright against the release build under the strict CSP
cargo xtask build   leave the release build in dist/, ready for any static host
cargo xtask bench   criterion for the pure rooms, then the bench page and the first verdict in Chromium
    native|web [FILTER]
cargo xtask sample  write sample/ anew from its tables
cargo xtask setup   install what the commands above need, and nothing else";

fn main() -> ExitCode {
    let arguments = Arguments::from_command_line();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Outcome {
    match arguments.word(0).unwrap_or("help") {
        "serve" => serve::run(arguments),
        "test" => test::run(arguments),
        "build" => build::run().map(drop),
        "bench" => bench::run(arguments),
        "sample" => sample::run(),
        "setup" => install::everything(),
        "post-build" => bundle::run_as_trunk_hook(),
        "help" => {
            println!("{HELP}");
            Ok(())
        }
        unknown => Err(format!("there is no command {unknown:?}\n\n{HELP}")),
    }
}
