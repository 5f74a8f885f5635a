//! One component, many spellings: `ESX_HOST`, `ESXi`, `HOST`, `NSX-T Manager`.

use std::collections::BTreeMap;

use crate::manifest::Manifest;
use crate::pace::Pace;

/// Spellings that APIs and people use for one component, as [`key`]s; the first that a BOM has is meant.
const ALIKE: [&[&str]; 8] = [
    &["esxhost", "esx", "esxi", "host", "vmwareesxi"],
    &["nsxtmanager", "nsx", "nsxt", "nsxmanager", "vmwarensx"],
    &["vcenter", "vcsa", "vcenterserver", "vmwarevcentersa", "vc"],
    &["sddcmanagervcf", "sddcmanager", "sddcmanagervmware"],
    &["vrslcm", "arialifecycle", "ariasuitelifecycle", "vrealizesuitelifecyclemanager"],
    &["vrops", "ariaoperations", "vcfoperations", "vrealizeoperations"],
    &["vra", "ariaautomation", "vcfautomation", "vrealizeautomation"],
    &["vrli", "arialogs", "vcfoperationsforlogs", "vrealizeloginsight", "loginsight"],
];

/// What spellings of one name share: letters and digits, in lower case.
pub(super) fn key(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The components of some manifests by their names and public names; names win.
pub(super) async fn spellings(manifests: &[&Manifest], pace: Pace) -> BTreeMap<String, String> {
    let mut seen = std::collections::BTreeSet::new();
    let mut names = BTreeMap::new();
    for release in manifests.iter().flat_map(|manifest| &manifest.releases) {
        pace.turn().await;
        for component in &release.bom {
            if seen.insert((component.name.as_str(), component.public_name.as_str())) {
                names.insert(key(&component.name), component.name.to_string());
            }
        }
    }
    for (name, public_name) in seen {
        if !public_name.is_empty() {
            names.entry(key(public_name)).or_insert_with(|| name.to_owned());
        }
    }
    names
}

pub(super) fn find<'s>(spellings: &'s BTreeMap<String, String>, name: &str) -> Option<&'s str> {
    let key = key(name);
    let direct = spellings.get(&key);
    let found = direct.or_else(|| {
        let alike = ALIKE.iter().find(|alike| alike.contains(&key.as_str()))?;
        alike.iter().find_map(|other| spellings.get(*other))
    });
    found.map(String::as_str)
}
