use release_atlas::manifest::route::{Block, Fault, Plan, Question, Risk, Stop, beginning_with, version_in};
use release_atlas::manifest::{Answer, Manifest, Recalls};
use serde_json::{Value, json};

use crate::manifest;

/// A release that may be reached from a version on, with one bundle.
fn release(version: &str, from: &str, bundle: &str) -> Value {
    json!({"product": "VCF", "version": version, "minCompatibleVcfVersion": from, "isApplicable": true,
        "patchBundles": [{"bundleId": bundle, "cumulativeFromVcfVersion": from}],
        "bom": [{"name": "NSX", "version": format!("{version}.1")}]})
}

fn read(releases: &[Value], recalls: &Value) -> Manifest {
    manifest(&json!({"releases": releases, "recalledBundles": recalls}).to_string())
}

fn plan(manifest: &Manifest, from: &str, to: &str) -> Plan {
    let question = Question { from: from.to_owned(), to: to.to_owned(), ..Question::default() };
    Plan::new(&[manifest], &Recalls::new(&[manifest]), &question)
}

/// The versions that a route passes.
fn stops(manifest: &Manifest, route: Option<&release_atlas::manifest::route::Route>) -> Vec<String> {
    let hops = route.map(|route| route.hops.as_slice()).unwrap_or_default();
    hops.iter().filter_map(|hop| hop.to.of(&[manifest])).map(|release| release.version.to_string()).collect()
}

#[test]
fn a_target_within_reach_is_one_hop() {
    let read = read(&[release("5.0", "4.0", "a"), release("5.2", "4.5", "b")], &json!([]));
    let plan = plan(&read, "4.5", "5.2");
    assert_eq!(stops(&read, plan.fewest_hops.as_ref()), ["5.2"]);
    assert_eq!(plan.fault, None);
    assert_eq!(plan.direct.len(), 2);
}

#[test]
fn a_floor_forces_a_step_between_and_says_why() {
    let read = read(&[release("5.0", "4.0", "a"), release("9.0", "5.0", "b")], &json!([]));
    let plan = plan(&read, "4.5", "9.0");
    assert_eq!(stops(&read, plan.fewest_hops.as_ref()), ["5.0", "9.0"]);
    assert_eq!(plan.blocked.len(), 1);
    let floor = Block::BelowBundle { bundle: "b".to_owned(), floor: "5.0".to_owned() };
    assert_eq!(plan.blocked[0].reasons, [Block::BelowMinimum("5.0".to_owned()), floor]);
}

#[test]
fn a_release_that_is_not_applicable_is_never_entered() {
    let mut closed = release("5.0", "4.0", "a");
    closed["isApplicable"] = json!(false);
    closed["notApplicableReason"] = json!("closed");
    let read = read(&[closed, release("9.0", "5.0", "b")], &json!([]));
    let plan = plan(&read, "4.5", "9.0");
    assert_eq!(plan.fewest_hops, None);
    assert!(
        plan.blocked.iter().any(|blocked| blocked.reasons == [Block::NotApplicable("closed".to_owned())])
    );
}

#[test]
fn a_withdrawn_bundle_blocks_and_a_replaced_one_is_a_risk_with_its_replacement() {
    let recalls = json!([
        {"recalledBundleIds": ["a"], "replacementBundleStatus": "NONE"},
        {"recalledBundleIds": ["b"], "replacementBundleStatus": "READY", "replacementBundleIds": ["b2"]},
    ]);
    let read = read(&[release("5.0", "4.0", "a"), release("5.1", "4.0", "b")], &recalls);
    let blocked = plan(&read, "4.5", "5.0");
    assert_eq!(blocked.fewest_hops, None);
    let recalled = Block::Recalled { bundle: "a".to_owned(), answer: Answer::Withdrawn };
    assert_eq!(blocked.blocked[0].reasons, [recalled]);
    let open = plan(&read, "4.5", "5.1").fewest_hops.expect("a way");
    assert_eq!(open.hops[0].bundles[0].id.as_deref(), Some("b2"));
    assert_eq!(open.hops[0].bundles[0].instead_of.join(" "), "b");
    // Nothing is known of what it carries, and that is said.
    assert!(matches!(open.hops[0].risks.as_slice(), [Risk::Replaced { is_same: false, .. }]));
}

