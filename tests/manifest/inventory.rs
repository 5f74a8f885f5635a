use proptest::prelude::*;
use release_atlas::manifest::inventory::{Asked, Candidate, Finding, Index, Kind, Report, read as parse};
use release_atlas::manifest::{Answer, Manifest, Recalls, Shift};
use serde_json::json;

use crate::manifest;

const ONE: &str = "00000001-0000-4000-8000-000000000001";
const TWO: &str = "00000002-0000-4000-8000-000000000002";

fn loaded() -> Manifest {
    let bom = |nsx: &str, esx: &str| {
        json!([{"name": "NSX_T_MANAGER", "publicName": "NSX", "version": nsx},
            {"name": "ESX_HOST", "publicName": "ESX", "version": esx}])
    };
    let text = json!({
        "releases": [
            {"product": "VCF", "version": "5.1.0.0", "bom": bom("4.1.0-100001", "8.0.2-200001"),
                "patchBundles": [{"bundleId": ONE}]},
            {"product": "VCF", "version": "5.2.0.0", "bom": bom("4.2.0-100002", "8.0.3-200002"),
                "patchBundles": [{"bundleId": TWO}]},
        ],
        "recalledBundles": [
            {"recalledBundleIds": [ONE], "replacementBundleStatus": "READY", "replacementBundleIds": [TWO]}
        ],
    });
    manifest(&text.to_string())
}

fn ask(text: &str) -> Report {
    let read = loaded();
    let recalls = Recalls::new(&[&read]);
    let manifests = [&read];
    let knows = |id: &str| recalls.carriers(id).next().is_some() || recalls.is_recalled(id);
    Index::new(&manifests, &recalls).report(parse(text, &knows))
}

fn kinds(text: &str) -> Vec<Kind> {
    ask(text).rows.iter().map(|row| row.finding.kind()).collect()
}

#[test]
fn a_recalled_id_is_recalled_with_its_answer_and_targets() {
    let report = ask(ONE);
    let Finding::Recalled { answer, targets, carriers } = &report.rows[0].finding else {
        panic!("{report:?}")
    };
    assert_eq!((*answer, targets.ids.len(), carriers.len()), (Answer::Move, 1, 1));
}

#[test]
fn an_id_that_nobody_names_is_not_found_and_never_clear() {
    assert_eq!(kinds("00000009-0000-4000-8000-000000000009"), [Kind::NotFound]);
    assert_eq!(kinds(TWO), [Kind::Clear]);
}

#[test]
fn file_names_in_another_case_are_near_and_not_merged() {
    let name = format!("/depot/PROD/COMP/bundle-{}.tar", ONE.to_uppercase());
    let report = ask(&name);
    let Finding::Near(near) = &report.rows[0].finding else { panic!("{report:?}") };
    assert!(near.iter().any(|near| &*near.id == ONE && near.recalled));
}

#[test]
fn components_are_found_under_any_spelling() {
    for line in
        ["ESX_HOST 8.0.3-200002", "ESXi: 8.0.3.200002", "- esx = 8.0.3-200002", "\"ESX\", \"8.0.3-200002\""]
    {
        assert_eq!(kinds(line), [Kind::InBoms], "{line}");
    }
    let report = ask("NSX-T Manager 4.1.9-100009");
    let Finding::OutsideBoms { version, .. } = &report.rows[0].finding else { panic!("{report:?}") };
    assert_eq!(version, "4.1.0-100001", "the newest that is older");
}

#[test]
fn the_nearest_bom_is_named_with_what_deviates_and_the_floor() {
    let report = ask("NSX 4.2.0-100002\nESXi 8.0.2-200001");
    let near = report.nearest.expect("a BOM");
    let read = loaded();
    assert_eq!(near.same, 1);
    assert_eq!(near.release.of(&[&read]).map(|release| &*release.version), Some("5.2.0.0"));
    assert_eq!(near.deviations.len(), 1);
    assert_eq!((&*near.deviations[0].component, near.deviations[0].shift), ("ESX_HOST", Shift::Down));
    let floor = report.floor.and_then(|stop| stop.of(&[&read]).map(|release| release.version.clone()));
    assert_eq!(floor.as_deref(), Some("5.1.0.0"));
}

