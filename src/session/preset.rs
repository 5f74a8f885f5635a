//! The two services that documents come from: their addresses, and what their lists offer to choose from.
//!
//! A person knows a host and perhaps an id, not the paths of an API. Everything here is addresses and rows as
//! plain data; asking is done elsewhere.

use std::collections::BTreeMap;

use crate::hal::address::decoded;
use crate::hal::page;
use crate::hal::secret;
use crate::hal::template::{Given, expand};
use crate::json::{Document, Kind, Value};
use crate::letters;

/// A service with documents that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Service {
    /// The Application Catalog: customizations and releases of a catalogue.
    Catalog,
    /// Cloud Foundation (SDDC Manager): the system's manifest and its releases.
    Foundation,
}

/// What a service is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// The customizations of a catalogue, as a list to choose from.
    Customizations,
    /// The releases of a catalogue, as a list to choose from.
    Releases,
    /// The system's manifest: one document.
    Manifest,
    /// The releases that a system knows, as a list to choose from.
    SystemReleases,
}

impl Service {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Catalog, Self::Foundation];

    /// The word by which texts name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Catalog => "catalog",
            Self::Foundation => "foundation",
        }
    }

    /// The word of `config.json`.
    pub const fn config_word(self) -> &'static str {
        match self {
            Self::Catalog => "catalog",
            Self::Foundation => "cloud-foundation",
        }
    }

    /// The service of a word of `config.json`.
    pub fn from_config(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.config_word() == word)
    }

    /// What it can be asked for.
    pub const fn wanted(self) -> [Wanted; 2] {
        match self {
            Self::Catalog => [Wanted::Customizations, Wanted::Releases],
            Self::Foundation => [Wanted::Manifest, Wanted::SystemReleases],
        }
    }
}

impl Wanted {
    /// The word by which texts name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Customizations => "customizations",
            Self::Releases => "releases",
            Self::Manifest => "manifest",
            Self::SystemReleases => "system-releases",
        }
    }

    /// Whether it is a list to choose from, and not the document itself.
    pub const fn is_list(self) -> bool {
        !matches!(self, Self::Manifest)
    }

    const fn list_template(self) -> &'static str {
        match self {
            Self::Customizations => "{+base}/v1/catalogs/{catalog}/customizations?page=1&page_size=100",
            Self::Releases => "{+base}/v1/catalogs/{catalog}/releases?page=1&page_size=100&minimal_info=true",
            Self::Manifest => "{+base}/v1/manifests",
            Self::SystemReleases => "{+base}/v1/releases",
        }
    }

    const fn one_template(self) -> &'static str {
        match self {
            Self::Customizations => "{+base}/v1/catalogs/{catalog}/customizations/{id}",
            Self::Releases => "{+base}/v1/catalogs/{catalog}/releases/{id}",
            Self::Manifest => "{+base}/v1/manifests",
            Self::SystemReleases => "{+base}/v1/releases{?versionEq}",
        }
    }
}

/// What the paths of both services begin with below the base.
const RESOURCES: [&str; 5] =
    ["/v1/catalogs", "/v1/customizations", "/v1/manifests", "/v1/releases", "/v1/tokens"];

/// The base of a service and the id of a catalogue as they were meant: people paste whole addresses into either
/// field, with spaces, quotes and capitals around and in them.
pub fn typed(base: &str, catalog: &str) -> (String, String) {
    let (base, catalog) = (bare(base), bare(catalog));
    let is_address = catalog.contains("://");
    let whole = if base.is_empty() && is_address { catalog } else { base };
    let named = catalog_in(catalog).or_else(|| catalog_in(base).filter(|_| catalog.is_empty()));
    let id = named.unwrap_or_else(|| if is_address { String::new() } else { catalog.to_owned() });
    let end = RESOURCES.iter().filter_map(|resource| whole.find(resource)).min().unwrap_or(whole.len());
    (whole.get(..end).unwrap_or(whole).to_owned(), tidy(&id))
}

/// A text without what stands around it where it was copied.
fn bare(text: &str) -> &str {
    let around = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '"' | '\'' | '<' | '>' | '`' | ',' | ';' | '\u{200b}' | '\u{feff}')
    };
    text.trim_matches(around)
}

/// The id of the catalogue that an address names.
fn catalog_in(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("/catalogs/")?;
    let id = rest.split(['/', '?', '#']).next().filter(|id| !id.is_empty())?;
    Some(decoded(id).into_owned())
}

