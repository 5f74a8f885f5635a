//! What the host page and the deployment set, as one value: defaults, then `config.json`, then attributes.
//!
//! Every value is text that others wrote, so each is read leniently: one that is not understood is named
//! as a [`Problem`] and the next lower layer's value stays. What a person looks at (properties, the
//! address, preferences) comes on top and is no business of this file.

mod deployment;
mod opening;
mod problem;
mod word;

use crate::sorted::SortedMap;
pub use deployment::{Deployment, Preset, Shortcut, is_origin};
pub use opening::{Opening, find_id, key_of};
pub use problem::{Expected, Place, Problem};
pub use word::{Chrome, Credentials, Density, Theme, TimeZone, ZoomMode};

/// Every attribute of the element, in the order of the contract.
pub const ATTRIBUTES: [&str; 23] = [
    "src",
    "manifest-src",
    "base-url",
    "view",
    "focus",
    "depth",
    "direction",
    "group",
    "find",
    "hide",
    "max-nodes",
    "max-requests",
    "max-bytes",
    "theme",
    "density",
    "lang",
    "time-zone",
    "chrome",
    "state",
    "offline",
    "readonly",
    "credentials",
    "zoom-mode",
];

/// The most bytes that `max-bytes` may allow: what one instance can hold besides all else.
const MOST_BYTES: u64 = 1 << 30;

/// Values by name, as written.
pub type Values = SortedMap<String, String>;

/// Where values come from, lowest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layers {
    /// The member `attributes` of `config.json`.
    pub file: Values,
    /// The element's attributes.
    pub attributes: Values,
}

/// What holds for one element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Addresses of documents (`src`, then `manifest-src`).
    pub sources: Vec<String>,
    /// What relative links of files resolve against; empty for none.
    pub base_url: String,
    /// What is looked at first.
    pub opening: Opening,
    /// How many nodes are drawn first.
    pub max_nodes: usize,
    /// How many requests a crawl sends without a click.
    pub max_requests: u32,
    /// The most bytes of one document.
    pub max_bytes: u64,
    /// Colours.
    pub theme: Theme,
    /// Room around things.
    pub density: Density,
    /// The language of the interface as a BCP 47 tag; empty for the page's own.
    pub language: String,
    /// The clock of absolute times.
    pub time_zone: TimeZone,
    /// How much of the frame is shown.
    pub chrome: Chrome,
    /// Whether the address bar follows what is looked at.
    pub writes_address: bool,
    /// Whether every request is forbidden.
    pub is_offline: bool,
    /// Whether documents can be neither opened nor closed by hand.
    pub is_readonly: bool,
    /// Whether cookies are sent.
    pub credentials: Credentials,
    /// Whether the wheel zooms without a key.
    pub zoom_mode: ZoomMode,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            sources: Vec::new(),
            base_url: String::new(),
            opening: Opening::default(),
            max_nodes: crate::session::shown::DRAWN_FIRST,
            max_requests: crate::hal::crawl::Limits::default().requests,
            max_bytes: 64 << 20,
            theme: Theme::default(),
            density: Density::default(),
            language: String::new(),
            time_zone: TimeZone::default(),
            chrome: Chrome::default(),
            writes_address: false,
            is_offline: false,
            is_readonly: false,
            credentials: Credentials::default(),
            zoom_mode: ZoomMode::default(),
        }
    }
}

impl Config {
    /// All layers in their order, with what was not understood in any of them.
    pub fn merged(layers: &Layers) -> (Self, Vec<Problem>) {
        let (mut config, mut problems) = (Self::default(), Vec::new());
        for (place, values) in [(Place::File, &layers.file), (Place::Attribute, &layers.attributes)] {
            config.take(place, values, &mut problems);
        }
        (config, problems)
    }

    fn take(&mut self, place: Place, values: &Values, problems: &mut Vec<Problem>) {
        // One list of addresses a layer: those of a lower layer are not joined to it.
        if values.contains_key("src") || values.contains_key("manifest-src") {
            self.sources.clear();
        }
        // In the order of the contract, so that `src` comes before `manifest-src`.
        let known = ATTRIBUTES.iter().filter_map(|name| Some((*name, values.get(*name)?)));
        for (name, value) in known {
            if let Err(expected) = self.set(name, value.trim()) {
                problems.push(Problem { place, name: name.to_owned(), given: value.clone(), expected });
            }
        }
        if place == Place::File {
            let unknown = values.iter().filter(|(name, _)| !ATTRIBUTES.contains(&name.as_str()));
            problems.extend(unknown.map(|(name, value)| Problem {
                place,
                name: format!("attributes.{name}"),
                given: value.clone(),
                expected: Expected::Nothing,
            }));
        }
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), Expected> {
        match name {
            "src" | "manifest-src" => self.sources.extend(value.split_whitespace().map(str::to_owned)),
            "base-url" => value.clone_into(&mut self.base_url),
            "lang" => self.language = language(value)?,
            "max-nodes" => self.max_nodes = number(value, 1, 1_000_000)? as usize,
            "max-requests" => self.max_requests = number(value, 0, 100_000)? as u32,
            "max-bytes" => self.max_bytes = bytes(value)?,
            "theme" => self.theme = Theme::of(value)?,
            "density" => self.density = Density::of(value)?,
            "time-zone" => self.time_zone = TimeZone::of(value)?,
            "chrome" => self.chrome = Chrome::of(value)?,
            "credentials" => self.credentials = Credentials::of(value)?,
            "zoom-mode" => self.zoom_mode = ZoomMode::of(value)?,
            "state" => self.writes_address = switch(value, "hash", "none")?,
            "offline" => self.is_offline = switch(value, "offline", "false")?,
            "readonly" => self.is_readonly = switch(value, "readonly", "false")?,
            _ => self.opening.set(name, value)?,
        }
        Ok(())
    }
}

/// One of two words; a boolean attribute is on when it is empty, `true` or its own name.
fn switch(value: &str, on: &'static str, off: &'static str) -> Result<bool, Expected> {
    let is_boolean = off == "false";
    match value {
        "" | "true" if is_boolean => Ok(true),
        _ if value == on => Ok(true),
        _ if value == off => Ok(false),
        _ => Err(Expected::OneOf(vec![on, off])),
    }
}

fn number(value: &str, low: u64, high: u64) -> Result<u64, Expected> {
    let read = value.parse::<u64>().ok().filter(|number| (low..=high).contains(number));
    read.ok_or(Expected::Number { low, high })
}

/// A number of bytes, also as `64 MB` or `512kB`.
fn bytes(value: &str) -> Result<u64, Expected> {
    let expected = Expected::Number { low: 1, high: MOST_BYTES };
    let digits = value.trim_end_matches(|letter: char| letter.is_ascii_alphabetic() || letter == ' ');
    let unit = match value[digits.len()..].trim().to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "kb" => 1 << 10,
        "mb" => 1 << 20,
        "gb" => 1 << 30,
        _ => return Err(expected),
    };
    let read = digits.parse::<u64>().ok().and_then(|count| count.checked_mul(unit));
    read.filter(|count| (1..=MOST_BYTES).contains(count)).ok_or(expected)
}

/// A tag whose shape is that of BCP 47; a language without texts is shown in English.
fn language(value: &str) -> Result<String, Expected> {
    let is_tag = value.is_empty()
        || (value.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && value.len() <= 35
            && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
    if is_tag { Ok(value.to_owned()) } else { Err(Expected::Language) }
}
