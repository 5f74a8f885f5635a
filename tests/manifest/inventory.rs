use proptest::prelude::*;
use release_atlas::manifest::inventory::{Asked, Finding, Index, Kind, Report, read as parse};
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
