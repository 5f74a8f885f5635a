//! Documents for tests and benches: a graph in one line, a manifest in three.
//!
//! `release("a").depends_on("b").text()` is the JSON text of a release. Include it in a test crate by
//! `#[path = "support/builder.rs"] mod builder;`.
#![allow(dead_code, reason = "each test crate uses its own part")]

use serde_json::{Map, Value, json};

/// Anything that can be put into a document.
pub trait Json {
    /// As a value.
    fn value(self) -> Value;
}

impl Json for Value {
    fn value(self) -> Value {
        self
    }
}

impl Json for &str {
    fn value(self) -> Value {
        json!(self)
    }
}

/// A release, customization, manifest or any other object under construction.
#[derive(Clone, Debug, Default)]
pub struct Object(Map<String, Value>);

impl Json for Object {
    fn value(self) -> Value {
        Value::Object(self.0)
    }
}

/// A catalogue release: full members, no relations.
pub fn release(id: &str) -> Object {
    thin_release(id)
        .with("branch", json!("1"))
        .with("packaging_type", json!("HELM_CHART"))
        .with(
            "product",
            json!({"name": format!("Product {id}"), "key": format!("product-{id}"), "category": "Tools"}),
        )
        .with("platforms", json!([{"os_family": "linux", "architecture": "amd64"}]))
}

/// A catalogue release with its required members alone.
pub fn thin_release(id: &str) -> Object {
    Object::default()
        .with("id", json!(id))
        .with("version", json!("1.0.0"))
        .with("revision", json!("0"))
        .with("released_at", json!("2026-06-01T10:00:00.000Z"))
}

/// A customization without outcomes.
pub fn customization(id: &str) -> Object {
    let empty = json!([]);
    Object::default()
        .with("id", json!(id))
        .with("name", json!(format!("customization {id}")))
        .with("version", json!("v1"))
        .with("status", json!("CREATED"))
        .with("succeeded_releases", empty.clone())
        .with("pending_releases", empty.clone())
        .with("failed_releases", empty)
}

/// A manifest without releases and without a list of recalls.
pub fn manifest() -> Object {
    Object::default()
        .with("version", json!(1))
        .with("sequenceNumber", json!(1))
        .with("publishedDate", json!("2026-05-27T05:12:11Z"))
        .with("releases", json!([]))
}

/// A Cloud Foundation release that carries these bundles.
pub fn vcf(version: &str, bundles: &[&str]) -> Value {
    let bundle =
        |id: &&str| json!({"bundleId": id, "bundleType": "VMWARE_SOFTWARE", "bundleElements": ["VCENTER"]});
    json!({
        "product": "VCF",
        "version": version,
        "releaseDate": "2026-01-01T00:00:00Z",
        "bom": [{"name": "VCENTER", "publicName": "vCenter", "version": format!("{version}.1")}],
        "patchBundles": bundles.iter().map(bundle).collect::<Vec<_>>(),
    })
}

/// A page of catalogue entries, all on this page.
pub fn page<T: Json>(items: impl IntoIterator<Item = T>) -> Object {
    let items: Vec<_> = items.into_iter().map(Json::value).collect();
    Object::default()
        .with("page", json!(1))
        .with("page_size", json!(items.len()))
        .with("total_size", json!(items.len()))
        .with("total_pages", json!(1))
        .with("items", Value::Array(items))
}

impl Object {
    /// Sets a member.
    pub fn with(mut self, name: &str, value: impl Json) -> Self {
        self.0.insert(name.to_owned(), value.value());
        self
    }

    /// Takes a member away.
    pub fn without(mut self, name: &str) -> Self {
        self.0.remove(name);
        self
    }

    /// Adds to a list, which is made if it is not there.
    pub fn push(mut self, list: &str, value: impl Json) -> Self {
        let list = self.0.entry(list).or_insert_with(|| json!([]));
        list.as_array_mut().expect("a list").push(value.value());
        self
    }

    /// Adds a dependency: a release, or the id of a thin one.
    pub fn depends_on(self, other: impl Related) -> Self {
        self.push("dependencies", other.related())
    }

    /// Adds a dependant: a release, or the id of a thin one.
    pub fn needed_by(self, other: impl Related) -> Self {
        self.push("dependants", other.related())
    }

