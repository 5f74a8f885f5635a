//! The two LCM manifests, in the dialect of 9.x, half a year apart.
//!
//! The newer one is what a visitor looks at; the older one is there to be compared with it:
//! releases were added, recalls came or got their replacements, cells of bills of materials
//! were corrected, a bundle moved from one release to another and an end of life was set.

use super::component::{COMPONENTS, Component};
use super::document::{Json, Members, block, named, object, text, texts};
use super::edition::{EDITIONS, Edition};
use super::identity::{epoch_seconds, uuid};
use super::recall::{self, Recall, bundle_id};

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Issue {
    Older,
    Newer,
}

/// Cells that the newer manifest corrects: release, component, what the older one says.
const CORRECTED: &[(&str, &str, &str)] = &[
    ("5.2.2.0", "NSX_T_MANAGER", "4.2.2.1-24765084"),
    ("5.2.3.0", "VROPS", "8.18.5-25002211"),
    ("9.0.0.0", "VMTOOLS", "13.0.1.0-24843032"),
    ("9.0.2.0", "HCX", ""),
];

/// The bundle that stands under another release in the older manifest: release there, bundle.
const MOVED: (&str, &str) = ("5.2.2.0", "5.2.3.0/VROPS+VCF_OPS_CLOUD_PROXY");

/// Lines whose end of life only the newer manifest knows.
const END_OF_LIFE_SET_LATER: &str = "5.1";

/// SDDC Manager versions that stand in no release of the table: version, day, base, lowest version.
const ALONE: &[(&str, &str, &str, &str)] =
    &[("5.2.1.1", "2024-12-05", "24397777", "5.0.0.0"), ("5.2.1.2", "2025-04-30", "24494579", "5.0.0.0")];

/// The manifest.
pub fn manifest(issue: Issue) -> Json {
    let (sequence, created, published, recalls) = match issue {
        Issue::Older => (96, "2026-03-04T09:12:44Z", "2026-03-10T05:02:17Z", recall::OLDER),
        Issue::Newer => (101, "2026-09-22T16:41:07Z", "2026-09-29T05:20:33Z", recall::NEWER),
    };
    block([
        ("version", Json::Number(1)),
        ("sequenceNumber", Json::Number(sequence)),
        ("creationTime", text(created)),
        ("publishedDate", text(published)),
        ("recalledBundles", Json::Rows(recalls.iter().map(Recall::to_json).collect())),
        ("releases", Json::Rows(editions(issue).map(|edition| release(edition, issue)).collect())),
        ("sddcManagerReleases", Json::Rows(sddc_manager_releases(issue))),
        ("asyncPatches", async_patches(issue)),
        ("vvsMappings", block([("VCF", Json::Block(editions(issue).filter_map(vvs_mapping).collect()))])),
    ])
}

fn editions(issue: Issue) -> impl Iterator<Item = &'static Edition> {
    EDITIONS.iter().filter(move |edition| issue == Issue::Newer || edition.is_in_older())
}

fn release(edition: &'static Edition, issue: Issue) -> Json {
    let mut members = named([
        ("product", text("VCF")),
        ("version", text(edition.version)),
        ("minCompatibleVcfVersion", text(edition.min_compatible)),
    ]);
    if edition.is_nine() {
        members.extend(named([("minInstallerVersion", text(min_installer(edition)))]));
    }
    members.extend(named([
        ("description", text(description(edition))),
        ("releaseDate", text(format!("{}T00:00:00.000Z", edition.day))),
        ("isApplicable", Json::Flag(edition.not_applicable.is_empty())),
        ("notApplicableReason", text(edition.not_applicable)),
    ]));
    if issue == Issue::Newer || edition.line() != END_OF_LIFE_SET_LATER {
        members.extend(named([("eol", text(format!("{}T00:00:00.000Z", edition.end_of_life)))]));
    }
    members.extend(named([
        ("upgradeOrder", text(upgrade_order(edition))),
        ("patchBundles", Json::Rows(patch_bundles(edition, issue))),
        ("updates", Json::Rows(updates(edition, issue))),
        (
            "bom",
            Json::Rows(
                lines(edition).map(|(part, version)| bom_line(edition, part, &version, issue)).collect(),
            ),
        ),
        ("sku", Json::Rows(skus(edition))),
    ]));
    Json::Block(members)
}

