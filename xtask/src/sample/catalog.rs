//! The catalogue documents: one customization and the catalogue's releases in two pages.
//!
//! The three documents describe one graph in three of the forms the service uses: related
//! releases as full payloads (failed releases), as thin ones (most) and as links alone (some on
//! page 2). A viewer has to join them by id to see the whole.

use super::document::{Json, Members, block, named, object, text, texts};
use super::identity::{digest, hex, instant, number, release_id, uuid};
use super::product::product;
use super::release::{
    FOLLOWED, NEVER_LOADED, Newest, ONE_SIDED, Outcome, Packaging, ROWS, Row, dependants, find,
};

const PAGE_SIZE: usize = 30;
const DISTRO: &str = "debian-12";
const REGISTRY_HOST: &str = "registry.example.com";
const EDGE_HOST: &str = "edge-registry.example.com";
const CHECKED_AT: &str = "2026-10-13T06:00:00.000Z";

/// Releases whose relations are given as links alone, as the service does unless it is asked to
/// expand them: who they need is named, but not known to be all.
const ONLY_LINKED: &[&str] = &["i/superset", "i/mlflow", "i/valkey", "i/jenkins", "i/grafana-operator"];

/// Releases of the customization that the pages hold as well.
const ON_BOTH: &[&str] = &[
    "i/os-shell@51",
    "i/os-shell@50",
    "postgresql",
    "redis",
    "i/postgresql",
    "i/nginx",
    "i/redis",
    "cilium",
    "etcd",
];

/// How much of a related release is written where another one names it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Relations {
    Full,
    Thin,
    Links,
}

/// The customization: what it is, and every release it touched.
pub fn customization() -> Json {
    let listed = |wanted: fn(&Row) -> bool| ROWS.iter().filter(move |row| wanted(row));
    let succeeded = |row: &Row| row.outcome == Outcome::Succeeded;
    let pending = |row: &Row| row.outcome == Outcome::Pending;
    let failed = |row: &Row| matches!(row.outcome, Outcome::Failed { .. });
    let thin = |row: &Row| release(row, Relations::Thin);
    block([
        ("id", text(customization_id())),
        ("version", text("v4")),
        ("artifact", script("v4")),
        ("name", text("corporate-ca-certificates")),
        (
            "description",
            text(
                "Adds the company's certificate authorities to the system trust store of every Debian 12 release.",
            ),
        ),
        ("catalog_id", text(catalog_id())),
        ("status", text("PROCESSING_UPDATE_STARTED")),
        ("filter", object([("base_image_id", text(uuid("debian-12"))), ("base_image", base_image())])),
        ("created_by", text("platform-team")),
        ("created_at", text("2026-03-03T08:14:52.762Z")),
        ("updated_by", text("security-team")),
        ("updated_at", text("2026-10-12T05:58:10.114Z")),
        ("succeeded_releases", Json::Rows(listed(succeeded).map(thin).collect())),
        ("pending_releases", Json::Rows(listed(pending).map(thin).collect())),
        ("failed_releases", Json::Rows(listed(failed).map(failed_release).collect())),
        (
            "_links",
            block([
                ("catalog", link(catalog_path())),
                ("base_image", link(format!("/v1/base-images/{}", uuid("debian-12")))),
                ("succeeded_releases", Json::Rows(listed(succeeded).map(release_link).collect())),
                ("pending_releases", Json::Rows(listed(pending).map(release_link).collect())),
                ("failed_releases", Json::Rows(listed(failed).map(release_link).collect())),
            ]),
        ),
    ])
}

/// The pages of the catalogue's other releases, newest first.
pub fn pages() -> Vec<Json> {
    let mut rows: Vec<&Row> = ROWS
        .iter()
        .filter(|row| row.outcome == Outcome::Untouched || ON_BOTH.contains(&row.handle))
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(released_at(row)));
    let total = rows.len();
    rows.chunks(PAGE_SIZE)
        .enumerate()
        .map(|(index, rows)| {
            block([
                ("page", count(index + 1)),
                ("page_size", count(PAGE_SIZE)),
                ("total_size", count(total)),
                ("total_pages", count(total.div_ceil(PAGE_SIZE))),
                ("items", Json::Rows(rows.iter().map(|row| listed_release(row)).collect())),
            ])
        })
        .collect()
}