#[test]
fn a_bundle_to_fetch_that_looks_like_a_recalled_one_is_a_risk_at_that_bundle() {
    let recalls = json!([
        {"recalledBundleIds": ["bundle-A"], "replacementBundleStatus": "NONE"},
        {"recalledBundleIds": ["b"], "replacementBundleStatus": "READY", "replacementBundleIds": ["a"]},
    ]);
    let alike = Risk::LooksRecalled { bundle: "a".to_owned(), like: "bundle-A".to_owned() };
    let read = read(&[release("5.0", "4.0", "a"), release("5.1", "4.0", "b")], &recalls);
    let to = |version| plan(&read, "4.5", version).fewest_hops.expect("a way");
    assert_eq!(to("5.0").hops[0].risks.as_slice(), std::slice::from_ref(&alike));
    assert!(to("5.1").hops[0].risks.contains(&alike), "a replacement is fetched just so");
}

#[test]
fn replacements_that_are_not_known_to_be_for_the_same_component_stand_apart() {
    let recalls = json!([{"recalledBundleIds": ["old"], "replacementBundleStatus": "READY", "replacementBundleIds": ["esx", "nsx"]}]);
    let releases = [
        holding("5.0", &["old"], &["NSX"]),
        holding("5.1", &["nsx"], &["NSX"]),
        holding("5.2", &["esx"], &["ESX_HOST"]),
    ];
    let read = read(&releases, &recalls);
    let route = plan(&read, "4.5", "5.0").fewest_hops.expect("a way");
    let [Risk::Replaced { targets, beside, is_same: true, .. }, Risk::OffBom(_)] =
        route.hops[0].risks.as_slice()
    else {
        panic!("{:?}", route.hops[0].risks)
    };
    assert_eq!((targets.join(" "), beside.join(" ")), ("nsx".to_owned(), "esx".to_owned()));
    assert_eq!(route.ids(), ["nsx"], "and are not fetched");
}

/// A release with a bundle for each of these elements.
fn holding(version: &str, bundles: &[&str], elements: &[&str]) -> Value {
    let mut release = release(version, "4.0", "");
    let bundle = |(id, element): (&&str, &&str)| json!({"bundleId": id, "bundleElements": [element]});
    release["patchBundles"] = bundles.iter().zip(elements).map(bundle).collect();
    release
}

#[test]
fn in_place_of_a_recalled_bundle_only_one_of_its_component_is_fetched_or_the_hop_is_blocked() {
    let elements = ["SDDC_MANAGER_VCF", "NSX_T_MANAGER", "VCENTER"];
    let together = json!([{"recalledBundleIds": ["sddc", "nsx", "vc"], "replacementBundleStatus": "READY",
        "replacementBundleIds": ["vc2", "nsx2"]}]);
    let next = holding("5.1", &["sddc2", "nsx2", "vc2"], &elements);
    let read = read(&[holding("5.0", &["sddc", "nsx", "vc"], &elements), next.clone()], &together);
    let blocked = plan(&read, "4.5", "5.0");
    assert_eq!((&blocked.fewest_hops, blocked.direct.len()), (&None, 0));
    let no_manager = Block::Recalled { bundle: "sddc".to_owned(), answer: Answer::MoveOther };
    assert_eq!(blocked.blocked[0].reasons, [no_manager]);
    assert_eq!(
        blocked.advised().and_then(|stop| stop.of(&[&read])).map(|release| &*release.version),
        Some("5.1")
    );
    // Without it, the others are paired by what they carry, whatever the order in the entry.
    let two = manifest(&json!({"releases": [holding("5.0", &["nsx", "vc"], &elements[1..]), next], "recalledBundles": together}).to_string());
    let open = plan(&two, "4.5", "5.0").fewest_hops.expect("a way");
    let pairs = open.hops[0]
        .bundles
        .iter()
        .map(|one| (one.id.clone().unwrap_or_default().to_string(), one.instead_of.join(" ")));
    assert_eq!(
        pairs.collect::<Vec<_>>(),
        [("nsx2".to_owned(), "nsx".to_owned()), ("vc2".to_owned(), "vc".to_owned())]
    );
}