#[test]
fn a_spreadsheet_is_read_by_its_head() {
    let text =
        format!("Host;Component;Version;Bundle ID\nh1;ESX_HOST;8.0.3-200002;\nh2;;;{ONE}\n\nVCF;VCF;5.2;\n");
    assert_eq!(kinds(&text), [Kind::InBoms, Kind::Recalled, Kind::Release]);
}

#[test]
fn answers_of_the_api_are_read_as_what_they_are() {
    let bundles = json!({"elements": [
        {"id": ONE, "type": "VMWARE_SOFTWARE", "downloadStatus": "SUCCESSFUL",
            "components": [{"type": "ESX_HOST", "toVersion": "8.0.3-200002"}]}]});
    assert_eq!(kinds(&bundles.to_string()), [Kind::Recalled, Kind::InBoms]);
    assert_eq!(kinds(&json!([ONE, "ESXi 8.0.3-200002"]).to_string()), [Kind::Recalled, Kind::InBoms]);
    let release = json!({"version": "5.2", "bom": [{"name": "ESX_HOST", "version": "8.0.2-200001"}]});
    assert_eq!(kinds(&release.to_string()), [Kind::Release, Kind::InBoms]);
    assert_eq!(kinds(&json!({"bundleIds": [ONE, TWO]}).to_string()), [Kind::Recalled, Kind::Clear]);
}

#[test]
fn what_is_no_question_is_unclear_and_comments_are_passed_over() {
    assert_eq!(kinds("# a list\nhello there\n\n"), [Kind::Unclear]);
    assert_eq!(ask("  \n").rows.len(), 0);
}

#[test]
fn a_line_keeps_its_number_and_its_words() {
    let report = ask(&format!("\n  first: {ONE}\n"));
    let entry = &report.rows[0].entry;
    assert_eq!((entry.line, entry.given.as_str()), (2, format!("first: {ONE}").as_str()));
    assert_eq!(entry.asked, Asked::Bundle(ONE.to_owned()));
}

#[test]
fn without_a_list_of_recalls_nothing_is_clear() {
    let read =
        manifest(&json!({"releases": [{"version": "1", "patchBundles": [{"bundleId": ONE}]}]}).to_string());
    let (recalls, manifests) = (Recalls::new(&[&read]), [&read]);
    let report = Index::new(&manifests, &recalls).report(parse(ONE, &|_| false));
    assert_eq!(report.rows[0].finding.kind(), Kind::Unsaid);
}

#[test]
fn ten_thousand_lines_are_each_answered() {
    let lines: Vec<String> =
        (0..10_000).map(|at| format!("{at:08}-0000-4000-8000-00000000000{}", at % 10)).collect();
    let text = lines.join("\n");
    let report = ask(&text);
    assert_eq!(report.rows.len(), 10_000);
    assert_eq!(report.counts.values().sum::<usize>(), 10_000);
}

proptest! {
    #[test]
    fn any_text_at_all_is_answered(text in "\\PC{0,200}|[{\\[\"\\]},:a-c\n0-9.-]{0,60}") {
        let report = ask(&text);
        prop_assert_eq!(report.counts.values().sum::<usize>(), report.rows.len());
    }

    #[test]
    fn a_recalled_id_is_never_clear_however_it_is_dressed(
        before in "[ \\-*•>]{0,4}", after in "[ ,;]{0,3}", upper in any::<bool>(), prefix in any::<bool>()
    ) {
        let id = if upper { ONE.to_uppercase() } else { ONE.to_owned() };
        let line = format!("{before}{}{id}{after}", if prefix { "bundle-" } else { "" });
        let is_told = |kind: &Kind| matches!(kind, Kind::Recalled | Kind::Near);
        prop_assert!(kinds(&line).iter().all(is_told), "{line:?}");
    }
}