    /// Says that there are no dependencies and no dependants, unless some were added.
    pub fn closed(mut self) -> Self {
        for list in ["dependencies", "dependants"] {
            self.0.entry(list).or_insert_with(|| json!([]));
        }
        self
    }

    /// Adds a link; two of one relation become a list.
    pub fn link(mut self, relation: &str, href: &str) -> Self {
        let links = self.0.entry("_links").or_insert_with(|| json!({}));
        let links = links.as_object_mut().expect("links");
        let link = json!({"href": href});
        match links.get_mut(relation) {
            None => {
                links.insert(relation.to_owned(), link);
            }
            Some(Value::Array(list)) => list.push(link),
            Some(one) => *one = json!([one.clone(), link]),
        }
        self
    }

    /// Adds a failed release.
    pub fn failed(self, release: impl Json, cause: &str) -> Self {
        let failure = json!({"description": "The build ended with code 1", "cause": cause, "error_date": "2026-06-01T11:00:00Z"});
        self.push("failed_releases", json!({"release": release.value(), "failure": failure}))
    }

    /// Adds a pending release.
    pub fn pending(self, release: impl Json) -> Self {
        self.push("pending_releases", release)
    }

    /// Adds a succeeded release.
    pub fn succeeded(self, release: impl Json) -> Self {
        self.push("succeeded_releases", release)
    }

    /// Adds a Cloud Foundation release that carries these bundles.
    pub fn carries(self, version: &str, bundles: &[&str]) -> Self {
        self.push("releases", vcf(version, bundles))
    }

    /// Adds an entry of `recalledBundles`.
    pub fn recalls(self, recalled: &[&str], replacements: &[&str], status: &str) -> Self {
        let entry = json!({
            "recalledBundleIds": recalled,
            "replacementBundleIds": replacements,
            "replacementBundleStatus": status,
        });
        self.push("recalledBundles", entry)
    }

    /// The JSON text.
    pub fn text(self) -> String {
        Value::Object(self.0).to_string()
    }
}

/// The other side of a relation: an id stands for a thin release.
pub trait Related {
    /// As an entry of a list.
    fn related(self) -> Value;
}

impl Related for &str {
    fn related(self) -> Value {
        thin_release(self).value()
    }
}

impl Related for Object {
    fn related(self) -> Value {
        self.value()
    }
}

impl Related for Value {
    fn related(self) -> Value {
        self
    }
}

/// A page of `count` full releases of about 2 KB, each with a few dependencies among the former ones; the
/// same every time.
pub fn big_catalogue(count: u32) -> String {
    let name = |number: u32| format!("{number:024x}");
    let mut random = Random(u64::from(count) + 1);
    let releases = (0..count).map(|number| {
        let mut one = release(&name(number))
            .with("version", json!(format!("{}.{}.{}", number % 7, number % 11, number % 13)))
            .with("catalog_id", json!("11111111-2222-4333-8444-555555555555"))
            .with("application_id", json!(format!("{number:08x}-2222-4333-8444-555555555555")))
            .with("latest_release", json!({"id": name(number), "version": "1.0.0", "revision": "0", "released_at": "2026-06-01T10:00:00.000Z"}))
            .with("base_image", json!({"id": "22222222-2222-4333-8444-555555555555", "name": "Debian 12", "description": "Debian 12 base image", "container_image": "registry.example.com/library/debian:12", "operating_system": {"id": "33333333-2222-4333-8444-555555555555", "name": "Debian 12", "distro": "debian", "version": "12"}}))
            .with("registry", json!({"id": "44444444-2222-4333-8444-555555555555", "name": "Main registry", "url": "https://registry.example.com", "healthy": true, "last_checked_at": "2026-06-02T10:00:00.000Z"}))
            .with("supports_customizations", json!(true))
            .link("self", &format!("/v1/catalogs/11111111-2222-4333-8444-555555555555/releases/{}", name(number)))
            .closed();
        for _ in 0..number.min(3) {
            let other = name(random.below(number));
            one = one.depends_on(&*other).link("dependencies", &format!("/v1/releases/{other}"));
        }
        one
    });
    page(releases).text()
}

/// A small generator of numbers (SplitMix64, Steele and others 2014), the same on every machine.
#[derive(Clone, Debug)]
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which is at least 1.
    pub fn below(&mut self, bound: u32) -> u32 {
        (self.next() % u64::from(bound)) as u32
    }
}
