//! The components of the sample manifests: one row each, with the releases that changed them.
//!
//! Component names and the forms of versions are public facts; builds are invented. A component
//! keeps its version from release to release until a row says otherwise, as in real manifests.

use super::edition::{EDITIONS, Edition};
use super::identity::number;

/// One component of the bill of materials.
pub struct Component {
    pub name: &'static str,
    pub public_name: &'static str,
    /// Which component manages it from 9.0 on: `S` for SDDC Manager, `F` for the fleet
    /// (`VRSLCM` up to 9.0, `VCF_FLEET_LCM` from 9.1), empty for nobody.
    manager: &'static str,
    /// `release=version`, separated by blanks, ascending. `*` follows the release, `?` is a line
    /// without a version, `-` takes the component out.
    changes: &'static str,
}

impl Component {
    /// The version in this release, `None` when the release does not hold the component, and
    /// empty when its line has no version.
    pub fn version_in(&self, edition: &Edition) -> Option<String> {
        let place = position(edition.version);
        let (release, version) = self
            .changes
            .split_whitespace()
            .filter_map(|change| change.split_once('='))
            .take_while(|(release, _)| position(release) <= place)
            .last()?;
        match version {
            "-" => None,
            "?" => Some(String::new()),
            "*" => Some(self.version_like(&EDITIONS[position(release)])),
            own => Some(own.to_owned()),
        }
    }

    /// Who manages the component in this release, from 9.0 on.
    pub fn manager_in(&self, edition: &Edition) -> Option<&'static str> {
        match (self.manager, edition.line()) {
            ("S", _) => Some("SDDC_MANAGER_VCF"),
            ("F", "9.0") => Some("VRSLCM"),
            ("F", _) => Some("VCF_FLEET_LCM"),
            _ => None,
        }
    }

    fn version_like(&self, edition: &Edition) -> String {
        let extra = if self.name == "NSX_T_MANAGER" { ".0" } else { "" };
        format!("{}{extra}.{}", edition.version, edition.build + number(self.name, 900))
    }
}

/// The place of a release in the table of releases.
fn position(version: &str) -> usize {
    EDITIONS
        .iter()
        .position(|edition| edition.version == version)
        .unwrap_or_else(|| panic!("no release is called {version}"))
}

const fn of(
    name: &'static str,
    public_name: &'static str,
    manager: &'static str,
    changes: &'static str,
) -> Component {
    Component { name, public_name, manager, changes }
}