/// The first installer that knows the release: the patches of 9.0 need none newer than 9.0.0.0.
fn min_installer(edition: &Edition) -> &'static str {
    match edition.version {
        "9.1.1.0" => "9.1.1.0",
        version if version.starts_with("9.1") => "9.1.0.0",
        _ => "9.0.0.0",
    }
}

/// HTML, as in real manifests.
fn description(edition: &Edition) -> String {
    let points = edition.points.iter().skip(1).map(|point| format!("\n<li>{point}</li>"));
    let head = edition.points.first().copied().unwrap_or_default();
    format!(
        "<b>{head} {}</b>\n<ul>{}\n</ul>\nSee the <a href=\"{}\">release notes</a>.",
        edition.version,
        points.collect::<String>(),
        notes_url("cloud-foundation", edition.version)
    )
}

fn notes_url(component: &str, version: &str) -> String {
    format!("https://docs.example.com/notes/{}/{version}", component.to_lowercase().replace('_', "-"))
}

fn upgrade_order(edition: &Edition) -> &'static str {
    match edition.line() {
        "9.1" => "VCF_FLEET_LCM,SDDC_MANAGER_VCF,VROPS,NSX_T_MANAGER,VCENTER,ESX_HOST,VSAN_FILE_SERVICES",
        "9.0" => "VRSLCM,SDDC_MANAGER_VCF,VROPS,NSX_T_MANAGER,VCENTER,ESX_HOST",
        _ => "SDDC_MANAGER_VCF,NSX_T_MANAGER,VCENTER,ESX_HOST",
    }
}

fn patch_bundles(edition: &Edition, issue: Issue) -> Vec<Json> {
    let own = edition.bundles.iter().map(|bundle| {
        if bundle.contains('/') { (*bundle).to_owned() } else { format!("{}/{bundle}", edition.version) }
    });
    let (former_release, moved) = MOVED;
    let is_older = issue == Issue::Older;
    let arrived = (is_older && edition.version == former_release).then(|| moved.to_owned());
    own.filter(|bundle| !(is_older && bundle == moved))
        .chain(arrived)
        .map(|bundle| patch_bundle(&bundle, edition.min_compatible))
        .collect()
}

fn patch_bundle(bundle: &str, cumulative_from: &str) -> Json {
    let elements = bundle.rsplit('/').next().unwrap_or(bundle);
    let bundle_type = match elements {
        "SDDC_MANAGER_VCF" => "SDDC_MANAGER",
        "VXRAIL_MANAGER" => "VXRAIL",
        _ => "VMWARE_SOFTWARE",
    };
    object([
        ("bundleId", text(bundle_id(bundle))),
        ("bundleType", text(bundle_type)),
        ("bundleElements", texts(elements.split('+'))),
        ("cumulativeFromVcfVersion", text(cumulative_from)),
    ])
}

/// The express patches of a release, and SDDC Manager versions that can be taken alone.
fn updates(edition: &Edition, issue: Issue) -> Vec<Json> {
    let express = editions(issue)
        .filter(|other| {
            other.is_express() && other.version.starts_with(edition.version) && !edition.is_express()
        })
        .map(|other| (other.version, other.day));
    let alone = ALONE
        .iter()
        .filter(|(version, ..)| {
            edition.version.strip_suffix(".0").is_some_and(|line| version.starts_with(line))
        })
        .map(|(version, day, ..)| (*version, *day));
    express.chain(alone).map(|(version, day)| update(edition, version, day)).collect()
}

fn update(edition: &Edition, version: &str, day: &str) -> Json {
    object([
        ("id", text(version)),
        ("productName", text("VCF")),
        ("baseProductVersion", text(edition.version)),
        ("description", text(format!("Update {version} on top of {}", edition.version))),
        ("releaseUpdateURL", text(notes_url("cloud-foundation", version))),
        ("releaseDate", text(format!("{day}T00:00:00.000Z"))),
    ])
}

/// The components of a release with their versions, in table order.
fn lines(edition: &Edition) -> impl Iterator<Item = (&'static Component, String)> {
    COMPONENTS.iter().filter_map(|component| Some((component, component.version_in(edition)?)))
}