/// The releases that only links lead to, each with the path of its own address.
pub fn followed() -> Vec<(String, Json)> {
    let path = |row: &Row| release_path(&id(row)).trim_start_matches('/').to_owned();
    FOLLOWED.iter().map(|row| (path(row), release(row, Relations::Thin))).collect()
}

fn listed_release(row: &Row) -> Json {
    let is_linked = ONLY_LINKED.contains(&row.handle);
    release(row, if is_linked { Relations::Links } else { Relations::Thin })
}

fn count(value: usize) -> Json {
    Json::Number(i64::try_from(value).unwrap_or(i64::MAX))
}

fn failed_release(row: &Row) -> Json {
    let Outcome::Failed { cause, description } = row.outcome else { return Json::Null };
    object([
        ("release", release(row, Relations::Full)),
        (
            "failure",
            object([
                ("description", text(description)),
                ("source_url", text(artifact_url(&format!("{} log", row.handle), "build-log.tar.gz"))),
                ("error_date", text(failed_at(row))),
                ("cause", text(cause)),
            ]),
        ),
    ])
}

/// Failures come in the order in which one brings about the next: the shared image first.
fn failed_at(row: &Row) -> String {
    let minutes = 6 * 60 + 17 + 23 * row.needs.len();
    format!("2026-10-12T{:02}:{:02}:{:02}.508Z", minutes / 60, minutes % 60, number(row.handle, 60))
}

fn release(row: &Row, relations: Relations) -> Json {
    let mut members = payload(row);
    if relations != Relations::Links {
        let relative = if relations == Relations::Full { full_relative } else { thin_relative };
        let needed = dependencies(row).map(relative).chain(never_loaded(row));
        members.extend(named([
            ("dependencies", Json::List(needed.collect())),
            ("dependants", Json::List(confirmed_dependants(row).map(thin_relative).collect())),
        ]));
    }
    members.extend(named([("_links", links(row))]));
    Json::Object(members)
}

/// A related release as the service expands it: its payload without relations of its own.
fn full_relative(row: &Row) -> Json {
    let mut members = payload(row);
    members.extend(named([("_links", object([("self", release_link(row))]))]));
    Json::Object(members)
}

/// A related release as the service gives it with little information.
fn thin_relative(row: &Row) -> Json {
    object([
        ("id", text(id(row))),
        ("version", text(row.version)),
        ("revision", text(row.revision)),
        ("released_at", text(released_at(row))),
        ("packaging_type", text(packaging_type(row))),
        (
            "product",
            object([("name", text(product(row.product_key()).name)), ("key", text(row.product_key()))]),
        ),
    ])
}

fn dependencies(row: &Row) -> impl Iterator<Item = &'static Row> {
    row.needs.iter().map(|need| find(need))
}

/// The link to a release that is in none of the documents.
fn never_loaded(row: &Row) -> Option<Json> {
    (row.handle == NEVER_LOADED.0).then(|| link(release_path(&release_id("2026-09-20", NEVER_LOADED.1))))
}

fn confirmed_dependants(row: &Row) -> impl Iterator<Item = &'static Row> {
    let handle = row.handle;
    let by_link = (handle == NEVER_LOADED.1).then(|| find(NEVER_LOADED.0));
    dependants(handle).chain(by_link).filter(move |dependant| (dependant.handle, handle) != ONE_SIDED)
}

/// Every member of a release but its relations and links, in the documented order.
fn payload(row: &Row) -> Members {
    let product = product(row.product_key());
    let mut members = named([("id", text(id(row))), ("branch", text(row.branch()))]);
    if let Some(day) = row.end_of_life {
        members.extend(named([("end_of_life_at", text(format!("{day}T00:00:00.000Z")))]));
    }
    members.extend(named([
        ("version", text(row.version)),
        ("revision", text(row.revision)),
        ("released_at", text(released_at(row))),
        ("packaging_type", text(packaging_type(row))),
        ("artifact", artifact(row)),
        ("latest_release", latest_release(row)),
        (
            "product",
            object([
                ("name", text(product.name)),
                ("key", text(product.key)),
                ("description", text(product.description)),
                ("long_display_name", text(format!("{} packaged by Example Corp", product.name))),
                ("disclaimer", text("Names and marks belong to their owners.")),
                ("category", text(product.category)),
            ]),
        ),
        ("platforms", Json::List(architectures(row).iter().map(|name| platform(name)).collect())),
        ("platform_release_metadata", metadata(row)),
        ("base_image", base_image()),
        ("registry", registry(row)),
        ("catalog_id", text(catalog_id())),
        ("application_id", text(application_id(row))),
        ("customizations", customizations(row)),
        ("supports_customizations", Json::Flag(row.handle != "i/minideb")),
    ]));
    members
}