/// All components, the ones that people look for first.
#[rustfmt::skip]
pub const COMPONENTS: &[Component] = &[
    of("SDDC_MANAGER_VCF", "SDDC Manager", "S", "4.4.1.0=4.4.1.0-19766960 4.4.1.1=4.4.1.1-19948546 4.5.0.0=4.5.0.0-20612863 4.5.1.0=4.5.1.0-21682411 4.5.2.0=4.5.2.0-22223457 5.0.0.0=5.0.0.0-21822418 5.0.0.1=5.0.0.1-22485660 5.1.0.0=5.1.0.0-22688368 5.1.1.0=5.1.1.0-23480823 5.2.0.0=5.2.0.0-24108943 5.2.1.0=5.2.1.0-24307856 5.2.2.0=5.2.2.0-24936865 5.2.3.0=5.2.3.0-25204118 5.2.4.0=5.2.4.0-25418227 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.0.2.0100=* 9.1.0.0=* 9.1.0.0100=* 9.1.0.0200=* 9.1.0.0300=* 9.1.0.0400=9.1.0.0400.25570105 9.1.1.0=9.1.1.0.25713934"),
    of("VCENTER", "vCenter", "S", "4.4.1.0=7.0.3-19480866 4.4.1.1=7.0.3-20051473 4.5.0.0=7.0.3-20395099 4.5.1.0=7.0.3-21477706 4.5.2.0=7.0.3-21784236 5.0.0.0=8.0.1-21815093 5.0.0.1=8.0.1-22368047 5.1.0.0=8.0.2-22617221 5.1.1.0=8.0.2-23319993 5.2.0.0=8.0.3-24091160 5.2.1.0=8.0.3-24305161 5.2.2.0=8.0.3-24853646 5.2.3.0=8.0.3-25092719 5.2.4.0=8.0.3-25381160 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.0.2.0100=* 9.1.0.0=* 9.1.0.0400=9.1.0.5210.25573614 9.1.1.0=*"),
    of("ESX_HOST", "ESX", "S", "4.4.1.0=7.0.3-19482537 4.4.1.1=7.0.3-20036589 4.5.0.0=7.0.3-20328353 4.5.1.0=7.0.3-21424296 4.5.2.0=7.0.3-21930508 5.0.0.0=8.0.1-21813344 5.0.0.1=8.0.1-22088125 5.1.0.0=8.0.2-22380479 5.1.1.0=8.0.2-23305546 5.2.0.0=8.0.3-24022510 5.2.1.0=8.0.3-24280767 5.2.2.0=8.0.3-24859861 5.2.3.0=8.0.3-25067014 5.2.4.0=8.0.3-25377220 9.0.0.0=9.0.0.0.24701403 9.0.1.0=* 9.0.2.0=* 9.1.0.0=* 9.1.0.0100=* 9.1.0.0200=* 9.1.1.0=*"),
    of("NSX_T_MANAGER", "NSX", "S", "4.4.1.0=3.1.3.7.4-19762317 4.5.0.0=3.2.1.2-20541212 4.5.1.0=3.2.2.1-21487560 4.5.2.0=3.2.3.1-22104592 5.0.0.0=4.1.0.2-21761691 5.0.0.1=4.1.0.2-21761691 5.1.0.0=4.1.2.1-22667789 5.1.1.0=4.1.2.3-23382408 5.2.0.0=4.2.0-24105817 5.2.1.0=4.2.1-24304122 5.2.2.0=4.2.3-24866352 5.2.3.0=4.2.3.3.0.25171318 5.2.4.0=4.2.4-25390771 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=* 9.1.0.0400=* 9.1.1.0=*"),
    of("NSX_ALB", "Avi Load Balancer", "F", "4.4.1.0=21.1.3-9051 4.5.0.0=21.1.5-9079 4.5.1.0=22.1.2-9086 5.0.0.0=22.1.3-9096 5.1.0.0=22.1.5-9093 5.2.0.0=22.1.6-9191 5.2.2.0=30.2.2-9117 9.0.0.0=31.1.1-9122 9.0.2.0=31.2.1-9038 9.1.0.0=32.1.1-9040 9.1.1.0=32.1.2-9017"),
    of("VROPS", "VCF Operations", "F", "4.4.1.0=8.6.2-19081814 4.5.0.0=8.10.0-20439330 4.5.2.0=8.10.2-21178503 5.0.0.0=8.10.2-21178503 5.1.0.0=8.14.0-22603686 5.1.1.0=8.16.0-23251571 5.2.0.0=8.18.0-24025145 5.2.1.0=8.18.1-24267784 5.2.2.0=8.18.4-24770015 5.2.3.0=8.18.6-25109984 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=* 9.1.0.0300=* 9.1.1.0=*"),
    of("VRA", "VCF Automation", "F", "4.4.1.0=8.6.2-19221692 4.5.0.0=8.8.2-20006423 4.5.2.0=8.11.2-21606050 5.1.0.0=8.14.1-22688001 5.1.1.0=8.16.1-23398142 5.2.0.0=8.18.0-24024333 5.2.2.0=8.18.1-24779102 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VRLI", "VCF Operations for logs", "F", "4.4.1.0=8.6.2-19092412 4.5.0.0=8.8.2-20056468 4.5.2.0=8.10.2-21145187 5.1.0.0=8.14.0-22564181 5.1.1.0=8.16.0-23364779 5.2.0.0=8.18.0-24021974 5.2.2.0=8.18.3-24781203 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=-"),
    of("VRNI", "VCF Operations for networks", "F", "4.4.1.0=6.5.1-19106521 4.5.0.0=6.7.0-20206931 4.5.2.0=6.10.0-21532021 5.1.0.0=6.12.0-22520112 5.2.0.0=6.13.0-24009870 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VRSLCM", "Fleet management appliance", "S", "4.4.1.0=8.6.2-19221620 4.5.0.0=8.8.2-20080494 4.5.1.0=8.10.0-20590142 5.0.0.0=8.10.0-21331275 5.1.0.0=8.14.0-22630473 5.1.1.0=8.16.0-23377566 5.2.0.0=8.18.0-24029603 5.2.2.0=8.18.3-24745110 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=-"),
    of("WSA", "Workspace ONE Access", "F", "4.4.1.0=3.3.6-19203469 4.5.2.0=3.3.7-21173100 9.0.0.0=-"),
    of("VIDB", "Identity Broker", "F", "9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VCF_OPS_CLOUD_PROXY", "Cloud Proxy", "F", "4.4.1.0=8.6.2-19081814 4.5.0.0=8.10.0-20439330 5.1.0.0=8.14.0-22603686 5.2.0.0=8.18.0-24025145 5.2.2.0=8.18.4-24770015 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("HCX", "HCX", "F", "4.4.1.0=4.3.2-19623115 4.5.0.0=4.5.0-20666101 5.0.0.0=4.6.2-21700021 5.1.0.0=4.8.0-22640001 5.2.0.0=4.9.1-24000144 5.2.2.0=4.11.2-24881001 9.0.0.0=* 9.0.1.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VSAN_FILE_SERVICES", "vSAN File Services", "S", "4.4.1.0=7.0.3-19482531 4.5.0.0=7.0.3-20328350 5.0.0.0=8.0.1-21813340 5.1.0.0=8.0.2-22380470 5.2.0.0=8.0.3-24022500 5.2.2.0=8.0.3-24859860 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VSAN_OSA_WITNESS", "vSAN OSA Witness", "S", "4.4.1.0=7.0.3-19193900 4.5.0.0=7.0.3-20036589 5.0.0.0=8.0.1-21495797 5.1.0.0=8.0.2-22385739 5.2.0.0=8.0.3-24022510 9.0.0.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VSAN_ESA_WITNESS", "vSAN ESA Witness", "S", "5.0.0.0=8.0.1-21495797 5.1.0.0=8.0.2-22385739 5.2.0.0=8.0.3-24022510 9.0.0.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VMTOOLS", "VMware Tools", "", "4.4.1.0=12.0.0-19345655 4.5.0.0=12.1.0-20219665 5.0.0.0=12.2.5-21855600 5.1.0.0=12.3.0-22234872 5.2.0.0=12.4.5-23787635 5.2.2.0=12.5.4-24964629 9.0.0.0=13.0.0.0-24696409 9.0.1.0=13.0.5.0-24915695 9.1.0.0=13.1.0.0-25350012"),
    of("SUPERVISOR", "Supervisor", "S", "4.4.1.0=1.22.6-19480866 4.5.0.0=1.23.5-20395099 5.0.0.0=1.24.9-21815093 5.1.0.0=1.26.4-22617221 5.2.0.0=1.28.3-24091160 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VKR", "Kubernetes releases", "", "4.4.1.0=v1.22.9 4.5.0.0=v1.23.8 5.0.0.0=v1.25.7 5.1.0.0=v1.26.5 5.2.0.0=v1.28.8 9.0.0.0=v1.32.0+vmware.6-fips 9.0.2.0=v1.33.6+vmware.1-fips 9.1.0.0=v1.34.2+vmware.2-fips 9.1.1.0=v1.35.0+vmware.1-fips"),
    of("SUPERVISOR_SERVICE_HARBOR", "Harbor Supervisor Service", "", "4.4.1.0=2.5.1 4.5.0.0=2.6.2 5.1.0.0=2.8.2 5.2.0.0=2.9.1 9.0.0.0=2.12.4 9.1.0.0=2.13.1 9.1.1.0=2.14.2"),
    of("TELEMETRY", "Telemetry", "", "4.4.1.0=1.8.0-19700010 4.5.0.0=1.9.1-20600020 5.0.0.0=2.0.0-21800030 5.2.0.0=2.2.0-24100040 9.0.0.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VCFDT", "VCF Download Tool", "", "5.2.0.0=5.2.0-24100100 5.2.2.0=5.2.2-24930100 9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VCF_CONSUMPTION_CLI", "VCF Consumption CLI", "", "9.0.0.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VLR", "Live Recovery", "", "5.2.0.0=9.0.2-24401761 9.0.0.0=9.0.3-24700010 9.0.2.0=9.0.5-25140010 9.1.0.0=9.1.0-25360010"),
    of("DLVM", "Deep Learning VM", "", "5.1.1.0=1.0.0-23500010 5.2.1.0=1.1.0-24300011 9.0.0.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("DSM", "Data Services Manager", "", "9.0.1.0=9.0.1-24950100 9.0.2.0=9.0.2-25140100 9.1.0.0=9.1.0-25360100 9.1.1.0=9.1.1-25700100"),
    of("SUPERVISOR_SERVICE_PAIS", "Private AI Services", "", "9.0.0.0=* 9.0.1.0=* 9.0.2.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("VCF_SERVICE_ARGOCD", "Argo CD service", "", "9.0.0.0=1.0.0-24896502 9.0.2.0=1.0.1-25110002 9.1.0.0=1.1.0-25362201"),
    of("VCD_MIGRATION_BACKEND", "Cloud Director migration", "", "9.0.1.0=* 9.1.0.0=* 9.1.1.0=*"),
    of("ESX_HOST_ARM64", "ESX for Arm", "S", "9.1.0.0=* 9.1.0.0200=* 9.1.1.0=*"),
    of("VCF_FLEET_LCM", "Fleet lifecycle", "F", "9.1.0.0=* 9.1.0.0100=* 9.1.0.0400=* 9.1.1.0=*"),
    of("VCF_SDDC_LCM", "SDDC lifecycle", "F", "9.1.0.0=* 9.1.0.0100=* 9.1.0.0400=* 9.1.1.0=*"),
    of("DEPOT_SERVICE", "Depot service", "F", "9.1.0.0=* 9.1.0.0300=* 9.1.1.0=*"),
    of("VCF_LICENSE_SERVER", "License server", "F", "9.1.0.0=* 9.1.1.0=*"),
    of("VSP", "VCF services platform", "F", "9.1.0.0=* 9.1.0.0100=* 9.1.1.0=*"),
    of("VCF_SALT", "Salt", "F", "9.1.0.0=* 9.1.1.0=*"),
    of("VCF_SALT_RAAS", "Salt RaaS", "F", "9.1.0.0=* 9.1.1.0=*"),
    of("VCFMS_METRICS_STORE", "Metrics store", "F", "9.1.0.0=* 9.1.0.0300=* 9.1.1.0=*"),
    of("VCF_SERVICE_NATIVE_OBJECT_STORE", "Native object store service", "", "9.1.0.0=* 9.1.1.0=*"),
    of("SUPERVISOR_SERVICE_NATIVE_OBJECT_STORE", "Native object store for Supervisor", "", "9.1.0.0=* 9.1.1.0=*"),
    of("VCF_SERVICE_VSAN_BACKEND", "vSAN backend service", "", "9.1.0.0=* 9.1.1.0=*"),
    of("VLR_EDGE", "Live Recovery for edge sites", "", "9.1.1.0=?"),
];