fn bom_line(edition: &Edition, component: &Component, version: &str, issue: Issue) -> Json {
    let version = CORRECTED
        .iter()
        .find(|(release, name, _)| {
            issue == Issue::Older && *release == edition.version && *name == component.name
        })
        .map_or(version, |(.., before)| before);
    let mut members = named([("name", text(component.name))]);
    if !version.is_empty() {
        members.extend(named([("version", text(version))]));
    }
    members.extend(named([("publicName", text(component.public_name))]));
    if !matches!(component.name, "TELEMETRY" | "VKR") {
        members.extend(named([("releaseURL", text(notes_url(component.name, edition.version)))]));
    }
    if component.name == "VMTOOLS" {
        let note = "Choose the build for the guest, see https://docs.example.com/vmtools";
        members.extend(named([("additionalMetadata", text(note))]));
    }
    if edition.is_nine() {
        let change = version.rsplit(['.', '-']).next().unwrap_or_default();
        members.extend(named([("changeId", text(change))]));
        members.extend(management(edition, component));
    }
    Json::Object(members)
}

fn management(edition: &Edition, component: &Component) -> Members {
    let manager = component.manager_in(edition);
    let mut members = named([("automatedInstall", Json::Flag(manager.is_some()))]);
    members.extend(manager.map(|manager| ("lifecycleManagedBy".to_owned(), text(manager))));
    members
}

/// What is sold: up to 5.0 the whole, from 5.1 also vSphere Foundation, from 9.0 vSphere alone.
fn skus(edition: &Edition) -> Vec<Json> {
    let offers: &[(&str, &str, &[&str])] = match edition.line() {
        "4.4" | "4.5" | "5.0" => {
            &[("VCF", "Cloud Foundation", WHOLE), ("VCF on VxRail", "Cloud Foundation on VxRail", VXRAIL)]
        }
        "5.1" | "5.2" => &[("VCF", "Cloud Foundation", WHOLE), ("VVF", "vSphere Foundation", FOUNDATION)],
        _ if edition.is_express() => &[("VCF", "Cloud Foundation", WHOLE)],
        _ => &[
            ("VCF", "Cloud Foundation", WHOLE),
            ("VVF", "vSphere Foundation", FOUNDATION),
            ("VSPHERE_STANDARD", "vSphere Standard", VSPHERE),
        ],
    };
    offers.iter().map(|(name, title, parts)| sku(edition, name, title, parts)).collect()
}

/// Components of a SKU; empty means all of the release.
const WHOLE: &[&str] = &[];
const VXRAIL: &[&str] = &["SDDC_MANAGER_VCF", "VCENTER", "NSX_T_MANAGER"];
const FOUNDATION: &[&str] = &[
    "SDDC_MANAGER_VCF",
    "VCENTER",
    "ESX_HOST",
    "VROPS",
    "VRLI",
    "VIDB",
    "VMTOOLS",
    "SUPERVISOR",
    "VCF_FLEET_LCM",
];
const VSPHERE: &[&str] = &["VCENTER", "ESX_HOST", "VMTOOLS"];

fn sku(edition: &Edition, name: &str, title: &str, parts: &[&str]) -> Json {
    let mut bom: Vec<Json> = lines(edition)
        .filter(|(component, _)| parts.is_empty() || parts.contains(&component.name))
        .map(|(component, version)| sku_line(edition, component, &version))
        .collect();
    if name == "VCF on VxRail" {
        bom.push(object([
            ("name", text("VXRAIL_MANAGER")),
            ("version", text(vxrail_version(edition))),
            ("publicName", text("VxRail Manager")),
        ]));
    }
    if edition.version == "9.0.0.0" && name == "VCF" {
        // Sold with the release, but not in its bill of materials.
        bom.push(object([("name", text("DSM")), ("automatedInstall", Json::Flag(false))]));
    }
    block([
        ("name", text(name)),
        ("description", text(format!("{title} {}", edition.version))),
        ("bom", Json::Rows(bom)),
        ("skuSpecificPatchBundles", Json::Rows(sku_bundles(edition, name))),
    ])
}

