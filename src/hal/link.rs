//! Links and embedded resources of a HAL document, in every form in which servers write them.
//!
//! Reading never fails: a link that is null, text, a number or a list in a list is kept with what is odd
//! about it, in the order given. Any JSON object with `_links` or `_embedded` counts as a resource, since
//! the catalogue serves HAL as plain `application/json` (draft-kelly-json-hal-11).

use std::collections::BTreeMap;

use crate::json::{Document, Kind, Value, ValueId};

use super::address::has_braces;
use super::template::{self, Given, Malformed};

/// The reserved members of one resource.
#[derive(Clone, Debug, Default)]
pub struct Resource {
    /// `_links`, in the order given, `curies` included.
    pub relations: Vec<Relation>,
    /// What prefixes of relations stand for.
    pub curies: Vec<Curie>,
    /// `_embedded`, in the order given.
    pub embedded: Vec<Embedded>,
    /// What is odd about `_links` or `_embedded` as a whole.
    pub oddities: Vec<(ValueId, Oddity)>,
}

/// One relation with its links.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Its name as written.
    pub name: String,
    /// Its value.
    pub at: ValueId,
    /// Whether it holds a list (also of one link); the form is kept when it is shown.
    pub is_list: bool,
    /// What its name is.
    pub naming: Naming,
    /// Where it is documented: its own address, or what its prefix expands to.
    pub documentation: Option<String>,
    /// Its links, in the order given.
    pub links: Vec<Link>,
}

/// What the name of a relation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// Registered with IANA (or by HAL itself: `curies`).
    Registered,
    /// An address.
    Address,
    /// A prefix that `curies` explains.
    Prefixed,
    /// A prefix that nothing explains.
    UnknownPrefix,
    /// A word of this API.
    Plain,
}

/// One link.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its value.
    pub at: ValueId,
    /// In which form it is given.
    pub form: Form,
    /// `href` as written.
    pub href: Option<String>,
    /// `templated`, only if exactly true.
    pub templated: bool,
    /// `title`.
    pub title: Option<String>,
    /// `name`, which tells links of one relation apart.
    pub name: Option<String>,
    /// `type`, a hint at the media type.
    pub media_type: Option<String>,
    /// `deprecation`: usually an address that explains it; its presence marks the link as going away.
    pub deprecation: Option<String>,
    /// `profile`.
    pub profile: Option<String>,
    /// `hreflang`.
    pub hreflang: Option<String>,
    /// Members that HAL does not know, by name.
    pub others: Vec<(String, ValueId)>,
    /// What is odd about it.
    pub oddities: Vec<Oddity>,
}

/// In which form a link is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// As an object, as it should be.
    Object,
    /// As text, taken for the href.
    Text,
    /// As null: the relation is known, and leads nowhere now (such as `previous` on a first page).
    Null,
    /// As something that is no link.
    Other,
}

/// What is odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Oddity {
    /// `_links` is no object.
    LinksForm,
    /// `_embedded` is no object.
    EmbeddedForm,
    /// The link is null.
    NullLink,
    /// The link is text.
    TextLink,
    /// The link is a number, boolean or list.
    OtherLink,
    /// There is no `href`, or it is null.
    HrefMissing,
    /// `href` is empty: the document itself.
    HrefEmpty,
    /// `href` is no text.
    HrefForm,
    /// `templated` is neither true nor false.
    TemplatedForm,
    /// The address has braces, but `templated` is not true.
    TemplateUndeclared,
    /// `templated` is true, but there is nothing to fill in.
    TemplateEmpty,
    /// A member that should be text is something else (shown as written).
    MemberForm,
    /// A curie has no name, or no `{rel}` in its href.
    CurieUnusable,
    /// An embedded resource is no object.
    EmbeddedNoObject,
}