/// Releases whose bundles say which component they carry; the one of ESX 8.0.3 is recalled.
fn with_elements(ids: [&str; 2]) -> Manifest {
    let release = |version: &str, esx: &str, id: &str| {
        json!({"product": "VCF", "version": version,
            "bom": [{"name": "ESX_HOST", "version": esx}, {"name": "NSX_T_MANAGER", "version": "4.2.1-100003"}],
            "patchBundles": [{"bundleId": id, "bundleElements": ["ESX_HOST"]}]})
    };
    let text = json!({
        "releases": [release("5.2.1.0", "8.0.3-200003", ids[0]), release("5.2.2.0", "8.0.3-200004", ids[1])],
        "recalledBundles": [{"recalledBundleIds": [ids[0]], "replacementBundleStatus": "READY",
            "replacementBundleIds": [ids[1]]}],
    });
    manifest(&text.to_string())
}

fn ask_of(read: &Manifest, text: &str) -> Report {
    let recalls = Recalls::new(&[read]);
    Index::new(&[read], &recalls).report(parse(text, &|id| recalls.is_recalled(id)))
}

#[test]
fn a_component_that_a_recalled_bundle_carries_is_recalled_and_never_merely_in_a_bom() {
    let read = with_elements([ONE, TWO]);
    let report = ask_of(&read, "ESXi 8.0.3-200003\nESX_HOST 8.0.3-200004\nNSX 4.2.1-100003");
    let Finding::Carried { bundles, answer, targets, releases } = &report.rows[0].finding else {
        panic!("{report:?}")
    };
    assert_eq!((&*bundles[0], *answer, &*targets.ids[0], releases.len()), (ONE, Answer::Move, TWO, 1));
    assert_eq!((report.counts[&Kind::Recalled], report.counts[&Kind::InBoms]), (1, 2));
}

#[test]
fn what_comes_with_a_look_alike_of_a_recalled_bundle_is_never_fine() {
    let capital = ONE.to_uppercase();
    let mut read = with_elements([&format!("bundle-{capital}"), TWO]);
    read.recalls[0].recalled[0].text = ONE.into();
    let recalls = Recalls::new(&[&read]);
    assert!(!recalls.is_recalled(&format!("bundle-{capital}")));
    let report = ask_of(&read, "ESXi 8.0.3-200003\nVCF 5.2.1.0\nVCF 5.2.2.0");
    let Finding::Alike { bundles, releases } = &report.rows[0].finding else { panic!("{report:?}") };
    assert_eq!((bundles.len(), releases.len()), (1, 1));
    let kinds: Vec<Kind> = report.rows.iter().map(|row| row.finding.kind()).collect();
    assert_eq!(kinds, [Kind::Near, Kind::Near, Kind::Release]);
}

#[test]
fn a_release_with_recalled_bundles_is_not_counted_among_the_good_ones() {
    let report = ask_of(&with_elements([ONE, TWO]), "VCF 5.2.1.0\nVCF 5.2.2.0");
    let kinds: Vec<Kind> = report.rows.iter().map(|row| row.finding.kind()).collect();
    assert_eq!(kinds, [Kind::WithRecalled, Kind::Release]);
}

#[test]
fn the_first_eight_characters_of_an_id_mean_the_one_bundle_that_begins_so() {
    let read = with_elements(["8d9ba439-0000-4000-8000-000000000001", TWO]);
    for line in ["8d9ba439", "ESX_HOST 8d9ba439", "8d9ba439…", "8D9BA439", "Host;Bundle ID\nh1;8d9ba439"] {
        let report = ask_of(&read, line);
        let row = &report.rows[0];
        assert_eq!(row.finding.kind(), Kind::Recalled, "{line}");
        assert_eq!(row.meant.as_deref(), Some("8d9ba439-0000-4000-8000-000000000001"), "{line}");
    }
    assert_eq!(ask_of(&read, "8d9ba43a").rows[0].finding.kind(), Kind::NotFound);
}

