//! `config.json` beside the viewer: what the people who publish it allow and offer.
//!
//! It widens what is allowed (origins that are loaded without a question), so it is read strictly member
//! by member: a wrong one is named and left out, the others hold.

use super::Values;
use super::problem::{Expected, Place, Problem};
use crate::hal::address::split;
use crate::hal::secret;
use crate::json::{self, Kind, Limits, Value};
use crate::session::preset::Service;

/// The most bytes of the file.
const MOST_BYTES: usize = 1 << 20;

/// What the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deployment {
    /// Origins whose documents a link may open without a question.
    pub api_origins: Vec<String>,
    /// Origins that may hold the iframe; empty for any.
    pub parents: Vec<String>,
    /// Documents that the viewer's own page opens when nothing else is named; none if the file does not say.
    pub open: Option<Vec<String>>,
    /// Attributes of every element, below its own.
    pub attributes: Values,
    /// Places to start from.
    pub presets: Vec<Preset>,
    /// Links for people, such as a runbook.
    pub links: Vec<Shortcut>,
}

/// An API to start from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// What it is called.
    pub name: String,
    /// Which service it is.
    pub service: Service,
    /// Its base address, relative to the file.
    pub address: String,
}

/// A link for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shortcut {
    /// Its words.
    pub name: String,
    /// Where it leads, relative to the file.
    pub address: String,
}

impl Deployment {
    /// Reads the file; nothing in it is fatal.
    pub fn read(text: &str) -> (Self, Vec<Problem>) {
        let mut reader = Reader::default();
        let limits = Limits { max_bytes: MOST_BYTES, ..Limits::default() };
        match json::read(text.as_bytes().to_vec(), &limits) {
            Ok(document) => reader.root(document.root()),
            Err(refusal) => {
                let found = format!("{}:{}", refusal.line, refusal.column);
                reader.wrong("config.json", found, Expected::Json);
            }
        }
        (reader.deployment, reader.problems)
    }

    /// Whether documents of an origin may be opened without a question.
    pub fn allows(&self, origin: &str) -> bool {
        self.api_origins.iter().any(|allowed| allowed == origin)
    }
}

#[derive(Default)]
struct Reader {
    deployment: Deployment,
    problems: Vec<Problem>,
}

impl Reader {
    fn wrong(&mut self, name: &str, given: String, expected: Expected) {
        self.problems.push(Problem { place: Place::File, name: name.to_owned(), given, expected });
    }

    fn root(&mut self, root: Value<'_>) {
        if root.kind() != Kind::Object {
            return self.wrong("config.json", root.shown().into_owned(), Expected::Object);
        }
        for member in root.members() {
            let (name, value) = (member.name(), member.value);
            match name.as_ref() {
                "apiOrigins" => self.deployment.api_origins = self.origins("apiOrigins", value),
                "parents" => self.deployment.parents = self.origins("parents", value),
                "open" => self.open(value),
                "attributes" => self.deployment.attributes = self.texts("attributes", value),
                "presets" => self.presets(value),
                "links" => self.links(value),
                "$schema" => {}
                other => self.wrong(other, value.shown().into_owned(), Expected::Nothing),
            }
        }
    }

    fn origins(&mut self, name: &str, value: Value<'_>) -> Vec<String> {
        let mut found = Vec::new();
        for (at, item) in self.items(name, value).into_iter().enumerate() {
            let text = item.as_text().unwrap_or_default();
            match exact_origin(&text) {
                Some(origin) => found.push(origin),
                None => self.wrong(&format!("{name}[{at}]"), item.shown().into_owned(), Expected::Origin),
            }
        }
        found
    }

    fn open(&mut self, value: Value<'_>) {
        let named = self.texts("open", value);
        for (name, addresses) in &named {
            if name != "src" && name != "manifest-src" {
                let expected = Expected::OneOf(vec!["src", "manifest-src"]);
                self.wrong(&format!("open.{name}"), addresses.clone(), expected);
            }
        }
        let addresses = ["src", "manifest-src"].into_iter().filter_map(|name| named.get(name));
        let found = addresses.flat_map(|all| all.split_whitespace()).map(str::to_owned).collect();
        self.deployment.open = Some(found);
    }

