use release_atlas::manifest::{Manifest, MentionedBy, read, shapes};
use release_atlas::shape::rows;
use serde_json::json;

use crate::builder::{Json, manifest as built, vcf};
use crate::{data, manifest};

#[test]
fn an_address_is_read_from_text_and_from_its_parts() {
    let address = |address: serde_json::Value| {
        let text = json!({"releases": [{"version": "1", "bom": [{"name": "A", "releaseURL": address}]}]});
        manifest(&text.to_string()).releases[0].bom[0].address.clone()
    };
    let parts = |authority: &str, rest: serde_json::Value| {
        let mut parts = json!({"protocol": "https", "authority": authority, "host": "docs.example.com", "port": 8443, "defaultPort": 443});
        parts.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        parts
    };
    assert_eq!(address(json!("https://docs.example.com/a")), "https://docs.example.com/a");
    assert_eq!(
        address(parts("docs.example.com", json!({"file": "/a?b=c", "ref": "d"}))),
        "https://docs.example.com/a?b=c#d"
    );
    assert_eq!(
        address(parts("", json!({"path": "/a", "query": "b=c"}))),
        "https://docs.example.com:8443/a?b=c"
    );
    assert_eq!(address(parts("user:secret@docs.example.com", json!({}))), "https://docs.example.com");
    assert_eq!(address(json!(null)), "");
    assert_eq!(address(json!("string")), "", "a placeholder is no address");
}

#[test]
fn bundles_of_skus_are_read_in_both_shapes() {
    let old = read(&data("dialect-4.5.1-async-patches-added"));
    let sku = &old.releases[0].skus[0].bundles[0];
    assert_eq!(sku.id.as_deref(), Some("00000007-0000-4000-8000-000000000062"));
    let new = read(&data("dialect-5.0-vxrail-async-patches-wrapped"));
    let sku = &new.releases[0].skus[0].bundles[0];
    assert_eq!((sku.id.as_deref(), &*sku.version, &*sku.kind), (None, "8.0.100-28093095", "VXRAIL"));
}