fn customizations(row: &Row) -> Json {
    let version = match row.outcome {
        Outcome::Succeeded => "v4",
        Outcome::Pending | Outcome::Failed { .. } => "v3",
        Outcome::Untouched => return Json::List(Vec::new()),
    };
    Json::List(vec![object([
        ("id", text(customization_id())),
        ("version", text(version)),
        ("artifact", script(version)),
    ])])
}

fn script(version: &str) -> Json {
    let hash = hex(&format!("script {version}"), 64);
    object([
        ("id", text(hash.clone())),
        ("url", text(format!("{}/files/{hash}?filename=script.sh", catalog_path()))),
        ("filename", text("script.sh")),
    ])
}

fn latest_release(row: &Row) -> Json {
    let (id, version, revision, released_at) = match row.newest {
        Newest::Itself => (id(row), row.version, row.revision, released_at(row)),
        Newest::Row(handle) => {
            let newest = find(handle);
            (id(newest), newest.version, newest.revision, released_at(newest))
        }
        Newest::Elsewhere(version, day) => {
            let label = format!("{} {version}", row.handle);
            (release_id(day, &label), version, "0", instant(day, &label))
        }
    };
    object([
        ("id", text(id)),
        ("version", text(version)),
        ("revision", text(revision)),
        ("released_at", text(released_at)),
    ])
}

fn artifact(row: &Row) -> Json {
    match row.packaging {
        Packaging::HelmChart => chart_artifact(row),
        Packaging::ContainerImage => image_artifact(row),
        Packaging::Ova => machine_artifact(row),
    }
}

fn chart_artifact(row: &Row) -> Json {
    let repository = format!("charts/{DISTRO}/{}", row.product_key());
    object([
        ("content_digest", text(digest(&format!("{} content", row.handle)))),
        ("repo_digest", text(digest(&format!("{} repo", row.handle)))),
        ("name", text(row.product_key())),
        ("version", text(row.chart_version)),
        ("repository", text(repository.clone())),
        ("url", text(format!("oci://{}/{repository}:{}", registry_host(row), row.chart_version))),
    ])
}

fn image_artifact(row: &Row) -> Json {
    let digests = architectures(row).iter().map(|architecture| {
        let label = format!("{} {architecture}", row.handle);
        let megabytes = 28 + number(&label, 240);
        object([
            ("content_digest", text(digest(&format!("{label} content")))),
            ("repo_digest", text(digest(&format!("{label} repo")))),
            (
                "content_size",
                Json::Number(i64::try_from(megabytes * 1_048_576 + number(&label, 900_001)).unwrap_or(0)),
            ),
            ("platform", platform(architecture)),
        ])
    });
    object([
        (
            "tags",
            texts([
                format!("{}-{DISTRO}-r{}", row.version, row.revision),
                row.version.to_owned(),
                row.branch().to_owned(),
            ]),
        ),
        ("skipped_tags", texts(["latest"])),
        ("repository", text(format!("containers/{DISTRO}/{}", row.product_key()))),
        ("is_preview", Json::Flag(false)),
        ("digests", Json::List(digests.collect())),
    ])
}

fn machine_artifact(row: &Row) -> Json {
    let file = format!("{}-{}-r{}-{DISTRO}-amd64.ova", row.product_key(), row.version, row.revision);
    let hash = hex(&file, 64);
    object([
        (
            "image",
            object([
                ("id", text(hash.clone())),
                ("url", text(format!("{}/files/{hash}?filename={file}", catalog_path()))),
                ("filename", text(file)),
            ]),
        ),
        ("version", text(format!("{}-r{}", row.version, row.revision))),
        ("digest", text(format!("sha256:{hash}"))),
    ])
}