#[test]
fn a_bundle_is_fetched_once_with_all_that_it_stands_in_for() {
    let recalls = json!([{"recalledBundleIds": ["a", "b"], "replacementBundleStatus": "READY", "replacementBundleIds": ["c", "own"]}]);
    let mut release = release("5.0", "4.0", "a");
    release["patchBundles"] = json!([{"bundleId": "a"}, {"bundleId": "b"}, {"bundleId": "own"}]);
    let mut next = release.clone();
    next["version"] = json!("5.1");
    next["minCompatibleVcfVersion"] = json!("5.0");
    let read = read(&[release, next], &recalls);
    let route = plan(&read, "4.5", "5.1").fewest_hops.expect("a way");
    assert_eq!(route.hops.len(), 2);
    assert_eq!(route.ids(), ["c", "own"]);
    for hop in &route.hops {
        let stands: Vec<String> = hop.bundles.iter().map(|one| one.instead_of.join(" ")).collect();
        assert_eq!(stands, ["a b", "a b"]);
    }
}

#[test]
fn what_no_stop_between_helps_against_is_said_before_a_floor() {
    let recalls = json!([{"recalledBundleIds": ["b"], "replacementBundleStatus": "PENDING"}]);
    let read = read(&[release("5.0", "4.0", "a"), release("9.0", "5.0", "b")], &recalls);
    let plan = plan(&read, "4.5", "9.0");
    let reasons = plan.blocked_target().map(|blocked| blocked.reasons.as_slice()).unwrap_or_default();
    assert!(
        matches!(reasons, [Block::Recalled { .. }, Block::BelowMinimum(_), Block::BelowBundle { .. }]),
        "{reasons:?}"
    );
}

#[test]
fn a_substitute_that_is_not_of_the_bom_of_the_target_is_a_risk_with_the_release_that_carries_it() {
    let build = |version: &str, bundle: &str, esx: &str| {
        let mut release = holding(version, &[bundle], &["ESX_HOST"]);
        release["bom"] = json!([{"name": "ESX_HOST", "publicName": "ESX", "version": esx}]);
        release
    };
    let recalls = json!([{"recalledBundleIds": ["bad"], "replacementBundleStatus": "READY", "replacementBundleIds": ["good"]}]);
    let risks = |others: &[Value]| {
        let releases = [&[build("5.2", "bad", "8.0.2")], others].concat();
        let route = plan(&read(&releases, &recalls), "5.1", "5.2").fewest_hops.expect("a way");
        assert_eq!(route.ids(), ["good"]);
        let off = route.hops[0].risks.iter().filter_map(|risk| match risk {
            Risk::OffBom(off) => Some(format!(
                "{:?} {} {} {} {}",
                off.stands, off.component, off.version, off.bom, off.carrier
            )),
            _ => None,
        });
        off.collect::<Vec<_>>()
    };
    let (older, newer) = (build("5.1", "good", "8.0.1"), build("5.3", "good", "8.0.3"));
    assert_eq!(risks(std::slice::from_ref(&older)), ["Older ESX 8.0.1 8.0.2 VCF 5.1"]);
    assert_eq!(risks(&[build("5.5", "good", "8.0.5"), newer.clone()]), ["Newer ESX 8.0.3 8.0.2 VCF 5.3"]);
    assert_eq!(risks(&[older, newer.clone()]), ["Newer ESX 8.0.3 8.0.2 VCF 5.3"]);
    // Where some release pairs it with the very version, it is of this BOM.
    assert_eq!(risks(&[newer, build("5.4", "good", "8.0.2")]), [""; 0]);
}

#[test]
fn a_version_of_sddc_manager_by_itself_is_for_the_component_of_that_name() {
    let text = json!({
        "releases": [holding("5.0", &["old"], &["SDDC_MANAGER_VCF"])],
        "sddcManagerReleases": [{"version": "5.0.0.1", "bundleId": "alone"}],
        "recalledBundles": [{"recalledBundleIds": ["old"], "replacementBundleStatus": "READY", "replacementBundleIds": ["alone"]}],
    });
    let read = manifest(&text.to_string());
    assert_eq!(plan(&read, "4.5", "5.0").fewest_hops.expect("a way").ids(), ["alone"]);
}