#[test]
fn async_patches_are_read_in_both_wrappings() {
    let patches = |name: &str| -> Vec<(String, String)> {
        let read = read(&data(name));
        read.async_patches
            .into_iter()
            .map(|patch| (patch.component.to_string(), patch.version.to_string()))
            .collect()
    };
    let plain = [("ESX_HOST", "7.0.3-21686933"), ("VCENTER", "7.0.3-21477706")];
    assert_eq!(
        patches("dialect-4.5.1-async-patches-added"),
        plain.map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
    let wrapped = [("ESX_HOST".to_owned(), "8.0.1-22088125".to_owned())];
    assert_eq!(patches("dialect-5.0-vxrail-async-patches-wrapped"), wrapped);
}

#[test]
fn version_mappings_are_read_in_one_level_and_in_two() {
    let mappings = |name: &str| read(&data(name)).vvs_mappings;
    let one = &mappings("dialect-5.0-vxrail-async-patches-wrapped")[0];
    assert_eq!(
        (&*one.path, &*one.version, &*one.aliases),
        (&["vvs-5.0".into()][..], "5.0.0.0", &["5.0".into()][..])
    );
    let two = &mappings("dialect-5.2-sddc-manager-releases-epoch")[0];
    assert_eq!(two.path, ["VCF", "vvs-5.2.1"]);
    assert_eq!(two.aliases, ["5.2.1", "5.2.1.0-24307856"]);
}

#[test]
fn sddc_manager_releases_carry_a_bundle_and_an_epoch_date() {
    let read = read(&data("dialect-5.2-sddc-manager-releases-epoch"));
    let days: Vec<_> = read
        .sddc_manager_releases
        .iter()
        .map(|release| release.released.as_ref().and_then(release_atlas::stamp::Stamp::instant))
        .collect();
    assert_eq!(days, [Some(1_733_356_800_000), Some(1_745_971_200_000)], "milliseconds and seconds");
    assert_eq!(read.sddc_manager_releases[0].from, "5.0.0.0");
    let named = read.mentions.iter().filter(|mention| mention.by == MentionedBy::SddcManager(1)).count();
    assert_eq!(named, 1);
}

#[test]
fn the_upgrade_order_is_a_list_of_names() {
    let read = read(&data("dialect-5.2-sddc-manager-releases-epoch"));
    assert_eq!(read.releases[0].upgrade_order, ["NSX_T_MANAGER", "VCENTER", "ESX_HOST"]);
    let list = manifest(r#"{"releases":[{"version":"1","upgradeOrder":["A"," B "]}]}"#);
    assert_eq!(list.releases[0].upgrade_order, ["A", "B"]);
}

#[test]
fn text_versions_boolean_ends_of_life_and_bare_dates_are_read_as_written() {
    let read = read(&data("wild-fixture-text-version-boolean-eol-bare-date"));
    assert_eq!(read.version, "1.0");
    let release = &read.releases[0];
    assert!(matches!(&*release.eol, "true" | "false"), "{}", release.eol);
    assert!(release.released.as_ref().is_some_and(release_atlas::stamp::Stamp::is_bare_date));
    let number = manifest(r#"{"version":1,"sequenceNumber":"99","releases":[]}"#);
    assert_eq!((&*number.version, number.sequence), ("1", Some(99)));
}

#[test]
fn sku_lines_without_version_stay_without_version() {
    let read = read(&data("wild-fixture-text-version-boolean-eol-bare-date"));
    let sku = &read.releases[0].skus[0];
    assert!(sku.bom.iter().all(|line| line.version.is_empty() && !line.name.is_empty()));
}

#[test]
fn wrong_types_cost_nothing_around_them() {
    let read = read(&data("members-of-wrong-type"));
    let versions: Vec<_> = read.releases.iter().map(|release| &*release.version).collect();
    assert_eq!(versions, ["9", "9.0.1.0"]);
    let first = &read.releases[0];
    assert_eq!((first.applicable, &*first.eol, &*first.skus[0].name), (Some(false), "2027", "VCF"));
    let ids: Vec<_> = first.bundles.iter().map(|bundle| bundle.id.as_deref()).collect();
    assert_eq!(ids, [Some("x"), Some("5")]);
    assert_eq!(first.bundles[1].elements, ["VCENTER"]);
    assert_eq!(read.releases[1].bom[1].version, "9");
}

#[test]
fn a_page_a_list_and_a_single_release_are_read() {
    let page = read(&data("releases-list-elements-envelope"));
    assert!(!page.releases.is_empty());
    let list = manifest(&json!([vcf("9.0.0.0", &["a"]), vcf("9.0.1.0", &["b"])]).to_string());
    assert_eq!(list.releases.len(), 2);
    let single = manifest(&vcf("9.0.0.0", &["a"]).to_string());
    assert_eq!(single.releases[0].version, "9.0.0.0");
    assert_eq!(single.mentions.len(), 1);
}

#[test]
fn every_member_that_names_a_bundle_is_mentioned_in_document_order() {
    let text = built()
        .carries("9.0.0.0", &["a", "b"])
        .recalls(&["a"], &["c"], "READY")
        .with("sddcManagerReleases", json!([{"version": "1", "bundleId": "d"}]))
        .text();
    let read = manifest(&text);
    let ids: Vec<_> = read.mentions.iter().map(|mention| &*mention.id).collect();
    // The builder sorts members: recalledBundles, releases, sddcManagerReleases.
    assert_eq!(ids, ["a", "c", "a", "b", "d"]);
    assert!(read.mentions.is_sorted_by_key(|mention| mention.at));
    assert_eq!(read.mentions[0].by, MentionedBy::Recalled(0));
    assert_eq!(read.mentions[3].by, MentionedBy::Release { release: 0, bundle: 1 });
}

#[test]
fn placeholders_of_the_documentation_are_no_data() {
    let read = read(&data("documentation-placeholders"));
    assert_eq!(read.mentions, []);
    assert_eq!(read.releases[0].bundles[0].id, None);
    assert_eq!(read.releases[0].bom[0].address, "");
    assert!(read.async_patches.is_empty());
    assert_eq!(read.recalls[0].placeholders.len(), 2);
}

/// The names of the leaves that no table knows.
fn unknown(manifest: &str) -> Vec<String> {
    let document = data(manifest);
    let rows = rows(document.root(), Some(&shapes::MANIFEST));
    rows.into_iter().filter(|row| row.is_other).map(|row| format!("{:?}", row.label)).collect()
}

#[test]
fn every_documented_member_of_every_dialect_is_known() {
    for name in [
        "dialect-4.3.1-url-as-object",
        "dialect-4.4.0-sku-and-applicability-added",
        "dialect-4.5.1-async-patches-added",
        "dialect-4.5.2-known-issues",
        "dialect-5.0-vxrail-async-patches-wrapped",
        "dialect-5.1.1-url-as-text",
        "dialect-5.2-sddc-manager-releases-epoch",
        "dialect-9.0.2-optional-bom-version",
        "dialect-9.1.1-express-patches",
        "dialect-seed-url-with-content",
    ] {
        assert_eq!(unknown(name), Vec::<String>::new(), "{name}");
    }
    let error = data("error-nested");
    assert!(rows(error.root(), Some(&shapes::ERROR)).iter().all(|row| !row.is_other));
}

#[test]
fn a_manifest_of_null_lists_is_read_as_one_without() {
    let text = r#"{"releases":null,"recalledBundles":null,"asyncPatches":null,"vvsMappings":null,"sddcManagerReleases":null}"#;
    let Manifest { releases, recalls, async_patches, vvs_mappings, sddc_manager_releases, .. } =
        manifest(text);
    assert!(releases.is_empty() && recalls.is_empty() && async_patches.is_empty());
    assert!(vvs_mappings.is_empty() && sddc_manager_releases.is_empty());
    let _ = built().value();
}
