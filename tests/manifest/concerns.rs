use release_atlas::manifest::concerns::{async_patches, sddc_manager_releases, vvs_mappings};
use serde_json::json;

use crate::manifest;

#[test]
fn what_stands_beside_the_releases_is_joined_by_component_and_version() {
    let read = manifest(
        &json!({
            "releases": [{
                "product": "VCF", "version": "5.2.1.0",
                "bom": [{"name": "ESX_HOST", "version": "8.0.3-24280767"}],
            }],
            "asyncPatches": {
                "ESX_HOST": [{"productVersion": "8.0.3-24674464"}, {"productVersion": "9.0.2.0.25601112"}],
                "VCENTER": [{"productVersion": "8.0.3-1"}],
            },
            "sddcManagerReleases": [{"version": "5.2.1.1-24397777"}, {"version": "9.0.0.0.1"}],
            "vvsMappings": {"VCF": {"x": {"version": "5.2.1.0", "aliases": ["5.2.1"]}, "y": {"version": "5.2.2.0"}}},
        })
        .to_string(),
    );
    let release = &read.releases[0];
    let patches: Vec<_> = async_patches(&read, release).map(|patch| patch.version.as_str()).collect();
    assert_eq!(patches, ["8.0.3-24674464"]);
    let managers: Vec<_> = sddc_manager_releases(&read, release).map(|one| one.version.as_str()).collect();
    assert_eq!(managers, ["5.2.1.1-24397777"]);
    let mappings: Vec<_> = vvs_mappings(&read, release).map(|one| one.version.as_str()).collect();
    assert_eq!(mappings, ["5.2.1.0"]);
}