/// An id as the service writes it: a UUID in lower case without spaces in it, anything else as it is.
fn tidy(id: &str) -> String {
    let joined: String = id.chars().filter(|letter| !letter.is_whitespace()).collect();
    let digits = joined.bytes().filter(u8::is_ascii_hexdigit).count();
    let is_uuid = joined.len() == 36 && digits == 32 && joined.matches('-').count() == 4;
    if is_uuid { joined.to_ascii_lowercase() } else { id.trim().to_owned() }
}

/// How to get a token of an SDDC Manager, as a command for a POSIX shell: the viewer itself sends nothing but
/// GET requests.
pub fn token_command(base: &str) -> String {
    let (base, _) = typed(base, "");
    let base = base.trim_end_matches('/');
    let base = base.strip_suffix("/v1").unwrap_or(base);
    let base = if base.is_empty() { "https://sddc-manager.example" } else { base };
    let address = secret::address(&format!("{base}/v1/tokens")).replace('\'', "'\\''");
    let body = r#"{"username":"USER","password":"PASSWORD"}"#;
    format!("curl -sS -X POST -H 'Content-Type: application/json' -d '{body}' '{address}'")
}

/// The address to begin with; none without a base, or without the catalogue's id where one is needed.
pub fn address(wanted: Wanted, base: &str, catalog: &str) -> Option<String> {
    let needs_catalog = matches!(wanted, Wanted::Customizations | Wanted::Releases);
    if base.trim().is_empty() || (needs_catalog && catalog.trim().is_empty()) {
        return None;
    }
    filled(wanted.list_template(), base, catalog, "")
}

fn filled(template: &str, base: &str, catalog: &str, id: &str) -> Option<String> {
    // People paste the base with a slash or with the version's path at its end.
    let base = base.trim().trim_end_matches('/');
    let base = base.strip_suffix("/v1").unwrap_or(base);
    let pairs = [("base", base), ("catalog", catalog.trim()), ("id", id), ("versionEq", id)];
    let given: BTreeMap<String, Given> =
        pairs.into_iter().map(|(name, text)| (name.to_owned(), Given::Text(text.to_owned()))).collect();
    expand(template, &given).ok()
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name and version.
    pub title: String,
    /// Its status or date, and its id.
    pub detail: String,
    /// Where the whole of it is.
    pub address: String,
}

/// The entries of one page of a list; those without an id cannot be asked for and are left out.
pub fn choices(wanted: Wanted, document: &Document, base: &str, catalog: &str) -> Vec<Choice> {
    let Some(envelope) = page::read(document.root()) else { return Vec::new() };
    let items = document.value(envelope.items);
    let entries = items.items().filter(|item| item.kind() == Kind::Object);
    entries.filter_map(|item| choice(wanted, item, base, catalog)).collect()
}

fn choice(wanted: Wanted, item: Value<'_>, base: &str, catalog: &str) -> Option<Choice> {
    let text = |name: &str| text_of(item, name);
    let product = item.get("product");
    let product_name = product.map(|one| text_of(one, "name")).unwrap_or_default();
    let (id, title, detail) = match wanted {
        Wanted::Customizations => {
            (text("id"), words([text("name"), text("version")]), words([text("status"), text("id")]))
        }
        Wanted::SystemReleases => {
            (text("version"), words([text("product"), text("version")]), text("releaseDate"))
        }
        Wanted::Releases | Wanted::Manifest => {
            let version = [text("version"), text("revision")].join("-");
            (text("id"), words([product_name, version]), words([text("released_at"), text("id")]))
        }
    };
    let address = filled(wanted.one_template(), base, catalog, &id)?;
    (!id.is_empty()).then_some(Choice { title, detail, address })
}

fn words<const N: usize>(words: [String; N]) -> String {
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn text_of(value: Value<'_>, name: &str) -> String {
    let leaf = value.get(name).filter(|value| value.is_leaf() && !value.is_null());
    leaf.map(|value| value.shown().into_owned()).unwrap_or_default()
}

/// Whether every word stands somewhere in the entry, whatever its case.
pub fn matches(choice: &Choice, find: &str) -> bool {
    let text = letters::lower(&format!("{} {}", choice.title, choice.detail));
    letters::lower(find).split_whitespace().all(|word| text.contains(word))
}
