//! The command line, read once: words, and options with or without a value.

use crate::Outcome;

const OPTIONS_WITH_VALUE: [&str; 2] = ["--port", "--api"];

/// What followed `cargo xtask`.
pub struct Arguments {
    words: Vec<String>,
    options: Vec<(String, Option<String>)>,
}

impl Arguments {
    /// Reads the process's own command line.
    pub fn from_command_line() -> Self {
        Self::read(std::env::args().skip(1))
    }

    fn read(mut given: impl Iterator<Item = String>) -> Self {
        let mut arguments = Self { words: Vec::new(), options: Vec::new() };
        while let Some(text) = given.next() {
            if !text.starts_with("--") {
                arguments.words.push(text);
            } else if let Some((name, value)) = text.split_once('=') {
                arguments.options.push((name.to_owned(), Some(value.to_owned())));
            } else {
                let value = if OPTIONS_WITH_VALUE.contains(&text.as_str()) { given.next() } else { None };
                arguments.options.push((text, value));
            }
        }
        arguments
    }

    /// The word at a position, the command itself being the first.
    pub fn word(&self, position: usize) -> Option<&str> {
        self.words.get(position).map(String::as_str)
    }

    /// Whether an option was given.
    pub fn has(&self, name: &str) -> bool {
        self.options.iter().any(|(given, _)| given == name)
    }

    /// Every value that an option was given.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.options.iter().filter(move |(given, _)| given == name).filter_map(|(_, value)| value.as_deref())
    }

    /// Refuses options that the command does not know, so that a typing error is not ignored.
    pub fn allow_only(&self, known: &[&str]) -> Outcome {
        match self.options.iter().find(|(given, _)| !known.contains(&given.as_str())) {
            Some((unknown, _)) => {
                Err(format!("{unknown} is no option of this command; it has: {}", known.join(" ")))
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Arguments {
        Arguments::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn a_value_may_follow_its_option_with_a_space_or_an_equals_sign() {
        for line in ["serve --port 9000", "serve --port=9000"] {
            assert_eq!(arguments(line).values("--port").collect::<Vec<_>>(), ["9000"]);
            assert_eq!(arguments(line).word(0), Some("serve"));
        }
    }

    #[test]
    fn an_unknown_option_is_named() {
        let refusal = arguments("serve --prot 1").allow_only(&["--port"]).unwrap_err();
        assert!(refusal.contains("--prot"), "{refusal}");
    }
}
