//! The licences and sources of all dependencies, against the list in `deny.toml`.
//!
//! cargo-deny does this and more, and is used where it is installed; building it takes longer than
//! the whole rest of the checks, so this reads the same list without it.

use crate::process::{Program, find};
use crate::{Outcome, project};
use serde_json::Value;

/// Checks every package of the lock file, for every platform.
pub fn check() -> Outcome {
    if find("cargo-deny").is_some() {
        return Program::new("cargo").args("deny check licenses bans sources").folder(&project::root()).run();
    }
    let rules = std::fs::read_to_string(project::root().join("deny.toml"))
        .map_err(|error| format!("deny.toml: {error}"))?;
    let allowed = allowed_licences(&rules);
    let objections: Vec<String> =
        packages()?.iter().filter_map(|package| objection(package, &allowed)).collect();
    if objections.is_empty() {
        Ok(())
    } else {
        Err(format!("deny.toml does not allow\n  {}", objections.join("\n  ")))
    }
}

fn packages() -> Outcome<Vec<Value>> {
    let answer = Program::new("cargo")
        .args("metadata --format-version 1 --locked")
        .folder(&project::root())
        .answer()
        .ok_or("`cargo metadata` failed")?;
    let mut metadata: Value =
        serde_json::from_str(&answer).map_err(|error| format!("cargo metadata: {error}"))?;
    match metadata.get_mut("packages").map(Value::take) {
        Some(Value::Array(packages)) => Ok(packages),
        _ => Err("`cargo metadata` listed no packages".to_owned()),
    }
}

fn objection(package: &Value, allowed: &[String]) -> Option<String> {
    let field = |name: &str| package.get(name).and_then(Value::as_str).unwrap_or_default();
    let name = format!("{} {}", field("name"), field("version"));
    let source = field("source");
    if !source.is_empty() && source != "registry+https://github.com/rust-lang/crates.io-index" {
        return Some(format!("{name}: from {source}"));
    }
    let licence = field("license");
    (!is_allowed(licence, allowed)).then(|| format!("{name}: licence {licence:?}"))
}

fn allowed_licences(rules: &str) -> Vec<String> {
    let list =
        rules.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether a licence expression can be met: every part of an AND, some part of an OR.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace('/', " OR ");
    expression.split(" AND ").all(|part| {
        let choices = part.trim_matches(['(', ')', ' ']).split(" OR ");
        choices.into_iter().any(|choice| allowed.iter().any(|licence| licence == choice.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several_choices_is_enough_and_all_of_several_duties_are_needed() {
        let allowed = allowed_licences("[licenses]\nallow = [\n  \"MIT\",\n  \"Unicode-3.0\",\n]\n");
        assert!(is_allowed("MIT OR GPL-3.0", &allowed) && is_allowed("GPL-3.0/MIT", &allowed));
        assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0", &allowed));
        assert!(!is_allowed("(MIT OR Apache-2.0) AND GPL-3.0", &allowed) && !is_allowed("", &allowed));
    }
}