#[test]
fn a_beginning_that_several_ids_have_is_ambiguous_and_names_them() {
    let ids = ["8d9ba439-0000-4000-8000-000000000001", "8d9ba439-0000-4000-8000-000000000002"];
    let report = ask_of(&with_elements(ids), "8d9ba439");
    let Finding::Ambiguous(named, count) = &report.rows[0].finding else { panic!("{report:?}") };
    assert_eq!((named.len(), *count), (2, 2));
}

#[test]
fn eight_digits_beside_a_version_are_its_build() {
    assert_eq!(kinds("ESX_HOST 8.0.3-200002 24280767"), [Kind::InBoms]);
}

/// vCenter 9.0.1.0 comes with a recalled bundle; 9.0.0.0, 9.0.1.0100 and 9.0.10.0 do not.
fn with_builds() -> Manifest {
    let release = |version: &str, vcenter: &str, esx: &str, id: &str| {
        json!({"product": "VCF", "version": version,
            "bom": [{"name": "VCENTER", "version": vcenter}, {"name": "ESX_HOST", "version": esx}],
            "patchBundles": [{"bundleId": id, "bundleElements": ["VCENTER"]}]})
    };
    let text = json!({
        "releases": [
            release("9.0.0.0", "9.0.0.0.24700007", "7.0.3-21930508", TWO),
            release("9.0.1.0", "9.0.1.0.24957007", "8.0.3-24022510", ONE),
            release("9.0.1.1", "9.0.1.0100.24957100", "8.0.3-24674464", TWO),
            release("9.0.10.0", "9.0.10.0.25000000", "8.0.4-25000001", TWO),
        ],
        "recalledBundles": [{"recalledBundleIds": [ONE], "replacementBundleStatus": "PENDING"}],
    });
    manifest(&text.to_string())
}

#[test]
fn a_version_without_its_build_may_be_each_that_begins_so_the_recalled_ones_first() {
    let read = with_builds();
    let possible = |line: &str| {
        let report = ask_of(&read, line);
        let Finding::Possible(all) = &report.rows[0].finding else { panic!("{line}: {report:?}") };
        let versions: Vec<String> = all.iter().map(|one| one.version.clone()).collect();
        (
            report.rows[0].finding.kind(),
            all.iter().filter(|one| one.is_recalled()).count(),
            versions.join(" "),
        )
    };
    let one = (Kind::PerhapsRecalled, 1, "9.0.1.0.24957007".to_owned());
    assert_eq!(possible("vcenter 9.0.1.0"), one);
    let both = (Kind::PerhapsRecalled, 1, "9.0.1.0.24957007 9.0.1.0100.24957100".to_owned());
    assert_eq!(possible("vcenter 9.0.1"), both);
    assert_eq!(
        possible("vcenter 9.0").2,
        "9.0.1.0.24957007 9.0.0.0.24700007 9.0.1.0100.24957100 9.0.10.0.25000000"
    );
    let fine = (Kind::Incomplete, 0, "9.0.10.0.25000000".to_owned());
    assert_eq!(possible("vcenter 9.0.10"), fine);
    let update = (Kind::Incomplete, 0, "8.0.3-24022510 8.0.3-24674464".to_owned());
    for line in ["ESX 8.0 U3", "ESXi 8.0U3", "ESX_HOST 8.0 Update 3", "ESX 8.0.3", "ESX 8.0 u3f"] {
        assert_eq!(possible(line), update, "{line}");
    }
}

#[test]
fn what_leaves_its_build_open_counts_neither_for_a_bom_nor_for_the_floor() {
    let read = with_builds();
    let report = ask_of(&read, "vcenter 9.0.1.0");
    assert_eq!((report.nearest, report.floor), (None, None));
    let report = ask_of(&read, "vcenter 9.0.1.0\nESX 8.0.3-24674464");
    let nearest = report.nearest.expect("the BOM of the other line");
    assert_eq!((nearest.same, nearest.deviations.len()), (1, 0));
}

