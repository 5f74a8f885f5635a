//! Running other programs: what they are called, with which environment, and what their failure says.

use crate::Outcome;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program to run, shown to the person when it fails.
pub struct Program {
    command: Command,
    shown: String,
}

impl Program {
    /// A program by name (looked up on PATH) or by path.
    pub fn new(name: impl AsRef<OsStr>) -> Self {
        let shown = name.as_ref().to_string_lossy().into_owned();
        Self { command: Command::new(name), shown }
    }

    /// Adds one argument.
    pub fn arg(mut self, value: impl AsRef<OsStr>) -> Self {
        self.shown.push(' ');
        self.shown.push_str(&value.as_ref().to_string_lossy());
        self.command.arg(value);
        self
    }

    /// Adds arguments written in one line, separated by spaces.
    pub fn args(mut self, line: &str) -> Self {
        for value in line.split_whitespace() {
            self = self.arg(value);
        }
        self
    }

    /// Sets an environment variable.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs in another folder.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Puts folders before the ones on PATH.
    pub fn path_first(self, folders: &[PathBuf]) -> Self {
        let rest = std::env::var_os("PATH").unwrap_or_default();
        let all = folders.iter().cloned().chain(std::env::split_paths(&rest));
        match std::env::join_paths(all) {
            Ok(path) => self.env("PATH", path),
            Err(_) => self,
        }
    }

    /// Runs it with the terminal as its output.
    pub fn run(mut self) -> Outcome {
        let status = self.command.stdin(Stdio::null()).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("`{}` failed ({status})", self.shown)),
            Err(error) => Err(format!("`{}` could not be started: {error}", self.shown)),
        }
    }

    /// Runs it in silence; its output is shown only when it fails.
    pub fn run_quietly(self) -> Outcome {
        let shown = self.shown.clone();
        let output = self.output_of_any_status()?;
        if output.status.success() {
            return Ok(());
        }
        let text = [output.stdout, output.stderr].concat();
        let text = String::from_utf8_lossy(&text);
        let tail: Vec<&str> = text.lines().rev().take(40).collect();
        let tail: Vec<&str> = tail.into_iter().rev().collect();
        Err(format!("`{shown}` failed ({})\n{}", output.status, tail.join("\n")))
    }

    /// What it prints, or nothing where it is missing or fails.
    pub fn answer(self) -> Option<String> {
        let output = self.output_of_any_status().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn output_of_any_status(mut self) -> Outcome<std::process::Output> {
        self.command
            .stdin(Stdio::null())
            .output()
            .map_err(|error| format!("`{}` could not be started: {error}", self.shown))
    }
}

/// Where a program is on PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