#[test]
fn fewest_hops_and_fewest_risks_are_two_answers() {
    let recalls = json!([{"recalledBundleIds": ["b"], "replacementBundleStatus": "READY", "replacementBundleIds": ["x"]}]);
    // Through 5.1 in two hops with a risk, through 5.0 and 5.2 in three without.
    let releases = [
        release("5.0", "4.0", "a"),
        release("5.1", "4.0", "b"),
        release("5.2", "5.0", "c"),
        release("9.0", "5.1", "d"),
    ];
    let read = read(&releases, &recalls);
    let plan = plan(&read, "4.5", "9.0");
    assert_eq!(stops(&read, plan.fewest_hops.as_ref()), ["5.1", "9.0"]);
    assert_eq!(stops(&read, plan.fewest_risks.as_ref()), ["5.0", "5.2", "9.0"]);
    assert_eq!(plan.fewest_risks.map(|route| route.risks()), Some(0));
}

#[test]
fn an_installed_component_that_is_newer_than_the_bom_blocks_the_target() {
    let read = read(&[release("9.0", "5.0", "a")], &json!([]));
    let installed = vec![("NSX".to_owned(), "9.0.2".to_owned())];
    let question = Question { from: "5.2".to_owned(), to: "9.0".to_owned(), installed, now_millis: 0 };
    let plan = Plan::new(&[&read], &Recalls::new(&[&read]), &question);
    assert_eq!(plan.back_in_time.len(), 1);
    assert_eq!(plan.fewest_hops, None);
    assert!(matches!(plan.blocked[0].reasons.as_slice(), [Block::BackInTime(_)]));
}

#[test]
fn without_a_target_all_direct_hops_are_given() {
    let read = read(&[release("5.0", "4.0", "a"), release("9.0", "5.0", "b")], &json!([]));
    let plan = plan(&read, "4.5", "");
    assert_eq!(plan.direct.iter().filter_map(|hop| hop.to.of(&[&read])).count(), 1);
    assert_eq!(plan.blocked.len(), 1);
    assert_eq!(plan.fault, None);
}

#[test]
fn what_cannot_be_answered_is_told() {
    let read = read(&[release("5.0", "4.0", "a")], &json!([]));
    assert_eq!(plan(&read, "somewhere", "5.0").fault, Some(Fault::OddStart));
    assert_eq!(plan(&read, "4.5", "7.0").fault, Some(Fault::UnknownTarget));
    assert_eq!(plan(&read, "6.0", "5.0").fault, Some(Fault::TargetNotNewer));
}

#[test]
fn a_version_is_found_however_it_is_named() {
    for (text, version) in [("5.2.1", "5.2.1"), ("VCF 5.2.1.0", "5.2.1.0"), ("vcf/VCF 9.0", "9.0"), ("", "")]
    {
        assert_eq!(version_in(text), version);
    }
}

#[test]
fn a_blocked_target_says_what_blocks_it_first_and_how_far_one_gets() {
    let recalls = json!([{"recalledBundleIds": ["c"], "replacementBundleStatus": "NONE"}]);
    // 5.2 wants 5.0 first, so no single hop leads there; 5.3 carries what is withdrawn.
    let releases = [release("5.0", "4.0", "a"), release("5.2", "5.0", "b"), release("5.3", "4.0", "c")];
    let read = read(&releases, &recalls);
    let all = [&read];
    let question = Question { from: "4.5".to_owned(), to: "5.3".to_owned(), ..Question::default() };
    let plan = Plan::new(&all, &Recalls::new(&all), &question);
    assert_eq!(plan.fewest_hops, None);
    let version =
        |stop: release_atlas::manifest::route::Stop| stop.of(&all).map(|release| release.version.clone());
    let first = plan.blocked_first().next().expect("the target");
    assert_eq!(version(first.to).as_deref(), Some("5.3"));
    assert!(matches!(first.reasons.as_slice(), [Block::Recalled { .. }]));
    assert_eq!(plan.blocked_first().count(), plan.blocked.len());
    let nearest = plan.nearest().and_then(version);
    assert_eq!(nearest.as_deref(), Some("5.2"), "in two hops");
}