/// Where a link leads, before it is resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// To this address.
    Address(&'a str),
    /// To an address that comes of this template; ask for its variables first.
    Template(&'a str),
    /// To a template that is malformed: text only.
    Broken(&'a str, Malformed),
    /// Nowhere.
    Nowhere,
}

impl Link {
    /// Where it leads. An address with braces is a template, whatever `templated` says.
    pub fn target(&self) -> Target<'_> {
        match self.href.as_deref() {
            None => Target::Nowhere,
            Some(href) if !self.templated && !has_braces(href) => Target::Address(href),
            Some(href) => match template::variables(href) {
                Ok(variables) if variables.is_empty() => Target::Address(href),
                Ok(_) => Target::Template(href),
                Err(fault) => Target::Broken(href, fault),
            },
        }
    }
}

/// What a prefix of relations stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curie {
    /// The prefix.
    pub name: String,
    /// A template with the variable `rel`.
    pub href: String,
}

/// One relation of `_embedded`: copies that may be partial or out of date, used before a request is made.
#[derive(Clone, Debug)]
pub struct Embedded {
    /// Its relation.
    pub name: String,
    /// Its value.
    pub at: ValueId,
    /// Whether it holds a list.
    pub is_list: bool,
    /// Whether the same relation stands in `_links` too.
    pub is_linked: bool,
    /// See [`Relation::documentation`].
    pub documentation: Option<String>,
    /// The embedded values, in the order given; read each with [`read`].
    pub resources: Vec<ValueId>,
    /// What is odd about them.
    pub oddities: Vec<(ValueId, Oddity)>,
}

/// Reads the links and embedded resources of one value; all empty if it is no resource.
pub fn read(value: Value<'_>) -> Resource {
    let mut resource = Resource::default();
    if let Some(links) = value.get("_links") {
        read_links(links, &mut resource);
    }
    name_relations(&mut resource);
    if let Some(embedded) = value.get("_embedded") {
        read_embedded(embedded, &mut resource);
    }
    resource
}

/// Whether a value has `_links` or `_embedded`: all that makes a HAL resource.
pub fn is_resource(value: Value<'_>) -> bool {
    value.members().any(|member| member.is_named("_links") || member.is_named("_embedded"))
}

/// Every resource of a document in document order, its root first.
pub fn resources(document: &Document) -> Vec<ValueId> {
    let root = document.root();
    let below = root.descendants().map(|(_, value)| value);
    std::iter::once(root).chain(below).filter(|&value| is_resource(value)).map(Value::id).collect()
}

/// The embedded copy of what `href` leads to: an embedded resource whose self link is the same text.
pub fn embedded_copy(document: &Document, resource: &Resource, href: &str) -> Option<ValueId> {
    resource
        .embedded
        .iter()
        .flat_map(|embedded| &embedded.resources)
        .copied()
        .find(|&id| self_href(document.value(id)).is_some_and(|own| own == href))
}

/// The `href` of the self link of a value, in whichever form; never a template.
pub fn self_href(value: Value<'_>) -> Option<String> {
    let given = value.get("_links")?.get("self")?;
    let first = given.items().next().unwrap_or(given);
    match read_link(first).target() {
        Target::Address(href) => Some(href.to_owned()),
        _ => None,
    }
}

fn read_links(links: Value<'_>, resource: &mut Resource) {
    match links.kind() {
        Kind::Object => {
            let members = links.members().filter(|member| !member.is_shadowed());
            resource
                .relations
                .extend(members.map(|member| relation(member.name().into_owned(), member.value)));
        }
        // An older habit: a list of links that name their relation themselves.
        Kind::Array => {
            resource.oddities.push((links.id(), Oddity::LinksForm));
            let named =
                |link: Value<'_>| link.get("rel").map(|rel| rel.shown().into_owned()).unwrap_or_default();
            resource.relations.extend(links.items().map(|link| relation(named(link), link)));
        }
        Kind::Null => {}
        _ => resource.oddities.push((links.id(), Oddity::LinksForm)),
    }
}

fn relation(name: String, value: Value<'_>) -> Relation {
    let is_list = value.kind() == Kind::Array;
    let links = if is_list { value.items().map(read_link).collect() } else { vec![read_link(value)] };
    Relation { name, at: value.id(), is_list, naming: Naming::Plain, documentation: None, links }
}