/// `VxRail` counts apart; its build is a date here.
fn vxrail_version(edition: &Edition) -> String {
    let major = if edition.version.starts_with('4') { "7.0" } else { "8.0" };
    let minor = edition.version.replace('.', "");
    format!("{major}.{}-{}", &minor[1..], edition.day.replace('-', ""))
}

/// From 9.0 on a line of a SKU has no version: it has to be looked up in the release's own.
fn sku_line(edition: &Edition, component: &Component, version: &str) -> Json {
    let mut members = named([("name", text(component.name))]);
    if edition.is_nine() {
        members.extend(management(edition, component));
    } else {
        members.extend(named([("version", text(version)), ("publicName", text(component.public_name))]));
    }
    Json::Object(members)
}

/// Up to 5.0 with ids; later forms name a version instead and cannot be matched with recalls.
fn sku_bundles(edition: &Edition, sku: &str) -> Vec<Json> {
    match (edition.line(), sku) {
        ("4.4" | "4.5" | "5.0", "VCF on VxRail") => {
            vec![patch_bundle(&format!("{}/VXRAIL_MANAGER", edition.version), edition.min_compatible)]
        }
        ("5.1" | "5.2" | "9.0" | "9.1", "VVF") if !edition.is_express() => {
            let manager = lines(edition).next().map(|(_, version)| version).unwrap_or_default();
            vec![object([
                ("bundleType", text("SDDC_MANAGER")),
                ("bundleVersion", text(manager)),
                ("version", text(edition.version)),
            ])]
        }
        _ => Vec::new(),
    }
}

/// SDDC Manager from 5.2 on, with the ids that its releases name, and what stands in no release.
fn sddc_manager_releases(issue: Issue) -> Vec<Json> {
    let entry = |version: String, bundle: String, day: &str, from: &str| {
        object([
            ("version", text(version.clone())),
            ("description", text(format!("SDDC Manager {version}"))),
            ("additionalMetadata", text("")),
            ("bundleId", text(bundle)),
            ("releaseDate", Json::Number(epoch_seconds(day) * 1000)),
            ("cumulativeFromVcfVersion", text(from)),
        ])
    };
    let alone = ALONE.iter().map(|(version, day, build, from)| {
        entry(format!("{version}-{build}"), uuid(&format!("bundle {version}")), day, from)
    });
    let of_releases = editions(issue).filter(|edition| edition.version >= "5.2").filter_map(|edition| {
        let (_, version) = lines(edition).next()?;
        let bundle = bundle_id(&format!("{}/SDDC_MANAGER_VCF", edition.version));
        Some(entry(version, bundle, edition.day, edition.min_compatible))
    });
    alone.chain(of_releases).collect()
}

/// Patches outside the bill of materials.
fn async_patches(issue: Issue) -> Json {
    let patch = |version: &str, lowest: &str| {
        object([
            ("productVersion", text(version)),
            ("supportedSkuTypes", texts(["VSAN"])),
            ("inputSpecUrl", text(format!("https://depot.example.com/specs/{version}.json"))),
            (
                "sddcHotPatchInfo",
                object([(
                    "lcm",
                    Json::List(vec![object([
                        ("version", text(lowest)),
                        ("sddcHotPatchMinTargetVcfVersion", text(lowest)),
                    ])]),
                )]),
            ),
        ])
    };
    let mut hosts = vec![patch("8.0.3-24674464", "5.2.1.0"), patch("8.0.3-25205845", "5.2.2.0")];
    if issue == Issue::Newer {
        hosts.push(patch("9.0.2.0.25601112", "9.0.2.0"));
    }
    block([
        ("ESX_HOST", Json::Rows(hosts)),
        ("VCENTER", Json::Rows(vec![patch("8.0.3-24674346", "5.2.1.0"), patch("8.0U3e", "5.2.1.0")])),
        ("NSX_T_MANAGER", Json::Rows(vec![patch("4.2.3.3.0.25171318", "5.2.2.0")])),
    ])
}

fn vvs_mapping(edition: &Edition) -> Option<(String, Json)> {
    let alias = edition.version.strip_suffix(".0")?;
    let mapping = object([("version", text(edition.version)), ("aliases", texts([alias]))]);
    (edition.version >= "5.2").then(|| (uuid(&format!("vvs {}", edition.version)), mapping))
}