    /// The members of an object as text; true and numbers are taken as they are written.
    fn texts(&mut self, name: &str, value: Value<'_>) -> Values {
        let mut found = Values::new();
        if value.kind() != Kind::Object {
            self.wrong(name, value.shown().into_owned(), Expected::Object);
            return found;
        }
        for member in value.members() {
            let (key, value) = (member.name().into_owned(), member.value);
            match (value.as_text(), value.as_bool(), value.number()) {
                (Some(text), ..) => drop(found.insert(key, text.into_owned())),
                (_, Some(is_on), _) => drop(found.insert(key, is_on.to_string())),
                (.., Some(number)) => drop(found.insert(key, number.to_owned())),
                _ => self.wrong(&format!("{name}.{key}"), value.shown().into_owned(), Expected::Text),
            }
        }
        found
    }

    fn presets(&mut self, value: Value<'_>) {
        for (at, item) in self.items("presets", value).into_iter().enumerate() {
            let place = format!("presets[{at}]");
            let given = self.texts(&place, item);
            let (name, address) = (text_of(&given, "name"), text_of(&given, "address"));
            let api = text_of(&given, "api");
            let Some(service) = Service::from_config(&api) else {
                let words = Service::ALL.map(Service::config_word).to_vec();
                self.wrong(&format!("{place}.api"), api, Expected::OneOf(words));
                continue;
            };
            if self.is_address(&place, &address) {
                let name = named(name, &address);
                self.deployment.presets.push(Preset { name, service, address });
            }
        }
    }

    fn links(&mut self, value: Value<'_>) {
        for (at, item) in self.items("links", value).into_iter().enumerate() {
            let place = format!("links[{at}]");
            let given = self.texts(&place, item);
            let (name, address) = (text_of(&given, "name"), text_of(&given, "address"));
            if self.is_address(&place, &address) {
                self.deployment.links.push(Shortcut { name: named(name, &address), address });
            }
        }
    }

    fn is_address(&mut self, place: &str, address: &str) -> bool {
        let is_one = is_of_web(address);
        if !is_one {
            self.wrong(&format!("{place}.address"), secret::address(address), Expected::Address);
        }
        is_one
    }

    fn items<'d>(&mut self, name: &str, value: Value<'d>) -> Vec<Value<'d>> {
        if value.kind() == Kind::Array {
            return value.items().collect();
        }
        self.wrong(name, value.shown().into_owned(), Expected::List);
        Vec::new()
    }
}

fn text_of(values: &Values, name: &str) -> String {
    values.get(name).cloned().unwrap_or_default()
}

/// The name that was given, else the address.
fn named(name: String, address: &str) -> String {
    if name.trim().is_empty() { address.to_owned() } else { name }
}

/// Whether it is an address of the web or a relative one, and holds no user name.
fn is_of_web(address: &str) -> bool {
    let parts = split(address.trim());
    let is_web = |scheme: &str| scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let has_user = parts.authority.is_some_and(|authority| authority.contains('@'));
    !address.trim().is_empty() && parts.scheme.is_none_or(is_web) && !has_user
}

/// Whether a text is an exact origin of the web: scheme, host and port, and nothing else.
pub fn is_origin(text: &str) -> bool {
    exact_origin(text).is_some()
}

/// The origin as browsers write it: in lower case, without the scheme's own port.
fn exact_origin(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let (scheme, host) = lower.split_once("://")?;
    let own_port = match scheme {
        "https" => ":443",
        "http" => ":80",
        _ => return None,
    };
    let host = host.strip_suffix(own_port).unwrap_or(host);
    let is_host = !host.is_empty()
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']'));
    is_host.then(|| format!("{scheme}://{host}"))
}