/// Reads one link in whichever form it is given.
pub fn read_link(value: Value<'_>) -> Link {
    let mut link = Link {
        at: value.id(),
        form: Form::Object,
        href: None,
        templated: false,
        title: None,
        name: None,
        media_type: None,
        deprecation: None,
        profile: None,
        hreflang: None,
        others: Vec::new(),
        oddities: Vec::new(),
    };
    match value.kind() {
        Kind::Object => read_members(value, &mut link),
        Kind::Null => set_form(&mut link, Form::Null, Oddity::NullLink),
        Kind::String => {
            set_form(&mut link, Form::Text, Oddity::TextLink);
            link.href = value.as_text().map(std::borrow::Cow::into_owned);
        }
        _ => set_form(&mut link, Form::Other, Oddity::OtherLink),
    }
    judge_href(&mut link);
    link
}

fn set_form(link: &mut Link, form: Form, oddity: Oddity) {
    link.form = form;
    link.oddities.push(oddity);
}

fn read_members(value: Value<'_>, link: &mut Link) {
    for member in value.members().filter(|member| !member.is_shadowed()) {
        let name = member.name();
        match &*name {
            "href" => link.href = href_text(member.value, &mut link.oddities),
            "templated" => match member.value.as_bool() {
                Some(templated) => link.templated = templated,
                None => link.oddities.push(Oddity::TemplatedForm),
            },
            "title" => link.title = member_text(member.value, &mut link.oddities),
            "name" => link.name = member_text(member.value, &mut link.oddities),
            "type" => link.media_type = member_text(member.value, &mut link.oddities),
            "deprecation" => link.deprecation = deprecation(member.value),
            "profile" => link.profile = member_text(member.value, &mut link.oddities),
            "hreflang" => link.hreflang = member_text(member.value, &mut link.oddities),
            _ => link.others.push((name.into_owned(), member.value.id())),
        }
    }
}

fn href_text(value: Value<'_>, oddities: &mut Vec<Oddity>) -> Option<String> {
    if !value.is_null() && value.as_text().is_none() {
        oddities.push(Oddity::HrefForm);
    }
    value.as_text().map(std::borrow::Cow::into_owned)
}

/// A member that should be text; other values are shown as written, null is absent.
fn member_text(value: Value<'_>, oddities: &mut Vec<Oddity>) -> Option<String> {
    if value.is_null() {
        return None;
    }
    if value.kind() != Kind::String {
        oddities.push(Oddity::MemberForm);
    }
    Some(value.shown().into_owned())
}

/// An address, or `true` as some servers write; `false` and null say that nothing is going away.
fn deprecation(value: Value<'_>) -> Option<String> {
    let absent = value.is_null() || value.as_bool() == Some(false);
    (!absent).then(|| value.shown().into_owned())
}

fn judge_href(link: &mut Link) {
    let oddity = match link.href.as_deref() {
        None if link.form == Form::Object && !link.oddities.contains(&Oddity::HrefForm) => {
            Some(Oddity::HrefMissing)
        }
        Some("") => Some(Oddity::HrefEmpty),
        Some(href) if !link.templated && has_braces(href) => Some(Oddity::TemplateUndeclared),
        Some(href) if link.templated && !href.contains('{') => Some(Oddity::TemplateEmpty),
        _ => None,
    };
    link.oddities.extend(oddity);
}

/// Takes the curies out, and says of every relation what its name is.
fn name_relations(resource: &mut Resource) {
    let Resource { relations, curies, oddities, .. } = resource;
    for link in
        relations.iter().filter(|relation| relation.name == "curies").flat_map(|relation| &relation.links)
    {
        match (&link.name, &link.href) {
            (Some(name), Some(href)) if href.contains("{rel}") || href.contains("{+rel}") => {
                curies.push(Curie { name: name.clone(), href: href.clone() });
            }
            _ => oddities.push((link.at, Oddity::CurieUnusable)),
        }
    }
    for relation in relations {
        (relation.naming, relation.documentation) = naming(&relation.name, curies);
    }
}

