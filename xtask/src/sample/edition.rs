//! The Cloud Foundation releases of the sample manifests.
//!
//! Versions and dates are public facts; texts, bundles and what is said about them are invented.
//! Called edition here, because `release` is the catalogue's.

/// One release.
pub struct Edition {
    pub version: &'static str,
    pub day: &'static str,
    pub min_compatible: &'static str,
    /// Where the builds of its components begin, from 9.0 on.
    pub build: u64,
    pub end_of_life: &'static str,
    /// What the description says: first the heading, then one point each.
    pub points: &'static [&'static str],
    /// Why it cannot be chosen; empty when it can.
    pub not_applicable: &'static str,
    /// Component keys, each with its own bundle. `A+B` is one bundle with two elements.
    pub bundles: &'static [&'static str],
}

impl Edition {
    /// The release line: "5.2" of "5.2.1.0".
    pub fn line(&self) -> &'static str {
        let dots = self.version.match_indices('.').nth(1).map_or(self.version.len(), |(place, _)| place);
        &self.version[..dots]
    }

    /// Whether it counts in the scheme that began with 9.0.
    pub fn is_nine(&self) -> bool {
        self.version.starts_with('9')
    }

    /// Whether it is an express patch: a fourth number in hundreds.
    pub fn is_express(&self) -> bool {
        self.version.ends_with("00") && self.version.len() > "9.1.0.0".len()
    }

    /// Whether the older of the two manifests holds it already.
    pub fn is_in_older(&self) -> bool {
        self.day < "2026-03-01"
    }
}

const FOUR: &[&str] = &["SDDC_MANAGER_VCF", "NSX_T_MANAGER", "VCENTER", "ESX_HOST", "VXRAIL_MANAGER"];
const FIVE: &[&str] =
    &["SDDC_MANAGER_VCF", "NSX_T_MANAGER", "VCENTER", "ESX_HOST", "VROPS+VCF_OPS_CLOUD_PROXY"];
const FIVE_ON_VXRAIL: &[&str] =
    &["SDDC_MANAGER_VCF", "NSX_T_MANAGER", "VCENTER", "ESX_HOST", "VXRAIL_MANAGER"];
const NINE: &[&str] = &["SDDC_MANAGER_VCF", "NSX_T_MANAGER", "VCENTER", "ESX_HOST", "VSAN_FILE_SERVICES"];