#[test]
fn an_exact_version_hides_no_recalled_one_that_begins_so() {
    let text = json!({
        "releases": [
            {"version": "5.0.0.0", "bom": [{"name": "NSX_T_MANAGER", "version": "4.1.0"}]},
            {"version": "5.0.0.1", "bom": [{"name": "NSX_T_MANAGER", "version": "4.1.0-21000000"}],
                "patchBundles": [{"bundleId": ONE, "bundleElements": ["NSX_T_MANAGER"]}]},
        ],
        "recalledBundles": [{"recalledBundleIds": [ONE], "replacementBundleStatus": "NONE"}],
    });
    let report = ask_of(&manifest(&text.to_string()), "NSX 4.1.0");
    assert_eq!(report.rows[0].finding.kind(), Kind::PerhapsRecalled);
}

#[test]
fn a_recalled_version_without_a_build_may_be_the_one_with_it() {
    let text = json!({
        "releases": [{"version": "5.0.0.0", "bom": [{"name": "NSX_T_MANAGER", "version": "4.1.0"}],
            "patchBundles": [{"bundleId": ONE, "bundleElements": ["NSX_T_MANAGER"]}]}],
        "recalledBundles": [{"recalledBundleIds": [ONE], "replacementBundleStatus": "NONE"}],
    });
    let report = ask_of(&manifest(&text.to_string()), "NSX 4.1.0-21000000");
    let Finding::Possible(all) = &report.rows[0].finding else { panic!("{report:?}") };
    assert!(matches!(all.as_slice(), [Candidate { version, .. }] if version == "4.1.0"), "{all:?}");
    assert_eq!(report.rows[0].finding.kind(), Kind::PerhapsRecalled);
}

#[test]
fn a_build_in_a_word_of_its_own_belongs_to_the_version() {
    let read = with_builds();
    for line in [
        "VMware ESXi 8.0.3 build-24674464",
        "ESX 8.0 U3 (build 24674464)",
        "esx 8.0.3 24674464",
        "ESX 8.0U3e",
    ] {
        assert_eq!(ask_of(&read, line).rows[0].finding.kind(), Kind::InBoms, "{line}");
    }
    assert_eq!(ask_of(&read, "vCenter 9.0.1.0 24957007").rows[0].finding.kind(), Kind::Recalled);
}

#[test]
fn an_async_patch_of_the_manifest_is_no_stranger_and_a_recalled_one_is_recalled() {
    let text = json!({
        "releases": [{"version": "5.2.1.0", "bom": [{"name": "ESX_HOST", "publicName": "ESX", "version": "8.0.3-24280767"},
            {"name": "VCENTER", "publicName": "vCenter", "version": "8.0.3-24322831"}]}],
        "asyncPatches": {
            "ESX_HOST": [{"productVersion": "8.0.3-24674464"},
                {"productVersion": "8.0.3-25205845", "bundleIds": [ONE]}, {"productVersion": "8.0.3-24280767"}],
            "VCENTER": [{"productVersion": "8.0U3e"}],
            "BESIDE": [{"productVersion": "1.2.3"}],
        },
        "recalledBundles": [{"recalledBundleIds": [ONE], "replacementBundleStatus": "NONE"}],
    });
    let read = manifest(&text.to_string());
    let kind = |line: &str| ask_of(&read, line).rows[0].finding.kind();
    for line in ["ESX_HOST 8.0.3-24674464", "ESXi 8.0U3e", "VCENTER 8.0U3e", "BESIDE 1.2.3"] {
        assert_eq!(kind(line), Kind::AsyncPatch, "{line}");
    }
    assert_eq!(kind("ESX 8.0.3-25205845"), Kind::Recalled);
    assert_eq!(kind("ESX 8.0.3-24280767"), Kind::InBoms, "a BOM has it too");
    assert_eq!(kind("ESX 8.0.3-25205846"), Kind::OutsideBoms);
    let report = ask_of(&read, "ESX 8.0.3");
    let Finding::Possible(all) = &report.rows[0].finding else { panic!("{report:?}") };
    let versions: Vec<&str> = all.iter().map(|one| one.version.as_str()).collect();
    assert_eq!(versions, ["8.0.3-25205845", "8.0.3-24280767", "8.0.3-24674464"], "patches may be meant too");
}
