//! One component, many spellings: `ESX_HOST`, `ESXi`, `HOST`, `NSX-T Manager`.

use std::collections::BTreeMap;

use crate::manifest::Manifest;

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
pub(super) fn spellings<'m>(manifests: &[&'m Manifest]) -> BTreeMap<String, &'m str> {
    let components = || {
        let releases = manifests.iter().flat_map(|manifest| &manifest.releases);
        releases.flat_map(|release| &release.bom)
    };
    let mut seen = std::collections::BTreeSet::new();
    let mut names = BTreeMap::new();
    for component in components() {
        if seen.insert((component.name.as_str(), component.public_name.as_str())) {
            names.insert(key(&component.name), component.name.as_str());
        }
    }
    for (name, public_name) in seen {
        if !public_name.is_empty() {
            names.entry(key(public_name)).or_insert(name);
        }
    }
    names
}

pub(super) fn find<'m>(spellings: &BTreeMap<String, &'m str>, name: &str) -> Option<&'m str> {
    let key = key(name);
    let direct = spellings.get(&key).copied();
    direct.or_else(|| {
        let alike = ALIKE.iter().find(|alike| alike.contains(&key.as_str()))?;
        alike.iter().find_map(|other| spellings.get(*other).copied())
    })
}