/// The files that the build left behind: what set it off, and for images what is inside.
fn metadata(row: &Row) -> Json {
    let file = |kind: &str, filename: &str| {
        let label = format!("{} {kind}", row.handle);
        object([
            ("id", text(hex(&label, 64))),
            ("mime_type", text(kind)),
            ("url", text(artifact_url(&label, filename))),
            ("filename", text(filename)),
        ])
    };
    let mut files = vec![file("trigger_info", "result.json")];
    if row.packaging == Packaging::ContainerImage {
        files.push(file("spdx", "sbom.spdx.json"));
    }
    Json::List(vec![object([("platform", platform("amd64")), ("release_metadata", Json::List(files))])])
}

fn artifact_url(label: &str, filename: &str) -> String {
    format!(
        "https://catalog.example.com/api/v1/artifacts/{}?filename={filename}&namespace={}",
        hex(label, 64),
        catalog_id()
    )
}

fn base_image() -> Json {
    object([
        ("id", text(uuid("debian-12"))),
        ("name", text("Debian 12")),
        ("description", text("Debian 12 base image")),
        ("container_image", text(format!("{REGISTRY_HOST}/base/minideb:bookworm"))),
        (
            "operating_system",
            object([
                ("id", text(uuid("os debian-12"))),
                ("name", text("Debian GNU/Linux 12")),
                ("distro", text("debian")),
                ("version", text("12")),
            ]),
        ),
        ("healthy", Json::Flag(true)),
        ("last_checked_at", text(CHECKED_AT)),
    ])
}

fn registry(row: &Row) -> Json {
    let mut members = named([
        ("id", text(uuid(registry_host(row)))),
        ("name", text(if row.at_edge { "Edge sites" } else { "Main registry" })),
        ("url", text(format!("https://{}", registry_host(row)))),
        ("healthy", Json::Flag(!row.at_edge)),
        ("last_checked_at", text(CHECKED_AT)),
    ]);
    if row.at_edge {
        members.extend(named([("unhealthy_cause", text("401 Unauthorized: the robot account has expired"))]));
    }
    Json::Object(members)
}

fn registry_host(row: &Row) -> &'static str {
    if row.at_edge { EDGE_HOST } else { REGISTRY_HOST }
}

fn architectures(row: &Row) -> &'static [&'static str] {
    if row.packaging == Packaging::Ova { &["amd64"] } else { &["amd64", "arm64"] }
}

fn platform(architecture: &str) -> Json {
    object([("os_family", text("linux")), ("architecture", text(architecture))])
}

fn links(row: &Row) -> Json {
    let needed = dependencies(row).map(release_link).chain(never_loaded(row));
    let latest = match row.newest {
        Newest::Itself => id(row),
        Newest::Row(handle) => id(find(handle)),
        Newest::Elsewhere(version, day) => release_id(day, &format!("{} {version}", row.handle)),
    };
    object([
        ("self", release_link(row)),
        ("catalog", link(catalog_path())),
        ("application", link(format!("{}/applications/{}", catalog_path(), application_id(row)))),
        ("base_image", link(format!("/v1/base-images/{}", uuid("debian-12")))),
        ("latest_release", link(release_path(&latest))),
        ("registry", link(format!("/v1/registries/{}", uuid(registry_host(row))))),
        (
            "product",
            link(format!(
                "/v1/applications/product/{}/branch/{}?packaging={}&distro={DISTRO}",
                row.product_key(),
                row.branch(),
                packaging_type(row)
            )),
        ),
        ("dependencies", Json::List(needed.collect())),
        ("dependants", Json::List(confirmed_dependants(row).map(release_link).collect())),
    ])
}

fn link(href: String) -> Json {
    object([("href", text(href))])
}

fn release_link(row: &Row) -> Json {
    link(release_path(&id(row)))
}

fn release_path(id: &str) -> String {
    format!("{}/releases/{id}", catalog_path())
}

fn catalog_path() -> String {
    format!("/v1/catalogs/{}", catalog_id())
}

fn catalog_id() -> String {
    uuid("catalog")
}

fn customization_id() -> String {
    uuid("corporate-ca-certificates")
}

fn application_id(row: &Row) -> String {
    uuid(&format!("application {} {}", row.product_key(), packaging_type(row)))
}

fn id(row: &Row) -> String {
    release_id(row.day, row.handle)
}

fn released_at(row: &Row) -> String {
    instant(row.day, row.handle)
}

fn packaging_type(row: &Row) -> &'static str {
    match row.packaging {
        Packaging::HelmChart => "HELM_CHART",
        Packaging::ContainerImage => "CONTAINER_IMAGE",
        Packaging::Ova => "OVA",
    }
}