/// What a relation's name is, and where it is documented. Registered names and addresses win over prefixes.
fn naming(name: &str, curies: &[Curie]) -> (Naming, Option<String>) {
    if is_registered(name) || name == "curies" {
        return (Naming::Registered, None);
    }
    let Some((prefix, rest)) = name.split_once(':') else { return (Naming::Plain, None) };
    if rest.starts_with("//") || matches!(prefix, "urn" | "tag") {
        let web = matches!(prefix, "http" | "https");
        return (Naming::Address, web.then(|| name.to_owned()));
    }
    match curies.iter().find(|curie| curie.name == prefix) {
        Some(curie) => (Naming::Prefixed, curie_address(curie, rest)),
        None => (Naming::UnknownPrefix, None),
    }
}

fn curie_address(curie: &Curie, rest: &str) -> Option<String> {
    let given = BTreeMap::from([("rel".to_owned(), Given::Text(rest.to_owned()))]);
    template::expand(&curie.href, &given).ok()
}

fn read_embedded(embedded: Value<'_>, resource: &mut Resource) {
    if embedded.kind() != Kind::Object {
        if !embedded.is_null() {
            resource.oddities.push((embedded.id(), Oddity::EmbeddedForm));
        }
        return;
    }
    for member in embedded.members().filter(|member| !member.is_shadowed()) {
        let name = member.name().into_owned();
        let is_linked = resource.relations.iter().any(|relation| relation.name == name);
        let (_, documentation) = naming(&name, &resource.curies);
        let value = member.value;
        let is_list = value.kind() == Kind::Array;
        let all: Vec<Value<'_>> = if is_list { value.items().collect() } else { vec![value] };
        let odd = all.iter().filter(|value| value.kind() != Kind::Object && (is_list || !value.is_null()));
        let oddities = odd.map(|value| (value.id(), Oddity::EmbeddedNoObject)).collect();
        let resources = all.iter().filter(|value| !value.is_null()).map(|value| value.id()).collect();
        resource.embedded.push(Embedded {
            name,
            at: value.id(),
            is_list,
            is_linked,
            documentation,
            resources,
            oddities,
        });
    }
}

/// Relations registered with IANA (Link Relation Types registry) that data APIs use, sorted.
const REGISTERED: [&str; 76] = [
    "about",
    "acl",
    "alternate",
    "amphtml",
    "api-catalog",
    "appendix",
    "archives",
    "author",
    "bookmark",
    "canonical",
    "chapter",
    "cite-as",
    "collection",
    "contents",
    "copyright",
    "create-form",
    "current",
    "describedby",
    "describes",
    "disclosure",
    "duplicate",
    "edit",
    "edit-form",
    "edit-media",
    "enclosure",
    "external",
    "first",
    "glossary",
    "help",
    "hub",
    "icon",
    "index",
    "intervalafter",
    "item",
    "last",
    "latest-version",
    "license",
    "linkset",
    "lrdd",
    "manifest",
    "memento",
    "monitor",
    "next",
    "next-archive",
    "original",
    "payment",
    "predecessor-version",
    "preview",
    "previous",
    "prev",
    "prev-archive",
    "privacy-policy",
    "profile",
    "publication",
    "related",
    "replies",
    "restconf",
    "search",
    "section",
    "self",
    "service",
    "service-desc",
    "service-doc",
    "service-meta",
    "start",
    "status",
    "stylesheet",
    "subsection",
    "successor-version",
    "sunset",
    "tag",
    "terms-of-service",
    "timemap",
    "type",
    "up",
    "version-history",
];

/// Whether a relation is registered; registered names are compared in lower case (RFC 8288, section 3.3).
fn is_registered(name: &str) -> bool {
    REGISTERED.iter().any(|known| known.eq_ignore_ascii_case(name))
}