/// All releases, ascending.
#[rustfmt::skip]
pub const EDITIONS: &[Edition] = &[
    Edition { version: "4.4.1.0", day: "2022-05-12", min_compatible: "4.0.0.0", build: 0, end_of_life: "2025-10-02",
        points: &["Maintenance release", "Removes Log4j 1 from the appliances", "Lets SDDC Manager be upgraded before the bill of materials"],
        not_applicable: "All domains run 4.5.1.0 or newer.", bundles: FOUR },
    Edition { version: "4.4.1.1", day: "2022-06-30", min_compatible: "4.0.0.0", build: 0, end_of_life: "2025-10-02",
        points: &["Security release", "vCenter and ESXi fixes"],
        not_applicable: "All domains run 4.5.1.0 or newer.", bundles: FOUR },
    Edition { version: "4.5.0.0", day: "2022-10-11", min_compatible: "4.2.1.0", build: 0, end_of_life: "2025-10-02",
        points: &["Minor release", "Rename of workload domains", "Prechecks by target version"],
        not_applicable: "", bundles: FOUR },
    Edition { version: "4.5.1.0", day: "2023-02-21", min_compatible: "4.3.0.0", build: 0, end_of_life: "2025-10-02",
        points: &["Maintenance release", "Upgrades may skip a version", "Security fixes of ESXi"],
        not_applicable: "", bundles: FOUR },
    Edition { version: "4.5.2.0", day: "2023-08-17", min_compatible: "4.3.0.0", build: 0, end_of_life: "2025-10-02",
        points: &["Last maintenance release of 4.5", "Direct way to 5.1"],
        not_applicable: "", bundles: FOUR },
    Edition { version: "5.0.0.0", day: "2023-06-01", min_compatible: "4.3.0.0", build: 0, end_of_life: "2027-10-11",
        points: &["Major release on vSphere 8", "Stretched management domain", "Configuration drift shown per domain"],
        not_applicable: "", bundles: FIVE_ON_VXRAIL },
    Edition { version: "5.0.0.1", day: "2023-09-29", min_compatible: "4.3.0.0", build: 0, end_of_life: "2027-10-11",
        points: &["Security release", "vCenter and ESXi fixes"],
        not_applicable: "", bundles: FIVE_ON_VXRAIL },
    Edition { version: "5.1.0.0", day: "2023-11-07", min_compatible: "4.4.0.0", build: 0, end_of_life: "2026-12-31",
        points: &["Minor release", "vSAN Express Storage Architecture", "Images for whole clusters"],
        not_applicable: "", bundles: FIVE_ON_VXRAIL },
    Edition { version: "5.1.1.0", day: "2024-03-26", min_compatible: "4.4.0.0", build: 0, end_of_life: "2026-12-31",
        points: &["Maintenance release", "Private AI foundation"],
        not_applicable: "", bundles: FIVE },
    Edition { version: "5.2.0.0", day: "2024-07-23", min_compatible: "4.5.0.0", build: 0, end_of_life: "2027-10-11",
        points: &["Minor release", "Import of existing vSphere environments", "Components can be patched one by one"],
        not_applicable: "", bundles: FIVE },
    Edition { version: "5.2.1.0", day: "2024-10-09", min_compatible: "4.5.0.0", build: 0, end_of_life: "2027-10-11",
        points: &["Maintenance release", "Import with vSphere Lifecycle Manager baselines"],
        not_applicable: "", bundles: FIVE },
    Edition { version: "5.2.2.0", day: "2025-09-04", min_compatible: "4.5.0.0", build: 0, end_of_life: "2027-10-11",
        points: &["Maintenance release", "Security fixes of ESXi and vCenter"],
        not_applicable: "", bundles: FIVE },
    Edition { version: "5.2.3.0", day: "2026-02-24", min_compatible: "4.5.0.0", build: 0, end_of_life: "2027-10-11",
        points: &["Maintenance release", "NSX 4.2.3.3 is newer than in 9.0.1: see the notes before moving on"],
        not_applicable: "", bundles: FIVE },
    Edition { version: "5.2.4.0", day: "2026-05-26", min_compatible: "4.5.0.0", build: 0, end_of_life: "2027-10-11",
        points: &["Maintenance release", "Replaces the ESX bundles of 5.2.1.0 and 5.2.2.0"],
        not_applicable: "", bundles: FIVE },
    Edition { version: "9.0.0.0", day: "2025-06-17", min_compatible: "5.0.0.0", build: 24_700_000, end_of_life: "2027-06-17",
        points: &["Major release", "One version number for all components", "Fleet management joins the bill of materials"],
        not_applicable: "", bundles: NINE },
    Edition { version: "9.0.1.0", day: "2025-09-29", min_compatible: "5.0.0.0", build: 24_957_000, end_of_life: "2027-06-17",
        points: &["Maintenance release", "Three of its bundles were recalled: move on to 9.0.2.0"],
        not_applicable: "", bundles: NINE },
    Edition { version: "9.0.2.0", day: "2026-01-20", min_compatible: "5.0.0.0", build: 25_147_000, end_of_life: "2027-06-17",
        points: &["Maintenance release", "Replaces the NSX and vCenter bundles of 9.0.1.0"],
        not_applicable: "", bundles: NINE },
    Edition { version: "9.0.2.0100", day: "2026-07-28", min_compatible: "9.0.0.0", build: 25_628_000, end_of_life: "2027-06-17",
        points: &["Express patch", "SDDC Manager and vCenter"],
        not_applicable: "", bundles: &["SDDC_MANAGER_VCF", "VCENTER"] },
    Edition { version: "9.1.0.0", day: "2026-05-11", min_compatible: "5.2.0.0", build: 25_370_000, end_of_life: "2028-05-11",
        points: &["Minor release", "Fleet lifecycle replaces the fleet management appliance", "ESX for Arm"],
        not_applicable: "Closed for new upgrades since 9.1.1.0; choose that release.", bundles: NINE },
    Edition { version: "9.1.0.0100", day: "2026-06-04", min_compatible: "9.1.0.0", build: 25_446_000, end_of_life: "2028-05-11",
        points: &["Express patch", "SDDC Manager, ESX and fleet lifecycle"],
        not_applicable: "", bundles: &["SDDC_MANAGER_VCF", "ESX_HOST", "VCF_FLEET_LCM+VCF_SDDC_LCM"] },
    Edition { version: "9.1.0.0200", day: "2026-06-24", min_compatible: "9.1.0.0", build: 25_498_000, end_of_life: "2028-05-11",
        points: &["Express patch", "SDDC Manager and ESX"],
        not_applicable: "", bundles: &["SDDC_MANAGER_VCF", "ESX_HOST"] },
    Edition { version: "9.1.0.0300", day: "2026-06-29", min_compatible: "9.1.0.0", build: 25_523_000, end_of_life: "2028-05-11",
        points: &["Express patch", "VCF Operations and the depot service; carries the ESX bundle of 9.1.0.0200"],
        not_applicable: "", bundles: &["SDDC_MANAGER_VCF", "9.1.0.0200/ESX_HOST", "VROPS"] },
    Edition { version: "9.1.0.0400", day: "2026-07-09", min_compatible: "9.1.0.0", build: 25_570_000, end_of_life: "2028-05-11",
        points: &["Express patch", "vCenter and NSX; carries the ESX bundle of 9.1.0.0200"],
        not_applicable: "", bundles: &["SDDC_MANAGER_VCF", "VCENTER", "NSX_T_MANAGER", "9.1.0.0200/ESX_HOST", "VCF_FLEET_LCM+VCF_SDDC_LCM"] },
    Edition { version: "9.1.1.0", day: "2026-09-02", min_compatible: "5.2.0.0", build: 25_713_000, end_of_life: "2028-05-11",
        points: &["Maintenance release", "Replaces the recalled ESX bundles of the 9.1.0.0 express patches", "Upgrade fleet lifecycle first"],
        not_applicable: "", bundles: NINE },
];