#[test]
fn where_a_way_leads_to_the_target_there_is_no_nearest_one() {
    let read = read(&[release("5.0", "4.0", "a"), release("5.1", "4.0", "b")], &json!([]));
    let question = Question { from: "4.5".to_owned(), to: "5.1".to_owned(), ..Question::default() };
    let plan = Plan::new(&[&read], &Recalls::new(&[&read]), &question);
    assert_eq!(plan.nearest(), None);
}

/// The fewest hops by looking at every pair of releases, with the newest predecessor of equals.
fn fewest_hops(floors: &[(u32, u32)], start: u32) -> Option<usize> {
    let mut hops: Vec<Option<usize>> = Vec::new();
    for (to, (_, floor)) in floors.iter().enumerate() {
        let direct = (start >= *floor).then_some(1);
        let over = (0..to).filter(|from| floors[*from].0 >= *floor).filter_map(|from| Some(hops[from]? + 1));
        hops.push(over.chain(direct).min());
    }
    hops.last().copied().flatten()
}

proptest::proptest! {
    #[test]
    fn a_way_over_many_releases_is_as_short_as_the_shortest(gaps in proptest::collection::vec(1_u32..40, 70..120)) {
        // Version n may be reached from n - gap on.
        let floors: Vec<(u32, u32)> = (2_u32..).zip(&gaps).map(|(version, gap)| (version, version.saturating_sub(*gap).max(1))).collect();
        let releases: Vec<Value> = floors
            .iter()
            .map(|(version, floor)| release(&format!("{version}.0.0"), &format!("{floor}.0.0"), &format!("b{version}")))
            .collect();
        let read = read(&releases, &json!([]));
        let last = floors.last().map(|(version, _)| format!("{version}.0.0")).unwrap_or_default();
        let plan = plan(&read, "1.0.0", &last);
        proptest::prop_assert_eq!(plan.fewest_hops.map(|route| route.hops.len()), fewest_hops(&floors, 1));
    }
}

#[test]
fn a_version_that_cannot_be_put_in_order_with_a_floor_is_not_held_back_by_it() {
    // 8.0U3f has no known build, so nothing says that it is older than 8.0.3-30000000.
    let all = [release("8.0U3f", "7.0", "a"), release("9.0", "8.0.3-30000000", "b")];
    let few = read(&all, &json!([]));
    assert_eq!(stops(&few, plan(&few, "7.0", "9.0").fewest_hops.as_ref()), ["8.0U3f", "9.0"]);
    let mut many: Vec<Value> =
        (1..80).map(|minor| release(&format!("7.{minor}"), "7.0", &format!("m{minor}"))).collect();
    many.extend(all);
    let many = read(&many, &json!([]));
    assert_eq!(stops(&many, plan(&many, "7.0", "9.0").fewest_hops.as_ref()), ["8.0U3f", "9.0"]);
}

#[test]
fn where_a_target_is_closed_the_one_advice_is_the_next_newer_release_that_is_open() {
    let mut closed = release("9.1", "5.0", "a");
    closed["isApplicable"] = json!(false);
    let releases = [
        release("5.2", "4.0", "b"),
        release("9.0", "5.0", "c"),
        closed,
        release("9.1.0.1", "9.1", "d"),
        release("9.1.1", "5.0", "e"),
    ];
    let read = read(&releases, &json!([]));
    let plan = plan(&read, "5.2", "9.1");
    let version =
        |stop: Option<Stop>| stop.and_then(|stop| stop.of(&[&read])).map(|release| &*release.version);
    assert_eq!((version(plan.advised()), version(plan.nearest())), (Some("9.1.1"), Some("9.0")));
}

#[test]
fn the_beginning_of_a_version_stands_for_all_that_begin_with_it() {
    let versions = ["4.5.1.0", "4.5.2.0", "45.0", "5.2"];
    let read = read(&versions.map(|version| release(version, "4.0", "a")), &json!([]));
    let meant = |typed| -> Vec<String> {
        let found = beginning_with(&[&read], typed);
        found.iter().filter_map(|stop| stop.of(&[&read])).map(|one| one.version.to_string()).collect()
    };
    for typed in ["4", "4.", "4.x", "4.5.*", "VCF 4"] {
        assert_eq!(meant(typed), ["4.5.1.0", "4.5.2.0"], "{typed}");
    }
    for typed in ["", "x", "4.5.1.0", "6"] {
        assert!(meant(typed).is_empty(), "{typed}");
    }
}
